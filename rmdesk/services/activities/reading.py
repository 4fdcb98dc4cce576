"""Activities as they are shown: lists of them, one with its lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from rmdesk.models import (
    Activity,
    ActivityCost,
    ActivityNeed,
    ActivityPoint,
    ActivityQuestion,
    ActivityState,
    Commitment,
    Customer,
    Goal,
    Plan,
    Staff,
    Survey,
    Task,
    TaskState,
)
from rmdesk.services import roles, rows
from rmdesk.services.activities import access, agreeing, evaluating
from rmdesk.services.activities.following import Outcome, Turnout, load_outcomes
from rmdesk.services.actor import acting
from rmdesk.services.customers import access as customers_access
from rmdesk.services.roles import Permission

_PLACES = {name: place for place, name in enumerate(
    ("submitted", "running", "past", "open", "agreed", "returned", "draft", "held", "evaluated", "cancelled")
)}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """An activity as lists show it. `standing`: its state, but `running` or `past` by its days once open."""

    id: int
    uid: str
    version: int
    name: str
    kind: str
    theme: str | None
    place: str | None
    first: date
    last: date
    start_minute: int | None
    end_minute: int | None
    owner: str
    owner_uid: str
    owner_left: bool
    state: str
    standing: str
    capacity: int | None
    turnout: Turnout
    is_own: bool


@dataclass(frozen=True, slots=True)
class NeedRow:
    """A line of the sheet; `is_task`: somebody has it as a task."""

    uid: str
    version: int
    kind: str
    what: str
    number: int | None
    staff_uid: str | None
    staff: str | None
    due_on: date | None
    done_on: date | None
    is_task: bool


@dataclass(frozen=True, slots=True)
class PointRow:
    uid: str
    version: int
    held_on: date
    at_minute: int
    what: str
    who: str | None


@dataclass(frozen=True, slots=True)
class CostRow:
    uid: str
    version: int
    what: str
    estimate_fen: int | None
    spent_fen: int | None


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question; `customer` is named as lists do. `promised_on`: by when the answer is promised, `promise`
    where that stands.
    """

    uid: str
    version: int
    customer_uid: str | None
    customer: str | None
    question: str
    answer: str | None
    promise: str | None
    promised_on: date | None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What was written at an activity's end."""

    name: str
    reached: str | None
    why: str | None
    lessons: str | None
    next_steps: str | None


@dataclass(frozen=True, slots=True)
class ActivitySheet:
    """An activity whole. `carried`: the evaluation of the one this was copied from."""

    row: ActivityRow
    host: str | None
    expected: str | None
    apart_days: int
    supervisor: str | None
    supervisor_uid: str | None
    goal: str | None
    goal_uid: str | None
    plan: str | None
    plan_uid: str | None
    survey: str | None
    survey_uid: str | None
    submitted_at: datetime | None
    decided_by: str | None
    decided_at: datetime | None
    decision_note: str | None
    cancelled_for: str | None
    needs: tuple[NeedRow, ...]
    points: tuple[PointRow, ...]
    costs: tuple[CostRow, ...]
    questions: tuple[QuestionRow, ...]
    outcomes: tuple[Outcome, ...]
    evaluation: Evaluation | None
    carried: Evaluation | None
    needs_agreement: bool
    may_lead: bool  # it is one's own and neither judged just now nor over
    may_write: bool  # … and nobody agreed to it yet
    may_judge: bool  # it waits for one's agreement
    may_help: bool  # one keeps records, and it is going on


def find_activities(
    session: Session,
    *,
    which: str = "all",
    search: str | None = None,
    sort: str = "standing",
    descending: bool = False,
    today: date | None = None,
) -> list[int]:
    """Ids of the activities: all, `mine` (led by whoever acts), or `coming` (not over); what asks for
    something first unless another order is chosen. `search` is a part of name, theme or place.
    """
    rows = list_activities(session, today)
    me = acting(session).staff_uid
    if which == "mine":
        rows = [one for one in rows if one.owner_uid == me]
    elif which == "coming":
        rows = [one for one in rows if one.state not in access.OVER]
    words = (search or "").strip().casefold()
    if words:
        rows = [
            one
            for one in rows
            if any(words in (text or "").casefold() for text in (one.name, one.theme, one.place))
        ]
    if sort != "standing":
        rows.sort(key=lambda one: str(getattr(one, sort) or ""))
    ids = [one.id for one in rows]
    return ids[::-1] if descending else ids


def load_activities(session: Session, ids: Sequence[int], today: date | None = None) -> list[ActivityRow]:
    """Those with these ids, in that order."""
    access.require_reading(session)
    found = session.scalars(select(Activity).where(Activity.id.in_(ids))).all()
    rows = {one.id: row for one, row in zip(found, _rows(session, found, today), strict=True)}
    return [rows[one] for one in ids if one in rows]


def list_activities(session: Session, today: date | None = None) -> list[ActivityRow]:
    """All of them: what asks for something first, then the latest. Raises NotAllowed."""
    access.require_reading(session)
    found = session.scalars(select(Activity)).all()
    rows = _rows(session, found, today)
    return sorted(rows, key=lambda one: (_PLACES[one.standing], -one.first.toordinal(), one.name, one.uid))


def find_activity(session: Session, typed: str, today: date | None = None) -> ActivityRow:
    """The activity with this id or its beginning (six signs at least), or with this name; raises UserError
    `activity.unknown`, `activity.ambiguous` if several are meant.
    """
    return rows.pick_typed(list_activities(session, today), typed, "activity")


