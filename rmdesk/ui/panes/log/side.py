"""Beside the day: where its log stands, its numbers, news of the day, what was written, the week."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from rmdesk import choices, log_labels
from rmdesk.models import LogState, Outcome
from rmdesk.services.daily_logs import Counted, DayLog, News
from rmdesk.services.reports import log_parts
from rmdesk.ui import formats
from rmdesk.ui.chart_view import ChartView
from rmdesk.ui.panes.log import wording
from rmdesk.ui.tokens import SIZE, SPACE, TYPE
from rmdesk.ui.widgets import Button, Ground, Hairline, IconLabel, Label

WIDTH = 288


class Side(QScrollArea):
    """Built anew for each day; what is asked for here is the pane's to do."""

    news_wanted = Signal()
    news_opened = Signal(object)  # News
    remark_wanted = Signal()

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFixedWidth(WIDTH)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.add_news: Button | None = None
        self.write_remark: Button | None = None

    def show_day(self, log: DayLog, week: Counted, *, may_judge: bool) -> None:
        focused = self.window().focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        page = Ground("surface")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, SPACE.medium, 0, SPACE.medium)
        column.setSpacing(SPACE.medium)
        self.add_news = self.write_remark = None
        for part in (
            self._standing(log),
            self._numbers(log),
            self._news(log),
            self._remarks(log, may_judge=may_judge),
            self._week(week),
        ):
            column.addWidget(part)
            column.addWidget(Hairline())
        column.addStretch(1)
        self.setWidget(page)
        if had_focus:  # the button that was pressed is another now; else focus would pass on to anything
            button = self.write_remark or self.add_news
            (button or self).setFocus(Qt.FocusReason.OtherFocusReason)

    # --- parts -------------------------------------------------------------------------------------

    def _part(
        self, title: str, *, fact: str = "", button: Button | None = None
    ) -> tuple[QWidget, QVBoxLayout]:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(SPACE.pane, 0, SPACE.pane, 0)
        column.setSpacing(SPACE.tiny)
        head = QHBoxLayout()
        head.addWidget(Label(title, style=TYPE.section))
        head.addStretch(1)
        if fact:
            head.addWidget(Label(fact, style=TYPE.secondary, ink="secondary"))
        if button is not None:
            head.addWidget(button)
        column.addLayout(head)
        return part, column

    def _standing(self, log: DayLog) -> QWidget:
        part, column = self._part(self.tr("State"))
        decided, is_returned = self._decided(log), log.standing == LogState.RETURNED.value
        steps = (
            (LogState.DRAFT.value, decided if is_returned else self._draft(log)),
            (LogState.SUBMITTED.value, self._submitted(log)),
            (LogState.COUNTERSIGNED.value, "" if is_returned else decided),
        )
        reached = {
            LogState.SUBMITTED.value: 1,
            LogState.RETURNED.value: 0,
            LogState.COUNTERSIGNED.value: 2,
        }.get(log.standing, 0)
        for place, (state, told) in enumerate(steps):
            row = QHBoxLayout()
            row.setSpacing(SPACE.small)
            icon = "circle-dot" if place == reached else "circle-check" if place < reached else "circle"
            mark = IconLabel(icon, role="accent" if place <= reached else "secondary", line=20)
            row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
            words = QVBoxLayout()
            words.setSpacing(0)
            title = wording.standing(log.standing) if place == 0 and reached == 0 else wording.standing(state)
            words.addWidget(Label(title, style=TYPE.strong if place == reached else TYPE.body))
            if told:
                words.addWidget(Label(told, style=TYPE.secondary, ink="secondary", wrap=True))
            row.addLayout(words, 1)
            column.addLayout(row)
        return part

    def _draft(self, log: DayLog) -> str:
        if log.planned_at is None:
            return self.tr("not planned yet")
        told = self.tr("planned {at}").format(at=formats.moment(log.planned_at))
        if log.clock_at is not None:
            clock = self.tr("the computer's clock said {at}").format(at=formats.exact_moment(log.clock_at))
            return f"{told}; {clock}"
        return told

    def _submitted(self, log: DayLog) -> str:
        if log.submitted_at is not None:
            told = formats.moment(log.submitted_at)
            return self.tr("{at}, late").format(at=told) if log.submit_is_late else told
        waiting = log.numbers.open
        if waiting:
            return self.tr("{count} items without completion").format(count=waiting)
        return self.tr("until the end of {day}").format(day=formats.day(log.day))

    def _decided(self, log: DayLog) -> str:
        if log.decided_by is None or log.decided_at is None:
            return ""
        return self.tr("{name}, {at}").format(name=log.decided_by, at=formats.moment(log.decided_at))

    def _numbers(self, log: DayLog) -> QWidget:
        part, column = self._part(self.tr("Numbers of the day"))
        numbers = log.numbers
        row = QHBoxLayout()
        for words, count in (
            (self.tr("Planned"), numbers.planned),
            (wording.outcome(Outcome.DONE), numbers.done),
            (self.tr("Partly"), numbers.partly),
            (self.tr("Unplanned"), numbers.unplanned + numbers.extra),
        ):
            cell = QVBoxLayout()
            cell.setSpacing(0)
            cell.addWidget(Label(words, style=TYPE.secondary, ink="secondary"))
            cell.addWidget(Label(str(count), style=TYPE.title, tabular=True))
            row.addLayout(cell, 1)
        column.addLayout(row)
        if numbers.channels:
            bars = ChartView(log_parts.by_channel(numbers.channels))
            bars.setFixedHeight(SIZE.bar * len(numbers.channels) + SPACE.small)
            column.addWidget(bars)
        if numbers.minutes:
            column.addLayout(self._fact(self.tr("Time in contacts"), log_labels.hours(numbers.minutes)))
        return part

    def _fact(self, words: str, value: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(Label(words, ink="secondary"))
        row.addStretch(1)
        row.addWidget(Label(value, tabular=True))
        return row

    def _news(self, log: DayLog) -> QWidget:
        if log.is_open:
            self.add_news = Button(self.tr("Add"), icon="plus", height=24)
            self.add_news.clicked.connect(self.news_wanted)
        part, column = self._part(self.tr("Market and policy"), button=self.add_news)
        for one in log.news:
            column.addWidget(self._one_news(one, log))
        if not log.news:
            column.addWidget(Label(self.tr("No news of the day."), style=TYPE.secondary, ink="secondary"))
        return part

    def _one_news(self, one: News, log: DayLog) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, SPACE.tiny)
        column.setSpacing(0)
        column.addWidget(Label(one.headline, wrap=True))
        kind = choices.word("daily_log_news", "kind", one.kind)
        told = self.tr("{kind}; {touched} customers, {planned} contacts planned").format(
            kind=kind, touched=formats.count(one.touched), planned=formats.count(one.planned)
        )
        column.addWidget(Label(told, style=TYPE.secondary, ink="secondary", wrap=True))
        if one.meaning:
            column.addWidget(Label(one.meaning, style=TYPE.secondary, ink="secondary", wrap=True))
        if one.touched and log.is_mine:
            button = Button(self.tr("Customers…"), height=24)
            button.clicked.connect(partial(self.news_opened.emit, one))
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return box

    def _remarks(self, log: DayLog, *, may_judge: bool) -> QWidget:
        is_mine_and_sent = log.is_mine and not log.is_open
        if log.uid is not None and (is_mine_and_sent or (may_judge and not log.is_mine)):
            words = self.tr("Add to it") if log.is_mine else self.tr("Comment")
            self.write_remark = Button(words, icon="pen-line", height=24)
            self.write_remark.clicked.connect(self.remark_wanted)
        part, column = self._part(self.tr("Remarks"), button=self.write_remark)
        purposes = {one.uid: one.purpose for one in log.items}
        for one in log.remarks:
            kind = choices.word("daily_log_remark", "kind", one.kind)
            head = f"{kind}  {one.staff} {formats.moment(one.said_at)}"
            column.addWidget(Label(head, style=TYPE.secondary, ink="secondary"))
            about = purposes.get(one.item_uid or "")
            said = one.text or ""
            if about:
                said = self.tr("{item}: {words}").format(item=about, words=said)
            if said:
                column.addWidget(Label(said, wrap=True, selectable=True))
        if not log.remarks:
            column.addWidget(
                Label(self.tr("Nothing was written yet."), style=TYPE.secondary, ink="secondary")
            )
        return part

    def _week(self, week: Counted) -> QWidget:
        late = week.late_plans + week.missing_plans
        fact = self.tr("Plans late: {count}").format(count=late) if late else ""
        part, column = self._part(self.tr("This week"), fact=fact)
        whole = f"{week.done} / {week.planned + week.extra}"
        column.addLayout(self._fact(self.tr("Done of the plan"), whole))
        column.addLayout(self._fact(self.tr("Contacts"), formats.count(week.contacts)))
        if week.overdue:
            column.addLayout(self._fact(self.tr("Left open"), formats.count(week.overdue)))
        return part
