"""Plans as they are shown: lists of them, one with its tree, what waits for whoever acts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import Goal, Plan, PlanNode, PlanState, Segment, Staff
from rmdesk.services import roles, rows
from rmdesk.services.actor import acting
from rmdesk.services.plan_tallies import Tally, of_many
from rmdesk.services.plans import access, channels, evaluating, keeping, progress
from rmdesk.services.plans.channels import Mix
from rmdesk.services.roles import Permission

_PLACES = {name: place for place, name in enumerate(
    ("submitted", "returned", "ended", "running", "agreed", "draft", "closed")
)}  # fmt: skip


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A plan as lists show it. `standing`: its state, but `running` or `ended` by its days once agreed."""

    uid: str
    version: int
    name: str
    owner: str
    owner_uid: str
    owner_left: bool
    first: date
    last: date
    state: str
    standing: str
    revision: int
    agreed_revision: int
    tally: Tally
    is_own: bool

    @property
    def is_behind(self) -> bool:
        return self.state != PlanState.CLOSED.value and self.tally.is_behind


@dataclass(frozen=True, slots=True)
class NodeRow:
    """A sub-plan in the tree. `first` and `last` are those it has itself; `span` those that count."""

    uid: str
    version: int
    parent_uid: str | None
    depth: int
    name: str
    segment_uid: str | None
    segment: str | None
    purpose: str | None
    first: date | None
    last: date | None
    span: tuple[date, date]
    channels: Mix | None
    times: int | None
    per: str
    minutes: int | None
    expected: str | None
    materials: str | None
    people: str | None
    cost_fen: int | None
    own: Tally
    whole: Tally


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What was written at a plan's end."""

    name: str
    reached: str | None
    why: str | None
    lessons: str | None
    next_steps: str | None
    total: Tally | None


@dataclass(frozen=True, slots=True)
class PlanSheet:
    """A plan with its tree. `carried`: the evaluation of the plan this one follows."""

    row: PlanRow
    theme: str | None
    expected: str | None
    supervisor: str | None
    supervisor_uid: str | None
    goal: str | None
    goal_uid: str | None
    minutes_a_day: int
    apart_days: int
    submitted_at: datetime | None
    decided_by: str | None
    decided_at: datetime | None
    decision_note: str | None
    nodes: tuple[NodeRow, ...]
    progress: progress.Progress
    evaluation: Evaluation | None
    carried: Evaluation | None
    may_edit: bool  # it is one's own and being written
    may_judge: bool  # it waits for one's agreement


def list_plans(session: Session, today: date | None = None) -> list[PlanRow]:
    """All plans one may read: what asks for something first, then by day. Raises NotAllowed."""
    day = today or date.today()
    found = list(session.scalars(select(Plan).where(access.visible(session))))
    tallies = of_many(session, [one for one in found if one.figures is None], day)
    people = _people(session, found)
    rows = [_row(session, one, tallies.get(one.id), people, day) for one in found]
    return sorted(rows, key=lambda one: (_PLACES[one.standing], -one.first.toordinal(), one.name, one.uid))


def find_plan(session: Session, typed: str, today: date | None = None) -> PlanRow:
    """The plan with this id or its beginning (six signs at least), or with this name; raises UserError
    `plan.unknown`, `plan.ambiguous` if several are meant.
    """
    return rows.pick_typed(list_plans(session, today), typed, "plan")


def load_plan(session: Session, uid: str, today: date | None = None) -> PlanSheet:
    """Raises as `access.load`."""
    plan = access.load(session, uid)
    day = today or date.today()
    found = progress.of_plan(session, plan, day)
    people = _people(session, [plan])
    row = _row(session, plan, found.total, people, day)
    nodes = keeping.nodes_of(session, plan)
    me = acting(session)
    may_judge = (
        plan.state == PlanState.SUBMITTED.value
        and bool(roles.allowed(me, Permission.APPROVE_WORK))
        and me.staff_id not in (plan.owner_id, plan.submitted_by_id)
    )
    follows = None if plan.follows_id is None else session.get(Plan, plan.follows_id)
    goal = None if plan.goal_id is None else session.get_one(Goal, plan.goal_id)
    supervisor = people.get(plan.supervisor_id or 0)
    judge = people.get(plan.decided_by_id or 0)
    return PlanSheet(
        row,
        plan.theme,
        plan.expected,
        None if supervisor is None else supervisor.name,
        None if supervisor is None else supervisor.uid,
        None if goal is None else goal.name,
        None if goal is None else goal.uid,
        plan.minutes_a_day,
        plan.apart_days,
        plan.submitted_at,
        None if judge is None else judge.name,
        plan.decided_at,
        plan.decision_note,
        tuple(_nodes(session, plan, nodes, found)),
        found,
        _evaluation(plan) if plan.closed_at is not None else None,
        None if follows is None or follows.closed_at is None else _evaluation(follows),
        row.is_own and plan.state in access.BEING_WRITTEN,
        may_judge,
    )


def _nodes(session: Session, plan: Plan, nodes: list[PlanNode], found: progress.Progress) -> list[NodeRow]:
    ids = [one.segment_id for one in nodes if one.segment_id is not None]
    segments = {one.id: one for one in session.scalars(select(Segment).where(Segment.id.in_(ids)))}
    by_id = {one.id: one for one in nodes}
    told = {one.uid: one for one in found.nodes}
    rows = []
    for one, depth in keeping.in_order(nodes):
        segment = segments.get(one.segment_id or 0)
        parent = by_id.get(one.parent_id or 0)
        rows.append(
            NodeRow(
                one.uid,
                one.version,
                None if parent is None else parent.uid,
                depth,
                one.name,
                None if segment is None else segment.uid,
                None if segment is None else segment.name,
                one.purpose,
                one.first_on,
                one.last_on,
                keeping.span_of(plan, one, nodes),
                None if one.channels is None else channels.read(one.channels),
                one.times,
                one.per,
                one.minutes,
                one.expected,
                one.materials,
                one.people,
                one.cost_fen,
                told[one.uid].own,
                told[one.uid].whole,
            )
        )
    return rows


def _people(session: Session, plans: Sequence[Plan]) -> dict[int, Staff]:
    ids = {
        one
        for plan in plans
        for one in (plan.owner_id, plan.supervisor_id, plan.decided_by_id)
        if one is not None
    }
    return {one.id: one for one in session.scalars(select(Staff).where(Staff.id.in_(ids)))}


def _row(session: Session, plan: Plan, tally: Tally | None, people: dict[int, Staff], today: date) -> PlanRow:
    owner = people[plan.owner_id]
    return PlanRow(
        plan.uid,
        plan.version,
        plan.name,
        owner.name,
        owner.uid,
        owner.disabled_at is not None,
        plan.first_on,
        plan.last_on,
        plan.state,
        access.standing(plan, today),
        plan.revision,
        plan.agreed_revision,
        evaluating.figures_of(plan) or tally or Tally(),
        plan.owner_id == acting(session).staff_id,
    )


def _evaluation(plan: Plan) -> Evaluation:
    return Evaluation(
        plan.name, plan.reached, plan.why, plan.lessons, plan.next_steps, evaluating.figures_of(plan)
    )
