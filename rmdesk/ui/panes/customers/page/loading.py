"""The one read behind the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rmdesk.services import tiers
from rmdesk.services.customers.record import CustomerRecord, get_customer
from rmdesk.ui.panes.customers.page import timeline_sources
from rmdesk.ui.panes.customers.page.timeline_sources import Event

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


@dataclass(frozen=True)
class PageData:
    """A customer's record, the rank of their tier from the bottom, and their timeline."""

    record: CustomerRecord
    tier_rank: int
    events: tuple[Event, ...]


def load(session: Session, uid: str) -> PageData:
    """Raises NotAllowed, UserError `customer.unknown`."""
    found = get_customer(session, uid)
    names = [tier.name for tier in tiers.list_tiers(session)]
    rank = names.index(found.tier) if found.tier in names else 0
    return PageData(found, rank, tuple(timeline_sources.events(session, uid)))
