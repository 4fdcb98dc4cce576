"""Single customers found in a backup, compared with today, and brought back without touching anybody else."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from rmdesk.models import (
    Attachment,
    Base,
    Customer,
    CustomerPhone,
    Interaction,
    Relation,
    Role,
)
from rmdesk.services import (
    attachments,
    backups,
    changes,
    customers,
    interactions,
    phones,
    recycle_bin,
    relations,
    undoing,
)
from rmdesk.services.actor import Actor
from rmdesk.services.backups import Look
from rmdesk.services.changes import codec
from rmdesk.services.errors import NotAllowed, UserError
from rmdesk.services.vault import Vault, VaultFolder, derive_keys
from tests.data.vaults.make import MASTER as ARCHIVED_MASTER
from tests.data.vaults.make import UID as ARCHIVED_UID
from tests.support.vaults import OpenAgain, add_person

ARCHIVE = Path(__file__).parents[2] / "data" / "vaults"
PDF = b"%PDF-1.7\n" + b"x" * 5000


@pytest.fixture
def acting(vault: Vault) -> Vault:
    """The branch head, who may also restore and, with the administrator, delete for good."""
    roles = [Role.BRANCH_HEAD, Role.ADMINISTRATOR, Role.RELATIONSHIP_MANAGER]
    person = add_person(vault, "何立群", "一次性密码 Abc-2468", roles)
    vault.store.actor = Actor.of(person)
    return vault


@pytest.fixture
def zhang(acting: Vault) -> Customer:
    """A customer with a phone, a contact, a document and a sister."""
    with acting.store.write() as session:
        zhang = customers.add_customer(session, {"name": "张晓敏", "number": "10010", "taboos": "不谈股票"})
        sister = customers.add_customer(session, {"name": "张晓丽"})
        phones.add_phone(session, zhang.uid, "13800000001")
        interactions.add_interaction(session, zhang.uid, {"channel": "call", "content": "谈了国债"})
        relations.add_relation(session, zhang.uid, "sibling", other_uid=sister.uid)
        attachments.add_attachment(session, acting, zhang.uid, "合同.pdf", PDF)
    return zhang


def _look(vault: Vault, backup: backups.Backup) -> Look:
    assert vault.store.actor is not None
    return backups.look_into(vault.folder, vault.uid, backup, vault.store.actor)


@contextlib.contextmanager
def looking(vault: Vault, backup: backups.Backup) -> Iterator[Look]:
    with contextlib.closing(_look(vault, backup)) as look:
        yield look


def business_rows(vault: Vault) -> dict[str, list[tuple[Any, ...]]]:
    with vault.store.read() as session:
        return {
            name: sorted((tuple(row) for row in session.execute(select(table))), key=repr)
            for name, table in codec.business_tables().items()
        }


def test_a_backup_is_searched_like_the_vault_and_left_as_it_is(acting: Vault, zhang: Customer) -> None:
    backup = backups.make(acting).backup
    before = {path.name: path.read_bytes() for path in backup.path.parent.iterdir() if path.is_file()}
    with acting.store.write() as session:
        customers.edit_customer(session, zhang.uid, {"name": "张小敏"}, version=zhang.version)
    with looking(acting, backup) as look:
        ids = backups.find_customers(look, "zhangxiaomin")
        assert [row.name for row in backups.load_customers(look, ids)] == ["张晓敏"]
        with pytest.raises(Exception, match="readonly"), look.read() as then:
            then.execute(Base.metadata.tables["customer"].delete())
    assert {path.name: path.read_bytes() for path in backup.path.parent.iterdir() if path.is_file()} == before


def test_chosen_fields_and_missing_rows_come_back_and_all_else_stays(acting: Vault, zhang: Customer) -> None:
    backup = backups.make(acting).backup
    with acting.store.write() as session:
        phone = session.scalars(select(CustomerPhone)).one()
        phones.remove_phone(session, phone.uid, version=phone.version)
        phones.add_phone(session, zhang.uid, "13900000002")
        there = session.get_one(Customer, zhang.id)
        changed = {"taboos": "", "notes": "后来记的"}
        customers.edit_customer(session, zhang.uid, changed, version=there.version)
    before = business_rows(acting)
    with looking(acting, backup) as look:
        with acting.store.read() as session:
            found = backups.compare_customer(session, look, zhang.uid)
        assert {one.field.name: (one.then.value, one.now.value) for one in found.choices} == {
            "taboos": ("不谈股票", None),
            "notes": (None, "后来记的"),
        }
        assert found.missing == {"customer_phone": 1}
        with acting.store.write() as session:
            backups.bring_customer_back(session, look, zhang.uid, {"taboos"})
    with acting.store.read() as session:
        there = session.get_one(Customer, zhang.id)
        assert (there.taboos, there.notes) == ("不谈股票", "后来记的")
        numbers = session.scalars(select(CustomerPhone.number).order_by(CustomerPhone.number))
        assert list(numbers) == ["13800000001", "13900000002"]
        assert changes.verify(session, acting.keys.audit).sound
        newest = acting.store.head().number
    with acting.store.write() as session:
        undoing.undo(session, newest)
    after = business_rows(acting)
    assert after["customer_phone"] == before["customer_phone"]
    assert {row[1] for row in after["customer"]} == {row[1] for row in before["customer"]}


def test_a_customer_of_another_past_comes_with_everything_beside_them(
    acting: Vault, open_again: OpenAgain
) -> None:
    """An older backup was brought back: whoever was added after it is only in the one made before that."""
    older = backups.make(acting).backup
    head = acting.store.actor
    with acting.store.write() as session:
        zhang = customers.add_customer(session, {"name": "张晓敏", "number": "10010"})
        phones.add_phone(session, zhang.uid, "13800000001")
        interactions.add_interaction(session, zhang.uid, {"channel": "call", "content": "谈了国债"})
        attachments.add_attachment(session, acting, zhang.uid, "合同.pdf", PDF)
    kept = backups.restore(acting, older.name.text).kept
    again = open_again()
    again.store.actor = head
    with again.store.write() as session:  # takes the ids that the others had in the other past
        wang = customers.add_customer(session, {"name": "王芳"})
        phones.add_phone(session, wang.uid, "13700000003")
    for path in again.folder.attachments.glob("*.sealed"):
        path.unlink()
    backup = backups.find(again.folder.backups, again.keys, again.uid, kept)
    with looking(again, backup) as look:
        with again.store.read() as session:
            found = backups.compare_customer(session, look, zhang.uid)
        assert found.now is None
        with again.store.write() as session:
            brought = backups.bring_customer_back(session, look, zhang.uid)
    assert brought.problems == ()
    with again.store.read() as session:
        there = session.scalars(select(Customer).where(Customer.uid == zhang.uid)).one()
        assert (there.id, there.number) == (brought.id, "10010")
        assert session.get_one(Customer, wang.id).name == "王芳"
        owners = dict(session.execute(select(CustomerPhone.number, CustomerPhone.customer_id)).all())
        assert owners == {"13800000001": there.id, "13700000003": wang.id}
        assert session.scalars(select(Interaction.content)).all() == ["谈了国债"]
        document = session.scalars(select(Attachment)).one()
        assert changes.verify(session, again.keys.audit).sound
    with again.store.write() as session:
        assert attachments.open_attachment(session, again, document.uid)[1] == PDF
    assert again.store.integrity() == []


def test_one_in_the_recycle_bin_comes_out_of_it(acting: Vault, zhang: Customer) -> None:
    backup = backups.make(acting).backup
    with acting.store.write() as session:
        there = session.get_one(Customer, zhang.id)
        recycle_bin.delete_customer(session, zhang.uid, version=there.version)
    with looking(acting, backup) as look, acting.store.write() as session:
        backups.bring_customer_back(session, look, zhang.uid)
    with acting.store.read() as session:
        assert session.get_one(Customer, zhang.id).deleted_at is None
        assert session.scalars(select(Relation)).one().other_id is not None


def test_one_deleted_for_good_stays_so(acting: Vault, zhang: Customer) -> None:
    backup = backups.make(acting).backup
    with acting.store.write() as session:
        there = session.get_one(Customer, zhang.id)
        recycle_bin.delete_customer(session, zhang.uid, version=there.version)
    with acting.store.write() as session:
        recycle_bin.purge_customers(session, [zhang.uid])
    before = business_rows(acting)
    with looking(acting, backup) as look, pytest.raises(UserError, match=r"backup\.customer_erased"):
        with acting.store.write() as session:
            backups.bring_customer_back(session, look, zhang.uid)
    assert business_rows(acting) == before


def test_a_number_given_to_somebody_else_since_is_told(acting: Vault, zhang: Customer) -> None:
    backup = backups.make(acting).backup
    with acting.store.write() as session:
        there = session.get_one(Customer, zhang.id)
        customers.edit_customer(session, zhang.uid, {"number": ""}, version=there.version)
        customers.add_customer(session, {"name": "王芳", "number": "10010"})
    before = business_rows(acting)
    with looking(acting, backup) as look:
        with pytest.raises(UserError, match=r"customer\.number_taken"), acting.store.write() as session:
            backups.bring_customer_back(session, look, zhang.uid, {"number"})
        assert business_rows(acting) == before
        with acting.store.write() as session:
            backups.bring_customer_back(session, look, zhang.uid, {"name"})


def test_the_roles_of_today_say_who_sees_and_brings_back_whom(acting: Vault, zhang: Customer) -> None:
    administrator_only = add_person(acting, "吴刚", "一次性密码 Abc-2468", [Role.ADMINISTRATOR])
    backup = backups.make(acting).backup
    manager = add_person(acting, "林晓雯", "一次性密码 Abc-2468", [Role.RELATIONSHIP_MANAGER])  # not in it
    acting.store.actor = Actor.of(administrator_only)
    with looking(acting, backup) as look, pytest.raises(NotAllowed):
        backups.find_customers(look)
    acting.store.actor = Actor.of(manager)
    with looking(acting, backup) as look:
        assert list(backups.find_customers(look)) == []
        with pytest.raises(UserError, match=r"customer\.unknown"), acting.store.write() as session:
            backups.bring_customer_back(session, look, zhang.uid)


def test_a_backup_of_an_older_version_is_brought_to_this_one_beside(tmp_path: Path) -> None:
    folder, keys = VaultFolder(tmp_path), derive_keys(ARCHIVED_MASTER)
    folder.backups.mkdir()
    folder.keyfile.write_bytes(b"{}")
    path = folder.backups / "backup-20260101T080000000000Z.db"
    shutil.copy(ARCHIVE / "0002.db", path)
    before = path.read_bytes()
    [backup] = backups.list_backups(folder.backups, keys, ARCHIVED_UID)
    head = Actor(1, "x" * 32, "周建国", frozenset({Role.BRANCH_HEAD}))
    with contextlib.closing(backups.look_into(folder, ARCHIVED_UID, backup, head)) as look:
        assert [one.name for one in backups.load_customers(look, backups.find_customers(look, "zxm"))] == [
            "张晓敏"
        ]
        assert folder.looking.exists()
    assert not folder.looking.exists()
    assert path.read_bytes() == before
    assert sorted(one.name for one in folder.backups.iterdir()) == [path.name]
