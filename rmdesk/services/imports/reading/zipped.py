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
from rmdesk.services.imports.reading.table import MOST_CELLS, MOST_COLUMNS, MOST_ROWS

MOST_SHEET_BYTES = 512 << 20  # unpacked
MOST_STRINGS_BYTES = 96 << 20
_MOST_SMALL_BYTES = 16 << 20  # of the parts beside sheets and strings
_MOST_PARTS = 10_000
_MOST_SHEETS = 500
_PIECE = 1 << 20
_OVERLAP = 256  # bytes: no opening tag of a cell that matters is longer

_UNSAFE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_CELL = re.compile(rb"<(?:\w+:)?c(?=[\s>])(?![^>]*/>)(?:[^>]*?\sr=[\"']([A-Za-z]{1,3})([0-9]{1,7})[\"'])?")
_ROW = re.compile(rb"<(?:\w+:)?row\s[^>]*?\br=[\"']([0-9]{1,9})[\"']")


@dataclass(frozen=True, slots=True)
class Sheet:
    name: str
    part: str
    is_hidden: bool


@dataclass(frozen=True, slots=True)
class Extent:
    """The last row and column that hold a value, from 1; 0 for an empty sheet."""

    rows: int
    columns: int


class Workbook:
    """The parts of an .xlsx. Raises UserError `import.damaged`, `import.unsafe` and the limits' codes."""

    def __init__(self, path: Path) -> None:
        try:
            self._zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise UserError("import.damaged", where="") from error
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

    def close(self) -> None:
        self._zip.close()

    def extent(self, sheet: Sheet) -> Extent:
        """Unpacks the sheet once. Raises UserError `import.too_many_cells` and the like."""
        last_row = last_column = rows = loose = 0
        letters: set[bytes] = set()
        rest = b""
        for piece in self._pieces(sheet.part, MOST_SHEET_BYTES):
            text = rest + piece
            if b"<!" in text and _UNSAFE.search(text):
                raise UserError("import.unsafe", where=sheet.part)
            end = max(text.rfind(b"<"), len(text) - _OVERLAP)
            text, rest = text[:end], text[end:]
            for cell in _CELL.finditer(text):
                column, row = cell.groups()
                if column is None:
                    loose += 1
                    continue
                letters.add(column)
                if (number := int(row)) > last_row:
                    last_row = number
            for found in _ROW.finditer(text):
                rows = max(rows, int(found[1]))
        last_column = max((_column(one) for one in letters), default=0)
        if loose:
            # Cells that do not say where they are follow one another.
            last_row, last_column = max(last_row, rows or 1), max(last_column, 1)
        if last_row > MOST_ROWS:
            raise UserError("import.too_many_rows", most=MOST_ROWS)
        if last_column > MOST_COLUMNS or last_row * last_column > MOST_CELLS:
            where = f"{sheet.name}!{_name(last_column)}{last_row}"
            raise UserError("import.too_many_cells", where=where, most=MOST_CELLS)
        return Extent(last_row, last_column)

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


def _local(element: ElementTree.Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _column(letters: bytes) -> int:
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
