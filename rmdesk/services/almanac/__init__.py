"""The Chinese calendar as the official almanac gives it, from the shipped table.

Days are those of Beijing, from the lunar New Year of 1900 to the end of 2100; what is asked beyond that
raises UserError `calendar.outside`.
"""

from rmdesk.services.almanac.festivals import Festival, Group, dates_of, festivals_of, group_of
from rmdesk.services.almanac.lunar import (
    LunarDate,
    Month,
    first_day,
    knows_year,
    last_day,
    leap_month,
    month_length,
    month_of,
    months,
    new_year,
    to_lunar,
    to_solar,
)
from rmdesk.services.almanac.terms import Term, term_date, term_of
from rmdesk.services.almanac.years import Zodiac, stem_and_branch, zodiac

__all__ = [
    "Festival",
    "Group",
    "LunarDate",
    "Month",
    "Term",
    "Zodiac",
    "dates_of",
    "festivals_of",
    "first_day",
    "group_of",
    "knows_year",
    "last_day",
    "leap_month",
    "month_length",
    "month_of",
    "months",
    "new_year",
    "stem_and_branch",
    "term_date",
    "term_of",
    "to_lunar",
    "to_solar",
    "zodiac",
]
