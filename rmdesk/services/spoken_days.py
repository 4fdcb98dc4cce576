"""Days as they are said in passing: `三天后`, `下月15号`, `下个月初`, `周五前`, `in two weeks`.

What is said only roughly (`下周`, `月中`, `6月`) is the first day it may mean, and not exact.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from rmdesk.services import chinese_figures
from rmdesk.services.calendar_words import Toward

_MONTHS = (
    ("january", "jan"),
    ("february", "feb"),
    ("march", "mar"),
    ("april", "apr"),
    ("may",),
    ("june", "jun"),
    ("july", "jul"),
    ("august", "aug"),
    ("september", "sept", "sep"),
    ("october", "oct"),
    ("november", "nov"),
    ("december", "dec"),
)
_MONTH_WORDS = {word: number for number, words in enumerate(_MONTHS, 1) for word in words}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY_WORDS = {
    word[:length]: place for place, word in enumerate(_WEEKDAYS) for length in (3, len(word))
} | {
    "tues": 1,
    "thur": 3,
    "thurs": 3,
}
_FIGURES = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6, "末": 5}
_WEEKS = {"上": -1, "这": 0, "本": 0, "下": 1, "下下": 2}
_OF_MONTH = {"上": -1, "这": 0, "本": 0, "下": 1, "下下": 2, "当": 0}
_OF_YEAR = {"去": -1, "今": 0, "本": 0, "明": 1, "后": 2}
_ENGLISH_FIGURES = {
    word: number
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), 1
    )
} | {"a": 1, "an": 1}
# The first day of what a part of a month is called; 中 is the middle itself.
_PARTS = {"初": 1, "上旬": 1, "中": 15, "中旬": 11, "下旬": 21}

_N = r"([0-9]{1,3}|[一两二三四五六七八九十]{1,3})"
_AGO_OR_AHEAD = re.compile(
    rf"(?:过|再过)?(?:{_N}个?(半)?|(半)个?)(天|日|周|星期|礼拜|月|年)(之后|以后|后|之前|以前|前|内|之内|以内)?"
)
_ENGLISH_COUNTED = re.compile(
    r"(?:(in|within) )?([0-9]{1,3}|[a-z]+) (day|week|month|year)s?(?: (ago|later|from now))?"
)
_WEEKDAY = re.compile(r"(下下|上|这|本|下|)个?(?:周|星期|礼拜)([一二三四五六日天末])")
_ENGLISH_WEEKDAY = re.compile(
    rf"(?:(?:on|by) )?(?:(next|last|this) )?({'|'.join(sorted(_WEEKDAY_WORDS, key=len, reverse=True))})"
)
_WEEK = re.compile(r"(下下|上|下|这|本)个?(?:周|星期|礼拜)|(next|last|this) week")
_IN_MONTH = re.compile(
    r"(?:(下下|上|这|本|下|当)个?月|(?:([去今本明后])年|([0-9]{4})年)?([0-9]{1,2})月份?|月)(?:(初|上旬|中旬|中|下旬|底|末)|([0-9]{1,2})(?:日|号)?)?"
)
_DAY = re.compile(r"([0-9]{1,2})(?:号|日)")
_ENGLISH_MONTH = re.compile(
    r"(?:(next|this|last) month|(?:(?:the )?end of (?:the|this) month)|(end of next month))"
)
_ENGLISH_DATE = re.compile(
    rf"(?:(?P<d>[0-9]{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<m>{'|'.join(_MONTH_WORDS)})\.?"
    rf"|(?P<m2>{'|'.join(_MONTH_WORDS)})\.? (?P<d2>[0-9]{{1,2}})(?:st|nd|rd|th)?)(?:,? (?P<y>[0-9]{{4}}))?"
)
_YEAR_END = re.compile(r"(?:([去今本明后])年|([0-9]{4})年)?年?(底|末|初|中)|([去今明后])年(?=年?$)")
_PARTS_OF_DAY = {
    "今晚": 0, "今早": 0, "今晨": 0, "明早": 1, "明晨": 1, "明晚": 1, "昨晚": -1, "昨早": -1, "后日": 2,
    "tonight": 0, "this morning": 0, "this afternoon": 0, "this evening": 0, "day after tomorrow": 2,
    "the day after tomorrow": 2, "last night": -1, "day before yesterday": -2, "the day before yesterday": -2,
    "刚才": 0, "刚刚": 0, "今儿": 0, "明儿": 1, "昨儿": -1,
}  # fmt: skip
# Put off without a day: how many days ahead that is taken to be. None of them is exact.
PUT_OFF = {
    word: days
    for days, words in (
        (0, "晚些时候 晚点 稍晚 稍后 待会 待会儿 等会 等会儿 一会 一会儿 晚上 下午 中午 傍晚"),
        (7, "改天 改日 回头 哪天 有空 过几天 过些天 过阵 过阵子 过一阵 过一阵子 过段时间"),
    )
    for word in words.split()
}
_ROUGHLY = re.compile(r"(?:(20[0-9]{2})|([今明后]))年|(上|本|这|下)个?季度初?")
_WITHIN = re.compile(r"(这|本|下)个?(周|星期|礼拜|月)(?:之|以)?内")
_LAST_DAY = re.compile(r"的?最后一天$")
_YEARS_AROUND = {"年前": "春节前", "年后": "春节后"}


@dataclass(frozen=True, slots=True)
class Spoken:
    day: date
    is_exact: bool = True


def read(text: str, today: date, toward: Toward) -> Spoken | None:
    """The day that `text` (in NFKC, small letters) says; None if it says none this way."""
    plain = re.sub(r"(?:之|以)?前$", "", text) if not _counts(text) else text
    plain = re.sub(r"^(?:by|before|on) (?:the )?", "", plain)
    if plain in PUT_OFF:
        return Spoken(today + timedelta(days=PUT_OFF[plain]), is_exact=False)
    plain = _LAST_DAY.sub("底", plain)
    if plain in _PARTS_OF_DAY:
        return Spoken(today + timedelta(days=_PARTS_OF_DAY[plain]))
    roughly = _ROUGHLY.fullmatch(plain)
    if roughly is not None:
        return _first_of(roughly, today)
    within = _WITHIN.fullmatch(plain)
    if within is not None:
        return _end_of(within, today)
    plain = with_figures(plain)
    return (
        _counted(plain, today)
        or _weekday(plain, today, toward)
        or _week(plain, today)
        or _of_month(plain, today, toward)
        or _day_of_month(plain, today, toward)
        or _year_part(plain, today, toward)
        or _english(plain, today, toward)
    )


def _first_of(roughly: re.Match[str], today: date) -> Spoken:
    """Of a quarter or a year, said roughly, the first day."""
    year_, of_year, of_quarter = roughly.groups()
    if of_quarter:
        quarter = today.year * 4 + (today.month - 1) // 3 + _WEEKS[of_quarter]
        return Spoken(date(quarter // 4, quarter % 4 * 3 + 1, 1), is_exact=False)
    year = int(year_) if year_ else today.year + _OF_YEAR[of_year]
    return Spoken(date(year, 1, 1), is_exact=False)


def _end_of(within: re.Match[str], today: date) -> Spoken:
    """本周内 is until its Friday, 本月内 until its last day."""
    if within[2] == "月":
        first = _moved(today.replace(day=1), _OF_MONTH[within[1]], "月") or today
        return Spoken(first.replace(day=calendar.monthrange(first.year, first.month)[1]))
    friday = today + timedelta(days=7 * _WEEKS[within[1]] + 4 - today.weekday())
    return Spoken(max(friday, today))


def with_figures(text: str) -> str:
    """Chinese numbers before 月, 日 and 号 in figures: 六月十号 is 6月10号."""

    def figures(found: re.Match[str]) -> str:
        number = chinese_figures.read(found[1])
        return found[0] if number is None else f"{number}{found[2]}"

    return re.sub(r"(?<!正)([一二两三四五六七八九十廿〇零]{1,4})([月日号](?!初))", figures, text)


def _counts(text: str) -> bool:
    found = _AGO_OR_AHEAD.fullmatch(text)
    return found is not None and (found[4] != "月" or "个" in text or "半" in text)


def _number(typed: str) -> int | None:
    if typed.isdigit():
        return int(typed)
    return _ENGLISH_FIGURES.get(typed) or chinese_figures.read(typed)


def _moved(today: date, count: int, unit: str) -> date | None:
    try:
        if unit in ("天", "日", "day"):
            return today + timedelta(days=count)
        if unit in ("周", "星期", "礼拜", "week"):
            return today + timedelta(days=7 * count)
        months = count if unit in ("月", "month") else 12 * count
        place = today.year * 12 + today.month - 1 + months
        year, month = place // 12, place % 12 + 1
        return date(year, month, min(today.day, calendar.monthrange(year, month)[1]))
    except (OverflowError, ValueError):
        return None


def _counted(text: str, today: date) -> Spoken | None:
    found = _AGO_OR_AHEAD.fullmatch(text)
    if found is not None:
        count_, and_half, half, unit, side = found.groups()
        if unit == "月" and not half and "个" not in text:  # 六月后 is after June
            return None
        if side is None and not text.startswith(("过", "再过")):
            return None
        sign = -1 if side is not None and "前" in side else 1
        count = _number(count_) if count_ else 0
        if count is None:
            return None
        day = _moved(today, sign * count, unit)
        if day is not None and (half or and_half):
            days = {"月": 15, "年": 182}.get(unit, 3)
            day = _moved(day, 6 * sign, "月") if unit == "年" else day + timedelta(days=sign * days)
        return None if day is None else Spoken(day)
    english = _ENGLISH_COUNTED.fullmatch(text)
    if english is None or (english[1] is None and english[4] is None):
        return None
    number = _number(english[2])
    if number is None:
        return None
    day = _moved(today, -number if english[4] == "ago" else number, english[3])
    return None if day is None else Spoken(day)


def _weekday(text: str, today: date, toward: Toward) -> Spoken | None:
    chinese, english = _WEEKDAY.fullmatch(text), _ENGLISH_WEEKDAY.fullmatch(text)
    monday = today - timedelta(days=today.weekday())
    if chinese is not None:
        week, weekday = chinese[1], _FIGURES[chinese[2]]
        is_exact = chinese[2] != "末"
        if week:
            return Spoken(monday + timedelta(days=7 * _WEEKS[week] + weekday), is_exact)
    elif english is not None:
        week, weekday, is_exact = english[1] or "", _WEEKDAY_WORDS[english[2]], True
        if week:
            step = {"next": 1, "last": -1, "this": 0}[week]
            return Spoken(monday + timedelta(days=7 * step + weekday))
    elif text in ("weekend", "the weekend", "this weekend"):
        return Spoken(monday + timedelta(days=5), False)
    else:
        return None
    ahead = (weekday - today.weekday()) % 7
    if toward == "past":
        ahead -= 7 if ahead else 0
    return Spoken(today + timedelta(days=ahead), is_exact)


def _week(text: str, today: date) -> Spoken | None:
    found = _WEEK.fullmatch(text)
    if found is None:
        return None
    step = _WEEKS[found[1]] if found[1] else {"next": 1, "last": -1, "this": 0}[found[2]]
    monday = today - timedelta(days=today.weekday())
    return Spoken(max(monday, today) if step == 0 else monday + timedelta(days=7 * step), False)


def _of_month(text: str, today: date, toward: Toward) -> Spoken | None:
    found = _IN_MONTH.fullmatch(text)
    if found is None or text == "月":
        return None
    which, of_year, year_, month_, part, day_ = found.groups()
    year, month = today.year, today.month
    if month_:
        month = int(month_)
        if not 1 <= month <= 12:
            return None
        if year_ or of_year:
            year = int(year_) if year_ else year + _OF_YEAR[of_year]
    elif which:
        place = year * 12 + month - 1 + _OF_MONTH[which]
        year, month = place // 12, place % 12 + 1
    else:
        if not part:
            return None
    length = calendar.monthrange(year, month)[1] if 1 <= year <= 9999 else 0
    if not length:
        return None
    if day_ and not 1 <= int(day_) <= length:
        return None
    number = int(day_) if day_ else length if part in ("底", "末") else _PARTS.get(part or "", 1)
    day = date(year, month, number)
    is_open = not (year_ or of_year or which)
    if is_open and month_ and part in ("底", "末"):
        if toward == "past" and day >= today:
            day = _in_year(day, -1)
        elif toward == "future" and month < today.month:
            day = _in_year(day, 1)
    elif is_open and toward == "future" and day < today:
        if not month_:
            day = _moved(day, 1, "月") or day
        elif part or day_ or month != today.month:
            day = _in_year(day, 1)
        else:  # this month, said roughly
            day = today
    elif is_open and toward == "past" and day > today:
        day = _moved(day, -1, "月" if not month_ else "年") or day
    is_exact = bool(day_) or part in ("初", "底", "末")
    return Spoken(day, is_exact)


def _in_year(day: date, step: int) -> date:
    year = day.year + step
    return day.replace(year=year, day=min(day.day, calendar.monthrange(year, day.month)[1]))


def _day_of_month(text: str, today: date, toward: Toward) -> Spoken | None:
    found = _DAY.fullmatch(text)
    if found is None or not 1 <= int(found[1]) <= 31:
        return None
    number, step = int(found[1]), -1 if toward == "past" else 1
    for months in range(13):
        place = today.year * 12 + today.month - 1 + step * months
        year, month = place // 12, place % 12 + 1
        if number <= calendar.monthrange(year, month)[1]:
            day = date(year, month, number)
            if (day - today).days * step >= 0:
                return Spoken(day)
    return None


def _year_part(text: str, today: date, toward: Toward) -> Spoken | None:
    found = _YEAR_END.fullmatch(text)
    if found is None:
        return None
    which, year_, part, alone = found.groups()
    if part is None:
        return Spoken(date(today.year + _OF_YEAR[alone], 1, 1), False)
    if not which and not year_ and not text.startswith("年"):
        return None
    year = int(year_) if year_ else today.year + (_OF_YEAR[which] if which else 0)
    if not 1 <= year <= 9999:
        return None
    day = {"初": date(year, 1, 1), "中": date(year, 6, 30)}.get(part, date(year, 12, 31))
    if not (which or year_) and toward == "future" and day < today:
        day = _in_year(day, 1)
    return Spoken(day, part in ("底", "末"))


def _english(text: str, today: date, toward: Toward) -> Spoken | None:
    month = _ENGLISH_MONTH.fullmatch(text)
    if month is not None:
        step = {"next": 1, "last": -1}.get(month[1] or "", 0) + (month[2] is not None)
        place = today.year * 12 + today.month - 1 + step
        year, number = place // 12, place % 12 + 1
        if month[1]:
            return Spoken(today if step == 0 else date(year, number, 1), False)
        return Spoken(date(year, number, calendar.monthrange(year, number)[1]))
    if text in ("end of year", "end of the year", "year end", "the end of the year"):
        return Spoken(date(today.year, 12, 31))
    found = _ENGLISH_DATE.fullmatch(text)
    if found is None:
        return _english_month(text, today, toward)
    number, name = int(found["d"] or found["d2"]), found["m"] or found["m2"]
    first = int(found["y"]) if found["y"] else today.year
    step = 0 if found["y"] else -1 if toward == "past" else 1
    for year in range(first, first + 9 * step, step) if step else (first,):
        if not 1 <= year <= 9999:
            break
        if 1 <= number <= calendar.monthrange(year, _MONTH_WORDS[name])[1]:
            day = date(year, _MONTH_WORDS[name], number)
            if step == 0 or (day - today).days * step >= 0:
                return Spoken(day)
    return None


def _english_month(text: str, today: date, toward: Toward) -> Spoken | None:
    found = re.fullmatch(rf"(end of |in |early |mid[- ])?({'|'.join(_MONTH_WORDS)})(?: ([0-9]{{4}}))?", text)
    if found is None or (found[2] == "may" and not (found[1] or found[3])):
        return None
    month, year = _MONTH_WORDS[found[2]], int(found[3]) if found[3] else today.year
    if not 1 <= year <= 9999:
        return None
    is_end = found[1] == "end of "
    length = calendar.monthrange(year, month)[1]
    day = date(year, month, length if is_end else 15 if (found[1] or "").startswith("mid") else 1)
    if not found[3]:
        if toward == "future" and (year, month) < (today.year, today.month):
            day = _in_year(day, 1)
        elif toward == "past" and day > today:
            day = _in_year(day, -1)
    return Spoken(day, is_end)
