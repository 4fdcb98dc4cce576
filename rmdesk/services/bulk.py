"""Statements over many rows, with the same change records that the session's flush writes.

The flush does not see such statements, so this is the only place for them. They are some ten times
faster than one object at a time. Objects of the session that they touch are read anew when next used.
"""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any, TypeVar, cast

import sqlalchemy as sa
from sqlalchemy.orm import Session

from rmdesk.models import Business
from rmdesk.models.base import IDS_GIVEN, new_uids
from rmdesk.services import inserting
from rmdesk.services.changes import codec
from rmdesk.services.changes.record import recorder_of
from rmdesk.services.changes.writing import Created
from rmdesk.services.errors import Conflict

_CHUNK = 2000  # rows in one statement

_T = TypeVar("_T")


def insert(
    session: Session,
    model: type[Business],
    rows: Iterable[Mapping[str, Any]],
    *,
    is_followed: bool = True,
) -> list[str]:
    """Insert rows given as {column: value}; returns their uids in order.

    Columns left out get their defaults. Either all rows bring an `id` or none does: those get the next ones
    (`next_id`). Not `is_followed`: whoever calls enters their customers in the search index.
    """
    uids: list[str] = []
    for chunk in _chunks(rows):
        uids += insert_columns(session, model, _columns(_table(model), chunk), is_followed=is_followed)
    return uids


def insert_columns(
    session: Session,
    model: type[Business],
    columns: Mapping[str, Sequence[Any]],
    *,
    is_followed: bool = True,
) -> list[str]:
    """As `insert`, of rows given column by column, all of one length and no more than some thousand."""
    count = len(next(iter(columns.values()), ()))
    if not count:
        return []
    recorder = recorder_of(session)
    session.flush()
    table = _table(model)
    whole = dict(columns)
    if codec.ID not in columns:
        first = next_id(session, model)
        whole[codec.ID] = range(first, first + count)
    whole |= {one.name: _default(one, count) for one in table.columns if one.name not in whole}
    connection = session.connection()
    inserting.insert_columns(connection, table, whole)
    uids = list(whole["uid"])
    texts = codec.whole_row_texts(table, whole)
    recorder.created_many(Created(str(table.name), uids, list(whole["version"]), texts, is_followed))
    recorder.settle(connection)
    return uids


def next_id(session: Session, model: type[Business]) -> int:
    """The id that a row without one would get: above all there ever were. Nobody else inserts meanwhile."""
    last = session.scalar(sa.select(IDS_GIVEN.c.seq).where(IDS_GIVEN.c.name == _table(model).name))
    return (last or 0) + 1


def update(
    session: Session, model: type[Business], rows: Iterable[Mapping[str, Any]], fields: Collection[str]
) -> int:
    """Set `fields` of the rows whose `id` each mapping gives; returns how many differed and were changed.

    A mapping that brings a `version` states the one that was seen. Raises Conflict if the row has
    another one now, LookupError if there is no such row.
    """
    recorder = recorder_of(session)
    session.flush()
    table = _table(model)
    columns = [table.c[name] for name in fields]
    statement = (
        sa.update(table)
        .where(table.c.id == sa.bindparam("row_id"))
        .values({"version": table.c.version + 1} | {name: sa.bindparam(f"new_{name}") for name in fields})
    )
    changed = 0
    for chunk in _chunks(rows):
        present = _present(session, table, [row["id"] for row in chunk])
        parameters: list[dict[str, Any]] = []
        for row in chunk:
            stored = present[row["id"]]
            if row.get("version", stored["version"]) != stored["version"]:
                raise Conflict(
                    "row.changed",
                    table=table.name,
                    uid=stored["uid"],
                    seen=row["version"],
                    present=stored["version"],
                )
            differing: dict[str, tuple[str, str]] = {}
            for column in columns:
                name = column.name
                before, after = codec.encode(column, stored[name]), codec.encode(column, row[name])
                if before != after:
                    differing[name] = (before, after)
            if differing:
                recorder.updated(table.name, stored["uid"], stored["version"] + 1, differing)
                parameters.append({"row_id": row["id"]} | {f"new_{name}": row[name] for name in fields})
        if parameters:
            session.connection().execute(statement, parameters)
            recorder.settle(session.connection())
        changed += len(parameters)
    session.expire_all()
    return changed


def delete(session: Session, model: type[Business], ids: Iterable[int]) -> None:
    """Delete the rows with these ids; raises LookupError if one is not there."""
    recorder = recorder_of(session)
    session.flush()
    table = _table(model)
    statement = sa.delete(table).where(table.c.id == sa.bindparam("row_id"))
    for chunk in _chunks(ids):
        present = _present(session, table, chunk).values()
        columns = {column.name: [row[column.name] for row in present] for column in table.columns}
        texts = codec.whole_row_texts(table, columns)
        recorder.deleted_many(str(table.name), columns["uid"], columns["version"], texts)
        connection = session.connection()
        connection.execute(statement, [{"row_id": one} for one in columns["id"]])
        recorder.settle(connection)
    session.expire_all()


def _present(session: Session, table: sa.Table, ids: list[int]) -> dict[int, sa.RowMapping]:
    """The rows as they are now, in the order of `ids`."""
    rows = session.connection().execute(sa.select(table).where(table.c.id.in_(ids))).mappings()
    by_id = {row["id"]: row for row in rows}
    missing = [one for one in ids if one not in by_id]
    if missing:
        raise LookupError(f"{len(missing)} rows of {table.name} are not there")
    return {one: by_id[one] for one in ids}


def _table(model: type[Business]) -> sa.Table:
    return cast(sa.Table, model.__table__)  # type: ignore[attr-defined]


def _columns(table: sa.Table, rows: Sequence[Mapping[str, Any]]) -> dict[str, Sequence[Any]]:
    """Rows column by column; a column that only some of them bring gets its default in the others."""
    first = rows[0]
    if all(map(len(first).__eq__, map(len, rows))):
        with contextlib.suppress(KeyError):
            return {name: list(map(itemgetter(name), rows)) for name in first}
    columns: dict[str, Sequence[Any]] = {}
    for name in dict.fromkeys(name for row in rows for name in row):
        defaults = _default(table.c[name], len(rows))
        columns[name] = [row.get(name, default) for row, default in zip(rows, defaults, strict=True)]
    return columns


def _default(column: sa.Column[Any], count: int) -> Sequence[Any]:
    """What a column holds in so many rows that do not bring it."""
    if column.name == "uid":
        return new_uids(count)
    default: Any = column.default
    if default is None:
        return [None] * count
    return [default.arg(None) for _ in range(count)] if default.is_callable else [default.arg] * count


def _chunks(items: Iterable[_T]) -> Iterator[list[_T]]:
    iterator = iter(items)
    while chunk := list(itertools.islice(iterator, _CHUNK)):
        yield chunk
