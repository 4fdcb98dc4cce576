"""Whom touchpoints are about: the few things a line shows of each customer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import Customer, Staff, Tier
from rmdesk.services.customers import access

_CHUNK = 500


@dataclass(frozen=True, slots=True)
class Person:
    """A customer on one line of a worklist."""

    id: int
    uid: str
    number: str | None
    name: str
    tier: str | None
    tier_rank: int | None
    owner: str | None
    preferred_channel: str | None


def load_persons(session: Session, ids: Iterable[int]) -> dict[int, Person]:
    """The customers with these ids whom one may see, by id."""
    listed = sorted(set(ids))
    found: dict[int, Person] = {}
    for start in range(0, len(listed), _CHUNK):
        rows = (
            select(
                Customer.id,
                Customer.uid,
                Customer.number,
                Customer.name,
                Tier.name,
                Tier.rank,
                Staff.name,
                Customer.preferred_channel,
            )
            .outerjoin(Tier, Tier.id == Customer.tier_id)
            .outerjoin(Staff, Staff.id == Customer.owner_id)
            .where(Customer.id.in_(listed[start : start + _CHUNK]), access.visible(session))
        )
        found |= {row[0]: Person(*row) for row in session.execute(rows)}
    return found
