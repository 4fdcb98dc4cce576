"""A view that changes what it shows: one of those between which the head of a page switches."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rmdesk.services.errors import UserError
from rmdesk.ui import ask

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context


class WritingView(QWidget):
    """Base of all; `changed` asks for what is shown to be read again."""

    changed = Signal()

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context

    def write(
        self, title: str, use_case: Callable[[Session], Any], done: Callable[[Any], None] | None = None
    ) -> None:
        """Run a use case as one change; a refusal is told, and all is read again either way."""

        def finished(answer: Any) -> None:
            if done is not None:
                done(answer)
            self.changed.emit()

        self.context.jobs.write(
            title, lambda session, _progress: use_case(session), done=finished, failed=self.refuse
        )

    def refuse(self, error: Exception) -> None:
        if isinstance(error, UserError):
            ask.tell_error(self.window(), error)
        self.changed.emit()
