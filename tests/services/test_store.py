"""Reading and writing: what a transaction keeps, who waits for whom, who is told."""

from __future__ import annotations

import contextlib
import logging
import threading

import pytest
from sqlalchemy import event, select, text, update
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm import Session

from rmdesk.models import ChangeSet, Role, Setting, Staff, StaffNotice
from rmdesk.models.base import utc_now
from rmdesk.models.migrations import CURRENT
from rmdesk.services import changes
from rmdesk.services.actor import Actor
from rmdesk.services.errors import Conflict
from rmdesk.services.store import Commit, Store, expect_many_rows, open_store
from rmdesk.services.vault.folder import VaultFolder
from tests.conftest import ExpectedLogs
from tests.support.stores import KEYS, VAULT_UID, open_again, set_value, value_of, verdict


def _actor() -> Actor:
    return Actor(1, "a" * 32, "周建国", frozenset({Role.ADMINISTRATOR}))


def test_what_was_written_is_read_after_opening_again(store: Store, store_folder: VaultFolder) -> None:
    set_value(store, '"一"')
    store.close()
    again = open_again(store_folder)
    assert value_of(again) == '"一"'
    assert again.integrity() == []
    again.close()


def test_a_body_that_raises_leaves_nothing(store: Store) -> None:

    def work() -> None:
        with store.write() as session:
            session.get_one(Setting, 1).value = '"two"'
            changes.describe(session, "test.set")
            session.flush()
            raise KeyError

    with pytest.raises(KeyError):
        work()
    assert value_of(store) == '"滨江支行"'
    assert store.head().number == 1
    assert verdict(store).sound


def test_a_reader_sees_one_state_throughout(store: Store) -> None:
    with store.read() as session:
        first = session.scalar(select(Setting.value))
        writer = threading.Thread(target=set_value, args=(store, '"later"'))
        writer.start()
        writer.join()
        assert session.scalar(select(Setting.value)) == first
    assert value_of(store) == '"later"'


def test_objects_stay_readable_after_their_session(store: Store) -> None:
    with store.read() as session:
        person = session.get_one(Staff, 1)
    with store.write() as session:
        row = session.get_one(Setting, 1)
        row.value = '"x"'
        changes.describe(session, "test.set")
    assert (person.name, person.role_set, row.value, row.version) == (
        "周建国",
        {Role.ADMINISTRATOR},
        '"x"',
        2,
    )


def test_a_reading_session_cannot_write(store: Store) -> None:
    with pytest.raises(OperationalError), store.read() as session:
        session.execute(text("UPDATE setting SET value = 'x'"))

    def work() -> None:
        with store.read() as session:
            session.get_one(Setting, 1).value = '"x"'
            session.flush()

    with pytest.raises(RuntimeError, match=r"Store\.write"):
        work()


def test_writers_wait_for_each_other(store: Store) -> None:
    entered, errors = threading.Event(), []

    def second() -> None:
        try:
            set_value(store, '"second"')
        except BaseException as error:
            errors.append(error)

    thread = threading.Thread(target=second)
    with store.write() as session:
        thread.start()
        event.listen(store._writer, "begin", lambda _connection: entered.set())
        session.get_one(Setting, 1).value = '"first"'
        changes.describe(session, "test.set")
        session.flush()
        assert not entered.is_set()
    thread.join()
    assert errors == []
    assert entered.is_set()
    assert value_of(store) == '"second"'
    assert store.head().number == 3


def test_a_write_inside_a_write_is_refused_at_once(store: Store) -> None:
    with pytest.raises(RuntimeError, match="wait for itself"), store.write(), store.write():
        pass
    assert set_value(store, '"after"') == 2


def test_reading_and_writing_on_many_threads(store: Store) -> None:
    errors: list[BaseException] = []

    def work(number: int) -> None:
        try:
            for turn in range(10):
                set_value(store, f'"{number}.{turn}"')
                value_of(store)
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert store.head().number == 61
    assert verdict(store).sound


def test_only_the_main_thread_reads_with_the_large_cache(store: Store) -> None:
    sizes: dict[str, int] = {}

    def measure(name: str) -> None:
        with store.read() as session:
            sizes[name] = session.scalar(text("PRAGMA cache_size")) or 0

    measure("main")
    thread = threading.Thread(target=measure, args=("other",))
    thread.start()
    thread.join()
    assert sizes == {"main": -24576, "other": -4096}


