"""The field of several lines: what it proposes in grey is painted as soon as it changes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from rmdesk.ui.interactions.fields import TextArea

WAIT = 10_000  # ms: a limit, not a measure


class _Paints(QObject):
    """Counts how often a widget is painted as a whole: its caret blinks besides."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count, self._widget = 0, widget
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.count += event.rect() == self._widget.rect()
        return False


def test_a_proposal_that_changes_is_painted(qtbot: QtBot) -> None:
    area = TextArea("", lines=2)
    qtbot.addWidget(area)
    paints = _Paints(area.viewport())
    area.setPlaceholderText("1 form came back.")
    with qtbot.waitExposed(area):
        area.show()
    qtbot.waitUntil(lambda: paints.count > 0, timeout=WAIT)
    QApplication.processEvents()
    before = paints.count
    area.setPlaceholderText("6 forms came back.")
    qtbot.waitUntil(lambda: paints.count > before, timeout=WAIT)
