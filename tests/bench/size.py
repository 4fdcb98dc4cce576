"""How large the vault is, beside the same data in a plain SQLite file."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from sqlcipher3 import dbapi2

from rmdesk.services.store.connection import Connector
from rmdesk.services.vault import Unlocked, derive_keys
from tests.bench import branches
from tests.bench.figures import Figure, Limit
from tests.bench.grounds import Grounds

_WHOLE = "all tables and indexes in plain SQLite"
_DATA = "what people entered, with its indexes, in plain SQLite: no change records, no search index"
_LIMIT = Limit(1.3)


def run(grounds: Grounds) -> Iterable[Figure]:
    customers = 3000 if grounds.quick else 100_000
    unlocked = branches.unlocked(grounds, customers)
    vault = _megabytes(unlocked.folder.database)
    whole, data = _plain(unlocked, grounds.folder)
    yield Figure(f"vault of {customers} customers", "MB", (vault,), (whole,), _WHOLE)
    yield Figure("the same in times of it in plain SQLite", "", (vault / whole,), limit=_LIMIT)
    yield Figure("what people entered, in the vault", "MB", (vault,), (data,), _DATA)


def _plain(unlocked: Unlocked, folder: Path) -> tuple[float, float]:
    """MB of a plain file with everything, and of one with what people entered."""
    whole, data = folder / "whole.db", folder / "data.db"
    connector = Connector(unlocked.folder.database, derive_keys(unlocked.master).database)
    with closing(connector.open()) as connection:
        connection.execute("ATTACH ? AS plain KEY ''", (str(whole),))
        connection.execute("SELECT sqlcipher_export('plain')")
        connection.execute("DETACH plain")
    shutil.copy(whole, data)
    with closing(dbapi2.connect(str(data), isolation_level=None)) as connection:
        for table in ("change_record", "change_set", "customer_search", "customer_fact"):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("VACUUM")
    return _megabytes(whole), _megabytes(data)


def _megabytes(path: Path) -> float:
    return path.stat().st_size / 1e6
