"""The week and the month: numbers, what was done of each day, contacts by channel; by manager."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rmdesk import log_labels
from rmdesk.services.daily_logs import Counted, OfManager, Summary
from rmdesk.services.reports import log_parts
from rmdesk.ui import formats
from rmdesk.ui.chart_view import ChartView
from rmdesk.ui.context import Context
from rmdesk.ui.panes.log import wording
from rmdesk.ui.table import CellKind, Column, QueryModel, QueryTable, Source
from rmdesk.ui.tokens import SPACE, TYPE
from rmdesk.ui.widgets import EmptyState, Ground, Hairline, Label

_CHART_HEIGHT, _CHANNELS_WIDTH = 172, 280  # px


class SummaryPage(Ground):
    """`manager_chosen` carries the uid of a manager whose numbers are to be looked at by themselves."""

    manager_chosen = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent=parent)
        self._managers: dict[str, OfManager] = {}
        self.summary: Summary | None = None
        self._figures = QHBoxLayout()
        self._figures.setSpacing(SPACE.huge)
        self.trend, self.channels = ChartView(), ChartView()
        self.trend.setAccessibleName(self.tr("Planned and done by day"))
        self.channels.setAccessibleName(self.tr("Contacts by channel"))
        self.model = QueryModel(
            self._columns(),
            Source(self._find, self._load, id_of=lambda row: row.staff_uid),
            context.store,
            context.jobs,
            parent=self,
        )
        self.table = QueryTable(self.model, name=self.tr("Managers"))
        self.table.set_empty(EmptyState(self.tr("Nobody keeps a log yet."), icon="users"))
        self.table.opened.connect(self._on_opened)
        charts = QHBoxLayout()
        charts.setSpacing(SPACE.huge)
        for title, chart, stretch in (
            (self.tr("Planned and done by day"), self.trend, 1),
            (self.tr("Contacts by channel"), self.channels, 0),
        ):
            under = QVBoxLayout()
            under.setSpacing(SPACE.small)
            under.addWidget(Label(title, style=TYPE.strong))
            under.addWidget(chart)
            charts.addLayout(under, stretch)
            chart.setFixedHeight(_CHART_HEIGHT)
        self.channels.setFixedWidth(_CHANNELS_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.pane, SPACE.medium, SPACE.pane, 0)
        column.setSpacing(SPACE.large)
        column.addLayout(self._figures)
        column.addLayout(charts)
        self.line = Hairline()
        column.addWidget(self.line)
        column.addWidget(self.table, 1)
        self._stretch = QWidget()
        column.addWidget(self._stretch, 1)

    def show_summary(self, summary: Summary, working: frozenset[date], *, branch: bool) -> None:
        self.summary = summary
        self._managers = {one.staff_uid: one for one in summary.managers}
        self._show_figures(summary.counted)
        self.trend.show_chart(log_parts.trend(log_parts.shown(summary.by_day, working)))
        self.channels.show_chart(log_parts.by_channel(summary.counted.channels))
        for widget in (self.line, self.table):
            widget.setVisible(branch)
        self._stretch.setVisible(not branch)
        self.model.refresh()

    def _show_figures(self, counted: Counted) -> None:
        while self._figures.count():
            item = self._figures.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        whole = counted.planned + counted.extra
        share = formats.percent(counted.done / whole, decimals=0) if whole else ""
        for words, value, ink in (
            (self.tr("Planned"), formats.count(counted.planned), "text"),
            (self.tr("Done"), " · ".join(one for one in (formats.count(counted.done), share) if one), "text"),
            (self.tr("Left open"), formats.count(counted.overdue), "warning" if counted.overdue else "text"),
            (self.tr("Contacts"), formats.count(counted.contacts), "text"),
            (
                self.tr("Plans late or missing"),
                formats.count(counted.late_plans + counted.missing_plans),
                "text",
            ),
            (self.tr("Logs not submitted"), formats.count(counted.missing_logs), "text"),
            (self.tr("Time in contacts"), log_labels.hours(counted.minutes), "text"),
        ):
            cell = QWidget()
            inside = QVBoxLayout(cell)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.setSpacing(0)
            inside.addWidget(Label(words, style=TYPE.secondary, ink="secondary"))
            inside.addWidget(Label(value, style=TYPE.title, ink=ink, tabular=True))
            self._figures.addWidget(cell)
        end = QWidget()
        self._figures.addWidget(end, 1)

    # --- managers ----------------------------------------------------------------------------------

    def _find(self, _session: object, **_order: object) -> Sequence[str]:
        return list(self._managers)

    def _load(self, _session: object, ids: Sequence[str]) -> Sequence[OfManager]:
        return [self._managers[one] for one in ids if one in self._managers]

    def _columns(self) -> list[Column]:
        def number(key: str, title: str, of: str) -> Column:
            return Column(key, title, lambda row: getattr(row.counted, of), CellKind.NUMBER, 84, text=_count)

        return [
            Column("name", self.tr("Manager"), wording.manager, CellKind.NAME, 130),
            number("planned", self.tr("Planned"), "planned"),
            number("done", self.tr("Done"), "done"),
            number("moved", self.tr("Moved"), "moved"),
            number("overdue", self.tr("Left open"), "overdue"),
            number("contacts", self.tr("Contacts"), "contacts"),
            number("late", self.tr("Plans late"), "late_plans"),
            number("unplanned", self.tr("Not planned"), "missing_plans"),
            number("missing", self.tr("Not submitted"), "missing_logs"),
            number("signed", self.tr("Countersigned"), "countersigned"),
            Column(
                "minutes",
                self.tr("Time in contacts"),
                lambda row: log_labels.hours(row.counted.minutes),
                CellKind.QUIET,
                120,
                stretch=True,
            ),
        ]

    def _on_opened(self, uid: object) -> None:
        self.manager_chosen.emit(str(uid))


def _count(value: int) -> str:
    return formats.count(value) if value else "–"
