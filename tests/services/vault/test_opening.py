"""Opening: what is refused, what is only said, and that the lock is always let go."""

import contextlib
import dataclasses
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select

from rmdesk.models import ChangeSet, Role, VaultState
from rmdesk.services import accounts, changes, staff
from rmdesk.services.errors import Damaged, UserError
from rmdesk.services.vault import (
    Cost,
    Keyring,
    Vault,
    VaultFolder,
    create_vault,
    open_vault,
    unlock,
    unlock_with_recovery,
)
from rmdesk.services.vault.anchor import AnchorFile
from tests.support.keyrings import MemoryBackend
from tests.support.vaults import ADMIN, PASSWORD, OpenAgain, Template, add_person

LI = "李明"
LI_PASSWORD = "liming-2025"

HOLD = """
import sys
from rmdesk.services.vault import open_vault, unlock
vault = open_vault(unlock(sys.argv[1], sys.argv[2], sys.argv[3]), program="command line")
print("open", flush=True)
sys.stdin.read()
vault.close()
"""


WORK = """
from rmdesk.services import changes
for _ in range(3):
    with vault.store.write() as session:
        changes.note(session, "data.printed")
print(vault.store.head().number, flush=True)
"""


def refused(open_: Callable[..., Vault], **options: object) -> UserError:
    with pytest.raises(UserError) as caught:
        open_(**options)
    return caught.value


def codes(vault: Vault) -> list[str]:
    return [finding.code for finding in vault.findings]


def kinds(vault: Vault) -> list[str]:
    with vault.store.read() as session:
        return list(session.scalars(select(ChangeSet.kind).order_by(ChangeSet.number)))


def commit(vault: Vault, times: int = 1) -> None:
    for _ in range(times):
        with vault.store.write() as session:
            changes.note(session, "data.printed")


def kept_copy(folder: VaultFolder, place: Path) -> Path:
    shutil.copytree(folder.root, place)
    return place


def put_back(copy: Path, folder: VaultFolder) -> None:
    shutil.rmtree(folder.root)
    shutil.copytree(copy, folder.root)


# --- one process -----------------------------------------------------------------------------------


def test_a_second_opening_is_told_who_holds_it(vault: Vault, open_again: OpenAgain, vault_template: Template):
    unlocked = dataclasses.replace(vault_template.unlocked, folder=vault.folder)
    error = refused(lambda: open_vault(unlocked))
    assert error.code == "vault.in_use"
    assert error.params["program"] == "window"
    assert error.params["pid"] == os.getpid()


def test_another_process_holds_it_until_it_ends_however_it_ends(
    vault_folder: VaultFolder, open_again: OpenAgain
):
    command = [sys.executable, "-c", HOLD, str(vault_folder.root), ADMIN, PASSWORD]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        error = refused(open_again)
        assert error.code == "vault.in_use"
        assert (error.params["program"], error.params["pid"]) == ("command line", other.pid)
        other.kill()
    assert codes(open_again()) == []


# --- the database ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "code"),
    [
        pytest.param(Path.unlink, "db.missing", id="missing"),
        pytest.param(lambda path: path.write_bytes(b""), "db.empty", id="0 bytes"),
        pytest.param(lambda path: path.write_bytes(b"x"), "db.empty", id="1 byte"),
        pytest.param(
            lambda path: path.write_bytes(b"SQLite format 3\0" + bytes(8192)), "db.plain", id="plain"
        ),
        pytest.param(lambda path: path.write_bytes(os.urandom(8192)), "db.damaged", id="noise"),
        pytest.param(
            lambda path: path.write_bytes(path.read_bytes()[:4096]), "db.damaged", id="first page only"
        ),
    ],
)
def test_trouble_with_the_database_is_told_and_nothing_is_made(
    vault_folder: VaultFolder, open_again: OpenAgain, change: Callable[[Path], object], code: str
):
    change(vault_folder.database)
    before = {path.name: path.read_bytes() for path in vault_folder.root.iterdir() if path.is_file()}
    for _ in range(2):  # the lock was let go
        error = refused(open_again)
        assert isinstance(error, Damaged)
        assert error.code == code
    after = {path.name: path.read_bytes() for path in vault_folder.root.iterdir() if path.is_file()}
    after.pop("vault.lock", None)
    before.pop("vault.lock", None)
    assert after == before


