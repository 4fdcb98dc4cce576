"""The editor of the current part of an expression: which field, how it is compared, with what."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from rmdesk import labels, segment_labels, trait_labels
from rmdesk.services.segments import FIELDS, How, Names, Op, Shape
from rmdesk.ui.popover import open_menu
from rmdesk.ui.segments import value_editors
from rmdesk.ui.segments.condition_tree import how_words
from rmdesk.ui.segments.draft import Draft, Node
from rmdesk.ui.segments.value_editors import ValueEditor
from rmdesk.ui.tokens import SPACE, TYPE
from rmdesk.ui.widgets import Button, Combo, Ground, Label, Segments

if TYPE_CHECKING:
    from rmdesk.ui.context import Context

# What is asked for most stands in the menu itself, the others under their sections.
_FIRST = ("tier", "aum", "last_contact", "next_maturity", "holding", "contacts", "birthday", "owner", "tag")


def fields_menu(parent: QWidget, chosen: Callable[[str], object]) -> QMenu:
    """Every field by sections; `chosen` is called with the name of the one taken."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for name in _FIRST:
        menu.addAction(trait_labels.title(name), partial(chosen, name))
    menu.addSeparator()
    for section in dict.fromkeys(one.section for one in FIELDS.values()):
        listed = [one for one in FIELDS.values() if one.section == section and one.name not in _FIRST]
        under = menu.addMenu(labels.section(section)) if listed else menu
        for field in listed:
            under.addAction(trait_labels.title(field.name), partial(chosen, field.name))
    return menu


class NodeEditor(Ground):
    """`edited` follows each change of the draft; `left` asks to go back to the tree (Esc)."""

    edited = Signal()
    left = Signal()

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__("sunken", parent=parent)
        self._context = context
        self._draft: Draft | None = None
        self._node: Node | None = None
        self._names: Names | None = None
        self._shown: tuple[int, str, str] | None = None
        self.value: ValueEditor | None = None
        self.field_button = Button("", menu_mark=True)
        self.field_button.clicked.connect(self.open_fields)
        self.operator = Combo(name=self.tr("Comparison"))
        self.operator.activated.connect(self._on_operator)
        self.how = Segments([(how.value, how_words(how)) for how in How], name=self.tr("Group"))
        self.how.chosen.connect(self._on_how)
        self.hint = Label("", style=TYPE.secondary, ink="secondary")
        self.trouble = Label("", style=TYPE.secondary, ink="warning", wrap=True)
        line = QHBoxLayout()
        line.setSpacing(SPACE.small)
        for widget in (self.how, self.field_button, self.operator):
            line.addWidget(widget)
        line.addStretch(1)
        line.addWidget(self.hint)
        self._place = QVBoxLayout()
        self._place.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.pane, SPACE.medium, SPACE.pane, SPACE.medium)
        column.setSpacing(SPACE.small)
        column.addLayout(line)
        column.addLayout(self._place)
        column.addWidget(self.trouble)
        column.addStretch(1)
        self.setMinimumHeight(190)

    def show_node(self, draft: Draft, node: Node, names: Names) -> None:
        """Edit this node; what is being typed into it stays."""
        self._draft, self._node, self._names = draft, node, names
        wanted = (id(node), node.field, node.op)
        is_group = node.is_group
        self.how.setVisible(is_group)
        self.field_button.setVisible(not is_group)
        self.operator.setVisible(not is_group)
        if is_group:
            self.how.choose(node.how or "")
            self.hint.setText(self.tr("{count} parts").format(count=len(node.parts)))
        if wanted == self._shown and not (self.value is not None and self.value.read() != node.value):
            return
        self._shown = wanted
        self._drop_value()
        if is_group:
            return
        field = FIELDS.get(node.field)
        self.hint.setText("" if field is None else labels.section(field.section))
        self.field_button.setText(trait_labels.title(node.field) if field is not None else node.field or "?")
        self.operator.clear()
        self.operator.setEnabled(field is not None)
        if field is None:
            return
        for op in field.ops:
            self.operator.add(segment_labels.operator(op), op.value)
        self.operator.setCurrentIndex(self.operator.findData(node.op))
        shape = node.shape
        if shape is not None and shape is not Shape.NOTHING:
            named = names.listed(field) if shape in (Shape.NAME, Shape.NAMES) else []
            self.value = value_editors.make(self._context, field, shape, node.value, named)
            self.value.edited.connect(self._on_value)
            self._place.addWidget(self.value)
            if node.value is None:  # what the editor begins with is what is meant
                node.value = self.value.read()

    def _drop_value(self) -> None:
        if self.value is not None:
            self._place.removeWidget(self.value)
            self.value.hide()
            self.value.deleteLater()
            self.value = None

    def show_trouble(self, sentence: str) -> None:
        """Say why the node cannot be asked for."""
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))

    def start(self) -> None:
        """Go to where the value is entered."""
        node = self._node
        target: QWidget = self.field_button
        if node is not None and node.is_group:
            target = self.how.button(node.how or How.ALL)
        elif self.value is not None and self.value.focusProxy() is not None:
            target = self.value
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- editing -----------------------------------------------------------------------------------

    def open_fields(self) -> QMenu:
        menu = fields_menu(self, self._on_field)
        open_menu(menu, self.field_button.mapToGlobal(QPoint(0, self.field_button.height() + 2)))
        return menu

    def _on_field(self, name: str) -> None:
        if self._draft is not None and self._node is not None:
            self._draft.set_field(self._node, name)
            self._refresh()

    def _on_operator(self, _place: int) -> None:
        if self._draft is not None and self._node is not None:
            self._draft.set_op(self._node, Op(self.operator.currentData()))
            self._refresh()

    def _on_how(self, how: str) -> None:
        if self._draft is not None and self._node is not None:
            self._draft.set_how(self._node, how)
            self.edited.emit()

    def _on_value(self) -> None:
        draft, node, value = self._draft, self._node, self.value
        if draft is not None and node is not None and value is not None:
            if not draft.set_value(node, value.read()):
                return
            self.edited.emit()

    def _refresh(self) -> None:
        if self._draft is not None and self._node is not None and self._names is not None:
            self.show_node(self._draft, self._node, self._names)
            self.edited.emit()
            self.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
            return
        super().keyPressEvent(event)
