"""Touchpoints that do not stand on days of rest, but on the working day before or after."""

from __future__ import annotations

from datetime import date, timedelta

from rmdesk.services.working_days import WorkCalendar

LONGEST = 14  # days: no rest is longer, Spring Festival with its weekends included


def moved(work: WorkCalendar, day: date, direction: int) -> date:
    """`day` itself if one works on it, else the next working day (1) or the one before (-1)."""
    if not direction or work.is_working_day(day):
        return day
    return work.next_working_day(day) if direction > 0 else work.previous_working_day(day)


def not_late_since(work: WorkCalendar, day: date) -> date:
    """The first day of which nothing is late on `day`: since then nobody has worked a whole day."""
    return work.previous_working_day(day) + timedelta(days=1)


def last_due(work: WorkCalendar, day: date) -> date:
    """The last due day whose touchpoints, moved to the next working day, stand before `day`."""
    due = day - timedelta(days=1)
    while moved(work, due, 1) >= day:
        due -= timedelta(days=1)
    return due
