"""`kill -9` at moments of chance, in the middle of each thing that is done to a vault."""

from __future__ import annotations

import random
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.faults import children
from tests.faults.operations import OPERATIONS, Operation
from tests.faults.turns import turns

_FRESH = 20  # kills of one vault, each going on with what the last one left; then a new one


def run(name: str, count: int, seconds: float | None = None, seed: int = 20260301) -> dict[str, int]:
    """Kill a process that does the operation of this name, `count` times."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as place:
        operation = OPERATIONS[name](Path(place) / "live")
        span = _duration(operation)
        figures: Counter[str] = Counter()
        for turn in turns(count, seconds):
            if turn % _FRESH == 0:
                operation.reset()
            heard = children.run_until_killed(operation.work, chance, span)
            figures["crashed"] += heard.crashed is not None or heard.refused is not None
            figures["killed"] += heard.killed
            figures.update(operation.examine(heard))
        return dict(figures)


def _duration(operation: Operation) -> float:
    """Seconds that it takes, and a little more, so that a kill may fall anywhere and behind it."""
    children.run(operation.once)
    operation.reset()
    begun = time.monotonic()
    children.run(operation.once)
    return (time.monotonic() - begun) * 1.3
