"""Solar day ↔ lunar day, and the months of a lunar year."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from rmdesk import resources
from rmdesk.services.errors import UserError


class LunarDate(NamedTuple):
    """A day of the Chinese calendar; in the order of time, for a leap month follows its namesake."""

    year: int
    month: int
    is_leap: bool
    day: int


class Month(NamedTuple):
    """A month of a lunar year: 29 or 30 days from its `first` on (an ordinal of `date`)."""

    year: int
    number: int
    is_leap: bool
    first: int
    length: int


class Year(NamedTuple):
    """What the table says of a year: the months of the lunar one, the terms of the Gregorian one."""

    months: tuple[Month, ...]  # in the order of time
    firsts: tuple[int, ...]  # their first days
    leap: int  # the month it has twice; 0: none
    terms: tuple[int, ...]  # the days of its 24 terms, two in each month


@cache
def _lines() -> dict[int, str]:
    """The shipped table (`tests/data/calendars/make.py` writes it), a line for each year.

    A line is read when its year is first asked for: all months at once would be 0.7 MB of every window.
    """
    lines = resources.path("calendars", "chinese.csv").read_text("utf-8").splitlines()
    return {int(line.partition(",")[0]): line for line in lines[1:]}


@cache
def year(number: int) -> Year | None:
    """A year of the table; None if it has no such year."""
    line = _lines().get(number)
    if line is None:
        return None
    _, new_year_text, leap_text, lengths, days = line.split(",")
    leap, first = int(leap_text), date.fromisoformat(new_year_text).toordinal()
    months: list[Month] = []
    for place, length in enumerate(map(int, lengths.split())):
        after_leap = bool(leap) and place >= leap
        months.append(Month(number, place + 1 - after_leap, bool(leap) and place == leap, first, length))
        first += length
    return Year(tuple(months), tuple(one.first for one in months), leap, tuple(map(int, days.split())))


def known_year(number: int) -> Year:
    """A year of the table. Raises UserError `calendar.outside`."""
    found = year(number)
    if found is None:
        raise outside()
    return found


@cache
def first_day() -> date:
    """The first day that the table knows, the New Year of 1900."""
    return new_year(min(_lines()))


@cache
def last_day() -> date:
    """The last day that the table knows: lunar year and solar terms of 2100 are the last ones."""
    return date(max(_lines()), 12, 31)


def outside() -> UserError:
    return UserError("calendar.outside", first=first_day(), last=last_day())


def month_of(day: date) -> Month:
    """The lunar month that a day belongs to."""
    number = day.toordinal()
    found = known_year(day.year)
    if number < found.firsts[0]:
        found = known_year(day.year - 1)  # before the New Year
    return found.months[bisect_right(found.firsts, number) - 1]


@lru_cache(maxsize=64)  # of the days of a list: each of them is asked for again and again
def to_lunar(day: date) -> LunarDate:
    """The lunar day of a solar one."""
    found = month_of(day)
    return LunarDate(found.year, found.number, found.is_leap, day.toordinal() - found.first + 1)


def to_solar(lunar: LunarDate) -> date:
    """The solar day of a lunar one. ValueError if its year has no such month or the month no such day."""
    found = month(lunar.year, lunar.month, lunar.is_leap)
    if not 1 <= lunar.day <= found.length:
        raise ValueError(f"lunar month {lunar.year}-{lunar.month} has no day {lunar.day}")
    return date.fromordinal(found.first + lunar.day - 1)


def months(lunar_year: int) -> list[Month]:
    """The twelve or thirteen months of a lunar year."""
    return list(known_year(lunar_year).months)


def knows_year(lunar_year: int) -> bool:
    """Whether the table has the months of a lunar year."""
    return year(lunar_year) is not None


def leap_month(lunar_year: int) -> int | None:
    """The number of the month that a lunar year has twice; None if it has none."""
    return known_year(lunar_year).leap or None


def month_length(lunar_year: int, number: int, *, is_leap: bool = False) -> int:
    """29 or 30. ValueError if the year has no such month."""
    return month(lunar_year, number, is_leap).length


def new_year(lunar_year: int) -> date:
    """The first day of a lunar year, 春节."""
    return date.fromordinal(known_year(lunar_year).firsts[0])


def month(lunar_year: int, number: int, is_leap: bool) -> Month:
    known = known_year(lunar_year)
    if not 1 <= number <= 12 or (is_leap and number != known.leap):
        raise ValueError(f"lunar {lunar_year} has no {'leap ' if is_leap else ''}month {number}")
    return known.months[number - 1 + (is_leap or 0 < known.leap < number)]
