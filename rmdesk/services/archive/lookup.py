"""Finding customers outside the list: a few lines for each, as far as the role sees them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import Customer, Staff, Tier
from rmdesk.services import masks, roles, search
from rmdesk.services.archive.rows import CustomerRow, load_customers
from rmdesk.services.customers import access
from rmdesk.services.roles import Limit, Permission, Reach
from rmdesk.services.search.index import LIMIT


@dataclass(frozen=True, slots=True)
class Found:
    """A customer that was found. `number` is the uid of one without a number.

    `phone` is masked. Of other people's customers the name is masked and `aum_fen` is a band, as text; of one
    seen as a lobby card assets and phone are not there.
    """

    number: str
    name: str
    tier: str | None
    aum_fen: int | str | None
    phone: str | None
    owner: str | None


def look_up(session: Session, text: str, *, limit: int = LIMIT) -> list[Found]:
    """The `limit` best customers for `text` among those whoever acts may see, also as lobby cards.

    Raises NotAllowed.
    """
    scope = roles.require(session, Permission.SEE_CUSTOMERS)
    wholly, as_card = scope.reach(), scope.reach(Limit.CARD)
    ids = search.find(session, text, limit=limit, accepting=(Limit.CARD,) if as_card > wholly else ())
    found: dict[int, Found] = {}
    if wholly > Reach.NONE:
        for row in load_customers(session, ids):
            found[row.id] = found_of(row)
    if as_card > wholly:
        found |= _cards(session, [one for one in ids if one not in found])
    return [found[one] for one in ids if one in found]


def found_of(row: CustomerRow) -> Found:
    """The same of a row of the list."""
    return Found(row.number or row.uid, row.name, row.tier, row.aum_fen, row.phone or None, row.owner)


def _cards(session: Session, ids: Sequence[int]) -> dict[int, Found]:
    listed = (
        select(Customer.id, Customer.number, Customer.uid, Customer.name, Tier.name, Staff.name)
        .outerjoin(Tier, Tier.id == Customer.tier_id)
        .outerjoin(Staff, Staff.id == Customer.owner_id)
        .where(Customer.id.in_(ids), access.visible(session, Limit.CARD))
    )
    return {
        one: Found(number or uid, masks.masked("name", name), tier, None, None, owner)
        for one, number, uid, name, tier, owner in session.execute(listed)
    }
