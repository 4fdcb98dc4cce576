"""What an .xlsx holds, told from its parts before a reader takes it into memory.

The reader (calamine) gives every sheet the rectangle from its first to its last cell, whatever lies between,
and unpacks without a limit. So the parts it will read are unpacked here first, piece by piece and counted:
sizes, entities, and the last cell that holds a value.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from rmdesk.services.errors import UserError
from rmdesk.services.imports.reading.table import (
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    MOST_WORKBOOK_BYTES,
    SheetInfo,
)

MOST_SHEET_BYTES = 320 << 20  # unpacked
MOST_STRINGS_BYTES = 96 << 20
_MOST_SMALL_BYTES = 16 << 20  # of the parts beside sheets and strings
_MOST_PARTS = 10_000
_MOST_SHEETS = 500
_PIECE = 1 << 20
_DIGITS = 20  # of a row's number: more of them are as much too far
_OVERLAP = 256  # bytes: no opening tag of a cell that matters is longer

_UNSAFE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
# Cells as spreadsheet programs write them: column, row, whether it ends at once.
_USUAL = re.compile(rb'<c r="([A-Z]{1,3})([0-9]{1,7})"[^/>]*(/?)>')
_TOKEN = re.compile(rb"<(?:\w+:)?(row|c)((?:\s[^>]*)?)>")
# However far away: a place that were overlooked here, the reader would make room for.
_PLACE = re.compile(rb"\sr\s*=\s*[\"']([A-Za-z]*)([0-9]+)[\"']")
# What is said to follow: the reader makes room for so many before it has seen one of them.
_COUNT = re.compile(rb"""[cC]ount\s*=\s*["']([0-9]+)""")


@dataclass(frozen=True, slots=True)
class Sheet:
    name: str
    part: str
    is_hidden: bool


