"""Charts, described once: what they show, and the marks they are drawn with on paper and on screen.

`lay` makes marks for an area of any size in any unit; whoever draws them (`chart_on_paper`, the window's
chart) knows nothing of charts, only marks. y grows downwards. Series are told apart by hatching, dashes and
dots as well as by shade, so that a black-and-white printer does.
"""

from __future__ import annotations

import enum
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

Measure = Callable[[str, float], float]  # how wide a text of a size is

TEXT = 8.0
_SMALLEST_GAP = 4.0
_SWATCH = 8.0
_HATCH = 3.2  # between two lines
_TICKS = 4


class Shape(enum.StrEnum):
    """BARS stand beside each other, STACKED on each other; ROWS are stacked ones that lie."""

    BARS = "bars"
    STACKED = "stacked"
    ROWS = "rows"
    LINES = "lines"


@dataclass(frozen=True, slots=True)
class Series:
    """One series; a value for each label of its chart, None where none is known."""

    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart: `labels` along it, `series` in it, the `unit` its values are in. `height` in millimetres.

    Stacked values are not negative. With nothing to show, `empty` says so.
    """

    shape: Shape
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = ""
    height: float = 52
    empty: str = ""

    @property
    def is_empty(self) -> bool:
        return not any(value is not None for one in self.series for value in one.values)


class Tone(enum.StrEnum):
    """What a mark is for; painters have a colour for each. Of series there are four, then they begin anew."""

    INK = "ink"
    QUIET = "quiet"
    AXIS = "axis"
    GRID = "grid"
    SERIES_1 = "series_1"
    SERIES_2 = "series_2"
    SERIES_3 = "series_3"
    SERIES_4 = "series_4"


_SERIES = (Tone.SERIES_1, Tone.SERIES_2, Tone.SERIES_3, Tone.SERIES_4)


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line; `dash`: how long its dashes and gaps are, 0 for none."""

    x1: float
    y1: float
    x2: float
    y2: float
    tone: Tone
    width: float = 0.5
    dash: float = 0


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle with an outline."""

    x: float
    y: float
    width: float
    height: float
    tone: Tone


@dataclass(frozen=True, slots=True)
class Dot:
    """A circle around a point, filled or hollow."""

    x: float
    y: float
    radius: float
    tone: Tone
    filled: bool = True


class Align(enum.Enum):
    LEFT = enum.auto()
    MIDDLE = enum.auto()
    RIGHT = enum.auto()


@dataclass(frozen=True, slots=True)
class Label:
    """A text on its baseline."""

    x: float
    y: float
    text: str
    align: Align = Align.LEFT
    tone: Tone = Tone.QUIET
    size: float = TEXT


Mark = Rule | Box | Dot | Label


@dataclass(frozen=True, slots=True)
class _Area:
    left: float
    top: float
    right: float
    bottom: float


def lay(chart: Chart, width: float, height: float, measure: Measure) -> list[Mark]:
    """The marks of `chart` in an area of this size; those further down cover those before them."""
    if chart.is_empty:
        return [Label(width / 2, height / 2, chart.empty, Align.MIDDLE)]
    marks = list(_legend(chart, width, measure))
    top = 2.4 * TEXT if marks else 0.6 * TEXT
    area = _Area(0, top, width, height)
    if chart.shape is Shape.ROWS:
        marks += _rows(chart, area, measure)
    else:
        marks += _upright(chart, area, measure)
    return marks


def figure(value: float) -> str:
    """A value as it stands at an axis: 1,250, 12.5, −3."""
    text = f"{round(value, 2):,.2f}".rstrip("0").rstrip(".")
    return text.replace("-", "\N{MINUS SIGN}")


def steps(least: float, most: float, count: int = _TICKS) -> list[float]:
    """Round values from at most `least` to at least `most`, about `count` steps of 1, 2 or 5 times a power
    of ten."""
    low, high = min(0.0, least), max(0.0, most)
    if high == low:
        high = low + 1
    rough = (high - low) / count
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * one for one in (1, 2, 5, 10) if power * one >= rough * 0.999)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [number * step for number in range(first, last + 1)]


# --- what stands around ----------------------------------------------------------------------------


def _legend(chart: Chart, width: float, measure: Measure) -> Iterator[Mark]:
    """Names of the series, if there are several, and the unit at the right."""
    x, base = 0.0, TEXT
    if chart.unit:
        width -= measure(chart.unit, TEXT) + TEXT
        yield Label(width + TEXT, base, chart.unit)
    if len(chart.series) > 1:
        for number, one in enumerate(chart.series):
            name = _fitted(one.name, width - x - _SWATCH * 2.2, measure)
            if chart.shape is Shape.LINES:
                yield from _sample_line(x, base - TEXT * 0.35, number)
            else:
                yield from _filled(x, base - _SWATCH, _SWATCH * 1.6, _SWATCH, number)
            yield Label(x + _SWATCH * 2.2, base, name)
            x += _SWATCH * 2.2 + measure(name, TEXT) + TEXT * 1.6


def _sample_line(x: float, y: float, number: int) -> Iterator[Mark]:
    yield Rule(x, y, x + _SWATCH * 1.8, y, _tone(number), 1.4, _dash(number))
    yield Dot(x + _SWATCH * 0.9, y, 1.8, _tone(number), filled=number % 2 == 0)


def _fitted(text: str, room: float, measure: Measure) -> str:
    """`text`, cut with an ellipsis where there is no room for all of it."""
    if measure(text, TEXT) <= room:
        return text
    while text and measure(text + "…", TEXT) > room:
        text = text[:-1]
    return text + "…" if text else ""


def _tone(number: int) -> Tone:
    return _SERIES[number % len(_SERIES)]


def _dash(number: int) -> float:
    return (0.0, 3.0, 1.2, 6.0)[number % 4]


def _filled(x: float, y: float, width: float, height: float, number: int) -> Iterator[Mark]:
    """A box of one series with its hatching."""
    yield Box(x, y, width, height, _tone(number))
    way = number % len(_SERIES)
    if way == 1:
        yield from _slanted(x, y, width, height, rising=True)
    elif way == 2:
        count = int(height / _HATCH)
        for line in range(1, count + 1):
            yield Rule(x, y + line * _HATCH, x + width, y + line * _HATCH, Tone.INK, 0.35)
    elif way == 3:
        yield from _slanted(x, y, width, height, rising=False)


def _slanted(x: float, y: float, width: float, height: float, *, rising: bool) -> Iterator[Mark]:
    """Lines at 45 degrees, cut at the edges of the box."""
    gap = _HATCH * math.sqrt(2)
    for number in range(1, int((width + height) / gap) + 1):
        along = number * gap  # from the upper left corner, first along the top, then down the right side
        start = (min(along, width), max(0.0, along - width))
        end = (max(0.0, along - height), min(along, height))
        if not rising:
            start, end = (width - start[0], start[1]), (width - end[0], end[1])
        yield Rule(x + start[0], y + start[1], x + end[0], y + end[1], Tone.INK, 0.35)


# --- upright: bars, stacked bars, lines --------------------------------------------------------------


def _upright(chart: Chart, area: _Area, measure: Measure) -> Iterator[Mark]:
    values = [value for one in chart.series for value in one.values if value is not None]
    if chart.shape is Shape.STACKED:
        values = [_sum(chart, place) for place in range(len(chart.labels))]
    ticks = steps(min(values), max(values))
    named = [figure(one) for one in ticks]
    left = area.left + max(measure(one, TEXT) for one in named) + _SMALLEST_GAP
    plot = _Area(left, area.top, area.right, area.bottom - 1.7 * TEXT)
    span = ticks[-1] - ticks[0]

    def y_of(value: float) -> float:
        return plot.bottom - (value - ticks[0]) / span * (plot.bottom - plot.top)

    for tick, name in zip(ticks, named, strict=True):
        y = y_of(tick)
        yield Rule(plot.left, y, plot.right, y, Tone.AXIS if tick == 0 else Tone.GRID)
        yield Label(left - _SMALLEST_GAP, y + TEXT * 0.35, name, Align.RIGHT)
    step = (plot.right - plot.left) / max(1, len(chart.labels))
    yield from _labels_below(chart.labels, plot, step, measure)
    for place in range(len(chart.labels)):
        x = plot.left + step * place
        if chart.shape is Shape.BARS:
            yield from _bars(chart, place, x, step, y_of, measure)
        elif chart.shape is Shape.STACKED:
            yield from _stack(chart, place, x, step, y_of)
    if chart.shape is Shape.LINES:
        for number, one in enumerate(chart.series):
            yield from _line(one, number, plot.left + step / 2, step, y_of)


def _sum(chart: Chart, place: int) -> float:
    return sum(one.values[place] or 0.0 for one in chart.series)


def _labels_below(labels: Sequence[str], plot: _Area, step: float, measure: Measure) -> Iterator[Mark]:
    """As many as have room, evenly."""
    widest = max((measure(one, TEXT) for one in labels), default=0.0) + _SMALLEST_GAP
    each = max(1, math.ceil(min(widest, 14 * TEXT) / step))
    for place in range(0, len(labels), each):
        middle = plot.left + step * (place + 0.5)
        name = _fitted(labels[place], step * each - _SMALLEST_GAP / 2, measure)
        yield Label(middle, plot.bottom + TEXT * 1.4, name, Align.MIDDLE)


def _bars(
    chart: Chart, place: int, x: float, step: float, y_of: Callable[[float], float], measure: Measure
) -> Iterator[Mark]:
    count = len(chart.series)
    width = min(step * 0.72 / count, 26.0)
    begin = x + (step - width * count) / 2
    for number, one in enumerate(chart.series):
        value = one.values[place]
        if value is None:
            continue
        top, foot = sorted((y_of(value), y_of(0)))
        yield from _filled(begin + width * number, top, width, foot - top, number)
        told = figure(value)
        if measure(told, TEXT) <= (step if count == 1 else width + 1):
            y = top - 2 if value >= 0 else foot + TEXT
            yield Label(begin + width * (number + 0.5), y, told, Align.MIDDLE, Tone.INK)


def _stack(chart: Chart, place: int, x: float, step: float, y_of: Callable[[float], float]) -> Iterator[Mark]:
    width = min(step * 0.62, 34.0)
    below = 0.0
    for number, one in enumerate(chart.series):
        value = one.values[place] or 0.0
        if value > 0:
            top, foot = y_of(below + value), y_of(below)
            yield from _filled(x + (step - width) / 2, top, width, foot - top, number)
            below += value


def _line(one: Series, number: int, x: float, step: float, y_of: Callable[[float], float]) -> Iterator[Mark]:
    """A line through what is known; where something is not, it is broken."""
    former: tuple[float, float] | None = None
    dots: list[Mark] = []
    for place, value in enumerate(one.values):
        if value is None:
            former = None
            continue
        point = (x + step * place, y_of(value))
        if former is not None:
            yield Rule(*former, *point, _tone(number), 1.4, _dash(number))
        dots.append(Dot(*point, 1.8, _tone(number), filled=number % 2 == 0))
        former = point
    yield from dots


# --- lying: stacked rows ---------------------------------------------------------------------------


def _rows(chart: Chart, area: _Area, measure: Measure) -> Iterator[Mark]:
    sums = [_sum(chart, place) for place in range(len(chart.labels))]
    most = max(*sums, 0.0) or 1.0
    room = (area.right - area.left) * 0.3
    names = [_fitted(one, room, measure) for one in chart.labels]
    left = area.left + max(measure(one, TEXT) for one in names) + _SMALLEST_GAP
    right = area.right - max(measure(figure(one), TEXT) for one in sums) - _SMALLEST_GAP
    step = (area.bottom - area.top) / max(1, len(names))
    height = min(step * 0.66, 16.0)
    yield Rule(left, area.top, left, area.bottom, Tone.AXIS)
    for place, name in enumerate(names):
        middle = area.top + step * (place + 0.5)
        yield Label(left - _SMALLEST_GAP, middle + TEXT * 0.35, name, Align.RIGHT, Tone.INK)
        x = left
        for number, one in enumerate(chart.series):
            value = one.values[place] or 0.0
            if value > 0:
                width = (right - left) * value / most
                yield from _filled(x, middle - height / 2, width, height, number)
                x += width
        yield Label(x + _SMALLEST_GAP, middle + TEXT * 0.35, figure(sums[place]), tone=Tone.INK)
