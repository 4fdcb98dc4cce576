"""Of a damaged vault everything is read that stands on whole pages, and what is lost is counted."""

from __future__ import annotations

import contextlib
import dataclasses
import random
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, select

from rmdesk.models import Customer, Interaction
from rmdesk.services import backups, changes, demo, salvage, staff
from rmdesk.services.errors import Damaged
from rmdesk.services.salvage import Salvaged
from rmdesk.services.store import open_store
from rmdesk.services.store.connection import Connector
from rmdesk.services.vault import Vault, VaultFolder
from tests.support.vaults import ADMIN, OpenAgain, Template, filled_vault, prepare_newcomers

PAGE = 4096
PEOPLE = 60
TODAY = date(2026, 11, 27)


def fill(vault: Vault) -> None:
    people = prepare_newcomers(vault, "一次性密码 Abc-2468")
    with vault.store.write() as session:
        demo.add_branch(session, vault, people, customers=PEOPLE, seed=11, today=TODAY)
    vault.store.checkpoint()


@pytest.fixture(scope="module")
def vault_template(vault_template: Template, tmp_path_factory: pytest.TempPathFactory) -> Template:
    return filled_vault(vault_template, tmp_path_factory.mktemp("filled"), fill)


Hurt = Callable[[bytearray], None]


def hurt(folder: VaultFolder, how: Hurt) -> bytes:
    """Damage the closed database; what it is then."""
    raw = bytearray(folder.database.read_bytes())
    how(raw)
    folder.database.write_bytes(raw)
    return bytes(raw)


def flip(*pages: int) -> Hurt:
    def one_bit_each(raw: bytearray) -> None:
        for page in pages:
            raw[(page - 1) * PAGE + 999] ^= 1

    return one_bit_each


def salvaged(vault: Vault, how: Hurt, *, backup: bool = False) -> tuple[Salvaged, bytes]:
    """Close the vault, damage it and salvage it; what was damaged stays as it was."""
    if backup:
        backups.make(vault)
    folder, keys, keyfile = vault.folder, vault.keys, vault.keyfile
    vault.store.checkpoint()
    vault.close()
    damaged = hurt(folder, how)
    found = salvage.salvage(folder, keys, keyfile)
    assert folder.database.read_bytes() == damaged
    assert not folder.salvaging.exists()
    return found, damaged


def customers_in(found: Salvaged, vault: Vault) -> int:
    with contextlib.closing(
        Connector(found.copy.path, vault.keys.database).open(mode="ro", immutable=True)
    ) as connection:
        (count,) = connection.execute("SELECT count(*) FROM customer").fetchone()
    return int(count)


def test_a_hurt_page_loses_only_itself(vault: Vault) -> None:
    pages = vault.folder.database.stat().st_size // PAGE
    chosen = random.Random(3).sample(range(2, pages), 12)
    found, _raw = salvaged(vault, flip(*chosen))
    assert found.damaged_pages == len(chosen)
    assert found.pages == pages
    whole = next(one for one in found.tables if one.name == "interaction")
    assert found.read > 20 * found.lost
    assert whole.read > 0
    assert found.copy.is_verified
    assert backups.verify(found.copy, vault.uid) == []


def test_the_schema_and_the_roots_of_tables_may_be_hurt(vault: Vault) -> None:
    with contextlib.closing(
        Connector(vault.folder.database, vault.keys.database).open(query_only=True)
    ) as connection:
        roots = [
            root
            for (root,) in connection.execute(
                "SELECT rootpage FROM sqlite_schema WHERE name IN ('customer', 'interaction', 'holding')"
            ).fetchall()
        ]
    found, _raw = salvaged(vault, flip(3, *roots))
    assert customers_in(found, vault) == PEOPLE
    assert (found.lost, found.unplaced, found.is_complete) == (0, 0, True)


def test_where_the_beginning_is_gone_a_backup_tells_what_it_was(vault: Vault) -> None:
    with vault.store.read() as session:
        before = session.scalar(select(func.count()).select_from(Interaction))

    def zeroed(raw: bytearray) -> None:
        raw[: 2 * PAGE] = bytes(2 * PAGE)

    found, _raw = salvaged(vault, zeroed, backup=True)
    assert customers_in(found, vault) == PEOPLE
    assert next(one.read for one in found.tables if one.name == "interaction") == before
    assert found.lost == 0


