"""A task answered where it stands beside other things: done with its result, given back, or reported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from rmdesk.services.tasks import TaskRow
from rmdesk.ui.dialogs.form_dialog import FormDialog
from rmdesk.ui.interactions.task_answer import TaskAnswer

if TYPE_CHECKING:
    from rmdesk.ui.context import Context


class AnswerTask(FormDialog):
    """Closes once the answer is saved."""

    def __init__(self, context: Context, task: TaskRow, parent: QWidget | None = None) -> None:
        self.answer = TaskAnswer(context)
        self.answer.show_task(task)
        super().__init__(task.work, verb=self.answer.save_button.text(), parent=parent)
        self.setWindowTitle(self.tr("Task for {whom}").format(whom=task.whom))
        self.answer.save_button.hide()
        self.answer.answered.connect(self.accept)
        self.body.addWidget(self.answer)
        self.answer.setFocus()
        self.comes_again("answer_task", row=[task.uid, task.version])

    def submit(self) -> None:
        self.answer.save()
