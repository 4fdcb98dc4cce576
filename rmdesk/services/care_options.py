"""What the branch may set of the rules: on or off, for which tiers, and each rule's own numbers and choices.

All of it is one setting, `care.rules`: {rule: {"on": …, "without_tiers": [uid, …], option: …}}, in which
only what differs from the defaults stands.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from rmdesk.services.almanac import Festival
from rmdesk.services.anniversaries import LeapDay
from rmdesk.services.callings import CALLINGS
from rmdesk.services.errors import UserError

RULES_SETTING = "care.rules"
MOST_LEAD = 180  # days


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to set of a rule. `check` gives the value to store or raises UserError."""

    name: str
    default: Any
    check: Callable[[object], Any]
    choices: tuple[str, ...] = ()  # for a form
    least: int = 0
    most: int = 0


def number(name: str, default: int, least: int, most: int) -> Option:
    def check(value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            raise UserError("care.option_range", what=RULES_SETTING, least=least, most=most)
        return value

    return Option(name, default, check, least=least, most=most)


def choice(name: str, default: str, *choices: str) -> Option:
    def check(value: object) -> str:
        if not isinstance(value, str) or value not in choices:
            raise UserError("value.not_a_choice", what=RULES_SETTING)
        return value

    return Option(name, default, check, choices=choices)


def leads(name: str, *default: int) -> Option:
    """Days ahead on which to be reminded, the furthest first."""

    def check(value: object) -> list[int]:
        if not isinstance(value, list | tuple) or len(value) > 6:
            raise UserError("care.wrong_leads", what=RULES_SETTING, most=MOST_LEAD)
        for one in value:
            if isinstance(one, bool) or not isinstance(one, int) or not 0 <= one <= MOST_LEAD:
                raise UserError("care.wrong_leads", what=RULES_SETTING, most=MOST_LEAD)
        return sorted(set(value), reverse=True)

    return Option(name, list(default), check, most=MOST_LEAD)


def several(name: str, default: tuple[str, ...], choices: tuple[str, ...]) -> Option:
    """Any of some codes."""

    def check(value: object) -> list[str]:
        if not isinstance(value, list | tuple) or not all(one in choices for one in value):
            raise UserError("value.not_a_choice", what=RULES_SETTING)
        return [one for one in choices if one in value]

    return Option(name, [one for one in choices if one in default], check, choices=choices)


_DEFAULT_FESTIVALS = (
    Festival.NEW_YEARS_DAY,
    Festival.SPRING_FESTIVAL,
    Festival.LANTERN_FESTIVAL,
    Festival.WOMENS_DAY,
    Festival.DRAGON_BOAT,
    Festival.MID_AUTUMN,
    Festival.NATIONAL_DAY,
    *CALLINGS,
)

LEAP_DAY = choice("leap_day", LeapDay.FEBRUARY_28, *LeapDay)
MOURNING = number("mourning_days", 365, 0, 1100)  # in which nobody is congratulated

# Of each rule of `care/rules`, by its id.
OPTIONS: dict[str, tuple[Option, ...]] = {
    "complaint": (),
    "commitment": (),
    "appointment": (),
    "visit": (),
    "own_maturity": (leads("lead_days", 30, 7, 1),),
    "other_maturity": (leads("lead_days", 7),),
    "loan_maturity": (leads("lead_days", 30, 7),),
    "premium": (leads("lead_days", 7),),
    "follow_up": (),
    "birthday": (LEAP_DAY, choice("round_by", "nominal", "nominal", "full"), MOURNING),
    "family_date": (LEAP_DAY, MOURNING),
    # What a branch begins with; every festival of the almanac may be switched on.
    "festival": (several("festivals", _DEFAULT_FESTIVALS, tuple(Festival)), MOURNING),
    "assessment": (number("valid_days", 365, 30, 1100), number("lead_day", 14, 0, 180)),
    "plan_item": (),
    "activity_contact": (MOURNING,),
    "cadence_call": (),
    "cadence_meeting": (),
    "cadence_leaders_visit": (),
    "notice": (),
}


def checked(value: object) -> dict[str, dict[str, Any]]:
    """What the setting `care.rules` may hold; defaults are left out.

    Raises UserError `value.not_a_choice` and what an option's check does.
    """
    if not isinstance(value, dict) or not set(value) <= set(OPTIONS):
        raise UserError("value.not_a_choice", what=RULES_SETTING)
    found: dict[str, dict[str, Any]] = {}
    for rule_id, given in value.items():
        kept = _checked(OPTIONS[rule_id], given)
        if kept:
            found[rule_id] = kept
    return found


def _checked(of_rule: tuple[Option, ...], given: object) -> dict[str, Any]:
    options = {one.name: one for one in of_rule}
    if not isinstance(given, dict) or not set(given) <= {"on", "without_tiers", *options}:
        raise UserError("value.not_a_choice", what=RULES_SETTING)
    kept = {
        name: value
        for name, option in options.items()
        if name in given and (value := option.check(given[name])) != option.default
    }
    if not isinstance(given.get("on", True), bool):
        raise UserError("value.not_a_choice", what=RULES_SETTING)
    if not given.get("on", True):
        kept["on"] = False
    without = given.get("without_tiers", [])
    if not isinstance(without, list) or not all(isinstance(one, str) for one in without):
        raise UserError("value.not_a_choice", what=RULES_SETTING)
    if without:
        kept["without_tiers"] = sorted(without)
    return kept


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is in force for one rule."""

    on: bool
    without_tiers: tuple[str, ...]  # uids
    values: Mapping[str, Any]

    def __getitem__(self, option: str) -> Any:
        return self.values[option]
