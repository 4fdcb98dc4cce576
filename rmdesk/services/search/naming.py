"""Customers by what they are called in running text: whole names, readings, surnames, given names.

Expressions for the index, and asking it: the customers of whoever acts come first.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from sqlalchemy.orm import Session

from rmdesk.services import roles
from rmdesk.services.actor import acting
from rmdesk.services.roles import Permission, Reach
from rmdesk.services.search import document as terms
from rmdesk.services.search.index import best, both, cursor_of, how_many
from rmdesk.services.search.question import Question


def whole(names: Iterable[str]) -> str:
    """Who has one of these names, wholly; folded and without marks, as `document.characters` gives them."""
    return " OR ".join(f'"{terms.WHOLE}{name}"' for name in names)


def spelt(letters: Iterable[str]) -> str:
    """Whose whole name is read so: `zhangxiaomin`."""
    return " OR ".join(f'"{terms.SPELT}{one}"' for one in letters)


def initials(letters: Iterable[str]) -> str:
    return " OR ".join(f'"{terms.INITIALS}{one}"' for one in letters)


def numbered(numbers: Iterable[str]) -> str:
    """Who has one of these customer numbers."""
    return " OR ".join(f'"{terms.NUMBER_WHOLE}{one}"' for one in numbers)


def called(phones: Iterable[str]) -> str:
    """Who has one of these phone numbers, as digits."""
    return " OR ".join(f'"{" ".join(terms.grams(terms.PHONE, one))}"' for one in phones)


def surname(characters: str) -> str:
    """Whose name begins with these characters."""
    return '^ "' + " ".join(terms.NAME + char for char in characters) + '"'


def surname_spelt(letters: str) -> str:
    """Whose name is read beginning with these letters; of more than `LETTERS` no more are looked at."""
    return f'"{terms.STARTS}{letters[: terms.LETTERS]}"'


def last_word(letters: str) -> str:
    """Whose name has a later word or syllable that begins so."""
    if len(letters) > terms.LETTERS:
        return f'"{terms.SPELT_PART}{letters}"'
    return f'"{terms.PART}{letters}"'


def given(names: Iterable[str]) -> str:
    """In whose name these characters stand together."""
    return " OR ".join('"' + " ".join(terms.NAME + char for char in name) + '"' for name in names)


def find_called(
    session: Session, expression: str, *, limit: int, only_own: bool = False
) -> tuple[list[int], int]:
    """Ids of at most `limit` customers, own ones first, and how many of them are own; the wealthier first.

    `only_own`: nobody else is looked for. Raises NotAllowed.
    """
    actor = acting(session)
    reach = roles.require(session, Permission.SEE_CUSTOMERS, accepting=()).reach()
    own = f'("{terms.OWNER}{actor.staff_id}" OR "{terms.STAND_IN}{actor.staff_id}")'
    if reach < Reach.COVERED:
        own = f'"{terms.OWNER}{actor.staff_id}"'
    asked = f"({expression})"
    cursor = cursor_of(session)
    mine = best(cursor, _question(both(asked, own)), "", limit, limit)
    if only_own or reach < Reach.ALL or len(mine) >= limit:
        return mine, len(mine)
    total = how_many(cursor, asked, 1000)
    every = best(cursor, _question(asked), "", limit, total)
    found = dict.fromkeys([*mine, *every])
    return list(islice(found, limit)), len(mine)


def _question(expression: str) -> Question:
    return Question((expression,), expression)
