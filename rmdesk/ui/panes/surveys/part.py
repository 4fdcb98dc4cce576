"""What a part of a survey's page is: one of the views between which its head switches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from rmdesk.services.surveys import SurveyRecord
from rmdesk.ui.tokens import SPACE
from rmdesk.ui.widgets import Ground
from rmdesk.ui.writing_view import WritingView

if TYPE_CHECKING:
    from rmdesk.ui.context import Context


class Part(WritingView):
    """Base of all parts; `survey` is the one shown."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__(context, parent=parent)
        self.survey: SurveyRecord | None = None

    def show_survey(self, survey: SurveyRecord | None) -> None:
        """Show this one, or the same one read again: what is half-written of it stays."""
        raise NotImplementedError


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
