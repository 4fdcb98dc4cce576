"""The heads of the two halves of a day: what was planned and when, what is filled in."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rmdesk.models import Outcome
from rmdesk.services.daily_logs import DayLog
from rmdesk.ui import theme
from rmdesk.ui.panes.log import wording
from rmdesk.ui.tokens import SIZE, SPACE, TYPE
from rmdesk.ui.widgets import paint


class HalfHeads(QWidget):
    """Painted: a title, a count, and a fact at the right end, for each half."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.halves: list[tuple[str, str, str]] = []
        self._half = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(SIZE.group_head)

    def show_day(self, log: DayLog, *, planning: bool, proposed: int) -> None:
        count = len(log.items)
        plan = (self.tr("Plan"), self.tr("{count} items").format(count=count), wording.plan_facts(log))
        if planning:
            told = self.tr("Enter puts it on the plan")
            beside = (self.tr("Proposed"), self.tr("{count} items").format(count=proposed), told)
        else:
            filled = sum(one.outcome != Outcome.OPEN for one in log.items)
            told = ""
            if log.unplanned:
                told = self.tr("{count} unplanned, listed by themselves").format(count=len(log.unplanned))
            beside = (self.tr("Completion"), self.tr("{count} filled in").format(count=filled), told)
        self.halves = [plan, beside]
        self.setAccessibleName("; ".join(" ".join(half) for half in self.halves))
        self.update()

    def set_half(self, half: int) -> None:
        """Where the right half begins: where it begins in the list below."""
        self._half = half
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            painter.fillRect(self.rect(), theme.colour("sunken"))
            paint.edge(painter, self.rect(), Qt.Edge.BottomEdge)
            for place, (title, count, fact) in enumerate(self.halves):
                half = self._half or self.width() // 2
                box = QRect(place * half, 0, half if place == 0 else self.width() - half, self.height())
                if place == 0:
                    paint.edge(painter, box, Qt.Edge.RightEdge)
                self._paint_half(painter, box, title, count, fact)
        finally:
            painter.end()

    def _paint_half(self, painter: QPainter, box: QRect, title: str, count: str, fact: str) -> None:
        left, right = box.left() + SPACE.pane, box.right() - SPACE.pane
        width = paint.text_width(title, TYPE.group) + 1
        paint.text(painter, QRect(left, 0, width, box.height()), title, style=TYPE.group)
        left += width + SPACE.small
        width = paint.text_width(count, TYPE.secondary) + 1
        place = QRect(left, 0, width, box.height())
        paint.text(painter, place, count, style=TYPE.secondary, role="secondary")
        left += width + SPACE.medium
        place = QRect(left, 0, max(0, right - left), box.height())
        end = Qt.AlignmentFlag.AlignRight
        paint.text(painter, place, fact, style=TYPE.secondary, role="secondary", align=end)
