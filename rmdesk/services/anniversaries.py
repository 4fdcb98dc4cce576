"""Which days of each year a birthday or anniversary falls on, and which of them fall into given days.

The two say the same from either end: a day `d` is among `occurrences(day, …)` exactly if the key of
`day` is among the keys of `d`. Some days do not come every year:

- 29 February falls on 28 February or 1 March of other years, as the branch sets;
- the 30th of a lunar month of 29 days falls on the 29th;
- who was born in a leap month celebrates in the ordinary month, unless the year has that leap month.
"""

from __future__ import annotations

import calendar
import functools
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from rmdesk.services import almanac
from rmdesk.services.almanac import LunarDate
from rmdesk.services.days import Day


class LeapDay(StrEnum):
    """Where 29 February is kept in a year that has none."""

    FEBRUARY_28 = "february_28"
    MARCH_1 = "march_1"


@dataclass(frozen=True, slots=True)
class DayKeys:
    """One solar day, and what falls on it: (month, day) and lunar (month, day, is_leap_month)."""

    day: date
    solar: tuple[tuple[int, int], ...]
    lunar: tuple[tuple[int, int, bool], ...]


def keys_of(first: date, last: date, *, leap_day: LeapDay = LeapDay.FEBRUARY_28) -> Iterator[DayKeys]:
    """Each day from `first` to `last` with its keys."""
    for number in range(first.toordinal(), last.toordinal() + 1):
        day = date.fromordinal(number)
        yield DayKeys(day, _solar_keys(day, leap_day), _lunar_keys(day))


def occurrences(day: Day, first: date, last: date, *, leap_day: LeapDay = LeapDay.FEBRUARY_28) -> list[date]:
    """The days from `first` to `last` that `day` falls on; the year it began in is not looked at.

    Each year of its own calendar has one: of a lunar day, a Gregorian year may have two or none.
    """
    if first > last:
        return []
    years = (
        range(almanac.to_lunar(first).year, almanac.to_lunar(last).year + 1)
        if day.is_lunar
        else range(first.year, last.year + 1)
    )
    found = (occurrence(day, year, leap_day=leap_day) for year in years)
    return [one for one in found if first <= one <= last]


def occurrence(day: Day, year: int, *, leap_day: LeapDay = LeapDay.FEBRUARY_28) -> date:
    """The one solar day that `day` falls on in a year of its own calendar."""
    if not day.is_lunar:
        if (day.month, day.day) == (2, 29) and not calendar.isleap(year):
            return date(year, 2, 28) + timedelta(days=leap_day == LeapDay.MARCH_1)
        return date(year, day.month, day.day)
    is_leap = day.is_leap_month and almanac.leap_month(year) == day.month
    length = almanac.month_length(year, day.month, is_leap=is_leap)
    return almanac.to_solar(LunarDate(year, day.month, is_leap, min(day.day, length)))


def _solar_keys(day: date, leap_day: LeapDay) -> tuple[tuple[int, int], ...]:
    own = (day.month, day.day)
    kept = (2, 28) if leap_day == LeapDay.FEBRUARY_28 else (3, 1)
    return (own, (2, 29)) if own == kept and not calendar.isleap(day.year) else (own,)


@functools.lru_cache(maxsize=2048)
def _lunar_keys(day: date) -> tuple[tuple[int, int, bool], ...]:
    month = almanac.month_of(day)
    number = day.toordinal() - month.first + 1
    days = (number, 30) if number == month.length == 29 else (number,)
    if month.is_leap:
        births: tuple[bool, ...] = (True,)
    elif almanac.leap_month(month.year) == month.number:
        births = (False,)
    else:
        births = (False, True)
    return tuple((month.number, one, is_leap) for is_leap in births for one in days)
