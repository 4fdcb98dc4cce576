"""Makes or brings back backups in a process that is killed at some moment; the vault and the backups hold.

    python -m tests.faults.killed_while_backing_up FOLDER (make | restore)

makes backups, or brings the newest and the present state back by turns, until it is killed.
"""

from __future__ import annotations

import contextlib
import os
import random
import sys
import tempfile
from collections import Counter
from pathlib import Path

from rmdesk import config
from rmdesk.services import accounts, backups, settings
from rmdesk.services.vault import Cost, Unlocked, Vault, create_vault, open_vault, unlock
from tests.faults.killing import lines_until_killed

BRANCH, ADMIN, PASSWORD = "滨江支行", "周建国", "八点开门 8:00"


def make_until_killed(folder: Path) -> None:
    """Changes something, makes a backup of it, and says so."""
    with contextlib.closing(open_vault(unlock(folder, ADMIN, PASSWORD))) as vault:
        accounts.sign_in(vault)
        while True:
            _change(vault)
            print(backups.make(vault).backup.name.text, flush=True)


def restore_until_killed(folder: Path) -> None:
    """Brings the newest backup back, and says so."""
    unlocked = unlock(folder, ADMIN, PASSWORD)
    while True:
        with contextlib.closing(open_vault(unlocked, accept_rollback=True)) as vault:
            accounts.sign_in(vault)
            newest = backups.newest_verified(vault.folder.backups, vault.keys, vault.uid)
            assert newest is not None
            print(backups.restore(vault, newest.name.text).backup.name.text, flush=True)


def _change(vault: Vault) -> None:
    with vault.store.write() as session:
        stored = settings.load(session)["lock.idle_seconds"]
        settings.set(session, "lock.idle_seconds", 60 + (stored.value + 1) % 3000, version=stored.version)


def run(count: int, seed: int = 20260302) -> dict[str, int]:
    """Kill a process that makes backups and one that brings them back by turns, `count` times altogether.

    Lost is a backup that was acknowledged and is damaged or gone, though nothing thins out within a day.
    """
    rng = random.Random(seed)
    figures: Counter[str] = Counter({"lost": 0, "taken for verified": 0, "not sound": 0})
    with tempfile.TemporaryDirectory() as place:
        os.environ[config.HOME_VARIABLE] = str(Path(place) / "home")
        folder = Path(place) / "vault"
        vault, _ = create_vault(folder, branch=BRANCH, admin=ADMIN, password=PASSWORD, cost=Cost.FLOOR)
        accounts.sign_in(vault)
        _change(vault)
        backups.make(vault)
        vault.close()
        unlocked = unlock(folder, ADMIN, PASSWORD)
        for turn in range(count):
            what = "restore" if turn % 2 else "make"
            module = "tests.faults.killed_while_backing_up"
            acknowledged = set(lines_until_killed(rng, 0.2, module, str(folder), what))
            figures["killed"] += 1
            figures["acknowledged"] += len(acknowledged)
            _examine(unlocked, acknowledged, figures)
    return dict(figures)


def _examine(unlocked: Unlocked, acknowledged: set[str], figures: Counter[str]) -> None:
    # Killed between replacing the database and remembering its head, this computer takes it for an old one.
    with contextlib.closing(open_vault(unlocked, accept_rollback=True)) as vault:
        accounts.sign_in(vault)
        figures["not sound"] += vault.store.integrity() != []
        found = backups.list_backups(vault.folder.backups, vault.keys, vault.uid)
        sound = {one.name.text for one in found if not backups.verify(one, vault.uid)}
        figures["lost"] += len(acknowledged - sound)
        figures["taken for verified"] += sum(one.is_verified and one.name.text not in sound for one in found)
        for one in found[3:]:  # so that the next turns have less to read
            for ending in (".db", ".facts", ".keys"):
                one.beside(ending).unlink(missing_ok=True)


if __name__ == "__main__":
    {"make": make_until_killed, "restore": restore_until_killed}[sys.argv[2]](Path(sys.argv[1]))
