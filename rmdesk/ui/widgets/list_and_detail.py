"""A list and, beside it, the current one of its rows; where there is little room, over it."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from rmdesk.ui.widgets.label import Hairline

NARROW_BELOW = 1100  # px of the window's width


class ListAndDetail(QWidget):
    """The detail keeps the width a person gave it; what is left is the list's, however wide the window is.

    With `may_overlay` the detail of a narrow window lies over the list's right part, from `open_detail` to
    `close_detail`.
    """

    def __init__(
        self,
        listed: QWidget,
        detail: QWidget,
        *,
        width: int,
        list_least: int = 0,
        detail_least: int = 0,
        may_overlay: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._detail, self._wanted, self._may_overlay = detail, width, may_overlay
        self._narrow = False
        if list_least:
            listed.setMinimumWidth(list_least)
        if detail_least:
            detail.setMinimumWidth(detail_least)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(listed)
        self.splitter.addWidget(detail)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.splitterMoved.connect(self._on_moved)
        self._edge = Hairline(Qt.Orientation.Vertical, parent=detail)
        self._edge.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.splitter)

    @property
    def detail_width(self) -> int:
        """What the detail is to have where there is room for it."""
        return self._wanted

    @property
    def is_narrow(self) -> bool:
        """Whether the detail lies over the list when it is open."""
        return self._narrow

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
        self._narrow = narrow
        self._edge.setVisible(narrow)
        if narrow:
            self._detail.setParent(self)
            self._detail.hide()
        else:
            self.splitter.addWidget(self._detail)
            self._detail.show()

    def _place(self) -> None:
        """Each its part. A splitter by itself would share out the width it has before it is first shown."""
        if not self._narrow:
            left = self.width() - self.splitter.handleWidth() - self._wanted
            self.splitter.setSizes([max(1, left), self._wanted])
            return
        width = min(max(self._wanted, self._detail.minimumWidth()), self.width())
        self._detail.setGeometry(QRect(self.width() - width, 0, width, self.height()))
        self._edge.setGeometry(0, 0, 1, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_narrow(self._may_overlay and self.window().width() < NARROW_BELOW)
        self.splitter.setGeometry(self.rect())
        self._place()

    def _on_moved(self) -> None:
        self._wanted = self.splitter.sizes()[1]
