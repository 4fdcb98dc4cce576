"""A list and, beside it, the current one of its rows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget


class ListAndDetail(QSplitter):
    """The detail keeps the width a person gave it; what is left is the list's, however wide the window is.

    A splitter by itself would share out the width it happens to have before it is first shown.
    """

    def __init__(self, rows: QWidget, detail: QWidget, *, width: int, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._wanted = width
        self.setChildrenCollapsible(False)
        self.addWidget(rows)
        self.addWidget(detail)
        self.setStretchFactor(0, 1)
        self.splitterMoved.connect(self._on_moved)

    @property
    def detail_width(self) -> int:
        """What the detail is to have where there is room for it."""
        return self._wanted

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setSizes([max(1, self.width() - self.handleWidth() - self._wanted), self._wanted])

    def _on_moved(self) -> None:
        self._wanted = self.sizes()[1]
