"""Undo where customers are concerned: who may, and bringing up to date what follows from their rows."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import Change, ChangeRecord, Customer
from rmdesk.services import roles
from rmdesk.services.actor import acting
from rmdesk.services.changes import SetRow, codec
from rmdesk.services.customers import access, upkeep
from rmdesk.services.errors import NotAllowed
from rmdesk.services.roles import Limit, Permission, Reach

_CHUNK = 2000  # ids in one statement

# Areas of change sets that are about customers and the rows beside them.
_CUSTOMER_AREAS = frozenset(
    {"customer", "phone", "address", "document", "date", "relation", "holding", "figure"}
)
# Areas of the work with customers: it takes what recording it took, beside seeing the customers.
_WORK_AREAS = frozenset(
    {
        "interaction",
        "capture",
        "visit",
        "commitment",
        "appointment",
        "follow_up",
        "task",
        "attachment",
        "notice",
        "touchpoint",
        "greeting",
        "log",
    }
)


def require(session: Session, done: SetRow, kind: str) -> list[int]:
    """The customers whose rows a change set changed, if whoever acts may take it back.

    It takes what doing it took; `kind` is what was done in the first place. Raises NotAllowed.
    """
    ids = customers_in(session, done.number)
    area = kind.partition(".")[0]
    if area in ("tiers", "tag", "cadence"):
        roles.require(session, Permission.SET_RULES)
    elif area == "organisation":
        reach = Reach.ALL if kind == "organisation.deleted" else Reach.OWN
        roles.require(session, Permission.SEE_CUSTOMERS, reach=reach, accepting=())
    elif area == "import":
        access.check_within(session, ids, Permission.IMPORT)
    elif area == "template":
        is_own = done.staff_uid == acting(session).staff_uid and bool(done.detail.get("own"))
        roles.require(session, Permission.EDIT_TEMPLATES, reach=Reach.OWN if is_own else Reach.ALL)
    elif area == "view" and done.staff_uid != acting(session).staff_uid:
        roles.require(session, Permission.SET_RULES)
    elif area == "log" and done.staff_uid != acting(session).staff_uid:
        raise NotAllowed("role.not_permitted", permission=Permission.WRITE_WORK.value)
    elif area == "survey":
        access.check_within(session, ids, Permission.ANSWER_SURVEYS)
    elif area in _WORK_AREAS:
        # A task has no customer sometimes, and is done by those who may see none.
        limits = (Limit.TASKS,) if kind == "task.done" else ()
        roles.require(session, Permission.WRITE_WORK, accepting=limits)
        if limits and done.staff_uid != acting(session).staff_uid:
            roles.require(session, Permission.WRITE_WORK, accepting=())
        if not limits:
            access.check_within(session, ids, Permission.SEE_CUSTOMERS)
    elif area in _CUSTOMER_AREAS:
        deleting = kind in ("customer.deleted", "customer.restored")
        access.check_within(
            session, ids, Permission.RESTORE_DELETED if deleting else Permission.SEE_CUSTOMERS
        )
        if _changes_owner(session, done.number):
            access.require_all(session, NotAllowed("customer.not_assignable"))
    return ids


def before(session: Session, ids: Collection[int]) -> None:
    """Make way: a customer whose adding is taken back must not be pointed to."""
    upkeep.leaving(session, ids)


def receiving(session: Session, number: int) -> list[int]:
    """To whom rows went as a change set was taken back that had moved them, such as a merge done again."""
    columns = {column.name for table in codec.business_tables().values() for column in _pointing(table)}
    moved = select(ChangeRecord.position).where(
        ChangeRecord.set_number == number, ChangeRecord.field.in_(columns)
    )
    return [] if session.scalar(moved.limit(1)) is None else customers_in(session, number)


def after(session: Session, ids: Collection[int]) -> None:
    """Bring up to date what follows from the rows of those who are there now."""
    listed = sorted(ids)
    present: list[int] = []
    for start in range(0, len(listed), _CHUNK):
        some = Customer.id.in_(listed[start : start + _CHUNK])
        present += session.scalars(select(Customer.id).where(some))
    upkeep.touched(session, present)


def customers_in(session: Session, number: int) -> list[int]:
    """The customers whose rows, or rows beside them, a change set changed, as far as they are there."""
    session.flush()
    record = ChangeRecord
    found: set[int] = set()
    tables = codec.business_tables()
    named = session.scalars(select(record.table_name).where(record.set_number == number).distinct())
    for table in (tables[name] for name in named if name in tables):
        columns = [table.c.id] if table.name == Customer.__tablename__ else _pointing(table)
        in_set = (record.set_number == number) & (record.table_name == table.name)
        for column in columns:
            present = select(column).join_from(table, record, record.row_uid == table.c.uid).where(in_set)
            found.update(one for one in session.scalars(present) if one is not None)
        if columns:
            gone = select(record.before).where(in_set, record.change == Change.DELETED.value)
            for text in session.scalars(gone.execution_options(yield_per=_CHUNK)):
                row = json.loads(text or "{}")
                found.update(row[column.name] for column in columns if column.name in row)
    return sorted(found)


def _pointing(table: Any) -> list[Any]:
    """The columns of a table that name a customer the row belongs to."""
    customers = codec.business_tables()[Customer.__tablename__]
    return [key.parent for key in table.foreign_keys if key.column.table is customers]


def _changes_owner(session: Session, number: int) -> bool:
    changed = select(ChangeRecord.position).where(
        ChangeRecord.set_number == number,
        ChangeRecord.table_name == Customer.__tablename__,
        ChangeRecord.field == "owner_id",
    )
    return session.scalar(changed.limit(1)) is not None
