"""A task answered from the page of its customer: done with its result, or reported back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from rmdesk.services.tasks import TaskRow
from rmdesk.ui.interactions.task_answer import TaskAnswer
from rmdesk.ui.tokens import SPACE, TYPE
from rmdesk.ui.widgets import Label

if TYPE_CHECKING:
    from rmdesk.ui.context import Context

_WIDTH = 440


class AnswerTask(QDialog):
    """Closes once the answer is saved."""

    def __init__(self, context: Context, task: TaskRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Task for {whom}").format(whom=task.whom))
        self.setFixedWidth(_WIDTH)
        self.answer = TaskAnswer(context)
        self.answer.answered.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.huge, 20, SPACE.huge, 20)
        column.setSpacing(SPACE.large)
        column.addWidget(Label(task.work, style=TYPE.section, wrap=True))
        column.addWidget(self.answer)
        self.answer.show_task(task)
        self.answer.setFocus()
