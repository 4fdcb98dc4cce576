"""New moons and the sun's longitude from published formulas, and a Chinese calendar computed from them.

Sources: J. Meeus, *Astronomical Algorithms*, 2nd ed. 1998: new moons chapter 49, the sun chapter 25 with
the periodic terms of the earth (VSOP87) of appendix III, nutation chapter 22; ΔT: F. Espenak and J. Meeus,
*Five Millennium Canon of Solar Eclipses*, 2006; the rules of the calendar: GB/T 33661-2017 农历的编算和颁行.
New moons are good to some 20 seconds, the sun to some 30; what ΔT will be in 2100 nobody knows to a minute.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable
from datetime import date

_J2000 = 2451545.0
_ORDINAL = 1721424.5  # Julian day of the midnight that begins the day of ordinal 0

_K_1929 = -878  # the new moon of January 1929, counted from that of January 2000

_L0 = """
175347046 0 0; 3341656 4.6692568 6283.07585; 34894 4.6261 12566.1517; 3497 2.7441 5753.3849
3418 2.8289 3.5231; 3136 3.6277 77713.7715; 2676 4.4181 7860.4194; 2343 6.1352 3930.2097
1324 0.7425 11506.7698; 1273 2.0371 529.691; 1199 1.1096 1577.3435; 990 5.233 5884.927
902 2.045 26.298; 857 3.508 398.149; 780 1.179 5223.694; 753 2.533 5507.553; 505 4.583 18849.228
492 4.205 775.523; 357 2.92 0.067; 317 5.849 11790.629; 284 1.899 796.298; 271 0.315 10977.079
243 0.345 5486.778; 206 4.806 2544.314; 205 1.869 5573.143; 202 2.458 6069.777; 156 0.833 213.299
132 3.411 2942.463; 126 1.083 20.775; 115 0.645 0.98; 103 0.636 4694.003; 102 0.976 15720.839
102 4.267 7.114; 99 6.21 2146.17; 98 0.68 155.42; 86 5.98 161000.69; 85 1.3 6275.96; 85 3.67 71430.7
80 1.81 17260.15; 79 3.04 12036.46; 75 1.76 5088.63; 74 3.5 3154.69; 74 4.68 801.82; 70 0.83 9437.76
62 3.98 8827.39; 61 1.82 7084.9; 57 2.78 6286.6; 56 4.39 14143.5; 56 3.47 6279.55; 52 0.19 12139.55
52 1.33 1748.02; 51 0.28 5856.48; 49 0.49 1194.45; 41 5.37 8429.24; 41 2.4 19651.05; 39 6.17 10447.39
37 6.04 10213.29; 37 2.57 1059.38; 36 1.71 2352.87; 36 1.78 6812.77; 33 0.59 17789.85; 30 0.44 83996.85
30 2.74 1349.87; 25 3.16 4690.48
"""
_L1 = """
628331966747 0 0; 206059 2.678235 6283.07585; 4303 2.6351 12566.1517; 425 1.59 3.523; 119 5.796 26.298
109 2.966 1577.344; 93 2.59 18849.23; 72 1.14 529.69; 68 1.87 398.15; 67 4.41 5507.55; 59 2.89 5223.69
56 2.17 155.42; 45 0.4 796.3; 36 0.47 775.52; 29 2.65 7.11; 21 5.34 0.98; 19 1.85 5486.78
19 4.97 213.3; 17 2.99 6275.96; 16 0.03 2544.31; 16 1.43 2146.17; 15 1.21 10977.08; 12 2.83 1748.02
12 3.26 5088.63; 12 5.27 1194.45; 12 2.08 4694; 11 0.77 553.57; 10 1.3 6286.6; 10 4.24 1349.87
"""
_L2 = "52919 0 0; 8720 1.0721 6283.0758; 309 0.867 12566.152; 27 0.05 3.52; 16 5.19 26.3; 16 3.68 155.42"
_L3 = "289 5.844 6283.076; 35 0 0; 17 5.49 12566.15"


def _series(text: str) -> list[tuple[float, float, float]]:
    terms = text.strip().replace("\n", ";").split(";")
    return [(float(a), float(b), float(c)) for a, b, c in (term.split() for term in terms)]


_EARTH = [_series(text) for text in (_L0, _L1, _L2, _L3)]

# Of the new moon: days × 1e-5, power of E, multiples of M, M', F, Ω.
_NEW_MOON = (
    (-40720, 0, 0, 1, 0, 0),
    (17241, 1, 1, 0, 0, 0),
    (1608, 0, 0, 2, 0, 0),
    (1039, 0, 0, 0, 2, 0),
    (739, 1, -1, 1, 0, 0),
    (-514, 1, 1, 1, 0, 0),
    (208, 2, 2, 0, 0, 0),
    (-111, 0, 0, 1, -2, 0),
    (-57, 0, 0, 1, 2, 0),
    (56, 1, 1, 2, 0, 0),
    (-42, 0, 0, 3, 0, 0),
    (42, 1, 1, 0, 2, 0),
    (38, 1, 1, 0, -2, 0),
    (-24, 1, -1, 2, 0, 0),
    (-17, 0, 0, 0, 0, 1),
    (-7, 0, 2, 1, 0, 0),
    (4, 0, 0, 2, -2, 0),
    (4, 0, 3, 0, 0, 0),
    (3, 0, 1, 1, -2, 0),
    (3, 0, 0, 2, 2, 0),
    (-3, 0, 1, 1, 2, 0),
    (3, 0, -1, 1, 2, 0),
    (-2, 0, -1, 1, -2, 0),
    (-2, 0, 1, 3, 0, 0),
    (2, 0, 0, 4, 0, 0),
)
# Of the planets: degrees at k = 0, degrees for each k, days × 1e-6.
_PLANETS = (
    (299.77, 0.107408, 325),
    (251.88, 0.016321, 165),
    (251.83, 26.651886, 164),
    (349.42, 36.412478, 126),
    (84.66, 18.206239, 110),
    (141.74, 53.303771, 62),
    (207.14, 2.453732, 60),
    (154.84, 7.306860, 56),
    (34.52, 27.261239, 47),
    (207.19, 0.121824, 42),
    (291.34, 1.844379, 40),
    (161.72, 24.198154, 37),
    (239.56, 25.513099, 35),
    (331.55, 3.592518, 23),
)


def delta_t(year: float) -> float:
    """TT − UT in seconds, 1860 to 2150."""
    if year < 1900:
        t = year - 1860
        return 7.62 + 0.5737 * t - 0.251754 * t**2 + 0.01680668 * t**3 - 0.0004473624 * t**4 + t**5 / 233174
    if year < 1920:
        t = year - 1900
        return -2.79 + 1.494119 * t - 0.0598939 * t**2 + 0.0061966 * t**3 - 0.000197 * t**4
    if year < 1941:
        t = year - 1920
        return 21.20 + 0.84493 * t - 0.076100 * t**2 + 0.0020936 * t**3
    if year < 1961:
        t = year - 1950
        return 29.07 + 0.407 * t - t**2 / 233 + t**3 / 2547
    if year < 1986:
        t = year - 1975
        return 45.45 + 1.067 * t - t**2 / 260 - t**3 / 718
    if year < 2005:
        t = year - 2000
        return (
            63.86
            + 0.3345 * t
            - 0.060374 * t**2
            + 0.0017275 * t**3
            + 0.000651814 * t**4
            + 0.00002373599 * t**5
        )
    if year < 2050:
        t = year - 2000
        return 62.92 + 0.32217 * t + 0.005589 * t**2
    return -20 + 32 * ((year - 1820) / 100) ** 2 - 0.5628 * (2150 - year)


CHINA = 8 / 24  # the clock of 120° E, in days ahead of Greenwich
BEIJING = (116 + 25 / 60) / 360  # the mean time of Beijing, in force until 1928


def local(tt: float, zone: float) -> float:
    """Days since the midnight that began ordinal 0, by a clock so many days ahead of Greenwich."""
    year = 2000 + (tt - _J2000) / 365.2425
    return tt - delta_t(year) / 86400 + zone - _ORDINAL


def new_moon(k: int) -> float:
    """The Julian day (TT) of the k-th new moon since that of 6 January 2000."""
    t = k / 1236.85
    e = 1 - 0.002516 * t - 0.0000074 * t**2
    mean = 2451550.09766 + 29.530588861 * k + 0.00015437 * t**2 - 0.00000015 * t**3
    angles = [
        math.radians(degrees)
        for degrees in (
            2.5534 + 29.10535670 * k - 0.0000014 * t**2,
            201.5643 + 385.81693528 * k + 0.0107582 * t**2 + 0.00001238 * t**3,
            160.7108 + 390.67050284 * k - 0.0016118 * t**2 - 0.00000227 * t**3,
            124.7746 - 1.56375588 * k + 0.0020672 * t**2,
        )
    ]
    for size, power, *multiples in _NEW_MOON:
        argument = sum(m * angle for m, angle in zip(multiples, angles, strict=True))
        mean += size * 1e-5 * e**power * math.sin(argument)
    for place, (start, step, size) in enumerate(_PLANETS):
        bend = -0.009173 * t**2 if place == 0 else 0.0
        mean += size * 1e-6 * math.sin(math.radians(start + step * k + bend))
    return mean


def sun(tt: float) -> float:
    """The apparent longitude of the sun in degrees."""
    t = (tt - _J2000) / 365250
    longitude = 0.0
    for power, terms in enumerate(_EARTH):
        longitude += t**power * sum(a * math.cos(b + c * t) for a, b, c in terms)
    degrees = math.degrees(longitude * 1e-8) + 180 - 0.09033 / 3600
    century = t * 10
    anomaly = math.radians(357.52911 + 35999.05029 * century)
    distance = 1.00014 - 0.01671 * math.cos(anomaly) - 0.00014 * math.cos(2 * anomaly)
    node = math.radians(125.04452 - 1934.136261 * century)
    sun_mean = math.radians(280.4665 + 36000.7698 * century)
    moon_mean = math.radians(218.3165 + 481267.8813 * century)
    nutation = -17.20 * math.sin(node) - 1.32 * math.sin(2 * sun_mean)
    nutation += -0.23 * math.sin(2 * moon_mean) + 0.21 * math.sin(2 * node)
    return (degrees + (nutation - 20.4898 / distance) / 3600) % 360


def sun_reaches(degrees: float, near: float) -> float:
    """When (Julian day, TT) the sun's longitude is this, within some weeks of `near`."""
    at = near
    for _ in range(6):
        at += ((degrees - sun(at) + 180) % 360 - 180) * 365.2422 / 360
    return at


