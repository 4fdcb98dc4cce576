"""How often a fault is tried: as often as promised, or until its share of the hour is over."""

from __future__ import annotations

import time
from collections.abc import Iterator


def turns(count: int, seconds: float | None = None) -> Iterator[int]:
    """0, 1, … below `count`, but no more of them once `seconds` have passed. The first always comes."""
    until = None if seconds is None else time.monotonic() + seconds
    for turn in range(count):
        if turn and until is not None and time.monotonic() > until:
            return
        yield turn
