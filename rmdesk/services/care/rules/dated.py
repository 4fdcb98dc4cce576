"""Rules whose touchpoints fall due by a day that stands in a row: counted there, by statements made once.

What the database keeps of a day (a date, a day of any year) is a row's *mark*: touchpoints are counted by
their marks, and only the few that are shown are read.
"""

from __future__ import annotations

import functools
import heapq
import json
import math
from abc import abstractmethod
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from typing import Any, ClassVar, TypeVar

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Select,
    case,
    func,
    literal,
    null,
    or_,
    select,
    tuple_,
)
from sqlalchemy.orm import Session

from rmdesk.models import ActState, TouchpointAct
from rmdesk.services.care.asked import FACTS, Shape, left_out
from rmdesk.services.care.rules.rule import Question, Rule
from rmdesk.services.care.touchpoint import Row
from rmdesk.services.driver_rows import Statement
from rmdesk.services.queries import given, listed

Mark = tuple[Any, ...]
_Slot = TypeVar("_Slot", bound=Hashable)

_ACT = TouchpointAct.__table__.c
_ALL_READ = 800  # so few are all read and chosen here: asking for each day would take longer
_NO_LIMIT = -1
_DEARER = 8  # times as long as a row of a slot takes a customer, by whom its rows are looked up
_WORTH = Statement(select(func.count()).where(FACTS.c.aum_fen >= given("least")))
_HOW_MANY = Statement(select(func.max(FACTS.c.customer_id)))  # customers, about
_AUM, _AMOUNT, _STARTS, _MARK = (
    2,
    3,
    4,
    5,
)  # places in the rows of the driver, which begin with customer and subject
_PART = 10**6  # sums are taken in two parts: whole numbers of the database end at 2^63


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
    empty where there is none; `starts_late`, a condition, where that may lie after the parameter `since`.
    `which` are conditions on the rule's own rows, `wanted` on the facts; `alone` is the customer of a row
    that is counted without facts, but for those who are left out (`ungreeted`: who want no greetings too).
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
    starts_late: ColumnElement[bool] | None = None
    apart: ColumnElement[Any] | None = None


