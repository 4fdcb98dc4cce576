"""What tables a database has: by its own schema, and where that is hurt, by a sound one's."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

# The columns of `sqlite_schema`.
Entry = tuple[str, str, str, int, str | None]

_SEARCH = "customer_search"  # and its shadows: made anew
_UID = re.compile(r"[0-9a-f]{32}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    type: str
    required: bool

    def fits(self, value: Any) -> bool:
        """Whether a value may stand here; what nothing is said of may hold anything."""
        if value is None:
            return not self.required
        kind = self.type.partition("(")[0]
        if kind in ("INTEGER", "BIGINT", "SMALLINT", "BOOLEAN"):
            return isinstance(value, int)
        if kind == "BLOB":
            return isinstance(value, bytes)
        if not isinstance(value, str):
            return False
        if kind == "DATE":
            return _DAY.fullmatch(value) is not None
        if kind == "DATETIME":
            return _DAY.match(value) is not None
        if self.name == "uid" or self.name.endswith("_uid"):
            return _UID.fullmatch(value) is not None
        longest = re.search(r"\((\d+)\)", self.type)
        return longest is None or len(value) <= int(longest[1])


@dataclass(slots=True)
class Outline:
    """One table: how it was made, the root of its tree (0: unknown), those of its indexes of all rows."""

    name: str
    sql: str
    root: int = 0
    indexes: list[int] = field(default_factory=list)
    columns: list[Column] = field(default_factory=list)
    id_column: int | None = None  # where the number of a row stands, which its record leaves out
    order: list[int] = field(default_factory=list)  # of the columns in a record; others but in tables by key
    defaults: list[Any] = field(default_factory=list)  # of columns that came later

    @property
    def without_rowid(self) -> bool:
        return "WITHOUT ROWID" in self.sql.upper()

    def describe(self, connection: Any) -> None:
        """Learn the columns from a database that has this table."""
        info = connection.execute(f'PRAGMA table_info("{self.name}")').fetchall()
        self.columns = [
            Column(name, kind.upper(), bool(required) or (bool(key) and self.without_rowid))
            for _n, name, kind, required, _default, key in info
        ]
        keys = sorted((one for one in info if one[5]), key=lambda one: one[5])
        self.order = list(range(len(info)))
        if self.without_rowid:  # its key first
            first = [one[0] for one in keys]
            self.order = [*first, *(one[0] for one in info if one[0] not in first)]
        elif len(keys) == 1 and keys[0][2].upper() == "INTEGER":
            self.id_column = keys[0][0]
        self.defaults = [
            None if one[4] is None else connection.execute(f"SELECT {one[4]}").fetchone()[0] for one in info
        ]

    def row(self, rowid: int, values: list[Any]) -> list[Any] | None:
        """A record's values in the order of the columns; None if they are none of this table."""
        width = len(self.columns)
        if not 0 < len(values) <= width:
            return None
        row = self.defaults.copy()
        for place, value in zip(self.order, values, strict=False):
            row[place] = value
        if self.id_column is not None:
            if row[self.id_column] is not None:
                return None
            row[self.id_column] = rowid
        return row

    def fits(self, row: list[Any]) -> bool:
        return all(column.fits(value) for column, value in zip(self.columns, row, strict=True))


def outlines(entries: Iterable[Entry]) -> list[Outline]:
    """The tables among the entries of a schema, without those that are made anew."""
    listed = list(entries)
    found = {
        name: Outline(name, sql, root)
        for kind, name, _table, root, sql in listed
        if kind == "table" and sql is not None and not _is_inner(name)
    }
    for kind, _name, table, root, sql in listed:
        # A partial index leaves rows out.
        if kind == "index" and table in found and root and " WHERE " not in (sql or "").upper():
            found[table].indexes.append(root)
    return list(found.values())


def indexes(entries: Iterable[Entry]) -> list[str]:
    """How indexes and triggers are made, once the rows are there."""
    return [sql for kind, _n, table, _r, sql in entries if kind != "table" and sql and not _is_inner(table)]


def searching(entries: Iterable[Entry]) -> list[str]:
    """How the index of customers is made."""
    return [sql for kind, name, _t, _r, sql in entries if kind == "table" and name == _SEARCH and sql]


def _is_inner(name: str) -> bool:
    return name.startswith(("sqlite_", _SEARCH))
