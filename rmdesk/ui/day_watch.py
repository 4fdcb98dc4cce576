"""Tells when the day turns, also on a computer that slept over midnight or whose clock was set."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import QObject, QTimer, Signal

_LOOK_MS = 10 * 60 * 1000


class DayWatch(QObject):
    """`turned` carries the new day."""

    turned = Signal(object)  # date

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.day = date.today()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)
        self.look()

    def look(self) -> None:
        """Look at the clock now."""
        now = datetime.now()
        midnight = datetime.combine(now.date() + timedelta(days=1), datetime.min.time())
        left = int((midnight - now).total_seconds() * 1000) + 1000
        self._timer.start(min(left, _LOOK_MS))
        if now.date() != self.day:
            self.day = now.date()
            self.turned.emit(self.day)
