"""The beginning of the audit trail expires: what is older than the branch keeps goes, the rest stays
provable.

Sets and records up to a number are deleted. The set that says so, of kind EXPIRED, is sealed into the chain
like any other and carries what verification begins with instead: the digest of the last set that went, and
how many erased records went with the rest. Rows whose first records go are sealed anew as they stand: by a
record of the update of no field, whose *after* is the row's seal.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Table, delete, func, select
from sqlalchemy.orm import Session

from rmdesk.models import ChangeRecord, ChangeSet
from rmdesk.services.changes import codec
from rmdesk.services.changes.commitments import Head
from rmdesk.services.changes.record import add_detail, describe, recorder_of
from rmdesk.services.progress import Progress, counting

EXPIRED = "changes.expired"

_SETS = cast(Table, ChangeSet.__table__)
_RECORDS = cast(Table, ChangeRecord.__table__)
_CHUNK = 2000


@dataclass(frozen=True, slots=True)
class Expired:
    """What went: sets, records; `until` is the last set that did."""

    until: int
    sets: int
    records: int


@dataclass(frozen=True, slots=True)
class Start:
    """What verification begins with: the set before the first one that is there, and how many of the records
    that a set erased have expired since, by that set's number.
    """

    head: Head
    erased: Counter[int]


def find_boundary(session: Session, before: datetime) -> Head | None:
    """The last set that may go with all sets before it; None if none is old enough.

    A set that a later one took back stays, and so do those after it.
    """
    until = session.scalar(select(func.max(_SETS.c.number)).where(_SETS.c.at < before)) or 0
    while until:
        crossing = select(func.min(_SETS.c.undo_of)).where(_SETS.c.number > until, _SETS.c.undo_of <= until)
        taken_back = session.scalar(crossing)
        if taken_back is None:
            break
        until = taken_back - 1
    digest = session.scalar(select(_SETS.c.digest).where(_SETS.c.number == until))
    return None if digest is None else Head(until, digest)


def count(session: Session, until: int) -> Expired:
    """How much would go up to a number."""
    sets = session.scalar(select(func.count()).where(_SETS.c.number <= until)) or 0
    records = session.scalar(select(func.count()).where(_RECORDS.c.set_number <= until)) or 0
    return Expired(until, sets, records)


def expire(
    session: Session, until: Head, progress: Progress | None = None, *, consent: str | None = None
) -> Expired:
    """Let the sets up to `until` go, as `find_boundary` gave it. Needs a writing session of its own.

    `consent` is who agreed besides. `progress` counts sets and records. Nothing of it can be taken back.
    """
    describe(session, EXPIRED, consent=consent)
    going = count(session, until.number)
    erased = _erased(session, until.number)
    total = going.records + going.sets
    step = counting(progress, total)
    _seal_rows(session, until.number, step)
    connection = session.connection()
    for first in range(1, until.number + 1, _CHUNK):
        last = min(first + _CHUNK - 1, until.number)
        gone = connection.execute(delete(_RECORDS).where(_RECORDS.c.set_number.between(first, last)))
        step(gone.rowcount // 2)
    connection.execute(delete(_SETS).where(_SETS.c.number <= until.number))
    step(going.sets)
    add_detail(
        session,
        until=until.number,
        digest=until.digest.hex(),
        sets=going.sets,
        expired=going.records,
        erased=[number for pair in sorted(erased.items()) for number in pair],
    )
    return going


def read_start(session: Session, genesis: Head) -> Start:
    """What the chain that is there builds on. A set of kind EXPIRED is believed here; the chain proves it."""
    told = [
        found
        for detail in session.scalars(select(_SETS.c.detail).where(_SETS.c.kind == EXPIRED))
        if (found := _read(detail)) is not None
    ]
    if not told:
        return Start(genesis, Counter())
    newest = max(told, key=lambda one: one.head.number)
    return Start(newest.head, sum((one.erased for one in told), Counter()))


def _read(detail: str | None) -> Start | None:
    try:
        found = json.loads(detail or "{}")
        pairs = found["erased"]
        erased = Counter(dict(zip(pairs[::2], pairs[1::2], strict=True)))
        return Start(Head(int(found["until"]), bytes.fromhex(found["digest"])), erased)
    except (ValueError, KeyError, TypeError, AttributeError):  # altered, which its digest tells
        return None


def _erased(session: Session, until: int) -> Counter[int]:
    """How many records that go were erased by each set that stays; those of earlier expiries with them."""
    found = (
        select(_RECORDS.c.erased_by, func.count())
        .where(_RECORDS.c.set_number <= until, _RECORDS.c.erased_by > until)
        .group_by(_RECORDS.c.erased_by)
    )
    erased: Counter[int] = Counter({int(row[0]): int(row[1]) for row in session.execute(found)})
    earlier = select(_SETS.c.detail).where(_SETS.c.kind == EXPIRED, _SETS.c.number <= until)
    for detail in session.scalars(earlier):
        one = _read(detail)
        if one is not None:
            erased.update({number: many for number, many in one.erased.items() if number > until})
    return erased


def _seal_rows(session: Session, until: int, step: Callable[[int], None]) -> None:
    """Seal anew every row that has records up to `until` and is still there."""
    recorder = recorder_of(session)
    connection = session.connection()
    for table in codec.business_tables().values():
        has_old = (
            select(_RECORDS.c.row_uid)
            .where(_RECORDS.c.row_uid == table.c.uid, _RECORDS.c.set_number <= until)
            .exists()
        )
        for rows in _parcels(session, table, has_old):
            columns = {column.name: [row[column.name] for row in rows] for column in table.columns}
            texts = codec.whole_row_texts(table, columns)
            for row, text in zip(rows, texts, strict=True):
                recorder.sealed(str(table.name), row["uid"], row["version"], text)
            recorder.settle(connection)
            step(len(rows) // 2)


def _parcels(session: Session, table: Table, condition: Any) -> Iterator[list[Any]]:
    last = 0
    while True:
        some = select(table).where(table.c.id > last, condition).order_by(table.c.id).limit(_CHUNK)
        rows = list(session.execute(some).mappings())
        if not rows:
            return
        yield rows
        last = rows[-1]["id"]
