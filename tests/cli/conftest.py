"""Running commands in this process, on this test's vault."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from rmdesk.__main__ import main
from rmdesk.services.vault import VaultFolder
from tests.support.vaults import ADMIN, PASSWORD


@dataclass(frozen=True)
class Ran:
    """What a command left behind."""

    status: int
    answer: str
    rest: str

    @property
    def data(self) -> dict[str, Any]:
        """The one JSON document on standard output."""
        found: dict[str, Any] = json.loads(self.answer)
        return found

    @property
    def code(self) -> str:
        return str(self.data["error"]["code"])


Run = Callable[..., Ran]
Secret = Callable[[str, str], Path]


@pytest.fixture
def secret(tmp_path: Path) -> Secret:
    """Makes a file that holds a password or a code."""

    def make(name: str, line: str) -> Path:
        path = tmp_path / name
        path.write_text(line + "\n", "utf-8")
        return path

    return make


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], derived_once: None) -> Run:
    """Runs what is typed, in English."""

    def run_(*typed: object) -> Ran:
        capfd.readouterr()
        status = main(["--lang", "en", *map(str, typed)])
        captured = capfd.readouterr()
        return Ran(status, captured.out, captured.err)

    return run_


@pytest.fixture
def run_as_admin(run: Run, vault_folder: VaultFolder, secret: Secret) -> Run:
    """Runs a command on this test's vault, signed in as the administrator."""
    password = secret("admin password", PASSWORD)

    def run_(*typed: object) -> Ran:
        return run("--vault", vault_folder.root, "--user", ADMIN, "--password-file", password, *typed)

    return run_
