"""What becomes of a case: steps, what is decided, how the customer was told, and whether that was the end."""

from __future__ import annotations

from datetime import date
from functools import partial

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import Channel, Complaint, ComplaintState, ComplaintStep
from rmdesk.models.customer import LINE_LONGEST, TEXT_LONGEST
from rmdesk.services import changes, days, rows, text, values, work
from rmdesk.services.complaints import access, deadlines
from rmdesk.services.complaints.keeping import open_steps, renew_due
from rmdesk.services.errors import UserError

_paragraphs = partial(text.paragraphs, longest=TEXT_LONGEST)


def add_step(
    session: Session, complaint_uid: str, what: str, due_on: date, *, staff_uid: str | None = None
) -> ComplaintStep:
    """Something more to be done. Raises NotAllowed, UserError `complaint.closed`, and what checks do."""
    row = _unclosed(access.load(session, complaint_uid))
    step = ComplaintStep(
        complaint_id=row.id,
        what=text.line(what, "complaint_step.what", longest=LINE_LONGEST),
        due_on=days.check_date(due_on, "complaint_step.due_on"),
        staff_id=row.owner_id
        if staff_uid is None
        else work.person(session, staff_uid, "complaint_step.staff_id").id,
    )
    session.add(step)
    session.flush()
    renew_due(session, row)
    changes.describe(session, "complaint.step_added", subject=row)
    return step


def finish_step(
    session: Session,
    uid: str,
    *,
    version: int,
    note: str | None = None,
    on: date | None = None,
    undone: bool = False,
) -> None:
    """Say that a step was done, or with `undone` that it was not after all."""
    step, row = _step_seen(session, uid, version)
    step.done_on = (
        None if undone else days.check_date(on or date.today(), "complaint_step.done_on", past=True)
    )
    if note is not None:
        step.note = None if values.is_empty(note) else _paragraphs(note, "complaint_step.note")
    session.flush()
    renew_due(session, row)
    changes.describe(session, "complaint.step_done", subject=row)


def finish_next_step(session: Session, uid: str, *, on: date | None = None) -> None:
    """Say that the step that is due first was done; without any that is open nothing changes."""
    row = access.load(session, uid)
    waiting = select(ComplaintStep).where(
        ComplaintStep.complaint_id == row.id, ComplaintStep.done_on.is_(None)
    )
    step = session.scalars(waiting.order_by(ComplaintStep.due_on, ComplaintStep.id)).first()
    if step is not None and row.state == ComplaintState.OPEN.value:
        finish_step(session, step.uid, version=step.version, on=on)


def remove_step(session: Session, uid: str, *, version: int) -> None:
    step, row = _step_seen(session, uid, version)
    session.delete(step)
    session.flush()
    renew_due(session, row)
    changes.describe(session, "complaint.step_removed", subject=row)


def resolve_complaint(
    session: Session, uid: str, result: str, *, version: int, on: date | None = None
) -> None:
    """Say what was decided; the customer is to be told by the day that follows from the settings.

    Raises NotAllowed, Conflict, UserError `complaint.closed`, `text.empty`.
    """
    row = _unclosed(access.load_seen(session, uid, version))
    row.result = _paragraphs(result, "complaint.result")
    row.resolved_on = days.check_date(on or date.today(), "complaint.resolved_on", past=True)
    row.state = ComplaintState.RESOLVED.value
    session.flush()
    renew_due(session, row)
    changes.describe(session, "complaint.resolved", subject=row)


def tell_customer(
    session: Session,
    uid: str,
    channel: Channel | str,
    *,
    version: int,
    satisfied: bool | None = None,
    on: date | None = None,
) -> None:
    """Say how the customer was told, and whether they are satisfied with it: then the case is closed.

    Raises NotAllowed, Conflict, UserError `complaint.not_resolved`.
    """
    row = access.load_seen(session, uid, version)
    if row.state not in (ComplaintState.RESOLVED.value, ComplaintState.TOLD.value):
        raise UserError("complaint.not_resolved")
    row.told_on = days.check_date(on or date.today(), "complaint.told_on", past=True)
    row.told_channel = values.choice(channel, "complaint.told_channel", Channel)
    row.is_satisfied = satisfied
    row.state = ComplaintState.TOLD.value
    if satisfied:
        row.state, row.closed_on = ComplaintState.CLOSED.value, row.told_on
    session.flush()
    changes.describe(session, "complaint.told", subject=row)


def close_complaint(session: Session, uid: str, *, version: int, on: date | None = None) -> None:
    """End a case whose customer was told, satisfied or not. Raises UserError `complaint.not_told`."""
    row = access.load_seen(session, uid, version)
    if row.state != ComplaintState.TOLD.value:
        raise UserError("complaint.not_told")
    row.state = ComplaintState.CLOSED.value
    row.closed_on = days.check_date(on or date.today(), "complaint.closed_on", past=True)
    session.flush()
    changes.describe(session, "complaint.closed", subject=row)


def reopen_complaint(
    session: Session, uid: str, what: str, *, version: int, today: date | None = None
) -> None:
    """Take a case up again with a next step; its deadlines begin anew.

    Raises NotAllowed, Conflict, UserError `complaint.still_open`.
    """
    row = access.load_seen(session, uid, version)
    if row.state == ComplaintState.OPEN.value:
        raise UserError("complaint.still_open")
    day = today or date.today()
    rules = deadlines.load(session)
    row.state, row.closed_on = ComplaintState.OPEN.value, None
    row.reopened += 1
    row.final_on = rules.of("final", row.seriousness, day)
    for left in open_steps(session, row):  # what was left undone is not late because of that
        left.due_on = max(left.due_on, row.final_on)
    step = ComplaintStep(
        complaint_id=row.id,
        what=text.line(what, "complaint_step.what", longest=LINE_LONGEST),
        due_on=min(deadlines.after(rules.calendar, day, 1), row.final_on),
        staff_id=row.owner_id,
    )
    session.add(step)
    session.flush()
    renew_due(session, row)
    changes.describe(session, "complaint.reopened", subject=row)


def note_measure_told(session: Session, uid: str, *, version: int, on: date | None = None) -> None:
    """Say that those whom the measure is for were told. Raises UserError `complaint.no_measure`."""
    row = access.load_seen(session, uid, version)
    if row.measure is None or row.measure_for is None:
        raise UserError("complaint.no_measure")
    row.measure_told_on = days.check_date(on or date.today(), "complaint.measure_told_on", past=True)
    session.flush()
    changes.describe(session, "complaint.measure_told", subject=row)


def _step_seen(session: Session, uid: str, version: int) -> tuple[ComplaintStep, Complaint]:
    step = rows.load_seen(session, ComplaintStep, uid, version)
    row = session.get_one(Complaint, step.complaint_id)
    access.check(session, row)
    return step, _unclosed(row)


def _unclosed(row: Complaint) -> Complaint:
    if row.state in (ComplaintState.TOLD.value, ComplaintState.CLOSED.value):
        raise UserError("complaint.closed")
    return row
