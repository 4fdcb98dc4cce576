"""Opening a database only if it is what it should be, and never making one in its place."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

import pytest

from rmdesk.models.base import new_uid
from rmdesk.models.migrations import CURRENT
from rmdesk.services.errors import Damaged, UserError
from rmdesk.services.store import create_store, open_store
from rmdesk.services.store.connection import PLAIN_HEADER, Connector
from rmdesk.services.vault.folder import VaultFolder
from rmdesk.services.vault.keys import derive_keys, new_master
from tests.support.stores import BRANCH, KEYS, VAULT_UID, make_store, open_again, set_value, value_of, verdict


def refusal(folder: VaultFolder, *, vault_uid: str = VAULT_UID) -> UserError:
    """Why the database is refused; nothing in the folder may have changed by that."""
    before = _files(folder.root)
    with pytest.raises(UserError) as caught:
        open_store(folder, KEYS, vault_uid=vault_uid)
    assert _files(folder.root) == before
    return caught.value


def _files(root: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in root.iterdir() if not path.name.endswith("-shm")}


def change_header(folder: VaultFolder, statement: str) -> None:
    with contextlib.closing(Connector(folder.database, KEYS.database).open(foreign_keys=False)) as connection:
        connection.execute(statement)


def test_a_missing_database_is_not_made_anew(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    error = refusal(VaultFolder(tmp_path / "empty"))
    assert (error.code, type(error)) == ("db.missing", Damaged)


@pytest.mark.parametrize("size", [0, 1, 511])
def test_an_empty_file_is_not_taken_for_an_empty_database(store_folder: VaultFolder, size: int) -> None:
    store_folder.database.write_bytes(store_folder.database.read_bytes()[:size])
    assert refusal(store_folder).code == "db.empty"


def test_a_plain_database_is_named_so(store_folder: VaultFolder) -> None:
    store_folder.database.unlink()
    with contextlib.closing(sqlite3.connect(store_folder.database)) as connection:
        connection.execute("CREATE TABLE customer (name TEXT)")
    assert store_folder.database.read_bytes().startswith(PLAIN_HEADER)
    assert refusal(store_folder).code == "db.plain"


@pytest.mark.parametrize("content", [b"\0" * 8192, b"PK\x03\x04" + b"x" * 20000, b"\xff" * 600])
def test_any_other_file_is_damaged(store_folder: VaultFolder, content: bytes) -> None:
    store_folder.database.write_bytes(content)
    assert refusal(store_folder).code == "db.damaged"


def test_a_database_of_another_key_is_damaged(store_folder: VaultFolder, tmp_path: Path) -> None:
    other = make_store(tmp_path / "other", keys=derive_keys(new_master()))
    other.close()
    store_folder.database.write_bytes(other.path.read_bytes())
    assert refusal(store_folder).code == "db.damaged"


def test_a_database_of_another_vault_is_named_so(store_folder: VaultFolder) -> None:
    assert refusal(store_folder, vault_uid=new_uid()).code == "db.other_vault"


def test_a_database_of_another_program_is_named_so(store_folder: VaultFolder) -> None:
    change_header(store_folder, "PRAGMA application_id = 0x12345678")
    assert refusal(store_folder).code == "db.foreign_application"


def test_a_newer_database_is_refused_and_not_called_damaged(store_folder: VaultFolder) -> None:
    newer = CURRENT.newest + 1
    change_header(store_folder, f"PRAGMA user_version = {newer}")
    error = refusal(store_folder)
    assert (error.code, error.exit_status) == ("db.newer", 1)
    assert (error.params["found"], error.params["known"]) == (newer, CURRENT.newest)


def test_a_database_without_its_own_row_is_damaged(store_folder: VaultFolder) -> None:
    change_header(store_folder, "DELETE FROM vault_state")
    assert refusal(store_folder).code == "db.damaged"
    change_header(store_folder, "DROP TABLE vault_state")
    assert refusal(store_folder).code == "db.damaged"


def test_a_database_whose_state_is_older_than_its_entries_is_torn(store_folder: VaultFolder) -> None:
    """As a power cut leaves it on a disk that flushes nothing: whole pages, of different moments."""
    store = open_again(store_folder)
    set_value(store, "1")
    store.close()
    change_header(
        store_folder,
        "UPDATE vault_state SET head_number = head_number - 1, "
        "head_digest = (SELECT digest FROM change_set ORDER BY number DESC LIMIT 1 OFFSET 1)",
    )
    error = refusal(store_folder)
    assert (error.code, type(error)) == ("db.torn", Damaged)


def test_a_number_that_is_taken_by_a_stray_record_is_told_as_damage(store_folder: VaultFolder) -> None:
    store = open_again(store_folder)
    set_value(store, "1")
    number = store.head().number
    store.close()
    change_header(
        store_folder,
        "INSERT INTO change_record SELECT set_number + 1, position, table_name, row_uid, row_version, "
        f"change, field, before, after, commitment, erased_by FROM change_record WHERE set_number = {number}",
    )
    store = open_again(store_folder)
    with contextlib.closing(store):
        with pytest.raises(Damaged) as caught:
            set_value(store, "2")
        assert caught.value.code == "db.torn"
        assert value_of(store) == "1"


def test_a_database_that_is_a_folder_is_refused(store_folder: VaultFolder) -> None:
    store_folder.database.unlink()
    store_folder.database.mkdir()
    with pytest.raises(UserError) as caught:
        open_again(store_folder)
    assert caught.value.code == "disk.io"


def test_a_new_database_is_never_made_over_another(store_folder: VaultFolder) -> None:
    before = _files(store_folder.root)
    with pytest.raises(UserError) as caught:
        create_store(store_folder, KEYS, vault_uid=new_uid(), branch=BRANCH, key_generation=1)
    assert caught.value.code == "db.exists"
    assert _files(store_folder.root) == before


def test_a_new_database_is_never_made_beside_a_left_journal(tmp_path: Path) -> None:
    (tmp_path / "vault.db-wal").write_bytes(b"left behind")
    with pytest.raises(UserError) as caught:
        create_store(VaultFolder(tmp_path), KEYS, vault_uid=VAULT_UID, branch=BRANCH, key_generation=1)
    assert caught.value.code == "db.exists"


def test_a_database_that_could_not_be_made_leaves_nothing(tmp_path: Path) -> None:
    folder = VaultFolder(tmp_path / "absent")
    with pytest.raises(UserError):
        create_store(folder, KEYS, vault_uid=VAULT_UID, branch=BRANCH, key_generation=1)
    assert not folder.root.exists()


def test_a_new_database_is_encrypted_from_its_first_byte(tmp_path: Path) -> None:
    made = make_store(tmp_path / "new")
    made.close()
    raw = made.path.read_bytes()
    assert not raw.startswith(PLAIN_HEADER)
    assert not [name for name in (b"vault_state", b"change_set", BRANCH.encode()) if name in raw]


@pytest.mark.parametrize("name", ["支行 二号 % ? # & 'x'", "a" * 200])
def test_folders_of_any_name(tmp_path: Path, name: str) -> None:
    made = make_store(tmp_path / name)
    made.close()
    opened = open_again(VaultFolder(tmp_path / name))
    assert opened.head().number == 0
    opened.close()
    assert [path.name for path in tmp_path.iterdir() if path.name not in (name, "home")] == []


def test_what_a_killed_process_left_is_read_again(store_folder: VaultFolder, tmp_path: Path) -> None:
    """The files as they lie there while the store is open: a database and a journal not yet brought in."""
    running = open_again(store_folder)
    set_value(running, '"in the journal"')
    left = VaultFolder(tmp_path / "left")
    left.root.mkdir()
    for name in ("vault.db", "vault.db-wal"):
        (left.root / name).write_bytes((store_folder.root / name).read_bytes())
    running.close()
    opened = open_again(left)
    assert value_of(opened) == '"in the journal"'
    assert verdict(opened).sound
    opened.close()
