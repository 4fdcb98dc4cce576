"""What a line is understood to say, before it is known who is meant."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from datetime import date

from rmdesk.services import almanac
from rmdesk.services.days import Day


class Kind(enum.StrEnum):
    """What a proposal would write."""

    INTERACTION = "interaction"
    HOLDING = "holding"
    IMPORTANT_DATE = "important_date"
    COMMITMENT = "commitment"
    TOUCHPOINT = "touchpoint"


@dataclass(slots=True)
class Draft:
    """One record as the line tells it. Amounts in fen, `minute` since midnight.

    `date` is always of the solar calendar: the next day on which `lunar`, if it was said so, falls. `purpose`
    is a stored code for important dates (`DateKind`, or "birthday" for the customer's own) and commitments
    (`CommitmentKind`), else words. `has_year`: the year was said. `of_maturity`: reminds of
    what matures by the same line. `unsure` names the fields that are guesses.
    """

    kind: Kind
    date: date | None = None
    minute: int | None = None
    lunar: Day | None = None
    yearly: bool = True
    has_year: bool = False
    channel: str | None = None
    purpose: str | None = None
    result: str | None = None
    amount_fen: int | None = None
    cost_fen: int | None = None
    cost_for: str | None = None
    cost_reason: str | None = None
    institution: str | None = None
    product_kind: str | None = None
    relation: str | None = None
    whose: str | None = None
    of_maturity: bool = False
    text: str = ""
    unsure: set[str] = field(default_factory=set)


def stored_day(draft: Draft) -> Day | None:
    """The day as it is stored: by the calendar it was said in, with a year where it does not come again."""
    if draft.date is None:
        return None
    if draft.lunar is not None:
        lunar = draft.lunar
        in_year = lunar.year if draft.yearly else (lunar.year or almanac.to_lunar(draft.date).year)
        return Day(lunar.month, lunar.day, in_year, is_lunar=True, is_leap_month=lunar.is_leap_month)
    year = draft.date.year if draft.has_year or not draft.yearly else None
    return Day(draft.date.month, draft.date.day, year)
