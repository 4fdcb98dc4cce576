"""Filling a vault with an invented branch: how long, beside bare inserts; whether it stays linear."""

from __future__ import annotations

import time
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

from rmdesk.services.store.connection import Connector
from rmdesk.services.vault import derive_keys, unlock
from tests.bench import branches
from tests.bench.figures import Figure, Limit
from tests.bench.grounds import ADMIN, PASSWORD, Grounds

_LINEAR = Limit(12)  # ten times the customers may cost this many times as much
_RAW = "executemany of the same rows of all tables, same key, pragmas and indexes"


def run(grounds: Grounds) -> Iterable[Figure]:
    few, many = (300, 3000) if grounds.quick else (10_000, 100_000)
    folder, of_few = branches.filling(grounds, few)
    _, of_many = branches.filling(grounds, many)
    raw_seconds = raw(folder, grounds.folder / "raw.db")
    yield Figure(f"filling with {few} customers", "s", (of_few.seconds,), (raw_seconds,), _RAW)
    yield Figure(f"filling with {many} customers", "s", (of_many.seconds,))
    yield Figure(f"time of {many} in times of {few}", "", (of_many.seconds / of_few.seconds,), limit=_LINEAR)
    grown = (of_few.most - of_few.before, of_many.most - of_many.before)
    yield Figure(f"memory for filling with {few}", "MB", (grown[0],))
    yield Figure(f"memory for filling with {many}", "MB", (grown[1],))
    yield Figure(f"memory of {many} in times of {few}", "", (grown[1] / max(grown[0], 1),), limit=_LINEAR)


def raw(filled: Path, target: Path) -> float:
    """Seconds for the same rows, table by table, by the driver alone."""
    unlocked = unlock(filled, ADMIN, PASSWORD)
    connector = Connector(unlocked.folder.database, derive_keys(unlocked.master).database)
    with closing(connector.open()) as source, closing(connector.at(target).open(mode="rwc")) as copy:
        copy.execute("PRAGMA journal_mode = WAL")
        copy.execute("PRAGMA foreign_keys = OFF")  # tables come in the order of their names
        statements = source.execute(
            "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL"
            " AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'customer_search%' ORDER BY name"
        ).fetchall()
        for _, _, statement in sorted(statements, key=lambda one: one[0] != "table"):
            copy.execute(statement)
        rows: dict[str, list[Any]] = {
            name: source.execute(f'SELECT * FROM "{name}"').fetchall()
            for kind, name, _ in statements
            if kind == "table"
        }
        begun = time.perf_counter()
        copy.execute("BEGIN IMMEDIATE")
        for name, found in rows.items():
            if found:
                marks = ", ".join("?" * len(found[0]))
                copy.executemany(f'INSERT INTO "{name}" VALUES ({marks})', found)
        copy.execute("COMMIT")
        return time.perf_counter() - begun
