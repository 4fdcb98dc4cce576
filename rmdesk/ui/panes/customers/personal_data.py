"""Showing and printing all that is kept about one person, which is recorded before it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from rmdesk.services import reading
from rmdesk.services.customers import access
from rmdesk.services.errors import UserError
from rmdesk.ui import ask
from rmdesk.words import translate

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

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
