"""What a row of the list shows of a customer, masked by role.

A list is read row by row at each key that somebody types: it asks for nothing that only files hold, and its
rows are tuples, which take a tenth of the time that other values of their kind take to be made.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Select, and_, func, select
from sqlalchemy.orm import Session

from rmdesk.models import AumFigure, Customer, CustomerFact, CustomerTag, Organisation, Staff, Tag, Tier
from rmdesk.services import aliases, days, masks
from rmdesk.services.actor import acting
from rmdesk.services.customers import access
from rmdesk.services.days import Day
from rmdesk.services.queries import Query, QueryForEach, listed

_OWNER, _STAND_IN = aliases.kept(Staff), aliases.kept(Staff)


class CustomerRow(NamedTuple):
    """A customer as lists show them. Amounts in fen; of other people's customers a band, as text.

    `phone` is masked for everybody: in full it stands on the page. The `name` of customers another
    manager is in charge of is masked. `tier_rank` is 1 for the lowest. `birthday` has no year where that is
    masked. `owner` is who is in charge, else the name that a file gave. `aum_on` is the day of `aum_fen`.
    """

    id: int
    uid: str
    version: int
    number: str | None
    gender: str | None
    occupation: str | None
    district: str | None
    strategy: str | None
    stage: str
    grade: int | None
    orientation: str | None
    risk_tolerance: int | None
    aum_on: date | None
    product_kinds: int
    next_maturity_on: date | None
    last_contact_on: date | None
    completeness: int
    aum_change_permille: int | None
    tier: str | None
    tier_rank: int | None
    stand_in: str | None
    employer: str | None
    name: str
    phone: str
    owner: str | None
    birthday: Day | None
    aum_fen: int | str | None
    aum_change_fen: int | str | None
    holdings_fen: int | str
    elsewhere_fen: int | str


class ExportedRow(CustomerRow):
    """The same with what only files hold: the tags, and by which basis `aum_fen` was counted."""

    tags: tuple[str, ...]
    aum_basis: str | None


_CUSTOMER = Customer.__table__.c
_FACT = CustomerFact.__table__.c
_MONEY = ("aum_fen", "aum_change_fen", "holdings_fen", "elsewhere_fen")
_SHOWN = CustomerRow._fields.index("name")  # so many first fields are shown as they are read


def load_customers(session: Session, ids: Sequence[int], *, exact: bool = False) -> list[CustomerRow]:
    """The customers with these ids whom one may see, in that order.

    `exact` masks nothing, for a caller who asked whether whoever acts may let that out, and recorded it.
    """
    me = acting(session).staff_id
    wanted = list(ids)
    found = _CUSTOMERS.read(session, ids=str(wanted))
    rows = {row.id: CustomerRow._make(_cells(row, me, exact)) for row in found}
    return [rows[one] for one in wanted if one in rows]


def load_exported(session: Session, ids: Sequence[int], *, exact: bool = False) -> list[ExportedRow]:
    """The same customers for a file."""
    asked = str(list(ids))
    tags: dict[int, list[str]] = {}
    for customer_id, tag in _tags().read(session, ids=asked):
        tags.setdefault(customer_id, []).append(tag)
    bases = dict(_bases().read(session, ids=asked))
    rows = []
    for one in load_customers(session, ids, exact=exact):
        row = ExportedRow._make(one)
        row.tags, row.aum_basis = tuple(tags.get(row.id, ())), bases.get(row.id)
        rows.append(row)
    return rows


def _query(session: Session) -> Select[Any]:
    beside = {
        "tier": Tier.name,
        "tier_rank": Tier.rank,
        "stand_in": _STAND_IN.name,
        "employer": Organisation.name,
    }
    plain = [
        beside[name].label(name) if name in beside else (_CUSTOMER if name in _CUSTOMER else _FACT)[name]
        for name in CustomerRow._fields[:_SHOWN]
    ]
    return (
        select(
            *plain,
            _CUSTOMER.name,
            _FACT.first_phone,
            *(_FACT[name] for name in _MONEY),
            *(_CUSTOMER[name] for name in days.columns(None, "birth_")),
            _CUSTOMER.owner_id,
            _CUSTOMER.stand_in_id,
            _CUSTOMER.owner_text,
            _OWNER.name.label("owner"),
        )
        .select_from(Customer)
        .join(CustomerFact, CustomerFact.customer_id == Customer.id)
        .outerjoin(Tier, Tier.id == Customer.tier_id)
        .outerjoin(_OWNER, _OWNER.id == Customer.owner_id)
        .outerjoin(_STAND_IN, _STAND_IN.id == Customer.stand_in_id)
        .outerjoin(
            Organisation,
            and_(Organisation.id == Customer.employer_id, Organisation.deleted_at.is_(None)),
        )
        .where(Customer.id.in_(listed("ids")), access.visible(session))
    )


_CUSTOMERS = QueryForEach(_query)


@functools.cache
def _tags() -> Query:
    borne = (
        select(CustomerTag.customer_id, Tag.name)
        .join(Tag, Tag.id == CustomerTag.tag_id)
        .where(CustomerTag.customer_id.in_(listed("ids")))
        .order_by(Tag.name)
    )
    return Query(borne)


@functools.cache
def _bases() -> Query:
    """By which basis the figure that stands in the facts was counted; one of two of a day and amount."""
    told = (
        select(CustomerFact.customer_id, func.min(AumFigure.basis))
        .join(
            AumFigure,
            and_(
                AumFigure.customer_id == CustomerFact.customer_id,
                AumFigure.as_of == CustomerFact.aum_on,
                AumFigure.amount_fen == CustomerFact.aum_fen,
            ),
        )
        .where(CustomerFact.customer_id.in_(listed("ids")))
        .group_by(CustomerFact.customer_id)
    )
    return Query(told)


def _cells(row: Any, me: int, exact: bool) -> tuple[Any, ...]:
    """What `row` shows, in the order of CustomerRow."""
    ours = exact or me in (row.owner_id, row.stand_in_id)
    birthday = days.of_row(row, "birth_")
    money: Sequence[Any] = (row.aum_fen, row.aum_change_fen, row.holdings_fen, row.elsewhere_fen)
    if not ours:
        if birthday is not None:
            birthday = Day(birthday.month, birthday.day, None, birthday.is_lunar, birthday.is_leap_month)
        money = [None if value is None else masks.band_of_fen(value) for value in money]
    shown: tuple[Any, ...] = row[:_SHOWN]
    return (
        *shown,
        row.name if ours or row.owner_id is None else masks.masked("name", row.name),
        row.first_phone or "" if exact else masks.masked("phone", row.first_phone),
        row.owner or row.owner_text,
        birthday,
        *money,
    )
