"""The end of a plan: what was reached and learnt; and the next plan, which begins with it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, timedelta
from functools import partial

from sqlalchemy.orm import Session

from rmdesk.models import Plan, PlanItemState, PlanNode, PlanState
from rmdesk.models.base import utc_now
from rmdesk.models.customer import TEXT_LONGEST
from rmdesk.services import changes, text, values
from rmdesk.services.actor import acting
from rmdesk.services.errors import UserError
from rmdesk.services.goals import periods
from rmdesk.services.plan_tallies import Tally
from rmdesk.services.plans import access, agreeing, keeping, progress
from rmdesk.services.plans.keeping import NOT_STARTED

_text = partial(text.paragraphs, longest=TEXT_LONGEST)
EVALUATION: dict[str, values.Check] = {
    "reached": _text,
    "why": values.optional(_text),
    "lessons": values.optional(_text),
    "next_steps": values.optional(_text),
}
_NODE_FIELDS = (
    "name", "segment_id", "purpose", "channels", "times", "per", "minutes", "expected", "materials", "people",
    "cost_fen",
)  # fmt: skip


def evaluate_plan(
    session: Session, uid: str, given: Mapping[str, object], *, version: int, today: date | None = None
) -> None:
    """Close an agreed plan with its evaluation: `reached` at least. Its figures are kept as they are now;
    contacts that were not made are dropped. Raises as `access.load_own`, UserError `plan.not_agreed`,
    `plan.not_begun`, and what the texts raise.
    """
    plan = access.load_own(session, uid, version)
    if plan.state != PlanState.AGREED.value:
        raise UserError("plan.closed" if plan.state == PlanState.CLOSED.value else "plan.not_agreed")
    day = today or date.today()
    if day < plan.first_on:
        raise UserError("plan.not_begun", first=plan.first_on)
    for name, value in values.check_all(given, EVALUATION, "plan", required=("reached",)).items():
        setattr(plan, name, value)
    changes.describe(session, "plan.evaluated", subject=plan)
    settled = {"state": PlanItemState.DROPPED.value, "settled_on": day}
    agreeing.set_items(session, plan, [PlanItemState(one) for one in NOT_STARTED], settled)
    total = progress.of_plan(session, plan, day).total
    plan.figures = json.dumps(asdict(total))
    plan.state, plan.closed_at = PlanState.CLOSED.value, utc_now()
    session.flush()


def figures_of(plan: Plan) -> Tally | None:
    """What a closed plan's progress was when it was closed."""
    return None if plan.figures is None else Tally(**json.loads(plan.figures))


def next_period(first: date, last: date) -> tuple[date, date]:
    """The period of the same length after: whole months after whole months, else as many days."""
    spans = periods.months_in(first, last)
    begin = last + timedelta(days=1)
    if spans and spans[0].first == first and spans[-1].last == last:
        place = begin.year * 12 + begin.month - 1 + len(spans)
        return begin, date(place // 12, place % 12 + 1, 1) - timedelta(days=1)
    return begin, begin + (last - first)


def copy_plan(session: Session, uid: str, given: Mapping[str, object] | None = None) -> Plan:
    """A plan of one's own like this one for the next period, or with the fields `given`: all its sub-plans,
    no contacts. What was learnt from this one is shown with it (`follows_id`).

    Raises as `access.load`, and as adding a plan does.
    """
    old = access.load(session, uid)
    begin, end = next_period(old.first_on, old.last_on)
    fields: dict[str, object] = {
        "name": old.name,
        "first_on": begin,
        "last_on": end,
        "theme": old.theme,
        "expected": old.expected,
        "minutes_a_day": old.minutes_a_day,
        "apart_days": old.apart_days,
    }
    plan = keeping.add_plan(session, fields | dict(given or {}))
    if given is None and old.supervisor_id != acting(session).staff_id:
        plan.supervisor_id = old.supervisor_id
    plan.follows_id = old.id
    made: dict[int, int] = {}
    for node, _depth in keeping.in_order(keeping.nodes_of(session, old)):
        copy = PlanNode(plan_id=plan.id, position=node.position)
        copy.parent_id = made.get(node.parent_id or 0)
        for field in _NODE_FIELDS:
            setattr(copy, field, getattr(node, field))
        session.add(copy)
        session.flush()
        made[node.id] = copy.id
    session.flush()
    return plan
