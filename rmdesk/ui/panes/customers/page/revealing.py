"""Exact values of masked cells: read when asked for, recorded, and gone again after half a minute."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from rmdesk.services import reading
from rmdesk.services.errors import UserError
from rmdesk.ui.masked import SHOWN_SECONDS
from rmdesk.ui.messages import sentence_of
from rmdesk.ui.panes.customers.page.saving import Row

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
        self._rows: dict[str, Row] = {}
        self._versions: Mapping[Row, int] = {}

    def toggle(self, key: str, table: str, uid: str, column: str) -> None:
        """Show the exact value of this column under `key`, or hide it if it is shown."""
        if key in self._timers:
            self.hide(key)
            return
        self._asked.add(key)
        self._rows[key] = (table, uid)
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

    def follow(self, versions: Mapping[Row, int]) -> None:
        """Hide what was read of rows that changed since: it may not be what they say now."""
        former, self._versions = self._versions, versions
        for key in [*self._timers, *self._asked]:
            row = self._rows[key]
            if former.get(row) != versions.get(row):
                self._asked.discard(key)
                self.hide(key)

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
