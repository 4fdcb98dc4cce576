"""How late the window answers: beside a worker that computes and endless saving, and during an import."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from tests.bench import customer_files
from tests.bench.figures import Figure, Limit
from tests.bench.grounds import ADMIN, PASSWORD, Grounds

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
