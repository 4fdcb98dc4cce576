"""Letting one's own Windows session open the vault: needs the password, and a keyring that can be trusted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rmdesk.services import windows_sign_in
from rmdesk.services.errors import UserError
from rmdesk.services.vault import Keyring, Slot, prepare_keyring
from rmdesk.ui.dialogs.form_dialog import FormDialog
from rmdesk.ui.messages import sentence_of
from rmdesk.ui.widgets import Form, PasswordField

if TYPE_CHECKING:
    from rmdesk.ui.context import Context


class AllowWindowsSession(FormDialog):
    """`impossible` carries why the keyring of this computer cannot be used; the password stays the way in."""

    allowed = Signal()
    impossible = Signal(str)

    def __init__(
        self, context: Context, *, keyring: Keyring | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            self.tr("Open with my Windows session"),
            self.tr("Your password stays valid, here and on every other computer."),
            verb=self.tr("Switch on"),
            parent=parent,
        )
        self._context, self._keyring = context, keyring
        self.password = PasswordField(name=self.tr("Your password"))
        form = Form()
        self._row = form.add(self.tr("Your password"), self.password, required=True)
        self._form = form
        self.body.addWidget(form)
        self.password.setFocus()

    def submit(self) -> None:
        if not self._form.check():
            return
        vault, password, keyring = self._context.vault, self.password.text(), self._keyring
        self.set_busy(True, self.tr("Switching on…"))
        self._context.jobs.background(
            self.tr("Asking the keyring"),
            lambda _progress: prepare_keyring(vault.keyfile, vault.slot, password, keyring=keyring),
            done=self._on_prepared,
            failed=self._on_failed,
        )

    def _on_prepared(self, slot: Slot) -> None:
        vault = self._context.vault
        self._context.jobs.write(
            self.tr("Switching on"),
            lambda session, _progress: windows_sign_in.enable(session, vault, slot),
            done=lambda _nothing: self._on_allowed(),
            failed=self._on_failed,
        )

    def _on_allowed(self) -> None:
        self.password.clear()
        self.allowed.emit()
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        if isinstance(error, UserError) and error.code == "password.wrong":
            self._row.set_error(self.tr("This is not your password."))
            self.password.selectAll()
            self.password.setFocus()
        elif isinstance(error, UserError) and error.code.startswith("keyring."):
            self.impossible.emit(sentence_of(error))
            self.reject()
        else:
            self.tell(sentence_of(error))
