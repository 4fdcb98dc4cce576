"""What one transaction changes, collected from the session's flushes and written as change sets.

Several changes of one row in one transaction become one: a field has one record with its first
*before* and its last *after*, a row that came and went leaves none.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeAlias, cast

from sqlalchemy import Connection, Engine, Table, bindparam, event, select, update
from sqlalchemy.orm import Mapper, ORMExecuteState, Session, SessionTransaction, attributes, object_session

from rmdesk.models import Business, Change, ChangeSet, VaultState
from rmdesk.models.base import utc_now
from rmdesk.services.changes import codec, erasing
from rmdesk.services.changes.commitments import Head, row_seal
from rmdesk.services.changes.writing import Act, Created, RowChange, SetWriter

Detail: TypeAlias = str | int | Sequence[str] | Sequence[int] | None

# The kind of change set that may empty older records; its detail counts them.
ERASED = "changes.erased"

_INFO = "changes"
_MANY = 20_000  # rows whose records may wait in memory
# What a detail may say in text: uids, codes, names of fields. A person's name does not pass.
_CODE = re.compile(r"[A-Za-z0-9_.:+-]{0,80}")
# But for these: why somebody let values out, in their own words, and how they called a file. Never erased.
_GIVEN = frozenset({"reason", "file"})

_SETS = cast(Table, ChangeSet.__table__)
_STATE = cast(Table, VaultState.__table__)
# Every save runs these two: made once, they need not be looked up by what they say.
_READ_HEAD = select(_STATE.c.head_number, _STATE.c.head_digest)
_MOVE_HEAD = update(_STATE).values(head_number=bindparam("number"), head_digest=bindparam("digest"))


@dataclass(frozen=True, slots=True)
class Touched:
    """A row that a transaction changed; `former` holds what it has no longer, by field, as plain JSON values.

    Of a deleted row that is all of it, with its `id`; of a created one nothing.
    """

    table: str
    uid: str
    change: Change
    former: dict[str, Any]


@dataclass(frozen=True)
class Written:
    """What a transaction wrote: the newest change set, and the one that stands for the transaction.

    `acts` is how many touchpoints it acts upon, 0 where it is about something else.
    """

    head: Head
    number: int
    kind: str
    records: int
    tables: frozenset[str]
    acts: int


class Recorder:
    """Collects the changes of one transaction; `Store.write` makes one for each session."""

    def __init__(self, audit_key: bytes, staff_uid: str | None) -> None:
        self.audit_key = audit_key
        self.staff_uid = staff_uid
        self.seen: list[tuple[Table, str, int]] = []  # rows that the flush tried to change, as they were seen
        self._rows: dict[tuple[str, str], RowChange] = {}
        self._blocks: list[Created] = []  # rows made many at once, behind all of those
        self._acts: list[Act] = []
        self._described: Act | None = None
        self._befores: dict[tuple[str, str], tuple[int, dict[str, str]]] = {}
        self._erased: set[str] = set()  # rows whose records lose their contents when all is written
        self.before_settling: Callable[[Connection, Recorder], None] | None = None
        self._writer: SetWriter | None = None  # of the described act, once records were settled
        self._at: datetime | None = None

    # ------------------------------------------------------------------ what happened to rows

    def created(self, table: str, uid: str, version: int, row: dict[str, str]) -> None:
        """A row came to be; `row` as `codec.encode_whole_row` gives it."""
        self._unpack()
        former = self._rows.pop((table, uid), None)
        if former is None:
            self._rows[table, uid] = RowChange(Change.CREATED, version, row=codec.row_text(row))
            return
        gone = codec.row_from_text(former.row)
        if gone[codec.ID] != row[codec.ID]:
            raise RuntimeError(f"the identity of a row of {table} cannot change")
        fields = {
            name: (gone.get(name, codec.NULL), row.get(name, codec.NULL))
            for name in sorted({*gone, *row} - {codec.ID})
        }
        self.updated(table, uid, version, fields)

    def created_many(self, rows: Created) -> None:
        """Many new rows of one table."""
        if self._rows and any((rows.table, uid) in self._rows for uid in rows.uids):
            # Deleted in this transaction, and made again.
            for uid, version, text in zip(rows.uids, rows.versions, rows.texts, strict=True):
                self.created(rows.table, uid, version, codec.row_from_text(text))
        else:
            self._blocks.append(rows)

    def _unpack(self) -> None:
        """Look at rows that came many at once one by one: another change may be of one of them."""
        for block in self._blocks:
            for uid, version, text in zip(block.uids, block.versions, block.texts, strict=True):
                self._rows[block.table, uid] = RowChange(
                    Change.CREATED, version, text, None, block.is_followed
                )
        self._blocks.clear()

    def updated(self, table: str, uid: str, version: int, fields: dict[str, tuple[str, str]]) -> None:
        """A row has another version: {field: (before, after)}, encoded; never empty, even if none differs."""
        self._unpack()
        known = self._rows.get((table, uid))
        if known is None:
            self._rows[table, uid] = RowChange(Change.UPDATED, version, fields=fields)
            return
        known.version = version
        known.is_followed = True
        if known.change is Change.CREATED:
            row = codec.row_from_text(known.row)
            row.update({name: after for name, (_before, after) in fields.items()})
            known.row = codec.row_text({name: text for name, text in row.items() if text != codec.NULL})
            return
        assert known.fields is not None
        for name, (before, after) in fields.items():
            known.fields[name] = (known.fields.get(name, (before, after))[0], after)

    def deleted(self, table: str, uid: str, version: int, row: dict[str, str]) -> None:
        """A row went; `row` holds its last values, encoded."""
        self._unpack()
        former = self._rows.pop((table, uid), None)
        if former is None:
            self._check_unsettled([uid])
        elif former.change is Change.CREATED:
            return
        if former is not None:
            row = row | {name: before for name, (before, _after) in (former.fields or {}).items()}
            row = {name: text for name, text in row.items() if text != codec.NULL}
        self._rows[table, uid] = RowChange(Change.DELETED, version, row=codec.row_text(row))

    def deleted_many(
        self, table: str, uids: Sequence[str], versions: Sequence[int], texts: Sequence[str]
    ) -> None:
        """Many rows of one table went; `texts` as `codec.whole_row_texts` gives them."""
        self._unpack()
        self._check_unsettled([uid for uid in uids if (table, uid) not in self._rows])
        for uid, version, text in zip(uids, versions, texts, strict=True):
            if (table, uid) in self._rows:
                self.deleted(table, uid, version, codec.row_from_text(text))
            else:
                self._rows[table, uid] = RowChange(Change.DELETED, version, row=text)

    def sealed(self, table: str, uid: str, version: int, text: str) -> None:
        """A row whose first records go is sealed as it stands; `text` as `codec.whole_row_texts` gives it."""
        seal = row_seal(self.audit_key, uid, text)
        self._rows[table, uid] = RowChange(Change.UPDATED, version, is_followed=False, seal=seal)

    def touched(self, tables: Collection[str]) -> Iterator[Touched]:
        """The rows of these tables that were changed, net, since records were last settled."""
        for (table, uid), row in self._rows.items():
            if table not in tables or not row.is_followed:
                continue
            if row.fields is not None:
                former = {
                    field: json.loads(before)
                    for field, (before, after) in row.fields.items()
                    if before != after
                }
            else:
                former = json.loads(row.row) if row.change is Change.DELETED else {}
            yield Touched(table, uid, row.change, former)
        for block in self._blocks:
            if block.table in tables and block.is_followed:
                for uid in block.uids:
                    yield Touched(block.table, uid, Change.CREATED, {})

    # ------------------------------------------------------------------ what people did

    @property
    def described(self) -> Act | None:
        return self._described

    def describe(self, act: Act) -> None:
        if self._described is None:
            act.changes_rows = True
            self._described = act
            self._acts.append(act)

    def note(self, act: Act) -> None:
        self._acts.append(act)

    def settle(self, connection: Connection) -> None:
        """Write the records collected so far if they are many, so that they need not all stand in memory.

        Only where the change set was described before. A row whose records are written has further ones
        if it is changed again; to delete it in this transaction raises RuntimeError.
        """
        waiting = len(self._rows) + sum(len(block.uids) for block in self._blocks)
        if waiting < _MANY or self._described is None:
            return
        if self._writer is None:
            # What was noted before has the numbers before; what is noted from now on those after.
            number = self._read_head(connection).number + 1 + self._acts.index(self._described)
            self._writer = self._new_writer(connection, number, self._described)
        if self.before_settling is not None:
            self.before_settling(connection, self)
        self._add_to(self._writer)

    def _add_to(self, writer: SetWriter) -> None:
        writer.add(self._rows)
        self._rows.clear()
        for block in self._blocks:
            writer.add_created(block)
        self._blocks.clear()

    def erase(self, uids: Collection[str]) -> None:
        """Have the contents of all records of these rows erased, those of this transaction too."""
        self._erased.update(uids)

    @property
    def erases(self) -> bool:
        """Whether something is to leave no trace."""
        return bool(self._erased)

    def write(self, connection: Connection) -> Written | None:
        """Write everything collected as change sets; None if nothing happened.

        Raises RuntimeError if rows changed and no use case said what that was.
        """
        if (self._rows or self._blocks) and self._described is None:
            if not self._acts:
                tables = sorted({table for table, _uid in self._rows} | {one.table for one in self._blocks})
                raise RuntimeError(f"rows of {tables} changed, but no use case described the change set")
            # An act that changed rows by the way, such as a sign-in that leaves a notice.
            self._acts[0].changes_rows = True
        some_rows = bool(self._rows or self._blocks) or self._writer is not None
        acts = [act for act in self._acts if not act.changes_rows or some_rows]
        if not acts:
            return None
        head = self._read_head(connection)
        main = None
        for act in acts:
            writer = self._writer if act.changes_rows else None
            writer = writer or self._new_writer(connection, head.number + 1, act)
            if act.changes_rows:
                self._add_to(writer)
            head = writer.finish(head)
            if main is None or not main.act.changes_rows:
                main = writer
        assert main is not None
        if self._erased:
            detail = json.dumps({"records": erasing.count(connection, self._erased)})
            act = Act(kind=ERASED, table=None, uid=None, subject=None, detail=detail)
            head = self._new_writer(connection, head.number + 1, act).finish(head)
            erasing.erase(connection, self._erased, head.number)
        connection.execute(_MOVE_HEAD, {"number": head.number, "digest": head.digest})
        written = frozenset({*main.tables, _SETS.name})
        acts = json.loads(main.act.detail or "{}").get("touchpoints", 0)
        return Written(head, main.number, main.act.kind, main.rows, written, acts)

    def _new_writer(self, connection: Connection, number: int, act: Act) -> SetWriter:
        if self._at is None:
            self._at = utc_now()
        return SetWriter(connection, self.audit_key, number, self._at, self.staff_uid, act)

    @staticmethod
    def _read_head(connection: Connection) -> Head:
        return Head(*connection.execute(_READ_HEAD).one())

    def _check_unsettled(self, uids: Sequence[str]) -> None:
        if self._writer is not None and self._writer.holds(uids):
            raise RuntimeError("a row was deleted after its records were written")

    # ------------------------------------------------------------------ from the flush

    def remember_before(self, table: str, uid: str, version: int, values: dict[str, str]) -> None:
        self._befores[table, uid] = version, values

    def take_before(self, table: str, uid: str) -> tuple[int, dict[str, str]]:
        return self._befores.pop((table, uid))


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
    codes only, and what a person gave: a `reason`, the name of a `file`; anything else raises ValueError.
    """
    act = _act(kind, subject, detail)
    act.undo_of = undo_of
    recorder_of(session).describe(act)


