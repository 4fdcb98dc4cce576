"""A goal of the branch begun: for a year, a quarter, a month, or for a campaign."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from rmdesk import labels
from rmdesk.models.goal import GOAL_NAME_LONGEST
from rmdesk.services import goals, text
from rmdesk.services.errors import UserError
from rmdesk.services.goals import GoalRow
from rmdesk.ui.date_field import DateField
from rmdesk.ui.dialogs.form_dialog import FormDialog
from rmdesk.ui.interactions.fields import refusal
from rmdesk.ui.tokens import SPACE
from rmdesk.ui.widgets import Form, LineField, Segments

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context
    from rmdesk.ui.workers import Progress

_PERIOD, _CAMPAIGN = "period", "campaign"
_FIELD_OF = {"goal.ends_before": "last_on", "goal.overlaps": "period", "goal.name_taken": "name"}


class EditGoal(FormDialog):
    """A new goal, or a campaign with another name or other days. `saved` carries its uid."""

    saved = Signal(str)

    def __init__(
        self, context: Context, goal: GoalRow | None = None, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            self.tr("New goal") if goal is None else self.tr("Change this campaign"),
            self.tr("Its targets are added next."),
            verb=self.tr("Begin") if goal is None else self.tr("Save"),
            parent=parent,
        )
        self._context, self._goal = context, goal
        self.which = Segments(
            [(_PERIOD, self.tr("Year, quarter or month")), (_CAMPAIGN, self.tr("Campaign"))], in_form=True
        )
        self.period = LineField(f"{date.today():%Y}")
        self.period.setPlaceholderText("2026, 2026-Q3, 2026-09")
        self.name = LineField("" if goal is None else goal.name)
        self.first = DateField("goal.first_on", toward="future")
        self.last = DateField("goal.last_on", toward="future")
        self.form = Form(spacing=SPACE.medium)
        self.form.add_widget(self.which)
        self.rows = {
            "period": self.form.add(
                self.tr("Period"), self.period, required=True, check=lambda: refusal(self._read_period)
            ),
            "name": self.form.add(
                labels.field("goal", "name"),
                self.name,
                required=True,
                check=lambda: refusal(
                    lambda: text.line(self.name.text(), "goal.name", longest=GOAL_NAME_LONGEST)
                ),
            ),
            "first_on": self.form.add(
                labels.field("goal", "first_on"),
                self.first,
                required=True,
                check=lambda: refusal(self.first.read),
            ),
            "last_on": self.form.add(
                labels.field("goal", "last_on"),
                self.last,
                required=True,
                check=lambda: refusal(self.last.read),
            ),
        }
        self.body.addWidget(self.form)
        self.which.setVisible(goal is None)
        self.which.chosen.connect(self.show_kind)
        self.which.choose(_PERIOD if goal is None else _CAMPAIGN)
        if goal is not None:
            self.first.setText(goal.first.isoformat())
            self.last.setText(goal.last.isoformat())
        self.show_kind(self.which.current or _PERIOD)
        if goal is None:
            self.comes_again("goal")

    def _read_period(self) -> goals.Period:
        found = goals.read_period(self.period.text())
        if found is None:
            raise UserError("goal.no_period", period=self.period.text().strip()[:40])
        return found

    def show_kind(self, which: str) -> None:
        """The fields of a period, or of a campaign."""
        self.which.choose(which)
        for name, row in self.rows.items():
            row.setVisible((name == "period") is (which == _PERIOD))
        (self.period if which == _PERIOD else self.name).setFocus(Qt.FocusReason.OtherFocusReason)

    def submit(self) -> None:
        if not self.form.check():
            return
        goal = self._goal
        period = self._read_period() if self.which.current == _PERIOD else None
        campaign = self.name.text(), self.first.read(), self.last.read()

        def save(session: Session, _progress: Progress) -> str:
            if period is not None:
                return goals.add_goal(session, period).uid
            if goal is None:
                return goals.add_campaign(session, *campaign).uid
            goals.edit_campaign(session, goal.uid, *campaign, version=goal.version)
            return goal.uid

        self.set_busy(True, self.tr("Saving…"))
        self._context.jobs.write(self.tr("Saving a goal"), save, done=self._on_saved, failed=self._on_failed)

    def _on_saved(self, uid: str) -> None:
        self.saved.emit(uid)
        self.accept()

    def row_of(self, error: UserError) -> str:
        name = _FIELD_OF.get(error.code, "")
        return "period" if name == "name" and self.which.current == _PERIOD else name
