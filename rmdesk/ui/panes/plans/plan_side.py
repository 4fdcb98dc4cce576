"""Beside the tree: the current sub-plan's fields, contacts, progress, versions, the evaluation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from rmdesk.services.plans import NodeRow, PlanSheet
from rmdesk.ui.panes.plans.node_form import NodeForm
from rmdesk.ui.panes.plans.plan_evaluation import PlanEvaluation
from rmdesk.ui.panes.plans.plan_items import PlanItems
from rmdesk.ui.panes.plans.plan_progress import PlanProgress
from rmdesk.ui.panes.plans.plan_versions import PlanVersions
from rmdesk.ui.tokens import SPACE
from rmdesk.ui.widgets import Ground, Hairline, Segments

if TYPE_CHECKING:
    from rmdesk.ui.context import Context

NODE, ITEMS, PROGRESS, VERSIONS, EVALUATION = "node", "items", "progress", "versions", "evaluation"


class PlanSide(Ground):
    """One of the views is shown; the others are filled when they are."""

    view_changed = Signal(str)

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent=parent)
        self.sheet: PlanSheet | None = None
        self.node: NodeRow | None = None
        self.form = NodeForm()
        self.items = PlanItems(context)
        self.progress = PlanProgress(context)
        self.versions = PlanVersions(context)
        self.evaluation = PlanEvaluation()
        self.which = Segments(
            [
                (NODE, self.tr("Sub-plan")),
                (ITEMS, self.tr("Contacts")),
                (PROGRESS, self.tr("Progress")),
                (VERSIONS, self.tr("Versions")),
                (EVALUATION, self.tr("Evaluation")),
            ],
            name=self.tr("About the plan"),
        )
        self._views = {
            NODE: self.form,
            ITEMS: self.items,
            PROGRESS: self.progress,
            VERSIONS: self.versions,
            EVALUATION: self.evaluation,
        }
        self._stack = QStackedWidget()
        for view in self._views.values():
            self._stack.addWidget(view)
        head = QHBoxLayout()
        head.setContentsMargins(SPACE.medium, 6, SPACE.medium, 6)
        head.addWidget(self.which)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Hairline())
        column.addWidget(self._stack, 1)
        self.which.chosen.connect(self.show_view)

    @property
    def view(self) -> str:
        return self.which.current or NODE

    def show_view(self, view: str) -> None:
        self.which.choose(view)
        self._stack.setCurrentWidget(self._views[view])
        self._fill()
        self.view_changed.emit(view)

    def show_sheet(self, sheet: PlanSheet | None) -> None:
        self.sheet = sheet
        self._fill()

    def show_node(self, node: NodeRow | None) -> None:
        self.node = node
        if self.view in (NODE, ITEMS):
            self._fill()

    def _fill(self) -> None:
        match self.view:
            case "node":
                self.form.show_node(self.node, may_edit=self.sheet is not None and self.sheet.may_edit)
            case "items":
                self.items.show_plan(self.sheet, self.node)
            case "progress":
                self.progress.show_plan(self.sheet)
            case "versions":
                self.versions.show_plan(self.sheet)
            case _:
                self.evaluation.show_plan(self.sheet)
