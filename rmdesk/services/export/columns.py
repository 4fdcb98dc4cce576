"""What an exported list is made of: columns that make a cell of each row."""

from __future__ import annotations

import enum
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

Cell = str | int | Decimal | date | datetime | None


class Form(enum.Enum):
    """How the values of a column are written; a text stays a text in any of them."""

    TEXT = "text"
    AMOUNT = "amount"  # yuan, two decimals
    COUNT = "count"
    SHARE = "share"  # of 1, as a percentage
    DAY = "day"
    MOMENT = "moment"  # local time


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `title` stands at its head, `cell` makes its value of a row."""

    name: str
    title: Callable[[], str]
    cell: Callable[[Any], Cell]
    form: Form = Form.TEXT
    width: int = 14  # characters


def yuan(fen: int | str | None) -> Cell:
    """An amount in fen as yuan; a band, which is text already, stays one."""
    return Decimal(fen) / 100 if isinstance(fen, int) else fen
