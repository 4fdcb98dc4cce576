"""Which submitted daily logs wait for whoever may countersign them.

Apart from `services/daily_logs`, so that the number on the rail costs one statement and not that package.
"""

from __future__ import annotations

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from rmdesk.models import DailyLog, LogState
from rmdesk.services import roles
from rmdesk.services.actor import acting
from rmdesk.services.roles import Permission


def waiting(session: Session) -> tuple[ColumnElement[bool], ...]:
    """The conditions on `DailyLog` of those that wait for whoever acts: submitted, and not their own."""
    return DailyLog.state == LogState.SUBMITTED.value, DailyLog.staff_id != acting(session).staff_id


def count_waiting(session: Session) -> int:
    """How many wait; none for somebody who may not countersign."""
    if not roles.allowed(acting(session), Permission.APPROVE_WORK):
        return 0
    return session.scalar(select(func.count()).select_from(DailyLog).where(*waiting(session))) or 0