def add_detail(session: Session, **detail: Detail) -> None:
    """Add to the detail of what was described, what is known only when it is done; as for `describe`."""
    act = recorder_of(session).described
    if act is None:
        raise RuntimeError("nothing was described yet")
    former = json.loads(act.detail or "{}")
    act.detail = _act(act.kind, None, former | detail).detail


def note(
    session: Session, kind: str, *, subject: Business | tuple[str, str] | None = None, **detail: Detail
) -> None:
    """Record an act that changes no row (a sign-in, a reveal, a print) as a change set of its own."""
    recorder_of(session).note(_act(kind, subject, detail))


def _act(kind: str, subject: Business | tuple[str, str] | None, detail: dict[str, Detail]) -> Act:
    for name, value in detail.items():
        if name in _GIVEN and isinstance(value, str):
            continue
        for one in value if isinstance(value, list | tuple) else [value]:
            if not (one is None or isinstance(one, int) or (isinstance(one, str) and _CODE.fullmatch(one))):
                raise ValueError(f"the detail {name} of {kind} is neither a code nor a number")
    text = json.dumps(detail, sort_keys=True, separators=(",", ":")) if detail else None
    if isinstance(subject, tuple):
        return Act(kind, subject[0], subject[1], None, text)
    table = subject.__tablename__ if subject is not None else None  # type: ignore[attr-defined]
    return Act(kind, table, None, subject, text)


