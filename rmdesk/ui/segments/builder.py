"""The builder of an expression: its tree, and below it the editor of the current part."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from rmdesk.services import segments
from rmdesk.services.errors import UserError
from rmdesk.services.segments import Expression, Names
from rmdesk.ui.popover import open_menu
from rmdesk.ui.segments.condition_tree import ConditionTree
from rmdesk.ui.segments.draft import Draft, Node
from rmdesk.ui.segments.node_editor import NodeEditor, fields_menu
from rmdesk.ui.tokens import SIZE, SPACE
from rmdesk.ui.widgets import Button, Ground, Hairline, KeyHint, Variant

if TYPE_CHECKING:
    from rmdesk.ui.context import Context


class Builder(QWidget):
    """`changed` follows every change of the draft, after `expression` and `trouble` were made anew."""

    changed = Signal()

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._names = self._load_names()
        self.draft = Draft()
        self.expression: Expression | None = None  # None while something cannot be asked for
        self.trouble: UserError | None = None  # the first thing that cannot
        self.tree = ConditionTree(self.draft)
        self.editor = NodeEditor(context)
        self.add_button = Button(self.tr("Condition"), icon="plus", key="Ins", variant=Variant.FLAT)
        self.group_button = Button(self.tr("Group"), icon="plus", key="Shift+Ins", variant=Variant.FLAT)
        self._build_layout()
        self.add_button.clicked.connect(self.add_condition)
        self.group_button.clicked.connect(self.tree.add_group)
        self.tree.current_changed.connect(self._on_current)
        self.tree.edit_wanted.connect(self.editor.start)
        self.tree.edited.connect(self._on_edited)
        self.editor.edited.connect(self._on_edited)
        self.editor.left.connect(self.go_to_tree)
        self.setFocusProxy(self.tree)
        self.show_document({})

    def _build_layout(self) -> None:
        strip = Ground("surface")
        strip.setFixedHeight(SIZE.filter_row)
        row = QHBoxLayout(strip)
        row.setContentsMargins(SPACE.small, 0, SPACE.pane, 0)
        row.setSpacing(SPACE.tiny)
        row.addWidget(self.add_button)
        row.addWidget(self.group_button)
        row.addStretch(1)
        row.addWidget(
            KeyHint(
                [
                    ("↵", self.tr("edit")),
                    ("Del", self.tr("remove")),
                    ("Alt ↑↓", self.tr("move")),
                    ("Alt →", self.tr("group")),
                ]
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(strip)
        column.addWidget(Hairline())
        column.addWidget(self.tree, 1)
        column.addWidget(Hairline())
        column.addWidget(self.editor)

    def _load_names(self) -> Names:
        with self._context.store.read() as session:
            return Names(session).load_all()

    # --- what is built -----------------------------------------------------------------------------

    def show_document(self, document: Mapping[str, Any], place: segments.Place = ()) -> None:
        """Begin with this expression."""
        self.draft.load(document)
        self.tree.show_draft(self.draft.at(place))
        self._look()

    def reload(self) -> None:
        """Tags, tiers and people may be others now."""
        self._names = self._load_names()
        self._look()

    def document(self) -> dict[str, Any]:
        return self.draft.document()

    def _look(self) -> None:
        """Say every part in words, and whether the whole can be asked for."""
        found = segments.examine(self._names, self.draft.document())
        self.tree.show_words(found)
        faults = [one for one in found.values() if isinstance(one, UserError)]
        self.expression, self.trouble = None, faults[0] if faults else None
        if not faults:
            try:
                self.expression = segments.read_with(self._names, self.draft.document())
            except UserError as error:
                self.trouble = error
        self._show_current(self.tree.current)

    def _show_current(self, node: Node) -> None:
        self.editor.show_node(self.draft, node, self._names)
        self.editor.show_trouble(self.tree.trouble_of(node))

    def _on_current(self, node: Node) -> None:
        self._show_current(node)

    def _on_edited(self) -> None:
        self._look()
        self.changed.emit()

    # --- by keyboard -------------------------------------------------------------------------------

    def go_to_tree(self) -> None:
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_trouble(self) -> None:
        """Go to the first part that cannot be asked for."""
        found = segments.examine(self._names, self.draft.document())
        wrong = next((place for place, one in found.items() if isinstance(one, UserError)), None)
        if wrong is not None:
            self.tree.go_to(wrong)
        self.go_to_tree()

    def add_condition(self) -> QMenu:
        """Offer the fields, and add a condition on the one that is chosen."""
        menu = fields_menu(self, self.tree.add_condition)
        at: QRect = self.tree.visualRect(self.tree.currentIndex())
        place = self.tree.viewport().mapToGlobal(QPoint(at.left() + SPACE.large, at.bottom()))
        open_menu(menu, place)
        return menu
