"""Solar day ↔ lunar day, and the months of a lunar year."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from functools import cache
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


class Table(NamedTuple):
    months: tuple[Month, ...]  # in the order of time
    firsts: tuple[int, ...]  # their first days
    places: dict[tuple[int, int, bool], int]  # year, number, leap → place in `months`
    leap_months: dict[int, int]  # every year of the table; 0: none
    terms: dict[int, tuple[int, ...]]  # Gregorian year → days of its 24 terms, two in each month


@cache
def table() -> Table:
    """The shipped table (`tests/data/calendars/make.py` writes it)."""
    months: list[Month] = []
    leap_months: dict[int, int] = {}
    terms: dict[int, tuple[int, ...]] = {}
    lines = resources.path("calendars", "chinese.csv").read_text("utf-8").splitlines()
    for line in lines[1:]:
        year_text, new_year_text, leap_text, lengths, days = line.split(",")
        year, leap = int(year_text), int(leap_text)
        leap_months[year] = leap
        terms[year] = tuple(map(int, days.split()))
        first = date.fromisoformat(new_year_text).toordinal()
        for place, length in enumerate(map(int, lengths.split())):
            after_leap = bool(leap) and place >= leap
            months.append(Month(year, place + 1 - after_leap, bool(leap) and place == leap, first, length))
            first += length
    places = {(month.year, month.number, month.is_leap): place for place, month in enumerate(months)}
    return Table(tuple(months), tuple(month.first for month in months), places, leap_months, terms)


def first_day() -> date:
    """The first day that the table knows, the New Year of 1900."""
    return date.fromordinal(table().firsts[0])


def last_day() -> date:
    """The last day that the table knows: lunar year and solar terms of 2100 are the last ones."""
    return date(max(table().terms), 12, 31)


def outside() -> UserError:
    return UserError("calendar.outside", first=first_day(), last=last_day())


def month_of(day: date) -> Month:
    """The lunar month that a day belongs to."""
    known = table()
    place = bisect_right(known.firsts, day.toordinal()) - 1
    if place < 0 or day.year not in known.terms:
        raise outside()
    return known.months[place]


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


def months(year: int) -> list[Month]:
    """The twelve or thirteen months of a lunar year."""
    place = table().places.get((year, 1, False))
    if place is None:
        raise outside()
    return list(table().months[place : place + (13 if leap_month(year) else 12)])


def knows_year(year: int) -> bool:
    """Whether the table has the months of a lunar year."""
    return year in table().leap_months


def leap_month(year: int) -> int | None:
    """The number of the month that a lunar year has twice; None if it has none."""
    known = table().leap_months
    if year not in known:
        raise outside()
    return known[year] or None


def month_length(year: int, number: int, *, is_leap: bool = False) -> int:
    """29 or 30. ValueError if the year has no such month."""
    return month(year, number, is_leap).length


def new_year(year: int) -> date:
    """The first day of a lunar year, 春节."""
    return date.fromordinal(month(year, 1, False).first)


def month(year: int, number: int, is_leap: bool) -> Month:
    known = table()
    if not knows_year(year):
        raise outside()
    place = known.places.get((year, number, is_leap))
    if place is None:
        raise ValueError(f"lunar {year} has no {'leap ' if is_leap else ''}month {number}")
    return known.months[place]
