"""Somebody at the door who stands on no list: a customer, or a guest whom one brings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal

from rmdesk import labels
from rmdesk.services import activities
from rmdesk.services.activities import ActivitySheet
from rmdesk.ui.customer_field import CustomerField
from rmdesk.ui.dialogs.form_dialog import FormDialog
from rmdesk.ui.tokens import SPACE
from rmdesk.ui.widgets import Form, LineField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context
    from rmdesk.ui.workers import Progress


class WalkIn(FormDialog):
    """`typed` is what stood in the field at the door. `came` carries who is checked in, in words."""

    came = Signal(str)

    def __init__(
        self,
        context: Context,
        sheet: ActivitySheet,
        typed: str,
        *,
        bringing: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            self.tr("A customer brought a guest") if bringing else self.tr("Somebody came uninvited"),
            self.tr("The guest is counted with the customer who brings or sends them.")
            if bringing
            else self.tr("A customer of the archive who stands on no list."),
            verb=self.tr("Check in"),
            parent=parent,
        )
        self._context, self._sheet, self._bringing = context, sheet, bringing
        self.customer = CustomerField(context)
        self.guest = LineField(typed if bringing else "")
        self.along = LineField("0")
        self.form = Form(spacing=SPACE.medium)
        if bringing:
            self.rows["guest"] = self.form.add(
                labels.field("activity_guest", "guest"), self.guest, required=True
            )
        self.rows["customer"] = self.form.add(
            labels.field("activity_guest", "customer_id"),
            self.customer,
            required=True,
            check=lambda: self.customer.refusal(required=True),
        )
        if not bringing:
            self.rows["came_with"] = self.form.add(labels.field("activity_guest", "came_with"), self.along)
            self.customer.setText(typed)
            self.customer.suggest(typed)
            QTimer.singleShot(0, self, self._offer)
        self.body.addWidget(self.form)
        first = self.guest if bringing and not typed else self.customer
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer(self) -> None:
        """Whom what was typed at the door may mean stands in a list at once."""
        completer = self.customer.completer()
        if self.customer.text().strip() and completer.model().rowCount() > 1:
            self.customer.deselect()
            completer.complete()

    def submit(self) -> None:
        if not self.check():
            return
        uid, customer, name = self._sheet.row.uid, self.customer.customer_uid, self.guest.text()
        typed = self.along.text().strip()
        along = int(typed) if typed.isdecimal() and len(typed) < 4 else 0
        bringing = self._bringing

        def save(session: Session, _progress: Progress) -> None:
            if bringing:
                activities.bring_guest(session, uid, customer, name)
            else:
                activities.walk_in(session, uid, customer, companions=along)

        self.set_busy(True, self.tr("Saving…"))
        self._context.jobs.write(self.tr("Checking in"), save, done=self._on_saved, failed=self._on_failed)

    def _on_saved(self, _nothing: object) -> None:
        who = self.guest.text().strip() if self._bringing else self.customer.text().strip()
        self.came.emit(self.tr("{name} is checked in.").format(name=who))
        self.accept()
