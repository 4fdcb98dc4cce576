"""At the door: who came, of the list or uninvited, and whom they brought. Anybody who keeps records may stand
there.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import Activity, ActivityGuest, ActivityState, Customer, Interaction
from rmdesk.models.activity import GUEST_LONGEST
from rmdesk.services import changes, interactions, text
from rmdesk.services.activities import access, agreeing
from rmdesk.services.activities.guests import check_companions, invitation_of, load_guest
from rmdesk.services.customers import access as customers_access
from rmdesk.services.errors import UserError


def check_in(
    session: Session,
    guest_uid: str,
    *,
    companions: int | None = None,
    now: datetime | None = None,
) -> None:
    """Somebody of the list is here, with as many as were announced unless it is said.

    Anybody who keeps records may stand at the door. Raises as `access.load_to_help`, UserError
    `activity.wrong_state`, `activity.not_begun`, `activity.checked_in`.
    """
    guest, activity, _customer = load_guest(session, guest_uid)
    changes.describe(session, "activity.checked_in", subject=activity, row=guest.uid)
    _arrive(session, activity, guest, companions, now)


def walk_in(
    session: Session, uid: str, customer_uid: str, *, companions: int = 0, now: datetime | None = None
) -> ActivityGuest:
    """A customer is here who stands on no list; one who does is checked in. Raises as `check_in`, and of
    customers not seen.
    """
    activity = access.load_to_help(session, uid)
    customer = customers_access.load(session, customer_uid)
    found = _listed(session, activity, customer, "")
    changes.describe(session, "activity.walked_in", subject=activity)
    if found is None:
        found = ActivityGuest(activity_id=activity.id, customer_id=customer.id)
        session.add(found)
        session.flush()
    _arrive(session, activity, found, companions, now)
    return found


def bring_guest(
    session: Session, uid: str, customer_uid: str, name: str, *, now: datetime | None = None
) -> ActivityGuest:
    """A guest whom a customer brings or sends is here. Raises as `walk_in`, and for the name."""
    activity = access.load_to_help(session, uid)
    customer = customers_access.load(session, customer_uid)
    called = text.line(name, "activity_guest.guest", longest=GUEST_LONGEST)
    changes.describe(session, "activity.guest_brought", subject=activity)
    found = _listed(session, activity, customer, called)
    if found is None:
        found = ActivityGuest(activity_id=activity.id, customer_id=customer.id, guest=called)
        session.add(found)
        session.flush()
    _arrive(session, activity, found, 0, now)
    return found


def take_back_check_in(session: Session, guest_uid: str) -> None:
    """It was somebody else: whoever stood on no list is taken off. Raises as `check_in`, UserError
    `activity.not_here`.
    """
    guest, activity, _customer = load_guest(session, guest_uid)
    access.check_state(activity, ActivityState.OPEN, ActivityState.HELD)
    if guest.came_on is None:
        raise UserError("activity.not_here")
    changes.describe(session, "activity.check_in_taken_back", subject=activity, row=guest.uid)
    contact = guest.interaction_id
    guest.came_on = guest.came_minute = guest.interaction_id = None
    guest.came_with = 0
    session.flush()
    if contact is not None:
        row = session.get_one(Interaction, contact)
        interactions.remove_interaction(session, row.uid, version=row.version)
    if guest.answer is None and invitation_of(session, guest) is None:
        session.delete(guest)
        session.flush()


def _arrive(
    session: Session,
    activity: Activity,
    guest: ActivityGuest,
    companions: int | None,
    now: datetime | None,
) -> None:
    access.check_state(activity, ActivityState.OPEN, ActivityState.HELD)
    moment = now or datetime.now()
    if moment.date() < activity.first_on:
        raise UserError("activity.not_begun", first=activity.first_on)
    if guest.came_on is not None:
        minute = guest.came_minute or 0
        raise UserError("activity.checked_in", day=guest.came_on, clock=f"{minute // 60:02}:{minute % 60:02}")
    # Who is ticked later came on one of its days.
    day = min(moment.date(), activity.last_on)
    minute = moment.hour * 60 + moment.minute
    guest.came_on, guest.came_minute = day, minute if day == moment.date() else activity.start_minute or 0
    along = guest.companions if companions is None else companions
    guest.came_with = 0 if guest.guest else check_companions(along, "activity_guest.came_with")
    session.flush()
    if activity.state == ActivityState.HELD.value:
        agreeing.record_coming(session, activity, [guest])


def _listed(session: Session, activity: Activity, customer: Customer, name: str) -> ActivityGuest | None:
    found = select(ActivityGuest).where(
        ActivityGuest.activity_id == activity.id,
        ActivityGuest.customer_id == customer.id,
        ActivityGuest.guest == name,
    )
    return session.scalars(found).one_or_none()
