"""The list beside the calendar: the day, what stands on it, and the keys."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from rmdesk import calendar_labels
from rmdesk.services.care import LATE_SECTIONS, Part, Section
from rmdesk.services.working_days import WorkCalendar
from rmdesk.ui import formats, theme
from rmdesk.ui.interactions.greeting_box import GreetingBox
from rmdesk.ui.panes.calendar import faces, wording
from rmdesk.ui.panes.calendar.line_list import LineList
from rmdesk.ui.tokens import SPACE, TYPE
from rmdesk.ui.widgets import EmptyState, IconButton, KeyHint, Label, paint

if TYPE_CHECKING:
    from rmdesk.ui.context import Context

_GREETING_AFTER_MS = 80  # walking down the list does not ask for a text for each line


class DayPanel(QWidget):
    """`list` shows the day, or what was opened from it; then `back` leads to the day again."""

    back = Signal()

    def __init__(self, context: Context, *, may_write: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = LineList(name=self.tr("What stands on the day"))
        self._narrowed = False
        self.empty = EmptyState(self.tr("Nothing stands on this day."), icon="calendar-days")
        self.list.set_empty(self.empty)
        self.back_button = IconButton("arrow-left", self.tr("Back to the day"), key="Esc")
        self.back_button.clicked.connect(self.back)
        self.title = Label("", style=TYPE.title)
        self.when = Label("", ink="secondary")
        self.count = Label("", style=TYPE.secondary, ink="secondary", tabular=True)
        self.under = Label("", style=TYPE.secondary, ink="secondary")
        self.feast = Label("", style=TYPE.secondary)
        self.place = Label("", style=TYPE.secondary, ink="secondary")
        first, second = QHBoxLayout(), QHBoxLayout()
        for row in (first, second):
            row.setSpacing(SPACE.small)
        first.addWidget(self.back_button)
        first.addWidget(self.title)
        first.addWidget(self.when, 1)
        first.addWidget(self.count)
        second.addWidget(self.under)
        second.addWidget(self.feast)
        second.addWidget(self.place, 1)
        for label in (self.when, self.place):  # these give way first
            label.setMinimumWidth(0)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        head = QVBoxLayout()
        head.setContentsMargins(SPACE.pane, SPACE.medium, SPACE.pane, SPACE.small)
        head.setSpacing(2)
        head.addLayout(first)
        head.addLayout(second)
        self._foot = QWidget()
        self.hint = KeyHint([("D", self.tr("Done")), ("P", self.tr("Postpone")), ("S", self.tr("Skip"))])
        self.drag_hint = Label(self.tr("Drag to move"), style=TYPE.secondary, ink="secondary")
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(SPACE.medium, SPACE.small, SPACE.medium, SPACE.small)
        foot.setSpacing(SPACE.tiny)
        foot.addWidget(self.hint)
        foot.addStretch(1)
        foot.addWidget(self.drag_hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        self.greeting = GreetingBox(context) if may_write else None
        if self.greeting is not None:
            self.greeting.setContentsMargins(0, 0, 0, SPACE.small)
            column.addWidget(self.greeting)
            self._soon = QTimer(self, singleShot=True, interval=_GREETING_AFTER_MS)
            self._soon.timeout.connect(self._follow)
            self.list.current_changed.connect(self._soon.start)
        column.addWidget(self._foot)
        self._foot.setVisible(may_write)
        self.back_button.hide()

    def _follow(self) -> None:
        if self.greeting is not None:
            self.greeting.follow(self.list.current, date.today())

    def show_day(self, day: date, parts: tuple[Part, ...], today: date, work: WorkCalendar) -> None:
        """The day itself, with what is late on the present one."""
        self.back_button.hide()
        self.title.setText(formats.day(day, today=today))
        weekday = wording.weekday(day.weekday())
        self.when.setText(self.tr("{weekday}, today").format(weekday=weekday) if day == today else weekday)
        count = sum(one.count for one in parts if one.section not in LATE_SECTIONS | {Section.DONE})
        late = sum(one.count for one in parts if one.section in LATE_SECTIONS)
        words = self.tr("{count} open").format(count=formats.count(count))
        if late:
            words = self.tr("{count}, {late} late").format(count=words, late=formats.count(late))
        self.count.setText(words)
        self.under.setText(calendar_labels.lunar_day(day))
        self._show_feast(faces.feasts(day))
        self.place.setText(self._place_of(day, work))
        self.list.show_days({day: parts} if parts else {}, today)
        self._show_empty(self.tr("Nothing stands on this day."))

    def show_list(self, title: str, under: str, days: dict[date, tuple[Part, ...]], today: date) -> None:
        """Something opened from the calendar: the maturities of a week, the people of a festival."""
        self.back_button.show()
        self.title.setText(title)
        self.when.setText("")
        self.count.setText("")
        self.under.setText(under)
        self._show_feast("")
        self.place.setText("")
        self.list.show_days(days, today)
        self.list.go_first()

    def show_agenda(
        self, title: str, days: dict[date, tuple[Part, ...]], heads: dict[date, str], today: date
    ) -> None:
        """Many days below each other."""
        self.back_button.hide()
        self.title.setText(title)
        self.when.setText("")
        count = sum(
            part.count
            for parts in days.values()
            for part in parts
            if part.section not in LATE_SECTIONS | {Section.DONE}
        )
        self.count.setText(self.tr("{count} open").format(count=formats.count(count)))
        self.under.setText("")
        self._show_feast("")
        self.place.setText("")
        self.list.show_days(days, today, heads=heads)
        self._show_empty(self.tr("Nothing stands on these days."))

    def set_narrowed(self, narrowed: bool) -> None:
        """Whether a filter leaves out some of what stands there: an empty list says so."""
        self._narrowed = narrowed

    def _show_empty(self, words: str) -> None:
        if self._narrowed:
            words, action = self.tr("Nothing of what is filtered stands here."), self.tr("Show everything")
            self.empty.set_text(words, action=action, icon="list-filter")
        else:
            self.empty.set_text(words, icon="calendar-days")

    def set_drag_hint(self, shown: bool) -> None:
        """Not in the views without a grid, and not where there is no room for it."""
        self.drag_hint.setVisible(shown)

    def _show_feast(self, words: str) -> None:
        self.feast.setText(words)
        self.feast.setVisible(bool(words))
        palette = self.feast.palette()
        palette.setColor(self.feast.foregroundRole(), theme.colour("kind.festival"))
        self.feast.setPalette(palette)

    def _place_of(self, day: date, work: WorkCalendar) -> str:
        """第 37 周，9月第 8 个工作日; what the day is off or worked for."""
        holiday, made_up = work.holiday_name(day), work.made_up_for(day)
        if holiday is not None:
            return self.tr("Day off: {holiday}").format(holiday=holiday)
        week = day.isocalendar().week
        if not work.is_working_day(day):
            return self.tr("Week {week}").format(week=week)
        number = len(work.working_days(day.replace(day=1), day))
        words = self.tr("Week {week}, working day {number}").format(week=week, number=number)
        if made_up is not None:
            return self.tr("{place}, worked for {holiday}").format(place=words, holiday=made_up)
        return words

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("surface"))
        paint.edge(painter, self.rect(), Qt.Edge.LeftEdge)
        if not self._foot.isHidden():
            paint.edge(painter, self._foot.geometry(), Qt.Edge.TopEdge)
        if self.greeting is not None and self.greeting.isVisible():
            paint.edge(painter, self.greeting.geometry(), Qt.Edge.TopEdge)
