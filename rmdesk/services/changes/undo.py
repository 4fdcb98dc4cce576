"""Taking back a change set, by a new one: whoever reads the records sees both.

One function for an edit, an import, a merge. It refuses unless everything still is as the change set
left it, so it never takes back what somebody did afterwards.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any, NamedTuple, cast

from sqlalchemy import Row, Table, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapper, Session

from rmdesk.models import Base, Business, Change, ChangeRecord, ChangeSet
from rmdesk.services import bulk
from rmdesk.services.changes import codec
from rmdesk.services.changes.commitments import is_row_sealed
from rmdesk.services.changes.record import describe, recorder_of
from rmdesk.services.errors import UserError

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
        "tiers.set",  # names and ranks are unique: going back step by step, they would collide
    }
)
_NOT_UNDOABLE_AREAS = ("auth.", "branch.", "vault.", "staff.password_", "changes.", "demo.")

_SETS = cast(Table, ChangeSet.__table__)
_RECORDS = cast(Table, ChangeRecord.__table__)
_CHUNK = 2000


def is_undoable(kind: str, records: int) -> bool:
    """Whether a change set of this kind may be taken back at all, if nothing changed since."""
    return records > 0 and kind not in NOT_UNDOABLE and not kind.startswith(_NOT_UNDOABLE_AREAS)


class _Change(NamedTuple):
    """What a field held before the set and after it, encoded."""

    before: str
    after: str


@dataclass
class _Plan:
    """What must be done to the rows of one table; by uid."""

    restore: list[dict[str, Any]] = field(default_factory=list)
    change: dict[str, dict[str, _Change]] = field(default_factory=lambda: defaultdict(dict))
    remove: dict[str, str] = field(default_factory=dict)  # the seal of the creation
    # A large set may change again what it made itself: that goes with the row.
    remade: dict[str, dict[str, _Change]] = field(default_factory=lambda: defaultdict(dict))


def undo(session: Session, number: int) -> int:
    """Take back change set `number` as part of this transaction; returns how many rows that changes.

    Taking back an undo does the change again. Raises UserError `changes.undo_unknown` (there is no such
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
    plans = _plan(session, number)
    mappers = _mappers()
    blocked = []
    for table, plan in plans.items():
        blocked += _changed_since(session, mappers[table].class_, plan)
    removed = {
        table: _ids(session, codec.business_tables()[table], plan.remove) for table, plan in plans.items()
    }
    blocked += _dependants(session, removed, plans)
    if blocked:
        raise UserError("changes.undo_refused", rows=sorted(set(blocked)))
    # Rows that others point to come first when restored and last when removed.
    order = [table.name for table in Base.metadata.sorted_tables if table.name in plans]
    try:
        for table in order:
            bulk.insert(session, mappers[table].class_, plans[table].restore)
        for table in order:
            _change_back(session, mappers[table].class_, plans[table])
        for table in reversed(order):
            bulk.delete(session, mappers[table].class_, reversed(removed[table]))
    except IntegrityError as error:
        # A restored value or row collides with one that came afterwards, for instance a name taken anew.
        rows = sorted((name, uid) for name, plan in plans.items() for uid in _uids(plan))
        raise UserError("changes.undo_refused", rows=rows) from error
    return sum(len(_uids(plan)) for plan in plans.values())


def _original_kind(session: Session, one: Row[Any]) -> str:
    """The kind of what is undone or done again in the end, however often it went to and fro."""
    while one.kind == UNDONE and one.undo_of is not None:
        one = session.execute(select(_SETS).where(_SETS.c.number == one.undo_of)).one()
    return str(one.kind)


def _mappers() -> dict[str, Mapper[Business]]:
    return {
        str(mapper.local_table.name): mapper  # type: ignore[attr-defined]
        for mapper in Base.registry.mappers
        if issubclass(mapper.class_, Business)
    }


def _uids(plan: _Plan) -> set[str]:
    return {*(row["uid"] for row in plan.restore), *plan.change, *plan.remove}


def _plan(session: Session, number: int) -> dict[str, _Plan]:
    """What the records of a set ask for, by table; nothing is read of the rows themselves."""
    plans: dict[str, _Plan] = defaultdict(_Plan)
    tables = codec.business_tables()
    statement = select(_RECORDS).where(_RECORDS.c.set_number == number).order_by(_RECORDS.c.position)
    for record in session.execute(statement):
        table = tables.get(record.table_name)
        erased = record.erased_by is not None
        unknown_field = record.change == Change.UPDATED and table is not None and record.field not in table.c
        if table is None or erased or unknown_field:
            raise UserError("changes.undo_unknown", number=number)
        plan = plans[record.table_name]
        if record.change == Change.CREATED:
            plan.remove[record.row_uid] = record.after
        elif record.change == Change.UPDATED:
            changed = plan.remade if record.row_uid in plan.remove else plan.change
            fields = changed[record.row_uid]
            first = fields.get(record.field, record)  # a large set may change a field twice
            fields[record.field] = _Change(first.before, record.after)
        else:
            plan.restore.append(_restored(table, record))
    return dict(plans)


def _restored(table: Table, record: Row[Any]) -> dict[str, Any]:
    encoded = codec.row_from_text(record.before)
    row = {
        name: codec.decode(column, encoded[name]) if name in encoded else None
        for name, column in codec.recorded_columns(table).items()
    }
    row["id"] = codec.decode(table.c.id, encoded["id"])
    # A person who still has the row open from before must meet a conflict, not the same version again.
    return row | {"uid": record.row_uid, "version": record.row_version + 1}


def _changed_since(session: Session, model: type[Business], plan: _Plan) -> list[tuple[str, str]]:
    """Rows that are no longer as the set left them."""
    table = codec.business_tables()[model.__tablename__]  # type: ignore[attr-defined]
    audit_key = recorder_of(session).audit_key
    blocked = []
    present = _rows(session, table, [*plan.change, *plan.remove, *(row["uid"] for row in plan.restore)])
    for uid, fields in plan.change.items():
        row = present.get(uid)
        if row is None or any(
            codec.encode(table.c[name], row[name]) != changed.after for name, changed in fields.items()
        ):
            blocked.append((table.name, uid))
    for uid, seal in plan.remove.items():
        row = present.get(uid)
        state = (
            _before(codec.encode_whole_row(table, row), plan.remade.get(uid, {})) if row is not None else None
        )
        if state is None or not is_row_sealed(audit_key, uid, state, seal):
            blocked.append((table.name, uid))
    blocked += [(table.name, row["uid"]) for row in plan.restore if row["uid"] in present]
    return blocked


def _before(state: dict[str, str], fields: dict[str, _Change]) -> dict[str, str] | None:
    """A row as it was made, before the same set changed it; None if it is not as the set left it."""
    for name, changed in fields.items():
        if state.pop(name, codec.NULL) != changed.after:
            return None
        if changed.before != codec.NULL:
            state[name] = changed.before
    return state


def _dependants(
    session: Session, removed: dict[str, list[int]], plans: dict[str, _Plan]
) -> list[tuple[str, str]]:
    """Rows that would be removed although others, which stay as they are, point to them."""
    blocked = []
    for child in codec.business_tables().values():
        own = set(removed.get(child.name, ()))
        changing = plans[child.name].change if child.name in plans else {}
        for key in child.foreign_keys:
            parent = key.column.table
            ids = removed.get(parent.name, [])
            for start in range(0, len(ids), _CHUNK):
                pointing = select(child.c.id, child.c.uid, parent.c.uid).join_from(
                    child, parent, key.parent == key.column
                )
                chunk = pointing.where(key.parent.in_(ids[start : start + _CHUNK]))
                blocked += [
                    (parent.name, uid)
                    for child_id, child_uid, uid in session.execute(chunk)
                    # One that is changed back in this column points elsewhere before the row goes.
                    if child_id not in own and key.parent.name not in changing.get(child_uid, ())
                ]
    return blocked


def _change_back(session: Session, model: type[Business], plan: _Plan) -> None:
    table = codec.business_tables()[model.__tablename__]  # type: ignore[attr-defined]
    ids = {uid: row["id"] for uid, row in _rows(session, table, list(plan.change)).items()}
    by_fields: dict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    for uid, fields in plan.change.items():
        before = {name: codec.decode(table.c[name], changed.before) for name, changed in fields.items()}
        by_fields[tuple(sorted(fields))].append({"id": ids[uid]} | before)
    # What was changed last goes back first: it may hold what another row had before, such as a number.
    for names, rows in reversed(by_fields.items()):
        bulk.update(session, model, rows, names)


def _ids(session: Session, table: Table, uids: dict[str, str]) -> list[int]:
    present = _rows(session, table, list(uids))
    return [present[uid]["id"] for uid in uids if uid in present]


def _rows(session: Session, table: Table, uids: list[str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for start in range(0, len(uids), _CHUNK):
        statement = select(table).where(table.c.uid.in_(uids[start : start + _CHUNK]))
        found |= {row["uid"]: row for row in session.execute(statement).mappings()}
    return found
