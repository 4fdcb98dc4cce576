"""What the audit trail is narrowed down to and must be typed: a customer, days."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rmdesk.services import audit
from rmdesk.services.errors import UserError
from rmdesk.ui import formats
from rmdesk.ui.customer_field import SUGGESTED, CustomerField
from rmdesk.ui.date_field import DateField
from rmdesk.ui.dialogs.form_dialog import FormDialog
from rmdesk.ui.interactions.fields import refusal
from rmdesk.ui.widgets import Form

if TYPE_CHECKING:
    from rmdesk.ui.context import Context


class AuditedCustomer(CustomerField):
    """Finds whoever's entries may be asked for: by the whole number, or by name for who may see customers."""

    def matches(self, words: str) -> dict[str, str]:
        with self._context.store.read(for_window=True) as session:
            found = audit.find_customers(session, words, limit=SUGGESTED)
        return {" ".join(part for part in (one.name, one.number) if part): one.uid for one in found}


class AskCustomer(FormDialog):
    """`chosen` carries the uid and the words for the chip."""

    chosen = Signal(str, str)

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Entries about a customer"),
            self.tr("What was changed, shown or printed of them, and of what stands or stood beside them."),
            verb=self.tr("Apply"),
            parent=parent,
        )
        self.customer = AuditedCustomer(context)
        self.customer.setPlaceholderText(self.tr("Customer number, or name"))
        form = Form()
        self.rows["customer"] = form.add(
            self.tr("Customer"), self.customer, check=lambda: self.customer.refusal(required=True)
        )
        self.body.addWidget(form)
        self.customer.setFocus()

    def submit(self) -> None:
        if self.check():
            self.chosen.emit(self.customer.customer_uid, self.customer.text())
            self.accept()


class AskDays(FormDialog):
    """`chosen` carries the first and the last day, either may be None."""

    chosen = Signal(object, object)

    def __init__(self, first: date | None, last: date | None, *, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Entries of some days"),
            self.tr("Both days are included; leave one empty for no limit."),
            verb=self.tr("Apply"),
            parent=parent,
        )
        self.first, self.last = DateField("calendar.first"), DateField("calendar.last")
        for field, day in ((self.first, first), (self.last, last)):
            field.setText("" if day is None else formats.full_day(day))
        form = Form()
        self.rows["first"] = form.add(self.tr("From"), self.first, check=lambda: refusal(self.first.read))
        self.rows["last"] = form.add(self.tr("To"), self.last, check=self._check_last)
        self.body.addWidget(form)
        self.first.setFocus()

    def submit(self) -> None:
        if not self.check():
            return
        first, last = self.first.read(), self.last.read()
        if first is None and last is None:
            self.rows["first"].set_error(self.tr("Fill in at least one of the two."))
            self.first.setFocus()
            return
        self.chosen.emit(first, last)
        self.accept()

    def _check_last(self) -> str:
        wrong = refusal(self.last.read)
        try:
            first = self.first.read()
        except UserError:
            return wrong
        if not wrong and first and self.last.read() and self.last.read() < first:
            return self.tr("This is before the first day.")
        return wrong
