"""What a report is told in: the words of its story, without any PDF library.

A report yields these in order; `laying` sets them on pages. A text in them is shown to the letter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from rmdesk.services.reports.charts import Chart
from rmdesk.services.reports.styles import BODY, CELL, LABEL, QUIET, Style


@dataclass(frozen=True, slots=True)
class Title:
    """The report's title on its first page, and what it is about beside it."""

    text: str
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """Heads what follows and never stands alone at the foot of a page; `over` (mm) is the height of what
    follows where that is never broken, such as a chart.
    """

    text: str
    beside: str = ""
    over: float = 0


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph; line ends in it stay. With `right` its lines end at the right edge; with `heads` it never
    stands alone at the foot of a page.
    """

    text: str
    style: Style = BODY
    right: bool = False
    heads: bool = False


def quiet(text: str) -> Text:
    """What explains: the line under a title, a remark."""
    return Text(text, QUIET)


@dataclass(frozen=True, slots=True)
class Space:
    """Room of so many millimetres."""

    mm: float


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins a page."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; `share` is its part of the width, in any unit."""

    title: str
    share: float
    right: bool = False


@dataclass(frozen=True, slots=True)
class Tick:
    """A box to tick, in place of a text: no face has one."""

    ticked: bool = False


Cell = str | Tick


@dataclass(frozen=True, slots=True)
class Section:
    """A line across a table that heads the rows below it."""

    text: str
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Total:
    """A row that sums up: set strong, under a line."""

    cells: Sequence[Cell]


@dataclass(frozen=True, slots=True)
class Noted:
    """A row with a line or two of its own below its cells, from the second column on."""

    cells: Sequence[Cell]
    note: str


Row = Sequence[Cell] | Section | Total | Noted


LINES_IN_LIST = 6  # of a cell in a list of customers: a very long name is told whole on their card


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a heading that stands on each page anew. Ten thousand of them may come from an iterator.

    `groups` head several columns together: (title, how many), in order, such as plan and completion. With
    no rows `empty` says so. `height` (mm) is the least of a row, to write into by hand. With `most_lines` a
    cell is cut off behind so many.
    """

    columns: Sequence[Column]
    rows: Iterable[Row]
    empty: str
    groups: Sequence[tuple[str, int]] = ()
    height: float = 0
    style: Style = CELL
    most_lines: int = 0


@dataclass(frozen=True, slots=True)
class Fitted:
    """As many rows of a table as the page has room for, but for `leave` millimetres at its foot.

    `rest` is given how many rows are left out and says so, "" where there is nothing to say.
    """

    table: Table
    rest: Callable[[int], str]
    leave: float = 0


@dataclass(frozen=True, slots=True)
class Fact:
    """A label with its value; `wide` takes a line of its own."""

    label: str
    value: str
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels with their values, several beside each other."""

    facts: Sequence[Fact]
    columns: int = 3


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that is to be seen at once."""

    label: str
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Figures:
    """Key figures, in one row."""

    figures: Sequence[Figure]


@dataclass(frozen=True, slots=True)
class Signatures:
    """Lines to sign on, under what each of them is for; `above` is what they stand for, on the same page."""

    labels: Sequence[str]
    above: str = ""


@dataclass(frozen=True, slots=True)
class Square:
    """One field of a `Grid`: texts below each other; what does not fit is set smaller."""

    texts: Sequence[Text] = ()
    shaded: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """Fields of one size in rows, with lines between them; `height` (mm) is that of a row."""

    rows: Sequence[Sequence[Square]]
    height: float
    heads: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Beside:
    """Two stories next to each other on one page; `share` is the left one's part of the width."""

    left: Sequence[Block]
    right: Sequence[Block]
    share: float = 0.5


@dataclass(frozen=True, slots=True)
class Boxes:
    """Boxes to tick or to write a figure into, each before its label, as many beside each other as fit.

    `left` and `right` stand before and behind them: the ends of a scale. `size` is that of a box in mm.
    """

    labels: Sequence[str]
    left: str = ""
    right: str = ""
    size: float = 4.2


@dataclass(frozen=True, slots=True)
class Ruled:
    """Empty lines to write on, under a label."""

    label: str
    lines: int = 3
    style: Style = field(default=LABEL)


Block = (
    Title
    | Heading
    | Text
    | Space
    | NewPage
    | Table
    | Fitted
    | Facts
    | Figures
    | Chart
    | Signatures
    | Grid
    | Beside
    | Boxes
    | Ruled
)
