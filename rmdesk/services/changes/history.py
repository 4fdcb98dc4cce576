"""Reading the change records: for the audit trail, the timeline of a row, and conflicts."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Row, Table, func, or_, select
from sqlalchemy.orm import Session

from rmdesk.models import Change, ChangeRecord, ChangeSet
from rmdesk.services.changes import codec

_SETS = cast(Table, ChangeSet.__table__)
_RECORDS = cast(Table, ChangeRecord.__table__)

# A record that only vouches for a row's version has nothing to tell anyone.
_TELLS = or_(
    _RECORDS.c.change != "u", _RECORDS.c.erased_by.is_not(None), _RECORDS.c.before != _RECORDS.c.after
)

_CHUNK = 5000  # numbers in one statement

_ORDERS = {
    "number": (_SETS.c.number,),
    "staff": (_SETS.c.staff_uid, _SETS.c.number),
    "kind": (_SETS.c.kind, _SETS.c.number),
}


@dataclass(frozen=True, slots=True)
class SetRow:
    """A change set, ready to show. `undone_by` is the newest set that undid it."""

    number: int
    at: datetime
    staff_uid: str | None
    kind: str
    subject_table: str | None
    subject_uid: str | None
    detail: dict[str, Any]
    records: int
    undo_of: int | None
    undone_by: int | None
    customer: str = ""  # the number of the customer it is mainly about, where who loads it looks that up


@dataclass(frozen=True, slots=True)
class RecordRow:
    """One record of a set, its values decoded; those of a deletion are a dict of the whole row."""

    number: int
    position: int
    table: str
    uid: str
    version: int
    change: str
    field: str | None
    before: Any
    after: Any
    erased: bool


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of one row, changed by somebody at some time. `field` is None if the row was deleted."""

    field: str | None
    before: Any
    after: Any
    staff_uid: str | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Moment:
    """One change set in the life of a row: what was done, and what that changed in this row."""

    number: int
    at: datetime
    staff_uid: str | None
    kind: str
    records: tuple[RecordRow, ...]


def find_numbers(
    session: Session,
    *,
    staff_uids: Collection[str] | None = None,
    kinds: Collection[str] = (),
    subject_uid: str | None = None,
    row_uids: Collection[str] | None = None,
    from_: datetime | None = None,
    to: datetime | None = None,
    order: str = "number",
    descending: bool = True,
) -> list[int]:
    """Numbers of the change sets that match, in order (`number`, `staff` or `kind`); `to` is excluded.

    `staff_uids` None means everybody's, an empty collection nobody's. `row_uids`: those that changed one of
    these rows or were mainly about one.
    """
    statement = select(_SETS.c.number)
    if staff_uids is not None:
        statement = statement.where(_SETS.c.staff_uid.in_(sorted(staff_uids)))
    if kinds:
        statement = statement.where(_SETS.c.kind.in_(sorted(kinds)))
    if subject_uid is not None:
        statement = statement.where(_SETS.c.subject_uid == subject_uid)
    if row_uids is not None:
        listed = sorted(row_uids)
        changed = select(_RECORDS.c.set_number).where(_RECORDS.c.row_uid.in_(listed))
        about = select(_SETS.c.number).where(_SETS.c.subject_uid.in_(listed))
        statement = statement.where(_SETS.c.number.in_(changed.union(about)))
    if from_ is not None:
        statement = statement.where(_SETS.c.at >= from_)
    if to is not None:
        statement = statement.where(_SETS.c.at < to)
    columns = _ORDERS[order]
    statement = statement.order_by(*((one.desc() for one in columns) if descending else columns))
    return list(session.scalars(statement))


def find_last(session: Session, staff_uid: str, most: int) -> list[int]:
    """Numbers of the last change sets of a person, the newest first."""
    found = select(_SETS.c.number).where(_SETS.c.staff_uid == staff_uid)
    return list(session.scalars(found.order_by(_SETS.c.number.desc()).limit(most)))


def load_sets(session: Session, numbers: Sequence[int]) -> list[SetRow]:
    """The change sets with these numbers, in the order of `numbers`; unknown numbers are left out."""
    found: dict[int, Row[Any]] = {}
    undone: dict[int, int] = {}
    for start in range(0, len(numbers), _CHUNK):
        chunk = numbers[start : start + _CHUNK]
        for row in session.execute(select(_SETS).where(_SETS.c.number.in_(chunk))):
            found[row.number] = row
        undoing = select(_SETS.c.undo_of, _SETS.c.number).where(_SETS.c.undo_of.in_(chunk))
        for undo_of, number in session.execute(undoing.order_by(_SETS.c.number)):
            undone[undo_of] = number
    return [
        SetRow(
            row.number,
            row.at,
            row.staff_uid,
            row.kind,
            row.subject_table,
            row.subject_uid,
            json.loads(row.detail) if row.detail else {},
            row.records,
            row.undo_of,
            undone.get(row.number),
        )
        for row in (found[number] for number in numbers if number in found)
    ]


