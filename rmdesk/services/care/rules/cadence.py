"""Contacts that come round: a call, a meeting, a leaders' visit, by tier and strategy.

When the next is due stands in the facts of each customer (`services/facts.py`), so it costs nothing to
count a hundred thousand of them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date
from typing import Any, ClassVar

from sqlalchemy import FromClause, literal
from sqlalchemy.sql.elements import KeyedColumnElement

from rmdesk.models import ContactKind
from rmdesk.services.care.asked import FACT
from rmdesk.services.care.rules.dated import Dated
from rmdesk.services.care.rules.parts import Mark, Parts, own_day
from rmdesk.services.care.rules.rule import Question
from rmdesk.services.care.touchpoint import Kind
from rmdesk.services.queries import given


class Cadence(Dated):
    """One kind of contact is due again. Each customer has one of each at most, and it stays until done."""

    kind = Kind.CADENCE
    contact: ClassVar[ContactKind]
    column: ClassVar[KeyedColumnElement[Any]]
    shift = 1
    put_off_only = True  # done or skipped, the next one is due on another day

    def parts(self, fact: FromClause) -> Parts:
        day = fact.c[self.column.key or ""]
        within = day.between(given("since"), given("until"))
        return Parts(fact, literal(""), (day,), within, (day,))

    def due_days(self, question: Question) -> Callable[[Mark], Collection[date]]:
        return own_day


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
