"""Taking back a change set: everything as it was, or nothing at all."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import select

from rmdesk.models import ChangeSet, Setting, Staff, StaffNotice, StaffRole
from rmdesk.services import bulk, changes
from rmdesk.services.changes import codec
from rmdesk.services.errors import Cancelled, UserError
from rmdesk.services.store import Commit, Store
from tests.support.stores import set_value, value_of, verdict

_AT = datetime(2026, 3, 1, tzinfo=UTC)


def contents(store: Store) -> dict[str, Any]:
    """Every business row without its version, which only ever rises."""
    found: dict[str, Any] = {}
    with store.read() as session:
        for name, table in codec.business_tables().items():
            for row in session.execute(select(table).order_by(table.c.uid)).mappings():
                found[f"{name} {row['uid']}"] = {key: row[key] for key in row if key != "version"}
    return found


def undo(store: Store, number: int) -> int:
    """Undo in a transaction of its own; returns the number of the new change set."""
    with store.write() as session:
        changes.undo(session, number)
    return store.head().number


def refused(store: Store, number: int) -> UserError:
    with pytest.raises(UserError) as caught:
        undo(store, number)
    assert verdict(store).sound
    return caught.value


def _edit(store: Store) -> None:
    with store.write() as session:
        person = session.get_one(Staff, 1)
        person.name, person.mobile = "周建平", None
        changes.describe(session, "test.edited", subject=person)


def _create(store: Store) -> None:
    with store.write() as session:
        person = Staff(name="李四")
        person.roles = [StaffRole(role="teller"), StaffRole(role="auditor")]
        session.add(person)
        changes.describe(session, "test.made")


def _delete(store: Store) -> None:
    with store.write() as session:
        session.delete(session.get_one(Staff, 1))  # with its roles
        changes.describe(session, "test.deleted")


def _exchange(store: Store) -> None:
    with store.write() as session:
        person = session.get_one(Staff, 1)
        person.roles = [StaffRole(role="teller")]
        person.name = "周"
        session.add(StaffNotice(staff_id=1, code="x", raised_at=_AT))
        changes.describe(session, "test.exchanged")


def _bulk(store: Store) -> None:
    with store.write() as session:
        rows = [{"staff_id": 1, "code": f"c{number}", "raised_at": _AT} for number in range(4500)]
        bulk.insert(session, StaffNotice, rows)
        changes.describe(session, "test.imported")


def _large(store: Store) -> None:
    """More rows than may wait in memory, some of them changed again afterwards, and some that were there."""
    rows = [{"staff_id": 1, "code": f"c{number}", "raised_at": _AT} for number in range(20_500)]
    with store.write() as session:
        changes.describe(session, "test.imported")
        bulk.insert(session, StaffNotice, rows)
        made = session.scalars(select(StaffNotice.id).where(StaffNotice.code.in_(["c1", "c20400"])))
        bulk.update(session, StaffNotice, [{"id": one, "code": "again"} for one in made], ["code"])
        person = session.get_one(Staff, 1)
        person.name = "周建平"


@pytest.mark.parametrize("change", [_edit, _create, _delete, _exchange, _bulk, _large])
def test_undo_and_undo_of_the_undo(store: Store, change: Any) -> None:
    before = contents(store)
    change(store)
    number = store.head().number
    after = contents(store)
    assert before != after
    undoing = undo(store, number)
    assert contents(store) == before
    redoing = undo(store, undoing)
    assert contents(store) == after
    undo(store, redoing)
    assert contents(store) == before
    assert verdict(store).sound
    with store.read() as session:
        sets = session.execute(select(ChangeSet.number, ChangeSet.kind, ChangeSet.undo_of)).all()
    assert sets[2:] == [
        (undoing, "change.undone", number),
        (redoing, "change.undone", undoing),
        (redoing + 1, "change.undone", redoing),
    ]
    assert store.integrity() == []


def test_undo_tells_how_far_it_is_and_may_be_ended(store: Store) -> None:
    before = contents(store)
    _bulk(store)
    number, after = store.head().number, contents(store)
    told: list[tuple[int, int]] = []

    def end(done: int, total: int) -> None:
        told.append((done, total))
        if done * 2 > total:
            raise Cancelled  # when rows were deleted already

    with pytest.raises(Cancelled), store.write() as session:
        changes.undo(session, number, end)
    assert contents(store) == after
    with store.write() as session:
        changes.undo(session, number, lambda done, total: told.append((done, total)))
    assert contents(store) == before
    shares = [done / total for done, total in told[told.index(min(told), 1) :]]
    assert shares == sorted(shares)
    assert len(shares) > 3
    assert shares[-1] == 1
    assert verdict(store).sound


def test_a_row_that_a_large_set_made_and_that_is_pointed_to_stays(store: Store) -> None:
    with store.write() as session:
        changes.describe(session, "test.imported")
        people = bulk.insert(session, Staff, [{"name": f"员工{number}"} for number in range(2100)])
    number = store.head().number
    with store.write() as session:
        last = session.scalars(select(Staff).where(Staff.uid == people[-1])).one()
        session.add(StaffNotice(staff_id=last.id, code="x", raised_at=_AT))
        changes.describe(session, "test.noticed")
    assert refused(store, number).params["rows"] == [("staff", people[-1])]


def test_undo_tells_how_many_rows_and_whom_it_was_about(store: Store) -> None:
    commits: list[Commit] = []
    store.after_commit.append(commits.append)
    _edit(store)
    with store.write() as session:
        assert changes.undo(session, 2) == 1
    with store.read() as session:
        person = session.get_one(Staff, 1)
        [shown] = changes.load_sets(session, [3])
    assert (shown.subject_table, shown.subject_uid, shown.undo_of) == ("staff", person.uid, 2)
    assert person.version == 3, "a person who has the row open meets a conflict"
    assert [commit.undoable for commit in commits] == [True, True]


def test_objects_of_the_session_show_what_undo_did(store: Store) -> None:
    _edit(store)
    with store.write() as session:
        person = session.get_one(Staff, 1)
        changes.undo(session, 2)
        assert person.name == "周建国"


def test_undo_of_an_older_set_leaves_other_fields_alone(store: Store) -> None:
    _edit(store)
    with store.write() as session:
        session.get_one(Staff, 1).disabled_at = _AT
        changes.describe(session, "test.disabled")
    undo(store, 2)
    with store.read() as session:
        person = session.get_one(Staff, 1)
        assert (person.name, person.mobile, person.disabled_at) == ("周建国", "13800000001", _AT)


def test_undo_is_refused_once_a_value_changed_again(store: Store) -> None:
    number = set_value(store, "1")
    set_value(store, "2")
    before = contents(store)
    error = refused(store, number)
    with store.read() as session:
        uid = session.get_one(Setting, 1).uid
    assert (error.code, error.params["rows"]) == ("changes.undo_refused", [("setting", uid)])
    assert contents(store) == before
    set_value(store, "1")
    undo(store, number)  # the value is the recorded one again
    assert value_of(store) == '"滨江支行"'


def test_undo_is_refused_if_a_row_is_gone(store: Store) -> None:
    number = set_value(store, "1")
    with store.write() as session:
        session.delete(session.get_one(Setting, 1))
        changes.describe(session, "test.deleted")
    assert refused(store, number).code == "changes.undo_refused"


def test_undo_of_a_creation_is_refused_once_the_row_changed(store: Store) -> None:
    _create(store)
    with store.write() as session:
        session.get_one(Staff, 2).mobile = "1"
        changes.describe(session, "test.edited")
    error = refused(store, 2)
    with store.read() as session:
        assert error.params["rows"] == [("staff", session.get_one(Staff, 2).uid)]


def test_undo_of_a_creation_is_refused_while_others_depend_on_it(store: Store) -> None:
    _create(store)
    with store.write() as session:
        session.add(StaffNotice(staff_id=2, code="x", raised_at=_AT))
        changes.describe(session, "test.noticed")
    error = refused(store, 2)
    with store.read() as session:
        assert error.params["rows"] == [("staff", session.get_one(Staff, 2).uid)]
    undo(store, 3)
    undo(store, 2)


def test_undo_of_a_deletion_is_refused_if_its_place_is_taken(store: Store) -> None:
    with store.write() as session:
        session.delete(session.get_one(Setting, 1))
        changes.describe(session, "test.deleted")
    with store.write() as session:
        session.add(Setting(name="branch.name", value="new"))
        changes.describe(session, "test.made")
    before = contents(store)
    assert refused(store, 2).code == "changes.undo_refused"
    assert contents(store) == before


def test_undo_twice_is_refused(store: Store) -> None:
    number = set_value(store, "1")
    undo(store, number)
    assert refused(store, number).code == "changes.undo_refused"


def test_undo_of_an_unknown_set_is_refused(store: Store) -> None:
    assert refused(store, 77).code == "changes.undo_unknown"


@pytest.mark.parametrize(
    "kind", ["auth.signed_in", "vault.recovered", "staff.added", "staff.disabled", "staff.password_reset"]
)
def test_what_has_another_half_outside_the_rows_is_not_undone(store: Store, kind: str) -> None:
    commits: list[Commit] = []
    store.after_commit.append(commits.append)
    number = set_value(store, "1", kind=kind)
    assert not commits[0].undoable
    assert refused(store, number).code == "changes.undo_not_possible"
    assert value_of(store) == "1"


def test_an_act_without_records_is_not_undone(store: Store) -> None:
    with store.write() as session:
        changes.note(session, "data.printed")
    assert refused(store, 2).code == "changes.undo_not_possible"
