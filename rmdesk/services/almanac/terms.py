"""The 24 solar terms by their day in Beijing."""

from __future__ import annotations

from datetime import date
from enum import IntEnum

from rmdesk.services.almanac import lunar


class Term(IntEnum):
    """In the order of a Gregorian year, two in each month: the sun's longitude is 285° at the first and
    grows by 15° from one to the next. English names are those of the Hong Kong Observatory.
    """

    MODERATE_COLD = 0  # 小寒
    SEVERE_COLD = 1  # 大寒
    SPRING_COMMENCES = 2  # 立春
    SPRING_SHOWERS = 3  # 雨水
    INSECTS_WAKEN = 4  # 惊蛰
    VERNAL_EQUINOX = 5  # 春分
    BRIGHT_AND_CLEAR = 6  # 清明
    CORN_RAIN = 7  # 谷雨
    SUMMER_COMMENCES = 8  # 立夏
    CORN_FORMS = 9  # 小满
    CORN_ON_EAR = 10  # 芒种
    SUMMER_SOLSTICE = 11  # 夏至
    MODERATE_HEAT = 12  # 小暑
    GREAT_HEAT = 13  # 大暑
    AUTUMN_COMMENCES = 14  # 立秋
    END_OF_HEAT = 15  # 处暑
    WHITE_DEW = 16  # 白露
    AUTUMNAL_EQUINOX = 17  # 秋分
    COLD_DEW = 18  # 寒露
    FROST = 19  # 霜降
    WINTER_COMMENCES = 20  # 立冬
    LIGHT_SNOW = 21  # 小雪
    HEAVY_SNOW = 22  # 大雪
    WINTER_SOLSTICE = 23  # 冬至


def term_of(day: date) -> Term | None:
    """The term that falls on a day."""
    days = lunar.known_year(day.year).terms
    place = 2 * day.month - 2
    if days[place] == day.day:
        return Term(place)
    return Term(place + 1) if days[place + 1] == day.day else None


def term_date(year: int, term: Term) -> date:
    """The day of a term in a Gregorian year."""
    days = lunar.known_year(year).terms
    return date(year, term // 2 + 1, days[term])
