"""The tree of a plan: its sub-plans in columns, edited in their cells, moved by dragging and by keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QDropEvent, QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from rmdesk import action_plan_labels, labels
from rmdesk.models.plan import PLAN_NAME_LONGEST
from rmdesk.services import amounts, text
from rmdesk.services.errors import UserError
from rmdesk.services.plans import NodeRow
from rmdesk.ui import formats
from rmdesk.ui.messages import beside_field
from rmdesk.ui.panes.customers import columns
from rmdesk.ui.row_tree import AnyIndex, RowTree
from rmdesk.ui.tokens import SIZE, SPACE, TYPE
from rmdesk.ui.widgets import Combo, LineField, paint

_NODE = Qt.ItemDataRole.UserRole + 1
_INDENT = 20

NAME, SEGMENT, CHANNELS, TIMES, CONTACTS, COST = range(6)
_EDITED = frozenset({NAME, SEGMENT, CHANNELS, TIMES, COST})
_WIDTHS = {SEGMENT: 100, CHANNELS: 120, TIMES: 100, CONTACTS: 68, COST: 72}


class PlanTree(RowTree):
    """Shows sub-plans. It changes nothing itself: `edited` carries the uid and the fields, `moved` the uid,
    the parent's and the one before which it goes (None: at the end); `sibling_wanted` and `child_wanted`
    are about the current one.
    """

    current_changed = Signal(object)  # a NodeRow or None
    edited = Signal(str, object)
    moved = Signal(str, object, object)
    sibling_wanted = Signal()
    child_wanted = Signal()
    remove_wanted = Signal()
    refused = Signal(str)  # why what was typed cannot be kept; empty once it can

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(indent=_INDENT, parent=parent)
        self.nodes: Sequence[NodeRow] = ()
        self.segments: list[tuple[str, str]] = []  # uid and name of those one may use
        self._items: dict[str, QStandardItem] = {}
        self._may_edit = False
        self._is_filling = False
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setAccessibleName(self.tr("Sub-plans"))
        self.setAllColumnsShowFocus(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        self._delegate = _Cells(self)
        self.setItemDelegate(self._delegate)
        self.selectionModel().currentChanged.connect(self._on_current)

    # --- what it shows ---------------------------------------------------------------------------------

    @property
    def current(self) -> NodeRow | None:
        shown: NodeRow | None = self.currentIndex().siblingAtColumn(NAME).data(_NODE)
        return None if shown is None else next((one for one in self.nodes if one.uid == shown.uid), None)

    @property
    def is_editing(self) -> bool:
        return self.state() == QAbstractItemView.State.EditingState

    def show_nodes(self, nodes: Sequence[NodeRow], *, may_edit: bool, current: str | None = None) -> None:
        """Lay the tree out anew; the one with the uid `current`, else the one that was, is current."""
        was, column = self.current, max(self.currentIndex().column(), NAME)
        wanted = current or (None if was is None else was.uid)
        alike = [(one.uid, one.parent_uid) for one in nodes] == [
            (one.uid, one.parent_uid) for one in self.nodes
        ]
        self.nodes = nodes
        if alike and may_edit == self._may_edit and nodes:
            self._put_words()
            if current is not None:
                self.go_to(current)
            self.current_changed.emit(self.current)
            return
        self._may_edit = may_edit
        self._is_filling = True
        self._model.clear()
        self._items.clear()
        self._model.setHorizontalHeaderLabels(
            [
                labels.field("plan_node", "name"),
                labels.what("plan_node.segment"),
                labels.field("plan_node", "channels"),
                labels.field("plan_node", "times"),
                labels.what("plan_node.contacts"),
                self.tr("Cost"),
            ]
        )
        for one in nodes:
            row = [QStandardItem(words) for words in _words(one)]
            for place, item in enumerate(row):
                item.setData(one, _NODE)
                item.setEditable(may_edit and place in _EDITED)
                item.setDragEnabled(may_edit)
                item.setDropEnabled(may_edit and place == NAME)
                item.setToolTip(item.text() if len(item.text()) > 8 else "")
            self._items[one.uid] = row[NAME]
            above = self._items.get(one.parent_uid or "")
            (self._model.invisibleRootItem() if above is None else above).appendRow(row)
        self.expandAll()
        self._fit_header()
        self._is_filling = False
        first = self._items.get(wanted or "") or (self._items[nodes[0].uid] if nodes else None)
        if first is not None:
            self.setCurrentIndex(first.index().siblingAtColumn(column))
        self.current_changed.emit(self.current)

    def _put_words(self) -> None:
        """The same sub-plans say something else: the cell somebody types into stays open."""
        edited = self.currentIndex() if self.is_editing else QModelIndex()
        for one in self.nodes:
            first = self._items[one.uid]
            for column, words in enumerate(_words(one)):
                item = self._model.itemFromIndex(first.index().siblingAtColumn(column))
                if item.index() == edited:  # told anything, it would begin anew with what is kept
                    continue
                item.setText(words)
                item.setToolTip(words if len(words) > 8 else "")
                item.setData(one, _NODE)

    def _fit_header(self) -> None:
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, width)
        for column in (CONTACTS, COST):
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            self._model.setHeaderData(
                column, Qt.Orientation.Horizontal, side, Qt.ItemDataRole.TextAlignmentRole
            )

    def go_to(self, uid: str) -> None:
        item = self._items.get(uid)
        if item is not None:
            self.setCurrentIndex(item.index())

    def edit_cell(self, column: int) -> None:
        """Open the cell of the current sub-plan in this column."""
        index = self.currentIndex().siblingAtColumn(column)
        if self.is_editing and index == self.currentIndex():
            return
        if self._may_edit and column in _EDITED and index.isValid():
            self.setCurrentIndex(index)
            self.edit(index)

    def _on_current(self, now: QModelIndex, before: QModelIndex) -> None:
        self.viewport().update()
        if not self._is_filling and (now.row() != before.row() or now.parent() != before.parent()):
            self.current_changed.emit(self.current)

    # --- moving ------------------------------------------------------------------------------------------

    def siblings(self, parent_uid: str | None) -> list[NodeRow]:
        return [one for one in self.nodes if one.parent_uid == parent_uid]

    def move_by(self, by: int) -> None:
        """Put the current one before the sibling above, or behind the one below."""
        node = self.current
        if node is None or not self._may_edit:
            return
        beside = self.siblings(node.parent_uid)
        place = beside.index(node)
        if not 0 <= place + by < len(beside):
            return
        behind = place + (2 if by > 0 else -1)
        before = beside[behind].uid if 0 <= behind < len(beside) else None
        self.moved.emit(node.uid, node.parent_uid, before)

    def indent(self) -> None:
        """Make the current one the last part of the sibling above it."""
        node = self.current
        if node is None or not self._may_edit:
            return
        beside = self.siblings(node.parent_uid)
        place = beside.index(node)
        if place:
            self.moved.emit(node.uid, beside[place - 1].uid, None)

    def outdent(self) -> None:
        """Put the current one behind the sub-plan it is a part of."""
        node = self.current
        above = (
            None if node is None else next((one for one in self.nodes if one.uid == node.parent_uid), None)
        )
        if node is None or above is None or not self._may_edit:
            return
        self.moved.emit(node.uid, above.parent_uid, self._behind(above))

    def _behind(self, node: NodeRow) -> str | None:
        beside = self.siblings(node.parent_uid)
        place = beside.index(node) + 1
        return beside[place].uid if place < len(beside) else None

    @staticmethod
    def _where(y: float, row: QRect) -> QAbstractItemView.DropIndicatorPosition:
        """On a row, or at one of its edges: as far from them as Qt's own indicator says."""
        margin = min(max(2, round(row.height() / 5.5)), 12)
        if y - row.top() < margin:
            return QAbstractItemView.DropIndicatorPosition.AboveItem
        if row.bottom() - y < margin:
            return QAbstractItemView.DropIndicatorPosition.BelowItem
        return QAbstractItemView.DropIndicatorPosition.OnItem

    def dropEvent(self, event: QDropEvent) -> None:
        """Where it was let go says what is wished; the tree is laid out anew once that is kept."""
        node = self.current
        index = self.indexAt(event.position().toPoint())
        target: NodeRow | None = index.siblingAtColumn(NAME).data(_NODE) if index.isValid() else None
        where = self._where(event.position().y(), self.visualRect(index))
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        self.stopAutoScroll()
        self.setState(QAbstractItemView.State.NoState)
        self.viewport().update()
        if node is None or not self._may_edit or (target is not None and target.uid == node.uid):
            return
        if target is None:
            self.moved.emit(node.uid, None, None)
        elif where == QAbstractItemView.DropIndicatorPosition.OnItem:
            self.moved.emit(node.uid, target.uid, None)
        elif where == QAbstractItemView.DropIndicatorPosition.AboveItem:
            self.moved.emit(node.uid, target.parent_uid, target.uid)
        else:
            before = self._behind(target)
            self.moved.emit(node.uid, target.parent_uid, None if before == node.uid else before)

    # --- keys --------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, index = event.key(), self.currentIndex()
        if self.is_editing:  # what its cell did not want is meant for nobody else
            return
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            match key:
                case Qt.Key.Key_Up:
                    self.move_by(-1)
                case Qt.Key.Key_Down:
                    self.move_by(1)
                case Qt.Key.Key_Right:
                    self.indent()
                case Qt.Key.Key_Left:
                    self.outdent()
                case _:
                    super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.edit_cell(max(index.column(), NAME))
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and index.isValid():
            step = index.column() + (1 if key == Qt.Key.Key_Right else -1)
            if NAME <= step <= COST:
                self.setCurrentIndex(index.siblingAtColumn(step))
        else:
            super().keyPressEvent(event)

    def closeEditor(  # noqa: N802 - Qt's name
        self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint
    ) -> None:
        """Tab goes on to the next cell that can be edited, and opens it."""
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        steps = {
            QAbstractItemDelegate.EndEditHint.EditNextItem: 1,
            QAbstractItemDelegate.EndEditHint.EditPreviousItem: -1,
        }
        by = steps.get(hint, 0)
        column = self.currentIndex().column() + by
        while by and NAME <= column <= COST and column not in _EDITED:
            column += by
        if by and NAME <= column <= COST:
            self.edit_cell(column)


