"""The card of a customer: who they are, what they hold, what was said last and what is owed to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from rmdesk import labels
from rmdesk.services import interactions, promises
from rmdesk.services.customers.fields import FIELDS, Section, Type
from rmdesk.services.customers.record import CustomerRecord, get_customer
from rmdesk.services.interactions import InteractionRow
from rmdesk.services.promises import Owed
from rmdesk.services.reports import blocks, told
from rmdesk.services.reports.blocks import Column, Fact, Figure
from rmdesk.services.reports.charts import Chart, Series, Shape
from rmdesk.services.reports.definition import Report
from rmdesk.services.reports.parameters import Parameter
from rmdesk.services.reports.parameters import Type as Kind
from rmdesk.services.roles import Permission
from rmdesk.words import translate

MOST_CONTACTS = 200
_ASKED = 8  # what is worth asking next time
_CHART_HEIGHT = 40  # mm
_FEWEST = 3  # figures: fewer make no line
_LONG = 24  # characters: a longer text takes a line of its own


@dataclass(frozen=True, slots=True)
class Card:
    """A customer's record, masked by role; contacts the newest first; what is owed and still pending."""

    record: CustomerRecord
    contacts: tuple[InteractionRow, ...]
    owed: tuple[Owed, ...]
    on: date


def title() -> str:
    return translate("customer card", "Customer card")


def gather(session: Session, *, customer: str, contacts: int = 10) -> Card:
    """The card of the customer with this uid, with so many contacts.

    Raises NotAllowed, UserError `customer.unknown`.
    """
    record = get_customer(session, customer)
    return Card(
        # A read-only mapping crosses no pipe.
        replace(record, fields=dict(record.fields)),
        tuple(interactions.list_interactions(session, record.uid, limit=contacts)) if contacts else (),
        tuple(one for one in promises.list_owed(session, record.uid, ended=0) if one.is_pending),
        date.today(),
    )


def story(data: Card) -> Iterable[blocks.Block]:
    record = data.record
    number = record.fields["number"].value
    yield blocks.Title(record.name, told.joined([number, record.tier]))
    yield _figures(record)
    yield from _part(labels.section(Section.RELATIONSHIP), _relationship(record))
    yield from _part(labels.section(Section.BASIC), _basic(record))
    yield from _family(record)
    yield from _part(
        labels.section(Section.BUYING), _of(record, Section.BUYING, Section.ACCOUNT, Section.SERVICE)
    )
    yield from _holdings(record)
    yield from _assets(record)
    yield from _owed(data)
    yield from _contacts(data)
    yield from _worth_asking(record)


def _figures(record: CustomerRecord) -> blocks.Figures:
    facts = record.facts
    as_of = translate("customer card", "as of {day}", day=told.day(facts.aum_on)) if facts.aum_on else ""
    unknown = translate("customer card", "not known")
    return blocks.Figures(
        [
            Figure(
                translate("customer card", "Assets (CNY)"),
                told.whole_amount(facts.aum_fen.value) or unknown,
                as_of,
            ),
            Figure(
                translate("customer card", "On last month"),
                told.permille(facts.aum_change_permille) or "–",
                "" if facts.aum_change_fen.masked else told.whole_amount(facts.aum_change_fen.value),
            ),
            Figure(
                translate("customer card", "Held here (CNY)"),
                told.whole_amount(facts.holdings_fen.value) or "0",
                translate("customer card", "{count} kinds of product", count=facts.product_kinds),
            ),
            Figure(
                translate("customer card", "At other banks (CNY)"),
                told.whole_amount(facts.elsewhere_fen.value) or "0",
            ),
        ]
    )


def _part(heading: str, facts: list[Fact]) -> Iterator[blocks.Block]:
    """A heading over what is known; nothing where nothing is."""
    known = [one for one in facts if one.value]
    if known:
        yield blocks.Heading(heading)
        yield blocks.Facts(known)


def _of(record: CustomerRecord, *sections: Section, without: tuple[str, ...] = ()) -> list[Fact]:
    """The fields of some sections of the page."""
    found = []
    for one in FIELDS:
        if one.section in sections and one.name not in without:
            value = told.field(one, record.fields[one.name])
            wide = one.type is Type.TEXT and len(value) > _LONG
            found.append(Fact(labels.field("customer", one.name), value, wide=wide))
    return sorted(found, key=lambda fact: fact.wide)


def _relationship(record: CustomerRecord) -> list[Fact]:
    facts = record.facts
    return [
        *_of(record, Section.RELATIONSHIP),
        Fact(translate("customer card", "Last contact"), told.day(facts.last_contact_on)),
        Fact(translate("customer card", "Next maturity"), told.day(facts.next_maturity_on)),
        Fact(labels.table("tag"), labels.listed(record.tags), wide=len(record.tags) > 3),
    ]


def _basic(record: CustomerRecord) -> list[Fact]:
    beside = [
        *(
            Fact(told.word("customer_phone", "kind", one.kind), str(one.number.value or ""))
            for one in record.phones
        ),
        *(
            Fact(
                told.word("identity_document", "kind", one.kind),
                told.joined([str(one.number.value or ""), told.day(one.expires_on)]),
            )
            for one in record.documents
        ),
        *(
            Fact(told.word("customer_address", "kind", one.kind), str(one.address.value or ""), wide=True)
            for one in record.addresses
        ),
    ]
    fields = _of(record, Section.BASIC, Section.CONTACT, without=("name", "number"))
    both = [*fields, *beside]
    return [*(one for one in both if not one.wide), *(one for one in both if one.wide)]


