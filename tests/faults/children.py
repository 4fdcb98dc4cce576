"""Children that do something to a vault: forked from this process, heard through a pipe, killed at will.

This process must have no threads and no open vault when it forks. Each child leads a process group of its
own, so that what it started dies with it.
"""

from __future__ import annotations

import contextlib
import os
import random
import select
import signal
import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from rmdesk import messages
from rmdesk.services.errors import UserError

Say = Callable[[str], None]

READY, REFUSED, CRASHED, DONE = "ready", "refused ", "crashed ", "done"
_PATIENCE = 120.0  # seconds; who is not heard of for longer hangs
_DYING = 0.5  # seconds for what a killed process started


@dataclass
class Heard:
    """What a child said before it ended: what was acknowledged, and how it ended if it was not killed."""

    said: list[str] = field(default_factory=list)
    refused: str | None = None  # the code of the sentence
    crashed: str | None = None
    killed: bool = False
    signal: int = 0  # that ended it
    hung: bool = False

    def take(self, line: str) -> None:
        if line.startswith(REFUSED):
            self.refused = line.removeprefix(REFUSED)
        elif line.startswith(CRASHED):
            self.crashed = line.removeprefix(CRASHED)
        elif line not in (READY, DONE):
            self.said.append(line)


class Child:
    """A forked process that does `work`; a context manager that leaves nothing of it."""

    def __init__(self, work: Callable[[Say], None]) -> None:
        self._pipe, theirs = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            os.close(self._pipe)
            _live(work, theirs)
        os.close(theirs)
        with contextlib.suppress(PermissionError):  # the child was quicker
            os.setpgid(self.pid, self.pid)
        self._buffer = b""
        self._coming: deque[str] = deque()
        self.heard = Heard()

    def __enter__(self) -> Child:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()
        os.close(self._pipe)

    def lines(self, until: float) -> Iterator[str]:
        """Its lines as they come, until it ends or the monotonic clock stands at `until`."""
        while (line := self.line(until)) is not None:
            yield line

    def line(self, until: float | None = None) -> str | None:
        """The next one; none, if it ended, or the clock stood at `until` before it came."""
        until = time.monotonic() + _PATIENCE if until is None else until
        while not self._coming:
            left = until - time.monotonic()
            if left <= 0 or not select.select([self._pipe], [], [], left)[0] or not self._read():
                return None
        line = self._coming.popleft()
        self.heard.take(line)
        return line

    def _read(self) -> bool:
        """Take what came; whether there may come more."""
        got = os.read(self._pipe, 65536)
        *lines, self._buffer = (self._buffer + got).split(b"\n")
        self._coming += [line.decode() for line in lines]
        return bool(got)

    def wait(self) -> Heard:
        """Hear it to its end."""
        until = time.monotonic() + _PATIENCE
        for _ in self.lines(until):
            pass
        self.heard.hung = time.monotonic() >= until
        self.kill()
        return self.heard

    def _wait_for_the_others(self) -> None:
        """What it started dies a moment later, and holds the vault until then. Not for longer: a process that
        nobody asks about any more stays in its group.
        """
        until = time.monotonic() + _DYING
        with contextlib.suppress(ProcessLookupError, PermissionError):
            while time.monotonic() < until:
                os.killpg(self.pid, 0)
                time.sleep(0.002)

    def kill(self) -> None:
        """With all it started; what it had said before is heard."""
        if self.pid:
            pid, status = os.waitpid(self.pid, os.WNOHANG)  # it may have ended by itself
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.pid, signal.SIGKILL)
            if not pid:
                _, status = os.waitpid(self.pid, 0)
            self._wait_for_the_others()
            self.heard.signal = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
            self.heard.killed = self.heard.signal == signal.SIGKILL
            self.pid = 0
            while self._read():
                pass
            while self._coming:
                self.heard.take(self._coming.popleft())


def run(work: Callable[[Say], None]) -> Heard:
    """Let a child do `work` to its end."""
    with Child(work) as child:
        return child.wait()


def run_until_killed(work: Callable[[Say], None], chance: random.Random, span: float) -> Heard:
    """Let a child do `work` until it is killed, at most `span` seconds after it said that it is ready."""
    with Child(work) as child:
        for line in child.lines(time.monotonic() + _PATIENCE):
            if line == READY:
                break
        until = time.monotonic() + chance.uniform(0, span)
        for _ in child.lines(until):
            pass
        child.kill()
        return child.heard


def _live(work: Callable[[Say], None], pipe: int) -> None:
    """The child's whole life. Says how it ended; a refusal needs its sentence."""
    os.setpgid(0, 0)

    def say(line: str) -> None:
        os.write(pipe, f"{line}\n".encode())

    try:
        work(say)
        say(DONE)
    except UserError as error:
        messages.sentence(error)
        say(f"{REFUSED}{error.code}")
    except BaseException as error:
        say(f"{CRASHED}{type(error).__name__}")
    finally:
        os._exit(0)
