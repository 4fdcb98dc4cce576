"""Whether somebody in the archive has a phone number or a document already."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from rmdesk.models import Customer, CustomerPhone, IdentityDocument, Staff
from rmdesk.services import masks, roles
from rmdesk.services.customers import access
from rmdesk.services.roles import Permission

_MOST = 5


@dataclass(frozen=True, slots=True)
class Namesake:
    """A customer who has it; of one who may not be seen `uid` is None and the name is masked.

    `owner` is the manager in charge, "" for none: whoever types the number again has to talk to them.
    """

    uid: str | None
    name: str
    owner: str


def having_phone(session: Session, number: str) -> list[Namesake]:
    """Customers with this (normalised) phone number; needs the right to add customers."""
    return _having(
        session, Customer.id.in_(select(CustomerPhone.customer_id).where(CustomerPhone.number == number))
    )


def having_document(session: Session, number: str) -> list[Namesake]:
    """Customers with a document of this (normalised) number; needs the right to add customers."""
    return _having(
        session,
        Customer.id.in_(select(IdentityDocument.customer_id).where(IdentityDocument.number == number)),
    )


def _having(session: Session, condition: ColumnElement[bool]) -> list[Namesake]:
    roles.require(session, Permission.SEE_CUSTOMERS, accepting=())
    within = access.visible(session)
    found = (
        select(Customer.uid, Customer.name, Staff.name, within)
        .outerjoin(Staff, Staff.id == Customer.owner_id)
        .where(condition, Customer.deleted_at.is_(None))
        .order_by(Customer.id)
        .limit(_MOST)
    )
    return [
        Namesake(uid if seen else None, name if seen else masks.masked("name", name), owner or "")
        for uid, name, owner, seen in session.execute(found)
    ]
