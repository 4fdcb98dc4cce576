"""What was agreed with customers: commitments, follow-ups, appointments."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date
from typing import Any, ClassVar

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from rmdesk.models import (
    Appointment,
    AppointmentState,
    Commitment,
    CommitmentState,
    CustomerFact,
    FollowUp,
    FollowUpState,
    TouchpointAct,
)
from rmdesk.services import appointments, commitments, driver_rows, follow_ups
from rmdesk.services.care.asked import FACT
from rmdesk.services.care.options import Chosen
from rmdesk.services.care.rules.rule import Identity, Question, Rule, Tally
from rmdesk.services.care.touchpoint import Kind, Row, Touchpoint

_CHUNK = 500


class Agreed(Rule):
    """A row with a due day that stays open until it is settled, whoever settles it."""

    model: ClassVar[type[Any]]
    counts_backlog = True
    open_state: ClassVar[str]
    sentence: ClassVar[tuple[str, ...]]  # the columns that its sentence is made of

    def find(self, session: Session, question: Question) -> Iterator[Row]:
        row = self.model.__table__.c
        found = (
            select(row.customer_id, row.uid, row.due_on, FACT.aum_fen)
            .select_from(self.model)
            .join(CustomerFact, FACT.customer_id == row.customer_id)
            .where(
                row.state == self.open_state, row.due_on.between(question.asked.first, question.asked.last)
            )
            .where(*self.which(row), *question.reached(session))
        )
        for customer_id, uid, due_on, aum_fen in driver_rows.read(session, found):
            yield Row(customer_id, uid, date.fromisoformat(due_on), aum_fen or 0, None, ())

    def backlog(
        self, session: Session, question: Question, last: date, acted: Collection[Identity], few: int
    ) -> Tally:
        row = self.model.__table__.c
        act = TouchpointAct.__table__.c
        touched = select(act.id).where(
            act.customer_id == row.customer_id,
            act.rule == self.id,
            act.subject == row.uid,
            act.due_on == row.due_on,
        )
        late = (
            select(row.customer_id, row.uid, row.due_on, FACT.aum_fen)
            .select_from(self.model)
            .join(CustomerFact, FACT.customer_id == row.customer_id)
            .where(row.state == self.open_state, row.due_on <= last, ~touched.exists())
            .where(*self.which(row), *question.reached(session))
        )
        best = driver_rows.read(session, late.order_by(FACT.aum_fen.desc().nulls_last()).limit(few))
        rows = [
            Row(customer_id, uid, date.fromisoformat(due_on), aum_fen or 0, None, ())
            for customer_id, uid, due_on, aum_fen in best
        ]
        if len(rows) < few:
            return Tally(len(rows), rows)
        counted = late.with_only_columns(func.count(), maintain_column_froms=True)
        return Tally(driver_rows.read(session, counted)[0][0], rows)

    def which(self, row: Any) -> list[ColumnElement[bool]]:
        return []

    def settle(self, session: Session, touchpoint: Touchpoint) -> None:
        version = session.scalar(select(self.model.version).where(self.model.uid == touchpoint.key.subject))
        self.close(session, touchpoint.key.subject, version or 0)

    def close(self, session: Session, uid: str, version: int) -> None:
        """The use case that says it was done."""
        raise NotImplementedError

    def fill(self, session: Session, touchpoints: list[Touchpoint], chosen: Chosen) -> list[Touchpoint]:
        rows: dict[str, tuple[Any, ...]] = {}
        table = self.model.__table__.c
        columns = [table[name] for name in self.sentence]
        uids = [one.key.subject for one in touchpoints]
        for start in range(0, len(uids), _CHUNK):
            found = select(table.uid, *columns).where(table.uid.in_(uids[start : start + _CHUNK]))
            rows |= {uid: tuple(values) for uid, *values in session.execute(found)}
        return [replace(one, values=rows[one.key.subject]) for one in touchpoints if one.key.subject in rows]


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
