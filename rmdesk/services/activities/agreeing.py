"""An activity on its way: submitted, agreed to or returned, opened, held, cancelled; handing it over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import (
    Activity,
    ActivityContact,
    ActivityContactState,
    ActivityGuest,
    ActivityPurpose,
    ActivityState,
    Channel,
    ContactResult,
    Customer,
    FollowUp,
    GuestAnswer,
    Interaction,
    InteractionKind,
    Level,
    Staff,
)
from rmdesk.models.base import utc_now
from rmdesk.models.customer import LINE_LONGEST, TEXT_LONGEST
from rmdesk.services import bulk, changes, facts, plans, roles, rows, text, values, working_days
from rmdesk.services.activities import access, sheet
from rmdesk.services.actor import Actor, acting
from rmdesk.services.errors import NotAllowed, UserError
from rmdesk.services.roles import Permission, Reach
from rmdesk.words import translate

_comment = partial(text.paragraphs, longest=TEXT_LONGEST)
NOT_STARTED = (ActivityContactState.PLANNED.value, ActivityContactState.OPEN.value)
_CHUNK = 2000


def submit_activity(session: Session, uid: str, *, version: int) -> None:
    """Hand it in to be agreed to; raises as `access.load_written`."""
    activity = access.load_written(session, uid, version)
    activity.state = ActivityState.SUBMITTED.value
    activity.submitted_by_id, activity.submitted_at = acting(session).staff_id, utc_now()
    activity.decided_by_id = activity.decided_at = activity.decision_note = None
    session.flush()
    changes.describe(session, "activity.submitted", subject=activity)


def take_back_activity(session: Session, uid: str, *, version: int) -> None:
    """Go on writing one that is submitted, or agreed to but not opened: it is to be agreed to anew.

    Raises as `access.load_led`, UserError `activity.wrong_state`.
    """
    activity = access.load_led(session, uid, version)
    access.check_state(activity, ActivityState.SUBMITTED, ActivityState.AGREED)
    activity.state = ActivityState.DRAFT.value
    session.flush()
    changes.describe(session, "activity.taken_back", subject=activity)


def agree_activity(session: Session, uid: str, *, version: int, comment: str | None = None) -> None:
    """Agree to it; raises as `access.load_to_judge`."""
    activity = access.load_to_judge(session, uid, version)
    activity.decision_note = values.optional(_comment)(comment, "activity.decision_note")
    _decide(session, activity, ActivityState.AGREED)
    changes.describe(session, "activity.agreed", subject=activity)


def return_activity(session: Session, uid: str, comment: str, *, version: int) -> None:
    """Give it back with what is to be changed; raises as `access.load_to_judge`, and for the comment."""
    activity = access.load_to_judge(session, uid, version)
    activity.decision_note = _comment(comment, "activity.decision_note")
    _decide(session, activity, ActivityState.RETURNED)
    changes.describe(session, "activity.returned", subject=activity)


def _decide(session: Session, activity: Activity, state: ActivityState) -> None:
    activity.decided_by_id, activity.decided_at = acting(session).staff_id, utc_now()
    activity.state = state.value
    session.flush()


def needs_agreement(session: Session, activity: Activity) -> bool:
    """Whether somebody else is there who may agree to it."""
    return bool(plans.judges(session, activity.owner_id))


def open_activity(session: Session, uid: str, *, version: int, today: date | None = None) -> None:
    """Begin to invite: invitations fall due, lines of the sheet become tasks of whoever sees to them.

    Where there is nobody else to agree to it, one that is being written is opened as it is. Raises as
    `access.load_led`, UserError `activity.not_agreed`, `activity.past`, `activity.wrong_state`.
    """
    activity = access.load_led(session, uid, version)
    day = today or date.today()
    if activity.state in access.BEING_WRITTEN or activity.state == ActivityState.SUBMITTED.value:
        if activity.state == ActivityState.SUBMITTED.value or needs_agreement(session, activity):
            raise UserError("activity.not_agreed")
    else:
        access.check_state(activity, ActivityState.AGREED)
    if activity.last_on < day:
        raise UserError("activity.past", last=activity.last_on)
    activity.state = ActivityState.OPEN.value
    session.flush()
    changes.describe(session, "activity.opened", subject=activity)
    is_open: dict[str, object] = {"state": ActivityContactState.OPEN.value}
    set_contacts(session, activity, [ActivityContactState.PLANNED], is_open)
    sheet.give_tasks(session, activity)


def hold_activity(session: Session, uid: str, *, version: int, today: date | None = None) -> int:
    """Say that it was held: having come is a contact of each customer, invitations that nobody made are
    dropped. Returns how many came. Raises as `access.load_led`, UserError `activity.wrong_state`,
    `activity.not_begun`, `activity.nobody_came`.
    """
    activity = access.load_led(session, uid, version)
    access.check_state(activity, ActivityState.OPEN)
    day = today or date.today()
    if day < activity.first_on:
        raise UserError("activity.not_begun", first=activity.first_on)
    came = session.scalars(
        select(ActivityGuest)
        .where(ActivityGuest.activity_id == activity.id, ActivityGuest.came_on.is_not(None))
        .order_by(ActivityGuest.id)
    ).all()
    if not came:
        raise UserError("activity.nobody_came")
    activity.state = ActivityState.HELD.value
    session.flush()
    changes.describe(session, "activity.held", subject=activity, customers=len(came))
    drop_contacts(session, activity, ActivityPurpose.INVITATION, day)
    record_coming(session, activity, [one for one in came if one.interaction_id is None])
    return len(came)


def record_coming(session: Session, activity: Activity, came: Sequence[ActivityGuest]) -> None:
    """A contact for each customer who came themselves."""
    customers = [one for one in came if not one.guest]
    uids = bulk.insert(
        session,
        Interaction,
        [
            {
                "customer_id": one.customer_id,
                "staff_id": acting(session).staff_id,
                "held_on": one.came_on,
                "at_minute": one.came_minute,
                "channel": Channel.BRANCH_VISIT.value,
                "level": Level.BUSINESS.value,
                "kind": InteractionKind.DAILY.value,
                "result": ContactResult.REACHED.value,
                "purpose": translate("activity texts", "Came to: {name}", name=activity.name)[:LINE_LONGEST],
                "content": _said(activity, one),
            }
            for one in customers
        ],
    )
    ids = interaction_ids(session, uids)
    joined = [
        {"id": one.id, "interaction_id": ids[contact]} for one, contact in zip(customers, uids, strict=True)
    ]
    bulk.update(session, ActivityGuest, joined, ["interaction_id"])
    facts.refresh_contacts(session, [one.customer_id for one in customers])


def _said(activity: Activity, one: ActivityGuest) -> str:
    parts = [activity.theme or activity.name]
    if one.came_with:
        parts.append(translate("activity texts", "came with {count} more", count=one.came_with))
    if one.note:
        parts.append(one.note)
    return translate("activity texts", "; ").join(parts)


def interaction_ids(session: Session, uids: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for start in range(0, len(uids), _CHUNK):
        some = Interaction.uid.in_(uids[start : start + _CHUNK])
        found |= dict(session.execute(select(Interaction.uid, Interaction.id).where(some)).all())
    return found


def cancel_activity(
    session: Session, uid: str, reason: str, *, version: int, today: date | None = None
) -> int:
    """Call it off. Whoever was invited and did not decline is to be told: a next step for each of them, due
    on the next working day; returns how many. Tasks are taken back. Raises as `access.load_led`, UserError
    `activity.wrong_state`, and for the reason.
    """
    activity = access.load_led(session, uid, version)
    access.check_state(
        activity,
        ActivityState.DRAFT,
        ActivityState.RETURNED,
        ActivityState.SUBMITTED,
        ActivityState.AGREED,
        ActivityState.OPEN,
    )
    day = today or date.today()
    activity.cancelled_for = text.line(reason, "activity.cancelled_for", longest=LINE_LONGEST)
    activity.state = ActivityState.CANCELLED.value
    session.flush()
    changes.describe(session, "activity.cancelled", subject=activity)
    told = _to_be_told(session, activity, day)
    drop_contacts(session, activity, ActivityPurpose.INVITATION, day)
    sheet.withdraw_tasks(session, activity)
    return told


def _to_be_told(session: Session, activity: Activity, day: date) -> int:
    invited = (
        select(Customer.id, Customer.owner_id)
        .join(ActivityContact, ActivityContact.customer_id == Customer.id)
        .join(
            ActivityGuest,
            (ActivityGuest.activity_id == ActivityContact.activity_id)
            & (ActivityGuest.customer_id == ActivityContact.customer_id)
            & (ActivityGuest.guest == ""),
        )
        .where(
            ActivityContact.activity_id == activity.id,
            ActivityContact.state == ActivityContactState.DONE.value,
            ActivityGuest.answer.is_distinct_from(GuestAnswer.NO.value),
            Customer.deleted_at.is_(None),
        )
    )
    step = translate("activity texts", "Tell that “{name}” is called off", name=activity.name)[:LINE_LONGEST]
    due = working_days.load(session).next_working_day(day)
    me = acting(session).staff_id
    listed = [
        {
            "customer_id": id_,
            "staff_id": owner or me,
            "due_on": due,
            "channel": Channel.CALL.value,
            "step": step,
        }
        for id_, owner in session.execute(invited)
    ]
    bulk.insert(session, FollowUp, listed)
    return len(listed)


def set_contacts(
    session: Session,
    activity: Activity,
    states: Sequence[ActivityContactState],
    given: dict[str, object],
    purpose: ActivityPurpose | None = None,
) -> int:
    """Set columns of the contacts in one of these states; returns how many."""
    found = select(ActivityContact.id).where(
        ActivityContact.activity_id == activity.id, ActivityContact.state.in_([one.value for one in states])
    )
    if purpose is not None:
        found = found.where(ActivityContact.purpose == purpose.value)
    changed = [{"id": one} | given for one in session.scalars(found)]
    return bulk.update(session, ActivityContact, changed, list(given))


def drop_contacts(session: Session, activity: Activity, purpose: ActivityPurpose | None, day: date) -> int:
    """Those that were not made are not to be made any more; returns how many."""
    states = [ActivityContactState(one) for one in NOT_STARTED]
    given: dict[str, object] = {"state": ActivityContactState.DROPPED.value, "settled_on": day}
    return set_contacts(session, activity, states, given, purpose)


def successors_of(session: Session, uid: str) -> list[tuple[str, str]]:
    """Uid and name of those who may take over an activity, by name. Raises as `access.load`."""
    activity = access.load(session, uid)
    active = select(Staff).where(Staff.disabled_at.is_(None), Staff.id != activity.owner_id)
    return [
        (one.uid, one.name)
        for one in session.scalars(active.order_by(Staff.name))
        if roles.allowed(Actor.of(one), Permission.WRITE_WORK).reach() > Reach.NONE
    ]


def hand_over_activity(session: Session, uid: str, staff_uid: str, *, version: int) -> None:
    """Let somebody else lead it, when whoever did leaves; for those who agree to work.

    Raises NotAllowed, Conflict, UserError `row.gone`, `activity.over`, `activity.successor_unfit`.
    """
    roles.require(session, Permission.APPROVE_WORK)
    activity = rows.load(session, Activity, uid)
    rows.check_seen(activity, version)
    if activity.owner_id == acting(session).staff_id:
        raise NotAllowed("activity.own")
    if activity.state in access.OVER:
        raise UserError("activity.over")
    person = rows.load(session, Staff, staff_uid)
    if person.uid not in [one for one, _name in successors_of(session, uid)]:
        raise UserError("activity.successor_unfit", name=person.name)
    activity.owner_id = person.id
    if activity.supervisor_id == person.id:
        activity.supervisor_id = None
    session.flush()
    changes.describe(session, "activity.handed_over", subject=activity, to=person.uid)
