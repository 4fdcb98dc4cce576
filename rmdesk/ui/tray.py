"""A notice of the system's tray, where there is one: a sentence with counts, never with names."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from rmdesk.ui import icons

_SHOWN_MS = 30_000


class TrayNotice(QObject):
    """Stands in the tray only as long as its notice does; `pressed` tells that somebody took it up."""

    pressed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.sentence = ""  # what was shown last, or would have been shown
        self._icon: QSystemTrayIcon | None = None
        self._timer = QTimer(self, singleShot=True, interval=_SHOWN_MS)
        self._timer.timeout.connect(self._leave)

    def show(self, sentence: str) -> None:
        self.sentence = sentence
        if not QSystemTrayIcon.isSystemTrayAvailable():
            return
        if self._icon is None:
            self._icon = QSystemTrayIcon(icons.app_icon(), self)
            self._icon.messageClicked.connect(self.pressed)
            self._icon.activated.connect(lambda _reason: self.pressed.emit())
        self._icon.setToolTip(sentence)
        self._icon.show()
        self._icon.showMessage("rmdesk", sentence, QSystemTrayIcon.MessageIcon.NoIcon, _SHOWN_MS)
        self._timer.start()

    def _leave(self) -> None:
        if self._icon is not None:
            self._icon.hide()
