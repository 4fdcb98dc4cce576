"""Writing rows as a spreadsheet or as CSV. Nothing here knows what the rows are."""

from __future__ import annotations

import csv
import re
import shutil
import zipfile
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

from rmdesk.services.csv_texts import marked
from rmdesk.services.errors import UserError
from rmdesk.services.export.columns import Cell, Column, Form

MOST_ROWS = 1_048_575  # of one sheet, without its heading
_SHEET = "xl/worksheets/sheet1.xml"
_SAMPLE = re.compile(rb'<row r="2".*?</row>', re.DOTALL)
_LEVEL = 3  # of compression: the sixth takes twice as long for a tenth less
_LONGEST_TEXT = 32_767  # characters of a cell
_ESCAPES = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_WILD = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
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

    The library makes the workbook and a sample of a row; the rows, as text, are put in the sample's place:
    cell by cell the library takes ten times as long. They lie in the file's own folder meanwhile.
    Raises OSError, UserError `export.too_many_rows`.
    """
    made, body = path.with_name(f"{path.name}.made"), path.with_name(f"{path.name}.rows")
    try:
        _make_book(made, columns, 1)
        with zipfile.ZipFile(made) as book:
            sample = _SAMPLE.search(book.read(_SHEET))
        assert sample is not None
        number = 0
        with body.open("w", encoding="utf-8", newline="") as stream:
            write_row = _writer_of_rows(re.findall(r' s="(\d+)"', sample[0].decode()), stream.write)
            for number, row in enumerate(rows, 1):
                if number > MOST_ROWS:
                    raise UserError("export.too_many_rows", most=MOST_ROWS)
                write_row(number + 1, row)
        _make_book(made, columns, number)
        _put_in(path, made, body)
    finally:
        made.unlink(missing_ok=True)
        body.unlink(missing_ok=True)


def _put_in(path: Path, made: Path, body: Path) -> None:
    """The workbook `made` with the rows of `body` where its sample stands."""
    with (
        zipfile.ZipFile(made) as book,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as whole,
    ):
        for part in book.infolist():
            content = book.read(part)
            if part.filename != _SHEET:
                whole.writestr(part, content, zipfile.ZIP_DEFLATED)
                continue
            before, after = _SAMPLE.split(content)
            with whole.open(part.filename, "w", force_zip64=True) as stream:
                stream.write(before)
                with body.open("rb") as source:
                    shutil.copyfileobj(source, stream, 1 << 20)
                stream.write(after)


def _make_book(path: Path, columns: Sequence[Column], rows: int) -> None:
    """A workbook for so many rows below its heading, in which a single one stands: the empty sample."""
    import xlsxwriter
    from xlsxwriter.exceptions import FileCreateError

    book = xlsxwriter.Workbook(path)
    # The file says when it was made; by whom is in the audit trail.
    book.set_properties({"created": datetime.now().replace(microsecond=0)})
    sheet = book.add_worksheet()
    heading = book.add_format({"bold": True, "bottom": 1})
    for place, column in enumerate(columns):
        kept = book.add_format({"num_format": _FORMATS[column.form]})
        sheet.set_column(place, place, column.width, kept)
        sheet.write_string(0, place, column.title(), heading)
        sheet.write_blank(1, place, None, kept)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, rows, len(columns) - 1)
    # Readers that trust it would stop at the sample.
    sheet.dim_rowmax = max(rows, 1)
    try:
        book.close()
    except FileCreateError as error:
        raise error.args[0] if isinstance(error.args[0], OSError) else OSError(str(error)) from error


def _writer_of_rows(
    styles: Sequence[str], write: Callable[[str], object]
) -> Callable[[int, Sequence[Cell]], None]:
    """Writes a row by its number in the sheet and its values, which have these styles."""
    from xlsxwriter.utility import xl_col_to_name

    marks = [
        (
            xl_col_to_name(place),
            f'" s="{style}" t="inlineStr"><is><t xml:space="preserve">',
            f'" s="{style}"><v>',
        )
        for place, style in enumerate(styles)
    ]

    def write_row(number: int, row: Sequence[Cell]) -> None:
        parts = [f'<row r="{number}">']
        for (letter, text, figure), value in zip(marks, row, strict=True):
            if isinstance(value, str):
                if value:
                    parts.append(f'<c r="{letter}{number}{text}{_escaped(value)}</t></is></c>')
            elif value is not None:
                parts.append(f'<c r="{letter}{number}{figure}{_number(value):.16G}</v></c>')
        parts.append("</row>")
        write("".join(parts))

    return write_row


def _escaped(text: str) -> str:
    """As the text of an XML element; what XML has no place for as spreadsheets write it (_x0007_)."""
    if len(text) > _LONGEST_TEXT:
        text = text[:_LONGEST_TEXT]
    if text.isalnum():
        return text
    text = _ESCAPES.sub(r"_x005F\g<0>", text)
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _WILD.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


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
