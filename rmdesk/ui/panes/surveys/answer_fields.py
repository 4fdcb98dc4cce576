"""The fields of a form's questions: answered by digits and letters as fast as paper is turned over.

A field tells that it is `settled` as soon as nothing more can be meant; Enter goes on from any, Backspace in
an empty one goes back.
"""

from __future__ import annotations

import itertools
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rmdesk.services.surveys import read_cell
from rmdesk.services.surveys.questionnaire import Question, QuestionKind
from rmdesk.ui.tokens import SIZE, SPACE, TYPE
from rmdesk.ui.widgets import Chip, Flow, Label, LineField
from rmdesk.words import language

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class AnswerField(QWidget):
    """Base of all. `changed`: the answer is another one; `settled`: go on; `back`: go to the one before."""

    changed = Signal()
    settled = Signal()
    back = Signal()
    focused = Signal()

    def __init__(self, question: Question) -> None:
        super().__init__()
        self.question = question

    def answers(self) -> dict[str, Any]:
        """What is answered, by key, as `surveys.enter_response` takes it; empty if nothing is.

        Raises UserError as `surveys.read_cell`.
        """
        raise NotImplementedError

    def show_answers(self, kept: dict[str, Any]) -> None:
        """Show what was kept of a form; without any, nothing is answered."""
        raise NotImplementedError


class ScaleField(AnswerField):
    """One number of a scale, or one option of several: a digit or letter answers and goes on.

    Where there are two-figure answers, 1 waits for its second figure; what follows otherwise goes on first.
    """

    def __init__(self, question: Question) -> None:
        super().__init__(question)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._chosen: str | None = None
        self._waits = False
        if question.kind is QuestionKind.SINGLE:
            self._codes = [one.code for one in question.options]
            words = [f"{place}  {one.text.in_(language())}" for place, one in enumerate(question.options, 1)]
            self._figures = [str(place) for place in range(1, len(self._codes) + 1)]
        else:
            self._codes = self._figures = words = [str(one) for one in question.scale]
        self.chips = _chips(self, words)
        self._others = {
            one.code: LineField(placeholder=one.text.in_(language())) for one in question.options if one.other
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.tiny)
        flow = Flow(line=SIZE.chip + SPACE.tiny)
        for place, chip in enumerate(self.chips):
            flow.insert(place, chip)
            chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            chip.clicked.connect(lambda _checked=False, place=place: self.take(place))
        column.addWidget(flow)
        ends = [question.low_label.in_(language()), question.high_label.in_(language())]
        if any(ends):
            column.addWidget(Label(" … ".join(ends), style=TYPE.secondary, ink="secondary"))
        for other in self._others.values():
            other.hide()
            other.returnPressed.connect(self.settled)
            column.addWidget(other)

    def take(self, place: int, *, go_on: bool = True) -> None:
        """Choose the answer at this place, from 0."""
        self._choose(self._codes[place])
        if self._chosen in self._others:
            self._others[self._chosen].setFocus()
        elif go_on:
            self.settled.emit()

    def _choose(self, code: str | None) -> None:
        self._chosen, self._waits = code, False
        for each, chip in zip(self._codes, self.chips, strict=True):
            chip.set_active(each == code)
        for each, other in self._others.items():
            other.setVisible(each == code)
        self.changed.emit()

    def answers(self) -> dict[str, Any]:
        if self._chosen is None:
            return {}
        key = self.question.key
        if self.question.kind is not QuestionKind.SINGLE:
            return {key: int(self._chosen)}
        other = self._others.get(self._chosen)
        beside = {} if other is None else {f"{key}.{self._chosen}": other.text().strip()}
        return {key: self._chosen} | {name: words for name, words in beside.items() if words}

    def show_answers(self, kept: dict[str, Any]) -> None:
        chosen = kept.get(self.question.key)
        for code, other in self._others.items():
            other.setText(kept.get(f"{self.question.key}.{code}", ""))
        self._choose(None if chosen is None else str(chosen))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text().upper()
        if event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.settled.emit()
        elif event.key() == Qt.Key.Key_Backspace:
            self.back.emit() if self._chosen is None else self._choose(None)
        elif len(typed) == 1 and typed.isdigit() and typed.isascii():
            self._on_digit(typed, event)
        elif len(typed) == 1 and "A" <= typed <= "Z" and self.question.kind is QuestionKind.SINGLE:
            place = ord(typed) - ord("A")
            if place < len(self._codes):
                self.take(place)
        else:
            super().keyPressEvent(event)

    def _on_digit(self, digit: str, event: QKeyEvent) -> None:
        if self._waits and self._chosen is not None:
            before = self._figures[self._codes.index(self._chosen)]
            if before + digit in self._figures:
                self.take(self._figures.index(before + digit))
                return
            self._waits = False
            self.settled.emit()
            following = self.window().focusWidget()
            if isinstance(following, AnswerField) and following is not self:
                following.keyPressEvent(event)
            return
        if digit in self._figures:
            longer = any(len(one) > 1 and one.startswith(digit) for one in self._figures)
            self.take(self._figures.index(digit), go_on=not longer)
            self._waits = longer

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._waits = False
        self.focused.emit()


