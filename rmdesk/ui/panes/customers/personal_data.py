"""The rights of a person: all that is kept about them shown and printed, or deleted at their request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from rmdesk.services import reading, roles
from rmdesk.services.customers import access
from rmdesk.services.errors import NotAllowed, UserError
from rmdesk.services.roles import Permission
from rmdesk.ui import ask
from rmdesk.words import translate

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.services.archive import CustomerRow
    from rmdesk.services.erasure import Erased
    from rmdesk.ui.context import Context
    from rmdesk.ui.workers import Progress


def show_personal_data(context: Context, uid: str, parent: QWidget) -> None:
    """Record that the whole record of the customer is read, then show it as it will be printed."""
    from rmdesk.ui.dialogs.preview_report import preview_report

    def note(session: Session, _progress: Progress) -> None:
        reading.note_record(session, access.find(session, uid))

    def show(_done: None) -> None:
        preview_report(context, "personal_data", parent=parent, customer=uid).open()

    def refused(error: Exception) -> None:
        if isinstance(error, UserError):
            ask.tell_error(parent, error)

    context.jobs.write(translate("personal data", "Reading all of a record"), note, done=show, failed=refused)


def ask_to_erase(context: Context, customer: CustomerRow, parent: QWidget) -> None:
    """Say what would go and what must be kept; once it is gone, the certificate is there to be printed."""
    from rmdesk.ui.dialogs.erase_customer import EraseCustomer

    if not roles.allowed(context.actor, Permission.PURGE_DELETED):
        ask.tell_error(parent, NotAllowed("role.not_permitted", permission=Permission.PURGE_DELETED.value))
        return
    try:
        with context.store.read() as session:
            version = access.find(session, customer.uid).version
        dialog = EraseCustomer(context, customer, version, parent=parent)
    except UserError as error:
        ask.tell_error(parent, error)
        return
    dialog.erased.connect(lambda erased: _show_certificate(context, erased, parent))
    dialog.open()


def _show_certificate(context: Context, erased: Erased, parent: QWidget) -> None:
    from rmdesk.ui.dialogs.preview_report import preview_report

    preview_report(context, "erasure", parent=parent, erased=erased).open()
