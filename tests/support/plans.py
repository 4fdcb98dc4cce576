"""Plans of a branch for tests: begun, made into contacts, agreed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from rmdesk.models import Plan, PlanNode, Segment
from rmdesk.services import plans, segments
from tests.support.branches import Branch

# A plan of the two weeks before last Monday and the two after: some of it may be worked already.
TODAY = date.today()
START = TODAY - timedelta(days=TODAY.weekday() + 14)
END = START + timedelta(days=27)


def segment(branch: Branch, least: int, name: str = "重点客户") -> Segment:
    """Whoever acts keeps a segment of those with assets from so many yuan."""
    document: dict[str, Any] = {
        "version": 1,
        "all": [{"field": "aum", "op": "at_least", "value": least}],
    }
    with branch.store.write() as session:
        return segments.save_segment(session, name, segments.read(session, document))


def begin(branch: Branch, *nodes: dict[str, Any], **given: Any) -> tuple[Plan, list[PlanNode]]:
    """A plan of the manager's with these sub-plans."""
    branch.act("manager")
    fields = {"name": "旺季维护", "first_on": START, "last_on": END} | given
    plan = branch.write(plans.add_plan, fields)
    made = [branch.write(plans.add_node, plan.uid, {"name": "回访", "times": 1} | one) for one in nodes]
    return plan, made


def generated(branch: Branch, plan: Plan, today: date = START) -> plans.Proposal:
    branch.act("manager")
    version = branch.version(plan)
    return branch.write(plans.generate_items, plan.uid, version=version, today=today)


def agreed(branch: Branch, plan: Plan) -> None:
    """The manager hands it in, the supervisor agrees."""
    branch.act("manager")
    branch.write(plans.submit_plan, plan.uid, version=branch.version(plan))
    branch.act("supervisor")
    branch.write(plans.agree_plan, plan.uid, version=branch.version(plan))
    branch.act("manager")
