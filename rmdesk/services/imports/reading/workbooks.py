"""Workbooks: .xlsx and .xlsm (values, no macros), .xls. What calamine cannot bear is refused first."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TypeVar

from rmdesk.services.errors import UserError
from rmdesk.services.imports.reading import compound, packing, zipped
from rmdesk.services.imports.reading.content import Content
from rmdesk.services.imports.reading.table import Cell, SheetInfo, Table

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

_MOST_MERGED = 200_000  # cells filled from merged ones; a sheet needs no more
_T = TypeVar("_T")


def sheets(path: Path, content: Content) -> list[SheetInfo]:
    if content is Content.ZIPPED:
        with closing(zipped.Workbook(path)) as book:
            return [book.info(one) for one in book.sheets]
    compounded = compound.Workbook(path)
    opened = _open(io.BytesIO(compounded.container))
    return _infos(opened, compounded)


@contextmanager
def open_workbook(path: Path, content: Content, name: str | None) -> Iterator[Table]:
    """Raises UserError `import.no_such_sheet`, `import.no_rows`, `import.damaged` and the limits' codes."""
    if content is Content.ZIPPED:
        with closing(zipped.Workbook(path)) as book:
            # Each of them is unpacked: no more than is asked for.
            infos = [book.info(one) for one in book.sheets if name in (None, one.name)]
            is_1904 = book.is_1904
        chosen = _choose(infos, name)
        with path.open("rb") as file:
            opened = _open(file)
    else:
        compounded = compound.Workbook(path)
        opened = _open(io.BytesIO(compounded.container))
        is_1904 = compounded.is_1904
        chosen = _choose(_infos(opened, compounded), name)
        del compounded
    sheet = _guarded(partial(opened.get_sheet_by_name, chosen.name), chosen.name)
    opened.close()
    del opened  # its bytes and its table of strings: the sheet has its own
    kept = packing.Packed(_rows(sheet, chosen.name))
    del sheet
    packing.give_back()
    yield Table(chosen.name, kept.rows, total_rows=chosen.rows, is_1904=is_1904)


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


def _infos(book: CalamineWorkbook, compounded: compound.Workbook) -> list[SheetInfo]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    sheets = book.sheets_metadata
    if len(sheets) != len(compounded.extents):
        raise UserError("import.damaged", where="BOUNDSHEET")
    return [
        SheetInfo(one.name, rows, columns, one.visible != SheetVisibleEnum.Visible)
        for one, (rows, columns) in zip(sheets, compounded.extents, strict=True)
        if one.typ == SheetTypeEnum.WorkSheet
    ]


def _open(content: BinaryIO) -> CalamineWorkbook:
    from python_calamine import CalamineWorkbook

    return _guarded(partial(CalamineWorkbook.from_filelike, content), "")


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
