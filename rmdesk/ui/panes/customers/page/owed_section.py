"""What is owed to a customer: promises, next steps, appointments, visits, tasks, settled where they stand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QPainter
from PySide6.QtWidgets import QMenu, QWidget

from rmdesk import choices, labels
from rmdesk.models import AppointmentState, CommitmentState, FollowUpState, TaskState
from rmdesk.services import appointments, commitments, follow_ups, promises, tasks, values
from rmdesk.services.customers.record import CustomerRecord
from rmdesk.services.errors import NotAllowed
from rmdesk.services.promises import Owed
from rmdesk.services.roles import Permission
from rmdesk.ui import ask, formats, icons
from rmdesk.ui.date_field import DateField
from rmdesk.ui.dialogs.answer_task import AnswerTask
from rmdesk.ui.dialogs.prepare_visit import PrepareVisit
from rmdesk.ui.interactions import wording
from rmdesk.ui.interactions.fields import PromiseKind
from rmdesk.ui.panes.customers.page import wording as page_wording
from rmdesk.ui.panes.customers.page.cell_editor import PickCombo
from rmdesk.ui.panes.customers.page.desk import Desk, Edit
from rmdesk.ui.panes.customers.page.part_form import FormField, PartForm
from rmdesk.ui.panes.customers.page.rows import PaintedRows, RowWords
from rmdesk.ui.panes.customers.page.rows_section import RowsSection
from rmdesk.ui.panes.customers.page.saving import Target
from rmdesk.ui.tokens import SIZE, SPACE
from rmdesk.ui.widgets import Button, LineField, Variant, paint
from rmdesk.words import translate

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.ui.jobs import Job

_DEPARTMENT = ""  # the assignee of a task that a department has


class OwedRows(PaintedRows[Owed]):
    """Rows of 25 px: an icon, what is owed, and at the right when, or how it ended."""

    menu_wanted = Signal(object, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        name = translate("owed", "Promises and next steps")
        super().__init__(name, height=SIZE.timeline_row, parent=parent)

    def words(self, item: Owed) -> RowWords:
        spoken = "  ".join((wording.owed(item), formats.day(item.due_on), wording.state(item)))
        if item.note:
            spoken = f"{spoken}  {item.note}"
        return RowWords(spoken, "\n".join(filter(None, (item.words, item.note, item.staff))))

    @staticmethod
    def when(item: Owed) -> tuple[str, str]:
        """The words at the right, and the role of their colour."""
        if not item.is_pending:
            return wording.state(item), "secondary"
        today = date.today()
        if item.state == CommitmentState.WAITING:
            return wording.state(item), "caution"
        if item.due_on < today:
            late = (today - item.due_on).days
            words = (
                translate("owed", "1 day late")
                if late == 1
                else translate("owed", "{days} days late", days=late)
            )
            return words, "warning"
        if item.due_on == today:
            return translate("owed", "Due today"), "warning"
        return formats.day(item.due_on), "secondary"

    def paint_row(self, painter: QPainter, rect: QRectF, item: Owed) -> None:
        icon, role = wording.OWED_ICONS[item.table]
        pending = item.is_pending
        icons.paint(
            painter, icon, role if pending else "disabled", rect.left(), rect.center().y() - SIZE.icon / 2
        )
        words, ink = self.when(item)
        width = min(paint.text_width(words) + 1.0, rect.width() * 0.4)
        box = QRectF(rect.right() - width, rect.top(), width, rect.height())
        paint.text(painter, box, words, role=ink, align=Qt.AlignmentFlag.AlignRight)
        x = rect.left() + SIZE.icon + SPACE.small
        rest = QRectF(x, rect.top(), box.left() - SPACE.small - x, rect.height())
        told = wording.owed(item)
        if item.note:
            told = f"{told}  {item.note}"
        paint.text(painter, rest, told, role="text" if pending else "secondary")

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        place = self._at(event.pos().y()) if event.reason() == QContextMenuEvent.Reason.Mouse else None
        if place is not None and place >= 0:
            self.go_to(place)
        if self.current is not None and place != -1:
            self.menu_wanted.emit(self.current, event.globalPos())


class OwedSection(RowsSection):
    """Reads what is owed to the customer it is shown; `counted` tells how much is pending."""

    counted = Signal(str, str)  # the count, and the fact worth knowing while folded

    def __init__(self, desk: Desk, *, editable: bool = True, parent: QWidget | None = None) -> None:
        """Not `editable`: for those who read the work of others and keep none themselves."""
        self.rows = OwedRows()
        self._editable = editable
        super().__init__(desk, self.rows, translate("owed", "Promise"), id="owed", parent=parent)
        self._reading: Job | None = None
        self._people: list[tuple[str, str]] = []  # whom a task may be given to: uid and name
        self.more = {
            "follow_up": translate("owed", "Step"),
            "appointment": translate("owed", "Meeting"),
            "task": translate("owed", "Task"),
            "visit": translate("owed", "Visit"),
        }
        self.buttons: dict[str, Button] = {}
        for place, (table, words) in enumerate(self.more.items(), 1):
            button = self.buttons[table] = Button(words, icon="plus", variant=Variant.LINK, height=24)
            button.clicked.connect(partial(self.add_kind, table))
            self._foot.insertWidget(place, button)
        self.form_opened.connect(self._on_form_opened)
        self._on_form_opened(False)
        self.rows.edit_wanted.connect(self.open)
        self.rows.remove_wanted.connect(self._remove)
        self.rows.menu_wanted.connect(self.show_menu)

    # --- reading -----------------------------------------------------------------------------------

    def fill(self, record: CustomerRecord) -> None:
        uid = record.uid
        if self._reading is not None:
            self._reading.cancel()
        self._reading = self._desk.context.jobs.read(
            lambda session: promises.list_owed(session, uid),
            done=lambda found: self._on_read(uid, found),
            failed=lambda _error: None,  # the page tells of a customer that is gone
        )

    def put_away(self) -> None:
        super().put_away()
        self.rows.set_items(())

    def _on_read(self, uid: str, found: Sequence[Owed]) -> None:
        if self._record is None or self._record.uid != uid:
            return
        self._reading = None
        self.rows.set_items(found)
        self.take_drafts()
        pending = [one for one in found if one.is_pending]
        late = sum(one.due_on < date.today() for one in pending)
        fact = translate("owed", "{count} late", count=late) if late else ""
        self.counted.emit(str(len(pending)) if pending else "", fact)

    def _on_form_opened(self, opened: bool) -> None:
        for button in (self.add_button, *self.buttons.values()):
            button.setVisible(self._editable and not opened)

    # --- what one can do with a row ----------------------------------------------------------------

    def open(self, row: Owed) -> None:
        """Enter: a visit opens its preparation, all else the menu of what may come of it."""
        if row.table == "visit":
            self._open_visit(row.uid)
        else:
            self.show_menu(
                row, self.rows.mapToGlobal(QPoint(SPACE.huge, int(self._place_of(row)) + SIZE.timeline_row))
            )

    def _place_of(self, row: Owed) -> float:
        place = next((place for place, one in enumerate(self.rows.items) if one.uid == row.uid), 0)
        return self.rows.row_rect(place).top()

    def choices_of(self, row: Owed) -> list[tuple[str, Callable[[], object]]]:
        """What may be done with a row: words and what they do."""
        found: list[tuple[str, Callable[[], object]]] = []
        if not self._editable:
            return found
        for code in _settlements(row):
            words = choices.word(row.table, "state", code)
            if code == "open":
                words = translate("owed", "Open it again")
            found.append((words, partial(self.settle, row, code)))
        if row.table == "visit":
            found.insert(
                0, (translate("owed", "Preparation and report…"), partial(self._open_visit, row.uid))
            )
        elif row.is_pending:
            found.append((translate("owed", "Edit…"), partial(self.edit, f"{row.table}:{row.uid}")))
        if row.table in _REMOVE:
            found.append((translate("owed", "Remove"), partial(self._remove, row)))
        return found

    def show_menu(self, row: Owed, at: QPoint) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        entries = self.choices_of(row)
        for words, run in entries:
            menu.addAction(words).triggered.connect(lambda _checked=False, run=run: run())
        if entries:
            menu.popup(at)
        return menu

    def settle(self, row: Owed, state: str) -> None:
        """Say what came of a row; of a task, in words."""
        if row.table == "task" and state in (TaskState.DONE, TaskState.REPORTED):
            self._answer_task(row)
            return
        self.do(
            translate("owed", "Saving what came of it"),
            None,
            lambda session, _version: _settle(session, row, state),
        )

    def _remove(self, row: Owed) -> None:
        remove = _REMOVE.get(row.table)
        if remove is not None and self._editable:
            self.do(
                translate("owed", "Removing"),
                None,
                lambda session, _version: remove(session, row.uid, version=row.version),
            )

    def _answer_task(self, row: Owed) -> None:
        with self._desk.context.store.read() as session:
            task = tasks.load_task(session, row.uid)
        dialog = AnswerTask(self._desk.context, task, parent=self)
        if dialog.answer.isHidden():  # it is in others' hands
            dialog.close()
            ask.tell_error(self, NotAllowed("role.not_permitted", permission=Permission.WRITE_WORK.value))
        else:
            dialog.open()

    def _open_visit(self, uid: str | None) -> None:
        dialog = PrepareVisit(
            self._desk.context, self.record.uid, self.record.name, visit_uid=uid, parent=self
        )
        dialog.open()

    # --- forms -------------------------------------------------------------------------------------

    def add_kind(self, table: str) -> None:
        if table == "visit":
            self._open_visit(None)
        else:
            self.edit(f"{table}:new")

    def add(self) -> None:
        self.edit("commitment:new")

    def edit_of(self, record: CustomerRecord, uid: str) -> Edit | None:
        table, _, which = uid.partition(":")
        row = next((one for one in self.rows.items if one.uid == which), None)
        if row is None and which != "new":
            return None
        customer_uid = record.uid

        def save(session: Session, version: int, given: dict[str, Any]) -> None:
            if row is None:
                kept = {name: value for name, value in given.items() if value is not None}
                _ADD[table](session, customer_uid, kept)
            else:
                _EDIT[table](session, row.uid, given, version=version)

        return Edit(
            translate("owed", "Saving what was promised"),
            None if row is None else Target(table, row.uid, row.version),
            lambda: self._make_form(table, row),
            save,
            partial(self._said, table),
        )

    def _said(self, table: str, given: dict[str, Any]) -> dict[str, str]:
        """The words for what was entered."""
        people = dict(self._people)
        return {
            name: people.get(value, "") if name == "assignee" else page_wording.column(table, name, value)
            for name, value in given.items()
        }

    def _make_form(self, table: str, row: Owed | None) -> PartForm:
        def label(name: str) -> str:
            return labels.field(table, name)

        line = LineField("" if row is None else row.words)
        due = DateField(f"{table}.due_on", toward="future")
        due.setText("" if row is None else formats.full_day(row.due_on))

        def read_due() -> date | None:
            day: date | None = due.read()
            seen = None if row is None else row.due_on
            return tasks.check_due(day, seen=seen) if table == "task" else day

        what = {"commitment": "promise", "follow_up": "step", "appointment": "subject", "task": "work"}[table]
        fields = [
            FormField(
                what,
                label(what),
                line,
                lambda: _CHECKS[table][what](line.text(), f"{table}.{what}"),
                required=table != "appointment",
                wide=True,
            ),
            FormField("due_on", label("due_on"), due, read_due, required=True),
        ]
        if table == "task":
            fields += self._task_fields(row)
        elif table == "appointment":
            time = LineField("" if row is None or row.at_minute is None else wording.clock(row.at_minute))
            time.setPlaceholderText("9:30")
            check = _CHECKS[table]["at_minute"]
            fields.append(
                FormField(
                    "at_minute", label("at_minute"), time, lambda: check(time.text(), "appointment.at_minute")
                )
            )
            fields.append(self._pick(table, "channel", row, "branch_visit"))
        elif table == "follow_up":
            fields.append(self._pick(table, "channel", row, "call"))
        else:
            kind = PromiseKind((row.detail if row is not None else None) or "service")
            if row is None:
                line.textChanged.connect(lambda: kind.follow(line.text()))
            fields.append(FormField("kind", label("kind"), kind, kind.currentData))
        titles = {"commitment": translate("owed", "New promise"), **self.more}
        return PartForm(
            table,
            titles[table] if row is None else wording.owed(row),
            fields,
            verb=translate("owed", "Add") if row is None else translate("owed", "Save"),
            is_new=row is None,
        )

    def _pick(self, table: str, name: str, row: Owed | None, usual: str) -> FormField:
        combo = PickCombo([(words, code) for code, words in choices.of_field(table, name).items()])
        combo.choose(usual if row is None or row.detail is None else row.detail)
        return FormField(name, labels.field(table, name), combo, combo.currentData)

    def _task_fields(self, row: Owed | None) -> list[FormField]:
        with self._desk.context.store.read() as session:
            people = self._people = tasks.assignees(session)
        department = LineField(placeholder=translate("owed", "Or a department"))
        who = PickCombo([(translate("owed", "A department"), _DEPARTMENT), *((n, uid) for uid, n in people)])
        known = next((uid for uid, name in people if row is not None and name == row.detail), None)
        if row is not None and known is None:
            department.setText(row.detail or "")
        elif known is not None:
            who.choose(known)
        return [
            FormField(
                "assignee",
                labels.field("task", "assignee_id"),
                who,
                lambda: who.currentData() or None,
            ),
            FormField(
                "department",
                labels.field("task", "department"),
                department,
                lambda: _CHECKS["task"]["department"](department.text(), "task.department"),
            ),
        ]


_Use = Callable[..., object]
_ADD: dict[str, _Use] = {
    "commitment": commitments.add_commitment,
    "follow_up": follow_ups.add_follow_up,
    "appointment": appointments.add_appointment,
    "task": tasks.add_task,
}
_EDIT: dict[str, _Use] = {
    "commitment": commitments.edit_commitment,
    "follow_up": follow_ups.edit_follow_up,
    "appointment": appointments.edit_appointment,
    "task": tasks.edit_task,
}
_REMOVE: dict[str, _Use] = {
    "commitment": commitments.remove_commitment,
    "follow_up": follow_ups.remove_follow_up,
    "appointment": appointments.remove_appointment,
}
_CHECKS: dict[str, dict[str, values.Check]] = {
    "commitment": commitments.CHECKS,
    "follow_up": follow_ups.CHECKS,
    "appointment": appointments.CHECKS,
    "task": tasks.CHECKS,
}


def _settlements(row: Owed) -> tuple[str, ...]:
    """The states that a person may bring a row to from where it is."""
    match row.table, row.state:
        case "commitment", CommitmentState.OPEN:
            found: tuple[str, ...] = (
                CommitmentState.KEPT,
                CommitmentState.BROKEN,
                CommitmentState.WITHDRAWN,
            )
        case "commitment", CommitmentState.WAITING:
            found = (CommitmentState.WITHDRAWN,)
        case "follow_up", FollowUpState.OPEN:
            found = (FollowUpState.DONE, FollowUpState.DROPPED)
        case "appointment", AppointmentState.OPEN:
            found = (AppointmentState.KEPT, AppointmentState.MISSED, AppointmentState.CANCELLED)
        case "task", TaskState.OPEN:
            found = (TaskState.DONE, TaskState.WITHDRAWN)
        case "task", TaskState.DONE:
            found = (TaskState.REPORTED,)
        case (("commitment" | "follow_up" | "appointment"), state) if state != CommitmentState.REFUSED:
            found = ("open",)
        case _:
            found = ()
    return tuple(str(one) for one in found)


def _settle(session: Session, row: Owed, state: str) -> None:
    match row.table, state:
        case "commitment", _:
            commitments.settle_commitment(session, row.uid, state, version=row.version)
        case "follow_up", _:
            follow_ups.settle_follow_up(session, row.uid, state, version=row.version)
        case "appointment", _:
            appointments.settle_appointment(session, row.uid, state, version=row.version)
        case "task", TaskState.WITHDRAWN:
            tasks.withdraw_task(session, row.uid, version=row.version)
