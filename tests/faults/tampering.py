"""Other hands in the database: any one cell of the records or the rows exchanged, every time found."""

from __future__ import annotations

import contextlib
import random
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from sqlcipher3 import dbapi2

from rmdesk.models import Setting, Staff, StaffNotice
from rmdesk.services import bulk, changes
from rmdesk.services.store import Store
from rmdesk.services.store.connection import Connector
from rmdesk.services.vault.folder import VaultFolder
from tests.faults.turns import turns
from tests.support.stores import KEYS, make_store, open_again, set_value, verdict

_TABLES = ("change_set", "change_record", "staff", "staff_role", "staff_notice", "setting")


def live(store: Store) -> None:
    """Give a store a history: updates, deletions, acts, bulk statements and an undo. Needs person 1."""
    at = datetime(2026, 3, 1, tzinfo=UTC)
    for value in ("1", "2"):
        set_value(store, value)
    with store.write() as session:
        changes.note(session, "auth.signed_in", subject=session.get_one(Staff, 1), tries=2)
    with store.write() as session:
        bulk.insert(session, StaffNotice, [{"staff_id": 1, "code": "a", "raised_at": at} for _ in range(5)])
        changes.describe(session, "test.imported")
    with store.write() as session:
        person = session.get_one(Staff, 1)
        person.name, person.mobile = "周建平", None
        session.delete(session.get_one(StaffNotice, 2))
        changes.describe(session, "test.edited", subject=person, count=2)
    with store.write() as session:
        changes.undo(session, 6)
    with store.write() as session:
        session.delete(session.get_one(StaffNotice, 3))
        bulk.update(session, StaffNotice, [{"id": 1, "read_at": at}, {"id": 4, "read_at": at}], ["read_at"])
        changes.describe(session, "test.read")


def run(count: int, seconds: float | None = None, seed: int = 20260301) -> dict[str, int]:
    """Tamper `count` times, each time with a whole database."""
    rng = random.Random(seed)
    tampered = undetected = 0
    with tempfile.TemporaryDirectory() as place:
        folder = VaultFolder(Path(place) / "store")
        store = make_store(folder.root)
        with store.write() as session:
            session.add_all([Staff(name="周建国", mobile="13800000001"), Setting(name="branch", value="0")])
            changes.describe(session, "test.begun")
        live(store)
        store.close()
        whole = folder.database.read_bytes()
        for _ in turns(count, seconds):
            folder.database.write_bytes(whole)
            while not _exchange_cell(folder, rng):
                pass
            tampered += 1
            opened = open_again(folder)
            undetected += verdict(opened).sound
            opened.close()
    return {"tampered": tampered, "undetected": undetected}


def _exchange_cell(folder: VaultFolder, rng: random.Random) -> bool:
    """Put the value of another row of the same table into one cell; False if that changes nothing."""
    connector = Connector(folder.database, KEYS.database)
    with contextlib.closing(connector.open(foreign_keys=False)) as connection:
        table = rng.choice(_TABLES)
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        column = rng.choice(columns)
        rows = connection.execute(f"SELECT * FROM {table}").fetchall()
        if not rows:
            return False
        mine, theirs = rng.choice(rows), rng.choice(rows)
        at = columns.index(column)
        if mine[at] == theirs[at]:
            return False
        same = " AND ".join(f"{name} IS ?" for name in columns)
        try:
            connection.execute(f"UPDATE {table} SET {column} = ? WHERE {same}", (theirs[at], *mine))
        except dbapi2.IntegrityError:  # a copy of a unique value: the database itself refuses
            return False
        return True
