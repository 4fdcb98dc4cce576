"""The next step with a customer, on a day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import Channel, FollowUp, FollowUpState, Interaction
from rmdesk.models.promise import PROMISE_LONGEST
from rmdesk.services import changes, days, text, values, work

CHECKS: dict[str, values.Check] = {
    "staff": lambda value, what: value,
    "due_on": days.check_date,
    "channel": values.optional(partial(values.choice, choices=Channel)),
    "step": partial(text.paragraphs, longest=PROMISE_LONGEST),
}


def add_follow_up(
    session: Session,
    customer_uid: str,
    given: Mapping[str, object],
    *,
    interaction: Interaction | None = None,
) -> FollowUp:
    """A next step; `given` holds at least `due_on` and `step`.

    Raises NotAllowed, UserError as the checks do.
    """
    customer = work.load_for_writing(session, customer_uid)
    checked = values.check_all(given, CHECKS, "follow_up", required=("due_on", "step"))
    work.staff_id(session, checked, "follow_up.staff_id")
    row = FollowUp(
        customer_id=customer.id, interaction_id=None if interaction is None else interaction.id, **checked
    )
    session.add(row)
    session.flush()
    changes.describe(session, "follow_up.added", subject=customer, row=row.uid)
    return row


def edit_follow_up(session: Session, uid: str, given: Mapping[str, object], *, version: int) -> None:
    row, customer = work.load_seen(session, FollowUp, uid, version)
    checked = values.check_all(given, CHECKS, "follow_up")
    if "staff" in checked:
        work.staff_id(session, checked, "follow_up.staff_id")
    work.edit(session, customer, row, checked, kind="follow_up.edited")


def settle_follow_up(
    session: Session, uid: str, state: FollowUpState | str, *, version: int, on: date | None = None
) -> None:
    """Say that a step was done or dropped, or open it again."""
    row, customer = work.load_seen(session, FollowUp, uid, version)
    chosen = values.choice(state, "follow_up.state", FollowUpState)
    day = days.check_date(on or date.today(), "follow_up.settled_on", past=True)
    settled = None if chosen == FollowUpState.OPEN else day
    work.edit(session, customer, row, {"state": chosen, "settled_on": settled}, kind="follow_up.settled")


def remove_follow_up(session: Session, uid: str, *, version: int) -> None:
    row, customer = work.load_seen(session, FollowUp, uid, version)
    session.delete(row)
    session.flush()
    changes.describe(session, "follow_up.removed", subject=customer, row=uid)


def list_follow_ups(session: Session, customer_id: int) -> list[FollowUp]:
    """A customer's next steps: open ones first, by their day."""
    found = select(FollowUp).where(FollowUp.customer_id == customer_id)
    return list(
        session.scalars(
            found.order_by(FollowUp.state != FollowUpState.OPEN.value, FollowUp.due_on, FollowUp.id)
        )
    )
