"""What one transaction changes, collected from the session's flushes and written as change sets.

Several changes of one row in one transaction become one: a field has one record with its first
*before* and its last *after*, a row that came and went leaves none.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any, TypeAlias, cast

from sqlalchemy import Connection, Engine, Table, event, insert, select, update
from sqlalchemy.orm import Mapper, ORMExecuteState, Session, SessionTransaction, attributes, object_session

from rmdesk.models import Business, Change, ChangeRecord, ChangeSet, VaultState
from rmdesk.models.base import UtcMoment, utc_now
from rmdesk.services.changes import codec
from rmdesk.services.changes.commitments import Head, commitment, row_seal, set_digest

Detail: TypeAlias = str | int | Sequence[str] | Sequence[int] | None

_INFO = "changes"
_BATCH = 5000  # records in one statement
# What a detail may say in text: uids, codes, names of fields. A person's name does not pass.
_CODE = re.compile(r"[A-Za-z0-9_.:+-]{0,80}")

_SETS = cast(Table, ChangeSet.__table__)
_RECORDS = cast(Table, ChangeRecord.__table__)
_STATE = cast(Table, VaultState.__table__)


@dataclass(slots=True)
class _RowChange:
    """The net change of one row so far."""

    change: Change
    version: int
    row: str = "{}"  # of a created or deleted row: its values, see `codec.row_text`
    fields: dict[str, tuple[str, str]] | None = None  # of an updated one: before, after


@dataclass(slots=True)
class _Act:
    """One change set to be: the described change of rows, or an act that was noted."""

    kind: str
    table: str | None
    uid: str | None
    subject: Business | None  # its uid may not exist before the flush
    detail: str | None
    undo_of: int | None = None
    changes_rows: bool = False


@dataclass(frozen=True)
class Written:
    """What a transaction wrote: the newest change set, and the one that stands for the transaction."""

    head: Head
    number: int
    kind: str
    records: int
    tables: frozenset[str]


class Recorder:
    """Collects the changes of one transaction; `Store.write` makes one for each session."""

    def __init__(self, audit_key: bytes, staff_uid: str | None) -> None:
        self.audit_key = audit_key
        self.staff_uid = staff_uid
        self.seen: list[tuple[Table, str, int]] = []  # rows that the flush tried to change, as they were seen
        self._rows: dict[tuple[str, str], _RowChange] = {}
        self._acts: list[_Act] = []
        self._described: _Act | None = None
        self._befores: dict[tuple[str, str], dict[str, str]] = {}

    # ------------------------------------------------------------------ what happened to rows

    def created(self, table: str, uid: str, version: int, row: dict[str, str]) -> None:
        """A row came to be; `row` as `codec.encode_row` gives it."""
        former = self._rows.pop((table, uid), None)
        if former is None:
            self._rows[table, uid] = _RowChange(Change.CREATED, version, row=codec.row_text(row))
            return
        gone = codec.row_from_text(former.row)
        fields = {
            name: (gone.get(name, codec.NULL), row.get(name, codec.NULL))
            for name in sorted({*gone, *row} - {"id"})
        }
        self.updated(
            table, uid, version, {name: values for name, values in fields.items() if values[0] != values[1]}
        )

    def updated(self, table: str, uid: str, version: int, fields: dict[str, tuple[str, str]]) -> None:
        """Fields of a row changed: {field: (before, after)}, encoded."""
        known = self._rows.get((table, uid))
        if known is None:
            if fields:
                self._rows[table, uid] = _RowChange(Change.UPDATED, version, fields=fields)
            return
        known.version = version
        if known.change is Change.CREATED:
            row = codec.row_from_text(known.row)
            row.update({name: after for name, (_before, after) in fields.items()})
            known.row = codec.row_text({name: text for name, text in row.items() if text != codec.NULL})
            return
        assert known.fields is not None
        for name, (before, after) in fields.items():
            first = known.fields.pop(name, (before, after))[0]
            if first != after:
                known.fields[name] = (first, after)
        if not known.fields:
            del self._rows[table, uid]

    def deleted(self, table: str, uid: str, version: int, row: dict[str, str]) -> None:
        """A row went; `row` holds its last values, encoded."""
        former = self._rows.pop((table, uid), None)
        if former is not None and former.change is Change.CREATED:
            return
        if former is not None:
            row = row | {name: before for name, (before, _after) in (former.fields or {}).items()}
            row = {name: text for name, text in row.items() if text != codec.NULL}
        self._rows[table, uid] = _RowChange(Change.DELETED, version, row=codec.row_text(row))

    # ------------------------------------------------------------------ what people did

    def describe(self, act: _Act) -> None:
        if self._described is None:
            act.changes_rows = True
            self._described = act
            self._acts.append(act)

    def note(self, act: _Act) -> None:
        self._acts.append(act)

    def write(self, connection: Connection) -> Written | None:
        """Write everything collected as change sets; None if nothing happened.

        Raises RuntimeError if rows changed and no use case said what that was.
        """
        if self._rows and self._described is None:
            if not self._acts:
                tables = sorted({table for table, _uid in self._rows})
                raise RuntimeError(f"rows of {tables} changed, but no use case described the change set")
            # An act that changed rows by the way, such as a sign-in that leaves a notice.
            self._acts[0].changes_rows = True
        acts = [act for act in self._acts if not act.changes_rows or self._rows]
        if not acts:
            return None
        head = Head(*connection.execute(select(_STATE.c.head_number, _STATE.c.head_digest)).one())
        at = utc_now()
        main, main_number = acts[-1], head.number + len(acts)
        for act in acts:
            head = self._write_set(connection, head, at, act)
            if act.changes_rows:
                main, main_number = act, head.number
        connection.execute(update(_STATE).values(head_number=head.number, head_digest=head.digest))
        return Written(
            head,
            main_number,
            main.kind,
            len(self._rows) if main.changes_rows else 0,
            frozenset({table for table, _uid in self._rows} | {_SETS.name}),
        )

    def _write_set(self, connection: Connection, before: Head, at: datetime, act: _Act) -> Head:
        number = before.number + 1
        subject_uid = act.uid if act.subject is None else act.subject.uid
        row: dict[str, Any] = {
            "number": number,
            "at": at,
            "staff_uid": self.staff_uid,
            "kind": act.kind,
            "subject_table": act.table,
            "subject_uid": subject_uid,
            "detail": act.detail,
            "undo_of": act.undo_of,
        }
        # The records of an import do not all stand in memory at once, and they need their set there
        # before them: such a set is completed when the last commitment is known.
        commitments: list[bytes] = []
        records = self._records(number, commitments) if act.changes_rows else iter(())
        batch = list(islice(records, _BATCH))
        is_long = len(batch) == _BATCH
        if is_long:
            connection.execute(insert(_SETS), row | {"records": 0, "digest": b""})
            while batch:
                connection.execute(insert(_RECORDS), batch)
                batch = list(islice(records, _BATCH))
        digest = set_digest(
            self.audit_key,
            before.digest,
            number,
            stored_moment(at),
            self.staff_uid,
            act.kind,
            act.table,
            subject_uid,
            act.detail,
            act.undo_of,
            commitments,
        )
        complete = {"records": len(commitments), "digest": digest}
        if is_long:
            connection.execute(update(_SETS).where(_SETS.c.number == number).values(complete))
        else:
            connection.execute(insert(_SETS), row | complete)
        if batch:
            connection.execute(insert(_RECORDS), batch)
        return Head(number, digest)

    def _records(self, number: int, commitments: list[bytes]) -> Iterator[dict[str, Any]]:
        """The records of the set, each with its commitment, which also goes to `commitments`."""
        position = 0
        contents: Iterable[tuple[str | None, str | None, str | None]]
        for (table, uid), row in self._rows.items():
            if row.fields is not None:
                contents = [(name, *row.fields[name]) for name in sorted(row.fields)]
            elif row.change is Change.CREATED:
                contents = [(None, None, row_seal(self.audit_key, uid, row.row))]
            else:
                contents = [(None, row.row, None)]
            change = row.change.value
            for name, before, after in contents:
                position += 1
                sealed = commitment(
                    self.audit_key, number, position, table, uid, row.version, change, name, before, after
                )
                commitments.append(sealed)
                yield {
                    "set_number": number,
                    "position": position,
                    "table_name": table,
                    "row_uid": uid,
                    "row_version": row.version,
                    "change": change,
                    "field": name,
                    "before": before,
                    "after": after,
                    "commitment": sealed,
                }

    # ------------------------------------------------------------------ from the flush

    def remember_before(self, table: str, uid: str, values: dict[str, str]) -> None:
        self._befores[table, uid] = values

    def take_before(self, table: str, uid: str) -> dict[str, str]:
        return self._befores.pop((table, uid), {})


def stored_moment(at: datetime) -> str:
    """A moment as the database keeps it."""
    return str(UtcMoment().process_bind_param(at, None))


class RecordedSession(Session):
    """A session whose changes of business rows are collected by a recorder."""

    def __init__(self, engine: Engine, recorder: Recorder) -> None:
        super().__init__(engine, expire_on_commit=False)
        self.info[_INFO] = recorder


def recorder_of(session: Session | None) -> Recorder:
    """The recorder of a session that `Store.write` opened; RuntimeError for any other."""
    recorder = session.info.get(_INFO) if session is not None else None
    if not isinstance(recorder, Recorder):
        raise RuntimeError("business rows are changed only in a session of Store.write()")
    return recorder


def describe(
    session: Session,
    kind: str,
    *,
    subject: Business | tuple[str, str] | None = None,
    undo_of: int | None = None,
    **detail: Detail,
) -> None:
    """Say what this transaction does to rows; the first call in a transaction wins.

    `subject` is the row it is mainly about, or its table and uid. `detail` holds uids, counts and
    codes only; anything else raises ValueError.
    """
    act = _act(kind, subject, detail)
    act.undo_of = undo_of
    recorder_of(session).describe(act)


def note(
    session: Session, kind: str, *, subject: Business | tuple[str, str] | None = None, **detail: Detail
) -> None:
    """Record an act that changes no row (a sign-in, a reveal, a print) as a change set of its own."""
    recorder_of(session).note(_act(kind, subject, detail))


def _act(kind: str, subject: Business | tuple[str, str] | None, detail: dict[str, Detail]) -> _Act:
    for name, value in detail.items():
        for one in value if isinstance(value, list | tuple) else [value]:
            if not (one is None or isinstance(one, int) or (isinstance(one, str) and _CODE.fullmatch(one))):
                raise ValueError(f"the detail {name} of {kind} is neither a code nor a number")
    text = json.dumps(detail, sort_keys=True, separators=(",", ":")) if detail else None
    if isinstance(subject, tuple):
        return _Act(kind, subject[0], subject[1], None, text)
    table = subject.__tablename__ if subject is not None else None  # type: ignore[attr-defined]
    return _Act(kind, table, None, subject, text)


@event.listens_for(RecordedSession, "do_orm_execute")
def _refuse_unrecorded(state: ORMExecuteState) -> None:
    if state.is_insert or state.is_update or state.is_delete:
        mapper = state.bind_mapper
        if mapper is not None and issubclass(mapper.class_, Business):
            raise RuntimeError("statements over many rows go through services/bulk.py, which records them")


@event.listens_for(RecordedSession, "after_transaction_create")
def _refuse_savepoint(_session: Session, transaction: SessionTransaction) -> None:
    if transaction.nested:
        raise RuntimeError("rolling back to a savepoint would leave records of changes that never were")


def _table(mapper: Mapper[Any]) -> Table:
    table = mapper.local_table
    assert isinstance(table, Table)
    return table


@event.listens_for(Business, "after_insert", propagate=True)
def _after_insert(mapper: Mapper[Any], _connection: Connection, target: Business) -> None:
    recorder = recorder_of(object_session(target))
    table = _table(mapper)
    row = codec.encode_row(table, _values(mapper, target))
    recorder.created(table.name, target.uid, target.version, row)


@event.listens_for(Business, "before_update", propagate=True)
def _before_update(mapper: Mapper[Any], connection: Connection, target: Business) -> None:
    table = _table(mapper)
    recorder = recorder_of(object_session(target))
    recorder.seen.append((table, target.uid, target.version))
    # A field that was set without ever being read: what it held stands in the database only.
    unread = [name for name, (before, after) in _changed(mapper, target).items() if after and not before]
    if unread:
        columns = [table.c[name] for name in unread]
        stored = connection.execute(select(*columns).where(table.c.id == target.id)).one_or_none()
        if stored is not None:
            befores = {
                name: codec.encode(column, value)
                for name, column, value in zip(unread, columns, stored, strict=True)
            }
            recorder.remember_before(table.name, target.uid, befores)


@event.listens_for(Business, "after_update", propagate=True)
def _after_update(mapper: Mapper[Any], _connection: Connection, target: Business) -> None:
    recorder = recorder_of(object_session(target))
    table = _table(mapper)
    befores = recorder.take_before(table.name, target.uid)
    fields: dict[str, tuple[str, str]] = {}
    for name, (before, after) in _changed(mapper, target).items():
        if name in ("id", "uid"):
            raise RuntimeError(f"the identity of a row of {table.name} cannot change")
        column = table.c[name]
        new = codec.encode(column, after[0] if after else None)
        old = codec.encode(column, before[0]) if before else befores[name]
        if old != new:
            fields[name] = (old, new)
    recorder.updated(table.name, target.uid, target.version, fields)


@event.listens_for(Business, "before_delete", propagate=True)
def _before_delete(mapper: Mapper[Any], connection: Connection, target: Business) -> None:
    recorder = recorder_of(object_session(target))
    table = _table(mapper)
    recorder.seen.append((table, target.uid, target.version))
    stored = connection.execute(select(table).where(table.c.id == target.id)).mappings().one_or_none()
    if stored is not None:  # gone already: the flush itself will say so
        recorder.deleted(table.name, stored["uid"], stored["version"], deleted_row(table, stored))


def deleted_row(table: Table, values: Any) -> dict[str, str]:
    """The values of a row that goes, with the id under which other rows may know it."""
    return {**codec.encode_row(table, values), "id": codec.encode(table.c.id, values["id"])}


def _changed(mapper: Mapper[Any], target: Business) -> dict[str, tuple[Any, Any]]:
    """By column: what the changed attributes held (empty if never read) and hold, as in `History`."""
    changed: dict[str, tuple[Any, Any]] = {}
    for prop in mapper.column_attrs:
        history = attributes.get_history(target, prop.key, attributes.PASSIVE_NO_INITIALIZE)
        if history.has_changes() and prop.key != "version":
            changed[prop.columns[0].name] = (history.deleted, history.added)
    return changed


def _values(mapper: Mapper[Any], target: Business) -> dict[str, Any]:
    return {prop.columns[0].name: getattr(target, prop.key) for prop in mapper.column_attrs}
