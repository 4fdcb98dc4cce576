"""A plan on its way to somebody's agreement and back; versions after it; handing over."""

from __future__ import annotations

import json
from functools import partial
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import Plan, PlanItem, PlanItemState, PlanState, PlanVersion, Segment, Staff
from rmdesk.models.base import utc_now
from rmdesk.models.customer import TEXT_LONGEST
from rmdesk.models.segment import SEGMENT_NAME_LONGEST
from rmdesk.services import bulk, changes, roles, rows, text, values
from rmdesk.services.actor import Actor, acting
from rmdesk.services.errors import NotAllowed, UserError
from rmdesk.services.plans import access, keeping, versions
from rmdesk.services.roles import Permission, Reach

_comment = partial(text.paragraphs, longest=TEXT_LONGEST)


def submit_plan(session: Session, uid: str, *, version: int) -> None:
    """Hand a plan in. Raises as `access.load_written`, UserError `plan.nothing_planned` without contacts."""
    plan = access.load_written(session, uid, version)
    any_item = select(PlanItem.id).where(PlanItem.plan_id == plan.id).limit(1)
    if session.scalar(any_item) is None:
        raise UserError("plan.nothing_planned")
    plan.state = PlanState.SUBMITTED.value
    plan.submitted_by_id, plan.submitted_at = acting(session).staff_id, utc_now()
    plan.decided_by_id = plan.decided_at = plan.decision_note = None
    session.flush()
    changes.describe(session, "plan.submitted", subject=plan, revision=plan.revision)


def take_back(session: Session, uid: str, *, version: int) -> None:
    """Go on writing a plan that nobody judged yet; raises as `access.load_own`, `plan.not_submitted`."""
    plan = access.load_own(session, uid, version)
    if plan.state != PlanState.SUBMITTED.value:
        raise UserError("plan.not_submitted")
    plan.state = PlanState.DRAFT.value
    session.flush()
    changes.describe(session, "plan.taken_back", subject=plan)


def agree_plan(session: Session, uid: str, *, version: int, comment: str | None = None) -> None:
    """Agree to a plan: what it says is kept as a version, its contacts count from now on.

    Raises as `access.load_to_judge`.
    """
    plan = access.load_to_judge(session, uid, version)
    me = acting(session).staff_id
    plan.decision_note = values.optional(_comment)(comment, "plan.decision_note")
    plan.state, plan.agreed_revision = PlanState.AGREED.value, plan.revision
    plan.decided_by_id, plan.decided_at = me, utc_now()
    session.flush()
    changes.describe(session, "plan.agreed", subject=plan, revision=plan.revision)
    written = json.dumps(versions.document(session, plan), ensure_ascii=False)
    session.add(
        PlanVersion(
            plan_id=plan.id,
            number=plan.revision,
            agreed_by_id=me,
            agreed_at=plan.decided_at,
            document=written,
        )
    )
    session.flush()
    set_items(session, plan, [PlanItemState.PLANNED], {"state": PlanItemState.OPEN.value})


def return_plan(session: Session, uid: str, comment: str, *, version: int) -> None:
    """Give a plan back with what is to be changed; raises as `access.load_to_judge`, and for the comment."""
    plan = access.load_to_judge(session, uid, version)
    plan.decision_note = _comment(comment, "plan.decision_note")
    plan.state = PlanState.RETURNED.value
    plan.decided_by_id, plan.decided_at = acting(session).staff_id, utc_now()
    session.flush()
    changes.describe(session, "plan.returned", subject=plan, revision=plan.revision)


def revise_plan(session: Session, uid: str, *, version: int) -> None:
    """Begin the next version of an agreed plan. What was agreed stays in force until the new one is;
    raises as `access.load_own`, UserError `plan.not_agreed`.
    """
    plan = access.load_own(session, uid, version)
    if plan.state != PlanState.AGREED.value:
        raise UserError("plan.closed" if plan.state == PlanState.CLOSED.value else "plan.not_agreed")
    plan.state, plan.revision = PlanState.DRAFT.value, plan.revision + 1
    session.flush()
    changes.describe(session, "plan.revised", subject=plan, revision=plan.revision)


def set_items(session: Session, plan: Plan, states: list[PlanItemState], given: dict[str, Any]) -> int:
    """Set columns of the plan's contacts that are in one of these states; returns how many."""
    found = select(PlanItem.id).where(
        PlanItem.plan_id == plan.id, PlanItem.state.in_([one.value for one in states])
    )
    return bulk.update(
        session, PlanItem, [{"id": one} | given for one in session.scalars(found)], list(given)
    )


def successors(session: Session, plan: Plan) -> list[Staff]:
    """Who may take over a plan, by name."""
    active = select(Staff).where(Staff.disabled_at.is_(None), Staff.id != plan.owner_id).order_by(Staff.name)
    return [
        one
        for one in session.scalars(active)
        if roles.allowed(Actor.of(one), Permission.WRITE_WORK).reach() > Reach.NONE
    ]


def successors_of(session: Session, uid: str) -> list[tuple[str, str]]:
    """Uid and name of those who may take over the plan with this uid. Raises as `access.load`."""
    return [(one.uid, one.name) for one in successors(session, access.load(session, uid))]


def hand_over(session: Session, uid: str, staff_uid: str, *, version: int) -> None:
    """Give a plan to another manager, when its own leaves. Segments that are only the former one's are
    copied for the new one. For those who agree to plans; a closed plan stays whose it was.

    Raises NotAllowed, Conflict, UserError `row.gone`, `plan.closed`, `plan.successor_unfit`.
    """
    roles.require(session, Permission.APPROVE_WORK)
    plan = rows.load(session, Plan, uid)
    rows.check_seen(plan, version)
    if plan.owner_id == acting(session).staff_id:
        raise NotAllowed("plan.own")
    if plan.state == PlanState.CLOSED.value:
        raise UserError("plan.closed")
    person = rows.load(session, Staff, staff_uid)
    if person.id not in [one.id for one in successors(session, plan)]:
        raise UserError("plan.successor_unfit", name=person.name)
    former = plan.owner_id
    plan.owner_id = person.id
    if plan.supervisor_id == person.id:
        plan.supervisor_id = None
    session.flush()
    changes.describe(session, "plan.handed_over", subject=plan, to=person.uid)
    _copy_segments(session, plan, former, person.id)


def _copy_segments(session: Session, plan: Plan, former: int, to: int) -> None:
    copies: dict[int, int] = {}
    for node in keeping.nodes_of(session, plan):
        segment = None if node.segment_id is None else session.get_one(Segment, node.segment_id)
        if segment is None or segment.owner_id != former:
            continue
        if segment.id not in copies:
            name = segment.name
            taken = set(session.scalars(select(Segment.name).where(Segment.owner_id == to)))
            number = 2
            while name in taken:
                name = f"{segment.name[: SEGMENT_NAME_LONGEST - 4]} {number}"
                number += 1
            copy = Segment(name=name, owner_id=to, expression=segment.expression)
            session.add(copy)
            session.flush()
            copies[segment.id] = copy.id
        node.segment_id = copies[segment.id]
    session.flush()
