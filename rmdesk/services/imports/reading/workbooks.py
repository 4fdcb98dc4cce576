"""Workbooks: .xlsx and .xlsm (values, no macros), .xls. What calamine cannot bear is refused first."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from rmdesk.services.errors import UserError
from rmdesk.services.imports.reading.content import Content
from rmdesk.services.imports.reading.table import Cell, SheetInfo, Table
from rmdesk.services.imports.reading.zipped import Workbook

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

_MOST_MERGED = 200_000  # cells filled from merged ones; a sheet needs no more
_T = TypeVar("_T")


def sheets(path: Path, content: Content) -> list[SheetInfo]:
    if content is Content.ZIPPED:
        book = Workbook(path)
        try:
            found = []
            for one in book.sheets:
                extent = book.extent(one)
                found.append(SheetInfo(one.name, extent.rows, extent.columns, one.is_hidden))
            return found
        finally:
            book.close()
    return [info for info, _sheet in _compound_sheets(_open(path))]


@contextmanager
def open_workbook(path: Path, content: Content, name: str | None) -> Iterator[Table]:
    """Raises UserError `import.no_such_sheet`, `import.no_rows`, `import.damaged` and the limits' codes."""
    if content is Content.ZIPPED:
        book = Workbook(path)
        try:
            infos = []
            for one in book.sheets:
                if name is None or one.name == name:
                    extent = book.extent(one)
                    infos.append(SheetInfo(one.name, extent.rows, extent.columns, one.is_hidden))
            is_1904 = book.is_1904
        finally:
            book.close()
        chosen = _choose(infos, name)
        opened = _open(path)
        sheet = _guarded(partial(opened.get_sheet_by_name, chosen.name), chosen.name)
    else:
        opened = _open(path)
        found = _compound_sheets(opened)
        is_1904 = False
        chosen = _choose([info for info, _sheet in found], name)
        sheet = next(sheet for info, sheet in found if info.name == chosen.name)
    try:
        yield Table(chosen.name, partial(_rows, sheet, chosen.name), total_rows=chosen.rows, is_1904=is_1904)
    finally:
        opened.close()


def _choose(infos: list[SheetInfo], name: str | None) -> SheetInfo:
    if name is not None:
        found = next((one for one in infos if one.name == name), None)
        if found is None:
            raise UserError("import.no_such_sheet", sheet=name)
        return found
    visible = [one for one in infos if not one.is_hidden and one.rows]
    if not visible:
        raise UserError("import.no_rows")
    return max(visible, key=lambda one: one.rows)


def _compound_sheets(book: CalamineWorkbook) -> list[tuple[SheetInfo, CalamineSheet]]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    found = []
    for one in book.sheets_metadata:
        if one.typ == SheetTypeEnum.WorkSheet:
            sheet = _guarded(partial(book.get_sheet_by_name, one.name), one.name)
            hidden = one.visible != SheetVisibleEnum.Visible
            rows, columns = (0, 0) if sheet.end is None else (sheet.end[0] + 1, sheet.end[1] + 1)
            found.append((SheetInfo(one.name, rows, columns, hidden), sheet))
    return found


def _open(path: Path) -> CalamineWorkbook:
    from python_calamine import CalamineWorkbook

    # Given a path it would go by the name.
    with path.open("rb") as file:
        return _guarded(partial(CalamineWorkbook.from_filelike, io.BytesIO(file.read())), "")


def _guarded(read: Callable[[], _T], where: str) -> _T:
    """What the reader does with a damaged file, panics of its native code among it, as a UserError."""
    from python_calamine import CalamineError, PasswordError

    try:
        return read()
    except PasswordError as error:
        raise UserError("import.encrypted") from error
    except (CalamineError, OSError, ValueError, OverflowError) as error:
        raise UserError("import.damaged", where=where) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise UserError("import.damaged", where=where) from None


def _rows(sheet: CalamineSheet, name: str) -> Iterator[list[Cell]]:
    starting = _merged(sheet)
    rows = iter(_guarded(sheet.iter_rows, name))
    before = [""] * (sheet.start[1] if sheet.start else 0)  # the reader leaves out empty columns in front
    reaching: list[tuple[int, int, int, Cell]] = []  # last row, first and last column, value
    number = 0
    while True:
        cells: list[Cell] | None = _guarded(partial(next, rows, None), name)
        if cells is None:
            return
        if before:
            cells = [*before, *cells]
        if number in starting:
            reaching += [
                (last, left, right, cells[left])
                for last, left, right in starting[number]
                if left < len(cells)
            ]
        if reaching:
            for _last, left, right, value in reaching:
                cells[left : right + 1] = [value] * (min(right + 1, len(cells)) - left)
            reaching = [one for one in reaching if one[0] > number]
        number += 1
        yield cells


def _merged(sheet: CalamineSheet) -> dict[int, list[tuple[int, int, int]]]:
    """By first row: last row, first and last column of merged cells. Those of a hostile file are left out."""
    found: dict[int, list[tuple[int, int, int]]] = {}
    end = sheet.end
    filled = 0
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        if end is None or top > end[0] or bottom < top or right < left:
            continue
        filled += (min(bottom, end[0]) - top + 1) * (min(right, end[1]) - left + 1)
        if filled > _MOST_MERGED:
            break
        found.setdefault(top, []).append((bottom, left, right))
    return found
