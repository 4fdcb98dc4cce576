"""Many rows in one statement arrive as SQLAlchemy itself would have put them there."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
import sqlalchemy as sa

from rmdesk.models import Change
from rmdesk.models.base import UtcMoment
from rmdesk.services.inserting import insert_rows

TABLE = sa.Table(
    "thing",
    sa.MetaData(),
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("name", sa.String),
    sa.Column("made_on", sa.Date),
    sa.Column("made_at", UtcMoment),
    sa.Column("is_new", sa.Boolean),
    sa.Column("seal", sa.LargeBinary),
)
MOMENT = datetime(2026, 3, 1, 8, 30, tzinfo=UTC)
ROWS: list[dict[str, Any]] = [
    {"name": "𠮷 ·", "made_on": date(2026, 3, 1), "made_at": MOMENT, "is_new": True, "seal": b"\0\1"},
    {"name": None, "made_on": None, "made_at": None, "is_new": False, "seal": None},
]


@pytest.mark.parametrize("paramstyle", ["qmark", "named"])
def test_every_type_and_way_of_the_driver(paramstyle: Any):
    engine = sa.create_engine("sqlite://", paramstyle=paramstyle)
    with engine.begin() as connection:
        TABLE.create(connection)
        insert_rows(connection, TABLE, ROWS)
        insert_rows(connection, TABLE, [{"name": "just a name"}])
        insert_rows(connection, TABLE, [])
        found = [dict(row) for row in connection.execute(sa.select(TABLE)).mappings()]
        raw = connection.exec_driver_sql("SELECT made_on, made_at, is_new FROM thing").first()
    engine.dispose()
    assert [row.pop("id") for row in found] == [1, 2, 3]
    assert found[:2] == ROWS
    assert found[2] == dict.fromkeys(ROWS[0]) | {"name": "just a name"}
    assert tuple(raw or ()) == ("2026-03-01", "2026-03-01T08:30:00.000000Z", 1)


@pytest.mark.parametrize("count", [1, 100, 1234])
def test_rows_beyond_what_one_statement_takes(count: int):
    engine = sa.create_engine("sqlite://")
    with engine.begin() as connection:
        TABLE.create(connection)
        insert_rows(connection, TABLE, [{"name": Change.CREATED, "made_on": None} for _ in range(count)])
        insert_rows(connection, TABLE, [{"name": str(number)} for number in range(count)])
        found = connection.execute(sa.select(TABLE.c.id, TABLE.c.name).order_by(TABLE.c.id)).all()
    engine.dispose()
    assert [tuple(row) for row in found] == list(
        enumerate(["c"] * count + [str(number) for number in range(count)], 1)
    )
