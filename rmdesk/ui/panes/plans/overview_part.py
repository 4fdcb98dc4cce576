"""What a supervisor looks at first: managers with their figures, each of which opens what it counts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rmdesk import goal_labels
from rmdesk.services import overview
from rmdesk.services.errors import UserError
from rmdesk.services.goals import GoalSheet, Target
from rmdesk.services.overview import Figures, Overview
from rmdesk.ui import ask, formats
from rmdesk.ui.pane import command
from rmdesk.ui.panes.customers import columns
from rmdesk.ui.panes.plans.part import Part
from rmdesk.ui.table import CellKind, Column, QueryModel, QueryTable, Source
from rmdesk.ui.tokens import SPACE, TYPE
from rmdesk.ui.widgets import (
    Button,
    Combo,
    EmptyState,
    Ground,
    Label,
    ListAndDetail,
    ProgressLine,
    Section,
    Variant,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent
    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context
    from rmdesk.ui.jobs import Job

_WIDTH, _LEAST, _LIST_LEAST = 380, 320, 520
_DAYS = (30, 60, 90, 180)
_AFTER_MS = 1000  # somebody may be saving without end
_WATCHED = (
    "customer", "interaction", "daily_log", "plan", "plan_item", "goal", "goal_target", "goal_share",
    "touchpoint_act", "staff", "aum_figure", "holding", "complaint",
)  # fmt: skip
_EVERYBODY, _NOBODY = "everybody", "nobody"
Late = tuple[int, int]  # what waits today, and how much of it is late


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table: `id` is that of the manager."""

    id: str
    figures: Figures
    late: Late | None


