"""A tree whose rows are marked as those of tables are."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtGui import QFocusEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QTreeView, QWidget

from rmdesk.ui import theme

_BAR = 3  # px: the mark of the current row while the tree has the focus

AnyIndex = QModelIndex | QPersistentModelIndex


class RowTree(QTreeView):
    """All its rows are open; Tab leaves it. What stands in a row is the delegate's."""

    def __init__(self, *, indent: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setExpandsOnDoubleClick(False)
        self.setIndentation(indent)
        self.setUniformRowHeights(True)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def drawRow(  # noqa: N802 - Qt's name
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        row = QRect(0, option.rect.top(), self.viewport().width(), option.rect.height())
        current = self.currentIndex()
        if current.isValid() and index.row() == current.row() and index.parent() == current.parent():
            painter.fillRect(row, theme.colour("selection" if self.hasFocus() else "selection_idle"))
            if self.hasFocus():
                painter.fillRect(QRect(0, row.top(), _BAR, row.height()), theme.colour("accent"))
        super().drawRow(painter, option, index)

    def drawBranches(  # noqa: N802 - Qt's name
        self, painter: QPainter, rect: QRect, index: AnyIndex
    ) -> None:
        """Lines would say nothing that the indentation does not."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
