"""Which cells the sections of the page show: the customer's fields, and the rows that are one line each."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from rmdesk import labels
from rmdesk.models import DocumentKind
from rmdesk.services.customers import BY_NAME, FIELDS, Section, Type
from rmdesk.services.customers.record import CustomerRecord
from rmdesk.ui.panes.customers.page import wording
from rmdesk.ui.panes.customers.page.edits import NEW
from rmdesk.ui.panes.customers.page.value_grid import Cell
from rmdesk.words import translate

# What a person looks for first, before the other fields of the registry.
_FIRST = ("birthday", "gender", "occupation", "position", "employer", "preferred_time", "taboos")
_LAST = ("name", "number")  # both stand in the head of the page, too
# A risk assessment counts for a year: 商业银行理财业务监督管理办法 (2018) asks for a new one after that, and
# 金融机构产品适当性管理办法 (in force since 2026-02-01) for one that is still valid.
_ASSESSED_FOR = timedelta(days=365)


def basic(record: CustomerRecord) -> list[Cell]:
    """Who this is and how to reach them."""
    named = [one.name for one in FIELDS if one.section in (Section.BASIC, Section.CONTACT)]
    rest = [name for name in named if name not in (*_FIRST, *_LAST)]
    first, others, last = ([_field(record, name) for name in names] for names in (_FIRST, rest, _LAST))
    return [*first, *_documents(record), *_phones(record), *_addresses(record), *others, *last]


def of_sections(record: CustomerRecord, *sections: Section, without: Iterable[str] = ()) -> list[Cell]:
    """The fields of some sections, in the order of the registry."""
    left_out = set(without)
    return [
        _field(record, one.name) for one in FIELDS if one.section in sections and one.name not in left_out
    ]


def relationship(record: CustomerRecord) -> list[Cell]:
    return of_sections(record, Section.RELATIONSHIP)


def family(record: CustomerRecord) -> list[Cell]:
    return of_sections(record, Section.FAMILY, without=_FIRST)


def buying(record: CustomerRecord) -> list[Cell]:
    return of_sections(record, Section.BUYING, Section.ACCOUNT)


def service(record: CustomerRecord) -> list[Cell]:
    return of_sections(record, Section.SERVICE)


def assessment_expired(record: CustomerRecord, today: date | None = None) -> bool:
    assessed = record.fields["risk_assessed_on"].value
    known = record.fields["risk_tolerance"].value is not None
    return bool(known and assessed is not None and (today or date.today()) - assessed > _ASSESSED_FOR)


def _field(record: CustomerRecord, name: str) -> Cell:
    field, shown = BY_NAME[name], record.fields[name]
    caution = ""
    if name == "risk_tolerance" and assessment_expired(record):
        caution = translate("customer page", "assessment expired")
    elif name in record.contradicted:
        caution = translate("customer page", "differs from the ID")
    return Cell(
        name,
        wording.field_label(field),
        wording.value(field, shown),
        wide=field.type is Type.TEXT and len(str(shown.value or "")) > 20,
        masked=shown.masked,
        caution=caution,
        aside="" if caution else wording.aside(name, shown),
    )


def _phones(record: CustomerRecord) -> list[Cell]:
    cells = [
        Cell(
            f"customer_phone:{one.uid}",
            wording.kind("customer_phone", one.kind),
            str(one.number.value or ""),
            masked=one.number.masked,
        )
        for one in record.phones
    ]
    return [*cells, _new("customer_phone", labels.table("customer_phone"))]


def _addresses(record: CustomerRecord) -> list[Cell]:
    cells = [
        Cell(
            f"customer_address:{one.uid}",
            wording.kind("customer_address", one.kind),
            str(one.address.value or ""),
            wide=True,
            masked=one.address.masked,
        )
        for one in record.addresses
    ]
    return [*cells, _new("customer_address", labels.table("customer_address"))]


def _documents(record: CustomerRecord) -> list[Cell]:
    cells = [
        Cell(
            f"identity_document:{one.uid}",
            _document_word()
            if one.kind == DocumentKind.RESIDENT_ID
            else wording.kind("identity_document", one.kind),
            str(one.number.value or ""),
            masked=one.number.masked,
            caution=translate("customer page", "expired")
            if one.expires_on is not None and one.expires_on < date.today()
            else "",
        )
        for one in record.documents
    ]
    return [*cells, _new("identity_document", _document_word())]


def _new(table: str, label: str) -> Cell:
    return Cell(f"{table}:{NEW}", label)


def _document_word() -> str:
    return translate("customer page", "ID document")
