"""The quick entry on the page of a customer."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from rmdesk.ui.dialogs.record_contact import RecordContact
from rmdesk.ui.interactions.quick_entry import QuickEntry
from rmdesk.ui.panes.customers.page.desk import Desk, Draft
from rmdesk.ui.panes.customers.page.loading import PageData

_KEY = "contact/quick"


class ContactSection(QWidget):
    """A body of the page; `entry` keeps what is typed for each customer."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.entry = QuickEntry(desk.context)
        self.entry.form_wanted.connect(self._open_form)
        desk.drafts_wanted.connect(self._keep_drafts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.entry)

    def show_data(self, data: PageData) -> None:
        uid = data.record.uid
        for draft in self._desk.take_drafts(uid, _KEY).values():
            self.entry.retype({uid: draft.typed})
        self.entry.show_customer(uid)

    def _keep_drafts(self) -> None:
        for uid, typed in self.entry.typed().items():
            self._desk.keep(uid, _KEY, Draft(None, typed, ""))

    def put_away(self) -> None:
        self.entry.put_away()

    def _open_form(self, entered: dict[str, object]) -> None:
        record = self._desk.record
        if record is None:
            return
        dialog = RecordContact(self._desk.context, record.uid, record.name, entered=entered, parent=self)
        dialog.saved.connect(self.entry.forget)
        dialog.open()
