"""Which days a page of the calendar shows, and which one comes next."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from rmdesk.services.errors import UserError

FIRST, LAST = date(1901, 2, 1), date(2099, 11, 30)  # with days to spare in the table of the almanac
VIEWS = ("month", "week", "day", "agenda")
AGENDA_DAYS = 30


@dataclass(frozen=True, slots=True)
class Page:
    """The days from `first` to `last`; a month begins on a Monday and may have days of its neighbours."""

    view: str
    first: date
    last: date

    @property
    def weeks(self) -> int:
        return ((self.last - self.first).days + 1) // 7


def page_of(view: str, day: date) -> Page:
    """The page that a day stands on."""
    if view == "month":
        first = day.replace(day=1)
        last = day.replace(day=calendar.monthrange(day.year, day.month)[1])
        return Page(view, first - timedelta(days=first.weekday()), last + timedelta(days=6 - last.weekday()))
    if view == "week":
        monday = day - timedelta(days=day.weekday())
        return Page(view, monday, monday + timedelta(days=6))
    if view == "agenda":
        return Page(view, day, day + timedelta(days=AGENDA_DAYS - 1))
    return Page(view, day, day)


def turned(view: str, day: date, pages: int) -> date:
    """The same day of a page further on; of a shorter month its last day."""
    if view == "month":
        months = day.year * 12 + day.month - 1 + pages
        year, month = divmod(months, 12)
        year = min(max(year, 1), 9998)
        return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
    step = {"week": 7, "agenda": AGENDA_DAYS}.get(view, 1)
    number = min(max(day.toordinal() + pages * step, 1), date(9998, 1, 1).toordinal())
    return date.fromordinal(number)


def check(day: date) -> date:
    """The day itself, if the calendar goes that far. Raises UserError `calendar.outside`."""
    if not FIRST <= day <= LAST:
        raise UserError("calendar.outside", first=FIRST, last=LAST)
    return day
