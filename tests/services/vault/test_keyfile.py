"""The key file: what it says, what it never says, and that no change to it goes unnoticed."""

import base64
import dataclasses
import hashlib
import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rmdesk.services.errors import Damaged, UserError
from rmdesk.services.vault import keyfile as keyfiles
from rmdesk.services.vault.folder import VaultFolder
from rmdesk.services.vault.keyfile import KeyFile, adopt_copy, load, parse, write
from rmdesk.services.vault.keys import derive_keys
from rmdesk.services.vault.sealing import Cost
from rmdesk.services.vault.slots import make_password_slot, make_recovery_slot, with_keyring_secret
from rmdesk.services.vault.unlocking import unlock, unlock_with_recovery
from tests.services.vault.keyfiles import (
    CODE,
    LI,
    MASTER,
    PASSWORDS,
    VAULT,
    ZHOU,
    content,
    folder_with,
    keyfile,
    keys,
)


def rewritten(change: Callable[[dict[str, Any]], None]) -> bytes:
    """The file changed by somebody without the master key, who puts the sum right."""
    body = json.loads(content())
    change(body)
    body.pop("sum")
    canonical = json.dumps(body, sort_keys=True, separators=(",", ":"))
    body["sum"] = hashlib.sha256(canonical.encode()).hexdigest()
    return json.dumps(body).encode()


def error_of(folder: VaultFolder) -> UserError:
    with pytest.raises(UserError) as caught:
        load(folder)
    return caught.value


# --- contents --------------------------------------------------------------------------------------


def test_what_was_written_reads_back():
    read = parse(content())
    assert dataclasses.replace(read, mac=b"") == keyfile()
    assert read.dump(keys()) == content()
    read.verify(keys())


def test_sign_in_names_and_branch_may_stand_in_it_and_nothing_secret_does():
    text = content().decode()
    assert "周建国" in text
    assert "滨江支行" in text
    each = (getattr(keys(), field.name) for field in dataclasses.fields(keys()))
    secrets = [MASTER, *(one for one in each if isinstance(one, bytes))]
    for secret in secrets:
        assert base64.b64encode(secret).decode().rstrip("=") not in text
        assert secret.hex() not in text
    for password in (*PASSWORDS.values(), CODE, CODE.replace("-", "")):
        assert password not in text


def test_it_can_hold_two_epochs_of_the_master_key():
    # While the master key is rotated every slot holds both; readers take the current one.
    slot = keyfile().slots[0]
    twice = dataclasses.replace(slot, sealed={1: slot.sealed[1], 2: slot.sealed[1]})
    read = parse(keyfile().with_slot(twice).dump(keys()))
    assert set(read.slots[-1].sealed) == {1, 2}


def test_a_slot_replaces_what_the_person_had():
    fresh = make_password_slot(keys(), VAULT, "周建国", ZHOU, "another one", cost=Cost.FLOOR)
    changed = keyfile().with_slot(fresh)
    assert changed.of_staff(ZHOU) == fresh
    assert changed.names() == ["李明", "周建国"]
    assert len(changed.slots) == 3


def test_a_slot_replaces_one_of_the_same_name_that_a_crash_left():
    fresh = make_password_slot(
        keys(), VAULT, "李明", "0190aaaa0000700080000000000000a9", "x1y2z3w4", cost=Cost.FLOOR
    )
    changed = keyfile().with_slot(fresh)
    assert changed.of_staff(LI) is None
    assert changed.named("李明") == fresh


def test_a_new_recovery_slot_replaces_the_old_one():
    fresh = make_recovery_slot(keys(), VAULT, CODE)
    changed = keyfile().with_slot(fresh)
    assert [slot for slot in changed.slots if slot.type == "recovery"] == [fresh]
    assert changed.names() == keyfile().names()


def test_a_person_is_taken_out():
    changed = keyfile().without_staff(LI)
    assert changed.names() == ["周建国"]
    assert len(changed.slots) == 2


