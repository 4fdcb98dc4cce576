"""The master key exchanged: nothing is lost, the old key opens nothing new, all that is old still opens."""

from __future__ import annotations

import contextlib
import dataclasses
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import select

from rmdesk.models import Attachment, ChangeSet, Customer, Role
from rmdesk.services import accounts, attachments, backups, changes, customers, drafts, key_age, rotation
from rmdesk.services.actor import Actor
from rmdesk.services.errors import NotAllowed
from rmdesk.services.rotation import PreparedRotation
from rmdesk.services.store import integrity
from rmdesk.services.store.connection import Connector
from rmdesk.services.vault import (
    Keys,
    Unlocked,
    Vault,
    VaultFolder,
    open_vault,
    rotating,
    unlock,
    unlock_with_recovery,
)
from rmdesk.services.vault.sealing import bound
from tests.support.vaults import ADMIN, PASSWORD, add_person

PDF = b"%PDF-1.7\n" + b"x" * 5000
OTHER = "一次性密码 Abc-2468"


def reopened(vault: Vault, name: str = ADMIN, password: str = PASSWORD) -> Vault:
    again = open_vault(unlock(vault.folder, name, password))
    accounts.sign_in(again)
    return again


def with_document(vault: Vault) -> Attachment:
    administrator = vault.store.actor
    vault.store.actor = Actor.of(add_person(vault, "林晓雯", OTHER, [Role.RELATIONSHIP_MANAGER]))
    with vault.store.write() as session:
        customer = customers.add_customer(session, {"name": "张晓敏"})
        row = attachments.add_attachment(session, vault, customer.uid, "合同.pdf", PDF)
    vault.store.actor = administrator
    return row


def names(vault: Vault) -> list[str]:
    with vault.store.read() as session:
        return list(session.scalars(select(Customer.name).order_by(Customer.id)))


def opens(path: Path, keys: Keys) -> bool:
    return integrity.opens(Connector(path, keys.database))


def test_the_old_key_opens_nothing_and_everything_is_there(vault: Vault) -> None:
    with_document(vault)
    former, number = vault.keys, vault.store.head().number
    rotated = rotation.rotate(vault)
    assert rotated.problems == ()
    assert not opens(vault.folder.database, former)
    with contextlib.closing(reopened(vault)) as again:
        assert again.keys.master != former.master
        assert names(again) == ["张晓敏"]
        assert again.findings == []  # this computer knows of it
        assert again.store.integrity() == []
        with again.store.read() as session:
            assert changes.verify(session, again.keys.audit).sound
            told = session.scalars(select(ChangeSet.kind).where(ChangeSet.number > number)).all()
        assert key_age.ROTATED in told
    assert not (vault.folder.root / "restoring").exists()


def test_documents_and_drafts_of_before_open_and_new_ones_are_under_the_new_key(vault: Vault) -> None:
    row = with_document(vault)
    assert drafts.keep(vault, "0" * 32, {"note": "半句话"})
    former = vault.keys
    rotation.rotate(vault)
    with contextlib.closing(reopened(vault, "林晓雯", OTHER)) as again:
        assert drafts.load(again, "0" * 32) == {"note": "半句话"}
        with again.store.write() as session:
            assert attachments.open_attachment(session, again, row.uid)[1] == PDF
            customer = session.scalars(select(Customer)).one()
            fresh = attachments.add_attachment(session, again, customer.uid, "新.pdf", PDF)
        sealed = (again.folder.attachments / f"{fresh.uid}.sealed").read_bytes()
        around = bound("attachment", vault=again.uid, attachment=fresh.uid)
        assert AESGCM(again.keys.attachment).decrypt(sealed[:12], sealed[12:], around) == PDF
        with pytest.raises(InvalidTag):
            AESGCM(former.attachment).decrypt(sealed[:12], sealed[12:], around)


def test_backups_of_before_are_verified_looked_into_and_brought_back(vault: Vault) -> None:
    with_document(vault)
    backup = backups.make(vault).backup
    rotation.rotate(vault)
    with contextlib.closing(reopened(vault)) as again:
        listed = {
            one.name.text: one for one in backups.list_backups(again.folder.backups, again.keys, again.uid)
        }
        old = listed[backup.name.text]
        assert old.is_verified
        assert backups.verify(old, again.uid) == []
        assert backups.compare(again, old).changes is not None
        with again.store.write() as session:
            customers.add_customer(session, {"name": "后来的人"})
        backups.make(again)
        backups.restore(again, old.name.text)
    with contextlib.closing(reopened(vault)) as back:
        assert names(back) == ["张晓敏"]
        assert back.store.integrity() == []
        assert opens(back.folder.database, back.keys)


