"""Two records of one customer on the list of one activity: what either of them did, the survivor did."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import ActivityContact, ActivityContactState, ActivityGuest

_ANSWER = ("answer", "answered_on", "companions")
_COMING = ("came_on", "came_minute", "came_with", "interaction_id")
_MADE = ("state", "settled_on", "channel", "interaction_id")


def settle(session: Session, to: int, from_: int) -> None:
    """Take over into the survivor's rows what they lack; the other's rows stay behind with them."""
    own = {
        (one.activity_id, one.guest): one
        for one in session.scalars(select(ActivityGuest).where(ActivityGuest.customer_id == to))
    }
    for theirs in session.scalars(select(ActivityGuest).where(ActivityGuest.customer_id == from_)):
        mine = own.get((theirs.activity_id, theirs.guest))
        if mine is None:
            continue
        if mine.answer is None and theirs.answer is not None:
            _take(mine, theirs, _ANSWER)
        if mine.came_on is None and theirs.came_on is not None:
            _take(mine, theirs, _COMING)
            theirs.interaction_id = None
    made = {
        (one.activity_id, one.purpose): one
        for one in session.scalars(select(ActivityContact).where(ActivityContact.customer_id == to))
    }
    done = ActivityContactState.DONE.value
    for other in session.scalars(select(ActivityContact).where(ActivityContact.customer_id == from_)):
        contact = made.get((other.activity_id, other.purpose))
        if contact is not None and contact.state != done and other.state == done:
            _take(contact, other, _MADE)
            other.interaction_id = None
    session.flush()


def _take(mine: object, theirs: object, names: tuple[str, ...]) -> None:
    for name in names:
        setattr(mine, name, getattr(theirs, name))
