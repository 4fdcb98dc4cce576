"""All that is owed to one customer, in one list: promises, next steps, appointments, visits, tasks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import (
    Appointment,
    AppointmentState,
    Commitment,
    CommitmentState,
    Customer,
    FollowUp,
    FollowUpState,
    Staff,
    Task,
    TaskState,
    Visit,
    VisitState,
)
from rmdesk.services import work

_Row = Commitment | FollowUp | Appointment | Visit | Task
_MODELS: tuple[type[_Row], ...] = (Commitment, FollowUp, Appointment, Visit, Task)
_PENDING = {
    "commitment": (CommitmentState.WAITING, CommitmentState.OPEN),
    "follow_up": (FollowUpState.OPEN,),
    "appointment": (AppointmentState.OPEN,),
    "visit": (VisitState.PLANNED, VisitState.SUBMITTED, VisitState.APPROVED, VisitState.RETURNED),
    "task": (TaskState.OPEN, TaskState.DONE),
}
# What is entered of a row, and how it stands.
_ENTERED = {
    "commitment": ("promise", "due_on", "kind", "state"),
    "follow_up": ("step", "due_on", "channel", "state"),
    "appointment": ("subject", "due_on", "at_minute", "channel", "state"),
    "task": ("work", "due_on", "department", "state"),
}
TABLES = tuple(_ENTERED)


@dataclass(frozen=True, slots=True)
class Owed:
    """One line: which row of which table, what it says, when it is due, how it stands.

    `ended_on` is the day it was settled, None while it is pending. `detail`: its kind, or who has it. `note`:
    what whoever judged it said, such as why it was refused.
    """

    table: str
    uid: str
    version: int
    words: str
    detail: str | None
    due_on: date
    at_minute: int | None
    state: str
    is_pending: bool
    began_on: date | None
    ended_on: date | None
    staff: str
    note: str | None = None


def list_owed(session: Session, customer_uid: str, *, ended: int = 50) -> list[Owed]:
    """What is pending for a customer by its day, then what is settled, newest first, at most so many.

    Raises NotAllowed, UserError `row.gone`, `customer.in_bin`.
    """
    customer = work.load_for_reading(session, customer_uid)
    found: list[_Row] = []
    for model in _MODELS:
        found += session.scalars(select(model).where(model.customer_id == customer.id))
    people = {row.staff_id for row in found} | {
        row.assignee_id for row in found if isinstance(row, Task) and row.assignee_id is not None
    }
    names: dict[int, str] = dict(
        session.execute(select(Staff.id, Staff.name).where(Staff.id.in_(people))).all()
    )
    rows = [_owed(row, names) for row in found]
    pending = sorted((one for one in rows if one.is_pending), key=lambda one: (one.due_on, one.uid))
    settled = sorted(
        (one for one in rows if not one.is_pending),
        key=lambda one: (one.ended_on or one.due_on, one.uid),
        reverse=True,
    )
    return [*pending, *settled[:ended]]


def find_values(session: Session, table: str, uid: str) -> tuple[int, dict[str, Any]] | None:
    """The version of a row that is owed and what its fields hold, as they are entered; None if it is gone.

    People by their name. Raises as `list_owed`.
    """
    model = next(one for one in _MODELS if one.__tablename__ == table)
    row: Any = session.scalars(select(model).where(model.uid == uid)).one_or_none()
    if row is None:
        return None
    if row.customer_id is not None:
        work.load_for_reading(session, session.get_one(Customer, row.customer_id).uid)
    found = {name: getattr(row, name) for name in _ENTERED[table]}
    if isinstance(row, Task):
        assignee = None if row.assignee_id is None else session.get_one(Staff, row.assignee_id)
        found["assignee"] = None if assignee is None else assignee.name
    return row.version, found


def _owed(row: _Row, names: dict[int, str]) -> Owed:
    table = row.__tablename__
    began_on = detail = ended_on = None
    match row:
        case Commitment():
            words, detail, began_on, ended_on = row.promise, row.kind, row.promised_on, row.settled_on
        case FollowUp():
            words, detail, ended_on = row.step, row.channel, row.settled_on
        case Appointment():
            words, detail, ended_on = row.subject or "", row.channel, row.settled_on
        case Visit():
            words, detail = row.purpose or "", row.place
        case Task():
            who = row.department if row.assignee_id is None else names[row.assignee_id]
            words, detail, ended_on = row.work, who, row.reported_on or row.done_on
    due_on = row.planned_on if isinstance(row, Visit) else row.due_on
    return Owed(
        table=table,
        uid=row.uid,
        version=row.version,
        words=words,
        detail=detail,
        due_on=due_on,
        at_minute=row.at_minute if isinstance(row, Appointment | Visit) else None,
        state=row.state,
        is_pending=row.state in _PENDING[table],
        began_on=began_on,
        ended_on=ended_on,
        staff=names[row.staff_id],
        note=row.decision_note if isinstance(row, Commitment | Visit) else None,
    )
