"""The fields of the current sub-plan that have no column in the tree; each is kept as it is left."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from rmdesk import labels
from rmdesk.services import values
from rmdesk.services.errors import UserError
from rmdesk.services.plans import NodeRow
from rmdesk.services.plans.keeping import NODE_CHECKS
from rmdesk.ui import formats
from rmdesk.ui.date_field import DateField
from rmdesk.ui.messages import beside_field
from rmdesk.ui.tokens import SPACE, TYPE
from rmdesk.ui.widgets import EmptyState, Form, FormRow, Ground, Label, LineField

_LINES = ("purpose", "expected", "materials", "people")


class NodeForm(Ground):
    """`edited` carries the uid of the sub-plan and what is to be kept."""

    edited = Signal(str, object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent=parent)
        self.node: NodeRow | None = None
        self._may_edit = False
        self._kept: dict[str, dict[str, str]] = {}  # by sub-plan, what stood in fields that were not left
        self.title = Label("", style=TYPE.section, wrap=True)
        self.facts = Label("", style=TYPE.secondary, ink="secondary", wrap=True)
        self.fields: dict[str, LineField] = {}
        self.rows: dict[str, FormRow] = {}
        self.form = Form(spacing=SPACE.medium)
        for name in ("purpose", "first_on", "last_on", "minutes", "expected", "materials", "people"):
            is_day = name in ("first_on", "last_on")
            field = DateField(f"plan_node.{name}", toward="future") if is_day else LineField()
            self.fields[name] = field
            self.rows[name] = self.form.add(labels.field("plan_node", name), field)
            field.editingFinished.connect(partial(self._on_finished, name))
        inside = Ground("surface")
        column = QVBoxLayout(inside)
        column.setContentsMargins(SPACE.pane, SPACE.medium, SPACE.pane, SPACE.medium)
        column.setSpacing(SPACE.small)
        column.addWidget(self.title)
        column.addWidget(self.facts)
        column.addWidget(self.form)
        column.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setWidget(inside)
        self.nothing = EmptyState(self.tr("Choose a sub-plan in the tree."), icon="list-tree")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)
        whole.addWidget(self.nothing)

    def show_node(self, node: NodeRow | None, *, may_edit: bool) -> None:
        again = self.node is not None and node is not None and node.uid == self.node.uid
        self.node, self._may_edit = node, may_edit
        self._area.setVisible(node is not None)
        self.nothing.setVisible(node is None)
        if node is None:
            return
        self.title.setText(node.name)
        first, last = node.span
        told = [f"{formats.full_day(first)} – {formats.full_day(last)}"]
        if node.whole.items:
            words = self.tr("{contacts} contacts, {done} done, {late} late")
            told.append(words.format(contacts=node.whole.items, done=node.whole.done, late=node.whole.late))
        self.facts.setText(labels.listed(told))
        for name, field in self.fields.items():
            field.setReadOnly(not may_edit)
            if again and (field.hasFocus() or self.rows[name].error):
                continue  # somebody is typing there
            self.rows[name].set_error("")
            field.setText(_shown(node, name))
        if may_edit:
            for name, text in self._kept.pop(node.uid, {}).items():
                self.fields[name].setText(text)
                self.rows[name].set_error(self.tr("Not saved yet."))

    # --- over a lock and a crash

    def typed(self) -> dict[str, dict[str, str]]:
        """By sub-plan, what stands in fields and is not kept yet."""
        found = dict(self._kept)
        node = self.node
        if node is not None and self._may_edit:
            texts = {name: field.text() for name, field in self.fields.items()}
            changed = {name: text for name, text in texts.items() if text != _shown(node, name)}
            if changed:
                found[node.uid] = changed
        return found

    def retype(self, kept: Mapping[str, Mapping[str, str]]) -> None:
        """Put back what `typed` gave, as soon as its sub-plan is shown."""
        self._kept = {
            uid: {name: text for name, text in texts.items() if name in self.fields}
            for uid, texts in kept.items()
        }
        self.show_node(self.node, may_edit=self._may_edit)

    def focus_first(self) -> None:
        self.fields["purpose"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_finished(self, name: str) -> None:
        node, field = self.node, self.fields[name]
        if node is None or not self._may_edit or field.text() == _shown(node, name):
            self.rows[name].set_error("")
            return
        try:
            value = self._read(name)
        except UserError as error:
            self.rows[name].set_error(beside_field(error))
            return
        self.rows[name].set_error("")
        self.edited.emit(node.uid, {name: value})

    def _read(self, name: str) -> Any:
        field = self.fields[name]
        if isinstance(field, DateField):
            return field.read()
        typed: Any = field.text()
        if name == "minutes" and not values.is_empty(typed):
            typed = int(typed) if typed.strip().isdecimal() and len(typed.strip()) < 9 else typed
        check: Callable[[object, str], Any] = NODE_CHECKS[name]
        return check(typed, f"plan_node.{name}")

    def refuse(self, name: str, sentence: str) -> None:
        """Say beside a field why it could not be kept; what was typed stays."""
        self.rows[name].set_error(sentence)


def _shown(node: NodeRow, name: str) -> str:
    value = {"first_on": node.first, "last_on": node.last}.get(name)
    if name in ("first_on", "last_on"):
        return "" if value is None else value.isoformat()
    kept = getattr(node, name)
    return "" if kept is None else str(kept)