def test_the_recovery_code_and_a_person_added_later_open_it_too(vault: Vault, recovery_code: str) -> None:
    row = with_document(vault)
    rotation.rotate(vault)
    with contextlib.closing(open_vault(unlock_with_recovery(vault.folder, recovery_code))) as recovered:
        assert names(recovered) == ["张晓敏"]
    with contextlib.closing(reopened(vault)) as again:
        add_person(again, "孙丽", OTHER, [Role.SUPERVISOR])
    with contextlib.closing(reopened(vault, "孙丽", OTHER)) as later, later.store.write() as session:
        assert attachments.open_attachment(session, later, row.uid)[1] == PDF


def test_rotated_twice_all_that_is_old_still_opens(vault: Vault) -> None:
    row = with_document(vault)
    first = backups.make(vault).backup.name.text
    rotation.rotate(vault)
    with contextlib.closing(reopened(vault)) as again:
        rotation.rotate(again)
    with contextlib.closing(reopened(vault, "林晓雯", OTHER)) as third:
        assert len(third.keys.former) == 2
        old = backups.find(third.folder.backups, third.keys, third.uid, first)
        assert backups.verify(old, third.uid) == []
        with third.store.write() as session:
            assert attachments.open_attachment(session, third, row.uid)[1] == PDF
        with third.store.read() as session:
            assert changes.verify(session, third.keys.audit).sound


@pytest.mark.parametrize("step", ["prepared", "begun", "replaced", "without the key file"])
def test_killed_at_any_step_the_vault_opens_with_everything(vault: Vault, step: str) -> None:
    with_document(vault)
    former, head = vault.keys, vault.store.head().number
    prepared = rotation.prepare_rotation(vault)
    vault.store.close()
    begun = rotating.begun(vault.keyfile, prepared.keys)
    if step != "prepared":
        rotating.write(vault.folder, begun.dump(former))
    if step in ("replaced", "without the key file"):
        vault.folder.put_database(prepared.place.database)
    if step == "without the key file":  # damaged on top of it: the copy must do
        vault.folder.keyfile.write_bytes(b"")
    vault.close()
    with contextlib.closing(reopened(vault)) as again:
        is_rotated = step in ("replaced", "without the key file")
        assert (again.keys.master != former.master) == is_rotated
        assert names(again) == ["张晓敏"]
        assert again.store.head().number > head
        assert [one.code for one in again.findings] == (
            ["keyfile.restored_from_backup"] if step == "without the key file" else []
        )
        with again.store.read() as session:
            assert changes.verify(session, again.keys.audit).sound
    with contextlib.closing(reopened(vault)) as once_more:  # settled: and a further one works
        rotation.rotate(once_more)
    with contextlib.closing(reopened(vault)) as at_last:
        assert names(at_last) == ["张晓敏"]


def test_what_was_written_after_preparing_is_not_lost(vault: Vault) -> None:
    with contextlib.closing(rotation.prepare_rotation(vault)) as prepared:
        with vault.store.write() as session:
            customers.add_customer(session, {"name": "来得及"})
        prepared.finish()
    with contextlib.closing(reopened(vault)) as again:
        assert names(again) == ["来得及"]


def test_left_alone_nothing_is_changed(vault: Vault) -> None:
    before = vault.folder.keyfile.read_bytes()
    with contextlib.closing(rotation.prepare_rotation(vault)) as prepared:
        assert isinstance(prepared, PreparedRotation)
    assert vault.folder.keyfile.read_bytes() == before
    assert opens(vault.folder.database, vault.keys)
    assert not vault.folder.restoring.exists()


def test_only_for_administrators(vault: Vault) -> None:
    vault.store.actor = Actor.of(add_person(vault, "林晓雯", OTHER, [Role.RELATIONSHIP_MANAGER]))
    with pytest.raises(NotAllowed):
        rotation.rotate(vault)


def test_no_key_stands_in_what_is_shown(vault: Vault) -> None:
    rotation.rotate(vault)
    unlocked: Unlocked = unlock(vault.folder, ADMIN, PASSWORD)
    for shown in (repr(unlocked), repr(unlocked.keys), repr(dataclasses.replace(unlocked, findings=()))):
        for master in unlocked.masters.values():
            assert master.hex() not in shown
            assert repr(master) not in shown


def test_what_a_kill_left_half_ready_goes_at_the_next_opening(vault_folder: VaultFolder) -> None:
    vault_folder.restoring.mkdir()
    (vault_folder.restoring / "vault.db").write_bytes(b"half of it")
    open_vault(unlock(vault_folder, ADMIN, PASSWORD)).close()
    assert not vault_folder.restoring.exists()
