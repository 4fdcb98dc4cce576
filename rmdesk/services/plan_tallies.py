"""How far plans are, in one line each, and which ask something of whoever acts.

Apart from `services/plans`, so that the number on the rail costs two statements and not that package.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from rmdesk.models import Plan, PlanItem, PlanItemState, PlanState
from rmdesk.services import roles
from rmdesk.services.actor import acting
from rmdesk.services.driver_rows import Statement
from rmdesk.services.queries import given, listed
from rmdesk.services.roles import Permission

# A plan is behind once more than this share of what was due is late, and more than a few.
BEHIND_SHARE, BEHIND_LEAST = 0.1, 3

_ITEM = PlanItem.__table__.c
_STANDS = func.coalesce(_ITEM.moved_to, _ITEM.due_on)
_OF_MANY = Statement(
    select(
        _ITEM.plan_id,
        func.count(),
        func.sum(given("today") >= _STANDS),
        func.sum(_ITEM.state == PlanItemState.DONE.value),
        func.sum((_ITEM.state == PlanItemState.OPEN.value) & (given("today") > _STANDS)),
        func.sum(_ITEM.state == PlanItemState.SKIPPED.value),
    )
    .where(_ITEM.plan_id.in_(listed("plans")), _ITEM.state != PlanItemState.DROPPED.value)
    .group_by(_ITEM.plan_id)
)


@dataclass(frozen=True, slots=True)
class Tally:
    """Contacts: all, those due by the day, done, late (open past their day), skipped for a reason, never
    made when the plan was closed; and cost in fen, as estimated and as spent on the contacts made.
    """

    items: int = 0
    due: int = 0
    done: int = 0
    late: int = 0
    skipped: int = 0
    dropped: int = 0
    cost_planned: int = 0
    cost_spent: int = 0

    @property
    def share(self) -> float:
        """How much of it is done; nothing of nothing."""
        return self.done / self.items if self.items else 0.0

    @property
    def is_behind(self) -> bool:
        return self.late >= BEHIND_LEAST and self.late > self.due * BEHIND_SHARE

    def __add__(self, other: Tally) -> Tally:
        return Tally(*(getattr(self, name) + getattr(other, name) for name in Tally.__slots__))


def of_many(session: Session, plans: Sequence[Plan], today: date) -> dict[int, Tally]:
    """The contacts of some plans, by id, by one statement; without their cost."""
    found = _OF_MANY.read(session, plans=json.dumps([one.id for one in plans]), today=today.isoformat())
    return {
        plan_id: Tally(items, due or 0, done or 0, late or 0, skipped or 0)
        for plan_id, items, due, done, late, skipped in found
    }


def find_waiting(session: Session) -> list[Plan]:
    """The plans that wait for whoever acts to agree to them, those meant for them first."""
    me = acting(session)
    if not roles.allowed(me, Permission.APPROVE_WORK):
        return []
    found = select(Plan).where(
        Plan.state == PlanState.SUBMITTED.value,
        Plan.owner_id != me.staff_id,
        Plan.submitted_by_id != me.staff_id,
    )
    return list(session.scalars(found.order_by(Plan.supervisor_id != me.staff_id, Plan.submitted_at)))


def count_asking(session: Session, today: date | None = None) -> tuple[int, int]:
    """How many plans wait for whoever acts to agree to them, and how many of those they answer for, as
    owner or supervisor, are behind.
    """
    me = acting(session).staff_id
    mine = select(Plan).where(
        (Plan.owner_id == me) | (Plan.supervisor_id == me),
        Plan.agreed_revision > 0,
        Plan.state != PlanState.CLOSED.value,
    )
    tallies = of_many(session, list(session.scalars(mine)), today or date.today())
    return len(find_waiting(session)), sum(one.is_behind for one in tallies.values())
