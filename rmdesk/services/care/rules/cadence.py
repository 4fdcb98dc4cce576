"""Contacts that come round: a call, a meeting, a leaders' visit, by tier and strategy.

When the next is due stands in the facts of each customer (`services/facts.py`), so it costs nothing to
count a hundred thousand of them.
"""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterator
from datetime import date
from typing import Any, ClassVar

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from rmdesk.models import ContactKind
from rmdesk.services import driver_rows
from rmdesk.services.care.asked import FACT
from rmdesk.services.care.rules.rule import Identity, Question, Rule, Tally
from rmdesk.services.care.touchpoint import Kind, Row

# So few are ranked here: to rank them, a database would walk everybody by assets until it met them.
_ALL_READ = 1000


class Cadence(Rule):
    """One kind of contact is due again. Each customer has one of each at most, and it stays until done."""

    kind = Kind.CADENCE
    contact: ClassVar[ContactKind]
    column: ClassVar[ColumnElement[Any]]
    shift = 1
    counts_backlog = True

    def find(self, session: Session, question: Question) -> Iterator[Row]:
        found = select(FACT.customer_id, self.column, FACT.aum_fen).where(*self._due(session, question))
        for customer_id, due_on, aum_fen in driver_rows.read(session, found):
            yield Row(customer_id, "", date.fromisoformat(due_on), aum_fen or 0, None, ())

    def tally(
        self, session: Session, question: Question, acted: Collection[Identity], few: int
    ) -> dict[date, Tally]:
        due = self._due(session, question)
        counted = select(self.column, func.count()).where(*due).group_by(self.column)
        counts = {date.fromisoformat(day): count for day, count in driver_rows.read(session, counted)}
        gone: dict[date, set[int]] = {}
        for customer_id, _subject, day in acted:
            gone.setdefault(day, set()).add(customer_id)
        tallies = {}
        for day, count in counts.items():
            absent = gone.get(day, set())
            rows: list[Row] = []
            if few:
                best = select(FACT.customer_id, FACT.aum_fen).where(self.column == day, *due)
                best = best.order_by(FACT.aum_fen.desc().nulls_last()).limit(few + len(absent))
                rows = [
                    Row(customer_id, "", day, aum_fen or 0, None, ())
                    for customer_id, aum_fen in driver_rows.read(session, best)
                    if customer_id not in absent
                ]
            left = count - len(absent)
            if left > 0:
                tallies[day] = Tally(left, rows[:few])
        return tallies

    def backlog(
        self, session: Session, question: Question, last: date, acted: Collection[Identity], few: int
    ) -> Tally:
        """`acted` are those that were put off: they are counted, and taken from the number again."""
        late = [self.column <= last, *question.reached(session)]
        absent = {customer_id for customer_id, _subject, due_on in acted if due_on <= last}
        counted = driver_rows.read(session, select(func.count()).where(*late))[0][0] - len(absent)
        if counted <= 0:
            return Tally(0, [])
        best = select(FACT.customer_id, self.column, FACT.aum_fen).where(*late)
        if counted > _ALL_READ:
            best = best.order_by(FACT.aum_fen.desc().nulls_last()).limit(few + len(absent))
        rows = [
            Row(customer_id, "", date.fromisoformat(due_on), aum_fen or 0, None, ())
            for customer_id, due_on, aum_fen in driver_rows.read(session, best)
            if customer_id not in absent
        ]
        return Tally(counted, heapq.nlargest(few, rows, key=lambda row: row.aum_fen))

    def _due(self, session: Session, question: Question) -> list[ColumnElement[bool]]:
        between = self.column.between(question.asked.first, question.asked.last)
        return [between, *question.reached(session)]


class CallDue(Cadence):
    id = "cadence_call"
    contact = ContactKind.CALL
    column = FACT.call_due_on


class MeetingDue(Cadence):
    id = "cadence_meeting"
    contact = ContactKind.MEETING
    column = FACT.meeting_due_on


class LeadersVisitDue(Cadence):
    id = "cadence_leaders_visit"
    contact = ContactKind.LEADERS_VISIT
    column = FACT.leaders_due_on
