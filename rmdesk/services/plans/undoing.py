"""What of plans may be taken back: one's own writing, while the plan is being written."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import ChangeRecord, Plan, PlanItem, PlanState
from rmdesk.services import changes, roles
from rmdesk.services.actor import acting
from rmdesk.services.errors import NotAllowed, UserError
from rmdesk.services.plans import access
from rmdesk.services.roles import Permission

# These may be taken back of an agreed plan, which they change nothing of.
_OF_AGREED = frozenset({"plan.revised", "plan.item_moved"})


def require(session: Session, done: changes.SetRow, number: int) -> None:
    """Raise NotAllowed, UserError `plan.submitted`, `plan.agreed`, `plan.closed` if what `done` did in the
    first place may not be taken back or done again by change set `number`.
    """
    if done.kind.startswith("plan."):
        roles.require(session, Permission.WRITE_WORK, accepting=())
        if done.staff_uid != acting(session).staff_uid:
            raise NotAllowed("plan.not_own")
        plan = session.scalars(select(Plan).where(Plan.uid == done.subject_uid)).one_or_none()
        if plan is not None and done.kind not in _OF_AGREED:
            access.check_written(plan)
    touched = select(ChangeRecord.row_uid).where(
        ChangeRecord.set_number == number, ChangeRecord.table_name == PlanItem.__tablename__
    )
    closed = (
        select(Plan.id)
        .join(PlanItem, PlanItem.plan_id == Plan.id)
        .where(PlanItem.uid.in_(touched), Plan.state == PlanState.CLOSED.value)
    )
    if session.scalar(closed.limit(1)) is not None:
        raise UserError("plan.closed")
