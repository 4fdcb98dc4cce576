"""A field for one line that becomes a record; Enter shows what it would write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from rmdesk.services.errors import UserError
from rmdesk.ui.messages import sentence_of
from rmdesk.ui.tokens import SPACE
from rmdesk.ui.widgets import FormRow, Ground, LineField, key_words

if TYPE_CHECKING:
    from rmdesk.ui.context import Context
    from rmdesk.ui.dialogs.review_capture import ReviewCapture

KEY = "Ctrl+Shift+R"


class CaptureLine(Ground):
    """`recorded` tells that something was written. What was typed stays until it is, and on Esc is left."""

    recorded = Signal()
    left = Signal()

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent=parent)
        self._context = context
        self.field = _Field(
            placeholder=self.tr("Record in one line: Zhao Min, call, satisfied, again next Wednesday"),
            name=self.tr("Record in one line"),
        )
        self.field.set_hint(key_words(KEY))
        self.row = FormRow("", self.field)
        line = QHBoxLayout(self)
        line.setContentsMargins(SPACE.pane, SPACE.small, SPACE.pane, SPACE.small)
        line.addWidget(self.row)
        self.field.returnPressed.connect(self.review)
        self.field.escaped.connect(self.left)
        self.field.textChanged.connect(lambda text: self.field.set_hint("" if text else key_words(KEY)))

    def take_focus(self) -> None:
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def review(self) -> ReviewCapture | None:
        """Show what the line would record; what is wrong with it stands below the field."""
        # What reads a line is loaded with the first one.
        from rmdesk.ui.dialogs.review_capture import ReviewCapture
        from rmdesk.ui.interactions.capture_source import propose

        typed = self.field.text()
        if not typed.strip():
            return None
        try:
            found = propose(self._context, typed)
        except UserError as error:
            self.row.set_error(sentence_of(error))
            return None
        dialog = ReviewCapture(self._context, typed.strip(), found, self.window())
        dialog.accepted_line.connect(self._on_recorded)
        dialog.open()
        return dialog

    def _on_recorded(self) -> None:
        self.field.clear()
        self.recorded.emit()


class _Field(LineField):
    escaped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
            return
        super().keyPressEvent(event)
