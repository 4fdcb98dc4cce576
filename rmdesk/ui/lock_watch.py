"""When to lock: nobody touched the program, the session was locked, the computer went to sleep."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication, QShortcut
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from rmdesk.ui.session_linux import LinuxSession
    from rmdesk.ui.session_windows import WindowsSession

# Why it locked, as handed to the successor (`--locked`).
BY_KEY = "key"
BY_IDLE = "idle"
BY_SESSION = "session"
BY_SLEEP = "sleep"
REASONS = (BY_KEY, BY_IDLE, BY_SESSION, BY_SLEEP)

Clocks = Callable[[], tuple[float, float]]

INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,  # all that is seen of a key that a command took
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    }
)


def _clocks() -> tuple[float, float]:
    return time.monotonic(), time.time()


class LockWatch(QObject):
    """Says once that it is time to lock, and why. Starts with `start`.

    Keys and mouse come to a window first, what is composed (Chinese) to the widget with the focus: these are
    listened to. A filter of the whole application would be handed every event, and of objects that are
    Qt's own PySide would first make a class for each kind there is, 2 MB of them.
    """

    lock_requested = Signal(str)

    def __init__(
        self, idle_seconds: float, *, clocks: Clocks = _clocks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.idle_seconds = idle_seconds
        self._clocks = clocks
        self.last_input = clocks()
        self._said = False
        self._watched: list[QObject] = []  # kept: an object known to Python is found without asking its kind
        self._following = False
        self._session: LinuxSession | WindowsSession | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_tick)

    def start(self, window: QWidget | None = None) -> None:
        """Begin to watch; `window` is what Windows sends its notices of the session to."""
        self.last_input = self._clocks()
        self._timer.start(max(10, min(1000, round(self.idle_seconds * 250))))
        self._listen()
        self._follow_focus(True)
        self._session = _watch_session(self, window)
        if self._session is not None:
            self._session.locked.connect(self.request)

    def stop(self) -> None:
        self._timer.stop()
        self._follow_focus(False)
        for one in self._watched:
            if isValid(one):
                one.removeEventFilter(self)
        self._watched = []
        if self._session is not None:
            self._session.stop()
            self._session = None

    @Slot(str)
    def request(self, reason: str) -> None:
        """Ask for the lock now."""
        if not self._said:
            self._said = True
            self.stop()
            self.lock_requested.emit(reason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in INPUT:
            self.last_input = self._clocks()
        return False

    def _listen(self) -> None:
        """Listen to every window there is, and to the widget with the focus."""
        focus = QApplication.focusWidget()
        wanted: list[QObject] = [*QGuiApplication.topLevelWindows(), *([] if focus is None else [focus])]
        former, self._watched = self._watched, wanted
        for one in wanted:
            if not any(one is known for known in former):
                one.installEventFilter(self)
        for one in former:
            if isValid(one) and not any(one is known for known in wanted):
                one.removeEventFilter(self)

    def _follow_focus(self, follow: bool) -> None:
        application = QApplication.instance()
        if not isinstance(application, QApplication) or follow == self._following:
            return
        self._following = follow
        for moved in (application.focusChanged, application.focusWindowChanged):
            if follow:
                moved.connect(self._on_focus)
            else:
                moved.disconnect(self._on_focus)

    @Slot()
    def _on_focus(self) -> None:
        self._listen()

    @Slot()
    def _on_tick(self) -> None:
        # A sleeping computer stops the one clock on some systems; setting the time moves the other.
        # The longer of the two is taken: a clock set forward locks too early, which harms nobody.
        idle = max(now - then for now, then in zip(self._clocks(), self.last_input, strict=True))
        if idle >= self.idle_seconds:
            self.request(BY_IDLE)
        else:
            self._listen()


class LockKey(QObject):
    """Lets the key of the lock work in dialogs too, which keep every other key from the window."""

    _NAME = "lock key"

    def __init__(self, action: QAction, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._action = action
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusWindowChanged.connect(self._on_focus_window_changed)

    @Slot()
    def _on_focus_window_changed(self) -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is not None and dialog.findChild(QShortcut, self._NAME) is None:
            shortcut = QShortcut(self._action.shortcut(), dialog)
            shortcut.setObjectName(self._NAME)
            shortcut.activated.connect(self._action.trigger)


def _watch_session(parent: QObject, window: QWidget | None) -> LinuxSession | WindowsSession | None:
    """What tells of the system's own lock and sleep, or None where the system offers nothing."""
    session: LinuxSession | WindowsSession | None = None
    if sys.platform == "win32":
        from rmdesk.ui.session_windows import WindowsSession

        if window is not None:
            session = WindowsSession(int(window.winId()), parent)
    elif sys.platform == "linux":
        from rmdesk.ui.session_linux import LinuxSession

        session = LinuxSession(parent)
    return session
