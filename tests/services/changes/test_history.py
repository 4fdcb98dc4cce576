"""Reading the change records: listing, one row's timeline, what a conflict shows."""

from __future__ import annotations

import threading
from datetime import UTC, datetime

from rmdesk.models import Role, Setting, Staff, StaffRole
from rmdesk.services import changes
from rmdesk.services.actor import Actor
from rmdesk.services.changes import FieldChange
from rmdesk.services.store import Store
from tests.support.stores import set_value

_AT = datetime(2026, 3, 1, tzinfo=UTC)


def _acting(number: int) -> Actor:
    return Actor(number, f"{number:032x}", f"person {number}", frozenset({Role.TELLER}))


def test_sets_are_found_by_person_kind_subject_and_time(store: Store) -> None:
    store.actor = _acting(7)
    set_value(store, "1", kind="test.a")
    store.actor = _acting(8)
    set_value(store, "2", kind="test.b")
    with store.write() as session:
        changes.note(session, "test.a", subject=session.get_one(Staff, 1))
    with store.read() as session:
        person, setting = session.get_one(Staff, 1), session.get_one(Setting, 1)
        find = changes.find_numbers
        assert find(session) == [4, 3, 2, 1]
        assert find(session, descending=False) == [1, 2, 3, 4]
        assert find(session, staff_uids=[_acting(8).staff_uid]) == [4, 3]
        assert find(session, staff_uids=[]) == []
        assert find(session, kinds=["test.a"]) == [4, 2]
        assert find(session, subject_uid=setting.uid) == [3, 2]
        assert find(session, subject_uid=person.uid, kinds=["test.a", "test.b"]) == [4]
        assert find(session, order="kind", descending=False) == [2, 4, 3, 1]
        moments = [one.at for one in changes.load_sets(session, [1, 2, 3, 4])]
        assert find(session, from_=moments[1], to=moments[3]) == [3, 2]
        assert find(session, to=moments[0]) == []


def test_sets_are_loaded_in_the_order_asked_for(store: Store) -> None:
    store.actor = _acting(7)
    number = set_value(store, "1")
    with store.write() as session:
        changes.undo(session, number)
    with store.read() as session:
        loaded = changes.load_sets(session, [3, 99, 2])
        assert [one.number for one in loaded] == [3, 2]
        assert (loaded[0].undo_of, loaded[0].undone_by, loaded[0].detail) == (2, None, {"set": 2})
        assert (loaded[1].undo_of, loaded[1].undone_by, loaded[1].records) == (None, 3, 1)
        assert {one.staff_uid for one in loaded} == {_acting(7).staff_uid}
        assert all(one.at.tzinfo is UTC for one in loaded)


def test_records_have_values_of_their_columns(store: Store) -> None:
    with store.write() as session:
        person = session.get_one(Staff, 1)
        person.disabled_at, person.mobile = _AT, None
        session.delete(session.get_one(Setting, 1))
        changes.describe(session, "test.edited")
    with store.read() as session:
        by_field = {one.field: one for one in changes.records_of(session, 2)}
    assert (by_field["disabled_at"].before, by_field["disabled_at"].after) == (None, _AT)
    assert (by_field["mobile"].before, by_field["mobile"].after) == ("13800000001", None)
    deleted = by_field[None]
    assert (deleted.change, deleted.version, deleted.after) == ("d", 1, None)
    assert deleted.before == {"id": 1, "origin_id": 1, "name": "branch.name", "value": '"滨江支行"'}


def test_since_tells_what_happened_after_the_version_seen(store: Store) -> None:
    store.actor = _acting(7)
    for value in ("1", "2", "3"):
        set_value(store, value)
    with store.read() as session:
        uid = session.get_one(Setting, 1).uid
        seen = changes.since(session, "setting", uid, 2)
    assert [(one.field, one.before, one.after) for one in seen] == [("value", "1", "2"), ("value", "2", "3")]
    assert all(isinstance(one, FieldChange) and one.staff_uid == _acting(7).staff_uid for one in seen)
    with store.write() as session:
        session.delete(session.get_one(Setting, 1))
        changes.describe(session, "test.deleted")
    with store.read() as session:
        [gone] = changes.since(session, "setting", uid, 4)
    assert (gone.field, gone.before["value"]) == (None, "3")


def test_the_timeline_of_a_row_is_newest_first(store: Store) -> None:
    with store.write() as session:
        person = session.get_one(Staff, 1)
        person.name = "周"
        person.roles.append(StaffRole(role="teller"))
        changes.describe(session, "test.edited")
    with store.write() as session:
        changes.note(session, "field.revealed", subject=session.get_one(Staff, 1), field="mobile")
    set_value(store, "unrelated")
    with store.read() as session:
        timeline = changes.timeline(session, person.uid)
        assert [(one.number, one.kind, len(one.records)) for one in timeline] == [
            (3, "field.revealed", 0),
            (2, "test.edited", 1),
            (1, "test.begun", 1),
        ]
        assert timeline[1].records[0].after == "周"
        assert [one.number for one in changes.timeline(session, person.uid, limit=1)] == [3]


def test_history_is_read_while_somebody_writes(store: Store) -> None:
    with store.read() as session:
        assert changes.find_numbers(session) == [1]
        thread = threading.Thread(target=set_value, args=(store, "1"))
        thread.start()
        thread.join()
        assert changes.find_numbers(session) == [1]
