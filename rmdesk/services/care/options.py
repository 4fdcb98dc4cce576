"""What the branch may set of the rules: on or off, for which tiers, and each rule's own numbers and choices.

All of it is one setting, `care.rules`: {rule: {"on": …, "without_tiers": [uid, …], option: …}}, in which
only what differs from the defaults stands.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

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


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is in force for one rule."""

    on: bool
    without_tiers: tuple[str, ...]  # uids
    values: Mapping[str, Any]

    def __getitem__(self, option: str) -> Any:
        return self.values[option]
