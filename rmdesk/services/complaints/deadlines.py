"""By when a complaint has to be answered: working days, by how serious it is.

The bank's own rules have the last word; those of the regulator allow fifteen days for a clear case
(银行业保险业消费投诉处理管理办法, 2020, article 22), so a branch keeps within that.
"""

from __future__ import annotations

from datetime import date

from rmdesk.models import Seriousness
from rmdesk.services.working_days import WorkCalendar
from rmdesk.words import QT_TRANSLATE_NOOP

DAYS = {Seriousness.MINOR: 7, Seriousness.SERIOUS: 5, Seriousness.GRAVE: 2}
TO_TELL = 1  # working days from what was decided until the customer is told
# The steps every case begins with, and after how many working days at most each is due; the last day of the
# whole where that comes before.
STEPS = (
    (QT_TRANSLATE_NOOP("complaints", "Call the customer: listen, apologise, say who will see to it"), 1),
    (QT_TRANSLATE_NOOP("complaints", "Find out what happened"), 3),
    (QT_TRANSLATE_NOOP("complaints", "Agree with the customer how it is put right"), 5),
)


def after(calendar: WorkCalendar, day: date, working_days: int) -> date:
    """The last of so many working days after a day."""
    for _each in range(working_days):
        day = calendar.next_working_day(day)
    return day


def final(calendar: WorkCalendar, raised_on: date, seriousness: str) -> date:
    """The day by which it is to be decided what is done."""
    return after(calendar, raised_on, DAYS[Seriousness(seriousness)])