def _family(record: CustomerRecord) -> Iterator[blocks.Block]:
    facts = [
        *(
            Fact(told.word("relation", "kind", one.kind), told.joined([one.name, one.note]))
            for one in record.relations
        ),
        *(
            Fact(
                told.joined([one.whose, told.word("important_date", "kind", one.kind)]),
                told.joined([told.known_day(one.day), one.note]),
            )
            for one in record.dates
        ),
        *_of(record, Section.FAMILY),
    ]
    yield from _part(labels.section(Section.FAMILY), facts)


def _holdings(record: CustomerRecord) -> Iterator[blocks.Block]:
    held = [one for one in record.holdings if one.closed_on is None]
    if not held:
        return
    yield blocks.Heading(
        translate("customer card", "Holdings"), translate("customer card", "{count} in all", count=len(held))
    )
    own = translate("customer card", "here")
    yield blocks.Table(
        [
            Column(labels.field("holding", "kind"), 2.2),
            Column(labels.field("holding", "product"), 4),
            Column(labels.field("holding", "bank"), 2.4),
            Column(translate("customer card", "Amount (CNY)"), 3.2, right=True),
            Column(labels.field("holding", "rate"), 1.5, right=True),
            Column(labels.field("holding", "matures_on"), 2.4),
        ],
        [
            [
                told.word("holding", "kind", one.kind),
                told.joined([one.product, f"× {one.count}" if one.count != 1 else ""]),
                one.bank or own,
                told.joined(
                    [told.amount(one.amount_fen.value), one.currency if one.currency != "CNY" else ""]
                ),
                told.rate(one.rate),
                told.day(one.matures_on),
            ]
            for one in held
        ],
        "",
    )


def _assets(record: CustomerRecord) -> Iterator[blocks.Block]:
    """Figures of a year as a line, where they may be told."""
    basis = record.figures[0].basis if record.figures else ""
    told_ = sorted(
        (one for one in record.figures if one.basis == basis and not one.amount_fen.masked),
        key=lambda one: one.as_of,
    )
    if len(told_) < _FEWEST:
        return
    yield blocks.Heading(
        translate("customer card", "Assets over a year"),
        told.word("aum_figure", "basis", basis),
        over=_CHART_HEIGHT,
    )
    yield Chart(
        Shape.LINES,
        tuple(f"{one.as_of:%Y-%m}" for one in told_),
        (Series("", tuple(one.amount_fen.value / 1_000_000 for one in told_)),),
        unit=translate("customer card", "CNY 10,000"),
        height=_CHART_HEIGHT,
    )


def _owed(data: Card) -> Iterator[blocks.Block]:
    if not data.owed:
        return
    yield blocks.Heading(translate("customer card", "Promised and planned"))
    yield blocks.Table(
        [
            Column(translate("customer card", "Due"), 2.6),
            Column(translate("customer card", "Kind"), 2),
            Column(translate("customer card", "What"), 7),
            Column(translate("customer card", "State"), 1.8),
            Column(translate("customer card", "Who"), 2),
        ],
        [
            [
                told.dated(one.due_on, one.at_minute),
                labels.table(one.table),
                one.words,
                told.joined([told.word(one.table, "state", one.state), _overdue(one, data.on)]),
                one.staff,
            ]
            for one in data.owed
        ],
        "",
    )


def _overdue(one: Owed, on: date) -> str:
    return translate("customer card", "overdue") if one.due_on < on else ""


def _contacts(data: Card) -> Iterator[blocks.Block]:
    yield blocks.Heading(translate("customer card", "Last contacts"))
    yield blocks.Table(
        [
            Column(translate("customer card", "When"), 2.6),
            Column(translate("customer card", "How"), 1.8),
            Column(translate("customer card", "What was said"), 8),
            Column(translate("customer card", "Result"), 1.8),
            Column(translate("customer card", "Who"), 2),
        ],
        [
            [
                told.dated(one.held_on, one.at_minute),
                told.word("interaction", "channel", one.channel),
                told.joined([one.purpose, one.content, one.need], "\n"),
                told.word("interaction", "result", one.result),
                one.staff,
            ]
            for one in data.contacts
        ],
        translate("customer card", "No contact is recorded."),
    )


def _worth_asking(record: CustomerRecord) -> Iterator[blocks.Block]:
    missing = record.completeness.missing[:_ASKED]
    if missing:
        yield blocks.Heading(
            translate("customer card", "Worth asking next time"),
            translate("customer card", "complete to {share}%", share=record.completeness.score),
        )
        yield blocks.Text(labels.listed(labels.what(one.what) for one in missing))


REPORT = Report(
    title,
    gather,
    story,
    parameters=(
        Parameter("customer", Kind.CUSTOMER),
        Parameter("contacts", Kind.WHOLE, "10", most=MOST_CONTACTS),
    ),
    permission=Permission.SEE_CUSTOMERS,
    about=lambda data: data.record.uid,
)