def read_head(session: Session) -> Head:
    """The newest change set of the vault as the session sees it."""
    return Head(*session.execute(_READ_HEAD).one())


def erase(session: Session, uids: Collection[str]) -> None:
    """Have the contents of all records of these rows erased as this transaction ends, for good."""
    recorder_of(session).erase(uids)


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
    row = codec.encode_whole_row(table, _values(mapper, target))
    recorder.created(table.name, target.uid, target.version, row)


@event.listens_for(Business, "before_update", propagate=True)
def _before_update(mapper: Mapper[Any], connection: Connection, target: Business) -> None:
    table = _table(mapper)
    recorder = recorder_of(object_session(target))
    # The committed one, also where a use case raises it itself.
    history = attributes.get_history(target, "version", attributes.PASSIVE_NO_INITIALIZE)
    seen = (history.deleted or [target.version])[0]
    recorder.seen.append((table, target.uid, seen))
    befores: dict[str, str] = {}
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
    recorder.remember_before(table.name, target.uid, seen, befores)


@event.listens_for(Business, "after_update", propagate=True)
def _after_update(mapper: Mapper[Any], _connection: Connection, target: Business) -> None:
    recorder = recorder_of(object_session(target))
    table = _table(mapper)
    seen, befores = recorder.take_before(table.name, target.uid)
    fields: dict[str, tuple[str, str]] = {}
    for name, (before, after) in _changed(mapper, target).items():
        if name in ("id", "uid"):
            raise RuntimeError(f"the identity of a row of {table.name} cannot change")
        column = table.c[name]
        new = codec.encode(column, after[0] if after else None)
        old = codec.encode(column, before[0]) if before else befores[name]
        if old != new:
            fields[name] = (old, new)
    if not fields:
        if target.version == seen:
            return  # nothing was to be written
        origin = codec.encode(table.c.origin_id, target.origin_id)
        fields["origin_id"] = (origin, origin)
    recorder.updated(table.name, target.uid, target.version, fields)


@event.listens_for(Business, "before_delete", propagate=True)
def _before_delete(mapper: Mapper[Any], connection: Connection, target: Business) -> None:
    recorder = recorder_of(object_session(target))
    table = _table(mapper)
    recorder.seen.append((table, target.uid, target.version))
    stored = connection.execute(select(table).where(table.c.id == target.id)).mappings().one_or_none()
    if stored is not None:  # gone already: the flush itself will say so
        recorder.deleted(
            table.name, stored["uid"], stored["version"], codec.encode_whole_row(table, {**stored})
        )


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
