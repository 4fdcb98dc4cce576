"""Invariants of all tables, also of those that later issues add."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import Table

from rmdesk.models import Base
from rmdesk.models.base import UtcMoment, new_uid
from rmdesk.services.changes import codec

BUSINESS = sorted(codec.business_tables().values(), key=lambda table: table.name)
_SAMPLES: dict[type, Any] = {str: "x", int: 1, bool: True, date: date(2026, 1, 1), bytes: b"x"}


@pytest.mark.parametrize("table", BUSINESS, ids=lambda table: table.name)
def test_change_records_can_hold_every_business_column(table: Table) -> None:
    for column in codec.recorded_columns(table).values():
        sample = datetime(2026, 1, 1, tzinfo=UTC) if isinstance(column.type, UtcMoment) else None
        if sample is None:
            sample = _SAMPLES[column.type.python_type]
        assert codec.decode(column, codec.encode(column, sample)) == sample
    assert {"id", "uid", "version", "origin_id"} <= set(table.columns.keys())


@pytest.mark.parametrize("table", BUSINESS, ids=lambda table: table.name)
def test_names_fit_into_the_change_records(table: Table) -> None:
    assert len(table.name) <= 40
    assert all(len(name) <= 40 and name.isidentifier() for name in set(table.columns.keys()))


def test_no_reference_cascades_behind_the_change_records() -> None:
    cascading = [
        f"{table.name}.{key.parent.name}"
        for table in Base.metadata.tables.values()
        for key in table.foreign_keys
        if key.ondelete or key.onupdate
    ]
    assert cascading == []


def test_uids_sort_by_the_time_they_were_made() -> None:
    uids = [new_uid() for _ in range(1000)]
    assert len(set(uids)) == 1000
    assert [uid[:11] for uid in uids] == sorted(uid[:11] for uid in uids)
    assert {len(uid) for uid in uids} == {32}


@pytest.mark.parametrize("year", [1, 1950, 2038, 2106, 9999])
def test_moments_keep_their_order_as_text(year: int) -> None:
    kind = UtcMoment()
    at = datetime(year, 12, 31, 23, 59, 59, 999999, tzinfo=UTC)
    text = kind.process_bind_param(at, None)
    assert text is not None
    assert len(text) == 27
    assert kind.process_result_value(text, None) == at
    earlier = kind.process_bind_param(at.replace(month=1), None)
    assert earlier is not None
    assert earlier < text
