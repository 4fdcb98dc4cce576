"""An activity handed over to somebody else, when whoever led it leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from rmdesk import labels
from rmdesk.services import activities
from rmdesk.services.activities import ActivitySheet
from rmdesk.ui.dialogs.form_dialog import FormDialog
from rmdesk.ui.widgets import Combo, Form

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context
    from rmdesk.ui.workers import Progress


class HandOverActivity(FormDialog):
    """`saved` tells that somebody else leads it."""

    saved = Signal()

    def __init__(self, context: Context, sheet: ActivitySheet, *, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Hand “{name}” over?").format(name=sheet.row.name),
            self.tr("Somebody else leads it from now on. Invitations stay those of the customers' managers."),
            verb=self.tr("Hand over"),
            parent=parent,
        )
        self._context, self._sheet = context, sheet
        self.to = Combo()
        with context.store.read() as session:
            for uid, name in activities.successors_of(session, sheet.row.uid):
                self.to.add(name, uid, avatar=name)
        self.verb_button.setEnabled(bool(self.to.count()))
        form = Form()
        form.add(labels.field("activity", "owner_id"), self.to)
        self.body.addWidget(form)
        self.to.setFocus()

    def submit(self) -> None:
        uid, version, to = self._sheet.row.uid, self._sheet.row.version, self.to.currentData()

        def save(session: Session, _progress: Progress) -> None:
            activities.hand_over_activity(session, uid, to, version=version)

        self.set_busy(True, self.tr("Saving…"))
        self._context.jobs.write(
            self.tr("Handing an activity over"), save, done=self._on_saved, failed=self._on_failed
        )

    def _on_saved(self, _nothing: object) -> None:
        self.saved.emit()
        self.accept()
