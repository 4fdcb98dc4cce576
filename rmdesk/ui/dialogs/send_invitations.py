"""Invitations that went out to many at once: by which way, with which words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from rmdesk import activity_labels, labels
from rmdesk.services import activities
from rmdesk.services.activities import ActivitySheet
from rmdesk.ui import ask, formats
from rmdesk.ui.dialogs.form_dialog import FormDialog
from rmdesk.ui.interactions.fields import TextArea, pick
from rmdesk.ui.tokens import SPACE
from rmdesk.ui.widgets import Form

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context
    from rmdesk.ui.workers import Progress


class SendInvitations(FormDialog):
    """`ids` are of those on the list. `saved` tells that their contacts are recorded."""

    saved = Signal()

    def __init__(
        self, context: Context, sheet: ActivitySheet, ids: list[int], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            self.tr("Invitations were sent"),
            self.tr(
                "A contact is recorded for each of the {count} marked whose invitation is to be done; the "
                "others stay as they are."
            ).format(count=formats.count(len(ids))),
            verb=self.tr("Record"),
            width=480,
            parent=parent,
        )
        self._context, self._sheet, self._ids = context, sheet, ids
        self.channel = pick("activity_contact", "channel", "wechat")
        row = sheet.row
        told = [row.theme or row.name, activity_labels.when(row), row.place or ""]
        self.words = TextArea(labels.listed(one for one in told if one), lines=4)
        form = Form(spacing=SPACE.medium)
        form.add(labels.field("activity_contact", "channel"), self.channel)
        form.add(labels.field("interaction", "content"), self.words)
        self.body.addWidget(form)
        self.channel.setFocus()

    def submit(self) -> None:
        uid, ids, way = self._sheet.row.uid, self._ids, self.channel.currentData()
        words = self.words.toPlainText()

        def save(session: Session, _progress: Progress) -> int:
            return activities.mark_sent(session, uid, ids, way, words=words)

        self.set_busy(True, self.tr("Saving…"))
        self._context.jobs.write(
            self.tr("Recording invitations"), save, done=self._on_saved, failed=self._on_failed
        )

    def _on_saved(self, count: int) -> None:
        parent = self.parentWidget()
        self.saved.emit()
        self.accept()
        if count < len(self._ids) and parent is not None:
            ask.tell(
                parent.window(),
                title=self.tr("{count} recorded").format(count=formats.count(count)),
                text=self.tr(
                    "{left} were left as they are: invited already, left in peace, or of another manager."
                ).format(left=formats.count(len(self._ids) - count)),
            )
