"""Contacts of a plan put on another day by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from rmdesk import labels
from rmdesk.services import plans, working_days
from rmdesk.services.plans import PlanSheet
from rmdesk.ui import formats
from rmdesk.ui.date_field import DateField
from rmdesk.ui.dialogs.form_dialog import FormDialog
from rmdesk.ui.interactions.fields import refusal
from rmdesk.ui.messages import sentence_of
from rmdesk.ui.widgets import Form

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context


class MoveContacts(FormDialog):
    """`moved` tells that they stand on the new day."""

    moved = Signal()

    def __init__(
        self, context: Context, sheet: PlanSheet, ids: list[int], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            self.tr("Another day for {count} contacts").format(count=formats.count(len(ids))),
            self.tr("Making the contacts again leaves them on this day."),
            verb=self.tr("Move"),
            parent=parent,
        )
        self._context, self._sheet, self._ids = context, sheet, ids
        with context.store.read() as session:
            work = working_days.load(session)
        self.day = DateField("plan_item.due_on", toward="future", working=work)
        self.form = Form()
        self.form.add(
            labels.field("plan_item", "due_on"),
            self.day,
            required=True,
            check=lambda: refusal(self.day.read),
        )
        self.body.addWidget(self.form)
        self.day.setFocus()

    def submit(self) -> None:
        if not self.form.check():
            return
        uid, ids, day = self._sheet.row.uid, self._ids, self.day.read()

        def work(session: Session, _progress: Any) -> int:
            return plans.move_items(session, uid, ids, day)

        self.set_busy(True, self.tr("Saving…"))
        self._context.jobs.write(
            self.tr("Moving contacts"), work, done=self._on_moved, failed=self._on_failed
        )

    def _on_moved(self, _count: int) -> None:
        self.moved.emit()
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        self.tell(sentence_of(error))
