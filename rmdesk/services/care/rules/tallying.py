"""Counting what rules find by the day, without an object for each of tens of thousands of rows."""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterable
from datetime import date
from itertools import chain
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import String, func, literal

from rmdesk.services.care.asked import FACT
from rmdesk.services.care.rules.rule import Identity, Tally
from rmdesk.services.care.touchpoint import Row


class Found(NamedTuple):
    """A row of the driver: `known` is the day since which the customer is known, as its text, or ""."""

    customer_id: int
    subject: str
    aum_fen: int
    amount_fen: int | None
    known: str


CUSTOMER, SUBJECT, AUM, AMOUNT, KNOWN = range(5)
WORTH = func.coalesce(FACT.aum_fen, 0)
SINCE = func.coalesce(FACT.known_since, literal("", String))


def tally(
    groups: Iterable[tuple[Collection[date], list[Any], tuple[Any, ...]]],
    acted: Collection[Identity],
    few: int,
) -> dict[date, Tally]:
    """Tallies of groups of rows (as `Found`), each with the days that all of its rows are due on.

    The last of a group goes into the `values` of its rows. Left out is what was acted upon, and what was
    due before the customer was known.
    """
    by_day: dict[date, list[tuple[list[Any], tuple[Any, ...]]]] = {}
    touched = {(customer_id, day) for customer_id, _subject, day in acted}
    touched_days = {day for _customer_id, day in touched}
    for days, rows, values in groups:
        rows.sort(key=_WORTH, reverse=True)
        newest = max(map(_SINCE, rows), default="")
        for day in days:
            left = rows
            text = day.isoformat()
            if newest > text:
                left = [row for row in left if row[KNOWN] <= text]
            if day in touched_days:
                left = [row for row in left if (row[CUSTOMER], row[SUBJECT], day) not in acted]
            if left:
                by_day.setdefault(day, []).append((left, values))
    return {
        day: Tally(
            sum(len(rows) for rows, _values in some),
            _first(day, some, few),
            sum(amount for rows, _values in some for amount in map(_AMOUNT, rows) if amount),
        )
        for day, some in by_day.items()
    }


_AMOUNT, _WORTH, _SINCE = itemgetter(AMOUNT), itemgetter(AUM), itemgetter(KNOWN)


def _first(day: date, some: list[tuple[list[Any], tuple[Any, ...]]], few: int) -> list[Row]:
    best = heapq.nlargest(
        few,
        chain.from_iterable(((row, values) for row in rows[:few]) for rows, values in some),
        key=lambda one: one[0][AUM],
    )
    return [Row(row[CUSTOMER], row[SUBJECT], day, row[AUM], row[AMOUNT], values) for row, values in best]
