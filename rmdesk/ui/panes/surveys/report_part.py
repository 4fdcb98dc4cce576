"""The summary report of a survey: what people write in it, its measures, its signature, to whom it went."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rmdesk import labels, words
from rmdesk.models import SurveyState
from rmdesk.services import reports, roles
from rmdesk.services.errors import UserError
from rmdesk.services.reports import KeptPages, Printout, survey_words
from rmdesk.services.roles import Permission, Reach
from rmdesk.services.surveys import SurveyRecord, load_results, reporting, themes
from rmdesk.services.surveys.questionnaire import QuestionKind
from rmdesk.services.surveys.reporting import Part as Text
from rmdesk.services.surveys.reporting import ReportRecord
from rmdesk.ui import ask, formats
from rmdesk.ui.date_field import DateField
from rmdesk.ui.interactions.fields import TextArea, refusal
from rmdesk.ui.messages import sentence_of
from rmdesk.ui.panes.surveys.measures import MeasureList
from rmdesk.ui.panes.surveys.part import Part, column_of, scrolled
from rmdesk.ui.tokens import SPACE
from rmdesk.ui.widgets import (
    Button,
    EmptyState,
    FormRow,
    Ground,
    Label,
    LineField,
    Variant,
)

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.services.reports.page import Pages
    from rmdesk.ui.context import Context
    from rmdesk.ui.dialogs.preview_report import PreviewReport

_LINES = {Text.SUMMARY: 5, Text.FINDINGS: 5}
_REPORT = "survey_summary"


@dataclass(frozen=True, slots=True)
class _Read:
    """The report, and what it says where nobody wrote anything."""

    report: ReportRecord
    proposed: dict[Text, str]
    signed: list[tuple[int, date]]


def _read(session: Session, survey: SurveyRecord) -> _Read:
    report = reporting.load_report(session, survey.uid)
    results = load_results(session, survey.uid)
    counted = [
        (theme.name, theme.count)
        for one in results.form.questions
        if one.kind is QuestionKind.TEXT
        for theme in themes.list_themes(session, survey.uid, one.key)
        if theme.count
    ]
    return _Read(
        report,
        {
            Text.SUMMARY: survey_words.summary(survey, results),
            Text.FINDINGS: survey_words.findings(results, counted),
        },
        reporting.signed_versions(session, survey.uid),
    )


class ReportPart(Part):
    """Texts are kept by their button (Ctrl+S); what is not written is proposed in grey and printed so."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.report: ReportRecord | None = None
        self._shown_of = ""  # the uid of the survey whose report stands here
        self._waiting: tuple[str, dict[str, str]] | None = None  # of a survey, half-written before a lock
        self.may_sign = roles.allowed(context.actor, Permission.SIGN_SURVEYS).reach() > Reach.NONE
        self.texts: dict[Text, TextArea] = {}
        self.said = Label("", ink="secondary", wrap=True)
        self.preview_button = Button(self.tr("Show the report…"), icon="file-text")
        self.sign_button = Button(self.tr("Sign…"), icon="stamp", variant=Variant.OUTLINED)
        self.revise_button = Button(self.tr("Make a revision…"), icon="repeat")
        self.save_button = Button(self.tr("Keep the texts"), icon="check", key="Ctrl+S")
        for button, run in (
            (self.preview_button, self.preview),
            (self.sign_button, self.sign),
            (self.revise_button, self.revise),
            (self.save_button, self.save),
        ):
            button.clicked.connect(lambda _checked=False, run=run: run())
        self.empty = EmptyState("", icon="file-text")
        content = Ground("surface")
        column = column_of(content)
        head = QHBoxLayout()
        head.setSpacing(SPACE.small)
        for button in (self.preview_button, self.sign_button, self.revise_button, self.save_button):
            head.addWidget(button)
        head.addStretch(1)
        column.addLayout(head)
        column.addWidget(self.said)
        self.signed = QVBoxLayout()
        self.signed_buttons: list[Button] = []
        column.addLayout(self.signed)
        column.addWidget(self._build_sent())
        for text in Text:
            area = self.texts[text] = TextArea("", lines=_LINES.get(text, 2))
            area.textChanged.connect(self._on_typed)
            column.addWidget(FormRow(labels.what(f"survey_report.{text.value}"), area))
        self.measures = MeasureList(self)
        column.addWidget(self.measures)
        column.addStretch(1)
        self.area = scrolled(content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)
        whole.addWidget(self.empty)

    def _build_sent(self) -> QWidget:
        self.sent_to = LineField()
        self.sent_on = DateField("survey_report.sent_on")
        self.sent_button = Button(self.tr("Note it"))
        self.sent_button.clicked.connect(self.note_sent)
        self.sent = QWidget()
        row = QHBoxLayout(self.sent)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.medium)
        self.sent_rows = (
            FormRow(labels.field("survey_report", "sent_to"), self.sent_to, required=True),
            FormRow(
                labels.field("survey_report", "sent_on"),
                self.sent_on,
                required=True,
                check=lambda: refusal(self.sent_on.read),
            ),
        )
        for one in self.sent_rows:
            row.addWidget(one, 1)
        row.addWidget(self.sent_button, 0, Qt.AlignmentFlag.AlignBottom)
        return self.sent

    # --- showing ---------------------------------------------------------------------------------

    def show_survey(self, survey: SurveyRecord | None) -> None:
        self.survey = survey
        if survey is None:
            return
        is_draft = survey.state == SurveyState.DRAFT.value
        self.area.setVisible(not is_draft)
        self.empty.setVisible(is_draft)
        if is_draft:
            sentence = self.tr("The report is written once the survey is opened.")
            self.empty.set_text(sentence, icon="file-text")
            return
        self.context.jobs.read(
            lambda session: _read(session, survey), done=partial(self._show, survey), failed=self._on_unread
        )

    def _on_unread(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self.said.setText(sentence_of(error))

    def _show(self, survey: SurveyRecord, found: _Read) -> None:
        if self.survey is None or self.survey.uid != survey.uid:
            return
        same = self._shown_of == survey.uid
        unsaved = self.unsaved() if same else {}
        self._shown_of, self.report = survey.uid, found.report
        if self._waiting is not None and self._waiting[0] == survey.uid:
            unsaved = {Text(name): written for name, written in self._waiting[1].items()}
            self._waiting = None
        signed = survey.state == SurveyState.REPORTED.value
        for text, area in self.texts.items():
            wanted = unsaved.get(text, found.report.texts.get(text, ""))
            if area.toPlainText() != wanted:
                area.setPlainText(wanted)
            area.setPlaceholderText(found.proposed.get(text, ""))
            area.setReadOnly(signed)
        self._say(survey, found.report)
        self.measures.show_measures(survey, found.report.measures, changeable=not signed)
        self._list_signed(survey, found.signed)
        self.sign_button.setVisible(self.may_sign and survey.state == SurveyState.CLOSED.value)
        self.revise_button.setVisible(self.may_sign and signed)
        self.save_button.setVisible(not signed)
        self.sent.setVisible(self.may_sign and signed)
        if not same or found.report.sent_on is not None:
            on = found.report.sent_on or date.today()
            self.sent_to.setText(found.report.sent_to or "")
            self.sent_on.setText(formats.full_day(on))
        self._on_typed()

    def _say(self, survey: SurveyRecord, report: ReportRecord) -> None:
        if report.signed_on is not None:
            said = self.tr("Version {number}, signed by {who} on {day}.").format(
                number=report.number, who=report.signed_by, day=formats.full_day(report.signed_on)
            )
        elif survey.state == SurveyState.OPEN.value:
            said = self.tr("It can be written already; it is signed once the asking has ended.")
        else:
            said = self.tr("Version {number}, not signed yet.").format(number=report.number)
        self.said.setText(said)

    def _list_signed(self, survey: SurveyRecord, signed: list[tuple[int, date]]) -> None:
        """A button for each version that was signed, the newest first."""
        for former in self.signed_buttons:
            former.deleteLater()
        self.signed_buttons = []
        for number, day in signed:
            words_ = self.tr("Show the signed version {number} of {day}…").format(
                number=number, day=formats.full_day(day)
            )
            button = Button(words_, icon="stamp", variant=Variant.LINK)
            button.clicked.connect(lambda _checked=False, number=number: self.show_signed(survey, number))
            self.signed_buttons.append(button)
            self.signed.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    # --- texts -----------------------------------------------------------------------------------

    def unsaved(self) -> dict[Text, str]:
        """What was written and is not kept yet."""
        kept = {} if self.report is None else self.report.texts
        return {
            text: area.toPlainText()
            for text, area in self.texts.items()
            if area.toPlainText().strip() != kept.get(text, "").strip()
        }

    def typed(self) -> dict[str, str]:
        """The same as JSON values."""
        return {text.value: written for text, written in self.unsaved().items()}

    def retype(self, survey_uid: str, kept: dict[str, str]) -> None:
        """Put back what `typed` gave, as soon as the report of that survey is there."""
        self._waiting = survey_uid, kept
        if self.survey is not None and self.isVisible():
            self.show_survey(self.survey)

    def _on_typed(self) -> None:
        self.save_button.setEnabled(bool(self.unsaved()))

    def save(self) -> None:
        """Keep the texts; an empty one is proposed again."""
        survey, report, unsaved = self.survey, self.report, self.unsaved()
        if survey is not None and report is not None and unsaved:
            self.write(
                self.tr("Keeping the report's texts"),
                lambda session: reporting.write_texts(session, survey.uid, unsaved, version=report.version),
            )

    # --- pages and signature ---------------------------------------------------------------------

    def preview(self) -> PreviewReport | None:
        """The report as it is now, to look at, print and save."""
        survey = self.survey
        if survey is None:
            return None
        from rmdesk.ui.dialogs.preview_report import preview_report

        preview = preview_report(self.context, _REPORT, parent=self.window(), survey=survey.uid)
        preview.open()
        return preview

    def show_signed(self, survey: SurveyRecord, number: int) -> PreviewReport:
        """A version as it was signed, to the byte: to look at, print and save."""
        from rmdesk.ui.dialogs.preview_report import preview_kept

        store = self.context.store

        def read() -> KeptPages:
            with store.read() as session:
                pdf = reporting.load_signed(session, survey.uid, number)
            return KeptPages(_REPORT, f"{survey.number}-{number}", pdf)

        preview = preview_kept(self.context, read, parent=self.window())
        preview.open()
        return preview

    def sign(self) -> ask.Question | None:
        """Ask, then make the pages and keep them signed."""
        survey, report = self.survey, self.report
        if survey is None or report is None:
            return None
        if self.unsaved():
            return ask.tell(
                self.window(),
                title=self.tr("Some texts are not kept yet"),
                text=self.tr("Keep the texts first, so that the report is signed as it stands here."),
            )
        return ask.confirm(
            self.window(),
            title=self.tr("Sign the report of survey {number}?").format(number=survey.number),
            text=self.tr(
                "Its pages are made now and kept as they are. Figures and texts do not change any more."
            ),
            to_do=self.tr("What is to be changed later is a revision; this version stays beside it."),
            verb=self.tr("Sign"),
            then=lambda: self._make_signed(survey, report),
        )

    def _make_signed(self, survey: SurveyRecord, report: ReportRecord) -> None:
        signer, store, today = self.context.actor.name, self.context.store, date.today()

        def prepare(_progress: Any) -> Printout:
            with store.read() as session:
                made = reports.prepare(session, _REPORT, {"survey": survey.uid})
            signed = replace(made.data.report, signed_on=today, signed_by=signer)
            return replace(made, data=replace(made.data, report=signed))

        def render(made: Printout) -> None:
            self.context.jobs.compute(
                self.tr("Making the pages"),
                reports.render,
                made,
                words.language(),
                done=keep,
                failed=self.refuse,
            )

        def keep(pages: Pages) -> None:
            self.write(
                self.tr("Signing the report"),
                lambda session: reporting.sign_report(
                    session, survey.uid, pages.pdf, version=report.version, today=today
                ),
            )

        self.context.jobs.background(
            self.tr("Preparing the report"), prepare, done=render, failed=self.refuse
        )

    def revise(self) -> ask.Question | None:
        """Ask, then begin the next version with the same texts."""
        survey = self.survey
        if survey is None:
            return None
        return ask.confirm(
            self.window(),
            title=self.tr("Make a revision of the report?"),
            text=self.tr("The signed version stays as it is. The next one begins with the same texts."),
            verb=self.tr("Make a revision"),
            then=lambda: self.write(
                self.tr("Making a revision"), lambda session: reporting.revise_report(session, survey.uid)
            ),
        )

    def note_sent(self) -> None:
        """Say to whom the signed report was sent, and when."""
        survey, report = self.survey, self.report
        wrong = [one for one in self.sent_rows if not one.check()]
        if survey is None or report is None or wrong:
            return
        to, on = self.sent_to.text(), self.sent_on.read()
        self.write(
            self.tr("Noting to whom the report was sent"),
            lambda session: reporting.note_sent(session, survey.uid, to, on, version=report.version),
        )
