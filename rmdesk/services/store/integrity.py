"""Whether the database file is whole: its pages, its structure, its references, its head."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterator
from typing import Any, NamedTuple

from sqlcipher3 import dbapi2

from rmdesk.services.store import faults
from rmdesk.services.store.connection import BUSY_SECONDS, Connector

_log = logging.getLogger(__name__)


class State(NamedTuple):
    """What the vault's own row says, beside the newest change set that there is."""

    vault_uid: str
    head_number: int
    head_digest: bytes
    newest: tuple[int, bytes] | None


def checkpoint(connector: Connector, *, wait: float = BUSY_SECONDS) -> bool:
    """Bring the journal into the file and empty it; False if somebody reads it for longer than `wait` s."""
    with contextlib.closing(connector.open()) as connection:
        connection.execute(f"PRAGMA busy_timeout = {round(wait * 1000)}")
        busy, _pages, _moved = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not busy


def findings(connector: Connector) -> list[str]:
    """Codes of what is wrong, none twice; on a fresh connection, so that no cached page hides anything.

    The journal must be empty: `cipher_integrity_check` reads beneath it.
    """
    found: list[str] = []
    with contextlib.closing(connector.open(query_only=True)) as connection:
        for code, probe in (
            ("integrity.page", _pages),
            ("integrity.structure", _structure),
            ("integrity.structure", _sequences),
            ("integrity.reference", _references),
            ("integrity.head", _head),
        ):
            try:
                lines = list(probe(connection))
            except dbapi2.DatabaseError as error:
                if not is_damage(error):
                    raise
                lines = [str(error)]
            if lines and code not in found:
                # Page numbers and names of tables, nothing of what stands in them.
                _log.error("%s: %d findings, the first: %s", code, len(lines), lines[0])
                found.append(code)
    return found


def is_sound(connector: Connector, *, mode: str, immutable: bool = False) -> bool:
    """Whether structure and head are sound, by the quicker check. `mode`, `immutable` as in `open`."""
    try:
        with contextlib.closing(
            connector.open(mode=mode, immutable=immutable, query_only=True)
        ) as connection:
            return not [*_structure(connection, "quick_check"), *_head(connection)]
    except dbapi2.DatabaseError as error:
        if not is_damage(error):
            raise
        return False


def opens(connector: Connector) -> bool:
    """Whether the file alone can be read by this key."""
    try:
        with contextlib.closing(connector.open(mode="ro", immutable=True, query_only=True)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except dbapi2.DatabaseError:
        return False
    return True


def read_state(connection: Any) -> State:
    """Raises the driver's errors, among them `no such table`."""
    uid, number, digest = connection.execute(
        "SELECT vault_uid, head_number, head_digest FROM vault_state"
    ).fetchone()
    newest = connection.execute(
        "SELECT number, digest FROM change_set ORDER BY number DESC LIMIT 1"
    ).fetchone()
    return State(uid, number, digest, newest)


def read_revision(connection: Any) -> int:
    """The number of the revision that the database was brought to."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def is_damage(error: dbapi2.DatabaseError) -> bool:
    """Whether an error tells of a damaged file, not of a disk or a lock."""
    # A table that is not there is damage too: whoever comes here found the file to be ours.
    damage = (dbapi2.SQLITE_CORRUPT, dbapi2.SQLITE_NOTADB)
    return faults.error_code(error) in damage or "no such table" in str(error)


def _pages(connection: Any) -> Iterator[str]:
    for (line,) in connection.execute("PRAGMA cipher_integrity_check"):
        yield str(line)


def _structure(connection: Any, pragma: str = "integrity_check") -> Iterator[str]:
    # The full check compares indexes with their tables too: a page of old can hide a row from a search.
    for (line,) in connection.execute(f"PRAGMA {pragma}"):
        if line != "ok":
            yield str(line)


def _sequences(connection: Any) -> Iterator[str]:
    """Counters of ids that lag behind the rows: their page is an old one, and ids could be given twice."""
    for table, last in connection.execute("SELECT name, seq FROM sqlite_sequence").fetchall():
        (highest,) = connection.execute(f'SELECT max(id) FROM "{table}"').fetchone()
        if highest is not None and highest > last:
            yield f"the counter of {table} stands at {last}, its rows at {highest}"


def _references(connection: Any) -> Iterator[str]:
    for table, _row, parent, _key in connection.execute("PRAGMA foreign_key_check"):
        yield f"{table} points to {parent}"


def _head(connection: Any) -> Iterator[str]:
    state = read_state(connection)
    if (state.newest or (0, state.head_digest)) != (state.head_number, state.head_digest):
        yield f"head {state.head_number}, newest {state.newest[0] if state.newest else 0}"
