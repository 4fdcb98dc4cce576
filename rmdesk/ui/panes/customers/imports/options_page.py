"""The fourth step: what is to become of what is known already, and what the file does not say itself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from rmdesk.models import AumBasis
from rmdesk.services.errors import UserError
from rmdesk.services.imports import Mode, OnDuplicate
from rmdesk.ui import formats
from rmdesk.ui.date_field import DateField
from rmdesk.ui.messages import beside_field
from rmdesk.ui.panes.customers.imports import wording
from rmdesk.ui.panes.customers.imports.draft import Draft
from rmdesk.ui.tokens import SPACE, TYPE
from rmdesk.ui.widgets import FormRow, Ground, Section, Segments, paint

_WIDTH = 640
_CIRCLE = 14
_ASKED = "asked"


class Option(QAbstractButton):
    """A choice of several: a circle, its name, and a sentence on what it does."""

    def __init__(self, title: str, sentence: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(title)
        self._sentence = sentence
        self._keyboard_focus = False
        self.setCheckable(True)
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, TYPE.body.line + TYPE.secondary.line + 2 * SPACE.small)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._keyboard_focus = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        taken = self.isChecked()
        fill = "selection" if taken else "hover" if self.underMouse() else "surface"
        paint.frame(painter, rect, fill=fill, border="accent" if taken else "line_strong")
        top = SPACE.small + (TYPE.body.line - _CIRCLE) / 2
        circle = QRectF(SPACE.medium, top, _CIRCLE, _CIRCLE)
        paint.frame(
            painter,
            circle,
            fill="surface",
            border="accent" if taken else "control",
            width=4 if taken else 1,
            radius=_CIRCLE / 2,
        )
        left = SPACE.medium + _CIRCLE + SPACE.small
        line = QRectF(left, SPACE.small, rect.width() - left - SPACE.medium, TYPE.body.line)
        paint.text(painter, line, self.text(), style=TYPE.strong if taken else TYPE.body)
        line.translate(0, TYPE.body.line)
        line.setHeight(TYPE.secondary.line)
        paint.text(painter, line, self._sentence, style=TYPE.secondary, role="secondary")
        if self.hasFocus() and self._keyboard_focus:
            paint.focus_ring(painter, rect)


class OptionList(QWidget):
    """Exclusive options one below the other; the arrow keys walk them. `chosen` carries the id taken."""

    chosen = Signal(str)

    def __init__(self, options: Sequence[tuple[str, str, str]], *, parent: QWidget | None = None) -> None:
        """`options` are (id, title, sentence)."""
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self.options: dict[str, Option] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.small)
        for key, title, sentence in options:
            option = Option(title, sentence)
            option.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))
            self._group.addButton(option)
            self.options[key] = option
            column.addWidget(option)

    def choose(self, key: str) -> None:
        self.options[key].setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            keys = list(self.options)
            at = next((place for place, key in enumerate(keys) if self.options[key].hasFocus()), 0)
            at = max(0, min(len(keys) - 1, at + (1 if event.key() == Qt.Key.Key_Down else -1)))
            self.options[keys[at]].setFocus(Qt.FocusReason.TabFocusReason)
            self.options[keys[at]].click()
            return
        super().keyPressEvent(event)


class OptionsPage(QWidget):
    """`changed` says that something else was chosen."""

    changed = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft: Draft | None = None
        self._is_filling = False
        self.mode = OptionList(
            [
                (
                    Mode.ADDITION.value,
                    self.tr("An addition"),
                    self.tr("What the file lacks stays as it is."),
                ),
                (
                    Mode.COMPLETE.value,
                    self.tr("The complete list as of a day"),
                    self.tr("Holdings of the same banks that it lacks are closed; you see which before."),
                ),
            ]
        )
        self.mode.chosen.connect(self._on_mode)
        self.rules = OptionList([(one.value, *wording.rule(one)) for one in wording.RULES])
        self.rules.chosen.connect(lambda key: self._choose(rule=OnDuplicate(key)))
        self.day = DateField("holding.closed_on")
        self.day.textChanged.connect(self._on_day)
        self.day_row = FormRow(self.tr("Day"), self.day, check=self._day_error)
        self.basis = Segments(
            [
                (_ASKED, self.tr("As the file says")),
                (AumBasis.POINT.value, self.tr("Of that day")),
                (AumBasis.MONTH_AVERAGE.value, self.tr("Monthly average")),
            ],
            name=self.tr("What the figures are"),
            in_form=True,
        )
        self.basis.chosen.connect(lambda key: self._choose(basis=None if key == _ASKED else key))
        self.basis_row = FormRow(self.tr("What the figures are"), self.basis)
        self._mode_part = Section(self.tr("What this file is"))
        self._mode_part.body.addWidget(self.mode)
        self._day_part = Section(self.tr("What the file does not say itself"))
        self._day_part.body.addWidget(self.day_row)
        self._day_part.body.addWidget(self.basis_row)
        self._rule_part = Section(self.tr("What is in the archive already"))
        self._rule_part.body.addWidget(self.rules)
        inner = QWidget()
        inner.setMaximumWidth(_WIDTH + 2 * SPACE.pane)
        column = QVBoxLayout(inner)
        column.setContentsMargins(SPACE.pane, SPACE.large, SPACE.pane, SPACE.large)
        column.setSpacing(SPACE.huge)
        for part in (self._mode_part, self._day_part, self._rule_part):
            column.addWidget(part)
        column.addStretch(1)
        middle = Ground("surface")
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(inner, 1)
        row.addStretch(0)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(middle)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def show_draft(self, draft: Draft) -> None:
        self._draft = draft
        self._is_filling = True
        choices = draft.choices
        self.mode.choose(choices.mode.value)
        self.rules.choose(choices.rule.value)
        self.basis.choose(choices.basis or _ASKED)
        self.day.setText(formats.full_day(choices.as_of) if choices.as_of else "")
        self.day_row.set_error("")
        self._is_filling = False
        self._show_parts()

    def error(self) -> str:
        """Why one cannot go on, if so."""
        draft = self._draft
        if draft is None or self._day_part.isHidden():
            return ""
        words = self._day_error()
        is_complete = draft.target == "holdings" and draft.choices.mode is Mode.COMPLETE
        if not words and is_complete and draft.choices.as_of is None and self._told_day() is None:
            words = self.tr("Say of which day this list is.")
        return words

    def show_error(self) -> None:
        self.day_row.set_error(self.error())
        self.day.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> None:
        part = self.mode if not self._mode_part.isHidden() else self.rules
        for option in part.options.values():
            if option.isChecked():
                option.setFocus(Qt.FocusReason.OtherFocusReason)

    def _told_day(self) -> date | None:
        draft = self._draft
        if draft is None or draft.opened is None or not draft.opened.found.is_dated:
            return None
        return draft.opened.found.file_on

    def _show_parts(self) -> None:
        draft = self._draft
        if draft is None or draft.target is None:
            return
        target, fields = draft.target, set(draft.columns.values())
        is_complete = target == "holdings" and draft.choices.mode is Mode.COMPLETE
        has_figures = target == "balances" or (target == "customers" and {"aum", "aum_average"} & fields)
        self._mode_part.setVisible(target == "holdings")
        self._day_part.setVisible(bool(is_complete or has_figures))
        self.basis_row.setVisible(target == "balances" or "aum" in fields)
        self._rule_part.setVisible(not is_complete)
        told = self._told_day()
        if told is not None:
            note = self.tr("The file says {day}; type another day only if that is wrong.").format(
                day=formats.full_day(told)
            )
        elif is_complete:
            note = self.tr("The file names no day.")
        elif target == "customers" and draft.opened is not None:
            note = self.tr(
                "The file names no day; if none is typed, figures are of the day it was last written, {day}."
            ).format(day=formats.full_day(draft.opened.found.file_on))
        else:
            note = self.tr("For rows that have no date of their own, such as 9.30 or 2026-09-30.")
        self.day_row.set_note(note)

    def _on_mode(self, key: str) -> None:
        self._choose(mode=Mode(key))
        self._show_parts()

    def _choose(self, **choices: object) -> None:
        if self._draft is not None and not self._is_filling:
            self._draft.choose(**choices)
            self.changed.emit()

    def _day_error(self) -> str:
        try:
            day = self.day.read()
        except UserError as error:
            return beside_field(error)
        if day is not None and day > date.today():
            return self.tr("This day has not come yet.")
        return ""

    def _on_day(self) -> None:
        if not self._is_filling and not self._day_error():
            self._choose(as_of=self.day.read())
