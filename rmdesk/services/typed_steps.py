"""A next step or a promise in one line, as people type it: `周六上午 带爱人来网点`, `9月11日 回电`."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from rmdesk.services import typed_days, typed_times
from rmdesk.services.errors import UserError

_LONGEST_DAY = 20  # characters at the beginning that may name the day
_PART_OF_DAY = re.compile(r"^(?:上午|下午|早上|中午|晚上|傍晚|morning|afternoon|evening|noon)", re.IGNORECASE)
_BETWEEN = " \t,，。.;；:：、前"


@dataclass(frozen=True, slots=True)
class Step:
    """A day and what is to be done on it; `words` is "" where only the day was typed."""

    due_on: date
    words: str
    when: str = ""  # the part of the day, as it was typed
    at_minute: int | None = None


def read_step(typed: str, what: str, *, today: date | None = None) -> Step:
    """The day at the beginning of the line, and what follows it.

    The longest beginning that names a day counts. Raises UserError `date.not_a_date` if there is none.
    """
    text = unicodedata.normalize("NFKC", typed).strip()
    for length in range(min(len(text), _LONGEST_DAY), 0, -1):
        if length < len(text) and text[length - 1].isalnum() and _goes_on(text, length):
            continue
        try:
            found = typed_days.read_date(text[:length], what, toward="future", today=today)
        except UserError:
            continue
        return _with_time(found, text[length:].lstrip(_BETWEEN))
    raise UserError("date.not_a_date", what=what)


def _goes_on(text: str, length: int) -> bool:
    """Whether a number or a Latin word is cut in two there."""
    before, after = text[length - 1], text[length]
    return (before.isdigit() and after.isdigit()) or (
        before.isascii() and before.isalpha() and after.isascii() and after.isalpha()
    )


def _with_time(day: date, rest: str) -> Step:
    time = typed_times.match(rest.lower())
    part = _PART_OF_DAY.match(rest)
    when = part.group() if part else ""
    end = len(when) if time is None else time.end
    rest = rest[end:].lstrip(_BETWEEN)
    return Step(day, rest.strip(), when, None if time is None else time.minute)
