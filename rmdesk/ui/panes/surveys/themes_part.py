"""Open answers put under themes: by suggested words, by hand, and marked to be quoted in the report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListWidget, QListWidgetItem, QMenu, QVBoxLayout

from rmdesk.models import SurveyState
from rmdesk.services.errors import UserError
from rmdesk.services.surveys import SurveyRecord, themes
from rmdesk.services.surveys.questionnaire import QuestionKind
from rmdesk.services.surveys.themes import OpenAnswer, Theme
from rmdesk.ui import formats
from rmdesk.ui.panes.surveys.part import Part
from rmdesk.ui.tokens import SIZE, SPACE, TYPE
from rmdesk.ui.widgets import Button, Chip, Combo, EmptyState, Flow, Ground, Hairline, Label, LineField
from rmdesk.words import language

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context

_SUGGESTED = 10  # words offered at once
_ALL, _NONE = "", "-"  # which answers are listed, beside those of a theme


@dataclass(frozen=True, slots=True)
class _Said:
    answers: list[OpenAnswer]
    themes: list[Theme]
    suggested: list[tuple[str, int]]


class ThemesPart(Part):
    """A click marks answers, Ctrl+A all of them; a suggested word makes a theme of those it stands in."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.said = _Said([], [], [])
        self._shown = _ALL  # the uid of the theme whose answers are listed
        self.question = Combo(name=self.tr("Open question"))
        self.question.currentIndexChanged.connect(lambda _place: self._read())
        self.new = LineField(placeholder=self.tr("New theme"))
        self.new.setFixedWidth(150)
        self.new.returnPressed.connect(self.add)
        head = Ground("surface")
        head.setFixedHeight(SIZE.filter_row)
        row = QHBoxLayout(head)
        row.setContentsMargins(SPACE.pane, 0, SPACE.pane, 0)
        row.setSpacing(SPACE.medium)
        row.addWidget(self.question, 1)
        row.addWidget(self.new)
        self.chips, self.words = Flow(line=SIZE.chip + SPACE.tiny), Flow(line=SIZE.chip + SPACE.tiny)
        self._chips: list[Chip] = []
        self._words: list[Chip] = []
        self.suggest_label = Label(
            self.tr("Words in several answers:"), style=TYPE.secondary, ink="secondary"
        )
        sorting = Ground("surface")
        column = QVBoxLayout(sorting)
        column.setContentsMargins(SPACE.pane, 0, SPACE.pane, SPACE.small)
        column.setSpacing(SPACE.tiny)
        for widget in (self.chips, self.suggest_label, self.words):
            column.addWidget(widget)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Open answers"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setWordWrap(True)
        self.list.setSpacing(3)
        self.list.setViewportMargins(SPACE.medium, SPACE.tiny, SPACE.medium, SPACE.tiny)
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.empty = EmptyState("", icon="message-circle")
        self.under_button = Button(self.tr("Put under…"), icon="plus")
        self.out_button = Button(self.tr("Take out…"))
        self.quote_button = Button(self.tr("Quote in the report"))
        self.unquote_button = Button(self.tr("Do not quote"))
        self.under_button.clicked.connect(lambda: self._menu(self.under_button, self.put_under))
        self.out_button.clicked.connect(lambda: self._menu(self.out_button, self.take_out))
        self.quote_button.clicked.connect(lambda: self.quote(True))
        self.unquote_button.clicked.connect(lambda: self.quote(False))
        self.count = Label("", style=TYPE.secondary, ink="secondary")
        self.foot = Ground("surface")
        marks = QHBoxLayout(self.foot)
        marks.setContentsMargins(SPACE.pane, SPACE.small, SPACE.pane, SPACE.small)
        marks.setSpacing(SPACE.small)
        marks.addWidget(self.count, 1)
        for button in (self.under_button, self.out_button, self.quote_button, self.unquote_button):
            marks.addWidget(button)
        self.inside = Ground("surface")
        inner = QVBoxLayout(self.inside)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(head)
        inner.addWidget(sorting)
        inner.addWidget(Hairline())
        inner.addWidget(self.list, 1)
        inner.addWidget(self.foot)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.inside)
        whole.addWidget(self.empty)

    # --- showing ---------------------------------------------------------------------------------

    def show_survey(self, survey: SurveyRecord | None) -> None:
        former, self.survey = self.survey, survey
        if survey is None:
            return
        if former is None or former.uid != survey.uid or former.form != survey.form:
            self._shown = _ALL
            self.question.blockSignals(True)
            self.question.clear()
            for one in survey.form.questions:
                if one.kind is QuestionKind.TEXT:
                    number = survey.form.number(one.key)
                    self.question.add(f"{number}. {one.text.in_(language())}", one.key)
            self.question.blockSignals(False)
        asks = self.question.count() > 0 and survey.state != SurveyState.DRAFT.value
        self.inside.setVisible(asks)
        self.empty.setVisible(not asks)
        self.empty.set_text(self.tr("There are no open answers to sort."), icon="message-circle")
        if asks:
            self._read()

    def _read(self) -> None:
        survey, key = self.survey, self.question.currentData()
        if survey is None or key is None:
            return

        def read(session: Session) -> _Said:
            answers = themes.list_answers(session, survey.uid, key)
            found = themes.list_themes(session, survey.uid, key)
            names = {one.name for one in found}
            suggested = themes.suggest(one.text for one in answers)
            return _Said(answers, found, [one for one in suggested if one[0] not in names][:_SUGGESTED])

        self.context.jobs.read(read, done=self._show, failed=self._on_unread)

    def _on_unread(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error

    def _show(self, said: _Said) -> None:
        self.said = said
        if self._shown not in (_ALL, _NONE, *(one.uid for one in said.themes)):
            self._shown = _ALL
        self._show_chips(said)
        self._list()
        changeable = self.survey is not None and self.survey.state != SurveyState.REPORTED.value
        for widget in (self.new, self.words, self.suggest_label, self.under_button, self.out_button):
            widget.setVisible(changeable)
        for button in (self.quote_button, self.unquote_button):
            button.setVisible(changeable)
        self.under_button.setEnabled(bool(said.themes))
        self.out_button.setEnabled(bool(said.themes))
        self.suggest_label.setVisible(changeable and bool(said.suggested))

    def _show_chips(self, said: _Said) -> None:
        for chip in self._chips:
            self.chips.remove(chip)
        for chip in self._words:
            self.words.remove(chip)
        without = sum(1 for one in said.answers if not one.themes)
        shown = [
            (_ALL, self.tr("All {count}").format(count=formats.count(len(said.answers))), None),
            (_NONE, self.tr("Under no theme {count}").format(count=formats.count(without)), None),
            *((one.uid, f"{one.name} {formats.count(one.count)}", one) for one in said.themes),
        ]
        self._chips = []
        for place, (uid, words, theme) in enumerate(shown):
            chip = Chip(words, removable=theme is not None, active=uid == self._shown)
            chip.clicked.connect(partial(self.show_theme, uid))
            if theme is not None:
                chip.removed.connect(partial(self.remove, theme))
            self._chips.append(chip)
            self.chips.insert(place, chip)
        self._words = []
        for place, (word, count) in enumerate(said.suggested):
            chip = Chip(f"{word} {formats.count(count)}", removable=False, active=False, icon="plus")
            chip.clicked.connect(partial(self.add, word))
            self._words.append(chip)
            self.words.insert(place, chip)

    def _list(self) -> None:
        names = {one.uid: one.name for one in self.said.themes}
        self.listed = [one for one in self.said.answers if self._is_shown(one)]
        self.list.clear()
        for one in self.listed:
            under = "、".join(names[uid] for uid in one.themes if uid in names)
            told = [one.text, f"[{under}]" if under else "", self.tr("(quoted)") if one.is_quoted else ""]
            self.list.addItem(QListWidgetItem("  ".join(part for part in told if part)))
        self.count.setText(self.tr("{count} answers").format(count=formats.count(len(self.listed))))

    def _is_shown(self, one: OpenAnswer) -> bool:
        if self._shown == _NONE:
            return not one.themes
        return self._shown == _ALL or self._shown in one.themes

    def show_theme(self, uid: str, _checked: bool = False) -> None:
        """List the answers of this theme only; "" lists all."""
        self._shown = uid
        self._show(self.said)

    # --- sorting ---------------------------------------------------------------------------------

    def chosen(self) -> list[OpenAnswer]:
        """The answers that are marked."""
        return [self.listed[index.row()] for index in self.list.selectedIndexes()]

    def add(self, word: str | bool = "", _checked: bool = False) -> None:
        """A theme of this word, or of what is typed, with the marked answers, else those that hold it."""
        survey = self.survey
        name = (word if isinstance(word, str) and word else self.new.text()).strip()
        if survey is None or not name:
            return
        marked = self.chosen() if not (isinstance(word, str) and word) else []
        answers: Sequence[OpenAnswer] = marked or themes.holding(self.said.answers, name)

        def use_case(session: Session) -> None:
            theme = themes.add_theme(session, survey.uid, name)
            themes.put_under(session, theme.uid, answers)

        self.write(self.tr("Sorting answers"), use_case, done=self._on_added)

    def _on_added(self, _nothing: object) -> None:
        self.new.clear()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)  # the word that was pressed is gone

    def remove(self, theme: Theme) -> None:
        """Take a theme away; its answers stay."""
        self.write(
            self.tr("Taking a theme away"),
            lambda session: themes.remove_theme(session, theme.uid, version=theme.version),
        )

    def put_under(self, theme: Theme) -> None:
        answers = self.chosen()
        if answers:
            self.write(
                self.tr("Sorting answers"), lambda session: themes.put_under(session, theme.uid, answers)
            )

    def take_out(self, theme: Theme) -> None:
        answers = self.chosen()
        if answers:
            self.write(
                self.tr("Sorting answers"), lambda session: themes.take_out(session, theme.uid, answers)
            )

    def quote(self, on: bool) -> None:
        """Mark the chosen answers to be quoted, or no longer."""
        survey, answers = self.survey, self.chosen()
        if survey is not None and answers:
            self.write(
                self.tr("Marking answers"),
                lambda session: themes.quote(session, survey.uid, answers, on=on),
            )

    def _menu(self, button: Button, run: Callable[[Theme], None]) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for theme in self.said.themes:
            menu.addAction(theme.name, partial(run, theme))
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))