def load_activity(session: Session, uid: str, today: date | None = None) -> ActivitySheet:
    """Raises as `access.load`."""
    activity = access.load(session, uid)
    [row] = _rows(session, [activity], today)
    me = acting(session)
    judge = None if activity.decided_by_id is None else session.get_one(Staff, activity.decided_by_id)
    supervisor = None if activity.supervisor_id is None else session.get_one(Staff, activity.supervisor_id)
    goal = None if activity.goal_id is None else session.get_one(Goal, activity.goal_id)
    plan = None if activity.plan_id is None else session.get_one(Plan, activity.plan_id)
    survey = None if activity.survey_id is None else session.get_one(Survey, activity.survey_id)
    follows = None if activity.follows_id is None else session.get(Activity, activity.follows_id)
    writes = bool(roles.allowed(me, Permission.WRITE_WORK).reach())
    going_on = activity.state != ActivityState.SUBMITTED.value and activity.state not in access.OVER
    may_judge = (
        activity.state == ActivityState.SUBMITTED.value
        and bool(roles.allowed(me, Permission.APPROVE_WORK))
        and me.staff_id not in (activity.owner_id, activity.submitted_by_id)
    )
    return ActivitySheet(
        row,
        activity.host,
        activity.expected,
        activity.apart_days,
        None if supervisor is None else supervisor.name,
        None if supervisor is None else supervisor.uid,
        None if goal is None else goal.name,
        None if goal is None else goal.uid,
        None if plan is None else plan.name,
        None if plan is None else plan.uid,
        None if survey is None else f"{survey.number} {survey.title}",
        None if survey is None else survey.uid,
        activity.submitted_at,
        None if judge is None else judge.name,
        activity.decided_at,
        activity.decision_note,
        activity.cancelled_for,
        tuple(_needs(session, activity)),
        tuple(_points(session, activity)),
        tuple(_costs(session, activity)),
        tuple(_questions(session, activity)),
        tuple(load_outcomes(session, uid, today)),
        _evaluation(activity) if activity.closed_at is not None else None,
        None if follows is None or follows.closed_at is None else _evaluation(follows),
        activity.state in access.BEING_WRITTEN and agreeing.needs_agreement(session, activity),
        row.is_own and writes and going_on,
        row.is_own and writes and activity.state in access.BEING_WRITTEN,
        may_judge,
        writes and going_on,
    )


def _rows(session: Session, found: Sequence[Activity], today: date | None) -> list[ActivityRow]:
    ids = {one.owner_id for one in found}
    people = {one.id: one for one in session.scalars(select(Staff).where(Staff.id.in_(ids)))}
    me, day = acting(session).staff_id, today or date.today()
    return [
        ActivityRow(
            one.id,
            one.uid,
            one.version,
            one.name,
            one.kind,
            one.theme,
            one.place,
            one.first_on,
            one.last_on,
            one.start_minute,
            one.end_minute,
            people[one.owner_id].name,
            people[one.owner_id].uid,
            people[one.owner_id].disabled_at is not None,
            one.state,
            access.standing(one, day),
            one.capacity,
            evaluating.turnout_of(session, one),
            one.owner_id == me,
        )
        for one in found
    ]


def _needs(session: Session, activity: Activity) -> list[NeedRow]:
    found = (
        select(ActivityNeed, Staff.uid, Staff.name, Task)
        .outerjoin(Staff, Staff.id == ActivityNeed.staff_id)
        .outerjoin(Task, Task.id == ActivityNeed.task_id)
        .where(ActivityNeed.activity_id == activity.id)
        .order_by(ActivityNeed.kind, ActivityNeed.due_on, ActivityNeed.id)
    )
    rows = []
    for one, staff_uid, staff, task in session.execute(found):
        is_task = task is not None and task.state != TaskState.WITHDRAWN.value
        rows.append(
            NeedRow(
                one.uid,
                one.version,
                one.kind,
                one.what,
                one.number,
                staff_uid,
                staff,
                one.due_on,
                task.done_on if is_task else one.done_on,
                is_task,
            )
        )
    return rows


def _points(session: Session, activity: Activity) -> list[PointRow]:
    found = select(ActivityPoint).where(ActivityPoint.activity_id == activity.id)
    ordered = found.order_by(ActivityPoint.held_on, ActivityPoint.at_minute, ActivityPoint.id)
    return [
        PointRow(one.uid, one.version, one.held_on, one.at_minute, one.what, one.who)
        for one in session.scalars(ordered)
    ]


def _costs(session: Session, activity: Activity) -> list[CostRow]:
    found = select(ActivityCost).where(ActivityCost.activity_id == activity.id).order_by(ActivityCost.id)
    return [
        CostRow(one.uid, one.version, one.what, one.estimate_fen, one.spent_fen)
        for one in session.scalars(found)
    ]


def _questions(session: Session, activity: Activity) -> list[QuestionRow]:
    asked_by, promise = aliased(Customer), aliased(Commitment)
    found = (
        select(ActivityQuestion, asked_by, promise.state, promise.due_on)
        .outerjoin(asked_by, asked_by.id == ActivityQuestion.customer_id)
        .outerjoin(promise, promise.id == ActivityQuestion.commitment_id)
        .where(ActivityQuestion.activity_id == activity.id)
        .order_by(ActivityQuestion.id)
    )
    return [
        QuestionRow(
            one.uid,
            one.version,
            None if customer is None else customer.uid,
            None if customer is None else customers_access.listed_name(session, customer),
            one.question,
            one.answer,
            state,
            due_on,
        )
        for one, customer, state, due_on in session.execute(found)
    ]


def _evaluation(activity: Activity) -> Evaluation:
    return Evaluation(activity.name, activity.reached, activity.why, activity.lessons, activity.next_steps)
