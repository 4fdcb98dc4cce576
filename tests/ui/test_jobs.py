"""Jobs: where work runs, how it ends, and that the window's thread hears of it."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from rmdesk.models import Setting
from rmdesk.services import changes
from rmdesk.services.errors import Cancelled, UserError
from rmdesk.ui.jobs import Job, Jobs, State, TimeLeft
from rmdesk.ui.workers import WorkerError, describe_error
from tests.conftest import ExpectedLogs
from tests.support import computing

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.services.vault import Vault


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


@pytest.fixture
def saving(vault: Vault) -> Iterator[Jobs]:
    made = Jobs(vault.store)
    yield made
    made.close()


def result_of(qtbot: QtBot, job: Job) -> Any:
    with qtbot.waitSignal(job.finished, timeout=20_000) as blocker:
        pass
    return blocker.args[0]


def error_of(qtbot: QtBot, job: Job) -> Exception:
    with qtbot.waitSignal(job.failed, timeout=20_000) as blocker:
        pass
    error = blocker.args[0]
    assert isinstance(error, Exception)
    return error


class TestComputing:
    @pytest.mark.usefixtures("spawned")
    def test_a_worker_process_computes_and_tells_its_progress(self, qtbot: QtBot, jobs: Jobs) -> None:
        told: list[tuple[int, int]] = []
        job = jobs.compute("Counting", computing.count_characters, ["林晓", "林"])
        job.progressed.connect(lambda done, total, left: told.append((done, total)))
        assert result_of(qtbot, job) == {"林": 2, "晓": 1}
        assert told[-1] == (2, 2)
        assert job.state is State.FINISHED
        assert jobs.running == []

    def test_a_warm_worker_is_used_again_and_is_another_process(self, qtbot: QtBot, jobs: Jobs) -> None:
        first = result_of(qtbot, jobs.compute("First", computing.process_id))
        second = result_of(qtbot, jobs.compute("Second", computing.process_id))
        assert first == second != os.getpid()

    def test_the_worker_speaks_the_language_of_the_window(self, qtbot: QtBot, jobs: Jobs) -> None:
        assert result_of(qtbot, jobs.compute("Language", computing.language)) == "en"

    def test_a_refusal_crosses_the_pipe_whole(self, qtbot: QtBot, jobs: Jobs) -> None:
        told: list[Exception] = []
        job = jobs.compute("Refusing", computing.refuse, failed=told.append)
        error = error_of(qtbot, job)
        assert isinstance(error, UserError)
        assert (error.code, error.params) == ("test.refused", {"row": 7})
        assert told == [error]

    def test_a_refusal_nobody_takes_is_told_by_the_window(self, qtbot: QtBot, jobs: Jobs) -> None:
        with qtbot.waitSignal(jobs.refused, timeout=20_000) as blocker:
            jobs.compute("Refusing", computing.refuse)
        assert blocker.args[0].code == "test.refused"

    def test_a_bug_names_its_place_and_no_value(
        self, qtbot: QtBot, jobs: Jobs, expected_logs: ExpectedLogs
    ) -> None:
        expected_logs("job failed")
        with qtbot.capture_exceptions() as uncaught:
            error = error_of(qtbot, jobs.compute("Failing", computing.fail, "110101199003071234"))
        assert isinstance(error, WorkerError)
        details = describe_error(error)
        assert "ValueError" in details
        assert "computing.py" in details
        assert "110101199003071234" not in details
        assert [kind for kind, _, _ in uncaught] == [WorkerError]  # it reached the hook of the crash dialog

    def test_the_worker_survives_a_bug(self, qtbot: QtBot, jobs: Jobs, expected_logs: ExpectedLogs) -> None:
        expected_logs("job failed")
        before = result_of(qtbot, jobs.compute("Before", computing.process_id))
        with qtbot.capture_exceptions():
            error_of(qtbot, jobs.compute("Failing", computing.answer_with_a_lambda))
        assert result_of(qtbot, jobs.compute("After", computing.process_id)) == before

    def test_a_dead_worker_is_told_and_replaced(self, qtbot: QtBot, jobs: Jobs) -> None:
        told: list[Exception] = []
        error = error_of(qtbot, jobs.compute("Dying", computing.die, 9, failed=told.append))
        assert isinstance(error, UserError)
        assert (error.code, error.params) == ("job.worker_died", {"status": 9})
        assert isinstance(result_of(qtbot, jobs.compute("Next", computing.process_id)), int)

    def test_cancelling_ends_the_process(self, qtbot: QtBot, jobs: Jobs) -> None:
        job = jobs.compute("Waiting", computing.wait_for_ever)
        with qtbot.waitSignal(job.progressed, timeout=20_000):
            pass
        with qtbot.waitSignal(job.cancelled, timeout=20_000):
            job.cancel()
        assert job.state is State.CANCELLED

    def test_cancelling_before_it_began(self, qtbot: QtBot, jobs: Jobs) -> None:
        first = jobs.compute("Waiting", computing.wait_for_ever)
        later = [jobs.compute("Never begun", computing.wait_for_ever) for _ in range(40)]
        with qtbot.waitSignals([job.cancelled for job in [*later, first]], timeout=20_000):
            for job in [*later, first]:
                job.cancel()
        assert jobs.running == []

    def test_what_cannot_be_imported_is_refused_at_once(self, jobs: Jobs) -> None:
        with pytest.raises(TypeError, match="imported by name"):
            jobs.compute("Nested", lambda *, progress: None)


class TestBackground:
    def test_it_runs_beside_the_window_and_answers_on_its_thread(self, qtbot: QtBot, jobs: Jobs) -> None:
        seen: list[threading.Thread] = []
        job = jobs.background(
            "Waiting",
            lambda progress: threading.current_thread(),
            done=lambda result: seen.append(threading.current_thread()),
        )
        assert result_of(qtbot, job) is not threading.current_thread()
        assert seen == [threading.current_thread()]

    def test_it_is_cancelled_at_its_next_report(self, qtbot: QtBot, jobs: Jobs) -> None:
        reported, go_on = threading.Event(), threading.Event()

        def work(progress: Any) -> None:
            progress(1, 2)
            reported.set()
            go_on.wait()
            progress(2, 2)

        job = jobs.background("Waiting", work)
        qtbot.waitUntil(reported.is_set)
        with qtbot.waitSignal(job.cancelled):
            job.cancel()
            go_on.set()

    def test_jobs_without_a_store_cannot_write(self, jobs: Jobs) -> None:
        with pytest.raises(RuntimeError, match="no store"):
            jobs.write("Saving", lambda session, progress: None)


def add_setting(session: Any, name: str) -> str:
    row = Setting(name=name, value="1")
    session.add(row)
    session.flush()
    changes.describe(session, "setting.changed", subject=row, setting=name)
    return name


def names(vault: Vault) -> set[str]:
    with vault.store.read() as session:
        return {row.name for row in session.query(Setting).all()}


class TestWriting:
    def test_done_comes_after_the_commit(self, qtbot: QtBot, saving: Jobs, vault: Vault) -> None:
        there: list[bool] = []
        job = saving.write(
            "Saving",
            lambda session, progress: add_setting(session, "test.one"),
            done=lambda result: there.append(result in names(vault)),
        )
        assert result_of(qtbot, job) == "test.one"
        assert there == [True]

    def test_saves_keep_the_order_of_the_clicks(self, qtbot: QtBot, saving: Jobs) -> None:
        order: list[int] = []
        made = [
            saving.write("Saving", lambda session, progress, n=n: order.append(n))  # type: ignore[misc]
            for n in range(20)
        ]
        qtbot.waitUntil(lambda: all(job.is_over for job in made))
        assert order == list(range(20))

    def test_a_refusal_rolls_back(self, qtbot: QtBot, saving: Jobs, vault: Vault) -> None:
        def work(session: Any, progress: Any) -> None:
            add_setting(session, "test.refused")
            raise UserError("test.refused")

        told: list[Exception] = []
        error_of(qtbot, saving.write("Saving", work, failed=told.append))
        assert "test.refused" not in names(vault)

    def test_cancelling_rolls_back(self, qtbot: QtBot, saving: Jobs, vault: Vault) -> None:
        reported, go_on = threading.Event(), threading.Event()

        def work(session: Any, progress: Any) -> None:
            add_setting(session, "test.cancelled")
            progress(1, 2)
            reported.set()
            go_on.wait()
            progress(2, 2)

        job = saving.write("Importing", work)
        qtbot.waitUntil(reported.is_set)
        with qtbot.waitSignal(job.cancelled):
            job.cancel()
            go_on.set()
        assert "test.cancelled" not in names(vault)

    def test_closing_lets_a_running_save_end(self, qtbot: QtBot, vault: Vault) -> None:
        jobs = Jobs(vault.store)
        begun, go_on = threading.Event(), threading.Event()

        def work(session: Any, progress: Any) -> None:
            begun.set()
            go_on.wait()
            add_setting(session, "test.last")

        jobs.write("Saving", work)
        qtbot.waitUntil(begun.is_set)
        go_on.set()
        assert jobs.close() == 0
        assert "test.last" in names(vault)

    def test_closing_cancels_what_is_long(self, qtbot: QtBot, vault: Vault) -> None:
        jobs = Jobs(vault.store)

        def work(session: Any, progress: Any) -> None:
            add_setting(session, "test.long")
            while True:
                progress(1, 1_000)

        job = jobs.write("Importing", work)
        computing_job = jobs.compute("Waiting", computing.wait_for_ever)
        with qtbot.waitSignals([job.progressed, computing_job.progressed], timeout=20_000):
            pass
        assert jobs.close() == 2
        assert "test.long" not in names(vault)


class TestReading:
    def test_a_quick_answer_is_delivered_while_its_maker_waits(self, saving: Jobs) -> None:
        told: list[int] = []
        job = saving.read(lambda session: 7, done=told.append, within=20)
        assert told == [7]
        assert job.state is State.FINISHED

    def test_it_is_delivered_once(self, qtbot: QtBot, saving: Jobs) -> None:
        told: list[int] = []
        saving.read(lambda session: 1, done=told.append, within=20)
        saving.read(lambda session: 2, done=told.append)
        qtbot.waitUntil(lambda: 2 in told, timeout=20_000)
        assert told == [1, 2]

    def test_a_statement_nobody_waits_for_any_more_ends(self, qtbot: QtBot, saving: Jobs) -> None:
        endless = text(
            "WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number)"
            " SELECT count(*) FROM number"
        )
        began = threading.Event()

        def work(session: Session) -> object:
            began.set()
            return session.scalar(endless)

        job = saving.read(work)
        assert began.wait(20)
        with qtbot.waitSignal(job.cancelled, timeout=20_000):
            job.cancel()
            # The statement may begin only now.
            qtbot.waitUntil(lambda: job.is_over or job.cancel() is not None, timeout=20_000)
        assert job.state is State.CANCELLED
        assert saving.read(lambda session: 1, within=20).is_over

    def test_a_cancelled_reading_that_was_through_answers_nothing(self, saving: Jobs, qtbot: QtBot) -> None:
        """Whoever asks anew must not be given the former answer, least of all after the newer one."""
        heard: list[str] = []
        go_on, began = threading.Event(), threading.Event()

        def slow(_session: Session) -> str:  # runs no statement that cancelling could end
            began.set()
            assert go_on.wait(20)
            return "former"

        former = saving.read(slow, done=heard.append)
        assert began.wait(20)
        former.cancel()
        newer = saving.read(lambda _session: "newer", done=heard.append)
        qtbot.waitUntil(lambda: newer.is_over, timeout=20_000)
        go_on.set()
        qtbot.waitUntil(lambda: former.is_over, timeout=20_000)
        assert heard == ["newer"]
        assert former.state is State.CANCELLED


class TestTimeLeft:
    def test_nothing_is_said_in_the_first_second(self) -> None:
        assert TimeLeft().estimate(1, 100, 0.0) is None

    def test_a_steady_pace(self) -> None:
        time_left = TimeLeft()
        estimates = [time_left.estimate(done, 100, float(done)) for done in range(51)]
        assert estimates[-1] == pytest.approx(50.0)

    def test_it_follows_a_pace_that_changes(self) -> None:
        time_left = TimeLeft()
        for done in range(30):
            time_left.estimate(done, 1_000, done * 1.0)
        fast = [time_left.estimate(30 + step * 10, 1_000, 30.0 + step) for step in range(15)]
        assert fast[-1] == pytest.approx((1_000 - 170) / 10)

    def test_a_new_phase_starts_afresh(self) -> None:
        time_left = TimeLeft()
        for done in range(100):
            time_left.estimate(done, 100, done * 1.0)
        assert time_left.estimate(0, 100, 101.0) is None


def test_cancelled_is_not_a_refusal() -> None:
    assert not issubclass(Cancelled, UserError)


def test_what_is_asked_for_after_the_end_is_cancelled_at_once(vault: Vault) -> None:
    told: list[object] = []
    jobs = Jobs(vault.store)
    jobs.close()
    for job in (
        jobs.read(lambda session: told.append(session), within=1.0),
        jobs.write("Late", lambda session, progress: told.append(session)),
        jobs.background("Late", lambda progress: told.append(progress)),
    ):
        assert job.is_over
        job.cancel()
    assert told == []
