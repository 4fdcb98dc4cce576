"""A chart on screen: the marks of `charts.lay` in the colours of the theme."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from rmdesk.services.reports import charts
from rmdesk.services.reports.charts import Align, Chart, Tone
from rmdesk.ui import theme
from rmdesk.ui.tokens import TYPE
from rmdesk.ui.widgets import paint

_LEAST = QSize(200, 110)
_SCALE = TYPE.secondary.size / charts.TEXT  # charts are laid for paper; here their text is the window's
_PX_PER_MM = 96 / 25.4
_ROLES = {
    Tone.INK: "text",
    Tone.QUIET: "secondary",
    Tone.AXIS: "control",
    Tone.GRID: "grid",
    Tone.SERIES_1: "chart.series_1",
    Tone.SERIES_2: "chart.series_2",
    Tone.SERIES_3: "chart.series_3",
    Tone.SERIES_4: "secondary",
}
_EDGE = 4
_TINTED = 0.28  # how strong the ground of a hatched box is


class ChartView(QWidget):
    """Shows a `Chart` in whatever room there is; screen readers are told its values."""

    def __init__(self, chart: Chart | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart = chart
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(_LEAST)
        if chart is not None:
            self.show_chart(chart)

    @property
    def chart(self) -> Chart | None:
        return self._chart

    def show_chart(self, chart: Chart | None) -> None:
        self._chart = chart
        self.setAccessibleDescription("" if chart is None else _told(chart))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        height = self._chart.height * _PX_PER_MM if self._chart is not None else 0
        return QSize(2 * _LEAST.width(), max(_LEAST.height(), round(height)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._chart is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(_EDGE, _EDGE)
        width, height = (self.width() - 2 * _EDGE) / _SCALE, (self.height() - 2 * _EDGE) / _SCALE
        for mark in charts.lay(self._chart, width, height, _measure):
            match mark:
                case charts.Box():
                    _draw_box(painter, mark)
                case charts.Rule():
                    _draw_rule(painter, mark)
                case charts.Dot():
                    _draw_dot(painter, mark)
                case charts.Label():
                    _draw_label(painter, mark)


def _measure(text: str, size: float) -> float:
    return paint.text_width(text, TYPE.secondary) / TYPE.secondary.size * size


def _colour(tone: Tone) -> QColor:
    return QColor(theme.colour(_ROLES[tone]))  # the theme's own is not to be altered


def _draw_box(painter: QPainter, mark: charts.Box) -> None:
    """The first series is solid; grounds of hatched ones are pale, so that their lines are seen."""
    fill = _colour(mark.tone)
    pen = QPen(fill, 1)
    if mark.tone is not Tone.SERIES_1:
        fill.setAlphaF(_TINTED)
    painter.setPen(pen)
    painter.setBrush(fill)
    painter.drawRect(QRectF(mark.x * _SCALE, mark.y * _SCALE, mark.width * _SCALE, mark.height * _SCALE))


def _draw_rule(painter: QPainter, mark: charts.Rule) -> None:
    pen = QPen(_colour(mark.tone), mark.width * _SCALE)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if mark.dash:
        length = mark.dash / mark.width  # in units of the pen's width
        pen.setDashPattern([length, length])
    painter.setPen(pen)
    painter.drawLine(QPointF(mark.x1 * _SCALE, mark.y1 * _SCALE), QPointF(mark.x2 * _SCALE, mark.y2 * _SCALE))


def _draw_dot(painter: QPainter, mark: charts.Dot) -> None:
    ink = _colour(mark.tone)
    painter.setPen(QPen(ink, 1.2))
    painter.setBrush(ink if mark.filled else theme.colour("surface"))
    painter.drawEllipse(QPointF(mark.x * _SCALE, mark.y * _SCALE), mark.radius * _SCALE, mark.radius * _SCALE)


def _draw_label(painter: QPainter, mark: charts.Label) -> None:
    width = paint.text_width(mark.text, TYPE.secondary) + 1.0
    left = mark.x * _SCALE
    if mark.align is not Align.LEFT:
        left -= width / 2 if mark.align is Align.MIDDLE else width
    # A mark's text stands on its baseline; the house's painter centres a line in a box.
    rect = QRectF(left, mark.y * _SCALE - TYPE.secondary.line * 0.79, width, TYPE.secondary.line)
    paint.text(painter, rect, mark.text, style=TYPE.secondary, role=_ROLES[mark.tone])


def _told(chart: Chart) -> str:
    """The values in words: what is drawn, for those who do not see it."""
    if chart.is_empty:
        return chart.empty
    rows = []
    for place, label in enumerate(chart.labels):
        values = [
            f"{one.name} {charts.figure(value)}".strip()
            for one in chart.series
            if (value := one.values[place]) is not None
        ]
        rows.append(f"{label}: {', '.join(values)}")
    return "; ".join(rows)
