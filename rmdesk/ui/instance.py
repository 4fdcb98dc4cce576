"""One window per vault and person: a second start raises the first and ends."""

from __future__ import annotations

import getpass
import hashlib
import logging
import os
import sys
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

log = logging.getLogger(__name__)

_RAISE = b"raise\n"
_RAISED = b"raised\n"
_PATIENCE = 2000  # ms a running program gets to answer; afterwards the vault's own lock decides


def server_name(folder: Path) -> str:
    """The name of the socket: unguessable from nothing, the same for this person and vault folder."""
    place = os.path.normcase(os.path.realpath(folder))
    digest = hashlib.sha256(f"{getpass.getuser()}\0{place}".encode("utf-8", "surrogatepass")).hexdigest()
    return f"rmdesk-{digest[:24]}"


class Instance(QObject):
    """The claim on a vault folder's window. Only a courtesy: safety is the vault's process lock."""

    raise_requested = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = server_name(folder)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)

    def claim(self) -> bool:
        """True if this is the first; False if another one runs and was raised, so that this one may end."""
        if self._raise_other():
            return False
        if not self._server.listen(self._name):
            # Nobody answered, so a file of that name was left behind by a process that was killed.
            QLocalServer.removeServer(self._name)
            if not self._server.listen(self._name):
                log.warning("no second start will find this window: %s", self._server.serverError())
        return True

    def release(self) -> None:
        """Let a successor claim it."""
        self._server.close()

    def _raise_other(self) -> bool:
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_PATIENCE):
            return False
        if sys.platform == "win32":
            # Windows lets only the process in front hand the front to another; any one may take it.
            import ctypes

            ctypes.windll.user32.AllowSetForegroundWindow(-1)
        socket.write(_RAISE)
        socket.flush()
        answer = b""
        while _RAISED not in answer and socket.waitForReadyRead(_PATIENCE):
            answer += bytes(socket.readAll().data())
        socket.disconnectFromServer()
        return _RAISED in answer

    @Slot()
    def _on_connection(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(self._on_ready)
            socket.disconnected.connect(socket.deleteLater)
            if socket.bytesAvailable():
                self._answer(socket)

    @Slot()
    def _on_ready(self) -> None:
        socket = self.sender()
        if isinstance(socket, QLocalSocket):
            self._answer(socket)

    def _answer(self, socket: QLocalSocket) -> None:
        if bytes(socket.readAll().data()).startswith(_RAISE):
            socket.write(_RAISED)
            socket.flush()
            self.raise_requested.emit()
