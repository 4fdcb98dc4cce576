"""The store: reading and writing the open vault, on any thread."""

from __future__ import annotations

import contextlib
import functools
import logging
import threading
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Engine, select
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError
from sqlcipher3 import dbapi2

from rmdesk.models import VaultState
from rmdesk.services import search
from rmdesk.services.changes.commitments import Head
from rmdesk.services.changes.record import RecordedSession, Recorder, Written
from rmdesk.services.changes.undo import is_undoable
from rmdesk.services.errors import Conflict, Damaged
from rmdesk.services.store import faults, integrity
from rmdesk.services.store.connection import BULK_CACHE, CACHE, Connector, make_engine, window_cache

if TYPE_CHECKING:
    from rmdesk.services.actor import Actor

CommitHook = Callable[[int, bytes], None]

_ON_ROLLBACK = "on_rollback"
_WIDENED = "widened"  # the driver's connection whose cache was
_WINDOW_WAIT = 0.02  # seconds
_STILL_WAIT = 0.1  # seconds; whoever saves waits meanwhile
_READERS = 8  # connections at once; more threads than that wait

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Commit:
    """What a transaction did. `number` is the change set that stands for it (and that undo takes back);
    `acts` how many touchpoints that acts upon.
    """

    number: int
    tables: frozenset[str]
    kind: str
    staff_uid: str | None
    undoable: bool
    acts: int = 0


def expect_many_rows(session: Session) -> None:
    """Give a session a page cache for very many rows, until its transaction ends; the window has one."""
    connection = session.connection()
    if connection.exec_driver_sql("PRAGMA cache_size").scalar_one() > -BULK_CACHE:
        connection.exec_driver_sql(f"PRAGMA cache_size = -{BULK_CACHE}")
        session.info[_WIDENED] = connection.connection.dbapi_connection


def _narrow(session: Session) -> None:
    """Take back what `expect_many_rows` gave."""
    if (widened := session.info.pop(_WIDENED, None)) is not None:
        with contextlib.suppress(dbapi2.Error):  # closed since, if it met an error
            widened.execute(f"PRAGMA cache_size = -{CACHE}")
            widened.execute("PRAGMA shrink_memory")


