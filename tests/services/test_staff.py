"""People: names, roles, passwords, disabling; always with the key file that belongs to it."""

from __future__ import annotations

import unicodedata

import pytest
from sqlalchemy import select

from rmdesk.models import Role, Staff
from rmdesk.services import accounts, changes, staff, undoing
from rmdesk.services.actor import Actor
from rmdesk.services.errors import Conflict, NotAllowed, UserError
from rmdesk.services.vault import Cost, Slot, Vault, load_keyfile, unlock
from tests.support.vaults import ADMIN, PASSWORD, OpenAgain, add_person

TELLER = frozenset({Role.TELLER})
NEW = "换一个新的好密码"


def _slot(vault: Vault, name: str, uid: str, password: str = NEW, *, one_use: bool = True) -> Slot:
    return staff.prepare_password(vault, name, uid, password, one_use=one_use, cost=Cost.FLOOR)


def _person(vault: Vault, name: str) -> Staff:
    with vault.store.read() as session:
        return staff.get_active(session, name)


def _kinds(vault: Vault, most: int = 1) -> list[str]:
    with vault.store.read() as session:
        return [one.kind for one in changes.load_sets(session, changes.find_numbers(session)[:most])]


def _as(vault: Vault, person: Staff) -> None:
    vault.store.actor = Actor.of(person)


def _slot_names(vault: Vault) -> list[str]:
    return sorted(load_keyfile(vault.folder).keyfile.names())


# --- adding ----------------------------------------------------------------------------------------


def test_added_person_signs_in(vault: Vault):
    person = add_person(vault, " 林晓雯 ", NEW, {Role.RELATIONSHIP_MANAGER, Role.TELLER})
    assert person.name == "林晓雯"
    assert person.role_set == {Role.RELATIONSHIP_MANAGER, Role.TELLER}
    assert unlock(vault.folder, "林晓雯", NEW).slot.staff == person.uid
    assert _kinds(vault) == ["staff.added"]
    with vault.store.read() as session:
        assert changes.verify(session, vault.keys.audit).sound


def test_decomposed_name_is_the_same_name(vault: Vault):
    add_person(vault, "Zoe\u0301", NEW, TELLER)
    assert _person(vault, "Zoé").name == "Zoé"
    assert unlock(vault.folder, unicodedata.normalize("NFD", "Zoé"), NEW).slot.name == "Zoé"


def test_name_taken(vault: Vault):
    head = vault.store.head()
    with pytest.raises(UserError) as caught:
        add_person(vault, ADMIN, NEW, TELLER)
    assert caught.value.code == "staff.name_taken"
    assert vault.store.head() == head
    assert unlock(vault.folder, ADMIN, PASSWORD).slot.staff == vault.slot.staff


@pytest.mark.parametrize("name", ["", "  ", "王" * 61, "王\x07芳", "\u202e芳王", "王\udc00"])
def test_unusable_name(vault: Vault, name: str):
    with pytest.raises(UserError) as caught:
        add_person(vault, name, NEW, TELLER)
    assert caught.value.code.startswith("text.")
    assert _slot_names(vault) == [ADMIN]


def test_without_a_role(vault: Vault):
    with pytest.raises(UserError) as caught:
        add_person(vault, "陈立", NEW, ())
    assert caught.value.code == "staff.no_role"
    assert _slot_names(vault) == [ADMIN]


def test_weak_password(vault: Vault):
    for password, code in (
        ("short", "password.too_short"),
        ("陈立陈立陈立陈立", None),
        ("aaaaaaaaaa", "password.too_simple"),
    ):
        if code:
            with pytest.raises(UserError) as caught:
                _slot(vault, "陈立", staff.new_staff_uid(), password)
            assert caught.value.code == code
        else:
            assert _slot(vault, "陈立", staff.new_staff_uid(), password).one_use


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("13800138000", "13800138000"),
        (" +86 138-0013-8000", "13800138000"),
        ("１３８００１３８０００", "13800138000"),
        ("", None),
    ],
)
def test_mobile(vault: Vault, typed: str, kept: str | None):
    person = _person(vault, ADMIN)
    with vault.store.write() as session:
        staff.set_mobile(session, person.uid, typed, version=person.version)
    assert _person(vault, ADMIN).mobile == kept


@pytest.mark.parametrize(
    "typed", ["12345678901", "1380013800", "138001380000", "phone", "1380013800٣", "=1+1"]
)
def test_mobile_refused(vault: Vault, typed: str):
    person = _person(vault, ADMIN)
    with pytest.raises(UserError) as caught, vault.store.write() as session:
        staff.set_mobile(session, person.uid, typed, version=person.version)
    assert caught.value.code == "staff.mobile_wrong"


