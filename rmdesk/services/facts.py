"""The narrow row beside each customer that lists sort and filter by, computed from all the others.

Few statements over any number of customers, so that a bulk load costs seconds. Foreign currencies are
not added up: there is no rate to count them by.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any, cast

from sqlalchemy import (
    ColumnElement,
    String,
    Subquery,
    Table,
    and_,
    case,
    delete,
    func,
    insert,
    literal,
    null,
    select,
    update,
)
from sqlalchemy import cast as sql_cast
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from rmdesk.models import (
    AumBasis,
    AumFigure,
    Customer,
    CustomerFact,
    CustomerPhone,
    Holding,
    ProductKind,
    Stage,
    Tier,
)
from rmdesk.services import callings, completeness, contacts, day_keys

DEBTS = (ProductKind.LOAN.value, ProductKind.CREDIT_CARD.value)  # owed, not owned
HOME_CURRENCY = "CNY"

_FACT = cast(Table, CustomerFact.__table__)
_CHUNK = 2000

# Customers by id: all (None), or those of a chunk.
_Some = list[int] | None


def refresh(session: Session, ids: Collection[int] | None = None) -> None:
    """Make the facts of these customers (None: of all) anew. Needs a writing session."""
    session.flush()
    connection = session.connection()
    for some in _chunks(ids):
        _delete(session, some)
        connection.execute(_insert(some))
        # What stands in `aum_change_fen` so far is the earlier figure: read once, used twice.
        earlier = _FACT.c.aum_change_fen
        change = _FACT.c.aum_fen - earlier
        connection.execute(
            update(_FACT)
            .where(earlier.is_not(None), _within(_FACT.c.customer_id, some))
            .values(
                aum_change_fen=change,
                aum_change_permille=case((earlier > 0, change * 1000 // earlier), else_=null()),
            )
        )
    _expire(session)


def refresh_contacts(session: Session, ids: Collection[int] | None = None) -> None:
    """Only the day of last contact and when the next ones are due: the rest does not depend on contacts."""
    session.flush()
    columns = {"last_contact_on": contacts.last_contact(Customer.id)} | contacts.next_contacts()
    for some in _chunks(ids):
        changed = {
            name: select(value).where(Customer.id == _FACT.c.customer_id).scalar_subquery()
            for name, value in columns.items()
        }
        statement = update(_FACT).where(_within(_FACT.c.customer_id, some)).values(changed)
        session.connection().execute(statement)
    _expire(session)


def remove(session: Session, ids: Collection[int]) -> None:
    """Remove the facts of customers that are about to be deleted."""
    for some in _chunks(ids):
        _delete(session, some)
    _expire(session)


def _delete(session: Session, some: _Some) -> None:
    session.connection().execute(delete(_FACT).where(_within(_FACT.c.customer_id, some)))


def _expire(session: Session) -> None:
    for one in list(session.identity_map.values()):
        if isinstance(one, CustomerFact):
            session.expire(one)


def _insert(some: _Some) -> Any:
    point, average = _newest_day(AumBasis.POINT, some), _newest_day(AumBasis.MONTH_AVERAGE, some)
    by_point = and_(
        point.c.as_of.is_not(None), (Tier.basis == AumBasis.POINT.value) | average.c.as_of.is_(None)
    )
    basis = case((by_point, AumBasis.POINT.value), else_=AumBasis.MONTH_AVERAGE.value)
    as_of = case((by_point, point.c.as_of), else_=average.c.as_of)
    figure, former = aliased(AumFigure), aliased(AumFigure)
    amount = (
        select(figure.amount_fen)
        .where(figure.customer_id == Customer.id, figure.basis == basis, figure.as_of == as_of)
        .scalar_subquery()
    )
    # The last figure of an earlier month, by the month's text: "2026-02-28" stands before "2026-03".
    earlier = (
        select(former.amount_fen)
        .where(
            former.customer_id == Customer.id,
            former.basis == basis,
            sql_cast(former.as_of, String) < func.substr(sql_cast(as_of, String), 1, 7),
        )
        .order_by(former.as_of.desc())
        .limit(1)
        .scalar_subquery()
    )
    held = _held(some)
    phone = (
        select(CustomerPhone.number)
        .where(CustomerPhone.customer_id == Customer.id)
        .order_by(CustomerPhone.position, CustomerPhone.id)
        .limit(1)
        .scalar_subquery()
    )
    columns: dict[str, ColumnElement[Any] | InstrumentedAttribute[Any]] = {
        "customer_id": Customer.id,
        "aum_fen": amount,
        "aum_on": as_of,
        "aum_change_fen": earlier,
        "holdings_fen": func.coalesce(held.c.own, 0),
        "elsewhere_fen": func.coalesce(held.c.elsewhere, 0),
        "product_kinds": func.coalesce(held.c.kinds, 0),
        "next_maturity_on": held.c.matures_on,
        "last_contact_on": contacts.last_contact(Customer.id),
        "completeness": completeness.score(),
        "first_phone": phone,
        "owner_id": Customer.owner_id,
        "stand_in_id": Customer.stand_in_id,
        "tier_id": Customer.tier_id,
        "gender": Customer.gender,
        "calling": callings.calling(Customer.occupation),
        "is_lost": Customer.stage == Stage.LOST.value,
        "no_greetings": Customer.no_greetings,
        "bereaved_on": Customer.bereaved_on,
        "known_since": Customer.known_since,
        "birth_key": day_keys.key_column(
            Customer.birth_month, Customer.birth_day, Customer.birth_is_lunar, Customer.birth_is_leap_month
        ),
        "risk_assessed_on": Customer.risk_assessed_on,
        **contacts.next_contacts(),
    }
    found = (
        select(*columns.values())
        .outerjoin(Tier, Tier.id == Customer.tier_id)
        .outerjoin(point, point.c.customer_id == Customer.id)
        .outerjoin(average, average.c.customer_id == Customer.id)
        .outerjoin(held, held.c.customer_id == Customer.id)
        .where(_within(Customer.id, some))
    )
    return insert(_FACT).from_select(list(columns), found)


def _newest_day(basis: AumBasis, some: _Some) -> Subquery:
    return (
        select(AumFigure.customer_id, func.max(AumFigure.as_of).label("as_of"))
        .where(AumFigure.basis == basis.value, _within(AumFigure.customer_id, some))
        .group_by(AumFigure.customer_id)
        .subquery(f"newest_{basis.value}")
    )


def _held(some: _Some) -> Subquery:
    """Sums over what is held now: own and elsewhere, kinds of own products, the next maturity."""
    worth = case(
        (
            Holding.kind.not_in(DEBTS) & (Holding.currency == HOME_CURRENCY),
            Holding.amount_fen * Holding.count,
        ),
        else_=0,
    )
    own = Holding.bank == ""
    return (
        select(
            Holding.customer_id,
            func.sum(case((own, worth), else_=0)).label("own"),
            func.sum(case((own, 0), else_=worth)).label("elsewhere"),
            func.count(case((own, Holding.kind)).distinct()).label("kinds"),
            func.min(Holding.matures_on).label("matures_on"),
        )
        .where(Holding.closed_on.is_(None), _within(Holding.customer_id, some))
        .group_by(Holding.customer_id)
        .subquery("held")
    )


def _within(column: ColumnElement[int] | InstrumentedAttribute[int], some: _Some) -> ColumnElement[bool]:
    return literal(True) if some is None else column.in_(some)


def _chunks(ids: Collection[int] | None) -> Iterator[_Some]:
    if ids is None:
        yield None
        return
    listed = list(ids)
    for start in range(0, len(listed), _CHUNK):
        yield listed[start : start + _CHUNK]
