"""Uncaught errors: to the log and to the person, whatever thread or slot they came from.

Neither ever holds customer data: a traceback is told by places in the code, without values or messages.
"""

from __future__ import annotations

import logging
import platform
import queue
import sys
import threading
import traceback
from collections import Counter
from collections.abc import Callable
from types import TracebackType
from typing import Any

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    Slot,
    qInstallMessageHandler,
    qVersion,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from rmdesk import __version__
from rmdesk.services.errors import Cancelled, UserError
from rmdesk.ui import icons
from rmdesk.ui.widgets import Button, Variant
from rmdesk.ui.workers import describe_error

log = logging.getLogger(__name__)
qt_log = logging.getLogger("qt")

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}

# What the platform without a screen (tests, self-test, screenshots) says whenever a window is shown.
_OFFSCREEN = (
    "This plugin does not support propagateSizeHints()",
    "This plugin does not support raise()",
)

# A repaint that fails would ask again for ever: the same error is shown this often, then only logged.
_SHOWN_AT_MOST = 3

TellUserError = Callable[[UserError], None]


def details_of(error: BaseException) -> str:
    """What to copy for those who mend the program: versions and the places in the code."""
    return (
        f"rmdesk {__version__}, Python {platform.python_version()}, Qt {qVersion()}, "
        f"{platform.system()} {platform.release()}\n\n{describe_error(error)}\n"
    )


class CrashHandler(QObject):
    """Python's hooks for uncaught errors and Qt's message handler, from `install` to `uninstall`.

    A `UserError` that nobody caught is told like any other refusal by `tell`; anything else is a bug.
    """

    close_requested = Signal()  # the person chose to close the program

    _posted = Signal()

    def __init__(self, tell: TellUserError, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tell = tell
        self._inbox: queue.SimpleQueue[UserError | str] = queue.SimpleQueue()
        self._shown: Counter[str] = Counter()
        self._dialog: CrashDialog | None = None
        self._hooks: tuple[Any, Any, Any] | None = None
        self._qt_handler: Any = None
        self._posted.connect(self._on_posted, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        self._hooks = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        sys.excepthook = self._on_uncaught
        threading.excepthook = self._on_thread
        sys.unraisablehook = self._on_unraisable
        self._qt_handler = qInstallMessageHandler(log_qt)

    def uninstall(self) -> None:
        if self._hooks is not None:
            sys.excepthook, threading.excepthook, sys.unraisablehook = self._hooks
            self._hooks = None
            qInstallMessageHandler(self._qt_handler)

    def _on_uncaught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            self._take(error.with_traceback(trace))

    def _on_thread(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self._take(arguments.exc_value)

    def _on_unraisable(self, arguments: sys.UnraisableHookArgs) -> None:
        # Errors while things are torn down: nothing a person could decide about.
        if arguments.exc_value is not None:
            log.error("error in a finaliser\n%s", details_of(arguments.exc_value))

    def _take(self, error: BaseException) -> None:
        """From any thread. The dialog waits for the event loop: a slot must not run one inside itself."""
        if isinstance(error, Cancelled):
            return
        if isinstance(error, UserError):
            self._inbox.put(error)
        else:
            details = details_of(error)
            log.error("uncaught error\n%s", details)
            self._inbox.put(details)
        # A painter that its frame keeps alive after the paint event ends the whole process.
        traceback.clear_frames(error.__traceback__)
        self._posted.emit()

    @Slot()
    def _on_posted(self) -> None:
        details = self._inbox.get_nowait()
        if isinstance(details, UserError):
            self._tell(details)
            return
        self._shown[details] += 1
        if self._dialog is not None or self._shown[details] > _SHOWN_AT_MOST:
            return  # in the log already; a second dialog over the first would help nobody
        self._dialog = CrashDialog(details, QApplication.activeWindow())
        self._dialog.finished.connect(self._on_dialog_finished)
        self._dialog.open()

    @Slot(int)
    def _on_dialog_finished(self, result: int) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.deleteLater()
        if result == QDialog.DialogCode.Rejected:
            self.close_requested.emit()


class CrashDialog(QDialog):
    """Something went wrong that should not: carry on or close, and details to copy."""

    def __init__(self, details: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("An error in the program"))
        self._details = details

        sign = QLabel()
        sign.setPixmap(icons.pixmap("circle-alert", "warning", 20, self.devicePixelRatioF()))
        sign.setAlignment(Qt.AlignmentFlag.AlignTop)
        text = QLabel(
            self.tr(
                "The last step did not work because of an error in the program. "
                "What was saved before is safe. What is not saved yet stays where it stands, and is back "
                "there if you close the program and come again.\n\n"
                "You can carry on. If it happens again, close the program, start it again and give the "
                "details below to the people who look after it. They hold no customer data."
            )
        )
        text.setWordWrap(True)
        text.setMinimumWidth(440)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(sign)
        top.addWidget(text, 1)

        shown = QPlainTextEdit(details)
        shown.setReadOnly(True)
        shown.setTabChangesFocus(True)
        shown.setMinimumHeight(160)
        shown.setAccessibleName(self.tr("Details of the error"))

        self.copy_button = Button(self.tr("Copy details"), icon="copy")
        self.close_button = Button(self.tr("Close the program"))
        self.continue_button = Button(self.tr("Continue"), variant=Variant.PRIMARY)
        self.continue_button.setDefault(True)
        self.copy_button.clicked.connect(self._on_copy)
        self.close_button.clicked.connect(self.reject)
        self.continue_button.clicked.connect(self.accept)

        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.copy_button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.continue_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addLayout(top)
        layout.addWidget(shown, 1)
        layout.addLayout(buttons)
        self.continue_button.setFocus()

    def keyPressEvent(self, event: Any) -> None:
        # Esc must not be the way to lose unsaved work.
        if event.key() == Qt.Key.Key_Escape:
            self.accept()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: Any) -> None:
        event.ignore()
        self.accept()

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details)


def log_qt(kind: QtMsgType, where: QMessageLogContext, message: str) -> None:
    """Qt's message handler: what Qt says goes to the logger `qt`."""
    level = logging.DEBUG if message in _OFFSCREEN else _LEVELS.get(kind, logging.WARNING)
    qt_log.log(level, "%s", message)
