"""The third step: which column is which field."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rmdesk.services.imports import Suggestion
from rmdesk.services.imports.mapping import CERTAIN
from rmdesk.ui import formats
from rmdesk.ui.messages import beside_field
from rmdesk.ui.panes.customers.imports import wording
from rmdesk.ui.panes.customers.imports.draft import Draft
from rmdesk.ui.panes.customers.imports.grid import Grid, GridRow
from rmdesk.ui.tokens import SPACE, TYPE
from rmdesk.ui.widgets import Button, Ground, Label, NoticeBar, Variant

_TITLE, _VALUES, _FIELD, _WHY = range(4)
_VALUES_SHOWN = 4


class ColumnsPage(QWidget):
    """`changed` says that another field was chosen; the wishes are about saved mappings."""

    changed = Signal()
    load_wanted = Signal()
    save_wanted = Signal()
    forget_wanted = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft: Draft | None = None
        self._suggestions: list[Suggestion] = []
        bar = Ground("surface")
        row = QHBoxLayout(bar)
        row.setContentsMargins(SPACE.pane, SPACE.small, SPACE.pane, SPACE.small)
        row.setSpacing(SPACE.medium)
        self.told = Label("", style=TYPE.secondary, ink="secondary")
        self.load = Button(self.tr("Use a saved mapping…"), variant=Variant.LINK)
        self.save = Button(self.tr("Save the mapping…"), variant=Variant.LINK)
        self.forget = Button(self.tr("Propose anew"), variant=Variant.LINK)
        self.forget.setToolTip(
            self.tr("Forget how such a file was imported before, and go by headings and values again")
        )
        row.addWidget(self.told, 1)
        for button, signal in (
            (self.forget, self.forget_wanted),
            (self.load, self.load_wanted),
            (self.save, self.save_wanted),
        ):
            button.clicked.connect(signal)
            row.addWidget(button)
        self.notice = NoticeBar("", tone="warning", edge=True)
        self.done = NoticeBar("", tone="good", edge=True)
        self.grid = Grid(self.tr("Columns and fields"))
        self.grid.offer(_FIELD, self.choices, self.field_of)
        self.grid.chosen.connect(self._on_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.notice)
        column.addWidget(self.done)
        column.addWidget(self.grid, 1)
        self.setFocusProxy(self.grid)

    def show_draft(self, draft: Draft) -> None:
        self._draft = draft
        self._suggestions = list(draft.suggestions)
        headings = [self.tr("Column of the file"), self.tr("First values"), self.tr("Field"), self.tr("Why")]
        rows = [self._row(place) for place in range(len(self._suggestions))]
        kept = self.grid.current_row
        self.grid.fill(headings, rows, widths=[200, 380, 240, 0], stretch=_WHY)
        if rows:
            self.grid.setCurrentIndex(self.grid.grid.index(max(0, kept), _FIELD))
        self._show_state()

    def tell(self, text: str) -> None:
        """Say what was done with the columns, until they change."""
        self.done.set_text(text)
        self.done.show()

    def choices(self) -> list[tuple[str | None, str]]:
        """The fields one may choose, by their words; required ones are marked."""
        if self._draft is None or self._draft.target is None:
            return []
        target = self._draft.about
        fields: list[tuple[str | None, str]] = [(None, self.tr("Leave out"))]
        for one in target.fields:
            fields.append((one.name, wording.field(target, one.name) + (" *" if one.required else "")))
        return fields

    def field_of(self, place: int) -> str | None:
        """The field of a column."""
        if self._draft is None:
            return None
        return self._draft.columns.get(self._suggestions[place].title)

    def assign(self, place: int, name: str | None) -> None:
        """A column is this field, or left out."""
        draft = self._draft
        if draft is None or draft.columns.get(self._suggestions[place].title) == name:
            return
        draft.assign(self._suggestions[place].title, name)
        for row in range(len(self._suggestions)):
            self.grid.grid.change(row, self._row(row))
        self._show_state()
        self.changed.emit()

    def _on_chosen(self, place: int, name: object) -> None:
        self.assign(place, name if isinstance(name, str) else None)

    def _row(self, place: int) -> GridRow:
        draft = self._draft
        assert draft is not None
        assert draft.opened is not None
        assert draft.target is not None
        one = self._suggestions[place]
        found = draft.opened.found
        column = found.layout.columns[place]
        samples = found.samples[place] if place < len(found.samples) else ()
        told = [str(cell).strip() for cell in samples if cell not in (None, "")]
        values = "   ".join(list(dict.fromkeys(told))[:_VALUES_SHOWN])
        name = draft.columns.get(one.title)
        if column.is_secret:
            never = self.tr("Secrets of customers are never kept")
            return GridRow(
                [one.title, "…", self.tr("Left out"), never], ink="disabled", inks={_WHY: "warning"}
            )
        words = self.tr("Left out") if name is None else wording.field(draft.about, name)
        target = draft.about
        if name is not None and target.by_name[name].required:
            words += " *"
        why, ink = self._why(one, name)
        if name is None:
            return GridRow([one.title, values, words, why], ink="disabled", key=one.title)
        return GridRow([one.title, values, words, why], inks={_VALUES: "secondary", _WHY: ink}, key=one.title)

    def _why(self, one: Suggestion, name: str | None) -> tuple[str, str]:
        draft = self._draft
        assert draft is not None
        assert draft.target is not None
        target = draft.about
        if name is not None and not target.by_name[name].many:
            others = [title for title, field in draft.columns.items() if field == name and title != one.title]
            if others:
                return self.tr("Also given to “{column}”: choose one").format(column=others[0]), "warning"
        if name != one.field:
            return self.tr("Your choice"), "secondary"
        if name is None:
            return self.tr("No field is like it"), "disabled"
        if one.by == "remembered":
            return self.tr("As the last time"), "good"
        sure = formats.percent(min(one.confidence, 1.0), decimals=0)
        if one.by == "values":
            return self.tr("By its values, {sure} sure").format(sure=sure), "caution"
        ink = "secondary" if one.confidence >= CERTAIN else "caution"
        return self.tr("By its heading, {sure} sure").format(sure=sure), ink

    def _show_state(self) -> None:
        draft = self._draft
        if draft is None:
            return
        used = sum(1 for name in draft.columns.values() if name is not None)
        told = self.tr("{used} of {all} columns are used; * is needed. Enter or a click changes a field.")
        self.told.setText(told.format(used=used, all=len(draft.columns)))
        wrong = draft.check()
        self.done.hide()
        said = beside_field(wrong) if wrong is not None else draft.caution
        self.notice.setVisible(bool(said))
        self.notice.set_text(said, tone="warning" if wrong is not None else "caution")
        is_remembered = any(one.by == "remembered" for one in self._suggestions)
        self.forget.setVisible(is_remembered)
