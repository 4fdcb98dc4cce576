"""Visits to customers: prepared, sent for approval where the branch wants it, held and reported."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import Channel, Customer, Interaction, Visit, VisitState
from rmdesk.models.base import utc_now
from rmdesk.models.customer import LINE_LONGEST, TEXT_LONGEST
from rmdesk.services import changes, days, interactions, roles, rows, text, values, work
from rmdesk.services.actor import acting
from rmdesk.services.errors import UserError
from rmdesk.services.roles import Permission

_line = values.optional(partial(text.line, longest=LINE_LONGEST))
_lines = values.optional(partial(text.paragraphs, longest=TEXT_LONGEST))

CHECKS: dict[str, values.Check] = {
    "staff": lambda value, what: value,
    "planned_on": days.check_date,
    "at_minute": values.optional(values.minute_of_day),
    "place": _line,
    "purpose": _line,
    "to_prepare": _lines,
    "to_discuss": _lines,
    "to_see": _lines,
}
_ENDED = (VisitState.HELD, VisitState.CANCELLED)
PENDING = tuple(one.value for one in VisitState if one not in _ENDED)


@dataclass(frozen=True, slots=True)
class VisitRow:
    """A visit, as it is prepared, judged and reported."""

    id: int
    uid: str
    version: int
    customer_uid: str
    customer: str
    staff: str
    planned_on: date
    at_minute: int | None
    place: str | None
    purpose: str | None
    to_prepare: str | None
    to_discuss: str | None
    to_see: str | None
    report: str | None
    state: str
    decision_note: str | None


def add_visit(session: Session, customer_uid: str, given: Mapping[str, object]) -> Visit:
    """A visit to prepare; `given` holds at least `planned_on`.

    Raises NotAllowed, UserError as the checks do.
    """
    customer = work.load_for_writing(session, customer_uid)
    checked = values.check_all(given, CHECKS, "visit", required=("planned_on",))
    work.staff_id(session, checked, "visit.staff_id")
    row = Visit(customer_id=customer.id, **checked)
    session.add(row)
    session.flush()
    changes.describe(session, "visit.added", subject=customer, row=row.uid)
    return row


def edit_visit(session: Session, uid: str, given: Mapping[str, object], *, version: int) -> None:
    """Change the preparation; what was approved or sent is so no more. Raises `visit.ended`, Conflict."""
    row, customer = _pending(session, uid, version)
    checked = values.check_all(given, CHECKS, "visit")
    if "staff" in checked:
        work.staff_id(session, checked, "visit.staff_id")
    if any(getattr(row, name) != value for name, value in checked.items()):
        checked |= {"state": VisitState.PLANNED.value, "decided_by_id": None, "decided_at": None}
        checked["decision_note"] = None
    work.edit(session, customer, row, checked, kind="visit.edited")


def submit_visit(session: Session, uid: str, *, version: int) -> None:
    """Send the preparation to whoever approves."""
    row, customer = _pending(session, uid, version)
    sent = {"state": VisitState.SUBMITTED.value, "decided_by_id": None, "decided_at": None}
    work.edit(session, customer, row, sent, kind="visit.submitted")


def approve_visit(session: Session, uid: str, *, version: int, note: str | None = None) -> None:
    """Approve a preparation that was sent. Never one's own. Raises `visit.not_submitted`."""
    row, customer = _judged(session, uid, version)
    decided = _decision(session, note) | {"state": VisitState.APPROVED.value}
    work.edit(session, customer, row, decided, kind="visit.approved")


def return_visit(session: Session, uid: str, *, version: int, note: str) -> None:
    """Send a preparation back with a comment. Raises as `approve_visit`, `text.empty`."""
    row, customer = _judged(session, uid, version)
    decided = _decision(session, text.line(note, "visit.decision_note", longest=LINE_LONGEST))
    work.edit(session, customer, row, decided | {"state": VisitState.RETURNED.value}, kind="visit.returned")


