"""How many cases there were in a time, how soon they were answered, and whether that was the end of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from statistics import fmean

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from rmdesk.models import Complaint, ComplaintState
from rmdesk.services import working_days
from rmdesk.services.complaints import access
from rmdesk.services.complaints.keeping import PENDING


@dataclass(frozen=True, slots=True)
class Figures:
    """Of the cases raised in the time, as far as whoever acts may see them.

    `days` is the mean of working days until it was decided, `in_time` of those decided how many within their
    deadline; `satisfied` of those whose customer said so either way (`asked`).
    """

    count: int
    pending: int
    late: int
    closed: int
    reopened: int
    decided: int
    in_time: int
    days: float | None
    asked: int
    satisfied: int
    kinds: tuple[tuple[str, int], ...]


def count_by_owner(session: Session, today: date) -> dict[int, tuple[int, int]]:
    """How many cases are not answered yet, and how many of them are late, by who is in charge; of those
    whoever acts may see. Raises NotAllowed.
    """
    found = (
        select(Complaint.owner_id, func.count(), func.sum(case((Complaint.due_on < today, 1), else_=0)))
        .where(access.visible(session), Complaint.state.in_(PENDING))
        .group_by(Complaint.owner_id)
    )
    return {owner_id: (pending, late or 0) for owner_id, pending, late in session.execute(found)}


def load_figures(session: Session, first: date, last: date, today: date | None = None) -> Figures:
    """Raises NotAllowed."""
    day, calendar = today or date.today(), working_days.load(session)
    found = select(Complaint).where(access.visible(session), Complaint.raised_on.between(first, last))
    cases = list(session.scalars(found))
    decided = [one for one in cases if one.resolved_on is not None]
    taken = [
        len(calendar.working_days(one.raised_on, one.resolved_on)) - 1
        for one in decided
        if one.resolved_on is not None
    ]
    asked = [one for one in cases if one.is_satisfied is not None]
    return Figures(
        count=len(cases),
        pending=sum(1 for one in cases if one.state in PENDING),
        late=sum(1 for one in cases if one.state in PENDING and one.due_on < day),
        closed=sum(1 for one in cases if one.state == ComplaintState.CLOSED.value),
        reopened=sum(1 for one in cases if one.reopened),
        decided=len(decided),
        in_time=sum(1 for one in decided if one.resolved_on is not None and one.resolved_on <= one.final_on),
        days=fmean(max(0, one) for one in taken) if taken else None,
        asked=len(asked),
        satisfied=sum(1 for one in asked if one.is_satisfied),
        kinds=tuple(Counter(one.kind for one in cases).most_common()),
    )
