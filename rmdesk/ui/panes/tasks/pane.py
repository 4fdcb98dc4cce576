"""The pane of tasks: mine, those I gave, those of departments; the current one beside the list."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout

from rmdesk import labels
from rmdesk.models import TaskState
from rmdesk.services import roles, tasks
from rmdesk.services.errors import UserError
from rmdesk.services.roles import Permission, Reach
from rmdesk.services.tasks import TaskRow
from rmdesk.ui import ask, formats
from rmdesk.ui.columns import widest_day
from rmdesk.ui.context import Context
from rmdesk.ui.list_and_page import ListAndPage, Widths
from rmdesk.ui.pane import Pane
from rmdesk.ui.panes.tasks import wording
from rmdesk.ui.panes.tasks.detail import TaskDetail
from rmdesk.ui.table import CellKind, Column, QueryTable, Source
from rmdesk.ui.tokens import SIZE, SPACE
from rmdesk.ui.widgets import Button, Chip, Ground, PaneHead, Segments, Variant

if TYPE_CHECKING:
    from rmdesk.ui.dialogs.assign_task import AssignTask

_WIDTHS = Widths(page=400, page_least=340, list_least=420)
_ENDED = "ended"


class TasksPane(Pane):
    """Ctrl+N assigns a task, Enter goes to its answer, Ctrl+E changes it, Del takes it back.

    Those who only do tasks see the ones they were given.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        writing = roles.allowed(context.actor, Permission.WRITE_WORK)
        reading = roles.allowed(context.actor, Permission.READ_WORK).reach()
        self.may_assign = writing.reach() > Reach.NONE
        lists = {tasks.MINE: self.tr("Mine")} if writing else {}
        if self.may_assign:
            lists[tasks.GIVEN] = self.tr("Given by me")
        if reading > Reach.NONE:
            lists[tasks.DEPARTMENTS] = self.tr("Of departments")
        if reading == Reach.ALL:
            lists[tasks.ALL] = self.tr("Of everybody")
        self.lists = lists
        self.detail = TaskDetail(context)
        self.list = ListAndPage(
            context,
            "tasks",
            self.tr("Tasks"),
            self._columns(),
            Source(tasks.find_tasks, tasks.load_tasks),
            self.detail,
            _WIDTHS,
            sort="due_on",
            filters={"which": next(iter(self.lists))},
            look_for=self.tr("Part of the work"),
            icon="clipboard-list",
        )
        self.search, self._model = self.list.search, self.list.model
        self._build_head()
        self._build_layout()
        self._connect()
        self.reload()
        context.bus.watch(self, ("task", "staff", "customer"), self.reload)

    @property
    def table(self) -> QueryTable:
        return self.list.table

    @property
    def current(self) -> TaskRow | None:
        row: TaskRow | None = self.list.current
        return row

    # --- parts -----------------------------------------------------------------------------------

    def _columns(self) -> list[Column]:
        def field(name: str) -> str:
            return labels.field("task", name)

        return [
            Column(
                "due_on",
                field("due_on"),
                lambda row: row.due_on,
                width=88,
                sort="due_on",
                sample=widest_day(date.today().year - 1),
                text=formats.day,
                tooltip=formats.full_day,
            ),
            Column("work", field("work"), lambda row: row.work, CellKind.NAME, 160, stretch=True),
            Column("customer", labels.table("customer"), lambda row: row.customer, width=80, gives_way=2),
            Column("whom", self.tr("For whom"), lambda row: row.whom, width=100, sort="whom", gives_way=3),
            Column(
                "given_by",
                field("staff_id"),
                lambda row: row.given_by,
                CellKind.QUIET,
                84,
                sort="given_by",
                gives_way=1,
            ),
            Column("state", field("state"), wording.state, CellKind.TAG, 104, sort="state"),
        ]

    def _build_head(self) -> None:
        self.head = PaneHead(self.tr("Tasks"))
        self.which = Segments(list(self.lists.items()), name=self.tr("Whose tasks"))
        if len(self.lists) < 2:
            self.which.hide()
        self.assign_button = Button(
            self.tr("Assign a task"), icon="plus", variant=Variant.PRIMARY, key="Ctrl+N"
        )
        if not self.may_assign:
            self.assign_button.hide()
        self.head.add_left(self.which)
        for widget in (self.search, self.list.columns_button, self.assign_button):
            self.head.add_right(widget)
        self.filters = Ground("surface")
        self.filters.setFixedHeight(SIZE.filter_row)
        row = QHBoxLayout(self.filters)
        row.setContentsMargins(SPACE.pane, 0, SPACE.pane, 0)
        row.setSpacing(SPACE.small)
        self.chips: dict[str, Chip] = {}
        for name, words in (
            (tasks.OVERDUE, self.tr("Overdue")),
            (tasks.DUE_TODAY, self.tr("Due today")),
            (tasks.TO_REPORT, self.tr("To report back")),
            (_ENDED, self.tr("Ended ones too")),
        ):
            chip = self.chips[name] = Chip(words, removable=False, active=False)
            chip.setCheckable(True)
            chip.clicked.connect(lambda checked, name=name: self._on_chip(name, checked))
            row.addWidget(chip)
        self.chips[tasks.TO_REPORT].setVisible(len(self.lists) > 1)
        row.addStretch(1)

    def _build_layout(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.filters)
        column.addWidget(self.list, 1)

    def _connect(self) -> None:
        if self.may_assign:
            self.add_command(
                "assign new task", self.tr("Assign a task…"), self.assign, key="Ctrl+N", icon="plus"
            )
            self.add_command(
                "change task", self.tr("Change this task…"), self.edit, key="Ctrl+E", icon="pencil"
            )
            self.add_command(
                "withdraw task", self.tr("Withdraw this task"), self.withdraw, key="Del", icon="undo-2"
            )
        self.add_command("task done report", self.tr("Done or reported back…"), self.answer, icon="check")
        self.add_command(
            "give task back", self.tr("Give this task back…"), self.detail.answer.give_back, icon="undo-2"
        )
        self.add_command(
            "find task", self.tr("Find a task"), self.search.setFocus, key="Ctrl+F", icon="search"
        )
        self.add_command(
            "overdue tasks", self.tr("Overdue tasks"), self.chips[tasks.OVERDUE].click, icon="circle-alert"
        )
        if len(self.lists) > 1:
            for name, words in self.lists.items():
                text = self.tr("Tasks: {which}").format(which=words)
                self.add_command(f"tasks {name}", text, partial(self.show_list, name), icon="clipboard-list")
        self.which.chosen.connect(self.show_list)
        self.assign_button.clicked.connect(self.assign)
        self.list.listed.connect(self._on_listed)
        self.list.shown.connect(self.detail.show_task)
        self.list.menu_wanted.connect(self._fill_menu)
        self.list.empty.acted.connect(self._on_empty)
        self.table.opened.connect(lambda _id: self.answer())
        self.detail.closed.connect(self.list.to_list)
        self.detail.answered.connect(self._on_answered)
        self.detail.edit_wanted.connect(self.edit)
        self.detail.withdraw_wanted.connect(self.withdraw)
        self.detail.customer_wanted.connect(self.customer_wanted)

    # --- showing ---------------------------------------------------------------------------------

    @property
    def shown(self) -> str:
        return str(self._model.filters["which"])

    def show_list(self, which: str) -> None:
        self.which.choose(which)
        self.table.start_over()
        self._model.set_filters(which=which)
        self.list.to_list()

    def reload(self) -> None:
        self.list.reload()

    def go_to(self, id: int) -> None:
        self.list.go_to(id)

    def _on_listed(self, count: int) -> None:
        self.head.set_meta(self.tr("{count} tasks").format(count=formats.count(count)) if count else "")
        if not count:
            self._show_empty()

    def _show_empty(self) -> None:
        if set(self._model.filters) - {"which"}:
            self.list.empty.set_text(
                self.tr("No task matches."), action=self.tr("Show all open ones"), icon="list-filter"
            )
            return
        sentence = {
            tasks.MINE: self.tr("Nobody has given you a task that is still open."),
            tasks.GIVEN: self.tr("No task that you gave is still open."),
            tasks.DEPARTMENTS: self.tr("No department owes an answer."),
            tasks.ALL: self.tr("No task of anybody is open."),
        }[self.shown]
        action = self.tr("Assign a task") if self.may_assign else ""
        self.list.empty.set_text(sentence, action=action, icon="clipboard-list")

    def _on_empty(self) -> None:
        if set(self._model.filters) - {"which"}:
            self.clear_filters()
            self.list.setFocus()  # the button that was pressed goes
        else:
            self.assign()

    def clear_filters(self) -> None:
        """Show all open ones of the list again."""
        self.search.clear()
        self._narrow(None, ended=False)

    def _on_chip(self, name: str, checked: bool) -> None:
        if name == _ENDED:
            self._narrow(self._model.filters.get("only"), ended=checked)
        else:
            self._narrow(name if checked else None, ended=bool(self._model.filters.get("ended")))

    def _narrow(self, only: str | None, *, ended: bool) -> None:
        for name, chip in self.chips.items():
            is_on = ended if name == _ENDED else name == only
            chip.setChecked(is_on)
            chip.set_active(is_on)
        self._model.set_filters(only=only, ended=ended or None)

    def _fill_menu(self, menu: QMenu) -> None:
        task: TaskRow = self.list.current
        if not self.detail.answer.isHidden():
            reports = self.detail.answer.reports
            menu.addAction(self.tr("Report back…") if reports else self.tr("Done…"), self.answer)
        if task.may_manage and task.state == TaskState.OPEN:
            menu.addAction(self.tr("Change…"), self.edit)
            menu.addAction(self.tr("Withdraw"), self.withdraw)
        if (uid := task.customer_uid) is not None:
            menu.addAction(self.tr("Open the customer"), partial(self.customer_wanted.emit, uid))

    # --- actions ---------------------------------------------------------------------------------

    def answer(self) -> None:
        """Go to where the current task is said to be done, or reported back."""
        self.list.open_detail()
        answer = self.detail.answer
        (self.detail.customer if answer.isHidden() else answer).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_answered(self) -> None:
        self.reload()
        self.list.to_list()

    def assign(self) -> AssignTask:
        return self._open_form(None)

    def edit(self) -> AssignTask | None:
        """Change the current task, if one may."""
        task = self._changeable()
        return None if task is None else self._open_form(task)

    def _open_form(self, task: TaskRow | None) -> AssignTask:
        from rmdesk.ui.dialogs.assign_task import AssignTask

        dialog = AssignTask(self.context, task, parent=self)
        dialog.saved.connect(self._on_saved if task is not None else self._on_assigned)
        dialog.open()
        return dialog

    def _on_saved(self, id: int) -> None:
        self.list.want(id)

    def _on_assigned(self, id: int) -> None:
        """A new one stands in the list of those given, whatever that was narrowed to."""
        self.clear_filters()
        self.show_list(tasks.GIVEN)
        self.list.want(id)

    def withdraw(self) -> None:
        """Take the current task back; undo gives it again."""
        task = self._changeable()
        if task is not None:
            self.context.jobs.write(
                self.tr("Withdrawing a task"),
                lambda session, _progress: tasks.withdraw_task(session, task.uid, version=task.version),
                done=lambda _nothing: self.reload(),
                failed=self._on_refused,
            )

    def _changeable(self) -> TaskRow | None:
        task = self.current
        return task if task is not None and task.may_manage and task.state == TaskState.OPEN else None

    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, UserError):
            ask.tell_error(self, error)
        self.reload()

    # --- state -----------------------------------------------------------------------------------

    def save_state(self) -> dict[str, Any]:
        filters = self._model.filters
        kept = {name: filters[name] for name in ("which", "only", "ended") if name in filters}
        return kept | self.list.save_state()

    def restore_state(self, state: dict[str, Any]) -> None:
        self.list.restore_state(state)
        only = state.get("only")  # perhaps kept by somebody who has more to choose from
        offered = only in tasks.NARROWED and not self.chips[only].isHidden()
        self._narrow(only if offered else None, ended=state.get("ended") is True)
        if state.get("which") in self.lists:
            self.which.choose(state["which"])
            self._model.set_filters(which=state["which"])

    def setFocus(self) -> None:  # type: ignore[override]  # noqa: N802 - Qt's name
        self.list.setFocus()
