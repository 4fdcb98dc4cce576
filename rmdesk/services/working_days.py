"""Working days: public holidays and the rest days worked in exchange, as the State Council arranges them.

What the years until now were like comes from the package `chinese_calendar`, read when first asked: a copy
of our own would be a second truth, and the lock brings the next year. A year that the branch has entered
itself counts instead. For a year that neither knows weekends rule, and `is_guess` says so.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import Holiday
from rmdesk.services import changes, days, roles, text, values
from rmdesk.services.errors import Conflict, UserError
from rmdesk.services.queries import Query
from rmdesk.services.roles import Permission

NAME_LONGEST = 40
LONGEST = 31  # days
FIRST_YEAR, LAST_YEAR = 1950, 2199
_NEW_YEAR_FROM = 25  # December: from here on the arrangement of the next year may have begun
_EVERY = Query(
    select(
        Holiday.year, Holiday.uid, Holiday.name, Holiday.starts_on, Holiday.ends_on, Holiday.is_working
    ).order_by(Holiday.year, Holiday.starts_on)
)


@dataclass(frozen=True, slots=True)
class Line:
    """Days off under a holiday's name, or rest days worked for it; both ends belong to it."""

    name: str
    starts_on: date
    ends_on: date
    is_working: bool = False
    uid: str | None = None  # of the branch's line; None for a new or a shipped one

    def days(self) -> Iterable[date]:
        for number in range(self.starts_on.toordinal(), self.ends_on.toordinal() + 1):
            yield date.fromordinal(number)


@dataclass(frozen=True, slots=True)
class YearTable:
    """The arrangement of a year: the branch's own, else the shipped one, else nobody knows it."""

    year: int
    lines: tuple[Line, ...]
    is_own: bool
    is_known: bool
    versions: dict[str, int]  # of the branch's lines by uid: state them to `set_year`


@dataclass(frozen=True)
class WorkCalendar:
    """The working days as one reading of the vault found them; asking it costs no statement."""

    own: Mapping[int, tuple[Line, ...]] = field(default_factory=dict)
    _by_day: dict[int, dict[date, Line]] = field(default_factory=dict, repr=False, compare=False)
    _works: dict[date, bool] = field(default_factory=dict, repr=False, compare=False)

    def line_of(self, day: date) -> Line | None:
        """The line a day stands in; that of its own year before the one of the next."""
        found = self._year(day.year).get(day)
        if found is None and _may_be_next_year(day):
            found = self._year(day.year + 1).get(day)
        return found

    def is_working_day(self, day: date) -> bool:
        works = self._works.get(day)
        if works is None:
            line = self.line_of(day)
            works = self._works[day] = day.weekday() < 5 if line is None else line.is_working
        return works

    def holiday_name(self, day: date) -> str | None:
        """The holiday that a day off belongs to; None for plain weekends and working days."""
        line = self.line_of(day)
        return None if line is None or line.is_working else line.name

    def made_up_for(self, day: date) -> str | None:
        """The holiday that a rest day is worked for; None for any other day."""
        line = self.line_of(day)
        return line.name if line is not None and line.is_working else None

    def is_guess(self, day: date) -> bool:
        """Whether only weekends tell about this day, its arrangement being unknown."""
        if self.line_of(day) is not None:
            return False
        return not self.knows(day.year) or (_may_be_next_year(day) and not self.knows(day.year + 1))

    def knows(self, year: int) -> bool:
        return year in self.own or shipped(year) is not None

    def next_working_day(self, day: date) -> date:
        """The first working day after a day."""
        return self._step(day, 1)

    def previous_working_day(self, day: date) -> date:
        """The last working day before a day."""
        return self._step(day, -1)

    def working_days(self, first: date, last: date) -> list[date]:
        """Those from `first` to `last`, both included."""
        numbers = range(first.toordinal(), last.toordinal() + 1)
        return [one for one in map(date.fromordinal, numbers) if self.is_working_day(one)]

    def _step(self, day: date, by: int) -> date:
        found = day + timedelta(days=by)
        while not self.is_working_day(found):
            found += timedelta(days=by)
        return found

    def _year(self, year: int) -> dict[date, Line]:
        if year not in self._by_day:
            lines = self.own.get(year)
            if lines is None:
                lines = shipped(year) or ()
            self._by_day[year] = {day: line for line in lines for day in line.days()}
        return self._by_day[year]


def load(session: Session) -> WorkCalendar:
    """The working days of this branch, by one statement."""
    own: dict[int, tuple[Line, ...]] = {}
    for row in _EVERY.read(session):
        own[row.year] = (*own.get(row.year, ()), _line(row))
    return WorkCalendar(own)


