"""Loading modules before they are needed, in moments in which the window has nothing else to do."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal


class Warming(QObject):
    """Loads modules one after the other, each in a step of its own between the events of the window."""

    ended = Signal()  # all of them are there

    def __init__(self, modules: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._left = list(reversed(modules))
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._step)

    def start(self) -> None:
        """Begin, or go on after `stop`."""
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def _step(self) -> None:
        while self._left:
            module = self._left.pop()
            if module not in sys.modules:
                importlib.import_module(module)
                return
        self._timer.stop()
        self.ended.emit()
