"""Rules whose touchpoints fall due by a day that stands in a row: counted there, by statements made once.

What the database keeps of a day (a date, a day of any year) is a row's *mark*: touchpoints are counted by
their marks, and only the few that are shown are read.
"""

from __future__ import annotations

import functools
import heapq
import json
from abc import abstractmethod
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from operator import itemgetter
from typing import Any, ClassVar, Generic

from sqlalchemy import FromClause, Select, func, select
from sqlalchemy.orm import Session

from rmdesk.services.care.asked import FACTS, Shape, Whose
from rmdesk.services.care.rules import choosing
from rmdesk.services.care.rules.choosing import Slot
from rmdesk.services.care.rules.parts import Due, Mark, Parts
from rmdesk.services.care.rules.rule import Question, Rule
from rmdesk.services.care.rules.statements import (
    AMOUNT,
    ANYTHING,
    AUM,
    FEW_NEWCOMERS,
    MARK,
    NO_LIMIT,
    STARTS,
    Statements,
    summed,
)
from rmdesk.services.care.touchpoint import Row
from rmdesk.services.driver_rows import Statement
from rmdesk.services.queries import given

_ALL_READ = 800  # so few are all read and chosen here: asking for each day would take longer
_WORTH = Statement(select(func.count()).where(FACTS.c.aum_fen >= given("least")))
_NTH_WORTH = Statement(
    select(FACTS.c.aum_fen)
    .where(FACTS.c.aum_fen > 0)
    .order_by(FACTS.c.aum_fen.desc())
    .limit(1)
    .offset(given("place"))
)
_HOW_MANY = Statement(select(func.max(FACTS.c.customer_id)))  # customers, about

# What stands in the rows of `Statements.ranked` beside the mark, once their slot is known.
_Chosen = tuple[int | None, int, int, date, str, Mark]


