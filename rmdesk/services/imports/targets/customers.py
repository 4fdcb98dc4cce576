"""Customers: every field of the archive, phones, addresses, documents, tags, manager, and a figure of assets.

A tier is never taken from a file: it follows from the figures.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from rmdesk.models import AddressKind, AumBasis, PhoneKind
from rmdesk.services import search, tags
from rmdesk.services.addresses import LONGEST as ADDRESS_LONGEST
from rmdesk.services.customers.fields import FIELDS, Field, Type
from rmdesk.services.days import Day
from rmdesk.services.errors import UserError
from rmdesk.services.imports import cells, choice_words, synonyms
from rmdesk.services.imports.fields import Hints, ImportField, Kind, Read
from rmdesk.services.imports.report import Problem, Report
from rmdesk.services.imports.targets import readers
from rmdesk.services.imports.targets.customer_writing import CustomerWriter
from rmdesk.services.imports.writing import Choices, Target, Writer
from rmdesk.services.names import fold, name_key

_KINDS = {
    Type.LINE: Kind.TEXT,
    Type.TEXT: Kind.TEXT,
    Type.CHOICE: Kind.CHOICE,
    Type.LEVEL: Kind.CHOICE,
    Type.FLAG: Kind.FLAG,
    Type.DATE: Kind.DATE,
    Type.DAY: Kind.DAY,
    Type.STAFF: Kind.NAME,
    Type.ORGANISATION: Kind.TEXT,
}
# Fields whose values are all of one kind of part, in the order of which the last is the first.
_SEVERAL = {one: (f"home_{one}", f"work_{one}", f"mail_{one}") for one in ("phones", "addresses")}
_LEAST_INCOME = 1_000_00  # fen a year
_INCOMES = (50_000_00, 100_000_00, 200_000_00, 500_000_00, 1_000_000_00)  # fen, upper ends of the bands
_TAGS = str.maketrans(dict.fromkeys("，、；;,|/\n", "\n"))


def _read(field: Field) -> Read:
    what = field.what
    match field.type:
        case Type.TEXT:
            return readers.paragraphs(what, field.longest)
        case Type.CHOICE | Type.LEVEL:
            if field.name == "gender":
                return lambda cell, _hints: cells.read_gender(cell, what)
            words = readers.choice("customer", field.name, choice_words.OF_FIELDS.get(field.name))
            return _income(words, what) if field.name == "income_band" else words
        case Type.FLAG:
            return readers.flag(what)
        case Type.DATE:
            return readers.checked(readers.day_on(what, past=True), field)
        case Type.DAY:
            return readers.day_of_year(what, past=True)
        case Type.STAFF:
            return readers.line(what)
        case _:
            if field.name == "number":
                return readers.number(what)
            return readers.checked(readers.line(what, field.longest), field)


def _income(words: Read, what: str) -> Read:
    """A band by its words, else the one in which an amount lies; 20 yuan a year is nobody's income."""

    def read(cell: Any, hints: Hints) -> Any:
        try:
            return words(cell, hints)
        except UserError:
            fen = cells.read_amount(cell, what, unit=hints.unit)
            if fen is None or fen < _LEAST_INCOME:
                raise
            return bisect_left(_INCOMES, fen) + 1

    return read


def _field(field: Field) -> ImportField:
    kind = {"name": Kind.NAME, "number": Kind.CODE}.get(field.name, _KINDS[field.type])
    return ImportField(field.name, field.what, kind, _read(field), required=field.name == "name")


def _addresses(kind: str) -> Read:
    def read(cell: Any, _hints: Hints) -> Any:
        found = cells.read_text(cell, "customer_address.address", longest=ADDRESS_LONGEST)
        return [] if found is None or cells.is_empty(cell) else [(found, kind)]

    return read


def _read_tags(cell: Any, _hints: Hints) -> Any:
    found = cells.read_text(cell, "tag.name", longest=400)
    if found is None or cells.is_empty(cell):
        return []
    said = [one.strip() for one in found.translate(_TAGS).split("\n")]
    if any(len(one) > tags.NAME_LONGEST for one in said):
        raise UserError("text.too_long", what="tag.name", longest=tags.NAME_LONGEST)
    return list(dict.fromkeys(one for one in said if one))


def _part(name: str, what: str, kind: Kind, read: Read, *, many: bool = True) -> ImportField:
    return ImportField(name, what, kind, read, many=many)


_PHONE, _ADDRESS, _DOCUMENT = "customer_phone.number", "customer_address.address", "identity_document.number"