def test_failed_transaction_leaves_no_slot(vault: Vault):
    uid = staff.new_staff_uid()
    slot = _slot(vault, "陈立", uid)

    def add_and_fail() -> None:
        with vault.store.write() as session:
            staff.add_staff(session, vault, "陈立", TELLER, slot)
            raise UserError("disk.full", path="")

    with pytest.raises(UserError):
        add_and_fail()
    assert _slot_names(vault) == [ADMIN]
    assert vault.keyfile.names() == [ADMIN]
    with vault.store.read() as session:
        assert [one.name for one in staff.list_staff(session)] == [ADMIN]


def test_slot_for_somebody_else_is_refused(vault: Vault):
    slot = _slot(vault, "陈立", staff.new_staff_uid())
    with pytest.raises(UserError) as caught, vault.store.write() as session:
        staff.add_staff(session, vault, "苏敏", TELLER, slot)
    assert caught.value.code == "staff.changed_meanwhile"
    assert _slot_names(vault) == [ADMIN]


# --- renaming and roles ----------------------------------------------------------------------------


def test_renamed_person_signs_in_by_the_new_name(vault: Vault):
    person = add_person(vault, "何佳", NEW, TELLER)
    with vault.store.write() as session:
        staff.rename_staff(session, vault, person.uid, "何佳怡", version=person.version)
    assert unlock(vault.folder, "何佳怡", NEW).slot.staff == person.uid
    with pytest.raises(UserError) as caught:
        unlock(vault.folder, "何佳", NEW)
    assert caught.value.code == "auth.unknown_name"
    assert _kinds(vault) == ["staff.renamed"]


def test_rename_to_a_taken_name(vault: Vault):
    person = add_person(vault, "何佳", NEW, TELLER)
    with pytest.raises(UserError) as caught, vault.store.write() as session:
        staff.rename_staff(session, vault, person.uid, ADMIN, version=person.version)
    assert caught.value.code == "staff.name_taken"
    assert _slot_names(vault) == sorted([ADMIN, "何佳"])


def test_rename_to_the_same_name_changes_nothing(vault: Vault):
    person, head = _person(vault, ADMIN), vault.store.head()
    with vault.store.write() as session:
        staff.rename_staff(session, vault, person.uid, f" {ADMIN} ", version=person.version)
    assert vault.store.head() == head


def test_roles_set(vault: Vault):
    person = add_person(vault, "何佳", NEW, {Role.TELLER, Role.AUDITOR})
    with vault.store.write() as session:
        staff.set_roles(session, person.uid, {Role.AUDITOR, Role.SUPERVISOR}, version=person.version)
    assert _person(vault, "何佳").role_set == {Role.AUDITOR, Role.SUPERVISOR}
    with vault.store.read() as session:
        newest = changes.load_sets(session, changes.find_numbers(session)[:1])[0]
    assert newest.detail == {"given": ["supervisor"], "taken": ["teller"]}


def test_roles_seen_are_old(vault: Vault):
    person = add_person(vault, "何佳", NEW, TELLER)
    with vault.store.write() as session:
        staff.set_roles(session, person.uid, {Role.AUDITOR}, version=person.version)
    with pytest.raises(Conflict) as caught, vault.store.write() as session:
        staff.set_roles(session, person.uid, {Role.SUPERVISOR}, version=person.version)
    assert caught.value.code == "row.changed"
    assert _person(vault, "何佳").role_set == {Role.AUDITOR}


def test_last_administrator_keeps_the_role(vault: Vault):
    person = _person(vault, ADMIN)
    with pytest.raises(UserError) as caught, vault.store.write() as session:
        staff.set_roles(session, person.uid, {Role.BRANCH_HEAD}, version=person.version)
    assert caught.value.code == "staff.last_administrator"


def test_disabled_administrator_does_not_count(vault: Vault):
    other = add_person(vault, "何佳", NEW, {Role.ADMINISTRATOR})
    with vault.store.write() as session:
        staff.disable_staff(session, vault, other.uid, version=other.version)
    person = _person(vault, ADMIN)
    with pytest.raises(UserError) as caught, vault.store.write() as session:
        staff.set_roles(session, person.uid, {Role.BRANCH_HEAD}, version=person.version)
    assert caught.value.code == "staff.last_administrator"


# --- disabling -------------------------------------------------------------------------------------


def test_disabled_person_cannot_unlock(vault: Vault):
    person = add_person(vault, "吴刚", NEW, TELLER)
    with vault.store.write() as session:
        proposal = staff.disable_staff(session, vault, person.uid, version=person.version)
    assert (proposal.code, proposal.params) == ("staff.rotation_proposed", {"name": "吴刚"})
    assert _slot_names(vault) == [ADMIN]
    with pytest.raises(UserError) as caught:
        unlock(vault.folder, "吴刚", NEW)
    assert caught.value.code == "auth.unknown_name"
    with pytest.raises(NotAllowed) as refused:
        _person(vault, "吴刚")
    assert refused.value.code == "staff.is_disabled"


