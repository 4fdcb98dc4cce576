"""Inserting many rows at the least cost: few statements of the driver, their values prepared here.

SQLAlchemy's own way looks at each value of each row anew, which takes as long as the database does. Rows of
the branch's business go through `services/bulk.py`, which records them.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from operator import itemgetter
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Dialect, Table

# One statement takes so many rows or values at most. What it costs to begin one (the lists of allowed values
# that a table checks, handing the interpreter over to other threads) is a third of inserting a single row.
_ROWS, _VALUES = 100, 2000
# What the driver takes at once. For a member of an enumeration it looks for a converter first, though it is a
# text: ten times slower.
_PLAIN = frozenset({int, str, bytes, type(None)})


def insert_rows(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows that all have the columns of the first one, as values of the columns' Python types."""
    if rows:
        insert_columns(connection, table, {name: list(map(itemgetter(name), rows)) for name in rows[0]})


def insert_tuples(
    connection: Connection, table: Table, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]
) -> None:
    """Insert rows given as tuples of these columns, as values of the columns' Python types."""
    if rows:
        insert_columns(connection, table, dict(zip(columns, zip(*rows, strict=True), strict=True)))


def insert_columns(connection: Connection, table: Table, columns: Mapping[str, Sequence[Any]]) -> None:
    """Insert rows given column by column, at least one, as values of the columns' Python types."""
    # A column that is empty in all these rows is not spoken of: a customer has thirty of them.
    spoken = [name for name, values in columns.items() if not _is_empty(table, name, values)]
    dialect = connection.dialect
    statement, names, processes = _prepared(table, dialect, tuple(spoken) or tuple(columns)[:1])
    # Column by column: neither taking values out nor most of what a type does to them runs in Python then.
    taken = [_processed(columns[name], process) for name, process in zip(names, processes, strict=True)]
    rows = list(zip(*taken, strict=True))
    if dialect.positional:
        insert_values(connection, statement, rows)
    else:
        connection.exec_driver_sql(statement, [dict(zip(names, values, strict=True)) for values in rows])


def insert_values(connection: Connection, statement: str, rows: Sequence[tuple[Any, ...]]) -> None:
    """Insert rows, one at least, by the driver's statement for one, which ends with `VALUES (?, …)`."""
    together = min(_ROWS, max(1, _VALUES // len(rows[0])))
    left = len(rows) % together
    if len(rows) > left:
        head, values, marks = statement.rpartition(" VALUES ")
        whole = head + values + ", ".join([marks] * together)
        connection.exec_driver_sql(
            whole,
            [
                tuple(chain.from_iterable(rows[start : start + together]))
                for start in range(0, len(rows) - left, together)
            ],
        )
    if left:
        connection.exec_driver_sql(statement, list(rows[-left:]))


def _processed(values: Sequence[Any], process: Callable[[Any], Any] | None) -> Iterable[Any]:
    if process is None:
        if _PLAIN.issuperset(map(type, values)):
            return values
        return [str(one) if isinstance(one, str) else one for one in values]
    if values.count(values[0]) == len(values):  # such as the flags of new customers
        return [process(values[0])] * len(values)
    return map(process, values)


def _is_empty(table: Table, name: str, values: Sequence[Any]) -> bool:
    return values[0] is None and values.count(None) == len(values) and table.c[name].server_default is None


@functools.lru_cache(maxsize=256)  # compiling takes three times as long as inserting one row
def _prepared(
    table: Table, dialect: Dialect, columns: tuple[str, ...]
) -> tuple[str, Sequence[str], list[Any]]:
    """The statement, its columns as the driver wants them, and what each one's values go through."""
    # Of the bare table: that of the model would add what columns left out hold by default.
    bare = sa.table(table.name, *(sa.column(name, table.c[name].type) for name in columns))
    statement = sa.insert(bare).compile(dialect=dialect, column_keys=list(columns))
    names = statement.positiontup if dialect.positional else list(columns)
    assert names is not None
    processes = [_process(table.c[name], dialect) for name in names]
    return statement.string, names, processes


def _process(column: sa.Column[Any], dialect: Dialect) -> Callable[[Any], Any] | None:
    if isinstance(column.type, sa.LargeBinary):
        return None  # drivers take bytes as they are; wrapping each takes longer than writing it
    processor: Callable[[Any], Any] | None = column.type.dialect_impl(dialect).bind_processor(dialect)
    return processor
