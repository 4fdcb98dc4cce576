"""One record that a line proposes: a tick, and its fields, those that are guesses marked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from rmdesk import capture_labels
from rmdesk.services import typed_days, values
from rmdesk.services.capture import Draft, Kind
from rmdesk.services.working_days import WorkCalendar
from rmdesk.ui import formats
from rmdesk.ui.date_field import DateField
from rmdesk.ui.interactions.fields import money_line, pick, read_money, refusal
from rmdesk.ui.tokens import SPACE
from rmdesk.ui.widgets import CheckBox, Combo, FormRow, LineField

_COLUMNS, _COLUMN = 3, 176  # side by side; px of one
# What each kind of record always shows; other fields where the line gave them a value.
_ALWAYS: dict[Kind, tuple[str, ...]] = {
    Kind.INTERACTION: ("date", "channel", "result"),
    Kind.HOLDING: ("institution", "product_kind", "amount", "date"),
    Kind.IMPORTANT_DATE: ("purpose", "date"),
    Kind.COMMITMENT: ("date", "purpose"),
    Kind.TOUCHPOINT: ("date", "time", "channel"),
}
_ORDER = (
    "institution",
    "product_kind",
    "amount",
    "date",
    "time",
    "channel",
    "result",
    "purpose",
    "whose",
    "cost",
    "cost_for",
    "cost_reason",
)
_REQUIRED = frozenset({"date", "amount"})


class CaptureBlock(QWidget):
    """`read` gives the draft as it stands in the fields. `toggled` tells that it was ticked or not."""

    toggled = Signal(bool)

    def __init__(self, draft: Draft, work: WorkCalendar, *, today: date) -> None:
        super().__init__()
        self._draft, self._work, self._today = draft, work, today
        self.tick = CheckBox(capture_labels.kind(draft.kind), checked=True)
        self.rows: dict[str, FormRow] = {}
        self._reads: dict[str, Callable[[], Any]] = {}
        grid = QGridLayout()
        grid.setContentsMargins(SPACE.large, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE.medium)
        grid.setVerticalSpacing(SPACE.small)
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
            grid.setColumnMinimumWidth(column, _COLUMN)
        for place, name in enumerate(self._shown()):
            row = self._row(name)
            self.rows[name] = row
            at = Qt.AlignmentFlag.AlignTop
            grid.addWidget(row, place // _COLUMNS, place % _COLUMNS, 1, 1, at)
        if draft.kind is not Kind.HOLDING:
            self.rows["text"] = self._row("text")
            grid.addWidget(self.rows["text"], grid.rowCount(), 0, 1, _COLUMNS, Qt.AlignmentFlag.AlignTop)
        self._fields = QWidget()
        self._fields.setLayout(grid)
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(0, 0, 0, 0)
        column_.setSpacing(SPACE.small)
        column_.addWidget(self.tick)
        column_.addWidget(self._fields)
        self.tick.toggled.connect(self._on_toggled)

    @property
    def is_wanted(self) -> bool:
        return self.tick.isChecked()

    def first_wrong(self) -> QWidget | None:
        """The first field that cannot be read, with what is wrong beside it."""
        wrong = [row.field for row in self.rows.values() if not row.check()]
        return wrong[0] if wrong else None

    def read(self) -> Draft:
        """Raises UserError as the fields' checks do."""
        changed = {name: read() for name, read in self._reads.items()}
        said = changed.pop("said", None)
        draft = replace(self._draft, **changed)
        if said is not None:
            draft = replace(draft, date=said.on, lunar=said.lunar)
        return draft

    def ask_for_reason(self, sentence: str) -> None:
        """The branch wants to know why it cost so much."""
        if "cost_reason" not in self.rows:
            row = self._row("cost_reason")
            self.rows["cost_reason"] = row
            layout = self._fields.layout()
            if isinstance(layout, QGridLayout):
                layout.addWidget(row, layout.rowCount(), 0, 1, _COLUMNS)
        self.rows["cost_reason"].set_error(sentence)
        self.rows["cost_reason"].field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _shown(self) -> list[str]:
        draft = self._draft
        given = {
            "time": draft.minute,
            "amount": draft.amount_fen,
            "cost": draft.cost_fen,
            "cost_for": draft.cost_fen,
            "product_kind": draft.product_kind if draft.kind is Kind.INTERACTION else None,
            "whose": draft.whose,
        }
        wanted = {*_ALWAYS[draft.kind], *(name for name, value in given.items() if value is not None)}
        if draft.kind is Kind.TOUCHPOINT:
            wanted.discard("amount")
        return [name for name in _ORDER if name in wanted]

    def _row(self, name: str) -> FormRow:
        field, attribute, read = self._editor(name)
        if attribute:
            self._reads[attribute] = read
        row = FormRow(
            capture_labels.field(name, self._draft.kind),
            field,
            required=name in _REQUIRED and self._draft.kind is not Kind.INTERACTION,
            check=lambda: refusal(read),
        )
        if isinstance(field, Combo):  # its longest words would take the room of the others
            field.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        if name in self._draft.unsure:
            row.set_caution(self.tr("A guess: please check"))
        return row

    def _editor(self, name: str) -> tuple[QWidget, str, Callable[[], Any]]:
        """The field, the attribute of the draft it edits, and what reads it."""
        draft = self._draft
        match name:
            case "date":
                return self._date_editor()
            case "time":
                clock = LineField(capture_labels.time(draft.minute), placeholder="9:30")
                return clock, "minute", lambda: self._minute(clock)
            case "channel":
                empty = None if draft.kind is Kind.INTERACTION else self.tr("not said")
                channel = pick("interaction", "channel", draft.channel, empty=empty)
                return channel, "channel", channel.currentData
            case "product_kind":
                empty = None if draft.kind is Kind.HOLDING else self.tr("none")
                product = pick("holding", "kind", draft.product_kind, empty=empty)
                return product, "product_kind", product.currentData
            case "result":
                result = _choice(capture_labels.results(), draft.result, self.tr("not said"))
                return result, "result", result.currentData
            case "purpose":
                purpose = _choice(capture_labels.purposes(draft.kind), draft.purpose, None)
                return purpose, "purpose", purpose.currentData
            case "amount":
                amount = money_line(draft.amount_fen)
                return amount, "amount_fen", lambda: read_money(amount, "holding.amount_fen")
            case "cost":
                cost = money_line(draft.cost_fen)
                return cost, "cost_fen", lambda: read_money(cost, "interaction.cost_fen")
            case "institution":
                shown = capture_labels.bank(draft.institution) if draft.institution else ""
                bank = LineField(shown, placeholder=self.tr("ours"))
                return bank, "institution", lambda: self._bank(bank.text().strip(), shown)
        line = LineField(getattr(draft, name) or "")
        return line, name, lambda: line.text().strip() or (None if name != "text" else "")

    def _date_editor(self) -> tuple[QWidget, str, Callable[[], Any]]:
        draft = self._draft
        what = "capture.line"
        if draft.kind is Kind.IMPORTANT_DATE:
            line = LineField(capture_labels.day(draft))
            return line, "said", lambda: self._said(line, what)
        toward: typed_days.Toward = "past" if draft.kind is Kind.INTERACTION else "future"
        field = DateField(what, toward=toward, working=self._work)
        field.setText("" if draft.date is None else formats.full_day(draft.date))
        return field, "date", field.read

    def _said(self, line: LineField, what: str) -> typed_days.Said:
        return typed_days.read_said(line.text(), what, toward="future", today=self._today, working=self._work)

    def _bank(self, typed: str, shown: str) -> str | None:
        return self._draft.institution if typed == shown else typed or None

    @staticmethod
    def _minute(field: LineField) -> int | None:
        typed = field.text().strip()
        return None if not typed else values.minute_of_day(typed, "appointment.at_minute")

    def _on_toggled(self, ticked: bool) -> None:
        self._fields.setEnabled(ticked)
        self.toggled.emit(ticked)


def _choice(words: dict[str, str], chosen: str | None, empty: str | None) -> Combo:
    combo = Combo()
    if empty is not None:
        combo.add(empty, None)
    for code, word in words.items():
        combo.add(word, code)
    if chosen is not None:
        combo.choose(chosen)
    return combo
