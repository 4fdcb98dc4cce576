"""The fields of the current section or question."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rmdesk import question_labels
from rmdesk.services.errors import UserError
from rmdesk.services.surveys import questionnaire
from rmdesk.services.surveys.questionnaire import Aspect, QuestionKind, Side
from rmdesk.ui.messages import beside_field
from rmdesk.ui.panes.surveys.writing.draft import FormDraft, Node
from rmdesk.ui.panes.surveys.writing.fields import JumpList, OptionList, WordsField, words_of
from rmdesk.ui.tokens import SPACE
from rmdesk.ui.widgets import CheckBox, Combo, FormRow, Ground, LineField, NoticeBar

_RATED = (QuestionKind.RATING, QuestionKind.MATRIX)


class NodeForm(Ground):
    """`edited` carries the field that has another value; `kind_chosen` the kind a question shall have."""

    edited = Signal(str, object)
    kind_chosen = Signal(QuestionKind)

    def __init__(self) -> None:
        super().__init__("surface")
        self.key = ""
        self.wrong = NoticeBar("", tone="warning")
        self.wrong.hide()
        self.words: dict[str, WordsField] = {}
        self.options: OptionList | None = None
        self.jumps: JumpList | None = None
        self.kind: Combo | None = None
        self.numbers: dict[str, LineField] = {}
        self.required: CheckBox | None = None
        self._fields: QWidget | None = None
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(SPACE.pane, SPACE.medium, SPACE.pane, SPACE.medium)
        self._whole.setSpacing(SPACE.medium)
        self._whole.addWidget(self.wrong)
        self._whole.addStretch(1)

    def show_wrong(self, error: UserError | None) -> None:
        self.wrong.setVisible(error is not None)
        if error is not None:
            self.wrong.set_text(beside_field(error))

    def show_node(self, draft: FormDraft, node: Node | None) -> None:
        """Fields for this one, as it stands in the draft."""
        if self._fields is not None:
            self._fields.hide()
            self._fields.deleteLater()
        self._fields = QWidget()
        self._column = QVBoxLayout(self._fields)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.medium)
        self.words, self.numbers = {}, {}
        self.options = self.jumps = self.kind = self.required = None
        self.key = "" if node is None else node.key
        if node is not None and node.is_section:
            one = draft.get(node)
            self._add_words("title", self.tr("Title of the section"), one)
            self._add_words("help", self.tr("What stands below it"), one)
        elif node is not None:
            self._show_question(draft, node)
        self._whole.insertWidget(1, self._fields)

    def _show_question(self, draft: FormDraft, node: Node) -> None:
        one = draft.get(node)
        kind = QuestionKind(one["kind"])
        self.kind = Combo(name=self.tr("Kind of question"))
        for each, _words in question_labels.QUESTION_KINDS.items():
            self.kind.add(question_labels.question_kind(each), each.value)
        self.kind.choose(kind.value)
        self.kind.activated.connect(lambda _place: self._on_kind())
        self.required = CheckBox(self.tr("must be answered"), checked=one.get("required", True))
        self.required.toggled.connect(lambda on: self.edited.emit("required", on))
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.large)
        row.addWidget(FormRow(self.tr("Kind of question"), self.kind), 1)
        row.addWidget(self.required, 0, Qt.AlignmentFlag.AlignBottom)
        self._column.addWidget(head)
        self._add_words("text", self.tr("Question"), one, required=True)
        self._add_words("help", self.tr("Help below it"), one)
        if kind in questionnaire.CHOOSING:
            self._add_options(
                "options", self.tr("Options"), draft, one, may_be_other=kind is not QuestionKind.RANKING
            )
        if kind is QuestionKind.MULTIPLE:
            self._add_numbers(one, (("least", self.tr("At least")), ("most", self.tr("At most (0: all)"))))
        if kind is QuestionKind.MATRIX:
            self._add_options("rows", self.tr("What is rated"), draft, one, may_be_other=False)
        if kind in _RATED:
            self._add_numbers(one, (("low", self.tr("From")), ("high", self.tr("To"))))
        if kind in questionnaire.SCALED:
            self._add_words("low_label", self.tr("Words at the low end"), one)
            self._add_words("high_label", self.tr("Words at the high end"), one)
        if kind is QuestionKind.RATING:
            self._add_meaning(one)
        if kind in questionnaire.JUMPING:
            self._add_jumps(draft, node, one)

    # --- rows --------------------------------------------------------------------------------------

    def _add_words(self, name: str, label: str, one: dict[str, Any], *, required: bool = False) -> None:
        field = self.words[name] = WordsField(one.get(name), name=label)
        field.changed.connect(lambda words: self.edited.emit(name, words))
        self._column.addWidget(FormRow(label, field, required=required))

    def _add_options(
        self, name: str, label: str, draft: FormDraft, one: dict[str, Any], *, may_be_other: bool
    ) -> None:
        new_code: Callable[[list[str]], str] = partial(draft.new_code, one["key"])
        self.options = OptionList(one.get(name, []), new_code, may_be_other=may_be_other)
        self.options.changed.connect(lambda listed: self.edited.emit(name, listed))
        self._column.addWidget(FormRow(label, self.options, required=True))

    def _add_numbers(self, one: dict[str, Any], fields: tuple[tuple[str, str], ...]) -> None:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.medium)
        for name, label in fields:
            field = self.numbers[name] = LineField(str(one.get(name, 0)))
            form_row = FormRow(label, field, check=partial(self._wrong_number, field))
            field.textEdited.connect(partial(self._on_number, name))
            row.addWidget(form_row, 1)
        row.addStretch(1)
        self._column.addWidget(line)

    def _add_meaning(self, one: dict[str, Any]) -> None:
        aspect, side = Combo(), Combo()
        for combo in (aspect, side):
            combo.add(self.tr("nothing special"), None)
        for each in Aspect:
            aspect.add(question_labels.aspect(each), each.value)
        for one_side in Side:
            side.add(question_labels.side(one_side), one_side.value)
        aspect.choose(one.get("aspect"))
        side.choose(one.get("side"))
        aspect.activated.connect(lambda _place: self.edited.emit("aspect", aspect.currentData()))
        side.activated.connect(lambda _place: self.edited.emit("side", side.currentData()))
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.medium)
        row.addWidget(FormRow(self.tr("What it measures"), aspect), 1)
        row.addWidget(FormRow(self.tr("Side of it"), side), 1)
        self._column.addWidget(line)

    def _add_jumps(self, draft: FormDraft, node: Node, one: dict[str, Any]) -> None:
        later = [
            (each.key, f"{each.number}. {words_of(draft.get(each)['text'])}")
            for each in draft.nodes()
            if each.number > node.number
        ]
        self.jumps = JumpList(one, later)
        self.jumps.changed.connect(lambda listed: self.edited.emit("jumps", listed))
        self._column.addWidget(FormRow(self.tr("What comes next"), self.jumps))

    # --- what is typed -----------------------------------------------------------------------------

    def _on_kind(self) -> None:
        assert self.kind is not None
        self.kind_chosen.emit(QuestionKind(self.kind.currentData()))

    def _on_number(self, name: str, typed: str) -> None:
        if typed.strip().isdecimal():
            self.edited.emit(name, int(typed))

    def _wrong_number(self, field: LineField) -> str:
        return "" if field.text().strip().isdecimal() else self.tr("A whole number, such as 1 or 10.")
