"""Complaints in the day of who is in charge of them, though the customer is another's, or nobody's.

No rule computes them, since a rule begins at the customers whom whoever's day it is looks after: they stand
beside the touchpoints, as tasks do, and are answered where complaints are.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import Complaint
from rmdesk.services import roles, working_days
from rmdesk.services.actor import acting
from rmdesk.services.care import escalating, resting
from rmdesk.services.care.asked import Asked
from rmdesk.services.care.rules.complaints import PENDING, ComplaintDue
from rmdesk.services.care.touchpoint import Key, Kind, Touchpoint
from rmdesk.services.queries import Query, given
from rmdesk.services.roles import Permission, Reach

if TYPE_CHECKING:
    from rmdesk.services.complaints import ComplaintRow


_ANY = Query(
    select(Complaint.id).where(Complaint.state.in_(PENDING), Complaint.due_on <= given("day")).limit(1)
)


@dataclass(frozen=True, slots=True)
class Cases:
    """`escalated`: late ones that whoever asks is to hear of; `due`: those in the charge of whom they ask
    about; `late` of all these are late.
    """

    escalated: tuple[Touchpoint, ...] = ()
    due: tuple[Touchpoint, ...] = ()
    late: int = 0


def load(session: Session, asked: Asked, *, without: Collection[str] = ()) -> Cases:
    """The cases due by `asked.first`, but those with these uids, which stand there as touchpoints."""
    narrowed = asked.tiers is not None or asked.customers is not None or not asked.wants(Kind.WARNING)
    me = acting(session)
    reach = roles.allowed(me, Permission.HANDLE_COMPLAINTS).reach()
    if narrowed or reach == Reach.NONE:
        return Cases()
    if not _ANY.read(session, day=asked.first.isoformat()):
        return Cases()
    from rmdesk.services import complaints  # a day without any does without

    whose = me.staff_id if asked.manager_id is None and reach < Reach.ALL else asked.manager_id
    escalated_before = escalating.late_before(session, asked)
    asks_all = whose is None or escalated_before is not None
    branch = complaints.list_due(session, asked.first) if asks_all else []
    own = branch if whose is None else complaints.list_due(session, asked.first, whose)
    up = [one for one in branch if escalated_before is not None and one.due_on < escalated_before]
    left = {*without, *(one.uid for one in up)}
    due = [one for one in own if one.uid not in left]
    since = resting.not_late_since(working_days.load(session), asked.first)
    late = len(up) + sum(one.due_on < since for one in due)
    return Cases(tuple(_touchpoints(up)), tuple(_touchpoints(due)), late)


def _touchpoints(rows: Iterable[ComplaintRow]) -> Iterable[Touchpoint]:
    for one in rows:
        values = (one.number, one.kind, one.state, one.final_on, one.who)
        yield Touchpoint(
            Key(ComplaintDue.id, None, one.uid, one.due_on), Kind.WARNING, one.due_on, values=values
        )
