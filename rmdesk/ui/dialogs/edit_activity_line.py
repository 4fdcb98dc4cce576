"""A line of an activity, new or changed: what is needed, a point of the run, a cost, a question."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt, Signal

from rmdesk import activity_labels, labels
from rmdesk.services import activities, tasks, values
from rmdesk.services.activities import ActivitySheet
from rmdesk.ui.customer_field import CustomerField
from rmdesk.ui.date_field import DateField
from rmdesk.ui.dialogs.form_dialog import FormDialog
from rmdesk.ui.interactions.fields import TextArea, money_line, pick, read_money, refusal
from rmdesk.ui.tokens import SPACE
from rmdesk.ui.widgets import Combo, Form, LineField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context
    from rmdesk.ui.workers import Progress


class EditLine(FormDialog):
    """`row` is the line to change, None a new one. `saved` tells that it is there."""

    saved = Signal()
    table: ClassVar[str]
    add: ClassVar[Callable[..., Any]]
    edit: ClassVar[Callable[..., Any]]

    def __init__(
        self, context: Context, sheet: ActivitySheet, row: Any, *, parent: QWidget | None = None
    ) -> None:
        words = labels.table(self.table)
        super().__init__(
            words,
            verb=self.tr("Add") if row is None else self.tr("Save"),
            parent=parent,
        )
        self.context, self.sheet, self.row = context, sheet, row
        self.form = Form(spacing=SPACE.medium)
        self.build()
        self.body.addWidget(self.form)
        next(iter(self.rows.values())).field.setFocus(Qt.FocusReason.OtherFocusReason)

    def build(self) -> None:
        """Make the fields, filled from `row`."""
        raise NotImplementedError

    def given(self) -> dict[str, Any]:
        """What the use case is given; raises UserError."""
        raise NotImplementedError

    def beside(self) -> dict[str, Any]:
        """What else the use case is told."""
        return {}

    def put(self, name: str, field: Any, *, required: bool = False, check: Any = None) -> Any:
        label = labels.field(self.table, name)
        key = name.removesuffix("_id")
        self.rows[key] = self.form.add(label, field, required=required, check=check)
        return field

    def submit(self) -> None:
        if not self.check():
            return
        given, beside, row, uid = self.given(), self.beside(), self.row, self.sheet.row.uid
        add, edit = type(self).add, type(self).edit

        def save(session: Session, _progress: Progress) -> None:
            if row is None:
                add(session, uid, given, **beside)
            else:
                beside.pop("customer_uid", None)
                edit(session, row.uid, given, version=row.version, **beside)

        self.set_busy(True, self.tr("Saving…"))
        self.context.jobs.write(self.tr("Saving a line"), save, done=self._on_saved, failed=self._on_failed)

    def _on_saved(self, _nothing: object) -> None:
        self.saved.emit()
        self.accept()


class EditNeed(EditLine):
    table = "activity_need"
    add, edit = staticmethod(activities.add_need), staticmethod(activities.edit_need)

    def build(self) -> None:
        row = self.row
        self.what = self.put("what", LineField("" if row is None else row.what), required=True)
        self.kind = self.put("kind", pick("activity_need", "kind", "material" if row is None else row.kind))
        number = "" if row is None or row.number is None else str(row.number)
        self.number = self.put("number", LineField(number))
        self.staff = Combo()
        self.staff.add(self.tr("nobody yet"), None)
        with self.context.store.read() as session:
            for uid, name in tasks.assignees(session):
                self.staff.add(name, uid, avatar=name)
        self.put("staff_id", self.staff)
        self.due = DateField("activity_need.due_on", toward="future")
        self.put("due_on", self.due, check=lambda: _day_refusal(self.due))
        if row is not None:
            self.staff.choose(row.staff_uid)
            self.due.setText("" if row.due_on is None else row.due_on.isoformat())

    def given(self) -> dict[str, Any]:
        typed = self.number.text().strip()
        return {
            "what": self.what.text(),
            "kind": self.kind.currentData(),
            "number": int(typed) if typed.isdecimal() and len(typed) < 9 else typed or None,
            "staff": self.staff.currentData(),
            "due_on": _read_day(self.due),
        }


class EditPoint(EditLine):
    table = "activity_point"
    add, edit = staticmethod(activities.add_point), staticmethod(activities.edit_point)

    def build(self) -> None:
        row, sheet = self.row, self.sheet
        told = activity_labels.clock(sheet.row.start_minute if row is None else row.at_minute)
        self.at = LineField(told, placeholder="14:00")
        self.put("at_minute", self.at, required=True, check=lambda: refusal(self._minute))
        self.what = self.put("what", LineField("" if row is None else row.what), required=True)
        self.who = self.put("who", LineField("" if row is None else row.who or ""))
        self.day = DateField("activity_point.held_on", toward="future")
        self.day.setText((sheet.row.first if row is None else row.held_on).isoformat())
        self.put("held_on", self.day, check=lambda: refusal(self.day.read))
        if sheet.row.first == sheet.row.last:
            self.rows["held_on"].hide()
            self.day.setText(sheet.row.first.isoformat())

    def _minute(self) -> int:
        return values.minute_of_day(self.at.text(), "activity_point.at_minute")

    def given(self) -> dict[str, Any]:
        return {
            "at_minute": self._minute(),
            "what": self.what.text(),
            "who": self.who.text(),
            "held_on": self.day.read(),
        }


class EditCost(EditLine):
    table = "activity_cost"
    add, edit = staticmethod(activities.add_cost), staticmethod(activities.edit_cost)

    def build(self) -> None:
        row = self.row
        self.what = self.put("what", LineField("" if row is None else row.what), required=True)
        self.estimate = money_line(None if row is None else row.estimate_fen)
        self.spent = money_line(None if row is None else row.spent_fen)
        for name, field in (("estimate_fen", self.estimate), ("spent_fen", self.spent)):
            self.put(name, field, check=lambda field=field, name=name: refusal(lambda: _money(field, name)))
        if not self.sheet.may_write:
            self.rows["estimate_fen"].hide()

    def given(self) -> dict[str, Any]:
        given = {"what": self.what.text(), "spent_fen": _money(self.spent, "spent_fen")}
        if not self.rows["estimate_fen"].isHidden():
            given["estimate_fen"] = _money(self.estimate, "estimate_fen")
        return given


class EditQuestion(EditLine):
    """Who asked, what, the answer, and by when it is promised: a promise to the customer."""

    table = "activity_question"
    add, edit = staticmethod(activities.add_question), staticmethod(activities.edit_question)

    def build(self) -> None:
        row = self.row
        self.customer = CustomerField(self.context)
        self.put("customer_id", self.customer, check=lambda: self.customer.refusal(required=False))
        self.question = TextArea("" if row is None else row.question, lines=3)
        self.put("question", self.question, required=True)
        self.answer = TextArea("" if row is None else row.answer or "", lines=3)
        self.put("answer", self.answer)
        self.day = DateField("commitment.due_on", toward="future")
        label = self.tr("The answer is promised by")
        self.rows["due_on"] = self.form.add(label, self.day, check=lambda: _day_refusal(self.day))
        if row is not None:
            self.rows["customer"].hide()
            if row.promised_on is not None or row.customer_uid is None:
                self.rows["due_on"].hide()

    def given(self) -> dict[str, Any]:
        return {"question": self.question.toPlainText(), "answer": self.answer.toPlainText()}

    def beside(self) -> dict[str, Any]:
        found: dict[str, Any] = {"customer_uid": self.customer.customer_uid or None}
        if self.day.text().strip() and not self.rows["due_on"].isHidden():
            question = self.question.toPlainText().strip().split("\n", 1)[0]
            promise = self.tr("Answer to: {question}").format(question=question[:150])
            found["promise"] = {"promise": promise, "due_on": self.day.read()}
        return found


def _read_day(field: DateField) -> Any:
    return field.read() if field.text().strip() else None


def _day_refusal(field: DateField) -> str:
    return refusal(field.read) if field.text().strip() else ""


def _money(field: LineField, name: str) -> int | None:
    return read_money(field, f"activity_cost.{name}")


LINES: dict[str, type[EditLine]] = {
    "need": EditNeed,
    "point": EditPoint,
    "cost": EditCost,
    "question": EditQuestion,
}