class Dated(Rule):
    """A rule of this kind says what its statements are made of, and which days follow from a mark."""

    put_off_only: ClassVar[bool] = False  # an act counts while it says another day for what is still due
    counted_alone: bool = False  # of everybody, without the facts of each customer
    few_of_a_manager: ClassVar[bool] = True  # what falls due within weeks is read to be counted

    def __init__(self) -> None:
        self._made: dict[tuple[str, Shape, bool], Statement] = {}
        self._acting: Statement | None = None
        self._naming: Statement | None = None

    @abstractmethod
    def parts(self, fact: FromClause) -> Parts:
        """What its statements are made of, beside these facts of customers."""

    @functools.cached_property
    def _of_everybody(self) -> Parts:
        return self.parts(FACTS)

    @abstractmethod
    def due_days(self, question: Question) -> Callable[[Mark], Collection[date]]:
        """Which of the days asked for something with a mark is due on."""

    def span(self, question: Question) -> dict[str, Any]:
        """The parameters of `Parts` beside `since` and `until`, the days asked for."""
        return {}

    def told(self, marks: Iterable[Mark]) -> list[Any]:
        """What stands in `Parts.keys` of rows with these marks: single values, or lists of them."""
        return [mark[0] for mark in marks]

    def late_after(self, values: tuple[Any, ...], stands_on: date) -> date:
        """The day after which one with these values that is still open is late: by default the one it
        stands on.
        """
        return stands_on

    def values(self, question: Question, mark: Mark) -> tuple[Any, ...]:
        """What a row found by its mark brings for its sentence."""
        return ()

    # --- one by one ---------------------------------------------------------------------------------

    def find(self, session: Session, question: Question) -> Iterator[Row]:
        due_days = self.due_days(question)
        for customer_id, subject, aum_fen, amount_fen, starts, *rest in self._read(
            session, question, "rows", self._rows
        ):
            mark = tuple(rest)
            for day in due_days(mark):
                if starts is None or starts <= day.isoformat():
                    values = self.values(question, mark)
                    yield Row(customer_id, subject, day, aum_fen, amount_fen, values)

    # --- counted ------------------------------------------------------------------------------------

    def counts(self, session: Session, question: Question, *, acted: bool) -> list[Due]:
        """How much is due by mark and day, those of a mark one after the other.

        Without `acted`, nobody acted upon anything that is due on these days.
        """
        is_short = self.few_of_a_manager and not question.ever
        if is_short and question.whose(session).shape.begins_at_manager:
            return self._counted_here(session, question, acted)
        due_days, sums = self.due_days(question), question.sums
        alone = question.whose(session).shape.is_everybody and self.counted_alone
        late: dict[Mark, list[tuple[str, int, int]]] = {}
        newcomers = self._newcomers(session, question) if alone else None
        if newcomers is None:
            totals = self._read(session, question, "totals", self._totals)
        else:
            totals = self._read(session, question, "alone", self._alone)
        marked = len(totals[0]) - (4 if sums else 2) if totals else 0
        if newcomers:
            ids = json.dumps(list(newcomers))
            for row in self._read(session, question, "newcomers", self._of_newcomers, newcomers=ids):
                one = (newcomers[row[marked]], row[marked + 1], _sum(row[marked + 2 :]))
                late.setdefault(row[:marked], []).append(one)
        elif any(row[marked + 1] for row in totals):
            for row in self._read(session, question, "late", self._late):
                one = (row[marked], row[marked + 1], _sum(row[marked + 2 :]))
                late.setdefault(row[:marked], []).append(one)
        gone: dict[tuple[Mark, str], tuple[int, int]] = {}
        if acted and totals:
            for row in self._read(session, question, "gone", self._gone):
                gone[row[:marked], row[marked]] = (row[marked + 1], _sum(row[marked + 2 :]))
        found = []
        for row in totals:
            mark, every, amount = row[:marked], row[marked], _sum(row[marked + 2 :])
            for day in due_days(mark):
                left, left_fen = every, amount
                if late or gone:
                    text = day.isoformat()
                    away = [one[1:] for one in late.get(mark, ()) if one[0] > text]
                    away.append(gone.get((mark, text), (0, 0)))
                    left -= sum(count for count, _fen in away)
                    left_fen -= sum(fen for _count, fen in away)
                found.append(Due(mark, day, left, every - left, left_fen))
        return found

    def _counted_here(self, session: Session, question: Question, acted: bool) -> list[Due]:
        """The same of one manager: so few are read at once, since most of the time goes into finding them."""
        read = self._read(session, question, "rows", self._rows)
        gone = self._acts_of(session, question, {row[0] for row in read}) if acted and read else ()
        marked: dict[Mark, list[tuple[Any, ...]]] = {}
        for row in read:
            marked.setdefault(row[_MARK:], []).append(row)
        due_days = self.due_days(question)
        found = []
        for mark, rows in marked.items():
            rows.sort(key=_worth)
            newest = max((row[_STARTS] or "" for row in rows), default="")
            for day in due_days(mark):
                text, left = day.isoformat(), rows
                if newest > text:
                    left = [row for row in left if (row[_STARTS] or "") <= text]
                if gone:
                    left = [row for row in left if (row[0], row[1], text) not in gone]
                amount = sum(row[_AMOUNT] or 0 for row in left) if question.sums else 0
                found.append(Due(mark, day, len(left), 0, amount, left))
        return found

    def best(
        self,
        session: Session,
        question: Question,
        slots: Mapping[_Slot, Sequence[Due]],
        few: int,
        *,
        acted: bool,
        least: Mapping[_Slot, int] | None = None,
    ) -> dict[_Slot, list[Row]]:
        """Of the touchpoints in each slot the most valuable `few`, the most valuable first.

        Those of customers worth less than `least` says of a slot may be left out.
        """
        if any(due.rows is not None for dues in slots.values() for due in dues):
            return {slot: self._best_here(question, dues, few) for slot, dues in slots.items()}
        sizes = {due.mark: due.count + due.absent for dues in slots.values() for due in dues}
        if not sizes or few <= 0:
            return {}
        if sum(sizes.values()) <= _ALL_READ:
            return self._best_of(session, question, slots, few, acted)
        found = self._best_of_the_richest(session, question, slots, few, acted, least or {})
        for slot, dues in slots.items():
            if slot not in found:
                limit = few + sum(due.absent for due in dues)
                found |= self._best_of(session, question, {slot: dues}, few, acted, limit=limit)
        return found

    def _best_here(self, question: Question, dues: Iterable[Due], few: int) -> list[Row]:
        each = ([(row, due) for row in (due.rows or ())[:few]] for due in dues)
        best = heapq.merge(*each, key=lambda one: _worth(one[0]))
        return [
            Row(row[0], row[1], due.day, row[_AUM], row[_AMOUNT], self.values(question, due.mark))
            for row, due in islice(best, few)
        ]

    def _best_of_the_richest(
        self,
        session: Session,
        question: Question,
        slots: Mapping[_Slot, Sequence[Due]],
        few: int,
        acted: bool,
        least: Mapping[_Slot, int],
    ) -> dict[_Slot, list[Row]]:
        """The same of those slots for which it is enough to look at the customers who are worth most.

        Where many of everybody are in a slot, its most valuable are found long before all were looked at.
        """
        shape = question.whose(session).shape
        if not shape.is_everybody or self._of_everybody.alone is None:  # an index ranks what stands in facts
            return {}
        rich = shape.of_the_richest()
        sizes = {slot: sum(due.count + due.absent for due in dues) for slot, dues in slots.items()}
        found: dict[_Slot, list[Row]] = {}
        for slot, worth in least.items():
            if worth <= 0 or slot not in sizes:
                continue
            ((richest,),) = _WORTH.read(session, least=worth)
            if sizes[slot] > _DEARER * richest:
                only = {slot: slots[slot]}
                some = self._best_of(session, question, only, few, acted, shape=rich, richest=richest)
                found |= {slot: some.get(slot, [])}
        ((customers,),) = _HOW_MANY.read(session)
        others = {slot: size for slot, size in sizes.items() if slot not in found}
        richest = _worth_looking_at(list(others.values()), few, customers or 0)
        if not richest:
            return found
        dense = {slot: slots[slot] for slot, size in others.items() if size * richest >= customers * few}
        some = self._best_of(session, question, dense, few, acted, shape=rich, richest=richest)
        return found | {
            slot: rows
            for slot, rows in some.items()
            if len(rows) == few or len(rows) == sum(due.count for due in dense[slot])
        }

    def _best_of(
        self,
        session: Session,
        question: Question,
        slots: Mapping[_Slot, Sequence[Due]],
        few: int,
        acted: bool,
        *,
        limit: int = _NO_LIMIT,
        shape: Shape | None = None,
        richest: int = 0,
    ) -> dict[_Slot, list[Row]]:
        """Chosen by what indexes and facts tell; the rows themselves are read of those that were chosen."""
        places: dict[Mark, list[tuple[_Slot, date, str]]] = {}
        room: dict[_Slot, int] = {}
        for slot, dues in slots.items():
            room[slot] = few + sum(due.absent for due in dues) if acted else few
            for due in dues:
                if due.count:
                    places.setdefault(due.mark, []).append((slot, due.day, due.day.isoformat()))
        marks = json.dumps(self.told(places))
        chosen: dict[_Slot, list[tuple[int | None, int, int, date, str, Mark]]] = {}
        for row_id, customer_id, aum_fen, starts, *rest in self._read(
            session, question, "ranked", self._ranked, shape=shape, marks=marks, few=limit, richest=richest
        ):
            mark = tuple(rest)
            for slot, day, text in places.get(mark, ()):
                some = chosen.setdefault(slot, [])
                # They come in their order, so of each slot the first are the best.
                if len(some) < room[slot] and (starts is None or starts <= text):
                    some.append((row_id, customer_id, aum_fen, day, text, mark))
        every = [one for some in chosen.values() for one in some]
        named = self._name(session, {one[0] for one in every})
        gone = self._acts_of(session, question, {one[1] for one in every}) if acted and every else ()
        found: dict[_Slot, list[Row]] = {}
        for slot, some in chosen.items():
            rows = found[slot] = []
            for row_id, customer_id, aum_fen, day, text, mark in some:
                subject, amount_fen = named[row_id]
                if len(rows) < few and (customer_id, subject, text) not in gone:
                    values = self.values(question, mark)
                    rows.append(Row(customer_id, subject, day, aum_fen, amount_fen, values))
        return found

    def _name(
        self, session: Session, ids: Collection[int | None]
    ) -> Mapping[int | None, tuple[str, int | None]]:
        """Subjects and amounts of a rule's rows by their ids; by None where it has no rows of its own."""
        parts = self._of_everybody
        if parts.alone is None:
            return {None: ("", None)}
        if self._naming is None:
            row = parts.alone.table
            amount = null() if parts.amount is None else parts.amount
            told = select(row.c.id, parts.subject, amount)
            self._naming = Statement(told.where(row.c.id.in_(listed("ids"))))
        found = self._naming.read(session, ids=json.dumps(list(ids)))
        return {row_id: (subject, amount_fen) for row_id, subject, amount_fen in found}

    # --- statements ---------------------------------------------------------------------------------

    def _read(
        self,
        session: Session,
        question: Question,
        name: str,
        make: Callable[[Shape, bool], Select[Any]],
        shape: Shape | None = None,
        **more: Any,
    ) -> list[tuple[Any, ...]]:
        whose = question.whose(session)
        shape = shape or whose.shape
        key = (name, shape, question.sums)
        statement = self._made.get(key)
        if statement is None:
            statement = self._made[key] = Statement(make(shape, question.sums))
        return statement.read(session, **whose.values, **_days(question), **self.span(question), **more)

    def _rows(self, shape: Shape, _sums: bool) -> Select[Any]:
        fact, parts = self._begun(shape)
        return self._columns(fact, parts).where(parts.within)

    def _ranked(self, shape: Shape, _sums: bool) -> Select[Any]:
        fact, parts = self._begun(shape)
        worth = func.coalesce(fact.c.aum_fen, 0)  # no index has this: one would walk through all customers
        row_id = null() if parts.alone is None else parts.alone.table.c.id
        starts = null() if parts.starts is None else parts.starts
        columns = (row_id, fact.c.customer_id, worth, starts, *parts.marks)
        found = select(*columns).select_from(parts.source)
        found = found.where(*parts.which, parts.within, *_picked(parts, shape))
        return found.order_by(worth.desc(), fact.c.customer_id).limit(given("few"))

    def _columns(self, fact: FromClause, parts: Parts) -> Select[Any]:
        amount = null() if parts.amount is None else parts.amount
        starts = null() if parts.starts is None else parts.starts
        worth = func.coalesce(fact.c.aum_fen, 0)
        apart = () if parts.apart is None else (parts.apart,)
        columns = (fact.c.customer_id, parts.subject, worth, amount, starts, *parts.marks, *apart)
        return select(*columns).select_from(parts.source).where(*parts.which)

    def _totals(self, shape: Shape, sums: bool) -> Select[Any]:
        parts = self._begun(shape)[1]
        late = func.count(case((parts.starts_late, 1))) if parts.starts_late is not None else literal(0)
        columns = (*parts.marks, func.count(), late, *_sums(parts, sums))
        return self._grouped(select(*columns).where(parts.within), parts, *parts.marks)

    def _newcomers(self, session: Session, question: Question) -> dict[int, str] | None:
        """From when on something is due of those of whom nothing was at first; None: they are too many."""
        if self._of_everybody.starts is None:
            return {}
        found = self._read(session, question, "starts", self._starts)
        return dict(found) if len(found) <= _ALL_READ else None

    def _starts(self, shape: Shape, _sums: bool) -> Select[Any]:
        parts = self.parts(shape.facts())
        assert parts.starts is not None
        assert parts.starts_late is not None
        starts = select(FACTS.c.customer_id, parts.starts).where(parts.starts_late)
        return starts.limit(_ALL_READ + 1)

    def _alone(self, shape: Shape, sums: bool) -> Select[Any]:
        """What `_totals` counts, of everybody but those who are left out."""
        parts = self.parts(shape.facts())
        assert parts.alone is not None
        columns = (*parts.marks, func.count(), literal(0), *_sums(parts, sums))
        there = parts.alone.not_in(left_out(ungreeted=parts.ungreeted))
        return select(*columns).where(parts.within, *parts.which, there).group_by(*parts.marks)

    def _of_newcomers(self, shape: Shape, sums: bool) -> Select[Any]:
        parts = self.parts(shape.facts())
        assert parts.alone is not None
        columns = (*parts.marks, parts.alone, func.count(), *_sums(parts, sums))
        newcomers = parts.alone.in_(listed("newcomers"))
        there = parts.alone.not_in(left_out(ungreeted=parts.ungreeted))
        found = select(*columns).where(parts.within, *parts.which, newcomers, there)
        return found.group_by(*parts.marks, parts.alone)

    def _late(self, shape: Shape, sums: bool) -> Select[Any]:
        parts = self._begun(shape)[1]
        assert parts.starts is not None
        assert parts.starts_late is not None
        columns = (*parts.marks, parts.starts, func.count(), *_sums(parts, sums))
        found = select(*columns).where(parts.within, parts.starts_late)
        return self._grouped(found, parts, *parts.marks, parts.starts)

    def _gone(self, shape: Shape, sums: bool) -> Select[Any]:
        """What was acted upon of that which would be due."""
        fact, parts = self._begun(shape)
        columns = (*parts.marks, _ACT.due_on, func.count(), *_sums(parts, sums))
        found = select(*columns).where(
            *self._acts(),
            _ACT.customer_id == fact.c.customer_id,
            _ACT.subject == parts.subject,
            parts.within,
        )
        if parts.starts is not None:
            found = found.where(or_(parts.starts.is_(None), parts.starts <= _ACT.due_on))
        return self._grouped(found, parts, *parts.marks, _ACT.due_on)

    def _grouped(self, found: Select[Any], parts: Parts, *by: ColumnElement[Any]) -> Select[Any]:
        return found.select_from(parts.source).where(*parts.which).group_by(*by)

    def _begun(self, shape: Shape) -> tuple[FromClause, Parts]:
        fact = shape.facts()
        parts = self.parts(fact)
        return fact, replace(parts, which=(*parts.which, *parts.wanted, *shape.conditions(fact)))

    def _acts(self) -> list[ColumnElement[bool]]:
        found = [_ACT.rule == self.id, _ACT.due_on.between(given("since"), given("until"))]
        if self.put_off_only:
            found.append(_ACT.state == ActState.POSTPONED.value)
        return found

    def _acts_of(
        self, session: Session, question: Question, customers: Collection[int]
    ) -> set[tuple[int, str, str]]:
        """What was done about these customers of what is due on the days asked for."""
        if self._acting is None:
            found = select(_ACT.customer_id, _ACT.subject, _ACT.due_on)
            self._acting = Statement(found.where(*self._acts(), _ACT.customer_id.in_(listed("customers"))))
        days = _days(question)
        return set(self._acting.read(session, customers=json.dumps(sorted(customers)), **days))


