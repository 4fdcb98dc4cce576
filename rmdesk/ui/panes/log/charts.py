"""The simple charts of the log: bars of channels, and what was planned and done of each day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rmdesk import choices
from rmdesk.models import Channel
from rmdesk.services.daily_logs import Counted
from rmdesk.ui import formats, theme
from rmdesk.ui.panes.today import wording as today_wording
from rmdesk.ui.tokens import RADIUS, SIZE, SPACE, TYPE
from rmdesk.ui.widgets import paint

_BAR_HEIGHT = 6
_TREND_HEIGHT = 168
_FOOT, _HEAD = 22, 28


class ChannelBars(QWidget):
    """Contacts by channel: a word, a bar, a number; every channel that was used, the most used first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.counts: list[tuple[str, int]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        known = [one.value for one in Channel]
        self.counts = sorted(counts.items(), key=lambda one: (-one[1], known.index(one[0])))
        told = [f"{self._word(channel)} {count}" for channel, count in self.counts]
        self.setAccessibleName(", ".join(told))
        self.updateGeometry()
        self.update()

    def _word(self, channel: str) -> str:
        return choices.word("interaction", "channel", channel)

    def sizeHint(self) -> QSize:
        return QSize(200, SIZE.bar * len(self.counts))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            most = max((count for _channel, count in self.counts), default=0)
            words = max((paint.text_width(self._word(one)) for one, _count in self.counts), default=0) + 1
            figure = max((paint.text_width(str(count), tabular=True) for _c, count in self.counts), default=0)
            left, room = words + SPACE.medium, self.width() - words - figure - 2 * SPACE.medium
            for place, (channel, count) in enumerate(self.counts):
                top = place * SIZE.bar
                paint.text(painter, QRect(0, top, words, SIZE.bar), self._word(channel))
                bar = QRect(left, top + (SIZE.bar - _BAR_HEIGHT) // 2, max(0, room), _BAR_HEIGHT)
                paint.frame(painter, bar, fill="track", radius=RADIUS.progress)
                bar.setWidth(max(_BAR_HEIGHT, round(room * count / most)))
                paint.frame(painter, bar, fill="chart.series_1", radius=RADIUS.progress)
                end = QRect(self.width() - figure - 1, top, figure + 1, SIZE.bar)
                paint.text(painter, end, str(count), align=Qt.AlignmentFlag.AlignRight, tabular=True)
        finally:
            painter.end()


class Trend(QWidget):
    """What was planned (outlined) and done (filled) of each day, and below it the day."""

    def __init__(self, *, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self.days: list[tuple[date, Counted, bool]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_TREND_HEIGHT)

    def show_days(self, days: Sequence[tuple[date, Counted, bool]]) -> None:
        """Day, its numbers, whether it is worked."""
        self.days = list(days)
        told = [
            f"{formats.day(day)} {counted.done}/{counted.planned + counted.extra}"
            for day, counted, _working in days
            if counted.planned + counted.extra
        ]
        self.setAccessibleName(f"{self._title}: {', '.join(told)}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(600, _TREND_HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            head = QRect(0, 0, self.width(), _HEAD)
            paint.text(painter, head, self._title, style=TYPE.strong)
            if not self.days:
                return
            most = max((one.planned + one.extra for _day, one, _working in self.days), default=0) or 1
            ground = QRect(0, _HEAD, self.width(), self.height() - _HEAD - _FOOT)
            for place, (day, counted, is_working) in enumerate(self.days):
                left = self.width() * place // len(self.days)
                right = self.width() * (place + 1) // len(self.days)
                self._paint_day(
                    painter,
                    QRect(left, ground.top(), right - left, ground.height()),
                    day,
                    counted,
                    most,
                    is_working,
                )
            paint.edge(painter, ground, Qt.Edge.BottomEdge, "line_strong")
        finally:
            painter.end()

    def _paint_day(
        self, painter: QPainter, box: QRect, day: date, counted: Counted, most: int, is_working: bool
    ) -> None:
        if not is_working:
            painter.fillRect(box, theme.colour("non_working"))
        whole = counted.planned + counted.extra
        width = min(28, max(4, round(box.width() * 0.6)))
        left = box.center().x() - width // 2
        room = box.height() - 18
        if whole:
            tall = round(room * whole / most)
            bar = QRect(left, box.bottom() - tall, width, tall)
            paint.frame(painter, bar, fill="track", radius=2)
            done = round(room * counted.done / most)
            if done:
                part = QRect(left, box.bottom() - done, width, done)
                paint.frame(painter, part, fill="chart.series_1", radius=2)
            if counted.overdue:
                open_ = max(3, round(room * counted.overdue / most))
                top = QRect(left, box.bottom() - tall, width, open_)
                paint.frame(painter, top, fill="warning", radius=2)
            words = f"{counted.done}/{whole}"
            if paint.text_width(words, TYPE.secondary, tabular=True) < box.width():
                above = QRect(box.left(), box.bottom() - tall - 17, box.width(), 16)
                middle = Qt.AlignmentFlag.AlignHCenter
                style = TYPE.secondary
                paint.text(painter, above, words, style=style, role="secondary", align=middle, tabular=True)
        is_week = len(self.days) <= 7
        words = today_wording.weekday(day) if is_week else str(day.day)
        foot = QRect(box.left(), box.bottom() + 3, box.width(), 18)
        ink = "text" if is_working else "secondary"
        paint.text(painter, foot, words, style=TYPE.secondary, role=ink, align=Qt.AlignmentFlag.AlignHCenter)
