"""The arrangement of holidays as people keep it: a table pasted or in a file, or the notice itself."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path

from rmdesk.services import text, typed_days
from rmdesk.services.errors import UserError
from rmdesk.services.imports import reading
from rmdesk.services.progress import Progress
from rmdesk.services.working_days import NAME_LONGEST, Line, check_line

_OFF = {"放假", "休", "休息", "假", "off", "holiday"}
_WORK = {"上班", "班", "调休上班", "补班", "work", "working"}


MOST_ROWS = 1_000  # no year has as many lines; a file with more is some other list

Found = tuple[list[Line], list[tuple[int, UserError]]]

_HEADS = {"类型", "kind"}
# 一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
_PARAGRAPH = re.compile(r"[一二三四五六七八九十]+、([^：:。]{2,20})[：:](.+)")
_ASIDE = re.compile(r"（[^（）]*）|\([^()]*\)")
_DAY = r"(?:\d{4}年)?\d{1,2}月\d{1,2}日"
_SPAN = re.compile(rf"({_DAY})(?:至((?:(?:\d{{4}}年)?\d{{1,2}}月)?\d{{1,2}}日))?")


def read_rows(year: int, rows: Iterable[Sequence[object]]) -> Found:
    """The lines in the rows of a table: name, 放假 or 上班, first day, last day (empty: the same).

    Returns them with the rows that cannot be read, counted from 1, and why. A heading and empty rows are
    passed over. Days may be dates or typed as people do; one without a year is of this year.
    """
    return _read(year, enumerate(rows, 1))


def read_text(year: int, typed: str) -> Found:
    """The lines of a text: a table of tabs or commas, or the notice of the State Council as it is published.

    Returns as `read_rows`; rows are lines of the text.
    """
    lines = typed.splitlines()
    noticed = list(_noticed(lines))
    if noticed:
        return _read(year, noticed)
    return read_rows(year, (line.split("\t" if "\t" in line else ",") for line in lines))


def read_file(year: int, path: Path | str, *, progress: Progress | None = None) -> Found:
    """The lines of a file: a workbook, a text of any encoding and delimiter, or a text of the notice.

    Returns as `read_rows`. Raises UserError `import.…` where the file cannot be read, `holiday.other_list`
    where it is too long for an arrangement.
    """
    with reading.open_table(path) as table:
        rows = [cells for _number, cells in itertools.islice(table.rows(), MOST_ROWS + 1)]
        joint = table.delimiter
    if len(rows) > MOST_ROWS:
        raise UserError("holiday.other_list", most=MOST_ROWS)
    noticed = list(_noticed(joint.join(str(cell or "") for cell in cells) for cells in rows))
    if noticed:
        return _read(year, noticed)
    return read_rows(year, rows)


def _read(year: int, rows: Iterable[tuple[int, Sequence[object]]]) -> Found:
    found: list[Line] = []
    refused: list[tuple[int, UserError]] = []
    for number, row in rows:
        cells = [_cell(one) for one in (*row, "", "", "", "")[:4]]
        if not any(cells) or str(cells[1]).lower() in _HEADS:
            continue
        try:
            found.append(check_line(year, _line(year, cells)))
        except UserError as error:
            refused.append((number, error))
    return found, refused


def _cell(value: object) -> date | str:
    if isinstance(value, datetime):  # how a workbook keeps a day
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, float) and value.is_integer():  # 20270206 in a workbook
        value = int(value)
    return str(value or "").strip()


def _noticed(lines: Iterable[str]) -> Iterator[tuple[int, Sequence[str]]]:
    """Rows of a table from the paragraphs of a notice, with the number of their line."""
    for number, line in enumerate(lines, 1):
        paragraph = _PARAGRAPH.fullmatch(_ASIDE.sub("", line).strip())
        if paragraph is None:
            continue
        name, said = paragraph.groups()
        for sentence in said.split("。"):
            kind = "上班" if sentence.rstrip().endswith("上班") else "放假"
            for first, last in _SPAN.findall(sentence):
                yield number, (name.strip(), kind, first, _completed(last, first))


def _completed(last: str, first: str) -> str:
    """The last day of a span with the year and month it leaves to its first."""
    if not last or "年" in last:
        return last
    ahead = first[: first.index("年") + 1] if "年" in first else ""
    return ahead + (last if "月" in last else first[len(ahead) : first.index("月") + 1] + last)


def _line(year: int, cells: Sequence[date | str]) -> Line:
    name, kind, first, last = cells
    typed = str(kind).lower()
    if typed not in _OFF | _WORK:
        raise UserError(
            "holiday.not_a_kind", typed=text.line(kind, "holiday.is_working", longest=NAME_LONGEST)
        )
    # A day without a year is the next one from the first of this year on.
    around = date(year, 1, 1)
    starts, ends = (
        one if isinstance(one, date) else typed_days.read_date(one, what, toward="future", today=around)
        for one, what in ((first, "holiday.starts_on"), (last or first, "holiday.ends_on"))
    )
    return Line(str(name), starts, ends, typed in _WORK)
