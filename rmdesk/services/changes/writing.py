"""Writing one change set: its records in their order, each with its commitment, then the set's digest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from sqlalchemy import ColumnElement, Connection, Table, select, update

from rmdesk.models import Business, Change, ChangeRecord, ChangeSet
from rmdesk.models.base import UtcMoment
from rmdesk.services.changes.commitments import (
    Head,
    committing,
    row_seal,
    seal_created,
    set_digest,
)
from rmdesk.services.inserting import insert_columns, insert_rows, insert_tuples

_BATCH = 5000  # records in one statement

_SETS = cast(Table, ChangeSet.__table__)
_RECORDS = cast(Table, ChangeRecord.__table__)
_COLUMNS = (
    "set_number",
    "position",
    "table_name",
    "row_uid",
    "row_version",
    "change",
    "field",
    "before",
    "after",
    "commitment",
)


@dataclass(slots=True)
class RowChange:
    """The net change of one row so far."""

    change: Change
    version: int
    row: str = "{}"  # of a created or deleted row: its values, see `codec.row_text`
    fields: dict[str, tuple[str, str]] | None = None  # of an updated one: before, after
    is_followed: bool = True  # the index of customers has yet to follow it
    seal: str | None = None  # of a row that is only sealed anew, see `expiring`


@dataclass(frozen=True, slots=True)
class Created:
    """New rows of one table: their uids, versions and `codec.whole_row_texts`.

    Not `is_followed`: who made them has entered their customers in the index.
    """

    table: str
    uids: Sequence[str]
    versions: Sequence[int]
    texts: Sequence[str]
    is_followed: bool = True


@dataclass(slots=True)
class Act:
    """One change set to be: the described change of rows, or an act that was noted."""

    kind: str
    table: str | None
    uid: str | None
    subject: Business | None  # its uid may not exist before the flush
    detail: str | None
    undo_of: int | None = None
    changes_rows: bool = False

    @property
    def subject_uid(self) -> str | None:
        return self.uid if self.subject is None else self.subject.uid


class SetWriter:
    """One change set while it is being written; `add` rows as often as needed, then `finish`.

    The records of an import never stand in memory all at once, and they need their set there before
    them: a set that fills a batch is inserted without its digest and completed at the end.
    """

    def __init__(
        self,
        connection: Connection,
        audit_key: bytes,
        number: int,
        at: datetime,
        staff_uid: str | None,
        act: Act,
    ) -> None:
        self.number = number
        self.act = act
        self.rows = 0
        self.tables: set[str] = set()
        self._connection = connection
        self._audit_key = audit_key
        self._at = at
        self._staff_uid = staff_uid
        self._commitments = bytearray()
        self._records = 0
        self._batch: list[tuple[Any, ...]] = []
        self._is_inserted = False

    def add(self, rows: Mapping[tuple[str, str], RowChange]) -> None:
        """Write the records of these rows, by table and uid, behind those before."""
        for record in self._of_rows(rows):
            self._batch.append(record)
            if len(self._batch) >= _BATCH:
                self._write_batch()

    def add_created(self, rows: Created) -> None:
        """As `add`, for many new rows."""
        count = len(rows.uids)
        first = self._records + 1
        afters, sealed = seal_created(
            self._audit_key, self.number, first, rows.table, rows.uids, rows.versions, rows.texts
        )
        self._commitments += b"".join(sealed)
        self._records += count
        self.rows += count
        self.tables.add(rows.table)
        self._write_batch()
        columns = {
            "set_number": [self.number] * count,
            "position": range(first, first + count),
            "table_name": [rows.table] * count,
            "row_uid": rows.uids,
            "row_version": rows.versions,
            "change": [Change.CREATED.value] * count,
            "after": afters,
            "commitment": sealed,
        }
        insert_columns(self._connection, _RECORDS, columns)

    def holds(self, uids: Sequence[str]) -> bool:
        """Whether a record of one of these rows, some thousand at most, was written already."""
        self._write_batch()
        found = select(_RECORDS.c.position).where(
            _RECORDS.c.row_uid.in_(uids), in_set(_RECORDS.c.set_number, self.number)
        )
        return self._connection.execute(found.limit(1)).first() is not None

    def finish(self, before: Head) -> Head:
        """Write what is left and seal the set, which builds on `before`."""
        digest = set_digest(
            self._audit_key,
            before.digest,
            self.number,
            stored_moment(self._at),
            self._staff_uid,
            self.act.kind,
            self.act.table,
            self.act.subject_uid,
            self.act.detail,
            self.act.undo_of,
            self._records,
            self._commitments,
        )
        complete = {
            "records": self._records,
            "digest": digest,
            "subject_uid": self.act.subject_uid,
            "detail": self.act.detail,
        }
        if self._is_inserted:
            statement = update(_SETS).where(_SETS.c.number == self.number)
            self._connection.execute(statement.values(complete))
        else:
            insert_rows(self._connection, _SETS, [self._row() | complete])
            self._is_inserted = True
        self._write_batch()
        return Head(self.number, digest)

    def _row(self) -> dict[str, Any]:
        return {
            "number": self.number,
            "at": self._at,
            "staff_uid": self._staff_uid,
            "kind": self.act.kind,
            "subject_table": self.act.table,
            "subject_uid": self.act.subject_uid,
            "detail": self.act.detail,
            "undo_of": self.act.undo_of,
            "records": 0,
            "digest": b"",
        }

    def _write_batch(self) -> None:
        """Write the records that wait, and before them the set itself."""
        if not self._is_inserted:
            insert_rows(self._connection, _SETS, [self._row()])
            self._is_inserted = True
        insert_tuples(self._connection, _RECORDS, _COLUMNS, self._batch)
        self._batch = []

    def _of_rows(self, rows: Mapping[tuple[str, str], RowChange]) -> Iterator[tuple[Any, ...]]:
        """Records as tuples of `_COLUMNS`."""
        contents: Iterable[tuple[str | None, str | None, str | None]]
        commit = committing(self._audit_key)
        for (table, uid), row in rows.items():
            self.rows += 1
            self.tables.add(table)
            if row.seal is not None:
                contents = [(None, None, row.seal)]
            elif row.fields is not None:
                contents = _contents(row.fields)
            elif row.change is Change.CREATED:
                contents = [(None, None, row_seal(self._audit_key, uid, row.row))]
            else:
                contents = [(None, row.row, None)]
            change = row.change.value
            for name, before, after in contents:
                self._records += 1
                sealed = commit(
                    self.number,
                    self._records,
                    table,
                    uid,
                    row.version,
                    change,
                    name,
                    before,
                    after,
                )
                self._commitments += sealed
                yield (
                    self.number,
                    self._records,
                    table,
                    uid,
                    row.version,
                    change,
                    name,
                    before,
                    after,
                    sealed,
                )


def _contents(fields: Mapping[str, tuple[str, str]]) -> list[tuple[str, str, str]]:
    """The fields that differ. Of a row that is as it was but for its version, one that does not: the
    record vouches for the version."""
    contents = [(name, before, after) for name, (before, after) in sorted(fields.items())]
    return [one for one in contents if one[1] != one[2]] or contents[:1]


def in_set(column: ColumnElement[int], number: int) -> ColumnElement[bool]:
    """That a record belongs to a set, where it is found by its row.

    Written so that the database does not go through the records of the set instead, of which there may be
    a million; a row has few.
    """
    return column + 0 == number


def stored_moment(at: datetime) -> str:
    """A moment as the database keeps it."""
    return str(UtcMoment().process_bind_param(at, None))
