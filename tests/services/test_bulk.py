"""Statements over many rows leave the same records as one object at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from rmdesk.models import ChangeRecord, Setting, Staff, StaffNotice
from rmdesk.services import bulk, changes
from rmdesk.services.errors import Conflict
from rmdesk.services.store import Store
from tests.support.stores import value_of, verdict

_AT = datetime(2026, 3, 1, tzinfo=UTC)


def _records(store: Store, number: int) -> list[tuple[Any, ...]]:
    """The records of a set without what differs by nature: uid, seal, place."""
    with store.read() as session:
        rows = session.scalars(select(ChangeRecord).where(ChangeRecord.set_number == number))
        return sorted(
            (row.table_name, row.row_version, row.change, row.field or "", row.before or "", row.after or "")
            if row.change != "c"
            else (row.table_name, row.row_version, row.change)
            for row in rows
        )


def _by_flush(store: Store, step: str) -> None:
    with store.write() as session:
        if step == "insert":
            session.add_all([Setting(name=f"s{number}", value=str(number)) for number in range(5)])
        else:
            for row in session.scalars(select(Setting).where(Setting.id > 1)):
                if step == "delete":
                    session.delete(row)
                else:
                    row.value, row.name = "same", row.name
        changes.describe(session, "test.flushed")


def _by_bulk(store: Store, step: str) -> None:
    with store.write() as session:
        ids = list(session.scalars(select(Setting.id).where(Setting.id > 1)))
        if step == "insert":
            bulk.insert(
                session, Setting, ({"name": f"s{number}", "value": str(number)} for number in range(5))
            )
        elif step == "update":
            names = dict(session.execute(select(Setting.id, Setting.name)).all())
            rows = [{"id": one, "value": "same", "name": names[one]} for one in ids]
            assert bulk.update(session, Setting, rows, ["value", "name"]) == 5
        else:
            bulk.delete(session, Setting, ids)
        changes.describe(session, "test.flushed")


def test_bulk_and_flush_leave_the_same_records(store: Store) -> None:
    by_way: dict[str, list[Any]] = {}
    for way in (_by_flush, _by_bulk):
        found = []
        for step in ("insert", "update", "delete"):
            way(store, step)
            records = _records(store, store.head().number)
            found.append(sorted(tuple(_without_ids(cell) for cell in record) for record in records))
        by_way[way.__name__] = found
    assert by_way["_by_flush"] == by_way["_by_bulk"]
    assert [len(records) for records in by_way["_by_bulk"]] == [5, 5, 5]
    assert verdict(store).sound


def _without_ids(cell: Any) -> Any:

    return re.sub(r'"id":\d+', '"id":0', cell) if isinstance(cell, str) else cell


def test_inserted_rows_have_their_defaults(store: Store) -> None:
    with store.write() as session:
        uids = bulk.insert(
            session, StaffNotice, [{"staff_id": 1, "code": code, "raised_at": _AT} for code in "ab"]
        )
        changes.describe(session, "test.imported")
    with store.read() as session:
        rows = session.scalars(select(StaffNotice).order_by(StaffNotice.id)).all()
        assert [(row.uid, row.version, row.origin_id, row.code) for row in rows] == [
            (uids[0], 1, 1, "a"),
            (uids[1], 1, 1, "b"),
        ]
        assert rows[0].raised_at == _AT


def test_unchanged_rows_stay_untouched(store: Store) -> None:
    with store.write() as session:
        assert bulk.update(session, Staff, [{"id": 1, "name": "周建国"}], ["name"]) == 0
        changes.describe(session, "test.imported")
    assert store.head().number == 1
    with store.read() as session:
        assert session.get_one(Staff, 1).version == 1


def test_objects_of_the_session_are_read_anew(store: Store) -> None:
    with store.write() as session:
        person = session.get_one(Staff, 1)
        person.mobile = "2"  # pending: goes first
        bulk.update(session, Staff, [{"id": 1, "name": "周"}], ["name"])
        assert (person.name, person.mobile, person.version) == ("周", "2", 3)
        changes.describe(session, "test.imported")
    assert [row[3] for row in _records(store, 2)] == ["mobile", "name"]
    assert verdict(store).sound


def test_a_version_that_was_seen_is_checked(store: Store) -> None:
    def work() -> None:
        with store.write() as session:
            bulk.update(session, Staff, [{"id": 1, "name": "周", "version": 5}], ["name"])

    with pytest.raises(Conflict) as caught:
        work()
    assert (caught.value.params["seen"], caught.value.params["present"]) == (5, 1)


def test_missing_rows_are_a_bug(store: Store) -> None:
    with pytest.raises(LookupError), store.write() as session:
        bulk.update(session, Staff, [{"id": 9, "name": "x"}], ["name"])
    with pytest.raises(LookupError), store.write() as session:
        bulk.delete(session, Staff, [1, 9])
    assert store.head().number == 1


def test_a_row_that_others_point_to_is_not_deleted(store: Store) -> None:
    with pytest.raises(IntegrityError), store.write() as session:
        bulk.delete(session, Staff, [1])
    assert verdict(store).sound


def test_many_rows_over_several_statements(store: Store) -> None:
    count = 6001
    with store.write() as session:
        rows = ({"staff_id": 1, "code": f"c{number}", "raised_at": _AT} for number in range(count))
        assert len(bulk.insert(session, StaffNotice, rows)) == count
        changes.describe(session, "test.imported")
    with store.write() as session:
        ids = list(session.scalars(select(StaffNotice.id)))
        assert (
            bulk.update(session, StaffNotice, [{"id": one, "read_at": _AT} for one in ids], ["read_at"])
            == count
        )
        bulk.delete(session, StaffNotice, ids[::2])
        changes.describe(session, "test.edited")
    with store.read() as session:
        assert [one.records for one in changes.load_sets(session, [2, 3])] == [count, count]
    assert verdict(store).sound


def _notices(count: int) -> Iterator[dict[str, Any]]:
    return ({"staff_id": 1, "code": f"c{number}", "raised_at": _AT} for number in range(count))


def test_records_of_many_rows_are_written_as_they_come(store: Store) -> None:
    count = 21_000
    with store.write() as session:
        changes.note(session, "test.noted")
        changes.describe(session, "test.imported")
        bulk.insert(session, StaffNotice, _notices(count))
        session.add(Setting(name="a", value="1"))
        changes.note(session, "test.noted_later")
        # The records of the first rows are in the database, those of the last wait for more.
        of_import = select(func.count()).select_from(ChangeRecord).where(ChangeRecord.set_number == 3)
        assert 0 < (session.scalar(of_import) or 0) < count
    with store.read() as session:
        found = [(one.kind, one.records) for one in changes.load_sets(session, [2, 3, 4])]
        assert found == [("test.noted", 0), ("test.imported", count + 1), ("test.noted_later", 0)]
    assert verdict(store).sound


def test_a_row_whose_record_is_written_can_be_changed_again(store: Store) -> None:
    with store.write() as session:
        changes.describe(session, "test.imported")
        uids = bulk.insert(session, StaffNotice, _notices(20_000))
        first = session.scalars(select(StaffNotice).where(StaffNotice.uid == uids[0])).one()
        first.read_at = _AT
        session.get_one(Setting, 1).value = "1"
        bulk.insert(session, StaffNotice, _notices(20_000))
        session.get_one(Setting, 1).value = "2"
        changes.add_detail(session, rows=40_000)
    assert verdict(store).sound
    with store.write() as session:
        assert changes.load_sets(session, [2])[0].detail == {"rows": 40_000}
        changes.undo(session, 2)
    assert value_of(store) == '"滨江支行"'
    assert verdict(store).sound


def test_a_row_whose_record_is_written_is_not_deleted(store: Store) -> None:
    def work() -> None:
        with store.write() as session:
            changes.describe(session, "test.imported")
            uids = bulk.insert(session, StaffNotice, _notices(20_000))
            session.delete(session.scalars(select(StaffNotice).where(StaffNotice.uid == uids[0])).one())

    with pytest.raises(RuntimeError, match="after its records were written"):
        work()
    assert store.head().number == 1
    assert verdict(store).sound
