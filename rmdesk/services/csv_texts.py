"""Texts of a CSV file: such as a spreadsheet would run or change get an apostrophe in front.

A spreadsheet runs a cell that begins with = + - @ (full-width ones too), a tab or a line end, and turns a
long number or one with leading zeros into another. `unmarked(marked(text)) == text` for every text, so a file
that was written so is read back as it was.
"""

from __future__ import annotations

import re

_MARK = "'"
# Behind whatever a spreadsheet passes over at the beginning of a cell.
_RUN = re.compile(r"[ \u00a0\u3000\ufeff\0]*[=+\-@\t\r\n＝＋－＠]")
# More digits than a number of a spreadsheet keeps or shows, leading zeros, and what reads as a power of ten.
_CHANGED = re.compile(r"[0-9]{12,}|0[0-9]+|[0-9]+[eE][0-9]+")


def marked(text: str) -> str:
    """`text` as it stands in a CSV file."""
    return _MARK + text if _needs_mark(text) else text


def unmarked(text: str) -> str:
    """What `marked` was given; any other text stays as it is."""
    return text[1:] if text.startswith(_MARK) and _needs_mark(text[1:]) else text


def _needs_mark(text: str) -> bool:
    return text.startswith(_MARK) or _RUN.match(text) is not None or _CHANGED.fullmatch(text) is not None
