"""Amounts, rates and counts in cells."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from rmdesk.models.money import MOST_FEN, MOST_RATE
from rmdesk.services import amounts
from rmdesk.services.errors import UserError
from rmdesk.services.imports.cells.plain import is_empty, plain
from rmdesk.services.imports.reading.table import Cell

_UNITS = (("亿", 10**8), ("千万", 10**7), ("百万", 10**6), ("万", 10**4), ("千", 10**3), ("元", 1))
_HEADING_UNIT = re.compile(
    r"[（(\[【/,:]\s*(?:单位[:：]?)?\s*(?:人民币)?(?:"
    r"(亿|千万|百万|万|千)?(?:元|rmb|cny)\s*[）)\]】]?"
    r"|(亿|千万|百万|万|千)\s*(?:[）)\]】]|$))",
    re.I,
)
# Of English headings: AUM (CNY mn), Balance in thousands.
_ENGLISH_UNIT = re.compile(
    r"(?:[(\[,/]|\bin)\s*(?:cny|rmb|yuan|¥)?\s*'?\s*(billion|bn|million|mio|mn|mm|m|thousands?|000s?|k|10k|wan)"
    r"\s*(?:cny|rmb|yuan)?s?\s*(?:[)\]]|$)",
    re.I,
)
_ENGLISH = {"b": 10**9, "m": 10**6, "t": 10**3, "0": 10**3, "k": 10**3, "1": 10**4, "w": 10**4}
_USUAL = re.compile(r"(-?[0-9]+)(?:\.([0-9]*))?(万元|亿元|[元万亿])?")
_OWN = {"元": 1, "万": 10**4, "万元": 10**4, "亿": 10**8, "亿元": 10**8}
_DROPPED = str.maketrans("", "", ",，_'¥￥ \t\u00a0\u3000")
_DASHES = frozenset("-—–－―─")
_NUMBER_WORDS = {
    "一": 1,
    "两": 2,
    "二": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
    "十": 10,
    "零": 0,
}


def unit_of(heading: str) -> int:
    """Yuan in one of the unit that a heading or title names: 余额(万元) is 10,000; else 1."""
    if english := _ENGLISH_UNIT.search(plain(heading)):
        return _ENGLISH[english[1][0].lower()]
    found = _HEADING_UNIT.search(heading) or re.search(
        r"单位[:：]\s*(?:人民币)?(亿|千万|百万|万|千)?元", heading
    )
    named = next(filter(None, found.groups()), None) if found else None
    return next(worth for name, worth in _UNITS if name == named) if named else 1


def read_amount(cell: Cell, what: str, *, unit: int = 1, dash: int | None = None) -> int | None:
    """Fen, rounded half up; None for an empty cell, `dash` for one with a dash only (0 where a sheet writes
    zero so). `unit`: yuan in one of the column's unit; a cell that names its own (885.59万, 350元) goes by
    that.

    Raises UserError `amount.not_an_amount`, `amount.too_large`.
    """
    if isinstance(cell, float):
        fen = cell * (unit * 100)
        whole = round(fen) if fen - fen == 0 else None
        if whole is None:
            raise UserError("amount.not_an_amount", what=what)
        if -(2**45) < whole < 2**45 and abs(fen - whole) < 1e-3:
            return whole
        return _fen(Decimal(repr(cell)), unit, what)
    if isinstance(cell, str):
        return _spelled(cell, what, unit, dash)
    if cell is None:
        return None
    if isinstance(cell, bool) or not isinstance(cell, int):
        raise UserError("amount.not_an_amount", what=what)
    return _fen(Decimal(cell), unit, what)


def _spelled(cell: str, what: str, unit: int, dash: int | None) -> int | None:
    text = cell if cell.isascii() else plain(cell)
    if -1 < text.find(".") < text.rfind(","):  # 1.234,56 is no 1.23456
        raise UserError("amount.not_an_amount", what=what)
    text = text.translate(_DROPPED)
    if not text:
        return None
    found = _USUAL.fullmatch(text)
    if found and len(text) <= 40:
        whole, parts, own = found.groups("")
        return _rounded(int(whole + parts), len(parts), _OWN.get(own, unit), what)
    if _DASHES.issuperset(text):
        return dash
    if is_empty(cell):
        return None
    text = plain(text)
    negative = text[:1] in "(（" and text[-1:] in ")）"
    if negative:
        text = text[1:-1]
    if text[:1] in "—–－−":
        text = f"-{text[1:]}"
    if text[-1:] == "-":
        text = f"-{text[:-1]}"
    own = text.rstrip("整")
    try:
        number = amounts.spelled(own, what)
    except UserError:
        try:
            number = Decimal(own)  # 1.2E+7
        except InvalidOperation:
            raise UserError("amount.not_an_amount", what=what) from None
        if not number.is_finite():
            raise UserError("amount.not_an_amount", what=what) from None
    if re.search(r"[元圆万亿千百]", own):
        unit = 1
    return _fen(-number if negative else number, unit, what)


def _rounded(digits: int, places: int, unit: int, what: str) -> int:
    """Fen of digits with so many places behind the point."""
    scale: int = 10**places
    fen, rest = divmod(abs(digits) * unit * 100, scale)
    fen += 2 * rest >= scale
    if fen > MOST_FEN:
        raise UserError("amount.too_large", what=what)
    return -fen if digits < 0 else fen


def _fen(number: Decimal, unit: int, what: str) -> int:
    if not number.is_finite() or number.adjusted() > 20:
        raise UserError("amount.too_large", what=what)
    fen = (number * unit * 100).quantize(Decimal(1), ROUND_HALF_UP)
    if abs(fen) > MOST_FEN:
        raise UserError("amount.too_large", what=what)
    return int(fen)


def are_fractions(cells: Iterable[Cell]) -> bool:
    """Whether the numbers of a column of rates are fractions (0.0155, as a spreadsheet keeps 1.55 %) and not
    percent: all of them are below 0.2, and none is written as text."""
    found = [one for one in cells if one is not None and one != ""]
    return bool(found) and all(
        isinstance(one, int | float) and not isinstance(one, bool) and abs(one) < 0.2 for one in found
    )


def read_rate(cell: Cell, what: str, *, is_fraction: bool = False) -> int | None:
    """Millionths, rounded half up: 1.55%, 1.55 and, with `is_fraction`, the number 0.0155 are 15500.

    1.55‰ is 1550. None for an empty cell. Raises UserError `rate.not_a_rate`, `rate.too_large`.
    """
    if is_empty(cell):
        return None
    factor = 10**6 if is_fraction and isinstance(cell, int | float) else 10**4
    if isinstance(cell, str):
        text = plain(cell).replace(" ", "").replace(",", "")
        for mark, worth in (("%", 10**4), ("‰", 10**3), ("bps", 100), ("bp", 100)):
            if text.lower().endswith(mark):
                text, factor = text[: -len(mark)], worth
                break
        else:
            if text.startswith("百分之"):
                text = text[3:]
    elif isinstance(cell, bool) or not isinstance(cell, int | float):
        raise UserError("rate.not_a_rate", what=what)
    else:
        text = repr(cell)
    if len(text) > 40:
        raise UserError("rate.not_a_rate", what=what)
    try:
        number = Decimal(text)
    except InvalidOperation as error:
        raise UserError("rate.not_a_rate", what=what) from error
    if not number.is_finite():
        raise UserError("rate.not_a_rate", what=what)
    if number.adjusted() > 6 or abs(number * factor) > MOST_RATE:
        raise UserError("rate.too_large", what=what)
    return int((number * factor).quantize(Decimal(1), ROUND_HALF_UP))


def read_count(cell: Cell, what: str, *, least: int = 0, most: int = 10**6) -> int | None:
    """A whole number: 3, 3.0, "3张", "两个"; None for an empty cell.

    Raises UserError `value.out_of_range`.
    """
    if is_empty(cell):
        return None
    number: float | None = None
    if isinstance(cell, str):
        text = plain(cell).replace(",", "").replace(" ", "")
        found = re.fullmatch(
            r"([+-]?[0-9]{1,18})(?:\.0*)?(?:[个张人次笔户份项件套位岁年月天日%]|分钟?)?", text
        )
        spelled = re.fullmatch(r"([一两二三四五六七八九十零])[个张人次笔户份项件套位岁年月天日分]?", text)
        number = int(found[1]) if found else _NUMBER_WORDS[spelled[1]] if spelled else None
    elif isinstance(cell, int | float) and not isinstance(cell, bool):
        number = cell
    if number is None or number != number or abs(number) > 10**18 or number != int(number):
        raise UserError("value.out_of_range", what=what, least=least, most=most)
    if not least <= number <= most:
        raise UserError("value.out_of_range", what=what, least=least, most=most)
    return int(number)
