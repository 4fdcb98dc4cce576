"""Rows as the driver gives them, for lists of thousands: SQLAlchemy would make an object of each."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Executable
from sqlalchemy.orm import Session


def read(session: Session, statement: Executable) -> list[tuple[Any, ...]]:
    """All rows of a query, with the driver's values: a date is its ISO text, a flag 0 or 1."""
    result = session.connection().execute(statement)
    assert result.cursor is not None
    rows: list[tuple[Any, ...]] = result.cursor.fetchall()  # type: ignore[assignment]
    result.close()
    return rows
