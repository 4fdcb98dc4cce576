"""Small widgets in a row that goes on in a further line where it is full."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rmdesk.ui.tokens import SPACE


class Flow(QWidget):
    """Shows `widgets` from left to right, each as large as it wishes, in lines of `line` px."""

    def __init__(self, *, line: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = line
        self._widgets: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def insert(self, place: int, widget: QWidget) -> None:
        widget.setParent(self)
        self._widgets.insert(place, widget)
        after = self._widgets[place - 1] if place else None
        if after is not None:
            QWidget.setTabOrder(after, widget)
        widget.show()
        self.arrange()

    def remove(self, widget: QWidget) -> None:
        """Take it out and delete it."""
        self._widgets.remove(widget)
        widget.hide()
        widget.deleteLater()
        self.arrange()

    def _places(self, width: int) -> list[tuple[int, int]]:
        """Where each widget begins, in lines."""
        found, left, line = [], 0, 0
        for widget in self._widgets:
            if widget.isHidden():
                found.append((left, line))
                continue
            needed = widget.sizeHint().width()
            if left and left + needed > width:
                left, line = 0, line + 1
            found.append((left, line))
            left += needed + SPACE.small
        return found

    def heightForWidth(self, width: int) -> int:
        places = self._places(width)
        return (places[-1][1] + 1 if places else 1) * self._line

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(self.width(), 200)))

    def minimumSizeHint(self) -> QSize:
        return QSize(100, self._line)

    def arrange(self) -> None:
        """Lay them out anew; those that are hidden take no room."""
        for widget, (left, line) in zip(self._widgets, self._places(self.width()), strict=True):
            size = widget.sizeHint()
            top = line * self._line + (self._line - size.height()) // 2
            widget.setGeometry(left, top, min(size.width(), self.width()), size.height())
        self.setFixedHeight(self.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # one of them wants another size
            self.arrange()
        return super().event(event)
