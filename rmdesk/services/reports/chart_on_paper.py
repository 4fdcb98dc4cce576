"""Charts on paper: the marks of `charts.lay`, in shades that a black-and-white printer tells apart, too."""

from __future__ import annotations

from rmdesk.services.reports import charts, fonts
from rmdesk.services.reports.charts import Align, Tone
from rmdesk.services.reports.paper import Paper
from rmdesk.services.reports.styles import Ink, Style

_FILLS = {
    Tone.SERIES_1: "#1D5A96",
    Tone.SERIES_2: "#E9C48E",
    Tone.SERIES_3: "#DDE8E6",
    Tone.SERIES_4: "#FFFFFF",
}
_LINES = {
    Tone.INK: Ink.INK,
    Tone.QUIET: Ink.QUIET,
    Tone.AXIS: Ink.QUIET,
    Tone.GRID: Ink.LINE,
    Tone.SERIES_1: "#1D5A96",
    Tone.SERIES_2: "#96600F",
    Tone.SERIES_3: "#0A6860",
    Tone.SERIES_4: Ink.INK,
}


def draw_chart(paper: Paper, chart: charts.Chart, x: float, y: float, width: float, height: float) -> None:
    """The chart in an area whose upper left corner is given."""
    for mark in charts.lay(chart, width, height, _measure):
        match mark:
            case charts.Box():
                paper.box(
                    x + mark.x,
                    y + mark.y,
                    mark.width,
                    mark.height,
                    fill=_FILLS[mark.tone],
                    outline=_LINES[mark.tone],
                )
            case charts.Rule():
                ink = _LINES[mark.tone]
                paper.rule(
                    x + mark.x1, y + mark.y1, x + mark.x2, y + mark.y2, ink, width=mark.width, dash=mark.dash
                )
            case charts.Dot():
                ink = _LINES[mark.tone]
                fill = ink if mark.filled else "#FFFFFF"
                paper.dot(x + mark.x, y + mark.y, mark.radius, fill=fill, outline=ink)
            case charts.Label():
                _draw_label(paper, mark, x, y)


def _draw_label(paper: Paper, mark: charts.Label, x: float, y: float) -> None:
    style = Style(mark.size, mark.size, ink=Ink.INK if mark.tone is Tone.INK else Ink.QUIET)
    text = fonts.printable(mark.text).replace("\n", " ")
    left = x + mark.x
    if mark.align is not Align.LEFT:
        wide = fonts.width(text, style.face, style.size)
        left -= wide / 2 if mark.align is Align.MIDDLE else wide
    paper.text(left, y + mark.y, text, style)


def _measure(text: str, size: float) -> float:
    return fonts.width(fonts.printable(text).replace("\n", " "), fonts.REGULAR, size)
