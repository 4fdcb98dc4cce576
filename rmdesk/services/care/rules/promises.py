"""What was agreed with customers: commitments, follow-ups, appointments."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection
from datetime import date
from typing import Any, ClassVar

from sqlalchemy import ColumnElement, FromClause, select
from sqlalchemy.orm import Session

from rmdesk.models import (
    Appointment,
    AppointmentState,
    Commitment,
    CommitmentState,
    FollowUp,
    FollowUpState,
)
from rmdesk.services import appointments, commitments, follow_ups
from rmdesk.services.care.asked import FACTS
from rmdesk.services.care.rules.dated import Dated
from rmdesk.services.care.rules.parts import Mark, Parts, own_day
from rmdesk.services.care.rules.rule import Question
from rmdesk.services.care.touchpoint import Kind, Touchpoint
from rmdesk.services.care_options import Chosen
from rmdesk.services.queries import Query, given, listed
from rmdesk.services.store.sql import often


class Agreed(Dated):
    """A row with a due day that stays open until it is settled, whoever settles it."""

    model: ClassVar[type[Any]]
    open_state: ClassVar[str]
    day: ClassVar[str] = "due_on"  # the column of the day
    counted_alone = True
    sentence: ClassVar[tuple[str, ...]]  # the columns that its sentence is made of

    def __init__(self) -> None:
        super().__init__()
        columns = self.model.__table__.c
        told = select(columns.uid, *(columns[name] for name in self.sentence))
        self._told = Query(told.where(columns.uid.in_(listed("uids"))))

    def parts(self, fact: FromClause) -> Parts:
        row = self.model.__table__
        is_open = self.waiting(row)
        if fact is not FACTS:
            is_open = often(is_open)  # or all that is open would be looked at before a manager's customers
        day = row.c[self.day]
        within = day.between(given("since"), given("until"))
        return Parts(
            row.join(fact, fact.c.customer_id == row.c.customer_id),
            row.c.uid,
            (day,),
            within,
            (day,),
            (is_open,),
            alone=row.c.customer_id,
        )

    def waiting(self, row: FromClause) -> ColumnElement[bool]:
        """Whether a row is still to be settled."""
        return row.c.state == self.open_state

    def due_days(self, question: Question) -> Callable[[Mark], Collection[date]]:
        return own_day

    def settle(self, session: Session, touchpoint: Touchpoint) -> None:
        version = session.scalar(select(self.model.version).where(self.model.uid == touchpoint.key.subject))
        self.close(session, touchpoint.key.subject, version or 0)

    def close(self, session: Session, uid: str, version: int) -> None:
        """The use case that says it was done."""
        raise NotImplementedError

    def fill(self, session: Session, touchpoints: list[Touchpoint], chosen: Chosen) -> list[Touchpoint]:
        uids = json.dumps([one.key.subject for one in touchpoints])
        rows = {uid: tuple(values) for uid, *values in self._told.read(session, uids=uids)}
        return [one.told(rows[one.key.subject]) for one in touchpoints if one.key.subject in rows]


class PromiseDue(Agreed):
    """A promise is due; one that waits for approval does not count yet."""

    id = "commitment"
    kind = Kind.COMMITMENT
    model = Commitment
    open_state = CommitmentState.OPEN.value
    sentence = ("promise", "promised_on", "kind")

    def close(self, session: Session, uid: str, version: int) -> None:
        commitments.settle_commitment(session, uid, CommitmentState.KEPT, version=version)


class FollowUpDue(Agreed):
    """The next step that was agreed."""

    id = "follow_up"
    kind = Kind.FOLLOW_UP
    model = FollowUp
    open_state = FollowUpState.OPEN.value
    sentence = ("step", "channel")

    def close(self, session: Session, uid: str, version: int) -> None:
        follow_ups.settle_follow_up(session, uid, FollowUpState.DONE, version=version)


class AppointmentDue(Agreed):
    """A meeting or call at an agreed time."""

    id = "appointment"
    kind = Kind.APPOINTMENT
    model = Appointment
    open_state = AppointmentState.OPEN.value
    sentence = ("subject", "channel", "at_minute")

    def close(self, session: Session, uid: str, version: int) -> None:
        appointments.settle_appointment(session, uid, AppointmentState.KEPT, version=version)
