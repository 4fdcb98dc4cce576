"""An activity begun, changed, or copied to be held again."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from rmdesk import activity_labels, goal_labels, labels
from rmdesk.models.activity import ACTIVITY_NAME_LONGEST
from rmdesk.services import activities, goals, plans, roles, surveys, text, values
from rmdesk.services.activities import ActivitySheet
from rmdesk.services.errors import UserError
from rmdesk.services.roles import Permission
from rmdesk.ui.date_field import DateField
from rmdesk.ui.dialogs.form_dialog import FormDialog
from rmdesk.ui.interactions.fields import TextArea, pick, refusal
from rmdesk.ui.tokens import SPACE
from rmdesk.ui.widgets import Combo, Form, FormRow, LineField

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context
    from rmdesk.ui.workers import Progress

_FIELD_OF = {
    "activity.ends_before": "last_on",
    "activity.too_long": "last_on",
    "activity.supervisor_unfit": "supervisor",
}
_AGREED = ("kind", "expected", "goal", "plan", "supervisor")  # they stay once it was agreed to
_AGAIN = timedelta(days=28)


class EditActivity(FormDialog):
    """`sheet` is the activity to change, or with `copying` the one to copy. `saved` carries its uid."""

    saved = Signal(str)

    def __init__(
        self,
        context: Context,
        sheet: ActivitySheet | None = None,
        *,
        copying: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        title = self.tr("New activity") if sheet is None else self.tr("Change this activity")
        super().__init__(
            self.tr("Hold it again") if copying else title,
            self.tr("Sheet, run and estimates are copied, guests are invited anew.") if copying else "",
            verb=self.tr("Begin") if sheet is None or copying else self.tr("Save"),
            width=680,
            parent=parent,
        )
        self._context, self._sheet, self._copying = context, sheet, copying
        self.fields: dict[str, Any] = {
            "name": LineField(),
            "kind": pick("activity", "kind", "salon"),
            "theme": LineField(),
            "place": LineField(),
            "host": LineField(),
            "capacity": LineField(),
            "first_on": DateField("activity.first_on", toward="future"),
            "start_minute": LineField(placeholder="14:00"),
            "last_on": DateField("activity.last_on", toward="future"),
            "end_minute": LineField(placeholder="16:00"),
            "expected": TextArea("", lines=2),
            "supervisor": Combo(),
            "goal": Combo(),
            "plan": Combo(),
            "survey": Combo(),
            "apart_days": LineField("7"),
        }
        self._fill_choices()
        self._build_form()
        self._fill(sheet)
        self.fields["name"].setFocus(Qt.FocusReason.OtherFocusReason)
        if sheet is None:
            self.comes_again("activity")
        else:
            self.comes_again("activity", activity=sheet.row.uid, copying=copying)

    def _fill_choices(self) -> None:
        actor = self._context.actor
        for name in ("goal", "plan", "survey"):
            self.fields[name].add(self.tr("none"), None)
        with self._context.store.read() as session:
            for one in plans.judges(session, actor.staff_id):
                self.fields["supervisor"].add(one.name, one.uid)
            for goal in goals.list_goals(session):
                self.fields["goal"].add(goal_labels.period(goal), goal.uid)
            for plan in plans.list_plans(session):
                self.fields["plan"].add(f"{plan.name}  {plan.owner}", plan.uid)
            if roles.allowed(actor, Permission.ANSWER_SURVEYS):
                for survey in surveys.load_surveys(session, surveys.find_surveys(session)):
                    self.fields["survey"].add(f"{survey.number} {survey.title}", survey.uid)

    def _build_form(self) -> None:
        for name in ("supervisor", "goal", "plan", "survey"):
            box = self.fields[name]
            box.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.form = Form(spacing=SPACE.medium)

        def named() -> str:
            typed = self.fields["name"].text()
            return refusal(lambda: text.line(typed, "activity.name", longest=ACTIVITY_NAME_LONGEST))

        words = labels.field("activity", "name")
        self.rows["name"] = self.form.add(words, self.fields["name"], required=True, check=named)
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE.medium)
        grid.setVerticalSpacing(SPACE.medium)
        lines = (
            ("kind", "theme", "theme"),
            ("first_on", "start_minute", "capacity"),
            ("last_on", "end_minute", "apart_days"),
            ("place", "place", "host"),
            ("supervisor", "goal", "plan"),
        )
        for line, names in enumerate(lines):
            for column, name in enumerate(names):
                if name in self.rows:
                    continue
                self.rows[name] = self._row(name)
                span = names.count(name)
                # What is wrong may take several lines in so narrow a row.
                cell = QVBoxLayout()
                cell.addWidget(self.rows[name])
                cell.addStretch(1)
                grid.addLayout(cell, line, column, 1, span)
        for column in range(3):
            grid.setColumnStretch(column, 1)
        self.rest = Form(spacing=SPACE.medium)
        self.rows["expected"] = self.rest.add(labels.field("activity", "expected"), self.fields["expected"])
        self.rows["survey"] = self.rest.add(labels.what("activity.survey"), self.fields["survey"])
        self.body.setSpacing(SPACE.medium)
        self.body.addWidget(self.form)
        self.body.addLayout(grid)
        self.body.addWidget(self.rest)

    def _row(self, name: str) -> FormRow:
        field = self.fields[name]
        check = None
        if isinstance(field, DateField):
            check = lambda: refusal(field.read) if field.text().strip() or name == "first_on" else ""  # noqa: E731
        elif name in ("start_minute", "end_minute"):
            check = lambda: refusal(lambda: _minute(field, name))  # noqa: E731
        return FormRow(labels.what(f"activity.{name}"), field, required=name == "first_on", check=check)

    def _fill(self, sheet: ActivitySheet | None) -> None:
        if sheet is None:
            return
        row = sheet.row
        move = _AGAIN if self._copying else timedelta(0)
        told = {
            "name": row.name,
            "theme": row.theme or "",
            "place": row.place or "",
            "host": sheet.host or "",
            "capacity": "" if row.capacity is None else str(row.capacity),
            "first_on": (row.first + move).isoformat(),
            "last_on": (row.last + move).isoformat(),
            "start_minute": activity_labels.clock(row.start_minute),
            "end_minute": activity_labels.clock(row.end_minute),
            "apart_days": str(sheet.apart_days),
        }
        for name, words in told.items():
            self.fields[name].setText(words)
        self.fields["kind"].choose(row.kind)
        self.fields["expected"].setPlainText(sheet.expected or "")
        self.fields["supervisor"].choose(sheet.supervisor_uid)
        if not self._copying:
            for name in ("goal", "plan", "survey"):
                self.fields[name].choose(getattr(sheet, f"{name}_uid"))
            if not sheet.may_write:
                for name in _AGREED:
                    self.fields[name].setEnabled(False)

    def _given(self) -> dict[str, Any]:
        given: dict[str, Any] = {}
        for name, field in self.fields.items():
            if not field.isEnabled():
                continue  # agreed already
            if isinstance(field, Combo):
                given[name] = field.currentData()
            elif isinstance(field, TextArea):
                given[name] = field.toPlainText()
            elif isinstance(field, DateField):
                given[name] = field.read() if field.text().strip() else None
            else:
                given[name] = field.text()
        for name in ("capacity", "apart_days"):
            typed = given[name].strip()
            given[name] = int(typed) if typed.isdecimal() and len(typed) < 9 else typed
        if given["last_on"] is None:
            given["last_on"] = given["first_on"]
        return given

    def submit(self) -> None:
        if not self.check():
            return
        given, sheet, copying = self._given(), self._sheet, self._copying

        def save(session: Session, _progress: Progress) -> str:
            if sheet is None:
                return activities.add_activity(session, given).uid
            if copying:
                return activities.copy_activity(session, sheet.row.uid, given).uid
            activities.edit_activity(session, sheet.row.uid, given, version=sheet.row.version)
            return sheet.row.uid

        self.set_busy(True, self.tr("Saving…"))
        self._context.jobs.write(
            self.tr("Saving an activity"), save, done=self._on_saved, failed=self._on_failed
        )

    def _on_saved(self, uid: str) -> None:
        self.saved.emit(uid)
        self.accept()

    def row_of(self, error: UserError) -> str:
        if error.code == "activity.ends_before" and "hours" in error.params:
            return "end_minute"
        return _FIELD_OF.get(error.code) or super().row_of(error)


def _minute(field: LineField, name: str) -> int | None:
    found: int | None = values.optional(values.minute_of_day)(field.text(), f"activity.{name}")
    return found
