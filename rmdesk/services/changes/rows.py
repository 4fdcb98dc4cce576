"""Whether the rows are what their change records say, replayed backwards from what stands in them now."""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any, cast

from sqlalchemy import Row, Table, select, type_coerce
from sqlalchemy.orm import Session
from sqlalchemy.types import NullType

from rmdesk.models import Change, ChangeRecord
from rmdesk.services.changes import codec
from rmdesk.services.changes.commitments import row_seal

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


@dataclass(frozen=True, slots=True)
class _Present:
    """A row as it stands in its table."""

    uid: str
    table: Table
    values: Any


def check(session: Session, audit_key: bytes) -> Iterator[Problem]:
    """Compare every business row with its records; a row edited by other hands than ours is found.

    Problems: `changes.row_unrecorded` (a row, or its beginning, without record), `changes.row_missing`,
    `changes.row_altered`.
    """
    present = heapq.merge(
        *(_present(session, table) for table in codec.business_tables().values()),
        key=lambda row: row.uid,
    )
    records = groupby(_records(session), key=lambda record: str(record.row_uid))
    row = next(present, None)
    for uid, group in records:
        while row is not None and row.uid < uid:
            yield Problem("changes.row_unrecorded", 0, None, row.table.name, row.uid)
            row = next(present, None)
        mine = None
        if row is not None and row.uid == uid:
            mine, row = row, next(present, None)
        mine_recorded = list(group)
        try:
            problem = _replay(audit_key, uid, mine, mine_recorded)
        except TypeError:  # a value of a type that we never store
            last = mine_recorded[-1]
            problem = Problem("changes.row_altered", last.set_number, last.position, last.table_name, uid)
        if problem is not None:
            yield problem
    while row is not None:
        yield Problem("changes.row_unrecorded", 0, None, row.table.name, row.uid)
        row = next(present, None)


def _replay(audit_key: bytes, uid: str, row: _Present | None, records: list[Row[Any]]) -> Problem | None:
    """Walk a row's records backwards to its creation, whose seal must fit what is then left."""
    last = records[-1]
    table = last.table_name

    def problem(code: str, record: Row[Any]) -> Problem:
        return Problem(code, record.set_number, record.position, table, uid)

    state = codec.encode_stored_row(row.table, row.values) if row is not None else None
    if row is not None and (row.table.name != table or row.values["version"] < last.row_version):
        return problem("changes.row_altered", last)
    unknown: set[str] = set()  # fields whose former value was lawfully erased
    all_unknown = False
    for record in reversed(records):
        if record.table_name != table:
            return problem("changes.row_altered", record)
        if record.change == Change.DELETED:
            if state is not None:
                return problem("changes.row_altered", record)
            unknown.clear()
            all_unknown = record.before is None
            state = {} if all_unknown else _deleted_state(record.before)
            if state is None:
                return problem("changes.row_altered", record)
            continue
        if state is None:
            return problem("changes.row_missing", record)
        if record.change == Change.CREATED:
            sealed = record.after is not None and not unknown and not all_unknown
            if sealed and row_seal(audit_key, uid, codec.row_text(state)) != record.after:
                return problem("changes.row_altered", record)
            state = None
            continue
        field = record.field
        if record.before is None or record.after is None:
            unknown.add(field)
            continue
        if field not in unknown and not all_unknown and state.get(field, codec.NULL) != record.after:
            return problem("changes.row_altered", record)
        unknown.discard(field)
        state.pop(field, None)
        if record.before != codec.NULL:
            state[field] = record.before
    return problem("changes.row_unrecorded", records[0]) if state is not None else None


def _deleted_state(before: str) -> dict[str, str] | None:
    try:
        state = codec.row_from_text(before)
    except (ValueError, AttributeError, TypeError):  # not the JSON object that we wrote: altered
        return None
    state.pop("id", None)
    return state


def _present(session: Session, table: Table) -> Iterator[_Present]:
    # Unread by the column types: a value that was tampered with must be reported, not break the reading.
    columns = [type_coerce(column, NullType()).label(column.name) for column in table.columns]
    rows = session.connection().execution_options(yield_per=_BATCH)
    for values in rows.execute(select(*columns).order_by(table.c.uid)).mappings():
        yield _Present(str(values["uid"]), table, values)


def _records(session: Session) -> Iterator[Row[Any]]:
    statement = select(_RECORDS).order_by(_RECORDS.c.row_uid, _RECORDS.c.set_number, _RECORDS.c.position)
    yield from session.execute(statement, execution_options={"yield_per": _BATCH})
