"""Days as people know them: solar or lunar, the year perhaps unknown; and plain dates."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from typing import Any

from rmdesk.services import almanac
from rmdesk.services.almanac import LunarDate
from rmdesk.services.errors import UserError

EARLIEST_YEAR = 1850
LATEST_YEAR = 2200
_LEAP_YEAR = 2000  # for a day whose year is unknown: 29 February may be it


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the year; `is_leap_month` says that a lunar month is the one put in after its namesake."""

    month: int
    day: int
    year: int | None = None
    is_lunar: bool = False
    is_leap_month: bool = False

    def __reduce__(
        self,
    ) -> tuple[Any, ...]:  # many cross the pipe of an import: four times as fast as by default
        return Day, (self.month, self.day, self.year, self.is_lunar, self.is_leap_month)

    def columns(self, prefix: str = "") -> dict[str, Any]:
        """The values of a row's columns for it."""
        return {
            f"{prefix}year": self.year,
            f"{prefix}month": self.month,
            f"{prefix}day": self.day,
            f"{prefix}is_lunar": self.is_lunar,
            f"{prefix}is_leap_month": self.is_leap_month,
        }


def columns(day: Day | None, prefix: str = "") -> dict[str, Any]:
    """The values of a row's columns for a day that may be unknown."""
    if day is not None:
        return day.columns(prefix)
    unknown: dict[str, Any] = dict.fromkeys((f"{prefix}year", f"{prefix}month", f"{prefix}day"))
    return {**unknown, f"{prefix}is_lunar": False, f"{prefix}is_leap_month": False}


def of_row(row: object, prefix: str = "") -> Day | None:
    """The day that a row's columns hold; None where month and day are unknown."""
    month = getattr(row, f"{prefix}month")
    if month is None:
        return None
    return Day(
        month,
        getattr(row, f"{prefix}day"),
        getattr(row, f"{prefix}year"),
        getattr(row, f"{prefix}is_lunar"),
        getattr(row, f"{prefix}is_leap_month"),
    )


def check_day(value: object, what: str, *, past: bool = False) -> Day:
    """A day that exists; with `past` not after today, as far as its year tells.

    Raises UserError `date.not_a_date`, `date.out_of_range`, `date.in_future`; for a lunar day whose year
    the almanac knows also `date.no_leap_month` and `date.short_month`.
    """
    if not isinstance(value, Day) or not all(
        isinstance(one, int) and not isinstance(one, bool)
        for one in (value.month, value.day, value.year or 0)
    ):
        raise UserError("date.not_a_date", what=what)
    if value.year is not None and not EARLIEST_YEAR <= value.year <= LATEST_YEAR:
        raise UserError("date.out_of_range", what=what, earliest=EARLIEST_YEAR, latest=LATEST_YEAR)
    if not 1 <= value.month <= 12 or (value.is_leap_month and not value.is_lunar):
        raise UserError("date.not_a_date", what=what)
    longest = 30 if value.is_lunar else calendar.monthrange(value.year or _LEAP_YEAR, value.month)[1]
    if not 1 <= value.day <= longest:
        raise UserError("date.not_a_date", what=what)
    if value.is_lunar and value.year is not None and almanac.knows_year(value.year):
        return _check_lunar(value, value.year, what, past)
    if past and value.year is not None:
        # A lunar year begins after the solar one: its day lies later than the same figures read as solar.
        today = date.today()
        if (value.year, value.month, value.day) > (today.year, today.month, today.day):
            raise UserError("date.in_future", what=what)
    return value


def _check_lunar(day: Day, year: int, what: str, past: bool) -> Day:
    if day.is_leap_month and almanac.leap_month(year) != day.month:
        raise UserError("date.no_leap_month", what=what, year=year, month=day.month)
    length = almanac.month_length(year, day.month, is_leap=day.is_leap_month)
    if day.day > length:
        raise UserError("date.short_month", what=what, year=year, month=day.month, length=length)
    on = almanac.to_solar(LunarDate(year, day.month, day.is_leap_month, day.day))
    if past and on > date.today():
        raise UserError("date.in_future", what=what)
    return day


def check_date(value: object, what: str, *, past: bool = False) -> date:
    """A date, or its ISO form as text (2026-03-01); with `past` not after today.

    Raises UserError `date.not_a_date`, `date.out_of_range`, `date.in_future`.
    """
    found = value
    if isinstance(value, str):
        try:
            found = date.fromisoformat(value.strip())
        except ValueError as error:
            raise UserError("date.not_a_date", what=what) from error
    if type(found) is not date:
        raise UserError("date.not_a_date", what=what)
    if not EARLIEST_YEAR <= found.year <= LATEST_YEAR:
        raise UserError("date.out_of_range", what=what, earliest=EARLIEST_YEAR, latest=LATEST_YEAR)
    if past and found > date.today():
        raise UserError("date.in_future", what=what)
    return found
