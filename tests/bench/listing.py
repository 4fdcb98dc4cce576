"""The list of very many customers: from a key to the painted list, jumping, the page; memory; growth."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace

from tests.bench import branches
from tests.bench.figures import Figure, Limit
from tests.bench.grounds import ADMIN, PASSWORD, Grounds

_BARE = "one statement of the driver (the first 32 with their cells), a bare QTableView, a bare QLineEdit"
_JUMP = "one statement of the driver (the cells of 32 rows), a bare QTableView"
_PAGE = "a statement of the driver for each table, nothing painted"
_ONCE = ("tests.bench.as_started", "tests.bench.list_once")
_RATIO = Limit(1.5, of="p95 ratio")
_TYPED = ("a name", "pinyin", "initials", "digits", "two words")


def run(grounds: Grounds) -> Iterable[Figure]:
    told = _measured(grounds, 3000 if grounds.quick else 100_000, 1 if grounds.quick else 2)
    for kind in _TYPED:
        samples, floor = told[kind]
        yield Figure(f"key to painted list, processor time: {kind}", "ms", samples, floor, _BARE, _RATIO)
    yield Figure("jump anywhere to painted rows, processor time", "ms", *told["jump"], _JUMP, _RATIO)
    yield Figure("customer to painted page, processor time", "ms", *told["page"], _PAGE, Limit(30))
    beside = Figure("a key taken beside earlier questions", "ms", told["keys beside"][0])
    yield replace(beside, limit=Limit(50, of="largest"))


def memory(grounds: Grounds) -> Iterable[Figure]:
    """In a process of its own: the measuring of times needs memory too."""
    told = _measured(grounds, 3000 if grounds.quick else 100_000, 0)
    yield Figure("resident memory with the archive in use", "MB", told["memory"][0], limit=Limit(240))


def _measured(grounds: Grounds, customers: int, rounds: int) -> dict[str, list[tuple[float, ...]]]:
    folder, _ = branches.filling(grounds, customers)
    with grounds.started("-m", *_ONCE, folder, ADMIN, PASSWORD, str(rounds)) as process:
        told = json.loads(process.line_with("measured ").removeprefix("measured "))
    return {name: [tuple(one) for one in both] for name, both in told.items()}
