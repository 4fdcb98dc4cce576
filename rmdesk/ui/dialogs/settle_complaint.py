"""What became of a complaint: what was decided, how the customer was told, or that it is taken up again."""

from __future__ import annotations

import enum
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal

from rmdesk import labels
from rmdesk.models import Channel
from rmdesk.services import complaints
from rmdesk.services.complaints import ComplaintRecord
from rmdesk.ui import formats
from rmdesk.ui.date_field import DateField
from rmdesk.ui.dialogs.form_dialog import FormDialog
from rmdesk.ui.interactions.fields import TextArea, pick, refusal
from rmdesk.ui.widgets import Form, LineField, Segments

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context
    from rmdesk.ui.workers import Progress

_YES, _NO, _UNKNOWN = "yes", "no", "unknown"


class Settling(enum.Enum):
    """What is said of a case."""

    RESOLVE = enum.auto()
    TELL = enum.auto()
    REOPEN = enum.auto()
    STEP = enum.auto()


class SettleComplaint(FormDialog):
    """One of the `Settling` of a case; `saved` carries its uid."""

    saved = Signal(str)

    def __init__(
        self, context: Context, record: ComplaintRecord, what: Settling, *, parent: Any = None
    ) -> None:
        titles = {
            Settling.RESOLVE: (self.tr("What was decided about {number}?"), self.tr("Decide")),
            Settling.TELL: (self.tr("How was the customer told of {number}?"), self.tr("Note it")),
            Settling.REOPEN: (self.tr("Take {number} up again"), self.tr("Open again")),
            Settling.STEP: (self.tr("A further step of {number}"), self.tr("Add the step")),
        }
        title, verb = titles[what]
        super().__init__(title.format(number=record.row.number), verb=verb, parent=parent, width=480)
        self._context, self._record, self._what = context, record, what
        self.text = TextArea(record.result or "", lines=4)
        self.step = LineField()
        self.day = DateField("complaint_step.due_on", toward="future")
        self.day.setText(formats.full_day(date.today()))
        self.channel = pick("complaint", "told_channel", Channel.CALL.value)
        self.satisfied = Segments(
            [
                (_YES, self.tr("Satisfied")),
                (_NO, self.tr("Not satisfied")),
                (_UNKNOWN, self.tr("Not known yet")),
            ],
            name=labels.field("complaint", "is_satisfied"),
            current=_UNKNOWN,
            in_form=True,
        )
        self.form = Form()
        on = partial(refusal, self.day.read)
        if what is Settling.RESOLVE:
            self.form.add(labels.field("complaint", "result"), self.text, required=True, check=self._no_text)
            self.form.add(labels.field("complaint", "resolved_on"), self.day, check=on)
        elif what is Settling.TELL:
            self.form.add(labels.field("complaint", "told_channel"), self.channel)
            self.form.add(labels.field("complaint", "told_on"), self.day, check=on)
            self.form.add(labels.field("complaint", "is_satisfied"), self.satisfied)
        else:
            self.form.add(self.tr("Next step"), self.step, required=True, check=self._no_step)
            if what is Settling.STEP:
                self.form.add(labels.field("complaint_step", "due_on"), self.day, check=on)
        self.body.addWidget(self.form)
        for field in (self.text, self.step, self.day, self.channel, self.satisfied):
            if field.parent() is None:  # not asked for here
                field.setParent(self)
                field.hide()
        self.form.rows[0].field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.comes_again("settle_complaint", complaint=[record.row.uid, record.row.version], what=what.name)

    def _no_text(self) -> str:
        return "" if self.text.toPlainText().strip() else self.tr("Write what was decided.")

    def _no_step(self) -> str:
        return "" if self.step.text().strip() else self.tr("Write what is to be done next.")

    def submit(self) -> None:
        if not self.form.check():
            return
        row, what = self._record.row, self._what
        text, step, channel = self.text.toPlainText(), self.step.text(), self.channel.currentData()
        day = None if what is Settling.REOPEN else self.day.read()
        satisfied = {_YES: True, _NO: False}.get(self.satisfied.current or "")

        def save(session: Session, _progress: Progress) -> None:
            match what:
                case Settling.RESOLVE:
                    complaints.resolve_complaint(session, row.uid, text, version=row.version, on=day)
                case Settling.TELL:
                    complaints.tell_customer(
                        session, row.uid, channel, version=row.version, satisfied=satisfied, on=day
                    )
                case Settling.REOPEN:
                    complaints.reopen_complaint(session, row.uid, step, version=row.version)
                case Settling.STEP:
                    assert day is not None
                    complaints.add_step(session, row.uid, step, day)

        self.set_busy(True, self.tr("Saving…"))
        self._context.jobs.write(
            self.tr("Saving a complaint"),
            save,
            done=self._on_saved,
            failed=self._on_failed,
        )

    def _on_saved(self, _nothing: object) -> None:
        self.saved.emit(self._record.row.uid)
        self.accept()
