"""The evaluation that closes an activity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from rmdesk import labels
from rmdesk.services import activities
from rmdesk.services.activities import ActivitySheet
from rmdesk.ui import formats
from rmdesk.ui.dialogs.form_dialog import FormDialog
from rmdesk.ui.interactions.fields import TextArea
from rmdesk.ui.tokens import SPACE
from rmdesk.ui.told_evaluation import FIELDS
from rmdesk.ui.widgets import Form

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context
    from rmdesk.ui.workers import Progress


class EvaluateActivity(FormDialog):
    """`saved` tells that the activity is closed."""

    saved = Signal()

    def __init__(self, context: Context, sheet: ActivitySheet, *, parent: QWidget | None = None) -> None:
        turnout = sheet.row.turnout
        super().__init__(
            self.tr("Evaluate “{name}”").format(name=sheet.row.name),
            self.tr(
                "{asked} were invited, {came} came, {heads} people in all. The activity is closed and stays "
                "as it is; {left} thanks that were not said are dropped."
            ).format(
                asked=formats.count(turnout.asked),
                came=formats.count(turnout.came),
                heads=formats.count(turnout.heads),
                left=formats.count(turnout.to_thank),
            ),
            verb=self.tr("Evaluate and close"),
            width=520,
            parent=parent,
        )
        self._context, self._sheet = context, sheet
        self.fields = {name: TextArea("", lines=3) for name in FIELDS}
        form = Form(spacing=SPACE.medium)
        for name, field in self.fields.items():
            label = labels.field("activity", name)
            self.rows[name] = form.add(label, field, required=name == "reached")
        self.body.addWidget(form)
        self.fields["reached"].setFocus()
        self.comes_again("evaluate_activity", activity=sheet.row.uid)

    def submit(self) -> None:
        if not self.check():
            return
        given = {name: field.toPlainText() for name, field in self.fields.items()}
        uid, version = self._sheet.row.uid, self._sheet.row.version

        def save(session: Session, _progress: Progress) -> None:
            activities.evaluate_activity(session, uid, given, version=version)

        self.set_busy(True, self.tr("Saving…"))
        self._context.jobs.write(
            self.tr("Saving an evaluation"), save, done=self._on_saved, failed=self._on_failed
        )

    def _on_saved(self, _nothing: object) -> None:
        self.saved.emit()
        self.accept()