@pytest.mark.parametrize(
    ("pragma", "wanted"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("temp_store", 2),
        ("secure_delete", 1),
        ("mmap_size", 0),
        ("user_version", CURRENT.newest),
        ("application_id", 0x524D444B),
    ],
)
def test_the_database_is_kept_as_promised(store: Store, pragma: str, wanted: object) -> None:
    with store.write() as session:
        # SQLite answers nothing where memory mapping is not even compiled in for the file.
        assert (session.scalar(text(f"PRAGMA {pragma}")) or 0) == wanted


@pytest.mark.parametrize("fails", [False, True])
def test_the_cache_for_very_many_rows_is_given_back(store: Store, fails: bool) -> None:
    def size() -> int:
        with store.write() as session:
            return int(session.connection().exec_driver_sql("PRAGMA cache_size").scalar_one())

    usual = size()
    with contextlib.suppress(ValueError), store.write() as session:
        expect_many_rows(session)
        wide = int(session.connection().exec_driver_sql("PRAGMA cache_size").scalar_one())
        if fails:
            raise ValueError
    assert wide < usual < 0, "in KiB, told as negative numbers"
    assert size() == usual


def test_listeners_hear_of_each_commit_once(store: Store) -> None:
    commits: list[Commit] = []
    store.after_commit.append(commits.append)
    store.actor = _actor()
    number = set_value(store, '"x"', kind="setting.changed")
    tables = frozenset({"setting", "change_set"})
    assert commits == [Commit(number, tables, "setting.changed", "a" * 32, True)]
    with store.read() as session:
        assert (
            session.scalars(select(ChangeSet.staff_uid).where(ChangeSet.number == number)).one() == "a" * 32
        )


def test_nothing_changed_nothing_told(store: Store) -> None:
    commits: list[Commit] = []
    store.after_commit.append(commits.append)
    with store.write() as session:
        row = session.get_one(Setting, 1)
        row.value = str(row.value)
        changes.describe(session, "test.set", subject=row)
    assert commits == []
    assert store.head().number == 1


def test_a_failing_listener_loses_neither_the_commit_nor_the_others(
    store: Store, expected_logs: ExpectedLogs
) -> None:
    heard: list[int] = []

    def fail(_commit: Commit) -> None:
        raise ValueError("a listener's own bug")

    store.after_commit += [fail, lambda commit: heard.append(commit.number)]
    expected_logs("a listener of commits failed")
    assert set_value(store, '"kept"') == 2
    assert heard == [2]
    assert value_of(store) == '"kept"'


def test_the_commit_hook_gets_each_head_before_write_returns(store_folder: VaultFolder) -> None:
    heads: list[tuple[int, bytes]] = []
    hooked = open_store(store_folder, KEYS, vault_uid=VAULT_UID, commit_hook=lambda *head: heads.append(head))
    for value in ('"a"', '"b"'):
        set_value(hooked, value)
        assert heads[-1] == hooked.head()
    assert [number for number, _ in heads] == [2, 3]
    hooked.close()


def test_a_failing_commit_hook_loses_no_commit(
    store_folder: VaultFolder, expected_logs: ExpectedLogs
) -> None:
    def fail(_number: int, _digest: bytes) -> None:
        raise OSError("no room for the anchor")

    expected_logs("the commit hook failed")
    hooked = open_store(store_folder, KEYS, vault_uid=VAULT_UID, commit_hook=fail)
    assert set_value(hooked, '"kept"') == 2
    assert value_of(hooked) == '"kept"'
    hooked.close()


def test_what_was_prepared_is_undone_in_reverse_if_the_transaction_fails(
    store: Store, expected_logs: ExpectedLogs
) -> None:
    steps: list[str] = []

    def failing() -> None:
        steps.append("failing")
        raise ValueError("a step's own bug")

    expected_logs("a step of undoing a failed transaction failed")

    def work() -> None:
        with store.write() as session:
            store.on_rollback(session, lambda: steps.append("first"))
            store.on_rollback(session, failing)
            store.on_rollback(session, lambda: steps.append("last"))
            raise KeyError

    with pytest.raises(KeyError):
        work()
    assert steps == ["last", "failing", "first"]
    with store.write() as session:
        store.on_rollback(session, lambda: steps.append("never"))
    assert len(steps) == 3


