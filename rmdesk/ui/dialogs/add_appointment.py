"""A new appointment: with whom, when, by which way, about what."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from rmdesk import labels
from rmdesk.services import appointments, values, working_days
from rmdesk.services.errors import UserError
from rmdesk.ui import formats
from rmdesk.ui.customer_field import CustomerField
from rmdesk.ui.date_field import DateField
from rmdesk.ui.dialogs.form_dialog import FormDialog
from rmdesk.ui.interactions.fields import checked, pick, refusal
from rmdesk.ui.tokens import SPACE
from rmdesk.ui.widgets import FormRow, LineField

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context
    from rmdesk.ui.workers import Progress


class AddAppointment(FormDialog):
    """`added` carries the day. `customer` is (uid, name) of whom it is with, if that is known."""

    added = Signal(object)  # date

    def __init__(
        self,
        context: Context,
        day: date,
        *,
        customer: tuple[str, str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("New appointment"), verb=self.tr("Save"), parent=parent, width=520)
        self._context = context
        with context.store.read() as session:
            work = working_days.load(session)
        self.customer = CustomerField(context)
        if customer is not None:
            self.customer.choose(*customer)
        self.day = DateField("appointment.due_on", toward="future", working=work)
        self.day.setText(formats.full_day(day))
        self.time = LineField(placeholder="9:30")
        self.channel = pick("appointment", "channel", "branch_visit")
        self.subject = LineField()
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE.medium)
        grid.setVerticalSpacing(SPACE.small)
        check: Any = partial(checked, appointments.CHECKS, "appointment")
        is_known = partial(self.customer.refusal, required=True)
        self._put(grid, 0, 0, "customer_id", self.customer, is_known, span=2, required=True)
        self._put(grid, 1, 0, "due_on", self.day, lambda: refusal(self._read_day), required=True)
        self._put(
            grid,
            1,
            1,
            "at_minute",
            self.time,
            lambda: refusal(partial(check, "at_minute", self.time.text())),
        )
        self._put(grid, 2, 0, "channel", self.channel, None)
        self._put(
            grid,
            2,
            1,
            "subject",
            self.subject,
            lambda: refusal(partial(check, "subject", self.subject.text())),
        )
        # Halves, so that what is wrong with a field has room below it.
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        holder = QWidget()
        holder.setLayout(grid)
        self.body.addWidget(holder)
        (self.time if customer is not None else self.customer).setFocus()
        self.comes_again("add_appointment", day=day.isoformat(), customer=customer)

    def _put(
        self,
        grid: QGridLayout,
        line: int,
        column: int,
        name: str,
        field: QWidget,
        check: Any,
        *,
        span: int = 1,
        required: bool = False,
    ) -> None:
        row = FormRow(labels.field("appointment", name), field, required=required, check=check)
        self.rows[name] = row
        grid.addWidget(row, line, column, 1, span, Qt.AlignmentFlag.AlignTop)

    def _read_day(self) -> date:
        day = self.day.read()
        if day is None:
            raise UserError("date.not_a_date", what="appointment.due_on")
        return day

    def submit(self) -> None:
        if not self.check():
            return
        uid = self.customer.customer_uid
        day = self._read_day()
        time, subject = self.time.text(), self.subject.text()
        given = {
            "due_on": day,
            "at_minute": None if values.is_empty(time) else time,
            "channel": self.channel.currentData(),
            "subject": None if values.is_empty(subject) else subject,
        }

        def save(session: Session, _progress: Progress) -> None:
            appointments.add_appointment(session, uid, given)

        self.set_busy(True, self.tr("Saving…"))
        self._context.jobs.write(
            self.tr("Saving an appointment"),
            save,
            done=lambda _nothing: self._on_saved(day),
            failed=self._on_failed,
        )

    def _on_saved(self, day: date) -> None:
        self.added.emit(day)
        self.accept()