class Dated(Rule):
    """A rule of this kind says what its statements are made of, and which days follow from a mark."""

    put_off_only: ClassVar[bool] = False  # an act counts while it says another day for what is still due
    counted_alone: bool = False  # of everybody, without the facts of each customer
    few_of_a_manager: ClassVar[bool] = True  # what falls due within weeks is read to be counted
    statements_made: ClassVar[type[Statements]] = Statements

    @functools.cached_property
    def statements(self) -> Statements:
        return self.statements_made(self.id, self.parts, put_off_only=self.put_off_only)

    @functools.cached_property
    def _acting(self) -> Statement:
        return Statement(self.statements.acting(of_all=False))

    @functools.cached_property
    def _acting_upon_all(self) -> Statement:
        return Statement(self.statements.acting(of_all=True))

    @functools.cached_property
    def _naming(self) -> Statement:
        return Statement(self.statements.naming())

    @abstractmethod
    def parts(self, fact: FromClause) -> Parts:
        """What its statements are made of, beside these facts of customers."""

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

    def read_rows(self, session: Session, question: Question) -> list[tuple[Any, ...]]:
        """Whatever may be due on the days asked for."""
        return self.read(session, question, Statements.rows)

    def read(
        self,
        session: Session,
        question: Question,
        make: Callable[[Any, Shape, bool], Select[Any]],
        shape: Shape | None = None,
        **more: Any,
    ) -> list[tuple[Any, ...]]:
        """The rows of one of its statements, for whom and for which days the question says."""
        whose = question.whose(session)
        values = self._given(question, whose, more)
        return self.statements.read(session, make, shape or whose.shape, question.sums, values)

    def ranked(
        self, session: Session, question: Question, shape: Shape | None, **more: Any
    ) -> Iterator[tuple[Any, ...]]:
        """The rows of `Statements.ranked`, one after the other for as long as more are wanted."""
        whose = question.whose(session)
        values = self._given(question, whose, more)
        return self.statements.best(session, shape or whose.shape, values)

    def _given(self, question: Question, whose: Whose, more: dict[str, Any]) -> dict[str, Any]:
        return {**whose.values, **_days(question), **self.span(question), **more}

    # --- one by one ---------------------------------------------------------------------------------

    def find(self, session: Session, question: Question) -> Iterator[Row]:
        due_days = self.due_days(question)
        for customer_id, subject, aum_fen, amount_fen, starts, *rest in self.read_rows(session, question):
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
        shape = question.whose(session).shape
        if self.few_of_a_manager and not question.ever and shape.begins_at_customers:
            return self._counted_here(session, question, acted)
        due_days = self.due_days(question)
        totals, newcomers = self._totals(session, question, shape)
        marked = len(totals[0]) - (4 if question.sums else 2) if totals else 0
        late: dict[Mark, list[tuple[str, int, int]]] = {}
        for row in newcomers:
            one = (row[marked], row[marked + 1], summed(row[marked + 2 :]))
            late.setdefault(row[:marked], []).append(one)
        gone: dict[tuple[Mark, str], tuple[int, int]] = {}
        if acted and totals:
            for row in self.read(session, question, type(self.statements).gone):
                gone[row[:marked], row[marked]] = (row[marked + 1], summed(row[marked + 2 :]))
        found = []
        for row in totals:
            mark, every, amount = row[:marked], row[marked], summed(row[marked + 2 :])
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

    def is_counted_alone(self, shape: Shape) -> bool:
        """Whether `Statements.alone` counts for questions of this shape."""
        return self.counted_alone and shape.is_everybody

    def _totals(
        self, session: Session, question: Question, shape: Shape
    ) -> tuple[list[tuple[Any, ...]], list[tuple[Any, ...]]]:
        """How much there is by mark, and how much of it is of those of whom nothing was due at first."""
        made = type(self.statements)
        if self.is_counted_alone(shape):
            ((newcomers,),) = (
                self.read(session, question, made.newcomers)
                if self.statements.of_everybody.starts_late
                else ((0,),)
            )
            if newcomers <= FEW_NEWCOMERS:
                totals = self.read(session, question, made.alone)
                return totals, self.read(session, question, made.late_alone) if newcomers and totals else []
        totals = self.read(session, question, made.totals)
        place = -3 if question.sums else -1
        some_late = any(row[place] for row in totals)
        return totals, self.read(session, question, made.late) if some_late else []

    def _counted_here(self, session: Session, question: Question, acted: bool) -> list[Due]:
        """The same of one manager: so few are read at once, since most of the time goes into finding them."""
        read = self.read_rows(session, question)
        gone = self.acts_of(session, question, {row[0] for row in read}) if acted and read else ()
        # The most valuable first, of equal ones the customer who came first.
        read.sort(key=itemgetter(0))
        read.sort(key=itemgetter(AUM), reverse=True)
        marked: dict[Mark, list[tuple[Any, ...]]] = {}
        for row in read:
            marked.setdefault(row[MARK:], []).append(row)
        due_days = self.due_days(question)
        found = []
        for mark, rows in marked.items():
            newest = max([row[STARTS] or "" for row in rows])
            for day in due_days(mark):
                text, left = day.isoformat(), rows
                if newest > text:
                    left = [row for row in left if (row[STARTS] or "") <= text]
                if gone:
                    left = [row for row in left if (row[0], row[1], text) not in gone]
                amount = sum([row[AMOUNT] or 0 for row in left]) if question.sums else 0
                found.append(Due(mark, day, len(left), 0, amount, left))
        return found

    # --- the most valuable --------------------------------------------------------------------------

    def best(
        self,
        session: Session,
        question: Question,
        slots: Mapping[Slot, Sequence[Due]],
        few: int,
        *,
        acted: bool,
        least: Mapping[Slot, int] | None = None,
    ) -> dict[Slot, list[Row]]:
        """Of the touchpoints in each slot the most valuable `few`, the most valuable first.

        Those of customers worth less than `least` says of a slot may be left out.
        """
        if any(due.rows is not None for dues in slots.values() for due in dues):
            return {slot: self._best_here(question, dues, few) for slot, dues in slots.items()}
        every = {slot: sum(due.count + due.absent for due in dues) for slot, dues in slots.items()}
        sizes = {slot: size for slot, size in every.items() if size}
        if not sizes or few <= 0:
            return {}
        asking = _Asking(self, session, question, slots, few, acted, least or {})
        found: dict[Slot, list[Row]] = {}
        if sum(sizes.values()) > few:
            found = self._best_of_the_richest(asking, sizes)
        if sum(size for slot, size in sizes.items() if slot not in found) > _ALL_READ:
            left = {slot: size for slot, size in sizes.items() if slot not in found}
            together, limit = choosing.read_together(left, few)
            if len(together) > 1:
                found |= asking.of_these(together, limit=limit)
        rest = [slot for slot in sizes if slot not in found]
        if sum(sizes[slot] for slot in rest) <= _ALL_READ:
            return found | (asking.of_these(rest) if rest else {})
        for slot in rest:
            limit = few + sum(due.absent for due in slots[slot])
            found |= asking.of_these([slot], limit=limit, whole=True)
        return found

    def _best_here(self, question: Question, dues: Iterable[Due], few: int) -> list[Row]:
        each = [[(_worth(row), row, due) for row in (due.rows or ())[:few]] for due in dues]
        best = each[0] if len(each) == 1 else heapq.merge(*each, key=lambda one: one[0])
        return [
            Row(row[0], row[1], due.day, row[AUM], row[AMOUNT], self.values(question, due.mark))
            for _worth_of, row, due in islice(best, few)
        ]

    def _best_of_the_richest(self, asking: _Asking[Slot], sizes: Mapping[Slot, int]) -> dict[Slot, list[Row]]:
        """The same of those slots for which it is enough to look at the customers who are worth most.

        Where many of everybody are in a slot, its most valuable are found long before all were looked at.
        """
        shape = asking.question.whose(asking.session).shape
        if not shape.is_everybody:
            return {}
        rich = shape.of_the_richest()
        parts = self.statements.of_everybody
        share = choosing.TOLD if parts.alone is None or parts.narrow else 1
        found: dict[Slot, list[Row]] = {}
        for slot, worth in asking.least.items():
            if worth <= 0 or slot not in sizes:
                continue
            ((richest,),) = _WORTH.read(asking.session, least=worth)
            if choosing.pays(sizes[slot], richest, share):
                found |= asking.of_these([slot], shape=rich, worth=worth, whole=True)
        ((customers,),) = _HOW_MANY.read(asking.session)
        others = {slot: size for slot, size in sizes.items() if slot not in found}
        richest = choosing.worth_looking_at(list(others.values()), asking.few, customers or 0, share)
        if not richest:
            return found
        dense = [
            slot for slot, size in others.items() if choosing.is_dense(size, richest, asking.few, customers)
        ]
        if dense:
            found |= asking.of_these(dense, shape=rich, worth=_worth_of_nth(asking.session, richest))
        return found

    def named(
        self, session: Session, ids: Collection[int | None]
    ) -> Mapping[int | None, tuple[str, int | None]]:
        """Subjects and amounts of a rule's rows by their ids; by None where it has no rows of its own."""
        if self.statements.of_everybody.alone is None:
            return {None: ("", None)}
        found = self._naming.read(session, ids=json.dumps(list(ids)))
        return {row_id: (subject, amount_fen) for row_id, subject, amount_fen in found}

    def acts_of(
        self, session: Session, question: Question, customers: Collection[int]
    ) -> set[tuple[int, str, str]]:
        """What was done about these customers of what is due on the days asked for."""
        days = _days(question)
        return set(self._acting.read(session, customers=json.dumps(sorted(customers)), **days))

    def acts_known(self, session: Session, question: Question) -> set[tuple[int, str, str]] | None:
        """The same of everybody, where that tells whom to pass over without looking at rows of the rule; None
        where it does not, or where there may be acts of many years.
        """
        if question.ever or self.statements.of_everybody.alone is not None:
            return None
        return set(self._acting_upon_all.read(session, **_days(question)))


