"""How far a plan is: its figures, the line of what is done over time, a warning where it falls behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from rmdesk import action_plan_labels, goal_labels
from rmdesk.services import plans
from rmdesk.services.plans import PlanSheet, Progress, Result
from rmdesk.services.reports import plan_parts
from rmdesk.ui import formats
from rmdesk.ui.chart_view import ChartView
from rmdesk.ui.tokens import SPACE, TYPE
from rmdesk.ui.widgets import Ground, Label, NoticeBar, ProgressLine

if TYPE_CHECKING:
    from rmdesk.ui.context import Context
    from rmdesk.ui.jobs import Job

_COLUMNS = 4


class PlanProgress(Ground):
    """Shows a `Progress`, and behind it what the targets of the plan's goal have come to."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent=parent)
        self.progress: Progress | None = None
        self.results: list[Result] = []
        self._context = context
        self._asked: Job | None = None
        self._results_of: tuple[str, str | None] | None = None  # the plan and goal they were counted for
        self.note = NoticeBar("", tone="warning")
        self.figures: dict[str, Label] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(SPACE.medium)
        self._grid.setVerticalSpacing(SPACE.small)
        for place, (name, words) in enumerate(
            (
                ("items", self.tr("Contacts")),
                ("due", self.tr("Due by now")),
                ("done", self.tr("Done")),
                ("late", self.tr("Late")),
                ("skipped", self.tr("Skipped")),
                ("dropped", self.tr("Not made")),
                ("cost_planned", self.tr("Cost, estimated")),
                ("cost_spent", self.tr("Cost, spent")),
            )
        ):
            line, where = divmod(place, _COLUMNS)
            self._grid.addWidget(
                Label(words, style=TYPE.secondary, ink="secondary", wrap=True), line * 2, where
            )
            figure = self.figures[name] = Label("", style=TYPE.section, tabular=True)
            self._grid.addWidget(figure, line * 2 + 1, where)
        self.elapsed = Label("", style=TYPE.secondary, ink="secondary")
        self.bar = ProgressLine(name=self.tr("Done"))
        self.chart = ChartView()
        self.chart.setMinimumHeight(190)
        self.chart.setAccessibleName(self.tr("What is done over time"))
        self._nodes = QGridLayout()
        self._nodes.setHorizontalSpacing(SPACE.medium)
        self._nodes.setColumnStretch(0, 1)
        self._results_title = Label(self.tr("Goal, own part"), style=TYPE.strong)
        self._results_title.hide()
        self._results = QGridLayout()
        self._results.setHorizontalSpacing(SPACE.medium)
        self._results.setColumnStretch(0, 1)
        inside = Ground("surface")
        column = QVBoxLayout(inside)
        column.setContentsMargins(SPACE.pane, SPACE.medium, SPACE.pane, SPACE.medium)
        column.setSpacing(SPACE.medium)
        column.addWidget(self.note)
        column.addLayout(self._grid)
        column.addWidget(self.elapsed)
        column.addWidget(self.bar)
        column.addWidget(self.chart)
        column.addLayout(self._nodes)
        column.addWidget(self._results_title)
        column.addLayout(self._results)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def show_plan(self, sheet: PlanSheet | None) -> None:
        """The plan's progress now; its results are counted behind the window."""
        self.show_progress(None if sheet is None else sheet.progress)
        wanted = None if sheet is None else (sheet.row.uid, sheet.goal_uid)
        if wanted == self._results_of:
            return
        self._results_of = wanted
        if self._asked is not None:
            self._asked.cancel()
            self._asked = None
        self._show_results([])
        if sheet is not None and sheet.goal_uid is not None:
            uid = sheet.row.uid
            self._asked = self._context.jobs.read(
                lambda session: plans.load_results(session, uid),
                done=self._show_results,
                failed=lambda _error: None,
            )

    def _show_results(self, results: list[Result]) -> None:
        self.results = results
        _empty(self._results)
        self._results_title.setVisible(bool(results))
        for line, one in enumerate(results):
            told = [
                "–" if value is None else goal_labels.number(value, is_money=one.target.is_money)
                for value in (one.actual, one.part)
            ]
            self._results.addWidget(Label(goal_labels.measure(one.target)), line, 0)
            label = Label(" / ".join(told), tabular=True)
            self._results.addWidget(label, line, 1, Qt.AlignmentFlag.AlignRight)

    def show_progress(self, progress: Progress | None) -> None:
        self.progress = progress
        if progress is None:
            self.note.hide()
            self.chart.show_chart(None)
            return
        total = progress.total
        self.note.set_text(
            self.tr("This plan falls behind: {late} of {due} contacts that were due are late.").format(
                late=formats.count(total.late), due=formats.count(total.due)
            )
        )
        self.note.setVisible(total.is_behind)
        for name, label in self.figures.items():
            value = getattr(total, name)
            label.setText(
                action_plan_labels.money(value) if name.startswith("cost") else formats.count(value)
            )
        self.figures["late"].set_ink("warning" if total.is_behind else "text")
        self.elapsed.setText(
            self.tr("{done} of the contacts done, {elapsed} of the time over").format(
                done=formats.percent(total.share, decimals=0),
                elapsed=formats.percent(progress.elapsed, decimals=0),
            )
        )
        self.bar.set_share(total.share)
        self.chart.show_chart(plan_parts.burn_chart(progress))
        self._show_nodes(progress)

    def _show_nodes(self, progress: Progress) -> None:
        _empty(self._nodes)
        for line, one in enumerate(progress.nodes):
            name = Label("　" * one.depth + one.name)
            told = Label(
                f"{formats.count(one.whole.done)}/{formats.count(one.whole.items)}",
                tabular=True,
                ink="warning" if one.whole.is_behind else "text",
            )
            self._nodes.addWidget(name, line, 0)
            self._nodes.addWidget(told, line, 1, Qt.AlignmentFlag.AlignRight)


def _empty(grid: QGridLayout) -> None:
    while (item := grid.takeAt(0)) is not None:
        old = item.widget()
        if old is not None:
            old.hide()
            old.deleteLater()
