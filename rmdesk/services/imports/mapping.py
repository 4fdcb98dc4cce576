"""Which column of a file is which field: proposed by the words of its heading and by its values."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from rmdesk.services.errors import UserError
from rmdesk.services.imports import cells
from rmdesk.services.imports.fields import ImportField, Kind
from rmdesk.services.imports.layout import Layout
from rmdesk.services.imports.parsing import Found, Plan
from rmdesk.services.imports.writing import Target

CERTAIN = 0.8  # confidence from which on nobody need look at a column
_LEAST = 0.5  # below it nothing is proposed
_BY_VALUES = 0.6  # of a column that only its values tell
_SHARE = 0.7  # of the values of a column that must look like a kind

_BRACKETS = re.compile(r"[（(\[【<《].*?[）)\]】>》]")
_MARKS = re.compile(r"[\s_\-–—:：*＊·、,，./\\|'\"“”?？!！#]+")
_VAGUE = frozenset({"no", "id", "编号", "代码"})  # of what, another heading may say better
_MOBILE = re.compile(r"(?:\+?86|0086)?1[3-9][0-9]{9}")
_IDENTITY = re.compile(r"[0-9]{17}[0-9X]|[0-9]{15}")
_DATE = re.compile(r"(?:19|20)[0-9]{2}(?:[-/.年]?(?:1[0-2]|0?[1-9])[-/.月]?(?:3[01]|[12][0-9]|0?[1-9])日?)")
_NAME = re.compile(r"[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,10}·[\u4e00-\u9fff·]{1,12}")
_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What a column is likely to be. `by`: "heading", "values", "remembered", or "" where `field` is None."""

    index: int
    title: str
    field: str | None
    confidence: float
    by: str


def titles(layout: Layout) -> list[str]:
    """What each column is called in a mapping: its heading, else its letter; a second one is "… (2)"."""
    seen: Counter[str] = Counter()
    found = []
    for column in layout.columns:
        name = column.heading or _letter(column.index)
        seen[name] += 1
        found.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return found


def suggest(target: Target, found: Found, known: Mapping[str, str | None] | None = None) -> list[Suggestion]:
    """A field for each column, as far as one is likely; `known` are those of a file of the same shape.

    No field is given to two columns unless it may have several. Columns of secrets get none.
    """
    names = titles(found.layout)
    chosen: dict[int, Suggestion] = {}
    taken: set[str] = set()
    candidates: list[tuple[float, int, str, str]] = []
    for column, title in zip(found.layout.columns, names, strict=True):
        if column.is_secret:
            continue
        if known is not None and title in known:
            field = known[title]
            if field is None or field in target.by_name:
                chosen[column.index] = Suggestion(column.index, title, field, 1.0, "remembered")
                if field is not None and not target.by_name[field].many:
                    taken.add(field)
                continue
        samples = found.samples[column.index] if column.index < len(found.samples) else ()
        told = by_heading(target, column.heading, column.group) | target.likely(column.heading, samples)
        for field, score in told.items():
            if target.by_name[field].kind is Kind.PHONES and _are_days(samples):
                continue  # "last contact" is no contact number
            if target.by_name[field].kind is Kind.CODE and score <= CERTAIN and _is_counting(samples):
                continue  # rows that are numbered
            fits = _fits(target.by_name[field], samples)
            candidates.append((score + (0.1 if fits else 0.0), column.index, field, "heading"))
        for name in _told_by_values(target):
            if _fits(target.by_name[name], samples):
                candidates.append((_BY_VALUES, column.index, name, "values"))
    needs_name = "name" in target.by_name and target.by_name["name"].required
    for score, index, field, by in sorted(candidates, key=lambda one: (-one[0], one[1])):
        if index in chosen or field in taken or score < _LEAST:
            continue
        if field == "name" and by == "values" and {"number", "document"} & taken and not needs_name:
            continue  # whose a row is, is told; 本行 and 农行 are as short as names
        chosen[index] = Suggestion(index, names[index], field, min(score, 1.0), by)
        if not target.by_name[field].many or by == "values":
            taken.add(field)
    return [
        chosen.get(column.index, Suggestion(column.index, title, None, 0.0, ""))
        for column, title in zip(found.layout.columns, names, strict=True)
    ]


