"""Fields of a question: words in both languages, the options or rows, and which answer leads where."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from rmdesk.services.surveys.questionnaire import END, MOST_OPTIONS, QuestionKind
from rmdesk.ui.tokens import SPACE, TYPE
from rmdesk.ui.widgets import Button, CheckBox, Combo, IconButton, Label, LineField, Variant
from rmdesk.words import language

Document = dict[str, Any]
_LANGUAGES = (("zh_CN", "中文"), ("en", "English"))


def words_of(given: Any, *, other: str = "") -> str:
    """A text in the language of the program, else in the other one."""
    if isinstance(given, str):
        return given or other
    found = given or {}
    first, second = ("en", "zh_CN") if language() == "en" else ("zh_CN", "en")
    return found.get(first) or found.get(second) or other


class WordsField(QWidget):
    """One text in Chinese and English beside each other; where one is missing the other stands in."""

    changed = Signal(dict)
    entered = Signal()

    def __init__(self, given: Any, *, name: str = "") -> None:
        super().__init__()
        given = {"zh_CN": given} if isinstance(given, str) else given or {}
        self.lines: dict[str, LineField] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.small)
        for code, label in _LANGUAGES:
            line = self.lines[code] = LineField(
                given.get(code, ""), placeholder=label, name=f"{name} {label}"
            )
            line.setCursorPosition(0)
            line.textEdited.connect(lambda _typed: self.changed.emit(self.value()))
            line.returnPressed.connect(self.entered)
            row.addWidget(line, 1)
        self.setFocusProxy(self.lines["en" if language() == "en" else "zh_CN"])

    def value(self) -> dict[str, str]:
        return {code: typed for code, line in self.lines.items() if (typed := line.text().strip())}


class LineList(QWidget):
    """Documents, a line of fields each, and below them a button that adds one. `changed` carries them all.

    A subclass names the button, gives the fields of a line and a document to begin with, says where the keys
    go to, and calls `show_lines` once it can.
    """

    changed = Signal(list)

    def __init__(self, documents: Sequence[Document]) -> None:
        super().__init__()
        self.documents = [dict(one) for one in documents]
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.tiny)
        self._listed: QWidget | None = None
        self.add_button = Button("", icon="plus", variant=Variant.LINK)
        self.add_button.clicked.connect(self.add)
        self._column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    def line(self, place: int, document: Document) -> QHBoxLayout:
        """The fields of one."""
        raise NotImplementedError

    def begun(self) -> Document:
        """One to begin with."""
        raise NotImplementedError

    def may_add(self) -> bool:
        return True

    def clear_fields(self) -> None:
        """The lines are about to be made anew."""

    def focus_last(self) -> None:
        """One was added: bring the keys to its first field."""

    def show_lines(self) -> None:
        if self._listed is not None:
            self._listed.hide()
            self._listed.deleteLater()
        self._listed = QWidget()
        column = QVBoxLayout(self._listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.tiny)
        self.clear_fields()
        for place, one in enumerate(self.documents):
            column.addLayout(self.line(place, one))
        self._column.insertWidget(0, self._listed)
        self.add_button.setEnabled(self.may_add())

    def remove_button(self, place: int) -> IconButton:
        button = IconButton("x", self.tr("Take it out"))
        button.clicked.connect(lambda _checked=False: self.remove(place))
        return button

    def add(self) -> None:
        self.documents.append(self.begun())
        self.show_lines()
        self.focus_last()
        self.tell()

    def remove(self, place: int) -> None:
        del self.documents[place]
        self.show_lines()
        self.tell()

    def tell(self) -> None:
        self.changed.emit([dict(one) for one in self.documents])


class OptionList(LineList):
    """Options of a question, or rows of a matrix. Enter in the last one begins another."""

    def __init__(
        self, options: Sequence[Document], new_code: Callable[[list[str]], str], *, may_be_other: bool
    ) -> None:
        super().__init__(options)
        self.add_button.setText(self.tr("Add"))
        self._new_code, self._may_be_other = new_code, may_be_other
        self.fields: list[WordsField] = []
        self.show_lines()

    def line(self, place: int, document: Document) -> QHBoxLayout:
        field = WordsField(document["text"], name=document["code"])
        field.changed.connect(lambda words: self._set(place, "text", words))
        field.entered.connect(lambda: self._on_entered(place))
        self.fields.append(field)
        row = QHBoxLayout()
        row.setSpacing(SPACE.tiny)
        code = Label(document["code"], style=TYPE.secondary, ink="secondary", tabular=True)
        code.setFixedWidth(20)
        row.addWidget(code)
        row.addWidget(field, 1)
        if self._may_be_other:
            other = CheckBox(self.tr("own words"), checked=bool(document.get("other")))
            other.setToolTip(self.tr("Whoever chooses this one may write something beside it"))
            other.toggled.connect(lambda on: self._set(place, "other", on))
            row.addWidget(other)
        up = IconButton("arrow-up", self.tr("Further up"))
        up.setEnabled(place > 0)
        up.clicked.connect(lambda _checked=False: self.swap(place, place - 1))
        row.addWidget(up)
        row.addWidget(self.remove_button(place))
        return row

    def begun(self) -> Document:
        return {"code": self._new_code([one["code"] for one in self.documents]), "text": {}}

    def may_add(self) -> bool:
        return len(self.documents) < MOST_OPTIONS

    def clear_fields(self) -> None:
        self.fields = []

    def focus_last(self) -> None:
        self.fields[-1].setFocus()

    def swap(self, one: int, other: int) -> None:
        found = self.documents
        found[one], found[other] = found[other], found[one]
        self.show_lines()
        self.tell()

    def _set(self, place: int, field: str, value: Any) -> None:
        if field == "other" and not value:
            self.documents[place].pop("other", None)
        else:
            self.documents[place][field] = value
        self.tell()

    def _on_entered(self, place: int) -> None:
        if place + 1 < len(self.fields):
            self.fields[place + 1].setFocus()
        elif self.may_add():
            self.add()


class JumpList(LineList):
    """Which question comes after which answer: "if 0 to 6, go to 5. …"; without any, the next one."""

    def __init__(self, question: Document, later: Sequence[tuple[str, str]]) -> None:
        """`later` are key and words of the questions further down."""
        super().__init__(question.get("jumps", []))
        self.add_button.setText(self.tr("Another way after some answer"))
        self._answers = _answers(question)
        self._is_scale = question["kind"] != QuestionKind.SINGLE.value
        self._later = [*later, (END, self.tr("End of the questionnaire"))]
        self.rows: list[tuple[Combo, Combo | None, Combo]] = []
        self.show_lines()

    def line(self, place: int, document: Document) -> QHBoxLayout:
        named = [str(one) for one in document["if"]]
        row = QHBoxLayout()
        row.setSpacing(SPACE.small)
        first = Combo(name=self.tr("Answer"))
        last = Combo(name=self.tr("Last answer")) if self._is_scale else None
        to = Combo(name=self.tr("Goes on with"))
        for code, words in self._answers:
            first.add(words, code)
            if last is not None:
                last.add(words, code)
        for key, words in self._later:
            to.add(words, key)
        order = [code for code, _words in self._answers]
        known = sorted((one for one in named if one in order), key=order.index)
        first.choose(known[0] if known else None)
        if last is not None and known:
            last.choose(known[-1])
        to.choose(document["to"])
        if to.currentData() != document["to"]:
            to.setCurrentIndex(-1)  # it leads to a question that is gone, or above
        row.addWidget(Label(self.tr("If"), ink="secondary"))
        row.addWidget(first, 2)
        if last is not None:
            row.addWidget(Label(self.tr("to"), ink="secondary"))
            row.addWidget(last, 2)
        row.addWidget(Label("→", ink="secondary"))
        row.addWidget(to, 5)
        row.addWidget(self.remove_button(place))
        # A question may be long: the line is as wide as there is room, not as its longest words.
        to.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for combo in (first, last, to):
            if combo is not None:
                combo.activated.connect(lambda _place: self._read(place))
        self.rows.append((first, last, to))
        return row

    def begun(self) -> Document:
        taken = {str(one) for jump in self.documents for one in jump["if"]}
        free = next((code for code, _words in self._answers if code not in taken), self._answers[-1][0])
        return {"if": [free], "to": END}

    def may_add(self) -> bool:
        return bool(self._answers)

    def clear_fields(self) -> None:
        self.rows = []

    def focus_last(self) -> None:
        self.rows[-1][0].setFocus()

    def _read(self, place: int) -> None:
        first, last, to = self.rows[place]
        order = [code for code, _words in self._answers]
        chosen = [str(first.currentData())]
        if last is not None:
            ends = sorted((order.index(str(first.currentData())), order.index(str(last.currentData()))))
            chosen = order[ends[0] : ends[1] + 1]
        self.documents[place] = {"if": chosen, "to": to.currentData() or self.documents[place]["to"]}
        self.tell()


def _answers(question: Document) -> list[tuple[str, str]]:
    """The answers a jump can name, with their words."""
    if question["kind"] == QuestionKind.SINGLE.value:
        return [
            (one["code"], words_of(one["text"], other=one["code"])) for one in question.get("options", [])
        ]
    low, high = (0, 10) if question["kind"] == QuestionKind.NPS.value else (question["low"], question["high"])
    return [(str(one), str(one)) for one in range(low, high + 1)]
