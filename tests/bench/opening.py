"""Opening an unlocked vault: the checks, the anchor and the first connection."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from sqlcipher3 import dbapi2

from rmdesk.services.vault import derive_keys, open_vault
from tests.bench import branches
from tests.bench.figures import Figure, Limit, in_turn
from tests.bench.grounds import ADMIN, PASSWORD, Grounds

_LIMIT = Limit(20)
_RAW = "connect, key and one select of the same file"


def run(grounds: Grounds) -> Iterable[Figure]:
    unlocked = grounds.copy_of_vault("opened")
    key = derive_keys(unlocked.master).database.hex()
    path = unlocked.folder.database

    def again() -> float:
        begun = time.perf_counter()
        vault = open_vault(unlocked)
        taken = time.perf_counter() - begun
        vault.close()
        return taken * 1000

    def first() -> float:
        """In a fresh process, which a person's opening always is."""
        return _in_a_process(grounds, path.parent)

    def raw() -> float:
        begun = time.perf_counter()
        with closing(dbapi2.connect(str(path))) as connection:
            connection.execute(f"PRAGMA key = \"x'{key}'\"")
            connection.execute("SELECT count(*) FROM staff").fetchone()
            return (time.perf_counter() - begun) * 1000

    first(), again(), raw()
    samples, floor = in_turn(grounds.rounds(12), first, raw)
    yield Figure("opening the vault, first in a process", "ms", samples, floor, _RAW, _LIMIT)
    samples, floor = in_turn(grounds.rounds(100), again, raw)
    yield Figure("opening the vault again", "ms", samples, floor, _RAW, _LIMIT)
    yield _after_a_kill(grounds)


def _after_a_kill(grounds: Grounds) -> Figure:
    """The journal left by a killed process is judged before the vault is opened, whatever its size."""
    customers = 10_000 if grounds.quick else 100_000
    folder = grounds.folder / "killed"
    shutil.copytree(branches.filling(grounds, customers)[0], folder)

    def killed() -> float:
        return _in_a_process(grounds, folder, "--kill")

    def closed() -> float:
        _in_a_process(grounds, folder)  # takes the journal in
        return _in_a_process(grounds, folder)

    def after_a_kill() -> float:
        killed()  # opens a vault that was closed, and is killed
        return _in_a_process(grounds, folder)

    closed(), after_a_kill()
    samples, floor = in_turn(grounds.rounds(12), after_a_kill, closed)
    name = f"opening {customers:,} customers after a kill"
    return Figure(name, "ms", samples, floor, "opening them after a clean end", Limit(200, beyond_floor=True))


def _in_a_process(grounds: Grounds, folder: Path, *more: str) -> float:
    with grounds.started("-m", "tests.bench.open_once", folder, ADMIN, PASSWORD, *more) as process:
        return float(process.line_with("opened ").split()[1]) * 1000
