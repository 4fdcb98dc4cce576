"""A folder that cannot be written, seen by a process without the rights of an administrator.

    python -m tests.faults.read_only

prints as JSON what opening a vault there was answered, and whether anything in the folder changed.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from rmdesk.services.errors import UserError
from rmdesk.services.vault.folder import VaultFolder
from tests.faults.examining import make_lived
from tests.support.stores import make_store, open_again

ROOT = Path(__file__).parents[2]
_NOBODY = 65534


def answers() -> dict[str, object]:
    with tempfile.TemporaryDirectory() as place:
        os.chmod(place, 0o755)
        folder = make_lived(Path(place) / "vault")
        for path in folder.root.iterdir():
            path.chmod(0o444)
        folder.root.chmod(0o555)
        before = {path.name: path.read_bytes() for path in folder.root.iterdir()}
        if os.geteuid() == 0:
            os.seteuid(_NOBODY)
        try:
            found = {"open": _answer(lambda: open_again(folder)), "make": _answer(lambda: _make(folder))}
        finally:
            if os.getuid() == 0:
                os.seteuid(0)
        after = {path.name: path.read_bytes() for path in folder.root.iterdir()}
        folder.root.chmod(0o755)
    return found | {"unchanged": before == after}


def _make(folder: VaultFolder) -> object:
    return make_store(folder.root / "new")


def _answer(action: object) -> str:
    try:
        action()  # type: ignore[operator]
    except UserError as error:
        return error.code
    except OSError as error:
        return type(error).__name__
    return "done"


def run() -> dict[str, object]:
    ran = subprocess.run(
        [sys.executable, "-m", "tests.faults.read_only"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    found: dict[str, object] = json.loads(ran.stdout)
    return found


if __name__ == "__main__":
    print(json.dumps(answers()))
