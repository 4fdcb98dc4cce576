"""The arrangement of holidays as people keep it in a table: copied from a notice, a sheet or a message."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from rmdesk.services import text, typed_days
from rmdesk.services.errors import UserError
from rmdesk.services.working_days import NAME_LONGEST, Line, check_line

_OFF = {"放假", "休", "休息", "假", "off", "holiday"}
_WORK = {"上班", "班", "调休上班", "补班", "work", "working"}


def read_rows(year: int, rows: Iterable[Sequence[object]]) -> tuple[list[Line], list[tuple[int, UserError]]]:
    """The lines in the rows of a table: name, 放假 or 上班, first day, last day (empty: the same).

    Returns them with the rows that cannot be read, counted from 1, and why. A heading and empty rows are
    passed over. Days may be dates or typed as people do; one without a year is of this year.
    """
    found: list[Line] = []
    refused: list[tuple[int, UserError]] = []
    for number, row in enumerate(rows, 1):
        cells = [
            one if isinstance(one, date) else str(one or "").strip() for one in (*row, "", "", "", "")[:4]
        ]
        if not any(cells) or (number == 1 and cells[1] in ("类型", "kind", "Kind")):
            continue
        try:
            found.append(check_line(year, _line(year, cells)))
        except UserError as error:
            refused.append((number, error))
    return found, refused


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
