"""Single values as forms, files and scripts give them: checked once, here.

Each function returns the value to store or raises UserError; `what` names the field for the person, as
`labels.what` knows it.
"""

from __future__ import annotations

import enum
import re
import unicodedata
from collections.abc import Callable, Collection, Mapping
from typing import Any, TypeVar

from rmdesk.services import typed_times
from rmdesk.services.errors import UserError

Check = Callable[[object, str], Any]
_Enum = TypeVar("_Enum", bound=enum.StrEnum)


def choice(value: object, what: str, choices: type[_Enum]) -> str:
    """One of an enumeration's values, also given as a member; raises `value.not_a_choice`."""
    try:
        return choices(str(value)).value
    except ValueError as error:
        raise UserError("value.not_a_choice", what=what) from error


def whole(value: object, what: str, least: int, most: int) -> int:
    """A whole number; raises `value.out_of_range`."""
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise UserError("value.out_of_range", what=what, least=least, most=most)
    return value


def minute_of_day(value: object, what: str) -> int:
    """Minutes since midnight, also given as "9:30", "14：05" or as it is said (下午3点半, 3pm); raises
    `value.not_a_time`.
    """
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 24 * 60:
        return value
    typed = unicodedata.normalize("NFKC", value).strip() if isinstance(value, str) else ""
    found = re.fullmatch(r"([01]?[0-9]|2[0-3])[:.]([0-5][0-9])", typed[:10])
    if found is not None:
        return int(found[1]) * 60 + int(found[2])
    said = typed_times.match(typed.lower())
    if said is None or said.end != len(typed):
        raise UserError("value.not_a_time", what=what)
    return said.minute


def flag(value: object, what: str) -> bool:
    if not isinstance(value, bool):
        raise UserError("value.not_yes_or_no", what=what)
    return value


def code(value: object, what: str, allowed: str, least: int, most: int) -> str:
    """A code in capitals without spaces, of characters of the class `allowed`; raises `value.wrong_form`."""
    if not isinstance(value, str) or len(value) > 4 * most:
        raise UserError("value.wrong_form", what=what, least=least, most=most)
    found = re.sub(r"\s", "", unicodedata.normalize("NFKC", value)).upper()
    if not re.fullmatch(f"[{allowed}]{{{least},{most}}}", found):
        raise UserError("value.wrong_form", what=what, least=least, most=most)
    return found


def is_empty(value: object) -> bool:
    """Whether nothing was given: None, or text without any character that shows."""
    return value is None or (isinstance(value, str) and not value.strip())


def optional(check: Check) -> Check:
    """The check of a field that may be left empty."""

    def checked(value: object, what: str) -> Any:
        return None if is_empty(value) else check(value, what)

    return checked


def check_all(
    values: Mapping[str, object], checks: Mapping[str, Check], table: str, required: Collection[str] = ()
) -> dict[str, Any]:
    """The given fields of a row, each by its check. KeyError for a field that has none.

    Raises UserError `text.empty` for a `required` one that is not given.
    """
    found = {name: checks[name](value, f"{table}.{name}") for name, value in values.items()}
    for name in required:
        if found.get(name) is None:
            raise UserError("text.empty", what=f"{table}.{name}")
    return found
