"""What may be said of a task: that it is done and with what result, that it is given back and why, or that
the customer was told.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rmdesk import labels
from rmdesk.models import Channel, TaskState
from rmdesk.services import tasks
from rmdesk.services.errors import Conflict, UserError
from rmdesk.services.tasks import TaskRow
from rmdesk.ui.interactions import wording
from rmdesk.ui.interactions.fields import TextArea
from rmdesk.ui.messages import beside_field, sentence_of
from rmdesk.ui.tokens import SPACE
from rmdesk.ui.widgets import Button, FormRow, Segments, Variant

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context
    from rmdesk.ui.workers import Progress

_CHANNELS = (Channel.CALL, Channel.WECHAT, Channel.VISIT, Channel.BRANCH_VISIT)
_TEXT_LINES = 3
_PURPOSE_LONGEST = 100  # characters of the work that name the contact


class TaskAnswer(QWidget):
    """Hidden while the task shown is in nobody's hands here. Ctrl+Enter saves.

    What is typed for a task and not saved comes back with it. `answered` carries the task's uid.
    """

    answered = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._task: TaskRow | None = None
        self._drafts: dict[tuple[str, str], str] = {}  # by task and state
        self.channel = Segments(
            [(one.value, wording.channel(one)) for one in _CHANNELS],
            name=labels.field("interaction", "channel"),
            in_form=True,
        )
        self.text = TextArea("", lines=_TEXT_LINES)
        self.row = FormRow(labels.field("task", "result"), self.text)
        self.save_button = Button("", variant=Variant.OUTLINED, key="Ctrl+Return")
        self.save_button.clicked.connect(self.save)
        self.back_button = Button(self.tr("Give back"), variant=Variant.FLAT)
        self.back_button.setToolTip(
            self.tr("You cannot do it: say why, and it is with whoever gave it again")
        )
        self.back_button.clicked.connect(self.give_back)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.back_button)
        foot.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.small)
        column.addWidget(self.channel)
        column.addWidget(self.row)
        column.addLayout(foot)
        self.setFocusProxy(self.text)
        self.hide()

    @property
    def reports(self) -> bool:
        """Whether it is the report to the customer that is asked for."""
        return self._task is not None and self._task.state == TaskState.DONE

    def show_task(self, task: TaskRow | None) -> None:
        before = self._task
        if (
            task is not None
            and before is not None
            and task.uid == before.uid
            and _asked(task) == _asked(before)
        ):
            self._task = task  # only its version may be another
            return
        self._keep()
        self._task = task
        self.setVisible(task is not None and _asked(task) != "")
        if task is None:
            return
        self.row.set_error("")
        self.channel.setVisible(self.reports)
        self.row.set_label(
            self.tr("What the customer was told") if self.reports else labels.field("task", "result")
        )
        self.save_button.setText(self.tr("Reported back") if self.reports else self.tr("Done"))
        self.back_button.setVisible(not self.reports and task.may_give_back)
        self.save_button.setEnabled(True)
        first = (task.result or "") if self.reports else ""
        self.text.setPlainText(self._drafts.pop((task.uid, task.state), first))

    def _keep(self) -> None:
        task, typed = self._task, self.text.toPlainText()
        if task is None or self.isHidden():
            return
        if typed.strip() and typed != (task.result or ""):
            self._drafts[task.uid, task.state] = typed

    def save(self) -> None:
        """Save what was typed, or say what is wrong with it."""
        task = self._task
        if task is None or self.isHidden() or not self.save_button.isEnabled():
            return
        typed, channel, reports = self.text.toPlainText().strip(), self.channel.current, self.reports
        purpose = wording.first_line(task.work)

        def work(session: Session, _progress: Progress) -> None:
            if reports:
                contact = {"channel": channel, "purpose": purpose[:_PURPOSE_LONGEST], "content": typed}
                tasks.report_task(session, task.uid, contact, version=task.version)
            else:
                tasks.finish_task(session, task.uid, version=task.version, result=typed or None)

        if reports and not typed:
            self.row.set_error(self.tr("Say what the customer was told."))
            self.text.setFocus()
            return
        self._write(task, typed, work)

    def give_back(self) -> None:
        """Give the task back for the reason that was typed, or ask for one."""
        task = self._task
        if task is None or self.back_button.isHidden() or not self.save_button.isEnabled():
            return
        typed = self.text.toPlainText().strip()
        if not typed:
            self.row.set_error(self.tr("Say why you give it back."))
            self.text.setFocus()
            return
        self._write(
            task,
            typed,
            lambda session, _progress: tasks.give_back_task(session, task.uid, typed, version=task.version),
        )

    def _write(self, task: TaskRow, typed: str, work: Callable[[Session, Progress], None]) -> None:
        self.save_button.setEnabled(False)
        self._context.jobs.write(
            self.tr("Saving a task"),
            work,
            done=lambda _nothing: self._on_saved(task, typed),
            failed=lambda error: self._on_failed(task, typed, error),
        )

    def _on_saved(self, task: TaskRow, typed: str) -> None:
        if self._task is not None and self._task.uid == task.uid:
            self.save_button.setEnabled(True)
            if self.text.toPlainText().strip() == typed:
                self.text.setPlainText("")
        self.answered.emit(task.uid)

    def _on_failed(self, task: TaskRow, typed: str, error: Exception) -> None:
        if self._task is None or self._task.uid != task.uid:
            self._drafts[task.uid, task.state] = typed
            return
        self.save_button.setEnabled(True)
        plain = isinstance(error, UserError) and not isinstance(error, Conflict)
        self.row.set_error(beside_field(error) if plain else sentence_of(error))  # type: ignore[arg-type]
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.save()
            return
        super().keyPressEvent(event)


def _asked(task: TaskRow) -> str:
    """The state that whoever acts may bring a task to by an answer; "" if there is none."""
    if task.state == TaskState.OPEN and task.may_finish:
        return TaskState.DONE
    if task.state == TaskState.DONE and task.may_manage and task.customer_uid is not None:
        return TaskState.REPORTED
    return ""
