"""Words of greetings: occasions, fields, whose day it is, and why nothing is to be sent."""

from __future__ import annotations

from rmdesk import calendar_labels, choices, words
from rmdesk.models import RelationKind
from rmdesk.services.almanac import Festival
from rmdesk.services.greetings.fields import FIELDS as CHINESE_FIELDS
from rmdesk.services.greetings.fields import in_chinese
from rmdesk.services.greetings.letters import GONE, NOT_YOURS, USED_UP
from rmdesk.services.greetings.proposing import Held
from rmdesk.words import QT_TRANSLATE_NOOP, translate

OCCASIONS: dict[str, str] = {
    "birthday": QT_TRANSLATE_NOOP("greetings", "Birthday"),
    "round_birthday": QT_TRANSLATE_NOOP("greetings", "Round birthday"),
    "own_year_birthday": QT_TRANSLATE_NOOP("greetings", "Birthday in the year of their own animal"),
    "family_birthday": QT_TRANSLATE_NOOP("greetings", "Birthday in the family"),
    "wedding": QT_TRANSLATE_NOOP("greetings", "Wedding day"),
    "exam": QT_TRANSLATE_NOOP("greetings", "Examination of a child"),
    "founding": QT_TRANSLATE_NOOP("greetings", "Founding of the company"),
    "other_date": QT_TRANSLATE_NOOP("greetings", "Another important day"),
    "festival": QT_TRANSLATE_NOOP("greetings", "Any festival"),
    "maturity": QT_TRANSLATE_NOOP("greetings", "A product of ours matures"),
    "other_maturity": QT_TRANSLATE_NOOP("greetings", "A product elsewhere matures"),
    "loan_maturity": QT_TRANSLATE_NOOP("greetings", "A loan falls due"),
    "premium": QT_TRANSLATE_NOOP("greetings", "A premium is due"),
    "assessment": QT_TRANSLATE_NOOP("greetings", "The risk assessment expires"),
    "appointment": QT_TRANSLATE_NOOP("greetings", "Appointment"),
    "visit": QT_TRANSLATE_NOOP("greetings", "Visit"),
    "cadence": QT_TRANSLATE_NOOP("greetings", "Regular contact"),
    "notice": QT_TRANSLATE_NOOP("greetings", "Notice"),
}

FIELDS: dict[str, str] = {
    "dear": QT_TRANSLATE_NOOP("greetings", "How one addresses them"),
    "name": QT_TRANSLATE_NOOP("greetings", "Full name"),
    "surname": QT_TRANSLATE_NOOP("greetings", "Surname"),
    "title": QT_TRANSLATE_NOOP("greetings", "Title"),
    "branch": QT_TRANSLATE_NOOP("greetings", "Name of the branch"),
    "manager": QT_TRANSLATE_NOOP("greetings", "Who greets"),
    "age": QT_TRANSLATE_NOOP("greetings", "Age"),
    "animal": QT_TRANSLATE_NOOP("greetings", "Animal of the year"),
    "festival": QT_TRANSLATE_NOOP("greetings", "Name of the festival"),
    "whose": QT_TRANSLATE_NOOP("greetings", "Whose day it is"),
    "years": QT_TRANSLATE_NOOP("greetings", "Years since"),
    "product": QT_TRANSLATE_NOOP("greetings", "Product"),
    "successor": QT_TRANSLATE_NOOP("greetings", "Product to offer"),
    "bank": QT_TRANSLATE_NOOP("greetings", "Other bank"),
    "date": QT_TRANSLATE_NOOP("greetings", "Day"),
    "days": QT_TRANSLATE_NOOP("greetings", "Days until then"),
    "notice": QT_TRANSLATE_NOOP("greetings", "What the notice says"),
}

HELD: dict[Held, str] = {
    Held.NO_GREETINGS: QT_TRANSLATE_NOOP("greetings", "This customer wants no greetings."),
    Held.MOURNING: QT_TRANSLATE_NOOP("greetings", "This customer is in mourning: no greetings now."),
    Held.NO_MESSAGES: QT_TRANSLATE_NOOP("greetings", "This customer wants no messages: call or meet."),
}


def occasion(code: str) -> str:
    if code in set(Festival):
        return calendar_labels.festival(Festival(code))
    return translate("greetings", OCCASIONS[code])


def field(name: str) -> str:
    """What a field holds."""
    return translate("greetings", FIELDS[name])


def written(name: str) -> str:
    """A field as it is written in a text: {dear}, {称呼}."""
    return "{" + (CHINESE_FIELDS[name] if words.language() == "zh_CN" else name) + "}"


def shown(template: str) -> str:
    """A stored text as it is edited in the language in use."""
    return in_chinese(template) if words.language() == "zh_CN" else template


def relation(code: str) -> str:
    return choices.word("relation", "kind", RelationKind(code).value)


def held(reason: Held) -> str:
    return translate("greetings", HELD[reason])


def left_out(reason: str, count: int) -> str:
    """Why so many customers get no letter."""
    told = {
        USED_UP: QT_TRANSLATE_NOOP("greetings", "every text was used for them in the last two years"),
        GONE: QT_TRANSLATE_NOOP("greetings", "not to be greeted any more"),
        NOT_YOURS: QT_TRANSLATE_NOOP("greetings", "in a colleague's charge"),
        Held.NO_GREETINGS.value: QT_TRANSLATE_NOOP("greetings", "want no greetings"),
        Held.MOURNING.value: QT_TRANSLATE_NOOP("greetings", "in mourning"),
        Held.NO_MESSAGES.value: QT_TRANSLATE_NOOP("greetings", "want no letters or messages"),
    }[reason]
    return translate("greetings", "{count}: {reason}", count=count, reason=translate("greetings", told))