def _worth_looking_at(sizes: Sequence[int], few: int, customers: int) -> int:
    """How many of the most valuable customers to look at, to find the best `few` of slots of these sizes.

    0 if that would take longer than to look at all that is in the slots: so it is where they are thin.
    """
    wanted = few + 2 * math.isqrt(few) + 3  # expected among them: so it seldom happens that some are missing
    saved, best, richest = 0.0, 0.0, 0
    for size in sorted(sizes, reverse=True):
        if not size:
            break
        saved += size
        looked_at = wanted * customers // size + 1
        if saved - _DEARER * looked_at > best:
            best, richest = saved - _DEARER * looked_at, looked_at
    return richest


def _worth(row: tuple[Any, ...]) -> tuple[int, int]:
    return -row[_AUM], row[0]


def own_day(mark: Mark) -> Collection[date]:
    """Of a mark that is the due day itself."""
    return (date.fromisoformat(mark[0]),)


def _days(question: Question) -> dict[str, str]:
    return {"since": question.first.isoformat(), "until": question.asked.last.isoformat()}


def _picked(parts: Parts, shape: Shape) -> list[ColumnElement[bool]]:
    """The condition that leaves the keys in the parameter `marks`."""
    keys = parts.keys
    if not keys:
        return []
    if shape.begins_at_manager:
        # Of each customer, a key after the other would be looked up in an index of them.
        keys = tuple(unindexed(key) for key in keys)
    if len(keys) == 1:
        return [keys[0].in_(listed("marks"))]
    return [tuple_(*keys).in_(several("marks", len(keys)))]


def unindexed(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """The same value, by which no database looks anything up: so it begins where it should."""
    return func.coalesce(column, null())


def several(name: str, count: int) -> Select[Any]:
    """The values of a parameter that is a list of lists of so many values."""
    one = func.json_each(given(name)).table_valued("value").c.value
    return select(*(func.json_extract(one, f"$[{place}]") for place in range(count)))


def _sums(parts: Parts, sums: bool) -> list[ColumnElement[Any]]:
    if not sums:
        return []
    if parts.amount is None:
        return [literal(0), literal(0)]
    return [func.sum(parts.amount // _PART), func.sum(parts.amount % _PART)]


def _sum(cells: Sequence[int]) -> int:
    return (cells[0] or 0) * _PART + (cells[1] or 0) if cells else 0
