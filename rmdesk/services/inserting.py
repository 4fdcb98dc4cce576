"""Inserting many rows at the least cost: one statement of the driver, its values prepared here.

SQLAlchemy's own way looks at each value of each row anew, which takes as long as the database does. Rows of
the branch's business go through `services/bulk.py`, which records them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Table


def insert_rows(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows that all have the columns of the first one, as values of the columns' Python types."""
    if not rows:
        return
    dialect = connection.dialect
    statement = sa.insert(table).compile(dialect=dialect, column_keys=list(rows[0]))
    names = statement.positiontup if dialect.positional else list(rows[0])
    assert names is not None
    # Column by column: neither taking values out nor most of what a type does to them runs in Python then.
    columns: list[Iterable[Any]] = []
    for name in names:
        values = map(itemgetter(name), rows)
        process = table.c[name].type.dialect_impl(dialect).bind_processor(dialect)
        columns.append(values if process is None else map(process, values))
    prepared = zip(*columns, strict=True)
    if dialect.positional:
        connection.exec_driver_sql(statement.string, list(prepared))
    else:
        connection.exec_driver_sql(
            statement.string, [dict(zip(names, values, strict=True)) for values in prepared]
        )
