"""Days, dates and months in cells: Excel's numbers, Chinese numerals, and whatever `typed_days` reads."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from rmdesk.services import days, typed_days
from rmdesk.services.days import Day
from rmdesk.services.errors import UserError
from rmdesk.services.imports.cells.plain import is_empty, plain
from rmdesk.services.imports.reading.table import Cell

# What stands in columns of days for none, or for one that never comes.
_NEVER = frozenset(
    {"长期", "长期有效", "永久", "永久有效", "无固定期限", "无期限", "不定期", "9999年12月31日"}
    | {"99991231", "9999-12-31", "9999/12/31", "9999.12.31", "0", "00000000", "0000-00-00", "0001-01-01"}
)
_EPOCH = date(1899, 12, 30)
_EPOCH_1904 = date(1904, 1, 1)
_LEAST_SERIAL = 10_000  # 18 May 1927; smaller numbers are years, or month and day
_MOST_SERIAL = 110_000
_USUAL = re.compile(r"([12][0-9]{3})(?:[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?|([0-9]{2})([0-9]{2}))")
_YEAR_LAST = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([12][0-9]{3})")
_TIME = re.compile(r"[ t]+[0-9]{1,2}(?::|时|点)[0-9]{1,2}.*", re.IGNORECASE)
_WEEKDAY = re.compile(r"[(\s]*(?:星期|周|礼拜)[一二三四五六日天][)\s]*$")
_NUMERALS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
_FIGURE = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_SPELLED = re.compile(
    r"(?:([〇零○一二三四五六七八九]{4}|[〇零○一二三四五六七八九]{2})年)?([一二三四五六七八九十]{1,2})月([一二三四五六七八九十廿卅]{1,3})[日号]?"
)
_CHINESE_YEAR = re.compile(r"^(农历|阴历|旧历)?([〇零○一二三四五六七八九]{4}|[〇零○一二三四五六七八九]{2})年")
_ENGLISH_DAY = re.compile(r"([0-9]{1,2})[-\s]([A-Za-z]{3,9})[-\s,]+([0-9]{4}|[0-9]{2})")  # 8-Mar-76
_MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_FORMS = (
    re.compile(r"(?P<y>(?:19|20)?[0-9]{2})[-/.年](?P<m>1[0-2]|0?[1-9])月?"),
    re.compile(r"(?P<y>(?:19|20)[0-9]{2})(?P<m>0[1-9]|1[0-2])"),
    re.compile(r"(?P<m>1[0-2]|0?[1-9])月"),
    re.compile(r"(?P<n>[a-z]{3})[a-z]*[-\s'./,]*(?P<y>(?:19|20)?[0-9]{2})"),
    re.compile(r"(?P<y>(?:19|20)[0-9]{2})[-\s/.]*(?P<n>[a-z]{3})[a-z]*"),
    re.compile(r"(?P<n>[a-z]{3})[a-z]*"),
    re.compile(
        r"(?P<y>[〇零○一二三四五六七八九]{4}|(?:19|20)[0-9]{2})年(?P<c>[一二三四五六七八九十]{1,2})月"
    ),
    re.compile(r"(?P<c>[一二三四五六七八九十]{1,2})月"),
)
_MONTH_WITHIN = re.compile(
    r"(?:(?:19|20)[0-9]{2}[-/.年])(?:1[0-2]|0?[1-9])(?![0-9])月?|(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?![0-9])"
    r"|(?:19|20)[0-9]{2}年(?:十[一二]?|[一二三四五六七八九])月"
    rf"|\b(?:{'|'.join(_MONTH_NAMES)})[a-z]*[-\s'./,]*(?:(?:19|20)[0-9]{{2}}|[0-9]{{2}})(?![0-9])"
    rf"|(?:19|20)[0-9]{{2}}[-\s/.]*(?:{'|'.join(_MONTH_NAMES)})[a-z]*"
)
_MONTH_ADDED = re.compile(
    r"(?:份|末|底|初|中|月均|日均|均值|平均|时点|余额|资产|aum|总额|[(（].*[)）]|[\s:_·-])+", re.IGNORECASE
)


class Month(NamedTuple):
    """`year` is None where only a month was named."""

    year: int | None
    month: int


def order_of(samples: Iterable[Cell]) -> str:
    """Whether a column writes days as 26/02/1969 ("dmy") or 02/26/1969 ("mdy"); "" if it does not, or
    does not tell which.
    """
    texts = [plain(one).strip() for one in samples if isinstance(one, str) and not is_empty(one)]
    found = [match for match in map(_YEAR_LAST.fullmatch, texts) if match]
    if not found or len(found) < 0.7 * len(texts):
        return ""
    first, second = (max(int(match[place]) for match in found) for place in (1, 2))
    if (first > 12) == (second > 12):
        return ""
    return "dmy" if first > 12 else "mdy"


def year_first(cell: Cell, order: str) -> Cell:
    """A day of a column of this `order_of`, with its year in front."""
    match = _YEAR_LAST.fullmatch(plain(cell).strip()) if order and isinstance(cell, str) else None
    if match is None:
        return cell
    day, month = (match[1], match[2]) if order == "dmy" else (match[2], match[1])
    return f"{match[3]}-{month}-{day}"


def read_date(
    cell: Cell,
    what: str,
    *,
    toward: typed_days.Toward = "past",
    is_1904: bool = False,
    today: date | None = None,
) -> date | None:
    """A date; None for an empty cell and for what says "never" (长期, 9999-12-31).

    Without a year it is completed as `typed_days.read_date` does.

    Raises UserError `date.…`.
    """
    found = _exact(cell, what, is_1904)
    if found is None:
        return None
    if isinstance(found, date):
        return days.check_date(found, what)
    return typed_days.read_date(found, what, toward=toward, today=today)


def read_day(
    cell: Cell, what: str, *, past: bool = False, is_1904: bool = False, today: date | None = None
) -> Day | None:
    """A day, solar or lunar, its year perhaps unknown; None for an empty cell. Raises UserError `date.…`."""
    found = _exact(cell, what, is_1904)
    if found is None:
        return None
    if isinstance(found, date):
        days.check_date(found, what, past=past)
        return Day(found.month, found.day, found.year)
    return typed_days.read_day(found, what, past=past, today=today)


def _exact(cell: Cell, what: str, is_1904: bool) -> date | str | None:
    """The date that a cell spells out; else its text, as simple as it can be made."""
    if isinstance(cell, str):
        text = cell if cell.isascii() else plain(cell)
        if text in _NEVER:
            return None
        match = _USUAL.fullmatch(text) or _USUAL.fullmatch(text := plain(text).replace(" ", ""))
        if match:
            return _date(match[1], match[2] or match[4], match[3] or match[5], what)
        return _text(cell, what, is_1904)
    if isinstance(cell, datetime):
        cell = cell.date()
    if isinstance(cell, date):
        return None if cell.year == 9999 else cell
    if cell is None or cell == 0 or cell == 99_991_231:
        return None
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        raise UserError("date.not_a_date", what=what)
    return _of_number(cell, what, is_1904)


def _text(cell: str, what: str, is_1904: bool) -> date | str | None:
    if is_empty(cell):
        return None
    text = plain(cell)
    if len(text) > 40:
        raise UserError("date.not_a_date", what=what)
    text = _WEEKDAY.sub("", _TIME.sub("", text)).strip() or text
    if text.endswith(".0"):
        text = text[:-2]
    if text.isascii() and text.isdigit() and len(text) == 5:
        return _of_number(int(text), what, is_1904)
    match = _USUAL.fullmatch(text.replace(" ", ""))
    if match:
        return _date(match[1], match[2] or match[4], match[3] or match[5], what)
    spelled = _SPELLED.fullmatch(text.replace(" ", ""))
    if spelled:
        year = "" if spelled[1] is None else spelled[1].translate(_NUMERALS) + "年"
        return f"{year}{_spelled(spelled[2])}月{_spelled(spelled[3])}日"
    named = _ENGLISH_DAY.fullmatch(text)
    if named and named[2][:3].lower() in _MONTH_NAMES:
        return f"{named[3]}-{_MONTH_NAMES.index(named[2][:3].lower()) + 1}-{named[1]}"
    # 六八年腊月廿三, 一九六八年闰七月初三, 1968年农历八月十五
    text = _CHINESE_YEAR.sub(lambda year: f"{year[1] or ''}{year[2].translate(_NUMERALS)}年", text)
    text = re.sub(r"^([0-9]{2,4}年)(农历|阴历|旧历)", r"\2\1", text)
    # 闰四月初二 and 腊月廿三 can only be lunar.
    if re.match(r"(?:[0-9]{2,4}年)?(?:闰|[正冬腊]月|[一二三四五六七八九十]{1,2}月(?:初|廿))", text):
        return f"农历{text}"
    suffixed = re.fullmatch(r"(.+?)[（(]?(?:农历|阴历|旧历)[)）]?", text)
    return f"农历{suffixed[1]}" if suffixed else text


def _spelled(text: str) -> int:
    """十一, 二十, 廿三, 三十一 as a number."""
    if text in _FIGURE:
        return _FIGURE[text]
    tens, ten, ones = text.replace("廿", "二十").replace("卅", "三十").partition("十")
    if not ten:
        return 0
    return (_FIGURE.get(tens, 1) if tens else 1) * 10 + _FIGURE.get(ones, 0)


def _of_number(number: float, what: str, is_1904: bool) -> date:
    if not abs(number) < 1e9:
        raise UserError("date.not_a_date", what=what)
    whole = int(number)
    if 18_000_101 <= whole <= 22_001_231 and whole == number:
        return _date(str(whole)[:4], str(whole)[4:6], str(whole)[6:], what)
    if not _LEAST_SERIAL <= whole <= _MOST_SERIAL:
        raise UserError("date.not_a_date", what=what)
    return (_EPOCH_1904 if is_1904 else _EPOCH) + timedelta(days=whole)


def _date(year: str, month: str, day: str, what: str) -> date:
    try:
        return date(int(year), int(month), int(day))
    except ValueError as error:
        raise UserError("date.not_a_date", what=what) from error


def read_month(cell: Cell) -> Month | None:
    """The month that a heading names: 2026年3月, 2026-03, Mar-26, 202603, 3月末, 2026年3月日均余额, a date.

    None where it names none.
    """
    if isinstance(cell, date):
        return Month(cell.year, cell.month)
    if isinstance(cell, float | int) and not isinstance(cell, bool):
        if _LEAST_SERIAL <= cell <= _MOST_SERIAL:
            on = _EPOCH + timedelta(days=int(cell))
            return Month(on.year, on.month)
        cell = str(int(cell)) if cell == int(cell) else ""
    if not isinstance(cell, str) or len(cell) > 60:
        return None
    text = plain(cell).lower()
    match = _USUAL.fullmatch(text.replace(" ", ""))
    if match:
        try:
            on = date(int(match[1]), int(match[2] or match[4]), int(match[3] or match[5]))
        except ValueError:
            return None
        return Month(on.year, on.month)
    for candidate in dict.fromkeys((text, _MONTH_ADDED.sub("", text), _stripped(text))):
        for form in _MONTH_FORMS:
            found = form.fullmatch(candidate.strip())
            if found and (month := _month(found.groupdict())) is not None:
                return month
    return None


def _stripped(text: str) -> str:
    """Without words before and behind: 资产余额 2026年3月末 as 2026年3月, Average Apr 2026 as Apr 2026."""
    found = _MONTH_WITHIN.search(text)
    return found[0] if found else ""


def _month(parts: dict[str, Any]) -> Month | None:
    year = parts.get("y")
    if year is not None:
        year = int(year.translate(_NUMERALS))
        year = year if year > 99 else 2000 + year
    if parts.get("n"):
        if parts["n"] not in _MONTH_NAMES:
            return None
        return Month(year, _MONTH_NAMES.index(parts["n"]) + 1)
    month = _spelled(parts["c"]) if parts.get("c") else int(parts["m"])
    return Month(year, month) if 1 <= month <= 12 else None