@pytest.mark.parametrize("typed", ["周建国", " 周建国　", "周建国\n"])
def test_names_are_found_with_space_around(typed: str):
    slot = keyfile().named(typed)
    assert slot is not None
    assert slot.staff == ZHOU


# --- damage ----------------------------------------------------------------------------------------


def test_every_flipped_bit_is_detected():
    whole = content()
    said = Counter()
    for position in range(len(whole)):
        for bit in (0x01, 0x10, 0x80):
            flipped = whole[:position] + bytes([whole[position] ^ bit]) + whole[position + 1 :]
            with pytest.raises((keyfiles._UnreadableError, UserError)) as caught:
                parse(flipped)
            said[getattr(caught.value, "code", "damaged")] += 1
    # One digit says the version: flipped, it may read as a newer file, which is refused as well.
    assert said.pop("keyfile.newer", 0) <= 3
    assert set(said) == {"damaged"}


@pytest.mark.parametrize("part", [0.0, 0.001, 0.3, 0.5, 0.999])
def test_a_file_cut_short_is_detected(tmp_path: Path, part: float):
    folder = folder_with(tmp_path, content()[: int(len(content()) * part)])
    error = error_of(folder)
    assert isinstance(error, Damaged)
    assert error.code == "keyfile.damaged"


@pytest.mark.parametrize(
    "junk",
    [
        b"",
        b"\0" * 5000,
        b"\xff\xfe{}",
        b"{}",
        b"[]",
        b"null",
        b'"text"',
        b"NaN",
        b"{" * 100_000,
        b"[" * 100_000,
        b'{"format": "rmdesk-keys"}',
        b'{"format": "rmdesk-keys", "version": 1}',
        b'{"format": "rmdesk-keys", "version": "2"}',
        b'{"format": "rmdesk-keys", "version": true}',
        b'{"format": "rmdesk-keys", "version": 1' + b"0" * 5000 + b"}",
        b'{"format": "other", "version": 1}',
        b"SQLite format 3\0",
        b" " * (5 * 1024 * 1024),
    ],
    ids=lambda junk: junk[:40].decode("latin-1"),
)
def test_what_is_no_key_file_is_damaged(tmp_path: Path, junk: bytes):
    assert error_of(folder_with(tmp_path, junk)).code == "keyfile.damaged"


@pytest.mark.parametrize(
    "change",
    [
        lambda body: body.pop("vault"),
        lambda body: body.pop("mac"),
        lambda body: body.update(vault="x" * 32),
        lambda body: body.update(vault=["a"]),
        lambda body: body.update(generation=0),
        lambda body: body.update(generation=1.0),
        lambda body: body.update(generation=2**60),
        lambda body: body.update(generation=True),
        lambda body: body.update(slots={}),
        lambda body: body.update(slots=[1]),
        lambda body: body.update(mac="AAAA"),
        lambda body: body.update(extra=1),
        lambda body: body["slots"][0].pop("private"),
        lambda body: body["slots"][0].update(type="master"),
        lambda body: body["slots"][0].update(type="recovery"),
        lambda body: body["slots"][2].update(type="password"),
        lambda body: body["slots"][0].update(public="AAAA"),
        lambda body: body["slots"][0].update(public="not base 64"),
        lambda body: body["slots"][0].update(one_use=0),
        lambda body: body["slots"][0].update(extra=1),
        lambda body: body["slots"][0].update(sealed={"one": "AAAA"}),
        lambda body: body["slots"][0].update(sealed={"01": "AAAA"}),
        lambda body: body["slots"][0].update(sealed=[]),
        lambda body: body["slots"][0]["private"].update(password=[]),
        lambda body: body["slots"][0]["private"]["password"]["kdf"].update(name="scrypt"),
        lambda body: body["slots"][0]["private"]["password"]["kdf"].update(salt="AAAA"),
    ],
)
def test_a_file_of_another_shape_is_damaged_even_with_the_right_sum(tmp_path: Path, change):
    assert error_of(folder_with(tmp_path, rewritten(change))).code == "keyfile.damaged"


