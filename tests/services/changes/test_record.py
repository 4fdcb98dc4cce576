"""What a transaction leaves in the change records."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from rmdesk.models import ChangeRecord, ChangeSet, Setting, Staff, StaffNotice, StaffRole
from rmdesk.services import changes
from rmdesk.services.store import Commit, Store
from tests.support.stores import set_value, verdict

Seen = tuple[str, str, str | None, str | None, str | None]


def records(store: Store, number: int) -> list[Seen]:
    """Table, change, field, before, after, as stored; the seal of a created row left out."""
    with store.read() as session:
        statement = select(ChangeRecord).where(ChangeRecord.set_number == number)
        return [
            (row.table_name, row.change, row.field, row.before, row.after if row.change != "c" else None)
            for row in session.scalars(statement.order_by(ChangeRecord.position))
        ]


def kinds(store: Store) -> list[tuple[int, str, int]]:
    with store.read() as session:
        statement = select(ChangeSet).order_by(ChangeSet.number)
        return [(one.number, one.kind, one.records) for one in session.scalars(statement)]


def test_a_created_row_is_one_record(store: Store) -> None:
    assert sorted(records(store, 1)) == [
        (table, "c", None, None, None) for table in ("setting", "staff", "staff_role")
    ]


def test_an_update_is_one_record_for_each_changed_field(store: Store) -> None:
    with store.write() as session:
        person = session.get_one(Staff, 1)
        person.name, person.mobile = "周建平", None
        changes.describe(session, "test.renamed", subject=person)
    assert records(store, 2) == [
        ("staff", "u", "mobile", '"13800000001"', "null"),
        ("staff", "u", "name", '"周建国"', '"周建平"'),
    ]
    with store.read() as session:
        assert set(session.scalars(select(ChangeRecord.row_version).where(ChangeRecord.set_number == 2))) == {
            2
        }


def test_a_deletion_keeps_the_whole_row(store: Store) -> None:
    with store.write() as session:
        session.delete(session.get_one(Setting, 1))
        changes.describe(session, "test.deleted")
    [(table, change, field, before, after)] = records(store, 2)
    assert (table, change, field, after) == ("setting", "d", None, None)
    assert json.loads(before or "") == {
        "id": 1,
        "name": "branch.name",
        "origin_id": 1,
        "value": '"滨江支行"',
    }


def test_rows_deleted_as_orphans_are_recorded(store: Store) -> None:
    with store.write() as session:
        session.get_one(Staff, 1).roles = [StaffRole(role="teller")]
        changes.describe(session, "test.roles")
    assert sorted((table, change) for table, change, *_ in records(store, 2)) == [
        ("staff_role", "c"),
        ("staff_role", "d"),
    ]
    assert verdict(store).sound


def test_a_field_set_without_reading_it_has_its_former_value(store: Store) -> None:
    with store.write() as session:
        person = session.get_one(Staff, 1)
        session.expire(person, ["name"])
        person.name = "周"
        changes.describe(session, "test.renamed")
    assert records(store, 2) == [("staff", "u", "name", '"周建国"', '"周"')]


def test_several_changes_of_a_row_in_one_transaction_are_one(store: Store) -> None:
    with store.write() as session:
        person = session.get_one(Staff, 1)
        for name, mobile in (("一", "1"), ("二", "2"), ("三", "13800000001")):
            person.name, person.mobile = name, mobile
            session.flush()
        changes.describe(session, "test.renamed")
    assert records(store, 2) == [("staff", "u", "name", '"周建国"', '"三"')]
    assert verdict(store).sound


def test_a_row_that_came_and_went_leaves_no_record(store: Store) -> None:
    with store.write() as session:
        row = Setting(name="passing", value="1")
        session.add(row)
        session.flush()
        row.value = "2"
        session.flush()
        session.delete(row)
        changes.describe(session, "test.passed")
    assert kinds(store)[-1][0] == 1


def test_a_row_created_and_changed_is_created_as_it_is_in_the_end(store: Store) -> None:
    with store.write() as session:
        row = Setting(name="new", value="1")
        session.add(row)
        session.flush()
        row.value = "2"
        changes.describe(session, "test.made")
    assert [row[:2] for row in records(store, 2)] == [("setting", "c")]
    assert verdict(store).sound


def test_a_row_changed_and_deleted_is_deleted_as_it_was_at_first(store: Store) -> None:
    with store.write() as session:
        row = session.get_one(Setting, 1)
        row.value = "passing"
        session.flush()
        session.delete(row)
        changes.describe(session, "test.deleted")
    [(_, change, _, before, _)] = records(store, 2)
    assert (change, json.loads(before or "")["value"]) == ("d", '"滨江支行"')
    assert verdict(store).sound


def test_a_row_deleted_and_made_again_is_changed(store: Store) -> None:
    with store.write() as session:
        row = session.get_one(Setting, 1)
        session.delete(row)
        session.flush()
        session.add(Setting(id=1, uid=row.uid, name="branch.name", value="again", version=2))
        changes.describe(session, "test.replaced")
    assert records(store, 2) == [("setting", "u", "value", '"\\"滨江支行\\""', '"again"')]
    assert verdict(store).sound


def test_a_row_made_again_keeps_the_id_by_which_others_know_it(store: Store) -> None:
    def work() -> None:
        with store.write() as session:
            row = session.get_one(Setting, 1)
            session.delete(row)
            session.flush()
            session.add(Setting(id=2, uid=row.uid, name="branch.name", value="again", version=2))
            changes.describe(session, "test.replaced")

    with pytest.raises(RuntimeError, match="identity"):
        work()


def test_a_version_that_rises_alone_is_vouched_for_and_not_told(store: Store) -> None:
    with store.write() as session:
        session.get_one(Staff, 1).version += 1  # its roles are rows of their own
        row = session.get_one(Setting, 1)
        for value in ("passing", '"滨江支行"'):
            row.value = value
            session.flush()
        changes.describe(session, "test.touched")
    assert {row[:3] for row in records(store, 2)} == {("setting", "u", "value"), ("staff", "u", "origin_id")}
    assert verdict(store).sound
    with store.read() as session:
        uid = session.get_one(Staff, 1).uid
        assert changes.records_of(session, 2) == []
        assert changes.since(session, "staff", uid, 1) == []
    with store.write() as session:
        assert changes.undo(session, 2) == 2
    assert verdict(store).sound


def test_acts_become_sets_of_their_own_in_their_order(store: Store) -> None:
    commits: list[Commit] = []
    store.after_commit.append(commits.append)
    with store.write() as session:
        person = session.get_one(Staff, 1)
        changes.note(session, "field.revealed", subject=person, field="mobile")
        changes.describe(session, "test.renamed", subject=person)
        changes.describe(session, "test.not_this", subject=person)
        changes.note(session, "data.printed", rows=3, fields=["name", "mobile"])
        person.name = "周"
    assert kinds(store)[1:] == [(2, "field.revealed", 0), (3, "test.renamed", 1), (4, "data.printed", 0)]
    assert [(one.number, one.kind) for one in commits] == [(3, "test.renamed")]
    with store.read() as session:
        printed = session.get_one(ChangeSet, 4)
        assert printed.detail == '{"fields":["name","mobile"],"rows":3}'
        assert (session.get_one(ChangeSet, 2).subject_table, printed.subject_uid) == ("staff", None)
    assert verdict(store).sound


def test_an_act_alone_is_a_set_without_records(store: Store) -> None:
    commits: list[Commit] = []
    store.after_commit.append(commits.append)
    with store.write() as session:
        changes.note(session, "auth.signed_in", subject=("staff", "f" * 32))
    assert kinds(store)[1:] == [(2, "auth.signed_in", 0)]
    assert commits == [Commit(2, frozenset({"change_set"}), "auth.signed_in", None, False)]


def test_an_act_that_changes_rows_by_the_way_carries_their_records(store: Store) -> None:
    with store.write() as session:
        changes.note(session, "auth.signed_in")
        session.add(StaffNotice(staff_id=1, code="x", raised_at=datetime(2026, 1, 1, tzinfo=UTC)))
    assert kinds(store)[1:] == [(2, "auth.signed_in", 1)]
    assert verdict(store).sound


def test_describing_without_changing_writes_nothing(store: Store) -> None:
    with store.write() as session:
        changes.describe(session, "test.nothing")
    assert len(kinds(store)) == 1


@pytest.mark.parametrize("value", ["王小明", "two words", "x" * 81, 1.5, ["a", "王"], {"a": 1}])
def test_a_detail_holds_codes_and_numbers_only(store: Store, value: object) -> None:
    with pytest.raises((ValueError, TypeError)), store.write() as session:
        changes.note(session, "test.noted", name=value)  # type: ignore[arg-type]


def test_the_identity_of_a_row_cannot_change(store: Store) -> None:
    def work() -> None:
        with store.write() as session:
            session.get_one(Setting, 1).uid = "0" * 32
            changes.describe(session, "test.set")

    with pytest.raises(RuntimeError, match="identity"):
        work()


def test_the_subject_of_a_set_may_be_a_new_row(store: Store) -> None:
    with store.write() as session:
        row = Setting(name="new", value="1")
        changes.describe(session, "test.made", subject=row)
        session.add(row)
    with store.read() as session:
        assert session.get_one(ChangeSet, 2).subject_uid == row.uid


def test_ids_are_never_used_again(store: Store) -> None:
    ids = []
    for _ in range(2):
        with store.write() as session:
            row = Setting(name="x", value="1")
            session.add(row)
            changes.describe(session, "test.made")
        ids.append(row.id)
        with store.write() as session:
            session.delete(session.get_one(Setting, row.id))
            changes.describe(session, "test.deleted")
    assert ids[0] < ids[1]


def test_versions_count_the_changes(store: Store) -> None:
    for value in ("1", "2", "3"):
        set_value(store, value)
    with store.read() as session:
        assert session.get_one(Setting, 1).version == 4
