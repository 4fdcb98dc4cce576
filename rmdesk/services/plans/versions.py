"""A plan as it was agreed, and what one version says otherwise than another."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from rmdesk.models import Goal, Plan, PlanItem, PlanNode, PlanVersion, Segment, Staff
from rmdesk.services.errors import UserError
from rmdesk.services.plans import access, channels, keeping

PLAN_FIELDS = ("name", "owner", "supervisor", "goal", "first_on", "last_on", "theme", "expected")
PLAN_NUMBERS = ("minutes_a_day", "apart_days")
NODE_FIELDS = (
    "name",
    "segment",
    "purpose",
    "first_on",
    "last_on",
    "channels",
    "times",
    "per",
    "minutes",
    "expected",
    "materials",
    "people",
    "cost_fen",
    "contacts",
    "customers",
)


@dataclass(frozen=True, slots=True)
class Version:
    """A version as lists show it; `number` and when it was agreed and by whom, None for what is being
    written.
    """

    number: int
    agreed_by: str | None
    agreed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that a later version says otherwise. `node` is the sub-plan, None for the plan itself; of
    one that was `added`, `removed` or `moved` there is no field. Values are those of `document`.
    """

    node: str | None
    change: str
    field: str | None = None
    before: Any = None
    after: Any = None


def document(session: Session, plan: Plan) -> dict[str, Any]:
    """The whole of a plan but single contacts, in values that JSON has."""
    nodes = keeping.nodes_of(session, plan)
    segments = dict(
        session.execute(
            select(Segment.id, Segment.name).where(
                Segment.id.in_([one.segment_id for one in nodes if one.segment_id is not None])
            )
        ).all()
    )
    counts = {
        node_id: (contacts, customers)
        for node_id, contacts, customers in session.execute(
            select(PlanItem.node_id, func.count(), func.count(PlanItem.customer_id.distinct()))
            .where(PlanItem.plan_id == plan.id)
            .group_by(PlanItem.node_id)
        )
    }
    by_id = {one.id: one for one in nodes}
    return {
        "name": plan.name,
        "owner": _name(session, plan.owner_id),
        "supervisor": _name(session, plan.supervisor_id),
        "goal": None if plan.goal_id is None else session.get_one(Goal, plan.goal_id).name,
        "first_on": plan.first_on.isoformat(),
        "last_on": plan.last_on.isoformat(),
        "theme": plan.theme,
        "expected": plan.expected,
        "minutes_a_day": plan.minutes_a_day,
        "apart_days": plan.apart_days,
        "nodes": [
            _node(one, depth, by_id, segments.get(one.segment_id or 0), counts.get(one.id, (0, 0)))
            for one, depth in keeping.in_order(nodes)
        ],
    }


def _node(
    one: PlanNode,
    depth: int,
    by_id: Mapping[int, PlanNode],
    segment: str | None,
    counted: tuple[int, int],
) -> dict[str, Any]:
    parent = by_id.get(one.parent_id or 0)
    return {
        "uid": one.uid,
        "parent": None if parent is None else parent.uid,
        "depth": depth,
        "name": one.name,
        "segment": segment,
        "purpose": one.purpose,
        "first_on": None if one.first_on is None else one.first_on.isoformat(),
        "last_on": None if one.last_on is None else one.last_on.isoformat(),
        "channels": dict(channels.read(one.channels)) if one.times is not None else None,
        "times": one.times,
        "per": one.per if one.times is not None else None,
        "minutes": one.minutes,
        "expected": one.expected,
        "materials": one.materials,
        "people": one.people,
        "cost_fen": one.cost_fen,
        "contacts": counted[0],
        "customers": counted[1],
    }


def _name(session: Session, staff_id: int | None) -> str | None:
    return None if staff_id is None else session.get_one(Staff, staff_id).name


def list_versions(session: Session, plan_uid: str) -> list[Version]:
    """The versions that were agreed, the newest first. Raises as `access.load`."""
    plan = access.load(session, plan_uid)
    found = (
        select(PlanVersion.number, Staff.name, PlanVersion.agreed_at)
        .join(Staff, Staff.id == PlanVersion.agreed_by_id)
        .where(PlanVersion.plan_id == plan.id)
        .order_by(PlanVersion.number.desc())
    )
    return [Version(*one) for one in session.execute(found)]


def load_version(session: Session, plan_uid: str, number: int | None = None) -> dict[str, Any]:
    """The document of a version, or of the plan as it stands. Raises as `access.load`, `plan.no_version`."""
    plan = access.load(session, plan_uid)
    if number is None:
        return document(session, plan)
    found = session.scalar(
        select(PlanVersion.document).where(PlanVersion.plan_id == plan.id, PlanVersion.number == number)
    )
    if found is None:
        raise UserError("plan.no_version", number=number)
    kept: dict[str, Any] = json.loads(found)
    return kept


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Difference]:
    """What `after` says otherwise, the plan itself first, then its sub-plans in their order; pure."""
    found = [
        Difference(None, "changed", name, before.get(name), after.get(name))
        for name in (*PLAN_FIELDS, *PLAN_NUMBERS)
        if before.get(name) != after.get(name)
    ]
    old = {one["uid"]: one for one in before["nodes"]}
    new = {one["uid"]: one for one in after["nodes"]}
    for uid, one in new.items():
        was = old.get(uid)
        if was is None:
            found.append(Difference(one["name"], "added"))
            continue
        if was["parent"] != one["parent"]:
            found.append(Difference(one["name"], "moved"))
        found += [
            Difference(one["name"], "changed", name, was.get(name), one.get(name))
            for name in NODE_FIELDS
            if was.get(name) != one.get(name)
        ]
    found += [Difference(one["name"], "removed") for uid, one in old.items() if uid not in new]
    return found


def compare(session: Session, plan_uid: str, before: int, after: int | None = None) -> list[Difference]:
    """What version `after`, or the plan as it stands, says otherwise than version `before`."""
    return differences(load_version(session, plan_uid, before), load_version(session, plan_uid, after))
