"""By when a complaint has to be answered: working days, by how serious it is, as the branch sets them.

The bank's own rules have the last word; those of the regulator allow fifteen days for a clear case, thirty
for another (银行业保险业消费投诉处理管理办法, 2020), so what a branch begins with keeps within that.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from rmdesk.services import settings, working_days
from rmdesk.services.working_days import WorkCalendar
from rmdesk.words import QT_TRANSLATE_NOOP, translate

# Each is due by the last day of the whole at the latest.
_STEPS = (
    (
        QT_TRANSLATE_NOOP("complaints", "Call the customer: listen, apologise, say who will see to it"),
        "call",
    ),
    (QT_TRANSLATE_NOOP("complaints", "Find out what happened"), "find_out"),
    (QT_TRANSLATE_NOOP("complaints", "Agree with the customer how it is put right"), "agree"),
)


@dataclass(frozen=True, slots=True)
class Deadlines:
    """The branch's working days and what it set, as one reading found them."""

    calendar: WorkCalendar
    days: Mapping[str, Mapping[str, int]]

    def of(self, part: str, seriousness: str, first: date) -> date:
        """The day by which a part (`settings.COMPLAINT_PARTS`) is due, counted from `first`."""
        return after(self.calendar, first, self.days[seriousness][part])


def steps() -> list[tuple[str, str]]:
    """The steps every case begins with: what is to be done, and which part of the setting says by when."""
    return [(translate("complaints", what), part) for what, part in _STEPS]


def load(session: Session) -> Deadlines:
    return Deadlines(working_days.load(session), settings.get(session, settings.COMPLAINT_DAYS))


def after(calendar: WorkCalendar, day: date, working_days: int) -> date:
    """The last of so many working days after a day; the day itself for none, or the next that is worked."""
    if not working_days and not calendar.is_working_day(day):
        working_days = 1
    for _each in range(working_days):
        day = calendar.next_working_day(day)
    return day
