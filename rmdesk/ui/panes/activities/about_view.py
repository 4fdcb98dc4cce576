"""What an activity is, its turnout in figures, and what was decided about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from rmdesk import activity_labels, choices, goal_labels, labels
from rmdesk.services.activities import ActivitySheet
from rmdesk.ui import formats
from rmdesk.ui.panes.activities.view import View
from rmdesk.ui.tokens import SPACE, TYPE
from rmdesk.ui.widgets import Button, Ground, Label, Section, Variant

if TYPE_CHECKING:
    from rmdesk.ui.context import Context

_FACTS = (
    "kind",
    "first_on",
    "place",
    "host",
    "capacity",
    "owner_id",
    "theme",
    "expected",
    "goal_id",
    "plan_id",
)


class AboutView(View):
    """`survey_wanted` carries the uid of the survey for feedback, or "" where one is to be begun."""

    survey_wanted = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.facts: dict[str, tuple[Label, Label]] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE.large)
        grid.setVerticalSpacing(SPACE.small)
        grid.setColumnStretch(1, 1)
        for place, name in enumerate(
            (*_FACTS, "supervisor_id", "survey_id", "decision_note", "cancelled_for")
        ):
            words = self.tr("When") if name == "first_on" else labels.field("activity", name)
            title = Label(words, style=TYPE.secondary, ink="secondary")
            value = Label("", wrap=True, selectable=True)
            self.facts[name] = title, value
            grid.addWidget(title, place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, place, 1)
        self.survey_button = Button("", icon="message-square", variant=Variant.LINK)
        self.survey_button.clicked.connect(self._on_survey)
        self.figures = Section(self.tr("Turnout and cost"))
        self.told: dict[str, Label] = {}
        line = QGridLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setHorizontalSpacing(SPACE.large)
        line.setVerticalSpacing(SPACE.tiny)
        for place, (name, words) in enumerate(
            (
                ("invited", self.tr("Invited")),
                ("yes", self.tr("Accepted")),
                ("expected", self.tr("People expected")),
                ("came", self.tr("Customers who came")),
                ("heads", self.tr("People in all")),
                ("cost", self.tr("Cost of estimate")),
            )
        ):
            number = self.told[name] = Label("", style=TYPE.section, tabular=True)
            line.addWidget(number, 0, place)
            line.addWidget(Label(words, style=TYPE.secondary, ink="secondary"), 1, place)
        line.setColumnStretch(6, 1)
        holder = QWidget()
        holder.setLayout(line)
        self.figures.body.addWidget(holder)
        content = Ground("surface")
        column = QVBoxLayout(content)
        column.setContentsMargins(SPACE.pane, SPACE.medium, SPACE.pane, SPACE.medium)
        column.setSpacing(SPACE.large)
        column.addLayout(grid)
        under = QHBoxLayout()
        under.addWidget(self.survey_button)
        under.addStretch(1)
        column.addLayout(under)
        column.addWidget(self.figures)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def show_sheet(self, sheet: ActivitySheet | None) -> None:
        self.sheet = sheet
        if sheet is None:
            return
        row, turnout = sheet.row, sheet.row.turnout
        self._set("kind", choices.word("activity", "kind", row.kind))
        self._set("first_on", activity_labels.when(row))
        self._set("place", row.place)
        self._set("host", sheet.host)
        self._set("capacity", None if row.capacity is None else formats.count(row.capacity))
        self._set("owner_id", row.owner)
        self._set("theme", row.theme)
        self._set("expected", sheet.expected)
        self._set("goal_id", sheet.goal)
        self._set("plan_id", sheet.plan)
        self._set("supervisor_id", sheet.decided_by or sheet.supervisor)
        self._set("survey_id", sheet.survey)
        self._set("decision_note", sheet.decision_note)
        self._set("cancelled_for", sheet.cancelled_for)
        self.told["invited"].setText(f"{formats.count(turnout.asked)}/{formats.count(turnout.invited)}")
        for name in ("yes", "expected", "came", "heads"):
            self.told[name].setText(formats.count(getattr(turnout, name)))
        spent = goal_labels.number(turnout.cost_spent, is_money=True)
        self.told["cost"].setText(f"{spent}/{goal_labels.number(turnout.cost_planned, is_money=True)}")
        may_ask = sheet.row.state in ("open", "held")
        self.survey_button.setVisible(sheet.survey_uid is not None or may_ask)
        self.survey_button.setText(
            self.tr("Begin the survey for feedback")
            if sheet.survey_uid is None
            else self.tr("Open the survey")
        )

    def _set(self, name: str, words: str | None) -> None:
        title, value = self.facts[name]
        value.setText(words or "")
        for label in (title, value):
            label.setVisible(bool(words))

    def _on_survey(self) -> None:
        if self.sheet is not None:
            self.survey_wanted.emit(self.sheet.survey_uid or "")
