"""Everything that takes time: the write lane, worker processes and slow waits, each as a `Job`.

Results arrive on the thread that made the `Jobs` (the window's), so callbacks may touch widgets.
"""

from __future__ import annotations

import enum
import itertools
import logging
import os
import queue
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from concurrent import futures
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from rmdesk.services.errors import Cancelled, UserError
from rmdesk.ui.workers import Progress, Workers, describe_error, function_name, is_worker_death

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.services.store import Store

log = logging.getLogger(__name__)

T = TypeVar("T")

Done = Callable[[T], None]
Failed = Callable[[Exception], None]

_REPORT_EVERY = 0.1  # seconds between two reports of progress: more cannot be read, and each costs the window


def favour_the_window() -> None:
    """Let threads take turns every half millisecond instead of every five.

    A thread that wants the interpreter waits one interval for it, for every Python call that gives it
    up in between. A repaint makes many such calls, so beside a busy thread the default of 5 ms adds up
    to stutter; at 0.5 ms it cannot be felt and costs the busy thread a few per cent.
    """
    sys.setswitchinterval(0.0005)


class State(enum.Enum):
    WAITING = enum.auto()
    RUNNING = enum.auto()
    FINISHED = enum.auto()
    FAILED = enum.auto()
    CANCELLED = enum.auto()


class Job(QObject):
    """One piece of work under way. Exactly one of finished, failed and cancelled comes, then ended."""

    progressed = Signal(int, int, object)  # done, total, seconds left (None while unknown)
    finished = Signal(object)  # the result
    failed = Signal(object)  # the exception
    cancelled = Signal()
    ended = Signal()

    def __init__(self, title: str, cancel: Callable[[], None]) -> None:
        super().__init__()
        self.title = title
        self.state = State.WAITING
        self.done = 0
        self.total = 0
        self.seconds_left: float | None = None
        self._cancel = cancel

    @property
    def is_over(self) -> bool:
        return self.state in (State.FINISHED, State.FAILED, State.CANCELLED)

    def cancel(self) -> None:
        """Ask it to stop; what it had begun is rolled back. It may still finish if it was nearly done, except
        what only reads: its answer is no longer wanted and never delivered."""
        if not self.is_over:
            self._cancel()


class TimeLeft:
    """Estimates the seconds left from the pace of the last ten seconds.

    A whole-run average lags when the pace changes, the last step alone jumps about; nothing is said
    before one second has passed, since first steps are slow (caches, a process starting).
    """

    _WINDOW = 10.0
    _FIRST = 1.0

    def __init__(self) -> None:
        self._samples: deque[tuple[float, int]] = deque()
        self._began: float | None = None

    def estimate(self, done: int, total: int, now: float) -> float | None:
        """Seconds left at `now` (any monotonic clock, seconds), or None while it cannot be known."""
        if self._began is None or (self._samples and done < self._samples[-1][1]):
            self._began = now
            self._samples.clear()
        self._samples.append((now, done))
        while len(self._samples) > 2 and now - self._samples[0][0] > self._WINDOW:
            self._samples.popleft()
        then, done_then = self._samples[0]
        if now - self._began < self._FIRST or done <= done_then or total <= 0:
            return None
        return max(0.0, (total - done) * (now - then) / (done - done_then))


class _Lane(enum.Enum):
    READ = enum.auto()
    WRITE = enum.auto()
    COMPUTE = enum.auto()
    BACKGROUND = enum.auto()