def test_a_name_that_stands_twice_is_damage(tmp_path: Path):
    raw = content().replace(b'"generation": 1,', b'"generation": 1, "generation": 1,')
    assert error_of(folder_with(tmp_path, raw)).code == "keyfile.damaged"


def test_a_newer_file_is_refused_not_replaced(tmp_path: Path):
    raw = rewritten(lambda body: body.update(version=2))
    folder = folder_with(tmp_path, raw, copy=content())
    error = error_of(folder)
    assert (error.code, error.params) == ("keyfile.newer", {"version": 2})
    assert not isinstance(error, Damaged)
    assert folder.keyfile.read_bytes() == raw


@pytest.mark.parametrize(
    "kdf",
    [
        {"memory_kib": 2 * 1024 * 1024},
        {"memory_kib": 8 * 1024},
        {"passes": 21},
        {"passes": 1},
        {"lanes": 17},
        {"lanes": 1},
    ],
)
def test_costs_that_stop_the_computer_or_are_too_cheap_are_refused(tmp_path: Path, kdf: dict[str, int]):
    raw = rewritten(lambda body: body["slots"][0]["private"]["password"]["kdf"].update(kdf))
    assert error_of(folder_with(tmp_path, raw)).code == "keyfile.refused_cost"


# --- the backup copy -------------------------------------------------------------------------------


@pytest.mark.parametrize("raw", [b"", b"junk", None])
def test_the_backup_copy_is_taken_and_that_is_said(tmp_path: Path, raw: bytes | None):
    folder = folder_with(tmp_path, raw or b"", copy=content())
    if raw is None:
        folder.keyfile.unlink()
    loaded = load(folder)
    assert loaded.keyfile == parse(content())
    assert [finding.code for finding in loaded.findings] == ["keyfile.restored_from_backup"]
    assert (folder.keyfile.read_bytes() if folder.keyfile.exists() else None) == raw  # nothing is changed


def test_both_damaged_is_said(tmp_path: Path):
    assert error_of(folder_with(tmp_path, b"x", copy=b"y")).code == "keyfile.damaged"


def test_a_missing_key_file_beside_a_database_is_said(tmp_path: Path):
    folder = VaultFolder.at(tmp_path)
    folder.database.write_bytes(b"x")
    error = error_of(folder)
    assert isinstance(error, Damaged)
    assert error.code == "keyfile.missing"


def test_an_empty_folder_holds_no_vault(tmp_path: Path):
    assert error_of(VaultFolder.at(tmp_path)).code == "vault.none"
    assert error_of(VaultFolder.at(tmp_path / "absent")).code == "vault.none"


def test_a_key_file_that_the_system_does_not_let_us_read_is_not_damaged(tmp_path: Path):
    folder = VaultFolder.at(tmp_path)
    folder.keyfile.mkdir()
    assert error_of(folder).code == "keyfile.not_readable"


def test_writing_keeps_the_former_one_beside(tmp_path: Path):
    folder = folder_with(tmp_path)
    other = dataclasses.replace(keyfile(), generation=2).dump(keys())
    write(folder, other)
    assert folder.keyfile.read_bytes() == other
    assert folder.keyfile_backup.read_bytes() == content()
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == [
        "vault.keys",
        "vault.keys.bak",
    ]


def test_a_key_file_from_a_backup_takes_the_place_of_a_damaged_one_which_is_kept(tmp_path: Path):
    folder = folder_with(tmp_path / "vault", b"damaged", copy=b"too")
    source = tmp_path / "backup.keys"
    source.write_bytes(content())
    adopt_copy(folder, source)
    assert load(folder).findings == ()
    assert folder.keyfile.read_bytes() == folder.keyfile_backup.read_bytes() == content()
    kept = sorted(path.read_bytes() for path in folder.root.glob("*.before-*"))
    assert kept == [b"damaged", b"too"]


@pytest.mark.parametrize("raw", [b"", b"junk", None])
def test_a_backup_that_is_no_key_file_replaces_nothing(tmp_path: Path, raw: bytes | None):
    folder = folder_with(tmp_path / "vault", b"damaged")
    source = tmp_path / "backup.keys"
    if raw is not None:
        source.write_bytes(raw)
    with pytest.raises(Damaged, match=r"keyfile\.copy_unusable"):
        adopt_copy(folder, source)
    assert [path.name for path in folder.root.iterdir()] == ["vault.keys"]
    assert folder.keyfile.read_bytes() == b"damaged"