def records_of(session: Session, number: int) -> list[RecordRow]:
    """The records of one change set, in order."""
    statement = select(_RECORDS).where(_RECORDS.c.set_number == number, _TELLS)
    return [_record_row(row) for row in session.execute(statement.order_by(_RECORDS.c.position))]


def deleted_pointing(session: Session, id: int, columns: Mapping[str, Collection[str]]) -> set[str]:
    """The uids of deleted rows that pointed to the row `id` by one of `columns`, which are told by table.

    Walks all records: seconds for millions.
    """
    deleted = select(_RECORDS.c.row_uid).where(_RECORDS.c.change == Change.DELETED.value)
    pointed = [
        (_RECORDS.c.table_name == name) & (func.json_extract(_RECORDS.c.before, f"$.{column}") == id)
        for name, those in columns.items()
        for column in those
    ]
    return set(session.scalars(deleted.where(or_(*pointed))))


def since(session: Session, table: str, uid: str, version: int) -> list[FieldChange]:
    """What happened to a row after the version a person saw, oldest first: what a conflict shows."""
    statement = (
        select(_RECORDS, _SETS.c.staff_uid, _SETS.c.at)
        .join(_SETS, _SETS.c.number == _RECORDS.c.set_number)
        .where(_RECORDS.c.row_uid == uid, _RECORDS.c.table_name == table)
        .where((_RECORDS.c.row_version > version) | (_RECORDS.c.change == "d"), _TELLS)
        .order_by(_RECORDS.c.set_number, _RECORDS.c.position)
    )
    changes = []
    for row in session.execute(statement):
        record = _record_row(row)
        if record.change != "c":
            changes.append(FieldChange(record.field, record.before, record.after, row.staff_uid, row.at))
    return changes


def timeline(session: Session, uid: str, limit: int = 100, *, parts: Collection[str] = ()) -> list[Moment]:
    """The newest change sets that changed the row `uid` or were mainly about it, newest first.

    Records of the tables `parts` are told too, where the set was mainly about the row.
    """
    changed = select(_RECORDS.c.set_number).where(_RECORDS.c.row_uid == uid)
    about = select(_SETS.c.number).where(_SETS.c.subject_uid == uid)
    both = changed.union(about).subquery()
    numbers = list(session.scalars(select(both).order_by(both.c[0].desc()).limit(limit)))
    records: dict[int, list[RecordRow]] = {number: [] for number in numbers}
    if not numbers:
        return []
    # Each half walks an index of its own. With `or` between them, or asked for by their numbers, all records
    # of the import that brought the row would be looked at: millions.
    newer = _RECORDS.c.set_number >= numbers[-1]  # all of the row's that are newer are among the numbers
    its_own = select(_RECORDS).where(_RECORDS.c.row_uid == uid, newer, _TELLS)
    mainly = select(_SETS.c.number).where(_SETS.c.subject_uid == uid, _SETS.c.number.in_(numbers))
    of_parts = select(_RECORDS).where(
        _RECORDS.c.set_number.in_(mainly),
        _RECORDS.c.table_name.in_(sorted(parts)),
        _RECORDS.c.row_uid != uid,
        _TELLS,
    )
    told = its_own.union_all(of_parts).subquery()
    statement = select(told).order_by(told.c.set_number, told.c.position)
    for row in session.execute(statement):
        records[row.set_number].append(_record_row(row))
    return [
        Moment(one.number, one.at, one.staff_uid, one.kind, tuple(records[one.number]))
        for one in load_sets(session, numbers)
    ]


def _record_row(row: Row[Any]) -> RecordRow:
    erased = row.erased_by is not None
    table = codec.business_tables().get(row.table_name)
    before = after = None
    if row.change == "d" and row.before is not None:
        before = {name: _decoded(table, name, text) for name, text in codec.row_from_text(row.before).items()}
    elif row.change == "u" and not erased:
        before, after = _decoded(table, row.field, row.before), _decoded(table, row.field, row.after)
    return RecordRow(
        row.set_number,
        row.position,
        row.table_name,
        row.row_uid,
        row.row_version,
        row.change,
        row.field,
        before,
        after,
        erased,
    )


def _decoded(table: Table | None, name: str, text: str) -> Any:
    """The value; the bare JSON value for a column that this program no longer has."""
    if table is None or name not in table.columns:
        return json.loads(text)
    return codec.decode(table.columns[name], text)
