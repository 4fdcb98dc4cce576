"""The branch's name: the same inside the vault and where the unlock window reads it."""

from __future__ import annotations

import pytest

from rmdesk.services import branch, changes, settings
from rmdesk.services.errors import UserError
from rmdesk.services.vault import Vault, VaultFolder
from rmdesk.services.vault import keyfile as keyfiles
from tests.support.vaults import BRANCH, OpenAgain


def _rename(vault: Vault, name: str) -> None:
    with vault.store.write() as session:
        seen = settings.load(session)["branch.name"].version
        branch.rename_branch(session, vault, name, version=seen)


def _names(vault: Vault, folder: VaultFolder) -> tuple[str, str]:
    with vault.store.read() as session:
        return settings.get(session, "branch.name"), keyfiles.load(folder).keyfile.branch


def test_rename_reaches_the_unlock_window_and_survives(
    vault: Vault, vault_folder: VaultFolder, open_again: OpenAgain
) -> None:
    _rename(vault, " 江南支行 ")
    assert _names(vault, vault_folder) == ("江南支行", "江南支行")
    vault.close()
    assert _names(open_again(), vault_folder) == ("江南支行", "江南支行")


def test_rename_cannot_be_taken_back_by_half(vault: Vault) -> None:
    _rename(vault, "江南支行")
    with vault.store.write() as session:
        newest = changes.load_sets(session, changes.find_numbers(session)[:1])[0]
        assert newest.kind == branch.RENAMED
        with pytest.raises(UserError) as refused:
            changes.undo(session, newest.number)
    assert refused.value.code == "changes.undo_not_possible"


def test_same_name_writes_nothing(vault: Vault) -> None:
    head, generation = vault.store.head(), vault.keyfile.generation
    _rename(vault, BRANCH)
    assert (vault.store.head(), vault.keyfile.generation) == (head, generation)


def test_refused_name_leaves_both_as_they_were(vault: Vault, vault_folder: VaultFolder) -> None:
    with pytest.raises(UserError):
        _rename(vault, "   ")
    assert _names(vault, vault_folder) == (BRANCH, BRANCH)
