"""What of activities may be taken back: what one did oneself, until it was judged or is over."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import Activity, ActivityContact, ActivityGuest, ActivityState, ChangeRecord
from rmdesk.services import changes, roles
from rmdesk.services.activities import access
from rmdesk.services.actor import acting
from rmdesk.services.errors import NotAllowed, UserError
from rmdesk.services.roles import Permission

_JUDGED = frozenset({"activity.agreed", "activity.returned"})
# Taking these back is what ends, or begins anew, what would forbid it.
_OF_SUBMITTED = frozenset({"activity.submitted"})
_OF_OVER = frozenset({"activity.cancelled"})
_OF_WRITING = frozenset(
    {"activity.added", "activity.submitted", "activity.taken_back", "activity.opened", "activity.removed"}
)


def require(session: Session, done: changes.SetRow, number: int) -> None:
    """Raise NotAllowed, UserError `activity.judged`, `activity.submitted`, `activity.over` if what `done` did
    in the first place may not be taken back or done again by change set `number`.
    """
    if done.kind.startswith("activity."):
        roles.require(session, Permission.WRITE_WORK, accepting=())
        if done.staff_uid != acting(session).staff_uid:
            raise NotAllowed("activity.not_led")
        if done.kind in _JUDGED:
            raise UserError("activity.judged")
        activity = session.scalars(select(Activity).where(Activity.uid == done.subject_uid)).one_or_none()
        if activity is not None:
            _check(activity, done.kind)
    of_rows = (ActivityGuest, ActivityContact)
    touched = select(ChangeRecord.row_uid).where(
        ChangeRecord.set_number == number,
        ChangeRecord.table_name.in_([one.__tablename__ for one in of_rows]),
    )
    for model in of_rows:
        evaluated = (
            select(Activity.id)
            .join(model, model.activity_id == Activity.id)
            .where(model.uid.in_(touched), Activity.state == ActivityState.EVALUATED.value)
        )
        if session.scalar(evaluated.limit(1)) is not None:
            raise UserError("activity.over")


def _check(activity: Activity, kind: str) -> None:
    if activity.state in access.OVER and kind not in _OF_OVER:
        raise UserError("activity.over")
    if activity.state == ActivityState.SUBMITTED.value and kind not in _OF_SUBMITTED:
        raise UserError("activity.submitted")
    if activity.decided_at is not None and kind in _OF_WRITING and activity.state != ActivityState.OPEN.value:
        raise UserError("activity.judged")
