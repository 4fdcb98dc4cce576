"""The fields of a customer: one line for each, read by the page, bulk edit, import and completeness.

The word for a field is `labels.field("customer", name)`, its mask `masks.COLUMNS`. Phones, addresses,
documents, relations, days, holdings, figures and tags are rows of their own, not fields.
"""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass
from functools import partial
from typing import Any

from rmdesk.models import Channel, Gender, Orientation, Stage, Strategy
from rmdesk.models.customer import LINE_LONGEST, NAME_LONGEST, TEXT_LONGEST
from rmdesk.services import days, text, values
from rmdesk.services.errors import UserError
from rmdesk.services.values import Check

NUMBER_LONGEST = 40


class Section(enum.StrEnum):
    """The parts of the customer page, in their order."""

    RELATIONSHIP = "relationship"
    BASIC = "basic"
    CONTACT = "contact"
    FAMILY = "family"
    BUYING = "buying"
    ACCOUNT = "account"
    SERVICE = "service"


class Type(enum.StrEnum):
    """What a field's value is; empty is None, of a flag False."""

    LINE = "line"  # str
    TEXT = "text"  # str of several lines
    CHOICE = "choice"  # one of `choices`, str
    LEVEL = "level"  # one of `choices`, int
    FLAG = "flag"  # bool
    DATE = "date"  # date
    DAY = "day"  # days.Day
    STAFF = "staff"  # the uid of a person of the staff
    ORGANISATION = "organisation"  # the name of an organisation; a new name makes a new one


@dataclass(frozen=True, slots=True)
class Field:
    """One field. `weight` counts in the completeness; `bulk` fields may be set for many at once."""

    name: str
    section: Section
    type: Type
    check: Check
    choices: tuple[str | int, ...] = ()
    longest: int = 0
    required: bool = False
    weight: int = 0
    bulk: bool = False

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of the customer's row that hold it."""
        return _COMPOSED.get(self.name, (self.name,))

    @property
    def what(self) -> str:
        """What messages call it by (`labels.what`)."""
        return f"customer.{self.name}"

    def checked(self, value: object) -> Any:
        """The value to store, of a field of STAFF or ORGANISATION still as given; raises UserError."""
        if self.type is Type.FLAG:
            return values.flag(value, self.what)
        if values.is_empty(value):
            if self.required:
                raise UserError("text.empty", what=self.what)
            return None
        return self.check(value, self.what)


_COMPOSED = {
    "birthday": ("birth_year", "birth_month", "birth_day", "birth_is_lunar", "birth_is_leap_month"),
    "employer": ("employer_id",),
    "owner": ("owner_id",),
    "stand_in": ("stand_in_id",),
}


def _line(name: str, section: Section, longest: int = LINE_LONGEST, **more: Any) -> Field:
    return Field(name, section, Type.LINE, partial(text.line, longest=longest), longest=longest, **more)


def _text(name: str, section: Section, **more: Any) -> Field:
    check = partial(text.paragraphs, longest=TEXT_LONGEST)
    return Field(name, section, Type.TEXT, check, longest=TEXT_LONGEST, **more)


def _choice(name: str, section: Section, choices: type[enum.StrEnum], **more: Any) -> Field:
    check = partial(values.choice, choices=choices)
    return Field(
        name, section, Type.CHOICE, check, choices=tuple(one.value for one in choices), bulk=True, **more
    )


def _level(name: str, section: Section, most: int, *, bulk: bool = True, weight: int = 0) -> Field:
    check = partial(values.whole, least=1, most=most)
    levels = tuple(range(1, most + 1))
    return Field(name, section, Type.LEVEL, check, choices=levels, weight=weight, bulk=bulk)


def _flag(name: str, section: Section) -> Field:
    return Field(name, section, Type.FLAG, values.flag, bulk=True)


def _date(name: str, section: Section, **more: Any) -> Field:
    return Field(name, section, Type.DATE, partial(days.check_date, past=True), **more)


def _uid(name: str) -> Field:
    check = partial(values.code, allowed="0-9A-F", least=32, most=32)
    return Field(
        name, Section.RELATIONSHIP, Type.STAFF, lambda value, what: check(value, what).lower(), bulk=True
    )


def _email(value: object, what: str) -> str:
    found = text.line(value, what, longest=LINE_LONGEST)
    if not re.fullmatch(r"[^\s@]+@[^\s@]+\.[^\s@]+", found):
        raise UserError("value.not_an_email", what=what)
    return found


_R, _B, _C, _F = Section.RELATIONSHIP, Section.BASIC, Section.CONTACT, Section.FAMILY
_Y, _A, _S = Section.BUYING, Section.ACCOUNT, Section.SERVICE

FIELDS: tuple[Field, ...] = (
    _uid("owner"),
    _uid("stand_in"),
    _line("owner_text", _R),
    _choice("stage", _R, Stage, required=True),
    _level("grade", _R, 5, weight=4),
    _choice("strategy", _R, Strategy, weight=4),
    _choice("orientation", _R, Orientation, weight=5),
    _line("name", _B, NAME_LONGEST, required=True),
    _line("number", _B, NUMBER_LONGEST),
    _choice("gender", _B, Gender, weight=4),
    Field("birthday", _B, Type.DAY, partial(days.check_day, past=True), weight=10),
    _line("education", _B, weight=3, bulk=True),
    _line("occupation", _B, weight=6, bulk=True),
    _line("position", _B, weight=2, bulk=True),
    Field(
        "employer",
        _B,
        Type.ORGANISATION,
        partial(text.line, longest=LINE_LONGEST),
        longest=LINE_LONGEST,
        weight=6,
        bulk=True,
    ),
    _level("income_band", _B, 6, weight=6, bulk=False),  # a preview would tell what is masked
    _text("notes", _B),
    _line("wechat", _C, weight=4),
    Field("email", _C, Type.LINE, _email, longest=LINE_LONGEST),
    _line("district", _C, weight=3, bulk=True),
    _choice("preferred_channel", _C, Channel, weight=4),
    _line("preferred_time", _C, weight=3, bulk=True),
    _flag("no_calls", _C),
    _flag("no_messages", _C),
    _flag("no_visits", _C),
    _flag("no_greetings", _C),
    _flag("no_marketing", _C),
    _text("family", _F, weight=6),
    _text("interests", _F, weight=5),
    _text("taboos", _F, weight=2),
    _date("bereaved_on", _F),
    _level("activity", _Y, 3, weight=3),
    _level("price_sensitivity", _Y, 3, weight=3),
    _level("risk_tolerance", _Y, 5, weight=6),
    _date("risk_assessed_on", _Y, weight=2, bulk=True),
    _text("product_preference", _Y, weight=5),
    _text("habits", _Y, weight=2),
    _line("e_channels", _A, weight=2, bulk=True),
    _text("cares_most", _S, weight=4),
    _text("cares_least", _S, weight=1),
    _flag("wants_training", _S),
    _flag("wants_salons", _S),
    _flag("wants_planning", _S),
    _line("timeliness", _S, weight=1, bulk=True),
)

BY_NAME: dict[str, Field] = {one.name: one for one in FIELDS}
