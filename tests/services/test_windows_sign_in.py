"""Signing in by the Windows session: chosen by the person, allowed by the branch, never a need."""

import contextlib
import dataclasses

import pytest
from sqlalchemy import select

from rmdesk.models import ChangeSet, Role
from rmdesk.services import accounts, settings, staff, windows_sign_in
from rmdesk.services.errors import NotAllowed, UserError
from rmdesk.services.vault import (
    Cost,
    Keyring,
    KeyringState,
    Vault,
    VaultFolder,
    open_vault,
    prepare_keyring,
    unlock,
    unlock_with_keyring,
)
from tests.support.keyrings import MemoryBackend
from tests.support.vaults import ADMIN, PASSWORD, OpenAgain, add_person


@pytest.fixture
def ring() -> Keyring:
    return Keyring(MemoryBackend())


def enable(vault: Vault, ring: Keyring) -> None:
    slot = prepare_keyring(vault.keyfile, vault.slot, PASSWORD, keyring=ring)
    with vault.store.write() as session:
        windows_sign_in.enable(session, vault, slot)


def kinds(vault: Vault) -> list[str]:
    with vault.store.read() as session:
        return list(session.scalars(select(ChangeSet.kind).order_by(ChangeSet.number)))


def allow(vault: Vault, allowed: bool) -> None:
    with vault.store.write() as session:
        version = settings.load(session)[windows_sign_in.ALLOWED].version
        settings.set(session, windows_sign_in.ALLOWED, allowed, version=version)


def test_once_chosen_the_windows_session_opens_the_vault(vault: Vault, ring: Keyring):
    assert not windows_sign_in.is_enabled(vault)
    enable(vault, ring)
    assert windows_sign_in.is_enabled(vault)
    assert kinds(vault)[-1] == "auth.keyring_set"
    vault.close()
    with contextlib.closing(open_vault(unlock_with_keyring(vault.folder, ADMIN, keyring=ring))) as again:
        assert accounts.sign_in(again).actor.name == ADMIN
    assert unlock(vault.folder, ADMIN, PASSWORD).slot.name == ADMIN


def test_it_can_be_given_up(vault: Vault, ring: Keyring):
    enable(vault, ring)
    with vault.store.write() as session:
        assert windows_sign_in.disable(session, vault, keyring=ring) is KeyringState.AVAILABLE
    assert not windows_sign_in.is_enabled(vault)
    assert kinds(vault)[-1] == "auth.keyring_removed"
    with pytest.raises(UserError, match=r"keyring\.empty"):
        unlock_with_keyring(vault.folder, ADMIN, keyring=ring)


def test_without_the_keyring_it_can_be_given_up_too(vault: Vault, ring: Keyring):
    enable(vault, ring)
    with vault.store.write() as session:
        assert windows_sign_in.disable(session, vault) is KeyringState.ABSENT
    with pytest.raises(UserError, match=r"keyring\.empty"):
        unlock_with_keyring(vault.folder, ADMIN, keyring=ring)


def test_where_the_branch_does_not_allow_it_nobody_sets_it_up(vault: Vault, ring: Keyring):
    allow(vault, False)
    with pytest.raises(NotAllowed, match=r"keyring\.not_allowed"):
        enable(vault, ring)
    assert not windows_sign_in.is_enabled(vault)


def test_when_the_branch_forbids_it_later_the_password_is_asked_again(
    vault: Vault, ring: Keyring, open_again: OpenAgain
):
    enable(vault, ring)
    allow(vault, False)
    vault.close()
    with contextlib.closing(open_vault(unlock_with_keyring(vault.folder, ADMIN, keyring=ring))) as again:
        with pytest.raises(NotAllowed, match=r"keyring\.not_allowed"):
            accounts.sign_in(again)
        assert again.store.actor is None
    assert accounts.sign_in(open_again(signed_in=False)).actor.name == ADMIN


def test_nobody_sets_it_up_for_somebody_else(vault: Vault, ring: Keyring):
    add_person(vault, "李明", "liming-2025", [Role.TELLER])
    theirs = vault.keyfile.named("李明")
    assert theirs is not None
    slot = prepare_keyring(vault.keyfile, theirs, "liming-2025", keyring=ring)
    for wrong in (slot, dataclasses.replace(slot, staff=vault.slot.staff)):
        with vault.store.write() as session, pytest.raises(NotAllowed, match=r"keyring\.not_for_others"):
            windows_sign_in.enable(session, vault, wrong)


def test_a_new_password_asks_for_the_choice_again(vault: Vault, ring: Keyring, vault_folder: VaultFolder):
    enable(vault, ring)
    slot = staff.prepare_own_password(vault, PASSWORD, "another password", cost=Cost.FLOOR)
    with vault.store.write() as session:
        staff.change_password(session, vault, slot)
    assert not windows_sign_in.is_enabled(vault)
    with pytest.raises(UserError, match=r"keyring\.empty"):
        unlock_with_keyring(vault_folder, ADMIN, keyring=ring)
