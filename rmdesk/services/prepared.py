"""Statements compiled once, for what every edit runs.

SQLAlchemy looks at a statement anew each time it is executed, which takes longer than the database does for
one row. What comes back are the driver's own values: days are texts there, to be compared and written again.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import BindParameter, Connection, Dialect, Executable
from sqlalchemy.sql.compiler import SQLCompiler


class Prepared:
    """A statement for one dialect; values given when it is executed replace those its parameters hold."""

    def __init__(self, statement: Executable, dialect: Dialect) -> None:
        rendered = {"render_postcompile": True}  # lists of constants are written out
        compiled = statement.compile(dialect=dialect, compile_kwargs=rendered)  # type: ignore[attr-defined]
        assert isinstance(compiled, SQLCompiler)
        self._text = compiled.string
        self._order = compiled.positiontup
        self._known = {
            name: _processed(value, compiled.binds.get(name), dialect)
            for name, value in compiled.params.items()
        }

    def rows(self, connection: Connection, **values: Any) -> Sequence[Any]:
        """All rows for these values of the open parameters."""
        return self._executed(connection, values).fetchall()  # type: ignore[no-any-return]

    def each(self, connection: Connection, **values: Any) -> Iterator[Any]:
        """One row after the other, for those who need not see them all; the rest is not looked for."""
        with contextlib.closing(self._executed(connection, values)) as cursor:
            yield from cursor

    def execute(self, connection: Connection, **values: Any) -> None:
        """The same for a statement that gives no rows."""
        self._executed(connection, values)

    def _executed(self, connection: Connection, values: dict[str, Any]) -> Any:
        given = self._known | values
        parameters = given if self._order is None else tuple([given[name] for name in self._order])
        # What SQLAlchemy makes beside the driver's own cursor takes longer than finding a few rows.
        cursor = connection.connection.cursor()
        cursor.execute(self._text, parameters)
        return cursor


def _processed(value: Any, parameter: BindParameter[Any] | None, dialect: Dialect) -> Any:
    if parameter is None:  # one of a list
        return value
    process = parameter.type.dialect_impl(dialect).bind_processor(dialect)
    return value if process is None else process(value)
