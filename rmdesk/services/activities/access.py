"""Whose activities one reads, leads and judges: those of the branch are read by all who keep records."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from rmdesk.models import Activity, ActivityState
from rmdesk.services import roles, rows
from rmdesk.services.actor import acting
from rmdesk.services.errors import NotAllowed, UserError
from rmdesk.services.roles import Permission

BEING_WRITTEN = (ActivityState.DRAFT.value, ActivityState.RETURNED.value)
PREPARED = (*BEING_WRITTEN, ActivityState.AGREED.value, ActivityState.OPEN.value)
OVER = (ActivityState.EVALUATED.value, ActivityState.CANCELLED.value)


def require_reading(session: Session) -> None:
    """Colleagues' activities are read too: one's customers are invited to them. Raises NotAllowed."""
    roles.require(session, Permission.READ_WORK, accepting=())


def load(session: Session, uid: str) -> Activity:
    """An activity to read; raises NotAllowed, UserError `row.gone`."""
    require_reading(session)
    return rows.load(session, Activity, uid)


def load_to_help(session: Session, uid: str) -> Activity:
    """An activity for whoever keeps records: they invite their customers, and stand at the door.

    Raises as `load`, UserError `activity.submitted`, `activity.over`.
    """
    roles.require(session, Permission.WRITE_WORK, accepting=())
    activity = load(session, uid)
    check_going_on(activity)
    return activity


def load_led(session: Session, uid: str, version: int | None = None) -> Activity:
    """One's own activity to change; raises NotAllowed `activity.not_led`, Conflict, UserError `row.gone`."""
    roles.require(session, Permission.WRITE_WORK, accepting=())
    activity = rows.load(session, Activity, uid)
    if activity.owner_id != acting(session).staff_id:
        raise NotAllowed("activity.not_led")
    rows.check_seen(activity, version)
    return activity


def load_going_on(session: Session, uid: str, version: int | None = None) -> Activity:
    """One's own that is neither judged just now nor over; raises as `load_led` and `load_to_help`."""
    activity = load_led(session, uid, version)
    check_going_on(activity)
    return activity


def load_written(session: Session, uid: str, version: int | None = None) -> Activity:
    """One's own while it is being written; raises as `load_going_on`, UserError `activity.agreed`."""
    activity = load_going_on(session, uid, version)
    if activity.state not in BEING_WRITTEN:
        raise UserError("activity.agreed")
    return activity


def load_to_judge(session: Session, uid: str, version: int) -> Activity:
    """A submitted one for whoever may agree to it: never who leads it nor who submitted it.

    Raises NotAllowed `activity.own`, Conflict, UserError `row.gone`, `activity.not_submitted`.
    """
    activity = rows.load(session, Activity, uid)
    roles.require(session, Permission.APPROVE_WORK)
    if acting(session).staff_id in (activity.owner_id, activity.submitted_by_id):
        raise NotAllowed("activity.own")
    rows.check_seen(activity, version)
    if activity.state != ActivityState.SUBMITTED.value:
        raise UserError("activity.not_submitted")
    return activity


def check_going_on(activity: Activity) -> None:
    """Raise UserError `activity.submitted`, `activity.over` of one in which nothing is changed now."""
    if activity.state == ActivityState.SUBMITTED.value:
        raise UserError("activity.submitted")
    if activity.state in OVER:
        raise UserError("activity.over")


def check_state(activity: Activity, *states: ActivityState) -> None:
    """Raise UserError `activity.wrong_state` unless it stands in one of these."""
    if activity.state not in [one.value for one in states]:
        raise UserError("activity.wrong_state")


def standing(activity: Activity, today: date) -> str:
    """Where it stands on a day: as stored, but that an open one is `running` or `past` by its days."""
    if activity.state != ActivityState.OPEN.value or today < activity.first_on:
        return activity.state
    return "running" if today <= activity.last_on else "past"
