"""Ages as Chinese people count them, and the animal of somebody's birth."""

from __future__ import annotations

from datetime import date

from rmdesk.services import almanac
from rmdesk.services.almanac import Zodiac
from rmdesk.services.anniversaries import LeapDay, occurrence
from rmdesk.services.days import Day


def lunar_year_of(born: Day) -> int | None:
    """The lunar year somebody was born in; None where the year is unknown or before the table."""
    if born.year is None or born.is_lunar:
        return born.year
    day = date(born.year, born.month, born.day)
    return almanac.to_lunar(day).year if almanac.first_day() <= day <= almanac.last_day() else None


def zodiac_of(born: Day) -> Zodiac | None:
    """The animal of somebody's lunar year of birth; None where that is unknown."""
    year = lunar_year_of(born)
    return None if year is None else almanac.zodiac(year)


def nominal_age(born: Day, on: date) -> int | None:
    """虚岁 on a day: one at birth, one more at each lunar New Year. None where the year is unknown."""
    year = lunar_year_of(born)
    return None if year is None else almanac.to_lunar(on).year - year + 1


def full_age(born: Day, on: date, *, leap_day: LeapDay = LeapDay.MARCH_1) -> int | None:
    """周岁 on a day: birthdays since birth in the calendar of the birthday. None where the year is unknown.

    Who was born on 29 February is a year older on 1 March, as the law counts.
    """
    if born.year is None:
        return None
    if not born.is_lunar:
        year = on.year
    else:
        year = almanac.to_lunar(on).year
    return year - born.year - (occurrence(born, year, leap_day=leap_day) > on)


def birth_date(born: Day) -> date | None:
    """The solar day somebody was born on; None where the year is unknown or outside the table."""
    if born.year is None or (born.is_lunar and not almanac.knows_year(born.year)):
        return None
    return occurrence(born, born.year)


def other_calendar(born: Day) -> Day | None:
    """The same day in the other calendar; None where the year is unknown or outside the table."""
    on = birth_date(born)
    if on is None:
        return None
    if born.is_lunar:
        return Day(on.month, on.day, on.year)
    if not almanac.first_day() <= on <= almanac.last_day():
        return None
    lunar = almanac.to_lunar(on)
    return Day(lunar.month, lunar.day, lunar.year, is_lunar=True, is_leap_month=lunar.is_leap)
