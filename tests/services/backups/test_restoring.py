"""What is brought back is what was there, row by row; what was there before is kept."""

from __future__ import annotations

import contextlib
import dataclasses
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from rmdesk.models import Attachment, ChangeSet, Customer, Role, Staff
from rmdesk.services import accounts, attachments, backups, changes, customers, staff
from rmdesk.services.actor import Actor
from rmdesk.services.errors import Damaged, NotAllowed, UserError
from rmdesk.services.store.connection import Connector
from rmdesk.services.vault import Keys, Unlocked, Vault, open_vault, unlock
from tests.support.vaults import ADMIN, PASSWORD, OpenAgain, Template, add_person

PDF = b"%PDF-1.7\n" + b"x" * 5000
# What signing in and bringing back leave behind, and what they move.
_MOVED = {"change_set", "vault_state", "sqlite_sequence"}


def rows(path: Path, keys: Keys) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table of a closed database."""
    with contextlib.closing(Connector(path, keys.database).open(query_only=True)) as connection:
        names = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"
        return {
            name: sorted(connection.execute(f'SELECT * FROM "{name}"').fetchall(), key=repr)
            for (name,) in connection.execute(names).fetchall()
            if name not in _MOVED
        }


def add_customer(vault: Vault, name: str) -> Customer:
    with vault.store.write() as session:
        return customers.add_customer(session, {"name": name})


def add_document(vault: Vault) -> Attachment:
    """A document of a manager's customer; then the administrator acts again."""
    administrator = vault.store.actor
    person = add_person(vault, "林晓雯", "一次性密码 Abc-2468", [Role.RELATIONSHIP_MANAGER])
    vault.store.actor = Actor.of(person)
    customer = add_customer(vault, "张晓敏")
    with vault.store.write() as session:
        row = attachments.add_attachment(session, vault, customer.uid, "合同.pdf", PDF)
    vault.store.actor = administrator
    return row


def names(vault: Vault) -> list[str]:
    with vault.store.read() as session:
        return list(session.scalars(select(Customer.name).order_by(Customer.id)))


def kinds(vault: Vault) -> list[str]:
    with vault.store.read() as session:
        return list(session.scalars(select(ChangeSet.kind)))


@pytest.fixture
def unlocked(vault_template: Template, vault: Vault) -> Unlocked:
    return dataclasses.replace(vault_template.unlocked, folder=vault.folder)


def test_every_row_comes_back(vault: Vault, open_again: OpenAgain) -> None:
    person = add_person(vault, "林晓雯", "一次性密码 Abc-2468", [Role.RELATIONSHIP_MANAGER])
    for name in ("张晓敏", "李建华", "王芳"):
        add_customer(vault, name)
    backup = backups.make(vault).backup
    before = rows(backup.path, vault.keys)
    with vault.store.write() as session:
        staff.disable_staff(session, vault, person.uid, version=person.version)
    add_customer(vault, "后来的人")
    restored = backups.restore(vault, backup.name.text)
    assert restored.problems == ()
    assert rows(vault.folder.database, vault.keys) == before
    again = open_again()
    assert names(again) == ["张晓敏", "李建华", "王芳"]
    assert "vault.restored" in kinds(again)
    assert [finding.code for finding in again.findings] == []  # this computer knows of it
    assert again.store.integrity() == []
    with again.store.read() as session:
        assert changes.verify(session, again.keys.audit).sound
    assert not (vault.folder.root / "restoring").exists()


def test_the_state_before_is_kept_and_comes_back_too(vault: Vault, open_again: OpenAgain) -> None:
    add_customer(vault, "张晓敏")
    backup = backups.make(vault).backup
    add_customer(vault, "后来的人")
    restored = backups.restore(vault, backup.name.text)
    again = open_again()
    assert names(again) == ["张晓敏"]
    backups.restore(again, restored.kept)
    assert names(open_again()) == ["张晓敏", "后来的人"]


def test_todays_passwords_hold(vault: Vault, open_again: OpenAgain, monkeypatch: pytest.MonkeyPatch) -> None:
    backup = backups.make(vault).backup
    add_person(vault, "林晓雯", "一次性密码 Abc-2468", [Role.TELLER])  # the key file goes on
    backups.restore(vault, backup.name.text)
    with contextlib.closing(open_vault(unlock(vault.folder, ADMIN, PASSWORD))) as again:
        accounts.sign_in(again)
        assert again.findings == []
    with contextlib.closing(open_vault(unlock(vault.folder, "林晓雯", "一次性密码 Abc-2468"))) as again:
        with pytest.raises(NotAllowed, match=r"auth\.unknown_person"):
            accounts.sign_in(again)


def test_documents_come_back(vault: Vault, open_again: OpenAgain) -> None:
    row = add_document(vault)
    backup = backups.make(vault).backup
    (vault.folder.attachments / f"{row.uid}.sealed").unlink()
    backups.restore(vault, backup.name.text)
    again = open_again()
    with again.store.read() as session:
        again.store.actor = Actor.of(session.scalars(select(Staff).where(Staff.name == "林晓雯")).one())
    with again.store.write() as session:
        assert attachments.open_attachment(session, again, row.uid)[1] == PDF


