"""Whether all of a still file is sound, found out on several connections at once.

SQLite's own check of everything walks all trees and then all rows, on one processor. Here one connection
walks the trees, each page of which SQLCipher holds against its seal as it is read, and others check table by
table what stands in the rows.
"""

from __future__ import annotations

import contextlib
import os
import struct
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from sqlcipher3 import dbapi2

from rmdesk.services.store import faults
from rmdesk.services.store.connection import Connector
from rmdesk.services.store.salvage.pages import SIZE, Pages

_FEW = 10_000  # pages, of which one check of all is over before others have begun
_MOST = 4  # connections; more processors are left to the person
_STEPS = 1000  # of SQLite between two looks at whether to go on
_SELDOM = 100 * _STEPS  # of the steps of statements, which are shorter
_TRUNK, _HEADER = struct.Struct(">2I"), struct.Struct(">2I")
_FIRST_FREE = 32  # where the head of the list of free pages stands in the first page
_IS_OK = [("ok",)]


def is_whole(connector: Connector, tables: Callable[[], Iterable[str]], *, few: int = _FEW) -> bool:
    """Whether every page is sealed and in its place, and every row is as its table wants it.

    `tables` names all of them, the longest first; it is asked while the trees are already being looked at.
    The file must be still: its journal is not read. One of not more than `few` pages is checked by one
    statement. Raises the driver's errors, some of damaged files among them.
    """
    with _opened(connector) as connection:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        if connector.path.stat().st_size != pages * SIZE:
            return False
        if pages <= few:
            return (
                not connection.execute("PRAGMA cipher_integrity_check").fetchall()
                and connection.execute("PRAGMA quick_check").fetchall() == _IS_OK
            )
    stop = threading.Event()
    with ThreadPoolExecutor(min(_MOST, max(2, os.cpu_count() or 2)), "wholeness") as beside:
        looks = [beside.submit(_trees_are_sound, connector, pages, stop)]
        looks.append(beside.submit(_free_pages_are_sealed, connector))
        try:
            looks += [beside.submit(_rows_are_sound, connector, table, stop) for table in tables()]
            return all(_results(looks))
        finally:
            stop.set()


def _results(looks: Iterable[Future[bool]]) -> Iterator[bool]:
    for look in looks:
        yield look.result()


@contextlib.contextmanager
def _opened(connector: Connector) -> Iterator[Any]:
    with contextlib.closing(connector.open(mode="ro", immutable=True, query_only=True)) as connection:
        yield connection


def _trees_are_sound(connector: Connector, pages: int, stop: threading.Event) -> bool:
    """Whether each page is in one tree or free, and each tree in order: what SQLite looks at before the rows.

    It tells of trees, and of indexes that are longer or shorter than their tables, before it begins with
    rows, and asks at each `_STEPS` pages whether to go on: asked more often than there are pages, it is past
    that. No page is looked at twice.
    """
    asked, enough = 0, pages // _STEPS + 20

    def ask() -> bool:
        nonlocal asked
        asked += 1
        return asked > enough or stop.is_set()

    with _opened(connector) as connection:
        connection.set_progress_handler(ask, _STEPS)
        try:
            return bool(connection.execute("PRAGMA quick_check").fetchone() == _IS_OK[0])
        except dbapi2.OperationalError as error:
            if faults.error_code(error) != dbapi2.SQLITE_INTERRUPT:
                raise
            return not stop.is_set()


def _rows_are_sound(connector: Connector, table: str, stop: threading.Event) -> bool:
    """Whether no row lacks what its table demands, or holds what SQLite never stores there: what its check
    looks at after the trees, without the trees, of which its check of a single table walks those again.
    """
    with _opened(connector) as connection:
        connection.set_progress_handler(stop.is_set, _SELDOM)
        try:
            unsound = _unsound_rows(connection, table)
            if unsound is None:
                return bool(connection.execute(f'PRAGMA quick_check("{table}")').fetchall() == _IS_OK)
            return connection.execute(unsound).fetchone() is None
        except dbapi2.OperationalError as error:
            if faults.error_code(error) != dbapi2.SQLITE_INTERRUPT:
                raise
            return False


def _unsound_rows(connection: Any, table: str) -> str | None:
    """A statement that reads all rows of an ordinary table and finds those that are not sound; None for a
    table of which only SQLite knows what it wants.
    """
    ((_, _, kind, _, _, is_strict),) = connection.execute(f'PRAGMA main.table_list("{table}")').fetchall()
    columns = connection.execute(f'PRAGMA table_xinfo("{table}")').fetchall()
    if kind not in ("table", "shadow") or is_strict or any(hidden for *_, hidden in columns):
        return None
    wrong = []
    for _, name, declared, must_be, _, _, _ in columns:
        # With a plus, or in a function, it counts as it is stored: numbers before texts before bytes. At
        # `IS NULL` SQLite would not look where a column may not be so.
        column = f'"{name}"'
        is_missing = f"typeof({column}) = 'null'" if must_be else "0"
        affinity = _affinity(declared.upper())
        if affinity == "text":
            stored = f"coalesce(+{column}, 0)" if must_be else f"+{column}"
            wrong.append(f"{stored} < ''")
        elif affinity == "number":
            # A text that could be a number is one there. Compared with a number it becomes one if it can,
            # and any other text is larger than all numbers.
            could_be = f"typeof({column}) = 'text' AND {column} || '' <= CAST(9e999 AS NUMERIC)"
            stored = f"coalesce(+{column}, '')" if must_be else f"+{column}"
            wrong.append(f"({stored} >= '' AND ({is_missing} OR {could_be}))")
        else:
            wrong.append(is_missing)
    wrong.append(f"typeof({column}) IS NULL")  # never so, but all of the row has been read then
    return f'SELECT 1 FROM "{table}" NOT INDEXED WHERE {" OR ".join(wrong)} LIMIT 1'


def _affinity(declared: str) -> str:
    """https://www.sqlite.org/datatype3.html#determination_of_column_affinity"""
    if "INT" in declared:
        return "number"
    if any(word in declared for word in ("CHAR", "CLOB", "TEXT")):
        return "text"
    return "any" if not declared or "BLOB" in declared else "number"


def _free_pages_are_sealed(connector: Connector) -> bool:
    """Whether the pages that no tree holds are sealed: those SQLite itself does not read."""
    with connector.pages() as pages:
        return all(pages.is_whole(number) for number in _free_pages(pages))


def _free_pages(pages: Pages) -> Iterator[int]:
    first = pages.read(1)
    trunk = 0 if first is None else _HEADER.unpack_from(first, _FIRST_FREE)[0]
    seen: set[int] = set()
    while trunk and trunk not in seen:
        seen.add(trunk)
        yield trunk
        content = pages.read(trunk)
        if content is None:
            return
        trunk, count = _TRUNK.unpack_from(content)
        count = min(count, SIZE // 4 - 2)
        yield from struct.unpack_from(f">{count}I", content, _TRUNK.size)
