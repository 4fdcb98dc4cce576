"""Locking a large vault whose panes are filled, and unlocking it in the successor; locking amid a write."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from rmdesk.models import Role
from rmdesk.services.vault import VaultFolder, open_vault, unlock
from tests.bench import customer_files
from tests.bench.figures import Figure, Limit
from tests.bench.grounds import ADMIN, GRACE, PASSWORD, Grounds
from tests.bench.grown import grown, person

_ONCE = ("tests.bench.as_started", "tests.bench.lock_once", "lock")
_DERIVED = "the keys from the password, at their least cost, not counted in it"


@dataclass(frozen=True)
class _Locked:
    """Seconds from the key until the vault is closed and the process has ended, and then of the successor."""

    closed: float
    ended: float
    ready: float
    derived: float
    painted: float
    whole: float


def run(grounds: Grounds) -> Iterable[Figure]:
    customers = 10_000 if grounds.quick else 100_000
    folder = grounds.folder / "locked"
    shutil.copytree(grown(grounds, customers), folder)
    who = _supervisor(folder)
    resting = [_lock(grounds, folder, who) for _ in range(grounds.rounds(5))]
    derived = tuple(one.derived for one in resting)
    name = f"from the key of the lock to the end of the process, {customers:,} customers, every pane shown"
    yield Figure(name, "s", tuple(one.ended for one in resting), limit=Limit(1, of="largest"))
    yield Figure("of it until the vault is closed", "s", tuple(one.closed for one in resting))
    yield Figure("until the successor asks for the password", "s", tuple(one.ready for one in resting))
    name = "from Enter to the same pane, customer, scrolling and draft, beside key derivation"
    whole = tuple(one.whole for one in resting)
    yield Figure(name, "s", whole, derived, _DERIVED, Limit(1.5, of="largest"))
    yield Figure("of it until the window is painted", "s", tuple(one.painted for one in resting))
    file = customer_files.write_csv(grounds.folder / "locked.csv", customers // 2)
    for what, work in (("an import runs", str(file)), ("a write runs that never ends", "endless")):
        written = tuple(_lock(grounds, folder, who, work).ended for _ in range(grounds.rounds(3)))
        yield Figure(f"the lock while {what}", "s", written, limit=Limit(2, of="largest"))


def _supervisor(folder: Path) -> str:
    """Who sees all customers and writes about them."""
    with closing(open_vault(unlock(folder, ADMIN, PASSWORD))) as vault:
        return person(vault, Role.SUPERVISOR).name


def _lock(grounds: Grounds, folder: Path, who: str, *work: str) -> _Locked:
    account = (folder, who, grounds.password_file)
    with grounds.started("-m", *_ONCE, *account, *work) as process:
        pressed = float(process.line_with("pressed ").split()[1])
        closed = float(process.line_with("closed ").split()[1])
        process.process.wait(GRACE)
        ended = time.perf_counter()
        told = json.loads(process.line_with("unlocked ").removeprefix("unlocked "))
    _forget_drafts(folder)
    return _Locked(
        closed - pressed,
        ended - pressed,
        told["ready"] - pressed,
        told["derived"],
        told["painted"],
        told["whole"],
    )


def _forget_drafts(folder: Path) -> None:
    """What was typed is typed again in the next round."""
    shutil.rmtree(VaultFolder.at(folder).drafts, ignore_errors=True)
