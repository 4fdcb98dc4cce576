"""Whether the rows are what their change records say, replayed backwards from what stands in them now."""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import Any, NamedTuple, cast

from sqlalchemy import Table, select, type_coerce
from sqlalchemy.orm import Session
from sqlalchemy.types import NullType

from rmdesk.models import ChangeRecord
from rmdesk.services.changes import codec
from rmdesk.services.changes.commitments import is_row_sealed

_RECORDS = cast(Table, ChangeRecord.__table__)
_BATCH = 2000


@dataclass(frozen=True)
class Problem:
    """One thing that is not as it was recorded; `number` is 0 where no change set is concerned."""

    code: str
    number: int
    position: int | None = None
    table: str | None = None
    uid: str | None = None


class _Present(NamedTuple):
    """A row as it stands in its table."""

    uid: str
    table: Table
    values: Any


class _Record(NamedTuple):
    """A change record, in the order of the rows they are about."""

    uid: str
    number: int
    position: int
    table: str
    version: int
    change: str
    field: str | None  # None of the creation, the end and the sealing anew of a row
    before: str | None
    after: str | None


def check(session: Session, audit_key: bytes, *, has_expired: bool = False) -> Iterator[Problem]:
    """Compare every business row with its records; a row edited by other hands than ours is found.

    Where the first records of the chain `has_expired`, a row begins where it was sealed anew then.

    Problems: `changes.row_unrecorded` (a row, or its beginning, without record), `changes.row_missing`,
    `changes.row_altered`.
    """
    present = heapq.merge(
        *(_present(session, table) for table in codec.business_tables().values()),
        key=attrgetter("uid"),
    )
    row = next(present, None)
    for uid, group in groupby(_records(session), key=itemgetter(0)):
        while row is not None and row.uid < uid:
            yield Problem("changes.row_unrecorded", 0, None, row.table.name, row.uid)
            row = next(present, None)
        mine = None
        if row is not None and row.uid == uid:
            mine, row = row, next(present, None)
        records = list(group)
        try:
            problem = _replay(audit_key, uid, mine, records, has_expired)
        except TypeError:  # a value of a type that we never store
            problem = _problem("changes.row_altered", records[-1])
        if problem is not None:
            yield problem
    while row is not None:
        yield Problem("changes.row_unrecorded", 0, None, row.table.name, row.uid)
        row = next(present, None)


def _replay(
    audit_key: bytes, uid: str, row: _Present | None, records: list[_Record], has_expired: bool
) -> Problem | None:
    """Walk a row's records backwards to its creation, whose seal must fit what is then left."""
    last = records[-1]
    table = last.table
    state = codec.encode_stored_row(row.table, row.values) if row is not None else None
    if row is not None and (row.table.name != table or row.values["version"] != last.version):
        return _problem("changes.row_altered", last)
    unknown: set[str] = set()  # fields whose former value was lawfully erased
    all_unknown = False
    is_begun = row is None  # of one that is gone its last record tells all it was
    for record in reversed(records):
        _uid, _number, _position, recorded_table, _version, change, field, before, after = record
        if recorded_table != table:
            return _problem("changes.row_altered", record)
        if change == "d":
            unknown.clear()
            all_unknown = before is None
            former = {} if before is None else _deleted_state(before)
            if state is not None or former is None:
                return _problem("changes.row_altered", record)
            state = former
        elif state is None:
            return _problem("changes.row_missing", record)
        elif change == "c":
            known = not unknown and not all_unknown
            if after is not None and known and not is_row_sealed(audit_key, uid, state, after):
                return _problem("changes.row_altered", record)
            state = None
        elif field is None:  # sealed as it stood
            known = not unknown and not all_unknown
            if after is not None and known and not is_row_sealed(audit_key, uid, state, after):
                return _problem("changes.row_altered", record)
            is_begun = True
        elif before is None or after is None:
            unknown.add(field)
        else:
            if field not in unknown and not all_unknown and state.get(field, codec.NULL) != after:
                return _problem("changes.row_altered", record)
            unknown.discard(field)
            state.pop(field, None)
            if before != codec.NULL:
                state[field] = before
    if state is None or (has_expired and is_begun):
        return None
    return _problem("changes.row_unrecorded", records[0])


def _problem(code: str, record: _Record) -> Problem:
    return Problem(code, record.number, record.position, record.table, record.uid)


def _deleted_state(before: str) -> dict[str, str] | None:
    try:
        return codec.row_from_text(before)
    except (ValueError, AttributeError, TypeError):  # not the JSON object that we wrote: altered
        return None


def _present(session: Session, table: Table) -> Iterator[_Present]:
    # Unread by the column types: a value that was tampered with must be reported, not break the reading.
    columns: list[Any] = [type_coerce(column, NullType()).label(column.name) for column in table.columns]
    statement = select(*columns).order_by(table.c.uid)
    result = session.execute(statement, execution_options={"yield_per": _BATCH})
    for batch in result.mappings().partitions():
        for values in batch:
            yield _Present(str(values["uid"]), table, values)


def _records(session: Session) -> Iterator[_Record]:
    columns = _RECORDS.c
    statement = select(
        columns.row_uid,
        columns.set_number,
        columns.position,
        columns.table_name,
        columns.row_version,
        columns.change,
        columns.field,
        columns.before,
        columns.after,
    ).order_by(columns.row_uid, columns.set_number, columns.position)
    result = session.execute(statement, execution_options={"yield_per": _BATCH})
    for batch in result.partitions():
        for record in batch:
            yield _Record._make(record)
