"""Tables on paper: rows measured as they come, broken between rows, their heading on each page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rmdesk.services.reports import blocks, fonts, styles
from rmdesk.services.reports.paper import Paper
from rmdesk.services.reports.pieces import Flow, Laid, Piece, Row, Rows, Whole, baseline
from rmdesk.services.reports.styles import MM, Ink, Style

_SIDE = 3.0  # room beside a cell's text
_RIGHT_SIDE = 8.0  # and right of figures, so that they keep off the text of the next column
_ABOVE, _BELOW = 3.0, 4.0
_TICK = 7.5
_NOTE_LINES = 2

_Lines = tuple[str, ...] | blocks.Tick


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where columns stand: left edges, widths, which are set flush right."""

    lefts: tuple[float, ...]
    widths: tuple[float, ...]
    rights: tuple[bool, ...]
    width: float
    least: float

    def room(self, place: int) -> float:
        """How wide a text may be."""
        return self.widths[place] - _SIDE - self._after(place)

    def right(self, place: int) -> float:
        """Where what is set flush right ends."""
        return self.lefts[place] + self.widths[place] - self._after(place)

    def _after(self, place: int) -> float:
        is_last = place == len(self.widths) - 1
        return _RIGHT_SIDE if self.rights[place] and not is_last and not self.rights[place + 1] else _SIDE

    def measured(self, cells: Sequence[blocks.Cell], style: Style) -> tuple[_Lines, ...]:
        return tuple(
            one
            if isinstance(one, blocks.Tick)
            else fonts.lines(one, style.face, style.size, self.room(place))
            for place, one in enumerate(cells)
        )


