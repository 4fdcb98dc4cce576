"""The whole record of one customer, as whoever acts may see it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Any

from sqlalchemy import and_, bindparam, select
from sqlalchemy.orm import Session, aliased

from rmdesk.models import Customer, CustomerFact, Organisation, Staff, Tier
from rmdesk.services import (
    addresses,
    changes,
    completeness,
    dates,
    days,
    documents,
    figures,
    holdings,
    masks,
    phones,
    reading,
    relations,
    roles,
    tags,
    tiers,
)
from rmdesk.services.actor import acting
from rmdesk.services.changes import Moment, RecordRow
from rmdesk.services.completeness import Completeness
from rmdesk.services.customers import access
from rmdesk.services.customers.fields import FIELDS, Field, Type
from rmdesk.services.days import Day
from rmdesk.services.queries import Query, beside_customer
from rmdesk.services.relations import RelationRow
from rmdesk.services.roles import Permission, Reach


@dataclass(frozen=True, slots=True)
class Shown:
    """A value as it may be shown: exact, or masked text."""

    value: Any
    masked: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """Somebody or something a field points to."""

    uid: str
    name: str


@dataclass(frozen=True, slots=True)
class PhoneRow:
    uid: str
    version: int
    kind: str
    number: Shown


@dataclass(frozen=True, slots=True)
class AddressRow:
    uid: str
    version: int
    kind: str
    address: Shown


@dataclass(frozen=True, slots=True)
class DocumentRow:
    uid: str
    version: int
    kind: str
    number: Shown
    expires_on: date | None


@dataclass(frozen=True, slots=True)
class DateRow:
    uid: str
    version: int
    kind: str
    whose: str | None
    day: Day
    yearly: bool
    note: str | None


@dataclass(frozen=True, slots=True)
class HoldingRow:
    """A holding; `amount_fen` of one piece, of which there are `count`."""

    uid: str
    version: int
    bank: str
    kind: str
    product: str
    account: Shown
    amount_fen: Shown
    currency: str
    rate: int | None
    starts_on: date | None
    matures_on: date | None
    premium_due_on: date | None
    count: int
    closed_on: date | None
    source: str | None


@dataclass(frozen=True, slots=True)
class FigureRow:
    uid: str
    version: int
    basis: str
    as_of: date
    amount_fen: Shown
    source: str | None


@dataclass(frozen=True, slots=True)
class TierStep:
    """A tier the customer came into on a day; `tier` None: none."""

    since: date
    tier: str | None
    amount_fen: Shown


@dataclass(frozen=True, slots=True)
class Facts:
    """What is computed of the customer; amounts in fen. `wallet_permille`: our part of what is known."""

    aum_fen: Shown
    aum_on: date | None
    aum_change_fen: Shown
    aum_change_permille: int | None
    holdings_fen: Shown
    elsewhere_fen: Shown
    wallet_permille: int | None
    product_kinds: int
    next_maturity_on: date | None
    last_contact_on: date | None


@dataclass(frozen=True, slots=True)
class CustomerRecord:
    """A customer with everything beside them. `fields` by the names of `fields.FIELDS`.

    A field of STAFF or ORGANISATION holds a `Link`. `is_ours`: whoever reads is manager or stand-in.
    `contradicted`: names of fields shown exactly that an identity card tells otherwise.
    """

    id: int
    uid: str
    version: int
    name: str
    is_ours: bool
    fields: Mapping[str, Shown]
    tier: str | None
    facts: Facts
    phones: tuple[PhoneRow, ...]
    addresses: tuple[AddressRow, ...]
    documents: tuple[DocumentRow, ...]
    dates: tuple[DateRow, ...]
    relations: tuple[RelationRow, ...]
    holdings: tuple[HoldingRow, ...]
    figures: tuple[FigureRow, ...]
    tags: tuple[str, ...]
    tier_history: tuple[TierStep, ...]
    completeness: Completeness
    contradicted: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Eyes:
    """What the one who reads may see of this customer."""

    is_ours: bool
    exact: bool

    def see(self, table: str, column: str, value: Any) -> Shown:
        kind = masks.COLUMNS.get((table, column))
        if kind is None or value is None or value == "":
            return Shown(value)
        return self.see_as(kind, value)

    def see_as(self, kind: str, value: Any) -> Shown:
        if value is None or self.exact or (self.is_ours and kind not in masks.MASKED_FROM_ALL):
            return Shown(value)
        return Shown(masks.masked(kind, value), masked=True)


def get_customer(session: Session, number_or_uid: str, *, exact: bool = False) -> CustomerRecord:
    """The record of a customer, masked by role; figures are those of twelve months.

    With `exact` every value that the role may reveal is exact, and one entry of the audit trail says
    so: that needs a writing session. Raises NotAllowed, UserError `customer.unknown`.
    """
    customer = access.find(session, number_or_uid)
    ours = access.is_ours(session, customer)
    if exact:
        reading.note_record(session, customer)
        reach = roles.allowed(acting(session), Permission.REVEAL).reach()
        exact = reach != Reach.NONE and reach >= access.needed_reach(session, customer)
    eyes = _Eyes(ours, exact)
    links = _LINKS.read(session, customer_id=customer.id)[0]
    found_phones = phones.list_phones(session, customer.id)
    found_addresses = addresses.list_addresses(session, customer.id)
    found_documents = documents.list_documents(session, customer.id)
    fields = _fields(customer, links, eyes)
    return CustomerRecord(
        id=customer.id,
        uid=customer.uid,
        version=customer.version,
        name=customer.name,
        is_ours=ours,
        fields=fields,
        tier=links.tier,
        facts=_facts(session, customer, eyes),
        phones=tuple(
            PhoneRow(one.uid, one.version, one.kind, eyes.see("customer_phone", "number", one.number))
            for one in found_phones
        ),
        addresses=tuple(
            AddressRow(one.uid, one.version, one.kind, eyes.see("customer_address", "address", one.address))
            for one in found_addresses
        ),
        documents=tuple(
            DocumentRow(
                one.uid,
                one.version,
                one.kind,
                eyes.see("identity_document", "number", one.number),
                one.expires_on,
            )
            for one in found_documents
        ),
        dates=tuple(
            DateRow(one.uid, one.version, one.kind, one.whose, day, one.yearly, one.note)
            for one in dates.list_dates(session, customer.id)
            if (day := days.of_row(one)) is not None
        ),
        relations=tuple(relations.relations_of(session, customer)),
        holdings=_holdings(session, customer, eyes),
        figures=tuple(
            FigureRow(
                one.uid,
                one.version,
                one.basis,
                one.as_of,
                eyes.see("aum_figure", "amount_fen", one.amount_fen),
                one.source,
            )
            for one in figures.list_figures(session, customer.id)
        ),
        tags=tuple(tags.tags_of(session, customer.id)),
        tier_history=tuple(
            TierStep(since, name, eyes.see("tier_change", "amount_fen", amount))
            for since, name, amount in tiers.history(session, customer.id)
        ),
        completeness=completeness.of(
            customer,
            {
                "customer_phone.number": len(found_phones),
                "customer_address.address": len(found_addresses),
                "identity_document.number": len(found_documents),
            },
        ),
        contradicted=frozenset(
            name for name in documents.contradicted(customer, found_documents) if not fields[name].masked
        ),
    )


def timeline(session: Session, uid: str, *, limit: int = 100) -> list[Moment]:
    """What was done to a customer and the rows beside them, newest first, masked by role.

    Raises NotAllowed, UserError `row.gone`, `customer.in_bin`.
    """
    customer = access.load(session, uid)
    eyes = _Eyes(access.is_ours(session, customer), exact=False)
    found = changes.timeline(session, uid, limit, parts=PARTS)
    return [
        replace(one, records=tuple(_masked_record(eyes, record) for record in one.records)) for one in found
    ]


# The tables of rows beside a customer whose changes belong to the customer's timeline.
PARTS = (
    "customer_phone",
    "customer_address",
    "identity_document",
    "important_date",
    "relation",
    "holding",
    "aum_figure",
    "tier_change",
    "customer_tag",
)


def _masked_record(eyes: _Eyes, record: RecordRow) -> RecordRow:
    def see(field: str, value: Any) -> Any:
        return eyes.see(record.table, field, value).value

    if record.field is not None:
        return replace(record, before=see(record.field, record.before), after=see(record.field, record.after))
    if isinstance(record.before, dict):
        return replace(record, before={name: see(name, value) for name, value in record.before.items()})
    return record


def _person(name: str) -> Any:
    return aliased(Staff, name=name)


# Names of what a customer's own row points to; a person's roles, which come with the person, are not wanted.
_OWNER, _STAND_IN = _person("owner"), _person("stand_in")
_LINKS = Query(
    select(
        Tier.name.label("tier"),
        _OWNER.uid.label("owner_uid"),
        _OWNER.name.label("owner"),
        _STAND_IN.uid.label("stand_in_uid"),
        _STAND_IN.name.label("stand_in"),
        Organisation.uid.label("employer_uid"),
        Organisation.name.label("employer"),
    )
    .select_from(Customer)
    .outerjoin(Tier, Tier.id == Customer.tier_id)
    .outerjoin(_OWNER, _OWNER.id == Customer.owner_id)
    .outerjoin(_STAND_IN, _STAND_IN.id == Customer.stand_in_id)
    .outerjoin(Organisation, and_(Organisation.id == Customer.employer_id, Organisation.deleted_at.is_(None)))
    .where(Customer.id == bindparam("customer_id"))
)


def _fields(customer: Customer, links: Any, eyes: _Eyes) -> Mapping[str, Shown]:
    return MappingProxyType({field.name: _field(customer, links, field, eyes) for field in FIELDS})


def _field(customer: Customer, links: Any, field: Field, eyes: _Eyes) -> Shown:
    if field.type is Type.DAY:
        day = days.of_row(customer, "birth_")
        if day is not None and day.year is not None and eyes.see_as("birth_year", day.year).masked:
            return Shown(replace(day, year=None), masked=True)
        return Shown(day)
    column = field.columns[0]
    value = getattr(customer, column)
    if value is None:
        return Shown(None)
    if field.type in (Type.STAFF, Type.ORGANISATION):
        uid = getattr(links, f"{field.name}_uid")
        return Shown(None if uid is None else Link(uid, getattr(links, field.name)))
    # Who opens a record must know whose it is: names are masked in lists only.
    return Shown(value) if field.name == "name" else eyes.see("customer", column, value)


_FACTS = beside_customer(CustomerFact)


def _facts(session: Session, customer: Customer, eyes: _Eyes) -> Facts:
    found = _FACTS.read(session, customer_id=customer.id)
    fact = found[0] if found else CustomerFact(holdings_fen=0, elsewhere_fen=0, product_kinds=0)
    known = fact.holdings_fen + fact.elsewhere_fen
    return Facts(
        aum_fen=eyes.see_as("assets_fen", fact.aum_fen),
        aum_on=fact.aum_on,
        aum_change_fen=eyes.see_as("assets_fen", fact.aum_change_fen),
        aum_change_permille=fact.aum_change_permille,
        holdings_fen=eyes.see_as("assets_fen", fact.holdings_fen),
        elsewhere_fen=eyes.see_as("assets_fen", fact.elsewhere_fen),
        wallet_permille=fact.holdings_fen * 1000 // known if known > 0 else None,
        product_kinds=fact.product_kinds,
        next_maturity_on=fact.next_maturity_on,
        last_contact_on=fact.last_contact_on,
    )


def _holdings(session: Session, customer: Customer, eyes: _Eyes) -> tuple[HoldingRow, ...]:
    return tuple(
        HoldingRow(
            uid=one.uid,
            version=one.version,
            bank=one.bank,
            kind=one.kind,
            product=one.product,
            account=eyes.see("holding", "account", one.account),
            amount_fen=eyes.see("holding", "amount_fen", one.amount_fen),
            currency=one.currency,
            rate=one.rate,
            starts_on=one.starts_on,
            matures_on=one.matures_on,
            premium_due_on=one.premium_due_on,
            count=one.count,
            closed_on=one.closed_on,
            source=one.source,
        )
        for one in holdings.list_holdings(session, customer.id)
    )
