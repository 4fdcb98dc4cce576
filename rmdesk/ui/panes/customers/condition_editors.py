"""Editors of what a condition asks for: some of many choices, from and to, words, yes or no, unknown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from rmdesk.services.errors import UserError
from rmdesk.ui.messages import beside_field
from rmdesk.ui.tokens import SIZE, SPACE
from rmdesk.ui.widgets import CheckBox, Chip, FormRow, LineField, Segments

_ROWS_SHOWN = 9  # choices in view before the list scrolls
_WIDTH = 280

NOTHING = object()  # read where nothing is asked for: the condition goes


class ConditionEditor(QWidget):
    """What a condition asks for. `resized` says that it needs more or less room."""

    resized = Signal()

    def read(self) -> Any:
        """The value of the condition, NOTHING if none is entered; raises UserError and says where."""
        raise NotImplementedError


class ChoicesEditor(ConditionEditor):
    """Some of several values: a box for each."""

    def __init__(self, choices: Sequence[tuple[str, Any]], chosen: Sequence[Any] = ()) -> None:
        super().__init__()
        self.boxes: list[tuple[Any, CheckBox]] = []
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for words, value in choices:
            box = CheckBox(words, checked=value in chosen)
            self.boxes.append((value, box))
            column.addWidget(box)
        column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(inside)
        area.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        area.setFixedHeight(SIZE.control * min(_ROWS_SHOWN, max(1, len(choices))) + 2)
        area.setMinimumWidth(min(_WIDTH, max(160, inside.sizeHint().width() + SIZE.scroll_bar + 4)))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        if self.boxes:
            self.setFocusProxy(self.boxes[0][1])

    def box(self, value: Any) -> CheckBox:
        return next(box for one, box in self.boxes if one == value)

    def read(self) -> Any:
        return tuple(value for value, box in self.boxes if box.isChecked()) or NOTHING


class _OrUnknown(ConditionEditor):
    """An editor whose condition may also ask for those of whom nothing is known."""

    def __init__(self, *, is_unknown: bool) -> None:
        super().__init__()
        self.unknown = CheckBox(self.tr("Nothing entered"), checked=is_unknown)
        self.unknown.toggled.connect(self._on_unknown)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(SPACE.small)

    def always_known(self) -> None:
        """Take the box away: there is nobody of whom this is not known."""
        self.unknown.setVisible(self.unknown.isChecked())

    def finish(self) -> None:
        """Put the box below what the subclass added, and let it rule."""
        self.column.addWidget(self.unknown)
        self._on_unknown(self.unknown.isChecked())

    def _on_unknown(self, on: bool) -> None:
        for widget in self.children():
            if isinstance(widget, QWidget) and widget is not self.unknown:
                widget.setEnabled(not on)

    def read(self) -> Any:
        return None if self.unknown.isChecked() else self.read_known()

    def read_known(self) -> Any:
        """What is entered otherwise."""
        raise NotImplementedError


class RangeEditor(_OrUnknown):
    """From and to, either of which may be left open; `presets` are values of the whole condition.

    `parse` reads what is typed (UserError where it cannot), `write` is its counterpart.
    """

    def __init__(
        self,
        make: Callable[[], LineField],
        parse: Callable[[LineField], Any],
        write: Callable[[Any], str],
        present: Any = (None, None),
        *,
        presets: Sequence[tuple[str, Any]] = (),
    ) -> None:
        super().__init__(is_unknown=present is None)
        self._parse, self._write = parse, write
        self._preset: Any = None
        self.fields = (make(), make())
        self._rows = (FormRow(self.tr("From"), self.fields[0]), FormRow(self.tr("To"), self.fields[1]))
        self.presets: dict[Any, Chip] = {}
        if presets:
            self.column.addWidget(self._preset_grid(presets))
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.small)
        for one in self._rows:
            row.addWidget(one)
        self.column.addWidget(line)
        self.setMinimumWidth(_WIDTH)
        self.setFocusProxy(self.fields[0])
        self.fill(present)
        for field in self.fields:
            field.textEdited.connect(lambda _text: self._choose_preset(None))
        self.finish()

    def _preset_grid(self, presets: Sequence[tuple[str, Any]]) -> QWidget:
        whole = QWidget()
        grid = QGridLayout(whole)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(SPACE.small)
        for place, (words, value) in enumerate(presets):
            chip = Chip(words, removable=False, active=False)
            chip.clicked.connect(lambda _on=False, value=value: self.fill(value))
            self.presets[value] = chip
            grid.addWidget(chip, place // 2, place % 2)
        grid.setColumnStretch(2, 1)
        return whole

    def fill(self, value: Any) -> None:
        """Show the value of a condition: a preset, or from and to."""
        preset = value if value in self.presets else None
        for field, one in zip(self.fields, value or (None, None), strict=True):
            field.setText("" if one is None or preset is not None else self._write(one))
        self._choose_preset(preset)

    def _choose_preset(self, value: Any) -> None:
        self._preset = value
        for one, chip in self.presets.items():
            chip.set_active(one == value)

    def read_known(self) -> Any:
        if self._preset is not None:
            return self._preset
        found: list[Any] = []
        wrong: UserError | None = None
        for row, field in zip(self._rows, self.fields, strict=True):
            row.set_error("")
            try:
                found.append(self._parse(field) if field.text().strip() else None)
            except UserError as error:
                row.set_error(beside_field(error))
                wrong = error
        if wrong is not None:
            self.resized.emit()
            raise wrong
        low, high = found
        if low is not None and high is not None and low > high:
            low, high = high, low
        return NOTHING if low is None and high is None else (low, high)


class WordsEditor(_OrUnknown):
    """Part of a text."""

    def __init__(self, words: str | None = "", make: Callable[[], LineField] = LineField) -> None:
        super().__init__(is_unknown=words is None)
        self.field = make()
        self.field.setText(words or "")
        self.field.setMinimumWidth(_WIDTH - 40)
        self.column.addWidget(FormRow(self.tr("Contains"), self.field))
        self.setFocusProxy(self.field)
        self.finish()

    def read_known(self) -> Any:
        return self.field.text().strip() or NOTHING


class YesNoEditor(ConditionEditor):
    def __init__(self, yes: bool = True) -> None:
        super().__init__()
        self.switch = Segments([("yes", self.tr("Yes")), ("no", self.tr("No"))], in_form=True)
        self.switch.choose("yes" if yes else "no")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.switch)
        row.addStretch(1)
        self.setFocusProxy(self.switch.button("yes"))

    def read(self) -> Any:
        return self.switch.current == "yes"
