"""What matures in ninety days as bars, own money solid and other banks' hatched: by week or by manager."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from rmdesk.services.care import Falling, Maturing, OfManager, Week
from rmdesk.ui import formats, theme
from rmdesk.ui.panes.calendar import wording
from rmdesk.ui.panes.customers.page.wording import yuan
from rmdesk.ui.tokens import SPACE, TYPE
from rmdesk.ui.widgets import paint

HEIGHT, SLIM = 116, 32
_HEAD = 32
_FOOT = 20
_VALUE = 16
_BAR_SHARE = 0.76  # of the width of a place
_OWN, _OTHER = "kind.maturity", "secondary"


@dataclass(frozen=True, slots=True)
class Bar:
    """`what` is the week or manager that a press on it opens."""

    words: str
    falling: Falling
    what: Week | OfManager
    is_now: bool = False


class Strip(QWidget):
    """`chosen` carries the `Week` or `OfManager` of a bar; arrows walk along them, Enter opens."""

    chosen = Signal(object)

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._maturing: Maturing | None = None
        self._today = date.today()
        self._by_manager = False
        self._slim = False
        self._current = -1
        self.bars: list[Bar] = []
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HEIGHT)

    def show_maturing(self, maturing: Maturing, today: date) -> None:
        self._maturing, self._today = maturing, today
        self._build()

    def set_by_manager(self, by_manager: bool) -> None:
        """Bars of managers instead of weeks."""
        if by_manager != self._by_manager:
            self._by_manager = by_manager
            self._current = -1
            self._build()

    @property
    def by_manager(self) -> bool:
        return self._by_manager

    def set_slim(self, slim: bool) -> None:
        """One line of totals, where there is little room."""
        if slim != self._slim:
            self._slim = slim
            self.setFixedHeight(SLIM if slim else HEIGHT)
            self.update()

    @property
    def is_slim(self) -> bool:
        return self._slim

    def sizeHint(self) -> QSize:
        return QSize(700, SLIM if self._slim else HEIGHT)

    def _build(self) -> None:
        found = self._maturing
        self.bars = []
        if found is not None and self._by_manager:
            nobody = self.tr("Nobody")
            self.bars = [Bar(one.name or nobody, one.falling, one) for one in found.managers]
        elif found is not None:
            for week in found.weeks:
                is_now = week.first <= self._today <= week.last
                words = self.tr("This week") if is_now else f"{week.first.month}/{week.first.day}"
                self.bars.append(Bar(words, week.falling, week, is_now))
        self._current = min(self._current, len(self.bars) - 1)
        self._describe()
        self.update()

    # --- words -------------------------------------------------------------------------------------

    def _sum(self, fen: int | None) -> str:
        return self.tr("not told") if fen is None else formats.amount(yuan(fen))

    def words(self, bar: Bar) -> str:
        """All of a bar in words."""
        week = bar.what
        span = bar.words
        if isinstance(week, Week):
            span = wording.span(week.first, week.last, self._today)
        told = self.tr("{count} products, own {own}, other banks {other}").format(
            count=formats.count(bar.falling.count),
            own=self._sum(bar.falling.own_fen),
            other=self._sum(bar.falling.other_fen),
        )
        return f"{span}  {told}"

    def _describe(self) -> None:
        words = self.words(self.bars[self._current]) if 0 <= self._current < len(self.bars) else self.totals()
        self.setAccessibleDescription(words)

    def totals(self) -> str:
        """The sums of all in words."""
        found = self._maturing
        if found is None:
            return ""
        return self.tr("Own {own}, other banks {other}").format(
            own=self._sum(found.whole.own_fen), other=self._sum(found.whole.other_fen)
        )

    # --- places ------------------------------------------------------------------------------------

    def place_of(self, number: int) -> QRect:
        """Where a bar with its words stands."""
        inside = self.width() - 2 * SPACE.pane
        count = max(1, len(self.bars))
        left = SPACE.pane + inside * number // count
        right = SPACE.pane + inside * (number + 1) // count
        return QRect(left, _HEAD, right - left, self.height() - _HEAD)

    def bar_at(self, at: QPointF) -> int:
        if self._slim:
            return -1
        for number in range(len(self.bars)):
            if self.place_of(number).contains(at.toPoint()):
                return number
        return -1

    # --- painting ----------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            painter.fillRect(self.rect(), theme.colour("surface"))
            paint.edge(painter, self.rect(), Qt.Edge.TopEdge)
            self._paint_head(painter)
            if not self._slim:
                most = max((bar.falling.all_fen for bar in self.bars), default=0)
                for number, bar in enumerate(self.bars):
                    self._paint_bar(painter, self.place_of(number), bar, most, number == self._current)
                foot = QRect(SPACE.pane, 0, self.width() - 2 * SPACE.pane, self.height() - _FOOT)
                paint.edge(painter, foot, Qt.Edge.BottomEdge, "line_strong")
        finally:
            painter.end()

    def _paint_head(self, painter: QPainter) -> None:
        found = self._maturing
        title = self.tr("Maturing in 90 days")
        left, height = SPACE.pane, SLIM
        width = paint.text_width(title, TYPE.strong)
        paint.text(painter, QRect(left, 2, width + 2, height), title, style=TYPE.strong)
        if found is None:
            return
        right = self._paint_legend(painter, found, height)
        left += width + SPACE.medium
        unit = self.tr("in thousands")
        how = self.tr("by manager") if self._by_manager else self.tr("by week")
        meta = f"{wording.span(found.first, found.last, self._today)}  {how}  {unit}"
        place = QRect(left, 2, right - left - SPACE.medium, height)
        paint.text(painter, place, meta, style=TYPE.secondary, role="secondary")

    def _paint_legend(self, painter: QPainter, found: Maturing, height: int) -> int:
        """The sums with what their bars look like; where they begin."""
        right = self.width() - SPACE.pane
        for is_own, words, fen in (
            (False, self.tr("Other banks"), found.whole.other_fen),
            (True, self.tr("Own"), found.whole.own_fen),
        ):
            told = f"{words} {self._sum(fen)}"
            width = paint.text_width(told, TYPE.secondary, tabular=True)
            place = QRect(right - width, 2, width + 2, height)
            paint.text(painter, place, told, style=TYPE.secondary, tabular=True)
            right -= width + 16
            box = QRectF(right, 2 + height / 2 - 5, 10, 10)
            self._fill(painter, box, is_own=is_own)
            right -= SPACE.large
        return right

    def _fill(self, painter: QPainter, rect: QRectF, *, is_own: bool) -> None:
        box = paint.snapped(painter, rect)
        if is_own:
            painter.fillRect(box, theme.colour(_OWN))
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(box)
        painter.setPen(theme.colour(_OTHER))
        step = 4
        start = int(box.left()) - int(box.height()) - step
        for x in range(start - start % step, int(box.right()) + step, step):
            painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()))
        painter.restore()

    def _paint_bar(self, painter: QPainter, place: QRect, bar: Bar, most: int, is_current: bool) -> None:
        if is_current and self.hasFocus():
            paint.focus_ring(painter, QRectF(place).adjusted(2, 0, -2, 0), 4)
        words = QRect(place.left(), place.bottom() - _FOOT + 2, place.width(), _FOOT)
        paint.text(
            painter,
            words,
            bar.words,
            style=TYPE.group if bar.is_now else TYPE.secondary,
            role="accent" if bar.is_now else "secondary",
            align=Qt.AlignmentFlag.AlignHCenter,
        )
        foot = place.bottom() - _FOOT
        room = foot - place.top() - _VALUE
        width = min(96.0, place.width() * _BAR_SHARE)
        left = place.center().x() - width / 2
        falling = bar.falling
        top = float(foot)
        if falling.is_told and most:
            for fen, is_own in ((falling.own_fen or 0, True), (falling.other_fen or 0, False)):
                height = room * fen / most
                if fen > 0:
                    height = max(1.5, height)
                    top -= height
                    self._fill(painter, QRectF(left, top, width, height), is_own=is_own)
        told = ""
        if falling.count:
            # What may not be told is counted.
            told = wording.wan(falling.all_fen) if falling.is_told else f"×{falling.count}"
        place = QRect(place.left(), int(top) - _VALUE, place.width(), _VALUE)
        paint.text(
            painter,
            place,
            told,
            style=TYPE.secondary,
            align=Qt.AlignmentFlag.AlignHCenter,
            tabular=True,
        )

    # --- keys and mouse ----------------------------------------------------------------------------

    def _go(self, number: int) -> None:
        self._current = min(max(0, number), len(self.bars) - 1)
        self._describe()
        self.update()

    def _open(self) -> None:
        if 0 <= self._current < len(self.bars) and self.bars[self._current].falling.count:
            self.chosen.emit(self.bars[self._current].what)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Left:
                self._go(self._current - 1)
            case Qt.Key.Key_Right:
                self._go(self._current + 1)
            case Qt.Key.Key_Home:
                self._go(0)
            case Qt.Key.Key_End:
                self._go(len(self.bars) - 1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space:
                self._open()
            case _:
                super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self.bar_at(event.position())
        found = self._maturing
        if self._slim and found is not None and found.whole.count:
            self.chosen.emit(Week(found.first, found.last, found.whole))  # all of it, where there are no bars
        elif number >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self._go(number)
            self._open()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self.bar_at(event.position())
        is_hand = self._slim or (over >= 0 and self.bars[over].falling.count > 0)
        self.setCursor(Qt.CursorShape.PointingHandCursor if is_hand else Qt.CursorShape.ArrowCursor)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._current < 0 and self.bars and event.reason() != Qt.FocusReason.MouseFocusReason:
            self._go(0)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            number = self.bar_at(QPointF(event.pos()))
            words = self.totals() if number < 0 else self.words(self.bars[number])
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)
