"""When customers were last reached, and when they are to be contacted next: what facts are made of."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, Select, case, func, literal, null, select

from rmdesk.models import (
    ActState,
    CadenceStep,
    Channel,
    ContactKind,
    Customer,
    Interaction,
    Level,
    Strategy,
    Tier,
    TouchpointAct,
)
from rmdesk.models.care import LONGEST_INTERVAL
from rmdesk.models.interaction import NOT_REACHED
from rmdesk.services.store.sql import days_after, latest

_MEETING = (Channel.VISIT, Channel.BRANCH_VISIT)
# What counts as a contact of each kind: whoever was met need not be called as well.
_COUNTING: dict[ContactKind, dict[str, Collection[Any]]] = {
    ContactKind.CALL: {"channels": (Channel.CALL, *_MEETING)},
    ContactKind.MEETING: {"channels": _MEETING},
    ContactKind.LEADERS_VISIT: {"channels": _MEETING, "levels": (Level.LEADER,)},
}
_UNWANTED = {
    ContactKind.CALL: Customer.no_calls,
    ContactKind.MEETING: Customer.no_visits,
    ContactKind.LEADERS_VISIT: Customer.no_visits,
}
LONG_AGO = date(2000, 1, 1)  # who was there before anybody noted since when
# The columns of the facts; the rule of each is `cadence_` and the kind.
DUE_COLUMNS = {
    ContactKind.CALL: "call_due_on",
    ContactKind.MEETING: "meeting_due_on",
    ContactKind.LEADERS_VISIT: "leaders_due_on",
}


def is_first(due_on: date) -> bool:
    """Whether a contact due on that day follows from none before, and nobody noted since when."""
    return due_on <= LONG_AGO + timedelta(days=LONGEST_INTERVAL)


def last_contact(
    customer_id: Any, *, channels: Collection[Channel] = (), levels: Collection[Level] = ()
) -> ScalarSelect[Any]:
    """The day a customer was last reached, beside the column `customer_id`: one look at an index.

    `channels`, `levels`: by one of these only.
    """
    found: Select[Any] = select(Interaction.held_on).where(
        Interaction.customer_id == customer_id, Interaction.result.not_in([one.value for one in NOT_REACHED])
    )
    if channels:
        found = found.where(Interaction.channel.in_([one.value for one in channels]))
    if levels:
        found = found.where(Interaction.level.in_([one.value for one in levels]))
    return found.order_by(Interaction.held_on.desc()).limit(1).scalar_subquery()


def next_contacts() -> dict[str, ColumnElement[Any]]:
    """When the next contact of each kind is due, beside `Customer`, by column of the facts.

    The interval of the customer's tier and strategy after the last contact of that kind, or after somebody
    said that it was done or left out; NULL where none is wanted.
    """
    return {column: _next(kind) for kind, column in DUE_COLUMNS.items()}


def _next(kind: ContactKind) -> ColumnElement[Any]:
    lowest = select(Tier.id).order_by(Tier.rank).limit(1).scalar_subquery()
    interval = (
        select(CadenceStep.days)
        .where(
            CadenceStep.tier_id == func.coalesce(Customer.tier_id, lowest),
            CadenceStep.strategy == func.coalesce(Customer.strategy, Strategy.PASSIVE.value),
            CadenceStep.contact == kind.value,
        )
        .correlate(Customer)
        .scalar_subquery()
    )
    acted = (
        select(func.max(TouchpointAct.acted_on))
        .where(
            TouchpointAct.customer_id == Customer.id,
            TouchpointAct.rule == f"cadence_{kind.value}",
            TouchpointAct.state != ActState.POSTPONED.value,
        )
        .correlate(Customer)
        .scalar_subquery()
    )
    last = latest(
        last_contact(Customer.id, **_COUNTING[kind]),
        acted,
        func.coalesce(Customer.known_since, literal(LONG_AGO)),
    )
    return case((_UNWANTED[kind].is_(True), null()), else_=days_after(last, interval))
