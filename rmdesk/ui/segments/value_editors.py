"""Editors of the values beside operators, one for each shape. What is typed is given as it stands: whether
it can be asked for is the services' to say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from rmdesk import choices, segment_labels
from rmdesk.services.archive import Kind
from rmdesk.services.errors import UserError
from rmdesk.services.segments import Field, Named, Shape
from rmdesk.ui.date_field import DateField
from rmdesk.ui.panes.customers import traits
from rmdesk.ui.panes.customers.value_editor import EmployerField
from rmdesk.ui.tokens import SIZE, SPACE, TYPE
from rmdesk.ui.widgets import Chip, Combo, Flow, Label, LineField, Segments
from rmdesk.words import translate

if TYPE_CHECKING:
    from rmdesk.ui.context import Context

_LINES_SHOWN = 3  # of chips before they scroll
_NARROW = 110  # px of a field for an amount
_DAYS_WIDTH = 96
_DAY_WIDTH = 190
_BANK_WIDTH = 100

Read = Callable[[], Any]
Entries = Sequence[tuple[str, Any]]  # words, value


class ValueEditor(QWidget):
    """`read` gives the value as JSON has it, None where nothing is entered; `edited` follows each change."""

    edited = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(SPACE.small)
        self._read: Read = lambda: None

    def read(self) -> Any:
        return self._read()

    # --- what it is made of ------------------------------------------------------------------------

    def add_part(self, row: QHBoxLayout) -> tuple[QWidget, QHBoxLayout]:
        """A part of a line that is shown where it is asked for, and its own line."""
        part = QWidget()
        line = QHBoxLayout(part)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE.small)
        row.addWidget(part)
        return part, line

    def add_line(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE.small)
        self.column.addLayout(row)
        return row

    def chips(self, entries: Entries, chosen: Iterable[Any], *, name: str = "") -> Read:
        """Some of several values; read as a list, None if it is empty."""
        flow = Flow(line=SIZE.chip + SPACE.tiny)
        taken = list(chosen)
        made: list[tuple[Any, Chip]] = []
        for place, (words, value) in enumerate(entries):
            is_on = value in taken
            chip = Chip(words, removable=False, active=is_on)
            chip.setCheckable(True)
            chip.setChecked(is_on)
            chip.setAccessibleName(f"{name} {words}".strip())
            chip.toggled.connect(chip.set_active)
            chip.toggled.connect(lambda _on: self.edited.emit())
            flow.insert(place, chip)
            made.append((value, chip))
        area = _FlowArea(flow)
        self.column.addWidget(area)
        if made and self.focusProxy() is None:
            self.setFocusProxy(made[0][1])
        return lambda: [value for value, chip in made if chip.isChecked()] or None

    def combo(self, row: QHBoxLayout, entries: Entries, present: Any, *, name: str = "") -> Read:
        """One of several values."""
        box = Combo(name=name)
        for words, value in entries:
            box.add(words, value)
        box.choose(present)
        box.currentIndexChanged.connect(lambda _place: self.edited.emit())
        row.addWidget(box)
        self._begin_at(box)
        return box.currentData

    def line(
        self, row: QHBoxLayout, text: str, *, width: int = 0, hint: str = "", field: LineField | None = None
    ) -> Read:
        """A text, stripped; None if it is empty."""
        made = LineField() if field is None else field
        made.setText(text)
        made.set_hint(hint) if hint else None
        if width:
            made.setFixedWidth(width)
        made.textEdited.connect(lambda _text: self.edited.emit())
        row.addWidget(made)
        self._begin_at(made)
        return lambda: made.text().strip() or None

    def number(self, row: QHBoxLayout, present: Any, *, hint: str = "", width: int = _DAYS_WIDTH) -> Read:
        """A whole number, as one if it can be read so."""
        text = self.line(row, "" if present is None else str(present), width=width, hint=hint)

        def read() -> Any:
            typed = text()
            return int(typed) if typed is not None and typed.isdecimal() and len(typed) < 10 else typed

        return read

    def day(self, row: QHBoxLayout, present: Any) -> Read:
        """A date, as its ISO text if it can be read."""
        field = DateField("value.date")
        text = self.line(row, present if isinstance(present, str) else "", width=_DAY_WIDTH, field=field)

        def read() -> Any:
            try:
                found = field.read()
            except UserError:
                return text()
            return found.isoformat() if isinstance(found, date) else None

        return read

    def word(self, row: QHBoxLayout, words: str) -> None:
        row.addWidget(Label(words, style=TYPE.secondary, ink="secondary"))

    def span(self, row: QHBoxLayout, make: Callable[[QHBoxLayout, Any], Read], present: Any) -> Read:
        """From and to; None if both are empty."""
        low, high = present if isinstance(present, list) and len(present) == 2 else (None, None)
        self.word(row, translate("value editors", "from"))
        first = make(row, low)
        self.word(row, translate("value editors", "to"))
        last = make(row, high)

        def read() -> Any:
            found = [first(), last()]
            return None if found == [None, None] else found

        return read

    def amount(self, row: QHBoxLayout, present: Any) -> Read:
        text = "" if present is None else str(present).removesuffix(".00")
        return self.line(row, text, width=_NARROW, hint=translate("value editors", "CNY"))

    def _begin_at(self, widget: QWidget) -> None:
        if self.focusProxy() is None:
            self.setFocusProxy(widget)


class _FlowArea(QScrollArea):
    """Chips in as many lines as they need, up to a few."""

    def __init__(self, flow: Flow) -> None:
        super().__init__()
        self._flow = flow
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(flow)
        self.setProperty("ground", "sunken")
        flow.setAutoFillBackground(False)

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        needed = self._flow.heightForWidth(self.viewport().width())
        self.setFixedHeight(min(needed, _LINES_SHOWN * (SIZE.chip + SPACE.tiny)))


def make(context: Context, field: Field, shape: Shape, value: Any, named: Sequence[Named]) -> ValueEditor:
    """The editor of a field's value of this shape. `named`: the tags, tiers or people there are."""
    editor = ValueEditor()
    editor._read = _MAKERS[shape](editor, context, field, value, named)
    return editor


