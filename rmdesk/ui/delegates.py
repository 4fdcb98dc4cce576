"""How the cells of the tables are drawn: one delegate per kind of column, all by the tokens."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
)

from rmdesk.ui import icons, theme
from rmdesk.ui.columns import CELL_PADDING, EDGE_PADDING, CellKind, paddings
from rmdesk.ui.tokens import SIZE, SPACE, TYPE, TypeStyle
from rmdesk.ui.widgets import paint
from rmdesk.ui.widgets.tags import tone_roles

VALUE_ROLE = Qt.ItemDataRole.UserRole + 1  # the value itself, where DisplayRole has its words
MARKED_ROLE = Qt.ItemDataRole.UserRole + 2
EXACT_ROLE = Qt.ItemDataRole.UserRole + 3  # the exact words where the shown ones are shortened

AnyIndex = QModelIndex | QPersistentModelIndex


class CellDelegate(QStyledItemDelegate):
    """The row's ground and current mark, then whatever `paint_cell` of the kind draws. Plain text here."""

    style: TypeStyle = TYPE.body
    ink = "text"
    align = Qt.AlignmentFlag.AlignLeft
    tabular = False

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hovered_row = -1

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        view = option.widget
        focused = isinstance(view, QAbstractItemView) and view.hasFocus()
        if selected:
            painter.fillRect(option.rect, theme.colour("selection" if focused else "selection_idle"))
        elif index.row() == self.hovered_row or index.data(MARKED_ROLE):
            painter.fillRect(option.rect, theme.colour("hover"))
        if selected and focused and self._is_first(view, index):
            bar = QRectF(option.rect.left(), option.rect.top(), SIZE.current_mark, option.rect.height())
            painter.fillRect(bar, theme.colour("accent"))
        left, right = paddings(self._header(view), index.column())
        self.paint_cell(painter, QRectF(option.rect).adjusted(left, 0, -right, 0), index, selected)

    @staticmethod
    def _header(view: Any) -> QHeaderView | None:
        return view.horizontalHeader() if isinstance(view, QTableView) else None

    @classmethod
    def _is_first(cls, view: Any, index: AnyIndex) -> bool:
        header = cls._header(view)
        return index.column() == 0 if header is None else header.sectionPosition(index.column()) == 0

    def paint_cell(self, painter: QPainter, rect: QRectF, index: AnyIndex, selected: bool) -> None:
        words = index.data(Qt.ItemDataRole.DisplayRole)
        if words:
            paint.text(
                painter, rect, words, style=self.style, role=self.ink, align=self.align, tabular=self.tabular
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
        left, right = paddings(self._header(option.widget), index.column())
        fits = self.needed_width(index) <= option.rect.width() - left - right
        return "" if fits else str(index.data(Qt.ItemDataRole.DisplayRole) or "")


class NameDelegate(CellDelegate):
    def paint_cell(self, painter: QPainter, rect: QRectF, index: AnyIndex, selected: bool) -> None:
        words = index.data(Qt.ItemDataRole.DisplayRole)
        if words:
            paint.text(painter, rect, words, style=TYPE.strong if selected else TYPE.body)


class QuietDelegate(CellDelegate):
    ink = "secondary"


class NumberDelegate(CellDelegate):
    align = Qt.AlignmentFlag.AlignRight
    tabular = True


class MarkDelegate(CellDelegate):
    def paint_cell(self, painter: QPainter, rect: QRectF, index: AnyIndex, selected: bool) -> None:
        marked = bool(index.data(MARKED_ROLE))
        state = Qt.CheckState.Checked if marked else Qt.CheckState.Unchecked
        top = rect.center().y() - SIZE.check_box / 2
        # Its column always stands first.
        paint.check_box(painter, rect.left() - EDGE_PADDING + SPACE.medium, top, state)

    def tip(self, option: QStyleOptionViewItem, index: AnyIndex) -> str:
        return ""


class BadgeDelegate(CellDelegate):
    style = TYPE.secondary

    def paint_cell(self, painter: QPainter, rect: QRectF, index: AnyIndex, selected: bool) -> None:
        cell = index.data(VALUE_ROLE)
        if cell is not None:
            box = QRectF(rect.left(), rect.center().y() - SIZE.tag / 2, 0, SIZE.tag)
            box.setWidth(min(rect.width(), max(SIZE.badge_width, self.needed_width(index))))
            paint.badge(painter, box, cell.text, cell.rank)

    def needed_width(self, index: AnyIndex) -> int:
        return super().needed_width(index) + 10


class TagDelegate(CellDelegate):
    def paint_cell(self, painter: QPainter, rect: QRectF, index: AnyIndex, selected: bool) -> None:
        cell = index.data(VALUE_ROLE)
        if cell is not None:
            box = QRectF(rect.left(), rect.center().y() - SIZE.tag / 2, 0, SIZE.tag)
            box.setWidth(min(rect.width(), self.needed_width(index)))
            ink, ground = tone_roles(cell.tone)
            paint.tag(painter, box, cell.text, ink=ink, ground=ground, icon=cell.icon)

    def needed_width(self, index: AnyIndex) -> int:
        cell = index.data(VALUE_ROLE)
        return 0 if cell is None else paint.tag_width(cell.text, cell.icon)


class IconTextDelegate(CellDelegate):
    def paint_cell(self, painter: QPainter, rect: QRectF, index: AnyIndex, selected: bool) -> None:
        cell = index.data(VALUE_ROLE)
        if cell is not None:
            top = rect.center().y() - SIZE.icon / 2
            icons.paint(painter, cell.icon, cell.role, rect.left(), top, filled=cell.filled)
            paint.text(painter, rect.adjusted(SIZE.icon + 6, 0, 0, 0), cell.text)

    def needed_width(self, index: AnyIndex) -> int:
        return super().needed_width(index) + SIZE.icon + 6


class RiskDelegate(CellDelegate):
    def paint_cell(self, painter: QPainter, rect: QRectF, index: AnyIndex, selected: bool) -> None:
        cell = index.data(VALUE_ROLE)
        if cell is not None:
            role = f"risk.{cell.level}"
            filled = {"low": 1, "middle": 2, "high": 3}[cell.level]
            paint.risk_bars(painter, rect.left(), rect.center().y() + 6, filled, role)
            paint.text(painter, rect.adjusted(18, 0, 0, 0), cell.text, role=role)

    def needed_width(self, index: AnyIndex) -> int:
        return super().needed_width(index) + 18


class StrategyDelegate(CellDelegate):
    def paint_cell(self, painter: QPainter, rect: QRectF, index: AnyIndex, selected: bool) -> None:
        cell = index.data(VALUE_ROLE)
        if cell is not None:
            paint.strategy_dots(painter, rect.left(), rect.center().y(), cell.dots)
            paint.text(painter, rect.adjusted(25, 0, 0, 0), cell.text)

    def needed_width(self, index: AnyIndex) -> int:
        return super().needed_width(index) + 25


_BY_KIND: dict[CellKind, type[CellDelegate]] = {
    CellKind.MARK: MarkDelegate,
    CellKind.TEXT: CellDelegate,
    CellKind.NAME: NameDelegate,
    CellKind.QUIET: QuietDelegate,
    CellKind.NUMBER: NumberDelegate,
    CellKind.BADGE: BadgeDelegate,
    CellKind.TAG: TagDelegate,
    CellKind.ICON_TEXT: IconTextDelegate,
    CellKind.RISK: RiskDelegate,
    CellKind.STRATEGY: StrategyDelegate,
}


def delegate_for(kind: CellKind, parent: QObject) -> CellDelegate:
    return _BY_KIND[kind](parent)