def cancel_visit(session: Session, uid: str, *, version: int) -> None:
    row, customer = _pending(session, uid, version)
    work.edit(session, customer, row, {"state": VisitState.CANCELLED.value}, kind="visit.cancelled")


def hold_visit(
    session: Session,
    uid: str,
    given: Mapping[str, object],
    *,
    version: int,
    report: str,
    follow_up: Mapping[str, object] | None = None,
    commitment: Mapping[str, object] | None = None,
    record: Callable[..., Interaction] = interactions.add_interaction,
) -> Interaction:
    """The visit took place: its report, and the contact it was, in one change.

    `given` and what follows are those of `interactions.add_interaction`; without a content the report is
    it. `record` is called in its place where the contact answers something more. Raises as that does, and
    `visit.ended`, Conflict.
    """
    row, customer = _pending(session, uid, version)
    said = text.paragraphs(report, "visit.report", longest=TEXT_LONGEST)
    contact = {"channel": Channel.VISIT.value, "purpose": row.purpose, "content": said} | dict(given)
    changes.describe(session, "visit.held", subject=customer, row=row.uid)
    made = record(session, customer.uid, contact, follow_up=follow_up, commitment=commitment)
    _hold(session, row, made, said)
    return made


def hold_by_contact(session: Session, uid: str, interaction_uid: str) -> None:
    """The visit was this contact, which is its report; one that has ended stays as it is."""
    row = session.scalars(select(Visit).where(Visit.uid == uid)).one()
    contact = session.scalars(select(Interaction).where(Interaction.uid == interaction_uid)).one()
    if row.state not in _ENDED:
        _hold(session, row, contact, contact.content)


def load_visit(session: Session, uid: str) -> VisitRow:
    """One visit; raises NotAllowed, UserError `row.gone`, `customer.in_bin`."""
    row = rows.load(session, Visit, uid)
    work.load_for_reading(session, session.get_one(Customer, row.customer_id).uid)
    return _load(session, [row.id])[0]


def find_submitted(session: Session) -> list[int]:
    """Ids of the visits that wait for whoever acts to judge them, by their day."""
    return work.find_to_judge(session, Visit, VisitState.SUBMITTED.value, Visit.planned_on)


def load_visits(session: Session, ids: list[int]) -> list[VisitRow]:
    """Those with these ids whose customers one may see, in that order."""
    roles.require(session, Permission.READ_WORK, accepting=())
    return _load(session, ids)


def _load(session: Session, ids: list[int]) -> list[VisitRow]:
    def told(one: Visit, customer: Customer, staff: str) -> VisitRow:
        return VisitRow(
            id=one.id,
            uid=one.uid,
            version=one.version,
            customer_uid=customer.uid,
            customer=customer.name,
            staff=staff,
            planned_on=one.planned_on,
            at_minute=one.at_minute,
            place=one.place,
            purpose=one.purpose,
            to_prepare=one.to_prepare,
            to_discuss=one.to_discuss,
            to_see=one.to_see,
            report=one.report,
            state=one.state,
            decision_note=one.decision_note,
        )

    return work.load_listed(session, Visit, ids, told)


def _hold(session: Session, row: Visit, contact: Interaction, report: str | None) -> None:
    row.interaction_id, row.report, row.state = contact.id, report, VisitState.HELD.value
    session.flush()


def _pending(session: Session, uid: str, version: int) -> tuple[Visit, Customer]:
    row, customer = work.load_seen(session, Visit, uid, version)
    if row.state in _ENDED:
        raise UserError("visit.ended")
    return row, customer


def _judged(session: Session, uid: str, version: int) -> tuple[Visit, Customer]:
    row, customer = work.load_to_judge(session, Visit, uid, version)
    if row.state != VisitState.SUBMITTED:
        raise UserError("visit.not_submitted")
    return row, customer


def _decision(session: Session, note: str | None) -> dict[str, object]:
    return {
        "decided_by_id": acting(session).staff_id,
        "decided_at": utc_now(),
        "decision_note": _line(note, "visit.decision_note"),
    }
