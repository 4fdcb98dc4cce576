"""Whether the change records are whole: every set, every record, and the rows they speak of.

One pass over the chain and one over the rows, both streaming. Without the audit key no edit, deletion,
insertion, reordering or truncation passes; with the key, everything up to the last head that was
printed or anchored out of that person's reach is proved.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from hmac import compare_digest
from itertools import islice
from math import inf
from typing import Any, cast

from sqlalchemy import Row, Table, select
from sqlalchemy.orm import Session

from rmdesk.models import ChangeRecord, ChangeSet, VaultState
from rmdesk.services import collecting, driver_rows
from rmdesk.services.changes import rows
from rmdesk.services.changes.commitments import Head, committing, genesis, set_digest
from rmdesk.services.changes.expiring import read_start
from rmdesk.services.changes.record import ERASED
from rmdesk.services.changes.rows import Problem

_MOST_PROBLEMS = 1000  # one breach can show in every row; nobody reads more than this

_SETS = cast(Table, ChangeSet.__table__)
_RECORDS = cast(Table, ChangeRecord.__table__)
_STATE = cast(Table, VaultState.__table__)
_STREAMED = {"yield_per": 2000}
# Unread by the column types: a value that was tampered with must be reported, not break the reading.
_IN_ORDER = driver_rows.unread(_RECORDS).order_by(_RECORDS.c.set_number, _RECORDS.c.position)


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


def verify(session: Session, audit_key: bytes, anchor: Head | None = None) -> Verdict:
    """Check all change records, the rows they speak of and, if given, that the anchored set is among them.

    Problems by code, with the number of the set and the position of the record:
    `changes.set_missing`, `changes.set_altered`, `changes.record_missing`, `changes.record_altered`,
    `changes.record_erased` (emptied, and no set of kind ERASED says so), `changes.record_stray`,
    `changes.head_differs`, `changes.anchor_differs`, and those of `rows.check`.
    """
    with collecting.seldom():
        return _verify(session, audit_key, anchor)


def _verify(session: Session, audit_key: bytes, anchor: Head | None) -> Verdict:
    state = session.execute(select(_STATE)).one()
    start = read_start(session, genesis(audit_key, state.vault_uid))
    anchored = anchor is None or anchor.number <= start.head.number
    sets = session.execute(driver_rows.unread(_SETS).order_by(_SETS.c.number), execution_options=_STREAMED)
    with closing(driver_rows.stream(session, _IN_ORDER)) as records, closing(sets):
        chain = _Chain(audit_key, start.head, records, expired=start.erased)
        for one in sets:
            chain.check(one)
            anchored = anchored or chain.head == anchor
            if len(chain.problems) > _MOST_PROBLEMS:
                break
        chain.finish()
    problems = chain.problems
    if chain.head != (state.head_number, state.head_digest):
        problems.append(Problem("changes.head_differs", state.head_number))
    if not anchored and anchor is not None:
        problems.append(Problem("changes.anchor_differs", anchor.number))
    with closing(rows.check(session, audit_key, has_expired=start.head.number > 0)) as found:
        problems.extend(islice(found, _MOST_PROBLEMS))
    return Verdict(chain.sets, chain.records, chain.head, tuple(problems[:_MOST_PROBLEMS]))


@dataclass
class _Chain:
    """The pass along the chain. Records come as tuples in the order of the table's columns."""

    audit_key: bytes
    head: Head
    stream: Iterator[Any]
    expired: Counter[int] = field(default_factory=Counter)  # records that went since a set erased them
    sets: int = 0
    records: int = 0
    problems: list[Problem] = field(default_factory=list)
    _next: Any = None
    _said: dict[int, int] = field(default_factory=dict)  # records erased, by the set that says so
    _erased: Counter[int] = field(default_factory=Counter)  # records found empty, by the set they name
    _first: dict[int, tuple[int, int]] = field(default_factory=dict)  # the first of them

    def __post_init__(self) -> None:
        self._next = next(self.stream, None)

    def check(self, one: Row[Any]) -> None:
        """Check the next set and its records."""
        number = one.number
        while self._next is not None and _place(self._next[0]) < number:
            self._stray()
        records, commitments = self._check_records(number)
        if number != self.head.number + 1:
            # Its digest builds on the one that is missing; what follows builds on its digest again.
            self.problems.append(Problem("changes.set_missing", self.head.number + 1))
        elif one.records != records:
            self.problems.append(Problem("changes.record_missing", number))
        elif not self._digest_fits(one, records, commitments):
            self.problems.append(Problem("changes.set_altered", number))
        if one.kind == ERASED:
            self._said[number] = _said_erased(one.detail)
        self.sets += 1
        self.head = Head(number, one.digest)

    def finish(self) -> None:
        """Check what only the whole chain tells: records of no set, and erasures."""
        while self._next is not None and len(self.problems) <= _MOST_PROBLEMS:
            self._stray()
        for eraser, count in self._erased.items():
            number, position = self._first[eraser]
            if eraser <= number or self._said.get(eraser) != count + self.expired[eraser]:
                self.problems.append(Problem("changes.record_erased", number, position))

    def _stray(self) -> None:
        self.problems.append(Problem("changes.record_stray", self._next[0], self._next[1]))
        self._next = next(self.stream, None)

    def _check_records(self, number: int) -> tuple[int, bytearray | None]:
        """Check the records of one set; returns how many there are and their commitments as they stand.

        None if one of them is no bytes.
        """
        commit, stream, found = committing(self.audit_key), self.stream, self._next
        records, commitments, is_whole = 0, bytearray(), True
        expected_position = 0
        while found is not None and found[0] == number:
            _, position, table, uid, version, change, field_, before, after, sealed, erased_by = found
            records += 1
            if isinstance(sealed, bytes):
                commitments += sealed
            else:
                is_whole = False
            expected_position += 1
            if position != expected_position:
                self.problems.append(Problem("changes.record_missing", number, expected_position))
                expected_position = position if isinstance(position, int) else expected_position
            if erased_by is not None and before is None and after is None:
                self._erased[erased_by] += 1
                self._first.setdefault(erased_by, (number, position))
            else:
                try:
                    fits = sealed == commit(
                        number, position, table, uid, version, change, field_, before, after
                    )
                except TypeError:  # a value of a type that we never store
                    fits = False
                if not fits or erased_by is not None:
                    self.problems.append(Problem("changes.record_altered", number, position))
            found = next(stream, None)
        self._next = found
        self.records += records
        return records, commitments if is_whole else None

    def _digest_fits(self, one: Row[Any], records: int, commitments: bytearray | None) -> bool:
        if commitments is None:
            return False
        try:
            expected = set_digest(
                self.audit_key,
                self.head.digest,
                one.number,
                one.at,
                one.staff_uid,
                one.kind,
                one.subject_table,
                one.subject_uid,
                one.detail,
                one.undo_of,
                records,
                commitments,
            )
            return compare_digest(expected, one.digest)
        except TypeError:  # a value of a type that we never store
            return False


def _place(set_number: Any) -> float:
    """Where a record with this number belongs; one that is no number belongs to no set."""
    return set_number if isinstance(set_number, int) else inf


def _said_erased(detail: str | None) -> int:
    try:
        said = json.loads(detail or "{}").get("records")
    except (ValueError, AttributeError, TypeError):
        return 0
    return said if isinstance(said, int) else 0
