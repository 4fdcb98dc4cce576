"""How many activities ask something of whoever acts: apart from `services/activities`, so that the number on
the rail costs one statement and not that package.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from rmdesk.models import Activity, ActivityState
from rmdesk.services import roles
from rmdesk.services.actor import acting
from rmdesk.services.roles import Permission

_THEIRS = (ActivityState.AGREED.value, ActivityState.RETURNED.value, ActivityState.HELD.value)


def count_asking(session: Session, today: date | None = None) -> int:
    """Those to agree to, and of one's own those to be opened, written anew, said to be held, or assessed."""
    me = acting(session)
    past = (Activity.state == ActivityState.OPEN.value) & (Activity.last_on < (today or date.today()))
    own = Activity.owner_id == me.staff_id
    asks: ColumnElement[bool] = own & or_(Activity.state.in_(_THEIRS), past)
    if roles.allowed(me, Permission.APPROVE_WORK):
        submitted = Activity.state == ActivityState.SUBMITTED.value
        others = (Activity.owner_id != me.staff_id) & (Activity.submitted_by_id != me.staff_id)
        asks = or_(asks, submitted & others)
    return int(session.scalar(select(func.count()).select_from(Activity).where(asks)) or 0)
