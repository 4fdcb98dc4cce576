"""Draws the rows of a table that are in view, each as a whole: its ground, then its cells by their kinds.

Qt would ask the model and a delegate for every cell through objects made for it, at four times the cost.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from rmdesk.ui import theme
from rmdesk.ui.columns import CellKind, paddings
from rmdesk.ui.delegates import CellDelegate
from rmdesk.ui.tokens import SIZE

if TYPE_CHECKING:
    from rmdesk.ui.table_header import TableHeader
    from rmdesk.ui.table_model import QueryModel


class RowState(NamedTuple):
    """Which row is current and which is under the pointer, -1 for none; whether the table has focus."""

    current: int
    hovered: int
    focused: bool


class _Place(NamedTuple):
    """A column in view: where what it shows begins, and how wide that may be."""

    number: int
    left: int
    width: int
    is_mark: bool
    delegate: CellDelegate


class RowPainter:
    def __init__(self, query: QueryModel, header: TableHeader, delegates: Sequence[CellDelegate]) -> None:
        self._query, self._header, self._delegates = query, header, delegates

    def paint(self, painter: QPainter, area: QRect, scrolled: int, state: RowState) -> None:
        """Draw what of the rows lies in `area` of a view that is scrolled down by `scrolled` px."""
        places = self._places(area)
        last = min((area.bottom() + scrolled) // SIZE.row, self._query.rowCount() - 1)
        first = (area.top() + scrolled) // SIZE.row
        self._query.read_ahead(first, last)
        for row in range(first, last + 1):
            top, current = row * SIZE.row - scrolled, row == state.current
            marked = self._query.is_marked(row)
            ground = _ground(current, row == state.hovered or marked, state.focused)
            if ground:
                painter.fillRect(area.left(), top, area.width(), SIZE.row, theme.colour(ground))
            if current and state.focused:
                painter.fillRect(0, top, SIZE.current_mark, SIZE.row, theme.colour("accent"))
            for place in places:
                words, value = ("", marked) if place.is_mark else self._query.shown(row, place.number)
                place.delegate.draw(painter, place.left, top, place.width, words, value, current)

    def _places(self, area: QRect) -> list[_Place]:
        header, found = self._header, []
        for number in header.shown_columns():
            left, width = header.sectionViewportPosition(number), header.sectionSize(number)
            if left <= area.right() and left + width > area.left():
                is_mark = self._query.columns[number].kind is CellKind.MARK
                before, behind = paddings(header, number)
                inside = width - before - behind
                found.append(_Place(number, left + before, inside, is_mark, self._delegates[number]))
        return found


def _ground(current: bool, lit: bool, focused: bool) -> str:
    if current:
        return "selection" if focused else "selection_idle"
    return "hover" if lit else ""
