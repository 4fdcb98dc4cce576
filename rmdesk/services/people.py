"""What lists show of people: their row with the mobile number masked, and when they were last here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from rmdesk.models import ChangeSet, Role, Staff
from rmdesk.services import changes, masks, staff
from rmdesk.services.actor import acting

SIGNED_IN = "auth.signed_in"


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person as lists show them; `mobile` is masked, "" if there is none."""

    id: int
    uid: str
    version: int
    name: str
    roles: tuple[Role, ...]
    mobile: str
    disabled_at: datetime | None
    last_signed_in: datetime | None

    @property
    def is_active(self) -> bool:
        return self.disabled_at is None


def load_rows(session: Session, ids: Sequence[int]) -> list[PersonRow]:
    """The people with these ids, in that order; ids nobody has are left out."""
    people = staff.load_staff(session, ids)
    seen = last_sign_ins(session, [one.uid for one in people])
    order = list(Role)
    return [
        PersonRow(
            one.id,
            one.uid,
            one.version,
            one.name,
            tuple(sorted(one.role_set, key=order.index)),
            masks.masked("mobile", one.mobile),
            one.disabled_at,
            seen.get(one.uid),
        )
        for one in people
    ]


def last_sign_ins(session: Session, uids: Sequence[str]) -> dict[str, datetime]:
    """When each of these people last signed in, by uid; those who never did are left out."""
    newest = (
        select(func.max(ChangeSet.number))
        .where(ChangeSet.kind == SIGNED_IN, ChangeSet.staff_uid.in_(uids))
        .group_by(ChangeSet.staff_uid)
    )
    found = select(ChangeSet.staff_uid, ChangeSet.at).where(ChangeSet.number.in_(newest))
    return {uid: at for uid, at in session.execute(found) if uid is not None}


def own_sign_ins(session: Session, *, limit: int = 20) -> list[changes.SetRow]:
    """One's own last sign-ins, newest first: nobody needs a permission to see where they were themselves."""
    uid = acting(session).staff_uid
    newest = (
        select(ChangeSet.number)
        .where(ChangeSet.kind == SIGNED_IN, ChangeSet.staff_uid == uid)
        .order_by(ChangeSet.number.desc())
        .limit(limit)
    )
    return changes.load_sets(session, list(session.scalars(newest)))


def names_by_uid(session: Session) -> dict[str, str]:
    """Sign-in names by uid, of everybody who ever was here."""
    return dict(session.execute(select(Staff.uid, Staff.name)).all())


def names_by_id(session: Session) -> dict[int, str]:
    """Sign-in names by id, of everybody who ever was here."""
    return dict(session.execute(select(Staff.id, Staff.name)).all())
