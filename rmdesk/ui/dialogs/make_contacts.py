"""What making a plan's contacts would bring, before it is done: how many, on which days, who is left out."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from rmdesk import labels
from rmdesk.services import archive, plans
from rmdesk.services.errors import UserError
from rmdesk.services.plans import PlanSheet, Proposal
from rmdesk.services.reports import plan_parts
from rmdesk.services.reports.charts import figure
from rmdesk.ui import formats
from rmdesk.ui.chart_view import ChartView
from rmdesk.ui.dialogs.form_dialog import FormDialog
from rmdesk.ui.messages import sentence_of
from rmdesk.ui.table import CellKind, Column, QueryModel, QueryTable, Source
from rmdesk.ui.tokens import SPACE, TYPE
from rmdesk.ui.widgets import EmptyState, Label, NoticeBar

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context

_MINUTES = 60
_TABLE_HEIGHT = 170


class MakeContacts(FormDialog):
    """`made` tells that the contacts are there."""

    made = Signal()

    def __init__(self, context: Context, sheet: PlanSheet, *, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Make the contacts"),
            verb=self.tr("Make them"),
            width=640,
            parent=parent,
        )
        self._context, self._sheet = context, sheet
        self.proposal: Proposal | None = None
        self.words = Label(self.tr("Counting…"), wrap=True)
        self.capacity = NoticeBar("", tone="info")
        self.capacity.hide()
        self.guessed = NoticeBar("", tone="caution")
        self.guessed.hide()
        self.chart = ChartView()
        self.chart.setFixedHeight(150)
        self.chart.setAccessibleName(self.tr("Minutes planned by day"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(SPACE.medium)
        self._grid.setColumnStretch(0, 1)
        self.left_words = Label("", style=TYPE.secondary, ink="secondary", wrap=True)
        self._left: dict[int, str] = {}  # who is left out, and of which sub-plan
        self.model = QueryModel(
            [
                Column("name", self.tr("Left out"), lambda row: row.name, CellKind.NAME, 100, stretch=True),
                Column(
                    "of", self.tr("Sub-plan and reason"), lambda row: self._left.get(row.id, ""), width=330
                ),
            ],
            Source(lambda _session: list(self._left), archive.load_customers, attrgetter("id")),
            context.store,
            context.jobs,
            parent=self,
        )
        self.table = QueryTable(self.model, name=self.tr("Left out"))
        self.table.set_empty(EmptyState(self.tr("Nobody is left out."), icon="circle-check"))
        self.table.setFixedHeight(_TABLE_HEIGHT)
        self.body.setSpacing(SPACE.medium)
        self.body.addWidget(self.words)
        self.body.addWidget(self.capacity)
        self.body.addWidget(self.guessed)
        self.body.addLayout(self._grid)
        self.body.addWidget(self.chart)
        self.body.addWidget(self.left_words)
        self.body.addWidget(self.table)
        for widget in (self.chart, self.table):
            widget.hide()
        self.verb_button.setEnabled(False)
        uid = sheet.row.uid
        context.jobs.read(
            lambda session: plans.propose_items(session, uid), done=self._on_proposed, failed=self._on_failed
        )

    def _on_proposed(self, found: Proposal) -> None:
        self.proposal = found
        told = self.tr("Contacts to be put on working days: {placed}.").format(
            placed=formats.count(len(found.placed))
        )
        if found.replaced:
            told += " " + self.tr("Made anew, since they are still to come: {count}.").format(
                count=formats.count(found.replaced)
            )
        if found.kept:
            told += " " + self.tr("Left as they are: {count}.").format(count=formats.count(found.kept))
        self.words.setText(told)
        hours = self.tr("The plan asks for {asked} hours; there are {had} on its working days.").format(
            asked=figure(round(found.asked / _MINUTES, 1)), had=figure(round(found.had / _MINUTES, 1))
        )
        self.capacity.set_text(hours, tone="warning" if found.asked > found.had else "info")
        self.capacity.show()
        guessed = self.tr(
            "Public holidays of {year} are not known yet: only weekends are kept free. "
            "Once they are imported (settings, working days), make the contacts anew."
        )
        self.guessed.set_text(guessed.format(year=labels.listed(map(str, found.guessed))), tone="caution")
        self.guessed.setVisible(bool(found.guessed))
        self._show_nodes(found)
        self.chart.show_chart(plan_parts.load_chart(found, self._sheet.minutes_a_day))
        self.chart.setVisible(bool(found.by_day))
        self._show_left(found)
        self.verb_button.setEnabled(True)
        self.verb_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_nodes(self, found: Proposal) -> None:
        titles = (self.tr("Sub-plan"), self.tr("Customers"), self.tr("Wanted"), self.tr("Placed"))
        for column, words in enumerate(titles):
            side = Qt.AlignmentFlag.AlignLeft if column == 0 else Qt.AlignmentFlag.AlignRight
            self._grid.addWidget(Label(words, style=TYPE.secondary, ink="secondary"), 0, column, side)
        for line, one in enumerate(found.nodes, 1):
            self._grid.addWidget(Label(one.name), line, 0)
            for column, number in enumerate((one.customers, one.wanted, one.placed), 1):
                ink = "warning" if column == 3 and one.placed < one.wanted else "text"
                label = Label(formats.count(number), tabular=True, ink=ink)
                self._grid.addWidget(label, line, column, Qt.AlignmentFlag.AlignRight)

    def _show_left(self, found: Proposal) -> None:
        names = {one.node_id: one.name for one in found.nodes}
        for one in found.left_out:
            if one.wanted.customer_id not in self._left:
                why = self.tr("no time left") if one.is_full else self.tr("too close to another contact")
                node = names.get(one.wanted.node_id, "")
                self._left[one.wanted.customer_id] = self.tr("{node}: {why}").format(node=node, why=why)
        words = self.tr("Contacts that do not fit: {contacts}. Customers left out: {customers}.").format(
            contacts=formats.count(len(found.left_out)), customers=formats.count(len(self._left))
        )
        self.left_words.setText(words if self._left else self.tr("Everybody fits."))
        self.table.setVisible(bool(self._left))
        self.model.refresh()
        self.adjustSize()

    def submit(self) -> None:
        if self.proposal is None:
            return
        uid, version = self._sheet.row.uid, self.proposal.version

        def work(session: Session, _progress: Any) -> int:
            return len(plans.generate_items(session, uid, version=version).placed)

        self.set_busy(True, self.tr("Saving…"))
        self._context.jobs.write(
            self.tr("Making the contacts of a plan"), work, done=self._on_made, failed=self._on_failed
        )

    def _on_made(self, _count: int) -> None:
        self.made.emit()
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        self.verb_button.setEnabled(self.proposal is not None)
        if self.proposal is None:
            self.words.setText("")
        if isinstance(error, UserError):
            self.tell(sentence_of(error))
