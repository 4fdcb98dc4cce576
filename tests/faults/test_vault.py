"""Faults around the vault's folder and keys: killed, full, read-only, flipped."""

import contextlib
import dataclasses
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from rmdesk import messages
from rmdesk.models import Role
from rmdesk.services import accounts
from rmdesk.services.errors import UserError
from rmdesk.services.vault import (
    Cost,
    Vault,
    VaultFolder,
    create_vault,
    open_vault,
    unlock,
    unlock_with_recovery,
)
from tests.support.limits import as_nobody, no_file_grows_beyond, open_folder
from tests.support.vaults import ADMIN, BRANCH, PASSWORD, OpenAgain, Template, add_person

__all__ = ["open_folder"]  # a fixture

ROOT = Path(__file__).parents[2]


def make(folder: Path) -> Vault:
    return create_vault(folder, branch=BRANCH, admin=ADMIN, password=PASSWORD, cost=Cost.FLOOR)[0]


def names_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} if folder.exists() else set()


# --- killed ----------------------------------------------------------------------------------------


def test_killed_while_a_vault_is_made_there_is_none_or_a_whole_one(tmp_path: Path):
    command = [sys.executable, "-m", "tests.faults.killed_while_making", str(tmp_path), "2"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    kills = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(kills) > 10
    assert [kill["killed"] for kill in kills] == [True] * (len(kills) - 1) + [False]
    assert {kill["found"] for kill in kills} == {"vault.none", "vault.unfinished", "whole"}
    assert {kill["then"] for kill in kills} == {"whole"}  # what a kill leaves never blocks the next try


# --- a full disk -----------------------------------------------------------------------------------


@pytest.mark.parametrize("room", [0, 500, 3000, 20_000, 60_000])
def test_a_vault_that_finds_no_room_is_not_made_and_can_be_made_later(tmp_path: Path, room: int):
    folder = tmp_path / "vault"
    with no_file_grows_beyond(room), pytest.raises(UserError) as caught:
        make(folder)
    assert messages.sentence(caught.value)
    assert names_in(folder) <= {"vault.lock"}
    make(folder).close()


@pytest.mark.parametrize("room", [0, 500, 3000])
def test_a_person_who_finds_no_room_is_not_half_added(vault: Vault, open_again: OpenAgain, room: int):
    head, content = vault.store.head(), vault.folder.keyfile.read_bytes()
    with no_file_grows_beyond(room), pytest.raises(UserError) as caught:
        add_person(vault, "李明", "liming-2025", [Role.TELLER])
    assert messages.sentence(caught.value)
    assert vault.store.head() == head
    assert vault.folder.keyfile.read_bytes() == content
    add_person(vault, "李明", "liming-2025", [Role.TELLER])
    assert open_again().findings == []


def test_a_vault_on_a_full_disk_opens_or_says_why_and_is_unharmed(
    vault_folder: VaultFolder, open_again: OpenAgain
):
    before = vault_folder.database.read_bytes(), vault_folder.keyfile.read_bytes()
    with no_file_grows_beyond(0), pytest.raises(UserError) as caught:
        open_again(signed_in=False)
    assert messages.sentence(caught.value)
    assert (vault_folder.database.read_bytes(), vault_folder.keyfile.read_bytes()) == before
    assert open_again().findings == []


# --- missing rights --------------------------------------------------------------------------------


def test_a_vault_in_a_read_only_folder_is_refused_and_said(open_folder: Path, vault_template: Template):
    root = open_folder / "vault"
    shutil.copytree(vault_template.folder, root)
    (root / "vault.lock").unlink()
    root.chmod(0o555)
    unlocked = dataclasses.replace(vault_template.unlocked, folder=VaultFolder.at(root))
    with as_nobody(), pytest.raises(UserError, match=r"folder\.read_only"):
        open_vault(unlocked)
    assert names_in(root) == names_in(vault_template.folder) - {"vault.lock"}


def test_no_vault_is_made_in_a_read_only_folder(open_folder: Path):
    open_folder.chmod(0o555)
    with as_nobody(), pytest.raises(UserError, match=r"folder\.read_only"):
        make(open_folder)
    with as_nobody(), pytest.raises(UserError, match=r"folder\.read_only"):
        make(open_folder / "new")
    assert names_in(open_folder) == set()


def test_a_key_file_without_the_right_to_read_it_is_said(open_folder: Path, vault_template: Template):
    root = open_folder / "vault"
    shutil.copytree(vault_template.folder, root)
    (root / "vault.keys").chmod(0)
    with as_nobody(), pytest.raises(UserError, match=r"keyfile\.not_readable"):
        unlock(root, ADMIN, PASSWORD)


# --- flipped bits ----------------------------------------------------------------------------------


def test_a_flipped_byte_anywhere_in_the_key_file_never_opens_with_a_wrong_key(
    vault_folder: VaultFolder, vault_template: Template, recovery_code: str
):
    whole = vault_folder.keyfile.read_bytes()
    vault_folder.keyfile_backup.unlink()
    said = set()
    for position in range(0, len(whole), 7):
        vault_folder.keyfile.write_bytes(
            whole[:position] + bytes([whole[position] ^ 1 << position % 8]) + whole[position + 1 :]
        )
        with pytest.raises(UserError) as caught:
            unlock_with_recovery(vault_folder, recovery_code)
        said.add(caught.value.code)
    assert said <= {"keyfile.damaged", "keyfile.newer"}
    vault_folder.keyfile.write_bytes(whole)
    assert unlock_with_recovery(vault_folder, recovery_code).master == vault_template.unlocked.master


def test_with_its_copy_every_damaged_key_file_still_opens(vault_folder: VaultFolder, open_again: OpenAgain):
    whole = vault_folder.keyfile.read_bytes()
    for size in (0, 1, 16, len(whole) // 2, len(whole) - 1):
        vault_folder.keyfile.write_bytes(whole[:size])
        with contextlib.closing(open_again(signed_in=False)) as vault:
            assert [finding.code for finding in vault.findings] == ["keyfile.restored_from_backup"]
        assert vault_folder.keyfile.read_bytes() == whole


# --- forgotten, on this computer and on another ----------------------------------------------------


@pytest.mark.parametrize("elsewhere", [False, True])
def test_a_forgotten_password_is_replaced_by_the_recovery_code(
    vault_folder: VaultFolder,
    recovery_code: str,
    elsewhere: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
):
    if elsewhere:  # a lost profile: no settings, no anchor, no keyring
        monkeypatch.setenv("RMDESK_HOME", str(tmp_path / "another profile"))
    vault, fresh_code = accounts.recover(
        vault_folder, recovery_code.lower().replace("0", "o"), ADMIN, "九点开门 9:00", cost=Cost.FLOOR
    )
    with contextlib.closing(vault):
        assert ("anchor.absent" in [finding.code for finding in vault.findings]) is elsewhere
        accounts.sign_in(vault)
    with pytest.raises(UserError, match=r"recovery\.wrong$"):
        unlock_with_recovery(vault_folder, recovery_code)
    with pytest.raises(UserError, match=r"password\.wrong"):
        unlock(vault_folder, ADMIN, PASSWORD)
    assert unlock_with_recovery(vault_folder, fresh_code).slot.type == "recovery"
    with contextlib.closing(open_vault(unlock(vault_folder, ADMIN, "九点开门 9:00"))) as again:
        assert again.findings == []


def test_nobodys_rights_are_real(open_folder: Path):
    """The tests above would prove nothing if `as_nobody` could write everywhere."""
    open_folder.chmod(0o555)
    with as_nobody(), pytest.raises(PermissionError):
        os.mkdir(open_folder / "x")
