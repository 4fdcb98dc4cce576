"""How values are written in change records: one text for each value, and back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from sqlalchemy import Boolean, Column, Date, Float, Integer, LargeBinary, MetaData, String, Table

from rmdesk.models.base import UtcMoment
from rmdesk.services.changes import codec

_TABLE = Table(
    "sample",
    MetaData(),
    Column("id", Integer, primary_key=True),
    Column("uid", String(32)),
    Column("version", Integer),
    Column("text", String),
    Column("number", Integer),
    Column("flag", Boolean),
    Column("day", Date),
    Column("moment", UtcMoment),
    Column("raw", LargeBinary),
)
_VALUES = {
    "text": st.text(st.characters(exclude_categories=["Cs"])),
    "number": st.integers(-(2**63), 2**63 - 1),
    "flag": st.booleans(),
    "day": st.dates(),
    "moment": st.datetimes(timezones=st.just(UTC)),
    "raw": st.binary(),
}


@settings(deadline=None)
@given(st.fixed_dictionaries({name: st.none() | values for name, values in _VALUES.items()}))
def test_every_value_comes_back(values: dict[str, Any]) -> None:
    for name, value in values.items():
        column = _TABLE.c[name]
        assert codec.decode(column, codec.encode(column, value)) == value


@settings(deadline=None)
@given(st.fixed_dictionaries({name: st.none() | values for name, values in _VALUES.items()}))
def test_a_row_comes_back_from_its_text(values: dict[str, Any]) -> None:
    row = codec.encode_row(_TABLE, values)
    assert codec.row_from_text(codec.row_text(row)) == row
    assert set(row) == {name for name, value in values.items() if value is not None}


@settings(deadline=None)
@given(st.fixed_dictionaries(_VALUES))
def test_a_row_as_stored_has_the_same_text(values: dict[str, Any]) -> None:
    stored = values | {
        "flag": int(values["flag"]),
        "day": values["day"].isoformat(),
        "moment": UtcMoment().process_bind_param(values["moment"], None),
    }
    assert codec.encode_stored_row(_TABLE, stored | {"id": 7}) == codec.encode_whole_row(
        _TABLE, values | {"id": 7}
    )


@settings(deadline=None)
@given(st.lists(st.fixed_dictionaries({name: st.none() | one for name, one in _VALUES.items()}), min_size=1))
@example([{**dict.fromkeys(_VALUES), "text": "100 %s"}] * 3)  # alike in all rows
def test_many_rows_at_once_have_the_texts_they_have_one_by_one(rows: list[dict[str, Any]]) -> None:
    whole = [row | {"id": number} for number, row in enumerate(rows, 1)]
    columns = {name: [row[name] for row in whole] for name in whole[0]}
    one_by_one = [codec.row_text(codec.encode_whole_row(_TABLE, row)) for row in whole]
    assert codec.whole_row_texts(_TABLE, columns) == one_by_one


def test_moments_of_other_zones_have_the_same_text() -> None:
    at = datetime(2026, 3, 1, 8, 30, tzinfo=timezone(timedelta(hours=8)))
    texts = {codec.encode(_TABLE.c.moment, one) for one in (at, at.astimezone(UTC))}
    assert texts == {'"2026-03-01T00:30:00.000000Z"'}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("text", 5),
        ("number", "5"),
        ("number", True),
        ("number", 5.0),
        ("flag", 1),
        ("day", datetime(2026, 1, 1, tzinfo=UTC)),
        ("day", "2026-01-01"),
        ("raw", "text"),
    ],
)
def test_a_value_that_would_be_stored_as_another_is_refused(name: str, value: object) -> None:
    with pytest.raises(TypeError):
        codec.encode(_TABLE.c[name], value)


def test_a_moment_without_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        codec.encode(_TABLE.c.moment, datetime(2026, 1, 1))


def test_a_type_that_records_cannot_hold_is_refused() -> None:
    with pytest.raises(TypeError, match="cannot hold"):
        codec.encode(Column("share", Float), 0.5)
