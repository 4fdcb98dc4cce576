"""The list of action plans: name, days, where each stands, how much of it is done."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rmdesk import action_plan_labels
from rmdesk.services import plans
from rmdesk.services.plans import PlanRow
from rmdesk.ui import formats
from rmdesk.ui.columns import ProgressCell, TagCell
from rmdesk.ui.table import CellKind, Column, QueryModel, QueryTable, Source
from rmdesk.ui.widgets import EmptyState, Ground

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context

WIDTH = 264
TONES = {"submitted": "caution", "returned": "warning", "ended": "caution", "running": "good"}


class PlanList(Ground):
    """`current_changed` carries the uid of the plan that is current."""

    current_changed = Signal(object)
    add_wanted = Signal()

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent=parent)
        self.rows: list[PlanRow] = []
        self._wanted: str | None = None
        self.setFixedWidth(WIDTH)
        self.model = QueryModel(
            [
                Column(
                    "name",
                    self.tr("Plan"),
                    lambda row: row.name,
                    CellKind.NAME,
                    84,
                    stretch=True,
                    tooltip=str,
                ),
                Column("state", "", _state, CellKind.TAG, 68),
                Column(
                    "progress", self.tr("Done"), _progress, CellKind.PROGRESS, 68, text=lambda one: one.text
                ),
            ],
            Source(self._find, self._load, attrgetter("uid")),
            context.store,
            context.jobs,
            parent=self,
        )
        self.table = QueryTable(self.model, name=self.tr("Plans"))
        self.empty = EmptyState("", icon="list-tree")
        self.table.set_empty(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)
        self.setFocusProxy(self.table)
        self.model.loaded.connect(self._on_loaded)
        self.table.current_changed.connect(self.current_changed)
        self.empty.acted.connect(self.add_wanted)

    def _find(self, session: Session) -> list[str]:
        self.rows = plans.list_plans(session)
        return [one.uid for one in self.rows]

    def _load(self, _session: Session, uids: Any) -> list[PlanRow]:
        return [one for one in self.rows if one.uid in uids]

    @property
    def current(self) -> str | None:
        uid: str | None = self.table.current_id
        return uid

    def reload(self) -> None:
        self.model.refresh()

    def go_to(self, uid: str) -> None:
        """Make a plan current, now or as soon as it is listed."""
        if not self.table.go_to(uid):
            self._wanted = uid

    def _on_loaded(self) -> None:
        self.empty.set_text(
            self.tr("There is no plan yet. A plan says whom you contact in a period, how, and how often."),
            action=self.tr("New plan"),
            icon="list-tree",
        )
        if self._wanted is not None and self.table.go_to(self._wanted):
            self._wanted = None
        elif self.table.current_id is None and self.model.rowCount():
            self.table.go_to(self.model.id_at(0))


def _state(row: PlanRow) -> TagCell:
    return TagCell(action_plan_labels.standing(row.standing), TONES.get(row.standing, "neutral"))


def _progress(row: PlanRow) -> ProgressCell | None:
    tally = row.tally
    if not tally.items or not row.agreed_revision:
        return None
    return ProgressCell(
        formats.percent(tally.share, decimals=0),
        tally.share,
        tally.due / tally.items if row.is_behind else None,
    )
