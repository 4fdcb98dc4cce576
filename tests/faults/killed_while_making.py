"""Makes vaults, each in a child process killed one file operation later than the one before.

Run by the test beside it, in a process without threads, so that it may fork. Prints one line of JSON
for each kill: what the folder was taken for afterwards, and whether a vault could then be made there.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from pathlib import Path
from typing import Any

from rmdesk.services.errors import UserError
from rmdesk.services.vault import Cost, VaultFolder, create_vault, open_vault, unlock

ADMIN, PASSWORD = "周建国", "八点开门 8:00"
# What Python tells its audit hooks before it touches the disk.
WATCHED = ("open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "sqlite3.connect")


def make(root: Path) -> None:
    vault, _ = create_vault(root, branch="滨江支行", admin=ADMIN, password=PASSWORD, cost=Cost.FLOOR)
    vault.close()


def kill_at(number: int, root: Path) -> bool:
    """Make a vault in a child that dies at its `number`-th operation there; False if it got through."""
    child = os.fork()
    if child == 0:
        seen = 0

        def hook(event: str, arguments: tuple[Any, ...]) -> None:
            nonlocal seen
            if event in WATCHED and str(root) in str(arguments[0]):
                seen += 1
                if seen == number:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(hook)
        make(root)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def state(folder: VaultFolder) -> str:
    """`whole` if the vault opens, else the code of what the person is told."""
    try:
        open_vault(unlock(folder, ADMIN, PASSWORD)).close()
    except UserError as error:
        return error.code
    return "whole"


def main(place: Path, step: int) -> None:
    number, killed = 1, True
    while killed:
        folder = VaultFolder.at(place / str(number))
        killed = kill_at(number, folder.root)
        found = state(folder)
        if found != "whole":
            make(folder.root)
        print(json.dumps({"number": number, "killed": killed, "found": found, "then": state(folder)}))
        number += step


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
