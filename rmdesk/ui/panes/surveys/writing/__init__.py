"""Writing the questions of a survey: the outline, the current question, and how people will see it."""

from rmdesk.ui.panes.surveys.writing.editor import QuestionnaireEditor

__all__ = ["QuestionnaireEditor"]
