"""The command line as other programs meet it: a process, its bytes, its exit status."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from rmdesk.cli import COMMANDS
from rmdesk.services.vault import VaultFolder
from tests.cli.conftest import Secret
from tests.support.vaults import ADMIN, PASSWORD, OpenAgain

# A poor console: no locale, and it says that it understands ASCII only.
CONSOLE = {"LC_ALL": "C", "PYTHONIOENCODING": "ascii"}


def _rmdesk(*typed: object, cwd: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    root = str(Path(__file__).parents[2])
    environment = {**os.environ, **CONSOLE, "PYTHONPATH": root}
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "rmdesk", *map(str, typed)],
        capture_output=True,
        env=environment,
        cwd=cwd,
        timeout=120,
        check=False,
    )


def test_a_vault_on_a_path_with_chinese_and_spaces(tmp_path: Path):
    place = tmp_path / "滨江 支行"
    place.mkdir()
    (place / "密 码.txt").write_bytes(b"\xef\xbb\xbf" + PASSWORD.encode() + b"\r\nnot this\r\n")
    signed_in = ("--vault", "档案 库", "--password-file", "密 码.txt", "--json")
    made = _rmdesk(
        *signed_in,
        "init",
        "--branch",
        "滨江支行",
        "--admin",
        "王芳",
        "--recovery-file",
        "恢复 码.txt",
        cwd=place,
    )
    assert made.returncode == 0, made.stderr.decode()
    assert json.loads(made.stdout.decode("utf-8"))["vault"] == str(place / "档案 库")
    listed = _rmdesk(*signed_in, "staff", "list", cwd=place)
    assert listed.returncode == 0
    assert json.loads(listed.stdout.decode("utf-8"))["staff"][0]["name"] == "王芳"
    wrong = _rmdesk("--lang", "en", *signed_in, "staff", "disable", "李雷", cwd=place)
    assert wrong.returncode == 1
    assert json.loads(wrong.stdout.decode("utf-8"))["error"]["code"] == "staff.unknown"
    assert "“李雷”" in wrong.stderr.decode("utf-8")
    checked = _rmdesk(*signed_in, "check", cwd=place)
    assert (checked.returncode, checked.stderr) == (0, b"")
    assert PASSWORD.encode() not in b"".join(
        one.read_bytes() for one in place.rglob("*") if one.suffix != ".txt" and one.is_file()
    )


def test_vault_held_by_another_process(open_again: OpenAgain, vault_folder: VaultFolder, secret: Secret):
    open_again()
    options = (
        "--lang",
        "en",
        "--vault",
        vault_folder.root,
        "--password-file",
        secret("pw", PASSWORD),
        "--json",
    )
    for command in (("staff", "list"), ("check",)):
        ran = _rmdesk(*options, *command)
        assert ran.returncode == 1
        told = json.loads(ran.stdout)["error"]
        assert told["code"] == "vault.in_use"
        assert f"process {os.getpid()}" in told["message"]
        assert "the window of rmdesk" in told["message"]


def test_damaged_vault(vault_folder: VaultFolder, secret: Secret):
    vault_folder.database.write_bytes(vault_folder.database.read_bytes()[:5000])
    options = ("--vault", vault_folder.root, "--user", ADMIN, "--password-file", secret("pw", PASSWORD))
    ran = _rmdesk("--lang", "en", *options, "check")
    assert ran.returncode == 3
    assert ran.stdout == b""
    assert b"is damaged" in ran.stderr
    assert b"Traceback" not in ran.stderr


@pytest.mark.parametrize(
    ("typed", "status"), [(["--help"], 0), (["--version"], 0), (["fly"], 2), (["staff"], 2)]
)
def test_usage(typed: list[str], status: int):
    ran = _rmdesk(*typed)
    assert ran.returncode == status
    assert bool(ran.stdout) == (status == 0)
    assert bool(ran.stderr) == (status == 2)


def test_no_qt_is_loaded():
    """A technician's console may have no display, and no patience for a toolkit."""
    names = [command.name for command in COMMANDS]
    assert ("check",) in names
    source = (
        "import sys; import rmdesk.__main__; print([one for one in sys.modules if one.startswith('PySide6')])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", source], capture_output=True, text=True, check=True, timeout=60
    )
    assert ran.stdout.strip() == "[]"
