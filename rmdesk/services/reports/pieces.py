"""What stands on pages: measured, broken where there is no more room, drawn later.

A `Piece` gives as much of itself as fits into the room that is left and keeps the rest for the next page.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

from rmdesk.services.reports.paper import Paper
from rmdesk.services.reports.styles import Style

GAP = 6.0  # between two pieces
_HIGH = 300.0  # a row above this height is cut where it stands; others go to the next page whole
_LEAST = 60.0  # and so much of it must stand there
_KEPT = 2  # rows that stay where one more is carried over, so that the last row is not alone


class Laid(Protocol):
    """Something measured: its height, how many rows it has (for progress), and how it is drawn."""

    height: float
    count: int

    def draw(self, paper: Paper, x: float, y: float) -> None:
        """Draw it with its upper left corner there."""


class Piece(ABC):
    """A block in the width it has; `before` is the room above it, unless it begins a page."""

    before: float = GAP

    @abstractmethod
    def fit(self, room: float, *, is_fresh: bool) -> tuple[Laid | None, Piece | None]:
        """What stands in `room` (None: nothing), and what is left. On a fresh page something always does."""


def baseline(style: Style) -> float:
    """From the top of a line to where its letters stand."""
    return (style.leading - style.size) / 2 + style.size * 0.86


# --- pieces that stay together -----------------------------------------------------------------------


@dataclass(slots=True)
class Whole(Piece):
    """A piece that is not broken; `needs` more room than its height if something must follow it."""

    height: float
    drawing: Callable[[Paper, float, float], None]
    needs: float = 0
    before: float = GAP
    count: int = 0

    def fit(self, room: float, *, is_fresh: bool) -> tuple[Laid | None, Piece | None]:
        return (self, None) if is_fresh or max(self.height, self.needs) <= room else (None, self)

    def draw(self, paper: Paper, x: float, y: float) -> None:
        self.drawing(paper, x, y)


class NewPage(Piece):
    """Takes whatever room a page has left."""

    before = 0.0

    def fit(self, room: float, *, is_fresh: bool) -> tuple[Laid | None, Piece | None]:
        return (Whole(0, lambda _paper, _x, _y: None), None) if is_fresh else (None, self)


# --- pieces made of rows -----------------------------------------------------------------------------


class Row(ABC):
    """One row of a piece that breaks between its rows. `heads`: never alone at the foot of a page."""

    height: float
    heads: bool = False
    __slots__ = ()

    @abstractmethod
    def draw(self, paper: Paper, x: float, y: float) -> None:
        """As `Laid.draw`."""

    def cut(self, room: float) -> tuple[Row, Row] | None:
        """The row in two, the first within `room`; None if it cannot be cut there."""
        return None


@dataclass(slots=True)
class Rows:
    """Rows that stand on one page, under their heading."""

    rows: list[Row]
    head: Row | None
    height: float
    count: int
    edge: Callable[[Paper, float, float, Rows], None] | None = None  # draws lines of all rows at once

    def draw(self, paper: Paper, x: float, y: float) -> None:
        if self.edge is not None:
            self.edge(paper, x, y, self)
        if self.head is not None:
            self.head.draw(paper, x, y)
            y += self.head.height
        for row in self.rows:
            row.draw(paper, x, y)
            y += row.height


class Flow(Piece):
    """Breaks between rows, repeats its heading, and cuts a row only if it is very high."""

    def __init__(
        self,
        rows: Iterable[Row],
        *,
        head: Row | None = None,
        before: float = GAP,
        edge: Callable[[Paper, float, float, Rows], None] | None = None,
        counted: bool = False,
    ) -> None:
        self._rows, self._head, self._edge, self._counted = iter(rows), head, edge, counted
        self._ahead: deque[Row] = deque()
        self.before = before

    def fit(self, room: float, *, is_fresh: bool) -> tuple[Laid | None, Piece | None]:
        used = 0.0 if self._head is None else self._head.height
        taken: list[Row] = []
        while (row := self._next()) is not None:
            if used + row.height <= room:
                taken.append(row)
                used += row.height
                continue
            self._ahead.appendleft(row)
            if (not taken and is_fresh) or (row.height > _HIGH and room - used > _LEAST):
                used += self._cut_first(taken, room - used)
            else:
                if len(taken) > _KEPT and not self._has_more_than(1):  # the last row is not left alone
                    used -= taken[-1].height
                    self._ahead.appendleft(taken.pop())
                while taken and taken[-1].heads:  # what it heads stands on the next page
                    used -= taken[-1].height
                    self._ahead.appendleft(taken.pop())
            break
        if not taken:
            return None, self
        made = Rows(taken, self._head, used, len(taken) if self._counted else 0, self._edge)
        return made, self if self._has_more() else None

    def _next(self) -> Row | None:
        return self._ahead.popleft() if self._ahead else next(self._rows, None)

    def _has_more(self) -> bool:
        return self._has_more_than(0)

    def _has_more_than(self, count: int) -> bool:
        while len(self._ahead) <= count:
            row = next(self._rows, None)
            if row is None:
                return False
            self._ahead.append(row)
        return True

    def _cut_first(self, taken: list[Row], room: float) -> float:
        """Take what fits of the row that is next; its height."""
        row = self._ahead.popleft()
        parts = row.cut(room)
        if parts is None:
            taken.append(row)
            return row.height
        taken.append(parts[0])
        self._ahead.appendleft(parts[1])
        return parts[0].height


@dataclass(slots=True)
class Line(Row):
    """One line of a paragraph."""

    text: str
    style: Style
    height: float
    indent: float = 0.0

    def draw(self, paper: Paper, x: float, y: float) -> None:
        paper.text(x + self.indent, y + baseline(self.style), self.text, self.style)
