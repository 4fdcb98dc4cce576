"""The worklist: painted rows in folds, the current one with its keys below it; everything by keyboard."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QToolTip, QWidget

from rmdesk.services.care import Key, Line, Section, State
from rmdesk.ui import clipboard
from rmdesk.ui.panes.today import wording
from rmdesk.ui.panes.today.work_model import Entry, WorkModel
from rmdesk.ui.panes.today.work_painter import Hint, RowLook, WorkPainter
from rmdesk.ui.tokens import SIZE, SPACE
from rmdesk.ui.widgets import EmptyState

_LETTERS = frozenset("DPSTGCNHRL")  # of the strip: where they do nothing, they begin no search either
_PLAIN = Qt.KeyboardModifier.NoModifier


class WorkView(QTableView):
    """`acted` carries what a key, a press on its cap or on a circle asks for (`Hint.action`)."""

    acted = Signal(str)
    opened = Signal(object)  # Line
    current_changed = Signal(object)  # Line, or None
    more_wanted = Signal()
    typed = Signal(str)
    menu_wanted = Signal(object)  # QPoint on the screen

    def __init__(self, model: WorkModel, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work = model
        self._painter = WorkPainter()
        self._hints: tuple[Hint, ...] = ()
        self._hovered = -1
        self._range_start = -1
        self._high = -1  # the row that has room for its keys
        self._kept: tuple[Key | None, Section | None, int, int] | None = None
        self._told: Any = None
        self._empty: EmptyState | None = None
        self.setAccessibleName(name)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(SIZE.group_head)
        rows.setDefaultSectionSize(SIZE.work_row)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        # A Chinese input method would swallow the letters.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setModel(model)
        model.modelAboutToBeReset.connect(self._keep_place)
        model.modelReset.connect(self._find_place)
        model.marks_changed.connect(lambda _count: self.viewport().update())
        self.selectionModel().currentChanged.connect(self._on_current)

    def set_hints(self, hints: tuple[Hint, ...]) -> None:
        """The keys of the current line."""
        self._hints = hints
        self.viewport().update()

    @property
    def words_left(self) -> int:
        """Where the words of a row begin."""
        return self._painter.name_left

    @property
    def hints(self) -> tuple[Hint, ...]:
        return self._hints

    def set_empty(self, empty: EmptyState) -> None:
        """What stands here when nothing is listed."""
        self._empty = empty
        empty.setParent(self.viewport())
        self._show_empty()

    def _show_empty(self) -> None:
        if self._empty is not None:
            self._empty.setVisible(self._work.rowCount() == 0)
            self._empty.setGeometry(self.viewport().rect())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_empty()

    # --- the current row ---------------------------------------------------------------------------

    @property
    def current(self) -> Line | None:
        """The current line; None on a head."""
        return self._work.line_at(self.currentIndex().row())

    def go_to(self, key: Key) -> bool:
        """Make a line current; whether it is listed."""
        row = self._work.row_of(key)
        if row >= 0:
            self._go(row)
        return row >= 0

    def go_first(self) -> None:
        """Go to the first line, or to a folded head if there is none."""
        lines = (row for row in range(self._work.rowCount()) if self._work.line_at(row) is not None)
        self._step_to(next(lines, 0), 1)

    def _go(self, row: int) -> None:
        index = self._work.index(row, 0)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)
        head = self._work.head_of(row)
        if head == row - 1:
            self.scrollTo(self._work.index(head, 0))  # the first line is seen with its head

    def _step_to(self, row: int, direction: int) -> None:
        """Go to the nearest row from `row` on at which one stops."""
        while 0 <= row < self._work.rowCount():
            if self._work.stops(row):
                self._go(row)
                return
            row += direction

    def _on_current(self) -> None:
        row = self.currentIndex().row()
        line = self._work.line_at(row)
        self._set_high(row if line is not None else -1)
        if self._kept is None and line is not self._told:
            self._told = line
            self.current_changed.emit(line)

    def _set_high(self, row: int) -> None:
        rows = self.verticalHeader()
        if self._high != row and 0 <= self._high < self._work.rowCount():
            rows.resizeSection(self._high, SIZE.work_row)
        self._high = row
        if row >= 0:
            rows.resizeSection(row, SIZE.work_row_current)

    def _keep_place(self) -> None:
        row = self.currentIndex().row()
        entry = self._work.entry(row)
        section = entry.part.section if entry is not None else None
        line = self.current
        self._kept = (None if line is None else line.key, section, row, self.verticalScrollBar().value())

    def _find_place(self) -> None:
        """Come back to the line that was current, or to what took its place."""
        key, section, row, scrolled = self._kept or (None, None, -1, 0)
        self._high, self._hovered = -1, -1
        self._painter.measure(self._work.lines, self._work.day)
        rows = self.verticalHeader()
        for place in range(self._work.rowCount()):
            entry = self._work.entry(place)
            height = SIZE.group_head if entry is not None and entry.is_head else SIZE.work_row
            if rows.sectionSize(place) != height:  # Qt keeps the heights of rows that were there before
                rows.resizeSection(place, height)
        self.updateGeometries()
        self.verticalScrollBar().setValue(scrolled)
        found = self._work.row_of(key)
        there = self._work.entry(found)
        if there is not None and there.part.section is not section:
            found = -1  # what was done about it took it elsewhere: one goes on with the next
        if found < 0 and row >= 0:
            found = self._instead(section, row)
        if found >= 0:
            self._go(found)
        else:
            self.go_first()
        self._kept = None
        self._on_current()
        self._show_empty()

    def _instead(self, section: Section | None, row: int) -> int:
        """The row to go on with: what stands there now, rather in the same section than in another."""
        count = self._work.rowCount()
        for place in (row, row - 1, row + 1, *range(row + 2, count), *range(row - 2, -1, -1)):
            entry = self._work.entry(place)
            if (
                entry is not None
                and self._work.stops(place)
                and (entry.part.section is section or place > row or place == row)
            ):
                return place
        return -1

    # --- painting ----------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        try:
            row = self.rowAt(event.rect().top())
            while 0 <= row < self._work.rowCount():
                look = self._look(row)
                if look.top > event.rect().bottom():
                    break
                entry = self._work.entry(row)
                if entry is not None:
                    self._paint_row(painter, entry, look)
                row += 1
        finally:
            painter.end()  # a traceback may keep the painter longer than the view lives

    def _paint_row(self, painter: QPainter, entry: Entry, look: RowLook) -> None:
        if entry.is_head:
            self._painter.head(painter, entry, look)
        elif entry.line is None:
            self._painter.more(painter, entry, look)
        else:
            self._painter.line(painter, entry.line, look)
            if look.current:
                self._painter.keys(painter, self._hints, look)

    def _look(self, row: int) -> RowLook:
        entry = self._work.entry(row)
        line = None if entry is None else entry.line
        return RowLook(
            top=self.rowViewportPosition(row),
            height=self.rowHeight(row),
            width=self.viewport().width(),
            current=row == self.currentIndex().row(),
            lit=row == self._hovered,
            marked=line is not None and self._work.is_marked(line.key),
            focused=self.hasFocus(),
            folded=entry is not None and self._work.is_folded(entry.part.section),
        )

    # --- keys --------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = event.key()
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self._work.mark_all()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif key == Qt.Key.Key_Escape and self._work.marked:
            self._work.clear_marks()
        elif (
            modifiers in (_PLAIN, Qt.KeyboardModifier.ShiftModifier) and self._move(key, row, bool(modifiers))
        ) or (modifiers == _PLAIN and self._do(key, row)):
            pass
        else:
            super().keyPressEvent(event)

    def _move(self, key: int, row: int, marking: bool) -> bool:
        last = self._work.rowCount() - 1
        page = max(1, self.viewport().height() // SIZE.work_row - 2)
        match key:
            case Qt.Key.Key_Up:
                target, direction = row - 1, -1
            case Qt.Key.Key_Down:
                target, direction = row + 1, 1
            case Qt.Key.Key_PageUp:
                target, direction = max(0, row - page), 1
            case Qt.Key.Key_PageDown:
                target, direction = min(last, row + page), -1
            case Qt.Key.Key_Home:
                target, direction = 0, 1
            case Qt.Key.Key_End:
                target, direction = last, -1
            case _:
                return False
        if marking and self._range_start < 0:
            self._range_start = max(0, row)
        self._step_to(target, direction)
        if marking:
            here = self.currentIndex().row()
            self._work.mark(range(min(here, self._range_start), max(here, self._range_start) + 1))
        else:
            self._range_start = -1
        return True

    def _do(self, key: int, row: int) -> bool:
        entry = self._work.entry(row)
        if entry is None:
            return False
        section = entry.part.section
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(entry)
        elif key == Qt.Key.Key_Right and self._work.is_folded(section):
            self._unfold(section)
        elif key == Qt.Key.Key_Left and not self._work.is_folded(section):
            self._fold(section)
        elif key == Qt.Key.Key_Space:
            if entry.line is None:
                self._open(entry)
            else:
                self._toggle(row)
        else:
            return self._letter(key)
        return True

    def _letter(self, key: int) -> bool:
        for hint in self._hints:
            if len(hint.key) == 1 and ord(hint.key) == key and self.current is not None:
                self.acted.emit(hint.action)
                return True
        return chr(key) in _LETTERS if 0 < key < 128 else False

    def _open(self, entry: Entry) -> None:
        if entry.line is not None:
            self.opened.emit(entry.line)
        elif entry.rest:
            self.more_wanted.emit()
        elif self._work.is_folded(entry.part.section):
            self._unfold(entry.part.section)
        else:
            self._fold(entry.part.section)

    def _fold(self, section: Section) -> None:
        """Fold a section; its head is current then."""
        self._work.fold(section, True)
        for row in range(self._work.rowCount()):
            entry = self._work.entry(row)
            if entry is not None and entry.is_head and entry.part.section is section:
                self._go(row)

    def _unfold(self, section: Section) -> None:
        self._work.fold(section, False)
        for row in range(self._work.rowCount()):
            entry = self._work.entry(row)
            if entry is not None and entry.line is not None and entry.part.section is section:
                self._go(row)
                return

    def _toggle(self, row: int) -> None:
        line = self._work.line_at(row)
        if line is not None:
            self._range_start = row
            self._work.mark([row], not self._work.is_marked(line.key))
            self._step_to(row + 1, 1)

    def keyboardSearch(self, search: str) -> None:
        if search.strip():
            self.typed.emit(search)

    def copy(self) -> None:
        """Put the marked lines, or the current one, on the clipboard as shown."""
        lines = self._work.marked or [line for line in (self.current,) if line is not None]
        rows = [self._work.row_of(line.key) for line in lines]
        entries = [entry for row in rows if (entry := self._work.entry(row)) is not None]
        if entries:
            clipboard.copy("\n".join(self._work.words(entry) for entry in entries))

    # --- mouse -------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        row = self.rowAt(int(at.y()))
        entry = self._work.entry(row)
        if entry is None or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if entry.line is None:
            self._open(entry)
            return
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._work.mark([row], not self._work.is_marked(entry.line.key))
            return
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            start = max(0, self.currentIndex().row())
            self._work.mark(range(min(row, start), max(row, start) + 1))
            return
        was_current = row == self.currentIndex().row()
        self._range_start = -1
        self._go(row)
        if at.x() < SPACE.pane + SIZE.icon + 4:
            self._press_circle(entry.line)
        elif was_current and (hint := self._hint_at(row, at)) is not None:
            self.acted.emit(hint.action)

    def _press_circle(self, line: Line) -> None:
        if self._work.is_marked(line.key):
            self._work.mark([self._work.row_of(line.key)], False)
        elif line.touchpoint.state is State.OPEN:
            self.acted.emit("done")

    def _hint_at(self, row: int, at: QPointF) -> Hint | None:
        for hint, cap, words in self._painter.strip(self._hints, self._look(row)):
            if cap.united(words).contains(at):
                return hint
        return None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self.rowAt(int(event.position().y()))
        line = self._work.line_at(row)
        top = self.rowViewportPosition(row)
        if line is not None and event.position().y() < top + SIZE.work_row:
            if event.position().x() >= SPACE.pane + SIZE.icon + 4:
                self.opened.emit(line)
            return
        self.mousePressEvent(event)  # two quick presses on a head are two presses

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.rowAt(int(event.position().y())))
        on_hint = self._hint_at(self.currentIndex().row(), event.position()) if self._high >= 0 else None
        shape = Qt.CursorShape.PointingHandCursor if on_hint else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def _hover(self, row: int) -> None:
        if row == self._hovered:
            return
        rows, self._hovered = (self._hovered, row), row
        for one in rows:
            if one >= 0:
                top = self.rowViewportPosition(one)
                self.viewport().update(QRect(0, top, self.viewport().width(), self.rowHeight(one)))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        row = self.currentIndex().row() if by_key else self.rowAt(event.pos().y())
        if self._work.line_at(row) is None:
            return
        self._go(row)
        place = self.visualRect(self._work.index(row, 0)).center() if by_key else event.pos()
        self.menu_wanted.emit(self.viewport().mapToGlobal(place))

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            words = self._tip(QPointF(event.pos()))
            if words:
                QToolTip.showText(event.globalPos(), words, self)
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def _tip(self, at: QPointF) -> str:
        row = self.rowAt(int(at.y()))
        line = self._work.line_at(row)
        if line is None:
            return ""
        if row == self.currentIndex().row() and (hint := self._hint_at(row, at)) is not None:
            return hint.why or f"{hint.words}  {hint.key}"
        parts = (
            wording.reason(line),
            wording.said(line, self._work.day),
            wording.exact_amount(line.amount_fen),
        )
        return "\n".join(part for part in parts if part)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.go_first()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
