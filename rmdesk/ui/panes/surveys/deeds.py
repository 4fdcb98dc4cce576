"""What is done with a survey as a whole: from its draft to its end, and what goes into it and out of it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog

from rmdesk.services import surveys
from rmdesk.services.reports import survey_form
from rmdesk.services.surveys import SurveyRecord
from rmdesk.services.surveys.questionnaire import Questionnaire
from rmdesk.ui import ask
from rmdesk.ui.context import Context
from rmdesk.ui.panes.surveys.page import ABOUT

if TYPE_CHECKING:
    from rmdesk.ui.dialogs.edit_survey import EditSurvey
    from rmdesk.ui.dialogs.preview_report import PreviewReport
    from rmdesk.ui.panes.surveys.answers_import import AnswersImport
    from rmdesk.ui.panes.surveys.pane import SurveysPane


class SurveyDeeds(QObject):
    """The deeds of a pane, by the names of its page's buttons; only what those offer is done."""

    def __init__(self, context: Context, pane: SurveysPane) -> None:
        super().__init__(pane)
        self.context, self._pane = context, pane
        self._run = {
            "open": self.open_survey,
            "close": self.close_survey,
            "reopen": self.reopen_survey,
            "edit": self.edit,
            "form": self.print_form,
            "copy": self.copy_survey,
            "write": self.write_questions,
            "questions": self.choose_questions,
            "import": self.import_answers,
            "complaint": self.take_complaint,
            "remove": self.remove,
        }

    @property
    def survey(self) -> SurveyRecord | None:
        return self._pane.survey

    def do(self, name: str) -> None:
        """Do with the survey on the page what a button of it says, if it is offered."""
        if self.survey is not None and not self._pane.page.about.buttons[name].isHidden():
            self._run[name]()

    def _write(self, title: str, use_case: Any, done: Any = None) -> None:
        self._pane.page.about.write(title, use_case, done=done)

    def add(self) -> EditSurvey:
        dialog = self._open_form(None)
        dialog.saved.connect(lambda _uid: self._pane.show_part(ABOUT))
        return dialog

    def edit(self) -> EditSurvey | None:
        return None if self.survey is None else self._open_form(self.survey)

    def _open_form(self, record: SurveyRecord | None) -> EditSurvey:
        from rmdesk.ui.dialogs.edit_survey import EditSurvey

        dialog = EditSurvey(self.context, record, parent=self._pane)
        dialog.saved.connect(self._pane.show_saved)
        dialog.open()
        return dialog

    def open_survey(self) -> ask.Question | None:
        """Draw the sample and begin to ask."""
        one = self.survey
        if one is None:
            return None
        return ask.confirm(
            self._pane,
            title=self.tr("Open survey {number}?").format(number=one.number),
            text=self.tr(
                "Who is asked is drawn now, and their forms are numbered. From then on whom it is about, the "
                "method and whether it is anonymous stay as they are."
            ),
            verb=self.tr("Open"),
            then=lambda: self._write(
                self.tr("Opening a survey"),
                lambda session: surveys.open_survey(session, one.uid, version=one.version),
            ),
        )

    def close_survey(self) -> ask.Question | None:
        """End the asking."""
        one = self.survey
        if one is None:
            return None
        return ask.confirm(
            self._pane,
            title=self.tr("End the asking of survey {number}?").format(number=one.number),
            text=self.tr("No forms are taken after it. The report is written and signed then."),
            to_do=self.tr("It can be opened again until the report is signed."),
            verb=self.tr("End the asking"),
            then=lambda: self._write(
                self.tr("Ending a survey"),
                lambda session: surveys.close_survey(session, one.uid, version=one.version),
            ),
        )

    def reopen_survey(self) -> ask.Question | None:
        """Take forms again."""
        one = self.survey
        if one is None:
            return None
        return ask.confirm(
            self._pane,
            title=self.tr("Open survey {number} again?").format(number=one.number),
            text=self.tr("Forms are taken again, of the same customers. What was written is kept."),
            verb=self.tr("Open again"),
            then=lambda: self._write(
                self.tr("Opening a survey"),
                lambda session: surveys.reopen_survey(session, one.uid, version=one.version),
            ),
        )

    def copy_survey(self) -> None:
        """A draft with the same questions, which is then compared with this one."""
        one = self.survey
        if one is not None:
            self._write(
                self.tr("Copying a survey"),
                lambda session: surveys.copy_survey(session, one.uid).uid,
                done=self._pane.show_saved,
            )

    def remove(self) -> None:
        """Remove the draft; undo brings it back."""
        one = self.survey
        if one is not None:
            self._write(
                self.tr("Removing a draft"),
                lambda session: surveys.remove_survey(session, one.uid, version=one.version),
            )

    def write_questions(self) -> None:
        """The editor of the questions in the place of the list."""
        if self.survey is not None:
            self._pane.show_editor(self.survey)

    def choose_questions(self) -> None:
        """Ask for a file that has the questions: a questionnaire, or a table of answers."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        filters = (
            self.tr("Questionnaires and tables of answers")
            + " (*.json *.xlsx *.xlsm *.xls *.csv *.tsv *.txt)"
        )
        path, _ = QFileDialog.getOpenFileName(self._pane, self.tr("Questions from a file"), folder, filters)
        if path:
            self.take_questions(Path(path))

    def take_questions(self, path: Path) -> None:
        """Give the survey on the page the questions of this file; of a table those its columns answer."""
        one = self.survey
        if one is None:
            return
        from rmdesk.services.surveys import deriving  # with the readers of files: seldom wanted

        self.context.jobs.compute(
            self.tr("Taking questions from a file"),
            deriving.read_file,
            path,
            done=partial(self._take_derived, one),
            failed=self._pane.page.about.refuse,
        )

    def _take_derived(self, one: SurveyRecord, form: Questionnaire) -> None:
        self._write(
            self.tr("Taking questions from a file"),
            lambda session: surveys.set_questionnaire(session, one.uid, form, seen=one.form_version),
        )

    def take_complaint(self) -> None:
        """Take down a complaint that was found in the survey on the page."""
        if self.survey is not None:
            self._pane.take_complaint(self.survey)

    def import_answers(self) -> AnswersImport | None:
        """The steps by which a file of answers comes into the survey on the page."""
        return None if self.survey is None else self._pane.show_import(self.survey)

    def print_form(self) -> PreviewReport | None:
        """The form of the survey on the page: numbered for each customer once it is open."""
        one = self.survey
        if one is None:
            return None
        from rmdesk.ui.dialogs.preview_report import preview_report

        copies = survey_form.NUMBERED if one.invited else survey_form.BLANK
        preview = preview_report(
            self.context, "survey_form", parent=self._pane, survey=one.uid, copies=copies
        )
        preview.open()
        return preview
