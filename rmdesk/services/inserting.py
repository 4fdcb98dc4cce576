"""Inserting many rows at the least cost: one statement of the driver, its values prepared here.

SQLAlchemy's own way looks at each value of each row anew, which takes as long as the database does. Rows of
the branch's business go through `services/bulk.py`, which records them.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import itemgetter
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Dialect, Table


def insert_rows(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows that all have the columns of the first one, as values of the columns' Python types."""
    if not rows:
        return
    dialect = connection.dialect
    statement, names, processes = _prepared(table, dialect, tuple(rows[0]))
    # Column by column: neither taking values out nor most of what a type does to them runs in Python then.
    columns: list[Iterable[Any]] = []
    for name, process in zip(names, processes, strict=True):
        values = map(itemgetter(name), rows)
        columns.append(values if process is None else map(process, values))
    prepared = zip(*columns, strict=True)
    if dialect.positional:
        connection.exec_driver_sql(statement, list(prepared))
    else:
        connection.exec_driver_sql(statement, [dict(zip(names, values, strict=True)) for values in prepared])


def insert_tuples(
    connection: Connection, table: Table, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]
) -> None:
    """Insert rows given as tuples of these columns, as values of the columns' Python types."""
    if not rows:
        return
    statement, names, processes = _prepared(table, connection.dialect, tuple(columns))
    taken: list[Iterable[Any]] = list(zip(*rows, strict=True))
    places = [columns.index(name) for name in names]
    values = [
        taken[place] if process is None else map(process, taken[place])
        for place, process in zip(places, processes, strict=True)
    ]
    prepared = zip(*values, strict=True)
    if connection.dialect.positional:
        connection.exec_driver_sql(statement, list(prepared))
    else:
        connection.exec_driver_sql(statement, [dict(zip(names, one, strict=True)) for one in prepared])


@functools.lru_cache(maxsize=128)  # compiling takes three times as long as inserting one row
def _prepared(
    table: Table, dialect: Dialect, columns: tuple[str, ...]
) -> tuple[str, Sequence[str], list[Any]]:
    """The statement, its columns as the driver wants them, and what each one's values go through."""
    statement = sa.insert(table).compile(dialect=dialect, column_keys=list(columns))
    names = statement.positiontup if dialect.positional else list(columns)
    assert names is not None
    processes = [_process(table.c[name], dialect) for name in names]
    return statement.string, names, processes


def _process(column: sa.Column[Any], dialect: Dialect) -> Callable[[Any], Any] | None:
    if isinstance(column.type, sa.LargeBinary):
        return None  # drivers take bytes as they are; wrapping each takes longer than writing it
    processor: Callable[[Any], Any] | None = column.type.dialect_impl(dialect).bind_processor(dialect)
    return processor
