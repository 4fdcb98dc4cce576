"""One window per vault and person: a second start raises the first and ends."""

from __future__ import annotations

import contextlib
import getpass
import hashlib
import logging
import os
import sys
import tempfile
import threading
from multiprocessing.connection import Client, Connection, Listener
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot

log = logging.getLogger(__name__)

_RAISE, _RAISED, _RELEASE = b"raise", b"raised", b"release"
_LONGEST = 16  # bytes of a message
_WAITING = 16  # starts at once
_PATIENCE = 2.0  # seconds a running program gets to answer; afterwards the vault's own lock decides


def server_name(folder: Path) -> str:
    """The name of the socket: unguessable from nothing, the same for this person and vault folder."""
    place = os.path.normcase(os.path.realpath(folder))
    digest = hashlib.sha256(f"{getpass.getuser()}\0{place}".encode("utf-8", "surrogatepass")).hexdigest()
    return f"rmdesk-{digest[:24]}"


def address(folder: Path) -> str:
    """Where the first window listens: a named pipe of Windows, elsewhere a socket among temporary files."""
    name = server_name(folder)
    return rf"\\.\pipe\{name}" if sys.platform == "win32" else str(Path(tempfile.gettempdir(), name))


class Instance(QObject):
    """The claim on a vault folder's window. Only a courtesy: safety is the vault's process lock.

    Not by Qt's network library: that is 4 MB for one word between two processes.
    """

    raise_requested = Signal()
    _asked = Signal()  # on the thread that listens

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._address = address(folder)
        self._listener: Listener | None = None
        self._thread: threading.Thread | None = None
        self._has_come = threading.Event()
        self._asked.connect(self._on_asked, Qt.ConnectionType.QueuedConnection)

    def claim(self) -> bool:
        """True if this is the first; False if another one runs and was raised, so that this one may end."""
        if self._raise_other():
            return False
        try:
            self._listener = Listener(self._address, backlog=_WAITING)
        except OSError as error:
            log.warning("no second start will find this window: %s", type(error).__name__)
            return True
        if sys.platform != "win32":
            os.chmod(self._address, 0o600)
        self._thread = threading.Thread(target=self._listen, args=(self._listener,), name="instance")
        self._thread.daemon = True  # whatever ends the process need not wait for it
        self._thread.start()
        return True

    def release(self) -> None:
        """Let a successor claim it."""
        listener, self._listener = self._listener, None
        if listener is None or self._thread is None:
            return
        self._has_come.set()  # whoever waits for an answer right now
        with contextlib.suppress(OSError), Client(self._address) as connection:
            connection.send_bytes(_RELEASE)
            self._thread.join(_PATIENCE)
        listener.close()

    def _raise_other(self) -> bool:
        try:
            with Client(self._address) as connection:
                if sys.platform == "win32":
                    # Windows lets only the process in front hand the front to another; any one may take it.
                    import ctypes

                    ctypes.windll.user32.AllowSetForegroundWindow(-1)
                connection.send_bytes(_RAISE)
                return connection.poll(_PATIENCE) and connection.recv_bytes(_LONGEST) == _RAISED
        except ConnectionRefusedError:
            # Left behind by a process that was killed.
            Path(self._address).unlink(missing_ok=True)
        except (OSError, EOFError):
            pass
        return False

    def _listen(self, listener: Listener) -> None:
        while True:
            try:
                with listener.accept() as connection:
                    if not self._answer(connection):
                        return
            except (OSError, EOFError):
                if self._listener is None:
                    return

    def _answer(self, connection: Connection) -> bool:
        """Whether to listen on. A window that does not come forward in time is not said to have."""
        if not connection.poll(_PATIENCE):
            return True
        word = connection.recv_bytes(_LONGEST)
        if word == _RAISE:
            self._has_come.clear()
            self._asked.emit()
            if self._has_come.wait(_PATIENCE / 2):
                connection.send_bytes(_RAISED)
        return not (word == _RELEASE and self._listener is None)

    @Slot()
    def _on_asked(self) -> None:
        self._has_come.set()
        self.raise_requested.emit()