class _Statements:
    """Ends the statement that a session runs, from another thread; nothing once the session is left."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._connection: Any = None

    @contextmanager
    def of(self, session: Session) -> Iterator[None]:
        connection = session.connection().connection.dbapi_connection
        with self._lock:
            self._connection = connection
        try:
            yield
        finally:
            with self._lock:  # the next one to get the connection must not be hit
                self._connection = None

    def end(self) -> None:
        with self._lock:
            if self._connection is not None:
                self._connection.interrupt()


@dataclass
class _Task:
    """What a lane's thread knows of a job. No QObject: those must die on the window's thread."""

    number: int
    lane: _Lane
    work: Callable[[Progress], Any]
    future: futures.Future[None] | None = None
    cancelled: threading.Event = field(default_factory=threading.Event)
    statements: _Statements = field(default_factory=_Statements)
    reports_progress: bool = False
    result: Any = None
    error: BaseException | None = None


class Jobs(QObject):
    """Starts jobs and brings their results home. Made and used on the window's thread.

    Without a store (before sign-in) only `background` and `compute` may be used.
    """

    started = Signal(object)  # Job
    ended = Signal(object)  # Job
    refused = Signal(object)  # a UserError of a job whose maker gave no `failed`

    _posted = Signal()

    def __init__(self, store: Store | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._numbers = itertools.count(1)
        self._tasks: dict[int, _Task] = {}
        self._jobs: dict[int, tuple[Job, Callable[[Any], None] | None, Failed | None]] = {}
        self._inbox: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._posted.connect(self._on_posted, Qt.ConnectionType.QueuedConnection)
        self._workers = Workers()
        self._closed = False
        self.given_up: list[str] = []  # after `close`: titles of what was to be written or made, and was not
        # One thread writes: SQLite has one writer anyway, and the order of saves stays the order of clicks.
        self._lanes = {
            # Two: while a search that nobody waits for any more still runs, the next one begins.
            _Lane.READ: futures.ThreadPoolExecutor(2, "reader"),
            _Lane.WRITE: futures.ThreadPoolExecutor(1, "write lane"),
            _Lane.COMPUTE: futures.ThreadPoolExecutor(max(1, (os.cpu_count() or 2) - 1), "worker"),
            _Lane.BACKGROUND: futures.ThreadPoolExecutor(4, "background"),
        }

    @property
    def running(self) -> list[Job]:
        """Announced jobs not yet over, oldest first."""
        return [
            job for number, (job, _, _) in self._jobs.items() if self._tasks[number].lane is not _Lane.READ
        ]

    @property
    def saving(self) -> list[Job]:
        """Writes not yet over that will soon be: those which never told how far they are."""
        return [
            job
            for number, (job, _, _) in self._jobs.items()
            if self._tasks[number].lane is _Lane.WRITE and not job.total
        ]

    @property
    def is_stuck(self) -> bool:
        """After `close`: whether a write still runs, which neither ended nor stopped in time."""
        return self._closed and any(
            task.lane is _Lane.WRITE and task.future is not None and task.future.running()
            for task in self._tasks.values()
        )

    def read(
        self,
        work: Callable[[Session], T],
        *,
        done: Done[T] | None = None,
        failed: Failed | None = None,
        within: float = 0.0,
    ) -> Job:
        """Run `work(session)` on a reading thread: what a list shows. Neither `started` nor `ended` tells of
        it. Cancelling drops one that still waits, and ends the statement of one that runs.

        The window waits up to `within` seconds for a quick answer, which is then delivered before this
        returns; a slower one comes later, as always. Such a question reads through the window's cache.
        """
        store = self._store
        if store is None:
            raise RuntimeError("these jobs have no store to read from")

        number = next(self._numbers)

        def read(_progress: Progress) -> T:
            statements = self._tasks[number].statements
            with store.read(for_window=within > 0) as session, statements.of(session):
                return work(session)

        job = self._start(_Lane.READ, "", read, done, failed, number)
        if within and not job.is_over:
            self._deliver_quickly(number, within)
        return job

    def write(
        self,
        title: str,
        work: Callable[[Session, Progress], T],
        *,
        done: Done[T] | None = None,
        failed: Failed | None = None,
    ) -> Job:
        """Run `work(session, progress)` in one transaction on the write lane; `done` after the commit.

        If it raises, or is cancelled at a call of `progress`, the transaction is rolled back.
        """
        store = self._store
        if store is None:
            raise RuntimeError("these jobs have no store to write to")

        def write(progress: Progress) -> T:
            with store.write() as session:
                return work(session, progress)

        return self._start(_Lane.WRITE, title, write, done, failed)

    def compute(
        self,
        title: str,
        function: Callable[..., T],
        *args: Any,
        done: Done[T] | None = None,
        failed: Failed | None = None,
    ) -> Job:
        """Run `function(*args, progress=…)` in a worker process; it must be importable by name.

        Arguments and result cross a pipe. Cancelling ends the process.
        """
        name = function_name(function)
        number = next(self._numbers)

        def compute(progress: Progress) -> T:
            cancelled = self._tasks[number].cancelled
            result: T = self._workers.run(number, name, args, progress, cancelled)
            return result

        return self._start(_Lane.COMPUTE, title, compute, done, failed, number)

    def background(
        self,
        title: str,
        work: Callable[[Progress], T],
        *,
        done: Done[T] | None = None,
        failed: Failed | None = None,
    ) -> Job:
        """Run `work(progress)` on a thread: waiting, or computing that leaves the interpreter free
        (Argon2id, the keyring, a copy by SQLite). Cancelled at a call of `progress`.
        """
        return self._start(_Lane.BACKGROUND, title, work, done, failed)

    def warm_worker(self) -> None:
        """Start a worker process ahead of its first job, without waiting for it."""
        if not self._closed:
            self._lanes[_Lane.BACKGROUND].submit(self._workers.warm)

    def close(self, grace: float = 1.6) -> int:
        """End everything and return how many jobs had to be cancelled; at most about `grace` seconds.

        Saves that are running or waiting get half of it to end; long ones (those that report progress),
        workers and background jobs are cancelled at once. Nothing is delivered any more.
        """
        if self._closed:
            return 0
        self._closed = True
        cancelled = 0
        saves: list[futures.Future[None]] = []
        others: list[futures.Future[None]] = []
        for task in self._tasks.values():
            if task.future is None or task.future.done():
                continue
            if task.lane is _Lane.WRITE and not task.reports_progress:
                saves.append(task.future)
            else:
                cancelled += task.lane is not _Lane.READ
                task.cancelled.set()
                task.future.cancel()
                others.append(task.future)
        self._workers.close()
        late = futures.wait(saves, grace / 2).not_done
        cancelled += len(late)
        for task in self._tasks.values():
            task.cancelled.set()
            if task.future is not None:
                task.future.cancel()
        futures.wait([*late, *others], grace / 2)
        self.given_up = [
            self._jobs[number][0].title
            for number, task in sorted(self._tasks.items())
            if number in self._jobs and self._is_given_up(task)
        ]
        for lane in self._lanes.values():
            lane.shutdown(wait=False, cancel_futures=True)
        self._jobs.clear()
        return cancelled

    @staticmethod
    def _is_given_up(task: _Task) -> bool:
        """Whether work came to nothing because all ended: not begun, stopped, or ending with the process."""
        if task.future is None or task.lane is _Lane.READ:
            return False
        if task.lane is _Lane.BACKGROUND and not task.reports_progress:  # it waited for something
            return False
        return task.future.cancelled() or not task.future.done() or isinstance(task.error, Cancelled)

    def _start(
        self,
        lane: _Lane,
        title: str,
        work: Callable[[Progress], Any],
        done: Callable[[Any], None] | None,
        failed: Failed | None,
        number: int | None = None,
    ) -> Job:
        if self._closed:  # the widgets of a window that ends may still ask; nobody waits for an answer
            over = Job(title, lambda: None)
            over.state = State.CANCELLED
            return over
        task = _Task(next(self._numbers) if number is None else number, lane, work)
        job = Job(title, lambda: self._cancel(task.number))
        self._tasks[task.number] = task
        self._jobs[task.number] = (job, done, failed)
        task.future = self._lanes[lane].submit(self._run, task.number)
        if lane is not _Lane.READ:
            self.started.emit(job)
        return job

    def _cancel(self, number: int) -> None:
        task = self._tasks.get(number)
        if task is None:
            return
        task.cancelled.set()
        if task.future is not None and task.future.cancel():  # it had not begun
            task.error = Cancelled()
            self._post(lambda: self._deliver(number))
        elif task.lane is _Lane.COMPUTE:
            self._workers.stop(number)
        else:
            task.statements.end()

    def _run(self, number: int) -> None:
        """On a lane's thread."""
        task = self._tasks[number]
        if task.lane is not _Lane.READ:  # nobody is shown how far those are
            self._post(lambda: self._mark_running(number))
        try:
            if task.cancelled.is_set():
                raise Cancelled
            task.result = task.work(self._reporter(task))
        except BaseException as error:  # the thread boundary: whatever it is, the window is told
            # Ending a worker or a statement is how it is cancelled; that it died is then no news.
            ended = task.lane is _Lane.READ or is_worker_death(error)
            task.error = Cancelled() if task.cancelled.is_set() and ended else error
        # The task goes home before it is let go: what its work captured may be widgets.
        del task
        self._post(lambda: self._deliver(number))

    def _reporter(self, task: _Task) -> Progress:
        time_left = TimeLeft()
        reported = float("-inf")

        def progress(done: int, total: int) -> None:
            nonlocal reported
            task.reports_progress = True
            if task.cancelled.is_set():
                raise Cancelled
            now = time.monotonic()
            if now - reported >= _REPORT_EVERY or done >= total:
                reported = now
                left = time_left.estimate(done, total, now)
                number = task.number
                self._post(lambda: self._report(number, done, total, left))

        return progress

    def _post(self, call: Callable[[], None]) -> None:
        """Have `call` run on the window's thread."""
        self._inbox.put(call)
        self._posted.emit()

    @Slot()
    def _on_posted(self) -> None:
        call = self._inbox.get_nowait()  # one per signal, so that the window may answer in between
        if not self._closed:
            call()

    def _mark_running(self, number: int) -> None:
        if number in self._jobs:
            self._jobs[number][0].state = State.RUNNING

    def _report(self, number: int, done: int, total: int, left: float | None) -> None:
        if number in self._jobs:
            job = self._jobs[number][0]
            job.done, job.total, job.seconds_left = done, total, left
            job.progressed.emit(done, total, left)

    def _deliver_quickly(self, number: int, within: float) -> None:
        future = self._tasks[number].future
        if future is not None and future in futures.wait([future], within).done:
            self._deliver(number)

    def _deliver(self, number: int) -> None:
        if number not in self._tasks:  # delivered while its maker waited
            return
        task = self._tasks.pop(number)
        job, done, failed = self._jobs.pop(number)
        if task.lane is _Lane.READ and task.cancelled.is_set():
            # It was through before it heard: a list that asked anew must not be given the former answer.
            task.error = Cancelled()
        try:
            if task.error is None:
                job.state = State.FINISHED
                if done is not None:
                    done(task.result)
                job.finished.emit(task.result)
            elif isinstance(task.error, Cancelled):
                job.state = State.CANCELLED
                job.cancelled.emit()
            else:
                job.state = State.FAILED
                self._deliver_failure(job, task.error, failed)
        finally:
            job.ended.emit()
            if task.lane is not _Lane.READ:
                self.ended.emit(job)

    def _deliver_failure(self, job: Job, error: BaseException, failed: Failed | None) -> None:
        known = isinstance(error, UserError)
        if not known:
            log.error("job failed\n%s", describe_error(error))
        if failed is not None and isinstance(error, Exception):
            failed(error)
        elif known:
            self.refused.emit(error)
        job.failed.emit(error)
        if not known:
            # A bug: the same way as any other uncaught error, to the crash dialog.
            sys.excepthook(type(error), error, error.__traceback__)
