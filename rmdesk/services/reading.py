"""Reads that count: whoever sees a masked field, exports or prints, leaves a record in the same transaction.

They need a session that writes.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import Base, Customer, Staff
from rmdesk.services import amounts, changes, masks, roles
from rmdesk.services import rows as rows_
from rmdesk.services.actor import acting
from rmdesk.services.changes import codec
from rmdesk.services.customers import access
from rmdesk.services.errors import UserError
from rmdesk.services.roles import Permission, Reach


def reveal(session: Session, table: str, uid: str, field: str) -> str:
    """The exact value of one masked field, "" where there is none (which is not recorded).

    Raises NotAllowed("role.not_permitted") and UserError("row.gone"). KeyError if the column is not one
    that `masks.COLUMNS` masks.
    """
    masks.COLUMNS[table, field]
    model: type[Any] = codec.model_of(table)
    row = session.scalars(select(model).where(model.uid == uid)).one_or_none()
    if row is None:
        raise UserError("row.gone", table=table)
    roles.require(session, Permission.REVEAL, reach=_needed_reach(session, row), accepting=())
    value = getattr(row, field)
    if value is None or value == "":
        return ""
    customer = customer_of(session, row)
    if customer is None or customer is row:
        changes.note(session, "field.revealed", subject=row, field=field)
    else:  # so that it stands in the customer's timeline
        changes.note(session, "field.revealed", subject=customer, part=table, field=field, row=uid)
    return amounts.yuan(value) if field.endswith("_fen") else str(value)


def note_record(session: Session, customer: Customer) -> None:
    """Record that somebody read a customer's whole record with the exact values their role may see."""
    changes.note(session, "data.read", subject=customer)


def note_export(
    session: Session, what: str, *, rows: int, fields: list[str], masked: bool, reason: str | None = None
) -> None:
    """Record that `rows` rows of `what` (a table or a report) left the vault as a file, and why."""
    why: dict[str, Any] = {} if reason is None else {"reason": reason}
    changes.note(session, "data.exported", what=what, rows=rows, fields=fields, masked=masked, **why)


def note_print(
    session: Session,
    report: str,
    *,
    rows: int,
    pages: int,
    number: str = "",
    customer_uid: str = "",
    phones: int = 0,
) -> None:
    """Record that a report was printed or saved as PDF; `number` stands on its pages, and so do `phones`
    phone numbers in full.

    Of one about a customer it stands in their timeline as well. Raises UserError `row.gone`.
    """
    subject = rows_.load(session, Customer, customer_uid) if customer_uid else None
    which: dict[str, Any] = {"number": number} if number else {}
    if phones:
        which["phones"] = phones
    changes.note(session, "data.printed", subject=subject, report=report, rows=rows, pages=pages, **which)


def customer_of(session: Session, row: Base) -> Customer | None:
    """The customer that a row is or belongs to."""
    if isinstance(row, Customer):
        return row
    customer_id = getattr(row, "customer_id", None)
    return None if customer_id is None else session.get_one(Customer, customer_id)


def _needed_reach(session: Session, row: Base) -> Reach:
    """Own rows, and those of own customers, need a permission over own rows only."""
    if isinstance(row, Staff) and row.uid == acting(session).staff_uid:
        return Reach.OWN
    customer = customer_of(session, row)
    return Reach.ALL if customer is None else access.needed_reach(session, customer)