def test_what_was_prepared_is_undone_if_the_commit_itself_fails(store: Store) -> None:
    steps: list[str] = []

    def work() -> None:
        with store.write() as session:
            store.on_rollback(session, lambda: steps.append("undone"))
            session.execute(text("PRAGMA defer_foreign_keys = ON"))
            session.add(StaffNotice(staff_id=99, code="x", raised_at=utc_now()))
            changes.describe(session, "test.noticed")

    with pytest.raises(IntegrityError):
        work()
    assert steps == ["undone"]
    assert store.head().number == 1


def test_a_change_nobody_described_is_a_bug(store: Store) -> None:
    with pytest.raises(RuntimeError, match="no use case described"), store.write() as session:
        session.get_one(Setting, 1).value = '"x"'
    assert value_of(store) == '"滨江支行"'


def test_bulk_statements_of_the_orm_are_refused(store: Store) -> None:
    with pytest.raises(RuntimeError, match="bulk"), store.write() as session:
        session.execute(update(Setting).values(value='"x"'))
    with pytest.raises(RuntimeError, match="bulk"), store.write() as session:
        session.query(Setting).delete()


def test_savepoints_are_refused(store: Store) -> None:
    with pytest.raises(RuntimeError, match="savepoint"), store.write() as session:
        session.begin_nested()


def test_a_row_changed_since_it_was_read_is_a_conflict(store: Store) -> None:
    with store.read() as session:
        seen = session.get_one(Setting, 1)
    uid = seen.uid
    set_value(store, '"theirs"')

    def work() -> None:
        with store.write() as session:
            session.add(seen)
            seen.value = '"mine"'
            changes.describe(session, "test.set")

    with pytest.raises(Conflict) as caught:
        work()
    assert caught.value.code == "row.changed"
    assert caught.value.params == {"table": "setting", "uid": uid, "seen": 1, "present": 2}
    assert value_of(store) == '"theirs"'


def test_a_row_deleted_since_it_was_read_is_a_conflict(store: Store) -> None:
    with store.read() as session:
        seen = session.get_one(Setting, 1)
    with store.write() as session:
        session.delete(session.get_one(Setting, 1))
        changes.describe(session, "test.deleted")

    def work() -> None:
        with store.write() as session:
            session.add(seen)
            session.delete(seen)
            changes.describe(session, "test.deleted")

    with pytest.raises(Conflict) as caught:
        work()
    assert caught.value.params["present"] is None
    assert verdict(store).sound


def test_a_closed_store_says_so_and_closes_only_once(store: Store) -> None:
    store.close()
    store.close()
    for using in (store.read, store.write):
        with pytest.raises(RuntimeError, match="closed"), using():
            pass


def test_closing_waits_for_a_running_write(store: Store, store_folder: VaultFolder) -> None:
    writing, closing = threading.Event(), threading.Event()

    def write() -> None:
        with store.write() as session:
            session.get_one(Setting, 1).value = '"finished"'
            changes.describe(session, "test.set")
            writing.set()
            closing.wait(10)

    thread = threading.Thread(target=write)
    thread.start()
    assert writing.wait(10)
    closer = threading.Thread(target=store.close)
    closer.start()
    closing.set()
    closer.join()
    thread.join()
    again = open_again(store_folder)
    assert value_of(again) == '"finished"'
    again.close()
    assert sorted(path.name for path in store_folder.root.glob("vault.db*")) == ["vault.db"]


def test_the_key_is_in_no_text_of_the_engines(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    secrets = [KEYS.database.hex(), KEYS.database.hex().upper(), repr(KEYS.database), KEYS.audit.hex()]
    shown = [repr(store), repr(store._connector), str(vars(store))]
    for engine in (store._window, store._readers, store._writer):
        shown += [repr(engine), str(engine.url), repr(engine.pool)]
    with pytest.raises(OperationalError) as caught, store.write() as session:
        session.execute(text("SELECT nothing FROM nowhere WHERE x = :x"), {"x": "王小明"})
    shown += [str(caught.value), repr(caught.value), repr(caught.value.__cause__), caplog.text]
    shown += [str(row) for row in _statements(store)]
    assert not [text_ for text_ in shown for secret in secrets if secret in text_]
    assert "王小明" not in str(caught.value)


def _statements(store: Store) -> list[str]:
    with store.read() as session:
        assert isinstance(session, Session)
        return [str(row) for row in session.execute(text("PRAGMA database_list"))]
