"""A masked value with an eye that shows it in full for half a minute. Each showing is recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from rmdesk import labels
from rmdesk.services import reading, roles
from rmdesk.services.errors import UserError
from rmdesk.services.roles import Permission, Reach
from rmdesk.ui.messages import sentence_of
from rmdesk.ui.tokens import SPACE
from rmdesk.ui.widgets import IconButton, Label

if TYPE_CHECKING:
    from rmdesk.ui.context import Context

SHOWN_SECONDS = 30


class MaskedValue(QWidget):
    """One field of one row. The exact value is read only when the eye is pressed, and dropped when the
    time is over, the row changes or the widget is hidden.
    """

    revealed = Signal()
    hidden_again = Signal()
    refused = Signal(str)

    def __init__(
        self,
        context: Context,
        table: str,
        field: str,
        *,
        seconds: float = SHOWN_SECONDS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._table, self._field = context, table, field
        self._uid, self._masked = "", ""
        self._is_revealed = False
        self._label = Label("", tabular=True)
        self._eye = IconButton("eye", self.tr("Show for 30 seconds; this is recorded"), height=24)
        self._eye.clicked.connect(self._on_eye)
        self._timer = QTimer(self, singleShot=True, interval=round(seconds * 1000))
        self._timer.timeout.connect(self.hide_value)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.tiny)
        row.addWidget(self._label)
        row.addWidget(self._eye)
        self.setAccessibleName(labels.field(table, field))

    @property
    def text(self) -> str:
        """What is shown now."""
        return self._label.text()

    @property
    def eye(self) -> IconButton:
        return self._eye

    @property
    def is_revealed(self) -> bool:
        return self._is_revealed

    def show_masked(self, uid: str, masked: str, *, own: bool = False) -> None:
        """Show the masked value of row `uid`; `own` rows need the lesser permission."""
        same = uid == self._uid and masked == self._masked
        self._uid, self._masked = uid, masked
        reach = roles.allowed(self._context.actor, Permission.REVEAL).reach()
        self._eye.setVisible(bool(masked) and reach >= (Reach.OWN if own else Reach.ALL))
        if not (same and self.is_revealed):
            self.hide_value()

    def hide_value(self) -> None:
        """Hide the exact value again."""
        was_revealed, self._is_revealed = self._is_revealed, False
        self._timer.stop()
        self._label.setText(self._masked or self.tr("None"))
        self._label.set_ink("text" if self._masked else "secondary")
        self._eye.set_icon("eye")
        self._eye.set_name(self.tr("Show for 30 seconds; this is recorded"))
        if was_revealed:
            self.hidden_again.emit()

    def _on_eye(self) -> None:
        if self.is_revealed:
            self.hide_value()
            return
        uid, table, field = self._uid, self._table, self._field
        self._context.jobs.write(
            self.tr("Showing a masked field"),
            lambda session, _progress: reading.reveal(session, table, uid, field),
            done=lambda value: self._on_value(uid, value),
            failed=self._on_refused,
        )

    def _on_value(self, uid: str, value: str) -> None:
        if uid != self._uid or not self.isVisible():
            return  # another row is shown by now
        self._is_revealed = True
        self._timer.start()
        self._label.setText(value)
        self._label.set_ink("text")
        self._eye.set_icon("eye-off")
        self._eye.set_name(self.tr("Hide again"))
        self.revealed.emit()

    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.refused.emit(sentence_of(error))

    def hideEvent(self, event: QHideEvent) -> None:
        self.hide_value()
        super().hideEvent(event)