def test_without_a_backup_rows_are_placed_by_what_they_are(vault: Vault) -> None:
    found, _raw = salvaged(vault, flip(1))
    assert customers_in(found, vault) == PEOPLE
    assert found.unplaced < found.read // 10


def test_a_file_that_was_cut_off_gives_what_is_left(vault: Vault) -> None:
    def cut(raw: bytearray) -> None:
        del raw[len(raw) // 2 :]

    found, raw = salvaged(vault, cut)
    assert found.damaged_pages == found.pages - len(raw) // PAGE
    assert not found.is_complete
    # References lead somewhere again.
    assert backups.verify(found.copy, vault.uid) == []


def test_what_no_key_fits_is_told_and_leaves_nothing(vault: Vault) -> None:
    def noise(raw: bytearray) -> None:
        raw[:] = random.Random(1).randbytes(len(raw))

    with pytest.raises(Damaged, match=r"salvage\.nothing"):
        salvaged(vault, noise)
    assert list(vault.folder.backups.glob("salvaged-*")) == []


def test_the_newest_commits_in_the_journal_are_read_too(vault: Vault) -> None:
    folder = vault.folder
    with vault.store.write() as session:
        person = session.scalars(select(Customer).limit(1)).one()
        person.notes = "只在日志里"
        changes.describe(session, "customer.edited", subject=person)
    kept = {path: path.read_bytes() for path in (folder.database, folder.journal_files()[0])}
    vault.close()
    for path, raw in kept.items():  # as a kill leaves it
        path.write_bytes(raw)
    hurt(folder, flip(3))
    found = salvage.salvage(folder, vault.keys, vault.keyfile)
    with contextlib.closing(
        Connector(found.copy.path, vault.keys.database).open(mode="ro", immutable=True)
    ) as connection:
        notes = connection.execute("SELECT notes FROM customer WHERE notes IS NOT NULL").fetchall()
    assert ("只在日志里",) in notes


def test_it_is_no_backup_of_a_whole_state(vault: Vault) -> None:
    before = backups.make(vault).backup
    with vault.store.write() as session:
        person = session.scalars(select(Customer).limit(1)).one()
        person.notes = "后来写的"
        changes.describe(session, "customer.edited", subject=person)
    uid = vault.uid
    found, _raw = salvaged(vault, flip(3))
    assert found.backup == before
    assert found.newer == {"customer": 1}
    newest = backups.newest_verified(vault.folder.backups, vault.keys, uid)
    assert newest == before
    assert found.copy in backups.list_backups(vault.folder.backups, vault.keys, uid)


def test_all_of_it_can_be_brought_back_and_worked_with(
    vault: Vault, vault_template: Template, open_again: OpenAgain
) -> None:
    found, _raw = salvaged(vault, flip(3))
    unlocked = dataclasses.replace(vault_template.unlocked, folder=vault.folder)
    backups.restore_damaged(unlocked, found.copy.name.text)
    again = open_again()
    assert again.store.integrity() == []
    with again.store.read() as session:
        assert changes.verify(session, again.keys.audit).sound
        assert session.scalar(select(func.count()).select_from(Customer)) == PEOPLE
        assert ADMIN in {one.name for one in staff.list_staff(session)}
    with again.store.write() as session:
        person = session.scalars(select(Customer).limit(1)).one()
        person.notes = "抢救之后写的"
        changes.describe(session, "customer.edited", subject=person)


def test_a_damaged_file_that_was_kept_can_be_salvaged_later(vault: Vault, tmp_path: Path) -> None:
    vault.store.checkpoint()
    kept = tmp_path / "damaged" / "vault.db"
    kept.parent.mkdir()
    raw = bytearray(vault.folder.database.read_bytes())
    flip(3)(raw)
    kept.write_bytes(raw)
    found = salvage.salvage(vault.folder, vault.keys, vault.keyfile, kept)
    assert found.source == kept
    assert found.is_complete
    opened = open_store(vault.folder, vault.keys, vault_uid=vault.uid)  # the vault itself is as it was
    opened.close()
