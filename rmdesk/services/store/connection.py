"""Connections to the encrypted file: the one place that holds the database key and knows SQLCipher.

The key is handed to the cipher directly. It stands in no URL, no statement, no `repr` and no error.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.util import LRUCache
from sqlcipher3 import dbapi2

if TYPE_CHECKING:
    from rmdesk.services.store.salvage.pages import Pages

APPLICATION_ID = 0x524D444B  # "RMDK"
PLAIN_HEADER = b"SQLite format 3\0"

# KiB; worth eight times on scans and searches behind a cipher. What 100,000 customers are walked by goes into
# the least, with more nothing is faster; of 400,000, sorting takes half as long again with the least.
_WINDOW_LEAST, _WINDOW_MOST = 24 * 1024, 64 * 1024
_WINDOW_SHARE = 40  # of the file
CACHE = 4 * 1024
# While a hundred thousand customers are written: the indexes of what has no order, such as phone numbers, do
# not fit the small one, and each page that falls out is ciphered again. A third less time in the database.
# With 20 MB it is a tenth faster still, but reader and writer together are to stay below 300 MB.
BULK_CACHE = 13 * 1024
BUSY_SECONDS = 5.0  # one process holds the vault: only a virus scanner or the like can be in the way
_STATEMENTS_KEPT = 500  # compiled
_WAL_KEPT = 16 * 1024 * 1024  # bytes; a large import's journal shrinks to this afterwards


# The driver takes whole numbers and texts as they are. For any other value it first looks for somebody who
# would convert it, twenty times slower if nobody does: a row of a customer is mostly empty fields.
dbapi2.register_adapter(type(None), {}.get)
dbapi2.register_adapter(bool, int)
dbapi2.register_adapter(bytes, bytearray)
dbapi2.register_adapter(memoryview, bytearray)


def window_cache(path: Path) -> int:
    """The size in KiB of the cache of the connection that the window reads by, by that of the file."""
    size = path.stat().st_size if path.exists() else 0
    return min(max(_WINDOW_LEAST, size // 1024 // _WINDOW_SHARE), _WINDOW_MOST)


class Connector:
    """Opens connections to one file. Never makes a file unless told to."""

    __slots__ = ("_key", "path")

    def __init__(self, path: Path, key: bytes) -> None:
        self.path = path
        self._key = key

    def at(self, path: Path) -> Connector:
        """The same key for another file, such as a copy."""
        return Connector(path, self._key)

    def under(self, key: bytes) -> Connector:
        """The same file by another key."""
        return Connector(self.path, key)

    def pages(self) -> Pages:
        """The pages of the file, each by itself, without its journal. Raises OSError."""
        from rmdesk.services.store.salvage.pages import Pages  # most opened files are sound

        return Pages(self.path, self._key, with_journal=False)

    def open(
        self,
        *,
        cache: int = CACHE,
        mode: str = "rw",
        query_only: bool = False,
        foreign_keys: bool = True,
        immutable: bool = False,
    ) -> Any:
        """A DBAPI connection that begins no transaction by itself; `cache` in KiB, `mode` rw, ro or rwc.

        `immutable` reads the file alone, without its journal. Raises the driver's errors.
        """
        uri = f"file:{quote(str(self.path), safe='')}?mode={mode}" + ("&immutable=1" if immutable else "")
        connection = dbapi2.connect(
            uri, uri=True, isolation_level=None, check_same_thread=False, timeout=BUSY_SECONDS
        )
        try:
            # Otherwise the cipher writes its own lines to standard error.
            connection.execute("PRAGMA cipher_log_level = NONE")
            # Locking and wiping each allocation makes every statement four to ten times slower; what
            # clears the memory is the end of the process when the window locks.
            connection.execute("PRAGMA cipher_memory_security = OFF")
            connection.set_key(b"x'%s'" % self._key.hex().encode())
            for pragma in (
                f"cache_size = -{cache}",
                "synchronous = FULL",
                f"foreign_keys = {int(foreign_keys)}",
                "temp_store = MEMORY",
                "secure_delete = ON",
                "mmap_size = 0",
                "cell_size_check = ON",
                "trusted_schema = OFF",
                f"journal_size_limit = {_WAL_KEPT}",
                f"query_only = {int(query_only)}",
            ):
                connection.execute(f"PRAGMA {pragma}")
        except BaseException:
            connection.close()
            raise
        return connection


def make_engine(creator: Callable[[], Any], begin: str, *, connections: int) -> sa.Engine:
    """An engine whose transactions start with the statement `begin`; at most `connections` at once."""
    dialect, url, compiled = _common()
    pool = sa.QueuePool(
        creator,
        pool_size=1,
        max_overflow=connections - 1,
        use_lifo=True,  # the connection with the warm cache first
        dialect=dialect,
    )
    engine = sa.Engine(pool, dialect, url, hide_parameters=True, query_cache_size=0)
    engine.update_execution_options(compiled_cache=compiled)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin) and None)
    return engine


@functools.cache
def _common() -> tuple[sa.Dialect, sa.URL, LRUCache[Any, Any]]:
    """What all engines of this process share: compiled statements belong to one dialect, and would otherwise
    be compiled once for reading, once for the window and once more after each opening.
    """
    pattern = sa.create_engine(
        "sqlite+pysqlite://", module=dbapi2, creator=lambda: dbapi2.connect(":memory:"), poolclass=sa.NullPool
    )
    with pattern.connect():
        pass  # the dialect learns from its first connection what the library can do
    return pattern.dialect, pattern.url, LRUCache(_STATEMENTS_KEPT)
