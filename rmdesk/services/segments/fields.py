"""What segments ask about, each field with its operators: the archive's traits, rows beside customers."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement

from rmdesk.models import CustomerFact
from rmdesk.services.customers.fields import BY_NAME, Section, Type
from rmdesk.services.traits import TRAITS, Kind, Trait

_FACT = CustomerFact.__table__.c


class Op(enum.StrEnum):
    """How a field is compared."""

    ONE_OF = "one_of"
    NONE_OF = "none_of"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    BETWEEN = "between"
    CONTAINS = "contains"
    IS = "is"
    WITHIN_NEXT = "within_next"  # from today until so many days ahead
    WITHIN_LAST = "within_last"  # from so many days ago until today
    NOT_WITHIN_LAST = "not_within_last"  # longer ago, or never
    IS_EMPTY = "is_empty"
    IS_KNOWN = "is_known"
    HOLDS = "holds"
    HOLDS_NONE = "holds_none"


class Shape(enum.StrEnum):
    """What stands as the value beside an operator."""

    CODES = "codes"  # some of the field's choices, months or numbers of imports
    NAMES = "names"  # names or uids of tags, tiers or people
    NAME = "name"
    CODE = "code"
    AMOUNT = "amount"  # yuan
    AMOUNTS = "amounts"  # [from, to] in yuan, either may be null
    NUMBER = "number"
    NUMBERS = "numbers"
    DATES = "dates"  # [from, to], ISO days
    DAYS = "days"  # how many
    TEXT = "text"
    YES_NO = "yes_no"
    NOTHING = "nothing"
    HOLDING = "holding"  # {kinds, bank, amount, matures_within, matures}
    DAYS_AHEAD = "days_ahead"  # {days, kinds}
    CONTACTS = "contacts"  # {count, days, channels, levels}


class Beside(enum.StrEnum):
    """Rows beside a customer that may be asked about."""

    HOLDING = "holding"
    IMPORTANT_DATE = "important_date"
    CONTACTS = "contacts"


_Ops = Mapping[Op, Shape]
_KNOWN: _Ops = {Op.IS_EMPTY: Shape.NOTHING, Op.IS_KNOWN: Shape.NOTHING}

_OF_KINDS: dict[Kind, _Ops] = {
    Kind.CHOICE: {Op.ONE_OF: Shape.CODES, Op.NONE_OF: Shape.CODES, **_KNOWN},
    Kind.MONTH: {Op.ONE_OF: Shape.CODES, Op.WITHIN_NEXT: Shape.DAYS, **_KNOWN},
    Kind.IMPORT: {Op.ONE_OF: Shape.CODES, Op.NONE_OF: Shape.CODES, **_KNOWN},
    Kind.LINK: {Op.ONE_OF: Shape.NAMES, Op.NONE_OF: Shape.NAMES, **_KNOWN},
    Kind.TAG: {Op.ONE_OF: Shape.NAMES, Op.NONE_OF: Shape.NAMES, **_KNOWN},
    Kind.ACTIVITY: {Op.ONE_OF: Shape.NAMES, Op.NONE_OF: Shape.NAMES, **_KNOWN},
    Kind.AMOUNT: {
        Op.AT_LEAST: Shape.AMOUNT,
        Op.AT_MOST: Shape.AMOUNT,
        Op.BETWEEN: Shape.AMOUNTS,
        **_KNOWN,
    },
    Kind.NUMBER: {Op.AT_LEAST: Shape.NUMBER, Op.AT_MOST: Shape.NUMBER, Op.BETWEEN: Shape.NUMBERS, **_KNOWN},
    Kind.DATE: {
        Op.WITHIN_NEXT: Shape.DAYS,
        Op.WITHIN_LAST: Shape.DAYS,
        Op.NOT_WITHIN_LAST: Shape.DAYS,
        Op.BETWEEN: Shape.DATES,
        **_KNOWN,
    },
    Kind.TEXT: {Op.CONTAINS: Shape.TEXT, **_KNOWN},
    Kind.FLAG: {Op.IS: Shape.YES_NO},
}
_OF_LEVELS: _Ops = {**_OF_KINDS[Kind.CHOICE], Op.AT_LEAST: Shape.CODE, Op.AT_MOST: Shape.CODE}
_OF_TIERS: _Ops = {**_OF_KINDS[Kind.LINK], Op.AT_LEAST: Shape.NAME, Op.AT_MOST: Shape.NAME}
_OF_ROWS: dict[Beside, _Ops] = {
    Beside.HOLDING: {Op.HOLDS: Shape.HOLDING, Op.HOLDS_NONE: Shape.HOLDING},
    Beside.IMPORTANT_DATE: {Op.WITHIN_NEXT: Shape.DAYS_AHEAD},
    Beside.CONTACTS: {Op.AT_LEAST: Shape.CONTACTS, Op.AT_MOST: Shape.CONTACTS},
}


@dataclass(frozen=True, slots=True)
class Field:
    """One field; `trait` is the archive's where it is one, else `beside` says which rows are looked at."""

    name: str
    section: Section
    ops: _Ops
    trait: Trait | None = None
    beside: Beside | None = None

    @property
    def what(self) -> str:
        """What messages call it by (`labels.what`)."""
        return f"customer.{self.name}"


# The narrow row beside each customer holds these as well: the wide one need not be looked at.
_IN_FACTS: dict[str, ColumnElement[Any]] = {
    "tier": _FACT.tier_id,
    "owner": _FACT.owner_id,
    "stand_in": _FACT.stand_in_id,
    "gender": _FACT.gender,
    "no_greetings": _FACT.no_greetings,
    "bereaved_on": _FACT.bereaved_on,
    "risk_assessed_on": _FACT.risk_assessed_on,
    "tag": _FACT.customer_id,
    "imported": _FACT.customer_id,
}
# When the next regular contact of each kind is due.
_DUE = {
    "call_due": _FACT.call_due_on,
    "meeting_due": _FACT.meeting_due_on,
    "leaders_due": _FACT.leaders_due_on,
}


def _ops(trait: Trait) -> _Ops:
    if trait.name == "tier":
        return _OF_TIERS
    field = BY_NAME.get(trait.name)
    is_level = field is not None and field.type is Type.LEVEL
    return _OF_LEVELS if is_level else _OF_KINDS[trait.kind]


def _fields() -> dict[str, Field]:
    found = []
    for trait in TRAITS.values():
        if trait.kind is Kind.SEGMENT:
            continue  # a segment in a segment could be the segment itself
        here = _IN_FACTS.get(trait.name)
        found.append(
            Field(
                trait.name,
                trait.section,
                _ops(trait),
                trait if here is None else replace(trait, column=here),
            )
        )
    for name, column in _DUE.items():
        due = Trait(name, Kind.DATE, Section.CONTACT, column)
        found.append(Field(name, due.section, _OF_KINDS[Kind.DATE], due))
    sections = {Beside.HOLDING: Section.ACCOUNT, Beside.IMPORTANT_DATE: Section.FAMILY}
    for rows, ops in _OF_ROWS.items():
        found.append(Field(rows.value, sections.get(rows, Section.CONTACT), ops, beside=rows))
    return {one.name: one for one in found}


FIELDS: dict[str, Field] = _fields()
