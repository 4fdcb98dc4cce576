"""Nothing that was kept can be read in any file: planted values, in three encodings, in every file."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from rmdesk.models import Setting, Staff
from rmdesk.services import bulk, changes
from rmdesk.services.store import Store
from rmdesk.services.vault.folder import VaultFolder
from tests.support import planted
from tests.support.stores import open_again


def test_the_search_finds_what_lies_open(tmp_path: Path) -> None:
    values = planted.values(3)
    (tmp_path / "a").write_text(values[0], "utf-8")
    (tmp_path / "b").write_bytes(b"\1" + values[1].encode("utf-16-le"))
    (tmp_path / "c").write_text(values[2], "gb18030")
    assert {hit.value for hit in planted.search([tmp_path], values)} == set(values)


def test_planted_values_are_nowhere_on_the_disk(
    store_folder: VaultFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temp = tmp_path / "temp"
    temp.mkdir()
    for variable in ("TMPDIR", "TEMP", "TMP", "SQLITE_TMPDIR"):
        monkeypatch.setenv(variable, str(temp))
    monkeypatch.setattr(tempfile, "tempdir", None)
    values = planted.values(200)
    opened = open_again(store_folder)
    _keep(opened, values)
    # While it is open: journal and shared memory lie beside the database.
    assert (store_folder.root / "vault.db-wal").stat().st_size > 0
    assert planted.search([tmp_path], values) == []
    opened.close()
    assert planted.search([tmp_path], values) == []
    assert list(temp.iterdir()) == []


def _keep(store: Store, values: list[str]) -> None:
    with store.write() as session:
        bulk.insert(session, Staff, [{"name": value, "mobile": value} for value in values])
        session.add(Setting(name="planted", value=" ".join(values)))
        changes.describe(session, "test.planted")
    with store.write() as session:
        person = session.get_one(Staff, 2)
        person.name = "someone else"
        session.delete(session.get_one(Setting, 2))
        changes.describe(session, "test.removed", subject=person)
    with store.read() as session:
        # Sorting more than fits into a page makes the temporary files that must not exist.
        assert len(session.query(Staff).order_by(Staff.mobile, Staff.name.desc()).all()) == len(values) + 1
