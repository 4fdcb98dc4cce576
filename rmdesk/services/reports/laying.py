"""From blocks to pieces of a given width: how each kind of block is set."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rmdesk.services.reports import blocks, charts, fonts, styles, tables
from rmdesk.services.reports.chart_on_paper import draw_chart
from rmdesk.services.reports.paper import Paper
from rmdesk.services.reports.pieces import GAP, Flow, Laid, Line, NewPage, Piece, Row, Whole, baseline
from rmdesk.services.reports.styles import MM, Ink, Style

_ABOVE_HEADING = 12.0
_UNDER_TEXT = 40.0  # what a text that heads something wants below it
_ABOVE_CHART = 8.0
_UNDER_HEADING = 56.0  # a heading wants so much of what it heads on its page


def _paragraph(text: str, style: Style, width: float, before: float = GAP, *, right: bool = False) -> Piece:
    told = fonts.lines(text, style.face, style.size, width)

    def indent(line: str) -> float:
        return width - fonts.width(line, style.face, style.size) if right else 0.0

    return Flow((Line(one, style, style.leading, indent(one)) for one in told), before=before)


def _headed(text: str, style: Style, width: float) -> Piece:
    told = fonts.lines(text, style.face, style.size, width)
    height = len(told) * style.leading

    def draw(paper: Paper, x: float, y: float) -> None:
        for number, line in enumerate(told):
            paper.text(x, y + number * style.leading + baseline(style), line, style)

    return Whole(height, draw, needs=height + _UNDER_TEXT)


@dataclass(slots=True)
class FactRow(Row):
    """Facts beside each other: labels above their values."""

    facts: list[tuple[float, tuple[str, ...], tuple[str, ...]]]  # x, label, lines of the value
    height: float
    heads: bool = False

    def draw(self, paper: Paper, x: float, y: float) -> None:
        for left, label, value in self.facts:
            top = y
            for style, told in ((styles.LABEL, label), (styles.VALUE, value)):
                for line in told:
                    paper.text(x + left, top + baseline(style), line, style)
                    top += style.leading

    def cut(self, room: float) -> tuple[Row, Row] | None:
        labels = max(len(label) for _, label, _ in self.facts) * styles.LABEL.leading
        kept = int((room - labels) // styles.VALUE.leading)
        if kept < 1:
            return None
        first = [(left, label, value[:kept]) for left, label, value in self.facts]
        rest: list[tuple[float, tuple[str, ...], tuple[str, ...]]] = [
            (left, (), value[kept:]) for left, _, value in self.facts
        ]
        return FactRow(first, _facts_height(first)), FactRow(rest, _facts_height(rest))


def _facts_height(facts: Sequence[tuple[float, tuple[str, ...], tuple[str, ...]]]) -> float:
    return 5 + max(
        len(label) * styles.LABEL.leading + len(value) * styles.VALUE.leading for _, label, value in facts
    )


def _facts(block: blocks.Facts, width: float) -> Piece:
    column = width / block.columns
    gap = 10.0

    def rows() -> Iterator[Row]:
        row: list[tuple[float, tuple[str, ...], tuple[str, ...]]] = []
        for fact in block.facts:
            room = (width if fact.wide else column) - gap
            if row and fact.wide:
                yield FactRow(row, _facts_height(row))
                row = []
            label = fonts.lines(fact.label, styles.LABEL.face, styles.LABEL.size, room)
            value = fonts.lines(fact.value, styles.VALUE.face, styles.VALUE.size, room)
            row.append((len(row) * column, label, value))
            if fact.wide or len(row) == block.columns:
                yield FactRow(row, _facts_height(row))
                row = []
        if row:
            yield FactRow(row, _facts_height(row))

    return Flow(rows(), before=2)


# --- the blocks ------------------------------------------------------------------------------------


def piece(block: blocks.Block, width: float) -> Piece:
    """The block as a piece of this width."""
    match block:
        case blocks.Title():
            return _titled(block.text, block.beside, styles.TITLE, width)
        case blocks.Heading():
            return _titled(
                block.text,
                block.beside,
                styles.HEADING,
                width,
                before=_ABOVE_HEADING,
                needs=max(_UNDER_HEADING, block.over * MM + _ABOVE_CHART),
                underlined=True,
            )
        case blocks.Text():
            if block.heads:
                return _headed(block.text, block.style, width)
            return _paragraph(block.text, block.style, width, right=block.right)
        case blocks.Space():
            return Whole(block.mm * MM, lambda _paper, _x, _y: None, before=0)
        case blocks.NewPage():
            return NewPage()
        case blocks.Table():
            return tables.table(block, width)
        case blocks.Fitted():
            return tables.fitted(block, width)
        case blocks.Facts():
            return _facts(block, width)
        case blocks.Figures():
            return _figures(block, width)
        case charts.Chart():
            height = block.height * MM
            chart = block
            return Whole(
                height, lambda paper, x, y: draw_chart(paper, chart, x, y, width, height), before=_ABOVE_CHART
            )
        case blocks.Signatures():
            return _signatures(block, width)
        case blocks.Grid():
            return _grid(block, width)
        case blocks.Beside():
            return _beside(block, width)
        case blocks.Ruled():
            return _ruled(block, width)
        case blocks.Boxes():
            return _boxes(block, width)


def _titled(
    text: str,
    beside: str,
    style: Style,
    width: float,
    *,
    before: float = 0,
    needs: float = 0,
    underlined: bool = False,
) -> Piece:
    beside_lines = fonts.lines(beside, styles.QUIET.face, styles.QUIET.size, width * 0.5) if beside else ()
    room = width - max(
        (fonts.width(one, styles.QUIET.face, styles.QUIET.size) + 12 for one in beside_lines), default=0.0
    )
    told = fonts.lines(text, style.face, style.size, room)
    height = max(len(told) * style.leading, len(beside_lines) * styles.QUIET.leading) + style.after

    def draw(paper: Paper, x: float, y: float) -> None:
        for number, line in enumerate(told):
            paper.text(x, y + number * style.leading + baseline(style), line, style)
        for number, line in enumerate(beside_lines):
            base = y + baseline(style) + number * styles.QUIET.leading
            paper.text(x + width, base, line, styles.QUIET, right=True)
        if underlined:
            paper.rule(x, y + height - 1, x + width, y + height - 1, Ink.LINE, width=0.6)

    return Whole(height, draw, needs=height + needs if needs else 0, before=before)


def _figures(block: blocks.Figures, width: float) -> Piece:
    count = max(1, len(block.figures))
    column = width / count
    room = column - 14
    shown: list[tuple[tuple[str, ...], tuple[str, ...], Style, tuple[str, ...]]] = []
    for one in block.figures:
        value = fonts.printable(one.value)
        wide = fonts.width(value, styles.FIGURE.face, styles.FIGURE.size)
        size = max(9.0, min(styles.FIGURE.size, math.floor(styles.FIGURE.size * room / max(wide, 1) * 2) / 2))
        style = replace(styles.FIGURE, size=size)
        shown.append(
            (
                fonts.lines(one.label, styles.LABEL.face, styles.LABEL.size, room),
                fonts.lines(value, style.face, style.size, room),
                style,
                fonts.lines(one.note, styles.SMALL.face, styles.SMALL.size, room) if one.note else (),
            )
        )
    labels = max((len(label) for label, *_ in shown), default=1) * styles.LABEL.leading
    values = max((len(value) for _, value, *_ in shown), default=1) * styles.FIGURE.leading
    notes = max((len(note) for *_, note in shown), default=0) * styles.SMALL.leading
    height = labels + values + notes + 10

    def draw(paper: Paper, x: float, y: float) -> None:
        paper.box(x, y, width, height, fill=None, outline=Ink.LINE)
        for number, (label, value, style, note) in enumerate(shown):
            left = x + number * column + 7
            if number:
                paper.rule(left - 7, y + 5, left - 7, y + height - 5)
            top = y + 4
            for text, its_style, room_below in (
                (label, styles.LABEL, labels),
                (value, style, values),
                (note, styles.SMALL, notes),
            ):
                for at, line in enumerate(text):
                    paper.text(left, top + at * its_style.leading + baseline(its_style), line, its_style)
                top += room_below

    return Whole(height, draw)


_ABOVE_SIGNERS = 8.0


def _signatures(block: blocks.Signatures, width: float) -> Piece:
    column = width / max(1, len(block.labels))
    small = styles.SMALL
    above = fonts.lines(block.above, small.face, small.size, width) if block.above else ()
    head = len(above) * small.leading + (_ABOVE_SIGNERS if above else 0)
    height = head + styles.LABEL.leading + 12 * MM

    def draw(paper: Paper, x: float, y: float) -> None:
        for number, line in enumerate(above):
            paper.text(x, y + number * small.leading + baseline(small), line, small)
        for number, label in enumerate(block.labels):
            left = x + number * column
            told = fonts.lines(label, styles.LABEL.face, styles.LABEL.size, column - 12)[0]
            paper.text(left, y + head + baseline(styles.LABEL), told, styles.LABEL)
            paper.rule(left, y + height - 2, left + column - 12, y + height - 2, Ink.INK)

    return Whole(height, draw, before=10)


def _ruled(block: blocks.Ruled, width: float) -> Piece:
    head = block.style.leading if block.label else 0.0
    height = head + block.lines * 8 * MM

    def draw(paper: Paper, x: float, y: float) -> None:
        paper.text(x, y + baseline(block.style), fonts.printable(block.label), block.style)
        for number in range(1, block.lines + 1):
            at = y + head + number * 8 * MM
            paper.rule(x, at, x + width, at)

    return Whole(height, draw)


_BOX_ROW = 16.5
_BEHIND_BOX = 4.0
_BETWEEN_BOXES = (14.0, 5.0)  # usually; at least, where a scale shall stand on one line


def _between(block: blocks.Boxes, width: float, size: float) -> float:
    """How far the boxes of a scale stand apart, so that its ends stand on the line of its numbers."""
    usual, least = _BETWEEN_BOXES
    if not (block.left or block.right):
        return usual
    style = styles.BODY
    taken = sum(fonts.width(one, style.face, style.size) for one in (block.left, *block.labels, block.right))
    taken += len(block.labels) * (size + _BEHIND_BOX)
    return max(least, min(usual, (width - taken - 1) / (len(block.labels) + 1)))


def _boxes(block: blocks.Boxes, width: float) -> Piece:
    """Box and label stay on one line; a label longer than the line is broken beside its box."""
    size, style = block.size * MM, styles.BODY
    placed: list[tuple[float, int, bool, tuple[str, ...]]] = []  # x, row, with a box, lines
    x, row = 0.0, 0
    texts = [(block.left, False), *((one, True) for one in block.labels), (block.right, False)]
    between = _between(block, width, size)
    for label, boxed in texts:
        if not label and not boxed:
            continue
        begin = size + _BEHIND_BOX if boxed else 0.0
        told = fonts.lines(label, style.face, style.size, width - begin) if label else ()
        wide = begin + max((fonts.width(one, style.face, style.size) for one in told), default=0.0)
        if x and x + wide > width:
            x, row = 0.0, row + 1
        placed.append((x, row, boxed, told))
        row += max(0, len(told) - 1)
        x = 0.0 if len(told) > 1 else x + wide + between
        row += len(told) > 1
    height = (max((one[1] + max(1, len(one[3])) for one in placed), default=0)) * _BOX_ROW

    def draw(paper: Paper, left: float, y: float) -> None:
        for at, line, boxed, told in placed:
            top = y + line * _BOX_ROW
            if boxed:
                paper.box(left + at, top + 2, size, size, fill=None, outline=Ink.INK)
            begin = size + _BEHIND_BOX if boxed else 0.0
            for number, words in enumerate(told):
                base = top + number * _BOX_ROW + baseline(style) + 1
                paper.text(left + at + begin, base, words, style)

    return Whole(height, draw, before=2)


def _beside(block: blocks.Beside, width: float) -> Piece:
    gap = 14.0
    left_width = (width - gap) * block.share
    left = _stacked(block.left, left_width)
    right = _stacked(block.right, width - gap - left_width)
    height = max((bottom for side in (left, right) for _, bottom, _ in side), default=0.0)

    def draw(paper: Paper, x: float, y: float) -> None:
        for begin, side in ((x, left), (x + left_width + gap, right)):
            for top, _bottom, laid in side:
                laid.draw(paper, begin, y + top)

    return Whole(height, draw)


def _stacked(story: Sequence[blocks.Block], width: float) -> list[tuple[float, float, Laid]]:
    """Where each block begins and ends, one below the other without end."""
    found: list[tuple[float, float, Laid]] = []
    y = 0.0
    for block in story:
        rest: Piece | None = piece(block, width)
        while rest is not None:
            y += rest.before if found else 0.0
            laid, rest = rest.fit(math.inf, is_fresh=True)
            if laid is not None:
                found.append((y, y + laid.height, laid))
                y += laid.height
    return found


_HEAD_OF_GRID = 14.0
_SMALLER = 0.92


def _grid(block: blocks.Grid, width: float) -> Piece:
    count = max((len(row) for row in block.rows), default=len(block.heads)) or 1
    column, row_height = width / count, block.height * MM
    head = _HEAD_OF_GRID if block.heads else 0.0
    height = head + row_height * len(block.rows)
    set_ = [[_shrunk(one.texts, column - 6, row_height - 4) for one in row] for row in block.rows]

    def draw(paper: Paper, x: float, y: float) -> None:
        for number, title in enumerate(block.heads):
            told = fonts.lines(title, styles.CELL_HEAD.face, styles.CELL_HEAD.size, column - 6)[0]
            paper.text(x + number * column + 3, y + baseline(styles.CELL_HEAD), told, styles.CELL_HEAD)
        top = y + head
        for row, squares in zip(set_, block.rows, strict=True):
            for number, (texts, square) in enumerate(zip(row, squares, strict=True)):
                left = x + number * column
                fill = Ink.SHADE if square.shaded else None
                paper.box(left, top, column, row_height, fill=fill, outline=Ink.LINE)
                line_top = top + 2
                for line, style, right in texts:
                    edge = left + column - 3 if right else left + 3
                    paper.text(edge, line_top + baseline(style), line, style, right=right)
                    line_top += style.leading
            top += row_height

    return Whole(height, draw)


def _shrunk(texts: Sequence[blocks.Text], width: float, height: float) -> list[tuple[str, Style, bool]]:
    """The lines of a square, set smaller until they fit, and whether each is set flush right."""
    scale = 1.0
    while True:
        found: list[tuple[str, Style, bool]] = []
        for one in texts:
            style = replace(one.style, size=one.style.size * scale, leading=one.style.leading * scale)
            found += [
                (line, style, one.right) for line in fonts.lines(one.text, style.face, style.size, width)
            ]
        if sum(style.leading for _, style, _ in found) <= height or scale < 0.2:
            return found
        scale *= _SMALLER
