"""Amounts, dates and moments as the window writes them, in the language in use.

How figures and dates are put together is a matter of the language, not of words to translate, so the two
ways stand here beside each other.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from rmdesk import words
from rmdesk.services import typed_days
from rmdesk.services.days import Day
from rmdesk.words import translate

MINUS = "\N{MINUS SIGN}"
_WAN = Decimal(10_000)
_YI = Decimal(100_000_000)
_CENT = Decimal("0.01")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

Number = Decimal | int


def _chinese() -> bool:
    return words.language() == "zh_CN"


def _signed(text: str) -> str:
    return text.replace("-", MINUS, 1) if text.startswith("-") else text


def _rounded(value: Decimal, unit: Decimal) -> Decimal:
    return value.quantize(unit, ROUND_HALF_UP) or Decimal(0).quantize(unit)  # never minus nothing


def amount(yuan: Number) -> str:
    """An amount in yuan to read at a glance: 12.35万, 1.20亿, 8,500; in English 123,500."""
    value = Decimal(yuan)
    if _chinese():
        # Rounded first, so that 99,999,999 is 1.00亿 and not 10,000.00万.
        if abs(_rounded(value / _WAN, _CENT)) >= _WAN:
            return _signed(f"{_rounded(value / _YI, _CENT):,}亿")
        if abs(_rounded(value, Decimal(1))) >= _WAN:
            return _signed(f"{_rounded(value / _WAN, _CENT):,}万")
    return _signed(f"{_rounded(value, Decimal(1)):,}")


def band(masked: str) -> str:
    """A masked amount, short: 100万–600万 or 1m–6m of 1,000,000–6,000,000, as the services give it."""
    return _band(masked, _chinese())


@lru_cache(64)
def _band(masked: str, chinese: bool) -> str:
    def shortened(figure: re.Match[str]) -> str:
        yuan = int(figure.group().replace(",", ""))
        if chinese:
            return f"{yuan // 10_000:,}万"
        return f"{yuan // 1_000_000}m" if yuan >= 1_000_000 else f"{yuan // 1_000}k"

    return re.sub(r"[0-9,]*0,000(?![0-9,])", shortened, masked)


def exact_amount(yuan: Number) -> str:
    """The same amount to the cent, for the tooltip."""
    figures = _signed(f"{_rounded(Decimal(yuan), _CENT):,}")
    return f"{figures} 元" if _chinese() else f"CNY {figures}"


def count(number: int) -> str:
    return _signed(f"{number:,}")


def time_left(seconds: float | None) -> str:
    """Seconds in words, "" while nobody knows."""
    if seconds is None:
        return ""
    if seconds >= 90:
        return translate("formats", "about {minutes} min left", minutes=round(seconds / 60))
    return translate("formats", "about {seconds} s left", seconds=max(1, round(seconds)))


def percent(share: Number | float, *, decimals: int = 1, signed: bool = False) -> str:
    """`share` of 1 as a percentage; `signed` puts a plus before what grows."""
    value = Decimal(str(share)) * 100
    rounded = _rounded(value, Decimal(1).scaleb(-decimals))
    return _signed(f"{rounded:+}%" if signed and rounded else f"{rounded}%")


def day(on: date, *, today: date | None = None) -> str:
    """9月10日 or 10 Sep; with the year if it is not the present one."""
    this_year = (today or date.today()).year
    if _chinese():
        short = f"{on.month}月{on.day}日"
        return short if on.year == this_year else f"{on.year}年{short}"
    short = f"{on.day} {_MONTHS[on.month - 1]}"
    return short if on.year == this_year else f"{short} {on.year}"


def known_day(day: Day) -> str:
    """A day as far as it is known: 1984年6月3日, 6月3日, 农历八月十五; what was typed so is read again."""
    return typed_days.chinese(day) if _chinese() else typed_days.english(day)


def full_day(on: date) -> str:
    """With the year in any case, as it stands in a field: 2026年9月10日 or 10 Sep 2026."""
    return known_day(Day(on.month, on.day, on.year))


def clock(at: datetime) -> str:
    """The time of day of this computer's zone, 08:31."""
    return f"{at.astimezone():%H:%M}"


def moment(at: datetime, *, now: datetime | None = None) -> str:
    """今天 08:31, 昨天 08:31 or 9月10日 08:31, in this computer's time zone. `at` must have a zone."""
    local = at.astimezone()
    today = (now or datetime.now().astimezone()).astimezone().date()
    time = clock(at)
    if local.date() == today:
        return translate("formats", "Today {time}", time=time)
    if local.date() == today - timedelta(days=1):
        return translate("formats", "Yesterday {time}", time=time)
    return f"{day(local.date(), today=today)} {time}"


def exact_moment(at: datetime) -> str:
    """To the second, for the tooltip: 2026-09-10 08:31:07."""
    return f"{at.astimezone():%Y-%m-%d %H:%M:%S}"