def _words(one: NodeRow) -> list[str]:
    contacts = ""
    if one.whole.items:
        contacts = formats.count(one.whole.items)
        if one.whole.done:
            contacts = f"{formats.count(one.whole.done)}/{contacts}"
    return [
        one.name,
        one.segment or "",
        action_plan_labels.channels(one.channels),
        action_plan_labels.frequency(one.times, one.per),
        contacts,
        "" if one.cost_fen is None else columns.amount(one.cost_fen),
    ]


class _Cells(QStyledItemDelegate):
    """Paints the cells, and edits them as text, the segment as a choice."""

    def __init__(self, tree: PlanTree) -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> Any:
        return QSize(80, SIZE.row)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        node: NodeRow | None = index.data(_NODE)
        if node is None:
            return
        rect = option.rect.adjusted(SPACE.small, 0, -SPACE.small, 0)
        column = index.column()
        words, role = index.data() or "", "text" if column == NAME else "secondary"
        if column == CONTACTS and node.whole.late:
            role = "warning" if node.whole.is_behind else role
        right = column in (CONTACTS, COST)
        paint.text(
            painter,
            rect,
            words,
            style=TYPE.strong if column == NAME and node.depth == 0 else TYPE.body,
            role=role,
            align=Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft,
        )
        if index == self._tree.currentIndex() and self._tree.hasFocus():
            paint.focus_ring(painter, option.rect.adjusted(1, 2, -1, -2))

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: AnyIndex) -> QWidget:
        node: NodeRow = index.data(_NODE)
        if index.column() == SEGMENT:
            combo = Combo(name=labels.what("plan_node.segment"), height=SIZE.row, parent=parent)
            combo.add(self.tr("all of the manager's"), None)
            for uid, name in self._tree.segments:
                combo.add(name, uid)
            combo.choose(node.segment_uid)
            combo.activated.connect(lambda _place: self._commit(combo))
            QTimer.singleShot(0, combo, combo.showPopup)  # so that arrows choose before anything is kept
            return combo
        field = LineField(height=SIZE.row, parent=parent)
        field.setFrame(False)
        if index.column() == NAME:
            field.setMaxLength(PLAN_NAME_LONGEST)
        return field

    def _commit(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: AnyIndex) -> None:
        editor.setGeometry(option.rect)

    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:
        if isinstance(editor, QLineEdit):
            node: NodeRow = index.data(_NODE)
            typed = str(index.data() or "")
            if index.column() == COST and node.cost_fen is not None:
                typed = amounts.yuan(node.cost_fen).removesuffix(".00")
            editor.setText(typed)
            editor.selectAll()

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """What cannot be read keeps its cell open, with what is wrong; Esc gives it up."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            keeping = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
            if keeping and isinstance(editor, LineField):
                try:
                    read_cell(self._tree.currentIndex().column(), editor.text())
                except UserError as error:
                    editor.set_error(beside_field(error))
                    self._tree.refused.emit(beside_field(error))
                    return True
                self._tree.refused.emit("")
        return super().eventFilter(editor, event)

    def setModelData(self, editor: QWidget, _model: QAbstractItemModel, index: AnyIndex) -> None:
        node: NodeRow = index.data(_NODE)
        if isinstance(editor, Combo):
            wanted: Mapping[str, Any] = {"segment": editor.currentData()}
            present: Mapping[str, Any] = {"segment": node.segment_uid}
        elif isinstance(editor, QLineEdit):
            if editor.text() == str(index.data() or ""):
                return
            try:
                wanted = read_cell(index.column(), editor.text())
            except UserError as error:
                self._tree.refused.emit(beside_field(error))
                return
            self._tree.refused.emit("")
            present = {name: getattr(node, name) for name in wanted}
        else:
            return
        if dict(wanted) != dict(present):
            self._tree.edited.emit(node.uid, dict(wanted))


def read_cell(column: int, typed: str) -> dict[str, Any]:
    """The fields that are typed into a cell of this column; raises UserError."""
    match column:
        case 0:
            return {"name": text.line(typed, "plan_node.name", longest=PLAN_NAME_LONGEST)}
        case 2:
            return action_plan_labels.read_channels(typed)
        case 3:
            return action_plan_labels.read_frequency(typed)
        case 5:
            said = typed.strip()
            return {"cost_fen": amounts.read(said, "plan_node.cost_fen") if said else None}
    raise ValueError(column)
