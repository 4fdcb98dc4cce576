"""Whether the rows are what their change records say, replayed backwards from what stands in them now."""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Generator, Iterable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from typing import Any, NamedTuple, cast

from sqlalchemy import Table, select
from sqlalchemy.orm import Session

from rmdesk.models import Change, ChangeRecord
from rmdesk.services import driver_rows
from rmdesk.services.changes import codec
from rmdesk.services.changes.commitments import is_row_sealed, row_seals

_RECORDS = cast(Table, ChangeRecord.__table__)
_CREATED = Change.CREATED.value
_RECORDS_OF_ROWS = select(
    _RECORDS.c.row_uid,
    _RECORDS.c.set_number,
    _RECORDS.c.position,
    _RECORDS.c.table_name,
    _RECORDS.c.row_version,
    _RECORDS.c.change,
    _RECORDS.c.field,
    _RECORDS.c.before,
    _RECORDS.c.after,
).order_by(_RECORDS.c.row_uid, _RECORDS.c.set_number, _RECORDS.c.position)


@dataclass(frozen=True)
class Problem:
    """One thing that is not as it was recorded; `number` is 0 where no change set is concerned."""

    code: str
    number: int
    position: int | None = None
    table: str | None = None
    uid: str | None = None


class _Present(NamedTuple):
    """A row as it stands in its table. Compared by the first three, which no two rows share."""

    uid: str
    place: int  # of its table among them all
    number: int  # of the row in its table, in this order
    table: str
    version: Any
    seal: str | None  # as a record of its creation would have to bear it; None where it cannot be told
    values: tuple[Any, ...]


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


def check(session: Session, audit_key: bytes, *, has_expired: bool = False) -> Generator[Problem, None, None]:
    """Compare every business row with its records; a row edited by other hands than ours is found.

    Where the first records of the chain `has_expired`, a row begins where it was sealed anew then.

    Problems: `changes.row_unrecorded` (a row, or its beginning, without record), `changes.row_missing`,
    `changes.row_altered`.
    """
    with ExitStack() as streams:  # all of them end here, whatever one of them meets
        tables = enumerate(codec.business_tables().values())
        present = [streams.enter_context(closing(_present(session, audit_key, *one))) for one in tables]
        records = streams.enter_context(closing(driver_rows.stream(session, _RECORDS_OF_ROWS)))
        yield from _compare(audit_key, heapq.merge(*present), records, has_expired)


def _compare(
    audit_key: bytes, present: Iterator[Any], records: Iterator[Any], has_expired: bool
) -> Iterator[Problem]:
    """Rows as `_Present`s and records, both in the order of their uids."""
    row = next(present, None)
    record = next(records, None)
    while record is not None:
        uid, following = record[0], next(records, None)
        while row is not None and row[0] < uid:
            yield Problem("changes.row_unrecorded", 0, None, row[3], row[0])
            row = next(present, None)
        mine = None
        if row is not None and row[0] == uid:
            mine, row = row, next(present, None)
        if mine is not None and (following is None or following[0] != uid):
            # Most rows stand as they were made: no more than this is to be said of them.
            _, _, _, table, version, change, _, _, after = record
            if (change, table, version) == (_CREATED, mine[3], mine[4]) and after == mine[5] is not None:
                record = following
                continue
        group = [_Record._make(record)]
        while following is not None and following[0] == uid:
            group.append(_Record._make(following))
            following = next(records, None)
        record = following
        try:
            problem = _replay(
                audit_key, uid, None if mine is None else _Present._make(mine), group, has_expired
            )
        except TypeError:  # a value of a type that we never store
            problem = _problem("changes.row_altered", group[-1])
        if problem is not None:
            yield problem
    while row is not None:
        yield Problem("changes.row_unrecorded", 0, None, row[3], row[0])
        row = next(present, None)


def _replay(
    audit_key: bytes, uid: str, row: _Present | None, records: list[_Record], has_expired: bool
) -> Problem | None:
    """Walk a row's records backwards to its creation, whose seal must fit what is then left."""
    last = records[-1]
    table = last.table
    state = _state(row) if row is not None else None
    if row is not None and (row.table != table or row.version != last.version):
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


def _state(row: _Present) -> dict[str, str]:
    table = codec.business_tables()[row.table]
    return codec.encode_stored_row(table, dict(zip(table.columns.keys(), row.values, strict=True)))


def _present(
    session: Session, audit_key: bytes, place: int, table: Table
) -> Generator[tuple[Any, ...], None, None]:
    """The rows of a table as `_Present`s, which are made where more than their first fields are asked for."""
    statement = driver_rows.unread(table).order_by(table.c.uid)
    names = table.columns.keys()
    number = itertools.count()
    for rows in driver_rows.batches(session, statement):
        columns = dict(zip(names, zip(*rows, strict=True), strict=True))
        uids = list(map(str, columns["uid"]))
        seals: Iterable[str | None]
        try:
            seals = row_seals(audit_key, uids, codec.stored_row_texts(table, columns))
        except TypeError:  # a value of a type that we never store, in one of them
            seals = itertools.repeat(None)
        same = itertools.repeat
        yield from zip(uids, same(place), number, same(str(table.name)), columns["version"], seals, rows)  # noqa: B905 - some go on for ever
