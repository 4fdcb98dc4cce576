"""Vaults with invented branches, each made once for all benches of a run.

With the environment variable RMDESK_BENCH_BRANCHES they are made in that folder and kept for the next run.
"""

from __future__ import annotations

import atexit
import functools
import json
import os
import shutil
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path

from rmdesk.services.vault import Unlocked, unlock
from tests.bench.grounds import ADMIN, PASSWORD, Grounds

KEPT = "RMDESK_BENCH_BRANCHES"


@dataclass(frozen=True)
class Filling:
    """What filling took: seconds, and MB (10⁶ bytes) of resident memory before and at most."""

    seconds: float
    before: float
    most: float


@functools.cache
def _folder() -> Path:
    kept = os.environ.get(KEPT)
    if kept:
        Path(kept).mkdir(parents=True, exist_ok=True)
        return Path(kept)
    made = tempfile.mkdtemp(prefix="rmdesk-bench-branches-")
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    return Path(made)


def fill(grounds: Grounds, folder: Path, customers: int) -> Filling:
    """Make a vault in `folder` and fill it, in a process of its own."""
    with grounds.started("-m", "tests.bench.fill_once", folder, str(customers)) as process:
        return Filling(*map(float, process.line_with("filled ").split()[1:]))


def filling(grounds: Grounds, customers: int) -> tuple[Path, Filling]:
    """The vault with this many invented customers, closed, and what making it took."""
    folder = _folder() / f"branch-{customers}"
    told = folder.with_suffix(".json")
    if not told.exists():
        shutil.rmtree(folder, ignore_errors=True)
        told.write_text(json.dumps(asdict(fill(grounds, folder, customers))), "utf-8")
    return folder, Filling(**json.loads(told.read_text("utf-8")))


def unlocked(grounds: Grounds, customers: int) -> Unlocked:
    """The same vault, ready for `open_vault`. Whoever changes more than who signed in takes a copy."""
    return unlock(filling(grounds, customers)[0], ADMIN, PASSWORD)