@dataclass
class _Asking(Generic[Slot]):
    """The most valuable of some slots, as they are asked for of the database."""

    rule: Dated
    session: Session
    question: Question
    slots: Mapping[Slot, Sequence[Due]]
    few: int
    acted: bool
    least: Mapping[Slot, int]

    @functools.cached_property
    def _known(self) -> set[tuple[int, str, str]] | None:
        return self.rule.acts_known(self.session, self.question) if self.acted else set()

    def of_these(
        self,
        slots: Iterable[Slot],
        *,
        limit: int = NO_LIMIT,
        shape: Shape | None = None,
        worth: int = ANYTHING,
        whole: bool = False,
    ) -> dict[Slot, list[Row]]:
        """Those slots that are full, or of which nothing more is to be expected; or all of them (`whole`).

        Only customers are looked at who are `worth` so much.
        """
        slots = list(slots)
        least = max(worth, min(self.least.get(slot, ANYTHING) for slot in slots))
        chosen, every = self._choose(slots, least, limit, shape)
        found = self._read(chosen)
        if whole or (shape is None and not 0 <= limit <= every):
            return {slot: found.get(slot, []) for slot in slots}
        return {
            slot: rows
            for slot, rows in found.items()
            if len(rows) == self.few or len(rows) == sum(due.count for due in self.slots[slot])
        }

    def _choose(
        self, slots: Sequence[Slot], least: int, limit: int, shape: Shape | None
    ) -> tuple[dict[Slot, list[_Chosen]], int]:
        """By what indexes and facts tell; and how many rows were looked at."""
        places: dict[Mark, list[tuple[Slot, date, str]]] = {}
        room: dict[Slot, int] = {}
        for slot in slots:
            dues = self.slots[slot]
            room[slot] = self.few + (sum(due.absent for due in dues) if self._known is None else 0)
            for due in dues:
                if due.count:
                    places.setdefault(due.mark, []).append((slot, due.day, due.day.isoformat()))
        marks = json.dumps(self.rule.told(places))
        ranked = self.rule.ranked(self.session, self.question, shape, marks=marks, few=limit, least=least)
        chosen: dict[Slot, list[_Chosen]] = {slot: [] for slot in slots}
        unfilled = sum(left > 0 for left in room.values())
        gone = self._known or ()
        every = 0
        for row in ranked:
            every += 1
            row_id, customer_id, aum_fen, starts = row[:4]
            mark = row[4:]
            for slot, day, text in places.get(mark, ()):
                # They come in their order, so of each slot the first are the best.
                if room[slot] and (starts is None or starts <= text):
                    if gone and (customer_id, "", text) in gone:
                        continue
                    room[slot] -= 1
                    unfilled -= not room[slot]
                    chosen[slot].append((row_id, customer_id, aum_fen, day, text, mark))
            if not unfilled:
                break
        return chosen, every

    def _read(self, chosen: Mapping[Slot, Sequence[_Chosen]]) -> dict[Slot, list[Row]]:
        """The rows themselves, of those that were chosen and that nobody acted upon."""
        every = [one for some in chosen.values() for one in some]
        if not every:
            return {}
        named = self.rule.named(self.session, {one[0] for one in every})
        gone = self._known
        if gone is None:
            gone = self.rule.acts_of(self.session, self.question, {one[1] for one in every})
        found: dict[Slot, list[Row]] = {}
        for slot, some in chosen.items():
            rows = found[slot] = []
            for row_id, customer_id, aum_fen, day, text, mark in some:
                subject, amount_fen = named[row_id]
                if len(rows) < self.few and (customer_id, subject, text) not in gone:
                    values = self.rule.values(self.question, mark)
                    rows.append(Row(customer_id, subject, day, aum_fen, amount_fen, values))
        return found


def _worth_of_nth(session: Session, place: int) -> int:
    """What the customer is worth, in fen, of whom so many are worth as much at least."""
    found = _NTH_WORTH.read(session, place=place - 1)
    return found[0][0] if found else 1


def _worth(row: tuple[Any, ...]) -> tuple[int, int]:
    return -row[AUM], row[0]


def _days(question: Question) -> dict[str, str]:
    return {"since": question.first.isoformat(), "until": question.asked.last.isoformat()}
