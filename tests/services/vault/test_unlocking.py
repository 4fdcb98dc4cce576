"""From password, recovery code or Windows session to the master key, whatever state things are in."""

import shutil
from pathlib import Path

import keyring.backends.null
import pytest

from rmdesk.services.errors import UserError
from rmdesk.services.vault.folder import VaultFolder
from rmdesk.services.vault.keyfile import parse
from rmdesk.services.vault.keyring import Keyring, KeyringState
from rmdesk.services.vault.recovery import make_code
from rmdesk.services.vault.sealing import Cost
from rmdesk.services.vault.slots import make_password_slot, make_recovery_slot
from rmdesk.services.vault.unlocking import (
    forget_keyring,
    prepare_keyring,
    unlock,
    unlock_with_keyring,
    unlock_with_recovery,
)
from tests.services.vault.keyfiles import (
    CODE,
    LI,
    MASTER,
    PASSWORDS,
    VAULT,
    content,
    folder_with,
    keyfile,
    keys,
)
from tests.support.keyrings import MemoryBackend


@pytest.fixture
def folder(tmp_path: Path) -> VaultFolder:
    return folder_with(tmp_path / "vault")


class Clock:
    """A clock that moves only by waiting."""

    def __init__(self) -> None:
        self.now = 1_700_000_000.0
        self.waits: list[float] = []

    def wait(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.now += seconds

    def time(self) -> float:
        return self.now


@pytest.mark.parametrize("name", list(PASSWORDS))
def test_a_password_alone_opens_its_slot(folder: VaultFolder, name: str):
    unlocked = unlock(folder, name, PASSWORDS[name])
    assert unlocked.master == MASTER
    assert unlocked.slot.name == name
    assert unlocked.slot.one_use is (name == "李明")
    assert unlocked.findings == ()


def test_the_master_key_stands_in_no_repr(folder: VaultFolder):
    assert repr(MASTER) not in repr(unlock(folder, "李明", PASSWORDS["李明"]))


def test_on_another_computer_the_password_still_opens(folder: VaultFolder, tmp_path: Path, monkeypatch):
    # Another profile: no settings, no anchor, no keyring.
    monkeypatch.setenv("RMDESK_HOME", str(tmp_path / "another computer"))
    moved = tmp_path / "U 盘"
    shutil.copytree(folder.root, moved)
    assert unlock(moved, "周建国", PASSWORDS["周建国"]).master == MASTER


def test_a_folder_may_be_given_as_text(folder: VaultFolder):
    assert unlock(str(folder.root), "李明", PASSWORDS["李明"]).folder == folder


def test_an_unknown_name_is_said_at_once(folder: VaultFolder):
    clock = Clock()
    with pytest.raises(UserError) as caught:
        unlock(folder, "张三", "whatever", wait=clock.wait)
    assert (caught.value.code, caught.value.params) == ("auth.unknown_name", {"name": "张三"})


def test_eleven_wrong_passwords_wait_longer_and_lock_nobody_out(folder: VaultFolder):
    clock = Clock()
    said = []
    for attempt in range(11):
        with pytest.raises(UserError, match=r"password\.wrong") as caught:
            unlock(folder, "周建国", f"wrong {attempt}", wait=clock.wait, clock=clock.time)
        said.append(caught.value.params["wait"])
    assert clock.waits == [1, 2, 4, 8, 16, 30]
    assert said == [0, 0, 0, 0, 1, 2, 4, 8, 16, 30, 30]
    # The right one opens, after the wait, and what was is forgotten.
    assert unlock(folder, "周建国", PASSWORDS["周建国"], wait=clock.wait, clock=clock.time).master == MASTER
    assert clock.waits[-1] == 30
    unlock(folder, "周建国", PASSWORDS["周建国"], wait=clock.wait, clock=clock.time)
    assert len(clock.waits) == 7
    assert folder.keyfile.read_bytes() == content()


@pytest.mark.parametrize(
    "password", ["", " ", "八点开门 8:00 ", "八点开门 8：00", "x" * 60_000, "\ud800", "\0"]
)
def test_any_other_text_is_a_wrong_password(folder: VaultFolder, password: str):
    with pytest.raises(UserError, match=r"password\.wrong"):
        unlock(folder, "周建国", password)


# --- recovery code ---------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", [CODE, CODE.lower(), CODE.replace("-", ""), CODE.replace("0", "o")])
def test_the_recovery_code_opens_however_it_is_typed(folder: VaultFolder, typed: str):
    unlocked = unlock_with_recovery(folder, typed)
    assert unlocked.master == MASTER
    assert unlocked.slot.type == "recovery"


def test_the_code_of_another_vault_is_wrong(folder: VaultFolder):
    with pytest.raises(UserError, match=r"recovery\.wrong$"):
        unlock_with_recovery(folder, make_code())


def test_a_mistyped_code_is_not_called_wrong(folder: VaultFolder):
    slip = CODE[:-1] + ("A" if CODE[-1] != "A" else "B")
    with pytest.raises(UserError, match=r"recovery\.mistyped$"):
        unlock_with_recovery(folder, slip)


def test_a_used_code_is_wrong_once_it_was_replaced(tmp_path: Path):
    fresh = make_code()
    changed = keyfile().with_slot(make_recovery_slot(keys(), VAULT, fresh))
    folder = folder_with(tmp_path, changed.dump(keys()))
    with pytest.raises(UserError, match=r"recovery\.wrong$"):
        unlock_with_recovery(folder, CODE)
    assert unlock_with_recovery(folder, fresh).master == MASTER


# --- the system's keyring --------------------------------------------------------------------------


def with_keyring(root: Path, ring: Keyring) -> VaultFolder:
    slot = keyfile().slots[1]
    changed = keyfile().with_slot(prepare_keyring(keyfile(), slot, PASSWORDS["李明"], keyring=ring))
    return folder_with(root, changed.dump(keys()))


def test_a_windows_session_opens_what_its_person_chose(tmp_path: Path):
    ring = Keyring(MemoryBackend())
    folder = with_keyring(tmp_path, ring)
    assert unlock_with_keyring(folder, "李明", keyring=ring).master == MASTER
    assert unlock(folder, "李明", PASSWORDS["李明"]).master == MASTER
    with pytest.raises(UserError, match=r"keyring\.empty"):
        unlock_with_keyring(folder, "周建国", keyring=ring)


def test_nobody_sets_it_up_without_the_password():
    backend = MemoryBackend()
    with pytest.raises(UserError, match=r"password\.wrong"):
        prepare_keyring(keyfile(), keyfile().slots[1], "a guess", keyring=Keyring(backend))
    assert backend.kept == {}


def test_the_keyring_names_nobody_and_holds_no_key(tmp_path: Path):
    backend = MemoryBackend()
    with_keyring(tmp_path, Keyring(backend))
    shown = repr(backend.kept)
    assert "李明" not in shown
    assert MASTER.hex() not in shown


def test_another_windows_session_needs_the_password(tmp_path: Path):
    folder = with_keyring(tmp_path, Keyring(MemoryBackend()))
    with pytest.raises(UserError, match=r"keyring\.empty"):
        unlock_with_keyring(folder, "李明", keyring=Keyring(MemoryBackend()))
    assert unlock(folder, "李明", PASSWORDS["李明"]).master == MASTER


def test_without_a_keyring_the_password_is_the_way_in(tmp_path: Path):
    folder = with_keyring(tmp_path, Keyring(MemoryBackend()))
    with pytest.raises(UserError, match=r"keyring\.absent"):
        unlock_with_keyring(folder, "李明")
    assert unlock(folder, "李明", PASSWORDS["李明"]).master == MASTER


@pytest.mark.parametrize("value", ["", "AAAA", "not base 64", "密码", "A" * 44])
def test_a_wrong_value_opens_nothing_and_changes_nothing(tmp_path: Path, value: str):
    backend = MemoryBackend()
    folder = with_keyring(tmp_path, Keyring(backend))
    before = folder.keyfile.read_bytes()
    backend.kept = dict.fromkeys(backend.kept, value)
    with pytest.raises(UserError, match=r"keyring\.wrong"):
        unlock_with_keyring(folder, "李明", keyring=Keyring(backend))
    assert folder.keyfile.read_bytes() == before
    assert set(backend.kept.values()) == {value}
    assert unlock(folder, "李明", PASSWORDS["李明"]).master == MASTER


def test_a_keyring_that_keeps_nothing_is_not_relied_on():
    with pytest.raises(UserError, match=r"keyring\.wrong"):
        prepare_keyring(
            keyfile(), keyfile().slots[1], PASSWORDS["李明"], keyring=Keyring(keyring.backends.null.Keyring())
        )


def test_forgetting_leaves_the_password(tmp_path: Path):
    ring = Keyring(MemoryBackend())
    folder = with_keyring(tmp_path, ring)
    slot = parse(folder.keyfile.read_bytes()).named("李明")
    assert slot is not None
    assert forget_keyring(keyfile(), slot, keyring=ring) is KeyringState.AVAILABLE
    with pytest.raises(UserError, match=r"keyring\.empty"):
        unlock_with_keyring(folder, "李明", keyring=ring)
    assert unlock(folder, "李明", PASSWORDS["李明"]).master == MASTER


def test_a_reset_password_shuts_out_the_former_session(tmp_path: Path):
    ring = Keyring(MemoryBackend())
    folder = with_keyring(tmp_path, ring)
    fresh = make_password_slot(keys(), VAULT, "李明", LI, "from the head", cost=Cost.FLOOR, one_use=True)
    folder.keyfile.write_bytes(parse(folder.keyfile.read_bytes()).with_slot(fresh).dump(keys()))
    with pytest.raises(UserError, match=r"keyring\.empty"):
        unlock_with_keyring(folder, "李明", keyring=ring)
    with pytest.raises(UserError, match=r"password\.wrong"):
        unlock(folder, "李明", PASSWORDS["李明"])
    assert unlock(folder, "李明", "from the head").master == MASTER


@pytest.mark.parametrize(
    ("name", "password", "code"),
    [
        ("周建国", "short", "password.too_short"),
        ("", "long enough", "text.empty"),
        ("a\nb", "long enough", "text.not_text"),
    ],
)
def test_slots_are_made_for_usable_names_and_passwords_only(name: str, password: str, code: str):
    with pytest.raises(UserError, match=code.replace(".", r"\.")):
        make_password_slot(keys(), VAULT, name, LI, password, cost=Cost.FLOOR)
