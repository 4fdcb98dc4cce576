"""Rows that were rejected or taken without some cells, as a spreadsheet to correct and import again.

It has the file's own headings and a column of reasons behind them, which an import passes over. Where
figures or lists are of the day of the whole file, a title says which day and what they are, so that they are
the same when it is imported.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from rmdesk.models import AumBasis
from rmdesk.services.errors import UserError
from rmdesk.services.files import reason_of
from rmdesk.services.imports.mapping import titles
from rmdesk.services.imports.parsing import Found, look
from rmdesk.services.imports.reading import open_table
from rmdesk.services.imports.report import Flawed, Report
from rmdesk.services.imports.running import Request
from rmdesk.words import translate

_LONGEST = 32_767  # characters of a cell
REASONS = ("Reason", "原因")  # headings of the column of reasons, in every language


def write(path: Path, request: Request, report: Report) -> int:
    """Write the flawed rows of an import to `path`; returns how many. Without any, no file is written.

    The rows are read again from the file. Raises UserError `import.not_written`, and as reading does.
    """
    flawed = {one.row: one for one in (*report.warned_rows, *report.rejected_rows)}
    if not flawed:
        return 0
    handle, name = -1, ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=path.name + ".", suffix=".tmp", dir=path.parent)
        os.close(handle)
        _fill(name, request, flawed)
        os.replace(name, path)
    except OSError as error:
        raise UserError("import.not_written", path=str(path), reason=reason_of(error)) from error
    finally:
        if name:
            with contextlib.suppress(OSError):
                os.unlink(name)
    return len(flawed)


def _fill(name: str, request: Request, flawed: dict[int, Flawed]) -> None:
    import xlsxwriter
    from xlsxwriter.exceptions import XlsxWriterException

    # A text stays a text, whatever it begins with.
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "nan_inf_to_errors": True,
    }
    book = xlsxwriter.Workbook(name, options)
    sheet = book.add_worksheet()
    bold, text = book.add_format({"bold": True}), book.add_format({"num_format": "@"})
    on, at = (
        book.add_format({"num_format": "yyyy-mm-dd"}),
        book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"}),
    )

    def put(row: int, column: int, cell: Any) -> None:
        if cell is None or cell == "":
            return
        if isinstance(cell, datetime):
            sheet.write_datetime(row, column, cell, at)
        elif isinstance(cell, date):
            sheet.write_datetime(row, column, datetime.combine(cell, time()), on)
        elif isinstance(cell, bool):
            sheet.write_boolean(row, column, cell)
        elif isinstance(cell, int | float):
            sheet.write_number(row, column, cell)
        elif isinstance(cell, time | timedelta):
            sheet.write_string(row, column, str(cell), text)
        else:
            sheet.write_string(row, column, cell[:_LONGEST], text)

    try:
        with open_table(request.path, request.sheet, request.form) as table:
            found = look(request.path, table, request.heading, request.form)
            headings = titles(found.layout)
            place = 0
            if _needs_day(request, found):
                sheet.write_string(place, 0, _title(request, found), text)
                place += 1
            for column, heading in enumerate(headings):
                sheet.write_string(place, column, heading, bold)
            sheet.write_string(place, len(headings), translate("imports", "Reason"), bold)
            sheet.set_column(0, len(headings) - 1, 16)
            sheet.set_column(len(headings), len(headings), 60)
            for number, row in table.rows():
                if (one := flawed.get(number)) is None:
                    continue
                place += 1
                for column, cell in enumerate(row[: len(headings)]):
                    put(place, column, cell)
                sheet.write_string(place, len(headings), one.reason[:_LONGEST], text)
        book.close()
    except XlsxWriterException as error:
        raise OSError(str(error)) from error


def _needs_day(request: Request, found: Found) -> bool:
    """Whether rows are of a day that none of their own cells says."""
    fields = set(request.columns.values())
    undated = bool(fields & {"aum", "aum_average"}) and "aum_on" not in fields
    return undated or found.is_dated or request.choices.as_of is not None


def _title(request: Request, found: Found) -> str:
    """A line that `dating` reads as what the file itself was told or told by itself."""
    day = translate("imports", "Data date: {day}", day=(request.choices.as_of or found.file_on).isoformat())
    match request.choices.basis or found.basis:
        case AumBasis.POINT.value:
            return f"{day}  {translate('imports', 'point in time')}"
        case AumBasis.MONTH_AVERAGE.value:
            return f"{day}  {translate('imports', 'monthly average')}"
        case _:
            return day
