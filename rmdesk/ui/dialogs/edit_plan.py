"""A plan begun, changed, or copied to the next period: its days, theme, goal, and who agrees to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from rmdesk import goal_labels, labels
from rmdesk.models.plan import PLAN_NAME_LONGEST
from rmdesk.services import goals, plans, text
from rmdesk.services.errors import UserError
from rmdesk.services.plans import PlanSheet
from rmdesk.ui.date_field import DateField
from rmdesk.ui.dialogs.form_dialog import FormDialog
from rmdesk.ui.interactions.fields import TextArea, refusal
from rmdesk.ui.tokens import SPACE
from rmdesk.ui.widgets import Combo, Form, FormRow, LineField

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context
    from rmdesk.ui.workers import Progress

_FIELD_OF = {
    "plan.ends_before": "last_on",
    "plan.too_long": "last_on",
    "plan.outside": "last_on",
    "plan.too_often": "last_on",
    "plan.supervisor_unfit": "supervisor",
}


class EditPlan(FormDialog):
    """`sheet` is the plan to change, or with `copying` the one to copy. `saved` carries the plan's uid."""

    saved = Signal(str)

    def __init__(
        self,
        context: Context,
        sheet: PlanSheet | None = None,
        *,
        copying: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        title = self.tr("New plan") if sheet is None else self.tr("Change this plan")
        super().__init__(
            self.tr("Copy to the next period") if copying else title,
            self.tr("All sub-plans are copied; contacts are made anew.") if copying else "",
            verb=self.tr("Begin") if sheet is None or copying else self.tr("Save"),
            width=520,
            parent=parent,
        )
        self._context, self._sheet, self._copying = context, sheet, copying
        self.name = LineField()
        self.first = DateField("plan.first_on", toward="future")
        self.last = DateField("plan.last_on", toward="future")
        self.goal, self.supervisor = Combo(), Combo()
        self.theme, self.expected = LineField(), TextArea("", lines=2)
        self.minutes, self.apart = LineField("180"), LineField("7")
        self._periods: dict[str, tuple[str, str]] = {}
        self._fill_choices()
        self._build_form()
        self._fill(sheet)
        self.goal.activated.connect(lambda _place: self._on_goal())
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        if sheet is None:
            self.comes_again("plan")
        else:
            self.comes_again("plan", plan=sheet.row.uid, copying=copying)

    def _fill_choices(self) -> None:
        me = self._context.actor.staff_id
        with self._context.store.read() as session:
            for one in plans.judges(session, me):
                self.supervisor.add(one.name, one.uid)
            self.goal.add(self.tr("no goal"), None)
            for goal in goals.list_goals(session):
                self.goal.add(goal_labels.period(goal), goal.uid)
                self._periods[goal.uid] = goal.first.isoformat(), goal.last.isoformat()

    def _build_form(self) -> None:
        self.form = Form(spacing=SPACE.medium)

        def row(name: str, field: Any, *, required: bool = False, check: Any = None) -> FormRow:
            return FormRow(labels.what(f"plan.{name}"), field, required=required, check=check)

        def named() -> str:
            return refusal(lambda: text.line(self.name.text(), "plan.name", longest=PLAN_NAME_LONGEST))

        self.rows |= {
            "name": self.form.add(labels.field("plan", "name"), self.name, required=True, check=named),
            "goal": row("goal", self.goal),
            "supervisor": row("supervisor", self.supervisor),
            "first_on": row("first_on", self.first, required=True, check=lambda: refusal(self.first.read)),
            "last_on": row("last_on", self.last, required=True, check=lambda: refusal(self.last.read)),
            "minutes_a_day": row("minutes_a_day", self.minutes, required=True),
            "apart_days": row("apart_days", self.apart, required=True),
        }
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE.medium)
        grid.setVerticalSpacing(SPACE.medium)
        pairs = (("goal", "supervisor"), ("first_on", "last_on"), ("minutes_a_day", "apart_days"))
        for line, pair in enumerate(pairs):
            for column, name in enumerate(pair):
                grid.addWidget(self.rows[name], line, column, Qt.AlignmentFlag.AlignTop)
        self.rest = Form(spacing=SPACE.medium)
        self.rows["theme"] = self.rest.add(labels.field("plan", "theme"), self.theme)
        self.rows["expected"] = self.rest.add(labels.field("plan", "expected"), self.expected)
        self.body.addWidget(self.form)
        self.body.addLayout(grid)
        self.body.addWidget(self.rest)

    def _fill(self, sheet: PlanSheet | None) -> None:
        if sheet is None:
            return
        first, last = sheet.row.first, sheet.row.last
        if self._copying:
            first, last = plans.next_period(first, last)
        self.name.setText(sheet.row.name)
        self.first.setText(first.isoformat())
        self.last.setText(last.isoformat())
        if not self._copying:
            self.goal.choose(sheet.goal_uid)
        self.supervisor.choose(sheet.supervisor_uid)
        self.theme.setText(sheet.theme or "")
        self.expected.setPlainText(sheet.expected or "")
        self.minutes.setText(str(sheet.minutes_a_day))
        self.apart.setText(str(sheet.apart_days))

    def _on_goal(self) -> None:
        """A plan made from a goal has its days, unless somebody typed others."""
        days = self._periods.get(self.goal.currentData() or "")
        typed = self.first.text().strip(), self.last.text().strip()
        if days is not None and (not any(typed) or typed in self._periods.values()):
            self.first.setText(days[0])
            self.last.setText(days[1])

    def _given(self) -> dict[str, Any]:
        def number(field: LineField) -> Any:
            typed = field.text().strip()
            return int(typed) if typed.isdecimal() and len(typed) < 9 else typed

        return {
            "name": self.name.text(),
            "first_on": self.first.read(),
            "last_on": self.last.read(),
            "goal": self.goal.currentData(),
            "supervisor": self.supervisor.currentData(),
            "theme": self.theme.text(),
            "expected": self.expected.toPlainText(),
            "minutes_a_day": number(self.minutes),
            "apart_days": number(self.apart),
        }

    def submit(self) -> None:
        if not self.check():
            return
        given, sheet, copying = self._given(), self._sheet, self._copying

        def save(session: Session, _progress: Progress) -> str:
            if sheet is None:
                return plans.add_plan(session, given).uid
            if copying:
                return plans.copy_plan(session, sheet.row.uid, given).uid
            plans.edit_plan(session, sheet.row.uid, given, version=sheet.row.version)
            return sheet.row.uid

        self.set_busy(True, self.tr("Saving…"))
        self._context.jobs.write(self.tr("Saving a plan"), save, done=self._on_saved, failed=self._on_failed)

    def _on_saved(self, uid: str) -> None:
        self.saved.emit(uid)
        self.accept()

    def row_of(self, error: UserError) -> str:
        return _FIELD_OF.get(error.code) or super().row_of(error)
