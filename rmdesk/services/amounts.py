"""Amounts of money: what a person typed as whole fen (0.01 yuan), and back."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal, InvalidOperation

from rmdesk.models.money import MOST_FEN
from rmdesk.services import chinese_figures
from rmdesk.services.errors import UserError

# Longer ones first, so that 万亿 is not read as 万. People type w for 万 and k for a thousand.
_UNITS = (
    ("万亿", 10**12),
    ("亿", 10**8),
    ("千万", 10**7),
    ("百万", 10**6),
    ("万", 10**4),
    ("千", 10**3),
    ("million", 10**6),
    ("thousand", 10**3),
    ("w", 10**4),
    ("k", 10**3),
)
_NOISE = re.compile(
    r"[\s,，_']|人民币|RMB|CNY|yuan|块钱|[¥￥元圆块]|整$|(?<=[0-9一二两三四五六七八九十百千])个(?=[万亿])",
    re.I,
)
_MIXED = re.compile(r"([0-9]+)([万千百])([0-9])")  # 3万5: the last figure is of the next smaller unit
_WORTH = {"万": 10**4, "千": 10**3, "百": 10**2}
_LONGEST = 40  # characters; no amount that is possible needs more


def read(typed: object, what: str) -> int:
    """Fen of an amount in yuan: "12,345.67", "45万", "￥1.2亿", "一百二十万", "3.5个亿", "20w",
    full-width digits, a Decimal or an int.

    `what` names it for the person. Raises UserError `amount.not_an_amount`, `amount.too_fine` (parts
    of a fen), `amount.too_large`.
    """
    if isinstance(typed, bool) or not isinstance(typed, str | int | Decimal):
        raise UserError("amount.not_an_amount", what=what)
    if isinstance(typed, str):
        amount = spelled(typed, what)
    else:
        amount = Decimal(typed)
    if not amount.is_finite():
        raise UserError("amount.not_an_amount", what=what)
    if abs(amount) > MOST_FEN // 100:
        raise UserError("amount.too_large", what=what)
    fen = amount * 100
    if fen != fen.to_integral_value():
        raise UserError("amount.too_fine", what=what)
    return int(fen)


def check(fen: object, what: str) -> int:
    """An amount given in fen; raises UserError as `read` does."""
    if isinstance(fen, bool) or not isinstance(fen, int):
        raise UserError("amount.not_an_amount", what=what)
    if abs(fen) > MOST_FEN:
        raise UserError("amount.too_large", what=what)
    return fen


def yuan(fen: int) -> str:
    """Fen as yuan with two decimals, exactly: 1234567 is "12345.67"."""
    sign = "-" if fen < 0 else ""
    return f"{sign}{abs(fen) // 100}.{abs(fen) % 100:02}"


def grouped(fen: int) -> str:
    """Fen as yuan to be read, with two decimals: 1234567 is "12,345.67"."""
    sign = "-" if fen < 0 else ""
    return f"{sign}{abs(fen) // 100:,}.{abs(fen) % 100:02}"


def spelled(typed: str, what: str) -> Decimal:
    """Yuan as `typed` spells them, however fine. Raises UserError `amount.not_an_amount`."""
    if len(typed) > _LONGEST:
        raise UserError("amount.not_an_amount", what=what)
    text = _NOISE.sub("", unicodedata.normalize("NFKC", typed)).lower()
    figures = chinese_figures.read(text)
    if figures is not None:
        return Decimal(figures)
    mixed = _MIXED.fullmatch(text)
    if mixed is not None:
        worth = _WORTH[mixed[2]]
        return Decimal(int(mixed[1]) * worth + int(mixed[3]) * worth // 10)
    factor = 1
    for unit, worth in _UNITS:
        if text.endswith(unit):
            text, factor = text.removesuffix(unit), worth
            break
    if not re.fullmatch(r"[+\-−]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)", text):
        raise UserError("amount.not_an_amount", what=what)
    try:
        return Decimal(text.replace("−", "-")) * factor
    except InvalidOperation as error:
        raise UserError("amount.not_an_amount", what=what) from error
