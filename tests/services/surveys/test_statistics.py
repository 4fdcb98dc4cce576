"""Every statistic of survey results is what scipy computes."""

from __future__ import annotations

import math
import statistics as standard
import warnings
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from rmdesk.services.surveys import statistics

ANSWERS = st.lists(st.integers(0, 10), min_size=2, max_size=60)


@given(ANSWERS)
@settings(max_examples=60, deadline=None)
def test_mean_deviation_median_and_interval(values: list[int]) -> None:
    found = statistics.summarise(Counter(values))
    assert found.n == len(values)
    assert found.mean == pytest.approx(standard.fmean(values))
    assert found.deviation == pytest.approx(standard.stdev(values), abs=1e-12)
    assert found.median == standard.median(values)
    assert found.ci is not None
    if found.deviation and found.deviation > 1e-9:
        scale = found.deviation / math.sqrt(len(values))
        expected = stats.t.interval(0.95, len(values) - 1, loc=found.mean, scale=scale)
        assert found.ci == pytest.approx(tuple(map(float, expected)), rel=1e-9, abs=1e-9)
    else:
        assert found.ci == pytest.approx((found.mean, found.mean))


@given(ANSWERS, ANSWERS)
@settings(max_examples=60, deadline=None)
def test_means_are_compared_by_welch(first: list[int], second: list[int]) -> None:
    found = statistics.compare_means(Counter(first), Counter(second))
    assert found is not None
    assert found.difference == pytest.approx(standard.fmean(first) - standard.fmean(second))
    if len(set(first)) > 1 or len(set(second)) > 1:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # scipy warns where one group is all alike; its p is right
            expected = stats.ttest_ind(first, second, equal_var=False)
        assert found.p == pytest.approx(float(expected.pvalue), rel=1e-8, abs=1e-12)
        assert found.is_significant == (expected.pvalue < 0.05)


@given(st.integers(0, 80), st.integers(1, 80), st.integers(0, 80), st.integers(1, 80))
@settings(max_examples=60, deadline=None)
def test_shares(count: int, n: int, other: int, of_other: int) -> None:
    count, other = min(count, n), min(other, of_other)
    expected = stats.binomtest(count, n).proportion_ci(0.95, method="wilson")
    assert statistics.share_interval(count, n) == pytest.approx((expected.low, expected.high), abs=1e-12)
    found = statistics.compare_shares(count, n, other, of_other)
    assert found is not None
    assert found.difference == pytest.approx(count / n - other / of_other)
    table = [[count, n - count], [other, of_other - other]]
    if 0 < count + other < n + of_other:
        # The square of this z is Pearson's chi-square of the same table.
        assert found.p == pytest.approx(float(stats.chi2_contingency(table, correction=False).pvalue))
    else:
        assert found.p == 1.0


@given(ANSWERS, ANSWERS)
@settings(max_examples=40, deadline=None)
def test_promoters(first: list[int], second: list[int]) -> None:
    found = statistics.promoters(Counter(first))
    points = [1 if one >= 9 else -1 if one <= 6 else 0 for one in first]
    assert found.nps == pytest.approx(100 * standard.fmean(points))
    assert [found.promoters, found.passives, found.detractors] == pytest.approx(
        [points.count(side) / len(points) for side in (1, 0, -1)]
    )
    scale = 100 * standard.pstdev(points) / math.sqrt(len(points))
    assert found.ci is not None
    if scale:
        low, high = stats.norm.interval(0.95, loc=found.nps, scale=scale)
        assert found.ci == pytest.approx((max(-100, low), min(100, high)))
    compared = statistics.compare_promoters(Counter(first), Counter(second))
    others = [1 if one >= 9 else -1 if one <= 6 else 0 for one in second]
    assert compared is not None
    assert compared.difference == pytest.approx(100 * (standard.fmean(points) - standard.fmean(others)))
    variance = standard.pvariance(points) / len(points) + standard.pvariance(others) / len(others)
    if variance:
        z = compared.difference / 100 / math.sqrt(variance)
        assert compared.p == pytest.approx(2 * float(stats.norm.sf(abs(z))), abs=1e-12)


@pytest.mark.parametrize("freedom", [1, 2, 3.7, 9, 30, 250, 9_999])
@pytest.mark.parametrize("p", [0.75, 0.95, 0.975, 0.999])
def test_quantiles_of_student(p: float, freedom: float) -> None:
    assert statistics.student_quantile(p, freedom) == pytest.approx(float(stats.t.ppf(p, freedom)), rel=1e-9)


def test_what_cannot_be_told_is_none() -> None:
    assert statistics.summarise({}) == statistics.Summary(0, None, None, None, None)
    assert statistics.summarise({7: 1}) == statistics.Summary(1, 7.0, None, 7.0, None)
    assert statistics.promoters({}) == statistics.Promoters(0, None, None, None, None, None)
    assert statistics.share(0, 0) is None
    assert statistics.share_interval(0, 0) is None
    assert statistics.compare_means({}, {3: 2}) is None
    assert statistics.compare_means({3: 1}, {4: 1}) == statistics.Difference(-1.0, None)
    assert statistics.compare_promoters({}, {9: 1}) is None
    assert statistics.compare_shares(1, 1, 0, 0) is None


def test_answers_all_alike_differ_for_certain_or_not_at_all() -> None:
    alike = statistics.compare_means({5: 4}, {5: 3})
    apart = statistics.compare_means({5: 4}, {4: 3})
    assert alike == statistics.Difference(0.0, 1.0)
    assert apart == statistics.Difference(1.0, 0.0)
    assert [one.is_significant for one in (alike, apart) if one] == [False, True]
    assert statistics.compare_promoters({10: 3}, {9: 2}) == statistics.Difference(0.0, 1.0)


def test_top_two_boxes() -> None:
    assert statistics.top_two({10: 3, 9: 2, 8: 5}, 10) == 5
    assert statistics.top_two({}, 5) == 0
