"""One survey beside the list: its title and state, and its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from rmdesk.services import roles
from rmdesk.services.roles import Permission, Reach
from rmdesk.services.surveys import SurveyRecord
from rmdesk.ui import formats
from rmdesk.ui.panes.surveys import wording
from rmdesk.ui.panes.surveys.about_part import AboutPart
from rmdesk.ui.panes.surveys.asked_part import AskedPart
from rmdesk.ui.panes.surveys.entry_part import EntryPart
from rmdesk.ui.panes.surveys.part import Part
from rmdesk.ui.panes.surveys.report_part import ReportPart
from rmdesk.ui.panes.surveys.results_part import ResultsPart
from rmdesk.ui.panes.surveys.themes_part import ThemesPart
from rmdesk.ui.tokens import SPACE, TYPE
from rmdesk.ui.widgets import Ground, Hairline, Label, Segments, Tag

if TYPE_CHECKING:
    from rmdesk.ui.context import Context

ABOUT, ENTRY, ASKED, RESULTS = "about", "entry", "asked", "results"
THEMES, REPORT = "themes", "report"


class SurveyPage(Ground):
    """`closed`: back to the list; `changed` asks for everything to be read again."""

    closed = Signal()
    changed = Signal()
    part_chosen = Signal(str)

    def __init__(self, context: Context, deeds: dict[str, str]) -> None:
        super().__init__("surface")
        self.survey: SurveyRecord | None = None
        self.may_run = roles.allowed(context.actor, Permission.RUN_SURVEYS).reach() > Reach.NONE
        self.about = AboutPart(context, deeds, self.may_run)
        self.entry = EntryPart(context)
        self.asked = AskedPart(context)
        self.results: ResultsPart | None = None
        self.report: ReportPart | None = None
        self.themes: ThemesPart | None = None
        self.parts: dict[str, Part] = {ABOUT: self.about, ENTRY: self.entry, ASKED: self.asked}
        self.names = {
            ABOUT: self.tr("About it"),
            ENTRY: self.tr("Enter forms"),
            ASKED: self.tr("Who is asked"),
        }
        if self.may_run:
            self.results, self.report = ResultsPart(context), ReportPart(context)
            self.themes = ThemesPart(context)
            self.parts |= {RESULTS: self.results, THEMES: self.themes, REPORT: self.report}
            self.names |= {
                RESULTS: self.tr("Results"),
                THEMES: self.tr("Open answers"),
                REPORT: self.tr("Report"),
            }
        self.title = Label("", style=TYPE.section, wrap=True, selectable=True)
        self.state = Tag("")
        self.meta = Label("", style=TYPE.secondary, ink="secondary")
        self.which = Segments(list(self.names.items()), name=self.tr("Parts of the survey"))
        self.which.chosen.connect(self._on_chosen)
        self.stack = QStackedWidget()
        for part in self.parts.values():
            self.stack.addWidget(part)
            part.changed.connect(self.changed)
        head = QVBoxLayout()
        head.setContentsMargins(SPACE.pane, SPACE.medium, SPACE.pane, SPACE.medium)
        head.setSpacing(SPACE.small)
        head.addWidget(self.title)
        line = QHBoxLayout()
        line.setSpacing(SPACE.small)
        line.addWidget(self.state)
        line.addWidget(self.meta, 1)
        head.addLayout(line)
        head.addWidget(self.which)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(Hairline())
        whole.addWidget(self.stack, 1)

    def show_survey(self, survey: SurveyRecord | None) -> None:
        """Show this one; the parts not looked at take it up when they are."""
        self.survey = survey
        for widget in (self.title, self.state, self.meta, self.which, self.stack):
            widget.setVisible(survey is not None)
        if survey is None:
            return
        self.title.setText(survey.title)
        cell = wording.state(survey.state)
        self.state.set_words(cell.text)
        self.state.set_tone(cell.tone)
        self.meta.setText(
            self.tr("{number} · {answered} forms, {invited} asked").format(
                number=survey.number,
                answered=formats.count(survey.answered),
                invited=formats.count(survey.invited),
            )
        )
        self.about.offer(survey)
        self.part.show_survey(survey)

    @property
    def current(self) -> str:
        return self.which.current or ABOUT

    @property
    def part(self) -> Part:
        return self.parts[self.current]

    def show_part(self, name: str) -> None:
        """Look at this part of the survey."""
        if name in self.parts:
            self.which.choose(name)
            self._on_chosen(name)

    def _on_chosen(self, name: str) -> None:
        self.stack.setCurrentWidget(self.parts[name])
        if self.survey is not None:
            self.parts[name].show_survey(self.survey)
        self.part_chosen.emit(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)
