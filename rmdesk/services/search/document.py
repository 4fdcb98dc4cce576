"""The terms under which a customer is found.

A term is a letter for its kind and then what was written. A sequence of terms of one kind can be asked for
as a phrase, so the order matters: the characters of a name, and the overlapping fours of a number.
"""

from __future__ import annotations

import bisect
import functools
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from rmdesk.services import names

# Kinds. A name's characters come first of all, so that a name can be asked for from its beginning.
NAME = "n"  # a character of the name
WHOLE = "x"  # the whole name
STARTS = "a"  # the first letters of the name's pinyin
PART = "p"  # the same from a later syllable on
SPELT = "f"  # the whole pinyin: asked for by its beginning when more letters are given than STARTS holds
SPELT_PART = "g"
INITIALS = "i"
INITIALS_PART = "j"
PHONE, PHONE_TAIL = "d", "t"
DOCUMENT, DOCUMENT_TAIL = "k", "u"
NUMBER, NUMBER_TAIL, NUMBER_WHOLE = "m", "v", "y"
ORGANISATION = "o"
LABEL = "q"  # a character of a tag, or of the tier's name
LABEL_WHOLE = "e"
OWNER, STAND_IN = "h", "c"  # ids of staff: what a person may see is part of the question
BAND = "b"  # how large the assets are, so that the largest of many can be asked for first

LETTERS = 5  # of pinyin that have a term of their own
GRAM = 4  # digits of a number in one term
TAILS = (2, 3)  # last digits that are found although they are fewer

_BAND_FEN = tuple(yuan * 100 for yuan in (50_000, 200_000, 500_000, 1_000_000, 3_000_000, 10_000_000))

_BREAK = "z"  # stands between two texts of a kind, so that no phrase reaches over both


@dataclass(slots=True)
class Entry:
    """What the index knows of one customer."""

    name: str
    number: str | None = None
    owner_id: int | None = None
    stand_in_id: int | None = None
    aum_fen: int | None = None
    phones: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()  # tags, and the tier


@functools.lru_cache(maxsize=16_384)
def is_break(char: str) -> bool:
    """Whether `char` of a folded text stands between words instead of being part of one."""
    if char.isascii():
        return not char.isalnum()
    return unicodedata.category(char)[0] in "PZ"


def characters(text: str) -> list[str]:
    """The characters of a text that count when it is compared."""
    return [char for char in names.fold(text) if not is_break(char)]


def compact(number: str) -> str:
    """A number, account or document as it is compared: letters and digits only."""
    if not (number.isascii() and number.isalnum()):
        number = "".join(char for char in names.fold(number) if char.isascii() and char.isalnum())
    return number.lower()


def grams(kind: str, number: str) -> list[str]:
    """The overlapping fours of a number."""
    return [kind + number[start : start + GRAM] for start in range(len(number) - GRAM + 1)]


def band(aum_fen: int | None) -> str:
    """The term of the band that these assets lie in."""
    reached = bisect.bisect_right(_BAND_FEN, -1 if aum_fen is None else aum_fen)
    return BANDS[len(_BAND_FEN) - reached]


BANDS = tuple(f"{BAND}{place}" for place in range(len(_BAND_FEN) + 1))  # the largest first


def document(entry: Entry, own: str | None = None) -> str:
    """The customer's terms, separated by blanks; `own` as `own_terms` gives it, if it is known already."""
    if own is None:
        own = own_terms(entry.name, entry.number, entry.phones, entry.documents)
    others = _other_terms(
        entry.organisations, entry.labels, band(entry.aum_fen), entry.owner_id, entry.stand_in_id
    )
    return f"{own} {others}"


def own_terms(name: str, number: str | None, phones: Iterable[str], documents: Iterable[str]) -> str:
    """The terms that need nothing but what a customer is called and numbered, separated by blanks."""
    letters = characters(name)
    found = [*[NAME + char for char in letters], WHOLE + "".join(letters), spelt(name)]
    for one in phones:
        found += _number(PHONE, PHONE_TAIL, compact(one))
    for one in documents:
        found += _number(DOCUMENT, DOCUMENT_TAIL, compact(one))
    if number:
        plain = compact(number)
        found += [*_number(NUMBER, NUMBER_TAIL, plain), NUMBER_WHOLE + plain]
    return " ".join(found)


def _number(kind: str, tail: str, number: str) -> list[str]:
    # The tails stand right behind the last four: a phrase with one asks for the end of a number.
    return [*grams(kind, number), *[tail + number[-length:] for length in TAILS]]


@functools.lru_cache(maxsize=4096)  # many customers have the same manager, tier, tags and employer
def _other_terms(
    organisations: tuple[str, ...],
    labels: tuple[str, ...],
    band: str,
    owner_id: int | None,
    stand_in_id: int | None,
) -> str:
    found = []
    for kind, texts in ((ORGANISATION, organisations), (LABEL, labels)):
        if texts:
            found.append(f" {_BREAK} ".join([_phrase(kind, text) for text in texts]))
    found += [LABEL_WHOLE + "".join(characters(label)) for label in labels]
    found.append(band)
    if owner_id is not None:
        found.append(f"{OWNER}{owner_id}")
    if stand_in_id is not None:
        found.append(f"{STAND_IN}{stand_in_id}")
    return " ".join(found)


@functools.lru_cache(maxsize=4096)
def _phrase(kind: str, text: str) -> str:
    return " ".join([kind + char for char in characters(text)])


def spelt(name: str) -> str:
    """Terms of all ways to read a name, none twice, separated by blanks."""
    found: dict[str, None] = {}
    for reading in names.readings(name):
        whole, first_letters = "".join(reading), names.initials(reading)
        found |= dict.fromkeys([STARTS + whole[:length] for length in range(1, min(LETTERS, len(whole)) + 1)])
        found[SPELT + whole] = None
        ends = range(2, len(first_letters) + 1)
        found |= dict.fromkeys([INITIALS + first_letters[:end] for end in ends])
        found |= _later(reading[1:])
        # The surname in full and initials: zhangxm.
        found |= dict.fromkeys([INITIALS + reading[0] + first_letters[1:end] for end in ends])
    return " ".join(found)


@functools.lru_cache(maxsize=16_384)  # of many people's given names there are few ways to read them
def _later(syllables: tuple[str, ...]) -> dict[str, None]:
    """The terms of what stands behind the first syllable."""
    found: dict[str, None] = {}
    first_letters = names.initials(syllables)
    for start in range(len(syllables)):
        rest = "".join(syllables[start:])
        for length in range(1, min(LETTERS, len(rest)) + 1):
            found[PART + rest[:length]] = None
        if len(rest) > LETTERS:
            found[SPELT_PART + rest] = None
        for end in range(start + 2, len(first_letters) + 1):
            found[INITIALS_PART + first_letters[start:end]] = None
    return found
