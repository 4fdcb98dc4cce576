"""The outline of a questionnaire: sections and questions in order, dragged or moved by keys."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from rmdesk.ui import theme
from rmdesk.ui.panes.surveys.writing.draft import FormDraft
from rmdesk.ui.panes.surveys.writing.fields import words_of
from rmdesk.ui.tokens import SIZE, SPACE, TYPE
from rmdesk.ui.widgets import paint

_KEY, _NUMBER, _WRONG, _SECTION = (Qt.ItemDataRole.UserRole + place for place in range(4))
_NUMBERS = 28  # px


class _Painter(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, _index: object) -> QSize:
        return QSize(120, SIZE.row + 4)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: Any = option  # the bindings do not tell what an option holds
        rect, state = QRectF(row.rect), row.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("selection"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.colour("hover"))
        section, wrong = index.data(_SECTION), index.data(_WRONG)
        line = rect.adjusted(SPACE.medium, 0, -SPACE.medium, 0)
        if not section:
            number = QRectF(line.left(), line.top(), _NUMBERS, line.height())
            paint.text(painter, number, index.data(_NUMBER), style=TYPE.secondary, role="secondary")
            line.setLeft(line.left() + _NUMBERS)
        words = ("⚠ " if wrong else "") + (index.data(Qt.ItemDataRole.DisplayRole) or "")
        ink = "warning" if wrong else "secondary" if section else "text"
        paint.text(painter, line, words, style=TYPE.group if section else TYPE.body, role=ink)


class Outline(QListWidget):
    """`chosen` carries the key of the current section or question, `moved` a key and the place before which
    it is to stand. Alt+Up and Alt+Down move, Ins adds a question, Shift+Ins a section, Del takes out.
    """

    chosen = Signal(str)
    moved = Signal(str, int)
    shifted = Signal(str, bool)
    question_wanted = Signal()
    section_wanted = Signal()
    removal_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Sections and questions"))
        self.setItemDelegate(_Painter(self))
        self.setMouseTracking(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self._is_filling = False
        self.currentRowChanged.connect(self._on_current)

    def show_draft(self, draft: FormDraft, wrong: set[str], current: str | None) -> None:
        """List what stands in the draft; `wrong` are the keys with something to mend."""
        self._is_filling = True
        self.clear()
        for node in draft.nodes():
            one = draft.get(node)
            blank = self.tr("Section without a title") if node.is_section else self.tr("Nothing is asked yet")
            words = words_of(one.get("title") if node.is_section else one.get("text"), other=blank)
            item = QListWidgetItem(words)
            item.setData(_KEY, node.key)
            item.setData(_NUMBER, "" if node.is_section else f"{node.number}.")
            item.setData(_SECTION, node.is_section)
            item.setData(_WRONG, node.key in wrong)
            item.setToolTip(words)
            self.addItem(item)
            if node.key == current:
                self.setCurrentItem(item)
        self._is_filling = False
        if self.currentRow() < 0 and self.count():
            self.setCurrentRow(min(1, self.count() - 1))

    @property
    def current(self) -> str | None:
        item = self.currentItem()
        return None if item is None else str(item.data(_KEY))

    def _on_current(self, _row: int) -> None:
        if not self._is_filling and self.current is not None:
            self.chosen.emit(self.current)

    def dropEvent(self, event: QDropEvent) -> None:
        at, key = event.position().toPoint(), self.current
        place = self.place_at(at)
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if key is not None:
            self.moved.emit(key, place)

    def place_at(self, at: QPoint) -> int:
        """Before which row a point lies."""
        index = self.indexAt(at)
        if not index.isValid():
            return self.count()
        below = at.y() > self.visualRect(index).center().y()
        return index.row() + (1 if below else 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, current = event.key(), self.current
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and current is not None:
            self.shifted.emit(current, key == Qt.Key.Key_Down)
        elif key == Qt.Key.Key_Insert:
            with_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            (self.section_wanted if with_shift else self.question_wanted).emit()
        elif key == Qt.Key.Key_Delete:
            self.removal_wanted.emit()
        else:
            super().keyPressEvent(event)
