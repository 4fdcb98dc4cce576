"""A month of the care calendar on one page: days with both calendars, counts by kind, the first names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepInFrame, Table, TableStyle
from sqlalchemy.orm import Session

from rmdesk import calendar_labels, care_labels
from rmdesk.services import care, working_days
from rmdesk.services.care import Asked, Cell
from rmdesk.services.reports import care_parts, page
from rmdesk.words import translate

ON_SIDE = True
NAMES = 5
_HEIGHT = 146 * mm  # of the weeks together
_DAY = ParagraphStyle("day of a month", page.BODY, fontName=page.TITLE.fontName, fontSize=9, leading=11)
_OTHER = ParagraphStyle("day of another month", _DAY, textColor=page.QUIET)
_SMALL = ParagraphStyle("small", page.BODY, fontSize=6.8, leading=8.6)
_COUNTS = ParagraphStyle("counts", _SMALL, textColor=page.QUIET)


@dataclass(frozen=True)
class Month:
    """`month` is its first day; the days are those of whole weeks. `rests`: days one does not work."""

    month: date
    first: date
    last: date
    cells: dict[date, Cell]
    rests: frozenset[date]
    marks: dict[date, bool]  # off or worked by arrangement

    def __len__(self) -> int:
        return sum(cell.count for cell in self.cells.values())


def title() -> str:
    return care_parts.titles("month")


def gather(session: Session, *, asked: Asked, month: date) -> Month:
    """The weeks asked for, of which `month` is the one shown. Raises NotAllowed."""
    work = working_days.load(session)
    days = asked.days
    marks = {day: True for day in days if work.holiday_name(day) is not None}
    marks |= {day: False for day in days if work.made_up_for(day) is not None}
    return Month(
        month.replace(day=1),
        asked.first,
        asked.last,
        care.load_cells(session, asked, names=NAMES),
        frozenset(day for day in days if not work.is_working_day(day)),
        marks,
    )


def story(data: Month) -> Sequence[Flowable]:
    weeks = ((data.last - data.first).days + 1) // 7
    width, height = page.WIDE / 7, _HEIGHT / weeks
    head = [page.text(care_parts.weekday(place), page.CELL_HEAD) for place in range(7)]
    rows: list[list[object]] = [list(head)]
    style = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("GRID", (0, 1), (-1, -1), 0.3, page.HAIRLINE),
        ("LEFTPADDING", (0, 0), (-1, -1), 3),
        ("RIGHTPADDING", (0, 0), (-1, -1), 2),
        ("TOPPADDING", (0, 1), (-1, -1), 2),
        ("BOTTOMPADDING", (0, 1), (-1, -1), 1),
    ]
    for week in range(weeks):
        row: list[object] = []
        for place in range(7):
            day = data.first + timedelta(days=week * 7 + place)
            row.append(KeepInFrame(width - 6, height - 4, _cell(data, day), mode="shrink"))
            if day in data.rests:
                at = (place, week + 1)
                style.append(("BACKGROUND", at, at, page.SHADE))
        rows.append(row)
    table = Table(rows, colWidths=[width] * 7, rowHeights=[14, *([height] * weeks)], style=TableStyle(style))
    named = f"{title()}  {care_parts.month_name(data.month)}"
    return [page.text(named, page.TITLE), table]


def _cell(data: Month, day: date) -> list[Flowable]:
    is_other = day.month != data.month.month
    number = f"{day.month}/{day.day}" if is_other else str(day.day)
    mark = data.marks.get(day)
    told = "" if mark is None else translate("care month", "off") if mark else translate("care month", "work")
    words = "  ".join(one for one in (number, calendar_labels.note(day)[0], told) if one)
    made: list[Flowable] = [page.text(words, _OTHER if is_other else _DAY)]
    cell = data.cells.get(day)
    if cell is None:
        return made
    counts = "  ".join(f"{care_labels.kind(one.kind)} {one.count}" for one in cell.counts)
    made.append(page.text(counts, _COUNTS))
    for line in cell.lines:
        made.append(page.text(f"{care_parts.name(line)} {care_labels.brief(line.touchpoint)}", _SMALL))
    rest = cell.count - sum(line.touchpoint.count or 1 for line in cell.lines)
    if rest > 0:
        made.append(page.text(translate("care month", "{count} more", count=rest), _COUNTS))
    return made