def test_nobody_disables_themselves(vault: Vault):
    add_person(vault, "何佳", NEW, {Role.ADMINISTRATOR})
    person = _person(vault, ADMIN)
    with pytest.raises(NotAllowed) as caught, vault.store.write() as session:
        staff.disable_staff(session, vault, person.uid, version=person.version)
    assert caught.value.code == "staff.not_oneself"


def test_last_administrator_is_not_disabled(vault: Vault):
    other = add_person(vault, "何佳", NEW, {Role.ADMINISTRATOR})
    person = _person(vault, ADMIN)
    _as(vault, other)
    with vault.store.write() as session:
        staff.disable_staff(session, vault, person.uid, version=person.version)
    # The other one, now the last, is out of reach of an administrator who was one when signing in.
    _as(vault, person)
    with pytest.raises(UserError) as caught, vault.store.write() as session:
        staff.disable_staff(session, vault, other.uid, version=other.version)
    assert caught.value.code == "staff.last_administrator"


def test_enabled_again_with_a_new_password(vault: Vault):
    person = add_person(vault, "吴刚", "old password", TELLER)
    with vault.store.write() as session:
        staff.disable_staff(session, vault, person.uid, version=person.version)
    with vault.store.read() as session:
        gone = staff.get_disabled(session, "吴刚")
    slot = _slot(vault, "吴刚", gone.uid)
    with vault.store.write() as session:
        staff.enable_staff(session, vault, gone.uid, slot, version=gone.version)
    assert unlock(vault.folder, "吴刚", NEW).slot.one_use
    with pytest.raises(UserError) as caught:
        unlock(vault.folder, "吴刚", "old password")
    assert caught.value.code == "password.wrong"


def test_name_of_somebody_who_left_may_be_given_again(vault: Vault):
    first = add_person(vault, "吴刚", NEW, TELLER)
    with vault.store.write() as session:
        staff.disable_staff(session, vault, first.uid, version=first.version)
    second = add_person(vault, "吴刚", NEW, TELLER)
    assert _person(vault, "吴刚").uid == second.uid
    with vault.store.read() as session:
        gone = session.scalars(select(Staff).where(Staff.uid == first.uid)).one()
    slot = _slot(vault, "吴刚", gone.uid)
    with pytest.raises(UserError) as caught, vault.store.write() as session:
        staff.enable_staff(session, vault, gone.uid, slot, version=gone.version)
    assert caught.value.code == "staff.name_taken"
    assert unlock(vault.folder, "吴刚", NEW).slot.staff == second.uid


def test_disabled_person_cannot_be_edited(vault: Vault):
    person = add_person(vault, "吴刚", NEW, TELLER)
    with vault.store.write() as session:
        staff.disable_staff(session, vault, person.uid, version=person.version)
    for change in (
        lambda session: staff.set_roles(session, person.uid, {Role.AUDITOR}, version=person.version + 1),
        lambda session: staff.rename_staff(session, vault, person.uid, "吴强", version=person.version + 1),
        lambda session: staff.reset_password(session, vault, person.uid, vault.slot),
    ):
        with pytest.raises(UserError) as caught, vault.store.write() as session:
            change(session)
        assert caught.value.code == "staff.is_disabled"


# --- passwords -------------------------------------------------------------------------------------


def test_reset_is_told_to_its_owner(vault: Vault, open_again: OpenAgain):
    person = add_person(vault, "许婷", "old password", TELLER)
    slot = _slot(vault, "许婷", person.uid)
    with vault.store.write() as session:
        staff.reset_password(session, vault, person.uid, slot)
    assert _kinds(vault) == ["staff.password_reset"]
    with pytest.raises(UserError):
        unlock(vault.folder, "许婷", "old password")
    with vault.store.read() as session:
        (told,) = accounts.load_notices(session, person.id)
    assert (told.code, told.by) == ("staff.password_reset", ADMIN)


def test_own_password_is_not_reset(vault: Vault):
    person = _person(vault, ADMIN)
    slot = _slot(vault, ADMIN, person.uid)
    with pytest.raises(NotAllowed) as caught, vault.store.write() as session:
        staff.reset_password(session, vault, person.uid, slot)
    assert caught.value.code == "staff.not_own_reset"


