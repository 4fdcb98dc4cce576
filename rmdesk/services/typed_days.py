"""Days as people type them: `1984年6月3日`, `19840603`, `84.6.3`, `农历八月十五`, `昨天`, `中秋`."""

from __future__ import annotations

import calendar
import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta

from rmdesk.services import almanac, anniversaries, calendar_words, days, spoken_days
from rmdesk.services.days import Day
from rmdesk.services.errors import UserError
from rmdesk.services.working_days import WorkCalendar

Toward = calendar_words.Toward

# As the Chinese calendar names its months and days; the place in the tuple is the number less one.
LUNAR_MONTHS = ("正", "二", "三", "四", "五", "六", "七", "八", "九", "十", "冬", "腊")
_FIGURES = "一二三四五六七八九十"
LUNAR_DAYS = (
    *(f"初{figure}" for figure in _FIGURES),
    *(f"十{figure}" for figure in _FIGURES[:9]),
    "二十",
    *(f"廿{figure}" for figure in _FIGURES[:9]),
    "三十",
)

_LONGEST = 40  # characters; no day needs more
_AHEAD = 30  # years: where a day may lie ahead, a year of two figures is at most so far away
_LUNAR_MONTH_WORDS = {word: number for number, word in enumerate(LUNAR_MONTHS, 1)} | {
    "一": 1,
    "十一": 11,
    "十二": 12,
}
_LUNAR_DAY_WORDS = (
    {word: number for number, word in enumerate(LUNAR_DAYS, 1)}
    | {word: number for number, word in enumerate(_FIGURES, 1)}
    | {f"二十{figure}": 20 + number for number, figure in enumerate(_FIGURES[:9], 1)}
    | {"廿": 20, "卅": 30}
)
_LUNAR = re.compile(r"\(?(?:农历|阴历|旧历|lunar)\)?")
_YEAR = re.compile(r"^(?:\d{4}|\d{2})年")
# Only the Chinese calendar calls a month or a day so.
_LUNAR_UNSAID = re.compile(
    r"闰.{1,2}月.|[正冬腊]月.|闰?(?:[一二三四五六七八九十]{1,2}|[0-9]{1,2})月(?:[初廿卅][一二三四五六七八九十]|[廿卅])$"
)
_LUNAR_IN_MONTH = re.compile(r"(下下|上|这|本|下)个?月([初廿卅][一二三四五六七八九十]|[廿卅])$")
_MONTHS_ON = {"上": -1, "这": 0, "本": 0, "下": 1, "下下": 2}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_RELATIVE = {
    "大前天": -3,
    "前天": -2,
    "昨天": -1,
    "昨日": -1,
    "yesterday": -1,
    "今天": 0,
    "今日": 0,
    "today": 0,
    "明天": 1,
    "明日": 1,
    "tomorrow": 1,
    "后天": 2,
    "大后天": 3,
}
_WEEKS = {"上": -1, "这": 0, "本": 0, "下": 1, "下下": 2}
_WEEKDAYS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6}
# Of a birthday, these say the day of every year.
_LUNAR_NAMES = {
    "春节": (1, 1),
    "元宵": (1, 15),
    "元宵节": (1, 15),
    "端午": (5, 5),
    "端午节": (5, 5),
    "七夕": (7, 7),
    "中元节": (7, 15),
    "中秋": (8, 15),
    "中秋节": (8, 15),
    "重阳": (9, 9),
    "重阳节": (9, 9),
    "腊八": (12, 8),
    "小年": (12, 23),
    "除夕": (12, 30),
    "大年三十": (12, 30),
    **{f"大年{word}": (1, number) for number, word in enumerate(LUNAR_DAYS[:15], 1)},
}


@dataclass(frozen=True, slots=True)
class Said:
    """A date as it was said: whether exactly, and the day of the Chinese calendar if it was said by that."""

    on: date
    is_exact: bool = True
    lunar: Day | None = None


def read_day(typed: object, what: str, *, past: bool = False, today: date | None = None) -> Day:
    """A day, solar or lunar, its year perhaps unknown; `past`: it cannot lie ahead.

    Raises UserError `date.not_a_date`, `date.out_of_range`, `date.in_future`.
    """
    now = today or date.today()
    latest = now.year if past else now.year + _AHEAD
    text = _plain(typed, what)
    if text in _LUNAR_NAMES:
        found = Day(*_LUNAR_NAMES[text], is_lunar=True)
    elif _LUNAR.search(text) or _LUNAR_UNSAID.match(_YEAR.sub("", text)):
        found = _lunar(_LUNAR.sub("", text, count=1), latest, what)
    else:
        toward: Toward = "past" if past else "future"
        relative = _relative(text, now, toward) or calendar_words.read(text, now, toward, WorkCalendar())
        found = Day(relative.month, relative.day, relative.year) if relative else _solar(text, latest, what)
    return days.check_day(found, what, past=past)


