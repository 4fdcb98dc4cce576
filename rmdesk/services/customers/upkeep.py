"""What follows from a change of a customer or of a row beside it: tier, facts, search index."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy.orm import Session

from rmdesk.services import facts, refusals, tiers


def touched(session: Session, ids: Collection[int], *, revalued: bool = True) -> None:
    """Bring everything derived from these customers' rows up to date, in the same transaction.

    `revalued`: their assets may have changed, and with them the tier.
    """
    session.flush()
    refusals.recognise(session, ids)
    if revalued:
        tiers.recompute(session, ids)
    facts.refresh(session, ids)


def touched_all(session: Session) -> None:
    """The same for every customer, after a bulk load."""
    session.flush()
    tiers.recompute(session)
    facts.refresh(session)


def leaving(session: Session, ids: Collection[int]) -> None:
    """Remove everything derived from customers that are about to be deleted for good."""
    facts.remove(session, ids)
