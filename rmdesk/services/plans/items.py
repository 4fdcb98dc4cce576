"""Single contacts of a plan: listed, added by hand, put on another day, taken out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from rmdesk.models import Channel, Customer, Plan, PlanItem, PlanItemState, PlanNode, PlanState
from rmdesk.services import bulk, care, changes, days, values
from rmdesk.services.customers import access as customers_access
from rmdesk.services.errors import UserError
from rmdesk.services.plans import access, channels, keeping, spreading


@dataclass(frozen=True, slots=True)
class ItemRow:
    """A contact as lists show it; the customer's name is masked where another manager is in charge."""

    id: int
    uid: str
    version: int
    node_uid: str
    node: str
    customer_uid: str
    customer: str
    day: date
    due_on: date
    channel: str
    minutes: int
    state: str
    settled_on: date | None
    by_hand: bool


def find_items(
    session: Session,
    plan_uid: str,
    *,
    node_uid: str | None = None,
    state: str = "",
    day: str = "",
    sort: str = "day",
    descending: bool = False,
) -> list[int]:
    """Ids of a plan's contacts: those of one sub-plan and what stands below it, in one state (`late`: open
    past today), or on one day (ISO). Raises as `access.load`.
    """
    plan = access.load(session, plan_uid)
    stands = func.coalesce(PlanItem.moved_to, PlanItem.due_on)
    found = select(PlanItem.id).where(PlanItem.plan_id == plan.id)
    if node_uid is not None:
        nodes = keeping.nodes_of(session, plan)
        node = next((one for one in nodes if one.uid == node_uid), None)
        inside = [] if node is None else [node, *keeping.below(nodes, node)]
        found = found.where(PlanItem.node_id.in_([one.id for one in inside]))
    if state == "late":
        found = found.where(PlanItem.state == PlanItemState.OPEN.value, stands < date.today())
    elif state:
        found = found.where(PlanItem.state == state)
    if day:
        found = found.where(stands == date.fromisoformat(day))
    if sort == "name":
        found = found.join(Customer, Customer.id == PlanItem.customer_id)
    keys: dict[str, ColumnElement[Any]] = {
        "day": stands,
        "name": Customer.name_key.expression,
        "state": PlanItem.state.expression,
        "channel": PlanItem.channel.expression,
    }
    key = keys[sort]
    return list(session.scalars(found.order_by(key.desc() if descending else key, stands, PlanItem.id)))


def load_items(session: Session, ids: Sequence[int]) -> list[ItemRow]:
    """Some of them, in any order."""
    found = (
        select(PlanItem, PlanNode.uid, PlanNode.name, Customer)
        .join(PlanNode, PlanNode.id == PlanItem.node_id)
        .join(Plan, Plan.id == PlanItem.plan_id)
        .join(Customer, Customer.id == PlanItem.customer_id)
        .where(PlanItem.id.in_(ids), access.visible(session))
    )
    return [
        ItemRow(
            item.id,
            item.uid,
            item.version,
            node_uid,
            node,
            customer.uid,
            customers_access.listed_name(session, customer),
            item.moved_to or item.due_on,
            item.due_on,
            item.channel,
            item.minutes,
            item.state,
            item.settled_on,
            item.by_hand,
        )
        for item, node_uid, node, customer in session.execute(found)
    ]


def move_items(session: Session, plan_uid: str, ids: Sequence[int], to: object) -> int:
    """Put contacts that were not made yet on another day, where generating leaves them; returns how many.

    One's own, until the plan is closed; agreed ones are put off as in Today. Raises as `access.load_own`,
    UserError `plan.closed`, `plan.submitted`, `plan.day_outside`, `care.postponed_to_past`.
    """
    plan = access.load_own(session, plan_uid)
    if plan.state != PlanState.AGREED.value:
        access.check_written(plan)
    day = days.check_date(to, "plan_item.due_on")
    today = date.today()
    if day < today:
        raise UserError("care.postponed_to_past")
    if not plan.first_on <= day <= plan.last_on:
        raise UserError("plan.day_outside", first=plan.first_on, last=plan.last_on)
    rows = _movable(session, plan, ids)
    changes.describe(session, "plan.item_moved", subject=plan, contacts=len(rows))
    planned = [one.id for one in rows if one.state == PlanItemState.PLANNED.value]
    bulk.update(
        session,
        PlanItem,
        [{"id": one, "due_on": day, "by_hand": True} for one in planned],
        ["due_on", "by_hand"],
    )
    open_ = [one for one in rows if one.state == PlanItemState.OPEN.value]
    if open_:
        keys = [care.Key("plan_item", one.customer_id, one.uid, one.due_on) for one in open_]
        care.postpone(session, keys, day, today=today)
    return len(rows)


def add_item(
    session: Session, node_uid: str, customer_uid: str, day: object, *, channel: str | None = None
) -> PlanItem:
    """Put a contact with a customer on a day of a sub-plan by hand, by its most used way if none is given.

    It counts towards what the sub-plan asks for, if the customer is one of those. Raises as
    `access.load_written`, UserError `plan.day_outside`, and as customers are found.
    """
    node, plan = access.load_node(session, node_uid)
    customer = customers_access.load(session, customer_uid)
    on = days.check_date(day, "plan_item.due_on")
    first, last = keeping.span_of(plan, node, keeping.nodes_of(session, plan))
    if not first <= on <= last:
        raise UserError("plan.day_outside", first=first, last=last)
    way = next(iter(channels.read(node.channels)))
    if channel is not None:
        way = values.choice(channel, "plan_item.channel", Channel)
    slots = spreading.slots(first, last, node.times or 1, node.per)
    item = PlanItem(
        plan_id=plan.id,
        node_id=node.id,
        customer_id=customer.id,
        slot_on=next(one.first for one in slots if on <= one.last),
        due_on=on,
        channel=way,
        minutes=channels.minutes_of(way, node.minutes),
        by_hand=True,
    )
    session.add(item)
    session.flush()
    changes.describe(session, "plan.item_added", subject=plan, row=item.uid)
    return item


def remove_items(session: Session, plan_uid: str, ids: Sequence[int]) -> int:
    """Take contacts that were not made yet out of a plan that is being written; returns how many."""
    plan = access.load_written(session, plan_uid)
    rows = _movable(session, plan, ids)
    changes.describe(session, "plan.items_removed", subject=plan, contacts=len(rows))
    bulk.delete(session, PlanItem, [one.id for one in rows])
    return len(rows)


def _movable(session: Session, plan: Plan, ids: Sequence[int]) -> list[PlanItem]:
    found = select(PlanItem).where(
        PlanItem.id.in_(ids), PlanItem.plan_id == plan.id, PlanItem.state.in_(keeping.NOT_STARTED)
    )
    return list(session.scalars(found.order_by(PlanItem.id)))
