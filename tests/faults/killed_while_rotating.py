"""Exchanges the master key in a process that is killed at some moment: the vault opens with all in it.

    python -m tests.faults.killed_while_rotating FOLDER

adds a customer, exchanges the master key, and says so, until it is killed.
"""

from __future__ import annotations

import contextlib
import os
import random
import sys
import tempfile
from collections import Counter
from pathlib import Path

from sqlalchemy import select

from rmdesk import config
from rmdesk.models import Customer
from rmdesk.services import accounts, changes, customers, rotation
from rmdesk.services.errors import UserError
from rmdesk.services.vault import Cost, create_vault, open_vault, unlock
from tests.faults.killing import lines_until_killed

BRANCH, ADMIN, PASSWORD = "滨江支行", "周建国", "八点开门 8:00"
_WITHIN = 2.0  # seconds


def rotate_until_killed(folder: Path) -> None:
    """Adds somebody and says their name once they are in; exchanges the master key and says that."""
    number = 0
    while True:
        with contextlib.closing(open_vault(unlock(folder, ADMIN, PASSWORD))) as vault:
            accounts.sign_in(vault)
            with vault.store.write() as session:
                name = f"客户{os.getpid()}·{number}"
                customers.add_customer(session, {"name": name})
            print(name, flush=True)
            rotation.rotate(vault)
            print("rotated", flush=True)
        number += 1


def run(count: int, seed: int = 20260905) -> dict[str, int]:
    """Kill such a process `count` times. Lost is a customer who was acknowledged and is not there."""
    rng = random.Random(seed)
    figures: Counter[str] = Counter({"rotated": 0, "lost": 0, "not sound": 0, "does not open": 0})
    acknowledged: set[str] = set()
    with tempfile.TemporaryDirectory() as place:
        os.environ[config.HOME_VARIABLE] = str(Path(place) / "home")
        folder = Path(place) / "vault"
        vault, _ = create_vault(folder, branch=BRANCH, admin=ADMIN, password=PASSWORD, cost=Cost.FLOOR)
        vault.close()
        for _ in range(count):
            said = lines_until_killed(rng, _WITHIN, "tests.faults.killed_while_rotating", str(folder))
            figures["killed"] += 1
            figures["rotated"] += said.count("rotated")
            acknowledged |= set(said) - {"rotated"}
            _examine(folder, acknowledged, figures)
    return dict(figures) | {"acknowledged": len(acknowledged)}


def _examine(folder: Path, acknowledged: set[str], figures: Counter[str]) -> None:
    try:
        vault = open_vault(unlock(folder, ADMIN, PASSWORD), accept_rollback=True)
    except UserError as error:
        print(f"the vault does not open: {error!r}")
        figures["does not open"] += 1
        return
    with contextlib.closing(vault):
        accounts.sign_in(vault)
        with vault.store.read() as session:
            there = set(session.scalars(select(Customer.name)))
            sound = changes.verify(session, vault.keys.audit).sound
        figures["lost"] += len(acknowledged - there)
        figures["not sound"] += not sound or vault.store.integrity() != []
        for path in vault.folder.backups.iterdir():  # so that the next turns have less to read
            if path.is_file():
                path.unlink()


if __name__ == "__main__":
    rotate_until_killed(Path(sys.argv[1]))
