"""How late the window answers: beside a worker and endless saving, during an import, during a backup."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from pathlib import Path

from tests.bench import customer_files
from tests.bench.figures import Figure, Limit
from tests.bench.grounds import ADMIN, PASSWORD, Grounds
from tests.bench.grown import grown

_IDLE = "the same window with nothing going on"


def run(grounds: Grounds) -> Iterable[Figure]:
    """Beats of 5 ms; a sample is how late one was answered, so the largest is the longest anyone waited."""
    unlocked = grounds.copy_of_vault("answering")
    seconds = "1" if grounds.quick else "10"
    with grounds.started(
        "-m", "tests.bench.window_beside_work", unlocked.folder.root, ADMIN, PASSWORD, seconds
    ) as process:
        told = json.loads(process.line_with("answered ").removeprefix("answered "))
    late = {name: tuple(second * 1000 for second in told[name]) for name in ("idle", "busy")}
    name = f"answer beside a worker and a writer ({told['written'] / float(seconds):.0f} saves/s)"
    yield Figure(name, "ms", late["busy"], late["idle"], _IDLE, Limit(50, of="largest"))
    yield from _beside_import(grounds, unlocked.folder.root)
    yield from _beside_backup(grounds)


def _beside_backup(grounds: Grounds) -> Iterable[Figure]:
    """Of a vault of 1.4 GB, with its tables and indexes checked; and keys typed into the archive's search."""
    customers = 10_000 if grounds.quick else 100_000
    folder = grounds.folder / "backed-up"
    shutil.copytree(grown(grounds, customers), folder)
    beside = ("tests.bench.as_started", "tests.bench.window_beside_backup", folder, ADMIN, PASSWORD)
    with grounds.started("-m", *beside, "1" if grounds.quick else "2") as process:
        told = json.loads(process.line_with("answered ").removeprefix("answered "))
    late = {name: tuple(second * 1000 for second in told[name]) for name in ("idle", "busy")}
    name = f"answer during a backup of {customers:,} customers and its verification"
    yield Figure(name, "ms", late["busy"], late["idle"], _IDLE, Limit(50, of="largest"))
    name = "key to painted list meanwhile, by the clock"
    keys, resting = tuple(told["keys"]), tuple(told["keys idle"])
    yield Figure(name, "ms", keys, resting, "the same keys with nothing going on", Limit(50, of="p95"))


def _beside_import(grounds: Grounds, vault: Path) -> Iterable[Figure]:
    # The same copy: the anchor of a vault moves with it, and would call another copy rolled back.
    customers = 1000 if grounds.quick else 10_000
    file = customer_files.write_csv(grounds.folder / "answering.csv", customers)
    beside = ("-m", "tests.bench.window_beside_import", vault, ADMIN, PASSWORD, file)
    with grounds.started(*beside) as process:
        told = json.loads(process.line_with("answered ").removeprefix("answered "))
    late = {name: tuple(second * 1000 for second in told[name]) for name in ("idle", "busy")}
    name = f"answer during an import of {customers} customers"
    yield Figure(name, "ms", late["busy"], late["idle"], _IDLE, Limit(50, of="largest"))