def _codes(editor: ValueEditor, context: Context, field: Field, value: Any, _named: Any) -> Read:
    return editor.chips(_entries(context, field), value if isinstance(value, list) else ())


def _entries(context: Context, field: Field) -> Entries:
    kind = field.trait.kind if field.trait is not None else None
    if kind is Kind.IMPORT:
        return traits.imports_seen(context)
    if kind is Kind.MONTH:
        return [(traits.month(number), number) for number in range(1, 13)]
    return [(words, code) for code, words in segment_labels.value_hint(field, Shape.CODES)]


def _code(editor: ValueEditor, context: Context, field: Field, value: Any, _named: Any) -> Read:
    row = editor.add_line()
    found = editor.combo(row, _entries(context, field), value)
    row.addStretch(1)
    return found


def _names(editor: ValueEditor, _context: Context, _field: Field, value: Any, named: Sequence[Named]) -> Read:
    chosen = [_uid(one) for one in value] if isinstance(value, list) else []
    by_uid = {one.uid: one.name for one in named}
    by_uid |= {uid: name for uid, name in map(_gone, value if isinstance(value, list) else []) if uid}
    uids = editor.chips([(name, uid) for uid, name in by_uid.items()], chosen)

    def read() -> Any:
        found = uids()
        return None if found is None else [{"uid": uid, "name": by_uid[uid]} for uid in found]

    return read


def _uid(one: Any) -> str:
    return str(one.get("uid", "")) if isinstance(one, dict) else str(one)


def _gone(one: Any) -> tuple[str, str]:
    """A name as it was kept: one that is deleted stands among the others until it is taken away."""
    return (str(one.get("uid", "")), str(one.get("name", "?"))) if isinstance(one, dict) else ("", "")


def _name(editor: ValueEditor, _context: Context, _field: Field, value: Any, named: Sequence[Named]) -> Read:
    row = editor.add_line()
    names = {one.uid: one.name for one in named}
    if value is not None:
        names.setdefault(*_gone(value))
    uid = editor.combo(row, [(name, uid) for uid, name in names.items()], _uid(value))
    row.addStretch(1)

    def read() -> Any:
        found = uid()
        return None if found is None else {"uid": found, "name": names[found]}

    return read


def _of_line(make_part: Callable[[ValueEditor, QHBoxLayout, Any], Read]) -> Callable[..., Read]:
    """An editor of one line."""

    def made(editor: ValueEditor, _context: Context, _field: Field, value: Any, _named: Any) -> Read:
        row = editor.add_line()
        read = make_part(editor, row, value)
        row.addStretch(1)
        return read

    return made


def _text(editor: ValueEditor, context: Context, field: Field, value: Any, _named: Any) -> Read:
    row = editor.add_line()
    line = EmployerField(context) if field.name == "employer" else LineField()
    read = editor.line(row, "" if value is None else str(value), width=320, field=line)
    row.addStretch(1)
    return read


def _yes_no(editor: ValueEditor, row: QHBoxLayout, value: Any) -> Read:
    entries = [("yes", translate("value editors", "yes")), ("no", translate("value editors", "no"))]
    switch = Segments(entries, in_form=True)
    switch.choose("yes" if value else "no")
    switch.chosen.connect(lambda _key: editor.edited.emit())
    row.addWidget(switch)
    editor.setFocusProxy(switch.button("yes"))
    return lambda: switch.current == "yes"


def _days(editor: ValueEditor, row: QHBoxLayout, value: Any) -> Read:
    return editor.number(row, value, hint=translate("value editors", "days"))


_ANY, _OWN, _OTHER, _NAMED = "any", "own", "other", "named"
_NEVER_ASKED, _WITHIN, _BETWEEN = "no", "within", "between"


