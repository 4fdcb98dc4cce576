"""Touchpoints of one or many days in sections: narrow with two lines each, wide with one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QToolTip, QWidget

from rmdesk.services.care import LATE_SECTIONS, Key, Line, Part, Section, State
from rmdesk.ui import formats, icons, theme
from rmdesk.ui.panes.calendar import wording
from rmdesk.ui.panes.calendar.carrying import Carried, may_move
from rmdesk.ui.panes.today import wording as lines
from rmdesk.ui.tokens import SIZE, SPACE, TYPE
from rmdesk.ui.widgets import EmptyState, paint

WIDE_FROM = 560  # px: from here on a line is one line
_DAY_HEAD = 32
_PART_HEAD = 24


@dataclass(frozen=True, slots=True)
class Row:
    """A head of a day, a head of a section, a line, or how many more there are."""

    day: date
    part: Part | None = None
    line: Line | None = None
    rest: int = 0

    @property
    def stops(self) -> bool:
        return self.part is not None


class LineList(QAbstractScrollArea):
    """`acted` carries what a key asks for: done, postpone, skip. Enter opens a line, folds a section."""

    acted = Signal(str)
    opened = Signal(object)  # Line
    current_changed = Signal()
    more_wanted = Signal()
    left = Signal()  # Esc
    menu_wanted = Signal(object)  # QPoint on the screen

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days: Mapping[date, tuple[Part, ...]] = {}
        self._heads: Mapping[date, str] = {}
        self._today = date.today()
        self._folded: set[Section] = set()
        self._rows: list[Row] = []
        self._tops: list[int] = []
        self._current = -1
        self._pressed: QPoint | None = None
        self._empty: EmptyState | None = None
        self._is_told = False  # until the first answer nobody knows whether there is anything
        self.carried = Carried()
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.verticalScrollBar().setSingleStep(SIZE.row)

    # --- what is listed ----------------------------------------------------------------------------

    def show_days(
        self,
        days: Mapping[date, tuple[Part, ...]],
        today: date,
        *,
        heads: Mapping[date, str] | None = None,
    ) -> None:
        """List these days; with `heads` each has a head of its own."""
        key, place, was_done = self.current_key, self._current, self._is_done(self._current)
        if not self._days.keys() & days.keys():  # of other days one begins at the top
            key, place = None, 0
            self.verticalScrollBar().setValue(0)
        self._days, self._today, self._heads = days, today, heads or {}
        self._is_told = True
        self._build()
        found = self.row_of(key)
        if self._is_done(found) and not was_done:
            found = -1  # what was done about it took it elsewhere: one goes on with the next
        if found < 0 and self._rows:
            found = self._near(min(max(place, 0), len(self._rows) - 1))
        self._lay_out()
        self._set_current(found)

    def set_empty(self, empty: EmptyState) -> None:
        self._empty = empty
        empty.setParent(self.viewport())
        self._show_empty()

    @property
    def folded(self) -> list[str]:
        return sorted(one.value for one in self._folded)

    def fold_these(self, sections: Iterable[str]) -> None:
        known = {one.value: one for one in Section}
        self._folded = {known[one] for one in sections if one in known}
        self._build()
        self._lay_out()

    @property
    def rows(self) -> Sequence[Row]:
        return self._rows

    @property
    def lines(self) -> list[Line]:
        return [row.line for row in self._rows if row.line is not None]

    @property
    def current(self) -> Line | None:
        return self._rows[self._current].line if 0 <= self._current < len(self._rows) else None

    @property
    def current_row(self) -> Row | None:
        return self._rows[self._current] if 0 <= self._current < len(self._rows) else None

    @property
    def current_key(self) -> Key | None:
        line = self.current
        return None if line is None else line.key

    def row_of(self, key: Key | None) -> int:
        for place, row in enumerate(self._rows):
            if key is not None and row.line is not None and row.line.key == key:
                return place
        return -1

    def go_to(self, key: Key) -> bool:
        """Make a line current; whether it is listed."""
        place = self.row_of(key)
        if place >= 0:
            self._set_current(place)
        return place >= 0

    def go_first(self) -> None:
        """Make the first line current."""
        for place, row in enumerate(self._rows):
            if row.line is not None:
                self._set_current(place)
                return

    def _is_done(self, place: int) -> bool:
        part = self._rows[place].part if 0 <= place < len(self._rows) else None
        return part is not None and part.section is Section.DONE

    def _build(self) -> None:
        self._rows = []
        for day, parts in self._days.items():
            if day in self._heads:
                self._rows.append(Row(day))
            for part in parts:
                self._rows.append(Row(day, part))
                if part.section in self._folded:
                    continue
                self._rows += [Row(day, part, line) for line in part.lines]
                rest = part.count - sum(1 for _ in part.lines)
                if rest > 0:
                    self._rows.append(Row(day, part, None, rest))

    def _near(self, place: int) -> int:
        for one in (*range(place, len(self._rows)), *range(place, -1, -1)):
            if self._rows[one].line is not None:
                return one
        return -1

    # --- places ------------------------------------------------------------------------------------

    @property
    def is_wide(self) -> bool:
        return self.viewport().width() >= WIDE_FROM

    def _height_of(self, row: Row) -> int:
        if row.part is None:
            return _DAY_HEAD
        if row.line is not None:
            return SIZE.work_row if self.is_wide else SIZE.row_two_lines
        return _PART_HEAD

    def _lay_out(self) -> None:
        self._tops, top = [], 0
        for row in self._rows:
            self._tops.append(top)
            top += self._height_of(row)
        self._tops.append(top)
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, top - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        self._show_empty()
        self.viewport().update()

    def _show_empty(self) -> None:
        if self._empty is not None:
            self._empty.setVisible(self._is_told and not self._rows)
            self._empty.setGeometry(self.viewport().rect())

    def rect_of(self, place: int) -> QRect:
        """Where a row stands in the viewport."""
        top = self._tops[place] - self.verticalScrollBar().value()
        return QRect(0, top, self.viewport().width(), self._tops[place + 1] - self._tops[place])

    def current_rect(self) -> QRect:
        """Where the words of the current row stand."""
        if not 0 <= self._current < len(self._rows):
            return QRect()
        return self.rect_of(self._current).adjusted(SPACE.pane + 24, 0, 0, 0)

    def row_at(self, at: QPoint | QPointF) -> int:
        y = int(at.y()) + self.verticalScrollBar().value()
        for place in range(len(self._rows)):
            if self._tops[place] <= y < self._tops[place + 1]:
                return place
        return -1

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    # --- painting ----------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        try:
            painter.fillRect(event.rect(), theme.colour("surface"))
            for place, row in enumerate(self._rows):
                rect = self.rect_of(place)
                if rect.top() > event.rect().bottom():
                    break
                if rect.bottom() >= event.rect().top():
                    self._paint_row(painter, rect, row, place == self._current)
        finally:
            painter.end()

    def _paint_row(self, painter: QPainter, rect: QRect, row: Row, is_current: bool) -> None:
        if row.part is None:
            self._paint_day(painter, rect, row)
            return
        if row.line is None and not row.rest:
            self._paint_head(painter, rect, row.part)
        if is_current:
            focused = self.hasFocus()
            if row.line is not None or row.rest:
                painter.fillRect(rect, theme.colour("selection" if focused else "selection_idle"))
            if focused:
                bar = QRectF(rect.left(), rect.top(), SIZE.current_mark, rect.height())
                painter.fillRect(paint.snapped(painter, bar), theme.colour("accent"))
        if row.line is not None:
            if self.is_wide:
                self._paint_wide(painter, rect, row.line)
            else:
                self._paint_narrow(painter, rect, row.line)
        elif row.rest:
            words = self.tr("{count} more").format(count=formats.count(row.rest))
            inside = rect.adjusted(SPACE.pane + 24, 0, -SPACE.pane, 0)
            paint.text(painter, inside, words, style=TYPE.secondary, role="accent")

    def _paint_day(self, painter: QPainter, rect: QRect, row: Row) -> None:
        inside = rect.adjusted(SPACE.pane, 4, -SPACE.pane, 0)
        role = "accent" if row.day == self._today else "text"
        paint.text(painter, inside, self._heads[row.day], style=TYPE.strong, role=role)

    def _paint_head(self, painter: QPainter, rect: QRect, part: Part) -> None:
        painter.fillRect(rect, theme.colour("sunken"))
        paint.edge(painter, rect, Qt.Edge.TopEdge)
        paint.edge(painter, rect, Qt.Edge.BottomEdge)
        mark = "chevron-right" if part.section in self._folded else "chevron-down"
        icons.paint(painter, mark, "secondary", rect.left() + SPACE.pane, rect.top() + 4)
        words = wording.section(part.section)
        left = rect.left() + SPACE.pane + 22
        role = "warning" if part.section in LATE_SECTIONS else "text"
        width = paint.text_width(words, TYPE.group)
        inside = QRect(left, rect.top(), width + 2, rect.height())
        paint.text(painter, inside, words, style=TYPE.group, role=role)
        count = formats.count(part.count)
        inside = QRect(left + width + 8, rect.top(), 80, rect.height())
        paint.text(painter, inside, count, style=TYPE.secondary, role="secondary", tabular=True)
        if part.amount_fen:
            inside = rect.adjusted(rect.width() // 2, 0, -SPACE.pane, 0)
            paint.text(
                painter,
                inside,
                lines.amount(part.amount_fen),
                style=TYPE.secondary,
                role="secondary",
                align=Qt.AlignmentFlag.AlignRight,
                tabular=True,
            )

    def _inks(self, line: Line) -> tuple[str, str]:
        is_over = line.touchpoint.state is not State.OPEN
        return ("secondary", "secondary") if is_over else ("text", "secondary")

    def _paint_narrow(self, painter: QPainter, rect: QRect, line: Line) -> None:
        icon, role = lines.kind_icon(line)
        icons.paint(painter, icon, role, rect.left() + SPACE.pane, rect.top() + 12)
        left, right = rect.left() + SPACE.pane + 24, rect.right() - SPACE.pane
        ink, second = self._inks(line)
        amount = lines.amount(line.amount_fen)
        if amount:
            width = paint.text_width(amount, tabular=True)
            place = QRect(right - width, rect.top(), width + 1, rect.height())
            paint.text(painter, place, amount, role=ink, align=Qt.AlignmentFlag.AlignRight, tabular=True)
            right -= width + SPACE.small
        self._paint_name(painter, QRect(left, rect.top() + 2, right - left, 20), line, ink)
        under = QRect(left, rect.top() + 20, right - left, 17)
        paint.text(painter, under, self._under(line), style=TYPE.secondary, role=second)

    def _paint_name(self, painter: QPainter, rect: QRect, line: Line, ink: str) -> None:
        name = lines.name(line)
        person = line.person
        badge = 0
        if person is not None and person.tier:
            badge = max(SIZE.badge_width, paint.text_width(person.tier, TYPE.secondary) + 12)
        room = rect.width() - (badge + SPACE.small if badge else 0)
        width = min(paint.text_width(name), max(24, room))
        paint.text(painter, QRect(rect.left(), rect.top(), width, rect.height()), name, role=ink)
        if person is not None and person.tier and badge <= room:
            box = QRectF(rect.left() + width + SPACE.small, rect.top() + 1, badge, SIZE.tag)
            paint.badge(painter, box, person.tier, (person.tier_rank or 1) - 1)
        if person is None or person.is_ours or self.is_wide:
            return
        # Who reads what others do sees whose it is.
        width += 2 * SPACE.small + badge
        owner = QRect(rect.left() + width, rect.top(), rect.width() - width, rect.height())
        paint.text(painter, owner, person.owner or "", style=TYPE.secondary, role="secondary")

    def _paint_wide(self, painter: QPainter, rect: QRect, line: Line) -> None:
        icon, role = lines.kind_icon(line)
        icons.paint(painter, icon, role, rect.left() + SPACE.pane, rect.top() + 8)
        ink, second = self._inks(line)
        left, right = rect.left() + SPACE.pane + 24, rect.right() - SPACE.pane
        name = QRect(left, rect.top() + 6, 148, 20)
        self._paint_name(painter, name, line, ink)
        amount = lines.amount(line.amount_fen)
        place = QRect(right - 88, rect.top(), 88, rect.height())
        paint.text(painter, place, amount, role=ink, align=Qt.AlignmentFlag.AlignRight, tabular=True)
        right -= 88 + SPACE.medium
        owner = line.person.owner if line.person is not None else None
        place = QRect(right - 72, rect.top(), 72, rect.height())
        paint.text(painter, place, owner or "", style=TYPE.secondary, role="secondary")
        right -= 72 + SPACE.medium
        words = QRect(
            name.right() + SPACE.medium, rect.top(), right - name.right() - SPACE.medium, rect.height()
        )
        paint.text(painter, words, self._under(line), role=second if ink == "secondary" else "text")

    def _under(self, line: Line) -> str:
        """Why the line is there, and what became of it."""
        words = lines.reason(line)
        state = line.touchpoint.state
        if state is not State.OPEN:
            return f"{lines.when(line, self._today)[0]}  {words}"
        if line.touchpoint.postponed:
            return self.tr("{why} (postponed from {day})").format(
                why=words, day=formats.day(line.key.due_on, today=self._today)
            )
        if line.touchpoint.day < self._today:
            return f"{lines.when(line, self._today)[0]}  {words}"
        return words

    def words(self, line: Line) -> str:
        """All of a line in words."""
        parts = [lines.name(line), self._under(line), lines.exact_amount(line.amount_fen)]
        if line.person is not None and line.person.owner:
            parts.append(line.person.owner)
        return "  ".join(one for one in parts if one)

    # --- the current row ---------------------------------------------------------------------------

    def _set_current(self, place: int) -> None:
        self._current = place
        if 0 <= place < len(self._rows) and len(self._tops) > place + 1:
            self._scroll_to(place)
            row = self._rows[place]
            words = self.words(row.line) if row.line is not None else ""
            if row.line is None and row.part is not None:
                words = f"{wording.section(row.part.section)} {row.part.count}"
            self.setAccessibleDescription(words)
            event = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
            QAccessible.updateAccessibility(event)
        self.viewport().update()
        self.current_changed.emit()

    def _scroll_to(self, place: int) -> None:
        bar, height = self.verticalScrollBar(), self.viewport().height()
        top, bottom = self._tops[place], self._tops[place + 1]
        if place > 0 and self._rows[place - 1].line is None:
            top = self._tops[place - 1]  # the first line is seen with its head
        if top < bar.value():
            bar.setValue(top)
        elif bottom > bar.value() + height:
            bar.setValue(bottom - height)

    def _step(self, place: int, direction: int) -> None:
        while 0 <= place < len(self._rows):
            if self._rows[place].stops:
                self._set_current(place)
                return
            place += direction

    # --- keys and mouse ----------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier):
            event.ignore()
            return
        page = max(1, self.viewport().height() // SIZE.row_two_lines - 1)
        match event.key():
            case Qt.Key.Key_Down:
                self._step(self._current + 1, 1)
            case Qt.Key.Key_Up:
                self._step(self._current - 1, -1)
            case Qt.Key.Key_Home:
                self._step(0, 1)
            case Qt.Key.Key_End:
                self._step(len(self._rows) - 1, -1)
            case Qt.Key.Key_Space if self.current is None:
                self._open(self._current)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._open(self._current)
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                self._fold_at(self._current, event.key() == Qt.Key.Key_Left)
            case Qt.Key.Key_D:
                self.acted.emit("done")
            case Qt.Key.Key_P:
                self.acted.emit("postpone")
            case Qt.Key.Key_S:
                self.acted.emit("skip")
            case Qt.Key.Key_G:
                self.acted.emit("greet")
            case Qt.Key.Key_R:
                self.acted.emit("reword")
            case Qt.Key.Key_L:
                self.acted.emit("letter")
            case Qt.Key.Key_Escape:
                self.left.emit()
            case Qt.Key.Key_PageDown if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._step(min(len(self._rows) - 1, self._current + page), -1)
            case Qt.Key.Key_PageUp if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._step(max(0, self._current - page), 1)
            case _:
                event.ignore()  # the pane turns pages and goes to today

    def _open(self, place: int) -> None:
        if not 0 <= place < len(self._rows):
            return
        row = self._rows[place]
        if row.line is not None:
            self.opened.emit(row.line)
        elif row.rest:
            self.more_wanted.emit()
        elif row.part is not None:
            self._fold_at(place, row.part.section not in self._folded)

    def _fold_at(self, place: int, fold: bool) -> None:
        row = self._rows[place] if 0 <= place < len(self._rows) else None
        if row is None or row.part is None or (row.part.section in self._folded) == fold:
            return
        section, day = row.part.section, row.day
        (self._folded.add if fold else self._folded.discard)(section)
        self._build()
        self._lay_out()
        for at, one in enumerate(self._rows):
            if one.day == day and one.part is not None and one.part.section is section:
                self._set_current(at)
                return

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self.row_at(event.position())
        row = self._rows[place] if place >= 0 else None
        if row is None or not row.stops:
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._set_current(place)
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint() if row.line is not None else None
            if row.line is None:
                self._open(place)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        place = self.row_at(event.position())
        if place >= 0 and self._rows[place].line is not None:
            self._open(place)
        else:
            self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        line, begun = self.current, self._pressed
        if begun is None or line is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        moved = (event.position().toPoint() - begun).manhattanLength()
        if moved >= QApplication.startDragDistance() and may_move(line):
            self._pressed = None
            self._drag(line)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        super().mouseReleaseEvent(event)

    def _drag(self, line: Line) -> None:
        rect = self.rect_of(self._current)
        self.carried.drag(self, line, self.viewport().grab(rect), QPoint(SPACE.pane, rect.height() // 2))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.current is not None:
            by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
            at = self.rect_of(self._current).bottomLeft() if by_key else event.pos()
            self.menu_wanted.emit(self.viewport().mapToGlobal(at))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._current < 0:
            self.go_first()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self.row_at(event.pos())
            line = self._rows[place].line if place >= 0 else None
            QToolTip.showText(event.globalPos(), "" if line is None else self.words(line), self.viewport())
            return True
        return super().viewportEvent(event)
