"""Rows as the driver gives them, for lists of thousands: SQLAlchemy would make an object of each."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from typing import Any

from sqlalchemy import Connection, Executable, Select, Table, select, type_coerce
from sqlalchemy.orm import Session
from sqlalchemy.types import NullType

from rmdesk.services.prepared import Prepared


def read(session: Session, statement: Executable) -> list[tuple[Any, ...]]:
    """All rows of a query, with the driver's values: a date is its ISO text, a flag 0 or 1."""
    result = session.connection().execute(statement)
    assert result.cursor is not None
    rows: list[tuple[Any, ...]] = result.cursor.fetchall()  # type: ignore[assignment]
    result.close()
    return rows


def unread(table: Table) -> Select[*tuple[Any, ...]]:
    """A query of all columns of a table, each as it is stored whatever its type says."""
    return select(*(type_coerce(column, NullType()).label(column.name) for column in table.columns))


def batches(
    session: Session, statement: Executable, size: int = 2000
) -> Generator[list[tuple[Any, ...]], None, None]:
    """The rows of a query, as many at a time; for tables that are longer than memory. Whoever does not take
    all of them closes it while the session is there.
    """
    result = session.connection().execute(statement)
    cursor = result.cursor
    assert cursor is not None
    try:
        while rows := cursor.fetchmany(size):
            yield rows  # type: ignore[misc]
    finally:
        result.close()


def stream(session: Session, statement: Executable) -> Generator[tuple[Any, ...], None, None]:
    """The same, row by row."""
    for rows in batches(session, statement):
        yield from rows


class Statement:
    """The same for a query whose text is made once; values for its parameters are the driver's too."""

    def __init__(self, query: Select[*tuple[Any, ...]]) -> None:
        self._query = query
        self._prepared: Prepared | None = None

    def read(self, session: Session, **values: Any) -> list[tuple[Any, ...]]:
        connection = session.connection()
        rows: list[tuple[Any, ...]] = self._made(connection).rows(connection, **values)  # type: ignore[assignment]
        return rows

    def each(self, session: Session, **values: Any) -> Iterator[tuple[Any, ...]]:
        """One row after the other, for those who need not see them all; the rest is not looked for."""
        connection = session.connection()
        return self._made(connection).each(connection, **values)

    def _made(self, connection: Connection) -> Prepared:
        if self._prepared is None:
            self._prepared = Prepared(self._query, connection.dialect)
        return self._prepared
