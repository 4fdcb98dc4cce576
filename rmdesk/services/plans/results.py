"""What came of a plan by the targets of its goal: the manager's parts against what the archive tells."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import Goal, Staff
from rmdesk.services import goals
from rmdesk.services.goals import Target
from rmdesk.services.plans import access


@dataclass(frozen=True, slots=True)
class Result:
    """One target of the goal: the manager's part of it and what was reached, None where nobody knows."""

    target: Target
    part: int | None
    actual: int | None


def load_results(session: Session, plan_uid: str, today: date | None = None) -> list[Result]:
    """The targets of the plan's goal of which its manager has a part, as counted now; all customers are
    looked at. Empty without a goal. Raises as `access.load`.
    """
    plan = access.load(session, plan_uid)
    if plan.goal_id is None:
        return []
    goal = session.scalars(select(Goal.uid).where(Goal.id == plan.goal_id)).one()
    owner = session.get_one(Staff, plan.owner_id).uid
    found = []
    for target in goals.load_goal(session, goal, today).targets:
        share = next((one for one in target.shares if one.staff_uid == owner), None)
        if share is not None and share.amount is not None:
            found.append(Result(target, share.amount, share.actual))
    return found
