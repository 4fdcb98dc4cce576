"""One process per vault: an operating-system lock that ends with the process, however it ends."""

from __future__ import annotations

import contextlib
import json
import os
import socket
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

from filelock import BaseFileLock, FileLock, Timeout

from rmdesk.services.errors import UserError
from rmdesk.services.vault.folder import VaultFolder


@dataclass(frozen=True)
class Holder:
    """Who holds a vault: no person's name, only the process."""

    program: str  # "window" or "command line"
    pid: int
    host: str
    since: str  # ISO, UTC


class ProcessLock:
    """The lock of one vault, held from `take` to `release`."""

    def __init__(self, folder: VaultFolder) -> None:
        self._folder = folder
        self._lock: BaseFileLock | None = None

    def take(self, program: str) -> None:
        """Hold the vault. Raises UserError `vault.in_use` (program, pid, since) or `folder.read_only`."""
        # Opened on a worker thread and closed on another, so not bound to a thread; and never a lock
        # that only looks at whether a file exists, which would outlive a killed process.
        lock = FileLock(self._folder.lock, thread_local=False, fallback_to_soft=False)
        try:
            lock.acquire(blocking=False)
        except Timeout as error:
            holder = read_holder(self._folder)
            raise UserError("vault.in_use", **(asdict(holder) if holder else _UNKNOWN)) from error
        except OSError as error:
            raise UserError("folder.read_only", path=str(self._folder.root)) from error
        self._lock = lock
        self._write_holder(program)

    def release(self) -> None:
        """Let the vault go; harmless if it is not held."""
        if self._lock is None:
            return
        with contextlib.suppress(OSError):
            self._folder.holder.unlink(missing_ok=True)
        self._lock.release()
        self._lock = None

    def _write_holder(self, program: str) -> None:
        now = datetime.now(UTC).isoformat(timespec="seconds")
        holder = Holder(program, os.getpid(), socket.gethostname(), now)
        # Only told to people: a full disk must not keep anyone from opening.
        with contextlib.suppress(OSError):
            self._folder.holder.write_text(json.dumps(asdict(holder)), "utf-8")


_UNKNOWN = {"program": "", "pid": 0, "host": "", "since": ""}


def read_holder(folder: VaultFolder) -> Holder | None:
    """Who wrote down that it holds the vault; true only while the lock itself is held."""
    try:
        stored = json.loads(folder.holder.read_text("utf-8"))
        return Holder(str(stored["program"]), int(stored["pid"]), str(stored["host"]), str(stored["since"]))
    except (OSError, ValueError, TypeError, KeyError):
        return None