# --- attackers without the master key --------------------------------------------------------------


def damage_of(folder: VaultFolder) -> Damaged:
    with pytest.raises(Damaged) as caught:
        unlock_with_recovery(folder, CODE)
    return caught.value


def planted(body: dict[str, Any]) -> None:
    attacker = make_password_slot(derive_keys(bytes(32)), VAULT, "张三", LI, "attacker's", cost=Cost.FLOOR)
    foreign = KeyFile(VAULT, "", "", 1, (attacker,)).dump(derive_keys(bytes(32)))
    body["slots"].append(json.loads(foreign)["slots"][0])


def test_a_planted_slot_is_refused_with_its_name(tmp_path: Path):
    error = damage_of(folder_with(tmp_path, rewritten(planted), copy=content()))
    assert (error.code, error.params) == ("keyfile.planted_slot", {"name": "张三"})


@pytest.mark.parametrize(
    "change",
    [
        lambda body: body["slots"][0].update(name="张三"),
        lambda body: body["slots"][0].update(staff=LI),
        lambda body: body["slots"][1].update(one_use=False),
        lambda body: body["slots"][0].update(public=body["slots"][1]["public"]),
        lambda body: body["slots"][0].update(vouch=body["slots"][1]["vouch"]),
    ],
    ids=["name", "staff", "one_use", "public", "vouch"],
)
def test_an_exchanged_slot_is_refused(tmp_path: Path, change):
    assert damage_of(folder_with(tmp_path, rewritten(change))).code == "keyfile.planted_slot"


@pytest.mark.parametrize(
    "change",
    [
        lambda body: body.update(branch="江北支行"),
        lambda body: body.update(generation=99),
        lambda body: body["slots"].pop(0),
        lambda body: body["slots"].reverse(),
        lambda body: body["slots"][0]["private"].update(keyring="AAAA"),
        lambda body: body["slots"][0].update(sealed=body["slots"][1]["sealed"]),
        lambda body: body["slots"][0]["private"]["password"]["kdf"].update(passes=4),
    ],
    ids=["branch", "generation", "slot removed", "order", "keyring", "sealed", "cost"],
)
def test_every_other_change_is_refused_too(tmp_path: Path, change):
    assert damage_of(folder_with(tmp_path, rewritten(change))).code == "keyfile.altered"


def test_boxes_of_one_slot_do_not_open_in_another(tmp_path: Path):
    """Somebody who knows 李明's password puts 李明's box into 周建国's slot."""

    def change(body: dict[str, Any]) -> None:
        body["slots"][0]["private"] = body["slots"][1]["private"]

    folder = folder_with(tmp_path, rewritten(change))
    with pytest.raises(UserError, match=r"password\.wrong"):
        unlock(folder, "周建国", PASSWORDS["李明"])


def test_cheaper_costs_do_not_open_the_box(tmp_path: Path):
    def change(body: dict[str, Any]) -> None:
        body["slots"][0]["private"]["password"]["kdf"]["passes"] = 4

    with pytest.raises(UserError, match=r"password\.wrong"):
        unlock(folder_with(tmp_path, rewritten(change)), "周建国", PASSWORDS["周建国"])


def test_a_key_file_moved_to_another_vaults_id_opens_for_nobody(tmp_path: Path):
    folder = folder_with(tmp_path, rewritten(lambda body: body.update(vault="f" * 32)))
    with pytest.raises(UserError, match=r"recovery\.wrong"):
        unlock_with_recovery(folder, CODE)


def test_a_keyring_box_leaves_the_vouch_good():
    slot = with_keyring_secret(VAULT, keyfile().slots[0], b"p" * 32, b"s" * 32)
    assert slot.is_vouched(keys(), VAULT)
    assert not slot.is_vouched(keys(), "f" * 32)
