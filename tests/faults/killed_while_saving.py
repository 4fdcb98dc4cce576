"""Saves records in a process that is killed at some moment; whatever it acknowledged must be there.

    python -m tests.faults.killed_while_saving FOLDER MASTER UID

saves until it is killed, and prints the number of each save once it is committed.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import threading
from collections import Counter
from pathlib import Path

from rmdesk.models import Setting, Staff, StaffNotice
from rmdesk.models.base import utc_now
from rmdesk.services import bulk, changes
from rmdesk.services.store import open_store
from rmdesk.services.vault.folder import VaultFolder
from rmdesk.services.vault.keys import derive_keys
from tests.faults.examining import make_lived
from tests.support.stores import KEYS, VAULT_UID, open_again, verdict

ROOT = Path(__file__).parents[2]


def save_until_killed(folder: VaultFolder, master: bytes, uid: str) -> None:
    """Edits, a few rows, many rows: each in one transaction, acknowledged on standard output."""
    store = open_store(folder, derive_keys(master), vault_uid=uid)
    number = store.head().number
    while True:
        number += 1
        with store.write() as session:
            session.get_one(Setting, 1).value = str(number)
            session.add(StaffNotice(staff_id=1, code=f"kill.{number}", raised_at=utc_now()))
            if number % 7 == 0:
                rows = [{"staff_id": 1, "code": "many", "raised_at": utc_now()} for _ in range(300)]
                bulk.insert(session, StaffNotice, rows)
            changes.describe(session, "test.saved", subject=session.get_one(Staff, 1), number=number)
        print(number, flush=True)


def run(count: int, seed: int = 20260301) -> dict[str, int]:
    """Kill a saving process `count` times, each time going on with what the last one left."""
    rng = random.Random(seed)
    figures: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as place:
        folder = make_lived(Path(place) / "vault")
        for _ in range(count):
            acknowledged = _kill_one(folder, rng)
            figures["killed"] += 1
            figures["acknowledged"] += len(acknowledged)
            store = open_again(folder)
            with store.read() as session:
                kept = {code for (code,) in session.query(StaffNotice.code) if code.startswith("kill.")}
                value = session.get_one(Setting, 1).value
            figures["lost"] += sum(f"kill.{number}" not in kept for number in acknowledged)
            head = store.head().number
            # Half a save would be a head without its row, or a row without its head.
            figures["half saved"] += value != str(head) or f"kill.{head}" not in kept
            figures["not sound"] += not (verdict(store).sound and store.integrity() == [])
            store.close()
    return dict(figures)


def _kill_one(folder: VaultFolder, rng: random.Random) -> list[int]:
    """Start a process, let it save a little, kill it at a moment of chance; what it acknowledged."""
    arguments = [str(folder.root), KEYS.master.hex(), VAULT_UID]
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.killed_while_saving", *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    lines = [process.stdout.readline()]
    killer = threading.Timer(rng.uniform(0, 0.05), process.kill)
    killer.start()
    lines += process.stdout.readlines()
    process.wait()
    killer.join()
    process.stdout.close()
    return [int(line) for line in lines if line.endswith("\n")]


if __name__ == "__main__":
    save_until_killed(VaultFolder(Path(sys.argv[1])), bytes.fromhex(sys.argv[2]), sys.argv[3])
