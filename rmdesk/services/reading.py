"""Reads that count: whoever sees a masked field, exports or prints, leaves a record in the same transaction.

They need a session that writes.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import Base, Business, Staff
from rmdesk.services import changes, masks, roles
from rmdesk.services.actor import acting
from rmdesk.services.errors import UserError
from rmdesk.services.roles import Permission, Reach


def reveal(session: Session, table: str, uid: str, field: str) -> str:
    """The exact value of one masked field, "" where there is none (which is not recorded).

    Raises NotAllowed("role.not_permitted") and UserError("row.gone"). KeyError if the column is not one
    that `masks.COLUMNS` masks.
    """
    masks.COLUMNS[table, field]
    model = _models()[table]
    row = session.scalars(select(model).where(model.uid == uid)).one_or_none()
    if row is None:
        raise UserError("row.gone", table=table)
    roles.require(session, Permission.REVEAL, reach=_needed_reach(session, row), accepting=())
    value = getattr(row, field)
    if value is None or value == "":
        return ""
    changes.note(session, "field.revealed", subject=row, field=field)
    return str(value)


def note_export(session: Session, what: str, *, rows: int, fields: list[str], masked: bool) -> None:
    """Record that `rows` rows of `what` (a table or a report) left the vault as a file."""
    changes.note(session, "data.exported", what=what, rows=rows, fields=fields, masked=masked)


def note_print(session: Session, report: str, *, rows: int, pages: int) -> None:
    """Record that a report was printed or saved as PDF."""
    changes.note(session, "data.printed", report=report, rows=rows, pages=pages)


def _models() -> dict[str, type[Any]]:
    return {
        str(mapper.local_table.name): mapper.class_  # type: ignore[attr-defined]
        for mapper in Base.registry.mappers
        if issubclass(mapper.class_, Business)
    }


def _needed_reach(session: Session, row: Base) -> Reach:
    """Own rows need a permission over own rows only."""
    if isinstance(row, Staff) and row.uid == acting(session).staff_uid:
        return Reach.OWN
    return Reach.ALL
