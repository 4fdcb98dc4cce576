"""Expressions of segments: what is read from JSON, checked against the fields and the branch's names.

{"version": 1, "all": [{"field": …, "op": …, "value": …}, {"any": […]}, {"none": […]}]}
"""

from __future__ import annotations

import enum
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy.orm import Session

from rmdesk import trait_labels
from rmdesk.services.errors import UserError
from rmdesk.services.segments import values
from rmdesk.services.segments.fields import FIELDS, Field, Op
from rmdesk.services.segments.named import Names

VERSION = 1
MOST_DEPTH = 10  # groups inside each other, the outermost counted
MOST_CONDITIONS = 200
LONGEST = 200_000  # bytes of a file, characters of what is kept
_SHOWN = 40  # characters of something unknown that a message repeats


class How(enum.StrEnum):
    """Which of its parts customers of a group satisfy."""

    ALL = "all"
    ANY = "any"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Test:
    """One condition; `value` is what `values.read` made of what stood there."""

    field: Field
    op: Op
    value: Any

    __test__ = False  # nothing of pytest's

    def stored(self) -> dict[str, Any]:
        kept = {"field": self.field.name, "op": self.op.value}
        value = values.stored(self.field.ops[self.op], self.value)
        return kept if value is None else {**kept, "value": value}


@dataclass(frozen=True, slots=True)
class Group:
    """Conditions and groups together."""

    how: How
    parts: tuple[Group | Test, ...]

    def stored(self) -> dict[str, Any]:
        return {self.how.value: [one.stored() for one in self.parts]}

    def tests(self) -> Iterator[Test]:
        """Every condition in it, at any depth."""
        for one in self.parts:
            if isinstance(one, Test):
                yield one
            else:
                yield from one.tests()


@dataclass(frozen=True, slots=True)
class Expression:
    """Whom a segment takes in. `notes` are what a person should know of it though it can be counted."""

    root: Group
    notes: tuple[UserError, ...] = ()

    def stored(self) -> dict[str, Any]:
        """As values JSON can hold: tags, tiers and people by uid, with the name they had."""
        return {"version": VERSION, **self.root.stored()}


def parse(text: str) -> Any:
    """The JSON of an expression, before it is looked at. Raises UserError `segment.not_json`, `.too_deep`."""
    try:
        return json.loads(text, parse_float=Decimal)
    except RecursionError:
        raise UserError("segment.too_deep", most=MOST_DEPTH) from None
    except ValueError as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else 1
        raise UserError("segment.not_json", line=line) from None


def read(session: Session, document: Any) -> Expression:
    """The expression of a document as JSON gives it.

    Raises UserError `segment.wrong_version`, `segment.wrong_shape`, `segment.too_deep`, `segment.too_many`,
    `segment.empty_group`, `segment.unknown_field`, `segment.unknown_operator`, `segment.wrong_value`, and
    `segment.unknown_name` for a tag, tier or person that is not there (any more).
    """
    return read_with(Names(session), document)


def read_with(names: Names, document: Any) -> Expression:
    """The same with the branch's names as they were loaded; raises as `read` does."""
    if not isinstance(document, Mapping):
        raise UserError("segment.wrong_shape", where="1")
    given = dict(document)
    version = given.pop("version", None)
    if type(version) is not int or version != VERSION:
        raise UserError("segment.wrong_version", version=VERSION)
    names.notes.clear()
    reader = _Reader(names)
    root = reader.group(given, "1", 1)
    return Expression(root, tuple(reader.names.notes))


Place = tuple[int, ...]  # which part of which part of the root; () is the root


def examine(names: Names, document: Any) -> dict[Place, Test | UserError]:
    """Of each condition what it is, or why it cannot be read; groups only where something is wrong with them.

    For what is still being written: `read` refuses the whole for the first fault.
    """
    found: dict[Place, Test | UserError] = {}
    reader = _Reader(names)

    def look(given: Any, place: Place, depth: int) -> None:
        where = ".".join(str(one + 1) for one in (0, *place))
        listed = _parts_of(given)
        try:
            if listed is None:
                found[place] = reader.test(given, where)
            elif depth > MOST_DEPTH:
                raise UserError("segment.too_deep", most=MOST_DEPTH)
            elif not listed:
                raise UserError("segment.empty_group", where=where)
        except UserError as error:
            found[place] = error
        for number, one in enumerate(listed or ()):
            look(one, (*place, number), depth + 1)

    look({key: value for key, value in document.items() if key != "version"}, (), 1)
    return found


def _parts_of(given: Any) -> list[Any] | None:
    """The parts of what is a group, None of what is none."""
    if isinstance(given, Mapping) and len(given) == 1 and next(iter(given)) in set(How):
        listed = next(iter(given.values()))
        return listed if isinstance(listed, list) else None
    return None


class _Reader:
    def __init__(self, names: Names) -> None:
        self.names = names
        self._count = 0

    def group(self, given: Mapping[str, Any], where: str, depth: int) -> Group:
        """`where` tells a person the place: 1.2 is the second part of the first group."""
        if depth > MOST_DEPTH:
            raise UserError("segment.too_deep", most=MOST_DEPTH)
        if len(given) != 1 or next(iter(given)) not in set(How):
            raise UserError("segment.wrong_shape", where=where)
        how, listed = next(iter(given.items()))
        if not isinstance(listed, list):
            raise UserError("segment.wrong_shape", where=where)
        if not listed:
            raise UserError("segment.empty_group", where=where)
        parts = [self._part(one, f"{where}.{place}", depth) for place, one in enumerate(listed, 1)]
        return Group(How(how), tuple(parts))

    def _part(self, given: Any, where: str, depth: int) -> Group | Test:
        if not isinstance(given, Mapping):
            raise UserError("segment.wrong_shape", where=where)
        if "field" not in given:
            return self.group(given, where, depth + 1)
        return self.test(given, where)

    def test(self, given: Any, where: str) -> Test:
        if not isinstance(given, Mapping) or "field" not in given:
            raise UserError("segment.wrong_shape", where=where)
        self._count += 1
        if self._count > MOST_CONDITIONS:
            raise UserError("segment.too_many", most=MOST_CONDITIONS)
        if not given.keys() <= {"field", "op", "value"}:
            raise UserError("segment.wrong_shape", where=where)
        return self._test(given)

    def _test(self, given: Mapping[str, Any]) -> Test:
        name, op = given["field"], given.get("op")
        field = FIELDS.get(name) if isinstance(name, str) else None
        if field is None:
            raise UserError("segment.unknown_field", field=str(name)[:_SHOWN])
        title = trait_labels.title(field.name)
        if not isinstance(op, str) or op not in field.ops:
            known = ", ".join(field.ops)
            raise UserError("segment.unknown_operator", field=title, op=str(op)[:_SHOWN], known=known)
        chosen = Op(op)
        return Test(field, chosen, values.read(field, field.ops[chosen], given.get("value"), self.names))
