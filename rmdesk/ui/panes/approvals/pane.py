"""What waits for somebody's word: promises on rates, fees and exceptions, and visits sent for approval."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from rmdesk import choices, labels
from rmdesk.services import commitments, visits
from rmdesk.services.commitments import WaitingRow
from rmdesk.services.errors import UserError
from rmdesk.services.visits import VisitRow
from rmdesk.ui import ask, formats
from rmdesk.ui.context import Context
from rmdesk.ui.dialogs.judge_work import JudgeWork
from rmdesk.ui.interactions import wording
from rmdesk.ui.pane import Pane
from rmdesk.ui.table import CellKind, Column, QueryModel, QueryTable, Source
from rmdesk.ui.widgets import Button, EmptyState, PaneHead, Segments, Variant

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.ui.workers import Progress

PROMISES, VISITS = "promises", "visits"


class ApprovalsPane(Pane):
    """Two lists, one at a time; Enter approves, Delete refuses with a reason."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.which = Segments(
            [(PROMISES, self.tr("Promises")), (VISITS, self.tr("Visits"))], name=self.tr("What waits")
        )
        self.which.chosen.connect(self.show_list)
        self.head = PaneHead(self.tr("Approvals"))
        self.head.add_left(self.which)
        self.refuse_button = Button(self.tr("Refuse…"), icon="ban", key="Del")
        self.approve_button = Button(
            self.tr("Approve"), icon="stamp", variant=Variant.PRIMARY, key="Ctrl+Return"
        )
        self.refuse_button.clicked.connect(self.refuse)
        self.approve_button.clicked.connect(self.approve)
        self.head.add_right(self.refuse_button)
        self.head.add_right(self.approve_button)
        self.models: dict[str, QueryModel] = {}
        self.tables: dict[str, QueryTable] = {}
        self._stack = QStackedWidget()
        self._add_list(
            PROMISES,
            self._promise_columns(),
            Source(_waiting, commitments.load_waiting),
            self.tr("No promise waits for approval."),
        )
        self._add_list(
            VISITS,
            self._visit_columns(),
            Source(_submitted, visits.load_visits),
            self.tr("No visit waits for approval."),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._stack, 1)
        self.add_command("approve", self.tr("Approve"), self.approve, key="Ctrl+Return", icon="stamp")
        self.add_command("refuse", self.tr("Refuse…"), self.refuse, key="Del", icon="ban")
        context.bus.watch(self, ("commitment", "visit", "customer"), self.reload)
        self.setFocusProxy(self.tables[PROMISES])
        self._show_count()
        self.reload()

    def _add_list(self, key: str, columns: Sequence[Column], source: Source, empty: str) -> None:
        model = QueryModel(columns, source, self.context.store, self.context.jobs, parent=self)
        table = QueryTable(model, name=self.tr("Promises") if key == PROMISES else self.tr("Visits"))
        table.set_empty(EmptyState(empty, icon="stamp"))
        table.opened.connect(self._open_customer)
        model.loaded.connect(self._show_count)
        self.models[key], self.tables[key] = model, table
        self._stack.addWidget(table)

    def _promise_columns(self) -> list[Column]:
        def field(name: str) -> str:
            return labels.field("commitment", name)

        return [
            Column("due", field("due_on"), lambda row: row.due_on, width=96, text=formats.day),
            Column("customer", labels.table("customer"), lambda row: row.customer, CellKind.NAME, 110),
            Column(
                "kind",
                field("kind"),
                lambda row: choices.word("commitment", "kind", row.kind),
                width=80,
            ),
            Column("promise", field("promise"), lambda row: row.promise, width=320, stretch=True),
            Column("staff", field("staff_id"), lambda row: row.staff, CellKind.QUIET, 90),
            Column(
                "on", field("promised_on"), lambda row: row.promised_on, CellKind.QUIET, 120, text=formats.day
            ),
        ]

    def _visit_columns(self) -> list[Column]:
        def field(name: str) -> str:
            return labels.field("visit", name)

        def lines(name: str) -> Callable[[Any], str]:
            return lambda row: labels.listed((getattr(row, name) or "").split("\n"))

        return [
            Column("on", field("planned_on"), lambda row: row.planned_on, width=96, text=formats.day),
            Column("customer", labels.table("customer"), lambda row: row.customer, CellKind.NAME, 110),
            Column("purpose", field("purpose"), lambda row: row.purpose, width=180, stretch=True),
            Column("prepare", field("to_prepare"), lines("to_prepare"), width=180),
            Column("discuss", field("to_discuss"), lines("to_discuss"), width=180),
            Column("see", field("to_see"), lines("to_see"), width=140),
            Column("staff", labels.field("visit", "staff_id"), lambda row: row.staff, CellKind.QUIET, 90),
        ]

    # --- showing -----------------------------------------------------------------------------------

    @property
    def shown(self) -> str:
        return self.which.current or PROMISES

    @property
    def table(self) -> QueryTable:
        return self.tables[self.shown]

    @property
    def current(self) -> WaitingRow | VisitRow | None:
        row: WaitingRow | VisitRow | None = self.models[self.shown].row_at(self.table.currentIndex().row())
        return row

    def show_list(self, key: str) -> None:
        self.which.choose(key)
        self._stack.setCurrentWidget(self.tables[key])
        self.setFocusProxy(self.tables[key])
        self.tables[key].setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_count()

    def reload(self) -> None:
        for model in self.models.values():
            model.refresh()

    def save_state(self) -> dict[str, Any]:
        return {"list": self.shown}

    def restore_state(self, state: dict[str, Any]) -> None:
        if state.get("list") in self.tables:
            self.show_list(str(state["list"]))

    def _show_count(self) -> None:
        there = self.models[self.shown].rowCount()
        self.head.set_meta(self.tr("{count} waiting").format(count=formats.count(there)))
        for button in (self.approve_button, self.refuse_button):
            button.setEnabled(there > 0)
        if there and self.table.current_id is None:
            self.table.go_to(self.models[self.shown].id_at(0))

    def _open_customer(self, _id: int) -> None:
        """Enter shows whom it is about; what is judged stays so, and needs a key of its own."""
        if self.current is not None:
            self.customer_wanted.emit(self.current.customer_uid)

    # --- judging -----------------------------------------------------------------------------------

    def approve(self) -> None:
        """Approve what is current."""
        row = self.current
        if row is None:
            return
        judge = commitments.approve_commitment if isinstance(row, WaitingRow) else visits.approve_visit
        self._write(
            self.tr("Approving"),
            lambda session, _progress: judge(session, row.uid, version=row.version),
        )

    def refuse(self) -> JudgeWork | None:
        """Ask why, and refuse what is current."""
        row = self.current
        if row is None:
            return None
        dialog = JudgeWork(self.context, row, _told(row), parent=self)
        dialog.judged.connect(self.reload)
        dialog.open()
        return dialog

    def _write(self, title: str, work: Callable[[Session, Progress], object]) -> None:
        self.context.jobs.write(
            title, work, done=lambda _nothing: self.reload(), failed=lambda error: self._on_failed(error)
        )

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            ask.tell_error(self, error)
        self.reload()


def _told(row: WaitingRow | VisitRow) -> str:
    if isinstance(row, WaitingRow):
        return f"{row.customer}  {wording.first_line(row.promise)}"
    return f"{row.customer}  {formats.day(row.planned_on)}  {row.purpose or ''}".rstrip()


def _waiting(session: Session, **_order: object) -> list[int]:
    return commitments.find_waiting(session)


def _submitted(session: Session, **_order: object) -> list[int]:
    return visits.find_submitted(session)
