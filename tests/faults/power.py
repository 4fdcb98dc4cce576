"""Power cuts at any moment of what is done to a vault: what was acknowledged is there, the vault opens.

`run` is the program as it is. `compare` lets SQLite flush less (`synchronous` NORMAL, OFF) and counts what
would be lost then.
"""

from __future__ import annotations

import os
import random
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from rmdesk.services.store.connection import Connector
from tests.faults.children import READY, Child, Heard, Say
from tests.faults.disk import Call, Disk, traced
from tests.faults.operations import OPERATIONS, ZERO, Operation, Saving
from tests.faults.turns import turns

_CUTS = 15  # of one traced run; then another one


def run(name: str, count: int, seconds: float | None = None, seed: int = 20260301) -> dict[str, int]:
    """Cut the power `count` times while the operation of this name is done."""
    return _run(OPERATIONS[name], count, seconds, seed, lambda: None)


def compare(level: str, count: int, seconds: float | None = None, seed: int = 20260301) -> dict[str, int]:
    """Cut the power `count` times while records are saved and SQLite flushes as it does at this level."""

    def lower() -> None:
        opened = Connector.open

        def open_(self: Connector, **options: Any) -> Any:
            connection = opened(self, **options)
            connection.execute(f"PRAGMA synchronous = {level}")
            return connection

        pytest.MonkeyPatch().setattr(Connector, "open", open_)

    class Weaker(Saving):
        may_look_old = True  # what is lost is to be counted, and not only that it is told

    return _run(Weaker, count, seconds, seed, lower)


def _run(
    kind: type[Operation], count: int, seconds: float | None, seed: int, before: Callable[[], None]
) -> dict[str, int]:
    chance = random.Random(seed)
    figures: Counter[str] = Counter({"cut": 0, "cuts that lost": 0} | dict.fromkeys(ZERO, 0))
    with tempfile.TemporaryDirectory() as place:
        operation = kind(Path(place) / "live")
        cuts: Iterator[tuple[Disk, Heard]] = iter(())
        for _ in turns(count, seconds):
            cut = next(cuts, None)
            if cut is None:
                cuts = _cuts(operation, before, chance)
                cut = next(cuts)
            disk, heard = cut
            operation.clear()
            disk.after_cut(chance, operation.place)
            found = operation.examine(heard)
            figures["cut"] += 1
            figures["cuts that lost"] += found["lost"] > 0
            figures.update(found)
    return dict(figures)


def _cuts(
    operation: Operation, before: Callable[[], None], chance: random.Random
) -> Iterator[tuple[Disk, Heard]]:
    """The disk at some moments of one run, in order, and what had been acknowledged until then."""
    operation.reset()
    disk = Disk(operation.place)
    calls = _trace(operation, before)
    begun = next(at for at, call in enumerate(calls) if READY in _said(call))
    # Half of the moments are right behind an acknowledgement, before anything more was written.
    told = [at for at, call in enumerate(calls, 1) if at > begun and _said(call)]
    moments = sorted(
        chance.choice(told) if chance.random() < 0.5 else chance.randint(begun, len(calls))
        for _ in range(_CUTS)
    )
    heard, at = Heard(), 0
    for moment in moments:
        for call in calls[at:moment]:
            disk.take(call)
            for line in _said(call):
                heard.take(line)
        at = moment
        yield disk, heard


def _trace(operation: Operation, before: Callable[[], None]) -> list[Call]:
    wait, go = os.pipe()

    def work(say: Say) -> None:
        os.read(wait, 1)
        before()
        say(READY)
        operation.once(say)

    with Child(work) as child:
        calls = traced(child.pid, lambda: os.write(go, b"x"), child.wait)
    os.close(wait)
    os.close(go)
    assert not child.heard.crashed, child.heard.crashed
    return calls


def _said(call: Call) -> list[str]:
    """What a child said by this call."""
    if call.name != "write" or not call.files[0][1].startswith("pipe:"):
        return []
    return call.texts[-1].decode().splitlines()
