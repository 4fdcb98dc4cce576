"""What a part of a survey's page is: one of the views between which its head switches."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from rmdesk.services.errors import UserError
from rmdesk.services.surveys import SurveyRecord
from rmdesk.ui import ask
from rmdesk.ui.tokens import SPACE
from rmdesk.ui.widgets import Ground

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context


class Part(QWidget):
    """Base of all parts; `survey` is the one shown. `changed` asks the pane to read it again."""

    changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.survey: SurveyRecord | None = None

    def show_survey(self, survey: SurveyRecord | None) -> None:
        """Show this one, or the same one read again: what is half-written of it stays."""
        raise NotImplementedError

    def write(
        self, title: str, use_case: Callable[[Session], Any], done: Callable[[Any], None] | None = None
    ) -> None:
        """Run a use case as one change; a refusal is told, and all is read again either way."""

        def finished(result: Any) -> None:
            if done is not None:
                done(result)
            self.changed.emit()

        self.context.jobs.write(
            title, lambda session, _progress: use_case(session), done=finished, failed=self.refuse
        )

    def refuse(self, error: Exception) -> None:
        if isinstance(error, UserError):
            ask.tell_error(self.window(), error)
        self.changed.emit()


def scrolled(content: QWidget) -> QScrollArea:
    """A part's contents that may be longer than the window."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setWidget(content)
    return area


def column_of(content: Ground) -> QVBoxLayout:
    """The column in which a part's contents stand."""
    column = QVBoxLayout(content)
    column.setContentsMargins(SPACE.pane, SPACE.medium, SPACE.pane, SPACE.medium)
    column.setSpacing(SPACE.large)
    return column
