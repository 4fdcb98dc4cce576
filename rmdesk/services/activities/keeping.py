"""Activities as they are kept: begun, changed, copied, removed; who they may be led by."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import partial
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import (
    Activity,
    ActivityContact,
    ActivityCost,
    ActivityGuest,
    ActivityKind,
    ActivityNeed,
    ActivityPoint,
    ActivityQuestion,
    Goal,
    Plan,
    Staff,
    Survey,
)
from rmdesk.models.activity import ACTIVITY_NAME_LONGEST, MOST_GUESTS
from rmdesk.models.customer import LINE_LONGEST, TEXT_LONGEST
from rmdesk.models.plan import APART_DAYS
from rmdesk.services import bulk, changes, days, plans, roles, rows, text, values
from rmdesk.services.activities import access
from rmdesk.services.actor import acting
from rmdesk.services.errors import UserError
from rmdesk.services.roles import Permission

LONGEST_DAYS = 92  # from the first to the last day of one activity
NEXT_AFTER = timedelta(days=28)  # a copy is planned so much later, on the same weekday

_line = values.optional(partial(text.line, longest=LINE_LONGEST))
_uid = values.optional(lambda value, what: str(value))

CHECKS: dict[str, values.Check] = {
    "name": partial(text.line, longest=ACTIVITY_NAME_LONGEST),
    "kind": partial(values.choice, choices=ActivityKind),
    "theme": _line,
    "place": _line,
    "host": _line,
    "first_on": days.check_date,
    "start_minute": values.optional(values.minute_of_day),
    "last_on": days.check_date,
    "end_minute": values.optional(values.minute_of_day),
    "capacity": values.optional(partial(values.whole, least=1, most=MOST_GUESTS)),
    "expected": values.optional(partial(text.paragraphs, longest=TEXT_LONGEST)),
    "apart_days": partial(values.whole, least=APART_DAYS[0], most=APART_DAYS[-1]),
    "supervisor": _uid,
    "goal": _uid,
    "plan": _uid,
    "survey": _uid,
}
# What may still be changed once it was agreed to: a hall falls through, an hour is put off.
ALWAYS = frozenset(
    {
        "name",
        "theme",
        "place",
        "host",
        "first_on",
        "start_minute",
        "last_on",
        "end_minute",
        "capacity",
        "apart_days",
        "survey",
    }
)
_COPIED = ("name", "kind", "theme", "place", "host", "start_minute", "end_minute", "capacity", "expected")


def add_activity(session: Session, given: Mapping[str, object]) -> Activity:
    """Begin an activity that whoever acts leads; `given` holds at least `name`, `kind`, `first_on`.

    `supervisor`, `goal`, `plan`, `survey` are uids. Raises NotAllowed, UserError `activity.ends_before`,
    `activity.too_long`, `activity.supervisor_unfit`, and what the values raise.
    """
    roles.require(session, Permission.WRITE_WORK, accepting=())
    checked = values.check_all(given, CHECKS, "activity", required=("name", "kind", "first_on"))
    if checked.get("last_on") is None:
        checked["last_on"] = checked["first_on"]
    activity = Activity(owner_id=acting(session).staff_id)
    with session.no_autoflush:
        _set(session, activity, checked)
    session.add(activity)
    session.flush()
    changes.describe(session, "activity.added", subject=activity)
    return activity


def edit_activity(session: Session, uid: str, given: Mapping[str, object], *, version: int) -> None:
    """Change fields. Once it was agreed to only `ALWAYS`; raises as adding does, and as
    `access.load_going_on`, UserError `activity.agreed_field`.
    """
    activity = access.load_going_on(session, uid, version)
    if activity.state not in access.BEING_WRITTEN and (late := given.keys() - ALWAYS):
        raise UserError("activity.agreed_field", what=f"activity.{sorted(late)[0]}")
    checked = values.check_all(given, CHECKS, "activity")
    with session.no_autoflush:
        _set(session, activity, checked)
    session.flush()
    changes.describe(session, "activity.edited", subject=activity, fields=sorted(given))


def remove_activity(session: Session, uid: str, *, version: int) -> None:
    """Remove one that nobody agreed to yet; raises as `access.load_written`."""
    activity = access.load_written(session, uid, version)
    changes.describe(session, "activity.removed", subject=("activity", uid))
    for one in session.scalars(select(Activity).where(Activity.follows_id == activity.id)):
        one.follows_id = None
    for model in (
        ActivityContact,
        ActivityGuest,
        ActivityQuestion,
        ActivityCost,
        ActivityPoint,
        ActivityNeed,
    ):
        table: Any = model
        listed = session.scalars(select(table.id).where(table.activity_id == activity.id)).all()
        bulk.delete(session, table, listed)
    session.delete(activity)
    session.flush()


def copy_activity(session: Session, uid: str, given: Mapping[str, object] | None = None) -> Activity:
    """One like it that whoever acts leads, four weeks later or with the fields `given`: with its sheet, run
    and estimates, without guests. What was learnt is shown with it (`follows_id`).

    Raises as `access.load`, and as adding does.
    """
    old = access.load(session, uid)
    begin = max(old.first_on, date.today()) + NEXT_AFTER
    begin -= timedelta(days=(begin - old.first_on).days % 7)
    fields: dict[str, object] = {name: getattr(old, name) for name in _COPIED}
    fields |= {"first_on": begin, "last_on": begin + (old.last_on - old.first_on)}
    activity = add_activity(session, fields | dict(given or {}))
    activity.follows_id = old.id
    if given is None and old.supervisor_id != acting(session).staff_id:
        activity.supervisor_id = old.supervisor_id
    move = activity.first_on - old.first_on
    for need in session.scalars(select(ActivityNeed).where(ActivityNeed.activity_id == old.id)):
        due = None if need.due_on is None else need.due_on + move
        copied = {name: getattr(need, name) for name in ("kind", "what", "number", "staff_id")}
        session.add(ActivityNeed(activity_id=activity.id, due_on=due, **copied))
    for point in session.scalars(select(ActivityPoint).where(ActivityPoint.activity_id == old.id)):
        copied = {name: getattr(point, name) for name in ("at_minute", "what", "who")}
        session.add(ActivityPoint(activity_id=activity.id, held_on=point.held_on + move, **copied))
    for cost in session.scalars(select(ActivityCost).where(ActivityCost.activity_id == old.id)):
        # What it was in the end is the better estimate.
        guess = cost.estimate_fen if cost.spent_fen is None else cost.spent_fen
        session.add(ActivityCost(activity_id=activity.id, what=cost.what, estimate_fen=guess))
    session.flush()
    return activity


def _set(session: Session, activity: Activity, checked: dict[str, Any]) -> None:
    if "supervisor" in checked:
        activity.supervisor_id = _supervisor(session, activity, checked.pop("supervisor"))
    links: tuple[tuple[str, type[Any]], ...] = (("goal", Goal), ("plan", Plan), ("survey", Survey))
    for name, model in links:
        if name in checked:
            uid = checked.pop(name)
            setattr(activity, f"{name}_id", None if uid is None else rows.load(session, model, uid).id)
    for name, value in checked.items():
        setattr(activity, name, value)
    if activity.last_on < activity.first_on:
        raise UserError("activity.ends_before")
    start, end = activity.start_minute, activity.end_minute
    if activity.last_on == activity.first_on and start is not None and end is not None and end <= start:
        raise UserError("activity.ends_before", hours=True)
    if (activity.last_on - activity.first_on).days >= LONGEST_DAYS:
        raise UserError("activity.too_long", most=LONGEST_DAYS)


def _supervisor(session: Session, activity: Activity, uid: str | None) -> int | None:
    if uid is None:
        return None
    person = rows.load(session, Staff, uid)
    if person.uid not in [one.uid for one in plans.judges(session, activity.owner_id)]:
        raise UserError("activity.supervisor_unfit", name=person.name)
    return person.id
