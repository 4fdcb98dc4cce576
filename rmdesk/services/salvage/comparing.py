"""What was salvaged beside the newest backup."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Table

from rmdesk.services.backups import Backup
from rmdesk.services.changes import codec
from rmdesk.services.store.connection import Connector


def newer_rows(copy: Backup, backup: Backup) -> dict[str, int]:
    """By table, how many rows of `copy` a backup lacks or has in an older version."""
    found = {}
    with (
        contextlib.closing(_reading(copy)) as ours,
        contextlib.closing(_reading(backup)) as theirs,
    ):
        for table in codec.business_tables().values():
            then = _versions(theirs, table) if _knows(backup, table) else iter(())
            count = sum(_newer(_versions(ours, table), then))
            if count:
                found[str(table.name)] = count
    return found


def _reading(backup: Backup) -> Any:
    connector = Connector(backup.path, backup.keys.database)
    return connector.open(mode="ro", immutable=True, query_only=True)


def _knows(backup: Backup, table: Table) -> bool:
    """Whether an older version of the program had this table already."""
    return backup.facts is not None and str(table.name) in backup.facts.counts


def _versions(connection: Any, table: Table) -> Iterator[tuple[str, int]]:
    rows: Iterator[tuple[str, int]] = connection.execute(
        f'SELECT uid, version FROM "{table.name}" ORDER BY uid'
    )
    return rows


def _newer(ours: Iterator[tuple[str, int]], theirs: Iterator[tuple[str, int]]) -> Iterator[bool]:
    other = next(theirs, None)
    for uid, version in ours:
        while other is not None and other[0] < uid:
            other = next(theirs, None)
        yield other is None or other[0] != uid or other[1] < version
