"""The timeline: what happened with a customer, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rmdesk.services.customers.record import CustomerRecord
from rmdesk.ui import formats, icons
from rmdesk.ui.panes.customers.page import timeline_sources
from rmdesk.ui.panes.customers.page.loading import PageData
from rmdesk.ui.panes.customers.page.rows import PaintedRows, RowWords
from rmdesk.ui.panes.customers.page.timeline_sources import Event
from rmdesk.ui.tokens import SIZE, SPACE
from rmdesk.ui.widgets import paint
from rmdesk.words import translate

if TYPE_CHECKING:
    from rmdesk.ui.context import Context
    from rmdesk.ui.jobs import Job

_PAUSE_MS = 60


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


class TimelineSection(QWidget):
    """Reads the timeline of the record it is shown, after the page stands; `counted` tells how much it is."""

    counted = Signal(str)
    opened = Signal(str, str)  # table and uid of what an event is about

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._uid = ""
        self._reading: Job | None = None
        # After the page is painted, and not for every row that keys run over.
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._soon.timeout.connect(self._read)
        self.rows = TimelineRows()
        self.rows.edit_wanted.connect(self._on_edit_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.rows)

    def show_record(self, record: CustomerRecord) -> None:
        uid = record.uid
        if uid != self._uid:
            self.rows.set_items(())
        self._uid = uid
        self._soon.start()

    def _read(self) -> None:
        uid = self._uid
        if self._reading is not None:
            self._reading.cancel()
        self._reading = self._context.jobs.read(
            lambda session: timeline_sources.events(session, uid),
            done=lambda events: self._on_read(uid, events),
            failed=lambda _error: None,  # the page tells of a customer that is gone
        )

    def _on_edit_wanted(self, event: Event) -> None:
        if event.subject is not None:
            self.opened.emit(*event.subject)

    def show_data(self, data: PageData) -> None:
        self.show_record(data.record)

    def put_away(self) -> None:
        """Nothing is entered here."""

    def _on_read(self, uid: str, events: Sequence[Event]) -> None:
        if uid == self._uid:
            self._reading = None
            self.rows.set_items(events)
            more = len(events) >= timeline_sources.LIMIT
            self.counted.emit(f"{len(events)}+" if more else str(len(events)))