def load_year(session: Session, year: int) -> YearTable:
    """What is known of a year: what a form begins with."""
    found = _rows(session, year)
    if found:
        versions = {row.uid: row.version for row in found}
        return YearTable(year, tuple(map(_line, found)), is_own=True, is_known=True, versions=versions)
    lines = shipped(year)
    return YearTable(year, lines or (), is_own=False, is_known=lines is not None, versions={})


def set_year(session: Session, year: int, lines: Sequence[Line], *, versions: Mapping[str, int]) -> None:
    """Give a year this arrangement; without lines the shipped one counts again.

    `versions` are those of the branch's lines that were seen (`YearTable.versions`). Raises NotAllowed,
    Conflict and what `check_lines` does.
    """
    roles.require(session, Permission.SET_RULES)
    checked = check_lines(year, lines)
    present = {row.uid: row for row in _rows(session, year)}
    for uid in {*present, *versions}:
        row = present.get(uid)
        if row is None or versions.get(uid) != row.version:
            raise Conflict(
                "row.changed",
                table="holiday",
                uid=uid,
                seen=versions.get(uid, 0),
                present=None if row is None else row.version,
            )
    kept = {line.uid for line in checked}
    for uid, row in present.items():
        if uid not in kept:
            session.delete(row)
    for line in checked:
        row = present.get(line.uid or "")
        if row is None:
            row = Holiday(year=year)
            session.add(row)
        row.name, row.is_working = line.name, line.is_working
        row.starts_on, row.ends_on = line.starts_on, line.ends_on
    session.flush()
    changes.describe(session, "holidays.set", year=year, lines=len(checked))


def check_lines(year: int, lines: Sequence[Line]) -> list[Line]:
    """The lines of a year's arrangement in the order of their days.

    Raises UserError `holiday.backwards`, `holiday.wrong_year`, `holiday.too_long`, `holiday.no_rest_day`,
    `holiday.overlap`, `holiday.both`, or what is wrong with a value.
    """
    values.whole(year, "holiday.year", FIRST_YEAR, LAST_YEAR)
    checked = sorted((check_line(year, line) for line in lines), key=lambda line: line.starts_on)
    for line, following in itertools.pairwise(checked):
        if following.starts_on > line.ends_on:
            continue
        if line.is_working == following.is_working:
            raise UserError("holiday.overlap", day=following.starts_on, name=line.name, other=following.name)
        off = following if line.is_working else line
        raise UserError("holiday.both", day=following.starts_on, name=off.name)
    return checked


def check_line(year: int, line: Line) -> Line:
    """One line by itself. Raises UserError as `check_lines` does."""
    name = text.line(line.name, "holiday.name", longest=NAME_LONGEST)
    first = days.check_date(line.starts_on, "holiday.starts_on")
    last = days.check_date(line.ends_on, "holiday.ends_on")
    if last < first:
        raise UserError("holiday.backwards", name=name)
    if first < date(year - 1, 12, _NEW_YEAR_FROM) or last.year > year:
        raise UserError("holiday.wrong_year", name=name, first=first, last=last, year=year)
    if (last - first).days >= LONGEST:
        raise UserError("holiday.too_long", name=name, days=(last - first).days + 1)
    checked = Line(name, first, last, values.flag(line.is_working, "holiday.is_working"), line.uid)
    if checked.is_working:
        for day in checked.days():
            if day.weekday() < 5:
                raise UserError("holiday.no_rest_day", day=day)
    return checked


@cache
def shipped(year: int) -> tuple[Line, ...] | None:
    """The arrangement of a year as the program brings it; None if it does not know that year."""
    # Late: the window starts without it.
    from chinese_calendar import constants  # type: ignore[import-untyped]

    if not min(constants.holidays).year <= year <= max(constants.holidays).year:
        return None
    names = {one.value: one.chinese for one in constants.Holiday}
    lines: list[Line] = []
    for is_working, table in ((False, constants.holidays), (True, constants.workdays)):
        for day in sorted(one for one in table if one.year == year):
            name, last = names[table[day]], lines[-1] if lines else None
            if last and (last.name, last.is_working, last.ends_on) == (name, is_working, day - timedelta(1)):
                lines[-1] = Line(name, last.starts_on, day, is_working)
            else:
                lines.append(Line(name, day, day, is_working))
    return tuple(sorted(lines, key=lambda line: line.starts_on))


def _may_be_next_year(day: date) -> bool:
    return day.month == 12 and day.day >= _NEW_YEAR_FROM


def _rows(session: Session, year: int) -> list[Holiday]:
    return list(session.scalars(select(Holiday).where(Holiday.year == year).order_by(Holiday.starts_on)))


def _line(row: Any) -> Line:
    return Line(row.name, row.starts_on, row.ends_on, row.is_working, row.uid)
