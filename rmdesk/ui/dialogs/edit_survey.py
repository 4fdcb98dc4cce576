"""A survey drafted from a template, or what is said about one changed."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from rmdesk import labels
from rmdesk.models import Sampling, SurveyMethod, SurveyState
from rmdesk.services import customers, segments, surveys, values
from rmdesk.services.errors import UserError
from rmdesk.services.surveys import SurveyRecord
from rmdesk.ui import formats
from rmdesk.ui.date_field import DateField
from rmdesk.ui.dialogs.form_dialog import FormDialog
from rmdesk.ui.interactions.fields import TextArea, checked, pick, refusal
from rmdesk.ui.tokens import SPACE
from rmdesk.ui.widgets import CheckBox, Combo, Form, FormRow, LineField
from rmdesk.words import language

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context
    from rmdesk.ui.workers import Progress

_WIDTH = 620  # px
_PERIOD = timedelta(days=30)  # of a new survey
_EVERYBODY, _AS_IT_IS = "", "as it is"  # instead of a segment


class EditSurvey(FormDialog):
    """For a new survey `record` is None. `saved` carries the survey's uid.

    Once customers were asked only what tells about the survey can be changed; the rest is not shown.
    """

    saved = Signal(str)

    def __init__(
        self, context: Context, record: SurveyRecord | None = None, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            self.tr("New survey") if record is None else self.tr("About this survey"),
            verb=self.tr("Make the draft") if record is None else self.tr("Save"),
            parent=parent,
            width=_WIDTH,
        )
        self._context, self._record = context, record
        self._is_draft = record is None or record.state == SurveyState.DRAFT.value
        self.form = Form(spacing=SPACE.medium)
        self._make_fields(record)
        self._build()
        self.body.addWidget(self.form)
        self.title.textEdited.connect(self._on_title)
        self.template.currentIndexChanged.connect(self._on_template)
        self.sampling.currentIndexChanged.connect(self._on_sampling)
        self._titled = record is not None
        self._on_template()
        self._on_sampling()
        self._first = self._given() if record is not None else {}
        self.title.setFocus()
        self.comes_again("edit_survey", survey=None if record is None else [record.uid, record.version])

    def _make_fields(self, record: SurveyRecord | None) -> None:
        self.template = Combo()
        for code, one in surveys.templates.load().items():
            self.template.add(one.title.in_(language()), code)
        first = date.today() if record is None else record.starts_on
        last = first + _PERIOD if record is None else record.ends_on
        self.title = LineField("" if record is None else record.title)
        self.purpose = TextArea("" if record is None else record.purpose or "", lines=2)
        self.content = TextArea("" if record is None else record.content or "", lines=2)
        self.method = pick("survey", "method", (record.method if record else SurveyMethod.PAPER.value))
        self.starts = DateField("survey.starts_on", toward="future")
        self.ends = DateField("survey.ends_on", toward="future")
        self.starts.setText(formats.full_day(first))
        self.ends.setText(formats.full_day(last))
        self.anonymous = CheckBox(
            self.tr("Anonymous: nobody can tell who gave which answers"),
            checked=record is not None and record.is_anonymous,
        )
        self.whom = Combo()
        self.whom.add(self.tr("All customers"), _EVERYBODY)
        if record is not None and (record.expression is not None or record.expression_fault is not None):
            self.whom.add(self.tr("As it was chosen"), _AS_IT_IS)
        with self._context.store.read() as session:
            self._segments = {one.uid: one for one in segments.list_segments(session) if one.expression}
            people = {one.uid: one.name for one in customers.managers(session)}
        for uid, kept in self._segments.items():
            self.whom.add(kept.name, uid, icon="list-tree")
        self.whom.choose(_AS_IT_IS)
        self.sampling = pick("survey", "sampling", record.sampling if record else Sampling.EVERYBODY.value)
        self.sample = LineField("" if record is None or not record.sample_size else str(record.sample_size))
        self.seed = LineField("" if record is None or record.seed is None else str(record.seed))
        self.seed.setPlaceholderText(self.tr("Drawn when it opens"))
        self.staff = Combo()
        if record is not None:
            people.setdefault(record.staff_uid, record.staff)
        for uid, name in people.items():
            self.staff.add(name, uid)
        self.staff.choose(self._context.actor.staff_uid if record is None else record.staff_uid)

    def _build(self) -> None:
        if self._record is None:
            self.form.add(self.tr("Questions from"), self.template)
        self.rows["title"] = self.form.add(
            labels.field("survey", "title"), self.title, required=True, check=lambda: self._wrong("title")
        )
        for name, field in (("purpose", self.purpose), ("content", self.content)):
            self.rows[name] = self.form.add(
                labels.field("survey", name), field, check=partial(self._wrong, name)
            )
        starts = FormRow(
            labels.field("survey", "starts_on"),
            self.starts,
            required=True,
            check=lambda: refusal(self.starts.read),
        )
        ends = FormRow(
            labels.field("survey", "ends_on"), self.ends, required=True, check=lambda: refusal(self.ends.read)
        )
        method = FormRow(labels.field("survey", "method"), self.method)
        whom = FormRow(labels.field("survey", "expression"), self.whom)
        sampling = FormRow(labels.field("survey", "sampling"), self.sampling)
        size = FormRow(
            labels.field("survey", "sample_size"),
            self.sample,
            required=True,
            check=lambda: self._wrong("sample_size"),
        )
        seed = FormRow(labels.field("survey", "seed"), self.seed, check=lambda: self._wrong("seed"))
        staff = FormRow(labels.field("survey", "staff_id"), self.staff)
        self.rows |= {"method": method, "starts_on": starts, "ends_on": ends, "staff": staff}
        self.rows |= {"expression": whom, "sampling": sampling, "sample_size": size, "seed": seed}
        self._beside(method, starts, ends)
        self._beside(staff, whom)
        self._beside(sampling, size, seed)
        self.form.add_widget(self.anonymous)
        for name in ("method", "starts_on", "expression", "sampling", "sample_size", "seed"):
            self.rows[name].setVisible(self._is_draft)
        self.anonymous.setVisible(self._is_draft)

    def _beside(self, *rows: FormRow) -> None:
        line = QWidget()
        room = QHBoxLayout(line)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(SPACE.medium)
        for one in rows:
            room.addWidget(one, 1, Qt.AlignmentFlag.AlignTop)
        self.form.add_widget(line)

    # --- what follows what -------------------------------------------------------------------------

    def _on_title(self) -> None:
        self._titled = bool(self.title.text().strip())

    def _on_template(self) -> None:
        """A new survey is called as its template until somebody calls it otherwise."""
        if not self._titled:
            self.title.setText(self.template.currentText())

    def _on_sampling(self) -> None:
        drawn = self.sampling.currentData() != Sampling.EVERYBODY.value
        for name in ("sample_size", "seed"):
            self.rows[name].setVisible(self._is_draft and drawn)

    # --- reading -----------------------------------------------------------------------------------

    def _read(self, name: str) -> Any:
        field: Any = {
            "title": self.title,
            "purpose": self.purpose,
            "content": self.content,
            "sample_size": self.sample,
            "seed": self.seed,
        }[name]
        typed = field.toPlainText() if isinstance(field, TextArea) else field.text()
        if name == "sample_size" and values.is_empty(typed):
            raise UserError("survey.sample_size")
        if name in ("sample_size", "seed") and typed.strip().isdecimal():
            return surveys.CHECKS[name](int(typed), f"survey.{name}")
        return checked(surveys.CHECKS, "survey", name, typed)

    def _wrong(self, name: str) -> str:
        return refusal(lambda: self._read(name))

    def _given(self) -> dict[str, Any]:
        """What is entered, as `surveys.add_survey` takes it; raises UserError."""
        given = {name: self._read(name) for name in ("title", "purpose", "content")}
        given |= {"ends_on": self.ends.read(), "staff": self.staff.currentData()}
        if not self._is_draft:
            return given
        drawn = self.sampling.currentData()
        given |= {
            "starts_on": self.starts.read(),
            "method": self.method.currentData(),
            "is_anonymous": self.anonymous.isChecked(),
            "sampling": drawn,
            "sample_size": None if drawn == Sampling.EVERYBODY.value else self._read("sample_size"),
            "seed": None if drawn == Sampling.EVERYBODY.value else self._read("seed"),
        }
        whom = self.whom.currentData()
        if whom != _AS_IT_IS:
            given["expression"] = self._segments[whom].expression if whom else None
        return given

    # --- saving ------------------------------------------------------------------------------------

    def submit(self) -> None:
        if not self.check():
            return
        record, given, code = self._record, self._given(), self.template.currentData()

        def save(session: Session, _progress: Progress) -> str:
            if record is None:
                return surveys.add_survey(session, given, surveys.templates.load()[code].form).uid
            nothing = object()
            changed = {
                name: value for name, value in given.items() if value != self._first.get(name, nothing)
            }
            if changed:
                surveys.edit_survey(session, record.uid, changed, version=record.version)
            return record.uid

        self.set_busy(True, self.tr("Saving…"))
        self._context.jobs.write(
            self.tr("Saving a survey"), save, done=self._on_saved, failed=self._on_failed
        )

    def _on_saved(self, uid: str) -> None:
        self.saved.emit(uid)
        self.accept()
