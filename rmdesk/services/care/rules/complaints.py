"""Complaints and objections that wait: the next step is due, or the customer is to be told."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, select
from sqlalchemy.orm import Session

from rmdesk.models import Complaint, ComplaintState
from rmdesk.services.care.rules.promises import Agreed
from rmdesk.services.care.touchpoint import Kind

PENDING = (ComplaintState.OPEN.value, ComplaintState.RESOLVED.value)


class ComplaintDue(Agreed):
    """Something is to be done about a complaint; done means that the next step was. What is late reaches the
    branch head, whoever's the customer is (`care/escalating.py`).
    """

    id = "complaint"
    kind = Kind.WARNING
    model = Complaint
    open_state = ComplaintState.OPEN.value
    sentence = ("number", "kind", "state", "final_on")

    def waiting(self, row: FromClause) -> ColumnElement[bool]:
        return row.c.state.in_(PENDING)

    def close(self, session: Session, uid: str, version: int) -> None:
        from rmdesk.services.complaints import handling  # the first window does without

        handling.finish_next_step(session, uid)


def complaining() -> Select[Any]:
    """The customers who have a complaint that is not answered yet: nothing is sold to them meanwhile."""
    found: Select[Any] = select(Complaint.customer_id)
    return found.where(Complaint.customer_id.is_not(None), Complaint.state.in_(PENDING))
