"""Every row of a damaged database that stands on a whole page, table by table."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from rmdesk.services.errors import Damaged
from rmdesk.services.store import journal
from rmdesk.services.store.connection import Connector
from rmdesk.services.store.salvage.outlines import Entry, Outline
from rmdesk.services.store.salvage.pages import Pages
from rmdesk.services.store.salvage.trees import Tree, rows_of_page

_SAMPLES = 200  # pages tried with each key: a database that has so few whole ones has nothing to give
_SALT = 16
_SCHEMA = 1  # the page with the root of the schema
_SIZE, _REVISION = slice(28, 32), slice(60, 64)  # pages, `user_version` in the head of the first page


class DamagedFile:
    """A damaged database, open to be read page by page; `close` lets it go."""

    def __init__(self, pages: Pages) -> None:
        self.pages = pages
        self.reached = bytearray(pages.count + 1)
        first = pages.read(1)
        self.revision = int.from_bytes(first[_REVISION], "big") if first is not None else None
        # A file that was cut off is smaller than it says.
        self.size = max(pages.count, 0 if first is None else int.from_bytes(first[_SIZE], "big"))
        tree = Tree(pages, _SCHEMA, self.reached)
        self.entries: list[Entry] = [
            (row.values[0], row.values[1], row.values[2], row.values[3] or 0, row.values[4])
            for row in tree.rows()
            if len(row.values) == 5
        ]
        self.has_whole_schema = not (tree.lost_pages or tree.lost_rows)

    def complete(self, entries: Iterable[Entry]) -> None:
        """Add what the schema lacks, as a sound database has it: tables begin at the same pages."""
        known = {(kind, name) for kind, name, *_rest in self.entries}
        self.entries += [one for one in entries if one[:2] not in known]

    def rows(self, table: Outline) -> Iterator[list[Any]]:
        """The rows its tree leads to, in the order of the columns; then `lost` says what was not there."""
        tree = Tree(self.pages, table.root, self.reached)
        for rowid, values in tree.rows() if table.root else ():
            row = table.row(rowid, values)
            if row is not None:
                yield row
        self.lost = (tree.lost_pages + (not table.root), tree.lost_rows)

    def entries_of(self, table: Outline) -> int | None:
        """How many rows there were, by whichever of its indexes is whole; None if none is."""
        counts = [Tree(self.pages, root, self.reached).count() for root in table.indexes]
        return max((one for one in counts if one is not None), default=None)

    def mark_the_rest(self) -> None:
        """Go through what is no table of ours, so that its pages are not looked at for rows."""
        for _kind, name, table, root, _sql in self.entries:
            if root and (name.startswith("customer_search") or table.startswith("customer_search")):
                Tree(self.pages, root, self.reached).count()

    def unreached(self, tables: Sequence[Outline]) -> Iterator[tuple[list[Outline], list[list[list[Any]]]]]:
        """Pages of rows no tree led to: which tables they may be of, and for each of these their rows."""
        for number in range(2, len(self.reached)):
            if self.reached[number]:
                continue
            found: list[tuple[Outline, list[list[Any]]]] = []
            for without in (False, True):
                rows = rows_of_page(self.pages, number, self.reached, without_rowid=without)
                for table in tables if rows else ():
                    if table.without_rowid is not without:
                        continue
                    made = [table.row(*row) for row in rows]
                    if all(row is not None and table.fits(row) for row in made):
                        found.append((table, [row for row in made if row is not None]))
            if found:
                yield [table for table, _rows in found], [rows for _table, rows in found]


@contextlib.contextmanager
def opened(path: Path, keys: Iterable[bytes], others: Sequence[Path]) -> Iterator[tuple[DamagedFile, bytes]]:
    """Open a damaged database by whichever key fits it; `others` are copies that may begin as it did.

    Raises Damaged `salvage.nothing`, OSError.
    """
    salts = [None, *{salt for other in others if (salt := _beginning(other)) is not None}]
    for key in keys:
        for salt in salts:
            with Pages(path, key, with_journal=_has_own_journal(path, key), salt=salt) as pages:
                if _reads(pages):
                    yield DamagedFile(pages), key
                    return
    raise Damaged("salvage.nothing", path=str(path))


def read_schema(connector: Connector) -> tuple[int, list[Entry]] | None:
    """Revision and schema of a sound database; None if it cannot be read."""
    try:
        with contextlib.closing(connector.open(mode="ro", immutable=True, query_only=True)) as connection:
            (revision,) = connection.execute("PRAGMA user_version").fetchone()
            return revision, connection.execute(
                "SELECT type, name, tbl_name, coalesce(rootpage, 0), sql FROM sqlite_schema"
            ).fetchall()
    except (dbapi2.DatabaseError, OSError):
        return None


def _has_own_journal(path: Path, key: bytes) -> bool:
    """Whether a journal beside it may be its own: only one that is found to be another's is left out."""
    if not journal.holds_something(path):
        return False
    try:
        journal.check(Connector(path, key))
    except Damaged as error:
        return error.code != "db.foreign_journal"
    except dbapi2.DatabaseError:
        return True
    return True


def _reads(pages: Pages) -> bool:
    step = max(1, pages.count // _SAMPLES)
    read: Callable[[int], bytes | None] = pages.read
    return any(read(number) is not None for number in range(1, pages.count + 1, step))


def _beginning(path: Path) -> bytes | None:
    try:
        with path.open("rb") as stream:
            start = stream.read(_SALT)
    except OSError:
        return None
    return start if len(start) == _SALT else None