def test_a_document_that_the_backup_lacks_is_told(vault: Vault) -> None:
    row = add_document(vault)
    backup = backups.make(vault).backup
    for folder in (vault.folder.attachments, vault.folder.backups / "attachments"):
        (folder / f"{row.uid}.sealed").unlink()
    codes = [problem.code for problem in backups.restore(vault, backup.name.text).problems]
    assert "backup.attachments_missing" in codes


def test_what_has_changed_since(vault: Vault) -> None:
    add_customer(vault, "张晓敏")
    backup = backups.make(vault).backup
    assert backups.compare(vault, backup).changes == 0
    add_customer(vault, "李建华")
    add_customer(vault, "王芳")
    found = backups.compare(vault, backup)
    assert found.changes == 2
    counted = {one.table: (one.then, one.now) for one in found.differences}
    assert counted["customer"] == (1, 3)


def test_a_backup_of_another_past_says_so(vault: Vault, open_again: OpenAgain) -> None:
    first = backups.make(vault).backup
    add_customer(vault, "张晓敏")
    second = backups.make(vault).backup
    backups.restore(vault, first.name.text)
    assert backups.compare(open_again(), second).changes is None


def test_a_damaged_backup_is_refused_and_the_vault_goes_on(vault: Vault) -> None:
    backup = backups.make(vault).backup
    add_customer(vault, "张晓敏")
    raw = bytearray(backup.path.read_bytes())
    raw[len(raw) // 2] ^= 1
    backup.path.write_bytes(raw)
    with pytest.raises(Damaged, match=r"backup\.damaged"):
        backups.restore(vault, backup.name.text)
    add_customer(vault, "李建华")
    assert names(vault) == ["张晓敏", "李建华"]
    assert not (vault.folder.root / "restoring").exists()


def test_only_an_administrator_brings_back(vault: Vault) -> None:
    backup = backups.make(vault).backup
    person = add_person(vault, "林晓雯", "一次性密码 Abc-2468", [Role.SUPERVISOR])
    vault.store.actor = Actor.of(person)
    with pytest.raises(NotAllowed):
        backups.restore(vault, backup.name.text)


def test_who_is_not_in_the_backup_could_not_sign_in_and_is_told(vault: Vault) -> None:
    backup = backups.make(vault).backup
    person = add_person(vault, "林晓雯", "一次性密码 Abc-2468", [Role.ADMINISTRATOR])
    vault.store.actor = Actor.of(person)
    slot = vault.keyfile.of_staff(person.uid)
    assert slot is not None
    vault.slot = slot
    with pytest.raises(UserError, match=r"backup\.person_unknown"):
        backups.restore(vault, backup.name.text)


def test_an_unknown_name_is_refused(vault: Vault) -> None:
    with pytest.raises(UserError, match=r"backup\.unknown"):
        backups.restore(vault, "backup-20260101T000000000000Z")


# --- a damaged vault -----------------------------------------------------------------------------


def damage(vault: Vault, how: str) -> bytes:
    vault.close()
    path = vault.folder.database
    raw = bytearray(path.read_bytes())
    if how == "gone":
        path.unlink()
        return b""
    if how == "empty":
        raw = bytearray()
    elif how == "cut":
        raw = raw[:100]
    elif how == "flipped":
        raw[20] ^= 1
    path.write_bytes(raw)
    if how == "journal":
        raw = bytearray(b"\x37\x7f\x06\x82" + bytes(4000))
        path.with_name("vault.db-wal").write_bytes(raw)
        path.write_bytes(bytes(4096))
    return path.read_bytes()


@pytest.mark.parametrize("how", ["gone", "empty", "cut", "flipped", "journal"])
def test_a_vault_that_does_not_open_comes_back_and_the_damaged_files_are_kept(
    vault: Vault, unlocked: Unlocked, how: str
) -> None:
    add_customer(vault, "张晓敏")
    backup = backups.make(vault).backup
    left = damage(vault, how)
    with pytest.raises(Damaged):
        open_vault(unlocked)
    restored = backups.restore_damaged(unlocked, backup.name.text)
    aside = vault.folder.root / restored.kept
    assert (aside / "vault.db").read_bytes() == left if how != "gone" else not (aside / "vault.db").exists()
    assert (aside / "vault.db-wal").exists() is (how == "journal")
    with contextlib.closing(open_vault(unlocked)) as again:
        accounts.sign_in(again)
        assert again.findings == []
        assert names(again) == ["张晓敏"]
        assert again.store.integrity() == []
        with again.store.read() as session:
            administrator = session.get_one(Staff, 1)
            restoring = session.scalars(select(ChangeSet).where(ChangeSet.kind == "vault.restored")).one()
            assert restoring.staff_uid == administrator.uid


def test_a_damaged_backup_changes_nothing_of_a_damaged_vault(vault: Vault, unlocked: Unlocked) -> None:
    backup = backups.make(vault).backup
    backup.path.write_bytes(b"x" * 5000)
    left = damage(vault, "cut")
    with pytest.raises(Damaged, match=r"backup\.damaged"):
        backups.restore_damaged(unlocked, backup.name.text)
    assert vault.folder.database.read_bytes() == left
    assert list(vault.folder.root.glob("damaged-*")) == []


def test_a_vault_in_use_is_left_alone(vault: Vault, unlocked: Unlocked) -> None:
    backup = backups.make(vault).backup
    with pytest.raises(UserError, match=r"vault\.in_use"):
        backups.restore_damaged(unlocked, backup.name.text)
