"""The contacts of a plan, or of the current sub-plan: with whom, when, how, where each stands."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from operator import attrgetter
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rmdesk import action_plan_labels, choices, labels
from rmdesk.models import PlanItemState
from rmdesk.services import plans
from rmdesk.services.plans import ItemRow, NodeRow, PlanSheet
from rmdesk.ui import formats
from rmdesk.ui.columns import TagCell
from rmdesk.ui.table import CellKind, Column, QueryModel, QueryTable, Source
from rmdesk.ui.tokens import SPACE
from rmdesk.ui.widgets import Button, Combo, EmptyState, Ground

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context

_ALL, _LATE = "", "late"


class PlanItems(Ground):
    """`move_wanted` and `remove_wanted` carry the ids of the marked ones, or of the current."""

    customer_wanted = Signal(str)
    add_wanted = Signal()
    move_wanted = Signal(list)
    remove_wanted = Signal(list)

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent=parent)
        self.sheet: PlanSheet | None = None
        self._rows: dict[int, ItemRow] = {}
        name, day = labels.field("plan_item", "customer_id"), labels.field("plan_item", "due_on")
        way, state = labels.field("plan_item", "channel"), labels.field("plan_item", "state")
        self.model = QueryModel(
            [
                Column("name", name, attrgetter("customer"), CellKind.NAME, 72, stretch=True, sort="name"),
                Column(
                    "day",
                    day,
                    attrgetter("day"),
                    width=116,  # the year too: January is planned in December
                    sort="day",
                    text=formats.day,
                    tooltip=formats.full_day,
                ),
                Column(
                    "channel",
                    way,
                    attrgetter("channel"),
                    CellKind.QUIET,
                    72,
                    sort="channel",
                    text=action_plan_labels.channel,
                ),
                Column("state", state, self._state, CellKind.TAG, 72, sort="state"),
            ],
            Source(self._find, self._load, attrgetter("id")),
            context.store,
            context.jobs,
            sort="day",
            markable=True,
            parent=self,
        )
        self.table = QueryTable(self.model, name=self.tr("Contacts"))
        self.empty = EmptyState("", icon="calendar-days")
        self.table.set_empty(self.empty)
        self.which = Combo(name=self.tr("Which contacts"))
        self.which.add(self.tr("All"), _ALL)
        self.which.add(self.tr("Late"), _LATE)
        for code, words in choices.of_field("plan_item", "state").items():
            self.which.add(words, str(code))
        self.add_button = Button(self.tr("Add…"))
        self.move_button = Button(self.tr("Move…"))
        self.remove_button = Button(self.tr("Remove"))
        over = QHBoxLayout()
        over.setContentsMargins(SPACE.pane, 6, SPACE.medium, 6)
        over.setSpacing(SPACE.small)
        over.addWidget(self.which)
        over.addStretch(1)
        over.addWidget(self.add_button)
        over.addWidget(self.move_button)
        over.addWidget(self.remove_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(over)
        column.addWidget(self.table, 1)
        self.setFocusProxy(self.table)
        self.which.activated.connect(lambda _place: self._ask())
        self.model.loaded.connect(self._on_loaded)
        self.add_button.clicked.connect(self.add_wanted)
        self.move_button.clicked.connect(self.ask_to_move)
        self.remove_button.clicked.connect(self.ask_to_remove)
        self.table.opened.connect(self._on_opened)
        self._node: NodeRow | None = None

    def show_plan(self, sheet: PlanSheet | None, node: NodeRow | None) -> None:
        self.sheet, self._node = sheet, node
        may_move = sheet is not None and sheet.row.is_own and sheet.row.state not in ("closed", "submitted")
        self.add_button.setVisible(sheet is not None and sheet.may_edit and node is not None)
        self.move_button.setVisible(may_move)
        self.remove_button.setVisible(sheet is not None and sheet.may_edit)
        self._ask()

    def _ask(self) -> None:
        plan = None if self.sheet is None else self.sheet.row.uid
        node = None if self._node is None else self._node.uid
        self.model.set_filters(plan=plan, node=node, state=self.which.currentData() or None)
        self.model.refresh()

    def _find(
        self,
        session: Session,
        *,
        plan: str | None = None,
        node: str | None = None,
        state: str | None = None,
        sort: str = "day",
        descending: bool = False,
    ) -> list[int]:
        if plan is None:
            return []
        return plans.find_items(
            session, plan, node_uid=node, state=state or "", sort=sort, descending=descending
        )

    def _load(self, session: Session, ids: Sequence[int]) -> list[ItemRow]:
        found = plans.load_items(session, ids)
        self._rows.update({one.id: one for one in found})
        return found

    def _state(self, row: ItemRow) -> TagCell:
        words = choices.word("plan_item", "state", row.state)
        if row.state == PlanItemState.OPEN.value and row.day < date.today():
            return TagCell(self.tr("late"), "warning")
        tone = {"done": "good", "skipped": "caution", "dropped": "warning"}.get(row.state, "neutral")
        return TagCell(words, tone)

    def _on_loaded(self) -> None:
        self.empty.set_text(self.tr("There are no contacts here."), icon="calendar-days")

    def chosen(self) -> list[int]:
        marked = list(self.model.marked_ids())
        current = self.table.current_id
        return marked or ([] if current is None else [current])

    def ask_to_move(self) -> None:
        if self.chosen() and not self.move_button.isHidden():
            self.move_wanted.emit(self.chosen())

    def ask_to_remove(self) -> None:
        if self.chosen() and not self.remove_button.isHidden():
            self.remove_wanted.emit(self.chosen())

    def _on_opened(self, id: int) -> None:
        row = self._rows.get(id)
        if row is not None:
            self.customer_wanted.emit(row.customer_uid)
