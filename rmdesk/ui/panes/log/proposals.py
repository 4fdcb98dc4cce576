"""What is proposed for a day, beside its plan: picked by key or mouse, dragged over, many at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from rmdesk.services.daily_logs import Proposal
from rmdesk.ui import icons, theme
from rmdesk.ui.panes.log import wording
from rmdesk.ui.panes.log.day_model import PROPOSALS
from rmdesk.ui.panes.today import wording as today_wording
from rmdesk.ui.tokens import SIZE, SPACE, TYPE
from rmdesk.ui.widgets import EmptyState, paint

_ENTRY = Qt.ItemDataRole.UserRole
_GAP, _KIND = 12, 24
_NAME_LEAST, _NAME_MOST = 40, 120
_AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class _Model(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.proposals: list[Proposal] = []

    def show(self, proposals: Sequence[Proposal]) -> None:
        self.beginResetModel()
        self.proposals = list(proposals)
        self.endResetModel()

    def rowCount(self, parent: _AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.proposals)

    def data(self, index: _AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self.proposals):
            return None
        one = self.proposals[index.row()]
        if role == _ENTRY:
            return one
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{today_wording.name(one.line)}  {one.purpose}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return one.purpose
        return None

    def flags(self, index: _AnyIndex) -> Qt.ItemFlag:
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        return found if index.isValid() else Qt.ItemFlag.NoItemFlags

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802 - Qt's name
        found = QMimeData()
        rows = sorted({one.row() for one in indexes})
        found.setData(PROPOSALS, QByteArray(" ".join(map(str, rows)).encode()))
        return found


class _Painter(QStyledItemDelegate):
    name = _NAME_LEAST
    tier = SIZE.badge_width

    def measure(self, proposals: Sequence[Proposal]) -> None:
        widest = max(
            (paint.text_width(today_wording.name(one.line), TYPE.strong) for one in proposals), default=0
        )
        self.name = min(max(_NAME_LEAST, widest + 1), _NAME_MOST)
        tiers = [one.line.person.tier for one in proposals if one.line.person and one.line.person.tier]
        self.tier = max([SIZE.badge_width, *(paint.text_width(one, TYPE.secondary) + 10 for one in tiers)])

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _AnyIndex) -> QSize:
        return QSize(100, SIZE.work_row)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        one: Proposal = index.data(_ENTRY)
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        focused = self._view.hasFocus()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.colour("selection" if focused else "selection_idle"))
        if focused and index.row() == self._view.currentIndex().row():
            mark = QRect(box.left(), box.top(), SIZE.current_mark, box.height())
            painter.fillRect(mark, theme.colour("accent"))
        top, height, left = box.top(), box.height(), box.left() + SPACE.pane
        icon, role = today_wording.kind_icon(one.line)
        icons.paint(painter, icon, role, left, top + (height - SIZE.icon) / 2)
        left += _KIND
        name = today_wording.name(one.line)
        paint.line(painter, left, top, self.name, height, name, style=TYPE.strong)
        left += self.name + _GAP
        person = one.line.person
        if person is not None and person.tier is not None:
            badge = paint.badge_picture(painter, self.tier, person.tier, (person.tier_rank or 1) - 1)
            painter.drawPixmap(left, int(top + (height - SIZE.tag) / 2), badge)
        left += self.tier + _GAP
        right = box.right() - SPACE.pane
        told, ink = wording.due(one)
        width = paint.text_width(told, tabular=True) + 1
        end = Qt.AlignmentFlag.AlignRight
        paint.line(painter, right - width, top, width, height, told, role=ink, align=end, tabular=True)
        right -= width + _GAP
        amount = today_wording.amount(one.line.amount_fen)
        if amount:
            width = paint.text_width(amount, tabular=True) + 1
            paint.line(painter, right - width, top, width, height, amount, align=end, tabular=True)
            right -= width + _GAP
        paint.line(painter, left, top, max(0, right - left), height, one.purpose)

    @property
    def _view(self) -> ProposalList:
        view = self.parent()
        assert isinstance(view, ProposalList)
        return view


class ProposalList(QListView):
    """Enter or Space puts the selected ones on the plan, so do a double click and dragging them over."""

    taken = Signal(list)  # of Proposal

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list_model = _Model(self)
        self._painter = _Painter(self)
        self._empty: EmptyState | None = None
        self.setAccessibleName(name)
        self.setModel(self.list_model)
        self.setItemDelegate(self._painter)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)

    @property
    def proposals(self) -> list[Proposal]:
        return self.list_model.proposals

    def show_proposals(self, proposals: Sequence[Proposal]) -> None:
        row = max(self.currentIndex().row(), 0)  # Enter takes the first: focus may have come before them
        self._painter.measure(proposals)
        self.list_model.show(proposals)
        if proposals:
            self.setCurrentIndex(self.list_model.index(min(row, len(proposals) - 1), 0))
        self._show_empty()

    def chosen(self) -> list[Proposal]:
        rows = sorted({one.row() for one in self.selectedIndexes()})
        return [self.proposals[row] for row in rows]

    def take(self) -> None:
        chosen = self.chosen()
        if chosen:
            self.taken.emit(chosen)

    def set_empty(self, empty: EmptyState) -> None:
        self._empty = empty
        empty.setParent(self.viewport())
        self._show_empty()

    def _show_empty(self) -> None:
        if self._empty is not None:
            self._empty.setVisible(not self.proposals)
            self._empty.setGeometry(self.viewport().rect())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.take()
            return
        super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.indexAt(event.position().toPoint()).isValid():
            self.take()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_empty()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.proposals:
            self.setCurrentIndex(self.list_model.index(0, 0))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
