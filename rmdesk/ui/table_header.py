"""The head of a table: titles, the mark of sorting, and which columns stand where and how wide."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QMenu, QToolTip, QWidget

from rmdesk.ui import icons, theme
from rmdesk.ui.columns import CELL_PADDING, EDGE_PADDING, CellKind, Column, paddings
from rmdesk.ui.popover import TickMenu
from rmdesk.ui.table_model import QueryModel
from rmdesk.ui.tokens import SIZE, TYPE
from rmdesk.ui.widgets import paint

_NARROWEST = 40
_WIDEST = 2000


class _ColumnsMenu(TickMenu):
    """Its lines stand as the columns do: Ctrl with an arrow moves the lit one, and its column by `move`."""

    def __init__(self, move: Callable[[int, int], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._move = move

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        lit = self.activeAction()
        if step is None or not event.modifiers() & Qt.KeyboardModifier.ControlModifier or lit is None:
            super().keyPressEvent(event)
            return
        lines = [one for one in self.actions() if one.isCheckable()]
        place = lines.index(lit) + step if lit in lines else -1
        if not 0 <= place < len(lines):
            return
        self._move(lit.data(), step)
        behind = self.actions()[place + (step > 0)]
        self.removeAction(lit)
        self.insertAction(behind, lit)
        self.setActiveAction(lit)


class TableHeader(QHeaderView):
    """A press on a title sorts, dragging moves and widens, the menu chooses."""

    menu_wanted = Signal(QPoint)

    def __init__(self, query: QueryModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._query = query
        self._room = 0
        self._given_way: dict[int, int] = {}  # columns hidden for want of room only, and their widths
        self._shown: list[int] | None = None  # kept, since each repaint asks for it several times
        self.setFixedHeight(SIZE.row)
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(24)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        for moved in (self.sectionMoved, self.sectionResized, self.sectionCountChanged):
            moved.connect(self._forget_shown)  # hiding and showing are told as resizing
        self.sectionClicked.connect(self._on_clicked)
        self.sectionMoved.connect(self._on_moved)
        self.sectionResized.connect(self._on_resized)

    @property
    def columns(self) -> tuple[Column, ...]:
        return self._query.columns

    def shown_columns(self) -> list[int]:
        """The numbers of the columns that are shown, from left to right; not to be altered."""
        if self._shown is None:
            places = (self.logicalIndex(place) for place in range(len(self.columns)))
            self._shown = [number for number in places if not self.isSectionHidden(number)]
        return self._shown

    def _forget_shown(self, *_: int) -> None:
        self._shown = None

    # --- arrangement -------------------------------------------------------------------------------

    def arrangement(self) -> dict[str, Any]:
        """Columns and sorting as values JSON can hold, for `arrange`."""
        columns = self.columns
        chosen = [n for n in self._chosen() if columns[n].kind is not CellKind.MARK]
        # Of widths what a person changed: the first ones follow the language and the font.
        widths = {n: self._width(n) for n in chosen if not columns[n].stretch}
        return {
            "order": [columns[self.logicalIndex(place)].id for place in range(len(columns))],
            "hidden": [column.id for n, column in enumerate(columns) if n not in self._chosen()],
            "widths": {columns[n].id: one for n, one in widths.items() if one != self._first_width(n)},
            "sort": self._query.sort_key,
            "descending": self._query.is_descending,
        }

    def arrange(self, kept: dict[str, Any]) -> None:
        """Arrange the columns as they were; unknown ones are ignored, new ones come last.

        An empty dict gives the arrangement the pane defines.
        """
        columns = self.columns
        hidden, widths = kept.get("hidden"), kept.get("widths") or {}
        numbers = {column.id: n for n, column in enumerate(columns)}
        order = [numbers[id] for id in kept.get("order") or () if id in numbers]
        order += [n for n in range(len(columns)) if n not in order]
        order.sort(key=lambda n: columns[n].kind is not CellKind.MARK)
        for place, number in enumerate(order):
            self.moveSection(self.visualIndex(number), place)
        self._given_way.clear()
        for number, column in enumerate(columns):
            gone = not column.shown if hidden is None else column.id in hidden
            self.setSectionHidden(number, gone and column.kind is not CellKind.MARK)
        for number, column in enumerate(columns):
            width = widths.get(column.id)
            if not isinstance(width, int) or not _NARROWEST <= width <= _WIDEST:
                width = self._first_width(number)
            self.resizeSection(number, width)
        if kept.get("sort") in {column.sort for column in columns if column.sort}:
            self._query.sort_by(kept["sort"], bool(kept.get("descending")))
        self.stretch_to(self._room)

    def _first_width(self, number: int) -> int:
        """The width the pane defines, with more room at the edges of the table."""
        shown = self.shown_columns()
        at_edge = self.columns[number].kind is not CellKind.MARK and number in (shown[0], shown[-1])
        return self.columns[number].first_width + (EDGE_PADDING - CELL_PADDING if at_edge else 0)

    def stretch_to(self, room: int) -> None:
        """Give the stretching column what the others leave of `room` px, at least its first width."""
        self._room = room
        self._make_room()
        stretching = [n for n in self.shown_columns() if self.columns[n].stretch]
        if not stretching or room <= 0:
            return
        others = sum(self.sectionSize(n) for n in self.shown_columns() if n != stretching[0])
        width = max(self.columns[stretching[0]].first_width, room - others)
        if width != self.sectionSize(stretching[0]):
            self.resizeSection(stretching[0], width)

    def _chosen(self) -> list[int]:
        """The columns shown, with those that are hidden for want of room only."""
        places = (self.logicalIndex(place) for place in range(len(self.columns)))
        return [n for n in places if n in self._given_way or not self.isSectionHidden(n)]

    def _make_room(self) -> None:
        """Hide the columns that give way as far as it is needed, and no others."""
        if self._room <= 0:
            return
        columns, chosen = self.columns, self._chosen()

        def width(number: int) -> int:
            return columns[number].first_width if columns[number].stretch else self._width(number)

        over = sum(width(number) for number in chosen) - self._room
        going: dict[int, int] = {}
        for number in sorted(chosen, key=lambda n: columns[n].gives_way):
            if over > 0 and columns[number].gives_way:
                going[number] = width(number)
                over -= width(number)
        for number in going.keys() ^ self._given_way.keys():
            self.setSectionHidden(number, number in going)
        self._given_way = going

    def _width(self, number: int) -> int:
        """How wide a column is, or will be again."""
        return self._given_way.get(number) or self.sectionSize(number)

    def menu(self) -> QMenu:
        """A menu of the columns to show and to move; it deletes itself when closed."""
        menu = _ColumnsMenu(self._move_column, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chosen = [n for n in self._chosen() if self.columns[n].kind is not CellKind.MARK]
        for place in range(len(self.columns)):
            number = self.logicalIndex(place)
            column = self.columns[number]
            if column.kind is CellKind.MARK:
                continue
            action = menu.addAction(column.title)
            action.setData(number)
            action.setCheckable(True)
            action.setChecked(number in chosen)
            action.setEnabled(chosen != [number])  # the last one stays
            action.toggled.connect(lambda on, number=number: self._show_column(number, on))
        menu.addSeparator()
        menu.addAction(self.tr("Columns as they were"), lambda: self.arrange({}))
        menu.addAction(self.tr("Ctrl+↑ and Ctrl+↓ move a column")).setEnabled(False)
        return menu

    def sort_menu(self) -> QMenu:
        """A menu of the columns to sort by, for the keyboard; it deletes itself when closed."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for number in self._chosen():
            column = self.columns[number]
            if column.sort is not None:
                action = menu.addAction(column.title, partial(self._on_clicked, number))
                action.setCheckable(True)
                action.setChecked(column.sort == self._query.sort_key)
        return menu

    def _move_column(self, number: int, steps: int) -> None:
        place = self.visualIndex(number)
        self.moveSection(place, place + steps)

    def _show_column(self, number: int, on: bool) -> None:
        self._given_way.pop(number, None)
        self.setSectionHidden(number, not on)
        if on and self.sectionSize(number) < _NARROWEST:
            self.resizeSection(number, self.columns[number].first_width)
        self.stretch_to(self._room)

    def _on_clicked(self, section: int) -> None:
        column, query = self.columns[section], self._query
        if column.kind is CellKind.MARK:
            if query.marked_count:
                query.clear_marks()
            else:
                query.mark_all()
        elif column.sort is not None:
            again = query.sort_key == column.sort
            query.sort_by(column.sort, not query.is_descending if again else column.descending_first)

    def _on_moved(self, _section: int, _old: int, _new: int) -> None:
        marks = [n for n, column in enumerate(self.columns) if column.kind is CellKind.MARK]
        if marks and self.visualIndex(marks[0]) != 0:
            self.moveSection(self.visualIndex(marks[0]), 0)  # the boxes stay in front

    def _on_resized(self, section: int, _old: int, _new: int) -> None:
        if section < len(self.columns) and not self.columns[section].stretch:
            self.stretch_to(self._room)

    # --- drawing -----------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        # Qt would ask for the size of each title, at every list that comes.
        return QSize(self.length(), SIZE.row)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect().adjusted(-1, -1, 1, 1), theme.colour("sunken"))
        painter.end()
        super().paintEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())

    def _parts(self, rect: QRect, section: int, sorted_by: bool) -> tuple[QRectF, float | None]:
        """Where the title stands and, if the table is sorted by it, where the mark does."""
        column = self.columns[section]
        before, behind = paddings(self, section)
        inside = QRectF(rect).adjusted(before, 0, -behind, 0)
        if not sorted_by:
            return inside, None
        room = SIZE.icon_tag + 4
        width = min(paint.text_width(column.title, TYPE.group) + 1.0, inside.width() - room)
        if column.right_aligned:
            left = inside.right() - width
            return QRectF(left, inside.top(), width, inside.height()), left - room
        return QRectF(inside.left(), inside.top(), width, inside.height()), inside.left() + width + 4

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802 - Qt's name
        """Draw a title as a picture: it is repainted with each list that comes, and always the same."""
        column, query = self.columns[section], self._query
        sorted_by = column.sort is not None and column.sort == query.sort_key
        if not painter.device().devicePixelRatioF().is_integer():  # a picture would stand between pixels
            self._paint_section(painter, rect, section, sorted_by)
            return
        what = ("head", column.title, column.right_aligned, *paddings(self, section))
        order = (sorted_by, sorted_by and query.is_descending)
        picture = paint.picture(
            painter,
            what + order,
            rect.width(),
            rect.height(),
            lambda on, _box: self._paint_section(on, QRect(QPoint(0, 0), rect.size()), section, sorted_by),
        )
        painter.drawPixmap(rect.topLeft(), picture)

    def _paint_section(self, painter: QPainter, rect: QRect, section: int, sorted_by: bool) -> None:
        painter.fillRect(rect, theme.colour("sunken"))
        paint.edge(painter, rect, Qt.Edge.BottomEdge)
        column = self.columns[section]
        place, mark = self._parts(rect, section, sorted_by)
        if mark is not None:
            arrow = "arrow-down" if self._query.is_descending else "arrow-up"
            icons.paint(painter, arrow, "text", mark, rect.center().y() - 5, SIZE.icon_tag)
        paint.text(
            painter,
            place,
            column.title,
            style=TYPE.group if sorted_by else TYPE.secondary,
            role="text" if sorted_by else "secondary",
            align=Qt.AlignmentFlag.AlignRight if column.right_aligned else Qt.AlignmentFlag.AlignLeft,
        )

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            section = self.logicalIndexAt(event.pos())
            if section >= 0:
                title = self.columns[section].title
                room = self.sectionSize(section) - sum(paddings(self, section))
                cut = paint.text_width(title, TYPE.group) > room
                QToolTip.showText(event.globalPos(), title if cut else "", self)
            return True
        return super().viewportEvent(event)
