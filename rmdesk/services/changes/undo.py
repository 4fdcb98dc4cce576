"""Taking back a change set, by a new one: whoever reads the records sees both.

One function for an edit, an import, a merge. It refuses unless everything still is as the change set
left it, so it never takes back what somebody did afterwards. Records and rows are read in parcels: of a
large set only the places of its records stand in memory.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple, cast

from sqlalchemy import ColumnElement, ForeignKey, Row, Table, exists, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, aliased

from rmdesk.models import Base, Change, ChangeRecord, ChangeSet
from rmdesk.services import bulk, collecting
from rmdesk.services.changes import codec
from rmdesk.services.changes.commitments import is_row_sealed, row_seal
from rmdesk.services.changes.record import describe, recorder_of
from rmdesk.services.changes.writing import in_set
from rmdesk.services.errors import UserError
from rmdesk.services.progress import Progress, counting

UNDONE = "change.undone"

# Kinds that cannot be taken back here, because something outside the rows belongs to them: key slots,
# the anchor, the fact that a person was at the computer.
NOT_UNDOABLE = frozenset(
    {
        "staff.added",
        "staff.renamed",
        "staff.disabled",
        "staff.enabled",
        "staff.notices_read",
        "customer.erased",
        "customer.purged",
        "organisation.purged",
        "commitment.approved",  # what somebody judged is corrected by another act, never taken back
        "commitment.refused",
        "visit.approved",
        "visit.returned",
        "log.submitted",  # what was submitted is corrected by an addendum, what was judged stays
        "log.addendum",
        "log.commented",
        "log.returned",
        "log.countersigned",
        "plan.submitted",
        "plan.agreed",  # a next version is made instead
        "plan.returned",
        "plan.evaluated",
        "plan.handed_over",
        "survey.report_signed",  # a revision is made instead
        "survey.report_revised",
        "survey.opened",  # forms may be out; a survey is closed instead
        "tiers.set",  # names and ranks are unique: going back step by step, they would collide
    }
)
_NOT_UNDOABLE_AREAS = ("auth.", "branch.", "vault.", "staff.password_", "changes.", "demo.", "retention.")

_SETS = cast(Table, ChangeSet.__table__)
_RECORDS = cast(Table, ChangeRecord.__table__)
_CHUNK = 2000  # records in one statement


def is_undoable(kind: str, records: int) -> bool:
    """Whether a change set of this kind may be taken back at all, if nothing changed since."""
    return records > 0 and kind not in NOT_UNDOABLE and not kind.startswith(_NOT_UNDOABLE_AREAS)


class _Change(NamedTuple):
    """What a field held before the set and after it, encoded."""

    before: str
    after: str


_Changes = dict[str, dict[str, _Change]]  # by uid and field


class _Records:
    """The records of one change set: where those of each table and kind of change are, read as needed."""

    def __init__(self, session: Session, number: int) -> None:
        """Raises UserError `changes.undo_unknown` if they were erased, or speak of what is not known."""
        self.number = number
        self._session = session
        self._places: dict[tuple[str, str], array[int]] = defaultdict(lambda: array("q"))
        tables = codec.business_tables()
        columns = _RECORDS.c
        statement = (
            select(columns.position, columns.table_name, columns.change, columns.field, columns.erased_by)
            .where(columns.set_number == number)
            .order_by(columns.position)
        )
        result = session.execute(statement, execution_options={"yield_per": _CHUNK})
        for batch in result.partitions():
            for position, name, change, field, erased_by in batch:
                table = tables.get(name)
                if table is None or erased_by is not None or (field is not None and field not in table.c):
                    raise UserError("changes.undo_unknown", number=number)
                self._places[name, change].append(position)
        # Rows that others point to come first when restored and last when removed.
        named = {name for name, _change in self._places}
        self.tables = [table for table in Base.metadata.sorted_tables if table.name in named]

    def __len__(self) -> int:
        return sum(map(len, self._places.values()))

    def created(self, table: Table, *, newest_first: bool = False) -> Iterator[dict[str, str]]:
        """The seals of created rows by uid, some at a time."""
        for some in self._parcels(table, Change.CREATED, newest_first):
            yield {one.row_uid: one.after for one in self._at(some)}

    def remade(self, table: Table, uids: Iterable[str]) -> _Changes:
        """What a large set changed again of rows that it made itself: that goes with the row."""
        if not self._places.get((str(table.name), Change.UPDATED.value)):
            return {}
        return self._changes(list(uids))

    def changed(self, table: Table, *, newest_first: bool = False) -> Iterator[_Changes]:
        """What was changed of rows that the set did not make, some rows at a time."""
        for some in self._parcels(table, Change.UPDATED, newest_first):
            first: dict[str, int] = {}
            for one in self._at(some):
                first.setdefault(one.row_uid, one.position)
            # A large set may change a row twice: it is taken back where it was changed first.
            made = _RECORDS.c.change == Change.CREATED.value
            before = (_RECORDS.c.change == Change.UPDATED.value) & (_RECORDS.c.position < some[0])
            of_rows = select(_RECORDS.c.row_uid).where(*self._of(first), made | before)
            done = set(self._session.scalars(of_rows))
            yield self._changes([uid for uid in first if uid not in done])

    def deleted(self, table: Table) -> Iterator[list[dict[str, Any]]]:
        """The rows that were deleted, some at a time."""
        for some in self._parcels(table, Change.DELETED, newest_first=False):
            yield [_restored(table, one) for one in self._at(some)]

    def rows(self) -> list[tuple[str, str]]:
        """Table and uid of every row the set is about."""
        about = select(_RECORDS.c.table_name, _RECORDS.c.row_uid).where(_RECORDS.c.set_number == self.number)
        return [(name, uid) for name, uid in self._session.execute(about.distinct())]

    def _parcels(self, table: Table, change: Change, newest_first: bool) -> Iterator[Sequence[int]]:
        places = self._places.get((str(table.name), change.value), array("q"))
        starts = range(0, len(places), _CHUNK)
        for start in reversed(starts) if newest_first else starts:
            yield places[start : start + _CHUNK]

    def _changes(self, uids: list[str]) -> _Changes:
        changes: _Changes = defaultdict(dict)
        for one in self._read(*self._of(uids), _RECORDS.c.change == Change.UPDATED.value):
            fields = changes[one.row_uid]
            first = fields.get(one.field, one)
            fields[one.field] = _Change(first.before, one.after)
        return changes

    def _at(self, places: Sequence[int]) -> Sequence[Row[Any]]:
        return self._read(_RECORDS.c.set_number == self.number, _RECORDS.c.position.in_(places))

    def _of(self, uids: Iterable[str]) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
        return _RECORDS.c.row_uid.in_(list(uids)), in_set(_RECORDS.c.set_number, self.number)

    def _read(self, *conditions: ColumnElement[bool]) -> Sequence[Row[Any]]:
        found = select(_RECORDS).where(*conditions).order_by(_RECORDS.c.position)
        return self._session.execute(found).all()


@collecting.seldom()
def undo(session: Session, number: int, progress: Progress | None = None) -> int:
    """Take back change set `number` as part of this transaction; returns how many rows that changes.

    Taking back an undo does the change again. `progress(done, total)` counts records, each of them looked
    at and then taken back. Raises UserError `changes.undo_unknown` (there is no such
    set, or its contents were erased), `changes.undo_not_possible` (its kind cannot be taken back),
    `changes.undo_refused` with `rows`, the (table, uid) pairs that are no longer as the set left them
    or that other rows depend on.
    """
    found = session.execute(select(_SETS).where(_SETS.c.number == number)).one_or_none()
    if found is None:
        raise UserError("changes.undo_unknown", number=number)
    kind = _original_kind(session, found)
    if not is_undoable(kind, found.records):
        raise UserError("changes.undo_not_possible", number=number, kind=kind)
    session.flush()
    subject = (found.subject_table, found.subject_uid) if found.subject_uid else None
    describe(session, UNDONE, subject=subject, undo_of=number, set=number)
    records = _Records(session, number)
    step = counting(progress, len(records), rounds=2)
    blocked = _blocked(session, records, step)
    if blocked:
        raise UserError("changes.undo_refused", rows=sorted(blocked))
    try:
        return _take_back(session, records, step)
    except IntegrityError as error:
        # A restored value or row collides with one that came afterwards, for instance a name taken anew.
        raise UserError("changes.undo_refused", rows=sorted(records.rows())) from error


def _original_kind(session: Session, one: Row[Any]) -> str:
    """The kind of what is undone or done again in the end, however often it went to and fro."""
    while one.kind == UNDONE and one.undo_of is not None:
        one = session.execute(select(_SETS).where(_SETS.c.number == one.undo_of)).one()
    return str(one.kind)


def _restored(table: Table, record: Row[Any]) -> dict[str, Any]:
    encoded = codec.row_from_text(record.before)
    row = {
        name: codec.decode(column, encoded[name]) if name in encoded else None
        for name, column in codec.recorded_columns(table).items()
    }
    row["id"] = codec.decode(table.c.id, encoded["id"])
    # A person who still has the row open from before must meet a conflict, not the same version again.
    return row | {"uid": record.row_uid, "version": record.row_version + 1}


# ---------------------------------------------------------------------- what stands in the way


def _blocked(session: Session, records: _Records, step: Callable[[int], None]) -> set[tuple[str, str]]:
    """Rows that are no longer as the set left them, or cannot go because of others."""
    audit_key = recorder_of(session).audit_key
    blocked: set[tuple[str, str]] = set()
    for table in records.tables:
        name = str(table.name)
        for changed in records.changed(table):
            present = _rows(session, table, changed)
            blocked.update(
                (name, uid)
                for uid, fields in changed.items()
                if uid not in present
                or any(
                    codec.encode(table.c[field], present[uid][field]) != one.after
                    for field, one in fields.items()
                )
            )
            step(sum(map(len, changed.values())))
        pointing = _pointing(session, table)
        for seals in records.created(table):
            present = _rows(session, table, seals)
            remade = records.remade(table, seals)
            blocked.update((name, uid) for uid in _altered(table, audit_key, seals, present, remade))
            ids = {row["id"]: uid for uid, row in present.items()}
            for key in pointing:
                blocked.update((name, ids[one]) for one in _needed(session, records.number, key, list(ids)))
            step(len(seals))
        for rows in records.deleted(table):
            present = _rows(session, table, [row["uid"] for row in rows])
            blocked.update((name, uid) for uid in present)
            step(len(rows))
    return blocked


def _altered(
    table: Table, audit_key: bytes, seals: dict[str, str], present: dict[str, Any], remade: _Changes
) -> Iterator[str]:
    """Which of the rows that a set made do not fit their seals any more, or are gone."""
    plain = [uid for uid in seals if uid in present and uid not in remade]
    columns = {name: [present[uid][name] for uid in plain] for name in (c.name for c in table.columns)}
    texts = dict(zip(plain, codec.whole_row_texts(table, columns), strict=True)) if plain else {}
    for uid, seal in seals.items():
        if uid in texts and row_seal(audit_key, uid, texts[uid]) == seal:
            continue
        row = present.get(uid)
        state = None if row is None else _before(codec.encode_whole_row(table, row), remade.get(uid, {}))
        if state is None or not is_row_sealed(audit_key, uid, state, seal):
            yield uid


def _before(state: dict[str, str], fields: dict[str, _Change]) -> dict[str, str] | None:
    """A row as it was made, before the same set changed it; None if it is not as the set left it."""
    for name, changed in fields.items():
        if state.pop(name, codec.NULL) != changed.after:
            return None
        if changed.before != codec.NULL:
            state[name] = changed.before
    return state


def _pointing(session: Session, table: Table) -> list[ForeignKey]:
    """By which columns rows, as far as there are any, point to those of a table."""
    return [
        key
        for child in codec.business_tables().values()
        for key in child.foreign_keys
        if key.column.table is table and session.scalar(select(child.c.id).limit(1)) is not None
    ]


def _needed(session: Session, number: int, key: ForeignKey, ids: list[int]) -> Iterable[int]:
    """Ids that rows which stay as they are point to, although the set that is taken back made them."""
    child = key.parent.table
    mine = aliased(_RECORDS)
    made = mine.c.change == Change.CREATED.value
    # One that is changed back in this column points elsewhere before the row goes.
    turned = (mine.c.change == Change.UPDATED.value) & (mine.c.field == key.parent.name)
    is_moved = exists().where(mine.c.row_uid == child.c.uid, in_set(mine.c.set_number, number), made | turned)
    return session.scalars(select(key.parent).where(key.parent.in_(ids), ~is_moved).distinct()).all()


# ---------------------------------------------------------------------- taking it back


def _take_back(session: Session, records: _Records, step: Callable[[int], None]) -> int:
    """Returns how many rows that changes. Raises IntegrityError if something is in the way."""
    rows = 0
    for table in records.tables:
        for restored in records.deleted(table):
            bulk.insert(session, codec.model_of(str(table.name)), restored)
            rows += len(restored)
            step(len(restored))
    for table in records.tables:
        # What was changed last goes back first: it may hold what another row had before, such as a number.
        for changed in records.changed(table, newest_first=True):
            _change_back(session, table, changed)
            rows += len(changed)
            step(sum(map(len, changed.values())))
    for table in reversed(records.tables):
        for seals in records.created(table, newest_first=True):
            ids = _ids(session, table, seals)
            bulk.delete(session, codec.model_of(str(table.name)), [ids[uid] for uid in reversed(seals)])
            rows += len(seals)
            step(len(seals))
    return rows


def _change_back(session: Session, table: Table, changes: _Changes) -> None:
    ids = _ids(session, table, changes)
    by_fields: dict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    for uid, fields in changes.items():
        before = {name: codec.decode(table.c[name], changed.before) for name, changed in fields.items()}
        by_fields[tuple(sorted(fields))].append({"id": ids[uid]} | before)
    for names, rows in reversed(by_fields.items()):
        bulk.update(session, codec.model_of(str(table.name)), rows, names)


def _ids(session: Session, table: Table, uids: Iterable[str]) -> dict[str, int]:
    found = select(table.c.uid, table.c.id).where(table.c.uid.in_(list(uids)))
    return dict(session.execute(found).all())


def _rows(session: Session, table: Table, uids: Iterable[str]) -> dict[str, Any]:
    found = select(table).where(table.c.uid.in_(list(uids)))
    return {row["uid"]: row for row in session.execute(found).mappings()}
