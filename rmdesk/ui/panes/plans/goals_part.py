"""Goals: a period's targets against what was reached, and the current one's split to managers."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rmdesk import goal_labels, labels
from rmdesk.models import PeriodKind
from rmdesk.services import goals, roles
from rmdesk.services.errors import Conflict, UserError
from rmdesk.services.goals import GoalRow, GoalSheet, Target
from rmdesk.services.roles import Permission
from rmdesk.ui import ask, formats
from rmdesk.ui.columns import ProgressCell, TagCell
from rmdesk.ui.messages import sentence_of
from rmdesk.ui.pane import command
from rmdesk.ui.panes.customers import columns
from rmdesk.ui.panes.plans.part import Part
from rmdesk.ui.panes.plans.shares import Shares
from rmdesk.ui.table import CellKind, Column, QueryModel, QueryTable, Source
from rmdesk.ui.tokens import SIZE, SPACE, TYPE
from rmdesk.ui.widgets import (
    Button,
    Combo,
    EmptyState,
    Ground,
    Hairline,
    IconButton,
    Label,
    ListAndDetail,
    Variant,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context
    from rmdesk.ui.dialogs.edit_goal import EditGoal
    from rmdesk.ui.dialogs.edit_target import EditTarget
    from rmdesk.ui.dialogs.preview_report import PreviewReport
    from rmdesk.ui.jobs import Job

_SHARES_WIDTH, _SHARES_LEAST, _LIST_LEAST = 440, 380, 480
_WATCHED = ("goal", "goal_target", "goal_share", "staff", "tier")
# What the measures count.
_COUNTED = ("customer", "aum_figure", "holding", "interaction", "relation", "tier_change")


class GoalsPart(Part):
    """Ctrl+N begins a goal, Ins adds a target, Ctrl+E changes it, Del removes it, Ctrl+S keeps the split."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.may_edit = bool(roles.allowed(context.actor, Permission.SET_RULES))
        self._goals: list[GoalRow] = []
        self._sheet: GoalSheet | None = None
        self._drafts: dict[str, dict[str, str]] = {}  # parts typed and not saved, by target
        self._wanted: str | None = None  # the goal to show as soon as it is there
        self._wanted_target: str | None = None
        self._to_say = ""  # of the split, once its sheet is read again
        self._asked: Job | None = None
        self.period = Combo(name=self.tr("Goal"))
        self.period.setMinimumWidth(180)
        self.new_button = Button(self.tr("New goal"), icon="plus", variant=Variant.PRIMARY, key="Ctrl+N")
        self.print_button = IconButton("printer", self.tr("Print"), key="Ctrl+P")
        self.head = [self.period, self.print_button]
        if self.may_edit:
            self.head.append(self.new_button)
        self._build_table()
        self.shares = Shares()
        self._build_layout()
        self._offer()
        self._connect()
        context.bus.watch(self, _WATCHED, self.reload)
        context.bus.watch(self, _COUNTED, self._read_sheet)

    # --- parts -------------------------------------------------------------------------------------

    def _build_table(self) -> None:
        listed = [
            Column(
                "measure",
                labels.field("goal_target", "measure"),
                goal_labels.measure,
                CellKind.NAME,
                150,
                stretch=True,
            ),
            self._number("target", labels.field("goal_target", "target"), lambda row: row.target),
            self._number("actual", labels.field("goal_target", "actual"), lambda row: row.actual),
            Column(
                "progress", self.tr("Progress"), _progress, CellKind.PROGRESS, 148, text=lambda one: one.text
            ),
            self._number("expected", self.tr("Due by now"), lambda row: row.expected, gives_way=1),
            self._number("rest", self.tr("Not split"), lambda row: row.rest or None, gives_way=2),
            Column("state", "", self._state, CellKind.TAG, 76),
        ]
        self.model = QueryModel(
            listed,
            Source(lambda _session: [one.uid for one in self._targets], self._load, attrgetter("uid")),
            self.context.store,
            self.context.jobs,
            parent=self,
        )
        self.table = QueryTable(self.model, name=self.tr("Targets"))
        self.empty = EmptyState("", icon="trending-up")
        self.table.set_empty(self.empty)

    def _number(
        self, id: str, title: str, value: Callable[[Target], int | None], *, gives_way: int = 0
    ) -> Column:
        def cell(row: Target) -> tuple[int, bool] | None:
            found = value(row)
            return None if found is None else (found, row.is_money)

        return Column(
            id,
            title,
            cell,
            CellKind.NUMBER,
            84,
            text=lambda one: columns.amount(one[0]) if one[1] else formats.count(one[0]),
            tooltip=lambda one: goal_labels.number(one[0], is_money=one[1]),
            gives_way=gives_way,
        )

    def _state(self, row: Target) -> TagCell | None:
        if row.uid in self._drafts:
            return TagCell(self.tr("edited"), "caution")
        if row.actual is not None and row.actual >= row.target:
            return TagCell(self.tr("reached"), "good")
        return TagCell(self.tr("behind"), "warning") if row.is_behind else None

    @property
    def _targets(self) -> tuple[Target, ...]:
        return () if self._sheet is None else self._sheet.targets

    def _load(self, _session: Session, uids: Any) -> list[Target]:
        return [one for one in self._targets if one.uid in uids]

    def _build_layout(self) -> None:
        self.facts = Label("", style=TYPE.secondary, ink="secondary")
        self.add_button = Button(self.tr("Target"), icon="plus", key="Ins", variant=Variant.FLAT)
        self.months_button = Button(self.tr("Make the months"), icon="calendar-days", variant=Variant.FLAT)
        strip = Ground("surface")
        strip.setFixedHeight(SIZE.filter_row)
        row = QHBoxLayout(strip)
        row.setContentsMargins(SPACE.pane, 0, SPACE.pane, 0)
        row.setSpacing(SPACE.small)
        row.addWidget(self.facts)
        row.addStretch(1)
        row.addWidget(self.months_button)
        row.addWidget(self.add_button)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(strip)
        column.addWidget(Hairline())
        column.addWidget(self.table, 1)
        width = self.context.config.remembered("goals.detail", _SHARES_WIDTH)
        self.halves = ListAndDetail(
            left,
            self.shares,
            width=width if isinstance(width, int) else _SHARES_WIDTH,
            list_least=_LIST_LEAST,
            detail_least=_SHARES_LEAST,
            may_overlay=True,
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.halves)
        self.setFocusProxy(self.table)

    def _offer(self) -> None:
        if self.may_edit:
            for name, words, run, key, icon in (
                ("new goal", self.tr("New goal…"), self.add, "Ctrl+N", "plus"),
                ("change campaign", self.tr("Change this campaign…"), self.edit, "", "pencil"),
                ("remove goal", self.tr("Remove this goal"), self.remove, "Ctrl+Del", "trash-2"),
                ("add target", self.tr("Add a target…"), self.add_target, "Ins", "plus"),
                ("change target", self.tr("Change this target…"), self.edit_target, "Ctrl+E", "pencil"),
                ("remove target", self.tr("Remove this target"), self.remove_target, "Del", "trash-2"),
                ("save split", self.tr("Save the split"), self.shares.save, "Ctrl+S", "check"),
                ("make months", self.tr("Make the months"), self.make_months, "", "calendar-days"),
            ):
                command(self, name, words, run, key=key, icon=icon)
        command(self, "print goal", self.tr("Print this goal…"), self.print, key="Ctrl+P", icon="printer")
        for name, words, by, key, icon in (
            ("earlier goal", self.tr("Goal below in the list"), 1, "Alt+Down", "arrow-down"),
            ("later goal", self.tr("Goal above in the list"), -1, "Alt+Up", "arrow-up"),
        ):
            command(self, name, words, self._step(by), key=key, icon=icon)

    def _step(self, by: int) -> Callable[[], None]:
        def step() -> None:
            place = self.period.currentIndex() + by
            if 0 <= place < self.period.count():
                self.period.setCurrentIndex(place)
                self._on_period()

        return step

    def _connect(self) -> None:
        self.period.activated.connect(lambda _place: self._on_period())
        self.new_button.clicked.connect(self.add)
        self.print_button.clicked.connect(self.print)
        self.add_button.clicked.connect(self.add_target)
        self.months_button.clicked.connect(self.make_months)
        self.empty.acted.connect(self._on_empty)
        self.model.loaded.connect(self._on_loaded)
        self.table.current_changed.connect(lambda _uid: self._show_target())
        self.table.opened.connect(lambda _uid: self._to_shares())
        self.shares.changed.connect(self._on_typed)
        self.shares.save_wanted.connect(self._save_shares)
        self.shares.split_wanted.connect(self._split)
        self.shares.actual_wanted.connect(self._save_actual)

    # --- showing -----------------------------------------------------------------------------------

    @property
    def goal(self) -> GoalRow | None:
        """The goal that is shown."""
        uid = self.period.currentData()
        return next((one for one in self._goals if one.uid == uid), None)

    @property
    def current(self) -> Target | None:
        """The target whose row is current."""
        uid = self.table.current_id
        return next((one for one in self._targets if one.uid == uid), None)

    def reload(self) -> None:
        with self.context.store.read() as session:
            self._goals = goals.list_goals(session)
        wanted = self._wanted or self.period.currentData()
        self._wanted = None
        self.period.clear()
        for one in self._goals:
            self.period.add(goal_labels.period(one), one.uid, hint=self._hint(one))
        if wanted is not None:
            self.period.choose(wanted)
        self.period.setVisible(bool(self._goals) and self.isVisible())
        self._read_sheet()

    def print(self) -> PreviewReport | None:
        """The goal with its targets, what was reached of them, and how they are split."""
        goal = self.goal
        return None if goal is None else self.preview_report("goal_sheet", goal=goal.uid)

    def _hint(self, goal: GoalRow) -> str:
        return self.tr("campaign") if goal.kind == PeriodKind.CAMPAIGN else ""

    def _on_period(self) -> None:
        self.table.start_over()
        self._read_sheet()

    def _read_sheet(self) -> None:
        """What was reached is counted behind the window: all customers are looked at."""
        goal = self.goal
        if self._asked is not None:
            self._asked.cancel()
            self._asked = None
        if goal is None:
            self._on_sheet(None)
            return
        self._asked = self.context.jobs.read(
            lambda session: goals.load_goal(session, goal.uid), done=self._on_sheet, failed=self._on_refused
        )

    def _on_sheet(self, sheet: GoalSheet | None) -> None:
        self._asked = None
        self._sheet = sheet
        goal = self.goal
        can_have_months = goal is not None and goal.kind in (PeriodKind.YEAR, PeriodKind.QUARTER)
        self.add_button.setVisible(self.may_edit and goal is not None)
        self.months_button.setVisible(self.may_edit and can_have_months)
        if sheet is None:
            self.facts.setText("")
        else:
            days = f"{formats.day(sheet.goal.first)} – {formats.day(sheet.goal.last)}"
            self.facts.setText(
                self.tr("{days}, {elapsed} of the time is over").format(
                    days=days, elapsed=formats.percent(sheet.elapsed, decimals=0)
                )
            )
        self.model.refresh()

    def _on_loaded(self) -> None:
        if self.goal is None:
            words = self.tr("There is no goal yet. Begin with the year; months and parts are made from it.")
            action = self.tr("New goal") if self.may_edit else ""
        else:
            words = self.tr("This goal has no targets yet.")
            action = self.tr("Add a target") if self.may_edit else ""
        self.empty.set_text(words, action=action, icon="trending-up")
        if self._wanted_target is not None and self.table.go_to(self._wanted_target):
            self._wanted_target = None
        elif self.table.current_id is None and self.model.rowCount():
            self.table.go_to(self.model.id_at(0))
        self._show_target()

    def _on_empty(self) -> None:
        if self.goal is None:
            self.add()
        else:
            self.add_target()

    def _show_target(self) -> None:
        target = self.current
        typed = None if target is None else self._drafts.get(target.uid)
        if target is None or target != self.shares.target:  # else somebody may be typing in its fields
            self.shares.show_target(target, may_edit=self.may_edit, typed=typed)
        if self._to_say and self._asked is None:
            self.shares.say(self._to_say)
            self._to_say = ""

    def _on_typed(self) -> None:
        target = self.shares.target
        if target is None:
            return
        was_marked = target.uid in self._drafts
        if self.shares.is_changed:
            self._drafts[target.uid] = self.shares.typed()
        else:
            self._drafts.pop(target.uid, None)
        if was_marked != (target.uid in self._drafts):
            self.model.refresh()

    def _to_shares(self) -> None:
        self.halves.open_detail()
        first = next((one.part for one in self.shares.rows if one.part.isEnabled()), None)
        (first or self.shares).setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to(self, uid: str) -> None:
        self._wanted = uid
        self.reload()

    # --- what is done ------------------------------------------------------------------------------

    def add(self) -> EditGoal:
        return self._open_goal(None)

    def edit(self) -> EditGoal | None:
        """Change a campaign; other goals keep their period."""
        goal = self.goal
        return None if goal is None or goal.kind != PeriodKind.CAMPAIGN else self._open_goal(goal)

    def _open_goal(self, goal: GoalRow | None) -> EditGoal:
        from rmdesk.ui.dialogs.edit_goal import EditGoal

        dialog = EditGoal(self.context, goal, parent=self)
        dialog.saved.connect(self.go_to)
        dialog.open()
        return dialog

    def add_target(self) -> EditTarget | None:
        return None if self.goal is None else self._open_target(self.goal, None)

    def edit_target(self) -> EditTarget | None:
        goal, target = self.goal, self.current
        return None if goal is None or target is None else self._open_target(goal, target)

    def open_target(self, about: Any) -> EditTarget | None:
        """The form of a target again, as it stood before a lock."""
        with self.context.store.read() as session:
            sheet = goals.load_goal(session, about["goal"])
        target = next((one for one in sheet.targets if one.uid == about["target"]), None)
        gone = about["target"] is not None and target is None
        return None if gone else self._open_target(sheet.goal, target)

    def _open_target(self, goal: GoalRow, target: Target | None) -> EditTarget:
        from rmdesk.ui.dialogs.edit_target import EditTarget

        dialog = EditTarget(self.context, goal, target, parent=self)
        dialog.saved.connect(self._on_target_saved)
        dialog.open()
        return dialog

    def _on_target_saved(self, uid: str) -> None:
        self._wanted_target = uid
        self._read_sheet()

    def _write(self, title: str, work: Callable[[Session], object], done: Callable[[], object]) -> None:
        self.context.jobs.write(
            title,
            lambda session, _progress: work(session),
            done=lambda _answer: _call(done),
            failed=self._on_refused,
        )

    def remove(self) -> None:
        """Remove the goal that is shown; undo brings it back."""
        goal = self.goal
        if goal is not None:
            self._write(
                self.tr("Removing a goal"),
                lambda session: goals.remove_goal(session, goal.uid, version=goal.version),
                self.reload,
            )

    def remove_target(self) -> None:
        target = self.current
        if target is not None:
            self._write(
                self.tr("Removing a target"),
                lambda session: goals.remove_target(session, target.uid, version=target.version),
                self._read_sheet,
            )

    def make_months(self) -> None:
        """The months of a year or quarter, with its targets and parts."""
        goal = self.goal
        if goal is not None:
            self._write(
                self.tr("Making the months"),
                lambda session: goals.make_months(session, goal.uid),
                self.reload,
            )

    def _split(self, how: str) -> None:
        target = self.shares.target
        if target is None:
            return
        uids = self.shares.manager_uids()
        self.context.jobs.read(
            lambda session: goals.propose_split(session, target.uid, uids, how),
            done=lambda parts: self._on_proposed(target, parts),
            failed=self._on_not_proposed,
        )

    def _on_proposed(self, target: Target, parts: dict[str, int]) -> None:
        if self.shares.target is not None and self.shares.target.uid == target.uid:
            self.shares.propose(parts)

    def _on_not_proposed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.shares.say(sentence_of(error))

    def _save_shares(self, parts: dict[str, int]) -> None:
        target, seen = self.shares.target, self.shares.seen()
        if target is None:
            return
        self._wanted_target = target.uid

        def done() -> None:
            self._drafts.pop(target.uid, None)
            self._read_sheet()

        self._write(
            self.tr("Saving a split"),
            lambda session: goals.set_shares(session, target.uid, parts, seen=seen, version=target.version),
            done,
        )

    def _save_actual(self, value: int | None) -> None:
        target = self.shares.target
        if target is not None:
            self._write(
                self.tr("Saving a result"),
                lambda session: goals.set_actual(session, target.uid, value, version=target.version),
                self._read_sheet,
            )

    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, Conflict):
            # What was typed stays, beside what somebody else saved; saving again puts it in force.
            words = self.tr("Somebody else changed it meanwhile. Save again to put yours in force.")
            self._to_say = words
            self._read_sheet()
        elif isinstance(error, UserError):
            ask.tell_error(self, error)

    # --- state -------------------------------------------------------------------------------------

    def save_state(self) -> dict[str, Any]:
        self.context.config.remember("goals.detail", self.halves.detail_width)
        return {"goal": self.period.currentData()}

    def restore_state(self, state: dict[str, Any]) -> None:
        if isinstance(state.get("goal"), str):
            self._wanted = state["goal"]

    def typed(self) -> dict[str, Any]:
        return dict(self._drafts)

    def retype(self, kept: dict[str, Any]) -> None:
        self._drafts = {uid: typed for uid, typed in kept.items() if isinstance(typed, dict)}


def _call(done: Callable[[], object]) -> None:
    done()


def _progress(row: Target) -> ProgressCell | None:
    if row.actual is None or not row.target:
        return None
    share = row.actual / row.target
    return ProgressCell(formats.percent(share, decimals=0), max(0.0, share), row.expected / row.target)