def terms(year: int) -> list[float]:
    """The 24 solar terms of a Gregorian year in days of `local`, by the clock of 120° E."""
    start = date(year, 1, 6).toordinal() + _ORDINAL
    return [
        local(sun_reaches((285 + 15 * place) % 360, start + place * 365.2422 / 24), CHINA)
        for place in range(24)
    ]


def new_moons(first: int, last: int) -> list[float]:
    """All new moons from January of one Gregorian year to December of another in days of `local`.

    By the mean time of Beijing until 1928, as months were reckoned then, and by that of 120° E since.
    """
    found = range(math.floor((first - 2000) * 12.3685) - 1, math.ceil((last + 1 - 2000) * 12.3685) + 2)
    return [local(new_moon(k), BEIJING if k < _K_1929 else CHINA) for k in found]


def numbered(
    starts: Iterable[int], solstices: Iterable[int], middles: Iterable[int]
) -> dict[int, tuple[int, bool]]:
    """First days of months → number and leap; all days are ordinals.

    The month of the winter solstice is the eleventh. Where thirteen months lie between two of them, the
    first that holds none of the `middles` (the twelve terms at multiples of 30°) is a leap month.
    """
    months = sorted(starts)
    known = sorted(middles)
    elevenths = [max(one for one in months if one <= solstice) for solstice in sorted(solstices)]
    found: dict[int, tuple[int, bool]] = {}
    for begin, end in itertools.pairwise(elevenths):
        between = [one for one in months if begin <= one < end]
        number, leap_given = 10, len(between) == 12
        for place, one in enumerate(between):
            following = between[place + 1] if place + 1 < len(between) else end
            is_leap = not leap_given and not any(one <= middle < following for middle in known)
            leap_given = leap_given or is_leap
            number += not is_leap
            found[one] = ((number - 1) % 12 + 1, is_leap)
    return found
