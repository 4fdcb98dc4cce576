"""How likely it is that two records are of one person: names compared, evidence for and against, a score.

Pure; nothing here knows the database.
"""

from __future__ import annotations

import enum
import functools
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from rmdesk.services import names

LEAST = 50  # of a score that is proposed
_SIMILAR = 0.6  # of names of three characters that differ in one
_ALIKE = 0.85  # from here on names count as those of one person, whatever else agrees


class Reason(enum.StrEnum):
    """What speaks for one person, or against it."""

    DOCUMENT = "document"
    PHONE = "phone"
    NAME = "name"
    PINYIN = "pinyin"  # other characters, read the same
    SIMILAR = "similar"
    BIRTHDAY = "birthday"
    BIRTHDAY_WITHOUT_YEAR = "birthday_without_year"
    EMPLOYER = "employer"
    OTHER_NAME = "other_name"
    OTHER_DOCUMENT = "other_document"
    OTHER_BIRTHDAY = "other_birthday"
    OTHER_GENDER = "other_gender"


AGAINST = frozenset({Reason.OTHER_NAME, Reason.OTHER_DOCUMENT, Reason.OTHER_BIRTHDAY, Reason.OTHER_GENDER})


class Person(NamedTuple):
    """What is compared; `documents` as (kind, number), `birthday` as (month, day, lunar, leap month)."""

    id: int
    name: str
    birthday: tuple[int, int, bool, bool] | None
    birth_year: int | None
    gender: str | None
    employer: int | None
    phones: tuple[str, ...]
    documents: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two customers by id, the lower first; `score` up to 100, `reasons` in the order they count."""

    a: int
    b: int
    score: int
    reasons: tuple[Reason, ...]


class Read(NamedTuple):
    """A name folded, and the ways to read it without spaces."""

    folded: str
    readings: frozenset[str]


@functools.lru_cache(maxsize=200_000)
def read(name: str) -> Read:
    folded = names.fold(name)
    return Read(folded, frozenset("".join(way) for way in names.readings(name)))


def likeness(a: str, b: str) -> tuple[float, Reason]:
    """How alike two names are, 0 … 1, and in which way."""
    first, second = read(a), read(b)
    if first.folded == second.folded:
        return 1.0, Reason.NAME
    if first.readings & second.readings:
        return 0.9, Reason.PINYIN
    share = _ratio()(first.folded, second.folded) / 100
    if share >= _SIMILAR and first.folded[:1] == second.folded[:1]:
        return min(share, 0.85), Reason.SIMILAR
    return 0.0, Reason.OTHER_NAME


@functools.cache
def _ratio() -> Callable[[str, str], float]:
    # Only a search needs it; the window has the warning of this package loaded from its start.
    from rapidfuzz.fuzz import ratio

    return ratio


def weigh(a: Person, b: Person) -> Pair:
    """The score of two customers: each thing that agrees leaves less room for chance, what differs more.

    A phone alone is shared by a family, a name alone by many: neither is enough.
    """
    alike, how = likeness(a.name, b.name)
    doubt = 1.0
    reasons: list[Reason] = []
    same_document = bool(set(a.documents) & set(b.documents))
    if same_document:
        doubt *= 1 - (0.98 if alike else 0.85)
        reasons.append(Reason.DOCUMENT)
    if set(a.phones) & set(b.phones):
        doubt *= 1 - (0.92 * alike if alike else 0.3)
        reasons.append(Reason.PHONE)
    reasons.append(how)
    if a.birthday is not None and a.birthday == b.birthday:
        if a.birth_year is not None and a.birth_year == b.birth_year:
            doubt *= 1 - 0.85 * alike
            reasons.append(Reason.BIRTHDAY)
        elif a.birth_year is None or b.birth_year is None:
            doubt *= 1 - 0.65 * alike
            reasons.append(Reason.BIRTHDAY_WITHOUT_YEAR)
    if a.employer is not None and a.employer == b.employer:
        doubt *= 1 - (0.6 * alike if alike >= _ALIKE else 0.0)
        reasons.append(Reason.EMPLOYER)
    score = 1 - doubt
    if not same_document:
        score, against = _doubted(score, a, b)
        reasons += against
    return Pair(min(a.id, b.id), max(a.id, b.id), round(100 * score), tuple(reasons))


def _doubted(score: float, a: Person, b: Person) -> tuple[float, list[Reason]]:
    """What speaks against one person; the same document would outweigh it all."""
    against = []
    if {kind for kind, _ in a.documents} & {kind for kind, _ in b.documents}:
        score *= 0.4
        against.append(Reason.OTHER_DOCUMENT)
    years = a.birth_year is not None and b.birth_year is not None
    comparable = a.birthday and b.birthday and a.birthday[2] == b.birthday[2]
    if comparable and (a.birthday != b.birthday or (years and a.birth_year != b.birth_year)):
        score *= 0.6
        against.append(Reason.OTHER_BIRTHDAY)
    if a.gender and b.gender and a.gender != b.gender:
        score *= 0.7
        against.append(Reason.OTHER_GENDER)
    return score, against
