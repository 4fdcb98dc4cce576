"""What the stars of a relationship are weighed by, and from how many dealings on there is a star more."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from rmdesk import labels
from rmdesk.services import grades, settings, values
from rmdesk.services.errors import UserError
from rmdesk.services.grades import Move
from rmdesk.services.settings import GRADE_COUNTED, GRADE_PARTS, GRADE_STARS, GRADE_STEPS, GRADE_WEIGHTS
from rmdesk.ui import formats
from rmdesk.ui.context import Context
from rmdesk.ui.interactions.fields import refusal
from rmdesk.ui.messages import beside_field
from rmdesk.ui.settings.vault_page import VaultPage
from rmdesk.ui.tokens import SPACE, TYPE
from rmdesk.ui.widgets import FormRow, Label, LineField, Section

if TYPE_CHECKING:
    from rmdesk.ui.jobs import Job

_NARROW = 64  # px
_PREVIEW_AFTER_MS = 400
_MOVES_SHOWN = 6


class GradesPage(VaultPage):
    """Three weights that are 100 % together, and steps that rise. The next proposals are counted by them; for
    how many customers other stars would be called for is told before, and no star changes here.
    """

    previewed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        notes = {
            "frequency": self.tr("Contacts and purchases of the last twelve months."),
            "amount": self.tr("The customer's place among the tiers: five stars in the highest."),
            "influence": self.tr("Whom they referred, and whom they are related to."),
        }
        self.fields: dict[str, LineField] = {}
        self.steps: dict[str, list[LineField]] = {}
        self._parts: list[FormRow] = []
        self._lines: dict[str, FormRow] = {}
        self._asked: Job | None = None
        for name in GRADE_PARTS:
            field = self.fields[name] = LineField()
            field.set_hint("%")
            field.setMaximumWidth(160)
            field.textEdited.connect(self._on_edited)
            row = self.form.add(
                labels.what(f"{GRADE_WEIGHTS}.{name}"),
                field,
                required=True,
                note=notes[name],
                check=partial(refusal, partial(self._weight, name)),
            )
            self._parts.append(row)
            if name in GRADE_COUNTED:
                self._lines[name] = self._add_steps(name)
        # What is wrong with all three together is told at the last; of steps, at their own line.
        self.add_setting(GRADE_WEIGHTS, self._parts[-1])
        self.add_setting(GRADE_STEPS, self._lines[GRADE_COUNTED[-1]])
        for rows, last in (
            (self._parts, self._parts[-1]),
            ([*self._lines.values()], self._lines["influence"]),
        ):
            for row in rows:
                row.field.setEnabled(last.field.isEnabled())
        section = Section(self.tr("What it does"))
        self.consequence = Label("", ink="secondary", wrap=True)
        section.body.addWidget(self.consequence)
        self.body.addWidget(section)
        self._soon = QTimer(self, singleShot=True, interval=_PREVIEW_AFTER_MS)
        self._soon.timeout.connect(self.preview)

    def _add_steps(self, part: str) -> FormRow:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.small)
        self.steps[part] = []
        for stars in GRADE_STARS:
            words = self.tr("{stars} stars from").format(stars=stars)
            field = LineField(name=f"{labels.what(f'{GRADE_STEPS}.{part}')}: {words}")
            field.setMaximumWidth(_NARROW)
            field.textEdited.connect(self._on_edited)
            field.editingFinished.connect(lambda: self._lines[part].check())
            self.steps[part].append(field)
            row.addWidget(Label(words, style=TYPE.secondary, ink="secondary"))
            row.addWidget(field)
            row.addSpacing(SPACE.small)
        row.addStretch(1)
        line.setFocusProxy(self.steps[part][0])
        return self.form.add(
            labels.what(f"{GRADE_STEPS}.{part}"), line, required=True, check=lambda: self._wrong(part)
        )

    # --- checking ----------------------------------------------------------------------------------

    def _weight(self, name: str) -> int:
        return values.whole(_number(self.fields[name].text()), f"{GRADE_WEIGHTS}.{name}", 0, 100)

    def _wrong(self, part: str) -> str:
        """What is wrong with a line of steps; the field it is in is marked."""
        entered, told = self._entered_steps(part), ""
        for field, step in zip(self.steps[part], entered, strict=True):
            said = refusal(partial(settings.grade_step, part, step))
            field.set_error(said)
            told = told or said
        if told:
            return told
        for place in range(1, len(entered)):
            if entered[place] <= entered[place - 1]:
                told = refusal(partial(settings.check_grade_order, part, entered))
                self.steps[part][place].set_error(told)
                return told
        return ""

    def check(self) -> bool:
        rows = [row.check() for row in (*self._parts, *self._lines.values())]
        return all(rows) and super().check()

    def entered(self) -> dict[str, Any]:
        return {
            GRADE_WEIGHTS: {name: _number(field.text()) for name, field in self.fields.items()},
            GRADE_STEPS: {part: self._entered_steps(part) for part in GRADE_COUNTED},
        }

    def _entered_steps(self, part: str) -> list[Any]:
        return [_number(field.text()) for field in self.steps[part]]

    def show_values(self, values: Mapping[str, Any]) -> None:
        for name, weight in values[GRADE_WEIGHTS].items():
            self.fields[name].setText(str(weight))
        for part, steps in values[GRADE_STEPS].items():
            for field, step in zip(self.steps[part], steps, strict=True):
                field.setText(str(step))
                field.set_error("")
        self._show([])

    # --- what it would do --------------------------------------------------------------------------

    def _on_edited(self, _typed: str) -> None:
        self._soon.start()

    def preview(self) -> None:
        """Count for whom other stars would be called, on a reading thread: all customers are looked at."""
        self._soon.stop()
        if self._asked is not None:
            self._asked.cancel()
            self._asked = None
        entered = self.entered()
        try:
            for name, value in entered.items():
                settings.DEFINITIONS[name].check(value)
        except UserError as error:
            self.consequence.setText(beside_field(error))
            self.previewed.emit()
            return
        rules = grades.Rules(entered[GRADE_WEIGHTS], entered[GRADE_STEPS])
        self.consequence.setText(self.tr("Counting…"))
        self._asked = self.context.jobs.read(
            lambda session: grades.preview(session, date.today(), rules),
            done=self._on_previewed,
            failed=self._on_not_previewed,
        )

    def _on_previewed(self, moves: list[Move]) -> None:
        self._asked = None
        self._show(moves)
        self.previewed.emit()

    def _show(self, moves: list[Move]) -> None:
        lines = [
            self.tr("{count} customers: {to} stars instead of {former} would be proposed").format(
                count=formats.count(one.customers), to=one.to, former=one.from_
            )
            for one in moves[:_MOVES_SHOWN]
        ]
        rest = sum(one.customers for one in moves[_MOVES_SHOWN:])
        if rest:
            lines.append(self.tr("and {count} others").format(count=formats.count(rest)))
        self.consequence.setText("\n".join(lines) or self.tr("Nobody is proposed other stars by it."))

    def _on_not_previewed(self, error: Exception) -> None:
        self._asked = None
        if isinstance(error, UserError):
            self.consequence.setText(beside_field(error))
            self.previewed.emit()


def _number(typed: str) -> int | str:
    """A number as the setting takes it; what is none stays as it was typed, and is refused."""
    typed = typed.strip()
    return int(typed) if typed.isdecimal() and len(typed) < 4 else typed
