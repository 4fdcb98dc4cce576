"""How often customers are contacted, by tier and strategy: what the branch sets.

Who has no strategy yet counts as passive, who has no tier as one of the lowest (`services/facts.py`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import CadenceStep, ContactKind, Strategy, Tier
from rmdesk.models.care import LONGEST_INTERVAL
from rmdesk.services import changes, facts, roles, tiers, values
from rmdesk.services.errors import Conflict, UserError
from rmdesk.services.roles import Permission

# What a branch begins with: days between two contacts by rank from the top, for intensive, active and
# passive care; 0: none. Migration 0008 gives the same to older vaults.
DEFAULTS: dict[ContactKind, tuple[tuple[int, int, int], ...]] = {
    ContactKind.CALL: ((14, 30, 60), (30, 45, 90), (30, 60, 120), (60, 90, 180), (90, 0, 0)),
    ContactKind.MEETING: ((60, 90, 180), (90, 180, 365), (180, 365, 0), (365, 0, 0), (0, 0, 0)),
    ContactKind.LEADERS_VISIT: ((180, 365, 0), (365, 0, 0), (0, 0, 0), (0, 0, 0), (0, 0, 0)),
}


class Place(NamedTuple):
    """One cell of the table: which customers, which contact."""

    tier_uid: str
    strategy: str
    contact: str


def load_intervals(session: Session) -> dict[Place, int]:
    """The days between two contacts; what is missing is not wanted."""
    found = select(Tier.uid, CadenceStep.strategy, CadenceStep.contact, CadenceStep.days).join(
        Tier, Tier.id == CadenceStep.tier_id
    )
    return {Place(uid, strategy, contact): days for uid, strategy, contact, days in session.execute(found)}


def set_intervals(session: Session, wanted: Mapping[Place, int], *, seen: Mapping[Place, int]) -> int:
    """Give the branch these intervals (0 or missing: none); returns how many cells changed.

    `seen` is what `load_intervals` gave. Every customer's next contact is computed anew. Raises NotAllowed,
    Conflict, UserError `row.gone`, `value.out_of_range`, `value.not_a_choice`.
    """
    roles.require(session, Permission.SET_RULES)
    present = load_intervals(session)
    if present != dict(seen):
        raise Conflict("row.changed", table="cadence_step", uid="", seen=0, present=0)
    ids: dict[str, int] = dict(session.execute(select(Tier.uid, Tier.id)).all())
    changed = 0
    for place in sorted({*wanted, *present}):
        days = wanted.get(place, 0)
        if days == present.get(place, 0):
            continue
        if place.tier_uid not in ids:
            raise UserError("row.gone", table="tier")
        values.choice(place.strategy, "cadence_step.strategy", Strategy)
        values.choice(place.contact, "cadence_step.contact", ContactKind)
        if days:
            values.whole(days, "cadence_step.days", least=1, most=LONGEST_INTERVAL)
        _set(session, ids[place.tier_uid], place, days)
        changed += 1
    if changed:
        session.flush()
        changes.describe(session, "cadence.set", cells=changed)
        facts.refresh_contacts(session)
    return changed


def ensure(session: Session) -> None:
    """The intervals a branch begins with, if it has none: while a vault is made, after its tiers."""
    if session.scalar(select(CadenceStep.id).limit(1)) is not None:
        return
    for place, tier in enumerate(tiers.ladder(session).tiers):
        for contact, rows in DEFAULTS.items():
            row = rows[min(place, len(rows) - 1)]
            for strategy, days in zip(Strategy, row, strict=True):
                if days:
                    session.add(
                        CadenceStep(
                            tier_id=tier.id, strategy=strategy.value, contact=contact.value, days=days
                        )
                    )
    session.flush()


def _set(session: Session, tier_id: int, place: Place, days: int) -> None:
    row = session.scalars(
        select(CadenceStep).where(
            CadenceStep.tier_id == tier_id,
            CadenceStep.strategy == place.strategy,
            CadenceStep.contact == place.contact,
        )
    ).one_or_none()
    if not days:
        session.delete(row)
    elif row is None:
        session.add(CadenceStep(tier_id=tier_id, strategy=place.strategy, contact=place.contact, days=days))
    else:
        row.days = days
