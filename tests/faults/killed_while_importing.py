"""Imports a file and is killed in the middle of it.

    python -m tests.faults.killed_while_importing FOLDER MASTER UID FILE ROW

kills itself once so many rows were taken.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from rmdesk.models import Role, Staff
from rmdesk.services import imports
from rmdesk.services.actor import Actor
from rmdesk.services.store import Store, open_store
from rmdesk.services.vault.folder import VaultFolder
from rmdesk.services.vault.keys import derive_keys


def act_as_head(store: Store) -> None:
    """The first person of the store acts, as if they were branch head."""
    with store.read() as session:
        person = session.get_one(Staff, 1)
        store.actor = Actor(person.id, person.uid, person.name, frozenset({Role.BRANCH_HEAD}))


def take(
    store: Store, file: Path, progress: imports.Progress | None = None, *, target: str = "customers"
) -> imports.Report:
    with imports.Feed(file) as feed:
        with store.read() as session:
            request = imports.propose(session, imports.BY_NAME[target], feed.found).request
        with store.write() as session:
            return imports.run(session, request, progress, feed=feed)


def main() -> None:
    folder, master, uid, file, row = sys.argv[1:]

    def progress(done: int, _total: int) -> None:
        if done >= int(row):
            os.kill(os.getpid(), signal.SIGKILL)

    store = open_store(VaultFolder(Path(folder)), derive_keys(bytes.fromhex(master)), vault_uid=uid)
    act_as_head(store)
    take(store, Path(file), progress)


if __name__ == "__main__":
    main()
