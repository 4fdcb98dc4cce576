"""Saving while the disk fills up, the process is killed, or the folder cannot be written."""

from __future__ import annotations

import contextlib

import pytest
from sqlalchemy import text

from rmdesk.models import StaffNotice
from rmdesk.models.base import utc_now
from rmdesk.services import bulk, changes
from rmdesk.services.errors import UserError
from rmdesk.services.store import Store
from rmdesk.services.store.connection import Connector
from tests.faults import read_only
from tests.support.stores import KEYS, set_value, value_of, verdict


def test_a_full_disk_is_called_so_and_the_same_works_afterwards(store: Store) -> None:
    """SQLite itself says that there is no room: the number of pages is limited for the writer."""

    def save() -> None:
        with store.write() as session:
            rows = [{"staff_id": 1, "code": "x", "raised_at": utc_now()} for _ in range(2000)]
            bulk.insert(session, StaffNotice, rows)
            changes.describe(session, "test.filled")

    with store.write() as session:
        pages = session.scalar(text("PRAGMA page_count")) or 0
        session.scalar(text(f"PRAGMA max_page_count = {pages + 3}"))
    with pytest.raises(UserError) as caught:
        save()
    assert caught.value.code == "disk.full"
    assert store.head().number == 1
    save()  # a connection that met the full disk is not used again, and with it goes the limit
    assert store.head().number == 2
    assert verdict(store).sound
    assert store.integrity() == []


def test_another_program_holding_the_file_is_named_so(store: Store) -> None:
    with store.write() as session:
        session.execute(text("PRAGMA busy_timeout = 50"))
    with contextlib.closing(Connector(store.path, KEYS.database).open()) as other:
        other.execute("BEGIN IMMEDIATE")
        with store.read() as session:
            session.execute(text("SELECT count(*) FROM staff"))
        with pytest.raises(UserError) as caught:
            set_value(store, '"refused"')
        assert caught.value.code == "db.busy"
        other.execute("ROLLBACK")
    set_value(store, '"kept"')
    assert value_of(store) == '"kept"'


def test_a_folder_that_cannot_be_written_is_told_and_left_alone() -> None:
    assert read_only.run() == {"open": "disk.read_only", "make": "PermissionError", "unchanged": True}
