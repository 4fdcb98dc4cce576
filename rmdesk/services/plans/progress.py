"""How far a plan is: contacts due, done and late, by sub-plan; its cost; the line of what is done over time.

Everything is counted from the index of a plan's contacts, by one statement.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from rmdesk.models import Interaction, Plan, PlanItem, PlanItemState, PlanNode
from rmdesk.services.driver_rows import Statement
from rmdesk.services.plan_tallies import Tally
from rmdesk.services.plans import access, keeping
from rmdesk.services.queries import given

_ITEM = PlanItem.__table__.c
_STANDS = func.coalesce(_ITEM.moved_to, _ITEM.due_on)
_COUNTED = Statement(
    select(_ITEM.node_id, _ITEM.state, _STANDS, _ITEM.settled_on, func.count())
    .where(_ITEM.plan_id == given("plan"))
    .group_by(_ITEM.node_id, _ITEM.state, _ITEM.due_on, _ITEM.moved_to, _ITEM.settled_on)
)
_COST = Statement(
    select(_ITEM.node_id, func.sum(Interaction.__table__.c.cost_fen))
    .join(Interaction.__table__, Interaction.__table__.c.id == _ITEM.interaction_id)
    .where(_ITEM.plan_id == given("plan"), Interaction.__table__.c.cost_fen > 0)
    .group_by(_ITEM.node_id)
)


@dataclass(frozen=True, slots=True)
class NodeProgress:
    """A sub-plan, with what stands below it in `whole`."""

    uid: str
    name: str
    depth: int
    own: Tally
    whole: Tally


@dataclass(frozen=True, slots=True)
class Burn:
    """By the end of a day: how many contacts the plan had on days until then, and how many were done."""

    day: date
    planned: int
    done: int | None  # None of days that are still to come


@dataclass(frozen=True, slots=True)
class Progress:
    plan_uid: str
    name: str
    first: date
    last: date
    today: date
    total: Tally
    nodes: tuple[NodeProgress, ...]
    burn: tuple[Burn, ...]

    @property
    def elapsed(self) -> float:
        """Which share of the plan's days is over."""
        total = (self.last - self.first).days + 1
        return min(max((self.today - self.first).days + 1, 0) / total, 1.0)


def load_progress(session: Session, plan_uid: str, today: date | None = None) -> Progress:
    """Raises as `access.load`."""
    return of_plan(session, access.load(session, plan_uid), today or date.today())


def of_plan(session: Session, plan: Plan, today: date) -> Progress:
    nodes = keeping.nodes_of(session, plan)
    text = today.isoformat()
    tallies: dict[int, list[int]] = defaultdict(lambda: [0] * 8)
    planned: dict[str, int] = defaultdict(int)
    done: dict[str, int] = defaultdict(int)
    open_, done_, skipped, dropped = (
        PlanItemState.OPEN.value,
        PlanItemState.DONE.value,
        PlanItemState.SKIPPED.value,
        PlanItemState.DROPPED.value,
    )
    for node_id, state, stands_on, settled_on, count in _COUNTED.read(session, plan=plan.id):
        one = tallies[node_id]
        one[0] += count
        if stands_on <= text:
            one[1] += count
        if state == done_:
            one[2] += count
            done[settled_on] += count
        elif state == open_ and stands_on < text:
            one[3] += count
        elif state == skipped:
            one[4] += count
        elif state == dropped:
            one[5] += count
        planned[stands_on] += count
    spent = dict(_COST.read(session, plan=plan.id))
    for node in nodes:
        tallies[node.id][6:] = [node.cost_fen or 0, spent.get(node.id, 0)]
    own = {node.id: Tally(*tallies[node.id]) for node in nodes}
    listed_ = tuple(
        NodeProgress(node.uid, node.name, depth, own[node.id], _whole(node, nodes, own))
        for node, depth in keeping.in_order(nodes)
    )
    total = sum((one for one in own.values()), Tally())
    return Progress(
        plan.uid,
        plan.name,
        plan.first_on,
        plan.last_on,
        today,
        total,
        listed_,
        tuple(_burn(plan.first_on, plan.last_on, today, planned, done)),
    )


def _whole(node: PlanNode, nodes: list[PlanNode], own: Mapping[int, Tally]) -> Tally:
    return sum((own[one.id] for one in keeping.below(nodes, node)), own[node.id])


def _burn(
    first: date, last: date, today: date, planned: Mapping[str, int], done: Mapping[str, int]
) -> Iterable[Burn]:
    """The line of a plan, from its first day to the last something stands on or was done."""
    days = [*planned, *done]
    if not days:
        return
    begin = min(first, date.fromisoformat(min(days)))
    end = max(last, date.fromisoformat(max(days)))
    so_far, made = 0, 0
    for number in range((end - begin).days + 1):
        day = begin + timedelta(days=number)
        so_far += planned.get(day.isoformat(), 0)
        made += done.get(day.isoformat(), 0)
        yield Burn(day, so_far, made if day <= today else None)
