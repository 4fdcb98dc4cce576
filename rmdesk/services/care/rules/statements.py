"""The statements of a rule whose touchpoints fall due by a day in a row, each made once for each shape.

Rows that are read begin with the customer, the subject, what the customer is worth, the amount, the day from
which on something is due (or nothing), and the mark.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from operator import itemgetter
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, FromClause, Select, case, func, literal, null, or_, select, tuple_
from sqlalchemy.orm import Session

from rmdesk.models import ActState, TouchpointAct
from rmdesk.services.care.asked import FACTS, Shape, there
from rmdesk.services.care.rules.parts import Parts, several
from rmdesk.services.driver_rows import Statement
from rmdesk.services.queries import given, listed
from rmdesk.services.store.sql import often, unindexed

AUM, AMOUNT, STARTS, MARK = 2, 3, 4, 5  # places in the rows that are read
_customer = itemgetter(1)  # of the rows of `ranked`
FEW_NEWCOMERS = 20_000  # of so many it takes less time to look each up than to look at all facts
NO_LIMIT = -1
ANYTHING = -(10**18)  # fen: nobody has so many debts

_ACT = TouchpointAct.__table__.c
_PART = 10**6  # sums are taken in two parts: whole numbers of the database end at 2^63

Make = Callable[[Any, Shape, bool], Select[Any]]
_S = TypeVar("_S", bound="Statements")


class Statements:
    """Those of one rule; `parts` says of what they are made beside some facts of customers."""

    def __init__(self, rule_id: str, parts: Callable[[FromClause], Parts], *, put_off_only: bool) -> None:
        self.rule_id, self.parts, self._put_off_only = rule_id, parts, put_off_only
        self._made: dict[tuple[Make, Shape, bool], Statement] = {}

    def read(
        self: _S,
        session: Session,
        make: Callable[[_S, Shape, bool], Select[Any]],
        shape: Shape,
        sums: bool,
        values: dict[str, Any],
    ) -> list[tuple[Any, ...]]:
        return self._statement(make, shape, sums).read(session, **values)

    def best(self, session: Session, shape: Shape, values: dict[str, Any]) -> Iterator[tuple[Any, ...]]:
        """The rows of `ranked`, one after the other for as long as more are wanted: the most valuable first,
        of those who are worth the same who came first.
        """
        rows = self._statement(type(self).ranked, shape, False).each(session, **values)
        return _turned_round(rows) if shape.begins_at_richest else rows

    def _statement(
        self: _S, make: Callable[[_S, Shape, bool], Select[Any]], shape: Shape, sums: bool
    ) -> Statement:
        key = (make, shape, sums)
        statement = self._made.get(key)
        if statement is None:
            statement = self._made[key] = Statement(make(self, shape, sums))
        return statement

    @functools.cached_property
    def of_everybody(self) -> Parts:
        return self.parts(FACTS)

    # --- one by one -----------------------------------------------------------------------------------

    def rows(self, shape: Shape, _sums: bool) -> Select[Any]:
        """Whatever may be due."""
        fact, parts = self._begun(shape)
        amount = null() if parts.amount is None else parts.amount
        starts = null() if parts.starts is None else parts.starts
        worth = func.coalesce(fact.c.aum_fen, 0)
        apart = () if parts.apart is None else (parts.apart,)
        columns = (fact.c.customer_id, parts.subject, worth, amount, starts, *parts.marks, *apart)
        return select(*columns).select_from(parts.source).where(*parts.which, parts.within)

    def ranked(self, shape: Shape, _sums: bool) -> Select[Any]:
        """The most valuable `few` with the keys in `marks`, of customers worth `least` at least.

        Only what indexes hold: the id of the rule's own row, the customer, their worth, from when on, mark.
        """
        fact, parts = self._begun(shape)
        rich = shape.begins_at_richest
        # No index has the latter: one would walk through all customers.
        worth = fact.c.aum_fen if rich else func.coalesce(fact.c.aum_fen, 0)
        row_id = null() if parts.alone is None else parts.alone.table.c.id
        starts = null() if parts.starts is None else parts.starts
        columns = (row_id, fact.c.customer_id, worth, starts, *parts.marks)
        found = select(*columns).select_from(parts.source).where(*parts.which, worth >= given("least"))
        if rich:
            # Of each of them all rows are looked at: a range of days would be a way in.
            found = found.where(often(parts.within))
        elif shape.begins_at_customers or not parts.keys:
            found = found.where(parts.within)
        found = found.where(*_picked(parts, shape))
        customer_id = fact.c.customer_id
        # Of the former an index is walked backwards: `best` turns those round who are worth the same.
        found = found.order_by(worth.desc(), customer_id.desc() if rich else customer_id)
        return found.limit(given("few"))

    def acting(self, *, of_all: bool) -> Select[Any]:
        """What was done about all, or about the `customers`, of what is due on the days asked for."""
        found = select(_ACT.customer_id, _ACT.subject, _ACT.due_on).where(*self._acts())
        return found if of_all else found.where(_ACT.customer_id.in_(listed("customers")))

    def naming(self) -> Select[Any]:
        """Subjects and amounts of the rule's own rows by their `ids`."""
        parts = self.of_everybody
        row = parts.alone.table
        amount = null() if parts.amount is None else parts.amount
        return select(row.c.id, parts.subject, amount).where(row.c.id.in_(listed("ids")))

    # --- counted by mark ------------------------------------------------------------------------------

    def totals(self, shape: Shape, sums: bool) -> Select[Any]:
        """How many there are, how many of them of customers of whom nothing was due at first, amounts."""
        parts = self._begun(shape)[1]
        late = func.count(case((or_(*parts.starts_late), 1))) if parts.starts_late else literal(0)
        columns = (*parts.marks, func.count(), late, *self.sums(parts.amount, sums))
        return self._grouped(select(*columns).where(parts.within), parts, *parts.marks)

    def alone(self, shape: Shape, sums: bool) -> Select[Any]:
        """What `totals` counts, of everybody but those who are left out: no facts are looked at."""
        parts = self.of_everybody
        columns = (*parts.marks, func.count(), literal(0), *self.sums(parts.amount, sums))
        found = select(*columns).where(parts.within, *parts.which)
        return found.where(*there(parts.alone, ungreeted=parts.ungreeted)).group_by(*parts.marks)

    def late(self, shape: Shape, sums: bool) -> Select[Any]:
        """By mark and first day, what these counted of those of whom nothing was due at first."""
        parts = self._begun(shape)[1]
        assert parts.starts is not None
        columns = (*parts.marks, parts.starts, func.count(), *self.sums(parts.amount, sums))
        found = select(*columns).where(parts.within, or_(*parts.starts_late))
        return self._grouped(found, parts, *parts.marks, parts.starts)

    def late_alone(self, shape: Shape, sums: bool) -> Select[Any]:
        """The same where they are few among what is due."""
        return self.late(shape, sums).where(self.of_everybody.alone.in_(self._newcomers()))

    def newcomers(self, _shape: Shape, _sums: bool) -> Select[Any]:
        """How many customers there are of whom nothing was due at first; at most one more than few."""
        some = self._newcomers().limit(FEW_NEWCOMERS + 1).subquery()
        return select(func.count()).select_from(some)

    def gone(self, shape: Shape, sums: bool) -> Select[Any]:
        """What was acted upon of that which would be due."""
        fact, parts = self._begun(shape)
        columns = (*parts.marks, _ACT.due_on, func.count(), *self.sums(parts.amount, sums))
        found = select(*columns).where(
            *self._acts(),
            _ACT.customer_id == fact.c.customer_id,
            _ACT.subject == parts.subject,
            parts.within,
        )
        if parts.starts is not None:
            found = found.where(or_(parts.starts.is_(None), parts.starts <= _ACT.due_on))
        return self._grouped(found, parts, *parts.marks, _ACT.due_on)

    @staticmethod
    def sums(amount: ColumnElement[Any] | None, sums: bool) -> list[ColumnElement[Any]]:
        """The columns that `summed` reads; none if sums are not asked for."""
        if not sums:
            return []
        if amount is None:
            return [literal(0), literal(0)]
        return [func.sum(amount // _PART), func.sum(amount % _PART)]

    def _newcomers(self) -> Select[Any]:
        late = or_(*self.of_everybody.starts_late)
        return select(FACTS.c.customer_id).where(late).correlate(None)

    def _grouped(self, found: Select[Any], parts: Parts, *by: ColumnElement[Any]) -> Select[Any]:
        return found.select_from(parts.source).where(*parts.which).group_by(*by)

    def _begun(self, shape: Shape) -> tuple[FromClause, Parts]:
        fact = shape.facts()
        parts = self.parts(fact)
        narrow = parts.narrow if shape.begins_at_customers else ()
        return fact, replace(parts, which=(*parts.which, *parts.wanted, *shape.conditions(fact), *narrow))

    def _acts(self) -> list[ColumnElement[bool]]:
        found = [_ACT.rule == self.rule_id, _ACT.due_on.between(given("since"), given("until"))]
        if self._put_off_only:
            found.append(_ACT.state == ActState.POSTPONED.value)
        return found


def _turned_round(rows: Iterable[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    """The customers of the same worth the other way round."""
    same: list[tuple[Any, ...]] = []
    for row in rows:
        if same and same[0][AUM] != row[AUM]:
            yield from sorted(same, key=_customer)
            same = []
        same.append(row)
    yield from sorted(same, key=_customer)


def summed(cells: Sequence[int]) -> int:
    """The sum that stands in the columns of `Statements.sums`."""
    return (cells[0] or 0) * _PART + (cells[1] or 0) if cells else 0


def _picked(parts: Parts, shape: Shape) -> list[ColumnElement[bool]]:
    """The condition that leaves the keys in the parameter `marks`."""
    keys = parts.keys
    if not keys:
        return []
    if shape.begins_at_customers:
        # Of each customer, a key after the other would be looked up in an index of them.
        keys = tuple(unindexed(key) for key in keys)
    if len(keys) == 1:
        return [keys[0].in_(listed("marks"))]
    return [tuple_(*keys).in_(several("marks", len(keys)))]
