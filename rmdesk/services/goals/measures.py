"""What targets count, by manager: computed from the archive, never typed, but for the branch's own measures.

Customers count for the manager they have now; contacts for whoever made them. What deleted customers
brought does not count.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, aliased

from rmdesk.models import (
    AumBasis,
    AumFigure,
    Customer,
    CustomerFact,
    Holding,
    Interaction,
    Measure,
    Relation,
    RelationKind,
    Tier,
    TierChange,
)
from rmdesk.models.interaction import NOT_REACHED
from rmdesk.services.facts import DEBTS, HOME_CURRENCY

MONEY = frozenset({Measure.AUM, Measure.PRODUCTS})
# Measured at the end of a period, not over it.
STOCK = frozenset({Measure.AUM, Measure.QUALITY_CUSTOMERS})

Counts = dict[int | None, int]  # by the id of the manager; None is nobody's


def count(
    session: Session,
    measure: str,
    first: date,
    last: date,
    today: date,
    *,
    rank: int = 1,
    product: str | None = None,
) -> Counts:
    """What was reached from `first` to `last`, as far as it is over. `rank`: of the lowest tier that counts.

    Raises ValueError for a measure of the branch's own.
    """
    until = min(last, today)
    match measure:
        case Measure.AUM:
            return _read(session, _aum(until, today))
        case Measure.QUALITY_CUSTOMERS:
            return _read(session, _in_tier(until, today, rank))
        case Measure.PRODUCTS:
            return _read(session, _products(first, until, product))
        case Measure.CONTACTS:
            return _read(session, _contacts(first, until))
        case Measure.REFERRALS:
            return _read(session, _referrals(first, until))
    raise ValueError(measure)


def _read(session: Session, found: Select[Any]) -> Counts:
    return {staff_id: int(number or 0) for staff_id, number in session.execute(found)}


def _there() -> Select[Any]:
    """Whoever is in the archive, by manager; callers say what is counted."""
    # Asked so, the narrow index by manager is walked, not the wide rows: see `customers/access.py`.
    return select(Customer.owner_id).where(Customer.id.not_in(_lying())).group_by(Customer.owner_id)


def _lying() -> Select[Any]:
    other = aliased(Customer)
    return select(other.id).where(other.deleted_at.is_not(None))


def _aum(on: date, today: date) -> Select[Any]:
    if on >= today:
        fact = CustomerFact
        there = select(fact.owner_id).where(fact.customer_id.not_in(_lying())).group_by(fact.owner_id)
        return there.add_columns(func.sum(fact.aum_fen))

    def newest(basis: AumBasis) -> Any:
        return (
            select(AumFigure.amount_fen)
            .where(
                AumFigure.customer_id == Customer.id, AumFigure.basis == basis.value, AumFigure.as_of <= on
            )
            .order_by(AumFigure.as_of.desc())
            .limit(1)
            .correlate(Customer)
            .scalar_subquery()
        )

    figure = func.coalesce(newest(AumBasis.MONTH_AVERAGE), newest(AumBasis.POINT))
    return _there().add_columns(func.sum(figure))


def _in_tier(on: date, today: date, rank: int) -> Select[Any]:
    enough = select(Tier.id).where(Tier.rank >= rank)
    if on >= today:
        return _there().where(Customer.tier_id.in_(enough)).add_columns(func.count())
    then = (
        select(TierChange.tier_id)
        .where(TierChange.customer_id == Customer.id, TierChange.since <= on)
        .order_by(TierChange.since.desc(), TierChange.id.desc())
        .limit(1)
        .correlate(Customer)
        .scalar_subquery()
    )
    return _there().where(then.in_(enough)).add_columns(func.count())


def _products(first: date, until: date, product: str | None) -> Select[Any]:
    kinds = Holding.kind == product if product is not None else Holding.kind.not_in(DEBTS)
    return (
        _there()
        .join(Holding, Holding.customer_id == Customer.id)
        .where(Holding.bank == "", kinds, Holding.currency == HOME_CURRENCY)
        .where(Holding.starts_on >= first, Holding.starts_on <= until)
        .add_columns(func.sum(Holding.amount_fen * Holding.count))
    )


def _contacts(first: date, until: date) -> Select[Any]:
    reached = Interaction.result.not_in([one.value for one in NOT_REACHED])
    return (
        select(Interaction.staff_id)
        .where(Interaction.held_on >= first, Interaction.held_on <= until, reached)
        .group_by(Interaction.staff_id)
        .add_columns(func.count())
    )


def _referrals(first: date, until: date) -> Select[Any]:
    introduced = select(Relation.customer_id).where(Relation.kind == RelationKind.INTRODUCER.value)
    return (
        _there()
        .where(Customer.id.in_(introduced), Customer.known_since >= first, Customer.known_since <= until)
        .add_columns(func.count())
    )


def portfolio(session: Session, *, by_money: bool) -> Counts:
    """How large each manager's portfolio is: assets in fen, or customers."""
    if by_money:
        return _read(session, _aum(date.max, date.max))
    return _read(session, _there().add_columns(func.count()))
