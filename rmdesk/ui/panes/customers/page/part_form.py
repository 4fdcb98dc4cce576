"""A small form below a section's rows: a holding, a day, a relation is added or changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from rmdesk.services.errors import UserError
from rmdesk.ui import theme
from rmdesk.ui.messages import beside_field, sentence_of
from rmdesk.ui.panes.customers.page.cell_editor import losing
from rmdesk.ui.tokens import SPACE, TYPE
from rmdesk.ui.typed import content_of, fill
from rmdesk.ui.widgets import Button, CheckBox, Combo, FormRow, Label, Variant, paint


@dataclass(frozen=True)
class FormField:
    """One field. `read` gives the value for the column of that name, or raises UserError."""

    column: str
    label: str
    widget: QWidget
    read: Callable[[], Any]
    required: bool = False
    wide: bool = False
    note: str = ""


class PartForm(QWidget):
    """`committed` carries what is to be saved by column: of a new row all, of one there is what changed.

    Enter saves, Esc gives up. Errors stand beside the field they are about; nothing typed is lost.
    """

    committed = Signal(object)
    given_up = Signal()

    def __init__(
        self,
        table: str,
        title: str,
        fields: Sequence[FormField],
        *,
        verb: str,
        is_new: bool,
        actions: Sequence[tuple[str, Callable[[], object]]] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._table, self._is_new = table, is_new
        self._fields = {one.column: one for one in fields}
        self._is_saving = False
        self.rows: dict[str, FormRow] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.pane, SPACE.small, SPACE.pane, SPACE.medium)
        column.setSpacing(SPACE.small)
        column.addWidget(Label(title, style=TYPE.group))
        column.addLayout(self._build_fields(fields))
        self._trouble = Label("", style=TYPE.secondary, ink="warning", wrap=True)
        self._trouble.hide()
        column.addWidget(self._trouble)
        column.addLayout(self._build_buttons(verb, actions))
        self._initial = self.typed()
        self._asked_of: list[Any] | None = None  # what would be lost, as it stood when that was told
        self.setAccessibleName(title)

    def _build_fields(self, fields: Sequence[FormField]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE.medium)
        grid.setVerticalSpacing(SPACE.small)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        line, second = 0, False
        for one in fields:
            row = FormRow(
                "" if isinstance(one.widget, CheckBox) else one.label,
                one.widget,
                required=one.required,
                note=one.note,
                check=lambda one=one: self._check(one),  # type: ignore[misc]
            )
            self.rows[one.column] = row
            if isinstance(
                one.widget, QLineEdit | Combo
            ):  # both columns are of one width, whatever stands in them
                one.widget.setMinimumWidth(0)
                one.widget.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            if isinstance(one.widget, QLineEdit):
                one.widget.setCursorPosition(0)
            if one.wide and second:
                line, second = line + 1, False
            grid.addWidget(row, line, 1 if second else 0, 1, 2 if one.wide else 1, Qt.AlignmentFlag.AlignTop)
            if one.wide or second:
                line, second = line + 1, False
            else:
                second = True
        return grid

    def _build_buttons(self, verb: str, actions: Sequence[tuple[str, Callable[[], object]]]) -> QHBoxLayout:
        self.save_button = Button(verb, variant=Variant.OUTLINED, key="Return")
        self.save_button.clicked.connect(self.commit)
        cancel = Button(self.tr("Cancel"), key="Esc")
        cancel.clicked.connect(self.given_up)
        row = QHBoxLayout()
        row.setSpacing(SPACE.small)
        row.addWidget(self.save_button)
        row.addWidget(cancel)
        row.addStretch(1)
        self.actions_of_row: list[Button] = []
        for words, run in actions:
            button = Button(words, variant=Variant.LINK)
            button.clicked.connect(lambda _checked=False, run=run: run())
            self.actions_of_row.append(button)
            row.addWidget(button)
        return row

    # --- what is in it -----------------------------------------------------------------------------

    def widget(self, column: str) -> Any:
        return self._fields[column].widget

    def typed(self) -> list[Any]:
        """What stands in the fields, to be put back by `retype`."""
        return [content_of(one.widget) for one in self._fields.values()]

    def retype(self, typed: Sequence[Any]) -> None:
        for one, content in zip(self._fields.values(), typed, strict=True):
            fill(one.widget, content)

    @property
    def is_changed(self) -> bool:
        return self.typed() != self._initial

    @property
    def is_saving(self) -> bool:
        return self._is_saving

    @property
    def error(self) -> str:
        found = [row.error for row in self.rows.values() if row.error]
        return found[0] if found else self._trouble.text()

    def focus_field(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        first = next(one.widget for one in self._fields.values() if one.widget.isEnabled())
        first.setFocus(reason)
        if isinstance(first, QLineEdit):
            first.selectAll()

    def set_error(self, sentence: str) -> None:
        """Something wrong with the whole; what was typed stays."""
        self._is_saving = False
        self._trouble.setText(sentence)
        self._trouble.setVisible(bool(sentence))
        self.updateGeometry()

    def refuse(self, error: UserError) -> None:
        """Say what a save was refused for, beside the field it is about."""
        self._is_saving = False
        table, _, column = str(error.params.get("what", "")).partition(".")
        if table == self._table and column in self.rows:
            self.rows[column].set_error(beside_field(error))
            self._fields[column].widget.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.set_error(sentence_of(error))

    def _check(self, one: FormField) -> str:
        try:
            one.read()
        except UserError as error:
            return beside_field(error)
        return ""

    # --- ending ------------------------------------------------------------------------------------

    def commit(self) -> None:
        """Save, or say what is wrong."""
        if self._is_saving:
            return
        if not self._is_new and not self.is_changed:
            self.given_up.emit()
            return
        wrong = [name for name, row in self.rows.items() if row.isEnabled() and not row.check()]
        if wrong:
            self._fields[wrong[0]].widget.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.set_error("")
        self._is_saving = True
        self.committed.emit(self._values())

    def _values(self) -> dict[str, Any]:
        now = dict(zip(self._fields, self.typed(), strict=True))
        before = dict(zip(self._fields, self._initial, strict=True))
        return {
            name: one.read()
            for name, one in self._fields.items()
            if self._is_new or now[name] != before[name]
        }

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self.is_changed and self._asked_of != self.typed():
                self._asked_of = self.typed()
                self.set_error(losing())
            else:
                self.given_up.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.commit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("sunken"))
        paint.edge(painter, self.rect(), Qt.Edge.TopEdge)
