"""Whose plans one sees, changes and judges."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ColumnElement, true
from sqlalchemy.orm import Session

from rmdesk.models import Plan, PlanNode, PlanState
from rmdesk.services import roles, rows
from rmdesk.services.actor import acting
from rmdesk.services.errors import NotAllowed, UserError
from rmdesk.services.roles import Permission, Reach

BEING_WRITTEN = (PlanState.DRAFT.value, PlanState.RETURNED.value)


def visible(session: Session) -> ColumnElement[bool]:
    """The condition of the plans one may read: one's own, or all. Raises NotAllowed."""
    if roles.require(session, Permission.READ_WORK, accepting=()).reach() == Reach.ALL:
        return true()
    return Plan.owner_id == acting(session).staff_id


def load(session: Session, uid: str) -> Plan:
    """A plan to read; raises NotAllowed, UserError `row.gone`."""
    reach = roles.require(session, Permission.READ_WORK, accepting=()).reach()
    plan = rows.load(session, Plan, uid)
    if reach < Reach.ALL and plan.owner_id != acting(session).staff_id:
        raise NotAllowed("role.not_permitted", permission=Permission.READ_WORK.value)
    return plan


def load_own(session: Session, uid: str, version: int | None = None) -> Plan:
    """One's own plan to change; raises NotAllowed `plan.not_own`, Conflict, UserError `row.gone`."""
    roles.require(session, Permission.WRITE_WORK, accepting=())
    plan = rows.load(session, Plan, uid)
    if plan.owner_id != acting(session).staff_id:
        raise NotAllowed("plan.not_own")
    rows.check_seen(plan, version)
    return plan


def load_written(session: Session, uid: str, version: int | None = None) -> Plan:
    """One's own plan while it is being written; raises as `load_own`, and UserError `plan.submitted`,
    `plan.agreed` (a next version is begun first), `plan.closed`.
    """
    plan = load_own(session, uid, version)
    check_written(plan)
    return plan


def check_written(plan: Plan) -> None:
    match plan.state:
        case PlanState.SUBMITTED:
            raise UserError("plan.submitted")
        case PlanState.AGREED:
            raise UserError("plan.agreed")
        case PlanState.CLOSED:
            raise UserError("plan.closed")


def load_to_judge(session: Session, uid: str, version: int) -> Plan:
    """A submitted plan for whoever may agree to it: never its owner nor who submitted it.

    Raises NotAllowed `plan.own`, Conflict, UserError `row.gone`, `plan.not_submitted`.
    """
    plan = rows.load(session, Plan, uid)
    roles.require(session, Permission.APPROVE_WORK)
    if acting(session).staff_id in (plan.owner_id, plan.submitted_by_id):
        raise NotAllowed("plan.own")
    rows.check_seen(plan, version)
    if plan.state != PlanState.SUBMITTED.value:
        raise UserError("plan.not_submitted")
    return plan


def load_node(session: Session, uid: str, version: int | None = None) -> tuple[PlanNode, Plan]:
    """A sub-plan to change, with its plan; raises as `load_written`."""
    if version is None:
        node = rows.load(session, PlanNode, uid)
    else:
        node = rows.load_seen(session, PlanNode, uid, version)
    plan = session.get_one(Plan, node.plan_id)
    return node, load_written(session, plan.uid)


def standing(plan: Plan, today: date) -> str:
    """Where a plan stands on a day: as stored, but that an agreed one is `running` or `ended` by its days."""
    if plan.state != PlanState.AGREED.value or today < plan.first_on:
        return plan.state
    return "running" if today <= plan.last_on else "ended"