class Store:
    """The open database. `read` and `write` give sessions; both may be used on any thread.

    Reading on the main thread has the window's large page cache. One transaction writes at a time; a
    second `write` waits for it.
    """

    def __init__(self, connector: Connector, audit_key: bytes, commit_hook: CommitHook | None) -> None:
        self.actor: Actor | None = None
        self.after_commit: list[Callable[[Commit], None]] = []
        self.on_damage: list[Callable[[], None]] = []  # called where a page cannot be read, on that thread
        self.path = connector.path
        self._connector = connector
        self._audit_key = audit_key
        self._commit_hook = commit_hook
        self._lane = threading.Lock()
        self._writing_thread: int | None = None
        self._closed = False
        reading = functools.partial(connector.open, query_only=True)
        cache = window_cache(connector.path)
        self._window = make_engine(functools.partial(reading, cache=cache), "BEGIN", connections=1)
        self._window_free = threading.Lock()
        self._window_user: int | None = None  # the thread that reads by it
        self._readers = make_engine(functools.partial(reading, cache=CACHE), "BEGIN", connections=_READERS)
        self._writer = make_engine(connector.open, "BEGIN IMMEDIATE", connections=1)

    @contextlib.contextmanager
    def read(self, *, for_window: bool = False) -> Iterator[Session]:
        """A session that sees one state of the database throughout and cannot change it.

        `for_window`: a thread reads what the window waits for, through the window's cache. Objects stay
        readable afterwards. Raises Damaged `db.damaged`, UserError `disk.io`, `db.busy`.
        """
        self._check_open()
        on_main = threading.current_thread() is threading.main_thread()
        with (
            self._engine_to_read(for_window or on_main) as engine,
            self._noticing(engine),
            faults.told(self.path, writing=False),
        ):
            with Session(engine, autoflush=False, expire_on_commit=False) as session:
                session.info["actor"] = self.actor
                try:
                    yield session
                finally:
                    _narrow(session)

    @contextlib.contextmanager
    def _engine_to_read(self, for_window: bool) -> Iterator[Engine]:
        """The window's connection if it is wanted and free: there is one, a second one's cache would be cold.

        It is seldom in use for longer than a moment, so it is waited for.
        """
        me = threading.get_ident()
        if not for_window or self._window_user == me or not self._window_free.acquire(timeout=_WINDOW_WAIT):
            yield self._readers
            return
        self._window_user = me
        try:
            yield self._window
        finally:
            self._window_user = None
            self._window_free.release()

    @contextlib.contextmanager
    def write(self) -> Iterator[Session]:
        """A session whose changes are committed at the end together with their change records.

        If the body raises, nothing of it is kept. Raises Conflict `row.changed` for a row that was
        changed or deleted since it was read, and `disk.full`, `disk.read_only`, `disk.io`, `db.busy`,
        `db.damaged`; after any of these the same may be tried again. What was committed when this
        returns survives a crash.
        """
        commit = None
        with self._holding_lane():
            with self._noticing(self._writer), faults.told(self.path):
                recorder = Recorder(self._audit_key, self.actor.staff_uid if self.actor else None)
                with RecordedSession(self._writer, recorder) as session:
                    written = yield from self._transaction(session, recorder)
            if written is not None:
                self.call_commit_hook(written.head)
                commit = self._commit(session, written)
        if commit is not None:
            for callback in tuple(self.after_commit):
                try:
                    callback(commit)
                # The commit stands whatever a listener makes of it, and the other listeners must hear of it.
                except Exception:
                    _log.exception("a listener of commits failed")

    def _transaction(self, session: Session, recorder: Recorder) -> Generator[Session, None, Written | None]:
        undo: list[Callable[[], None]] = []
        session.info.update({"actor": self.actor, _ON_ROLLBACK: undo})
        follower = search.Follower()
        recorder.before_settling = follower.gather
        try:
            session.connection()  # begins at once: everything read from here on is current
            yield session
            session.flush()
            follower.gather(session.connection(), recorder)
            follower.finish(session, recorder)
            written = self._recorded(session, recorder)
            session.commit()
            return written
        except BaseException as error:
            with contextlib.suppress(DBAPIError):  # what matters is the error that led here
                session.rollback()
            for step in reversed(undo):
                try:
                    step()
                # The other steps must be taken too, and the error that led here is the one to tell.
                except Exception:
                    _log.exception("a step of undoing a failed transaction failed")
            if isinstance(error, DBAPIError):
                self._writer.dispose()  # a connection that met a failing disk is not used again
            if isinstance(error, StaleDataError):
                conflict = self._conflict(recorder)
                if conflict is not None:
                    raise conflict from error
            raise
        finally:
            _narrow(session)

    def _recorded(self, session: Session, recorder: Recorder) -> Written | None:
        """Write the change records. That their number is taken already tells of a file torn apart."""
        try:
            return recorder.write(session.connection())
        except IntegrityError as error:
            raise Damaged("db.torn", path=str(self.path)) from error

    @contextlib.contextmanager
    def _noticing(self, engine: Engine) -> Iterator[None]:
        """Say where damage is met. What met it reads nothing more, not even whole pages, and is let go."""
        try:
            yield
        except Damaged as error:
            engine.dispose()
            if error.code == "db.damaged":
                for callback in tuple(self.on_damage):
                    callback()
            raise

    def on_rollback(self, session: Session, undo: Callable[[], None]) -> None:
        """Have `undo` called if this transaction does not commit; the last one given is called first."""
        session.info[_ON_ROLLBACK].append(undo)

    def head(self) -> Head:
        """The newest change set."""
        with self.read() as session:
            return Head(*session.execute(select(VaultState.head_number, VaultState.head_digest)).one())

    def checkpoint(self) -> bool:
        """Bring the journal into the database file and empty it; False if a reader was in the way."""
        with self._holding_lane(), faults.told(self.path):
            return integrity.checkpoint(self._connector)

    @contextlib.contextmanager
    def still_file(self) -> Iterator[Any | None]:
        """A connection to the database file as one whole state which nothing changes until this ends.

        The journal is brought in and a reader begins before anybody writes again. Such a reader reads the
        file alone, so SQLite leaves the file as it is; writes go on, into the journal. None if another reader
        kept the journal from being brought in.
        """
        with contextlib.closing(self._connector.open(query_only=True)) as connection:
            with self._holding_lane(), faults.told(self.path):
                is_still = integrity.checkpoint(self._connector, wait=_STILL_WAIT)
                connection.execute("BEGIN")
                connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
            yield connection if is_still else None

    def integrity(self) -> list[str]:
        """Check every page, the structure, the references and the head; codes of what was found.

        `integrity.page` (a page does not fit its seal), `integrity.structure`, `integrity.reference`,
        `integrity.head`. Empty means sound. Takes long: it reads the whole file.
        """
        with self._holding_lane(), faults.told(self.path):
            integrity.checkpoint(self._connector)
            return integrity.findings(self._connector)

    def close(self) -> None:
        """Wait for a running write, then let the file go, with the journal emptied. May be called twice."""
        with self._lane:
            if self._closed:
                return
            self._closed = True
            # Closing has not failed then: what the journal holds is committed, and the next start reads it.
            with contextlib.suppress(dbapi2.Error):
                integrity.checkpoint(self._connector)
            for engine in (self._window, self._readers, self._writer):
                engine.dispose()

    @contextlib.contextmanager
    def _holding_lane(self) -> Iterator[None]:
        if self._writing_thread == threading.get_ident():
            raise RuntimeError("a write inside a write would wait for itself")
        with self._lane:
            self._check_open()
            self._writing_thread = threading.get_ident()
            try:
                yield
            finally:
                self._writing_thread = None

    def _check_open(self) -> None:
        if self._closed:
            raise RuntimeError("the store is closed")

    def call_commit_hook(self, head: Head) -> None:
        """Tell the hook of a commit; if it fails, that is logged and the commit stands."""
        if self._commit_hook is None:
            return
        try:
            self._commit_hook(*head)
        # The commit stands although the anchor could not follow it; ahead of its anchor is accepted.
        except Exception:
            _log.exception("the commit hook failed")

    def _commit(self, session: Session, written: Written) -> Commit:
        actor = session.info["actor"]
        return Commit(
            written.number,
            written.tables,
            written.kind,
            actor.staff_uid if actor else None,
            is_undoable(written.kind, written.records),
            written.acts,
        )

    def _conflict(self, recorder: Recorder) -> Conflict | None:
        """Which of the rows that the flush tried to change is no longer as it was seen."""
        with self._writer.connect() as connection:
            for table, uid, seen in recorder.seen:
                present = connection.scalar(select(table.c.version).where(table.c.uid == uid))
                if present != seen:
                    return Conflict("row.changed", table=table.name, uid=uid, seen=seen, present=present)
        return None
