"""`verify` finds every edit, deletion, insertion, reordering and truncation by hands without the key."""

from __future__ import annotations

import contextlib
import hmac
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from rmdesk.models import Customer, CustomerPhone, Holding, Setting
from rmdesk.services import bulk, changes
from rmdesk.services.changes import Head
from rmdesk.services.changes.commitments import committing, keyed
from rmdesk.services.errors import Damaged
from rmdesk.services.store import Store
from rmdesk.services.store.connection import Connector
from tests.faults import tampering
from tests.support.stores import KEYS, filled_store, make_store, problems, verdict


@contextlib.contextmanager
def other_hands(store: Store) -> Iterator[Any]:
    """A connection that writes behind the program's back, whatever the references say."""
    with contextlib.closing(Connector(store.path, KEYS.database).open(foreign_keys=False)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("PRAGMA ignore_check_constraints = ON")
        yield connection
        connection.execute("COMMIT")


@pytest.fixture(scope="module")
def store_template(store_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return filled_store(store_template, tmp_path_factory.mktemp("history"), _live)


def _live(store: Store) -> None:
    tampering.live(store)
    assert verdict(store).sound


@pytest.fixture
def history(store: Store) -> Store:
    """With a history of all kinds of change."""
    return store


def codes(store: Store, anchor: Head | None = None) -> set[str]:
    return {problem.code for problem in problems(store, anchor)}


def test_an_untouched_history_is_sound(history: Store) -> None:
    result = verdict(history, history.head())
    assert result.problems == ()
    assert (result.sets, result.head) == (8, history.head())
    assert result.records == 19


_SET_EDITS = [
    ("at", "'2020-01-01T00:00:00.000000Z'"),
    ("at", "'garbage'"),
    ("staff_uid", "'00000000000000000000000000000000'"),
    ("kind", "'other.kind'"),
    ("subject_table", "'setting'"),
    ("subject_uid", "'x'"),
    ("detail", "'{\"count\":3}'"),
    ("records", "records + 1"),
    ("undo_of", "1"),
    ("digest", "zeroblob(32)"),
    ("digest", "'text'"),
]


@pytest.mark.parametrize(("column", "value"), _SET_EDITS)
def test_every_edit_of_a_change_set_is_found(history: Store, column: str, value: str) -> None:
    with other_hands(history) as connection:
        connection.execute(f"UPDATE change_set SET {column} = {value} WHERE number = 6")
    found = [problem for problem in problems(history) if problem.number in (6, 7)]
    assert found, "the edit was not noticed"


_RECORD_EDITS = [
    ("table_name", "'setting'"),
    ("row_uid", "'0'"),
    ("row_version", "9"),
    ("row_version", "'x'"),
    ("change", "'d'"),
    ("field", "'mobile2'"),
    ("before", "'\"x\"'"),
    ("before", "NULL"),
    ("after", "'\"x\"'"),
    ("after", "x'00'"),
    ("commitment", "zeroblob(16)"),
    ("commitment", "'text'"),
    ("erased_by", "7"),
    ("before = NULL, after = NULL, erased_by", "7"),
    ("before = NULL, after = NULL, erased_by", "99"),
]


@pytest.mark.parametrize(("column", "value"), _RECORD_EDITS)
def test_every_edit_of_a_record_is_found(history: Store, column: str, value: str) -> None:
    with other_hands(history) as connection:
        connection.execute(
            f"UPDATE change_record SET {column} = {value} WHERE set_number = 6 AND field = 'name'"
        )
    found = [(problem.number, problem.position) for problem in problems(history) if problem.position]
    assert any(number == 6 for number, _ in found) or "changes.set_altered" in codes(history)


@pytest.mark.parametrize("number", range(1, 9))
def test_every_deleted_set_is_found(history: Store, number: int) -> None:
    with other_hands(history) as connection:
        connection.execute("DELETE FROM change_set WHERE number = ?", (number,))
    expected = "changes.head_differs" if number == 8 else "changes.set_missing"
    assert expected in codes(history)


def test_every_deleted_record_is_found(history: Store) -> None:
    with other_hands(history) as connection:
        places = connection.execute("SELECT set_number, position FROM change_record").fetchall()
    assert len(places) == 19
    for place in places:
        with other_hands(history) as connection:
            row = connection.execute(
                "SELECT * FROM change_record WHERE set_number = ? AND position = ?", place
            ).fetchone()
            connection.execute("DELETE FROM change_record WHERE set_number = ? AND position = ?", place)
        assert "changes.record_missing" in codes(history), place
        with other_hands(history) as connection:
            connection.execute(f"INSERT INTO change_record VALUES ({','.join('?' * len(row))})", row)
    assert verdict(history).sound


def test_swapped_records_and_sets_are_found(history: Store) -> None:
    with other_hands(history) as connection:
        connection.execute("UPDATE change_record SET position = 99 WHERE set_number = 6 AND position = 1")
        connection.execute("UPDATE change_record SET position = 1 WHERE set_number = 6 AND position = 2")
        connection.execute("UPDATE change_record SET position = 2 WHERE set_number = 6 AND position = 99")
        connection.execute("UPDATE change_set SET number = 99 WHERE number = 3")
        connection.execute("UPDATE change_set SET number = 3 WHERE number = 2")
        connection.execute("UPDATE change_set SET number = 2 WHERE number = 99")
    found = {(problem.code, problem.number) for problem in problems(history)}
    assert ("changes.set_altered", 2) in found
    assert ("changes.set_altered", 3) in found
    assert ("changes.record_altered", 6) in found


@pytest.mark.parametrize("kept", range(0, 8))
def test_every_truncation_is_found(history: Store, kept: int) -> None:
    with other_hands(history) as connection:
        connection.execute("DELETE FROM change_record WHERE set_number > ?", (kept,))
        connection.execute("DELETE FROM change_set WHERE number > ?", (kept,))
    assert "changes.head_differs" in codes(history)


def test_a_truncation_with_its_head_is_found_by_the_anchor_and_the_rows(history: Store) -> None:
    anchor = history.head()
    with other_hands(history) as connection:
        (digest,) = connection.execute("SELECT digest FROM change_set WHERE number = 7").fetchone()
        connection.execute("DELETE FROM change_record WHERE set_number > 7")
        connection.execute("DELETE FROM change_set WHERE number > 7")
        connection.execute("UPDATE vault_state SET head_number = 7, head_digest = ?", (digest,))
    assert codes(history, anchor) >= {"changes.anchor_differs", "changes.row_altered"}
    assert "changes.head_differs" not in codes(history, anchor)


def test_added_sets_and_records_are_found(history: Store) -> None:
    with other_hands(history) as connection:
        connection.execute(
            "INSERT INTO change_set (number, at, kind, records, digest) "
            "VALUES (9, '2026-01-01T00:00:00.000000Z', 'auth.signed_in', 0, zeroblob(32))"
        )
        for number in (4, 77, "'text'"):
            connection.execute(
                "INSERT INTO change_record (set_number, position, table_name, row_uid, row_version, change, "
                f"commitment) VALUES ({number}, 9, 'staff', 'x', 1, 'c', zeroblob(16))"
            )
    found = codes(history)
    assert found >= {"changes.head_differs", "changes.set_altered", "changes.record_stray"}


def test_a_foreign_anchor_is_found(history: Store) -> None:
    assert codes(history, Head(4, b"\0" * 32)) == {"changes.anchor_differs"}
    assert codes(history, Head(99, b"\0" * 32)) == {"changes.anchor_differs"}
    assert codes(history, Head(0, b"\0" * 32)) == set()


_ROW_EDITS = [
    "UPDATE setting SET value = 'other' WHERE id = 1",
    "UPDATE setting SET name = 'never changed before' WHERE id = 1",
    "UPDATE staff SET mobile = '1' WHERE id = 1",
    "UPDATE staff SET disabled_at = 'garbage' WHERE id = 1",
    "UPDATE staff_notice SET code = x'00' WHERE id = 5",
    "UPDATE staff_notice SET by_id = 1 WHERE id = 5",
    "UPDATE staff_notice SET staff_id = 'x' WHERE id = 5",
    "UPDATE staff SET version = 1 WHERE id = 1",
    "UPDATE staff SET version = version + 1 WHERE id = 1",
    "UPDATE staff_role SET id = 900",
    "UPDATE staff_notice SET id = id + 900 WHERE id = 5",
    "UPDATE staff_role SET origin_id = 2",
]


@pytest.mark.parametrize("statement", _ROW_EDITS)
def test_every_edit_of_a_row_behind_the_records_is_found(history: Store, statement: str) -> None:
    with other_hands(history) as connection:
        connection.execute(statement)
    assert codes(history) == {"changes.row_altered"}


def test_no_column_of_a_row_can_be_edited_unseen(history: Store) -> None:
    with history.write() as session:
        customer = Customer(name="张晓明", name_key="zhang", number="K1", owner_id=1)
        session.add(customer)
        session.flush()
        bulk.insert(session, CustomerPhone, [{"customer_id": customer.id, "number": "13900000001"}])
        session.add(Holding(customer_id=customer.id, kind="time_deposit", product="定期", amount_fen=100))
        changes.describe(session, "test.customer", subject=customer)
    with history.write() as session:
        session.get_one(Customer, 1).name = "张小明"
        changes.describe(session, "test.renamed")
    edited = 0
    for table in ("staff", "staff_role", "staff_notice", "setting", "customer", "customer_phone", "holding"):
        with other_hands(history) as connection:
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            (one,) = connection.execute(f"SELECT max(id) FROM {table}").fetchone()
        for column in columns:
            other = f"iif(typeof({column}) = 'integer', {column} + 900, ifnull({column}, '') || 'x')"
            with other_hands(history) as connection:
                (former,) = connection.execute(f"SELECT {column} FROM {table} WHERE id = {one}").fetchone()
                connection.execute(f"UPDATE {table} SET {column} = {other} WHERE id = {one}")
            assert not verdict(history).sound, (table, column)
            now = one + 900 if column == "id" else one
            with other_hands(history) as connection:
                connection.execute(f"UPDATE {table} SET {column} = ? WHERE id = {now}", (former,))
            edited += 1
    assert verdict(history).sound
    assert edited > 100


def test_rows_removed_added_or_exchanged_behind_the_records_are_found(history: Store) -> None:
    with other_hands(history) as connection:
        connection.execute("DELETE FROM staff_notice WHERE id = 5")
        connection.execute(
            "INSERT INTO setting (uid, version, origin_id, name, value) VALUES ('0', 1, 1, 'first', '1')"
        )
        connection.execute(
            "INSERT INTO setting (uid, version, origin_id, name, value) VALUES ('z', 1, 1, 'last', '1')"
        )
    assert {(problem.code, problem.uid) for problem in problems(history)} >= {
        ("changes.row_unrecorded", "0"),
        ("changes.row_unrecorded", "z"),
    }
    assert "changes.row_missing" in codes(history)


def test_a_lawful_erasure_keeps_the_chain_whole(history: Store) -> None:
    with history.write() as session:
        changes.note(session, "changes.erased", records=3)
    with other_hands(history) as connection:
        connection.execute(
            "UPDATE change_record SET before = NULL, after = NULL, erased_by = 9 "
            "WHERE set_number = 6 OR (set_number = 8 AND change = 'd')"
        )
        (count,) = connection.execute("SELECT count(*) FROM change_record WHERE erased_by = 9").fetchone()
    assert count == 4
    assert codes(history) == {"changes.record_erased"}, "one more than the set says"
    with history.write() as session:
        changes.note(session, "changes.erased", records=4)
    with other_hands(history) as connection:
        connection.execute("UPDATE change_record SET erased_by = 10 WHERE erased_by = 9")
    assert verdict(history).sound


def test_tampering_with_the_key_of_another_vault_does_not_help(history: Store) -> None:
    """Somebody who can seal, but not with this vault's key."""
    with other_hands(history) as connection:
        row = connection.execute(
            "SELECT set_number, position, table_name, row_uid, row_version, change, field, before "
            "FROM change_record WHERE set_number = 6 AND field = 'name'"
        ).fetchone()
        sealed = committing(b"k" * 32)(*row, '"李四"')
        connection.execute(
            "UPDATE change_record SET after = ?, commitment = ? WHERE set_number = 6 AND position = ?",
            ('"李四"', sealed, row[1]),
        )
    assert codes(history) >= {"changes.record_altered", "changes.set_altered"}


def test_text_that_is_none_is_damage(history: Store) -> None:
    with other_hands(history) as connection:
        connection.execute("UPDATE change_set SET kind = CAST(x'C328' AS TEXT) WHERE number = 4")
    with pytest.raises(Damaged) as caught:
        verdict(history)
    assert caught.value.code == "db.damaged"


def test_random_tampering_never_passes() -> None:
    figures = tampering.run(40)
    assert figures["tampered"] == 40
    assert figures["undetected"] == 0


def test_an_untouched_new_store_is_sound(tmp_path: Any) -> None:
    made = make_store(tmp_path / "new")
    assert verdict(made).sound
    assert verdict(made).head == made.head()
    with made.write() as session:
        session.add(Setting(name="x", value="1"))
        changes.describe(session, "test.made")
    assert verdict(made).sound
    made.close()


@pytest.mark.parametrize("key", [b"", b"k", bytes(range(32)), b"\xff" * 64, b"k" * 65])
@pytest.mark.parametrize("message", [b"", b"a row", bytes(range(256)) * 3])
def test_seals_are_hmacs_as_everybody_computes_them(key: bytes, message: bytes) -> None:
    assert keyed(key)(message) == hmac.digest(key, message, "sha256")
    assert keyed(key)(message) == keyed(key)(message)
