"""An activity was held: who came is recorded, and thanked on the days after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from rmdesk import labels
from rmdesk.services import activities
from rmdesk.services.activities import ActivitySheet
from rmdesk.ui import formats
from rmdesk.ui.dialogs.form_dialog import FormDialog
from rmdesk.ui.interactions.fields import pick
from rmdesk.ui.tokens import SPACE
from rmdesk.ui.widgets import CheckBox, Form

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context
    from rmdesk.ui.workers import Progress


class HoldActivity(FormDialog):
    """With `only_thank` it was held before. `saved` tells that it is done."""

    saved = Signal()

    def __init__(
        self,
        context: Context,
        sheet: ActivitySheet,
        *,
        only_thank: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        turnout = sheet.row.turnout
        told = self.tr(
            "{came} customers came, {heads} people in all. For each customer a contact is recorded; "
            "invitations that nobody made are dropped."
        ).format(came=formats.count(turnout.came), heads=formats.count(turnout.heads))
        super().__init__(
            self.tr("Thank those who came")
            if only_thank
            else self.tr("Was “{name}” held?").format(name=sheet.row.name),
            "" if only_thank else told,
            verb=self.tr("Plan the thanks") if only_thank else self.tr("It was held"),
            parent=parent,
        )
        self._context, self._sheet, self._only_thank = context, sheet, only_thank
        self.thanks = CheckBox(self.tr("Thank those who came on the three working days after it"))
        self.thanks.setChecked(True)
        self.channel = pick("activity_contact", "channel", "wechat", empty=self.tr("as each likes it"))
        form = Form(spacing=SPACE.medium)
        form.add(labels.field("activity_contact", "channel"), self.channel)
        if not only_thank:
            self.body.addWidget(self.thanks)
            self.thanks.toggled.connect(form.setEnabled)
        self.body.addWidget(form)

    def submit(self) -> None:
        uid, version, only = self._sheet.row.uid, self._sheet.row.version, self._only_thank
        way, thanks = self.channel.currentData(), self.thanks.isChecked()

        def save(session: Session, _progress: Progress) -> None:
            seen = version
            if not only:
                activities.hold_activity(session, uid, version=seen)
                seen = activities.load_activity(session, uid).row.version
            if only or thanks:
                activities.thank(session, uid, channel=way, version=seen)

        self.set_busy(True, self.tr("Saving…"))
        self._context.jobs.write(
            self.tr("Saving an activity"), save, done=self._on_saved, failed=self._on_failed
        )

    def _on_saved(self, _nothing: object) -> None:
        self.saved.emit()
        self.accept()
