"""Weeks of days in one painted widget: numbers, both calendars, counts by kind and the first names."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from rmdesk import calendar_labels
from rmdesk.services.care import Cell, Line
from rmdesk.services.working_days import WorkCalendar
from rmdesk.ui import formats, icons, theme
from rmdesk.ui.panes.calendar import faces, wording
from rmdesk.ui.panes.calendar.carrying import DRAGGED, Carried, may_move
from rmdesk.ui.panes.calendar.faces import Face
from rmdesk.ui.panes.calendar.wording import brief_line, count_words, kind_look
from rmdesk.ui.tokens import RADIUS, SIZE, TYPE
from rmdesk.ui.widgets import paint

HEAD = 24  # px of the row with the names of the weekdays
_DAYS = 7
_MARGIN = 10  # px left and right of what a cell holds
_NUMBER = 22  # px of the line with the number of the day
_COUNTS = 19
_NAME = 17
_ICON = 14
_MOST_KINDS = 4
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -_DAYS,
    Qt.Key.Key_Down: _DAYS,
}


def names_that_fit(height: int) -> int:
    """How many lines of names a cell of this height has room for."""
    return max(0, (height - 6 - _NUMBER - _COUNTS) // _NAME)


class Grid(QWidget):
    """`selected` follows keys and presses, also onto a day that is not shown yet: who shows it turns to it.

    `opened` is Enter or two presses on a day; `dropped` says that something was dragged onto one.
    """

    selected = Signal(object)  # date
    opened = Signal(object)  # date
    turned = Signal(int)  # the wheel: so many pages on, or back
    dropped = Signal(object)  # date
    menu_wanted = Signal(object, object)  # date, QPoint on the screen

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._first, self._weeks, self._month = date.today(), 5, 0
        self._today = self._day = date.today()
        self._cells: Mapping[date, Cell] = {}
        self._work = WorkCalendar()
        self._faces: dict[date, Face] = {}
        self._lit: date | None = None  # under what is dragged
        self._wheel = 0
        self.carried = Carried()
        self._pressed: QPoint | None = None  # where a name was pressed that may be dragged
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(True)
        self.setMouseTracking(True)
        # A Chinese input method would swallow the letters.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setMinimumSize(7 * 60, HEAD + 80)

    # --- what is shown -----------------------------------------------------------------------------

    @property
    def first(self) -> date:
        return self._first

    @property
    def last(self) -> date:
        return self._first + timedelta(days=self._weeks * _DAYS - 1)

    @property
    def weeks(self) -> int:
        return self._weeks

    @property
    def day(self) -> date:
        """The selected day."""
        return self._day

    def show_days(self, first: date, weeks: int, month: int, today: date) -> None:
        """Show so many weeks from the Monday `first` on; days of another `month` are set back (0: none)."""
        if (first, weeks, month, today) != (self._first, self._weeks, self._month, self._today):
            self._first, self._weeks, self._month, self._today = first, weeks, month, today
            self.update()

    def set_cells(self, cells: Mapping[date, Cell], work: WorkCalendar) -> None:
        """What stands on the days; what is not among them is empty."""
        self._cells = cells
        if work != self._work:
            self._work = work
            self._faces.clear()
        self.update()
        self._describe()

    def select(self, day: date) -> None:
        """Make a day current without telling."""
        if day != self._day:
            for one in (self._day, day):
                self._update_day(one)
            self._day = day
        self._describe()

    def forget_words(self) -> None:
        """The language or the calendar changed."""
        self._faces.clear()
        self.update()

    def face(self, day: date) -> Face:
        found = self._faces.get(day)
        if found is None:
            if len(self._faces) > 800:
                self._faces.clear()
            found = self._faces[day] = faces.face(day, self._work)
        return found

    def _describe(self) -> None:
        """A screen reader says the selected day: the cells are no widgets of their own."""
        words = self.words(self._day)
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)
            event = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
            QAccessible.updateAccessibility(event)

    def words(self, day: date) -> str:
        """All of a cell in words: the tooltip, and what a screen reader says."""
        face = self.face(day)
        parts = [
            f"{formats.day(day, today=self._today)} {wording.weekday(day.weekday())}",
            calendar_labels.lunar_day(day),
        ]
        parts.append(faces.feasts(day))
        holiday, made_up = self._work.holiday_name(day), self._work.made_up_for(day)
        if holiday is not None:
            parts.append(self.tr("Day off: {holiday}").format(holiday=holiday))
        elif made_up is not None:
            parts.append(self.tr("Worked for {holiday}").format(holiday=made_up))
        elif face.is_guess:
            parts.append(self.tr("The year's arrangement of holidays is not known yet: weekends are a guess"))
        lines = ["  ".join(one for one in parts if one)]
        cell = self._cells.get(day)
        if cell is not None:
            lines.append("  ".join(count_words(one) for one in cell.counts))
        return "\n".join(lines)

    # --- places ------------------------------------------------------------------------------------

    def rect_of(self, day: date) -> QRect:
        """Where a day stands; empty if it is not shown."""
        number = (day - self._first).days
        if not 0 <= number < self._weeks * _DAYS:
            return QRect()
        row, column = divmod(number, _DAYS)
        height = self.height() - HEAD
        left, right = column * self.width() // _DAYS, (column + 1) * self.width() // _DAYS
        top, bottom = HEAD + row * height // self._weeks, HEAD + (row + 1) * height // self._weeks
        return QRect(left, top, right - left, bottom - top)

    def day_at(self, at: QPoint | QPointF) -> date | None:
        """The day at a place of the widget; None beside them."""
        x, y = int(at.x()), int(at.y())
        if not (0 <= x < self.width() and HEAD <= y < self.height()):
            return None
        column = min(_DAYS - 1, x * _DAYS // max(1, self.width()))
        row = min(self._weeks - 1, (y - HEAD) * self._weeks // max(1, self.height() - HEAD))
        for one in (row, row - 1, row + 1):  # the edges are rounded
            for other in (column, column - 1, column + 1):
                if 0 <= one < self._weeks and 0 <= other < _DAYS:
                    day = self._first + timedelta(days=one * _DAYS + other)
                    if self.rect_of(day).contains(x, y):
                        return day
        return None

    def line_at(self, at: QPoint | QPointF) -> tuple[Line, QRect] | None:
        """The name at a place of the widget, and where it stands; None beside them."""
        day = self.day_at(at)
        cell = None if day is None else self._cells.get(day)
        if day is None or cell is None:
            return None
        y = int(at.y())
        return next((one for one in self._names(self.rect_of(day), cell)[0] if _spans(one[1], y)), None)

    def _names(self, rect: QRect, cell: Cell) -> tuple[list[tuple[Line, QRect]], int]:
        """The names that a cell has room for, with their places; and how many it has no room for."""
        room = names_that_fit(rect.height())
        shown = list(cell.lines[:room])
        rest = cell.count - len(shown)
        if rest > 0 and shown and len(shown) == room:
            shown.pop()
            rest = cell.count - len(shown)
        left, top = rect.left() + _MARGIN, rect.top() + 6 + _NUMBER + _COUNTS
        width = rect.width() - _MARGIN - 4
        places = [QRect(left, top + _NAME * place, width, _NAME) for place in range(len(shown))]
        return list(zip(shown, places, strict=True)), rest

    def _update_day(self, day: date) -> None:
        self.update(self.rect_of(day))

    # --- painting ----------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            painter.fillRect(event.rect(), theme.colour("surface"))
            if event.rect().top() < HEAD:
                self._paint_head(painter)
            for number in range(self._weeks * _DAYS):
                day = self._first + timedelta(days=number)
                rect = self.rect_of(day)
                if rect.intersects(event.rect()):
                    painter.save()
                    painter.setClipRect(rect)
                    self._paint_cell(painter, rect, day)
                    painter.restore()
        finally:
            painter.end()  # a traceback may keep the painter longer than the widget lives

    def _paint_head(self, painter: QPainter) -> None:
        painter.fillRect(QRect(0, 0, self.width(), HEAD), theme.colour("sunken"))
        for column in range(_DAYS):
            left, right = column * self.width() // _DAYS, (column + 1) * self.width() // _DAYS
            words = wording.weekday(column)
            paint.line(
                painter,
                left + _MARGIN,
                0,
                right - left - _MARGIN,
                HEAD,
                words,
                style=TYPE.secondary,
                role="secondary",
            )
        paint.edge(painter, QRect(0, 0, self.width(), HEAD), Qt.Edge.BottomEdge)

    def _paint_cell(self, painter: QPainter, rect: QRect, day: date) -> None:
        face = self.face(day)
        is_other = self._month != 0 and day.month != self._month
        is_selected = day == self._day
        if is_selected:
            painter.fillRect(rect, theme.colour("selection" if self.hasFocus() else "selection_idle"))
        elif face.rests:
            painter.fillRect(rect, theme.colour("non_working"))
        if rect.right() < self.width() - 1:
            paint.edge(painter, rect, Qt.Edge.RightEdge)
        paint.edge(painter, rect, Qt.Edge.BottomEdge)
        self._paint_number(painter, rect, face, is_other)
        cell = self._cells.get(day)
        if cell is not None:
            self._paint_counts(painter, rect, cell)
            self._paint_names(painter, rect, cell, day)
        if is_selected:
            paint.frame(painter, rect, border="accent_fill", width=2, radius=0)
        if day == self._lit:
            paint.frame(painter, rect.adjusted(2, 2, -2, -2), border="accent", width=2, radius=RADIUS.tag)

    def _paint_number(self, painter: QPainter, rect: QRect, face: Face, is_other: bool) -> None:
        day, left, top = face.day, rect.left() + _MARGIN, rect.top() + 6
        is_first = day.day == 1 and is_other
        words = f"{day.month}/{day.day}" if is_first or (is_other and day == self._first) else str(day.day)
        style = TYPE.section if not is_other else TYPE.body
        width = paint.text_width(words, style, tabular=True)
        if day == self._today:
            disc = QRectF(left - 5, top, max(28, width + 12), _NUMBER)
            paint.frame(painter, disc, fill="accent_fill", radius=_NUMBER / 2)
            paint.text(
                painter, disc, words, style=style, role="accent_text", align=Qt.AlignmentFlag.AlignHCenter
            )
            left = int(disc.right()) + 5
        else:
            ink = "secondary" if is_other else "text"
            paint.line(painter, left, top, width + 2, _NUMBER, words, style=style, role=ink, tabular=True)
            left += max(24, width + 7)
        right = rect.right() - 6
        if face.mark:
            mark = QRect(right - 18, top + 2, 18, 18)
            self._paint_mark(painter, mark, face.mark)
            right = mark.left() - 4
        elif face.is_guess and face.rests:
            icons.paint(painter, "circle-help", "disabled", right - 12, top + 5, SIZE.icon_tag)
            right -= 16
        if right > left:
            paint.line(
                painter,
                left,
                top + 1,
                right - left,
                _NUMBER,
                face.note,
                style=TYPE.secondary,
                role=face.note_role,
            )

    def _paint_mark(self, painter: QPainter, rect: QRect, mark: str) -> None:
        words = self.tr("off") if mark == "off" else self.tr("work")
        box = QRectF(rect)
        width = paint.text_width(words, TYPE.secondary) + 6
        if width > box.width():
            box.setLeft(box.right() - width)
        if mark == "off":
            paint.frame(painter, box, fill="warning_tint", radius=RADIUS.tag)
        else:
            paint.frame(painter, box, fill="surface", border="control", radius=RADIUS.tag)
        role = "warning" if mark == "off" else "text"
        paint.text(painter, box, words, style=TYPE.secondary, role=role, align=Qt.AlignmentFlag.AlignHCenter)

    def _paint_counts(self, painter: QPainter, rect: QRect, cell: Cell) -> None:
        left, top = rect.left() + _MARGIN, rect.top() + 6 + _NUMBER
        right = rect.right() - 6
        rest = cell.count
        for place, one in enumerate(cell.counts):
            words = formats.count(one.lines)
            width = _ICON + 3 + paint.text_width(words, TYPE.secondary, tabular=True)
            more = formats.count(rest - one.lines) if rest > one.lines else ""
            room = paint.text_width(f"+{more}", TYPE.secondary) + 8 if more else 0
            is_last = place + 1 == len(cell.counts)
            if place >= _MOST_KINDS or left + width + (0 if is_last else room) > right:
                words = f"+{formats.count(rest)}"
                paint.line(
                    painter,
                    left,
                    top,
                    right - left,
                    _COUNTS,
                    words,
                    style=TYPE.secondary,
                    role="secondary",
                )
                return
            icon, role = kind_look(one.kind)
            icons.paint(painter, icon, role, left, top + (_COUNTS - _ICON) / 2, _ICON)
            paint.line(
                painter,
                left + _ICON + 3,
                top,
                width,
                _COUNTS,
                words,
                style=TYPE.secondary,
                role=role,
                tabular=True,
            )
            left += width + 9
            rest -= one.lines

    def _paint_names(self, painter: QPainter, rect: QRect, cell: Cell, day: date) -> None:
        if not names_that_fit(rect.height()):
            return
        shown, rest = self._names(rect, cell)
        role = "secondary" if day < self._today else "text"
        for one, at in shown:
            words = brief_line(one)
            paint.line(
                painter, at.left(), at.top(), at.width(), _NAME, words, style=TYPE.secondary, role=role
            )
        if rest > 0:
            left, top = rect.left() + _MARGIN, rect.top() + 6 + _NUMBER + _COUNTS + _NAME * len(shown)
            width = rect.width() - _MARGIN - 4
            words = self.tr("{count} more").format(count=formats.count(rest))
            paint.line(painter, left, top, width, _NAME, words, style=TYPE.secondary, role="secondary")

    # --- keys and mouse ----------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and key in _STEPS:
            self._go(self._day + timedelta(days=_STEPS[key]))
        elif plain and key == Qt.Key.Key_Home:
            self._go(self._day - timedelta(days=self._day.weekday()))
        elif plain and key == Qt.Key.Key_End:
            self._go(self._day + timedelta(days=6 - self._day.weekday()))
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self._day)
        else:
            super().keyPressEvent(event)

    def _go(self, day: date) -> None:
        self.selected.emit(day)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        day = self.day_at(event.position())
        if day is not None and event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint() if self.line_at(event.position()) else None
            self._go(day)
        elif day is not None and event.button() == Qt.MouseButton.RightButton:
            self._go(day)
            self.menu_wanted.emit(day, event.globalPosition().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        begun = self._pressed
        if begun is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        if (event.position().toPoint() - begun).manhattanLength() < QApplication.startDragDistance():
            return
        self._pressed = None
        found = self.line_at(begun)
        if found is not None and may_move(found[0]):
            line, place = found
            self.carried.drag(self, line, self.grab(place), begun - place.topLeft())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        day = self.day_at(event.position())
        if day is not None:
            self.opened.emit(day)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._wheel += event.angleDelta().y()
        pages = int(self._wheel / 120)
        if pages:
            self._wheel -= pages * 120
            self.turned.emit(-pages)
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._update_day(self._day)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._update_day(self._day)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            day = self.day_at(event.pos())
            QToolTip.showText(event.globalPos(), "" if day is None else self.words(day), self)
            return True
        return super().event(event)

    # --- dragging ----------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(DRAGGED):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        day = self.day_at(event.position())
        self._light(day)
        if day is None or not event.mimeData().hasFormat(DRAGGED) or day < self._today:
            event.ignore()
        else:
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._light(None)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self._light(None)
        day = self.day_at(event.position())
        if day is not None and event.mimeData().hasFormat(DRAGGED):
            event.acceptProposedAction()
            self.dropped.emit(day)

    def _light(self, day: date | None) -> None:
        if day != self._lit:
            old, self._lit = self._lit, day
            for one in (old, day):
                if one is not None:
                    self._update_day(one)


def _spans(place: QRect, y: int) -> bool:
    return place.top() <= y < place.top() + place.height()
