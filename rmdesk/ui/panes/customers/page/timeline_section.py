"""The timeline: what happened with a customer, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from rmdesk.ui import formats, icons
from rmdesk.ui.panes.customers.page.rows import PaintedRows, RowWords
from rmdesk.ui.panes.customers.page.timeline_sources import Event
from rmdesk.ui.tokens import SIZE, SPACE
from rmdesk.ui.widgets import paint
from rmdesk.words import translate


class TimelineRows(PaintedRows[Event]):
    """Rows of 25 px: the day, an icon, what happened, a fact at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("timeline", "Timeline"), height=SIZE.timeline_row, parent=parent)
        self._day_width = 0

    def set_items(self, items: Sequence[Event]) -> None:
        self._day_width = max((paint.text_width(day_words(one.on), tabular=True) for one in items), default=0)
        super().set_items(items)

    def words(self, item: Event) -> RowWords:
        parts = [formats.moment(item.at), item.words, item.fact]
        return RowWords(
            "  ".join(one for one in parts if one), f"{formats.exact_moment(item.at)}\n{item.words}"
        )

    def paint_row(self, painter: QPainter, rect: QRectF, item: Event) -> None:
        day = QRectF(rect.left(), rect.top(), self._day_width + 1, rect.height())
        paint.text(painter, day, day_words(item.on), role="secondary", tabular=True)
        x = day.right() + SPACE.small
        icons.paint(painter, item.icon, item.role, x, rect.center().y() - SIZE.icon / 2)
        x += SIZE.icon + SPACE.small
        right = rect.right()
        if item.fact:
            width = min(paint.text_width(item.fact) + 1.0, rect.width() * 0.4)
            box = QRectF(right - width, rect.top(), width, rect.height())
            paint.text(painter, box, item.fact, role="secondary", align=Qt.AlignmentFlag.AlignRight)
            right = box.left() - SPACE.small
        paint.text(painter, QRectF(x, rect.top(), right - x, rect.height()), item.words)


def day_words(on: date) -> str:
    if on == date.today():
        return translate("timeline", "Today")
    return formats.day(on)
