"""When the master key was exchanged, and whether it should be; `rotation` exchanges it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from rmdesk.models import ChangeSet, Staff, VaultState
from rmdesk.services import changes, roles, settings
from rmdesk.services.actor import acting
from rmdesk.services.roles import Permission

ROTATED = "vault.key_rotated"


def note_rotation(session: Session, *, epoch: int) -> None:
    """Record that the key of this number takes the place of the one before."""
    changes.note(session, ROTATED, epoch=epoch)


@dataclass(frozen=True, slots=True)
class Proposal:
    """Why the key should be exchanged: it is that of `since`, and so many people `left` meanwhile."""

    since: datetime
    left: int


def propose(session: Session, now: datetime) -> Proposal | None:
    """Whether to exchange the key: after the years that are set (`keys.renew_years`, 0 for never), or because
    somebody was disabled since. Only for those who may; never in a demonstration.
    """
    if not roles.allowed(acting(session), Permission.ROTATE_KEYS):
        return None
    years = settings.get(session, "keys.renew_years")
    if not years or settings.get(session, "vault.disposable"):
        return None
    rotated = session.scalar(select(func.max(ChangeSet.at)).where(ChangeSet.kind == ROTATED))
    since = rotated or session.get_one(VaultState, 1).created_at
    left = session.scalar(select(func.count()).select_from(Staff).where(Staff.disabled_at > since)) or 0
    is_old = now - since >= timedelta(days=years * 365)
    return Proposal(since, left) if left or is_old else None
