"""The table every list uses: 28 px rows, no grid, sorting, marks, columns that are chosen and remembered."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from rmdesk import messages
from rmdesk.services.errors import UserError
from rmdesk.ui import clipboard, theme
from rmdesk.ui.columns import CellKind, Column
from rmdesk.ui.delegates import CellDelegate, delegate_for
from rmdesk.ui.table_header import TableHeader
from rmdesk.ui.table_model import QueryModel, Source
from rmdesk.ui.table_rows import RowPainter, RowState
from rmdesk.ui.tokens import SIZE
from rmdesk.ui.widgets import EmptyState, Label

__all__ = ["CellKind", "Column", "QueryModel", "QueryTable", "Source"]

_LOADING_AFTER_MS = 300  # a shorter wait needs no word


class QueryTable(QTableView):
    """A view of a `QueryModel`.

    `opened` carries the id whose row was opened (Enter, double press), `current_changed` the id of the
    current row (None if there is none), `typed` the letters typed to find something.
    """

    opened = Signal(object)
    current_changed = Signal(object)
    typed = Signal(str)
    copied = Signal(int)

    def __init__(self, model: QueryModel, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._query = model
        self._delegates: list[CellDelegate] = []
        self._hovered = -1
        self._range_start = -1
        self._told: Any = None
        self._kept: tuple[Any, int, Any, int] | None = None
        self._starts_over = False
        self._wanted_place: int | None = None  # of the scroll bar, to be shown first
        self._empty: EmptyState | None = None
        self.setAccessibleName(name)
        self._build_header()
        self._build_rows()
        self.setModel(model)
        self._build_delegates()
        self._loading = Label(self.tr("Loading…"), ink="secondary", parent=self.viewport())
        self._loading.hide()
        self._trouble = EmptyState("", icon="circle-alert", parent=self.viewport())
        self._trouble.setAutoFillBackground(True)
        self._trouble.setBackgroundRole(QPalette.ColorRole.Base)
        self._trouble.acted.connect(model.refresh)
        self._trouble.hide()
        self._loading_timer = QTimer(self, singleShot=True, interval=_LOADING_AFTER_MS)
        self._loading_timer.timeout.connect(self._show_overlays)
        model.modelAboutToBeReset.connect(self._keep_place)
        model.modelReset.connect(self._find_place)
        model.loaded.connect(self._on_loaded)
        model.failed.connect(self._on_failed)
        model.busy_changed.connect(self._on_busy_changed)
        self.selectionModel().currentChanged.connect(self._tell_current)
        self.doubleClicked.connect(lambda index: self._open(index.row()))
        self._header.arrange({})

    @property
    def query(self) -> QueryModel:
        return self._query

    def _build_header(self) -> None:
        self._header = TableHeader(self._query, self)
        self.setHorizontalHeader(self._header)
        self._header.menu_wanted.connect(lambda at: self._header.menu().popup(at))

    def _build_rows(self) -> None:
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(SIZE.row)
        rows.setDefaultSectionSize(SIZE.row)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.viewport().setAttribute(
            Qt.WidgetAttribute.WA_OpaquePaintEvent
        )  # the window behind need not be drawn
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        # A Chinese input method would swallow the letters typed to find something.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)

    def _build_delegates(self) -> None:
        for number, column in enumerate(self._query.columns):
            delegate = delegate_for(column.kind, self)
            self._delegates.append(delegate)
            self.setItemDelegateForColumn(number, delegate)
        self._rows = RowPainter(self._query, self._header, self._delegates)

    # --- columns -----------------------------------------------------------------------------------

    @property
    def header(self) -> TableHeader:
        return self._header

    def arrangement(self) -> dict[str, Any]:
        """Columns and sorting as values JSON can hold, for `arrange`."""
        return self._header.arrangement()

    def arrange(self, kept: dict[str, Any]) -> None:
        """Arrange the columns as `arrangement` gave them; an empty dict means as the pane defines them."""
        self._header.arrange(kept)

    def shown_columns(self) -> list[str]:
        """The ids of the columns that are shown, from left to right."""
        columns = self._query.columns
        return [columns[n].id for n in self._header.shown_columns() if columns[n].kind is not CellKind.MARK]

    def columns_menu(self) -> QMenu:
        """A menu of the columns to show, for the pane's button."""
        return self._header.menu()

    def open_sort_menu(self) -> QMenu:
        """Offer the columns to sort by, under the head."""
        menu = self._header.sort_menu()
        menu.popup(self.viewport().mapToGlobal(self.viewport().rect().topLeft()))
        return menu

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._header.stretch_to(self.viewport().width())
        self._place_overlays()

    # --- the current row ---------------------------------------------------------------------------

    @property
    def current_id(self) -> Any:
        """The id of the current row, None if there is none."""
        return self._query.id_at(self.currentIndex().row())

    def go_to(self, id: Any) -> bool:
        """Make the row of this id current and visible; whether it is listed."""
        row = self._query.row_of(id)
        if row < 0:
            return False
        self._go(row)
        return True

    def scroll_to(self, place: int) -> None:
        """Show what stood there (the scroll bar's value), with the current row in sight; once the table has
        its height, if it has not been shown yet.
        """
        self._wanted_place = None if self.isVisible() else place
        self.updateGeometries()
        self.verticalScrollBar().setValue(place)
        row = self.currentIndex().row()
        if row >= 0:
            self._see(row)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._wanted_place is not None:
            self.scroll_to(self._wanted_place)

    def _go(self, row: int) -> None:
        count = self._query.rowCount()
        if not count:
            return
        row = min(max(row, 0), count - 1)
        index = self._query.index(row, self._first_column())
        select = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, select)
        self._see(row)

    def _first_column(self) -> int:
        return next(iter(self._header.shown_columns()), 0)

    def _see(self, row: int) -> None:
        """Scroll up or down only: the row is wide, what matters stands at its left."""
        bar = self.verticalScrollBar()
        top, height = row * SIZE.row, self.viewport().height()
        if top < bar.value():
            bar.setValue(top)
        elif top + SIZE.row > bar.value() + height:
            bar.setValue(top + SIZE.row - height)

    def _tell_current(self, *_: object) -> None:
        if self._kept is None and self.current_id != self._told:
            self._told = self.current_id
            self.current_changed.emit(self._told)

    def start_over(self) -> None:
        """What is listed next begins at the top, with its first row current: another question was asked."""
        self._starts_over = True
        QTimer.singleShot(0, self, self._forget_unasked)

    def _forget_unasked(self) -> None:
        """It was the same question, and nothing is asked: what comes next stays where it is."""
        if not self._query.is_busy:
            self._starts_over = False

    def _keep_place(self) -> None:
        bar = self.verticalScrollBar().value()
        top = bar // SIZE.row
        self._kept = (self.current_id, self.currentIndex().row(), self._query.id_at(top), bar)

    def _find_place(self) -> None:
        if self._kept is None:
            return
        current, row, top, bar = self._kept
        count = self._query.rowCount()
        if self._starts_over:
            current, row, top, bar = self._query.id_at(0), 0 if count else -1, None, 0
        self._hovered = -1
        self.updateGeometries()
        found = self._query.row_of(current)
        if found < 0 and row >= 0:
            found = min(row, count - 1)  # its row is gone: the one in its place
        if found >= 0:
            index = self._query.index(found, self._first_column())
            select = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(index, select)
        top_row = self._query.row_of(top)
        seen = row >= 0 and bar <= row * SIZE.row < bar + self.viewport().height()
        if seen and self._query.row_of(current) >= 0:
            # The current row stays where the eye left it.
            self.verticalScrollBar().setValue(found * SIZE.row - (row * SIZE.row - bar))
        elif top_row >= 0:
            self.verticalScrollBar().setValue(top_row * SIZE.row + bar % SIZE.row)
        self._kept = None
        self._tell_current()

    def _open(self, row: int) -> None:
        id = self._query.id_at(row)
        if id is not None:
            self.opened.emit(id)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        try:
            painter.fillRect(event.rect().adjusted(-1, -1, 1, 1), theme.colour("surface"))
            self._rows.paint(painter, event.rect(), self.verticalScrollBar().value(), self._row_state())
        finally:
            painter.end()  # a traceback may keep the painter longer than the table lives

    def _row_state(self) -> RowState:
        return RowState(self.currentIndex().row(), self._hovered, self.hasFocus())

    # --- keys and mouse ----------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        page = max(1, self.viewport().height() // SIZE.row - 1)
        steps = {
            Qt.Key.Key_Up: row - 1,
            Qt.Key.Key_Down: row + 1,
            Qt.Key.Key_PageUp: row - page,
            Qt.Key.Key_PageDown: row + page,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: self._query.rowCount() - 1,
        }
        key = Qt.Key(event.key())
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self._query.mark_all()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif key in steps and modifiers in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ShiftModifier,
            Qt.KeyboardModifier.ControlModifier,
        ):
            self._step(max(0, steps[key]), bool(modifiers & Qt.KeyboardModifier.ShiftModifier))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not modifiers:
            self._open(row)
        elif key == Qt.Key.Key_Space and not modifiers:
            self._toggle(row)
        elif key == Qt.Key.Key_Escape and self._query.marked_count:
            self._query.clear_marks()
        else:
            super().keyPressEvent(event)

    def _step(self, row: int, marking: bool) -> None:
        if marking:
            if self._range_start < 0:
                self._range_start = max(0, self.currentIndex().row())
            before = self.currentIndex().row()
            self._go(row)
            here = self.currentIndex().row()
            start = self._range_start
            self._query.mark(range(min(before, start), max(before, start) + 1), on=False)
            self._query.mark(range(min(here, start), max(here, start) + 1))
        else:
            self._range_start = -1
            self._go(row)

    def _toggle(self, row: int) -> None:
        if row >= 0:
            self._range_start = row
            self._query.mark([row], not self._query.is_marked(row))

    def keyboardSearch(self, search: str) -> None:
        if search.strip():
            self.typed.emit(search)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            row = index.row()
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                start = self._range_start if self._range_start >= 0 else max(0, self.currentIndex().row())
                self._range_start = start
                self._query.mark(range(min(row, start), max(row, start) + 1))
                self._go(row)
                return
            on_box = self._query.columns[index.column()].kind is CellKind.MARK
            if on_box or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._toggle(row)
                return
            self._range_start = -1
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self._query.columns[index.column()].kind is CellKind.MARK:
            self.mousePressEvent(event)  # two quick presses on a box are two presses
            return
        super().mouseDoubleClickEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.rowAt(int(event.position().y())))
        # Without a button there is nothing for Qt to do; with one it would drag the current row along.
        if event.buttons() == Qt.MouseButton.NoButton:
            super().mouseMoveEvent(event)

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
                self.viewport().update(0, top, self.viewport().width(), SIZE.row)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and event.reason() != Qt.FocusReason.MouseFocusReason:
            self._go(0)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def selectAll(self) -> None:
        self._query.mark_all()

    # --- copying -----------------------------------------------------------------------------------

    def copy(self) -> None:
        """Put the marked rows, or the current one, on the clipboard as shown: as text and as a table."""
        ids = self._query.marked_ids() or [id for id in (self.current_id,) if id is not None]
        if not ids:
            return
        columns = self._query.columns
        numbers = [n for n in self._header.shown_columns() if columns[n].kind is not CellKind.MARK]
        titles = [columns[n].title for n in numbers]
        self._query.read_texts(ids, numbers, lambda lines: self._put_on_clipboard(titles, lines))

    def _put_on_clipboard(self, titles: list[str], lines: list[list[str]]) -> None:
        from html import escape  # late: it brings the names of 2,000 characters

        flat = [[" ".join(cell.split()) for cell in line] for line in lines]
        text = "\n".join("\t".join(line) for line in ([titles, *flat] if len(flat) > 1 else flat))
        head = "".join(f"<th>{escape(title)}</th>" for title in titles)
        body = "".join(
            "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in line) + "</tr>" for line in flat
        )
        clipboard.copy(text, f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>")
        self.copied.emit(len(lines))

    # --- nothing to show ---------------------------------------------------------------------------

    def set_empty(self, empty: EmptyState) -> None:
        """What stands in the table when it lists nothing."""
        self._empty = empty
        empty.setParent(self.viewport())
        self._show_overlays()

    def _on_loaded(self) -> None:
        if self._starts_over:  # the same ids came: there was no reset
            self._starts_over = False
            self._go(0)
        self._trouble.hide()
        if self.hasFocus() and not self.currentIndex().isValid():
            self._go(0)
        self._show_overlays()

    def _on_failed(self, error: UserError) -> None:
        """Say why there is nothing to see, over rows that may no longer be true."""
        self._loading_timer.stop()
        self._trouble.set_text(messages.sentence(error), action=self.tr("Try again"))
        self._trouble.show()
        self._trouble.raise_()
        self._show_overlays()

    def _on_busy_changed(self, busy: bool) -> None:
        if busy and not self._query.is_loaded:
            self._loading_timer.start()

    def _show_overlays(self) -> None:
        rows = self._query.rowCount()
        loaded = self._query.is_loaded
        if loaded:
            self._loading_timer.stop()
        self._loading.setVisible(not loaded and self._query.is_busy)
        if self._empty is not None:
            self._empty.setVisible(loaded and rows == 0)
        self._place_overlays()

    def _place_overlays(self) -> None:
        area = self.viewport().rect()
        self._trouble.setGeometry(area)
        if self._empty is not None:
            self._empty.setGeometry(area)
        size = self._loading.sizeHint()
        self._loading.setGeometry(area.center().x() - size.width() // 2, 40, size.width(), size.height())
