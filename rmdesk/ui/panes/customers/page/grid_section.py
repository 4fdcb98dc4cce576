"""A section of labels and values, each edited where it stands."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rmdesk.services.customers import BY_NAME, Type
from rmdesk.services.customers.record import CustomerRecord
from rmdesk.services.errors import UserError
from rmdesk.ui.panes.customers.page import edits, wording
from rmdesk.ui.panes.customers.page.cell_editor import CellEditor
from rmdesk.ui.panes.customers.page.desk import Desk, Draft, Edit
from rmdesk.ui.panes.customers.page.loading import PageData
from rmdesk.ui.panes.customers.page.value_grid import Cell, ValueGrid

# The column that `reading.reveal` shows for a field that is put together of several.
_REVEALED = {"birthday": "birth_year"}


class GridSection(QWidget):
    """`cells` says what is shown of a record; the keys are those of `edits.of_cell`."""

    def __init__(
        self,
        desk: Desk,
        name: str,
        cells: Callable[[CustomerRecord], list[Cell]],
        *,
        id: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._cells, self._id = desk, cells, id
        self._record: CustomerRecord | None = None
        self._open: dict[str, tuple[Edit, CellEditor]] = {}
        self.grid = ValueGrid(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.grid)
        self.grid.edit_wanted.connect(self.edit)
        self.grid.reveal_wanted.connect(self._reveal)
        self.grid.remove_wanted.connect(self._remove)
        desk.revealer.revealed.connect(self._on_revealed)
        desk.revealer.hidden.connect(self._on_hidden)
        desk.drafts_wanted.connect(self._keep_drafts)

    @property
    def editors(self) -> dict[str, CellEditor]:
        """The editors that are open, by the key of their cell."""
        return {key: editor for key, (_, editor) in self._open.items()}

    # --- showing -----------------------------------------------------------------------------------

    def show_record(self, record: CustomerRecord) -> None:
        """Show a record. For the same customer, open editors stay; of another one, drafts are taken up."""
        another = self._record is None or self._record.uid != record.uid
        if another:
            self.put_away()
        self._record = record
        self.grid.set_cells(self._cells(record))
        if another:
            for key, draft in self._desk.take_drafts(record.uid, f"{self._id}/").items():
                cell = key.partition("/")[2]
                edit = draft.edit_again(edits.of_cell(self._desk.context, record, cell))
                if edit is None:
                    continue  # its row is gone
                editor = self._show_editor(cell, edit)
                editor.retype(draft.typed)
                editor.set_error(draft.sentence)

    def show_data(self, data: PageData) -> None:
        self.show_record(data.record)

    def put_away(self) -> None:
        """Close all editors; what could not be saved is kept for when the customer is shown again."""
        self._keep_drafts()
        for key, (_, editor) in list(self._open.items()):
            self._close(key, editor)

    def _keep_drafts(self) -> None:
        for key, (edit, editor) in self._open.items():
            if self._record is not None and editor.is_changed and not editor.is_saving:
                draft = Draft(edit, editor.typed(), editor.error)
                self._desk.keep(self._record.uid, f"{self._id}/{key}", draft)

    # --- editing -----------------------------------------------------------------------------------

    def edit(self, key: str) -> None:
        """Edit a cell; a yes or no is turned over at once."""
        record = self._record
        if record is None:
            return
        if key in self._open:
            self._open[key][1].focus_field()
            return
        edit = edits.of_cell(self._desk.context, record, key)
        if edit is None:
            return
        if key in BY_NAME and BY_NAME[key].type is Type.FLAG:
            value = not record.fields[key].value
            self._desk.do(
                edit.title, edit.target, lambda session, version: edit.save(session, version, value)
            )
            return
        self._show_editor(key, edit).focus_field()

    def _show_editor(self, key: str, edit: Edit) -> CellEditor:
        editor: CellEditor = edit.make()
        self._open[key] = (edit, editor)
        self.grid.open_editor(key, editor)
        editor.committed.connect(partial(self._save, key, edit, editor))
        editor.given_up.connect(partial(self._close, key, editor))
        editor.passed.connect(partial(self._pass_on, key))
        return editor

    def _pass_on(self, key: str, forward: bool) -> None:
        """Tab leaves an editor for the next value; leaving it saves it."""
        self.grid.go_beside(key, 1 if forward else -1)
        self.grid.setFocus(Qt.FocusReason.TabFocusReason)

    def _save(self, key: str, edit: Edit, editor: CellEditor, value: Any) -> None:
        assert self._record is not None
        uid = self._record.uid
        typed = editor.typed()

        def failed(_error: UserError | None, sentence: str) -> None:
            if self._is_open(key, editor):
                editor.set_error(sentence)
            else:  # another customer is shown by now
                self._desk.keep(uid, f"{self._id}/{key}", Draft(edit, typed, sentence))
                self._desk.told.emit(sentence)

        self._desk.save(uid, edit, value, done=lambda: self._close(key, editor), failed=failed)

    def _is_open(self, key: str, editor: CellEditor) -> bool:
        return key in self._open and self._open[key][1] is editor

    def _close(self, key: str, editor: CellEditor) -> None:
        if self._is_open(key, editor):
            del self._open[key]
            self.grid.close_editor(key)

    def _remove(self, key: str) -> None:
        """Delete: the row goes, the field is emptied. The undo strip offers it back."""
        record = self._record
        if record is None:
            return
        found = edits.removal(self._desk.context, record, key)
        if found is not None:
            target, work = found
            self._desk.do(self.tr("Removing"), target, work)

    # --- masked values -----------------------------------------------------------------------------

    def _reveal(self, key: str) -> None:
        record = self._record
        if record is None:
            return
        table, colon, uid = key.partition(":")
        if colon:
            column = "address" if table == "customer_address" else "number"
            self._desk.revealer.toggle(f"{self._id}/{key}", table, uid, column)
        else:
            self._desk.revealer.toggle(f"{self._id}/{key}", "customer", record.uid, _REVEALED.get(key, key))

    def _on_revealed(self, key: str, exact: str) -> None:
        section, _, cell = key.partition("/")
        if section == self._id and self._record is not None:
            if cell in BY_NAME:
                exact = wording.revealed(BY_NAME[cell], self._record.fields[cell], exact)
            self.grid.set_revealed(cell, exact)

    def _on_hidden(self, key: str) -> None:
        section, _, cell = key.partition("/")
        if section == self._id:
            self.grid.set_revealed(cell, None)

    def hideEvent(self, event: QHideEvent) -> None:
        self._desk.revealer.hide_all()
        super().hideEvent(event)

    def focus_first(self) -> None:
        self.grid.go_to_first()
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
