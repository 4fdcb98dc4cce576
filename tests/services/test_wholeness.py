"""Several connections together find whatever SQLite's and SQLCipher's own checks of the whole file find."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from rmdesk.services.store import wholeness
from rmdesk.services.store.connection import Connector
from tests.faults.damage import SWEEPS, Patient, page, replays, with_bit_flipped, with_pages
from tests.faults.examining import PAGE
from tests.support.stores import KEYS


@pytest.fixture(scope="module")
def patient(tmp_path_factory: pytest.TempPathFactory) -> Patient:
    """With pages that no table needs any more."""
    made = Patient(tmp_path_factory.mktemp("whole") / "vault")
    made.grow()
    path = made.folder.database
    path.write_bytes(made.whole)
    with closing(Connector(path, KEYS.database).open()) as connection:
        connection.execute("CREATE TABLE filler (id INTEGER PRIMARY KEY, content BLOB)")
        connection.executemany("INSERT INTO filler (content) VALUES (?)", [(bytes(9000),) for _ in range(12)])
        connection.execute("DELETE FROM filler WHERE id > 2")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        assert connection.execute("PRAGMA freelist_count").fetchone()[0] > 20
    made.whole = path.read_bytes()
    return made


def connections(path: Path) -> Any:
    return Connector(path, KEYS.database)


def is_whole(path: Path) -> bool:
    """By several connections, however short the file is."""

    def tables() -> list[str]:
        with closing(connections(path).open(mode="ro", immutable=True)) as connection:
            return [
                name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
            ]

    try:
        return wholeness.is_whole(connections(path), tables, few=0)
    except dbapi2.DatabaseError:
        return False


def is_sound(path: Path) -> bool:
    """By the checks that SQLCipher and SQLite bring for the whole file."""
    try:
        with closing(connections(path).open(mode="ro", immutable=True)) as connection:
            return (
                connection.execute("PRAGMA cipher_integrity_check").fetchall() == []
                and connection.execute("PRAGMA quick_check").fetchall() == [("ok",)]
                and path.stat().st_size == connection.execute("PRAGMA page_count").fetchone()[0] * PAGE
            )
    except dbapi2.DatabaseError:
        return False


def test_a_sound_file(patient: Patient) -> None:
    patient.folder.database.write_bytes(patient.whole)
    assert is_sound(patient.folder.database)
    assert is_whole(patient.folder.database)


def test_every_kind_of_damage(patient: Patient) -> None:
    """Of each kind to some, all over the file."""
    for start, kind in enumerate(SWEEPS.values()):
        for place, damaged in itertools.islice(kind(patient), start, None, 23):
            patient.folder.database.write_bytes(damaged)
            assert not is_whole(patient.folder.database), place


def test_every_free_page(patient: Patient) -> None:
    path = patient.folder.database
    path.write_bytes(patient.whole)
    with connections(path).pages() as pages:
        free = list(wholeness._free_pages(pages))
    assert len(free) > 20
    for number in free[::4]:
        path.write_bytes(with_bit_flipped(patient.whole, (number - 1) * PAGE + 100, 3))
        assert not is_whole(path), number


def test_pages_of_former_states_are_judged_alike(tmp_path: Path) -> None:
    """Each is sealed, so that only the trees and rows can tell; some of them harm nothing."""
    patient = Patient(tmp_path / "vault")
    for damaged in _of_former_states(patient):
        patient.folder.database.write_bytes(damaged)
        assert is_whole(patient.folder.database) == is_sound(patient.folder.database)


def _of_former_states(patient: Patient) -> Iterator[bytes]:
    """One page, and two pages, put back as they were."""
    former = patient.whole
    yield from replays(patient)
    changed = [
        number for number in range(len(former) // PAGE) if page(former, number) != page(patient.whole, number)
    ]
    for pair in itertools.pairwise(changed):
        yield with_pages(patient.whole, {number: page(former, number) for number in pair})


@pytest.mark.parametrize("declared", ["VARCHAR(20)", "INTEGER", "DATE", "FLOAT", "BLOB", ""])
@pytest.mark.parametrize("demand", ["", " NOT NULL"])
@pytest.mark.parametrize(
    "value", ["5", "05", " 5", "5.0", "1e3", "9e999", "", "x", "2026-11-28", 5, 5.5, b"5", None]
)
def test_rows_are_judged_as_sqlite_judges_them(declared: str, demand: str, value: object) -> None:
    """By a table that was declared otherwise when the row was written."""
    with closing(dbapi2.connect(":memory:", isolation_level=None)) as connection:
        connection.execute("CREATE TABLE odd (id INTEGER PRIMARY KEY, first, last BLOB)")
        connection.execute("INSERT INTO odd (first, last) VALUES (?, x'00')", (value,))
        connection.execute("PRAGMA writable_schema = ON")
        wanted = f"CREATE TABLE odd (id INTEGER PRIMARY KEY, first {declared}{demand}, last BLOB)"
        connection.execute("UPDATE sqlite_schema SET sql = ? WHERE name = 'odd'", (wanted,))
        connection.execute("PRAGMA writable_schema = RESET")
        unsound = wholeness._unsound_rows(connection, "odd")
        assert unsound is not None
        found = connection.execute(unsound).fetchone()
        told = connection.execute("PRAGMA quick_check").fetchall()
        assert (found is None) == (told == [("ok",)]), told


def test_what_only_sqlite_knows_is_left_to_it() -> None:
    with closing(dbapi2.connect(":memory:", isolation_level=None)) as connection:
        connection.execute("CREATE TABLE strict_one (id INTEGER PRIMARY KEY, kind TEXT) STRICT")
        connection.execute("CREATE VIRTUAL TABLE words USING fts5 (word)")
        connection.execute("CREATE TABLE computed (id INTEGER PRIMARY KEY, twice INTEGER AS (2 * id))")
        for name in ("strict_one", "words", "computed"):
            assert wholeness._unsound_rows(connection, name) is None
