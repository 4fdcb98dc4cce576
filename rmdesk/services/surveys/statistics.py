"""The statistics of survey results, with the formula and source of each. Pure: numbers in, numbers out.

Intervals and tests are at the level of 95 %. Where a figure cannot be told (no answers, one answer, answers
all alike), it is None.
"""

from __future__ import annotations

import math
import statistics
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

LEVEL = 0.95
_Z = statistics.NormalDist().inv_cdf((1 + LEVEL) / 2)
PROMOTER_FROM, DETRACTOR_TO = 9, 6  # of 0 to 10 (Reichheld 2003)
_PRECISION = 1e-14
_MOST_STEPS = 500

Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Summary:
    """What is told of answers that are numbers. `deviation` is the sample's (n - 1)."""

    n: int
    mean: float | None
    deviation: float | None
    median: float | None
    ci: Interval | None  # of the mean


@dataclass(frozen=True, slots=True)
class Promoters:
    """NPS in points, -100 to 100, with its interval; shares of promoters, passives, detractors."""

    n: int
    nps: float | None
    ci: Interval | None
    promoters: float | None
    passives: float | None
    detractors: float | None


@dataclass(frozen=True, slots=True)
class Difference:
    """How far two groups lie apart. `p` is that of the two-sided test that they are alike."""

    difference: float
    p: float | None

    @property
    def is_significant(self) -> bool:
        return self.p is not None and self.p < 1 - LEVEL


def summarise(counts: Mapping[Any, int]) -> Summary:
    """Of how often each number was answered.

    The interval of the mean is Student's: mean ± t(n - 1) · s / √n.
    """
    n = sum(counts.values())
    if n == 0:
        return Summary(0, None, None, None, None)
    mean = math.fsum(value * count for value, count in counts.items()) / n
    median = _median(counts, n)
    if n == 1:
        return Summary(1, mean, None, median, None)
    squares = math.fsum(count * (value - mean) ** 2 for value, count in counts.items())
    deviation = math.sqrt(squares / (n - 1))
    half = student_quantile((1 + LEVEL) / 2, n - 1) * deviation / math.sqrt(n)
    return Summary(n, mean, deviation, median, (mean - half, mean + half))


def share(count: int, n: int) -> float | None:
    return count / n if n else None


def share_interval(count: int, n: int) -> Interval | None:
    """Wilson's score interval of a share (Wilson 1927), which keeps within 0 and 1 for small n, too."""
    if n == 0:
        return None
    p, z2 = count / n, _Z * _Z
    centre = (p + z2 / (2 * n)) / (1 + z2 / n)
    half = _Z / (1 + z2 / n) * math.sqrt(p * (1 - p) / n + z2 / (4 * n * n))
    return max(0.0, centre - half), min(1.0, centre + half)


def promoters(counts: Mapping[int, int]) -> Promoters:
    """NPS of how often each of 0 to 10 was answered: share of 9 and 10 less the share of 0 to 6.

    Each answer counts as 1, 0 or -1; the interval is the normal one of their mean with the variance
    p + d - (p - d)² of the sample, divided by n.
    """
    n = sum(counts.values())
    if n == 0:
        return Promoters(0, None, None, None, None, None)
    for_, against = _sides(counts)
    p, d = for_ / n, against / n
    half = _Z * math.sqrt((p + d - (p - d) ** 2) / n)
    points = 100 * (p - d)
    ci = (max(-100.0, points - 100 * half), min(100.0, points + 100 * half))
    return Promoters(n, points, ci, p, (n - for_ - against) / n, d)


def compare_means(first: Mapping[int, int], second: Mapping[int, int]) -> Difference | None:
    """Welch's t-test of two means (Welch 1947), degrees of freedom by Satterthwaite; first - second."""
    a, b = summarise(first), summarise(second)
    if a.mean is None or b.mean is None:
        return None
    difference = a.mean - b.mean
    if a.deviation is None or b.deviation is None:
        return Difference(difference, None)
    u, v = a.deviation**2 / a.n, b.deviation**2 / b.n
    if u + v == 0:
        return Difference(difference, 1.0 if difference == 0 else 0.0)
    freedom = (u + v) ** 2 / (u * u / (a.n - 1) + v * v / (b.n - 1))
    return Difference(difference, student_p(difference / math.sqrt(u + v), freedom))


