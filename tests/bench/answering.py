"""How late the window answers while a worker process computes and a writer never stops saving."""

from __future__ import annotations

import json
from collections.abc import Iterable

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
