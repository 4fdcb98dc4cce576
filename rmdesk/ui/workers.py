"""Worker processes: Python that computes for long runs beside the window, not inside it.

Rows travel through a pipe, never through a file. A worker is spawned, not forked (a forked Qt process
is undefined, and Windows knows no fork), kept warm and used again. No Qt here: the child imports this
module and nothing of the window.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import signal
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

from rmdesk import logs, spawning, words
from rmdesk.services.errors import Cancelled, UserError

Progress = Callable[[int, int], None]


class WorkerError(Exception):
    """A bug in a function that ran in a worker process.

    `details` is its traceback there, without any value: those may be customer data.
    """

    def __init__(self, kind: str, details: str) -> None:
        super().__init__(f"{kind} in a worker process")
        self.kind = kind
        self.details = details


def describe_error(error: BaseException) -> str:
    """The error and the lines of code it passed, in a worker process too; no values."""
    told = logs.trace(error)
    return f"{error.details}\n\nled to:\n\n{told}" if isinstance(error, WorkerError) else told


def function_name(function: Callable[..., Any]) -> str:
    """`module:qualified name`, by which the worker imports the function.

    Raises TypeError for a lambda, a method or a nested function.
    """
    module, name = function.__module__, function.__qualname__
    target: Any = importlib.import_module(module)
    for part in name.split("."):
        target = getattr(target, part, None)
    if target is not function:
        raise TypeError(f"{module}.{name} cannot be imported by name, so no worker process can run it")
    return f"{module}:{name}"


def is_worker_death(error: BaseException) -> bool:
    return isinstance(error, UserError) and error.code == "job.worker_died"


class Worker:
    """One worker process; used by one thread at a time, except `stop`, which any thread may call."""

    def __init__(self) -> None:
        context = spawning.context()
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs,), name="rmdesk worker", daemon=True)
        self._process.start()
        theirs.close()

    @property
    def pid(self) -> int | None:
        return self._process.pid

    @property
    def alive(self) -> bool:
        return self._process.is_alive()

    def run(self, function: str, args: tuple[Any, ...], progress: Progress) -> Any:
        """The function's result. Raises what it raised (UserError, Cancelled), WorkerError for a bug
        in it, and UserError `job.worker_died` if the process ended.
        """
        try:
            self._pipe.send((function, args, words.language()))
            while True:
                kind, *content = self._pipe.recv()
                if kind == "progress":
                    progress(*content)
                elif kind == "result":
                    return content[0]
                elif kind == "refused":
                    raise content[0]
                else:
                    raise WorkerError(*content)
        except (EOFError, OSError) as error:
            self._process.join(1)
            raise UserError("job.worker_died", status=self._process.exitcode) from error

    def stop(self) -> None:
        """End the process at once, whatever it is doing."""
        self._process.terminate()
        self._process.join(2)
        if self._process.is_alive():
            self._process.kill()
            self._process.join(2)


class Workers:
    """Warm worker processes; `run` may be called by several threads, each gets a worker of its own."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._idle: list[Worker] = []
        self._busy: dict[int, Worker] = {}
        self._closed = False

    def warm(self) -> None:
        """Have one worker ready, so that the first job need not wait for a process to start."""
        with self._lock:
            if not self._closed and not self._idle:
                self._idle.append(Worker())

    def run(
        self,
        ticket: int,
        function: str,
        args: tuple[Any, ...],
        progress: Progress,
        cancelled: threading.Event,
    ) -> Any:
        """See `Worker.run`; `ticket` is what `stop` names, `cancelled` is set before `stop` is called."""
        worker = self._take(ticket)
        reusable = False
        try:
            if cancelled.is_set():  # set before this worker could be found by `stop`
                raise Cancelled
            result = worker.run(function, args, progress)
            reusable = True
            return result
        except (WorkerError, UserError) as error:
            reusable = not is_worker_death(error)
            raise
        finally:
            self._give_back(ticket, worker, reusable=reusable)

    def stop(self, ticket: int) -> None:
        """End the worker that runs `ticket`, if one does; its `run` then raises `job.worker_died`."""
        with self._lock:
            worker = self._busy.get(ticket)
        if worker is not None:
            worker.stop()

    def close(self) -> None:
        """End every worker."""
        with self._lock:
            self._closed = True
            workers = [*self._idle, *self._busy.values()]
            self._idle.clear()
        for worker in workers:
            worker.stop()

    def _take(self, ticket: int) -> Worker:
        with self._lock:
            if self._closed:
                raise Cancelled
            while self._idle:
                worker = self._idle.pop()
                if worker.alive:
                    break
            else:
                worker = Worker()
            self._busy[ticket] = worker
            return worker

    def _give_back(self, ticket: int, worker: Worker, *, reusable: bool) -> None:
        with self._lock:
            self._busy.pop(ticket, None)
            keep = reusable and not self._closed and worker.alive
            if keep:
                self._idle.append(worker)
        if not keep:
            worker.stop()


def _serve(pipe: Connection) -> None:
    """The worker's life: take a function's name and arguments, answer, until the pipe closes."""
    # The window decides when a worker ends; Ctrl+C in a console reaches the whole group.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(OSError, AttributeError):
        os.nice(5)  # not on Windows; the window's own thread comes first
    while True:
        try:
            name, args, language = pipe.recv()
        except (EOFError, OSError):
            return
        words.use(language)
        try:
            module, _, qualified = name.partition(":")
            function: Any = importlib.import_module(module)
            for part in qualified.split("."):
                function = getattr(function, part)
            answer: tuple[Any, ...] = (
                "result",
                function(*args, progress=lambda done, total: pipe.send(("progress", done, total))),
            )
        except (UserError, Cancelled) as error:
            answer = ("refused", error)
        except Exception as error:  # the process boundary: a bug is reported, and the worker lives on
            answer = ("failed", type(error).__qualname__, describe_error(error))
        try:
            pipe.send(answer)
        except (BrokenPipeError, EOFError):
            return
        except Exception as error:  # an answer that cannot be pickled is a bug of the function
            pipe.send(("failed", type(error).__qualname__, describe_error(error)))
        del answer, args  # rows must not outlive their job in an idle process
