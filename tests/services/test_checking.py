"""A check finds damage, tells it of the vault itself, and changes nothing there."""

from __future__ import annotations

import dataclasses
import hashlib
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from rmdesk.services import checking, settings
from rmdesk.services.checking import Report
from rmdesk.services.errors import Damaged, UserError
from rmdesk.services.vault import VaultFolder, load_keyfile
from tests.conftest import ExpectedLogs
from tests.support.vaults import OpenAgain, Template


@pytest.fixture
def check(vault_template: Template, vault_folder: VaultFolder) -> Callable[[], Report]:
    """Checks this test's vault as it lies there."""

    def run() -> Report:
        keyfile = load_keyfile(vault_folder).keyfile
        unlocked = dataclasses.replace(vault_template.unlocked, folder=vault_folder, keyfile=keyfile)
        return checking.check(unlocked, program="command line")

    return run


def _contents(folder: VaultFolder) -> dict[str, str]:
    return {
        str(one.relative_to(folder.root)): hashlib.sha256(one.read_bytes()).hexdigest()
        for one in folder.root.rglob("*")
        if one.is_file()
    }


def _codes(report: Report) -> list[str]:
    return [problem.code for problem in report.problems]


def test_sound_and_unchanged(check: Callable[[], Report], vault_folder: VaultFolder, home: Path):
    before = _contents(vault_folder)
    anchors = {one: one.read_bytes() for one in (home / "anchors").iterdir()}
    report = check()
    assert not report.problems
    assert (report.people, report.anchored) == (1, True)
    assert report.sets == report.head > 0
    assert _contents(vault_folder) == before
    assert {one: one.read_bytes() for one in (home / "anchors").iterdir()} == anchors


def test_journal_left_by_a_kill(
    check: Callable[[], Report], vault_folder: VaultFolder, open_again: OpenAgain, tmp_path: Path
):
    vault = open_again()
    with vault.store.write() as session:
        settings.set(session, "lock.idle_seconds", 90, version=0)
    head = vault.store.head().number
    for name in ("vault.db", "vault.db-wal"):  # as they are while the process still runs
        shutil.copyfile(vault_folder.root / name, tmp_path / name)
    vault.close()
    for name in ("vault.db", "vault.db-wal"):
        shutil.copyfile(tmp_path / name, vault_folder.root / name)
    before = _contents(vault_folder)
    assert before.keys() >= {"vault.db-wal"}
    report = check()
    assert report.head == head
    assert _contents(vault_folder) == before


def test_vault_in_use(check: Callable[[], Report], open_again: OpenAgain):
    open_again()
    with pytest.raises(UserError) as caught:
        check()
    assert caught.value.code == "vault.in_use"


@pytest.mark.parametrize(("offset", "opens"), [(20, False), (4096 + 100, True), (-100, True)])
def test_flipped_bit(
    check: Callable[[], Report],
    vault_folder: VaultFolder,
    expected_logs: ExpectedLogs,
    offset: int,
    opens: bool,
):
    if opens:
        expected_logs("rmdesk.services.store.integrity: integrity.")
    content = bytearray(vault_folder.database.read_bytes())
    content[offset] ^= 4
    vault_folder.database.write_bytes(content)
    try:
        codes, paths = _codes(check()), set()
    except Damaged as damage:
        codes, paths = [damage.code], {damage.params["path"]}
    assert codes == ["db.damaged"]
    assert paths <= {str(vault_folder.database)}
    assert vault_folder.database.read_bytes() == content


def test_empty_and_missing_database(check: Callable[[], Report], vault_folder: VaultFolder):
    vault_folder.database.write_bytes(b"")
    with pytest.raises(Damaged) as caught:
        check()
    assert (caught.value.code, caught.value.params["path"]) == ("db.empty", str(vault_folder.database))
    vault_folder.database.unlink()
    with pytest.raises(Damaged) as caught:
        check()
    assert caught.value.code == "db.missing"
    assert not vault_folder.database.exists()


def test_key_file_damaged_but_its_copy_sound(check: Callable[[], Report], vault_folder: VaultFolder):
    vault_folder.keyfile.write_bytes(b"{}")
    assert _codes(check()) == ["keyfile.damaged_with_copy"]
    assert vault_folder.keyfile.read_bytes() == b"{}"


def test_copy_of_the_key_file_missing(check: Callable[[], Report], vault_folder: VaultFolder):
    vault_folder.keyfile_backup.unlink()
    assert _codes(check()) == ["keyfile.copy_differs"]
    assert not vault_folder.keyfile_backup.exists()


def test_rolled_back(check: Callable[[], Report], vault_folder: VaultFolder, open_again: OpenAgain):
    old = vault_folder.database.read_bytes()
    vault = open_again()
    with vault.store.write() as session:
        settings.set(session, "lock.idle_seconds", 90, version=0)
    vault.close()
    vault_folder.database.write_bytes(old)
    assert _codes(check()) == ["vault.rolled_back"]


def test_new_computer(check: Callable[[], Report], home: Path):
    shutil.rmtree(home / "anchors")
    report = check()
    assert (report.problems, report.anchored) == ((), False)
    assert not (home / "anchors").exists()


def test_attachments_are_counted(check: Callable[[], Report], vault_folder: VaultFolder):
    (vault_folder.attachments / "ab").mkdir()
    (vault_folder.attachments / "ab" / "cd").write_bytes(os.urandom(64))
    assert check().attachments == 1
