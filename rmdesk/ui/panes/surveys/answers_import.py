"""A file of answers into one survey, by the steps of every import."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from rmdesk.services import imports
from rmdesk.services.imports.targets import responses
from rmdesk.services.surveys import SurveyRecord
from rmdesk.ui.panes.customers.imports import ImportView

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.services.imports import Target
    from rmdesk.ui.context import Context


class AnswersImport(ImportView):
    """Esc goes back to the survey and keeps everything."""

    def __init__(self, context: Context, survey: SurveyRecord) -> None:
        self.survey_uid = survey.uid

        def offered(session: Session) -> Collection[Target]:
            imports.check(session)
            return (responses.of_survey(session, survey.uid),)

        super().__init__(context, offered)
        self.head.set_title(self.tr("Answers to {title}").format(title=survey.title))
        self.back.setText(self.tr("Back to the survey"))
        self.files_page.empty.set_text(
            self.tr(
                "Drag the table of answers here, or choose it: .xlsx, .xls or CSV, a row for each form and a "
                "column for each question. Nothing is written before you have seen it."
            ),
            icon="download",
            action=self.tr("Choose files…"),
        )
        self.past.hide()
        self.result_page.is_of_customers = False
