"""Who went from one tier to another lately, who is about to, and how often they will be contacted then.

A tier follows the figures by itself, so there is nothing to confirm. A tier of month averages is about to
change where today's balance, were it to stay, calls for another one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Row, Select, select
from sqlalchemy.orm import Session, aliased

from rmdesk.models import AumBasis, ContactKind, Customer, CustomerFact, Strategy, Tier, TierChange
from rmdesk.services import cadences, tiers
from rmdesk.services.cadences import Place
from rmdesk.services.customers import access

DAYS = 90  # for so long a move is told


@dataclass(frozen=True, slots=True)
class TierMove:
    """From one tier to another (None: none). `on` and `amount_fen` are of the figure it follows from.

    `cadence`: days between two contacts of a kind before and after, where they differ; 0 is none.
    """

    customer_id: int
    from_: str | None
    to: str | None
    on: date
    amount_fen: int | None
    is_coming: bool
    is_up: bool
    cadence: tuple[tuple[ContactKind, int, int], ...]


def load_moves(session: Session, today: date) -> list[TierMove]:
    """Those of customers one may see: what is coming first, falls before rises. Raises NotAllowed."""
    steps = tiers.ladder(session)
    named = {one.id: one for one in steps.tiers}
    lowest = steps.tiers[-1]
    intervals = cadences.load_intervals(session)
    found: list[TierMove] = []

    def add(row: Row[Any], former: int | None, after: Tier | None, *, coming: bool) -> None:
        before = named.get(former or 0)
        if before is after or (coming and before is not None and before.basis != AumBasis.MONTH_AVERAGE):
            return
        found.append(
            TierMove(
                row.id,
                None if before is None else before.name,
                None if after is None else after.name,
                row.on,
                row.fen,
                coming,
                (0 if after is None else after.rank) > (0 if before is None else before.rank),
                _cadence(intervals, row.strategy, before or lowest, after or lowest),
            )
        )

    for row in session.execute(_balances(session)):
        add(row, row.tier_id, steps.tier_of(row.fen, row.fen), coming=True)
    for row in session.execute(_changed(session, today)):
        add(row, row.former, named.get(row.tier_id or 0), coming=False)
    return sorted(
        found, key=lambda one: (not one.is_coming, one.is_up, -one.on.toordinal(), -(one.amount_fen or 0))
    )


def _cadence(
    intervals: Mapping[Place, int], strategy: str | None, before: Tier, after: Tier
) -> tuple[tuple[ContactKind, int, int], ...]:
    wanted = strategy or Strategy.PASSIVE.value
    found = []
    for kind in ContactKind:
        days = [intervals.get(Place(one.uid, wanted, kind.value), 0) for one in (before, after)]
        if days[0] != days[1]:
            found.append((kind, days[0], days[1]))
    return tuple(found)


def _balances(session: Session) -> Select[*tuple[Any, ...]]:
    point, point_on = tiers.newest(AumBasis.POINT)
    _, average_on = tiers.newest(AumBasis.MONTH_AVERAGE)
    return (
        select(Customer.id, Customer.strategy, Customer.tier_id, point.label("fen"), point_on.label("on"))
        .join(CustomerFact, CustomerFact.customer_id == Customer.id)
        .where(access.visible(session), CustomerFact.is_lost.is_(False), point_on >= average_on)
    )


def _changed(session: Session, today: date) -> Select[*tuple[Any, ...]]:
    """The last change of each customer, with the tier before it: whose first it is went nowhere."""
    earlier, later = aliased(TierChange), aliased(TierChange)
    former = (
        select(earlier.id)
        .where(earlier.customer_id == TierChange.customer_id, earlier.id < TierChange.id)
        .order_by(earlier.since.desc(), earlier.id.desc())
        .limit(1)
        .correlate(TierChange)
        .scalar_subquery()
    )
    before = aliased(TierChange)
    after = select(later.id).where(later.customer_id == TierChange.customer_id, later.id > TierChange.id)
    return (
        select(
            Customer.id,
            Customer.strategy,
            before.tier_id.label("former"),
            TierChange.tier_id,
            TierChange.since.label("on"),
            TierChange.amount_fen.label("fen"),
        )
        .select_from(TierChange)
        .join(Customer, Customer.id == TierChange.customer_id)
        .join(before, before.id == former)
        .where(access.visible(session), TierChange.since.between(today - timedelta(days=DAYS), today))
        .where(~after.exists())
    )
