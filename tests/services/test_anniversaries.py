"""Birthdays in both calendars, as properties over all kinds of them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rmdesk.services import ages, almanac
from rmdesk.services.almanac import LunarDate, Zodiac
from rmdesk.services.anniversaries import DayKeys, LeapDay, keys_of, occurrence, occurrences
from rmdesk.services.days import Day

FIRST, LAST = date(1901, 1, 1), date(2099, 12, 31)

solar_days = st.dates(date(1904, 1, 1), date(2020, 12, 31)).map(lambda one: Day(one.month, one.day))
lunar_days = st.builds(
    Day,
    month=st.integers(1, 12),
    day=st.integers(1, 30),
    is_lunar=st.just(True),
    is_leap_month=st.booleans(),
)
days = st.one_of(solar_days, lunar_days, st.just(Day(2, 29)), st.just(Day(12, 30, is_lunar=True)))
rules = st.sampled_from(LeapDay)


def among(keys: DayKeys, day: Day) -> bool:
    if day.is_lunar:
        return (day.month, day.day, day.is_leap_month) in keys.lunar
    return (day.month, day.day) in keys.solar


@settings(deadline=None)
@given(days, st.dates(FIRST, LAST), st.integers(0, 800), rules)
def test_a_range_is_the_union_of_its_days(day: Day, first: date, length: int, leap_day: LeapDay) -> None:
    last = min(first + timedelta(days=length), LAST)
    by_day = [keys.day for keys in keys_of(first, last, leap_day=leap_day) if among(keys, day)]
    assert by_day == occurrences(day, first, last, leap_day=leap_day)
    half = first + (last - first) / 2
    parts = occurrences(day, first, half, leap_day=leap_day)
    assert parts + occurrences(day, half + timedelta(days=1), last, leap_day=leap_day) == by_day


@settings(deadline=None)
@given(days, rules)
def test_every_birthday_once_in_each_year_of_its_own_calendar(day: Day, leap_day: LeapDay) -> None:
    found = occurrences(day, almanac.new_year(1901), LAST, leap_day=leap_day)
    years = [almanac.to_lunar(one).year if day.is_lunar else one.year for one in found]
    assert years == list(range(years[0], years[-1] + 1))
    assert years[0] in (1901, 1902)
    assert years[-1] in (2098, 2099)


@pytest.mark.parametrize(
    ("day", "first", "last", "found"),
    [
        (Day(2, 29), date(2023, 1, 1), date(2024, 12, 31), [date(2023, 2, 28), date(2024, 2, 29)]),
        # The 30th of a month of 29 days; the year's end has one in 2024 and none in 2025.
        (
            Day(12, 30, is_lunar=True),
            date(2024, 1, 1),
            date(2025, 12, 31),
            [date(2024, 2, 9), date(2025, 1, 28)],
        ),
        # Born in a leap month: the ordinary month, but in 2025, which has that leap month.
        (
            Day(6, 3, is_lunar=True, is_leap_month=True),
            date(2024, 1, 1),
            date(2025, 12, 31),
            [date(2024, 7, 8), date(2025, 7, 27)],
        ),
        (Day(6, 3, is_lunar=True), date(2025, 1, 1), date(2025, 12, 31), [date(2025, 6, 27)]),
        # Leap month 6 of 2025 has 29 days, the ordinary month 30.
        (
            Day(6, 30, is_lunar=True, is_leap_month=True),
            date(2025, 1, 1),
            date(2025, 12, 31),
            [date(2025, 8, 22)],
        ),
        # Lunar 12-01 falls twice in some solar years and not at all in others.
        (
            Day(12, 1, is_lunar=True),
            date(2019, 1, 1),
            date(2019, 12, 31),
            [date(2019, 1, 6), date(2019, 12, 26)],
        ),
        (Day(12, 1, is_lunar=True), date(2020, 1, 1), date(2020, 12, 31), []),
        (Day(6, 3), date(2026, 6, 4), date(2026, 6, 2), []),
    ],
)
def test_where_birthdays_fall(day: Day, first: date, last: date, found: list[date]) -> None:
    assert occurrences(day, first, last) == found


def test_29_february_on_1_march() -> None:
    assert occurrence(Day(2, 29), 2023, leap_day=LeapDay.MARCH_1) == date(2023, 3, 1)
    assert occurrence(Day(2, 29), 2024, leap_day=LeapDay.MARCH_1) == date(2024, 2, 29)


def test_ages() -> None:
    born = Day(2, 1, 1984)  # the last day of lunar 1983, a year of the pig
    assert almanac.to_lunar(date(1984, 2, 1)) == LunarDate(1983, 12, False, 30)
    assert ages.nominal_age(born, date(1984, 2, 1)) == 1
    assert ages.nominal_age(born, date(1984, 2, 2)) == 2
    assert ages.zodiac_of(born) == Zodiac.PIG
    assert ages.full_age(born, date(2026, 1, 31)) == 41
    assert ages.full_age(born, date(2026, 2, 1)) == 42
    lunar = Day(8, 15, 1966, is_lunar=True)
    assert ages.birth_date(lunar) == date(1966, 9, 29)
    assert (ages.full_age(lunar, date(2026, 9, 24)), ages.full_age(lunar, date(2026, 9, 25))) == (59, 60)
    assert ages.nominal_age(lunar, date(2026, 2, 17)) == 61
    leap = Day(2, 29, 2004)
    assert (ages.full_age(leap, date(2026, 2, 28)), ages.full_age(leap, date(2026, 3, 1))) == (21, 22)


def test_ages_that_nobody_knows() -> None:
    for born in (Day(6, 3), Day(8, 15, is_lunar=True)):
        assert ages.full_age(born, date(2026, 1, 1)) is None
        assert ages.nominal_age(born, date(2026, 1, 1)) is None
        assert ages.zodiac_of(born) is None
        assert ages.birth_date(born) is None
    before_the_table = Day(1, 5, 1880)
    assert ages.nominal_age(before_the_table, date(2026, 1, 1)) is None
    assert ages.full_age(before_the_table, date(1950, 1, 5)) == 70
    assert ages.birth_date(Day(1, 5, 1880, is_lunar=True)) is None
