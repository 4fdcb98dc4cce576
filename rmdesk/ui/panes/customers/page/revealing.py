"""Exact values of masked cells: read when asked for, recorded, and gone again after half a minute."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from rmdesk.services import reading
from rmdesk.services.errors import UserError
from rmdesk.ui.masked import SHOWN_SECONDS
from rmdesk.ui.messages import sentence_of

if TYPE_CHECKING:
    from rmdesk.ui.context import Context


class Revealer(QObject):
    """`revealed` carries a key and the exact value, `hidden` the key again when its time is over."""

    revealed = Signal(str, str)
    hidden = Signal(str)
    refused = Signal(str)

    def __init__(
        self, context: Context, *, seconds: float = SHOWN_SECONDS, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._milliseconds = round(seconds * 1000)
        self._timers: dict[str, QTimer] = {}
        self._asked: set[str] = set()

    def toggle(self, key: str, table: str, uid: str, column: str) -> None:
        """Show the exact value of this column under `key`, or hide it if it is shown."""
        if key in self._timers:
            self.hide(key)
            return
        self._asked.add(key)
        self._context.jobs.write(
            self.tr("Showing a masked field"),
            lambda session, _progress: reading.reveal(session, table, uid, column),
            done=lambda value: self._on_value(key, value),
            failed=self._on_refused,
        )

    def hide(self, key: str) -> None:
        timer = self._timers.pop(key, None)
        if timer is not None:
            timer.stop()
            timer.deleteLater()
            self.hidden.emit(key)

    def hide_all(self) -> None:
        """Nothing exact stays on screen, nor comes late: another customer is shown, or none."""
        self._asked.clear()
        for key in list(self._timers):
            self.hide(key)

    def _on_value(self, key: str, value: str) -> None:
        if key not in self._asked:
            return
        self._asked.discard(key)
        timer = QTimer(self, singleShot=True, interval=self._milliseconds)
        timer.timeout.connect(lambda: self.hide(key))
        self._timers[key] = timer
        timer.start()
        self.revealed.emit(key, value)

    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.refused.emit(sentence_of(error))