def test_the_key_file_of_another_vault_opens_nothing_of_this_one(
    vault_folder: VaultFolder, tmp_path: Path, home: Path
):
    other, _ = create_vault(
        tmp_path / "other", branch="江北支行", admin="孙丽", password="other vault", cost=Cost.FLOOR
    )
    other.close()
    before = vault_folder.database.read_bytes()
    for name in ("vault.keys", "vault.keys.bak"):
        shutil.copy(other.folder.root / name, vault_folder.root / name)
    unlocked = unlock(vault_folder, "孙丽", "other vault")
    error = refused(lambda: open_vault(unlocked))
    assert (type(error), error.code) == (Damaged, "db.damaged")
    assert vault_folder.database.read_bytes() == before


def test_a_database_put_under_the_same_keys_but_another_id_is_told(
    vault_folder: VaultFolder, open_again: OpenAgain, vault_template: Template
):
    with contextlib.closing(open_again()) as vault:
        with vault.store.write() as session:
            session.get_one(VaultState, 1).vault_uid = "f" * 32
            changes.note(session, "data.printed")
    assert refused(open_again).code == "db.other_vault"


def test_a_folder_that_is_gone_is_told(vault_folder: VaultFolder, open_again: OpenAgain):
    shutil.rmtree(vault_folder.root)
    assert refused(open_again).code == "vault.none"
    assert not vault_folder.root.exists()


# --- the anchor ------------------------------------------------------------------------------------


def test_an_older_copy_is_refused_with_what_is_missing(
    vault_folder: VaultFolder, open_again: OpenAgain, tmp_path: Path
):
    copy = kept_copy(vault_folder, tmp_path / "copy")
    with contextlib.closing(open_again()) as vault:
        commit(vault, 3)
    put_back(copy, vault_folder)
    error = refused(open_again)
    assert isinstance(error, Damaged)
    assert error.code == "vault.rolled_back"
    assert error.params["missing"] == 4  # the sign-in and the three
    assert error.params["since"]
    assert refused(open_again).code == "vault.rolled_back"  # asking again does not accept it


def test_an_older_copy_can_be_accepted_and_that_is_recorded(
    vault_folder: VaultFolder, open_again: OpenAgain, tmp_path: Path
):
    copy = kept_copy(vault_folder, tmp_path / "copy")
    with contextlib.closing(open_again()) as vault:
        commit(vault, 3)
    put_back(copy, vault_folder)
    with contextlib.closing(open_again(accept_rollback=True)) as vault:
        assert codes(vault) == ["vault.rolled_back_accepted"]
        assert kinds(vault)[-2:] == ["vault.rollback_accepted", "auth.signed_in"]
    assert codes(open_again()) == []


def test_an_older_copy_in_which_work_went_on_is_refused_too(
    vault_folder: VaultFolder,
    open_again: OpenAgain,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    home: Path,
):
    copy = kept_copy(vault_folder, tmp_path / "copy")
    with contextlib.closing(open_again()) as vault:
        commit(vault)
    put_back(copy, vault_folder)
    monkeypatch.setenv("RMDESK_HOME", str(tmp_path / "another computer"))
    with contextlib.closing(open_again()) as vault:
        commit(vault, 5)
    monkeypatch.setenv("RMDESK_HOME", str(home))
    error = refused(open_again)
    assert (type(error), error.code) == (Damaged, "vault.forked")
    with contextlib.closing(open_again(accept_rollback=True)) as vault:
        assert codes(vault) == ["vault.forked_accepted"]
    assert codes(open_again()) == []


def test_a_database_ahead_of_the_anchor_is_what_a_crash_leaves(
    vault_folder: VaultFolder, open_again: OpenAgain, home: Path, tmp_path: Path
):
    shutil.copytree(home / "anchors", tmp_path / "anchors")
    with contextlib.closing(open_again()) as vault:
        commit(vault, 3)
    shutil.rmtree(home / "anchors")
    shutil.copytree(tmp_path / "anchors", home / "anchors")
    assert codes(open_again()) == []


