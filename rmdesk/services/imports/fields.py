"""The fields a target takes from the columns of a file: how a cell is read, and how a value is shown."""

from __future__ import annotations

import enum
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from rmdesk import choices, words
from rmdesk.services import amounts, typed_days
from rmdesk.services.days import Day
from rmdesk.services.imports.cells import Document
from rmdesk.words import translate


class Kind(enum.StrEnum):
    """What a field's cells hold; `mapping` knows what such cells look like."""

    CODE = "code"  # a customer number, an account
    NAME = "name"
    TEXT = "text"
    CHOICE = "choice"
    FLAG = "flag"
    DATE = "date"
    DAY = "day"
    AMOUNT = "amount"
    RATE = "rate"
    COUNT = "count"
    PHONES = "phones"
    DOCUMENT = "document"
    ADDRESS = "address"
    LIST = "list"
    ANSWER = "answer"  # to a question of a survey


@dataclass(frozen=True, slots=True)
class Hints:
    """What is known of a column's cells: `unit` in yuan (10000 for 万元); whether its numbers are fractions
    and no percents; whether its day numbers count from 1904; how its days are written (`cells.order_of`)."""

    heading: str = ""
    unit: int = 1
    is_fraction: bool = False
    is_1904: bool = False
    order: str = ""


Read = Callable[[Any, Hints], Any]
_SHOWN = 12  # values of one field


@dataclass(frozen=True, slots=True)
class ImportField:
    """A field. `read` gives a cell's value, None for an empty cell, and raises UserError.

    `what` is the code of its word (`labels.what`); of fields that only this target has, such as the questions
    of one survey, `title` says it itself. A row without a `required` one is rejected. Several columns may
    feed a field that is `many`: its values are lists.
    """

    name: str
    what: str
    kind: Kind
    read: Read
    required: bool = False
    many: bool = False
    title: str = ""

    def shown(self, value: Any) -> str:
        """A value in words; of several the first ones."""
        if isinstance(value, list):
            return "; ".join(self.shown(one) for one in value[:_SHOWN])
        if self.kind is Kind.AMOUNT:
            return amounts.grouped(value if isinstance(value, int) else _fen(value))
        if isinstance(value, tuple):
            return str(value[0])
        if isinstance(value, bool):
            return translate("imports", "yes") if value else translate("imports", "no")
        if isinstance(value, date):
            return value.isoformat()
        if isinstance(value, Day):
            return typed_days.chinese(value) if words.language() == "zh_CN" else typed_days.english(value)
        if isinstance(value, Document):
            return value.number
        if self.kind is Kind.RATE:
            return f"{value / 10_000:g}%"
        if self.kind is Kind.CHOICE:
            table, _, column = self.what.partition(".")
            return choices.word(table, column, value)
        return str(value)


def _fen(value: tuple[Any, ...]) -> int:
    """The amount of a figure that says more than its amount: there is one whole number in it."""
    return next(one for one in value if isinstance(one, int))
