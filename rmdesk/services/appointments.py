"""Meetings and calls agreed with customers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import Appointment, AppointmentState, Channel, Interaction
from rmdesk.models.customer import LINE_LONGEST
from rmdesk.services import days, text, values, work

CHECKS: dict[str, values.Check] = {
    "staff": lambda value, what: value,
    "due_on": days.check_date,
    "at_minute": values.optional(values.minute_of_day),
    "channel": partial(values.choice, choices=Channel),
    "subject": values.optional(partial(text.line, longest=LINE_LONGEST)),
}


def add_appointment(
    session: Session,
    customer_uid: str,
    given: Mapping[str, object],
    *,
    interaction: Interaction | None = None,
) -> Appointment:
    """A meeting; `given` holds at least `due_on`. Raises NotAllowed, UserError as the checks do."""
    customer = work.load_for_writing(session, customer_uid)
    checked = values.check_all(given, CHECKS, "appointment", required=("due_on",))
    work.staff_id(session, checked, "appointment.staff_id")
    row = Appointment(
        customer_id=customer.id, interaction_id=None if interaction is None else interaction.id, **checked
    )
    return work.add(session, customer, row, kind="appointment.added")


def edit_appointment(session: Session, uid: str, given: Mapping[str, object], *, version: int) -> None:
    work.change(session, Appointment, uid, given, CHECKS, version=version, kind="appointment.edited")


def settle_appointment(
    session: Session, uid: str, state: AppointmentState | str, *, version: int, on: date | None = None
) -> None:
    """Say that a meeting took place, was missed or cancelled, or open it again."""
    work.settle(
        session, Appointment, uid, state, AppointmentState, version=version, on=on, kind="appointment.settled"
    )


def remove_appointment(session: Session, uid: str, *, version: int) -> None:
    row, customer = work.load_seen(session, Appointment, uid, version)
    work.remove(session, customer, row, kind="appointment.removed")


def list_appointments(session: Session, customer_id: int) -> list[Appointment]:
    """A customer's meetings: open ones first, by their day."""
    found = select(Appointment).where(Appointment.customer_id == customer_id)
    order = (
        Appointment.state != AppointmentState.OPEN.value,
        Appointment.due_on,
        Appointment.at_minute,
        Appointment.id,
    )
    return list(session.scalars(found.order_by(*order)))