PARTS: tuple[ImportField, ...] = (
    _part("phones", _PHONE, Kind.PHONES, readers.phones(_PHONE, PhoneKind.MOBILE)),
    _part("home_phones", _PHONE, Kind.PHONES, readers.phones(_PHONE, PhoneKind.HOME)),
    _part("work_phones", _PHONE, Kind.PHONES, readers.phones(_PHONE, PhoneKind.WORK)),
    _part("addresses", _ADDRESS, Kind.ADDRESS, _addresses(AddressKind.HOME)),
    _part("work_addresses", _ADDRESS, Kind.ADDRESS, _addresses(AddressKind.WORK)),
    _part("mail_addresses", _ADDRESS, Kind.ADDRESS, _addresses(AddressKind.MAIL)),
    # Read together once the row is whole: what a number must be depends on the kind.
    _part("document", _DOCUMENT, Kind.DOCUMENT, lambda cell, _hints: cell, many=False),
    _part("document_kind", "identity_document.kind", Kind.CHOICE, lambda cell, _hints: cell, many=False),
    _part(
        "document_expires_on",
        "identity_document.expires_on",
        Kind.DATE,
        readers.day_on("identity_document.expires_on"),
        many=False,
    ),
    _part("tags", "tag.name", Kind.LIST, _read_tags),
    _part("aum", "aum_figure.amount_fen", Kind.AMOUNT, readers.figure("aum_figure.amount_fen"), many=False),
    _part(
        "aum_average",
        "aum_figure.amount_fen",
        Kind.AMOUNT,
        readers.figure("aum_figure.amount_fen", AumBasis.MONTH_AVERAGE),
        many=False,
    ),
    _part(
        "aum_basis",
        "aum_figure.basis",
        Kind.CHOICE,
        readers.choice("aum_figure", "basis", choice_words.AUM_BASES),
        many=False,
    ),
    _part("aum_on", "aum_figure.as_of", Kind.DATE, readers.day_on("aum_figure.as_of", past=True), many=False),
)


class Customers(Target):
    name = "customers"
    fields = (*(_field(one) for one in FIELDS if one.name != "owner_text"), *PARTS)
    synonyms = synonyms.CUSTOMERS

    def complete(self, values: dict[str, Any], problems: list[Problem]) -> None:
        document = self._document(values, problems)
        expires_on = values.pop("document_expires_on", None)
        if document is not None:
            values["documents"] = [(document.number, document.kind, expires_on)]
            self._compare(values, document, problems)
        for name, parts in _SEVERAL.items():
            if more := [one for part in parts for one in values.pop(part, ())]:
                values[name] = list({one[0]: one for one in (*more, *values.get(name, ()))}.values())[::-1]
        # Of a thousand names this takes as long as writing their rows, so it is done here.
        values["is_masked"] = cells.is_masked(values["name"])
        values["name_key"] = name_key(values["name"])
        values["folded"] = "" if values["is_masked"] else fold(values["name"])
        values["terms"] = search.own_terms(
            values["name"],
            values.get("number"),
            dict.fromkeys(number for number, _kind in values.get("phones", ())),
            [number for number, _kind, _expires_on in values.get("documents", ())],
        )

    def _document(self, values: dict[str, Any], problems: list[Problem]) -> cells.Document | None:
        kind, number = values.pop("document_kind", None), values.pop("document", None)
        try:
            return cells.read_document(kind, number)
        except UserError as error:
            if error.code.startswith("document."):
                raise  # whoever has a wrong identity number may be anybody
            problems.append(Problem.of(error, "document"))
            return None

    def _compare(self, values: dict[str, Any], document: cells.Document, problems: list[Problem]) -> None:
        """What the number tells fills what is empty; where it says otherwise, that is told."""
        if document.gender is not None:
            told = values.setdefault("gender", document.gender)
            if told != document.gender:
                problems.append(Problem.of(UserError("import.gender_differs"), "gender"))
        if document.born_on is not None:
            born = document.born_on
            day = Day(born.month, born.day, born.year)
            said = values.setdefault("birthday", day)
            # Many celebrate by the lunar calendar, and some do not say the year.
            if not said.is_lunar and (said.month, said.day, said.year or born.year) != (
                day.month,
                day.day,
                day.year,
            ):
                problems.append(Problem.of(UserError("import.birthday_differs"), "birthday"))

    def shown(self, values: Mapping[str, Any]) -> dict[str, str]:
        papers = [number for number, _kind, _expires_on in values.get("documents", ())]
        return super().shown(dict(values) | ({"document": papers} if papers else {}))

    def writer(self, session: Session, choices: Choices, report: Report) -> Writer:
        return CustomerWriter(self, session, choices, report)