def read_date(
    typed: object,
    what: str,
    *,
    toward: Toward = "past",
    today: date | None = None,
    working: WorkCalendar | None = None,
) -> date:
    """A date; without a year the nearest one in the direction `toward`, today included.

    `working` are the branch's working days; without them `下个工作日` goes by the shipped arrangements.
    Raises UserError `date.not_a_date`, also for what names a day only roughly, `date.out_of_range`, and
    those of `days.check_day` for a lunar day.
    """
    found = read_said(typed, what, toward=toward, today=today, working=working)
    if not found.is_exact:
        raise UserError("date.not_a_date", what=what)
    return found.on


def read_said(
    typed: object,
    what: str,
    *,
    toward: Toward = "past",
    today: date | None = None,
    working: WorkCalendar | None = None,
) -> Said:
    """The same with how it was said; what names a day only roughly (下周, 6月) is the first it may mean."""
    now = today or date.today()
    text = _plain(typed, what)
    lunar = _named_lunar(text, now, toward, what)
    if lunar is not None:
        return Said(days.check_date(_solar_day(lunar, what, now, toward), what), lunar=lunar)
    spoken = spoken_days.read(text, now, toward)
    if spoken is not None:
        return Said(days.check_date(spoken.day, what), spoken.is_exact)
    named = text.removesuffix("前").removesuffix("之").removesuffix("以")
    relative = _relative(text, now, toward) or calendar_words.read(
        text, now, toward, working or WorkCalendar()
    )
    if relative is None and named != text:  # by then
        relative = _relative(named, now, toward) or calendar_words.read(
            named, now, toward, working or WorkCalendar()
        )
    if relative is not None:
        by_lunar = _LUNAR_NAMES.get(text)
        day = None if by_lunar is None else Day(*by_lunar, is_lunar=True)
        return Said(days.check_date(relative, what), lunar=day)
    return Said(_plain_date(named, what, now, toward))


def _named_lunar(text: str, now: date, toward: Toward, what: str) -> Day | None:
    """The day of the Chinese calendar that is meant by the way it is said."""
    named = text.removesuffix("前").removesuffix("之").removesuffix("以")
    latest = now.year if toward == "past" else now.year + _AHEAD
    counted = _LUNAR_IN_MONTH.match(named)
    if counted is not None:
        return _in_lunar_month(now, _MONTHS_ON[counted[1]], _LUNAR_DAY_WORDS[counted[2]])
    if _LUNAR.match(named):
        return _lunar(_LUNAR.sub("", named, count=1), latest, what)
    return _lunar(named, latest, what) if _LUNAR_UNSAID.match(named) else None


def _in_lunar_month(now: date, step: int, day: int) -> Day:
    """下月初八 is said of the month that the Chinese calendar has next."""
    month = almanac.month_of(now)
    for _ in range(abs(step)):
        beside = month.first + month.length if step > 0 else month.first - 1
        month = almanac.month_of(date.fromordinal(beside))
    return Day(month.number, day, month.year, is_lunar=True, is_leap_month=month.is_leap)


def _plain_date(text: str, what: str, now: date, toward: Toward) -> date:
    latest = now.year if toward == "past" else now.year + _AHEAD
    day = days.check_day(_solar(text, latest, what), what)
    if day.year is not None:
        return days.check_date(date(day.year, day.month, day.day), what)
    step = -1 if toward == "past" else 1
    year = now.year
    # 29 February is at most eight years away.
    for _ in range(9):
        if day.day <= calendar.monthrange(year, day.month)[1]:
            found = date(year, day.month, day.day)
            if (found - now).days * step >= 0:
                return found
        year += step
    raise UserError("date.not_a_date", what=what)


def _solar_day(lunar: Day, what: str, now: date, toward: Toward) -> date:
    """The date of a lunar day; without a year the nearest in the direction `toward`."""
    days.check_day(lunar, what)
    if lunar.year is not None:
        return days.check_date(anniversaries.occurrence(lunar, lunar.year), what)
    near = now.year
    found = [
        anniversaries.occurrence(lunar, year)
        for year in range(near - 2, near + 3)
        if almanac.knows_year(year)
    ]
    ahead = [day for day in found if (day >= now if toward == "future" else day <= now)]
    if not ahead:
        raise UserError("date.not_a_date", what=what)
    return min(ahead) if toward == "future" else max(ahead)


def chinese(day: Day) -> str:
    """As Chinese readers write it: 1984年6月3日, 6月3日, 农历1984年八月十五, 农历闰六月初三."""
    year = "" if day.year is None else f"{day.year}年"
    if not day.is_lunar:
        return f"{year}{day.month}月{day.day}日"
    leap = "闰" if day.is_leap_month else ""
    return f"农历{year}{leap}{LUNAR_MONTHS[day.month - 1]}月{LUNAR_DAYS[day.day - 1]}"


