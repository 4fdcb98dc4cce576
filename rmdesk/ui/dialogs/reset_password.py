"""A one-use password for somebody who forgot theirs, or who may sign in again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rmdesk.services import staff
from rmdesk.services.errors import UserError
from rmdesk.ui.dialogs.form_dialog import FormDialog
from rmdesk.ui.dialogs.one_use_password import HandOver, OneUsePassword
from rmdesk.ui.messages import beside_field, sentence_of

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.services.people import PersonRow
    from rmdesk.services.vault import Slot
    from rmdesk.ui.context import Context
    from rmdesk.ui.workers import Progress


class ResetPassword(FormDialog):
    """For a disabled person this lets them sign in again (`enable_staff`), else it resets the password."""

    done_for = Signal(int)  # the person's id

    def __init__(self, context: Context, person: PersonRow, *, parent: QWidget | None = None) -> None:
        self._enabling = not person.is_active
        super().__init__(
            self._title(person.name),
            self._sentence(),
            verb=self.tr("Enable again") if self._enabling else self.tr("Reset"),
            parent=parent,
        )
        self._context, self._person, self._finished = context, person, False
        self._hand_over: HandOver | None = None
        self.password = OneUsePassword(lambda: person.name)
        self.body.addWidget(self.password)

    def _title(self, name: str) -> str:
        words = self.tr("Let {name} sign in again") if self._enabling else self.tr("Reset {name}'s password")
        return words.format(name=name)

    def _sentence(self) -> str:
        if self._enabling:
            return self.tr("Their roles and their work are as they were. They get a new password.")
        return self.tr("The old password opens nothing any more. They are told at sign-in that you reset it.")

    @property
    def handed_over(self) -> str:
        """The password as it is shown afterwards; "" before."""
        return self._hand_over.shown.text() if self._hand_over else ""

    def submit(self) -> None:
        if self._finished:
            self.accept()
            return
        if not self.password.check():
            return
        vault, person, password = self._context.vault, self._person, self.password.password
        self.set_busy(True, self.tr("Setting…"))
        self._context.jobs.background(
            self.tr("Preparing the password"),
            lambda _progress: staff.prepare_password(vault, person.name, person.uid, password, one_use=True),
            done=self._on_prepared,
            failed=self._on_failed,
        )

    def _on_prepared(self, slot: Slot) -> None:
        vault, person, enabling = self._context.vault, self._person, self._enabling

        def change(session: Session, _progress: Progress) -> None:
            if enabling:
                staff.enable_staff(session, vault, person.uid, slot, version=person.version)
            else:
                staff.reset_password(session, vault, person.uid, slot)

        self._context.jobs.write(
            self._title(person.name), change, done=lambda _nothing: self._on_done(), failed=self._on_failed
        )

    def _on_done(self) -> None:
        self._finished = True
        self.password.hide()
        self._hand_over = HandOver(self._person.name, self.password.password)
        self.body.addWidget(self._hand_over)
        self.set_busy(False)
        self.verb_button.setText(self.tr("Done"))
        self.verb_button.setFocus()
        self.cancel_button.hide()
        self.adjustSize()
        self.done_for.emit(self._person.id)

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        if isinstance(error, UserError) and error.code.startswith("password."):
            self.password.refuse(beside_field(error))
        else:
            self.tell(sentence_of(error))
