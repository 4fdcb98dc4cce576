"""A section of rows with a form below them: what holdings, days and relations have in common."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rmdesk.services.customers.record import CustomerRecord
from rmdesk.services.errors import UserError
from rmdesk.ui.panes.customers.page.desk import Desk, Draft, Edit
from rmdesk.ui.panes.customers.page.loading import PageData
from rmdesk.ui.panes.customers.page.part_form import PartForm
from rmdesk.ui.tokens import SPACE
from rmdesk.ui.widgets import Button, Variant


class RowsSection(QWidget):
    """`top` shows the rows; one form at a time is open below it.

    A subclass shows a record in `fill` and says in `edit_of(uid)` what editing a row means ("new" adds).
    """

    form_opened = Signal(bool)  # or closed

    def __init__(self, desk: Desk, top: QWidget, add: str, *, id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._id = desk, id
        self._record: CustomerRecord | None = None
        self._edit: tuple[str, Edit, PartForm] | None = None
        desk.drafts_wanted.connect(self._keep_drafts)
        self.add_button = Button(add, icon="plus", variant=Variant.LINK, height=24)
        self.add_button.clicked.connect(self.add)
        self._top = top
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(top)
        self._foot = QHBoxLayout()
        self._foot.setContentsMargins(SPACE.pane, 0, SPACE.pane, SPACE.tiny)
        self._foot.setSpacing(SPACE.large)
        self._foot.addWidget(self.add_button)
        self._foot.addStretch(1)
        self._column.addLayout(self._foot)

    # --- what a subclass says ----------------------------------------------------------------------

    def fill(self, record: CustomerRecord) -> None:
        raise NotImplementedError

    def edit_of(self, record: CustomerRecord, uid: str) -> Edit | None:
        raise NotImplementedError

    # --- showing -----------------------------------------------------------------------------------

    @property
    def record(self) -> CustomerRecord:
        assert self._record is not None, "no record is shown yet"
        return self._record

    @property
    def form(self) -> PartForm | None:
        """The form that is open."""
        return None if self._edit is None else self._edit[2]

    def show_record(self, record: CustomerRecord) -> None:
        another = self._record is None or self._record.uid != record.uid
        if another:
            self.put_away()
        self._record = record
        self.fill(record)
        if another:
            self.take_drafts()

    def take_drafts(self) -> None:
        """Open the form again that was left half-written; one whose row is not there yet waits."""
        record = self.record
        for key, draft in self._desk.take_drafts(record.uid, f"{self._id}/").items():
            row = key.partition("/")[2]
            edit = draft.edit_again(self.edit_of(record, row) if draft.edit is None else None)
            if edit is None:
                self._desk.keep(record.uid, key, draft)
                continue
            form = self._show_form(row, edit)
            form.retype(draft.typed)
            form.set_error(draft.sentence)

    def show_data(self, data: PageData) -> None:
        self.show_record(data.record)

    def put_away(self) -> None:
        """Close the form; what was not saved is kept for when the customer is shown again."""
        self._keep_drafts()
        if self._edit is not None:
            self._close(self._edit[2])

    def _keep_drafts(self) -> None:
        if self._edit is None:
            return
        key, edit, form = self._edit
        if self._record is not None and form.is_changed and not form.is_saving:
            sentence = form.error or self.tr("Not saved yet.")
            self._desk.keep(self._record.uid, f"{self._id}/{key}", Draft(edit, form.typed(), sentence))

    # --- editing -----------------------------------------------------------------------------------

    def add(self) -> None:
        self.edit("new")

    def edit(self, uid: str) -> None:
        """Open the form for a row; one that is open with something in it stays and gets the focus."""
        if self._edit is not None:
            if self._edit[0] == uid or self._edit[2].is_changed:
                self._edit[2].focus_field()
                return
            self._close(self._edit[2])
        edit = self.edit_of(self.record, uid)
        if edit is not None:
            self._show_form(uid, edit).focus_field()

    def _show_form(self, key: str, edit: Edit) -> PartForm:
        if self._edit is not None:
            self._close(self._edit[2])
        form: PartForm = edit.make()
        self._edit = (key, edit, form)
        self._column.addWidget(form)
        self.add_button.hide()
        self.form_opened.emit(True)
        form.committed.connect(partial(self._save, key, edit, form))
        form.given_up.connect(partial(self._close, form))
        return form

    def _save(self, key: str, edit: Edit, form: PartForm, value: Any) -> None:
        uid = self.record.uid
        typed = form.typed()

        def failed(error: UserError | None, sentence: str) -> None:
            if self.form is not form:
                self._desk.keep(uid, f"{self._id}/{key}", Draft(edit, typed, sentence))
                self._desk.told.emit(sentence)
            elif error is not None:
                form.refuse(error)
            else:
                form.set_error(sentence)

        self._desk.save(uid, edit, value, done=lambda: self._close(form), failed=failed)

    def _close(self, form: PartForm) -> None:
        if self.form is not form:
            return
        key, self._edit = self._edit[0] if self._edit else "", None
        holder = self.window().focusWidget()
        had_focus = holder is not None and form.isAncestorOf(holder)
        self._column.removeWidget(form)
        form.hide()
        form.deleteLater()
        self.add_button.show()
        if had_focus:
            # Back to the row that was edited; whoever adds one may add another.
            edited = key != "new" and self._top.isVisible()
            (self._top if edited else self.add_button).setFocus(Qt.FocusReason.OtherFocusReason)
        self.form_opened.emit(False)

    def close_form(self) -> None:
        if self._edit is not None:
            self._close(self._edit[2])

    def do(self, title: str, target: Any, work: Callable[..., object]) -> None:
        """Save something that has no form, and close the form that is open."""
        self.close_form()
        self._desk.do(title, target, work)
