"""A database of the readable rows of a damaged one."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlcipher3 import dbapi2

from rmdesk.models.migrations import CURRENT
from rmdesk.services.progress import Progress
from rmdesk.services.store.connection import APPLICATION_ID, Connector
from rmdesk.services.store.salvage import mending
from rmdesk.services.store.salvage.outlines import Outline, indexes, outlines, searching
from rmdesk.services.store.salvage.reading import DamagedFile

_DERIVED = frozenset({"customer_fact", "lost_customer", "customer_count"})  # made anew
_KNOWN = frozenset({"alembic_version", "vault_state"})  # one row each, which is known from elsewhere
_CHUNK = 2000
_SEQUENCE = "sqlite_sequence"


@dataclass(frozen=True, slots=True)
class TableRead:
    """What was read of a table. `lost` is None where no whole index tells how many rows there were."""

    name: str
    read: int
    lost: int | None
    lost_pages: int


class Build:
    """The copy while it is filled."""

    def __init__(
        self,
        damaged: DamagedFile,
        connector: Connector,
        owner: mending.Owner,
        progress: Progress | None,
    ) -> None:
        self._damaged, self._connector, self._owner = damaged, connector, owner
        self._progress = progress
        self.revision = damaged.revision
        self.unplaced = 0
        self.damaged_pages = 0
        self.mended = mending.Mended(0, 0)

    def take_schema(self, schemas: Sequence[tuple[int, list[Any]]]) -> None:
        """Fill the gaps of the schema from the first sound one of the same revision."""
        for revision, entries in schemas:
            if self.revision in (None, revision):
                self.revision = revision
                self._damaged.complete(entries)
                return

    def build(self) -> list[TableRead]:
        damaged = self._damaged
        tables = outlines(damaged.entries)
        with contextlib.closing(self._connector.open(mode="rwc", foreign_keys=False)) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute("BEGIN IMMEDIATE")
            for table in tables:
                connection.execute(table.sql)
                table.describe(connection)
            damaged.mark_the_rest()
            found = [self._read(connection, table) for table in tables]
            found = self._read_unreached(connection, tables, found)
            self._keep_sequences(connection)
            connection.execute(
                "INSERT INTO alembic_version SELECT ? WHERE NOT EXISTS (SELECT * FROM alembic_version)",
                (f"{self.revision or CURRENT.newest:04d}",),
            )
            self.mended = mending.mend(connection, self._owner)
            for sql in (*indexes(damaged.entries), *searching(damaged.entries)):
                connection.execute(sql)
            connection.execute(f"PRAGMA user_version = {self.revision or CURRENT.newest}")
            connection.execute("COMMIT")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        damaged_pages = sum(damaged.pages.read(number) is None for number in damaged.pages)
        self.damaged_pages = damaged_pages + damaged.size - damaged.pages.count
        return found

    def _read(self, connection: Any, table: Outline) -> TableRead:
        count = self._insert(connection, table, self._damaged.rows(table))
        lost_pages, lost_rows = self._damaged.lost
        wanted = self._damaged.entries_of(table)
        self._tell()
        if table.name in _DERIVED:
            connection.execute(f'DELETE FROM "{table.name}"')
            return TableRead(table.name, 0, 0, 0)
        if not (lost_pages or lost_rows) or table.name in _KNOWN:
            return TableRead(table.name, count, 0, 0)
        return TableRead(table.name, count, None if wanted is None else max(0, wanted - count), lost_pages)

    def _insert(self, connection: Any, table: Outline, rows: Any) -> int:
        marks = ", ".join("?" * len(table.columns))
        statement = f'INSERT OR IGNORE INTO "{table.name}" VALUES ({marks})'
        before = connection.total_changes
        waiting: list[Any] = []
        for row in rows:
            waiting.append(row)
            if len(waiting) == _CHUNK:
                connection.executemany(statement, waiting)
                waiting.clear()
                self._tell()
        connection.executemany(statement, waiting)
        return int(connection.total_changes - before)

    def _read_unreached(
        self, connection: Any, tables: Sequence[Outline], found: list[TableRead]
    ) -> list[TableRead]:
        """Rows of pages whose way from the root is gone, put where they alone can belong."""
        with_gaps = [
            table
            for table, one in zip(tables, found, strict=True)
            if one.lost_pages and table.name not in _DERIVED
        ]
        if not with_gaps:
            return found
        more: dict[str, int] = {}
        for may_be, rows_of in self._damaged.unreached(with_gaps):
            taken = [
                (table, rows)
                for table, rows in zip(may_be, rows_of, strict=True)
                if self._would_take(connection, table, rows)
            ]
            if len(taken) == 1:
                table, rows = taken[0]
                more[table.name] = more.get(table.name, 0) + self._insert(connection, table, rows)
            else:
                self.unplaced += len(rows_of[0])
            self._tell()
        return [
            TableRead(
                one.name,
                one.read + more.get(one.name, 0),
                None if one.lost is None else max(0, one.lost - more.get(one.name, 0)),
                one.lost_pages,
            )
            for one in found
        ]

    def _would_take(self, connection: Any, table: Outline, rows: list[Any]) -> bool:
        """Whether a table has room for all of these rows, by its own rules."""
        marks = ", ".join("?" * len(table.columns))
        connection.execute("SAVEPOINT trial")
        try:
            connection.executemany(f'INSERT INTO "{table.name}" VALUES ({marks})', rows)
        except dbapi2.IntegrityError:
            return False
        finally:
            connection.execute("ROLLBACK TO trial")
            connection.execute("RELEASE trial")
        return True

    def _keep_sequences(self, connection: Any) -> None:
        """Ids are never given twice, those of rows that are gone neither."""
        roots = [root for _k, name, _t, root, _s in self._damaged.entries if name == _SEQUENCE]
        outline = Outline(_SEQUENCE, "", roots[0] if roots else 0)
        outline.describe(connection)
        for name, given in self._damaged.rows(outline):
            changed = connection.execute(
                "UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?", (given, name)
            )
            if not changed.rowcount:
                connection.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (name, given))

    def _tell(self) -> None:
        if self._progress is not None:
            self._progress(self._damaged.reached.count(1), len(self._damaged.reached))
