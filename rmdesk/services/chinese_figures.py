"""Whole numbers as Chinese writes them: 八十, 一百二十, 两千三, 三万五, 一亿二千万."""

from __future__ import annotations

import re

DIGITS = {figure: number for number, figure in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "两": 2,
    "俩": 2,
    "壹": 1,
    "贰": 2,
    "叁": 3,
    "肆": 4,
    "伍": 5,
    "陆": 6,
    "柒": 7,
    "捌": 8,
    "玖": 9,
}
_SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_LARGE = {"万": 10**4, "亿": 10**8}
CHARACTERS = "".join((*DIGITS, *_SMALL, *_LARGE))

_LONGEST = 30  # characters; no number that anybody writes so has more
_BEGINNINGS = "".join((*DIGITS, "十", "拾"))
_PLAIN = re.compile(rf"[{''.join(DIGITS)}]+")


def read(text: str) -> int | None:
    """The number; None if it is none. A last figure without its unit is of the next smaller one: 三万五."""
    if not text or len(text) > _LONGEST or text[0] not in _BEGINNINGS:
        return None
    if any(char not in CHARACTERS for char in text):
        return None
    if _PLAIN.fullmatch(text):  # figure by figure, as a year or a house number
        return int("".join(str(DIGITS[char]) for char in text)) if len(text) < 5 else None
    whole = section = 0
    figure: int | None = None
    last = 1  # the unit that was read last
    after_zero = False
    for char in text:
        if char in DIGITS:
            if figure:
                return None
            after_zero = after_zero or DIGITS[char] == 0
            figure = DIGITS[char] or None
        elif char in _SMALL:
            unit = _SMALL[char]
            section += (1 if figure is None else figure) * unit
            figure, last, after_zero = None, unit, False
        else:
            unit = _LARGE[char]
            section += figure or 0
            # 一亿二千万, and 万亿 where the greater unit multiplies all before it
            whole = (whole + section) * unit if whole < unit else whole + section * unit
            section, figure, last, after_zero = 0, None, unit, False
    if figure is not None:
        section += figure if after_zero or last == 1 else figure * last // 10
    return whole + section