@dataclass(slots=True)
class _TableRow(Row):
    columns: _Columns
    cells: tuple[_Lines, ...]
    style: Style
    height: float
    note: tuple[str, ...] = ()
    heads: bool = False

    def draw(self, paper: Paper, x: float, y: float) -> None:
        style, columns = self.style, self.columns
        base = y + _ABOVE + baseline(style)
        for number, line in enumerate(reversed(self.note)):
            foot = y + self.height - _BELOW - (number + 1) * style.leading + baseline(style)
            paper.text(x + columns.lefts[1] + _SIDE, foot, line, replace(style, ink=Ink.QUIET))
        for place, cell in enumerate(self.cells):
            left = x + columns.lefts[place] + _SIDE
            if isinstance(cell, blocks.Tick):
                _draw_tick(paper, left, y + _ABOVE + 2.5, ticked=cell.ticked)
                continue
            right = columns.rights[place]
            if right:
                left = x + columns.right(place)
            for number, line in enumerate(cell):
                paper.text(left, base + number * style.leading, line, style, right=right)

    def cut(self, room: float) -> tuple[Row, Row] | None:
        kept = int((room - _ABOVE - _BELOW) // self.style.leading)
        if kept < 1 or not any(len(one) > kept for one in self.cells if not isinstance(one, blocks.Tick)):
            return None
        first = tuple(one if isinstance(one, blocks.Tick) else one[:kept] for one in self.cells)
        rest = tuple(() if isinstance(one, blocks.Tick) else one[kept:] for one in self.cells)
        return _row(self.columns, first, self.style), _row(self.columns, rest, self.style, self.note)


def _draw_tick(paper: Paper, x: float, y: float, *, ticked: bool) -> None:
    paper.box(x, y, _TICK, _TICK, fill=None, outline=Ink.INK)
    if ticked:
        paper.rule(x + 1.5, y + 4, x + 3.2, y + 6, Ink.INK, width=1.1)
        paper.rule(x + 3.2, y + 6, x + 6.4, y + 1.6, Ink.INK, width=1.1)


def _row(columns: _Columns, cells: tuple[_Lines, ...], style: Style, note: tuple[str, ...] = ()) -> _TableRow:
    most = max((1 if isinstance(one, blocks.Tick) else len(one) for one in cells), default=1)
    height = max((most + len(note)) * style.leading + _ABOVE + _BELOW, columns.least)
    return _TableRow(columns, cells, style, height, note)


def _cut_off(told: _Lines, most: int) -> _Lines:
    """The first `most` lines; the last of them says that there is more."""
    if isinstance(told, blocks.Tick) or not most or len(told) <= most:
        return told
    return (*told[: most - 1], told[most - 1][:-1].rstrip() + "…")


def _note(text: str, columns: _Columns, style: Style) -> tuple[str, ...]:
    room = columns.width - columns.lefts[1] - 2 * _SIDE
    told = _cut_off(fonts.lines(text, style.face, style.size, room), _NOTE_LINES)
    return told if isinstance(told, tuple) else ()


@dataclass(slots=True)
class _SectionRow(Row):
    """A line across the table, shaded."""

    width: float
    told: tuple[str, ...]
    beside: str
    height: float
    heads: bool = True

    def draw(self, paper: Paper, x: float, y: float) -> None:
        style = styles.CELL_STRONG
        paper.box(x, y, self.width, self.height, fill=Ink.SHADE, outline=None)
        for number, line in enumerate(self.told):
            paper.text(x + _SIDE, y + _ABOVE + number * style.leading + baseline(style), line, style)
        base = y + _ABOVE + baseline(style)
        paper.text(x + self.width - _SIDE, base, self.beside, styles.CELL, right=True)


@dataclass(slots=True)
class _HeadRow(Row):
    """The titles of the columns, under those of their groups."""

    columns: _Columns
    titles: tuple[tuple[str, ...], ...]
    groups: tuple[tuple[float, float, str], ...]  # left, right, title
    height: float

    def draw(self, paper: Paper, x: float, y: float) -> None:
        style, top = styles.CELL_HEAD, y
        if self.groups:
            for left, right, title in self.groups:
                if title:
                    paper.text(x + left + _SIDE, top + _ABOVE + baseline(style), title, style)
                    line = top + style.leading + _ABOVE + 1
                    paper.rule(x + left + _SIDE, line, x + right - _SIDE, line, Ink.QUIET)
            top += style.leading + _ABOVE
        bottom = y + self.height
        for place, told in enumerate(self.titles):
            right = self.columns.rights[place]
            left = x + self.columns.lefts[place] + _SIDE
            if right:
                left = x + self.columns.right(place)
            begin = bottom - _BELOW - len(told) * style.leading
            for number, line_ in enumerate(told):
                paper.text(left, begin + number * style.leading + baseline(style), line_, style, right=right)
        paper.rule(x, bottom, x + self.columns.width, bottom, Ink.INK, width=0.8)


def table(block: blocks.Table, width: float) -> Piece:
    """The table in this width; its rows are asked for as pages fill."""
    columns = _columns(block, width)
    return Flow(_rows(block, columns), head=_head(block, columns), before=7, edge=_edges, counted=True)


def fitted(block: blocks.Fitted, width: float) -> Piece:
    """What of the table the page has room for, and below it what `rest` says."""
    return _Fitted(block, width)


class _Fitted(Piece):
    before = 7.0

    def __init__(self, block: blocks.Fitted, width: float) -> None:
        self._block, self._width = block, width

    def fit(self, room: float, *, is_fresh: bool) -> tuple[Laid | None, Piece | None]:
        table, style = self._block.table, styles.CELL
        columns = _columns(table, self._width)
        head = _head(table, columns)
        rows = list(_rows(table, columns))
        room -= self._block.leave * MM
        line = style.leading + _ABOVE
        taken = _that_fit(rows, room - head.height - (line if self._block.rest(0) else 0))
        if len(taken) < len(rows):
            taken = _that_fit(rows, room - head.height - line)
        said = self._block.rest(sum(not one.heads for one in rows[len(taken) :]))
        told = fonts.lines(said, style.face, style.size, self._width)[0]
        made = Rows(taken, head, head.height + sum(one.height for one in taken), len(taken), _edges)

        def draw(paper: Paper, x: float, y: float) -> None:
            made.draw(paper, x, y)
            paper.text(x, y + made.height + _ABOVE + baseline(style), told, replace(style, ink=Ink.QUIET))

        height = made.height + (line if said else 0)
        return Whole(height, draw, count=len(taken)), None


def _that_fit(rows: Sequence[Row], room: float) -> list[Row]:
    """The first rows that have room together; none that heads others is the last."""
    taken: list[Row] = []
    for row in rows:
        if row.height > room:
            break
        taken.append(row)
        room -= row.height
    while taken and taken[-1].heads:
        taken.pop()
    return taken


def _columns(block: blocks.Table, width: float) -> _Columns:
    whole = sum(one.share for one in block.columns)
    widths = tuple(width * one.share / whole for one in block.columns)
    lefts = tuple(sum(widths[:place]) for place in range(len(widths)))
    return _Columns(lefts, widths, tuple(one.right for one in block.columns), width, block.height * MM)


def _head(block: blocks.Table, columns: _Columns) -> Row:
    style = styles.CELL_HEAD
    titles = tuple(
        fonts.lines(one.title, style.face, style.size, columns.room(place))
        for place, one in enumerate(block.columns)
    )
    groups: list[tuple[float, float, str]] = []
    place = 0
    for title, count in block.groups:
        last = place + count - 1
        groups.append(
            (columns.lefts[place], columns.lefts[last] + columns.widths[last], fonts.printable(title))
        )
        place += count
    height = max(len(one) for one in titles) * style.leading + _ABOVE + _BELOW
    if groups:
        height += style.leading + _ABOVE
    return _HeadRow(columns, titles, tuple(groups), height)


def _rows(block: blocks.Table, columns: _Columns) -> Iterator[Row]:
    def measured(cells: Sequence[blocks.Cell]) -> tuple[_Lines, ...]:
        return tuple(_cut_off(one, block.most_lines) for one in columns.measured(cells, block.style))

    is_empty = True
    for row in block.rows:
        is_empty = False
        match row:
            case blocks.Section():
                yield _section(row, columns.width)
            case blocks.Total():
                made = _row(columns, columns.measured(row.cells, styles.CELL_STRONG), styles.CELL_STRONG)
                yield made
            case blocks.Noted():
                yield _row(columns, measured(row.cells), block.style, _note(row.note, columns, block.style))
            case _:
                yield _row(columns, measured(row), block.style)
    if is_empty:
        told = fonts.lines(block.empty, styles.CELL.face, styles.CELL.size, columns.width - 2 * _SIDE)
        whole = _Columns((0.0,), (columns.width,), (False,), columns.width, 0)
        yield _row(whole, (told,), styles.CELL)


def _section(row: blocks.Section, width: float) -> Row:
    style = styles.CELL_STRONG
    beside = fonts.printable(row.beside).replace("\n", " ")
    room = width - 3 * _SIDE - fonts.width(beside, styles.CELL.face, styles.CELL.size)
    told = fonts.lines(row.text, style.face, style.size, max(room, width / 3))
    return _SectionRow(width, told, beside, len(told) * style.leading + _ABOVE + _BELOW)


def _edges(paper: Paper, x: float, y: float, rows: Rows) -> None:
    """A hairline under each row; a total stands under a stronger one."""
    y += 0.0 if rows.head is None else rows.head.height
    thin: list[tuple[float, float, float, float]] = []
    for row in rows.rows:
        if isinstance(row, _TableRow):
            right = x + row.columns.width
            if row.style is styles.CELL_STRONG:
                paper.rule(x, y, right, y, Ink.INK, width=0.8)
            thin.append((x, y + row.height, right, y + row.height))
        y += row.height
    paper.rules(thin)
