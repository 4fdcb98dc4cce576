"""The lines of a day: the plan at the left, its completion at the right, what came unplanned below."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from rmdesk.models import Outcome
from rmdesk.services.daily_logs import DayLog, Item
from rmdesk.ui.panes.log import wording
from rmdesk.ui.panes.log.completion import Completion
from rmdesk.ui.panes.log.day_model import ITEMS, PROPOSALS, DayModel, Entry
from rmdesk.ui.panes.log.day_painter import DayPainter
from rmdesk.ui.widgets import EmptyState, paint

_OUTCOME = 72
_KEYS = {
    Qt.Key.Key_1: Outcome.DONE,
    Qt.Key.Key_2: Outcome.PARTLY,
    Qt.Key.Key_3: Outcome.NOT_DONE,
    Qt.Key.Key_4: Outcome.MOVED,
}


class DayList(QListView):
    """Keys 1–4 choose what became of the current item, Alt+Up/Down moves it, Enter opens the customer, F2
    changes the item, Delete takes it off the plan. Rows are dragged into another order.
    """

    completed = Signal(object, str, str)  # Item, outcome, sentence
    move_wanted = Signal(object)  # Item: ask for the day
    edit_wanted = Signal(object)
    remove_wanted = Signal(object)
    opened = Signal(str)  # the uid of a customer
    reordered = Signal(list)  # uids of items in their new order
    dropped = Signal(list, int)  # places of proposals, and the row they are to stand before
    current_changed = Signal(object)  # Entry, or None
    menu_wanted = Signal(object, object)  # Entry, QPoint
    half_moved = Signal(int)  # where the right half begins

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.day_model = DayModel(self)
        self._painter = DayPainter(self)
        self._empty: EmptyState | None = None
        self._plan_only = False
        self._may_complete = False
        self.outcome_width = _OUTCOME
        self.setAccessibleName(name)
        self.setModel(self.day_model)
        self.setItemDelegate(self._painter)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(True)
        # A Chinese input method would swallow the keys.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.completion = Completion(self.viewport())
        self.completion.hide()
        self.completion.saved.connect(self._on_saved)
        self.completion.move_wanted.connect(self._on_move_wanted)
        self.completion.left.connect(lambda: self.setFocus(Qt.FocusReason.OtherFocusReason))
        self.selectionModel().currentChanged.connect(lambda _new, _old: self._on_current())
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._place_completion())

    @property
    def half(self) -> int:
        """Where the completion begins."""
        width = self.viewport().width()
        return width if self._plan_only else width // 2

    def set_empty(self, empty: EmptyState) -> None:
        self._empty = empty
        empty.setParent(self.viewport())
        self._show_empty()

    def show_day(self, log: DayLog, *, plan_only: bool, may_complete: bool) -> None:
        """Show a day; the row that was current stays so, if it is there still."""
        entry, row = self.current, self.currentIndex().row()
        self._plan_only, self._may_complete = plan_only, may_complete
        words = [wording.outcome(one) for one in wording.OUTCOMES] + [self.tr("Unplanned")]
        self.outcome_width = max(paint.text_width(one) for one in words) + 1
        self.day_model.show_day(log)
        self._painter.measure(self.day_model.entries)
        keys = [one.key for one in self.day_model.entries]
        if entry is not None and entry.key in keys:
            self.go(keys.index(entry.key))
        elif keys:
            self.go(min(max(row, 0), len(keys) - 1))
        self._on_current()
        self._show_empty()
        self.half_moved.emit(self.half)

    @property
    def current(self) -> Entry | None:
        return self.day_model.entry(self.currentIndex().row())

    @property
    def current_item(self) -> Item | None:
        entry = self.current
        return None if entry is None else entry.item

    def go(self, row: int) -> None:
        self.setCurrentIndex(self.day_model.index(row, 0))

    def go_to_next_open(self) -> None:
        """Go on to the next item that waits for its completion, other than the current one."""
        here = self.currentIndex().row()
        rows = [
            number
            for number, one in enumerate(self.day_model.entries)
            if number != here and one.item is not None and one.item.outcome == Outcome.OPEN.value
        ]
        later = [one for one in rows if one > here] or rows
        if later:
            self.go(later[0])

    # --- the completion of the current row ---------------------------------------------------------

    def _on_current(self) -> None:
        self._place_completion()
        self.current_changed.emit(self.current)
        self.viewport().update()

    def _place_completion(self) -> None:
        item = self.current_item
        shown = item is not None and self._may_complete and not self._plan_only
        if shown and item is not None and item.outcome != Outcome.OPEN.value:
            shown = self.completion.item is not None and self.completion.item.uid == item.uid
            shown = shown and self.completion.isVisible() and self.completion.has_focus
        if not shown or item is None:
            self.completion.hide()
            return
        box = self.visualRect(self.currentIndex())
        self.completion.show_item(item)
        self.completion.setGeometry(self.half, box.top(), self.viewport().width() - self.half, box.height())
        self.completion.show()

    def choose(self, outcome: Outcome) -> None:
        """What became of the current item: the sentence is asked for, or the day."""
        item = self.current_item
        if item is None or not self._may_complete or self._plan_only:
            return
        if outcome is Outcome.MOVED:
            self.move_wanted.emit(item)
            return
        box = self.visualRect(self.currentIndex())
        self.completion.show_item(item)
        self.completion.setGeometry(self.half, box.top(), self.viewport().width() - self.half, box.height())
        self.completion.show()
        self.completion.choose(outcome)

    def _on_saved(self, outcome: str, words: str) -> None:
        item = self.completion.item
        if item is not None:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.completed.emit(item, outcome, words)

    def _on_move_wanted(self) -> None:
        item = self.completion.item
        if item is not None:
            self.move_wanted.emit(item)

    # --- keys and mouse ----------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        entry, item = self.current, self.current_item
        if modifiers == Qt.KeyboardModifier.AltModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step(-1 if key == Qt.Key.Key_Up else 1)
        elif modifiers == Qt.KeyboardModifier.NoModifier and key in _KEYS:
            self.choose(_KEYS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not modifiers and entry is not None:
            self._open(entry)
        elif key == Qt.Key.Key_F2 and item is not None and self.day_model.may_write:
            self.edit_wanted.emit(item)
        elif key == Qt.Key.Key_Delete and item is not None and self.day_model.may_write:
            self.remove_wanted.emit(item)
        else:
            super().keyPressEvent(event)

    def step(self, by: int) -> None:
        """Move the current item up or down by one."""
        item = self.current_item
        items = [one.item for one in self.day_model.entries if one.item is not None]
        if item is None or not self.day_model.may_write:
            return
        place = items.index(item)
        if 0 <= place + by < len(items):
            items[place], items[place + by] = items[place + by], items[place]
            self.reordered.emit([one.uid for one in items])

    def _open(self, entry: Entry) -> None:
        person = entry.item.person if entry.item is not None else entry.contact and entry.contact.person
        if person:
            self.opened.emit(person.uid)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        entry = self.day_model.entry(self.indexAt(event.position().toPoint()).row())
        if entry is not None:
            self._open(entry)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        # A press on the completion of an item that is filled in opens it again.
        item = self.current_item
        if (
            item is not None
            and event.button() == Qt.MouseButton.LeftButton
            and event.position().x() > self.half
            and item.outcome != Outcome.OPEN.value
            and self.indexAt(event.position().toPoint()).isValid()
        ):
            self.choose(Outcome(item.outcome))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        entry = self.day_model.entry(index.row())
        if entry is None:
            return
        self.setCurrentIndex(index)
        at: QPoint = self.visualRect(index).center() if by_key else event.pos()
        self.menu_wanted.emit(entry, self.viewport().mapToGlobal(at))

    # --- dragging ----------------------------------------------------------------------------------

    def _accepts(self, data: QMimeData) -> bool:
        return self.day_model.may_write and (data.hasFormat(ITEMS) or data.hasFormat(PROPOSALS))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._accepts(event.mimeData()):
            super().dragEnterEvent(event)
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        if self._accepts(event.mimeData()):
            event.acceptProposedAction()

    def row_for(self, at: QPoint) -> int:
        """The row that what is dropped here is to stand before."""
        index = self.indexAt(at)
        if not index.isValid():
            return len(self.day_model.entries)
        return index.row() + (at.y() > self.visualRect(index).center().y())

    def dropEvent(self, event: QDropEvent) -> None:
        data = event.mimeData()
        if not self._accepts(data):
            return
        event.setDropAction(Qt.DropAction.CopyAction)  # the model is told by the vault, not by Qt
        event.accept()
        self.take_drop(data, self.row_for(event.position().toPoint()))

    def take_drop(self, data: QMimeData, before: int) -> None:
        if data.hasFormat(PROPOSALS):
            places = bytes(data.data(PROPOSALS).data()).decode().split()
            self.dropped.emit([int(one) for one in places], before)
            return
        dragged = bytes(data.data(ITEMS).data()).decode().split()
        uids = [one.item.uid for one in self.day_model.entries if one.item is not None]
        ahead = [uid for uid in uids[:before] if uid not in dragged]
        behind = [uid for uid in uids[before:] if uid not in dragged]
        self.reordered.emit([*ahead, *dragged, *behind])

    def _show_empty(self) -> None:
        if self._empty is not None:
            self._empty.setVisible(not self.day_model.entries)
            self._empty.setGeometry(self.viewport().rect())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_empty()
        self._place_completion()
        self.half_moved.emit(self.half)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.day_model.entries:
            self.go(0)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
