"""The floor of a list: one statement of the driver and a bare view that paints the same cells."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView

AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class BareModel(QAbstractTableModel):
    """Rows of words that lie ready, from `first` on, of `count` rows."""

    def __init__(self, columns: int) -> None:
        super().__init__()
        self._columns = columns
        self._count = self._first = 0
        self._rows: Sequence[Sequence[str]] = ()

    def show_rows(self, rows: Sequence[Sequence[str]], first: int, count: int) -> None:
        self.beginResetModel()
        self._rows, self._first, self._count = rows, first, count
        self.endResetModel()

    def put(self, rows: Sequence[Sequence[str]], first: int) -> None:
        """Have other rows ready, without telling the view."""
        self._rows, self._first = rows, first

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else self._columns

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        place = index.row() - self._first
        return self._rows[place][index.column()] if 0 <= place < len(self._rows) else None


class BareView(QTableView):
    """Qt's own table with rows of one height and nothing of ours."""

    def __init__(self, widths: Sequence[int], row_height: int) -> None:
        super().__init__()
        self.bare = BareModel(len(widths))
        self.setModel(self.bare)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(row_height)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for number, width in enumerate(widths):
            self.setColumnWidth(number, width)
