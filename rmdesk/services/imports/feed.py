"""A file read by a process of its own, which hands its rows over through a pipe while they are written.

Python that parses would hold up whoever writes, and a hostile file can harm that process only. The
process is spawned, not forked, ends with the feed, and stops reading as soon as nobody takes its rows.
"""

from __future__ import annotations

import contextlib
import os
import queue
import signal
import threading
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from types import TracebackType
from typing import Any

from rmdesk import logs, spawning, words
from rmdesk.services import collecting
from rmdesk.services.errors import UserError
from rmdesk.services.imports.parsing import Found, Parser, Plan, look
from rmdesk.services.imports.reading import AS_TOLD, Table, TextForm, open_table
from rmdesk.services.imports.reading.stamp import check_whole, stamp_of
from rmdesk.services.imports.report import PassedOver
from rmdesk.services.imports.writing import Row, Target

CHUNK = 1000  # rows in one parcel
_PATIENCE = 0.1  # seconds between two looks at who waits
_AHEAD = 1  # parcels that wait here; the next one is in the hand of whoever takes them
_DIED = "died"


class FeedError(Exception):
    """A bug in the reading process; `details` is its trace there, without values."""

    def __init__(self, kind: str, details: str) -> None:
        super().__init__(f"{kind} in the process that reads a file\n{details}")


class Feed:
    """One file, open in its process. `found` says what stands in it, then `rows` gives its rows.

    A context manager. Raises UserError as reading does, `job.worker_died` if the process ends. While it
    waits for the process, `waiting` is called now and then: what it raises ends the feed. A file that was
    changed while it was read is refused with `import.file_changed` after its last row.
    """

    def __init__(
        self,
        path: Path,
        sheet: str | None = None,
        heading: int | None = None,
        form: TextForm = AS_TOLD,
        *,
        to_the_end: bool = False,
        waiting: Callable[[], None] | None = None,
    ) -> None:
        self._waiting = waiting
        self._parcels: queue.Queue[tuple[Any, ...]] = queue.Queue(_AHEAD)
        self._ahead: threading.Thread | None = None
        self._is_closing = False
        context = spawning.context()
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(
            target=_serve,
            args=(theirs, path, sheet, heading, form, to_the_end, words.language()),
            name="rmdesk import",
            daemon=True,
        )
        self._process.start()
        theirs.close()
        try:
            self.found: Found = self._receive()
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Feed:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def rows(self, target: Target, plan: Plan) -> Iterator[tuple[list[Row], list[PassedOver], int]]:
        """Parcels: rows of the body, those that are none of the table's, the number of the last row read."""
        self._send((target, plan))
        self._ahead = threading.Thread(target=self._read_ahead, name="rmdesk import ahead", daemon=True)
        self._ahead.start()
        while True:
            try:
                message = self._parcels.get(timeout=_PATIENCE)
            except queue.Empty:
                if self._waiting is not None:
                    self._waiting()
                continue
            parcel = self._content(message)
            if parcel is None:
                return
            rows, passed_over, last = parcel
            yield [Row(*one) for one in rows], passed_over, last

    def _read_ahead(self) -> None:
        """Take parcels from the pipe, which holds less than one, while those before are being written."""
        kind = "rows"
        while kind == "rows" and not self._is_closing:
            try:
                message = self._pipe.recv()
            except (EOFError, OSError):
                message = (_DIED,)
            kind = message[0]
            while not self._is_closing:
                with contextlib.suppress(queue.Full):
                    self._parcels.put(message, timeout=_PATIENCE)
                    break

    def close(self) -> None:
        """End the process, whatever it is doing."""
        self._is_closing = True
        self._process.terminate()
        self._process.join(2)
        if self._process.is_alive():
            self._process.kill()
            self._process.join(2)
        self._process.close()
        if self._ahead is not None:
            self._ahead.join()  # it has met the end of the pipe
        self._pipe.close()

    def _send(self, message: Any) -> None:
        try:
            self._pipe.send(message)
        except OSError as error:
            raise self._died() from error

    def _receive(self) -> Any:
        try:
            while self._waiting is not None and not self._pipe.poll(_PATIENCE):
                self._waiting()
            return self._content(self._pipe.recv())
        except (EOFError, OSError) as error:
            raise self._died() from error

    def _content(self, message: tuple[Any, ...]) -> Any:
        """What a message of the process brings; raises what it tells of."""
        kind, *content = message
        if kind == _DIED:
            raise self._died()
        if kind == "refused":
            raise content[0]
        if kind == "failed":
            raise FeedError(*content)
        return content[0]

    def _died(self) -> UserError:
        self._process.join(1)
        return UserError("job.worker_died", status=self._process.exitcode)


def _serve(
    pipe: Connection,
    path: Path,
    sheet: str | None,
    heading: int | None,
    form: TextForm,
    to_the_end: bool,
    language: str,
) -> None:
    """The process's life: say what stands in the file, be told the plan, send the rows."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a console reaches the whole group
    with contextlib.suppress(OSError, AttributeError):
        os.nice(5)  # not on Windows; the window comes first
    words.use(language)
    with contextlib.suppress(BrokenPipeError, EOFError, ConnectionResetError), collecting.seldom():
        try:
            stamp = stamp_of(path)
            with open_table(path, sheet, form) as table:
                found = look(path, table, heading, form, to_the_end=to_the_end)
                pipe.send(("found", found))
                target, plan = pipe.recv()
                parser = Parser(target, table, found, plan)
                _send_rows(pipe, parser, table)
            check_whole(path, stamp)
            pipe.send(("end", None))
        except UserError as error:
            pipe.send(("refused", error))
        except (BrokenPipeError, EOFError, ConnectionResetError):
            raise
        except Exception as error:  # the process boundary: a bug is reported by its places, without values
            pipe.send(("failed", type(error).__qualname__, logs.trace(error)))


def _send_rows(pipe: Connection, parser: Parser, table: Table) -> None:
    parcel: list[tuple[Any, ...]] = []
    passed_over: list[PassedOver] = []
    last = 0
    for row in parser.rows(table):
        if isinstance(row, PassedOver):
            passed_over.append(row)
            continue
        parcel.append((row.number, row.values, row.problems, row.no, row.name))
        last = row.number
        if len(parcel) == CHUNK:
            pipe.send(("rows", (parcel, passed_over, last)))
            parcel, passed_over = [], []
    pipe.send(("rows", (parcel, passed_over, last)))
