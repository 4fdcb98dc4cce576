"""Writing rows as a spreadsheet or as CSV. Nothing here knows what the rows are."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

from rmdesk.services.csv_texts import marked
from rmdesk.services.errors import UserError
from rmdesk.services.export.columns import Cell, Column, Form

MOST_ROWS = 1_048_575  # of one sheet, without its heading
_FIRST_DAY = date(1899, 12, 30).toordinal()
_FORMATS = {
    Form.AMOUNT: "#,##0.00",
    Form.COUNT: "0",
    Form.SHARE: "0.0%",
    Form.DAY: "yyyy-mm-dd",
    Form.MOMENT: "yyyy-mm-dd hh:mm:ss",
    Form.TEXT: "@",  # so that a number typed over a text stays one, too
}


def write_xlsx(path: Path, columns: Sequence[Column], rows: Iterable[Sequence[Cell]]) -> None:
    """One sheet with a heading; texts are written as texts whatever they look like.

    Rows beside the file being written lie in its own folder. Raises OSError, UserError
    `export.too_many_rows`.
    """
    import xlsxwriter
    from xlsxwriter.exceptions import FileCreateError

    book = xlsxwriter.Workbook(
        path,
        {
            "constant_memory": True,
            "tmpdir": str(path.parent),
            "strings_to_formulas": False,
            "strings_to_numbers": False,
            "strings_to_urls": False,
        },
    )
    # The file says when it was made; by whom is in the audit trail.
    book.set_properties({"created": datetime.now().replace(microsecond=0)})
    sheet = book.add_worksheet()
    heading = book.add_format({"bold": True, "bottom": 1})
    formats = [book.add_format({"num_format": _FORMATS[column.form]}) for column in columns]
    for place, column in enumerate(columns):
        sheet.set_column(place, place, column.width, formats[place])
        sheet.write_string(0, place, column.title(), heading)
    sheet.freeze_panes(1, 0)
    number = 0
    try:
        for number, row in enumerate(rows, 1):
            if number > MOST_ROWS:
                raise UserError("export.too_many_rows", most=MOST_ROWS)
            for place, value in enumerate(row):
                if isinstance(value, str):
                    sheet.write_string(number, place, value, formats[place])
                elif value is not None:
                    sheet.write_number(number, place, _number(value), formats[place])
        sheet.autofilter(0, 0, number, len(columns) - 1)
    finally:
        try:
            book.close()
        except FileCreateError as error:
            raise error.args[0] if isinstance(error.args[0], OSError) else OSError(str(error)) from error


def _number(value: int | Decimal | date) -> float:
    """A value as spreadsheets keep it: days are counted from 1899-12-30, moments by parts of a day."""
    if isinstance(value, datetime):
        local = _local(value)
        seconds = local.hour * 3600 + local.minute * 60 + local.second
        return local.toordinal() - _FIRST_DAY + seconds / 86400
    return float(value.toordinal() - _FIRST_DAY if isinstance(value, date) else value)


def write_csv(
    path: Path, columns: Sequence[Column], rows: Iterable[Sequence[Cell]], encoding: str = "utf-8-sig"
) -> None:
    """Commas, CRLF, quotation marks where needed; in utf-8-sig or gb18030. Texts as `csv_texts` says."""
    with path.open("w", encoding=encoding, newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow([marked(column.title()) for column in columns])
        forms = [column.form for column in columns]
        for row in rows:
            writer.writerow([_told(value, form) for value, form in zip(row, forms, strict=True)])


def _told(value: Cell, form: Form) -> str:
    match value:
        case None:
            return ""
        case str():
            return marked(value)
        case datetime():
            return f"{_local(value):%Y-%m-%d %H:%M:%S}"
        case date():
            return value.isoformat()
        case Decimal() if form is Form.SHARE:
            return f"{value * 100:.1f}%"
        case Decimal():
            return f"{value:.2f}"
    return str(value)


def _local(at: datetime) -> datetime:
    """In this computer's zone, and without it: cells have none."""
    return at.astimezone().replace(tzinfo=None, microsecond=0)
