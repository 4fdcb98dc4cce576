"""Deleting a customer at their own request: what goes, what must be kept, who agrees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from rmdesk import labels
from rmdesk.services import attachments, erasure
from rmdesk.services.erasure import Erased
from rmdesk.services.recycle_bin import Consent
from rmdesk.ui import formats
from rmdesk.ui.dialogs.form_dialog import FormDialog
from rmdesk.ui.dialogs.second_person import SecondPerson
from rmdesk.ui.messages import sentence_of
from rmdesk.ui.widgets import CheckBox, Label, Variant

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from sqlalchemy.orm import Session

    from rmdesk.services.archive import CustomerRow
    from rmdesk.ui.context import Context
    from rmdesk.ui.workers import Progress


class EraseCustomer(FormDialog):
    """`erased` carries an `Erased`, of which the certificate is made."""

    erased = Signal(object)

    def __init__(
        self, context: Context, customer: CustomerRow, version: int, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            self.tr("Delete at the customer's request?"),
            self.tr("{name} {number}").format(name=customer.name, number=customer.number or ""),
            verb=self.tr("Delete for good"),
            parent=parent,
            width=520,
        )
        self._context, self._uid, self._version = context, customer.uid, version
        self.verb_button.set_variant(Variant.DANGER)
        self.verb_button.setDefault(False)
        self.keep = CheckBox(self.tr("Keep products and figures of assets under the customer number alone"))
        self.keep.setChecked(True)
        self.keep.toggled.connect(lambda _on: self._count())
        self._told = Label("", wrap=True)
        self.body.addWidget(self.keep)
        self.body.addWidget(
            Label(
                self.tr(
                    "The law makes a bank keep records of dealings ten years (反洗钱法, article 34). "
                    "Without the tick they go as well: only where the bank keeps them elsewhere."
                ),
                ink="secondary",
                wrap=True,
            )
        )
        self.body.addWidget(self._told)
        self.body.addWidget(
            Label(
                self.tr(
                    "This cannot be undone. Backups hold it until they are thinned out, at most two years."
                ),
                ink="secondary",
                wrap=True,
            )
        )
        self.second = SecondPerson(context)
        self.body.addWidget(self.second)
        self._count()
        (self.second.name if self.second.is_needed else self.cancel_button).setFocus()

    @property
    def told(self) -> str:
        return self._told.text()

    def _count(self) -> None:
        with self._context.store.read() as session:
            found = erasure.preview(session, self._uid, keep=self.keep.isChecked())
        lines = [self.tr("Deleted: {what}").format(what=self._listed(found.deleted))]
        if found.kept:
            lines.append(self.tr("Kept: {what}").format(what=self._listed(found.kept)))
        if found.refused:
            lines.append(
                self.tr(
                    "What they refused stays {years} years, known by a code of their numbers only: whoever "
                    "comes back is not called against their word."
                ).format(years=found.refusal_years)
            )
        self._told.setText("\n".join(lines))

    def _listed(self, counts: tuple[tuple[str, int], ...]) -> str:
        named = [f"{labels.table(name)} {formats.count(count)}" for name, count in counts]
        return labels.listed(named) or self.tr("the record itself")

    def submit(self) -> None:
        if not self.second.check():
            return
        self.set_busy(True, self.tr("Deleting…"))
        self.second.ask(self._erase, lambda: self.set_busy(False))

    def _erase(self, consent: Consent | None) -> None:
        uid, version, keep = self._uid, self._version, self.keep.isChecked()

        def erase(session: Session, _progress: Progress) -> Erased:
            return erasure.erase(session, uid, version=version, keep=keep, consent=consent)

        self._context.jobs.write(
            self.tr("Deleting at a customer's request"), erase, done=self._on_erased, failed=self._on_refused
        )

    def _on_erased(self, found: Erased) -> None:
        vault = self._context.vault
        self._context.jobs.read(lambda session: attachments.sweep(session, vault))
        self.erased.emit(found)
        self.accept()

    def _on_refused(self, error: Exception) -> None:
        self.set_busy(False)
        self.tell(sentence_of(error))