def english(day: Day) -> str:
    """3 Jun 1984, 3 Jun, Lunar 1984-8-15, Lunar leap 6-3: what `read_day` reads back."""
    if day.is_lunar:
        leap = "leap " if day.is_leap_month else ""
        year = "" if day.year is None else f"{day.year}-"
        return f"Lunar {leap}{year}{day.month}-{day.day}"
    year = "" if day.year is None else f" {day.year}"
    return f"{day.day} {_MONTHS[day.month - 1].capitalize()}{year}"


def _plain(typed: object, what: str) -> str:
    if not isinstance(typed, str) or len(typed) > _LONGEST:
        raise UserError("date.not_a_date", what=what)
    text = re.sub(r"\s+", " ", unicodedata.normalize("NFKC", typed)).strip().lower()
    return re.sub(r"\s*(?:出?生|周岁)$", "", text)


def _relative(text: str, today: date, toward: Toward) -> date | None:
    if text in _RELATIVE:
        return today + timedelta(days=_RELATIVE[text])
    week = re.fullmatch(r"(上|这|本|下下|下)个?(?:周|星期|礼拜)([一二三四五六日天])", text)
    if week:
        monday = today - timedelta(days=today.weekday())
        return monday + timedelta(days=7 * _WEEKS[week[1]] + _WEEKDAYS[week[2]])
    end = re.fullmatch(r"(?:(\d{1,2})月|(本月|这个月|月)|(下月|下个月)|(年))[底末]", text)
    if end is None:
        return None
    year, month = today.year, today.month
    if end[1]:
        month = int(end[1])
        if not 1 <= month <= 12:
            return None
        if toward == "future":
            year += month < today.month
        else:
            year -= month >= today.month
    elif end[3]:
        year, month = year + month // 12, month % 12 + 1
    elif end[4]:
        month = 12
    return date(year, month, calendar.monthrange(year, month)[1])


def _solar(text: str, latest: int, what: str) -> Day:
    compact = text.replace(" ", "").removesuffix("日").removesuffix("号")
    full = re.fullmatch(r"(\d{4})(\d{2})(\d{2})", compact)
    if full:
        return Day(int(full[2]), int(full[3]), int(full[1]))
    short = re.fullmatch(r"(\d{2})(\d{2})", compact)
    if short:
        return Day(int(short[1]), int(short[2]))
    spelled = re.fullmatch(r"(?:(\d{4}|\d{2})[年./-])?(\d{1,2})[月./-](\d{1,2})", compact)
    if spelled:
        return Day(int(spelled[2]), int(spelled[3]), _year(spelled[1], latest))
    named = re.fullmatch(r"(\d{1,2}) ([a-z]{3})[a-z]*\.?(?:,? (\d{4}))?", text) or re.fullmatch(
        r"(?P<m>[a-z]{3})[a-z]*\.? (?P<d>\d{1,2})(?:,? (?P<y>\d{4}))?", text
    )
    if named:
        parts = named.groupdict() or {"d": named[1], "m": named[2], "y": named[3]}
        if parts["m"] in _MONTHS:
            return Day(_MONTHS.index(parts["m"]) + 1, int(parts["d"]), _year(parts["y"], latest))
    raise UserError("date.not_a_date", what=what)


def _lunar(text: str, latest: int, what: str) -> Day:
    compact = text.replace(" ", "").removesuffix("日").removesuffix("号")
    found = re.fullmatch(
        r"(?P<early>闰|leap)?(?:(?P<y>\d{4}|\d{2})[年./-])?(?P<leap>闰|leap)?"
        r"(?P<m>\d{1,2}|十[一二]|[正一二三四五六七八九十冬腊])[月./-](?P<d>\d{1,2}|[初一二三四五六七八九十廿卅]{1,3})",
        compact,
    )
    if not found:
        raise UserError("date.not_a_date", what=what)
    month = int(found["m"]) if found["m"].isdigit() else _LUNAR_MONTH_WORDS[found["m"]]
    day = int(found["d"]) if found["d"].isdigit() else _LUNAR_DAY_WORDS.get(found["d"], 0)
    leap = bool(found["early"] or found["leap"])
    return Day(month, day, _year(found["y"], latest), is_lunar=True, is_leap_month=leap)


def _year(typed: str | None, latest: int) -> int | None:
    """A year of two figures is the last one until `latest` that ends so."""
    if typed is None or len(typed) == 4:
        return None if typed is None else int(typed)
    year = latest // 100 * 100 + int(typed)
    return year if year <= latest else year - 100
