"""A month of the care calendar on one page: days with both calendars, counts by kind, the first names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.orm import Session

from rmdesk import calendar_labels, care_labels
from rmdesk.services import care, working_days
from rmdesk.services.care import Asked, Cell
from rmdesk.services.reports import blocks, care_parts, fonts
from rmdesk.services.reports.blocks import Square, Text
from rmdesk.services.reports.definition import Report
from rmdesk.services.reports.styles import Ink, Style
from rmdesk.words import translate

NAMES = 5
_HEIGHT = 146  # millimetres, of the weeks together
_DAY = Style(9, 11, fonts.BOLD)
_OTHER = Style(9, 11, fonts.BOLD, Ink.QUIET)
_SMALL = Style(6.8, 8.6)
_COUNTS = Style(6.8, 8.6, ink=Ink.QUIET)


@dataclass(frozen=True, slots=True)
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


def story(data: Month) -> Iterable[blocks.Block]:
    weeks = ((data.last - data.first).days + 1) // 7
    yield blocks.Title(title(), care_parts.month_name(data.month))
    yield blocks.Grid(
        [
            [
                Square(_texts(data, day), shaded=day in data.rests)
                for day in (data.first + timedelta(days=week * 7 + place) for place in range(7))
            ]
            for week in range(weeks)
        ],
        _HEIGHT / weeks,
        heads=[care_parts.weekday(place) for place in range(7)],
    )


def _texts(data: Month, day: date) -> list[Text]:
    is_other = day.month != data.month.month
    number = f"{day.month}/{day.day}" if is_other else str(day.day)
    mark = data.marks.get(day)
    told = "" if mark is None else translate("care month", "off") if mark else translate("care month", "work")
    words = "  ".join(one for one in (number, calendar_labels.note(day)[0], told) if one)
    made = [Text(words, _OTHER if is_other else _DAY)]
    cell = data.cells.get(day)
    if cell is None:
        return made
    counts = "  ".join(f"{care_labels.kind(one.kind)} {one.count}" for one in cell.counts)
    made.append(Text(counts, _COUNTS))
    for line in cell.lines:
        made.append(Text(f"{care_parts.name(line)} {care_labels.brief(line.touchpoint)}", _SMALL))
    rest = cell.count - len(cell.lines)
    if rest > 0:
        made.append(Text(translate("care month", "{count} more", count=rest), _COUNTS))
    return made


REPORT = Report(title, gather, story, wide=lambda _data: True)
