"""One complaint beside the list: what happened, its steps, what became of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from rmdesk import choices, labels
from rmdesk.models import ComplaintState
from rmdesk.services import complaints, roles
from rmdesk.services.complaints import ComplaintRecord, StepRow
from rmdesk.services.errors import UserError
from rmdesk.services.roles import Permission, Reach
from rmdesk.ui import ask, formats
from rmdesk.ui.dialogs.settle_complaint import Settling
from rmdesk.ui.panes.surveys.complaints import wording
from rmdesk.ui.panes.surveys.part import column_of, scrolled
from rmdesk.ui.tokens import SPACE, TYPE
from rmdesk.ui.widgets import (
    Button,
    CheckBox,
    Flow,
    Ground,
    Hairline,
    IconButton,
    Label,
    Section,
    Tag,
    Variant,
)

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context
    from rmdesk.ui.dialogs.preview_report import PreviewReport
    from rmdesk.ui.dialogs.settle_complaint import SettleComplaint


class ComplaintPage(Ground):
    """`edit_wanted`: the form of the case; `customer_wanted` carries the uid of whose it is."""

    edit_wanted = Signal()
    customer_wanted = Signal(str)
    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__("surface")
        self.context = context
        self.record: ComplaintRecord | None = None
        self.boxes: list[CheckBox] = []
        # Who only assists sees to a case and has its record signed at the counter; its customer's page, and
        # its removal, are of those it belongs to.
        self.may_own = roles.allowed(context.actor, Permission.HANDLE_COMPLAINTS).reach() > Reach.NONE
        self.title = Label("", style=TYPE.section, wrap=True, selectable=True)
        self.state, self.seriousness = Tag(""), Tag("")
        self.meta = Label("", style=TYPE.secondary, ink="secondary")
        head = QVBoxLayout()
        head.setContentsMargins(SPACE.pane, SPACE.medium, SPACE.pane, SPACE.medium)
        head.setSpacing(SPACE.small)
        head.addWidget(self.title)
        line = QHBoxLayout()
        line.setSpacing(SPACE.small)
        for widget in (self.state, self.seriousness):
            line.addWidget(widget)
        line.addWidget(self.meta, 1)
        head.addLayout(line)
        self.buttons: dict[str, Button] = {}
        flow = Flow(line=36)
        deeds: tuple[tuple[str, str, Callable[[], object]], ...] = (
            ("tell", self.tr("Customer told…"), partial(self.settle, Settling.TELL)),
            ("resolve", self.tr("Decide…"), partial(self.settle, Settling.RESOLVE)),
            ("close", self.tr("Close"), self.close_case),
            ("reopen", self.tr("Open again…"), partial(self.settle, Settling.REOPEN)),
            ("edit", self.tr("Edit…"), self.edit_wanted.emit),
            ("passed", self.tr("Passed on"), self.pass_on),
            ("print", self.tr("Print the record…"), self.print_record),
            ("customer", self.tr("Open the customer"), self._to_customer),
            ("remove", self.tr("Remove"), self.remove),
        )
        for place, (name, words, run) in enumerate(deeds):
            leads_on = name in ("resolve", "tell")
            button = Button(words, variant=Variant.OUTLINED if leads_on else Variant.NORMAL)
            button.clicked.connect(lambda _checked=False, run=run: run())
            self.buttons[name] = button
            flow.insert(place, button)
        self._flow = flow
        self._content = Ground("surface")
        self._column = column_of(self._content)
        self._column.addWidget(flow)
        self._listed: QWidget | None = None
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        self.line = Hairline()
        whole.addWidget(self.line)
        self.area = scrolled(self._content)
        whole.addWidget(self.area, 1)

    def show_record(self, record: ComplaintRecord | None) -> None:
        self.record = record
        for widget in (self.title, self.state, self.seriousness, self.meta, self.line, self.area):
            widget.setVisible(record is not None)
        if record is None:
            return
        row = record.row
        self.title.setText(f"{row.number}  {row.who}")
        state, serious = wording.state(row.state), wording.seriousness(row.seriousness)
        self.state.set_words(state.text)
        self.state.set_tone(state.tone)
        self.seriousness.set_words(serious.text)
        self.seriousness.set_tone(serious.tone)
        told = [choices.word("complaint", "nature", row.nature), choices.word("complaint", "kind", row.kind)]
        if row.is_pending:
            due = self.tr("late since {day}") if row.is_late else self.tr("next due {day}")
            told.append(due.format(day=formats.full_day(row.due_on)))
        self.meta.setText(" · ".join(told))
        self.meta.set_ink("warning" if row.is_late else "secondary")
        offered = {"edit", "print"} | {
            ComplaintState.OPEN.value: {"resolve"} | (set() if record.reopened else {"remove"}),
            ComplaintState.RESOLVED.value: {"tell", "resolve", "reopen"},
            ComplaintState.TOLD.value: {"close", "tell", "reopen"},
            ComplaintState.CLOSED.value: {"reopen"},
        }[row.state]
        if row.customer_uid is not None:
            offered.add("customer")
        if record.measure and record.measure_for and record.measure_told_on is None:
            offered.add("passed")
        if not self.may_own:
            offered -= {"customer", "remove"}
        for name, button in self.buttons.items():
            button.setVisible(name in offered)
        self._flow.arrange()
        self._list(record)

    def _list(self, record: ComplaintRecord) -> None:
        if self._listed is not None:
            self._listed.hide()
            self._listed.deleteLater()
        self._listed = QWidget()
        column = QVBoxLayout(self._listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.large)
        column.addWidget(self._facts(record))
        column.addWidget(self._steps(record))
        column.addStretch(1)
        self._column.addWidget(self._listed)

    def _facts(self, record: ComplaintRecord) -> QWidget:
        row = record.row
        satisfied = {None: "", True: self.tr("Yes"), False: self.tr("No")}[record.is_satisfied]
        channel = record.told_channel
        facts: list[tuple[str, str | None]] = [
            ("content", row.content),
            ("wish", record.wish),
            ("raised_on", formats.full_day(row.raised_on)),
            ("source", choices.word("complaint", "source", record.source)),
            ("survey_id", record.survey_number),
            ("final_on", formats.full_day(record.row.final_on)),
            ("owner_id", row.owner),
            ("assistant_id", record.assistant),
            ("result", record.result),
            ("resolved_on", _day(record.resolved_on)),
            ("told_on", _day(record.told_on)),
            ("told_channel", None if channel is None else choices.word("complaint", "told_channel", channel)),
            ("is_satisfied", satisfied),
            ("closed_on", _day(record.closed_on)),
            ("reopened", str(record.reopened) if record.reopened else None),
            ("cause", record.cause),
            ("measure", record.measure),
            (
                "measure_for",
                None
                if record.measure_for is None
                else choices.word("complaint", "measure_for", record.measure_for),
            ),
            ("measure_told_on", _day(record.measure_told_on)),
        ]
        found = QWidget()
        grid = QGridLayout(found)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE.large)
        grid.setVerticalSpacing(SPACE.small)
        grid.setColumnStretch(1, 1)
        for place, (name, words) in enumerate((name, words) for name, words in facts if words):
            label = Label(labels.field("complaint", name), style=TYPE.secondary, ink="secondary")
            grid.addWidget(label, place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Label(words, wrap=True, selectable=True), place, 1)
        return found

    def _steps(self, record: ComplaintRecord) -> QWidget:
        part = Section(self.tr("Steps"))
        changeable = record.row.is_pending
        self.boxes = []
        for step in record.steps:
            row = QHBoxLayout()
            row.setSpacing(SPACE.small)
            box = CheckBox("", checked=step.done_on is not None)
            box.setAccessibleName(step.what)
            box.setEnabled(changeable)
            box.clicked.connect(lambda on=False, step=step: self._on_step(step, on))
            self.boxes.append(box)
            row.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Label(step.what, wrap=True, selectable=True), 1)
            row.addWidget(Label(step.staff or "", ink="secondary"))
            day = self.tr("done {day}") if step.done_on else self.tr("by {day}")
            row.addWidget(
                Label(
                    day.format(day=formats.full_day(step.done_on or step.due_on)),
                    ink="secondary",
                    tabular=True,
                )
            )
            if changeable:
                remove = IconButton("x", self.tr("Take this step out"))
                remove.clicked.connect(partial(self._remove_step, step))
                row.addWidget(remove)
            part.body.addLayout(row)
        add = Button(self.tr("A further step…"), icon="plus", variant=Variant.LINK)
        add.clicked.connect(lambda: self.settle(Settling.STEP))
        part.body.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)
        add.setVisible(changeable)
        return part

    # --- deeds -------------------------------------------------------------------------------------

    def settle(self, what: Settling) -> SettleComplaint | None:
        """Ask what became of the case."""
        if self.record is None:
            return None
        from rmdesk.ui.dialogs.settle_complaint import SettleComplaint

        dialog = SettleComplaint(self.context, self.record, what, parent=self.window())
        dialog.open()
        return dialog

    def close_case(self) -> None:
        self._write(self.tr("Closing a complaint"), complaints.close_complaint)

    def pass_on(self) -> None:
        """Those whom the improvement is for were told."""
        self._write(self.tr("Passing on an improvement"), complaints.note_measure_told)

    def remove(self) -> None:
        self._write(self.tr("Removing a complaint"), complaints.remove_complaint)

    def print_record(self) -> PreviewReport | None:
        if self.record is None:
            return None
        from rmdesk.ui.dialogs.preview_report import preview_report

        preview = preview_report(
            self.context, "complaint_record", parent=self.window(), complaint=self.record.row.uid
        )
        preview.open()
        return preview

    def _on_step(self, step: StepRow, checked: bool) -> None:
        self._save(
            self.tr("A step of a complaint"),
            lambda session: complaints.finish_step(
                session, step.uid, version=step.version, undone=not checked
            ),
        )

    def _remove_step(self, step: StepRow) -> None:
        self._save(
            self.tr("A step of a complaint"),
            lambda session: complaints.remove_step(session, step.uid, version=step.version),
        )

    def _write(self, title: str, use_case: Callable[..., Any]) -> None:
        record = self.record
        if record is not None:
            row = record.row
            self._save(title, lambda session: use_case(session, row.uid, version=row.version))

    def _save(self, title: str, use_case: Callable[[Session], Any]) -> None:
        self.context.jobs.write(title, lambda session, _progress: use_case(session), failed=self._on_refused)

    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, UserError):
            ask.tell_error(self.window(), error)
        self.show_record(self.record)

    def _to_customer(self) -> None:
        if self.record is not None and self.record.row.customer_uid is not None:
            self.customer_wanted.emit(self.record.row.customer_uid)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)


def _day(day: Any) -> str | None:
    return None if day is None else formats.full_day(day)