def test_a_new_computer_is_said_and_recorded_once(
    open_again: OpenAgain, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("RMDESK_HOME", str(tmp_path / "another computer"))
    with contextlib.closing(open_again()) as vault:
        assert codes(vault) == ["anchor.absent"]
        assert kinds(vault).count("vault.opened_on_new_computer") == 1
    with contextlib.closing(open_again()) as vault:
        assert codes(vault) == []
        assert kinds(vault).count("vault.opened_on_new_computer") == 1


def test_the_keyring_remembers_when_the_anchor_file_is_gone(
    vault_folder: VaultFolder, open_again: OpenAgain, home: Path, tmp_path: Path
):
    ring = Keyring(MemoryBackend())
    copy = kept_copy(vault_folder, tmp_path / "copy")
    with contextlib.closing(open_again(keyring=ring)) as vault:
        commit(vault)
    shutil.rmtree(home / "anchors")
    put_back(copy, vault_folder)
    assert refused(open_again, keyring=ring).code == "vault.rolled_back"


def test_an_anchor_that_cannot_be_kept_is_said_and_stops_nobody(open_again: OpenAgain, home: Path):
    shutil.rmtree(home / "anchors")
    (home / "anchors").write_text("a file in the way")
    with contextlib.closing(open_again()) as vault:
        assert codes(vault) == ["anchor.absent", "anchor.not_kept"]
        commit(vault)


def test_after_a_kill_the_anchor_has_followed_every_commit(vault_folder: VaultFolder, open_again: OpenAgain):
    script = HOLD.replace("sys.stdin.read()", WORK + "sys.stdin.read()")
    command = [sys.executable, "-c", script, str(vault_folder.root), ADMIN, PASSWORD]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        head = int(other.stdout.readline())
        other.kill()
    vault = open_again()
    anchor = AnchorFile(vault.uid, vault.keys.anchor, Keyring()).read()
    assert anchor is not None
    assert anchor.number >= head
    assert codes(vault) == []


# --- the key file ----------------------------------------------------------------------------------


@pytest.mark.parametrize("damage", [b"", b"junk", None])
def test_a_damaged_key_file_is_replaced_by_its_copy_and_kept(
    vault_folder: VaultFolder, open_again: OpenAgain, damage: bytes | None
):
    whole = vault_folder.keyfile.read_bytes()
    if damage is None:
        vault_folder.keyfile.unlink()
    else:
        vault_folder.keyfile.write_bytes(damage)
    with contextlib.closing(open_again()) as vault:
        assert codes(vault) == ["keyfile.restored_from_backup"]
        assert "vault.keyfile_restored" in kinds(vault)
    assert vault_folder.keyfile.read_bytes() == whole
    kept = list(vault_folder.root.glob("vault.keys.damaged-*"))
    assert [path.read_bytes() for path in kept] == ([] if damage is None else [damage])
    assert codes(open_again()) == []


def test_everybody_gets_in_by_the_copy_though_people_were_added_since(
    vault_folder: VaultFolder, open_again: OpenAgain
):
    with contextlib.closing(open_again()) as vault:
        add_person(vault, LI, LI_PASSWORD, [Role.TELLER])
        assert vault_folder.keyfile.read_bytes() == vault_folder.keyfile_backup.read_bytes()
    vault_folder.keyfile.write_bytes(b"")
    with contextlib.closing(open_vault(unlock(vault_folder, LI, LI_PASSWORD))) as vault:
        assert codes(vault) == ["keyfile.restored_from_backup"]


def test_a_lost_copy_is_made_again(vault_folder: VaultFolder, open_again: OpenAgain):
    vault_folder.keyfile_backup.unlink()
    open_again()
    assert vault_folder.keyfile_backup.read_bytes() == vault_folder.keyfile.read_bytes()


@pytest.fixture
def with_old_keyfile(vault_folder: VaultFolder, open_again: OpenAgain) -> VaultFolder:
    """A vault of two people whose key file is from before 李明's password was reset."""
    with contextlib.closing(open_again()) as vault:
        person = add_person(vault, LI, LI_PASSWORD, [Role.TELLER])
        old = vault_folder.keyfile.read_bytes()
        slot = staff.prepare_password(vault, LI, person.uid, "a new one", one_use=True, cost=Cost.FLOOR)
        with vault.store.write() as session:
            staff.reset_password(session, vault, person.uid, slot)
    for path in (vault_folder.keyfile, vault_folder.keyfile_backup):
        path.write_bytes(old)
    return vault_folder


def test_an_old_key_file_brings_back_nobodys_old_password(with_old_keyfile: VaultFolder):
    unlocked = unlock(with_old_keyfile, LI, LI_PASSWORD)
    error = refused(lambda: open_vault(unlocked))
    assert (type(error), error.code, error.params) == (Damaged, "keyfile.outdated", {"behind": 1})


def test_an_administrator_may_go_on_with_an_old_key_file_and_that_is_recorded(
    with_old_keyfile: VaultFolder, open_again: OpenAgain
):
    with contextlib.closing(open_again()) as vault:
        assert codes(vault) == ["keyfile.outdated_accepted"]
        assert "vault.old_keyfile_accepted" in kinds(vault)
    assert codes(open_again()) == []  # key file and database agree again


def test_the_recovery_code_goes_on_with_an_old_key_file_too(
    with_old_keyfile: VaultFolder, recovery_code: str
):
    with contextlib.closing(open_vault(unlock_with_recovery(with_old_keyfile, recovery_code))) as vault:
        assert codes(vault) == ["keyfile.outdated_accepted"]


KILLED = """
import os, signal, sys
from rmdesk.models import Role
from rmdesk.services import accounts, staff
from rmdesk.services.vault import Cost, open_vault, unlock
vault = open_vault(unlock(sys.argv[1], sys.argv[2], sys.argv[3]))
accounts.sign_in(vault)
uid = staff.new_staff_uid()
slot = staff.prepare_password(vault, "李明", uid, "liming-2025", one_use=True, cost=Cost.FLOOR)
with vault.store.write() as session:
    staff.add_staff(session, vault, "李明", [Role.TELLER], slot)
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_killed_between_key_file_and_commit_nothing_is_lost_and_the_same_can_be_done_again(
    vault_folder: VaultFolder, open_again: OpenAgain
):
    command = [sys.executable, "-c", KILLED, str(vault_folder.root), ADMIN, PASSWORD]
    assert subprocess.run(command, check=False).returncode < 0
    # The slot without a person opens the key file but lets nobody in.
    with contextlib.closing(open_vault(unlock(vault_folder, LI, LI_PASSWORD))) as vault:
        assert codes(vault) == ["keyfile.ahead"]
        with pytest.raises(UserError, match=r"auth\.unknown_person"):
            accounts.sign_in(vault)
    with contextlib.closing(open_again()) as vault:
        assert codes(vault) == ["keyfile.ahead"]
        assert "vault.keyfile_ahead" in kinds(vault)
        add_person(vault, LI, LI_PASSWORD, [Role.TELLER])
        assert sorted(vault.keyfile.names()) == sorted([ADMIN, LI])
    with contextlib.closing(open_vault(unlock(vault_folder, LI, LI_PASSWORD))) as vault:
        assert codes(vault) == []
        accounts.sign_in(vault)


def test_a_slot_that_was_replaced_since_it_was_opened_opens_nothing(
    vault_folder: VaultFolder, open_again: OpenAgain
):
    with contextlib.closing(open_again()) as vault:
        person = add_person(vault, LI, LI_PASSWORD, [Role.TELLER])
    unlocked = unlock(vault_folder, LI, LI_PASSWORD)
    with contextlib.closing(open_again()) as vault:
        with vault.store.write() as session:
            staff.disable_staff(session, vault, person.uid, version=person.version)
    error = refused(lambda: open_vault(unlocked))
    assert error.code == "auth.slot_gone"


# --- writing slots ---------------------------------------------------------------------------------


class ChangedMindError(Exception):
    pass


def files_of(folder: VaultFolder) -> tuple[bytes, bytes]:
    return folder.keyfile.read_bytes(), folder.keyfile_backup.read_bytes()


def test_a_failed_transaction_brings_the_former_key_file_back(vault: Vault):
    before, keyfile, slot = files_of(vault.folder), vault.keyfile, vault.slot

    def change_and_think_better_of_it() -> None:
        with vault.store.write() as session:
            vault.write_slots(lambda present: present.without_staff(slot.staff), session)
            vault.write_slots(lambda present: dataclasses.replace(present, branch="other"), session)
            assert vault.folder.keyfile.read_bytes() != before[0]
            raise ChangedMindError

    with pytest.raises(ChangedMindError):
        change_and_think_better_of_it()
    assert files_of(vault.folder) == before
    assert (vault.keyfile, vault.slot) == (keyfile, slot)


def test_a_key_file_that_cannot_be_written_fails_the_whole_change(vault: Vault, open_again: OpenAgain):
    sets = kinds(vault)
    vault.folder.keyfile_backup.unlink()
    vault.folder.keyfile_backup.mkdir()
    (vault.folder.keyfile_backup / "in the way").touch()
    with pytest.raises(UserError, match=r"keyfile\.not_written"):
        add_person(vault, LI, LI_PASSWORD, [Role.TELLER])
    assert kinds(vault) == sets
    assert vault.keyfile.names() == [ADMIN]
    shutil.rmtree(vault.folder.keyfile_backup)
    add_person(vault, LI, LI_PASSWORD, [Role.TELLER])
    assert codes(open_again()) == []


def test_generations_count_up_in_key_file_and_database(vault: Vault, open_again: OpenAgain):
    for number in range(2, 5):
        with vault.store.write() as session:
            vault.write_slots(lambda present: present, session)
            changes.note(session, "staff.password_changed")
        assert vault.keyfile.generation == number
    assert codes(open_again()) == []


def test_closing_twice_is_harmless(vault: Vault):
    vault.close()
    vault.close()
