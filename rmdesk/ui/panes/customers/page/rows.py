"""Rows that are painted, one of them the current one: holdings, days, the timeline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from rmdesk.ui import clipboard, theme
from rmdesk.ui.panes.customers.page import sight
from rmdesk.ui.tokens import SIZE, SPACE
from rmdesk.ui.widgets import paint


@dataclass(frozen=True)
class RowWords:
    """What a screen reader says of a row, what is copied, and what the tooltip adds."""

    spoken: str
    tooltip: str = ""


Item = TypeVar("Item")


class PaintedRows(QWidget, Generic[Item]):
    """Rows of one height. Arrows, Home and End move; Enter or F2 edits, Delete removes, Ctrl+C copies.

    A subclass paints a row in `paint_row` and says it in `words`.
    """

    edit_wanted = Signal(object)
    remove_wanted = Signal(object)

    def __init__(self, name: str, *, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._height = name, height
        self._items: tuple[Item, ...] = ()
        self._current = 0
        self._over = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    # --- what a subclass says ----------------------------------------------------------------------

    def paint_row(self, painter: QPainter, rect: QRectF, item: Item) -> None:
        raise NotImplementedError

    def words(self, item: Item) -> RowWords:
        raise NotImplementedError

    # --- rows --------------------------------------------------------------------------------------

    @property
    def items(self) -> tuple[Item, ...]:
        return self._items

    @property
    def current(self) -> Item | None:
        return self._items[self._current] if self._items else None

    def set_items(self, items: Sequence[Item]) -> None:
        self._items = tuple(items)
        self._current = min(self._current, max(0, len(self._items) - 1))
        self._over = -1
        self.setVisible(bool(self._items))
        self.updateGeometry()
        self.setFixedHeight(self.sizeHint().height())
        self._speak()
        self.update()

    def go_to(self, place: int) -> None:
        if self._items:
            self._current = max(0, min(place, len(self._items) - 1))
            self._speak()
            self.update()
            if self.hasFocus():
                self.bring_current()

    def bring_current(self) -> None:
        """Scroll to the row one stands on."""
        sight.bring(self, self.row_rect(self._current))

    def sizeHint(self) -> QSize:
        return QSize(200, len(self._items) * self._height + 2 * SPACE.tiny if self._items else 0)

    def row_rect(self, place: int) -> QRectF:
        return QRectF(0, SPACE.tiny + place * self._height, self.width(), self._height)

    def _at(self, y: float) -> int:
        place = int((y - SPACE.tiny) // self._height)
        return place if 0 <= place < len(self._items) else -1

    def _speak(self) -> None:
        item = self.current
        self.setAccessibleName(self._name)
        self.setAccessibleDescription("" if item is None else self.words(item).spoken)
        if self.hasFocus():
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    # --- events ------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Home: -len(self._items),
            Qt.Key.Key_End: len(self._items),
        }.get(Qt.Key(event.key()))
        item = self.current
        if step is not None:
            at_end = self._current == (0 if step < 0 else len(self._items) - 1)
            if at_end and abs(step) == 1:
                event.ignore()  # the page scrolls on
                return
            self.go_to(self._current + step)
        elif item is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.edit_wanted.emit(item)
        elif item is not None and event.key() == Qt.Key.Key_Delete:
            self.remove_wanted.emit(item)
        elif (
            item is not None
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
            and (event.key() == Qt.Key.Key_C)
        ):
            clipboard.copy(self.words(item).spoken)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._at(event.position().y())
        if place >= 0:
            self.go_to(place)
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        place = self._at(event.position().y())
        if place >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.edit_wanted.emit(self._items[place])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._set_over(self._at(event.position().y()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._set_over(-1)
        super().leaveEvent(event)

    def _set_over(self, place: int) -> None:
        if place != self._over:
            self._over = place
            self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()
        sight.when_come_to(self, event.reason(), self.bring_current)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = self._at(event.pos().y())
            words = self.words(self._items[place]).tooltip if place >= 0 else ""
            if words:
                QToolTip.showText(event.globalPos(), words, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        seen = QRectF(event.rect())
        for place, item in enumerate(self._items):
            rect = self.row_rect(place)
            if not rect.intersects(seen):
                continue
            if place == self._current and self.hasFocus():
                painter.fillRect(rect, theme.colour("selection"))
                mark = QRectF(rect.left(), rect.top(), SIZE.current_mark, rect.height())
                painter.fillRect(paint.snapped(painter, mark), theme.colour("accent"))
            elif place == self._over:
                painter.fillRect(rect, theme.colour("hover"))
            self.paint_row(painter, rect.adjusted(SPACE.pane, 0, -SPACE.pane, 0), item)
