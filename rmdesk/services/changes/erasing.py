"""Lawful erasure: the contents of records go, the records and the chain stay.

What was erased is told by a change set of its own, written behind everything it erases; its detail counts
the records, so that nobody can empty others under its name.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, cast

from sqlalchemy import Connection, Table, func, select, update

from rmdesk.models import ChangeRecord

_RECORDS = cast(Table, ChangeRecord.__table__)
_CHUNK = 2000


def count(connection: Connection, uids: Collection[str]) -> int:
    """How many records of these rows still hold anything."""
    return sum(
        connection.scalar(select(func.count()).select_from(_RECORDS).where(_with_contents(chunk))) or 0
        for chunk in _chunks(uids)
    )


def erase(connection: Connection, uids: Collection[str], number: int) -> None:
    """Empty the records of these rows, in the name of change set `number`."""
    for chunk in _chunks(uids):
        connection.execute(
            update(_RECORDS).where(_with_contents(chunk)).values(before=None, after=None, erased_by=number)
        )


def _with_contents(uids: list[str]) -> Any:
    return _RECORDS.c.row_uid.in_(uids) & _RECORDS.c.erased_by.is_(None)


def _chunks(uids: Collection[str]) -> list[list[str]]:
    listed = sorted(uids)
    return [listed[start : start + _CHUNK] for start in range(0, len(listed), _CHUNK)]
