"""Signing in and out, what a person is told, and getting back in with the recovery code."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from datetime import timedelta

import pytest

from rmdesk import messages
from rmdesk.models import Role
from rmdesk.models.base import utc_now
from rmdesk.services import accounts, changes, staff
from rmdesk.services.errors import NotAllowed, UserError
from rmdesk.services.vault import Cost, Vault, VaultFolder, open_vault, unlock
from tests.support.vaults import ADMIN, PASSWORD, OpenAgain, add_person

NEW = "换一个新的好密码"
TELLER = frozenset({Role.TELLER})


@contextlib.contextmanager
def _opened(folder: VaultFolder, name: str, password: str) -> Iterator[Vault]:
    with contextlib.closing(open_vault(unlock(folder, name, password))) as vault:
        yield vault


@contextlib.contextmanager
def _recovered(folder: VaultFolder, code: str, name: str, **options: object) -> Iterator[tuple[Vault, str]]:
    vault, new_code = accounts.recover(folder, code, name, NEW, cost=Cost.FLOOR, **options)  # type: ignore[arg-type]
    with contextlib.closing(vault):
        yield vault, new_code


def _kinds(vault: Vault) -> list[str]:
    with vault.store.read() as session:
        return [one.kind for one in changes.load_sets(session, changes.find_numbers(session))]


def test_sign_in_and_out_are_recorded(open_again: OpenAgain):
    vault = open_again(signed_in=False)
    assert vault.store.actor is None
    signed_in = accounts.sign_in(vault)
    assert signed_in.actor == vault.store.actor
    assert signed_in.actor.name == ADMIN
    assert signed_in.actor.roles == {Role.ADMINISTRATOR, Role.BRANCH_HEAD}
    assert (signed_in.notices, signed_in.must_change_password) == ((), False)
    accounts.sign_out(vault)
    assert vault.store.actor is None
    accounts.sign_out(vault)
    assert _kinds(vault)[:2] == ["auth.signed_out", "auth.signed_in"]
    accounts.sign_in(vault)
    accounts.sign_out(vault, locked=True)
    assert _kinds(vault)[0] == "auth.locked"


@pytest.mark.parametrize(("days", "said"), [(-400, ["clock.behind"]), (3650, ["clock.ahead"]), (30, [])])
def test_a_clock_that_does_not_fit_what_was_recorded_is_told(
    open_again: OpenAgain, days: int, said: list[str]
):
    vault = open_again(signed_in=False)
    try:
        accounts.sign_in(vault, now=utc_now() + timedelta(days=days))
        assert [one.code for one in vault.findings if one.code.startswith("clock.")] == said
        assert all(str(messages.finding(one)) for one in vault.findings)
    finally:
        accounts.sign_out(vault)
        vault.close()


def test_one_use_password_is_announced_to_its_owner(vault: Vault):
    person = add_person(vault, "许婷", NEW, TELLER)
    folder = vault.folder
    vault.close()
    with _opened(folder, "许婷", NEW) as first:
        signed_in = accounts.sign_in(first)
        assert signed_in.must_change_password
        assert signed_in.notices == ()
    with _opened(folder, "许婷", NEW) as second:  # by the owner, who must hear of the first time
        (told,) = accounts.sign_in(second).notices
        assert told.code == "staff.one_use_password_used"
        slot = staff.prepare_own_password(second, NEW, "my own password", cost=Cost.FLOOR)
        with second.store.write() as session:
            staff.change_password(session, second, slot)
            staff.read_notices(session, [told.uid])
    with _opened(folder, "许婷", "my own password") as third:
        signed_in = accounts.sign_in(third)
        assert (signed_in.notices, signed_in.must_change_password) == ((), False)
        assert signed_in.actor.staff_uid == person.uid


def test_notices_stay_until_read(vault: Vault):
    person = add_person(vault, "许婷", NEW, TELLER)
    for _ in range(2):
        slot = staff.prepare_password(vault, "许婷", person.uid, NEW, one_use=True, cost=Cost.FLOOR)
        with vault.store.write() as session:
            staff.reset_password(session, vault, person.uid, slot)
    folder = vault.folder
    vault.close()
    with _opened(folder, "许婷", NEW) as opened:
        notices = accounts.sign_in(opened).notices
        assert [one.code for one in notices] == ["staff.password_reset"] * 2
        assert {one.by for one in notices} == {ADMIN}
        with opened.store.write() as session:
            staff.read_notices(session, [notices[0].uid, "somebody else's"])
    with _opened(folder, "许婷", NEW) as opened:
        assert accounts.sign_in(opened).notices[0].uid == notices[1].uid


def test_disabled_person_with_an_old_key_file(vault: Vault):
    """Somebody puts the key file back that still had their slot."""
    person = add_person(vault, "吴刚", NEW, TELLER)
    old = vault.folder.keyfile.read_bytes()
    unlocked = unlock(vault.folder, "吴刚", NEW)
    with vault.store.write() as session:
        staff.disable_staff(session, vault, person.uid, version=person.version)
    folder = vault.folder
    vault.close()
    folder.keyfile.write_bytes(old)
    with pytest.raises(UserError) as caught:
        open_vault(unlocked)
    assert caught.value.code == "keyfile.outdated"


def test_disabled_person_is_refused(vault: Vault, open_again: OpenAgain):
    """The slot is still there, as a crash between key file and database would leave it."""
    person = add_person(vault, "吴刚", NEW, TELLER)
    with vault.store.write() as session:
        staff.disable_staff(session, vault, person.uid, version=person.version)
    slot = staff.prepare_password(vault, "吴刚", person.uid, NEW, one_use=False, cost=Cost.FLOOR)
    with vault.store.write() as session:
        vault.write_slots(lambda keyfile: keyfile.with_slot(slot), session)
    folder = vault.folder
    vault.close()
    with _opened(folder, "吴刚", NEW) as opened:
        with pytest.raises(NotAllowed) as caught:
            accounts.sign_in(opened)
        assert caught.value.code == "auth.disabled"
        assert opened.store.actor is None


def test_slot_without_a_person_is_refused(vault: Vault):
    slot = staff.prepare_password(vault, "谁", staff.new_staff_uid(), NEW, one_use=False, cost=Cost.FLOOR)
    with vault.store.write() as session:
        vault.write_slots(lambda keyfile: keyfile.with_slot(slot), session)
    folder = vault.folder
    vault.close()
    with _opened(folder, "谁", NEW) as opened:
        with pytest.raises(NotAllowed) as caught:
            accounts.sign_in(opened)
    assert caught.value.code == "auth.unknown_person"


def test_recovery_gives_a_new_password_and_a_new_code(vault_folder: VaultFolder, recovery_code: str):
    kept: list[str] = []
    with _recovered(vault_folder, recovery_code.lower(), ADMIN, keep_code=kept.append) as (vault, code):
        assert kept == [code]
        assert code != recovery_code
        (told,) = accounts.sign_in(vault).notices
        assert (told.code, told.by) == ("vault.recovered", ADMIN)
        assert _kinds(vault)[1] == "vault.recovered"
        with vault.store.read() as session:
            assert changes.verify(session, vault.keys.audit).sound
    assert unlock(vault_folder, ADMIN, NEW).slot.name == ADMIN
    with pytest.raises(UserError) as caught:
        unlock(vault_folder, ADMIN, PASSWORD)
    assert caught.value.code == "password.wrong"
    with pytest.raises(UserError) as caught:
        accounts.recover(vault_folder, recovery_code, ADMIN, NEW, cost=Cost.FLOOR)
    assert caught.value.code == "recovery.wrong"
    with _recovered(vault_folder, code, ADMIN) as (vault, _):
        assert vault.slot.name == ADMIN


def test_recovery_on_another_computer(
    vault_folder: VaultFolder, recovery_code: str, home_of_another_computer: None
):
    with _recovered(vault_folder, recovery_code, ADMIN) as (vault, _):
        assert [finding.code for finding in vault.findings] == ["anchor.absent"]
        accounts.sign_in(vault)
        assert "vault.opened_on_new_computer" in _kinds(vault)


@pytest.fixture
def home_of_another_computer(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RMDESK_HOME", str(tmp_path / "another computer"))


def test_every_administrator_hears_of_a_recovery(vault: Vault, recovery_code: str):
    person = add_person(vault, "许婷", "old password", TELLER)
    folder = vault.folder
    vault.close()
    with _recovered(folder, recovery_code, "许婷") as (opened, _):
        assert not accounts.sign_in(opened).must_change_password
        assert opened.slot.staff == person.uid
    with _opened(folder, ADMIN, PASSWORD) as opened:
        (told,) = accounts.sign_in(opened).notices
        assert (told.code, told.by) == ("vault.recovered", "许婷")


def test_recovery_changes_nothing_if_the_new_code_cannot_be_kept(
    vault_folder: VaultFolder, recovery_code: str
):
    before = vault_folder.keyfile.read_bytes()

    def full(_code: str) -> None:
        raise UserError("disk.full", path="")

    with pytest.raises(UserError) as caught:
        accounts.recover(vault_folder, recovery_code, ADMIN, NEW, cost=Cost.FLOOR, keep_code=full)
    assert caught.value.code == "disk.full"
    assert vault_folder.keyfile.read_bytes() == before
    with _recovered(vault_folder, recovery_code, ADMIN) as (vault, _):
        assert vault.slot.name == ADMIN


@pytest.mark.parametrize(
    ("name", "password", "code"),
    [("谁", NEW, "staff.unknown"), (ADMIN, "short", "password.too_short"), (ADMIN, ADMIN * 4, None)],
)
def test_recovery_refused(
    vault_folder: VaultFolder, recovery_code: str, name: str, password: str, code: str | None
):
    if code is None:
        vault, _ = accounts.recover(vault_folder, recovery_code, name, password, cost=Cost.FLOOR)
        vault.close()
        return
    with pytest.raises(UserError) as caught:
        accounts.recover(vault_folder, recovery_code, name, password, cost=Cost.FLOOR)
    assert caught.value.code == code
    assert unlock(vault_folder, ADMIN, PASSWORD).slot.name == ADMIN


def test_disabled_person_cannot_recover(vault: Vault, recovery_code: str):
    person = add_person(vault, "吴刚", NEW, TELLER)
    with vault.store.write() as session:
        staff.disable_staff(session, vault, person.uid, version=person.version)
    folder = vault.folder
    vault.close()
    with pytest.raises(NotAllowed) as caught:
        accounts.recover(folder, recovery_code, "吴刚", NEW, cost=Cost.FLOOR)
    assert caught.value.code == "staff.is_disabled"
    with _opened(folder, ADMIN, PASSWORD):
        pass  # the vault was let go
