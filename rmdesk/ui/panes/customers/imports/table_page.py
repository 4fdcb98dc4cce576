"""The second step: the table as it was found, with titles, heading, rows and totals told apart."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from rmdesk.services.imports import RowKind, TextForm
from rmdesk.ui import formats
from rmdesk.ui.pane import command
from rmdesk.ui.panes.customers.imports import wording
from rmdesk.ui.panes.customers.imports.draft import Draft
from rmdesk.ui.panes.customers.imports.grid import Grid, GridRow
from rmdesk.ui.tokens import SPACE, TYPE
from rmdesk.ui.widgets import Combo, Ground, Label

_NONE = 0  # of headings: the table has none


class TablePage(QWidget):
    """`reread` carries what is to be read otherwise: sheet, heading row (None: to be found) and form."""

    reread = Signal(str, object, object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft: Draft | None = None
        self.sheet = Combo(name=self.tr("Sheet"))
        self.heading = Combo(name=self.tr("Heading"))
        self.encoding = Combo(name=self.tr("Encoding"))
        self.delimiter = Combo(name=self.tr("Delimiter"))
        for combo in (self.sheet, self.heading, self.encoding, self.delimiter):
            combo.setMinimumWidth(130)
            combo.activated.connect(lambda _place: self._ask())
        self._labels: dict[Combo, Label] = {}
        bar = Ground("surface")
        row = QHBoxLayout(bar)
        row.setContentsMargins(SPACE.pane, SPACE.small, SPACE.pane, SPACE.small)
        row.setSpacing(SPACE.small)
        for combo, words in (
            (self.sheet, self.tr("Sheet")),
            (self.heading, self.tr("Heading")),
            (self.encoding, self.tr("Encoding")),
            (self.delimiter, self.tr("Delimiter")),
        ):
            label = Label(words, style=TYPE.secondary, ink="secondary")
            self._labels[combo] = label
            row.addWidget(label)
            row.addWidget(combo)
            row.addSpacing(SPACE.small)
        row.addStretch(1)
        self.told = Label("", style=TYPE.secondary, ink="secondary")
        row.addWidget(self.told)
        self.grid = Grid(self.tr("The file as it was found"))
        self.grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.grid.customContextMenuRequested.connect(self._on_menu)
        self.grid.opened.connect(lambda _row: self.take_heading())
        command(
            self, "take row as heading", self.tr("This row is the heading"), self.take_heading, key="Ctrl+H"
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.grid, 1)
        self.setFocusProxy(self.grid)

    def show_draft(self, draft: Draft) -> None:
        self._draft = draft
        opened = draft.opened
        if opened is None:
            return
        found = opened.found
        self._fill(self.sheet, [(one.name, one.name) for one in found.sheets], found.sheet)
        self._show(self.sheet, len(found.sheets) > 1)
        at = found.layout.heading_rows[-1] if found.layout.heading_rows else _NONE
        choices = [(self.tr("None"), _NONE)]
        for one in found.excerpt[:30]:
            if one.kind is not RowKind.BLANK:
                choices.append((self.tr("Row {number}").format(number=one.number), one.number))
        self._fill(self.heading, choices, at)
        is_text = bool(found.encoding)
        self._show(self.encoding, is_text)
        self._show(self.delimiter, is_text)
        if is_text:
            encodings = [(words, code) for code, words in wording.ENCODINGS]
            present = next(
                (code for words, code in encodings if words == wording.encoding(found.encoding)),
                found.encoding,
            )
            if present == found.encoding and present not in dict(wording.ENCODINGS):
                encodings.append((wording.encoding(present), present))
            self._fill(self.encoding, encodings, present)
            marks = [(wording.delimiter(one), one) for one in wording.DELIMITERS]
            if found.delimiter not in wording.DELIMITERS:
                marks.append((wording.delimiter(found.delimiter), found.delimiter))
            self._fill(self.delimiter, marks, found.delimiter)
        self._fill_grid(draft)

    def _show(self, combo: Combo, shown: bool) -> None:
        combo.setVisible(shown)
        self._labels[combo].setVisible(shown)

    def _fill(self, combo: Combo, entries: Sequence[tuple[str, object]], present: object) -> None:
        combo.clear()
        for words, data in entries:
            combo.add(words, data)
        combo.choose(present)

    def _fill_grid(self, draft: Draft) -> None:
        assert draft.opened is not None
        found = draft.opened.found
        width = max((len(row.texts) for row in found.excerpt), default=0)
        rows = []
        last = 0
        for row in found.excerpt:
            if row.number > last + 1 and last:
                between = self.tr("… {count} more rows …").format(count=formats.count(row.number - last - 1))
                rows.append(GridRow(["", "", between], ink="secondary", ground="sunken"))
            last = row.number
            if row.kind is RowKind.BLANK:
                continue
            is_body, is_heading = row.kind is RowKind.BODY, row.kind is RowKind.HEADING
            rows.append(
                GridRow(
                    [formats.count(row.number), wording.row_kind(row.kind), *row.texts],
                    ink="text" if is_body or is_heading else "secondary",
                    ground="selection_idle" if is_heading else "" if is_body else "sunken",
                    inks={0: "secondary", 1: "accent" if is_heading else "secondary"},
                    bold=is_heading,
                    key=row.number,
                )
            )
        headings = [self.tr("Row"), self.tr("Is")] + [_letters(place) for place in range(width)]
        self.grid.fill(headings, rows, widths=[64, 84], numbers=(0,))
        if found.layout.heading_rows:
            numbers = ", ".join(str(one) for one in found.layout.heading_rows)
            self.told.setText(self.tr("Heading found in row {rows}").format(rows=numbers))
        else:
            self.told.setText(self.tr("No heading found: columns go by their letters"))

    def take_heading(self) -> None:
        """The current row is the heading."""
        place = self.grid.current_row
        if place < 0 or self._draft is None:
            return
        number = self.grid.grid.rows[place].key
        if isinstance(number, int):
            self.heading.choose(number)
            self._emit(number)

    def _ask(self) -> None:
        if self._draft is None or self._draft.opened is None:
            return
        found = self._draft.opened.found
        at = found.layout.heading_rows[-1] if found.layout.heading_rows else _NONE
        chosen = self.heading.currentData()
        self._emit(self._draft.heading if chosen == at else chosen)

    def _emit(self, heading: int | None) -> None:
        draft = self._draft
        if draft is None or draft.opened is None:
            return
        found = draft.opened.found
        form = TextForm()
        if found.encoding:
            encoding, delimiter = self.encoding.currentData(), self.delimiter.currentData()
            known = wording.encoding(encoding) == wording.encoding(found.encoding)
            form = TextForm(
                draft.form.encoding if known else encoding,
                draft.form.delimiter if delimiter == found.delimiter else delimiter,
            )
        sheet = self.sheet.currentData() or found.sheet
        if sheet != found.sheet:
            heading = None  # another sheet has its own
        self.reread.emit(sheet, heading, form)

    def _on_menu(self, at: QPoint) -> None:
        place = self.grid.indexAt(at).row()
        if place < 0:
            return
        self.grid.go_to(place)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self.actions())
        menu.popup(self.grid.viewport().mapToGlobal(at))


def _letters(index: int) -> str:
    name = ""
    number = index + 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(65 + rest) + name
    return name