def _holding(editor: ValueEditor, _context: Context, _field: Field, value: Any, _named: Any) -> Read:
    given = value if isinstance(value, dict) else {}
    kinds = editor.chips(_words("holding", "kind"), given.get("kinds", ()))
    row = editor.add_line()
    bank = given.get("bank")
    place = _ANY if bank is None else bank if bank in (_OWN, _OTHER) else _NAMED
    where = editor.combo(
        row,
        [
            (translate("value editors", "at any bank"), _ANY),
            (translate("value editors", "here"), _OWN),
            (translate("value editors", "at any other bank"), _OTHER),
            (translate("value editors", "at the bank named"), _NAMED),
        ],
        place,
    )
    named, line = editor.add_part(row)
    name = editor.line(line, str(bank) if place == _NAMED else "", width=_BANK_WIDTH)
    editor.word(row, translate("value editors", "amount together"))
    amounts = editor.span(row, editor.amount, given.get("amount"))
    row.addStretch(1)
    row = editor.add_line()
    matures = _WITHIN if "matures_within" in given else _BETWEEN if "matures" in given else _NEVER_ASKED
    when = editor.combo(
        row,
        [
            (translate("value editors", "whatever the maturity"), _NEVER_ASKED),
            (translate("value editors", "matures within days"), _WITHIN),
            (translate("value editors", "matures between"), _BETWEEN),
        ],
        matures,
    )
    ahead, line = editor.add_part(row)
    days = editor.number(line, given.get("matures_within", 30), hint=translate("value editors", "days"))
    dated, line = editor.add_part(row)
    between = editor.span(line, editor.day, given.get("matures"))
    row.addStretch(1)

    def show() -> None:
        named.setVisible(where() == _NAMED)
        ahead.setVisible(when() == _WITHIN)
        dated.setVisible(when() == _BETWEEN)

    show()
    editor.edited.connect(show)

    def read() -> Any:
        banks = {_ANY: None, _OWN: _OWN, _OTHER: _OTHER, _NAMED: name() or ""}
        found = {"kinds": kinds(), "bank": banks[where()], "amount": amounts()}
        if when() == _WITHIN:
            found["matures_within"] = days() or ""
        elif when() == _BETWEEN:
            found["matures"] = between() or ""
        return {key: one for key, one in found.items() if one is not None}

    return read


def _days_ahead(editor: ValueEditor, _context: Context, _field: Field, value: Any, _named: Any) -> Read:
    given = value if isinstance(value, dict) else {}
    row = editor.add_line()
    days = editor.number(row, given.get("days"), hint=translate("value editors", "days"))
    row.addStretch(1)
    kinds = editor.chips(_words("important_date", "kind"), given.get("kinds", ()))

    def read() -> Any:
        found = {"days": days(), "kinds": kinds()}
        return {key: one for key, one in found.items() if one is not None}

    return read


def _contacts(editor: ValueEditor, _context: Context, _field: Field, value: Any, _named: Any) -> Read:
    given = value if isinstance(value, dict) else {}
    row = editor.add_line()
    count = editor.number(row, given.get("count"), hint=translate("value editors", "contacts"))
    editor.word(row, translate("value editors", "in the last"))
    days = editor.number(row, given.get("days"), hint=translate("value editors", "days"))
    row.addStretch(1)
    channels = editor.chips(_words("interaction", "channel"), given.get("channels", ()))
    levels = editor.chips(_words("interaction", "level"), given.get("levels", ()))

    def read() -> Any:
        found = {"count": count(), "days": days(), "channels": channels(), "levels": levels()}
        return {key: one for key, one in found.items() if one is not None}

    return read


def _words(table: str, column: str) -> Entries:
    return [(words, str(code)) for code, words in choices.of_field(table, column).items()]


_MAKERS: dict[Shape, Callable[[ValueEditor, Any, Field, Any, Sequence[Named]], Read]] = {
    Shape.CODES: _codes,
    Shape.CODE: _code,
    Shape.NAMES: _names,
    Shape.NAME: _name,
    Shape.AMOUNT: _of_line(ValueEditor.amount),
    Shape.AMOUNTS: _of_line(lambda editor, row, value: editor.span(row, editor.amount, value)),
    Shape.NUMBER: _of_line(ValueEditor.number),
    Shape.NUMBERS: _of_line(lambda editor, row, value: editor.span(row, editor.number, value)),
    Shape.DATES: _of_line(lambda editor, row, value: editor.span(row, editor.day, value)),
    Shape.DAYS: _of_line(_days),
    Shape.TEXT: _text,
    Shape.YES_NO: _of_line(_yes_no),
    Shape.NOTHING: lambda *_given: lambda: None,
    Shape.HOLDING: _holding,
    Shape.DAYS_AHEAD: _days_ahead,
    Shape.CONTACTS: _contacts,
}
