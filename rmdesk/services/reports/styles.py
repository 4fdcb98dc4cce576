"""Sizes and shades on paper. Lengths are points (1/72 inch); shades are named, the page has their colours.

Everything is told by weight, size and lines as well as by shade: black-and-white printers must do.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass

from rmdesk.services.reports import fonts

MM = 72 / 25.4
A4 = (210 * MM, 297 * MM)
MARGIN = 18 * MM
TOP = 21 * MM  # of the paper to where contents begin
BOTTOM = 19 * MM


class Ink(enum.StrEnum):
    """Shades by what they are for."""

    INK = "#1B1D20"
    QUIET = "#55585D"
    LINE = "#B8B7B1"
    SHADE = "#F1F0EC"
    WATERMARK = "#F0EFEC"


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is set; `after` is the room below it."""

    size: float = 9.5
    leading: float = 15
    face: str = fonts.REGULAR
    ink: Ink = Ink.INK
    after: float = 0


BODY = Style()
QUIET = Style(ink=Ink.QUIET)
SMALL = Style(8, 11.5, ink=Ink.QUIET)
TITLE = Style(17, 25, fonts.BOLD, after=3)
HEADING = Style(11.5, 17, fonts.BOLD, after=3)
CELL_HEAD = Style(8.5, 12, fonts.BOLD, Ink.QUIET)
CELL = Style(9, 13)
SMALL_CELL = Style(8, 10.8)
CELL_STRONG = Style(9, 13, fonts.BOLD)
LABEL = Style(8, 11.5, ink=Ink.QUIET)
VALUE = Style(9.5, 14)
FIGURE = Style(14, 20, fonts.BOLD)
CODE = Style(17, 26, fonts.BOLD)
