"""The tree of an expression: groups and conditions in words, painted; everything by keyboard."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QPainter,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from rmdesk import segment_labels, trait_labels
from rmdesk.services.errors import UserError
from rmdesk.services.segments import FIELDS, How, Op, Place, Test
from rmdesk.ui import icons
from rmdesk.ui.messages import beside_field
from rmdesk.ui.row_tree import AnyIndex, RowTree
from rmdesk.ui.segments.draft import Draft, Node
from rmdesk.ui.tokens import SIZE, SPACE, TYPE
from rmdesk.ui.widgets import paint
from rmdesk.words import QT_TRANSLATE_NOOP, translate

_NODE = Qt.ItemDataRole.UserRole + 1
_TROUBLE = Qt.ItemDataRole.UserRole + 2  # why this one cannot be asked; "" if it can
_JOINER = Qt.ItemDataRole.UserRole + 3
_INDENT = 24

HOWS: dict[str, str] = {
    How.ALL: QT_TRANSLATE_NOOP("condition tree", "All of these"),
    How.ANY: QT_TRANSLATE_NOOP("condition tree", "Any of these"),
    How.NONE: QT_TRANSLATE_NOOP("condition tree", "None of these"),
}
_JOINERS: dict[str, str] = {
    How.ALL: QT_TRANSLATE_NOOP("condition tree", "and"),
    How.ANY: QT_TRANSLATE_NOOP("condition tree", "or"),
    How.NONE: QT_TRANSLATE_NOOP("condition tree", "nor"),
}
_LETTERS = {Qt.Key.Key_A: How.ALL, Qt.Key.Key_O: How.ANY, Qt.Key.Key_X: How.NONE}


def how_words(how: str) -> str:
    return translate("condition tree", HOWS[how])


class ConditionTree(RowTree):
    """Shows a draft. What keys ask for is told: `edited` after the tree itself changed the draft,
    `edit_wanted` to go to the editor of the current node, `current_changed` with the current Node.
    """

    current_changed = Signal(object)
    edit_wanted = Signal()
    edited = Signal()

    def __init__(self, draft: Draft, *, parent: QWidget | None = None) -> None:
        super().__init__(indent=_INDENT, parent=parent)
        self.draft = draft
        self._model = QStandardItemModel(self)
        self._places: dict[Place, QStandardItem] = {}
        self._is_filling = False
        self.setAccessibleName(self.tr("Conditions"))
        self.setHeaderHidden(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setMouseTracking(True)
        # A Chinese input method would swallow the letters.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setItemDelegate(_RowDelegate(self))
        self.setModel(self._model)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.doubleClicked.connect(lambda _index: self.edit_wanted.emit())

    # --- what it shows -----------------------------------------------------------------------------

    @property
    def current(self) -> Node:
        """The current node; the root where none is."""
        node: Node | None = self.currentIndex().data(_NODE)
        return self.draft.root if node is None else node

    def show_draft(self, current: Node | None = None) -> None:
        """Lay the draft out anew, with this node current."""
        wanted = () if current is None else self.draft.place_of(current)
        self._is_filling = True
        self._model.clear()
        self._places.clear()
        for place, node in self.draft.walk():
            item = QStandardItem()
            item.setData(node, _NODE)
            self._places[place] = item
            above = self._places.get(place[:-1]) if place else None
            (self._model if above is None else above).appendRow(item)
        self.expandAll()
        self._is_filling = False
        item = self._places.get(wanted, self._places[()])
        self.setCurrentIndex(item.index())
        self.current_changed.emit(self.current)

    def show_words(self, found: Mapping[Place, Test | UserError]) -> None:
        """Say each node in words, or why it cannot be asked."""
        for place, item in self._places.items():
            node: Node = item.data(_NODE)
            told = found.get(place)
            # A root without parts is where one begins; that nothing is asked for yet, the count says.
            is_fault = isinstance(told, UserError) and bool(place or node.parts)
            trouble = _trouble(told) if isinstance(told, UserError) and is_fault else ""
            if isinstance(told, Test):
                words = segment_labels.condition(told)
            else:
                words = how_words(node.how) if node.how is not None else unfinished(node)
            joiner = ""
            if place and place[-1] and node.parent is not None and node.parent.how is not None:
                joiner = translate("condition tree", _JOINERS[node.parent.how])
            item.setText(words)
            item.setData(trouble, _TROUBLE)
            item.setData(joiner, _JOINER)
            item.setToolTip(trouble or (words if len(words) > 40 else ""))
            item.setAccessibleDescription(trouble)

    def trouble_of(self, node: Node) -> str:
        item = self._places.get(self.draft.place_of(node))
        return "" if item is None else str(item.data(_TROUBLE) or "")

    def go_to(self, place: Place) -> None:
        item = self._places.get(place)
        if item is not None:
            self.setCurrentIndex(item.index())

    def _on_current(self, *_: object) -> None:
        if not self._is_filling:
            self.current_changed.emit(self.current)

    # --- keys --------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        # Ctrl+Z takes back what was done to the draft before it undoes what is kept.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Undo)
            and self.draft.can_undo
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, node = event.key(), self.current
        if event.matches(QKeySequence.StandardKey.Undo) and self.draft.can_undo:
            self.undo()
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            match key:
                case Qt.Key.Key_Up | Qt.Key.Key_Down:
                    self.move_current(-1 if key == Qt.Key.Key_Up else 1)
                case Qt.Key.Key_Right:
                    self.wrap_current()
                case Qt.Key.Key_Left:
                    self.lift_current()
                case _:
                    super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.edit_wanted.emit()
        elif key in _LETTERS and node.is_group and not event.modifiers():
            self.draft.set_how(node, _LETTERS[Qt.Key(key)])
            self._after(node)
        elif key == Qt.Key.Key_Left and node.parent is not None:
            self.go_to(self.draft.place_of(node.parent))
        else:
            super().keyPressEvent(event)

    def undo(self) -> None:
        """Take the last step of the draft back."""
        place = self.draft.place_of(self.current)
        if self.draft.undo():
            self._after(self.draft.at(place))

    def remove_current(self) -> None:
        self._after(self.draft.remove(self.current))

    def move_current(self, by: int) -> None:
        node = self.current
        if self.draft.move(node, by):
            self._after(node)

    def wrap_current(self) -> None:
        node = self.current
        if self.draft.wrap(node) is not None:
            self._after(node)

    def lift_current(self) -> None:
        node = self.current
        if self.draft.lift(node):
            self._after(node)

    def add_group(self) -> None:
        self._after(self.draft.add_group(self.current))

    def add_condition(self, field: str) -> None:
        self._after(self.draft.add_condition(self.current, field))
        self.edit_wanted.emit()

    def _after(self, current: Node) -> None:
        self.show_draft(current)
        self.edited.emit()


class _RowDelegate(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        return QSize(200, SIZE.row)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        rect = QRectF(option.rect)
        node: Node = index.data(_NODE)
        trouble: str = index.data(_TROUBLE) or ""
        left, right = rect.left() + SPACE.medium, rect.right() - SPACE.pane
        joiner: str = index.data(_JOINER) or ""
        if node.parent is not None:
            room = _joiner_room()
            words = QRectF(left, rect.top(), room, rect.height())
            paint.text(painter, words, joiner, style=TYPE.secondary, role="secondary")
            left += room
        icon = "triangle-alert" if trouble else "list-tree" if node.is_group else ""
        if icon:
            role = "warning" if trouble else "secondary"
            icons.paint(painter, icon, role, left, rect.center().y() - SIZE.icon / 2)
            left += SIZE.icon + SPACE.small
        words_style = TYPE.strong if node.is_group else TYPE.body
        width = min(paint.text_width(index.data(), words_style) + 2, int(right - left))
        paint.text(painter, QRectF(left, rect.top(), width, rect.height()), index.data(), style=words_style)
        left += width + SPACE.medium
        if trouble and left < right:
            paint.text(
                painter,
                QRectF(left, rect.top(), right - left, rect.height()),
                trouble,
                style=TYPE.secondary,
                role="warning",
            )


def _joiner_room() -> int:
    """One width for all, so that conditions line up."""
    widest = max(
        paint.text_width(translate("condition tree", one), TYPE.secondary) for one in _JOINERS.values()
    )
    return widest + SPACE.small


def _trouble(error: UserError) -> str:
    if error.code == "segment.empty_group":
        return translate("condition tree", "no condition yet")
    return beside_field(error)


def unfinished(node: Node) -> str:
    """A condition whose value is still missing or wrong: field and operator."""
    field = FIELDS.get(node.field)
    given: dict[str, Any] = {
        "field": trait_labels.title(node.field) if field is not None else node.field or "?",
        "operator": segment_labels.operator(Op(node.op)) if node.op in set(Op) else node.op,
    }
    return translate("condition tree", "{field} {operator} …", **given)
