"""A backup is whole, verified and encrypted, or there is none; damage to it is told."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from rmdesk.models import Attachment, Customer, Role
from rmdesk.services import accounts, attachments, backups, customers, settings
from rmdesk.services.actor import Actor
from rmdesk.services.backups import Backup
from rmdesk.services.errors import NotAllowed, UserError
from rmdesk.services.vault import Vault
from tests.conftest import ExpectedLogs
from tests.support.vaults import add_person

PDF = b"%PDF-1.7\n" + b"x" * 5000
NAME = "欧阳慕容晓敏"


def add_customer(vault: Vault, name: str = NAME) -> Customer:
    with vault.store.write() as session:
        return customers.add_customer(session, {"name": name})


def add_document(vault: Vault, customer: Customer, content: bytes = PDF) -> Attachment:
    with vault.store.write() as session:
        return attachments.add_attachment(session, vault, customer.uid, "合同.pdf", content)


@pytest.fixture
def manager(vault: Vault) -> Vault:
    """The vault, in which a manager acts who may add customers."""
    person = add_person(vault, "林晓雯", "一次性密码 Abc-2468", [Role.RELATIONSHIP_MANAGER])
    vault.store.actor = Actor.of(person)
    return vault


def listed(vault: Vault) -> list[Backup]:
    return backups.list_backups(vault.folder.backups, vault.keys, vault.uid)


def codes(vault: Vault, backup: Backup) -> list[str]:
    return [problem.code for problem in backups.verify(backup, vault.uid)]


def set_setting(vault: Vault, name: str, value: Any) -> None:
    with vault.store.write() as session:
        settings.set(session, name, value, version=settings.load(session)[name].version)


def test_a_backup_is_verified_and_says_what_is_in_it(manager: Vault) -> None:
    add_customer(manager)
    made = backups.make(manager)
    assert made.problems == ()
    [backup] = listed(manager)
    assert backup == made.backup
    assert backup.is_verified
    assert backup.count("customer") == 1
    assert backup.facts is not None
    assert backup.facts.head == manager.store.head().number
    assert codes(manager, backup) == []
    assert sorted(path.suffix for path in manager.folder.backups.iterdir()) == [".db", ".facts", ".keys"]
    assert manager.folder.last_copied() is not None


def test_nothing_of_it_can_be_read_without_the_key(manager: Vault) -> None:
    customer = add_customer(manager)
    add_document(manager, customer)
    backups.make(manager)
    for path in manager.folder.backups.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert not any(NAME.encode(code) in content for code in ("utf-8", "utf-16-le", "gb18030"))
            assert b"customer" not in content


def test_one_is_due_only_after_something_was_changed(manager: Vault) -> None:
    assert backups.is_due(manager)
    add_customer(manager)
    assert backups.make_if_due(manager) is not None
    accounts.sign_out(manager)
    accounts.sign_in(manager)  # is recorded, and changes nothing
    assert not backups.is_due(manager)
    assert backups.make_if_due(manager) is None
    set_setting(manager, "lock.idle_seconds", 400)
    assert backups.is_due(manager)


def test_documents_are_copied_once(manager: Vault) -> None:
    customer = add_customer(manager)
    first = add_document(manager, customer)
    backups.make(manager)
    store = manager.folder.backups / "attachments"
    before = (store / f"{first.uid}.sealed").stat().st_mtime_ns
    second = add_document(manager, customer, PDF + b"2")
    made = backups.make(manager)
    assert sorted(path.stem for path in store.iterdir()) == sorted([first.uid, second.uid])
    assert (store / f"{first.uid}.sealed").stat().st_mtime_ns == before
    assert made.backup.facts is not None
    assert made.backup.facts.attachments == {first.uid, second.uid}


def test_a_document_that_is_damaged_in_the_vault_is_told_and_not_kept_as_sound(manager: Vault) -> None:
    row = add_document(manager, add_customer(manager))
    path = manager.folder.attachments / f"{row.uid}.sealed"
    path.write_bytes(path.read_bytes()[:-1] + b"\0")
    made = backups.make(manager)
    assert [problem.code for problem in made.problems] == ["backup.attachments_not_kept"]
    assert codes(manager, made.backup) == ["backup.attachments_damaged"]


@pytest.mark.parametrize("place", [0.0, 0.3, 0.7, 1.0])
def test_one_flipped_bit_is_found(manager: Vault, place: float) -> None:
    add_customer(manager)
    backup = backups.make(manager).backup
    raw = bytearray(backup.path.read_bytes())
    raw[int(place * (len(raw) - 1))] ^= 4
    backup.path.write_bytes(raw)
    assert codes(manager, backup) == ["backup.damaged"]


@pytest.mark.parametrize("length", [0, 1, 5000, -1])
def test_a_shortened_one_is_found_and_not_listed_as_verified(manager: Vault, length: int) -> None:
    backup = backups.make(manager).backup
    backup.path.write_bytes(backup.path.read_bytes()[:length])
    [found] = listed(manager)
    assert not found.is_verified
    assert codes(manager, found) == ["backup.damaged"]


def test_a_whole_but_older_state_under_its_name_is_found(manager: Vault) -> None:
    first = backups.make(manager).backup
    add_customer(manager)
    second = backups.make(manager).backup
    shutil.copyfile(first.path, second.path)
    assert codes(manager, second) == ["backup.damaged"]


@pytest.mark.parametrize("content", [None, b"", b"{}"])
def test_a_damaged_key_file_beside_it_is_found(manager: Vault, content: bytes | None) -> None:
    backup = backups.make(manager).backup
    if content is None:
        backup.beside(".keys").unlink()
    else:
        backup.beside(".keys").write_bytes(content)
    assert codes(manager, backup) == ["backup.keyfile_damaged"]


def test_facts_of_another_backup_are_none(manager: Vault) -> None:
    first = backups.make(manager).backup
    add_customer(manager)
    second = backups.make(manager).backup
    shutil.copyfile(first.beside(".facts"), second.beside(".facts"))
    assert [one.is_verified for one in listed(manager)] == [False, True]


def test_one_without_facts_gets_them_by_being_verified(manager: Vault) -> None:
    backups.make(manager).backup.beside(".facts").unlink()
    [found] = listed(manager)
    assert not found.is_verified
    assert codes(manager, found) == []
    assert listed(manager)[0].is_verified


# --- where it cannot be made ---------------------------------------------------------------------


def test_the_demonstration_has_no_backups(manager: Vault) -> None:
    with manager.store.write() as session:
        settings.fix(session, "vault.disposable", True)
    with pytest.raises(UserError, match=r"backup\.demonstration"):
        backups.make(manager)
    assert backups.make_if_due(manager) is None
    accounts.sign_out(manager)
    accounts.sign_in(manager)
    with pytest.raises(UserError, match=r"backup\.demonstration"):
        set_setting(manager, "backup.folder", str(manager.folder.root))


def test_only_an_administrator_makes_one_by_hand(manager: Vault) -> None:
    with pytest.raises(NotAllowed):
        backups.make_by_hand(manager)
    accounts.sign_out(manager)
    accounts.sign_in(manager)
    assert backups.make_by_hand(manager).backup.is_verified


def test_a_folder_that_cannot_be_written_leaves_what_is_there(manager: Vault) -> None:
    shutil.rmtree(manager.folder.backups)
    manager.folder.backups.write_bytes(b"a file where the folder should be")
    with pytest.raises(UserError, match=r"disk\.io"):
        backups.make(manager)
    assert manager.folder.backups.read_bytes().startswith(b"a file")


def test_a_copy_that_breaks_off_leaves_no_backup(manager: Vault) -> None:
    former = backups.make(manager).backup

    def stop(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    add_customer(manager)
    with pytest.raises(KeyboardInterrupt):
        backups.make(manager, progress=stop)
    assert listed(manager) == [former]
    assert {path.stem for path in manager.folder.backups.iterdir()} == {former.name.text}


# --- the second folder ---------------------------------------------------------------------------


@pytest.fixture
def second(vault: Vault, tmp_path: Path) -> Path:
    place = tmp_path / "另一块盘"
    place.mkdir()
    set_setting(vault, "backup.folder", str(place))
    return place


def test_the_second_folder_gets_the_same(manager: Vault, tmp_path: Path) -> None:
    accounts.sign_out(manager)
    accounts.sign_in(manager)
    place = tmp_path / "另一块盘"
    place.mkdir()
    set_setting(manager, "backup.folder", str(place))
    made = backups.make(manager)
    assert made.problems == ()
    [folder] = place.iterdir()
    [copy] = backups.list_backups(folder, manager.keys, manager.uid)
    assert copy.path.read_bytes() == made.backup.path.read_bytes()
    assert copy.is_verified
    assert codes(manager, copy) == []


def test_a_second_folder_that_is_not_there_is_told_and_stops_nothing(
    vault: Vault, second: Path, expected_logs: ExpectedLogs
) -> None:
    expected_logs("second folder")
    second.rmdir()
    made = backups.make(vault)
    assert [problem.code for problem in made.problems] == ["backup.second_folder"]
    assert made.backup.is_verified
    assert not second.exists()


# --- growing old ---------------------------------------------------------------------------------


def test_old_ones_go_with_what_lies_beside_them(vault: Vault) -> None:
    now = datetime.now(UTC)
    for hours in (50, 49, 48, 1):
        backups.make(vault, now=now - timedelta(hours=hours))
    backups.make(vault, now=now + timedelta(days=1))
    left = listed(vault)
    assert len(left) < 5
    assert {path.stem for path in vault.folder.backups.iterdir()} == {one.name.text for one in left}


def test_the_documents_of_erased_customers_go_with_the_last_backup_that_needs_them(manager: Vault) -> None:
    row = add_document(manager, add_customer(manager))
    old = datetime.now(UTC) - timedelta(days=900)
    backups.make(manager, now=old)
    (manager.folder.attachments / f"{row.uid}.sealed").unlink()
    with manager.store.write() as session:
        attachments.remove_attachment(session, row.uid, version=row.version)
    kept = manager.folder.backups / "attachments" / f"{row.uid}.sealed"
    backups.make(manager)
    assert not kept.exists()
    assert len(listed(manager)) == 1