class SeveralField(AnswerField):
    """Several options: digits and letters put them in or out, Enter goes on.

    Of a ranking they are put in order; the last one settles it, Backspace takes the last out.
    """

    def __init__(self, question: Question) -> None:
        super().__init__(question)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._is_ranking = question.kind is QuestionKind.RANKING
        self._codes = [one.code for one in question.options]
        self._words = [one.text.in_(language()) for one in question.options]
        self._chosen: list[str] = []
        self.chips = _chips(self, [f"{place}  {words}" for place, words in enumerate(self._words, 1)])
        self._others = {
            one.code: LineField(placeholder=one.text.in_(language())) for one in question.options if one.other
        }
        flow = Flow(line=SIZE.chip + SPACE.tiny)
        for place, chip in enumerate(self.chips):
            chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            chip.clicked.connect(lambda _checked=False, place=place: self.toggle(place))
            flow.insert(place, chip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.tiny)
        column.addWidget(flow)
        self._order = Label("", style=TYPE.secondary, ink="secondary", wrap=True)
        self._order.setVisible(self._is_ranking)
        column.addWidget(self._order)
        for other in self._others.values():
            other.hide()
            other.returnPressed.connect(self.settled)
            column.addWidget(other)

    def toggle(self, place: int) -> None:
        """Put the option at this place, from 0, in or out."""
        code = self._codes[place]
        if code in self._chosen:
            self._chosen.remove(code)
        else:
            self._chosen.append(code)
        self._show()
        if self._is_ranking and len(self._chosen) == len(self._codes):
            self.settled.emit()

    def _show(self) -> None:
        for code, chip in zip(self._codes, self.chips, strict=True):
            chip.set_active(code in self._chosen)
        for code, other in self._others.items():
            other.setVisible(code in self._chosen)
        self._order.setText(" > ".join(self._words[self._codes.index(one)] for one in self._chosen))
        self.changed.emit()

    def answers(self) -> dict[str, Any]:
        if not self._chosen:
            return {}
        key = self.question.key
        chosen = self._chosen if self._is_ranking else [one for one in self._codes if one in self._chosen]
        beside = {
            f"{key}.{code}": words
            for code, other in self._others.items()
            if code in self._chosen and (words := other.text().strip())
        }
        return {key: list(chosen)} | beside

    def show_answers(self, kept: dict[str, Any]) -> None:
        self._chosen = list(kept.get(self.question.key, ()))
        for code, other in self._others.items():
            other.setText(kept.get(f"{self.question.key}.{code}", ""))
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text().upper()
        place = -1
        if len(typed) == 1 and typed.isascii():
            place = int(typed) - 1 if typed.isdigit() else ord(typed) - ord("A") if typed.isalpha() else -1
        if event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.settled.emit()
        elif event.key() == Qt.Key.Key_Backspace:
            if self._chosen:
                del self._chosen[-1]
                self._show()
            else:
                self.back.emit()
        elif 0 <= place < len(self._codes):
            self.toggle(place)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()


class MatrixField(AnswerField):
    """Rows rated on one scale, one field each; the last one settles it."""

    def __init__(self, question: Question) -> None:
        super().__init__(question)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.tiny)
        self.rows: dict[str, ScaleField] = {}
        for one in question.rows:
            field = ScaleField(question)
            line = QHBoxLayout()
            line.addWidget(Label(one.text.in_(language()), wrap=True), 1)
            line.addWidget(field, 2)
            column.addLayout(line)
            self.rows[one.code] = field
            field.changed.connect(self.changed)
            field.focused.connect(self.focused)
        fields = list(self.rows.values())
        for former, following in itertools.pairwise(fields):
            former.settled.connect(following.setFocus)
            following.back.connect(former.setFocus)
        fields[-1].settled.connect(self.settled)
        fields[0].back.connect(self.back)
        self.setFocusProxy(fields[0])

    def answers(self) -> dict[str, Any]:
        found = {code: one.answers().get(self.question.key) for code, one in self.rows.items()}
        given = {code: mark for code, mark in found.items() if mark is not None}
        return {self.question.key: given} if given else {}

    def show_answers(self, kept: dict[str, Any]) -> None:
        marks = kept.get(self.question.key, {})
        for code, one in self.rows.items():
            one.show_answers({self.question.key: marks[code]} if code in marks else {})


class _Line(LineField):
    """Backspace in the empty field goes back."""

    back = Signal()
    focused = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Backspace and not self.text():
            self.back.emit()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()


class TypedField(AnswerField):
    """A number, a date or words; Enter goes on."""

    def __init__(self, question: Question) -> None:
        super().__init__(question)
        self.line = _Line(name=question.text.in_(language()))
        self.line.textChanged.connect(self.changed)
        self.line.returnPressed.connect(self.settled)
        self.line.back.connect(self.back)
        self.line.focused.connect(self.focused)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.line)
        self.setFocusProxy(self.line)

    def answers(self) -> dict[str, Any]:
        found = read_cell(self.question, self.line.text())
        return {} if found is None else {self.question.key: found}

    def show_answers(self, kept: dict[str, Any]) -> None:
        shown = kept.get(self.question.key)
        self.line.setText("" if shown is None else str(shown))


def make(question: Question) -> AnswerField:
    """The field for a question of this kind."""
    match question.kind:
        case QuestionKind.SINGLE | QuestionKind.RATING | QuestionKind.NPS:
            return ScaleField(question)
        case QuestionKind.MULTIPLE | QuestionKind.RANKING:
            return SeveralField(question)
        case QuestionKind.MATRIX:
            return MatrixField(question)
        case _:
            return TypedField(question)


def _chips(field: QWidget, words: list[str]) -> list[Chip]:
    return [Chip(one, removable=False, active=False, parent=field) for one in words]
