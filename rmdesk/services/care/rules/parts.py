"""What the statements of a rule are made of: see `Parts`."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, func, select

from rmdesk.services.queries import given

Mark = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Due:
    """How many touchpoints with one mark are due on a day, and the sum of their amounts.

    `absent` more have the mark, but somebody acted upon them or the customer was not known yet. `rows` are
    those of the driver, the most valuable first, where they had to be read to be counted.
    """

    mark: Mark
    day: date
    count: int
    absent: int = 0
    amount_fen: int = 0
    rows: list[tuple[Any, ...]] | None = None


@dataclass(frozen=True)
class Parts:
    """What the statements of a rule are made of, beside the facts of customers.

    `within` leaves what may be due on the days of a question; `keys` are what `Dated.told` makes of marks,
    none if everything is due on the same days. `starts`: the day before which nothing is due of a customer,
    empty where there is none; `starts_late`, conditions of which one holds where that may lie after the
    parameter `since`.
    `which` are conditions on the rule's own rows, `wanted` on the facts; `alone` is the customer of a row
    that is counted without facts, but for those who are left out (`ungreeted`: who want no greetings too).
    `narrow`: what holds of the facts of all whom it concerns, and of few others.
    `apart`: what tells apart the rows of rules that are read together; it comes last in each row.
    """

    source: FromClause
    subject: ColumnElement[Any]
    marks: tuple[ColumnElement[Any], ...]
    within: ColumnElement[bool]
    keys: tuple[ColumnElement[Any], ...]
    which: tuple[ColumnElement[bool], ...] = ()
    wanted: tuple[ColumnElement[bool], ...] = ()
    alone: Any = None
    ungreeted: bool = False
    amount: ColumnElement[Any] | None = None
    starts: ColumnElement[Any] | None = None
    starts_late: tuple[ColumnElement[bool], ...] = ()
    narrow: tuple[ColumnElement[bool], ...] = ()
    apart: ColumnElement[Any] | None = None


def own_day(mark: Mark) -> Collection[date]:
    """Of a mark that is the due day itself."""
    return (date.fromisoformat(mark[0]),)


def several(name: str, count: int) -> Select[Any]:
    """The values of a parameter that is a list of lists of so many values."""
    one = func.json_each(given(name)).table_valued("value").c.value
    return select(*(func.json_extract(one, f"$[{place}]") for place in range(count)))