class Workbook:
    """The parts of an .xlsx. Raises UserError `import.damaged`, `import.unsafe` and the limits' codes."""

    def __init__(self, path: Path) -> None:
        if (size := path.stat().st_size) > MOST_WORKBOOK_BYTES:
            raise UserError("import.too_large", megabytes=size >> 20, most=MOST_WORKBOOK_BYTES >> 20)
        try:
            self._zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise UserError("import.damaged", where=path.name) from error
        try:
            self._look()
        except BaseException:
            self._zip.close()
            raise

    def _look(self) -> None:
        self._names = {one.filename.lower(): one for one in self._zip.infolist()}
        if len(self._names) > _MOST_PARTS:
            raise UserError("import.unpacks_too_large", where="")
        if any(one.flag_bits & 1 for one in self._names.values()):
            raise UserError("import.encrypted")
        book = self._root("xl/workbook.xml")
        if book is None:
            kind = (
                "ODS"
                if "content.xml" in self._names
                else "DOCX"
                if "word/document.xml" in self._names
                else ""
            )
            kind = kind or ("XLSB" if "xl/workbook.bin" in self._names else "ZIP")
            raise UserError("import.other_format", format=kind)
        rels = self._root("xl/_rels/workbook.xml.rels")
        targets = {} if rels is None else {one.get("Id"): one.get("Target", "") for one in rels.iter()}
        self.is_1904 = any(
            _local(one) == "workbookPr" and one.get("date1904") in ("1", "true") for one in book.iter()
        )
        self.sheets = []
        for one in book.iter():
            if _local(one) != "sheet":
                continue
            identity = next((value for key, value in one.attrib.items() if key.endswith("}id")), None)
            part = targets.get(identity, "")
            part = part.lstrip("/") if part.startswith("/") else posixpath.normpath(f"xl/{part}")
            is_hidden = one.get("state", "visible").lower() != "visible"
            self.sheets.append(Sheet(one.get("name", ""), part, is_hidden))
        if len(self.sheets) > _MOST_SHEETS:
            raise UserError("import.unpacks_too_large", where="xl/workbook.xml")
        self.sheets = [one for one in self.sheets if "worksheets/" in one.part.lower()]
        strings = next((name for name in self._names if name.endswith("sharedstrings.xml")), None)
        limits = {strings or "": MOST_STRINGS_BYTES, "xl/styles.xml": _MOST_SMALL_BYTES}
        for name in limits.keys() & self._names.keys():
            for piece in self._pieces(name, limits[name]):
                if _UNSAFE.search(piece):
                    raise UserError("import.unsafe", where=name)
                if any(len(one) > _DIGITS or int(one) > MOST_CELLS for one in _COUNT.findall(piece)):
                    raise UserError("import.damaged", where=name)

    def close(self) -> None:
        self._zip.close()

    def info(self, sheet: Sheet) -> SheetInfo:
        """Unpacks the sheet once. Raises UserError `import.too_many_cells` and the like."""
        cells = _Cells()
        rest = b""
        for piece in self._pieces(sheet.part, MOST_SHEET_BYTES):
            text = rest + piece
            if b"<!" in text and _UNSAFE.search(text):
                raise UserError("import.unsafe", where=sheet.part)
            end = max(text.rfind(b"<"), len(text) - _OVERLAP)
            cells.add(text[:end])
            rest = text[end:]
        cells.add(rest)
        if cells.rows > MOST_ROWS:
            raise UserError("import.too_many_rows", most=MOST_ROWS)
        if cells.columns > MOST_COLUMNS or cells.rows * cells.columns > MOST_CELLS:
            where = f"{sheet.name}!{_name(cells.columns)}{cells.rows}"
            raise UserError("import.too_many_cells", where=where, most=MOST_CELLS)
        return SheetInfo(sheet.name, cells.rows, cells.columns, sheet.is_hidden)

    def _pieces(self, part: str, most: int) -> Iterator[bytes]:
        info = self._names.get(part.lower())
        if info is None:
            raise UserError("import.damaged", where=part)
        if info.file_size > most:
            raise UserError("import.unpacks_too_large", where=part)
        unpacked = 0
        try:
            with self._zip.open(info) as file:
                while piece := file.read(_PIECE):
                    unpacked += len(piece)
                    if unpacked > most:
                        raise UserError("import.unpacks_too_large", where=part)
                    yield piece
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError) as error:
            raise UserError("import.damaged", where=part) from error

    def _root(self, part: str) -> ElementTree.Element | None:
        if part not in self._names:
            return None
        text = b"".join(self._pieces(part, _MOST_SMALL_BYTES))
        if _UNSAFE.search(text):
            raise UserError("import.unsafe", where=part)
        try:
            return ElementTree.fromstring(text)
        except (ElementTree.ParseError, ValueError, LookupError) as error:
            raise UserError("import.damaged", where=part) from error


class _Cells:
    """How far the cells with a value reach, told from pieces of a sheet's XML."""

    def __init__(self) -> None:
        self.rows = self.columns = 0
        self._row = self._column = 0  # the last one that was seen, for cells that do not say where they are

    def add(self, text: bytes) -> None:
        found = _USUAL.findall(text)
        if len(found) != text.count(b"<c ") + text.count(b"<c>") or b":c " in text or b":row" in text:
            self._add_unusual(text)
            return
        for letters in {one[0] for one in found if not one[2]}:
            self.columns = max(self.columns, _number(letters))
        rows = {one[1] for one in found if not one[2]}
        if rows:
            self.rows = max(self.rows, *map(int, rows))

    def _add_unusual(self, text: bytes) -> None:
        for token in _TOKEN.finditer(text):
            place = _PLACE.search(token[2])
            if token[1] == b"row":
                self._row = int(place[2][:_DIGITS]) if place else self._row + 1
                self._column = 0
                continue
            self._column += 1
            if place:
                self._row, self._column = int(place[2][:_DIGITS]), _number(place[1])
            if not token[2].endswith(b"/"):
                self.rows, self.columns = max(self.rows, self._row), max(self.columns, self._column)


def _local(element: ElementTree.Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def _name(column: int) -> str:
    letters = ""
    while column:
        column, place = divmod(column - 1, 26)
        letters = chr(65 + place) + letters
    return letters
