"""Keeps what stands half-written while it is being written, so that a crash takes no more than a few seconds.

As the window goes its session keeps it for the last time, after `stop`.
"""

from __future__ import annotations

import threading
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Slot

if TYPE_CHECKING:
    from rmdesk.ui.window import MainWindow
    from rmdesk.ui.workers import Progress

EVERY = 5_000  # ms


class DraftWatch(QObject):
    """Looks every few seconds, and as soon as something was saved while anything is kept: what has been saved
    must not come back.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        # As it was kept last; what was taken up is not known any more.
        self._content: dict[str, Any] | None = {} if window.taken_up is None else None
        self._writing = threading.Lock()
        self._newest = 0  # what was asked for before it is no longer written
        self._is_due = False
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.look)
        window.context.jobs.ended.connect(self._on_ended)  # behind what its asker did about it
        if window.taken_up is not None:
            window.taken_up.settled.connect(self._look_soon)

    def start(self) -> None:
        self._timer.start()

    def stop(self) -> None:
        """Write nothing from now on; what is being written is waited for."""
        self._timer.stop()
        with self._writing:
            self._newest += 1
        self._content = {}

    @Slot()
    def look(self) -> None:
        """Keep what is half-written now, if it is not what was kept last."""
        self._is_due = False
        context = self._window.context
        if context.store.actor is None:  # the window has gone meanwhile, and what it left was kept
            return
        content = self._window.drafts(is_working=True)
        if content == self._content:
            return
        self._content = content
        self._newest += 1
        keep = partial(self._keep, self._newest, context.actor.staff_uid, content)
        context.jobs.background(self.tr("Keeping what is half-written"), keep)

    def _keep(self, number: int, staff_uid: str, content: dict[str, Any], _progress: Progress) -> None:
        from rmdesk.services import drafts

        with self._writing:
            if number == self._newest:
                drafts.keep(self._window.context.vault, staff_uid, content)

    def _on_ended(self) -> None:
        if self._content != {}:
            self._look_soon()

    @Slot()
    def _look_soon(self) -> None:
        if not self._is_due:
            self._is_due = True
            QTimer.singleShot(0, self, self.look)
