"""Whom touchpoints are about: the few things a line shows of each customer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import Customer, Staff, Tier
from rmdesk.services import masks
from rmdesk.services.actor import acting
from rmdesk.services.customers import access

_CHUNK = 500


@dataclass(frozen=True, slots=True)
class Person:
    """A customer on one line of a worklist.

    `is_ours`: whoever acts is the manager or stand-in; the name of another manager's customer is masked.
    """

    id: int
    uid: str
    number: str | None
    name: str
    tier: str | None
    tier_rank: int | None
    owner: str | None
    preferred_channel: str | None
    is_ours: bool


def load_persons(session: Session, ids: Iterable[int], *, exact: bool = False) -> dict[int, Person]:
    """The customers with these ids whom one may see, by id; `exact` names everybody in full."""
    listed = sorted(set(ids))
    me = acting(session).staff_id
    sees = access.seeing(session)
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
                Customer.owner_id,
                Customer.stand_in_id,
            )
            .outerjoin(Tier, Tier.id == Customer.tier_id)
            .outerjoin(Staff, Staff.id == Customer.owner_id)
            .where(Customer.id.in_(listed[start : start + _CHUNK]), Customer.deleted_at.is_(None))
        )
        # Whom one may see is looked at here: asked for by owner as well, SQLite would walk all of theirs.
        found |= {
            row[0]: _person(*row, me=me, exact=exact)
            for row in session.execute(rows)
            if sees(row.owner_id, row.stand_in_id)
        }
    return found


def _person(*shown: Any, me: int, exact: bool) -> Person:
    *values, owner_id, stand_in_id = shown
    is_ours = me in (owner_id, stand_in_id)
    person = Person(*(*values, is_ours))
    if exact or person.is_ours or owner_id is None:
        return person
    return replace(person, name=masks.masked("name", person.name))
