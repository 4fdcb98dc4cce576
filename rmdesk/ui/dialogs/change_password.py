"""Changing one's own password."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rmdesk.services import staff
from rmdesk.services.errors import UserError
from rmdesk.ui.account.new_password import NewPassword
from rmdesk.ui.dialogs.form_dialog import FormDialog
from rmdesk.ui.messages import beside_field, sentence_of
from rmdesk.ui.tokens import SPACE
from rmdesk.ui.widgets import Form, PasswordField

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.services.vault import Slot
    from rmdesk.ui.context import Context
    from rmdesk.ui.workers import Progress


class ChangePassword(FormDialog):
    """Asks for the old password and a new one. `changed` comes once the new one opens the vault."""

    changed = Signal()

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Change my password"),
            self.tr("Backups made before still open with the old password."),
            verb=self.tr("Change"),
            parent=parent,
        )
        self._context = context
        self.old = PasswordField(name=self.tr("Current password"))
        form = Form()
        self._old_row = form.add(self.tr("Current password"), self.old, required=True)
        self._form = form
        self.new = NewPassword(lambda: context.actor.name)
        self.new.again.returnPressed.connect(self.verb_button.click)
        fields = QWidget()
        column = QVBoxLayout(fields)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.large)
        column.addWidget(form)
        column.addWidget(self.new)
        self.body.addWidget(fields)
        self.old.setFocus()

    def submit(self) -> None:
        new_right = self.new.check()
        if not (self._form.check() and new_right):
            return
        vault, old, new = self._context.vault, self.old.text(), self.new.password
        self.set_busy(True, self.tr("Changing…"))
        self._context.jobs.background(
            self.tr("Preparing the password"),
            lambda _progress: staff.prepare_own_password(vault, old, new),
            done=self._on_prepared,
            failed=self._on_failed,
        )

    def _on_prepared(self, slot: Slot) -> None:
        vault = self._context.vault

        def change(session: Session, _progress: Progress) -> None:
            staff.change_password(session, vault, slot)

        self._context.jobs.write(
            self.tr("Changing the password"),
            change,
            done=lambda _nothing: self._on_changed(),
            failed=self._on_failed,
        )

    def _on_changed(self) -> None:
        self.old.clear()
        self.new.clear()
        self.changed.emit()
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        if isinstance(error, UserError) and error.code == "password.wrong":
            self._old_row.set_error(self.tr("This is not your current password."))
            self.old.selectAll()
            self.old.setFocus()
        elif isinstance(error, UserError) and error.code.startswith("password."):
            self.new.refuse(beside_field(error))
        else:
            self.tell(sentence_of(error))
