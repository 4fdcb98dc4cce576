"""The supervisor's reading: who has planned and submitted, and which logs wait to be countersigned."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from rmdesk.models import LogState
from rmdesk.services import daily_logs
from rmdesk.services.daily_logs import DayOf, OfManager, Summary, Waiting
from rmdesk.ui import formats
from rmdesk.ui.columns import IconCell
from rmdesk.ui.context import Context
from rmdesk.ui.panes.log import wording
from rmdesk.ui.table import CellKind, Column, QueryModel, QueryTable, Source
from rmdesk.ui.tokens import SPACE, TYPE
from rmdesk.ui.widgets import EmptyState, Ground, IconLabel, Label

DAY, WAITING = "day", "waiting"
_UNSUBMITTED = (daily_logs.LATE, daily_logs.MISSING)
READING = "reading"  # the view of the pane that shows these lists


class Readings(Ground):
    """Two lists, one at a time. `opened` carries the uid of a manager and the day of the log to read."""

    opened = Signal(str, object)
    marks_changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent=parent)
        self._managers: dict[str, OfManager] = {}
        self._waiting: dict[str, Waiting] = {}
        self.shown = DAY
        self._wanted = ""  # whose logs are to be pointed out
        self.models = {
            DAY: QueryModel(
                self._day_columns(),
                Source(lambda _session, **_order: list(self._managers), self._load_managers, _staff_uid),
                context.store,
                context.jobs,
                parent=self,
            ),
            WAITING: QueryModel(
                self._waiting_columns(),
                Source(lambda _session, **_order: list(self._waiting), self._load_waiting, _uid),
                context.store,
                context.jobs,
                markable=True,
                parent=self,
            ),
        }
        self.tables = {
            DAY: QueryTable(self.models[DAY], name=self.tr("Managers")),
            WAITING: QueryTable(self.models[WAITING], name=self.tr("Logs that wait")),
        }
        self.tables[DAY].set_empty(EmptyState(self.tr("Nobody keeps a log yet."), icon="users"))
        self.tables[WAITING].set_empty(EmptyState(self.tr("No log waits to be countersigned."), icon="stamp"))
        self.tables[DAY].opened.connect(self._on_manager)
        self.tables[WAITING].opened.connect(self._on_waiting)
        self.models[WAITING].loaded.connect(self._mark_wanted)
        self.models[WAITING].marks_changed.connect(lambda _count: self.marks_changed.emit())
        self._stack = QStackedWidget()
        for table in self.tables.values():
            self._stack.addWidget(table)
        # Who has to be asked, before anything else.
        self.wanting = IconLabel("circle-alert", role="warning", line=20)
        self.wanting_words = Label("", style=TYPE.strong, wrap=True)
        self._head = Ground("sunken")
        head = QHBoxLayout(self._head)
        head.setContentsMargins(SPACE.pane, SPACE.small, SPACE.pane, SPACE.small)
        head.setSpacing(SPACE.small)
        head.addWidget(self.wanting)
        head.addWidget(self.wanting_words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._stack, 1)
        self._head.hide()
        self.setFocusProxy(self.tables[DAY])

    def show_list(self, which: str) -> None:
        self.shown = which
        self._stack.setCurrentWidget(self.tables[which])
        self._head.setVisible(which == DAY and bool(self.wanting_words.text()))
        self.setFocusProxy(self.tables[which])

    def point_out(self, staff_uid: str) -> None:
        """Mark what waits of one manager, now or as soon as it is read."""
        self._wanted = staff_uid
        self._mark_wanted()

    def _mark_wanted(self) -> None:
        model, table = self.models[WAITING], self.tables[WAITING]
        theirs = [
            row
            for row in range(model.rowCount())
            if self._waiting[model.id_at(row)].staff_uid == self._wanted
        ]
        if theirs:
            self._wanted = ""
            model.clear_marks()
            model.mark(theirs)
            table.go_to(model.id_at(theirs[0]))

    def show_readings(self, board: Summary, waiting: Sequence[Waiting]) -> None:
        """`board` is of two days: the one that is read, and the working day after it."""
        self._managers = {one.staff_uid: one for one in board.managers}
        self._waiting = {one.uid: one for one in waiting}
        self.wanting_words.setText(self._wanting(board.managers))
        self._head.setVisible(self.shown == DAY and bool(self.wanting_words.text()))
        for model in self.models.values():
            model.refresh()

    def _wanting(self, managers: Sequence[OfManager]) -> str:
        """Who has not planned and who has not submitted, by name."""
        here = [one for one in managers if not one.has_left]
        today = date.today()
        parts = (
            (
                self.tr("Not planned: {names}"),
                [one for one in here if one.days[0].day <= today and _lacks_plan(one.days[0])],
            ),
            (
                self.tr("Not submitted: {names}"),
                [one for one in here if one.days[0].standing in _UNSUBMITTED],
            ),
            (
                self.tr("Sent back: {names}"),
                [one for one in here if one.days[0].standing == LogState.RETURNED.value],
            ),
            (
                self.tr("Next working day not planned: {names}"),
                [one for one in here if one.days[0].day >= today and _lacks_plan(one.days[-1])],
            ),
        )
        told = [
            words.format(names=self.tr(", ").join(one.staff for one in found))
            for words, found in parts
            if found
        ]
        return "    ".join(told)

    @property
    def waiting_count(self) -> int:
        return len(self._waiting)

    def chosen(self) -> list[Waiting]:
        """The marked logs that wait, else the current one."""
        if self.shown != WAITING:
            return []
        marked = [self._waiting[one] for one in self.models[WAITING].marked_ids() if one in self._waiting]
        current = self._waiting.get(str(self.tables[WAITING].current_id))
        return marked or ([current] if current is not None else [])

    # --- rows --------------------------------------------------------------------------------------

    def _load_managers(self, _session: object, ids: Sequence[str]) -> Sequence[OfManager]:
        return [self._managers[one] for one in ids if one in self._managers]

    def _load_waiting(self, _session: object, ids: Sequence[str]) -> Sequence[Waiting]:
        return [self._waiting[one] for one in ids if one in self._waiting]

    def _day_columns(self) -> list[Column]:
        return [
            Column("name", self.tr("Manager"), wording.manager, CellKind.NAME, 130),
            Column("plan", self.tr("Plan"), lambda row: _plan(row.days[0]), CellKind.ICON_TEXT, width=150),
            Column(
                "standing",
                self.tr("Log"),
                lambda row: _standing(row.days[0]),
                CellKind.ICON_TEXT,
                width=130,
            ),
            Column("done", self.tr("Done"), lambda row: _share(row.days[0]), CellKind.NUMBER, 80),
            Column(
                "contacts",
                self.tr("Contacts"),
                lambda row: formats.count(row.days[0].counted.contacts),
                CellKind.NUMBER,
                80,
            ),
            Column(
                "open",
                self.tr("Open"),
                lambda row: formats.count(row.days[0].counted.open),
                CellKind.NUMBER,
                70,
            ),
            Column(
                "next",
                self.tr("Plan of the next working day"),
                lambda row: _plan(row.days[-1]),
                CellKind.ICON_TEXT,
                width=200,
                stretch=True,
            ),
        ]

    def _waiting_columns(self) -> list[Column]:
        def late(row: Waiting) -> str:
            words = [
                *([self.tr("planned late")] if row.plan_is_late else []),
                *([self.tr("submitted late")] if row.submit_is_late else []),
            ]
            return "  ".join(words)

        return [
            Column("day", self.tr("Day"), lambda row: row.day, width=160, text=_day),
            Column("name", self.tr("Manager"), lambda row: row.staff, CellKind.NAME, 130),
            Column("done", self.tr("Done"), lambda row: f"{row.done}/{row.items}", CellKind.NUMBER, 80),
            Column("late", self.tr("Late"), late, CellKind.QUIET, 240, stretch=True),
        ]

    def _on_manager(self, uid: object) -> None:
        found = self._managers.get(str(uid))
        if found is not None:
            self.opened.emit(found.staff_uid, found.days[0].day)

    def _on_waiting(self, uid: object) -> None:
        found = self._waiting.get(str(uid))
        if found is not None:
            self.opened.emit(found.staff_uid, found.day)


def _day(value: date) -> str:
    return wording.day_title(value)


def _plan(one: DayOf) -> IconCell:
    words, icon, role = wording.planned(one)
    return IconCell(words, icon, role, ink="text" if role == "secondary" else role)


def _standing(one: DayOf) -> IconCell:
    words, icon = wording.standing_of(one)
    tone = wording.standing_tone(one.standing)
    role = tone if tone in ("warning", "caution", "good") else "secondary"
    return IconCell(words, icon, role, ink=role if role in ("warning", "caution") else "text")


def _lacks_plan(one: DayOf) -> bool:
    return one.is_expected and not one.is_planned


def _share(one: DayOf) -> str:
    whole = one.counted.planned + one.counted.extra
    return f"{one.counted.done}/{whole}" if whole else ""


def _staff_uid(row: OfManager) -> str:
    return row.staff_uid


def _uid(row: Waiting) -> str:
    return row.uid
