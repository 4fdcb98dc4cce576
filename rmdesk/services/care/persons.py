"""Whom touchpoints are about: the few things a line shows of each customer."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import Customer, Staff, Tier
from rmdesk.services import masks
from rmdesk.services.actor import acting
from rmdesk.services.care.touchpoint import Kind, Touchpoint
from rmdesk.services.customers import access
from rmdesk.services.queries import Query, listed

_NAME = 3  # its place in a row
_PERSONS = Query(
    select(
        Customer.id,
        Customer.uid,
        Customer.number,
        Customer.name,
        Tier.name.label("tier"),
        Tier.rank,
        Staff.name.label("owner"),
        Customer.preferred_channel,
        Customer.owner_id,
        Customer.stand_in_id,
    )
    .outerjoin(Tier, Tier.id == Customer.tier_id)
    .outerjoin(Staff, Staff.id == Customer.owner_id)
    .where(Customer.id.in_(listed("ids")), Customer.deleted_at.is_(None))
)


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
    whole_name: str | None = field(default=None, repr=False)  # where `name` is masked

    def masked_in(self, words: str | None) -> str | None:
        """What somebody wrote about them, with the name masked there as it is here."""
        if words is None or self.whole_name is None:
            return words
        return words.replace(self.whole_name, self.name)

    def masked_touchpoint(self, one: Touchpoint) -> Touchpoint:
        """The same touchpoint with the names masked that its sentence is made of, those of the family too."""
        name = self.whole_name
        if name is None:
            return one
        if one.kind is Kind.FAMILY_DATE:
            what, whose, *rest = one.values
            return one.told((what, _masked_relative(whose), *rest))
        for value in one.values:
            if isinstance(value, str) and name in value:
                break
        else:
            return one
        return one.told(
            tuple(self.masked_in(value) if isinstance(value, str) else value for value in one.values)
        )


def _masked_relative(whose: str | None) -> str | None:
    """女儿 李* of 女儿 李思远: what somebody is to the customer may be told, who it is may not."""
    if not whose:
        return whose
    *before, name = whose.split()
    return " ".join([*before, masks.masked("name", name)])


def load_persons(session: Session, ids: Iterable[int], *, exact: bool = False) -> dict[int, Person]:
    """The customers with these ids whom one may see, by id; `exact` names everybody in full."""
    me = acting(session).staff_id
    sees = access.seeing(session)
    found: dict[int, Person] = {}
    for row in _PERSONS.read(session, ids=json.dumps(sorted(set(ids)))):
        *shown, owner_id, stand_in_id = row
        # Whom one may see is looked at here: asked for by owner as well, SQLite would walk all of theirs.
        if sees(owner_id, stand_in_id):
            is_ours = me in (owner_id, stand_in_id)
            if not (exact or is_ours or owner_id is None):
                shown[_NAME] = masks.masked("name", row.name)
            masked = shown[_NAME] != row.name
            shown += [is_ours, row.name if masked else None]
            found[row.id] = Person(*shown)
    return found
