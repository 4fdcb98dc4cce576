"""What the pane of the daily log is built of: its head, the day in two halves, weeks and months, readings."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from rmdesk.services import roles
from rmdesk.services.roles import Permission, Reach
from rmdesk.ui.context import Context
from rmdesk.ui.interactions.capture_line import CaptureLine
from rmdesk.ui.pane import Pane
from rmdesk.ui.panes.log.day_list import DayList
from rmdesk.ui.panes.log.heads import HalfHeads
from rmdesk.ui.panes.log.proposals import ProposalList
from rmdesk.ui.panes.log.readings import DAY, READING, WAITING, Readings
from rmdesk.ui.panes.log.side import Side
from rmdesk.ui.panes.log.summary_page import SummaryPage
from rmdesk.ui.panes.log.week_strip import WeekStrip
from rmdesk.ui.tokens import TYPE
from rmdesk.ui.widgets import (
    Button,
    Combo,
    EmptyState,
    IconButton,
    Label,
    PaneHead,
    Segments,
    Tag,
    Variant,
)

ONE_DAY, WEEK, MONTH = "day", "week", "month"
_PEOPLE_WIDTH = 176


class LogParts(Pane):
    """The widgets of the pane and who may see which; what they do is `LogPane`'s."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        actor = context.actor
        self.may_write = roles.allowed(actor, Permission.WRITE_WORK).reach() > Reach.NONE
        self.reads_all = roles.allowed(actor, Permission.READ_WORK).reach() == Reach.ALL
        self.may_judge = bool(roles.allowed(actor, Permission.APPROVE_WORK))

    def build(self, view: str) -> None:
        """Make everything that is shown; `view` is chosen first."""
        self.head = PaneHead(self.tr("Daily log"))
        self.back = IconButton("chevron-left", self.tr("Earlier"), key="Alt+Left")
        self.now = Button(self.tr("Today"))
        self.on = IconButton("chevron-right", self.tr("Later"), key="Alt+Right")
        self.title = Label("", style=TYPE.section)
        self.state = Tag("")
        self.late = Tag("", tone="caution", icon="clock")
        for widget in (self.back, self.now, self.on, self.title, self.state, self.late):
            self.head.add_left(widget)
        self.people = Combo(name=self.tr("Whose log"))
        self.people.setFixedWidth(_PEOPLE_WIDTH)
        self.which = Segments(
            [(DAY, self.tr("Day")), (WAITING, self.tr("To countersign"))], name=self.tr("Which logs")
        )
        self.view_words = {ONE_DAY: self.tr("Day"), WEEK: self.tr("Week"), MONTH: self.tr("Month")}
        if self.reads_all:
            self.view_words[READING] = self.tr("Reading")
        self.views = Segments(list(self.view_words.items()), name=self.tr("View"), current=view)
        self.print_button = IconButton("printer", self.tr("Print"), key="Ctrl+P")
        self.plan_button = Button(self.tr("Plan"), icon="calendar-plus")
        self.add_button = IconButton("plus", self.tr("Add an item"), key="Ctrl+N")
        self.return_button = Button(self.tr("Send back…"), icon="undo-2")
        self.primary = Button(self.tr("Submit the log"), icon="check", variant=Variant.PRIMARY)
        at_right: tuple[QWidget, ...] = (
            self.which,
            self.people,
            self.views,
            self.print_button,
            self.plan_button,
            self.add_button,
            self.return_button,
            self.primary,
        )
        for one in at_right:
            self.head.add_right(one)
        self.line = CaptureLine(self.context)
        self.line.hide()
        self.strip = WeekStrip(name=self.tr("Week"))
        self.heads = HalfHeads()
        self.list = DayList(name=self.tr("Plan and completion"))
        self.empty = EmptyState("", icon="notebook-pen")
        self.list.set_empty(self.empty)
        self.proposals = ProposalList(name=self.tr("Proposed"))
        self.proposals.set_empty(EmptyState(self.tr("Nothing else is due on this day."), icon="circle-check"))
        self.side = Side(name=self.tr("About this day"))
        self.summary = SummaryPage(self.context)
        self.readings = Readings(self.context) if self.reads_all else None
        self._stack = QStackedWidget()
        self._stack.addWidget(self._build_day())
        self._stack.addWidget(self.summary)
        if self.readings is not None:
            self._stack.addWidget(self.readings)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addWidget(self._stack, 1)
        self.setFocusProxy(self.list)

    def _build_day(self) -> QWidget:
        halves = QHBoxLayout()
        halves.setContentsMargins(0, 0, 0, 0)
        halves.setSpacing(0)
        halves.addWidget(self.list, 1)
        halves.addWidget(self.proposals, 1)
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addWidget(self.line)
        left.addWidget(self.strip)
        left.addWidget(self.heads)
        left.addLayout(halves, 1)
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self.side)
        return page
