"""Whether the change records are whole: every set, every record, and the rows they speak of.

One pass over the chain and one over the rows, both streaming. Without the audit key no edit, deletion,
insertion, reordering or truncation passes; with the key, everything up to the last head that was
printed or anchored out of that person's reach is proved.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from hmac import compare_digest
from itertools import islice
from math import inf
from typing import Any, cast

from sqlalchemy import Column, Row, Table, select, type_coerce
from sqlalchemy.orm import Session
from sqlalchemy.types import NullType

from rmdesk.models import ChangeRecord, ChangeSet, VaultState
from rmdesk.services.changes import rows
from rmdesk.services.changes.commitments import Head, commitment, genesis, set_digest
from rmdesk.services.changes.rows import Problem

ERASED = "changes.erased"  # the kind of change set that may empty older records; its detail counts them

_MOST_PROBLEMS = 1000  # one breach can show in every row; nobody reads more than this
_BATCH = 2000

_SETS = cast(Table, ChangeSet.__table__)
_RECORDS = cast(Table, ChangeRecord.__table__)
_STATE = cast(Table, VaultState.__table__)


@dataclass(frozen=True)
class Verdict:
    """What verification found. `head` is the newest set read; `problems` is cut off at a thousand."""

    sets: int
    records: int
    head: Head
    problems: tuple[Problem, ...]

    @property
    def sound(self) -> bool:
        return not self.problems


@dataclass
class _Erasures:
    """Which records are empty, and which change sets say that they emptied them."""

    said: dict[int, int] = field(default_factory=dict)
    found: Counter[int] = field(default_factory=Counter)
    first: dict[int, tuple[int, int]] = field(default_factory=dict)

    def problems(self) -> Iterator[Problem]:
        for eraser, count in self.found.items():
            number, position = self.first[eraser]
            if eraser <= number or self.said.get(eraser) != count:
                yield Problem("changes.record_erased", number, position)


def verify(session: Session, audit_key: bytes, anchor: Head | None = None) -> Verdict:
    """Check all change records, the rows they speak of and, if given, that the anchored set is among them.

    Problems by code, with the number of the set and the position of the record:
    `changes.set_missing`, `changes.set_altered`, `changes.record_missing`, `changes.record_altered`,
    `changes.record_erased` (emptied, and no set of kind ERASED says so), `changes.record_stray`,
    `changes.head_differs`, `changes.anchor_differs`, and those of `rows.check`.
    """
    state = session.execute(select(_STATE)).one()
    records = _records(session)
    record = next(records, None)
    erasures = _Erasures()
    problems: list[Problem] = []
    start = head = genesis(audit_key, state.vault_uid)
    sets = count = 0
    anchored = anchor is None or tuple(anchor) == tuple(start) or anchor.number == 0
    for one in _sets(session):
        sets += 1
        while record is not None and _place(record) < one.number:
            problems.append(Problem("changes.record_stray", record.set_number, record.position))
            record = next(records, None)
        commitments: list[bytes] = []
        while record is not None and _place(record) == one.number:
            count += 1
            problems.extend(_check_record(audit_key, record, len(commitments) + 1, erasures))
            commitments.append(record.commitment)
            record = next(records, None)
        problems.extend(_check_set(audit_key, head, one, commitments))
        if one.kind == ERASED:
            erasures.said[one.number] = _said_erased(one.detail)
        head = Head(one.number, one.digest)
        anchored = anchored or (anchor is not None and tuple(anchor) == tuple(head))
        if len(problems) > _MOST_PROBLEMS:
            break
    else:
        while record is not None and len(problems) <= _MOST_PROBLEMS:
            problems.append(Problem("changes.record_stray", record.set_number, record.position))
            record = next(records, None)
    problems.extend(erasures.problems())
    if tuple(head) != (state.head_number, state.head_digest) and not (
        sets == 0 and state.head_number == 0 and state.head_digest == start.digest
    ):
        problems.append(Problem("changes.head_differs", state.head_number))
    if not anchored and anchor is not None:
        problems.append(Problem("changes.anchor_differs", anchor.number))
    problems.extend(islice(rows.check(session, audit_key), _MOST_PROBLEMS))
    return Verdict(sets, count, head, tuple(problems[:_MOST_PROBLEMS]))


def _check_record(
    audit_key: bytes, record: Row[Any], position: int, erasures: _Erasures
) -> Iterator[Problem]:
    number = record.set_number
    if record.position != position:
        yield Problem("changes.record_missing", number, position)
    if record.erased_by is not None and record.before is None and record.after is None:
        erasures.found[record.erased_by] += 1
        erasures.first.setdefault(record.erased_by, (number, record.position))
        return
    # Values of a wrong type come from other hands; their text never fits the seal.
    expected = commitment(
        audit_key,
        number,
        record.position,
        str(record.table_name),
        str(record.row_uid),
        record.row_version,
        str(record.change),
        _text(record.field),
        _text(record.before),
        _text(record.after),
    )
    if expected != record.commitment or record.erased_by is not None:
        yield Problem("changes.record_altered", number, record.position)


def _check_set(audit_key: bytes, head: Head, one: Row[Any], commitments: list[bytes]) -> Iterator[Problem]:
    if one.number != head.number + 1:
        yield Problem("changes.set_missing", head.number + 1)
        return  # its digest builds on the one that is missing; what follows builds on its digest again
    if one.records != len(commitments):
        yield Problem("changes.record_missing", one.number)
        return
    try:
        expected = set_digest(
            audit_key,
            head.digest,
            one.number,
            str(one.at),
            _text(one.staff_uid),
            str(one.kind),
            _text(one.subject_table),
            _text(one.subject_uid),
            _text(one.detail),
            one.undo_of,
            commitments,
        )
    except TypeError:  # a commitment that is no bytes
        expected = b""
    if not isinstance(one.digest, bytes) or not compare_digest(expected, one.digest):
        yield Problem("changes.set_altered", one.number)


def _place(record: Row[Any]) -> float:
    """The number of the record's set; one that is no number belongs to none."""
    return record.set_number if isinstance(record.set_number, int) else inf


def _text(value: Any) -> str | None:
    return None if value is None else str(value)


def _said_erased(detail: str | None) -> int:
    try:
        said = json.loads(detail or "{}").get("records")
    except (ValueError, AttributeError, TypeError):
        return 0
    return said if isinstance(said, int) else 0


def _sets(session: Session) -> Iterator[Row[Any]]:
    yield from _unread(session, _SETS, _SETS.c.number)


def _records(session: Session) -> Iterator[Row[Any]]:
    yield from _unread(session, _RECORDS, _RECORDS.c.set_number, _RECORDS.c.position)


def _unread(session: Session, table: Table, *order: Column[Any]) -> Iterator[Row[Any]]:
    # Unread by the column types: a value that was tampered with must be reported, not break the reading.
    columns: list[Any] = [type_coerce(column, NullType()).label(column.name) for column in table.columns]
    statement = select(*columns).order_by(*order)
    yield from session.execute(statement, execution_options={"yield_per": _BATCH})