def compare_shares(first: int, of_first: int, second: int, of_second: int) -> Difference | None:
    """The z-test of two shares with the pooled variance; first - second."""
    if not of_first or not of_second:
        return None
    difference = first / of_first - second / of_second
    pooled = (first + second) / (of_first + of_second)
    variance = pooled * (1 - pooled) * (1 / of_first + 1 / of_second)
    if variance == 0:
        return Difference(difference, 1.0)
    return Difference(difference, normal_p(difference / math.sqrt(variance)))


def compare_promoters(first: Mapping[int, int], second: Mapping[int, int]) -> Difference | None:
    """The z-test of two NPS with the variances of `promoters`; first - second, in points."""
    sides, variance = [], 0.0
    for counts in (first, second):
        n = sum(counts.values())
        if n == 0:
            return None
        for_, against = _sides(counts)
        p, d = for_ / n, against / n
        sides.append(p - d)
        variance += (p + d - (p - d) ** 2) / n
    difference = sides[0] - sides[1]
    if variance == 0:
        return Difference(100 * difference, 1.0 if difference == 0 else 0.0)
    return Difference(100 * difference, normal_p(difference / math.sqrt(variance)))


def top_two(counts: Mapping[int, int], high: int) -> int:
    """How many answered with one of the two highest values of a scale."""
    return counts.get(high, 0) + counts.get(high - 1, 0)


def normal_p(z: float) -> float:
    """The two-sided p of a standard normal value."""
    return math.erfc(abs(z) / math.sqrt(2))


def student_p(t: float, freedom: float) -> float:
    """The two-sided p of Student's t: I(x; ν/2, 1/2), x = ν / (ν + t²) (Abramowitz and Stegun 26.5.27)."""
    return _beta(freedom / (freedom + t * t), freedom / 2, 0.5)


def student_quantile(p: float, freedom: float) -> float:
    """The value that Student's t stays below with probability `p` > 0.5, by halving an interval."""
    wanted, low, high = 2 * (1 - p), 0.0, 1.0
    while student_p(high, freedom) > wanted:
        high *= 2
    for _ in range(200):
        middle = (low + high) / 2
        if middle in (low, high):
            break
        if student_p(middle, freedom) > wanted:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _sides(counts: Mapping[int, int]) -> tuple[int, int]:
    for_ = sum(count for value, count in counts.items() if value >= PROMOTER_FROM)
    against = sum(count for value, count in counts.items() if value <= DETRACTOR_TO)
    return for_, against


def _median(counts: Mapping[Any, int], n: int) -> float:
    below, before = 0, None
    for value in sorted(counts):
        below += counts[value]
        if before is not None:
            return float(before + value) / 2
        if below * 2 > n:
            return float(value)
        if below * 2 == n:
            before = value
    raise ValueError("no answers")


def _beta(x: float, a: float, b: float) -> float:
    """The regularised incomplete beta function by its continued fraction (Abramowitz and Stegun 26.5.8)."""
    if x <= 0 or x >= 1:
        return 0.0 if x <= 0 else 1.0
    if x > (a + 1) / (a + b + 2):  # where the fraction converges slowly, its mirror image does not
        return 1 - _beta(1 - x, b, a)
    scale = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)
    return math.exp(scale) / a * _fraction(x, a, b)


def _fraction(x: float, a: float, b: float) -> float:
    """1 / (1 + d₁ / (1 + d₂ / …)), evaluated from the front by Lentz's method."""
    tiny = 1e-300
    c, d = 1.0, 1 - (a + b) * x / (a + 1)
    d = 1 / (d or tiny)
    found = d
    for m in range(1, _MOST_STEPS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for step in (even, odd):
            d = 1 / ((1 + step * d) or tiny)
            c = (1 + step / c) or tiny
            found *= c * d
        if abs(c * d - 1) < _PRECISION:
            break
    return found
