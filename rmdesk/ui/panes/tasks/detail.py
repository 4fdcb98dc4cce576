"""One task beside the list: whose it is and for whom, what came of it, and what may be said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from rmdesk import labels
from rmdesk.models import TaskState
from rmdesk.services.tasks import TaskRow
from rmdesk.ui import formats
from rmdesk.ui.interactions.task_answer import TaskAnswer
from rmdesk.ui.panes.tasks import wording
from rmdesk.ui.tokens import SPACE, TYPE
from rmdesk.ui.widgets import Button, Ground, Hairline, Label, Tag, Variant

if TYPE_CHECKING:
    from rmdesk.ui.context import Context

_FACTS = ("customer", "staff_id", "assignee_id", "due_on", "done_on", "result", "reported_on")


class TaskDetail(Ground):
    """`closed`: back to the list; the other signals ask for what the pane does."""

    closed = Signal()
    answered = Signal()
    edit_wanted = Signal()
    withdraw_wanted = Signal()
    customer_wanted = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent=parent)
        self.task: TaskRow | None = None
        self.work = Label("", style=TYPE.section, wrap=True, selectable=True)
        self.state = Tag("")
        self.customer = Button("", variant=Variant.LINK, height=TYPE.body.line)
        self.customer.clicked.connect(self._on_customer)
        self.facts: dict[str, tuple[Label, Label]] = {}
        self.answer = TaskAnswer(context)
        self.answer.answered.connect(lambda _uid: self.answered.emit())
        self.edit_button = Button(self.tr("Edit…"), icon="pencil", key="Ctrl+E")
        self.withdraw_button = Button(self.tr("Withdraw"), icon="undo-2", key="Del")
        self.edit_button.clicked.connect(self.edit_wanted)
        self.withdraw_button.clicked.connect(self.withdraw_wanted)
        self._build()
        self.show_task(None)

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE.medium)
        grid.setVerticalSpacing(SPACE.small)
        grid.setColumnStretch(1, 1)
        for place, name in enumerate(_FACTS):
            words = labels.table("customer") if name == "customer" else labels.field("task", name)
            title = Label(words, style=TYPE.secondary, ink="secondary")
            value = Label("", wrap=True, selectable=True)
            self.facts[name] = title, value
            grid.addWidget(title, place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, place, 1)
        grid.addWidget(self.customer, 0, 1, Qt.AlignmentFlag.AlignLeft)
        tags = QHBoxLayout()
        tags.addWidget(self.state)
        tags.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE.small)
        buttons.addWidget(self.edit_button)
        buttons.addWidget(self.withdraw_button)
        buttons.addStretch(1)
        self._line = Hairline()
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(SPACE.pane, SPACE.medium, SPACE.pane, SPACE.medium)
        column.setSpacing(SPACE.medium)
        column.addWidget(self.work)
        column.addLayout(tags)
        column.addLayout(grid)
        column.addWidget(self._line)
        column.addWidget(self.answer)
        column.addLayout(buttons)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._body)

    def show_task(self, task: TaskRow | None) -> None:
        self.task = task
        self.answer.show_task(task)
        self._body.setVisible(task is not None)
        if task is None:
            return
        self.work.setText(task.work)
        cell = wording.state(task)
        self.state.set_words(cell.text)
        self.state.set_tone(cell.tone, cell.icon)
        self.facts["assignee_id"][0].setText(
            labels.field("task", "assignee_id" if task.assignee is not None else "department")
        )
        self._set("customer", task.customer if task.customer_uid is None else None)
        self.customer.setVisible(task.customer_uid is not None)
        self.customer.setText(task.customer or "")
        self.facts["customer"][0].setVisible(task.customer is not None)
        self._set("staff_id", task.given_by)
        self._set("assignee_id", task.whom)
        self._set("due_on", formats.full_day(task.due_on))
        self._set("done_on", None if task.done_on is None else formats.full_day(task.done_on))
        self.facts["result"][0].setText(
            self.tr("Given back") if task.state == TaskState.OPEN else labels.field("task", "result")
        )
        self._set("result", task.result)
        self._set("reported_on", None if task.reported_on is None else formats.full_day(task.reported_on))
        may_change = task.may_manage and task.state == TaskState.OPEN
        self.edit_button.setVisible(may_change)
        self.withdraw_button.setVisible(may_change)
        self._line.setVisible(may_change or not self.answer.isHidden())

    def _set(self, name: str, words: str | None) -> None:
        title, value = self.facts[name]
        value.setText(words or "")
        for label in (title, value):
            label.setVisible(bool(words))

    def _on_customer(self) -> None:
        if self.task is not None and self.task.customer_uid is not None:
            self.customer_wanted.emit(self.task.customer_uid)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)
