"""The evaluation that closes a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from rmdesk import labels
from rmdesk.services import plans
from rmdesk.services.plans import PlanSheet
from rmdesk.ui import formats
from rmdesk.ui.dialogs.form_dialog import FormDialog
from rmdesk.ui.interactions.fields import TextArea
from rmdesk.ui.messages import sentence_of
from rmdesk.ui.tokens import SPACE
from rmdesk.ui.told_evaluation import FIELDS
from rmdesk.ui.widgets import Form

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context


class EvaluatePlan(FormDialog):
    """`saved` tells that the plan is closed."""

    saved = Signal()

    def __init__(self, context: Context, sheet: PlanSheet, *, parent: QWidget | None = None) -> None:
        total = sheet.row.tally
        super().__init__(
            self.tr("Evaluate “{plan}”").format(plan=sheet.row.name),
            self.tr(
                "{done} of {items} contacts were made ({share}). The plan is closed; {rest} still open count "
                "as not made."
            ).format(
                done=formats.count(total.done),
                items=formats.count(total.items),
                share=formats.percent(total.share, decimals=0),
                rest=formats.count(total.items - total.done - total.skipped - total.dropped),
            ),
            verb=self.tr("Evaluate and close"),
            width=520,
            parent=parent,
        )
        self._context, self._sheet = context, sheet
        self.fields = {name: TextArea("", lines=3) for name in FIELDS}
        self.form = Form(spacing=SPACE.medium)
        for name, field in self.fields.items():
            self.form.add(labels.field("plan", name), field, required=name == "reached")
        self.body.addWidget(self.form)
        self.fields["reached"].setFocus()
        self.comes_again("evaluate_plan", plan=sheet.row.uid)

    def submit(self) -> None:
        if not self.form.check():
            return
        given = {name: field.toPlainText() for name, field in self.fields.items()}
        uid, version = self._sheet.row.uid, self._sheet.row.version

        def work(session: Session, _progress: Any) -> None:
            plans.evaluate_plan(session, uid, given, version=version)

        self.set_busy(True, self.tr("Saving…"))
        self._context.jobs.write(
            self.tr("Saving an evaluation"), work, done=self._on_saved, failed=self._on_failed
        )

    def _on_saved(self, _nothing: object) -> None:
        self.saved.emit()
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        self.tell(sentence_of(error))
