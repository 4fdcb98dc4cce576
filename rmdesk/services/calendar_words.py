"""Days that people name: `春节前`, `中秋`, `大年初三`, `下个工作日`, `季末`, `三个工作日后`."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Literal

from rmdesk.services import almanac
from rmdesk.services.almanac import Festival
from rmdesk.services.working_days import WorkCalendar

Toward = Literal["past", "future"]

FESTIVAL_WORDS = {
    "元旦": Festival.NEW_YEARS_DAY,
    "情人": Festival.VALENTINES_DAY,
    "妇女": Festival.WOMENS_DAY,
    "三八": Festival.WOMENS_DAY,
    "劳动": Festival.LABOUR_DAY,
    "五一": Festival.LABOUR_DAY,
    "青年": Festival.YOUTH_DAY,
    "母亲": Festival.MOTHERS_DAY,
    "护士": Festival.NURSES_DAY,
    "儿童": Festival.CHILDRENS_DAY,
    "六一": Festival.CHILDRENS_DAY,
    "父亲": Festival.FATHERS_DAY,
    "教师": Festival.TEACHERS_DAY,
    "国庆": Festival.NATIONAL_DAY,
    "十一": Festival.NATIONAL_DAY,
    "圣诞": Festival.CHRISTMAS,
    "春节": Festival.SPRING_FESTIVAL,
    "过年": Festival.SPRING_FESTIVAL,
    "元宵": Festival.LANTERN_FESTIVAL,
    "清明": Festival.QINGMING,
    "端午": Festival.DRAGON_BOAT,
    "七夕": Festival.DOUBLE_SEVENTH,
    "中元": Festival.GHOST_FESTIVAL,
    "中秋": Festival.MID_AUTUMN,
    "重阳": Festival.DOUBLE_NINTH,
    "冬至": Festival.WINTER_SOLSTICE,
    "腊八": Festival.LABA,
    "小年": Festival.LITTLE_NEW_YEAR,
    "除夕": Festival.NEW_YEARS_EVE,
    "大年三十": Festival.NEW_YEARS_EVE,
    "年三十": Festival.NEW_YEARS_EVE,
} | {one.value.replace("_", " "): one for one in Festival}
_YEARS = {"去年": -1, "今年": 0, "本年": 0, "明年": 1, "后年": 2}
_FIGURES = {figure: number for number, figure in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
_NAMED = re.compile(
    rf"(?:({'|'.join(_YEARS)})|(\d{{4}})年)?({'|'.join(sorted(FESTIVAL_WORDS, key=len, reverse=True))})"
    r"(?:节|节日)?(?:(?:之|以)?([前后])(?:(\d{1,2}|[一两二三四五六七八九十])天)?)?"
)
_NEW_YEARS_DAYS = re.compile(r"(?:大年|年|正月)初([一二三四五六七八九十])")
_QUARTERS = {"上": -1, "本": 0, "这": 0, "": 0, "下": 1}
_QUARTER_END = re.compile(r"(上|本|这|下|)个?季度?[末底]")
_NEXT = re.compile(r"(上|下|前|后)一?个?工作日|(?:next|previous) working day")
_COUNTED = re.compile(r"(\d{1,2}|[一两二三四五六七八九十])个?工作日[后内前]")


def read(text: str, today: date, toward: Toward, working: WorkCalendar) -> date | None:
    """The day that `text` names; None if it is no such word.

    Where the word may mean several years, it is the nearest day in the direction `toward`, today
    included. `春节前` is the last working day before it, `春节后` the first one after it. Raises UserError
    `calendar.outside` for years beyond the almanac.
    """
    return (
        _working_day(text, today, working)
        or _quarter_end(text, today)
        or _new_years_day(text, today, toward)
        or _festival(text, today, toward, working)
    )


def nearest(of_year: Callable[[int], list[date]], today: date, toward: Toward) -> date | None:
    """The nearest of the days that some years around today have, in the direction `toward`."""
    found = [day for year in range(today.year - 2, today.year + 3) for day in of_year(year)]
    if toward == "future":
        return min((day for day in found if day >= today), default=None)
    return max((day for day in found if day <= today), default=None)


def _working_day(text: str, today: date, working: WorkCalendar) -> date | None:
    step = _NEXT.fullmatch(text)
    if step:
        back = step[1] in ("上", "前") or text.startswith("previous")
        return working.previous_working_day(today) if back else working.next_working_day(today)
    counted = _COUNTED.fullmatch(text)
    if counted is None:
        return None
    day = today
    for _ in range(int(counted[1]) if counted[1].isdigit() else _FIGURES[counted[1]]):
        day = working.previous_working_day(day) if text[-1] == "前" else working.next_working_day(day)
    return day


def _quarter_end(text: str, today: date) -> date | None:
    found = _QUARTER_END.fullmatch(text)
    if found is None:
        return None
    quarter = today.year * 4 + (today.month - 1) // 3 + _QUARTERS[found[1]]
    year, month = quarter // 4, quarter % 4 * 3 + 3
    return date(year, month, calendar.monthrange(year, month)[1])


def _new_years_day(text: str, today: date, toward: Toward) -> date | None:
    found = _NEW_YEARS_DAYS.fullmatch(text)
    if found is None:
        return None
    later = timedelta(days=_FIGURES[found[1]] - 1)
    return nearest(lambda year: [almanac.new_year(year) + later], today, toward)


def _festival(text: str, today: date, toward: Toward, working: WorkCalendar) -> date | None:
    found = _NAMED.fullmatch(text)
    if found is None:
        return None
    festival, side, days = FESTIVAL_WORDS[found[3]], found[4], found[5]

    def of_year(year: int) -> list[date]:
        on = almanac.dates_of(festival, year)
        if days:
            count = int(days) if days.isdigit() else _FIGURES[days]
            return [day + timedelta(days=-count if side == "前" else count) for day in on]
        if side == "前":
            return [working.previous_working_day(day) for day in on]
        return [working.next_working_day(day) for day in on] if side == "后" else on

    if found[1] or found[2]:
        year = today.year + _YEARS[found[1]] if found[1] else int(found[2])
        return next(iter(of_year(year)), None)
    return nearest(of_year, today, toward)
