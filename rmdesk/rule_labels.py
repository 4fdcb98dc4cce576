"""Words of the settings of the care calendar: what each rule does, and what may be set of it."""

from __future__ import annotations

from rmdesk import calendar_labels
from rmdesk.services.almanac import Festival
from rmdesk.words import QT_TRANSLATE_NOOP, translate

MEANINGS: dict[str, str] = {
    "complaint": QT_TRANSLATE_NOOP(
        "rules",
        "The next step about a complaint is due, or the customer is to be told; meanwhile nothing is sold "
        "to them.",
    ),
    "commitment": QT_TRANSLATE_NOOP("rules", "A promise is due; it stays until it was kept or withdrawn."),
    "appointment": QT_TRANSLATE_NOOP("rules", "A meeting or call was agreed for the day."),
    "visit": QT_TRANSLATE_NOOP(
        "rules", "A visit is planned for the day; it stays until it was held and reported, or cancelled."
    ),
    "own_maturity": QT_TRANSLATE_NOOP(
        "rules", "A product of ours matures: offer what comes after it before the money leaves."
    ),
    "other_maturity": QT_TRANSLATE_NOOP(
        "rules", "A product at another bank matures: the money may come to us."
    ),
    "loan_maturity": QT_TRANSLATE_NOOP(
        "rules", "A loan falls due: the customer should have the amount ready."
    ),
    "premium": QT_TRANSLATE_NOOP("rules", "A premium of an insurance is to be paid."),
    "follow_up": QT_TRANSLATE_NOOP("rules", "The next step that was agreed after a contact is due."),
    "birthday": QT_TRANSLATE_NOOP(
        "rules",
        "The customer's birthday, solar or lunar as they keep it; round ones and those in the year of "
        "their own animal are marked.",
    ),
    "family_date": QT_TRANSLATE_NOOP(
        "rules", "Birthdays of the family, wedding days, examinations, the founding of a company."
    ),
    "festival": QT_TRANSLATE_NOOP(
        "rules",
        "One line for all customers whom a festival concerns. Occupational days concern those whose "
        "occupation says so.",
    ),
    "assessment": QT_TRANSLATE_NOOP(
        "rules", "A risk assessment expires: without a valid one nothing that bears risk may be sold."
    ),
    "plan_item": QT_TRANSLATE_NOOP(
        "rules",
        "A contact that an agreed plan put on the day; it stays until it was made or the plan is closed.",
    ),
    "activity_contact": QT_TRANSLATE_NOOP(
        "rules",
        "Somebody is to be invited to an activity, or thanked for having come; nobody in mourning, who wants "
        "no marketing, or who waits for an answer to a complaint.",
    ),
    "cadence_call": QT_TRANSLATE_NOOP(
        "rules", "A call is due again. How often: Contact intervals, by tier and strategy."
    ),
    "cadence_meeting": QT_TRANSLATE_NOOP(
        "rules", "A meeting is due again. How often: Contact intervals, by tier and strategy."
    ),
    "cadence_leaders_visit": QT_TRANSLATE_NOOP(
        "rules", "A visit of the branch's leaders is due again. How often: Contact intervals."
    ),
    "notice": QT_TRANSLATE_NOOP("rules", "A notice is to be told: one line for all who were not told yet."),
}

OPTIONS: dict[str, str] = {
    "lead_days": QT_TRANSLATE_NOOP("rules", "Days ahead"),
    "leap_day": QT_TRANSLATE_NOOP("rules", "Born on 29 February, in other years"),
    "round_by": QT_TRANSLATE_NOOP("rules", "Round birthdays are counted by"),
    "mourning_days": QT_TRANSLATE_NOOP("rules", "Days of mourning without greetings"),
    "festivals": QT_TRANSLATE_NOOP("rules", "Festivals and days"),
    "valid_days": QT_TRANSLATE_NOOP("rules", "Days an assessment is valid"),
    "lead_day": QT_TRANSLATE_NOOP("rules", "Days ahead"),
}

_CHOICES: dict[str, str] = {
    "february_28": QT_TRANSLATE_NOOP("rules", "on 28 February"),
    "march_1": QT_TRANSLATE_NOOP("rules", "on 1 March"),
    "nominal": QT_TRANSLATE_NOOP("rules", "the Chinese count (one at birth)"),
    "full": QT_TRANSLATE_NOOP("rules", "full years"),
}


def meaning(rule: str) -> str:
    return translate("rules", MEANINGS[rule])


def option(name: str) -> str:
    return translate("rules", OPTIONS[name])


def choice(name: str, code: str) -> str:
    """The word for one choice of an option."""
    if name == "festivals":
        return calendar_labels.festival(Festival(code))
    return translate("rules", _CHOICES[code])
