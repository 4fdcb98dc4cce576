"""Who acts: the person who signed in, as every use case sees them in `session.info["actor"]`."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from rmdesk.models import Role, Staff
from rmdesk.services.errors import NotAllowed


@dataclass(frozen=True, slots=True)
class Actor:
    """A signed-in person and the roles they had when they signed in."""

    staff_id: int
    staff_uid: str
    name: str
    roles: frozenset[Role]

    @classmethod
    def of(cls, staff: Staff) -> Actor:
        return cls(staff.id, staff.uid, staff.name, staff.role_set)


def acting(session: Session) -> Actor:
    """The person acting in this session; raises NotAllowed if nobody has signed in."""
    actor = session.info.get("actor")
    if not isinstance(actor, Actor):
        raise NotAllowed("role.not_signed_in")
    return actor
