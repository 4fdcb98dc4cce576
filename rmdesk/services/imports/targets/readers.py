"""How the cells of a field are read, and the fields that say whom a row is about."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from rmdesk import choices
from rmdesk.models import PhoneKind
from rmdesk.models.customer import LINE_LONGEST, NAME_LONGEST
from rmdesk.services import typed_days
from rmdesk.services.customers.fields import NUMBER_LONGEST, Field
from rmdesk.services.errors import UserError
from rmdesk.services.imports import cells, dating
from rmdesk.services.imports.fields import Hints, ImportField, Kind, Read


def line(what: str, longest: int = LINE_LONGEST) -> Read:
    return lambda cell, _hints: cells.read_text(cell, what, longest=longest)


def paragraphs(what: str, longest: int) -> Read:
    return lambda cell, _hints: cells.read_text(cell, what, longest=longest, is_long=True)


def number(what: str, longest: int = NUMBER_LONGEST) -> Read:
    return lambda cell, _hints: cells.read_number(cell, what, longest=longest)


def day_on(what: str, *, past: bool = False) -> Read:
    """A date of its own, a year and all."""

    toward: typed_days.Toward = "past" if past else "future"
    return lambda cell, hints: cells.read_date(
        cells.year_first(cell, hints.order), what, toward=toward, is_1904=hints.is_1904
    )


def day_of_year(what: str, *, past: bool = False) -> Read:
    return lambda cell, hints: cells.read_day(
        cells.year_first(cell, hints.order), what, past=past, is_1904=hints.is_1904
    )


def amount(what: str) -> Read:
    return lambda cell, hints: cells.read_amount(cell, what, unit=hints.unit)


def figure(what: str, basis: str | None = None) -> Read:
    """An amount, and its basis (`AumBasis`); where none is given, what the heading says, or None."""

    def read(cell: Any, hints: Hints) -> Any:
        found = cells.read_amount(cell, what, unit=hints.unit)
        return None if found is None else (found, basis or dating.basis_of(hints.heading))

    return read


def rate(what: str) -> Read:
    return lambda cell, hints: cells.read_rate(cell, what, is_fraction=hints.is_fraction)


def count(what: str, least: int, most: int) -> Read:
    return lambda cell, _hints: cells.read_count(cell, what, least=least, most=most)


def flag(what: str) -> Read:
    return lambda cell, _hints: cells.read_flag(cell, what)


def phones(what: str, kind: str) -> Read:
    return lambda cell, _hints: [(one.number, one.kind) for one in cells.read_phones(cell, what, kind=kind)]


def choice(table: str, field: str, more: Mapping[str, str] | None = None, *, within: bool = False) -> Read:
    """A word of a list: its code, the program's own words for it in both languages, and `more` of them.

    With `within` a cell may say more than the word: 三年期定期存款 is a fixed deposit.
    """
    synonyms: dict[str, Any] = {}
    for value, words in choices.in_every_language(table, field).items():
        for word in (str(value), *words):
            synonyms.setdefault(cells.fold(word), value)
    for value, said in (more or {}).items():
        known: Any = int(value) if value.isdecimal() else value
        for word in said.split("|"):
            synonyms.setdefault(cells.fold(word), known)
    what = f"{table}.{field}"
    return lambda cell, _hints: cells.read_choice(cell, what, synonyms, within=within)


def checked(read: Read, field: Field) -> Read:
    """As `read`, and by the check that the field has wherever it is entered."""

    def reading(cell: Any, hints: Hints) -> Any:
        found = read(cell, hints)
        return None if found is None else field.checked(found)

    return reading


def check_who(fields: Collection[str]) -> None:
    """Raise UserError unless one of these fields tells whom a row is about."""
    told = set(fields)
    if not (told & {"number", "document"} or {"phones", "name"} <= told):
        raise UserError("import.column_missing", what="customer.number")


def who(*, required: bool = False) -> tuple[ImportField, ...]:
    """The fields by which the customer of a row is found."""
    return (
        ImportField("number", "customer.number", Kind.CODE, number("customer.number")),
        ImportField(
            "document",
            "identity_document.number",
            Kind.DOCUMENT,
            lambda cell, _hints: cells.read_document(None, cell),
        ),
        ImportField(
            "phones",
            "customer_phone.number",
            Kind.PHONES,
            phones("customer_phone.number", PhoneKind.MOBILE),
            many=True,
        ),
        ImportField(
            "name", "customer.name", Kind.NAME, line("customer.name", NAME_LONGEST), required=required
        ),
    )
