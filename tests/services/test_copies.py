"""A copy counts only after it was reopened and compared."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from sqlalchemy import select

from rmdesk.models import StaffNotice
from rmdesk.models.base import utc_now
from rmdesk.services import bulk, changes, copies
from rmdesk.services.errors import Damaged, UserError
from rmdesk.services.store import Store
from rmdesk.services.vault.folder import VaultFolder
from tests.support.stores import open_again, set_value, value_of, verdict


def fill(store: Store, count: int) -> None:
    with store.write() as session:
        rows = [{"staff_id": 1, "code": f"c{number}", "raised_at": utc_now()} for number in range(count)]
        bulk.insert(session, StaffNotice, rows)
        changes.describe(session, "test.filled")


def test_a_copy_opens_and_holds_the_same(store: Store, tmp_path: Path) -> None:
    fill(store, 3000)
    steps: list[tuple[int, int]] = []
    target = VaultFolder(tmp_path / "copied")
    copies.copy_database(store._connector, target.database, progress=lambda *step: steps.append(step))
    assert steps[-1][0] == steps[-1][1] > 50
    assert [path.name for path in target.root.iterdir()] == ["vault.db"]
    opened = open_again(target)
    assert opened.head() == store.head()
    assert verdict(opened) == verdict(store)
    assert opened.integrity() == []
    opened.close()


def test_a_copy_of_a_vault_has_its_key_file_beside_it(store: Store, store_folder: VaultFolder) -> None:
    target = store_folder.backups / "one.db"
    copies.copy_vault(store_folder, store._connector, target)
    assert sorted(path.name for path in store_folder.backups.iterdir()) == ["one.db", "one.keys"]
    assert (store_folder.backups / "one.keys").read_bytes() == store_folder.keyfile.read_bytes()


def test_a_copy_is_of_one_state_while_others_write(
    store: Store, store_folder: VaultFolder, tmp_path: Path
) -> None:
    fill(store, 20_000)
    head = store.head()

    def write_once(done: int, _total: int) -> None:
        if store.head() == head and done:
            thread = threading.Thread(target=set_value, args=(store, '"meanwhile"'))
            thread.start()
            thread.join()

    target = VaultFolder(tmp_path / "copied")
    copies.copy_database(store._connector, target.database, progress=write_once)
    assert value_of(store) == '"meanwhile"'
    copied = open_again(target)
    assert copied.head() == head
    assert verdict(copied).sound
    copied.close()


def test_a_still_file_is_copied_as_it_lies_there_while_others_write(
    store: Store, store_folder: VaultFolder, tmp_path: Path
) -> None:
    fill(store, 20_000)
    head = store.head()
    target = VaultFolder(tmp_path / "copied")

    def write_and_bring_in(_done: int, _total: int) -> None:
        for value in ('"meanwhile"', '"again"'):
            set_value(store, value)
        assert not store.checkpoint(), "what is written stays in the journal until the copy is made"

    with store.still_file() as still:
        assert still is not None
        before = store_folder.database.read_bytes()
        copies.copy_database(store._connector, target.database, still=still, progress=write_and_bring_in)
    assert target.database.read_bytes() == before
    assert value_of(store) == '"again"'
    assert store.checkpoint()
    copied = open_again(target)
    assert copied.head() == head
    assert copied.integrity() == []
    copied.close()


def test_where_somebody_reads_the_journal_the_copy_is_made_all_the_same(
    store: Store, store_folder: VaultFolder, tmp_path: Path
) -> None:
    set_value(store, '"before"')
    target = VaultFolder(tmp_path / "copied")
    with store.read() as session:
        session.scalars(select(StaffNotice.id)).first()
        set_value(store, '"after"')
        with store.still_file() as still:
            assert still is None
            copies.copy_database(store._connector, target.database, still=still)
    copied = open_again(target)
    assert value_of(copied) == '"after"'
    copied.close()


def test_a_damaged_database_gives_no_copy(store: Store, store_folder: VaultFolder, tmp_path: Path) -> None:
    fill(store, 2000)
    store.close()
    raw = bytearray(store_folder.database.read_bytes())
    raw[len(raw) // 2] ^= 1
    store_folder.database.write_bytes(raw)
    target = tmp_path / "copies" / "one.db"
    with pytest.raises(Damaged) as caught:
        copies.copy_database(store._connector, target)
    assert caught.value.code == "db.damaged"
    assert caught.value.params["path"] == str(store_folder.database)
    assert list(target.parent.iterdir()) == []


def test_what_an_interrupted_copy_left_is_cleared_away(store: Store, tmp_path: Path) -> None:
    (tmp_path / "copies").mkdir()
    for name in ("old.db.part", "old.db.part-journal"):
        (tmp_path / "copies" / name).write_bytes(b"half")
    copies.copy_database(store._connector, tmp_path / "copies" / "one.db")
    assert [path.name for path in (tmp_path / "copies").iterdir()] == ["one.db"]


def test_a_place_that_cannot_be_written_is_told(store: Store, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(UserError) as caught:
        copies.copy_database(store._connector, tmp_path / "file" / "one.db")
    assert caught.value.code == "disk.io"