class OverviewPart(Part):
    """Enter goes to the figures of the current line; each is a button that opens what it counts."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.overview: Overview | None = None
        self.goals: list[GoalSheet] = []
        self._are_goals_read = False
        self._late: dict[str, Late] = {}
        self._jobs: list[Job] = []
        self._is_stale = False  # something was changed, or left uncounted, while it was not shown
        self._soon = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._soon.timeout.connect(self.reload)
        self.days = Combo(name=self.tr("Without contact for"))
        for one in _DAYS:
            self.days.add(self.tr("No contact in {days} days").format(days=one), one)
        self.days.choose(overview.DAYS)
        self.days.activated.connect(lambda _place: self.reload())
        self.head = [self.days]
        self._build_table()
        self._build_side()
        self.halves = ListAndDetail(
            self.table,
            self.side,
            width=_WIDTH,
            list_least=_LIST_LEAST,
            detail_least=_LEAST,
            may_overlay=True,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.halves)
        self.setFocusProxy(self.table)
        for name, words, run, icon in (
            ("open late", self.tr("Open what is late"), self.open_late, "circle-alert"),
            ("open logs", self.tr("Open the logs to countersign"), self.open_logs, "stamp"),
            ("open complaints", self.tr("Open the complaints"), self.open_complaints, "message-circle"),
            ("open plans", self.tr("Open the plans to agree"), self.open_plans, "list-tree"),
            ("open without", self.tr("List who was not contacted"), self.open_without, "book-user"),
        ):
            command(self, name, words, run, icon=icon)
        context.bus.watch(self, _WATCHED, self._on_changed)

    # --- parts -------------------------------------------------------------------------------------

    def _build_table(self) -> None:
        def number(id: str, title: str, value: Callable[[Row], int | None], *, gives_way: int = 0) -> Column:
            return Column(id, title, value, CellKind.NUMBER, 84, text=formats.count, gives_way=gives_way)

        def of(name: str) -> Callable[[Row], int | None]:
            return lambda row: getattr(row.figures, name) or None

        listed = [
            Column("name", self.tr("Manager"), self._name, CellKind.NAME, 110, stretch=True),
            number("late", self.tr("Late"), lambda row: None if row.late is None else row.late[1] or None),
            number(
                "waiting", self.tr("Due today"), lambda row: None if row.late is None else row.late[0] or None
            ),
            number("without", self.tr("No contact"), of("without")),
            number("customers", self.tr("Customers"), of("customers"), gives_way=2),
            number("logs", self.tr("Logs"), of("logs")),
            number("complaints", self.tr("Complaints"), of("complaints")),
            number("plans", self.tr("Plans to agree"), of("plans")),
            number("behind", self.tr("Plans behind"), of("behind"), gives_way=1),
        ]
        self.model = QueryModel(
            listed,
            Source(lambda _session: list(self._rows()), self._load),
            self.context.store,
            self.context.jobs,
            parent=self,
        )
        self.table = QueryTable(self.model, name=self.tr("Managers"))
        self.table.set_empty(EmptyState(self.tr("There are no managers yet."), icon="users-round"))
        self.table.current_changed.connect(lambda _id: self._show())
        self.table.opened.connect(lambda _id: self.go_to_figures())
        self.model.loaded.connect(self._on_loaded)

    def _build_side(self) -> None:
        self.side = Ground("surface")
        column = QVBoxLayout(self.side)
        column.setContentsMargins(SPACE.huge, SPACE.large, SPACE.huge, SPACE.large)
        column.setSpacing(SPACE.large)
        self.title = Label("", style=TYPE.section)
        column.addWidget(self.title)
        self.buttons: dict[str, Button] = {}
        figures = Section(self.tr("Figures"))
        figures.body.setSpacing(SPACE.tiny)
        for name, icon, run in (
            ("late", "circle-alert", self.open_late),
            ("waiting", "sun", self.open_late),
            ("without", "book-user", self.open_without),
            ("customers", "users-round", self.open_customers),
            ("logs", "stamp", self.open_logs),
            ("complaints", "message-circle", self.open_complaints),
            ("plans", "list-tree", self.open_plans),
            ("running", "trending-up", self.open_plans),
        ):
            button = self.buttons[name] = Button("", icon=icon, variant=Variant.LINK)
            button.clicked.connect(run)
            figures.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(figures)
        self._goals = Section(self.tr("Goals"))
        self._goals.body.setSpacing(SPACE.tiny)
        self._goal_box: QWidget | None = None
        column.addWidget(self._goals)
        column.addStretch(1)

    # --- reading -----------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.reload()

    def reload(self) -> None:
        """All managers at once; then the goals, and what is late of each, one after the other."""
        for job in self._jobs:
            job.cancel()
        self._jobs = []
        self._is_stale = False
        self._soon.stop()
        today, days = date.today(), self.days.currentData()
        self._read(lambda session: overview.load(session, today, days=days), self._on_overview)

    def _on_changed(self) -> None:
        self._is_stale = True
        if self.isVisible() and not self._soon.isActive():
            self._soon.start()

    def _read(self, work: Callable[[Session], Any], done: Callable[[Any], None]) -> None:
        self._jobs.append(self.context.jobs.read(work, done=done, failed=self._on_failed))

    def _on_overview(self, found: Overview) -> None:
        self.overview = found
        self.model.refresh()
        self._read(lambda session: overview.load_goals(session, found.day), self._on_goals)
        wanted = [(_EVERYBODY, None)] + [
            (str(one.staff_id), one.staff_id) for one in found.managers if one.staff_id is not None
        ]
        self._ask_late(found.day, wanted)

    def _ask_late(self, day: date, wanted: Sequence[tuple[str, int | None]]) -> None:
        if not wanted:
            return
        if not self.isVisible():
            self._is_stale = True
            return
        (id, staff_id), *rest = wanted

        def done(late: Late) -> None:
            if self._late.get(id) != late:
                self._late[id] = late
                self.model.refresh()
            self._ask_late(day, rest)

        self._read(lambda session: overview.count_late(session, staff_id, day), done)

    def _on_goals(self, found: list[GoalSheet]) -> None:
        self.goals, self._are_goals_read = found, True
        self._show_goals()

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            ask.tell_error(self, error)

    def _rows(self) -> dict[str, Figures]:
        if self.overview is None:
            return {}
        listed = {
            _NOBODY if one.staff_id is None else str(one.staff_id): one for one in self.overview.managers
        }
        return {_EVERYBODY: self.overview.everybody} | listed

    def _load(self, _session: Session, ids: Sequence[Any]) -> list[Row]:
        rows = self._rows()
        return [Row(id, rows[id], self._late.get(id)) for id in ids if id in rows]

    def _on_loaded(self) -> None:
        if self.model.rowCount() and self.table.current_id is None:
            self.table.go_to(_EVERYBODY)
        self._show()

    # --- showing -----------------------------------------------------------------------------------

    @property
    def current(self) -> Row | None:
        row: Row | None = self.model.row_at(self.table.currentIndex().row())
        return row

    def _name(self, row: Row) -> str:
        if row.id == _EVERYBODY:
            return self.tr("All managers")
        return row.figures.name or self.tr("Nobody in charge")

    def _show(self) -> None:
        row, seen = self.current, self.overview
        if row is None or seen is None:
            return
        self.title.setText(self._name(row))
        one = row.figures
        waiting, late = row.late or (0, 0)
        days = (seen.day - seen.since).days
        words = {
            "late": (late, self.tr("Late: {count}")),
            "waiting": (waiting, self.tr("Due today, late ones included: {count}")),
            "without": (one.without, self.tr("Customers without contact in {days} days: {count}")),
            "customers": (one.customers, self.tr("Customers, lost ones left out: {count}")),
            "logs": (one.logs, self.tr("Daily logs to countersign: {count}")),
            "complaints": (one.complaints, self.tr("Complaints not answered: {count}, late: {late}")),
            "plans": (one.plans, self.tr("Plans to agree: {count}")),
            "running": (one.running, self.tr("Plans in force: {count}, behind: {behind}")),
        }
        for name, (count, sentence) in words.items():
            button = self.buttons[name]
            button.setText(
                sentence.format(
                    count=formats.count(count),
                    days=formats.count(days),
                    behind=formats.count(one.behind),
                    late=formats.count(one.complaints_late),
                )
            )
            button.setEnabled(count > 0)
        for name in ("late", "waiting"):
            self.buttons[name].setVisible(row.id != _NOBODY)
            if row.late is None:
                self.buttons[name].setText(self.tr("Counting…"))
        self.meta_changed.emit(formats.day(seen.day))
        self._show_goals()

    def _show_goals(self) -> None:
        """The goals in force: of everybody, or the part of the current manager."""
        row = self.current
        if self._goal_box is not None:
            self._goal_box.hide()
            self._goals.body.removeWidget(self._goal_box)
            self._goal_box.deleteLater()
        self._goal_box = QWidget()
        column = QVBoxLayout(self._goal_box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.tiny)
        for sheet in self.goals:
            for target in sheet.targets:
                told = _reached(target, None if row is None or row.id == _EVERYBODY else row.figures)
                if told is not None:
                    self._add_goal(column, sheet, target, *told)
        if not column.count():
            none = self.tr("No goal is in force.") if self._are_goals_read else self.tr("Counting…")
            column.addWidget(Label(none, ink="secondary"))
        self._goals.body.addWidget(self._goal_box)

    def _add_goal(
        self, column: QVBoxLayout, sheet: GoalSheet, target: Target, actual: int, wanted: int
    ) -> None:
        def number(value: int) -> str:
            return columns.amount(value) if target.is_money else formats.count(value)

        words = self.tr("{period}  {measure}: {actual} of {target}").format(
            period=goal_labels.period(sheet.goal),
            measure=goal_labels.measure(target),
            actual=number(actual),
            target=number(wanted),
        )
        button = Button(words, variant=Variant.LINK)
        button.setToolTip(words)  # the longest do not fit
        button.clicked.connect(partial(self.open_goal, sheet.goal.uid))
        line = ProgressLine(name=words)
        line.set_share(actual / wanted)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(line)

    # --- opening -----------------------------------------------------------------------------------

    def go_to_figures(self) -> None:
        """The keyboard goes to the first figure that counts something."""
        self.halves.open_detail()
        for button in self.buttons.values():
            if button.isEnabled() and not button.isHidden():
                button.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def open_late(self) -> None:
        row = self.current
        if row is not None and row.id != _NOBODY:
            self.place_wanted.emit("today", {"manager": row.figures.staff_id})

    def open_logs(self) -> None:
        row = self.current
        self.place_wanted.emit("log", {"waiting": True, "of": None if row is None else row.figures.uid})

    def open_complaints(self) -> None:
        row = self.current
        self.place_wanted.emit("surveys", {"complaints_of": "" if row is None else row.figures.name})

    def open_plans(self) -> None:
        row = self.current
        uid = None if row is None else row.figures.plan_uid
        self.place_wanted.emit("plans", {"part": "plans", "uid": uid})

    def open_goal(self, uid: str) -> None:
        self.place_wanted.emit("plans", {"part": "goals", "uid": uid})

    def open_without(self) -> None:
        if self.overview is not None:
            self._list(self.overview.since)

    def open_customers(self) -> None:
        self._list(None)

    def _list(self, since: date | None) -> None:
        row = self.current
        if row is not None:
            of = None if row.id == _EVERYBODY else row.figures
            self.place_wanted.emit("customers", {"conditions": overview.conditions(of, since)})

    # --- state -------------------------------------------------------------------------------------

    def save_state(self) -> dict[str, Any]:
        return {"days": self.days.currentData()}

    def restore_state(self, state: dict[str, Any]) -> None:
        if state.get("days") in _DAYS:
            self.days.choose(state["days"])


def _reached(target: Target, of: Figures | None) -> tuple[int, int] | None:
    """What was reached and what is wanted, of everybody or of one manager; None where nothing is."""
    if of is None:
        return None if target.actual is None or not target.target else (target.actual, target.target)
    share = next((one for one in target.shares if one.staff_uid == of.uid), None)
    if share is None or not share.amount or share.actual is None:
        return None
    return share.actual, share.amount
