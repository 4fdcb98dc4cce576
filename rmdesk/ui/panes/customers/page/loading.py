"""What the page reads: the record at once, the timeline, which lies below the fold, after it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rmdesk.services import archive, relations, tiers
from rmdesk.services.archive import CustomerRow
from rmdesk.services.customers.record import CustomerRecord, get_customer

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


@dataclass(frozen=True)
class PageData:
    """A customer's record, the rank of their tier from the bottom, and the relatives one may see, by uid.

    `household_fen`: what the household has here together; None if there is only one of them, or if
    somebody's figure is masked.
    """

    record: CustomerRecord
    tier_rank: int
    relatives: Mapping[str, CustomerRow] = field(default_factory=dict)
    household_fen: int | None = None


def load(session: Session, uid: str) -> PageData:
    """Raises NotAllowed, UserError `customer.unknown`."""
    found = get_customer(session, uid)
    names = tiers.names(session)
    rank = names.index(found.tier) if found.tier in names else 0
    related = [one.customer_uid for one in found.relations if one.customer_uid is not None]
    if not related:
        return PageData(found, rank)
    home = [one.customer_id for one in relations.household(session, found.id)]
    ids = list(dict.fromkeys([*home, *archive.ids_of(session, related)]))
    rows = {row.id: row for row in archive.load_customers(session, ids)}
    relatives = {row.uid: row for row in rows.values() if row.uid != uid}
    return PageData(found, rank, relatives, _together([rows.get(one) for one in home]))


def _together(members: list[CustomerRow | None]) -> int | None:
    figures = [None if one is None else one.aum_fen or 0 for one in members]
    if len(figures) < 2 or not all(isinstance(one, int) for one in figures):
        return None
    return sum(one for one in figures if isinstance(one, int))
