"""A cell as plain text, and readers that remember what they have read."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from datetime import date, datetime, time
from typing import TypeVar

from rmdesk.services.errors import UserError
from rmdesk.services.imports.reading.table import Cell

EXACT = 2**53  # whole numbers up to it survive being stored as a spreadsheet's number
_MOST_KNOWN = 50_000  # values a reader remembers
_NOTHING = frozenset(
    {"", "-", "--", "---", "—", "——", "–", "/", "\\", "无", "空", "null", "none", "n/a", "#n/a", "nan"}
)
_T = TypeVar("_T")
Reader = Callable[[Cell], _T]


def is_empty(cell: Cell) -> bool:
    """Nothing, blanks, or what stands for nothing: -, —, /, 无, N/A."""
    if cell is None or cell == "":
        return True
    return isinstance(cell, str) and len(cell) < 8 and plain(cell).lower() in _NOTHING


def as_text(cell: Cell) -> str:
    """As the sheet shows it: 13800000000.0 is 13800000000, a day at midnight is a day."""
    if isinstance(cell, str):
        return cell
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e18 else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ", "minutes")
    if isinstance(cell, date):
        return cell.isoformat()
    return str(cell)


def plain(text: str) -> str:
    """For figures and words of a list: full-width as plain, without the marks that make a spreadsheet take
    figures for text: '123 and ="123"."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    text = text.strip().strip("\ufeff\u200b\u200e\u200f\u202a\u202c\u202d")
    if text[:1] == "'":
        return text[1:].strip()
    if text[:2] == '="' and text[-1:] == '"' and len(text) > 2:
        return text[2:-1].strip()
    return text


def is_masked(text: str) -> bool:
    """Whether some of it is hidden, as other systems and our own lists do with what identifies a person."""
    return "*" in text or "＊" in text


def digits(cell: Cell, what: str) -> str:
    """The text of a cell that holds a number nobody counts with: of an account, a document, a phone.

    Raises UserError `cell.digits_lost` where a spreadsheet stored it as a number and rounded it.
    """
    if isinstance(cell, str) and cell.isascii() and cell.isalnum():
        return cell
    if isinstance(cell, float | int) and not isinstance(cell, bool):
        if abs(cell) > EXACT:
            raise UserError("cell.digits_lost", what=what)
        return as_text(cell)
    text = plain(as_text(cell))
    if "E+" in text or "e+" in text:
        try:
            float(text)
        except ValueError:
            return text
        raise UserError("cell.digits_lost", what=what)
    head, point, tail = text.partition(".")
    return head if point and not tail.strip("0") and head.isdigit() else text


def remembering(read: Callable[[Cell], _T]) -> Reader[_T]:
    """`read` for a column whose values repeat; its errors are remembered too."""
    known: dict[tuple[type, Cell], _T | UserError] = {}

    def reader(cell: Cell) -> _T:
        key = (cell.__class__, cell)  # 1, 1.0 and True are the same key by themselves
        found = known.get(key, known)
        if found is known:
            if len(known) >= _MOST_KNOWN:
                known.clear()
            try:
                found = read(cell)
            except UserError as error:
                known[key] = error
                raise
            known[key] = found
        if isinstance(found, UserError):
            raise UserError(found.code, **found.params)
        return found  # type: ignore[return-value]

    return reader
