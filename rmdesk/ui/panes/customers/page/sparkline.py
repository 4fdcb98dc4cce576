"""A line over time, without axes: where assets went in the last twelve months."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from rmdesk.ui import formats, theme
from rmdesk.ui.panes.customers.page.wording import yuan
from rmdesk.ui.widgets import paint

_HEIGHT = 28
_EDGE = 4  # room for the dot at the end
_DOT = 5


class Sparkline(QWidget):
    """Amounts in fen over days, the newest marked by a dot; the tooltip tells the figure pointed at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points: tuple[tuple[date, int], ...] = ()
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Assets over twelve months"))

    def sizeHint(self) -> QSize:
        return QSize(120, _HEIGHT)

    @property
    def points(self) -> tuple[tuple[date, int], ...]:
        return self._points

    def set_points(self, points: Sequence[tuple[date, int]]) -> None:
        """Days and fen, oldest first. Fewer than two are no line, and nothing is drawn."""
        self._points = tuple(points) if len(points) > 1 else ()
        if self._points:
            (first, begun), (last, ended) = self._points[0], self._points[-1]
            told = self.tr("From {before} on {first} to {after} on {last}").format(
                before=formats.amount(yuan(begun)),
                first=formats.day(first),
                after=formats.amount(yuan(ended)),
                last=formats.day(last),
            )
        else:
            told = ""
        self.setAccessibleDescription(told)
        self.update()

    def _places(self) -> list[QPointF]:
        """Where the points stand, by their days, so that a missing month is a longer step."""
        box = QRectF(self.rect()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        days = [on.toordinal() for on, _ in self._points]
        values = [fen for _, fen in self._points]
        least, most = min(values), max(values)
        span = max(1, days[-1] - days[0])
        height = max(1, most - least)
        level = least == most  # a straight line stands in the middle
        return [
            QPointF(
                box.left() + box.width() * (on - days[0]) / span,
                box.center().y() if level else box.bottom() - box.height() * (fen - least) / height,
            )
            for on, fen in zip(days, values, strict=True)
        ]

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._points:
            return
        places = self._places()
        path = QPainterPath(places[0])
        for place in places[1:]:
            path.lineTo(place)
        ground = QPainterPath(path)
        ground.lineTo(places[-1].x(), self.height())
        ground.lineTo(places[0].x(), self.height())
        ground.closeSubpath()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(ground, theme.colour("selection"))
        pen = QPen(theme.colour("accent"), 1.5)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(path, pen)
        end = places[-1]
        paint.dot(painter, end.x() - _DOT / 2, end.y() - _DOT / 2, _DOT, "accent")

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            words = self._words_at(event.pos().x())
            if words:
                QToolTip.showText(event.globalPos(), words, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def _words_at(self, x: float) -> str:
        if not self._points:
            return ""
        places = self._places()
        nearest = min(range(len(places)), key=lambda at: abs(places[at].x() - x))
        on, fen = self._points[nearest]
        return f"{formats.day(on)}  {formats.exact_amount(yuan(fen))}"
