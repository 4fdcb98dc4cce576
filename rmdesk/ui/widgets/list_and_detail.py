"""A list with the detail of its current row beside it, or, where there is little room, over it."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from rmdesk.ui.widgets.label import Hairline

NARROW_BELOW = 1100  # px of the window's width


class ListAndDetail(QWidget):
    """In a narrow window the detail lies over the list's right part, from `open_detail` to `close_detail`."""

    narrowed = Signal(bool)

    def __init__(
        self,
        listed: QWidget,
        detail: QWidget,
        *,
        list_least: int,
        detail_least: int,
        detail_first: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._list, self._detail, self._first = listed, detail, detail_first
        self._narrow: bool | None = None
        self._kept: list[int] = []
        listed.setMinimumWidth(list_least)
        detail.setMinimumWidth(detail_least)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(listed)
        self._splitter.setStretchFactor(0, 1)
        self._edge = Hairline(Qt.Orientation.Vertical, parent=detail)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._splitter)
        self._set_narrow(False)

    @property
    def is_narrow(self) -> bool:
        return bool(self._narrow)

    def sizes(self) -> list[int]:
        """Widths of list and detail, for `restore`."""
        return self._kept if self._narrow else self._splitter.sizes()

    def restore(self, sizes: list[int] | None) -> None:
        """Divide the room as it was; None as it is at first."""
        known = isinstance(sizes, list) and len(sizes) == 2 and all(isinstance(one, int) for one in sizes)
        self._kept = sizes if known and sizes else []
        if not self._narrow:
            self._splitter.setSizes(self._kept or [self.width() - self._first, self._first])

    def open_detail(self) -> None:
        """Show the detail if it is not there."""
        if self._narrow:
            self._place()
            self._detail.show()
            self._detail.raise_()
            self._edge.raise_()

    def close_detail(self) -> bool:
        """Take the detail off the list; whether it lay over it."""
        if self._narrow and self._detail.isVisible():
            self._detail.hide()
            return True
        return False

    def _set_narrow(self, narrow: bool) -> None:
        if narrow == self._narrow:
            return
        was, self._narrow = self._narrow, narrow
        self._edge.setVisible(narrow)
        if narrow:
            self._kept = self._splitter.sizes()
            self._detail.setParent(self)
            self._detail.hide()
            self._place()
        else:
            self._splitter.addWidget(self._detail)
            self._splitter.setStretchFactor(1, 0)
            self._detail.show()
            self.restore(self._kept or None)
        if was is not None:
            self.narrowed.emit(narrow)

    def _place(self) -> None:
        width = min(max(self._first, self._detail.minimumWidth()), self.width())
        self._detail.setGeometry(QRect(self.width() - width, 0, width, self.height()))
        self._edge.setGeometry(0, 0, 1, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_narrow(self.window().width() < NARROW_BELOW)
        if self._narrow:
            self._place()
        elif event.oldSize().width() <= 0:
            self.restore(self._kept or None)
