"""The next step with a customer, on a day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import Channel, FollowUp, FollowUpState, Interaction
from rmdesk.models.promise import PROMISE_LONGEST
from rmdesk.services import days, text, values, work

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
    return work.add(session, customer, row, kind="follow_up.added")


def edit_follow_up(session: Session, uid: str, given: Mapping[str, object], *, version: int) -> None:
    work.change(session, FollowUp, uid, given, CHECKS, version=version, kind="follow_up.edited")


def settle_follow_up(
    session: Session, uid: str, state: FollowUpState | str, *, version: int, on: date | None = None
) -> None:
    """Say that a step was done or dropped, or open it again."""
    work.settle(
        session, FollowUp, uid, state, FollowUpState, version=version, on=on, kind="follow_up.settled"
    )


def remove_follow_up(session: Session, uid: str, *, version: int) -> None:
    row, customer = work.load_seen(session, FollowUp, uid, version)
    work.remove(session, customer, row, kind="follow_up.removed")


def list_follow_ups(session: Session, customer_id: int) -> list[FollowUp]:
    """A customer's next steps: open ones first, by their day."""
    found = select(FollowUp).where(FollowUp.customer_id == customer_id)
    return list(
        session.scalars(
            found.order_by(FollowUp.state != FollowUpState.OPEN.value, FollowUp.due_on, FollowUp.id)
        )
    )
