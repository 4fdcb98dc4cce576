"""The whole program at work, window and command line: what it was told lies nowhere in the open."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from rmdesk.models import Setting, Staff
from rmdesk.services import bulk, changes
from rmdesk.services.vault import Vault, VaultFolder
from tests.support import planted
from tests.support.vaults import ADMIN, PASSWORD


def _keep(vault: Vault, values: list[str]) -> None:
    with vault.store.write() as session:
        # Names may stand in the key file; numbers and settings may not stand anywhere.
        rows = [{"name": f"员工 {number}", "mobile": value} for number, value in enumerate(values)]
        bulk.insert(session, Staff, rows)
        session.add(Setting(name="planted", value=" ".join(values)))
        changes.describe(session, "test.planted")


def test_window_and_command_line_leave_nothing_readable(
    vault: Vault, vault_folder: VaultFolder, tmp_path: Path, home: Path
) -> None:
    values = planted.values(200)
    _keep(vault, values)
    vault.close()
    temp = tmp_path / "temp"
    temp.mkdir()
    password = temp.parent / "password.txt"
    password.write_text(PASSWORD, "utf-8")
    environment = os.environ | {name: str(temp) for name in ("TMPDIR", "TEMP", "TMP", "SQLITE_TMPDIR")}
    program = [sys.executable, "-m", "rmdesk", "--vault", str(vault_folder.root)]
    program += ["--user", ADMIN, "--password-file", str(password), "--verbose"]

    # The window shows the first of them, and is killed with its journal and its log as they are.
    with subprocess.Popen(program, stderr=subprocess.PIPE, text=True, env=environment) as window:
        assert window.stderr is not None
        said = next((line for line in window.stderr if line.startswith("painted")), "")
        window.kill()
    assert said, "the window never came"
    assert planted.search([tmp_path], values) == []

    listed = subprocess.run(
        [*program, "--json", "staff", "list"], capture_output=True, text=True, env=environment, check=True
    )
    assert listed.stdout.count('"name"') == len(values) + 1
    assert not [value for value in values if value in listed.stdout + listed.stderr]
    checked = subprocess.run([*program, "check"], capture_output=True, text=True, env=environment, check=True)
    assert not [value for value in values if value in checked.stdout + checked.stderr]
    assert planted.search([tmp_path], values) == []
    assert (home / "logs" / "rmdesk.log").exists()
    # What the killed window leaves is the socket that a second one would have knocked at.
    assert not [left for left in temp.iterdir() if left.is_file()]
