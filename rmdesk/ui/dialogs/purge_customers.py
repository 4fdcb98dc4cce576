"""Deleting for good: what is lost, and, where one person may not do it alone, the password of a second."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rmdesk import labels
from rmdesk.models import Role
from rmdesk.services import attachments, recycle_bin
from rmdesk.services.errors import UserError
from rmdesk.services.recycle_bin import BinRow, Consent
from rmdesk.ui import formats
from rmdesk.ui.dialogs.form_dialog import FormDialog
from rmdesk.ui.messages import beside_field, sentence_of
from rmdesk.ui.widgets import Form, Label, LineField, PasswordField, Variant

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context
    from rmdesk.ui.workers import Progress

_NAMES_SHOWN = 5
_BOTH = (Role.ADMINISTRATOR, Role.BRANCH_HEAD)


class PurgeCustomers(FormDialog):
    """`purged` carries how many are gone."""

    purged = Signal(int)

    def __init__(self, context: Context, rows: Sequence[BinRow], *, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Delete for good?"), verb=self.tr("Delete for good"), parent=parent)
        self._context, self._rows = context, list(rows)
        self.verb_button.set_variant(Variant.DANGER)
        self.verb_button.setDefault(False)
        self.body.addWidget(Label(self._names(), wrap=True))
        self.body.addWidget(
            Label(
                self.tr(
                    "Everything kept about them is deleted, in the audit trail too; only the deletion itself "
                    "stays recorded. This cannot be undone."
                ),
                ink="secondary",
                wrap=True,
            )
        )
        missing = [role for role in _BOTH if role not in context.actor.roles]
        self.name, self.password = LineField(), PasswordField(name=self.tr("Password"))
        self._form: Form | None = None
        if missing:
            self._form = form = Form()
            wanted = labels.listed(labels.role(role) for role in missing)
            self.body.addWidget(Label(self.tr("A second person has to agree: {role}.").format(role=wanted)))
            form.add(self.tr("Name"), self.name, required=True)
            self._password_row = form.add(self.tr("Password"), self.password, required=True)
            self.body.addWidget(form)
            self.name.setFocus()
        else:
            self.cancel_button.setFocus()

    def _names(self) -> str:
        names = labels.listed(f"{one.name} {one.number or ''}".strip() for one in self._rows[:_NAMES_SHOWN])
        rest = len(self._rows) - _NAMES_SHOWN
        if rest > 0:
            return self.tr("{names} and {count} more").format(names=names, count=formats.count(rest))
        return names

    def submit(self) -> None:
        if self._form is None:
            self.set_busy(True)
            self._purge(None)
            return
        if not self._form.check():
            return
        vault, name, password = self._context.vault, self.name.text(), self.password.text()
        self.set_busy(True, self.tr("Checking the password…"))
        self._context.jobs.background(
            self.tr("Checking the password"),
            lambda _progress: recycle_bin.prepare_consent(vault, name, password),
            done=self._purge,
            failed=self._on_refused,
        )

    def _purge(self, consent: Consent | None) -> None:
        uids = [one.uid for one in self._rows]

        def purge(session: Session, _progress: Progress) -> int:
            return recycle_bin.purge_customers(session, uids, consent)

        self._context.jobs.write(
            self.tr("Deleting for good"), purge, done=self._on_purged, failed=self._on_failed
        )

    def _on_purged(self, count: int) -> None:
        self._sweep()
        self.purged.emit(count)
        self.accept()

    def _sweep(self) -> None:
        """Their documents go too; a file that cannot be deleted now goes after the next purge."""
        vault = self._context.vault
        self._context.jobs.read(lambda session: attachments.sweep(session, vault), done=lambda _count: None)

    def _on_refused(self, error: Exception) -> None:
        self.set_busy(False)
        if isinstance(error, UserError):
            self._password_row.set_error(beside_field(error))
            self.password.setFocus()

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        self.tell(sentence_of(error))
