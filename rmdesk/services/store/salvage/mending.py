"""Making a whole of rows of which some are missing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from rmdesk.models.base import UtcMoment
from rmdesk.services.changes.commitments import Head


@dataclass(frozen=True, slots=True)
class Owner:
    """The vault whose database it is: what its key file says of it, and what its chain begins with."""

    vault: str
    branch: str
    generation: int
    start: Head


@dataclass(frozen=True, slots=True)
class Mended:
    """How many rows no longer point to one that is gone, and how many could not be without it."""

    detached: int
    dropped: int


def mend(connection: Any, owner: Owner) -> Mended:
    """Let every reference lead somewhere, and the vault's own rows say what is there."""
    _mend_origin(connection, owner)
    detached = dropped = 0
    while broken := connection.execute("PRAGMA foreign_key_check").fetchall():
        for table, rowid, parent, key in broken:
            columns = [
                one[3]
                for one in connection.execute(f'PRAGMA foreign_key_list("{table}")').fetchall()
                if one[0] == key
            ]
            required = {
                one[1] for one in connection.execute(f'PRAGMA table_info("{table}")').fetchall() if one[3]
            }
            if rowid is None:  # a record of a change set that is gone
                (column,) = columns
                dropped += connection.execute(
                    f'DELETE FROM "{table}" WHERE "{column}" NOT IN (SELECT number FROM "{parent}")'
                ).rowcount
                break  # the others of this table are gone with it
            if required.isdisjoint(columns) and _detach(connection, table, rowid, columns):
                detached += 1
            else:
                connection.execute(f'DELETE FROM "{table}" WHERE rowid = ?', (rowid,))
                dropped += 1
    _mend_state(connection, owner)
    return Mended(detached, dropped)


def _detach(connection: Any, table: str, rowid: int, columns: list[str]) -> bool:
    """Empty a reference; False where a rule of the table does not let it be empty."""
    cleared = ", ".join(f'"{one}" = NULL' for one in columns)
    changed = connection.execute(f'UPDATE OR IGNORE "{table}" SET {cleared} WHERE rowid = ?', (rowid,))
    return bool(changed.rowcount)


def _mend_origin(connection: Any, owner: Owner) -> None:
    """Every row comes from this vault's own row."""
    connection.execute(
        "INSERT OR IGNORE INTO origin (id, uid, name) VALUES (1, ?, ?)", (owner.vault, owner.branch)
    )


def _mend_state(connection: Any, owner: Owner) -> None:
    """The head is the newest change set that is there: the chain's gaps are for its verification to tell."""
    newest = connection.execute("SELECT number, digest FROM change_set ORDER BY number DESC LIMIT 1")
    head = newest.fetchone() or owner.start
    made = UtcMoment().process_bind_param(datetime.now(UTC), None)
    connection.execute(
        "INSERT OR IGNORE INTO vault_state"
        " (id, vault_uid, created_at, key_generation, head_number, head_digest) VALUES (1, ?, ?, ?, ?, ?)",
        (owner.vault, made, owner.generation, *head),
    )
    connection.execute(
        "UPDATE vault_state SET head_number = ?, head_digest = ?, key_generation = ?",
        (*head, owner.generation),
    )
