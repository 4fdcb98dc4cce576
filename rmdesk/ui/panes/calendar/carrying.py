"""What is dragged within the calendar: one line, from a cell or a list, onto another day."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDrag, QPixmap
from PySide6.QtWidgets import QWidget

from rmdesk.services.care import Key, Line, State

DRAGGED = "application/x-rmdesk-touchpoints"  # carries no word of them: they stay in the window


def may_move(line: Line) -> bool:
    """Whether a line may be put off: it is one customer's and still open."""
    return line.person is not None and line.touchpoint.state is State.OPEN


class Carried:
    """Which touchpoints are on their way."""

    def __init__(self) -> None:
        self.keys: list[Key] = []

    def drag(self, source: QWidget, line: Line, picture: QPixmap, spot: QPoint) -> None:
        """Drag a line until it is let go; `picture` hangs from the pointer at `spot`."""
        self.keys = [line.key]
        data = QMimeData()
        data.setData(DRAGGED, b"1")
        drag = QDrag(source)
        drag.setMimeData(data)
        drag.setPixmap(picture)
        drag.setHotSpot(spot)
        drag.exec(Qt.DropAction.MoveAction)
