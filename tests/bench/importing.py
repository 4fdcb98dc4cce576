"""Importing customers and taking that back: how long, beside bare inserts and bare reading; how it grows."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from rmdesk.services.imports import BY_NAME, parsing
from rmdesk.services.imports.mapping import plan_of, suggest
from rmdesk.services.imports.reading import open_table
from tests.bench import customer_files, filling
from tests.bench.figures import Figure, Limit
from tests.bench.grounds import Grounds

_LINEAR = Limit(12)  # ten times the customers may cost this many times as much
_MEMORY = Limit(300)  # MB, with the process that reads
_PACES = {"csv": 20_000, "xlsx": 10_000}  # rows in a second
_RAW = "executemany of the same rows of all tables, same key, pragmas and indexes"

_WRITERS: dict[str, Callable[[Path, int], Path]] = {
    "csv": customer_files.write_csv,
    "xlsx": customer_files.write_xlsx,
}


@dataclass(frozen=True)
class _Taken:
    rows: int
    seconds: float
    most: float
    processor: float


def run(grounds: Grounds) -> Iterable[Figure]:
    few, many = (300, 3000) if grounds.quick else (10_000, 100_000)
    for kind, write in _WRITERS.items():
        taken: dict[int, _Taken] = {}
        for customers in (few, many):
            file = write(grounds.folder / f"{customers}.{kind}", customers)
            vault = grounds.folder / f"imported-{kind}-{customers}"
            taken[customers] = one = _import(grounds, vault, file)
            raw = filling.raw(vault, grounds.folder / f"raw-{kind}-{customers}.db")
            limit = Limit(one.rows / _PACES[kind])
            yield Figure(f"import of {customers} from {kind}", "s", (one.seconds,), (raw,), _RAW, limit)
            yield Figure(
                f"its writing, of it the processor's, {customers} from {kind}", "s", (one.processor,)
            )
            yield Figure(f"reading and checking {customers} alone", "s", (_read(file),))
            if kind == "csv":
                yield from _undo(grounds, vault, customers)
        ratio = taken[many].seconds / taken[few].seconds
        yield Figure(f"time of {many} in times of {few}, {kind}", "", (ratio,), limit=_LINEAR)
        yield Figure(f"memory for importing {many} from {kind}", "MB", (taken[many].most,), limit=_MEMORY)


def _import(grounds: Grounds, vault: Path, file: Path) -> _Taken:
    with grounds.started("-m", "tests.bench.import_once", vault, file) as process:
        rows, *taken = process.line_with("imported ").split()[1:]
    return _Taken(int(rows), *map(float, taken))


def _undo(grounds: Grounds, vault: Path, customers: int) -> Iterable[Figure]:
    with grounds.started("-m", "tests.bench.undo_once", vault) as process:
        _rows, seconds, processor, most, before = map(float, process.line_with("undone ").split()[1:])
    name = f"undoing an import of {customers}"
    yield Figure(name, "s", (seconds,))
    yield Figure(f"{name}, of it the processor's", "s", (processor,))
    yield Figure(f"{name}, memory beyond the open vault", "MB", (most - before,))


def _read(file: Path) -> float:
    """Seconds for the rows as checked values, in this process, nothing else done with them."""
    target = BY_NAME["customers"]
    begun = time.perf_counter()
    with open_table(file) as table:
        found = parsing.look(file, table, None)
        columns = {one.title: one.field for one in suggest(target, found)}
        for _row in parsing.Parser(target, table, found, plan_of(target, found, columns)).rows(table):
            pass
    return time.perf_counter() - begun
