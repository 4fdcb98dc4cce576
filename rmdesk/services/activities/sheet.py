"""The lines of an activity: what is needed and who sees to it, its run, its cost, what was asked on site.

Once it is open, a line with somebody is a task of theirs like any other: done in the one place or in the
other, it is done.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import (
    Activity,
    ActivityCost,
    ActivityNeed,
    ActivityPoint,
    ActivityQuestion,
    ActivityState,
    Business,
    Customer,
    NeedKind,
    Staff,
    Task,
    TaskState,
)
from rmdesk.models.activity import MOST_NUMBER
from rmdesk.models.customer import LINE_LONGEST, TEXT_LONGEST
from rmdesk.models.plan import MOST_COST
from rmdesk.services import amounts, changes, commitments, days, rows, tasks, text, values, work
from rmdesk.services.activities import access
from rmdesk.services.customers import access as customers_access
from rmdesk.services.errors import UserError

MOST_LINES = 200
_Line = TypeVar("_Line", bound=Business)
_text = values.optional(partial(text.line, longest=LINE_LONGEST))


def _cost(value: object, what: str) -> int:
    found = amounts.check(value, what)
    if not 0 <= found <= MOST_COST:
        raise UserError("amount.not_an_amount", what=what)
    return found


NEED_CHECKS: dict[str, values.Check] = {
    "kind": partial(values.choice, choices=NeedKind),
    "what": partial(text.line, longest=LINE_LONGEST),
    "number": values.optional(partial(values.whole, least=1, most=MOST_NUMBER)),
    "staff": values.optional(lambda value, what: str(value)),
    "due_on": values.optional(days.check_date),
}
POINT_CHECKS: dict[str, values.Check] = {
    "held_on": days.check_date,
    "at_minute": values.minute_of_day,
    "what": partial(text.line, longest=LINE_LONGEST),
    "who": _text,
}
COST_CHECKS: dict[str, values.Check] = {
    "what": partial(text.line, longest=LINE_LONGEST),
    "estimate_fen": values.optional(_cost),
    "spent_fen": values.optional(_cost),
}
QUESTION_CHECKS: dict[str, values.Check] = {
    "question": partial(text.paragraphs, longest=TEXT_LONGEST),
    "answer": values.optional(partial(text.paragraphs, longest=TEXT_LONGEST)),
}


# --- the sheet ---------------------------------------------------------------------------------------


def add_need(session: Session, uid: str, given: Mapping[str, object]) -> ActivityNeed:
    """A line of the sheet; `given` holds at least `kind` and `what`, `staff` is a uid.

    Of an open activity a line with somebody is their task at once. Raises as `access.load_going_on`,
    UserError `activity.too_many`, and what the values raise.
    """
    activity = access.load_going_on(session, uid)
    _check_room(session, activity, ActivityNeed)
    checked = values.check_all(given, NEED_CHECKS, "activity_need", required=("kind", "what"))
    _assign(session, checked)
    need = ActivityNeed(activity_id=activity.id, **checked)
    changes.describe(session, "activity.need_added", subject=activity)
    session.add(need)
    session.flush()
    _give(session, activity, need)
    return need


def edit_need(session: Session, uid: str, given: Mapping[str, object], *, version: int) -> None:
    """Change a line and the task that it is; one that is done stays as it is.

    Raises as `add_need`, Conflict, UserError `activity.need_done`.
    """
    need, activity = _load(session, ActivityNeed, uid, version)
    if done_on(session, need) is not None:
        raise UserError("activity.need_done")
    checked = values.check_all(given, NEED_CHECKS, "activity_need")
    _assign(session, checked)
    changes.describe(session, "activity.need_edited", subject=activity, row=uid)
    for name, value in checked.items():
        setattr(need, name, value)
    session.flush()
    task = _task_of(session, need)
    if task is None:
        _give(session, activity, need)
    elif need.staff_id is None:
        tasks.withdraw_task(session, task.uid, version=task.version)
        need.task_id = None
    else:
        told: dict[str, object] = {
            "work": _work(activity, need),
            "due_on": need.due_on or activity.first_on,
            "assignee": session.get_one(Staff, need.staff_id).uid,
        }
        tasks.edit_task(session, task.uid, told, version=task.version)
    session.flush()


def remove_need(session: Session, uid: str, *, version: int) -> None:
    """Take a line off the sheet; an open task of it is taken back."""
    need, activity = _load(session, ActivityNeed, uid, version)
    changes.describe(session, "activity.need_removed", subject=activity, row=uid)
    task = _task_of(session, need)
    if task is not None and task.state == TaskState.OPEN:
        tasks.withdraw_task(session, task.uid, version=task.version)
    session.delete(need)
    session.flush()


def tick_need(session: Session, uid: str, *, done: bool, version: int, today: date | None = None) -> None:
    """Say that a line is seen to, or that it is not after all; where it is a task, so is that.

    Raises as `edit_need`, `tasks.finish_task`; UserError `activity.task_done` for one whose task was done:
    that is taken back where it was said.
    """
    need, activity = _load(session, ActivityNeed, uid, version)
    changes.describe(session, "activity.need_ticked", subject=activity, row=uid, done=done)
    day = today or date.today()
    task = _task_of(session, need)
    if task is None:
        need.done_on = day if done else None
    elif not done:
        raise UserError("activity.task_done")
    else:
        tasks.finish_task(session, task.uid, version=task.version, on=day)
    session.flush()


def give_tasks(session: Session, activity: Activity) -> None:
    """Make tasks of the lines that somebody sees to and that are not done."""
    found = select(ActivityNeed).where(ActivityNeed.activity_id == activity.id)
    for need in session.scalars(found.order_by(ActivityNeed.id)).all():
        _give(session, activity, need)


def withdraw_tasks(session: Session, activity: Activity) -> None:
    """Take back the tasks that are not done."""
    found = (
        select(Task)
        .join(ActivityNeed, ActivityNeed.task_id == Task.id)
        .where(ActivityNeed.activity_id == activity.id, Task.state == TaskState.OPEN.value)
    )
    for task in session.scalars(found).all():
        tasks.withdraw_task(session, task.uid, version=task.version)


def done_on(session: Session, need: ActivityNeed) -> date | None:
    task = _task_of(session, need)
    return need.done_on if task is None else task.done_on


def _give(session: Session, activity: Activity, need: ActivityNeed) -> None:
    is_given = activity.state in (ActivityState.OPEN.value, ActivityState.HELD.value)
    if need.staff_id is None or need.done_on is not None or not is_given:
        return
    person = session.get_one(Staff, need.staff_id)
    told: dict[str, object] = {
        "work": _work(activity, need),
        "due_on": need.due_on or activity.first_on,
        "assignee": person.uid,
    }
    need.task_id = tasks.add_task(session, None, told).id
    session.flush()


def _work(activity: Activity, need: ActivityNeed) -> str:
    number = "" if need.number is None else f" × {need.number}"
    return f"{activity.name}: {need.what}{number}"


def _task_of(session: Session, need: ActivityNeed) -> Task | None:
    """Its task, unless that was taken back."""
    task = None if need.task_id is None else session.get_one(Task, need.task_id)
    return None if task is None or task.state == TaskState.WITHDRAWN else task


def _assign(session: Session, checked: dict[str, Any]) -> None:
    if "staff" in checked:
        uid = checked.pop("staff")
        known = dict(tasks.assignees(session))
        if uid is not None and uid not in known:
            raise UserError("value.not_a_choice", what="activity_need.staff_id")
        checked["staff_id"] = None if uid is None else work.person(session, uid, "activity_need.staff_id").id


# --- run, cost -----------------------------------------------------------------------------------------


def add_point(session: Session, uid: str, given: Mapping[str, object]) -> ActivityPoint:
    """A point of the run; `given` holds at least `at_minute` and `what`, and is of the first day.

    Raises as `access.load_going_on`, UserError `activity.day_outside`, `activity.too_many`.
    """
    activity = access.load_going_on(session, uid)
    _check_room(session, activity, ActivityPoint)
    checked = values.check_all(given, POINT_CHECKS, "activity_point", required=("at_minute", "what"))
    if checked.get("held_on") is None:
        checked["held_on"] = activity.first_on
    _check_day(activity, checked["held_on"])
    point = ActivityPoint(activity_id=activity.id, **checked)
    return _added(session, activity, point, kind="activity.point_added")


def edit_point(session: Session, uid: str, given: Mapping[str, object], *, version: int) -> None:
    """Raises as `add_point`, Conflict."""
    point, activity = _load(session, ActivityPoint, uid, version)
    checked = values.check_all(given, POINT_CHECKS, "activity_point")
    _check_day(activity, checked.get("held_on", point.held_on))
    _edited(session, activity, point, checked, kind="activity.point_edited")


def remove_point(session: Session, uid: str, *, version: int) -> None:
    _removed(session, *_load(session, ActivityPoint, uid, version), kind="activity.point_removed")


def add_cost(session: Session, uid: str, given: Mapping[str, object]) -> ActivityCost:
    """A line of cost; `given` holds at least `what`. Once agreed to, what was estimated stays as it is.

    Raises as `access.load_going_on`, UserError `activity.agreed_field`, `activity.too_many`.
    """
    activity = access.load_going_on(session, uid)
    _check_room(session, activity, ActivityCost)
    checked = values.check_all(given, COST_CHECKS, "activity_cost", required=("what",))
    if checked.get("estimate_fen") is not None:
        _check_estimating(activity)
    cost = ActivityCost(activity_id=activity.id, **checked)
    return _added(session, activity, cost, kind="activity.cost_added")


def edit_cost(session: Session, uid: str, given: Mapping[str, object], *, version: int) -> None:
    """Raises as `add_cost`, Conflict."""
    cost, activity = _load(session, ActivityCost, uid, version)
    checked = values.check_all(given, COST_CHECKS, "activity_cost")
    if checked.get("estimate_fen", cost.estimate_fen) != cost.estimate_fen:
        _check_estimating(activity)
    _edited(session, activity, cost, checked, kind="activity.cost_edited")


def remove_cost(session: Session, uid: str, *, version: int) -> None:
    cost, activity = _load(session, ActivityCost, uid, version)
    if cost.estimate_fen is not None:
        _check_estimating(activity)
    _removed(session, cost, activity, kind="activity.cost_removed")


def _check_estimating(activity: Activity) -> None:
    if activity.state not in access.BEING_WRITTEN:
        raise UserError("activity.agreed_field", what="activity_cost.estimate_fen")


def _check_day(activity: Activity, day: date) -> None:
    if not activity.first_on <= day <= activity.last_on:
        raise UserError("activity.day_outside", first=activity.first_on, last=activity.last_on)


# --- questions -----------------------------------------------------------------------------------------


def add_question(
    session: Session,
    uid: str,
    given: Mapping[str, object],
    *,
    customer_uid: str | None = None,
    promise: Mapping[str, object] | None = None,
) -> ActivityQuestion:
    """What was asked on site; `given` holds at least `question`. An answer promised to the customer is a
    commitment, `promise` as `commitments.add_commitment` takes it.

    Raises as `access.load_to_help`, UserError `activity.wrong_state`, `activity.promised_to_nobody`, and as
    commitments do.
    """
    activity = access.load_to_help(session, uid)
    access.check_state(activity, ActivityState.OPEN, ActivityState.HELD)
    _check_room(session, activity, ActivityQuestion)
    checked = values.check_all(given, QUESTION_CHECKS, "activity_question", required=("question",))
    customer = None if customer_uid is None else customers_access.load(session, customer_uid)
    changes.describe(session, "activity.question_added", subject=activity)
    row = ActivityQuestion(
        activity_id=activity.id, customer_id=None if customer is None else customer.id, **checked
    )
    session.add(row)
    session.flush()
    if promise is not None:
        _promise(session, row, customer, promise)
    return row


def edit_question(
    session: Session,
    uid: str,
    given: Mapping[str, object],
    *,
    version: int,
    promise: Mapping[str, object] | None = None,
) -> None:
    """Change question or answer, or promise the answer; raises as `add_question`, Conflict,
    UserError `activity.promised_already`.
    """
    row = rows.load_seen(session, ActivityQuestion, uid, version)
    activity = access.load_to_help(session, session.get_one(Activity, row.activity_id).uid)
    checked = values.check_all(given, QUESTION_CHECKS, "activity_question")
    changes.describe(session, "activity.question_edited", subject=activity, row=uid)
    for name, value in checked.items():
        setattr(row, name, value)
    session.flush()
    if promise is not None:
        if row.commitment_id is not None:
            raise UserError("activity.promised_already")
        customer = None if row.customer_id is None else session.get_one(Customer, row.customer_id)
        _promise(session, row, customer, promise)


def remove_question(session: Session, uid: str, *, version: int) -> None:
    """Take a question out; what was promised stays promised. Raises as `edit_question`."""
    row = rows.load_seen(session, ActivityQuestion, uid, version)
    activity = access.load_to_help(session, session.get_one(Activity, row.activity_id).uid)
    _removed(session, row, activity, kind="activity.question_removed")


def _promise(
    session: Session, row: ActivityQuestion, customer: Customer | None, promise: Mapping[str, object]
) -> None:
    if customer is None:
        raise UserError("activity.promised_to_nobody")
    row.commitment_id = commitments.add_commitment(session, customer.uid, promise).id
    session.flush()


# --- lines -----------------------------------------------------------------------------------------------


def _load(session: Session, model: type[_Line], uid: str, version: int) -> tuple[_Line, Activity]:
    row = rows.load_seen(session, model, uid, version)
    activity = session.get_one(Activity, row.activity_id)  # type: ignore[attr-defined]
    return row, access.load_going_on(session, activity.uid)


def _added(session: Session, activity: Activity, row: _Line, *, kind: str) -> _Line:
    session.add(row)
    session.flush()
    changes.describe(session, kind, subject=activity, row=row.uid)
    return row


def _edited(
    session: Session, activity: Activity, row: Business, checked: dict[str, Any], *, kind: str
) -> None:
    for name, value in checked.items():
        setattr(row, name, value)
    session.flush()
    changes.describe(session, kind, subject=activity, row=row.uid, fields=sorted(checked))


def _removed(session: Session, row: Business, activity: Activity, *, kind: str) -> None:
    uid = row.uid
    session.delete(row)
    session.flush()
    changes.describe(session, kind, subject=activity, row=uid)


def _check_room(session: Session, activity: Activity, model: type[Any]) -> None:
    there = session.scalars(select(model.id).where(model.activity_id == activity.id).limit(MOST_LINES)).all()
    if len(there) >= MOST_LINES:
        raise UserError("activity.too_many", most=MOST_LINES)
