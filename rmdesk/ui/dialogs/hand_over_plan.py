"""A plan handed over to another manager, when its own leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from rmdesk import labels
from rmdesk.services import plans
from rmdesk.services.plans import PlanSheet
from rmdesk.ui.dialogs.form_dialog import FormDialog
from rmdesk.ui.widgets import Combo, Form

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context


class HandOverPlan(FormDialog):
    """`saved` tells that the plan is somebody else's."""

    saved = Signal()

    def __init__(self, context: Context, sheet: PlanSheet, *, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Hand “{plan}” over?").format(plan=sheet.row.name),
            self.tr("It goes to another manager with its contacts. Customers stay whose they are."),
            verb=self.tr("Hand over"),
            parent=parent,
        )
        self._context, self._sheet = context, sheet
        self.to = Combo()
        with context.store.read() as session:
            for uid, name in plans.successors_of(session, sheet.row.uid):
                self.to.add(name, uid, avatar=name[:1])
        self.verb_button.setEnabled(bool(self.to.count()))
        form = Form()
        form.add(labels.field("plan", "owner_id"), self.to)
        self.body.addWidget(form)
        self.to.setFocus()

    def submit(self) -> None:
        uid, version, to = self._sheet.row.uid, self._sheet.row.version, self.to.currentData()

        def work(session: Session, _progress: Any) -> None:
            plans.hand_over(session, uid, to, version=version)

        self.set_busy(True, self.tr("Saving…"))
        self._context.jobs.write(
            self.tr("Handing a plan over"), work, done=self._on_saved, failed=self._on_failed
        )

    def _on_saved(self, _nothing: object) -> None:
        self.saved.emit()
        self.accept()
