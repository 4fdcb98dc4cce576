"""Documents inside the vault: encrypted, bound to their place, refused where they could do harm."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from rmdesk.models import Attachment, Customer, Role, Staff
from rmdesk.services import attachments, changes, customers, recycle_bin, undoing
from rmdesk.services.actor import Actor
from rmdesk.services.errors import NotAllowed, UserError
from rmdesk.services.vault import Vault
from tests.support.vaults import add_person

PDF = b"%PDF-1.7\n" + "客户合同：续存五十万".encode() * 400
PNG = b"\x89PNG\r\n\x1a\n" + bytes(100)


@pytest.fixture
def customer(vault: Vault) -> Customer:
    """A customer of a manager, who acts."""
    person = add_person(vault, "林晓雯", "一次性密码 Abc-2468", [Role.RELATIONSHIP_MANAGER])
    vault.store.actor = Actor.of(person)
    with vault.store.write() as session:
        return customers.add_customer(session, {"name": "张晓敏"})


def act_as_first(vault: Vault) -> None:
    """The administrator and branch head of every vault acts."""
    with vault.store.read() as session:
        vault.store.actor = Actor.of(session.get_one(Staff, 1))


def add(vault: Vault, customer: Customer, name: str = "合同.pdf", content: bytes = PDF) -> Attachment:
    with vault.store.write() as session:
        return attachments.add_attachment(session, vault, customer.uid, name, content)


def opened(vault: Vault, uid: str, **more: Any) -> bytes:
    with vault.store.write() as session:
        return attachments.open_attachment(session, vault, uid, **more)[1]


def sealed_files(vault: Vault) -> list[Path]:
    return sorted(vault.folder.attachments.glob("*"))


def kinds(vault: Vault, count: int) -> list[str]:
    with vault.store.read() as session:
        found = changes.find_numbers(session)[:count]
        return [one.kind for one in changes.load_sets(session, found)]


def test_kept_encrypted_and_read_back(vault: Vault, customer: Customer) -> None:
    row = add(vault, customer)
    [file] = sealed_files(vault)
    assert "合同".encode() not in file.read_bytes()
    assert b"%PDF" not in file.read_bytes()
    assert opened(vault, row.uid) == PDF
    assert opened(vault, row.uid, to_save=True) == PDF
    assert kinds(vault, 3) == ["attachment.saved_out", "attachment.opened", "attachment.added"]
    with vault.store.read() as session:
        [listed] = attachments.list_attachments(session, customer.uid)
    assert (listed.name, listed.size, listed.staff) == ("合同.pdf", len(PDF), "林晓雯")


@pytest.mark.parametrize(
    "name",
    [
        "..\\合同.pdf",
        "../合同.pdf",
        "C:x.pdf",
        "\\\\server\\share\\a.pdf",
        "CON.pdf",
        "com1.pdf",
        "a:b.pdf",
        "a.pdf.",
        ".pdf",
        "a\u202efdp.exe.pdf",
        "a\n.pdf",
        " ",
        "长" * 300 + ".pdf",
    ],
)
def test_dangerous_names(vault: Vault, customer: Customer, name: str) -> None:
    with pytest.raises(UserError) as caught:
        add(vault, customer, name)
    assert caught.value.code == "attachment.name"
    assert sealed_files(vault) == []


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.pdf.exe", b"MZ", "attachment.kind"),
        ("宏.xlsm", b"PK\x03\x04", "attachment.kind"),
        ("没有", PDF, "attachment.kind"),
        ("a.pdf", b"", "attachment.empty"),
        ("a.pdf", b"MZ\x90", "attachment.not_its_kind"),
        ("a.png", PDF, "attachment.not_its_kind"),
        ("a.png", PNG + bytes(20 * 2**20), "attachment.too_large"),
    ],
)
def test_wrong_files(vault: Vault, customer: Customer, name: str, content: bytes, code: str) -> None:
    with pytest.raises(UserError) as caught:
        add(vault, customer, name, content)
    assert caught.value.code == code


def test_files_on_the_disk(tmp_path: Path) -> None:
    there = tmp_path / "扫描.png"
    there.write_bytes(PNG)
    assert attachments.read_file(there) == ("扫描.png", PNG)
    link = tmp_path / "链接.png"
    link.symlink_to(there)
    for path, code in ((link, "attachment.link"), (tmp_path / "无.png", "file.unreadable")):
        with pytest.raises(UserError) as caught:
            attachments.read_file(path)
        assert caught.value.code == code


def test_damage_and_exchange_are_noticed(vault: Vault, customer: Customer) -> None:
    first, second = add(vault, customer), add(vault, customer, "照片.png", PNG)
    paths = {path.stem: path for path in sealed_files(vault)}
    good = paths[first.uid].read_bytes()
    paths[first.uid].write_bytes(paths[second.uid].read_bytes())  # another document in its place
    for content in (None, good[:5], b"", good[:40] + bytes([good[40] ^ 1]) + good[41:]):
        if content is not None:
            paths[first.uid].write_bytes(content)
        with pytest.raises(UserError) as caught:
            opened(vault, first.uid)
        assert caught.value.code == "attachment.damaged"
    paths[first.uid].unlink()
    with pytest.raises(UserError) as caught:
        opened(vault, first.uid)
    assert caught.value.code == "attachment.missing"


def test_a_failed_save_leaves_no_file(vault: Vault, customer: Customer) -> None:
    def fail() -> None:
        with vault.store.write() as session:
            attachments.add_attachment(session, vault, customer.uid, "合同.pdf", PDF)
            assert len(sealed_files(vault)) == 1
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert sealed_files(vault) == []


def test_removed_undone_and_gone_for_good(vault: Vault, customer: Customer) -> None:
    row = add(vault, customer)
    with vault.store.write() as session:
        attachments.remove_attachment(session, row.uid, version=row.version)
    with vault.store.read() as session:
        assert attachments.sweep(session, vault) == 0  # the removal can still be undone
        newest = changes.find_numbers(session)[0]
    with vault.store.write() as session:
        undoing.undo(session, newest)
    assert opened(vault, row.uid) == PDF
    with vault.store.write() as session:
        found = session.get_one(Customer, customer.id)
        recycle_bin.delete_customer(session, found.uid, version=found.version)
    act_as_first(vault)
    with vault.store.write() as session:
        recycle_bin.purge_customers(session, [customer.uid])
    with vault.store.read() as session:
        assert attachments.sweep(session, vault) == 1
    assert sealed_files(vault) == []


def test_only_who_sees_the_customer(vault: Vault, customer: Customer) -> None:
    row = add(vault, customer)
    act_as_first(vault)
    other = add_person(vault, "陈立", "一次性密码 Abc-2469", [Role.RELATIONSHIP_MANAGER])
    vault.store.actor = Actor.of(other)
    with pytest.raises(NotAllowed):
        opened(vault, row.uid)
    with pytest.raises(NotAllowed):
        add(vault, customer)
