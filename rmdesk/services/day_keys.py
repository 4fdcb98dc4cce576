"""One number for a day of the year as people know it, so that a day finds its people by an index.

`month * 100 + day` of a solar day; of a lunar one 10,000 more, and of one in a leap month 20,000 more.
"""

from __future__ import annotations

from sqlalchemy import ColumnElement, case
from sqlalchemy.orm import InstrumentedAttribute

from rmdesk.services.days import Day

LUNAR = 10_000
LEAP = 20_000


def key_of(day: Day) -> int:
    base = (LEAP if day.is_leap_month else LUNAR) if day.is_lunar else 0
    return base + day.month * 100 + day.day


def key_column(
    month: InstrumentedAttribute[int | None],
    day: InstrumentedAttribute[int | None],
    is_lunar: InstrumentedAttribute[bool],
    is_leap_month: InstrumentedAttribute[bool],
) -> ColumnElement[int | None]:
    """The same as an expression over columns; empty where the month is."""
    return month * 100 + day + case((is_leap_month, LEAP), (is_lunar, LUNAR), else_=0)
