"""Times of day as people type them: `下午3点半`, `上午九点半`, `15:30`, `10点一刻`, `3pm`, `at 10:30`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rmdesk.services import chinese_figures

_PART = r"(凌晨|清晨|清早|早上|早晨|早|上午|中午|正午|下午|午后|傍晚|晚上|晚|夜里)?"
_FIGURES = "一二两三四五六七八九十"
_PATTERN = re.compile(
    rf"{_PART}\s?(?:"
    rf"(?<![0-9.:])([0-9]{{1,2}})\s?[:：]\s?([0-5][0-9])(?![0-9:])\s?(am|pm)?"
    rf"|((?<![0-9.])[0-9]{{1,2}}|(?<![{_FIGURES}])[{_FIGURES}]{{1,3}})(?:点钟?|时(?![候间]))"
    rf"(半|一刻|三刻|[0-5]?[0-9]分?|[{_FIGURES}]{{1,3}}分)?"
    r"|(?<![0-9.:a-z])([0-9]{1,2})\s?(am|pm)(?![a-z])"
    r"|\bat ([0-9]{1,2})(?![0-9.,:%]|\s?(?:am|pm|k\b|%|percent|million|yuan|rmb|thousand))"
    r"|\b(noon)\b)"
)
_AFTERNOON = ("下午", "午后", "傍晚", "晚上", "晚", "夜里")
_QUARTERS = {"半": 30, "一刻": 15, "三刻": 45}


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """A time of day in a text, in minutes since midnight; `is_exact` is False where morning was a guess."""

    start: int
    end: int
    minute: int
    is_exact: bool


def find(text: str) -> list[TimeSpan]:
    """The times of day in a text (in NFKC, small letters), in order."""
    found = (_span(one) for one in _PATTERN.finditer(text))
    return [one for one in found if one is not None]


def match(text: str) -> TimeSpan | None:
    """The time of day a text begins with."""
    found = _PATTERN.match(text)
    return None if found is None else _span(found)


def _span(found: re.Match[str]) -> TimeSpan | None:
    part, clock, clock_minute, clock_half, said, said_minute, english, english_half, at, noon = found.groups()
    if noon:
        return TimeSpan(found.start(), found.end(), 12 * 60, True)
    hour = _number(clock or said or english or at)
    minute = 0
    if clock_minute:
        minute = int(clock_minute)
    elif said_minute:
        minute = _QUARTERS.get(said_minute, -1)
        if minute < 0:
            minute = _number(said_minute.removesuffix("分"))
    if said == "一" and not part and not said_minute and not found[0].endswith("钟"):
        return None  # 便宜一点
    half = clock_half or english_half
    is_exact = True
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    elif part in _AFTERNOON:
        hour += 12 if hour < 12 else 0
    elif part in ("中午", "正午"):
        hour += 12 if hour < 3 else 0
    elif not part and 1 <= hour <= 6:  # nobody is at work before seven
        hour, is_exact = hour + 12, False
    if not (0 <= hour < 24 and 0 <= minute < 60):
        return None
    return TimeSpan(found.start(), found.end(), hour * 60 + minute, is_exact)


def _number(typed: str) -> int:
    """-1 if it is none."""
    if typed.isdigit():
        return int(typed)
    number = chinese_figures.read(typed)
    return -1 if number is None else number
