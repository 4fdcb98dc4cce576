"""Periods as they are written: 2026, 2026-Q3, 2026-09."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from rmdesk.models import PeriodKind

_YEARS = range(1990, 2100)
_QUARTERS = "一二三四"


@dataclass(frozen=True, slots=True)
class Period:
    """A year, quarter or month; `name` is the way it is written."""

    kind: str
    name: str
    first: date
    last: date


def year(number: int) -> Period:
    return Period(PeriodKind.YEAR.value, f"{number}", date(number, 1, 1), date(number, 12, 31))


def quarter(of: int, number: int) -> Period:
    last = month(of, number * 3).last
    return Period(PeriodKind.QUARTER.value, f"{of}-Q{number}", date(of, number * 3 - 2, 1), last)


def month(of: int, number: int) -> Period:
    last = calendar.monthrange(of, number)[1]
    name = f"{of}-{number:02}"
    return Period(PeriodKind.MONTH.value, name, date(of, number, 1), date(of, number, last))


def months_in(first: date, last: date) -> list[Period]:
    """The whole months between two days."""
    found = []
    day = first
    while day <= last:
        one = month(day.year, day.month)
        if one.first >= first and one.last <= last:
            found.append(one)
        day = one.last + timedelta(days=1)
    return found


def read(typed: str) -> Period | None:
    """The period of "2026", "2026年", "2026Q3", "2026-Q3", "2026年三季度", "2026-09", "2026年9月"; None of
    anything else.
    """
    text = re.sub(r"\s", "", typed).upper()
    found = re.fullmatch(r"(\d{4})年?(?:[-./]?Q([1-4])|第?([1-4一二三四])季度?|[-./]?(\d{1,2})月?)?", text)
    if found is None or int(found[1]) not in _YEARS:
        return None
    of, number = int(found[1]), found[2] or found[3]
    if number:
        return quarter(of, _QUARTERS.index(number) + 1 if number in _QUARTERS else int(number))
    if found[4]:
        return month(of, int(found[4])) if 1 <= int(found[4]) <= 12 else None
    return year(of)


def before(first: date, last: date) -> tuple[date, date]:
    """The period of the same length before: whole months before whole months, else as many days."""
    spans = months_in(first, last)
    if spans and spans[0].first == first and spans[-1].last == last:
        place = first.year * 12 + first.month - 1 - len(spans)
        return date(place // 12, place % 12 + 1, 1), first - timedelta(days=1)
    return first - (last - first) - timedelta(days=1), first - timedelta(days=1)
