"""What is to be done after a survey: each measure with who and until when, changed where it stands."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rmdesk import labels
from rmdesk.services.surveys import SurveyRecord, reporting
from rmdesk.services.surveys.reporting import Measure
from rmdesk.ui import formats
from rmdesk.ui.date_field import DateField
from rmdesk.ui.interactions.fields import refusal
from rmdesk.ui.panes.surveys.part import Part
from rmdesk.ui.tokens import SPACE
from rmdesk.ui.widgets import Button, IconButton, Label, LineField, Section


class MeasureList(Section):
    """The fields below the list add one, or change the one whose pencil was pressed; Esc leaves that."""

    def __init__(self, part: Part) -> None:
        super().__init__(self.tr("Measures"))
        self._part = part
        self._survey: SurveyRecord | None = None
        self.changing: Measure | None = None
        self._listed: QWidget | None = None
        self._column = QVBoxLayout()
        self.what = LineField(placeholder=labels.field("survey_measure", "what"))
        self.who = LineField(placeholder=labels.field("survey_measure", "who"))
        self.due = DateField("survey_measure.due_on", toward="future")
        self.due.setPlaceholderText(labels.field("survey_measure", "due_on"))
        self.button = Button(self.tr("Add"), icon="plus")
        self.button.clicked.connect(self.save)
        self.trouble = Label("", ink="warning", wrap=True)
        self.trouble.hide()
        for field in (self.what, self.who, self.due):
            field.returnPressed.connect(self.save)
        self._fields = QWidget()
        row = QHBoxLayout(self._fields)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.small)
        row.addWidget(self.what, 3)
        row.addWidget(self.who, 1)
        row.addWidget(self.due, 1)
        row.addWidget(self.button)
        self.body.addLayout(self._column)
        self.body.addWidget(self._fields)
        self.body.addWidget(self.trouble)

    def show_measures(self, survey: SurveyRecord, measures: tuple[Measure, ...], *, changeable: bool) -> None:
        """List these; what is being typed of the same survey stays."""
        if self._survey is not None and self._survey.uid != survey.uid:
            self._clear()
        self._survey = survey
        self._fields.setVisible(changeable)
        if self._listed is not None:
            self._listed.deleteLater()
        self._listed = QWidget()
        column = QVBoxLayout(self._listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.tiny)
        if not measures:
            column.addWidget(Label(self.tr("No measure has been decided."), ink="secondary"))
        for one in measures:
            row = QHBoxLayout()
            row.addWidget(Label(one.what, wrap=True, selectable=True), 3)
            row.addWidget(Label(one.who or "", ink="secondary", wrap=True), 1)
            due = "" if one.due_on is None else formats.full_day(one.due_on)
            row.addWidget(Label(due, ink="secondary"), 1)
            if changeable:
                edit = IconButton("pencil", self.tr("Change this measure"))
                edit.clicked.connect(partial(self.change, one))
                remove = IconButton("x", self.tr("Take this measure out"))
                remove.clicked.connect(partial(self.remove, one))
                row.addWidget(edit, 0, Qt.AlignmentFlag.AlignTop)
                row.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
            column.addLayout(row)
        self._column.addWidget(self._listed)

    def change(self, one: Measure) -> None:
        """Bring one into the fields."""
        self.changing = one
        self.what.setText(one.what)
        self.who.setText(one.who or "")
        self.due.setText("" if one.due_on is None else formats.full_day(one.due_on))
        self.button.setText(self.tr("Save"))
        self.what.setFocus()

    def save(self) -> None:
        """Add or change what stands in the fields; what is wrong is said below them."""
        survey, changing = self._survey, self.changing
        if survey is None:
            return
        wrong = refusal(self.due.read)
        if not self.what.text().strip():
            wrong = self.tr("Write what is to be done.")
        self.trouble.setText(wrong)
        self.trouble.setVisible(bool(wrong))
        if wrong:
            return
        given = {"what": self.what.text(), "who": self.who.text(), "due_on": self.due.read()}
        if changing is None:
            self._part.write(
                self.tr("Adding a measure"),
                lambda session: reporting.add_measure(session, survey.uid, given),
                done=self._on_saved,
            )
        else:
            self._part.write(
                self.tr("Changing a measure"),
                lambda session: reporting.edit_measure(
                    session, changing.uid, given, version=changing.version
                ),
                done=self._on_saved,
            )

    def remove(self, one: Measure) -> None:
        if self.changing is not None and self.changing.uid == one.uid:
            self._clear()
        self._part.write(
            self.tr("Taking a measure out"),
            lambda session: reporting.remove_measure(session, one.uid, version=one.version),
        )

    def _on_saved(self, _row: object) -> None:
        self._clear()
        self.what.setFocus()

    def _clear(self) -> None:
        self.changing = None
        self.button.setText(self.tr("Add"))
        for field in (self.what, self.who, self.due):
            field.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.changing is not None:
            self._clear()
            return
        super().keyPressEvent(event)
