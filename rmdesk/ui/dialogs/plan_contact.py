"""One contact of a sub-plan put on a day by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from rmdesk import labels
from rmdesk.services import plans, working_days
from rmdesk.services.plans import NodeRow
from rmdesk.ui import formats
from rmdesk.ui.customer_field import CustomerField
from rmdesk.ui.date_field import DateField
from rmdesk.ui.dialogs.form_dialog import FormDialog
from rmdesk.ui.interactions.fields import pick, refusal
from rmdesk.ui.tokens import SPACE
from rmdesk.ui.widgets import Form

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context


class PlanContact(FormDialog):
    """`saved` tells that the contact stands on its day."""

    saved = Signal()

    def __init__(
        self, context: Context, plan_uid: str, node: NodeRow, *, parent: QWidget | None = None
    ) -> None:
        first, last = node.span
        super().__init__(
            self.tr("Add a contact to “{name}”").format(name=node.name),
            self.tr("On a day from {first} to {last}. Making the contacts again leaves it there.").format(
                first=formats.full_day(first), last=formats.full_day(last)
            ),
            verb=self.tr("Add"),
            parent=parent,
        )
        self._context, self._node = context, node
        with context.store.read() as session:
            work = working_days.load(session)
        self.customer = CustomerField(context)
        self.day = DateField("plan_item.due_on", toward="future", working=work)
        self.channel = pick("plan_item", "channel", next(iter(node.channels or {"call": 100})))
        self.form = Form(spacing=SPACE.medium)
        self.form.add(
            labels.field("plan_item", "customer_id"),
            self.customer,
            required=True,
            check=lambda: self.customer.refusal(required=True),
        )
        self.form.add(
            labels.field("plan_item", "due_on"),
            self.day,
            required=True,
            check=lambda: refusal(self.day.read),
        )
        self.form.add(labels.field("plan_item", "channel"), self.channel)
        self.body.addWidget(self.form)
        self.customer.setFocus()
        self.comes_again("plan_contact", plan=plan_uid, node=node.uid)

    def submit(self) -> None:
        if not self.form.check():
            return
        node, customer, day = self._node.uid, self.customer.customer_uid, self.day.read()
        channel = self.channel.currentData()

        def work(session: Session, _progress: Any) -> str:
            return plans.add_item(session, node, customer or "", day, channel=channel).uid

        self.set_busy(True, self.tr("Saving…"))
        self._context.jobs.write(
            self.tr("Adding a contact"), work, done=self._on_saved, failed=self._on_failed
        )

    def _on_saved(self, _uid: str) -> None:
        self.saved.emit()
        self.accept()
