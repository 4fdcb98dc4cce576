"""What a survey is about, its questions to read, and what is done with it as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from rmdesk import choices, labels, question_labels
from rmdesk.models import SurveyState
from rmdesk.services import roles
from rmdesk.services.roles import Permission, Reach
from rmdesk.services.surveys import SurveyRecord
from rmdesk.services.surveys.questionnaire import SCALED, Question
from rmdesk.ui import formats
from rmdesk.ui.panes.surveys.part import Part, column_of, scrolled
from rmdesk.ui.tokens import SIZE, SPACE, TYPE
from rmdesk.ui.widgets import Button, Flow, Ground, Label, Section, Variant
from rmdesk.words import language

if TYPE_CHECKING:
    from rmdesk.ui.context import Context

_FACTS = (
    "purpose",
    "content",
    "method",
    "starts_on",
    "staff_id",
    "is_anonymous",
    "expression",
    "sampling",
    "population",
    "seed",
    "former_id",
)


class AboutPart(Part):
    """`wanted` carries what the pane is to do: its deeds' names."""

    wanted = Signal(str)

    def __init__(self, context: Context, deeds: dict[str, str], may_run: bool) -> None:
        super().__init__(context)
        self._may_run = may_run
        complaining = roles.allowed(context.actor, Permission.HANDLE_COMPLAINTS)
        self._may_complain = complaining.reach() > Reach.NONE
        self._may_import = roles.allowed(context.actor, Permission.IMPORT).reach() > Reach.NONE
        self.buttons: dict[str, Button] = {}
        self._row = Flow(line=SIZE.control + SPACE.small)
        for place, (name, words) in enumerate(deeds.items()):
            leads_on = name in ("open", "close")
            button = Button(words, variant=Variant.OUTLINED if leads_on else Variant.NORMAL)
            button.clicked.connect(lambda _checked=False, name=name: self.wanted.emit(name))
            self.buttons[name] = button
            self._row.insert(place, button)
        self.facts: dict[str, tuple[Label, Label]] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE.large)
        grid.setVerticalSpacing(SPACE.small)
        grid.setColumnStretch(1, 1)
        for place, name in enumerate(_FACTS):
            words = self.tr("Period") if name == "starts_on" else labels.field("survey", name)
            title = Label(words, style=TYPE.secondary, ink="secondary")
            value = Label("", wrap=True, selectable=True)
            self.facts[name] = title, value
            grid.addWidget(title, place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, place, 1)
        self.questions = Section(self.tr("Questions"))
        self._listed = QWidget()
        content = Ground("surface")
        column = column_of(content)
        column.addWidget(self._row)
        column.addLayout(grid)
        column.addWidget(self.questions)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(content))
        self._shown: object = None

    def offer(self, survey: SurveyRecord) -> None:
        """Show the buttons of what may be done with this survey: what is done by keys goes by them, whichever
        part is looked at.
        """
        state = SurveyState(survey.state)
        offered = {"form"}
        if self._may_import and state is SurveyState.OPEN:
            offered |= {"import"}
        if self._may_run:
            offered |= {"copy"}
            offered |= {
                SurveyState.DRAFT: {"open", "edit", "remove", "questions", "write"},
                SurveyState.OPEN: {"close", "edit", "questions", "write"},
                SurveyState.CLOSED: {"reopen", "edit"},
                SurveyState.REPORTED: set(),
            }[state]
        if self._may_complain and state is not SurveyState.DRAFT:
            offered |= {"complaint"}
        for name, button in self.buttons.items():
            button.setVisible(name in offered)
        self._row.arrange()

    def show_survey(self, survey: SurveyRecord | None) -> None:
        self.survey = survey
        if survey is None:
            return
        self._set("purpose", survey.purpose)
        self._set("content", survey.content)
        self._set("method", choices.word("survey", "method", survey.method))
        self._set("starts_on", self._period(survey))
        self._set("staff_id", survey.staff)
        self._set("is_anonymous", self.tr("Yes") if survey.is_anonymous else self.tr("No"))
        of_segment = survey.expression is not None or survey.expression_fault is not None
        self._set("expression", self.tr("Those of a segment") if of_segment else self.tr("All customers"))
        sampling = choices.word("survey", "sampling", survey.sampling)
        size = survey.sample_size
        self._set("sampling", sampling if size is None else f"{sampling} · {formats.count(size)}")
        self._set("population", None if survey.population is None else formats.count(survey.population))
        self._set("seed", None if survey.seed is None else str(survey.seed))
        self._set("former_id", survey.former_number)
        if self._shown != (survey.form_uid, survey.form_version):
            self._shown = (survey.form_uid, survey.form_version)
            self._list_questions(survey)

    def _period(self, survey: SurveyRecord) -> str:
        return f"{formats.full_day(survey.starts_on)} – {formats.full_day(survey.ends_on)}"

    def _set(self, name: str, words: str | None) -> None:
        title, value = self.facts[name]
        value.setText(words or "")
        for label in (title, value):
            label.setVisible(bool(words))

    def _list_questions(self, survey: SurveyRecord) -> None:
        self._listed.deleteLater()
        self._listed = QWidget()
        column = QVBoxLayout(self._listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.small)
        for section in survey.form.sections:
            if section.title:
                column.addWidget(Label(section.title.in_(language()), style=TYPE.group, ink="secondary"))
            for one in section.questions:
                number = survey.form.number(one.key)
                column.addWidget(Label(f"{number}. {one.text.in_(language())}", wrap=True))
                column.addWidget(
                    Label(self._how(one), style=TYPE.secondary, ink="secondary", wrap=True, selectable=True)
                )
        self.questions.body.addWidget(self._listed)
        self.questions.set_fact(
            self.tr("{count} questions, version {number}").format(
                count=formats.count(len(survey.form.questions)), number=survey.form_number
            )
        )

    def _how(self, one: Question) -> str:
        shown: list[str] = [question_labels.question_kind(one.kind)]
        if not one.required:
            shown.append(self.tr("may stay empty"))
        if one.kind in SCALED:
            shown.append(f"{one.low}–{one.high}")
        for listed in (one.options, one.rows):
            if listed:
                shown.append(" / ".join(option.text.in_(language()) for option in listed))
        return " · ".join(shown)
