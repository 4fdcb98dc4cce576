"""What a column of a table is: which value it shows of a row, of what kind, how wide, sorted by what."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView

from rmdesk.ui import formats
from rmdesk.ui.tokens import SIZE, SPACE, TYPE
from rmdesk.ui.widgets import paint

CELL_PADDING = 6  # on both sides of what a cell shows
EDGE_PADDING = SPACE.pane  # before the first column and behind the last: in line with the pane's title


def paddings(header: QHeaderView | None, section: int) -> tuple[int, int]:
    """How far what a column shows stays from its left and right edge, where it stands in its table now."""
    if header is None:
        return CELL_PADDING, CELL_PADDING
    left = header.sectionPosition(section)
    is_last = left + header.sectionSize(section) == header.length()
    return (CELL_PADDING if left else EDGE_PADDING), (EDGE_PADDING if is_last else CELL_PADDING)


class CellKind(Enum):
    MARK = "mark"  # the check box of a marked row; the model adds this column itself
    TEXT = "text"
    NAME = "name"  # bold in the current row
    QUIET = "quiet"  # secondary ink
    NUMBER = "number"  # right-aligned, tabular figures
    CHANGE = "change"  # a change in permille, as a number; a steep fall in the colour of warnings
    BADGE = "badge"  # BadgeCell
    TAG = "tag"  # TagCell
    ICON_TEXT = "icon_text"  # IconCell
    RISK = "risk"  # RiskCell
    STRATEGY = "strategy"  # StrategyCell
    PROGRESS = "progress"  # ProgressCell


def widest_day(year: int, words: Callable[[date], str] = formats.day) -> str:
    """The widest day of a year, as a sample: in English May takes more room than December."""
    return max((words(date(year, month, 28)) for month in range(1, 13)), key=paint.text_width)


@dataclass(frozen=True)
class BadgeCell:
    text: str
    rank: int  # from the bottom


@dataclass(frozen=True)
class TagCell:
    text: str
    tone: str = "neutral"
    icon: str | None = None


@dataclass(frozen=True)
class IconCell:
    """`lead` stands before the icon, right-aligned within `lead_width` px: a date, so that icons line up.

    `ink` is the role of the words' colour.
    """

    text: str
    icon: str
    role: str = "secondary"
    filled: bool = False
    lead: str = ""
    lead_width: int = 0
    ink: str = "text"


@dataclass(frozen=True)
class RiskCell:
    """`level`: high, middle or low."""

    text: str
    level: str


@dataclass(frozen=True)
class StrategyCell:
    """`dots`: how many of the three are filled."""

    text: str
    dots: int


@dataclass(frozen=True)
class ProgressCell:
    """`share` of the whole that is done, `expected` of it by now (None: nobody expects anything yet)."""

    text: str
    share: float
    expected: float | None = None


@dataclass(frozen=True)
class Column:
    """A column of a `QueryModel`.

    `value` takes a row as the source loads it. `text` makes of the value what is shown and copied (masks
    belong here); without it a value's own `text` or `str`. `tooltip` makes the exact words where the shown
    ones are shortened. `sort` is the key that the source's `find_ids` knows; without it the column does
    not sort. `sample` widens the column to the widest thing that may stand in it. Where there is no room
    for all, the column with the lowest `gives_way` goes first; 0 stays.
    """

    id: str
    title: str
    value: Callable[[Any], Any]
    kind: CellKind = CellKind.TEXT
    width: int = 120
    sort: str | None = None
    descending_first: bool = False
    stretch: bool = False
    shown: bool = True
    text: Callable[[Any], str] | None = None
    tooltip: Callable[[Any], str] | None = None
    sample: str = ""
    gives_way: int = 0

    @property
    def right_aligned(self) -> bool:
        return self.kind in (CellKind.NUMBER, CellKind.CHANGE)

    @property
    def alignment(self) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if self.right_aligned else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter

    @property
    def first_width(self) -> int:
        """The width before a person changes it: room for the sample and for the title with its sort mark."""
        title = paint.text_width(self.title, TYPE.group) + (SIZE.icon_tag + 4 if self.sort else 0)
        sample = paint.text_width(self.sample, tabular=self.right_aligned)
        return max(self.width, title + 2 * CELL_PADDING, sample + 2 * CELL_PADDING if self.sample else 0)

    def shown_text(self, value: Any) -> str:
        if value is None:
            return ""
        if self.text is not None:
            return self.text(value)
        words = getattr(value, "text", value)
        return words if isinstance(words, str) else str(words)