def plan_of(
    target: Target, found: Found, columns: Mapping[str, str | None], heading: int | None = None
) -> Plan:
    """The plan that a mapping makes for this file.

    Raises UserError `import.unknown_field`, `import.secret_column`, `import.field_twice`, and
    `import.column_missing` where a field that every row needs has no column.
    """
    named = dict(zip(titles(found.layout), found.layout.columns, strict=True))
    wanted: dict[int, str] = {}
    for title, field in columns.items():
        if field is None or title not in named:
            continue
        if field not in target.by_name:
            raise UserError("import.unknown_field", field=field)
        if named[title].is_secret:
            raise UserError("import.secret_column", heading=title)
        if field in wanted.values() and not target.by_name[field].many:
            raise UserError("import.field_twice", heading=title)
        wanted[named[title].index] = field
    for one in target.fields:
        if one.required and one.name not in wanted.values():
            raise UserError("import.column_missing", what=one.what)
    target.check_columns(set(wanted.values()))
    return Plan(wanted, heading)


@cache
def _words(target: Target) -> dict[str, str]:
    """Each word that a heading may be, and its field; of two fields the first has it."""
    found: dict[str, str] = {}
    for field, words in target.synonyms.items():
        for word in words.split("|"):
            found.setdefault(plain(word), field)
        found.setdefault(plain(field), field)
    return found


def by_heading(target: Target, heading: str, group: str = "") -> dict[str, float]:
    """The fields that a heading may mean, and how sure that is."""
    words = _words(target)
    if (monthly := target.monthly) is not None and cells.read_month(heading) is not None:
        return {monthly: 0.95}
    best: dict[str, float] = {}
    own = heading.removeprefix(group).strip() if group else heading
    for text, worth in ((plain(heading), 1.0), (plain(own), 0.95), (plain(own).rstrip("0123456789"), 0.9)):
        if text in words:
            sure = min(worth, CERTAIN) if text in _VAGUE else worth
            best[words[text]] = max(best.get(words[text], 0.0), sure)
    if best:
        return best
    text = plain(own)
    for word, field in words.items():
        if len(word) < 2 or word in _VAGUE or word not in text:
            continue
        # A heading mostly ends with what it is: 客户手机号码, 预计到期日.
        ends = 0.15 if text.endswith(word) else 0.0
        score = 0.35 + 0.4 * len(word) / len(text) + ends
        best[field] = max(best.get(field, 0.0), min(score, 0.85))
    return best


def plain(heading: str) -> str:
    """A heading as it is compared: small, without blanks, marks, and what stands in brackets."""
    text = unicodedata.normalize("NFKC", heading).lower()
    without = _MARKS.sub("", _BRACKETS.sub("", text))
    return without or _MARKS.sub("", text)


def _told_by_values(target: Target) -> Collection[str]:
    """Fields whose values say by themselves what they are."""
    return [name for name in target.told_by_values if name in target.by_name]


def _fits(field: ImportField, samples: Sequence[Any]) -> bool:
    given = [one for one in samples if not cells.is_empty(one)]
    look = _LOOKS.get(field.name) or _LOOKS.get(field.kind)
    return bool(given) and look is not None and sum(map(look, given)) >= _SHARE * len(given)


def _are_days(samples: Sequence[Any]) -> bool:
    """Whether a column holds dates, and no numbers that could be read as such."""
    given = [one for one in samples if not cells.is_empty(one)]
    texts = [unicodedata.normalize("NFKC", cells.as_text(one)).strip() for one in given]
    return bool(given) and all(
        isinstance(one, date) or (not text.isdigit() and _DATE.fullmatch(text) is not None)
        for one, text in zip(given, texts, strict=True)
    )


def _is_counting(samples: Sequence[Any]) -> bool:
    """Whether a column numbers its rows: 1, 2, 3."""
    given = [cells.as_text(one).strip() for one in samples if not cells.is_empty(one)]
    return len(given) > 1 and given == [str(place) for place in range(1, len(given) + 1)]


def _text(cell: Any) -> str:
    return re.sub(r"[\s-]", "", unicodedata.normalize("NFKC", cells.as_text(cell))).upper()


def _born(cell: Any) -> bool:
    if isinstance(cell, date):
        return cell.year < date.today().year - 5
    match = _DATE.fullmatch(unicodedata.normalize("NFKC", cells.as_text(cell)).strip())
    return match is not None and int(match[0][:4]) < date.today().year - 5


_LOOKS: dict[str, Callable[[Any], bool]] = {
    Kind.DOCUMENT: lambda cell: bool(_IDENTITY.fullmatch(_text(cell))),
    Kind.PHONES: lambda cell: bool(_MOBILE.match(_text(cell))),
    "gender": lambda cell: _text(cell) in ("男", "女", "M", "F", "男性", "女性"),
    "email": lambda cell: bool(_EMAIL.fullmatch(cells.as_text(cell).strip())),
    "birthday": _born,
    "name": lambda cell: bool(_NAME.fullmatch(cells.as_text(cell).strip())),
}


def _letter(index: int) -> str:
    """The name a spreadsheet gives a column: A, B, … AA."""
    name = ""
    number = index + 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(65 + rest) + name
    return name
