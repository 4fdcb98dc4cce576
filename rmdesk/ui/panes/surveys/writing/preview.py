"""How people will see the questions: with fields that answer, so that what follows what can be tried."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rmdesk import words
from rmdesk.services.errors import UserError
from rmdesk.services.surveys.questionnaire import Question, Questionnaire
from rmdesk.ui.panes.surveys import answer_fields
from rmdesk.ui.panes.surveys.answer_fields import AnswerField
from rmdesk.ui.panes.surveys.part import column_of, scrolled
from rmdesk.ui.tokens import SIZE, SPACE, TYPE
from rmdesk.ui.widgets import Ground, Label, Segments

_AFTER_MS = 250  # after the last key


class FormPreview(Ground):
    """Follows `show_form` a moment later; nothing that is answered here is kept."""

    def __init__(self) -> None:
        super().__init__("surface")
        self._form = Questionnaire()
        self.fields: dict[str, AnswerField] = {}
        self.rows: dict[str, QWidget] = {}
        self._shown: dict[str, Question] = {}
        self.languages = Segments(
            [("zh_CN", "中文"), ("en", "English")],
            name=self.tr("Language of the preview"),
            current=words.language(),
        )
        self.languages.chosen.connect(lambda _language: self._show())
        head = Ground("surface")
        head.setFixedHeight(SIZE.filter_row)
        row = QHBoxLayout(head)
        row.setContentsMargins(SPACE.pane, 0, SPACE.pane, 0)
        row.addWidget(Label(self.tr("Preview"), style=TYPE.group, ink="secondary"))
        row.addStretch(1)
        row.addWidget(self.languages)
        self._content = Ground("surface")
        self._column = column_of(self._content)
        self._listed: QWidget | None = None
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(head)
        whole.addWidget(scrolled(self._content), 1)
        self._soon = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._soon.timeout.connect(self._show)

    def show_form(self, form: Questionnaire) -> None:
        if form != self._form or self._listed is None:
            self._form = form
            self._soon.start()

    def _show(self) -> None:
        language, former = self.languages.current or "zh_CN", words.language()
        answers = self._answers()
        if self._listed is not None:
            self._listed.hide()
            self._listed.deleteLater()
        self._listed = QWidget()
        column = QVBoxLayout(self._listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.medium)
        self.fields, self.rows = {}, {}
        words.use(language)  # the fields take their words from the language in use
        try:
            for section in self._form.sections:
                if section.title:
                    column.addWidget(Label(section.title.in_(language), style=TYPE.section, wrap=True))
                if section.help:
                    column.addWidget(Label(section.help.in_(language), ink="secondary", wrap=True))
                for question in section.questions:
                    column.addWidget(self._row(question, language))
        finally:
            words.use(former)
        for key, field in self.fields.items():
            if self._shown.get(key) == field.question:  # what was tried of another one would not fit
                field.show_answers(
                    {name: one for name, one in answers.items() if name.partition(".")[0] == key}
                )
        self._shown = dict(self._form.by_key)
        column.addStretch(1)
        self._column.addWidget(self._listed)
        self._follow()

    def _row(self, question: Any, language: str) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.tiny)
        number = self._form.number(question.key)
        mark = " *" if question.required else ""
        column.addWidget(Label(f"{number}. {question.text.in_(language)}{mark}", wrap=True))
        if question.help:
            column.addWidget(
                Label(question.help.in_(language), style=TYPE.secondary, ink="secondary", wrap=True)
            )
        field = self.fields[question.key] = answer_fields.make(question)
        field.changed.connect(self._follow)
        column.addWidget(field)
        self.rows[question.key] = row
        return row

    def _answers(self) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for field in self.fields.values():
            try:
                found |= field.answers()
            except UserError:
                continue
        return found

    def _follow(self) -> None:
        """Show the questions that the answers lead to."""
        asked = set(self._form.asked(self._answers()))
        for key, row in self.rows.items():
            row.setVisible(key in asked)
