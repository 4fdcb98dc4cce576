"""Values as they stand on paper: exact amounts, whole dates; nothing for what is not known."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from rmdesk import choices, words
from rmdesk.services import amounts, typed_days
from rmdesk.services.customers.fields import Field, Type
from rmdesk.services.customers.record import Link, Shown
from rmdesk.services.days import Day
from rmdesk.words import translate

_MINUS = "\N{MINUS SIGN}"


def minus(figure: str) -> str:
    """A figure with a proper sign."""
    return figure.replace("-", _MINUS)


def amount(fen: int | str | None) -> str:
    """Yuan to the cent, or the band a masked one is told as."""
    if fen is None or isinstance(fen, str):
        return fen or ""
    return minus(f"{Decimal(amounts.yuan(fen)):,}")


def whole_amount(fen: int | str | None) -> str:
    """The same in whole yuan where there are no cents: what a key figure has room for."""
    return amount(fen).removesuffix(".00")


def permille(share: int | None) -> str:
    """A share in thousandths as a percentage with its sign."""
    return "" if share is None else minus(f"{share / 10:+.1f}%")


def rate(millionths: int | None) -> str:
    """1.55% of 15500."""
    return "" if millionths is None else f"{Decimal(millionths) / 10_000:.2f}%"


def day(on: date | None) -> str:
    return "" if on is None else on.isoformat()


def in_words(on: date) -> str:
    """A day as a sentence names it: 2026年11月28日, 28 Nov 2026."""
    return known_day(Day(on.month, on.day, on.year))


def known_day(found: Day | None) -> str:
    """A day as far as it is known, solar or lunar."""
    if found is None:
        return ""
    return typed_days.chinese(found) if words.language() == "zh_CN" else typed_days.english(found)


def minute(of_day: int | None) -> str:
    return "" if of_day is None else f"{of_day // 60:02}:{of_day % 60:02}"


def dated(on: date, at_minute: int | None) -> str:
    """2026-09-10 09:30, without a time if there is none."""
    return f"{on.isoformat()} {minute(at_minute)}".rstrip()


def field(one: Field, shown: Shown) -> str:
    """The value of a customer's field in words."""
    found = shown.value
    match found:
        case None | "" | False:
            return ""
        case Link():
            return found.name
        case Day():
            return known_day(found)
        case date():
            return day(found)
        case True:
            return translate("reports", "Yes")
    if shown.masked or one.type not in (Type.CHOICE, Type.LEVEL):
        return str(found)
    return choices.word("customer", one.name, found)


def word(table: str, column: str, code: Any) -> str:
    """The word for a code, "" for none."""
    return "" if code is None else choices.word(table, column, code)


def joined(parts: Sequence[str | None], between: str = "  ") -> str:
    return between.join(one for one in parts if one)
