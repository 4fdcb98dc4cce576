"""A head of the audit trail printed on paper, compared with the vault."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rmdesk.services import audit, changes
from rmdesk.services.changes import Comparison
from rmdesk.ui.dialogs.form_dialog import FormDialog
from rmdesk.ui.interactions.fields import refusal
from rmdesk.ui.messages import sentence_of
from rmdesk.ui.widgets import Form, LineField

if TYPE_CHECKING:
    from rmdesk.ui.context import Context
    from rmdesk.ui.workers import Progress

_WIDTH = 560


class CompareHead(FormDialog):
    """`proved`: all is as it was printed. Anything else is told in the form, which stays: it may be a slip of
    the fingers.
    """

    proved = Signal(object)  # Comparison

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Compare a printed head"),
            self.tr(
                "At the end of each printed daily log stands “Audit trail up to entry …”. If this vault has "
                "the same head, everything up to that entry is as it was on the day of the print."
            ),
            verb=self.tr("Compare"),
            parent=parent,
            width=_WIDTH,
        )
        self._context = context
        self.number, self.digits = LineField(), LineField()
        self.number.setPlaceholderText("1234")
        self.digits.setPlaceholderText("0123 4567 89ab cdef …")
        form = Form()
        self.rows = {
            "number": form.add(
                self.tr("Number of entry"),
                self.number,
                required=True,
                check=lambda: refusal(self._number),
            ),
            "digits": form.add(
                self.tr("Printed head"), self.digits, required=True, check=lambda: refusal(self._digits)
            ),
        }
        self.body.addWidget(form)
        self.number.setFocus()

    def submit(self) -> None:
        if not self.check():
            return
        number, digits = self._number(), self._digits()
        vault, store = self._context.vault, self._context.store

        def compare(progress: Progress) -> Comparison:
            progress(0, 1)
            with store.read() as session:
                audit.require_reading(session)
                return changes.compare(session, vault.keys.audit, number, digits)

        self.set_busy(True, self.tr("Comparing…"))
        job = self._context.jobs.background(
            self.tr("Comparing a printed head"), compare, done=self._on_compared, failed=self._on_failed
        )
        job.cancelled.connect(lambda: self.set_busy(False))

    def _on_compared(self, found: Comparison) -> None:
        self.set_busy(False)
        trouble = found.trouble()
        if trouble is None:
            self.proved.emit(found)
            self.accept()
        else:
            self.tell(sentence_of(trouble))

    def _number(self) -> int:
        return changes.read_number(self.number.text())

    def _digits(self) -> str:
        return changes.read_digits(self.digits.text())
