"""What stays in submitted logs of customers deleted for good: that there was a line, and its outcome."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import DailyLog, DailyLogItem, ItemSource, Outcome
from rmdesk.services.daily_logs.purposes import OF_NOBODY
from rmdesk.services.planned_items import OPEN_STATES

_NOTHING = "—"
# What says nothing of the customer, and what a log and its months are counted by.
_KEPT = ("log_id", "position", "is_extra", "added_at", "outcome", "moved_to", "completed_at")


def lines_of_nobody(session: Session, customer_ids: Collection[int]) -> list[dict[str, Any]]:
    """Rows to put in the place of these customers' lines in submitted logs, so that what was submitted and
    countersigned counts as before. They name nobody and tell nothing of what was said.
    """
    found = (
        select(DailyLogItem)
        .join(DailyLog, DailyLog.id == DailyLogItem.log_id)
        .where(DailyLogItem.customer_id.in_(customer_ids), DailyLog.state.not_in(OPEN_STATES))
        .order_by(DailyLogItem.id)
    )
    return [
        {name: getattr(one, name) for name in _KEPT}
        | {"purpose": _NOTHING, "told_of": OF_NOBODY, "source": ItemSource.FREE.value}
        | {"result": _NOTHING if one.outcome == Outcome.NOT_DONE.value else None}
        for one in session.scalars(found)
    ]
