"""What a row of the list shows of a customer, masked by role."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, and_, func, select
from sqlalchemy.orm import Session

from rmdesk.models import AumFigure, Customer, CustomerFact, CustomerTag, Organisation, Staff, Tag, Tier
from rmdesk.services import aliases, days, masks
from rmdesk.services.actor import acting
from rmdesk.services.customers import access
from rmdesk.services.days import Day
from rmdesk.services.queries import Query, QueryForEach, listed

_OWNER, _STAND_IN = aliases.kept(Staff), aliases.kept(Staff)


@dataclass(frozen=True, slots=True)
class CustomerRow:
    """A customer as lists show them. Amounts in fen; of other people's customers a band, as text.

    `phone` is masked for everybody: in full it stands on the page. The `name` of customers another
    manager is in charge of is masked. `tier_rank` is 1 for the lowest. `birthday` has no year where that is
    masked. `owner` is who is in charge, else the name that a file gave. `aum_on` and `aum_basis` say what
    `aum_fen` is a figure of.
    """

    id: int
    uid: str
    version: int
    name: str
    number: str | None
    tier: str | None
    tier_rank: int | None
    aum_fen: int | str | None
    aum_on: date | None
    aum_basis: str | None
    aum_change_fen: int | str | None
    aum_change_permille: int | None
    holdings_fen: int | str
    elsewhere_fen: int | str
    product_kinds: int
    next_maturity_on: date | None
    last_contact_on: date | None
    completeness: int
    phone: str
    owner: str | None
    stand_in: str | None
    employer: str | None
    gender: str | None
    birthday: Day | None
    occupation: str | None
    district: str | None
    strategy: str | None
    stage: str
    grade: int | None
    orientation: str | None
    risk_tolerance: int | None
    tags: tuple[str, ...]


_CUSTOMER = Customer.__table__.c
_PLAIN: tuple[str, ...] = (
    "id",
    "uid",
    "version",
    "number",
    "gender",
    "occupation",
    "district",
    "strategy",
    "stage",
    "grade",
    "orientation",
    "risk_tolerance",
)
_FACTS = (
    "aum_on",
    "product_kinds",
    "next_maturity_on",
    "last_contact_on",
    "completeness",
    "aum_change_permille",
)
_MONEY = ("aum_fen", "aum_change_fen", "holdings_fen", "elsewhere_fen")


def load_customers(session: Session, ids: Sequence[int], *, exact: bool = False) -> list[CustomerRow]:
    """The customers with these ids whom one may see, in that order.

    `exact` masks nothing, for a caller who asked whether whoever acts may let that out, and recorded it.
    """
    actor = acting(session)
    wanted = list(ids)
    asked = str(wanted)
    tags: dict[int, list[str]] = {}
    for customer_id, tag in _tags().read(session, ids=asked):
        tags.setdefault(customer_id, []).append(tag)
    rows = {
        row.id: _row(row, actor.staff_id, tuple(tags.get(row.id, ())), exact=exact)
        for row in _CUSTOMERS.read(session, ids=asked)
    }
    return [rows[one] for one in wanted if one in rows]


def _query(session: Session) -> Select[Any]:
    fact = CustomerFact.__table__.c
    # Two figures of one day and amount are told alike by either.
    basis = (
        select(func.min(AumFigure.basis))
        .where(
            AumFigure.customer_id == Customer.id,
            AumFigure.as_of == fact.aum_on,
            AumFigure.amount_fen == fact.aum_fen,
        )
        .scalar_subquery()
    )
    return (
        select(
            basis.label("aum_basis"),
            *(_CUSTOMER[name] for name in (*_PLAIN, "name")),
            *(fact[name] for name in (*_FACTS, *_MONEY, "first_phone")),
            *(_CUSTOMER[name] for name in days.columns(None, "birth_")),
            _CUSTOMER.owner_id,
            _CUSTOMER.stand_in_id,
            _CUSTOMER.owner_text,
            Tier.name.label("tier"),
            Tier.rank.label("tier_rank"),
            _OWNER.name.label("owner"),
            _STAND_IN.name.label("stand_in"),
            Organisation.name.label("employer"),
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


def _row(row: Any, me: int, tags: tuple[str, ...], *, exact: bool) -> CustomerRow:
    ours = exact or me in (row.owner_id, row.stand_in_id)
    birthday = days.of_row(row, "birth_")
    if birthday is not None and not ours:
        birthday = Day(birthday.month, birthday.day, None, birthday.is_lunar, birthday.is_leap_month)
    money = {name: getattr(row, name) for name in _MONEY}
    if not ours:
        money = {name: None if value is None else masks.band_of_fen(value) for name, value in money.items()}
    return CustomerRow(
        **{name: getattr(row, name) for name in (*_PLAIN, *_FACTS)},
        **money,
        name=row.name if ours or row.owner_id is None else masks.masked("name", row.name),
        phone=row.first_phone or "" if exact else masks.masked("phone", row.first_phone),
        birthday=birthday,
        tier=row.tier,
        tier_rank=row.tier_rank,
        aum_basis=row.aum_basis,
        owner=row.owner or row.owner_text,
        stand_in=row.stand_in,
        employer=row.employer,
        tags=tags,
    )
