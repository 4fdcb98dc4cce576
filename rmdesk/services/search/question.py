"""What a typed text asks the index for. Every text is just text: nothing in it steers the search."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rmdesk.services import names
from rmdesk.services.search import document as terms

LONGEST = 200  # characters of a text that can find anything; no name is longer
_RAW_LONGEST = 2000  # before it is folded

_PARTS = re.compile(r"[a-z]+|[0-9]+|[^a-z0-9]+")
_PIECES = re.compile(r"[a-z0-9]+|[^a-z0-9]+")
_SYLLABLE = re.compile(r"(?:[zcs]h|[bcdfghjklmnpqrstwxyz])?[aeiouv]+(?:ng?|r)?")
_FIRST_LETTERS = "abcdefghjklmnopqrstwxyz"  # no syllable begins with i, u or v
_JOINED = re.compile(r"(?<=[0-9])[-‐-―](?=[0-9])")  # 138-0000-8000


@dataclass(frozen=True)
class Question:
    """Expressions for the index, each for a class of matches, the best class first.

    `every` is what each customer who is found satisfies; a class may hold customers of the ones before.
    """

    classes: tuple[str, ...]
    every: str


def ask(text: str, *, card: bool = False) -> Question | None:
    """The question a text stands for; None if nothing can be found by it.

    Its words are all to be found, each in whatever field. `card`: only names and phone numbers are looked at.
    """
    if len(text) > _RAW_LONGEST:
        return None
    folded = _JOINED.sub("", names.fold(text))
    if len(folded) > LONGEST:
        return None
    words = list(dict.fromkeys(_words(folded)))
    if not words:
        return None
    found = [_Word(word, card) for word in words]
    whole = "".join(_words(folded))
    exact = [_term(terms.WHOLE, whole), _term(terms.SPELT, whole)]
    if not card and whole.isascii():
        exact.append(_term(terms.NUMBER_WHOLE, whole))
    every, near = _all(word.every for word in found), _all(word.near for word in found)
    if len(words) > 1 and whole.isdigit():
        every = _any([every, *_numbers(whole, card)])  # a number typed in groups
    classes = [_any(exact)]
    for number in range(_Word.CLASSES):
        ones = [one for word in found if (one := word.classes[number])]
        if not ones:
            continue
        classes.append(_any(ones) if len(words) == 1 else _all([every, _any(ones)]))
    return Question((*classes, near, every) if near != every else (*classes, every), every)


def _words(folded: str) -> Iterator[str]:
    yield from "".join(" " if terms.is_break(char) else char for char in folded).split()


class _Word:
    """One word: what finds it in each class, in any (`near`), and also in pieces (`every`)."""

    CLASSES = 8

    def __init__(self, word: str, card: bool) -> None:
        name = _phrase(terms.NAME, word)
        surname = starts = part = short = short_part = tail = ""
        others: list[str] = []
        is_plain = word.isascii()
        if is_plain:
            if len(word) > 1 and _SYLLABLE.fullmatch(word):
                surname = _any(_read_so(word))
            if len(word) > terms.LETTERS:
                starts, part = _term(terms.SPELT, word) + "*", _term(terms.SPELT_PART, word) + "*"
            else:
                starts, part = _term(terms.STARTS, word), _term(terms.PART, word)
            if len(word) > 1:
                short, short_part = _term(terms.INITIALS, word), _term(terms.INITIALS_PART, word)
            if any(char.isdigit() for char in word):
                tail = _any(tails) if (tails := list(_tails(word, card))) else ""
                others += _numbers(word, card)
        if not card:
            others.append(_term(terms.LABEL_WHOLE, word))
            if len(word) > 1:  # one character of a company's name is found in far too many
                others += [_phrase(terms.ORGANISATION, word), _phrase(terms.LABEL, word)]
        sounding = (starts, part, short, short_part, tail)
        self.classes = ("^ " + name, name, surname, *sounding)
        # A surname that reads so also begins so.
        self.near: str = _any(one for one in (name, *sounding, *others) if one)
        self.every: str = self.near
        parts = _PARTS.findall(word) if is_plain else _PIECES.findall(word)
        if len(parts) > 1:  # 王1380, zxm1380
            self.every = _any([self.near, _all(_Word(one, card).every for one in parts)])


def _read_so(syllable: str) -> Iterator[str]:
    """That a surname is read exactly so: shan is 单 before 尚, whose shang only begins so.

    Every name has the term of its surname in full and the first letter of what follows.
    """
    for letter in _FIRST_LETTERS:
        yield _term(terms.INITIALS, syllable + letter)


def _tails(word: str, card: bool) -> Iterator[str]:
    """That a number ends with the word."""
    kinds = [(terms.PHONE, terms.PHONE_TAIL)]
    if not card:
        kinds += [(terms.DOCUMENT, terms.DOCUMENT_TAIL), (terms.NUMBER, terms.NUMBER_TAIL)]
    for gram, tail in kinds:
        if len(word) >= terms.GRAM:
            yield _quoted([*terms.grams(gram, word), tail + word[-terms.TAILS[0] :]])
        elif len(word) in terms.TAILS:
            yield _term(tail, word)


def _numbers(word: str, card: bool) -> Iterator[str]:
    """That the word stands anywhere in a number."""
    if len(word) >= terms.GRAM:
        for gram in (terms.PHONE,) if card else (terms.PHONE, terms.DOCUMENT, terms.NUMBER):
            yield _quoted(terms.grams(gram, word))
    elif not card:
        yield _term(terms.NUMBER_WHOLE, word)


def _term(kind: str, text: str) -> str:
    return _quoted([kind + text])


def _phrase(kind: str, text: str) -> str:
    return _quoted(kind + char for char in text)


def _quoted(found: Iterable[str]) -> str:
    # No term holds a quotation mark: it stands between words.
    return '"' + " ".join(found) + '"'


def _all(expressions: Iterable[str]) -> str:
    return "(" + " AND ".join(expressions) + ")"


def _any(expressions: Iterable[str]) -> str:
    return "(" + " OR ".join(expressions) + ")"
