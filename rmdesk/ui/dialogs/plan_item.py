"""An entry of one's own on the plan of a day, or an item of it changed."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rmdesk import care_labels, labels
from rmdesk.services import daily_logs
from rmdesk.services.daily_logs import Item
from rmdesk.services.daily_logs.planning import CHECKS
from rmdesk.ui.customer_field import CustomerField
from rmdesk.ui.dialogs.form_dialog import FormDialog
from rmdesk.ui.interactions.fields import checked, pick, refusal
from rmdesk.ui.panes.log import wording
from rmdesk.ui.tokens import SPACE
from rmdesk.ui.widgets import Form, LineField

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context
    from rmdesk.ui.workers import Progress

_TABLE = "daily_log_item"


class PlanItem(FormDialog):
    """For a new entry `item` is None. `saved` carries its uid. Whoever opens this means days of rest too."""

    saved = Signal(str)

    def __init__(
        self, context: Context, day: date, item: Item | None = None, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            self.tr("Add to the plan") if item is None else self.tr("Change this item"),
            wording.day_title(day),
            verb=self.tr("Add") if item is None else self.tr("Save"),
            parent=parent,
        )
        self._context, self._day, self._item = context, day, item
        self.purpose = LineField("" if item is None else item.purpose)
        self.channel = pick(
            _TABLE, "channel", None if item is None else item.channel, empty=self.tr("not said")
        )
        self.at = LineField("" if item is None else care_labels.clock(item.at_minute))
        self.at.setPlaceholderText("9:30")
        self.customer = CustomerField(context) if item is None else None
        self.form = Form(spacing=SPACE.medium)
        if self.customer is not None:
            self.rows["customer"] = self.form.add(
                labels.table("customer"),
                self.customer,
                note=self.tr("Empty if it is about no customer."),
                check=partial(self.customer.refusal, required=False),
            )
        self.rows["purpose"] = self.form.add(
            labels.field(_TABLE, "purpose"),
            self.purpose,
            required=True,
            check=lambda: refusal(lambda: checked(CHECKS, _TABLE, "purpose", self.purpose.text())),
        )
        self.rows["channel"] = self.form.add(labels.field(_TABLE, "channel"), self.channel)
        self.rows["at_minute"] = self.form.add(
            labels.field(_TABLE, "at_minute"),
            self.at,
            check=lambda: refusal(lambda: checked(CHECKS, _TABLE, "at_minute", self.at.text())),
        )
        self.body.addWidget(self.form)
        (self.purpose if self.customer is None else self.customer).setFocus()
        if item is None:
            self.comes_again("plan_item", day=day.isoformat())

    def submit(self) -> None:
        if not self.form.check():
            return
        given: dict[str, Any] = {
            "purpose": self.purpose.text(),
            "channel": self.channel.currentData(),
            "at_minute": self.at.text(),
        }
        item, day = self._item, self._day
        customer = None if self.customer is None else self.customer.customer_uid or None

        def save(session: Session, _progress: Progress) -> str:
            if item is None:
                row = daily_logs.add_item(session, day, given, customer_uid=customer, on_rest_day=True)
                return row.uid
            daily_logs.edit_item(session, item.uid, given, version=item.version)
            return item.uid

        self.set_busy(True, self.tr("Saving…"))
        self._context.jobs.write(
            self.tr("Saving the plan"), save, done=self._on_saved, failed=self._on_failed
        )

    def _on_saved(self, uid: str) -> None:
        self.saved.emit(uid)
        self.accept()
