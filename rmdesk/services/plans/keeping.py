"""Plans and their sub-plans: begun, changed field by field, moved in the tree, removed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import Activity, Goal, Per, Plan, PlanItem, PlanItemState, PlanNode, Segment, Staff
from rmdesk.models.customer import LINE_LONGEST, TEXT_LONGEST
from rmdesk.models.plan import APART_DAYS, MINUTES, MINUTES_A_DAY, MOST_COST, PLAN_NAME_LONGEST, TIMES
from rmdesk.services import amounts, bulk, changes, days, roles, rows, text, values, working_days
from rmdesk.services.actor import Actor, acting
from rmdesk.services.errors import NotAllowed, UserError
from rmdesk.services.plans import access, channels, spreading
from rmdesk.services.roles import Permission
from rmdesk.services.working_days import WorkCalendar

MOST_DEPTH = 5  # of sub-plans below each other
MOST_NODES = 200
LONGEST_DAYS = 800  # of one plan: what the care calendar answers at once
_GAP = 1024  # between positions, so that one moved seldom renumbers others

NOT_STARTED = (PlanItemState.PLANNED.value, PlanItemState.OPEN.value)


def _within(numbers: range) -> values.Check:
    return lambda value, what: values.whole(value, what, numbers[0], numbers[-1])


def _cost(value: object, what: str) -> int:
    found = amounts.check(value, what)
    if not 0 <= found <= MOST_COST:
        raise UserError("amount.not_an_amount", what=what)
    return found


_line = values.optional(partial(text.line, longest=LINE_LONGEST))
_uid = values.optional(lambda value, what: str(value))

PLAN_CHECKS: dict[str, values.Check] = {
    "name": partial(text.line, longest=PLAN_NAME_LONGEST),
    "first_on": days.check_date,
    "last_on": days.check_date,
    "theme": _line,
    "expected": values.optional(partial(text.paragraphs, longest=TEXT_LONGEST)),
    "minutes_a_day": _within(MINUTES_A_DAY),
    "apart_days": _within(APART_DAYS),
    "supervisor": _uid,
    "goal": _uid,
}
NODE_CHECKS: dict[str, values.Check] = {
    "name": partial(text.line, longest=PLAN_NAME_LONGEST),
    "segment": _uid,
    "purpose": _line,
    "first_on": values.optional(days.check_date),
    "last_on": values.optional(days.check_date),
    "channels": values.optional(channels.check),
    "times": values.optional(_within(TIMES)),
    "per": partial(values.choice, choices=Per),
    "minutes": values.optional(_within(MINUTES)),
    "expected": _line,
    "materials": _line,
    "people": _line,
    "cost_fen": values.optional(_cost),
}


# --- plans ---------------------------------------------------------------------------------------------


def add_plan(session: Session, given: Mapping[str, object]) -> Plan:
    """Begin a plan of one's own; `given` holds at least `name`, `first_on`, `last_on`.

    `supervisor` and `goal` are uids. Raises NotAllowed, UserError `plan.ends_before`, `plan.too_long`,
    `plan.supervisor_unfit`, and what the values raise.
    """
    roles.require(session, Permission.WRITE_WORK, accepting=())
    checked = values.check_all(given, PLAN_CHECKS, "plan", required=("name", "first_on", "last_on"))
    plan = Plan(owner_id=acting(session).staff_id)
    _set_plan(session, plan, checked)
    session.add(plan)
    session.flush()
    changes.describe(session, "plan.added", subject=plan)
    return plan


def edit_plan(session: Session, uid: str, given: Mapping[str, object], *, version: int) -> None:
    """Change fields of a plan that is being written; raises as `add_plan` and `access.load_written`."""
    plan = access.load_written(session, uid, version)
    checked = values.check_all(given, PLAN_CHECKS, "plan")
    with session.no_autoflush:
        _set_plan(session, plan, checked)
        work = working_days.load(session)
        nodes = nodes_of(session, plan)
        for node in nodes:
            _check_node(plan, node, nodes, work)
    session.flush()
    changes.describe(session, "plan.edited", subject=plan, fields=sorted(checked))


def remove_plan(session: Session, uid: str, *, version: int) -> None:
    """Remove a plan that was never agreed; raises as `access.load_written`, UserError `plan.kept`."""
    plan = access.load_written(session, uid, version)
    if plan.agreed_revision:
        raise UserError("plan.kept")
    changes.describe(session, "plan.removed", subject=("plan", uid))
    for one in session.scalars(select(Plan).where(Plan.follows_id == plan.id)):
        one.follows_id = None
    for activity in session.scalars(select(Activity).where(Activity.plan_id == plan.id)):
        activity.plan_id = None
    nodes = nodes_of(session, plan)
    _drop(session, nodes)
    session.delete(plan)
    session.flush()


def _set_plan(session: Session, plan: Plan, checked: dict[str, Any]) -> None:
    if "supervisor" in checked:
        plan.supervisor_id = _supervisor(session, plan, checked.pop("supervisor"))
    if "goal" in checked:
        goal = checked.pop("goal")
        plan.goal_id = None if goal is None else rows.load(session, Goal, goal).id
    for name, value in checked.items():
        setattr(plan, name, value)
    if plan.last_on < plan.first_on:
        raise UserError("plan.ends_before")
    if (plan.last_on - plan.first_on).days >= LONGEST_DAYS:
        raise UserError("plan.too_long", most=LONGEST_DAYS)


def _supervisor(session: Session, plan: Plan, uid: str | None) -> int | None:
    if uid is None:
        return None
    person = rows.load(session, Staff, uid)
    if person.id == plan.owner_id or person.uid not in [one.uid for one in judges(session, plan.owner_id)]:
        raise UserError("plan.supervisor_unfit", name=person.name)
    return person.id


def judges(session: Session, owner_id: int) -> list[Staff]:
    """Who may agree to the plans of somebody, by name."""
    active = select(Staff).where(Staff.disabled_at.is_(None), Staff.id != owner_id).order_by(Staff.name)
    return [one for one in session.scalars(active) if roles.allowed(Actor.of(one), Permission.APPROVE_WORK)]


# --- sub-plans -----------------------------------------------------------------------------------------


def add_node(
    session: Session,
    plan_uid: str,
    given: Mapping[str, object],
    *,
    parent_uid: str | None = None,
    before_uid: str | None = None,
) -> PlanNode:
    """Add a sub-plan, at the end of those below its parent or before one of them.

    Raises as `access.load_written`, UserError `plan.too_deep`, `plan.too_many`, and as `edit_node`.
    """
    plan = access.load_written(session, plan_uid)
    checked = values.check_all(given, NODE_CHECKS, "plan_node", required=("name",))
    nodes = nodes_of(session, plan)
    if len(nodes) >= MOST_NODES:
        raise UserError("plan.too_many", most=MOST_NODES)
    parent = _named(nodes, parent_uid)
    node = PlanNode(plan_id=plan.id, parent_id=None if parent is None else parent.id, per=Per.PLAN.value)
    _check_depth(nodes, parent, 1)
    node.position = _position(session, nodes, node.parent_id, _named(nodes, before_uid), None)
    _set_node(session, node, checked)
    _check_node(plan, node, nodes, working_days.load(session))
    session.add(node)
    session.flush()
    changes.describe(session, "plan.node_added", subject=plan, row=node.uid)
    return node


def edit_node(session: Session, uid: str, given: Mapping[str, object], *, version: int) -> None:
    """Change fields of a sub-plan. Raises as `access.load_written`, UserError `plan.ends_before`,
    `plan.outside` (its days are not those of the plan), `plan.too_often`, and what the values raise.
    """
    node, plan = access.load_node(session, uid, version)
    checked = values.check_all(given, NODE_CHECKS, "plan_node")
    fields = sorted(checked)
    with session.no_autoflush:
        _set_node(session, node, checked)
        nodes = nodes_of(session, plan)
        work = working_days.load(session)
        for one in [node, *below(nodes, node)]:
            _check_node(plan, one, nodes, work)
    session.flush()
    changes.describe(session, "plan.node_edited", subject=plan, row=node.uid, fields=fields)


def move_node(
    session: Session, uid: str, *, parent_uid: str | None, before_uid: str | None = None, version: int
) -> None:
    """Put a sub-plan with all below it under another parent (None: the plan itself), before one of the
    sub-plans there or at their end. Raises as `edit_node`, UserError `plan.below_itself`, `plan.too_deep`.
    """
    node, plan = access.load_node(session, uid, version)
    nodes = nodes_of(session, plan)
    parent, before = _named(nodes, parent_uid), _named(nodes, before_uid)
    inside = below(nodes, node)
    if parent is node or parent in inside:
        raise UserError("plan.below_itself")
    own = _depth(nodes, node)
    _check_depth(nodes, parent, 1 + max((_depth(nodes, one) for one in inside), default=own) - own)
    parent_id = None if parent is None else parent.id
    position = _position(session, nodes, parent_id, before, node)
    with session.no_autoflush:
        node.parent_id, node.position = parent_id, position
        work = working_days.load(session)
        for one in [node, *inside]:
            _check_node(plan, one, nodes, work)
    session.flush()
    changes.describe(session, "plan.node_moved", subject=plan, row=node.uid)


def remove_node(session: Session, uid: str, *, version: int) -> None:
    """Remove a sub-plan with all below it and the contacts that were not made yet.

    Raises as `access.load_written`, UserError `plan.node_worked` once contacts of it were made.
    """
    node, plan = access.load_node(session, uid, version)
    gone = [node, *below(nodes_of(session, plan), node)]
    worked = select(PlanItem.id).where(
        PlanItem.node_id.in_([one.id for one in gone]), PlanItem.state.not_in(NOT_STARTED)
    )
    if session.scalar(worked.limit(1)) is not None:
        raise UserError("plan.node_worked")
    changes.describe(session, "plan.node_removed", subject=plan, row=uid)
    _drop(session, gone)


def nodes_of(session: Session, plan: Plan) -> list[PlanNode]:
    """All sub-plans of a plan, those below one parent in their order."""
    found = select(PlanNode).where(PlanNode.plan_id == plan.id)
    return list(session.scalars(found.order_by(PlanNode.position, PlanNode.id)))


def in_order(
    nodes: list[PlanNode], parent_id: int | None = None, depth: int = 0
) -> list[tuple[PlanNode, int]]:
    """Sub-plans as the tree shows them, each with how deep it stands."""
    found = []
    for one in nodes:
        if one.parent_id == parent_id:
            found.append((one, depth))
            found += in_order(nodes, one.id, depth + 1)
    return found


def below(nodes: list[PlanNode], node: PlanNode) -> list[PlanNode]:
    return [one for one, _depth in in_order(nodes, node.id)]


def span_of(plan: Plan, node: PlanNode, nodes: list[PlanNode]) -> tuple[date, date]:
    """The days of a sub-plan: its own, else those of what it stands below."""
    first, last = node.first_on, node.last_on
    by_id = {one.id: one for one in nodes}
    above = by_id.get(node.parent_id or 0)
    while above is not None and (first is None or last is None):
        first, last = first or above.first_on, last or above.last_on
        above = by_id.get(above.parent_id or 0)
    return first or plan.first_on, last or plan.last_on


def _drop(session: Session, nodes: list[PlanNode]) -> None:
    ids = [one.id for one in nodes]
    items = session.scalars(select(PlanItem.id).where(PlanItem.node_id.in_(ids))).all()
    bulk.delete(session, PlanItem, items)
    for node in reversed([one for one, _depth in in_order(nodes)] or nodes):
        session.delete(node)
        session.flush()


def _named(nodes: list[PlanNode], uid: str | None) -> PlanNode | None:
    if uid is None:
        return None
    found = next((one for one in nodes if one.uid == uid), None)
    if found is None:
        raise UserError("row.gone", table=PlanNode.__tablename__)
    return found


def _depth(nodes: list[PlanNode], node: PlanNode | None) -> int:
    by_id = {one.id: one for one in nodes}
    depth = 0
    while node is not None:
        depth += 1
        node = by_id.get(node.parent_id or 0)
    return depth


def _check_depth(nodes: list[PlanNode], parent: PlanNode | None, height: int) -> None:
    if _depth(nodes, parent) + height > MOST_DEPTH:
        raise UserError("plan.too_deep", most=MOST_DEPTH)


def _position(
    session: Session,
    nodes: list[PlanNode],
    parent_id: int | None,
    before: PlanNode | None,
    moved: PlanNode | None,
) -> int:
    """A free position before a sibling, or behind the last one."""
    siblings = [one for one in nodes if one.parent_id == parent_id and one is not moved]
    if before is None or before not in siblings:
        return siblings[-1].position + _GAP if siblings else _GAP
    place = siblings.index(before)
    low = siblings[place - 1].position if place else 0
    if before.position - low < 2:
        for number, one in enumerate(siblings, 1):
            one.position = number * _GAP
        session.flush()
        low = siblings[place - 1].position if place else 0
    return (low + before.position) // 2


def _set_node(session: Session, node: PlanNode, checked: dict[str, Any]) -> None:
    if "segment" in checked:
        segment = checked.pop("segment")
        node.segment_id = None if segment is None else _segment(session, segment).id
    for name, value in checked.items():
        setattr(node, name, value)


def _segment(session: Session, uid: str) -> Segment:
    found = rows.load(session, Segment, uid)
    if found.owner_id not in (None, acting(session).staff_id):
        raise NotAllowed("segment.not_own")
    return found


def _check_node(plan: Plan, node: PlanNode, nodes: list[PlanNode], work: WorkCalendar) -> None:
    first, last = span_of(plan, node, nodes)
    if last < first:
        raise UserError("plan.ends_before")
    if first < plan.first_on or last > plan.last_on:
        raise UserError("plan.outside", name=node.name, first=plan.first_on, last=plan.last_on)
    if node.times is None:
        return
    days_ = work.working_days(first, last)
    spans = spreading.slots(first, last, node.times, node.per)
    most = max((_most(days_, one, plan.apart_days) for one in spans), default=0)
    if node.times > most:
        raise UserError("plan.too_often", name=node.name, times=node.times, most=most)


def _most(days_: list[date], slot: spreading.Slot, apart: int) -> int:
    """How many contacts of one customer these days have room for, so far apart."""
    count, last = 0, None
    for day in days_:
        if slot.first <= day <= slot.last and (last is None or (day - last).days >= apart):
            count, last = count + 1, day
    return count
