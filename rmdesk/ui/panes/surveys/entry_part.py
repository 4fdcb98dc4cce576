"""Forms entered from paper: whose it is, then question after question, then the next form."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from rmdesk import labels
from rmdesk.models import SurveyState
from rmdesk.services import surveys
from rmdesk.services.errors import UserError
from rmdesk.services.surveys import From, Questionnaire, ResponseRow, SurveyRecord, answers
from rmdesk.ui import formats
from rmdesk.ui.customer_field import CustomerField
from rmdesk.ui.date_field import DateField
from rmdesk.ui.interactions.fields import refusal
from rmdesk.ui.messages import beside_field, sentence_of
from rmdesk.ui.panes.surveys import answer_fields
from rmdesk.ui.panes.surveys.answer_fields import AnswerField
from rmdesk.ui.panes.surveys.part import Part, column_of, scrolled
from rmdesk.ui.table import CellKind, Column, QueryModel, QueryTable, Source
from rmdesk.ui.tokens import SPACE, TYPE
from rmdesk.ui.widgets import (
    Button,
    EmptyState,
    FormRow,
    Ground,
    Hairline,
    Label,
    LineField,
    NoticeBar,
    Variant,
)
from rmdesk.words import language

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context

_LISTED = 250  # px


def _find_forms(session: Session, *, survey: str | None = None, **_order: Any) -> list[int]:
    """In the order that `surveys.find_responses` gives: it alone is safe for anonymous ones."""
    return surveys.find_responses(session, survey)


_LONG = 30  # characters: a question that may not fit into one line


class EntryPart(Part):
    """Ctrl+Enter saves and begins the next form; the list at the right takes one up again by Enter."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.fields: dict[str, AnswerField] = {}
        self.rows: dict[str, FormRow] = {}
        self._form: Questionnaire | None = None
        self._corrected: ResponseRow | None = None
        self._is_saving = False
        self._waiting: tuple[str, dict[str, Any]] | None = None  # of a survey, half-written before a lock
        self.head = Ground("surface")
        self.number = LineField(name=labels.field("survey_response", "form_number"))
        self.customer = CustomerField(context)
        self.answered_on = DateField("survey_response.answered_on")
        self.number_row = FormRow(labels.field("survey_response", "form_number"), self.number)
        self.customer_row = FormRow(
            labels.field("survey_response", "customer_id"),
            self.customer,
            check=lambda: self.customer.refusal(required=False),
        )
        self.day_row = FormRow(
            labels.field("survey_response", "answered_on"),
            self.answered_on,
            check=lambda: refusal(self.answered_on.read),
        )
        self.number.returnPressed.connect(self.first_question)
        self.customer.returnPressed.connect(self.first_question)
        self.trouble = NoticeBar("", tone="warning")
        self.trouble.hide()
        self.save_button = Button(
            self.tr("Save, next form"), icon="check", variant=Variant.OUTLINED, key="Ctrl+Return"
        )
        self.save_button.clicked.connect(self.save)
        self.leave_button = Button(self.tr("Leave it as it was"))
        self.leave_button.clicked.connect(self.start_form)
        self.said = Label("", style=TYPE.secondary, ink="secondary")
        self._questions = Ground("surface")
        self._column = column_of(self._questions)
        self._listed: QWidget | None = None
        self.area: QScrollArea = scrolled(self._questions)
        self.closed = EmptyState("", icon="keyboard")
        self._build_list()
        self._build()

    def _build_list(self) -> None:
        columns = [
            Column(
                "form_number",
                labels.field("survey_response", "form_number"),
                lambda row: row.form_number,
                width=72,
            ),
            Column(
                "customer",
                labels.field("survey_response", "customer_id"),
                lambda row: row.customer,
                CellKind.NAME,
                90,
                stretch=True,
            ),
            Column(
                "answered_on",
                labels.field("survey_response", "answered_on"),
                lambda row: row.answered_on,
                CellKind.QUIET,
                84,
                text=formats.day,
                gives_way=1,
            ),
        ]
        self.model = QueryModel(
            columns,
            Source(_find_forms, surveys.load_responses),
            self.context.store,
            self.context.jobs,
            sort="form_number",
            filters={"survey": None},
            parent=self,
        )
        self.table = QueryTable(self.model, name=self.tr("Forms entered"))
        self.table.set_empty(EmptyState(self.tr("No form has been entered."), icon="clipboard-list"))
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._on_menu)
        self.table.opened.connect(lambda _id: self.correct())

    def _build(self) -> None:
        whose = QHBoxLayout(self.head)
        whose.setContentsMargins(SPACE.pane, SPACE.small, SPACE.pane, SPACE.small)
        whose.setSpacing(SPACE.medium)
        for row, stretch in ((self.number_row, 1), (self.customer_row, 2), (self.day_row, 2)):
            whose.addWidget(row, stretch, Qt.AlignmentFlag.AlignTop)
        foot = Ground("surface")
        ends = QHBoxLayout(foot)
        ends.setContentsMargins(SPACE.pane, SPACE.small, SPACE.pane, SPACE.small)
        ends.addWidget(self.said, 1)
        ends.addWidget(self.leave_button)
        ends.addWidget(self.save_button)
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        self._entry: tuple[QWidget, ...] = (self.head, Hairline(), self.area, self.trouble, Hairline(), foot)
        for widget in self._entry:
            left.addWidget(widget, 1 if widget is self.area else 0)
        left.addWidget(self.closed, 1)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        self.table.setFixedWidth(_LISTED)
        right.addWidget(self.table)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(left, 1)
        whole.addWidget(Hairline(Qt.Orientation.Vertical))
        whole.addLayout(right)

    # --- showing ---------------------------------------------------------------------------------

    def show_survey(self, survey: SurveyRecord | None) -> None:
        former, self.survey = self.survey, survey
        if survey is None:
            return
        is_open = survey.state == SurveyState.OPEN.value
        for widget in self._entry:
            if widget is not self.trouble or not is_open:
                widget.setVisible(is_open)
        self.closed.setVisible(not is_open)
        self.head.setVisible(is_open and not survey.is_anonymous)
        if not is_open:
            draft = survey.state == SurveyState.DRAFT.value
            self.closed.set_text(
                self.tr("Answers are entered once the survey is opened.")
                if draft
                else self.tr("The asking has ended. To enter more answers, open the survey again."),
                icon="keyboard",
            )
        if former is None or former.uid != survey.uid:
            self.model.set_filters(survey=survey.uid)
            self._make(survey.form)
            self.start_form()
            self._take_up(survey)
        else:
            self.model.refresh()
            if self._corrected is None and self._form is not survey.form and self._form != survey.form:
                self._make(survey.form)
        self.leave_button.setVisible(is_open and self._corrected is not None)

    def typed(self) -> dict[str, Any]:
        """A new form that is half-written, as JSON values; empty if none is."""
        if self._corrected is not None:
            return {}
        answered = self._understood()
        written = {"number": self.number.text(), "customer": self.customer.text()}
        if not answered and not any(written.values()):
            return {}
        return written | {"uid": self.customer.customer_uid, "answers": answered}

    def retype(self, survey_uid: str, kept: dict[str, Any]) -> None:
        """Put back what `typed` gave, as soon as that survey is shown."""
        self._waiting = survey_uid, kept
        if self.survey is not None:
            self._take_up(self.survey)

    def _take_up(self, survey: SurveyRecord) -> None:
        if self._waiting is None or self._waiting[0] != survey.uid:
            return
        kept, self._waiting = self._waiting[1], None
        self._fill(kept["answers"])
        self.number.setText(kept["number"])
        self.customer.choose(kept["uid"], kept["customer"])

    def _make(self, form: Questionnaire) -> None:
        """Fields for these questions."""
        self._form = form
        self.fields, self.rows = {}, {}
        if self._listed is not None:
            self._listed.deleteLater()
        self._listed = QWidget()
        column = QVBoxLayout(self._listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.medium)
        for one in form.questions:
            field = answer_fields.make(one)
            field.setAccessibleName(one.text.in_(language()))
            asked = f"{form.number(one.key)}. {one.text.in_(language())}"
            row = FormRow(asked, field, required=one.required, wraps=len(asked) > _LONG)
            self.fields[one.key], self.rows[one.key] = field, row
            field.changed.connect(self._on_changed)
            field.settled.connect(lambda key=one.key: self._go(key, +1))
            field.back.connect(lambda key=one.key: self._go(key, -1))
            field.focused.connect(lambda row=row: self.area.ensureWidgetVisible(row, 0, 60))
            column.addWidget(row)
        column.addStretch(1)
        self._column.addWidget(self._listed)

    def start_form(self) -> None:
        """An empty form, ready for whose it is."""
        self._corrected = None
        if self.survey is not None and self._form != self.survey.form:
            self._make(self.survey.form)
        self._fill({})
        self.number.clear()
        self.customer.clear()
        self.customer.choose("", "")
        if not self.answered_on.text().strip():
            self.answered_on.setText(formats.full_day(date.today()))
        for row in (self.number_row, self.customer_row, self.day_row):
            row.setEnabled(True)
        self.leave_button.hide()
        self._begin()

    def _begin(self) -> None:
        if self.survey is None or self.survey.state != SurveyState.OPEN.value:
            return
        if self.survey.is_anonymous or self._corrected is not None:
            self.first_question()
        else:
            self.number.setFocus()

    def _fill(self, kept: dict[str, Any]) -> None:
        for key, field in self.fields.items():
            field.blockSignals(True)
            field.show_answers(kept)
            field.blockSignals(False)
            self.rows[key].set_error("")
        self.trouble.hide()
        self.area.verticalScrollBar().setValue(0)
        self._on_changed()

    def correct(self) -> None:
        """Take the current form of the list up again."""
        row: ResponseRow | None = self.model.row_at(self.table.currentIndex().row())
        if row is None or self.survey is None or self.survey.state != SurveyState.OPEN.value:
            return
        if self._form != row.form:
            self._make(row.form)
        self._corrected = row
        self._fill(dict(row.answers))
        self.number.setText(row.form_number or "")
        self.customer.choose(row.customer_uid or "", row.customer or "")
        for one in (self.number_row, self.customer_row, self.day_row):
            one.setEnabled(False)
        self.leave_button.show()
        self.said.setText(self.tr("Correcting a form that was entered"))
        self.first_question()

    def remove(self) -> None:
        """Take the current form of the list out; undo puts it back."""
        row: ResponseRow | None = self.model.row_at(self.table.currentIndex().row())
        if row is not None:
            self.write(
                self.tr("Taking a form out"),
                lambda session: surveys.remove_response(session, row.uid, version=row.version),
            )

    def _on_menu(self, at: QPoint) -> None:
        if self.model.row_at(self.table.currentIndex().row()) is None or self.survey is None:
            return
        if self.survey.state != SurveyState.OPEN.value:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Correct"), self.correct)
        menu.addAction(self.tr("Take out"), self.remove)
        menu.popup(self.table.viewport().mapToGlobal(at))

    # --- going on --------------------------------------------------------------------------------

    def first_question(self) -> None:
        shown = [key for key, row in self.rows.items() if not row.isHidden()]
        if shown:
            self.fields[shown[0]].setFocus(Qt.FocusReason.TabFocusReason)

    def _go(self, key: str, step: int) -> None:
        shown = [one for one, row in self.rows.items() if not row.isHidden()]
        place = shown.index(key) + step if key in shown else 0
        if place >= len(shown):
            self.save_button.setFocus(Qt.FocusReason.TabFocusReason)
        elif place >= 0:
            self.fields[shown[place]].setFocus(Qt.FocusReason.TabFocusReason)
        elif self._corrected is None and not self.head.isHidden():
            self.number.setFocus()

    def _on_changed(self) -> None:
        """Questions that the answers do not lead to are not shown."""
        if self._form is None:
            return
        asked = set(self._form.asked(self._understood()))
        for key, row in self.rows.items():
            row.setVisible(key in asked)
            if row.error and self.fields[key].hasFocus():
                row.set_error("")

    def _understood(self) -> dict[str, Any]:
        """The answers, without those that cannot be read."""
        found: dict[str, Any] = {}
        for field in self.fields.values():
            try:
                found |= field.answers()
            except UserError:
                continue
        return found

    # --- saving ----------------------------------------------------------------------------------

    def _given(self) -> tuple[dict[str, Any], bool]:
        """The answers of the questions asked; whether all is well with them. Faults stand beside them."""
        given: dict[str, Any] = {}
        faults: dict[str, UserError] = {}
        for key, field in self.fields.items():
            self.rows[key].set_error("")
            if self.rows[key].isHidden():
                continue
            try:
                given |= field.answers()
            except UserError as error:
                faults[key] = error
        if self._form is not None:
            for fault in answers.check(self._form, given)[1]:
                faults.setdefault(fault.key, fault.error)
        for key, fault_found in faults.items():
            self.rows[key].set_error(beside_field(fault_found))
        if faults:
            first = next(key for key in self.rows if key in faults)
            self.fields[first].setFocus(Qt.FocusReason.TabFocusReason)
        return given, not faults

    def save(self) -> None:
        """Keep the form and begin the next; what is wrong is said beside its question and nothing is lost."""
        survey, corrected = self.survey, self._corrected
        if survey is None or self._is_saving or survey.state != SurveyState.OPEN.value:
            return
        if corrected is None and not survey.is_anonymous:
            for row in (self.customer_row, self.day_row):
                if not row.check():
                    row.field.setFocus()
                    return
        if corrected is None:
            self.said.setText("")  # what was said of the form before
        given, is_right = self._given()
        if not is_right:
            return
        whose = From()
        if not survey.is_anonymous:
            whose = From(
                customer_uid=self.customer.customer_uid or None,
                form_number=self.number.text().strip() or None,
                answered_on=self.answered_on.read(),
            )
        self._is_saving = True

        def keep(session: Session, _progress: Any) -> None:
            if corrected is not None:
                surveys.edit_response(session, corrected.uid, given, version=corrected.version)
            else:
                surveys.enter_response(session, survey.uid, given, whose)

        self.context.jobs.write(self.tr("Saving a form"), keep, done=self._on_saved, failed=self._on_failed)

    def _on_saved(self, _nothing: object) -> None:
        self._is_saving = False
        self.start_form()
        self.said.setText(self.tr("The form is saved."))
        self.changed.emit()

    def _on_failed(self, error: Exception) -> None:
        self._is_saving = False
        self.trouble.set_text(sentence_of(error), tone="warning")
        self.trouble.show()
        if self._corrected is None and not self.head.isHidden():
            self.number.setFocus()
            self.number.selectAll()
