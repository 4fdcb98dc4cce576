"""Refusing a promise, or sending a visit back: never without a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rmdesk import labels
from rmdesk.services import commitments, visits
from rmdesk.services.commitments import WaitingRow
from rmdesk.services.visits import VisitRow
from rmdesk.ui.dialogs.form_dialog import FormDialog
from rmdesk.ui.messages import sentence_of
from rmdesk.ui.widgets import Form, LineField

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context
    from rmdesk.ui.workers import Progress


class JudgeWork(FormDialog):
    """`judged` tells that the reason is saved."""

    judged = Signal()

    def __init__(
        self, context: Context, row: WaitingRow | VisitRow, told: str, *, parent: QWidget | None = None
    ) -> None:
        is_promise = isinstance(row, WaitingRow)
        super().__init__(
            self.tr("Refuse this promise?") if is_promise else self.tr("Send this visit back?"),
            told,
            verb=self.tr("Refuse") if is_promise else self.tr("Send back"),
            parent=parent,
        )
        self._context, self._row = context, row
        self.note = LineField()
        self._form = Form()
        table = "commitment" if is_promise else "visit"
        self._form.add(labels.field(table, "decision_note"), self.note, required=True)
        self.body.addWidget(self._form)
        self.note.setFocus()

    def submit(self) -> None:
        if not self._form.check():
            return
        row, note = self._row, self.note.text()

        def work(session: Session, _progress: Progress) -> None:
            if isinstance(row, WaitingRow):
                commitments.refuse_commitment(session, row.uid, version=row.version, note=note)
            else:
                visits.return_visit(session, row.uid, version=row.version, note=note)

        self.set_busy(True, self.tr("Saving…"))
        self._context.jobs.write(
            self.tr("Saving a decision"), work, done=self._on_done, failed=self._on_failed
        )

    def _on_done(self, _nothing: object) -> None:
        self.judged.emit()
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        self.tell(sentence_of(error))
