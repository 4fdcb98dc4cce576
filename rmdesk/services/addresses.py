"""Addresses of customers: each one line, as it is written on an envelope."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from rmdesk.models import AddressKind, CustomerAddress
from rmdesk.services import text, values
from rmdesk.services.customers import access, parts
from rmdesk.services.queries import beside_customer

LONGEST = 400

CHECKS: dict[str, values.Check] = {
    "address": partial(text.line, longest=LONGEST),
    "kind": partial(values.choice, choices=AddressKind),
}


def add_address(
    session: Session, customer_uid: str, address: str, kind: str = AddressKind.HOME
) -> CustomerAddress:
    """A further address, behind those there are."""
    customer = access.load_editable(session, customer_uid)
    checked = values.check_all({"address": address, "kind": kind}, CHECKS, "customer_address")
    last = select(func.max(CustomerAddress.position)).where(CustomerAddress.customer_id == customer.id)
    place = session.scalar(last)
    row = CustomerAddress(customer_id=customer.id, position=0 if place is None else place + 1, **checked)
    parts.add(session, customer, row, kind="address.added")
    return row


def edit_address(session: Session, uid: str, given: Mapping[str, object], *, version: int) -> None:
    """Change `address` or `kind`."""
    row, customer = parts.load_seen(session, CustomerAddress, uid, version)
    checked = values.check_all(given, CHECKS, "customer_address")
    parts.edit(session, customer, row, checked, kind="address.edited")


def remove_address(session: Session, uid: str, *, version: int) -> None:
    parts.remove(session, CustomerAddress, uid, version, kind="address.removed")


_LISTED = beside_customer(CustomerAddress, CustomerAddress.position, CustomerAddress.id)


def list_addresses(session: Session, customer_id: int) -> list[Any]:
    """The rows of a customer's addresses, the one shown first at the head."""
    return _LISTED.read(session, customer_id=customer_id)
