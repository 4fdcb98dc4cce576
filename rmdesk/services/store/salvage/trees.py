"""Rows and entries of the trees in a damaged database, as far as their pages are whole."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Any, NamedTuple

from rmdesk.services.store.salvage.pages import RESERVED, SIZE, Pages

# Kinds of page.
_TABLE_INTERIOR, _TABLE_LEAF, _INDEX_INTERIOR, _INDEX_LEAF = 0x05, 0x0D, 0x02, 0x0A
_INTERIOR = (_TABLE_INTERIOR, _INDEX_INTERIOR)
_USABLE = SIZE - RESERVED
_MOST_IN_TABLE = _USABLE - 35
_MOST_IN_INDEX = (_USABLE - 12) * 64 // 255 - 23
_LEAST = (_USABLE - 12) * 32 // 255 - 23
_DEEPEST = 20  # a tree of four levels holds more than any branch has
_WIDTHS = (0, 1, 2, 3, 4, 6, 8)
_DOUBLE, _ZERO, _ONE = 7, 8, 9
_LONGEST = 10**9  # bytes: SQLite's own limit


class Row(NamedTuple):
    """A row, or an entry of an index: `rowid` is 0 in those that have none."""

    rowid: int
    values: list[Any]


class Broken(Exception):
    """A page with a sound seal does not hold what it should."""


class Tree:
    """One table or index. Walking it counts what was lost."""

    def __init__(self, pages: Pages, root: int, reached: bytearray) -> None:
        """`reached` has a byte for each page, 1 for those that were found to belong somewhere."""
        self._pages, self._root, self._reached = pages, root, reached
        self.lost_pages = 0
        self.lost_rows = 0  # those whose own page is whole, and whose rest is not

    def rows(self) -> Iterator[Row]:
        """All rows that can be read, in order."""
        yield from self._walk(self._root, 0)

    def count(self) -> int | None:
        """How many entries there are; None if a page is missing."""
        found = sum(self._counts(self._root, 0))
        return None if self.lost_pages else found

    def last(self) -> Row | None:
        """The last row of a table, on whose way no page is hurt; None if there is none."""
        number = self._root
        for _level in range(_DEEPEST):
            page = self._pages.read(number)
            if page is None:
                return None
            try:
                kind, cells, behind = _layout(page, number)
            except Broken:
                return None
            if kind not in _INTERIOR:
                return self._row(page, cells[-1], kind) if cells else None
            number = behind
        return None

    def numbers(self) -> Iterator[int]:
        """The pages of the tree, without reading those at its foot."""
        yield from self._numbers(self._root, 0)

    def _numbers(self, number: int, depth: int) -> Iterator[int]:
        yield number
        page = self._pages.read(number) if depth < _DEEPEST else None
        if page is None:
            return
        try:
            kind, cells, last = _layout(page, number)
        except Broken:
            return
        if kind not in _INTERIOR:
            return
        below = [*(struct.unpack_from(">I", page, at)[0] for at in cells), last]
        first = next((found for one in below if (found := self._pages.read(one)) is not None), None)
        if first is not None and first[0] in _INTERIOR:  # all of them are then
            for one in below:
                yield from self._numbers(one, depth + 1)
        else:
            yield from below

    def _page(self, number: int, depth: int) -> bytes | None:
        if depth > _DEEPEST or not 0 < number < len(self._reached) or self._reached[number]:
            self.lost_pages += 1
            return None
        page = self._pages.read(number)
        self._reached[number] = 1
        if page is None:
            self.lost_pages += 1
        return page

    def _walk(self, number: int, depth: int) -> Iterator[Row]:
        page = self._page(number, depth)
        if page is None:
            return
        try:
            kind, cells, last = _layout(page, number)
        except Broken:
            self.lost_pages += 1
            return
        for at in cells:
            if kind in _INTERIOR:
                yield from self._walk(struct.unpack_from(">I", page, at)[0], depth + 1)
            if kind != _TABLE_INTERIOR:
                row = self._row(page, at, kind)
                if row is not None:
                    yield row
        if kind in _INTERIOR:
            yield from self._walk(last, depth + 1)

    def _row(self, page: bytes, at: int, kind: int) -> Row | None:
        try:
            return read_cell(self._pages, page, at, kind, self._reached)
        except Broken:
            self.lost_rows += 1
            return None

    def _counts(self, number: int, depth: int) -> Iterator[int]:
        page = self._page(number, depth)
        if page is None:
            return
        try:
            kind, cells, last = _layout(page, number)
        except Broken:
            self.lost_pages += 1
            return
        if kind != _TABLE_INTERIOR:
            yield len(cells)
        if kind in _INTERIOR:
            for at in cells:
                yield from self._counts(struct.unpack_from(">I", page, at)[0], depth + 1)
            yield from self._counts(last, depth + 1)


def rows_of_page(pages: Pages, number: int, reached: bytearray, *, without_rowid: bool) -> list[Row]:
    """The rows of a page that no tree led to; none if it holds no rows of that sort."""
    page = pages.read(number)
    if page is None or number == 1:
        return []
    wanted = (_INDEX_LEAF, _INDEX_INTERIOR) if without_rowid else (_TABLE_LEAF,)
    if page[0] not in wanted:
        return []
    found = []
    try:
        kind, cells, _last = _layout(page, number)
        for at in cells:
            found.append(read_cell(pages, page, at, kind, reached))
    except Broken:
        pass  # what was read before stands
    return found


def _layout(page: bytes, number: int) -> tuple[int, tuple[int, ...], int]:
    """Kind, places of the cells, and the page behind the last of them."""
    start = 100 if number == 1 else 0
    kind = page[start]
    if kind not in (_TABLE_INTERIOR, _TABLE_LEAF, _INDEX_INTERIOR, _INDEX_LEAF):
        raise Broken
    (count,) = struct.unpack_from(">H", page, start + 3)
    length = 12 if kind in _INTERIOR else 8
    if start + length + 2 * count > len(page):
        raise Broken
    last = struct.unpack_from(">I", page, start + 8)[0] if kind in _INTERIOR else 0
    cells = struct.unpack_from(f">{count}H", page, start + length)
    if cells and (min(cells) < start + length or max(cells) > len(page) - 4):
        raise Broken
    return kind, cells, last


def read_cell(pages: Pages, page: bytes, at: int, kind: int, reached: bytearray) -> Row:
    """Raises Broken, if a page that it goes on in is not there."""
    if kind == _INDEX_INTERIOR:
        at += 4
    try:
        size, at = _varint(page, at)
        rowid = 0
        if kind == _TABLE_LEAF:
            rowid, at = _varint(page, at)
            if rowid >= 2**63:
                rowid -= 2**64
        most = _MOST_IN_TABLE if kind == _TABLE_LEAF else _MOST_IN_INDEX
        if size <= most:
            payload = page[at : at + size]
        else:
            payload = _overflown(pages, page, at, size, most, reached)
        if len(payload) != size:
            raise Broken
        return Row(rowid, decoded(payload))
    except (IndexError, struct.error, UnicodeDecodeError) as error:
        raise Broken from error


def _overflown(pages: Pages, page: bytes, at: int, size: int, most: int, reached: bytearray) -> bytes:
    if size > _LONGEST:
        raise Broken
    here = _LEAST + (size - _LEAST) % (_USABLE - 4)
    if here > most:
        here = _LEAST
    parts = [page[at : at + here]]
    (following,) = struct.unpack_from(">I", page, at + here)
    left = size - here
    while left > 0:
        more = pages.read(following) if 0 < following < len(reached) else None
        if more is None:
            raise Broken
        reached[following] = 1
        parts.append(more[4 : 4 + min(left, _USABLE - 4)])
        left -= _USABLE - 4
        (following,) = struct.unpack_from(">I", more)
    return b"".join(parts)


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for place in range(8):
        byte = data[at + place]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + place + 1
    return value << 8 | data[at + 8], at + 9


def decoded(payload: bytes) -> list[Any]:
    """The values of a record. Raises IndexError, UnicodeDecodeError, Broken for what is none."""
    length, at = _varint(payload, 0)
    if length > len(payload):
        raise Broken
    values: list[Any] = []
    place = length
    while at < length:
        kind = payload[at]
        if kind < 0x80:
            at += 1
        else:
            kind, at = _varint(payload, at)
        if kind >= 12:
            end = place + (kind - 12) // 2
            part = payload[place:end]
            values.append(part.decode() if kind & 1 else part)
        elif kind <= 6:
            end = place + _WIDTHS[kind]
            values.append(int.from_bytes(payload[place:end], "big", signed=True) if kind else None)
        elif kind == _DOUBLE:
            end = place + 8
            values.append(struct.unpack_from(">d", payload, place)[0])
        elif kind in (_ZERO, _ONE):
            end = place
            values.append(kind - _ZERO)
        else:
            raise Broken
        if end > len(payload):
            raise Broken
        place = end
    return values
