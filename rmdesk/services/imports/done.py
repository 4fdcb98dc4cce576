"""Imports that were done: which there are, and taking one back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import Customer, Staff
from rmdesk.services import archive, changes, roles, undoing
from rmdesk.services.actor import acting
from rmdesk.services.changes import codec
from rmdesk.services.customers import access
from rmdesk.services.errors import UserError
from rmdesk.services.progress import Progress
from rmdesk.services.roles import Permission, Reach

KIND = archive.IMPORTED


@dataclass(frozen=True, slots=True)
class Done:
    """One import; `id` is the number of its change set. Numbers are rows of the file, whose name is "" of
    imports that did not keep it.
    """

    id: int
    at: datetime
    by: str
    target: str
    file: str
    imported: int
    updated: int
    unchanged: int
    rejected: int
    is_undone: bool

    def as_json(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "at": self.at.isoformat(),
            "by": self.by,
            "target": self.target,
            "file": self.file,
            "imported": self.imported,
            "updated": self.updated,
            "unchanged": self.unchanged,
            "rejected": self.rejected,
            "undone": self.is_undone,
        }


@dataclass(frozen=True, slots=True)
class Named:
    """A row, and whose it is: customer number and name, "" where there is none."""

    table: str
    number: str
    name: str


def find_imports(session: Session) -> list[int]:
    """The numbers of this vault's imports, the newest first; one's own unless one may import for all."""
    reach = roles.require(session, Permission.IMPORT, accepting=()).reach()
    whose = None if reach == Reach.ALL else [acting(session).staff_uid]
    return changes.find_numbers(session, kinds=[KIND], staff_uids=whose)


def load_imports(session: Session, numbers: Sequence[int]) -> list[Done]:
    """What these imports were, in the same order."""
    names = dict(session.execute(select(Staff.uid, Staff.name)).all())
    return [
        Done(
            one.number,
            one.at,
            names.get(one.staff_uid or "", ""),
            str(one.detail.get("target", "")),
            str(one.detail.get("file", "")),
            int(one.detail.get("imported", 0)),
            int(one.detail.get("updated", 0)),
            int(one.detail.get("unchanged", 0)),
            int(one.detail.get("rejected", 0)),
            one.undone_by is not None,
        )
        for one in changes.load_sets(session, numbers)
    ]


def list_imports(session: Session) -> list[Done]:
    """All of `find_imports`."""
    return load_imports(session, find_imports(session))


def undo(session: Session, number: int, progress: Progress | None = None) -> int:
    """Take a whole import back; returns how many rows of the archive that changes.

    `progress(done, total)` as for `undoing.undo`. Raises UserError `import.unknown_import`, and what
    `undoing.undo` raises: `changes.undo_refused` with `rows` if something of it was changed since.
    """
    found = changes.load_sets(session, [number])
    if not found or found[0].kind != KIND:
        raise UserError("import.unknown_import", number=number)
    return undoing.undo(session, number, progress)


def name_rows(session: Session, rows: Iterable[tuple[str, str]]) -> list[Named]:
    """The (table, uid) pairs of an error by the customers they belong to, as far as one may see them."""
    found: dict[tuple[str, str, str], None] = {}
    tables = codec.business_tables()
    seen = access.visible(session)
    for name, uid in rows:
        table = tables[name]
        owner = table.c.id if name == Customer.__tablename__ else table.c.get("customer_id")
        whose = ("", "")
        if owner is not None:
            person = (
                select(Customer.number, Customer.name)
                .join(table, owner == Customer.id)
                .where(table.c.uid == uid, seen)
                if name != Customer.__tablename__
                else select(Customer.number, Customer.name).where(Customer.uid == uid, seen)
            )
            if (row := session.execute(person).first()) is not None:
                whose = (row[0] or "", row[1])
        found[name, *whose] = None
    return [Named(*one) for one in found]