def test_change_own_password(vault: Vault):
    slot = staff.prepare_own_password(vault, PASSWORD, NEW, cost=Cost.FLOOR)
    with vault.store.write() as session:
        staff.change_password(session, vault, slot)
    assert not unlock(vault.folder, ADMIN, NEW).slot.one_use
    assert vault.slot == vault.keyfile.named(ADMIN)
    with pytest.raises(UserError) as caught:
        unlock(vault.folder, ADMIN, PASSWORD)
    assert caught.value.code == "password.wrong"
    assert _kinds(vault) == ["staff.password_changed"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("not the old one", NEW, "password.wrong"),
        (PASSWORD, PASSWORD, "password.unchanged"),
        (PASSWORD, "short", "password.too_short"),
    ],
)
def test_own_password_refused(vault: Vault, old: str, new: str, code: str):
    with pytest.raises(UserError) as caught:
        staff.prepare_own_password(vault, old, new, cost=Cost.FLOOR)
    assert caught.value.code == code


# --- who may, finding, undo ------------------------------------------------------------------------


def test_only_administrators_manage_staff(vault: Vault):
    person = add_person(vault, "许婷", NEW, set(Role) - {Role.ADMINISTRATOR})
    slot = _slot(vault, "新人", staff.new_staff_uid())
    _as(vault, person)
    for change in (
        lambda session: staff.add_staff(session, vault, "新人", TELLER, slot),
        lambda session: staff.rename_staff(session, vault, person.uid, "许亭", version=person.version),
        lambda session: staff.set_roles(session, person.uid, {Role.ADMINISTRATOR}, version=person.version),
        lambda session: staff.set_mobile(session, person.uid, "13800138000", version=person.version),
        lambda session: staff.disable_staff(session, vault, person.uid, version=person.version),
        lambda session: staff.enable_staff(session, vault, person.uid, slot, version=person.version),
        lambda session: staff.reset_password(session, vault, person.uid, slot),
    ):
        with pytest.raises(NotAllowed) as caught, vault.store.write() as session:
            change(session)
        assert caught.value.code == "role.not_permitted"
    assert _slot_names(vault) == sorted([ADMIN, "许婷"])


def test_find_staff(vault: Vault):
    for name in ("林晓雯", "林立", "100%_陈"):
        add_person(vault, name, NEW, TELLER)
    gone = _person(vault, "林立")
    with vault.store.write() as session:
        staff.disable_staff(session, vault, gone.uid, version=gone.version)
    with vault.store.read() as session:

        def names(**options: object) -> list[str]:
            found = staff.find_staff(session, **options)  # type: ignore[arg-type]
            return [one.name for one in staff.load_staff(session, found)]

        assert names()[-1] == "林立"  # who left stands last
        assert sorted(names(search="林")) == ["林晓雯", "林立"]
        assert names(search="林", with_disabled=False) == ["林晓雯"]
        assert names(search="%_") == ["100%_陈"]
        assert names(search="\\") == []
        assert names(with_disabled=False, descending=True) == names(with_disabled=False)[::-1]
        with pytest.raises(UserError) as caught:
            staff.get_active(session, "谁")
    assert caught.value.code == "staff.unknown"


def test_undo_of_roles_never_takes_the_last_administrator(vault: Vault):
    person = add_person(vault, "何佳", NEW, TELLER)
    with vault.store.write() as session:
        staff.set_roles(session, person.uid, {Role.ADMINISTRATOR}, version=person.version)
    made_administrator = vault.store.head().number
    me = _person(vault, ADMIN)
    with vault.store.write() as session:
        staff.set_roles(session, me.uid, {Role.BRANCH_HEAD}, version=me.version)
    with pytest.raises(UserError) as caught, vault.store.write() as session:
        undoing.undo(session, made_administrator)
    assert caught.value.code == "staff.no_administrator"
    assert _person(vault, "何佳").role_set == {Role.ADMINISTRATOR}


def test_undo_needs_the_same_permission(vault: Vault):
    person = add_person(vault, "何佳", NEW, TELLER)
    with vault.store.write() as session:
        staff.set_mobile(session, person.uid, "13800138000", version=person.version)
    number = vault.store.head().number
    _as(vault, person)
    with pytest.raises(NotAllowed), vault.store.write() as session:
        undoing.undo(session, number)
    _as(vault, _person(vault, ADMIN))
    with vault.store.write() as session:
        assert undoing.undo(session, number) == 1
    undone = vault.store.head().number
    assert _person(vault, "何佳").mobile is None
    _as(vault, person)
    with pytest.raises(NotAllowed), vault.store.write() as session:
        undoing.undo(session, undone)
    with pytest.raises(UserError) as caught, vault.store.write() as session:
        undoing.undo(session, 10_000)
    assert caught.value.code == "changes.undo_unknown"
