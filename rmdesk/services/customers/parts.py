"""Rows that belong to one customer (a phone, a holding, a day): adding, changing, removing.

What each of them may hold is checked where it is at home; here is what they have in common: who may do
it, the change set, and what follows from it for the customer.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from sqlalchemy.orm import Session

from rmdesk.models import AumFigure, Business, Customer
from rmdesk.services import changes, rows
from rmdesk.services.customers import access, upkeep
from rmdesk.services.errors import UserError

Part = TypeVar("Part", bound=Business)


def load_seen(session: Session, model: type[Part], uid: str, version: int) -> tuple[Part, Customer]:
    """A row to change and its customer; raises Conflict, NotAllowed, `row.gone`, `customer.in_bin`."""
    row = rows.load_seen(session, model, uid, version)
    customer = session.get_one(Customer, row.customer_id)  # type: ignore[attr-defined]
    access.require(session, customer)
    if customer.deleted_at is not None:
        raise UserError("customer.in_bin")
    return row, customer


def add(session: Session, customer: Customer, row: Business, *, kind: str, **detail: Any) -> None:
    """Add `row` to a customer that was loaded for editing."""
    session.add(row)
    session.flush()
    changes.describe(session, kind, subject=customer, row=row.uid, **detail)
    _follow_up(session, customer, type(row))
    session.refresh(row)  # it stays readable after the transaction, whatever the upkeep expired


def edit(
    session: Session, customer: Customer, row: Business, changed: Mapping[str, Any], *, kind: str
) -> None:
    """Set checked values; nothing happens if they are there already."""
    differing = {name: value for name, value in changed.items() if getattr(row, name) != value}
    if not differing:
        return
    for name, value in differing.items():
        setattr(row, name, value)
    session.flush()
    changes.describe(session, kind, subject=customer, row=row.uid, fields=sorted(differing))
    _follow_up(session, customer, type(row))


def remove(session: Session, model: type[Business], uid: str, version: int, *, kind: str) -> None:
    row, customer = load_seen(session, model, uid, version)
    session.delete(row)
    session.flush()
    changes.describe(session, kind, subject=customer, row=uid)
    _follow_up(session, customer, model)


def _follow_up(session: Session, customer: Customer, model: type[Business]) -> None:
    upkeep.touched(session, [customer.id], revalued=model is AumFigure)
