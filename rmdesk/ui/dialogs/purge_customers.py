"""Deleting for good: what is lost, and, where one person may not do it alone, the password of a second."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rmdesk import labels
from rmdesk.services import attachments, recycle_bin
from rmdesk.services.recycle_bin import BinRow, Consent
from rmdesk.ui import formats
from rmdesk.ui.dialogs.form_dialog import FormDialog
from rmdesk.ui.dialogs.second_person import SecondPerson
from rmdesk.ui.messages import sentence_of
from rmdesk.ui.widgets import Label, Variant

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context
    from rmdesk.ui.workers import Progress

_NAMES_SHOWN = 5


class PurgeCustomers(FormDialog):
    """`purged` carries how many are gone."""

    purged = Signal(int)

    def __init__(self, context: Context, rows: Sequence[BinRow], *, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Delete for good?"), verb=self.tr("Delete for good"), parent=parent)
        self._context, self._rows = context, list(rows)
        self.verb_button.set_variant(Variant.DANGER)
        self.verb_button.setDefault(False)
        self.body.addWidget(Label(self._names(), wrap=True))
        self.body.addWidget(
            Label(
                self.tr(
                    "Everything kept about them is deleted, in the audit trail too; only the deletion itself "
                    "stays recorded, and what they refused, by a code of their numbers. This cannot be "
                    "undone."
                ),
                ink="secondary",
                wrap=True,
            )
        )
        self.second = SecondPerson(context)
        self.body.addWidget(self.second)
        self.name, self.password = self.second.name, self.second.password
        (self.name if self.second.is_needed else self.cancel_button).setFocus()

    def _names(self) -> str:
        names = labels.listed(f"{one.name} {one.number or ''}".strip() for one in self._rows[:_NAMES_SHOWN])
        rest = len(self._rows) - _NAMES_SHOWN
        if rest > 0:
            return self.tr("{names} and {count} more").format(names=names, count=formats.count(rest))
        return names

    def submit(self) -> None:
        if not self.second.check():
            return
        self.set_busy(True, self.tr("Checking the password…") if self.second.is_needed else "")
        self.second.ask(self._purge, lambda: self.set_busy(False))

    def _purge(self, consent: Consent | None) -> None:
        uids = [one.uid for one in self._rows]

        def purge(session: Session, _progress: Progress) -> int:
            return recycle_bin.purge_customers(session, uids, consent)

        self._context.jobs.write(
            self.tr("Deleting for good"), purge, done=self._on_purged, failed=self._on_failed
        )

    def _on_purged(self, count: int) -> None:
        self._sweep()
        self.purged.emit(count)
        self.accept()

    def _sweep(self) -> None:
        """Their documents go too; a file that cannot be deleted now goes after the next purge."""
        vault = self._context.vault
        self._context.jobs.read(lambda session: attachments.sweep(session, vault), done=lambda _count: None)

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        self.tell(sentence_of(error))
