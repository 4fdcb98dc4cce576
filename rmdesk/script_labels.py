"""Words of the script library: parts of a conversation, occasions."""

from __future__ import annotations

from rmdesk import choices
from rmdesk.words import QT_TRANSLATE_NOOP, translate

OCCASIONS: dict[str, str] = {
    "any": QT_TRANSLATE_NOOP("scripts", "Any occasion"),
    "birthday": QT_TRANSLATE_NOOP("scripts", "Birthday"),
    "family_date": QT_TRANSLATE_NOOP("scripts", "Day of the family"),
    "festival": QT_TRANSLATE_NOOP("scripts", "Festival"),
    "maturity": QT_TRANSLATE_NOOP("scripts", "A product of ours matures"),
    "other_maturity": QT_TRANSLATE_NOOP("scripts", "A product elsewhere matures"),
    "loan_maturity": QT_TRANSLATE_NOOP("scripts", "A loan falls due"),
    "premium": QT_TRANSLATE_NOOP("scripts", "A premium is due"),
    "assessment": QT_TRANSLATE_NOOP("scripts", "The risk assessment expires"),
    "cadence": QT_TRANSLATE_NOOP("scripts", "Regular contact"),
    "commitment": QT_TRANSLATE_NOOP("scripts", "A promise is due"),
    "follow_up": QT_TRANSLATE_NOOP("scripts", "Follow-up"),
    "appointment": QT_TRANSLATE_NOOP("scripts", "Appointment"),
    "visit": QT_TRANSLATE_NOOP("scripts", "Visit"),
    "notice": QT_TRANSLATE_NOOP("scripts", "Notice"),
}


def part(code: str) -> str:
    return choices.word("script", "part", code)


def occasion(code: str) -> str:
    return translate("scripts", OCCASIONS[code])


def titled(part_code: str, occasion_code: str) -> str:
    """Part and occasion, as a dialog is headed."""
    return translate("scripts", "{part}: {occasion}", part=part(part_code), occasion=occasion(occasion_code))


def quoted(cue: str) -> str:
    """What a customer says, in the quotation marks of the language in use."""
    return translate("scripts", "“{words}”", words=cue)
