"""Seven days at the top of the log: where each stands, how much of it is done; a press goes there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rmdesk.services.daily_logs import DayOf
from rmdesk.ui import icons, theme
from rmdesk.ui.panes.calendar import wording as calendar_wording
from rmdesk.ui.panes.log import wording
from rmdesk.ui.panes.today import wording as today_wording
from rmdesk.ui.tokens import SIZE, SPACE, TYPE
from rmdesk.ui.widgets import paint

HEIGHT = 52
_MARK = 2


class WeekStrip(QWidget):
    """`chosen` carries a day; the arrow keys walk along the days."""

    chosen = Signal(object)  # date

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.days: tuple[DayOf, ...] = ()
        self._working: frozenset[date] = frozenset()
        self._current = date.today()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HEIGHT)

    def show_days(self, days: Sequence[DayOf], working: frozenset[date], current: date) -> None:
        self.days, self._working, self._current = tuple(days), working, current
        told = [f"{wording.day_title(one.day)} {self.words(one)}" for one in days if one.day == current]
        self.setAccessibleDescription(told[0] if told else "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(700, HEIGHT)

    def words(self, one: DayOf) -> str:
        if one.day not in self._working and one.uid is None:
            return self.tr("day of rest")
        return wording.of_day(one)

    def place_of(self, number: int) -> QRect:
        count = max(1, len(self.days))
        left, right = self.width() * number // count, self.width() * (number + 1) // count
        return QRect(left, 0, right - left, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            painter.fillRect(self.rect(), theme.colour("surface"))
            for number, one in enumerate(self.days):
                self._paint_day(painter, self.place_of(number), one)
            paint.edge(painter, self.rect(), Qt.Edge.BottomEdge)
            if self.hasFocus():
                for number, one in enumerate(self.days):
                    if one.day == self._current:
                        paint.focus_ring(painter, self.place_of(number).adjusted(2, 2, -2, -2))
        finally:
            painter.end()

    def _paint_day(self, painter: QPainter, place: QRect, one: DayOf) -> None:
        is_current, is_rest = one.day == self._current, one.day not in self._working
        if is_rest and not is_current:
            painter.fillRect(place, theme.colour("non_working"))
        paint.edge(painter, place, Qt.Edge.RightEdge)
        ink = "secondary" if is_rest and one.uid is None else "text"
        left, width = place.left() + SPACE.medium, place.width() - 2 * SPACE.medium
        style = TYPE.body if is_rest and not is_current else TYPE.strong
        title = f"{one.day.day} {today_wording.weekday(one.day)}"
        if paint.text_width(title, style) > width:
            title = f"{one.day.day} {calendar_wording.weekday(one.day.weekday())}"
        paint.text(painter, QRect(left, 6, width, 20), title, style=style, role=ink)
        words = self.words(one)
        if one.uid is not None or one.standing in ("missing", "late"):
            icons.paint(painter, wording.standing_icon(one.standing), "secondary", left, 29, SIZE.icon_status)
            left, width = left + SIZE.icon_status + 6, width - SIZE.icon_status - 6
        paint.text(painter, QRect(left, 27, width, 18), words, style=TYPE.secondary, role="secondary")
        if is_current:
            bar = QRect(place.left(), place.bottom() - _MARK, place.width(), _MARK + 1)
            painter.fillRect(bar, theme.colour("accent"))

    def day_at(self, at: QPointF) -> date | None:
        for number, one in enumerate(self.days):
            if self.place_of(number).contains(at.toPoint()):
                return one.day
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = self.day_at(event.position())
        if day is not None and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        days = [one.day for one in self.days]
        place = days.index(self._current) if self._current in days else 0
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step and 0 <= place + step < len(days):
            self.chosen.emit(days[place + step])
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
