"""What a day of the calendar says of itself: its number, lunar day or festival, whether one works."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rmdesk import calendar_labels, words
from rmdesk.services import almanac, typed_days
from rmdesk.services.days import Day
from rmdesk.services.errors import UserError
from rmdesk.services.working_days import WorkCalendar
from rmdesk.ui import formats
from rmdesk.ui.panes.calendar import wording

_ROLES = {"festival": "kind.festival", "term": "kind.maturity"}


@dataclass(frozen=True, slots=True)
class Face:
    """`note` is a festival, a solar term or the lunar day, in the colour of `note_role`.

    `mark`: "off" or "work" where the arrangement of the year says so; `is_guess` where nobody knows it.
    """

    day: date
    note: str
    note_role: str
    mark: str
    rests: bool
    is_guess: bool


def face(day: date, work: WorkCalendar) -> Face:
    note, what = calendar_labels.note(day)
    role = _ROLES.get(what, "secondary")
    mark = "off" if work.holiday_name(day) is not None else "work" if work.made_up_for(day) else ""
    return Face(day, note, role, mark, not work.is_working_day(day), work.is_guess(day))


def feasts(day: date) -> str:
    """All festivals of a day and its solar term."""
    try:
        found = [calendar_labels.festival(one) for one in almanac.festivals_of(day)]
        term = almanac.term_of(day)
    except UserError:
        return ""
    if term is not None and calendar_labels.term(term) not in "".join(found):
        found.append(calendar_labels.term(term))
    return "  ".join(found)


def month_title(day: date) -> str:
    """2026年9月, September 2026."""
    if words.language() == "zh_CN":
        return f"{day.year}年{day.month}月"
    return f"{formats.full_day(day).split()[1]} {day.year}"


def lunar_months(first: date, last: date) -> str:
    """丙午马年 七月至八月: the lunar year and months that days lie in; "" beyond the table."""
    try:
        begin, end = almanac.to_lunar(first), almanac.to_lunar(last)
    except UserError:
        return ""
    animal = calendar_labels.animal(almanac.zodiac(begin.year))
    if words.language() != "zh_CN":
        return wording.lunar_year(animal, begin.month, end.month)

    def named(month: int, is_leap: bool) -> str:
        return typed_days.chinese(Day(month, 1, None, True, is_leap)).removeprefix("农历").partition("月")[0]

    year = f"{almanac.stem_and_branch(begin.year)}{animal}年"
    one, other = named(begin.month, begin.is_leap), named(end.month, end.is_leap)
    months = f"{one}月" if one == other else f"{one}月至{other}月"
    if end.year != begin.year:
        other_animal = calendar_labels.animal(almanac.zodiac(end.year))
        months = f"{one}月至{almanac.stem_and_branch(end.year)}{other_animal}年{other}月"
    return f"{year} {months}"
