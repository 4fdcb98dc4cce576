"""How the cells of the tables are drawn: one delegate per kind of column, all by the tokens."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
)

from rmdesk.ui import icons
from rmdesk.ui.columns import CELL_PADDING, EDGE_PADDING, CellKind, paddings
from rmdesk.ui.tokens import SIZE, SPACE, TYPE, TypeStyle
from rmdesk.ui.widgets import paint
from rmdesk.ui.widgets.tags import tone_roles

VALUE_ROLE = Qt.ItemDataRole.UserRole + 1  # the value itself, where DisplayRole has its words
MARKED_ROLE = Qt.ItemDataRole.UserRole + 2
EXACT_ROLE = Qt.ItemDataRole.UserRole + 3  # the exact words where the shown ones are shortened

_STEEP_FALL = -100  # permille

AnyIndex = QModelIndex | QPersistentModelIndex


class CellDelegate(QStyledItemDelegate):
    """How one kind of cell is drawn, how wide it wants to be, and its tooltip. Plain text here.

    The table paints its rows itself and calls `draw` for each cell: Qt's way through an index and an
    option for every one of them costs several times what the drawing does.
    """

    style: TypeStyle = TYPE.body
    ink = "text"
    align = Qt.AlignmentFlag.AlignLeft
    tabular = False

    def draw(
        self, painter: QPainter, left: int, top: int, width: int, words: str, value: Any, current: bool
    ) -> None:
        """Draw a cell into `width` px of a row whose upper edge is `top`; `value` as the column gives it."""
        if words:
            paint.line(
                painter,
                left,
                top,
                width,
                SIZE.row,
                words,
                style=self.style,
                role=self.ink,
                align=self.align,
                tabular=self.tabular,
            )

    def needed_width(self, index: AnyIndex) -> int:
        """What the cell would need to show everything."""
        words = index.data(Qt.ItemDataRole.DisplayRole) or ""
        return paint.text_width(words, self.style, tabular=self.tabular)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(self.needed_width(index) + 2 * CELL_PADDING, SIZE.row)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: AnyIndex,
    ) -> bool:
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        words = self.tip(option, index)
        if words:
            QToolTip.showText(event.globalPos(), words, view)
        else:
            QToolTip.hideText()
        return True

    def tip(self, option: QStyleOptionViewItem, index: AnyIndex) -> str:
        """The exact words if the shown ones are shortened, all of them if they do not fit, else none."""
        exact = index.data(EXACT_ROLE)
        if exact:
            return str(exact)
        header = option.widget.horizontalHeader() if isinstance(option.widget, QTableView) else None
        fits = self.needed_width(index) <= option.rect.width() - sum(paddings(header, index.column()))
        return "" if fits else str(index.data(Qt.ItemDataRole.DisplayRole) or "")


class NameDelegate(CellDelegate):
    def draw(
        self, painter: QPainter, left: int, top: int, width: int, words: str, value: Any, current: bool
    ) -> None:
        if words:
            paint.line(
                painter, left, top, width, SIZE.row, words, style=TYPE.strong if current else TYPE.body
            )


class QuietDelegate(CellDelegate):
    ink = "secondary"


class NumberDelegate(CellDelegate):
    align = Qt.AlignmentFlag.AlignRight
    tabular = True


class ChangeDelegate(NumberDelegate):
    def draw(
        self, painter: QPainter, left: int, top: int, width: int, words: str, value: Any, current: bool
    ) -> None:
        if words:
            role = "warning" if value <= _STEEP_FALL else "text"
            paint.line(painter, left, top, width, SIZE.row, words, role=role, align=self.align, tabular=True)


class MarkDelegate(CellDelegate):
    def draw(
        self, painter: QPainter, left: int, top: int, width: int, words: str, value: Any, current: bool
    ) -> None:
        """`value`: whether the row is marked."""
        state = Qt.CheckState.Checked if value else Qt.CheckState.Unchecked
        box = paint.check_box_picture(painter, state)
        # Its column always stands first.
        painter.drawPixmap(left - EDGE_PADDING + SPACE.medium, top + (SIZE.row - SIZE.check_box) // 2, box)

    def tip(self, option: QStyleOptionViewItem, index: AnyIndex) -> str:
        return ""


class BadgeDelegate(CellDelegate):
    style = TYPE.secondary

    def draw(
        self, painter: QPainter, left: int, top: int, width: int, words: str, value: Any, current: bool
    ) -> None:
        if value is not None:
            room = min(width, max(SIZE.badge_width, self._width(words)))
            picture = paint.badge_picture(painter, room, words, value.rank)
            painter.drawPixmap(left, top + (SIZE.row - SIZE.tag) // 2, picture)

    def _width(self, words: str) -> int:
        return paint.text_width(words, self.style) + 10

    def needed_width(self, index: AnyIndex) -> int:
        return super().needed_width(index) + 10


class TagDelegate(CellDelegate):
    def draw(
        self, painter: QPainter, left: int, top: int, width: int, words: str, value: Any, current: bool
    ) -> None:
        if value is not None:
            wanted = paint.tag_width(value.text, value.icon)
            box = QRectF(left, top + (SIZE.row - SIZE.tag) / 2, min(width, wanted), SIZE.tag)
            ink, ground = tone_roles(value.tone)
            paint.tag(painter, box, value.text, ink=ink, ground=ground, icon=value.icon)

    def needed_width(self, index: AnyIndex) -> int:
        cell = index.data(VALUE_ROLE)
        return 0 if cell is None else paint.tag_width(cell.text, cell.icon)


class IconTextDelegate(CellDelegate):
    def draw(
        self, painter: QPainter, left: int, top: int, width: int, words: str, value: Any, current: bool
    ) -> None:
        if value is None:
            return
        if value.lead:
            paint.line(
                painter,
                left,
                top,
                value.lead_width,
                SIZE.row,
                value.lead,
                align=Qt.AlignmentFlag.AlignRight,
                tabular=True,
            )
            left, width = left + value.lead_width + SPACE.small, width - value.lead_width - SPACE.small
        icons.paint(
            painter, value.icon, value.role, left, top + (SIZE.row - SIZE.icon) / 2, filled=value.filled
        )
        paint.line(
            painter, left + SIZE.icon + 6, top, width - SIZE.icon - 6, SIZE.row, value.text, role=value.ink
        )

    def needed_width(self, index: AnyIndex) -> int:
        cell = index.data(VALUE_ROLE)
        if cell is None:
            return 0
        lead = cell.lead_width + SPACE.small if cell.lead else 0
        return paint.text_width(cell.text, self.style) + SIZE.icon + 6 + lead


class RiskDelegate(CellDelegate):
    def draw(
        self, painter: QPainter, left: int, top: int, width: int, words: str, value: Any, current: bool
    ) -> None:
        if value is not None:
            role = f"risk.{value.level}"
            filled = {"low": 1, "middle": 2, "high": 3}[value.level]
            paint.risk_bars(painter, left, top + SIZE.row / 2 + 6, filled, role)
            paint.line(painter, left + 18, top, width - 18, SIZE.row, value.text, role=role)

    def needed_width(self, index: AnyIndex) -> int:
        return super().needed_width(index) + 18


class StrategyDelegate(CellDelegate):
    def draw(
        self, painter: QPainter, left: int, top: int, width: int, words: str, value: Any, current: bool
    ) -> None:
        if value is not None:
            picture = paint.strategy_picture(painter, value.dots)
            painter.drawPixmap(left, top + SIZE.row // 2 - 3, picture)
            paint.line(painter, left + 25, top, width - 25, SIZE.row, value.text)

    def needed_width(self, index: AnyIndex) -> int:
        return super().needed_width(index) + 25


class ProgressDelegate(CellDelegate):
    """A bar, and behind it how much that is."""

    _WORDS = 44  # px

    def draw(
        self, painter: QPainter, left: int, top: int, width: int, words: str, value: Any, current: bool
    ) -> None:
        if value is None:
            return
        bar = QRectF(left, top + (SIZE.row - SIZE.progress) / 2, max(0, width - self._WORDS), SIZE.progress)
        if value.expected is None:
            paint.progress(painter, bar, value.share)
        else:
            paint.progress_by_now(painter, bar, value.share, value.expected)
        right = Qt.AlignmentFlag.AlignRight
        paint.line(painter, left, top, width, SIZE.row, words, align=right, tabular=True)

    def needed_width(self, index: AnyIndex) -> int:
        return super().needed_width(index) + self._WORDS


_BY_KIND: dict[CellKind, type[CellDelegate]] = {
    CellKind.MARK: MarkDelegate,
    CellKind.TEXT: CellDelegate,
    CellKind.NAME: NameDelegate,
    CellKind.QUIET: QuietDelegate,
    CellKind.NUMBER: NumberDelegate,
    CellKind.CHANGE: ChangeDelegate,
    CellKind.BADGE: BadgeDelegate,
    CellKind.TAG: TagDelegate,
    CellKind.ICON_TEXT: IconTextDelegate,
    CellKind.RISK: RiskDelegate,
    CellKind.STRATEGY: StrategyDelegate,
    CellKind.PROGRESS: ProgressDelegate,
}


def delegate_for(kind: CellKind, parent: QObject) -> CellDelegate:
    return _BY_KIND[kind](parent)
