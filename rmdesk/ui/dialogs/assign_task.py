"""A task given to a colleague or a department, or one that is open changed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QWidget

from rmdesk import labels
from rmdesk.services import tasks
from rmdesk.services.errors import UserError
from rmdesk.services.tasks import TaskRow
from rmdesk.ui import formats
from rmdesk.ui.customer_field import CustomerField
from rmdesk.ui.date_field import DateField
from rmdesk.ui.dialogs.form_dialog import FormDialog
from rmdesk.ui.interactions.fields import TextArea, checked, refusal
from rmdesk.ui.tokens import SPACE
from rmdesk.ui.widgets import Combo, Form, LineField

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context
    from rmdesk.ui.workers import Progress

_DEPARTMENT = ""  # instead of a colleague


class AssignTask(FormDialog):
    """For a new task `row` is None. `saved` carries the task's id."""

    saved = Signal(int)

    def __init__(
        self, context: Context, row: TaskRow | None = None, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            self.tr("Assign a task") if row is None else self.tr("Change this task"),
            verb=self.tr("Assign") if row is None else self.tr("Save"),
            parent=parent,
        )
        self._context, self._row = context, row
        with context.store.read() as session:
            people, known = tasks.assignees(session), tasks.departments(session)
        if row is not None and row.assignee_uid is not None and row.assignee_uid not in dict(people):
            people.insert(0, (row.assignee_uid, row.assignee or ""))
        self.who = Combo()
        self.who.setPlaceholderText(self.tr("Choose"))
        for uid, name in people:
            self.who.add(name, uid)
        self.who.add(self.tr("A department"), _DEPARTMENT, icon="building-2")
        self.department = LineField("" if row is None else row.department or "")
        completer = QCompleter(QStringListModel(known, self), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.department.setCompleter(completer)
        self.work = TextArea("" if row is None else row.work, lines=3)
        self.due = DateField("task.due_on", toward="future")
        self.customer: CustomerField | None = None
        self.form = Form(spacing=SPACE.medium)
        self.rows |= {
            "assignee": self.form.add(self.tr("For whom"), self.who, required=True),
            "department": self.form.add(
                labels.field("task", "department"),
                self.department,
                required=True,
                check=self._department_refusal,
            ),
        }
        if row is None:
            self.customer = CustomerField(context)
            self.rows["customer"] = self.form.add(
                labels.table("customer"),
                self.customer,
                note=self.tr("Empty if it is for nobody in particular."),
                check=partial(self.customer.refusal, required=False),
            )
        self.rows["work"] = self.form.add(
            labels.field("task", "work"), self.work, required=True, check=lambda: refusal(self._read_work)
        )
        self.rows["due_on"] = self.form.add(
            labels.field("task", "due_on"), self.due, required=True, check=lambda: refusal(self._read_due)
        )
        self.due.setPlaceholderText(self.tr("tomorrow, Friday, 25 Sep"))
        self.body.addWidget(self.form)
        self.who.currentIndexChanged.connect(self._on_who)
        if row is None:
            self.who.setCurrentIndex(-1)
        else:
            self.who.choose(row.assignee_uid or _DEPARTMENT)
            self.due.setText(formats.full_day(row.due_on))
        self._on_who()
        self._first = self._given() if row is not None else {}
        (self.who if row is None else self.work).setFocus()
        self.comes_again("assign_task", row=None if row is None else [row.uid, row.version])

    def _on_who(self) -> None:
        self.rows["department"].setVisible(self.who.currentData() == _DEPARTMENT)
        self.adjustSize()

    # --- reading -----------------------------------------------------------------------------------

    def _read_work(self) -> Any:
        return checked(tasks.CHECKS, "task", "work", self.work.toPlainText())

    def _read_due(self) -> Any:
        return tasks.check_due(self.due.read(), seen=None if self._row is None else self._row.due_on)

    def _department_refusal(self) -> str:
        return refusal(lambda: checked(tasks.CHECKS, "task", "department", self.department.text()))

    def _given(self) -> dict[str, Any]:
        """What is entered, as `tasks.add_task` takes it; raises UserError."""
        uid = self.who.currentData()
        return {
            "assignee": uid or None,
            "department": None if uid else self.department.text().strip(),
            "work": self._read_work(),
            "due_on": self._read_due(),
        }

    # --- saving ------------------------------------------------------------------------------------

    def submit(self) -> None:
        if not self.check():
            return
        row, given = self._row, self._given()
        customer = None if self.customer is None else self.customer.customer_uid or None

        def save(session: Session, _progress: Progress) -> int:
            if row is None:
                return tasks.add_task(session, customer, given).id
            changed = {name: value for name, value in given.items() if value != self._first[name]}
            if changed:
                tasks.edit_task(session, row.uid, changed, version=row.version)
            return row.id

        self.set_busy(True, self.tr("Saving…"))
        self._context.jobs.write(self.tr("Saving a task"), save, done=self._on_saved, failed=self._on_failed)

    def _on_saved(self, id: int) -> None:
        self.saved.emit(id)
        self.accept()

    def row_of(self, error: UserError) -> str:
        name = super().row_of(error)
        return "assignee" if name == "assignee_id" else name
