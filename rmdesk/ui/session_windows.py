"""Notices of Windows about the session's lock and the computer's sleep."""

from __future__ import annotations

import ctypes
import ctypes.wintypes
import logging
from typing import Any

from PySide6.QtCore import QAbstractNativeEventFilter, QCoreApplication, QObject, Signal

log = logging.getLogger(__name__)

# winuser.h, wtsapi32.h
WM_WTSSESSION_CHANGE = 0x02B1
WM_POWERBROADCAST = 0x0218
WTS_SESSION_LOCK = 0x7
WTS_CONSOLE_DISCONNECT = 0x2
WTS_REMOTE_DISCONNECT = 0x4
PBT_APMSUSPEND = 0x0004
NOTIFY_FOR_THIS_SESSION = 0


def reason_of(message: int, parameter: int) -> str | None:
    """`session` or `sleep` for the messages that must lock, None for every other one."""
    if message == WM_WTSSESSION_CHANGE and parameter in (
        WTS_SESSION_LOCK,
        WTS_CONSOLE_DISCONNECT,
        WTS_REMOTE_DISCONNECT,
    ):
        return "session"
    if message == WM_POWERBROADCAST and parameter == PBT_APMSUSPEND:
        return "sleep"
    return None


class WindowsSession(QObject):
    """Emits `locked` with the reason."""

    locked = Signal(str)

    def __init__(self, window: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._filter = _Filter(self)
        library = ctypes.WinDLL("wtsapi32")  # type: ignore[attr-defined,unused-ignore]
        self._unregister: Any = library.WTSUnRegisterSessionNotification
        handle = ctypes.wintypes.HWND(window)
        if not library.WTSRegisterSessionNotification(handle, NOTIFY_FOR_THIS_SESSION):
            log.warning("Windows will not tell of the session's lock; idle time still locks")
        application = QCoreApplication.instance()
        if application is not None:
            application.installNativeEventFilter(self._filter)

    def stop(self) -> None:
        application = QCoreApplication.instance()
        if application is not None:
            application.removeNativeEventFilter(self._filter)
        self._unregister(ctypes.wintypes.HWND(self._window))


class _Filter(QAbstractNativeEventFilter):
    def __init__(self, session: WindowsSession) -> None:
        super().__init__()
        self._session = session

    def nativeEventFilter(self, kind: Any, message: Any) -> tuple[bool, int]:
        if bytes(kind) == b"windows_generic_MSG":
            content = ctypes.wintypes.MSG.from_address(int(message))
            reason = reason_of(content.message, content.wParam)
            if reason is not None:
                self._session.locked.emit(reason)
        return False, 0
