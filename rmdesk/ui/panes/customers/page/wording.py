"""Words for what a customer's record holds, as the page shows them."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from rmdesk import choices, labels
from rmdesk.models import Stage
from rmdesk.services import ages, almanac
from rmdesk.services.anniversaries import occurrences
from rmdesk.services.customers import Field, Type
from rmdesk.services.customers.record import Link, Shown
from rmdesk.services.days import Day
from rmdesk.ui import formats
from rmdesk.ui.interactions.wording import clock
from rmdesk.words import QT_TRANSLATE_NOOP, translate


def yuan(fen: int) -> Decimal:
    return Decimal(fen) / 100


def amount(shown: Shown) -> str:
    """An amount in fen to read at a glance; its band where it is masked; nothing for none."""
    if shown.value is None:
        return ""
    return formats.band(str(shown.value)) if shown.masked else formats.amount(yuan(shown.value))


def exact_amount(shown: Shown) -> str:
    if shown.value is None or shown.masked:
        return amount(shown)
    return formats.exact_amount(yuan(shown.value))


def rate(millionths: int) -> str:
    """1.55% of 15500."""
    return formats.percent(Decimal(millionths) / 1_000_000, decimals=2)


def field_label(field: Field) -> str:
    return labels.field("customer", field.name)


def value(field: Field, shown: Shown) -> str:
    """A field's value in words, nothing for an empty one."""
    found = shown.value
    if found is None or found == "" or found is False:
        return ""
    if shown.masked and field.type is not Type.DAY:
        return str(found)
    return plain(field, found)


def plain(field: Field, found: Any) -> str:
    """A value as services take or give it, in words."""
    match found:
        case None | "" | False:
            return ""
        case True:
            return translate("customer page", "Yes")
        case Link():
            return found.name
        case Day():
            return formats.known_day(found)
        case date():
            return formats.day(found)
    if field.type in (Type.CHOICE, Type.LEVEL):
        return choices.word("customer", field.name, found)
    return str(found)


# What the care calendar leaves out, once a customer's record says so.
_LEFT_OUT = {
    "bereaved_on": QT_TRANSLATE_NOOP("customer page", "no congratulations in mourning"),
    "no_greetings": QT_TRANSLATE_NOOP("customer page", "no birthdays, no festivals"),
    "no_calls": QT_TRANSLATE_NOOP("customer page", "no regular calls"),
    "no_visits": QT_TRANSLATE_NOOP("customer page", "no regular meetings"),
}


def aside(name: str, shown: Shown) -> str:
    """What else is good to know of a field: the birthday in the other calendar, what is not due any more."""
    if name == "birthday":
        return other_calendar(shown.value)
    if name == "stage" and shown.value == Stage.LOST.value:
        return translate("customer page", "nothing is due any more")
    return translate("customer page", _LEFT_OUT[name]) if name in _LEFT_OUT and shown.value else ""


def other_calendar(found: Any, today: date | None = None) -> str:
    """The lunar day of a solar birthday and the reverse; of a lunar day without a year, its next date."""
    if not isinstance(found, Day):
        return ""
    other = ages.other_calendar(found)
    if other is not None:
        return formats.known_day(other)
    now = today or date.today()
    if found.is_lunar and almanac.first_day() <= now <= almanac.last_day() - timedelta(days=800):
        return formats.day(occurrences(found, now, now + timedelta(days=800))[0])
    return ""


def revealed(field: Field, shown: Shown, exact: str) -> str:
    """The exact value of a masked field, as `reading.reveal` gives it, in words."""
    if field.type is Type.DAY and isinstance(shown.value, Day):
        known = shown.value
        return formats.known_day(Day(known.month, known.day, int(exact), known.is_lunar, known.is_leap_month))
    if field.type is Type.LEVEL:
        return choices.word("customer", field.name, int(exact))
    return exact


def kind(table: str, code: str) -> str:
    return choices.word(table, "kind", code)


def column(table: str, name: str, found: Any) -> str:
    """The value of a column of a row beside the customer, in words; nothing for an empty one."""
    if isinstance(found, Shown):
        if name.endswith("_fen"):
            return exact_amount(found)
        return "" if found.value is None else str(found.value)
    match found:
        case None | "" | False:
            return ""
        case True:
            return translate("customer page", "Yes")
        case Day():
            return formats.known_day(found)
        case date():
            return formats.full_day(found)
    if name == "rate":
        return rate(found)
    if name == "at_minute":
        return clock(found)
    return choices.word(table, name, found)
