"""What targets count, by manager: computed from the archive, never typed, but for the branch's own measures.

Customers count for the manager they have now; contacts for whoever made them. What deleted customers
brought does not count.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, case, exists, func, literal_column, outerjoin, select
from sqlalchemy.orm import Session

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
    Staff,
    Tier,
    TierChange,
)
from rmdesk.models.interaction import NOT_REACHED
from rmdesk.services.facts import DEBTS, HOME_CURRENCY
from rmdesk.services.store.sql import unindexed

MONEY = frozenset({Measure.AUM, Measure.PRODUCTS})
# Measured at the end of a period, not over it.
STOCK = frozenset({Measure.AUM, Measure.QUALITY_CUSTOMERS})

_FEW_FIGURES = 2000  # each is looked up in less time than those of a day are read

Counts = dict[int | None, int]  # by the id of the manager; None is nobody's


class Counting:
    """Counts of one day, for any number of targets: what everybody has now is read once for all of them."""

    def __init__(self, session: Session, today: date) -> None:
        self._session, self.today = session, today

    def count(
        self, measure: str, first: date, last: date, *, rank: int = 1, product: str | None = None
    ) -> Counts:
        """What was reached from `first` to `last`, as far as it is over; `rank` is of the lowest tier that
        counts.

        Raises ValueError for a measure of the branch's own.
        """
        until = min(last, self.today)
        match measure:
            case Measure.AUM:
                return self._assets(until)
            case Measure.QUALITY_CUSTOMERS:
                return self._in_tier(until, rank)
            case Measure.PRODUCTS:
                return self._read(_products(first, until, product))
            case Measure.CONTACTS:
                return self._read(_contacts(first, until))
            case Measure.REFERRALS:
                return self._read(_referrals(first, until))
        raise ValueError(measure)

    def portfolio(self, *, by_money: bool) -> Counts:
        """How large each manager's portfolio is: assets in fen, or customers."""
        return self._assets(self.today) if by_money else self._sum(lambda _tier, customers, _fen: customers)

    def _read(self, found: Select[Any]) -> Counts:
        return {staff_id: int(number or 0) for staff_id, number in self._session.execute(found)}

    # --- what is measured at the end of a period --------------------------------------------------

    @functools.cached_property
    def _now(self) -> list[tuple[int | None, int | None, int, int]]:
        """By manager and tier, how many customers there are and their assets."""
        # Facts, since an index of them holds all that is asked here: wide rows are not walked.
        fact = CustomerFact
        found = (
            select(fact.owner_id, fact.tier_id, func.count(), func.sum(fact.aum_fen))
            .where(fact.customer_id.not_in(_lying()))
            .group_by(fact.owner_id, fact.is_lost, fact.tier_id)  # as the index has them in order
        )
        return [(owner, tier, number, fen or 0) for owner, tier, number, fen in self._session.execute(found)]

    @functools.cached_property
    def _ranks(self) -> dict[int | None, int]:
        return dict(self._session.execute(select(Tier.id, Tier.rank)).all())

    def _sum(self, worth: Callable[[int | None, int, int], int]) -> Counts:
        found: Counts = {}
        for owner_id, tier_id, number, fen in self._now:
            found[owner_id] = found.get(owner_id, 0) + worth(tier_id, number, fen)
        return found

    def _assets(self, on: date) -> Counts:
        since = 0 if on >= self.today else self._figures_after(on)
        if since > _FEW_FIGURES:
            return self._read(self._assets_of_all(on))
        found = self._sum(lambda _tier, _customers, fen: fen)
        if since:
            later = select(AumFigure.customer_id).where(AumFigure.as_of > on)
            less = func.coalesce(_newest_figure(on), 0) - func.coalesce(CustomerFact.aum_fen, 0)
            _add(found, self._read(_of(later).add_columns(func.sum(less))))
        return found

    def _assets_of_all(self, on: date) -> Select[Any]:
        """Figures come for everybody at once: those of their last day are read as a whole, and the newest is
        looked for only of who has none on it.
        """
        then, found = _newest_figure(on), select(CustomerFact.owner_id).select_from(CustomerFact)
        # Who is in no tier is measured by the month's average.
        tiers = {AumBasis.MONTH_AVERAGE.value, *self._session.scalars(select(Tier.basis))}
        for basis in sorted(tiers):
            days = select(AumFigure.as_of).where(AumFigure.basis == basis, AumFigure.as_of <= on)
            day = self._session.scalar(days.order_by(AumFigure.as_of.desc()).limit(1))
            where = (AumFigure.basis == basis, AumFigure.as_of == day)
            told = select(AumFigure.customer_id, AumFigure.amount_fen).where(*where).cte(f"of_{basis}")
            told = told.prefix_with("MATERIALIZED")
            found = found.outerjoin(told, told.c.customer_id == CustomerFact.customer_id)
            then = func.coalesce(case((_wanted() == basis, told.c.amount_fen)), then)
        # Whose newest figure is no later has what they have now.
        figure = case((CustomerFact.aum_on <= on, CustomerFact.aum_fen), else_=then)
        there = found.where(CustomerFact.customer_id.not_in(_lying())).group_by(CustomerFact.owner_id)
        return there.add_columns(func.sum(figure))

    def _figures_after(self, on: date) -> int:
        """How many figures are later than a day; at most one more than few."""
        some = select(AumFigure.as_of).where(AumFigure.as_of > on).limit(_FEW_FIGURES + 1).subquery()
        return self._session.scalar(select(func.count()).select_from(some)) or 0

    def _in_tier(self, on: date, rank: int) -> Counts:
        found = self._sum(lambda tier, customers, _fen: customers if self._ranks.get(tier, 0) >= rank else 0)
        if on < self.today:
            enough = select(Tier.id).where(Tier.rank >= rank)
            then = (
                select(TierChange.tier_id)
                .where(TierChange.customer_id == CustomerFact.customer_id, TierChange.since <= on)
                .order_by(TierChange.since.desc(), TierChange.id.desc())
                .limit(1)
                .correlate(CustomerFact)
                .scalar_subquery()
            )
            # Whoever went to no other tier since was in the present one.
            moved = select(TierChange.customer_id).where(TierChange.since > on)
            less = case((then.in_(enough), 1), else_=0) - case((CustomerFact.tier_id.in_(enough), 1), else_=0)
            _add(found, self._read(_of(moved).add_columns(func.sum(less))))
        return found


def _add(found: Counts, more: Counts) -> None:
    for owner_id, number in more.items():
        found[owner_id] = found.get(owner_id, 0) + number


def _lying() -> Select[Any]:
    return select(Customer.id).where(Customer.deleted_at.is_not(None))


def _of(customers: Select[Any]) -> Select[Any]:
    """By manager, those of these customers who are in the archive; begun at them."""
    return (
        select(CustomerFact.owner_id)
        .where(CustomerFact.customer_id.in_(customers), CustomerFact.customer_id.not_in(_lying()))
        .group_by(unindexed(CustomerFact.owner_id))
    )


def _wanted() -> ColumnElement[str]:
    """The basis a customer's assets are told by: that of the tier."""
    by_point = CustomerFact.tier_id.in_(select(Tier.id).where(Tier.basis == AumBasis.POINT.value))
    return case((by_point, AumBasis.POINT.value), else_=AumBasis.MONTH_AVERAGE.value)


def _newest_figure(on: date) -> ColumnElement[Any]:
    """What a customer had on a day, looked up."""
    return (
        select(AumFigure.amount_fen)
        .where(AumFigure.customer_id == CustomerFact.customer_id, AumFigure.as_of <= on)
        .order_by((AumFigure.basis == _wanted()).desc(), AumFigure.as_of.desc())
        .limit(1)
        .correlate(CustomerFact)
        .scalar_subquery()
    )


# --- what is counted over a period -------------------------------------------------------------------


def _products(first: date, until: date, product: str | None) -> Select[Any]:
    kinds = Holding.kind == product if product is not None else Holding.kind.not_in(DEBTS)
    own = Holding.bank == literal_column("''")  # as the index of these says it
    return (
        select(CustomerFact.owner_id)
        # An outer join, so that what began in the period is found first and then whose it is.
        .select_from(outerjoin(Holding, CustomerFact, CustomerFact.customer_id == Holding.customer_id))
        .where(own, Holding.starts_on >= first, Holding.starts_on <= until)
        .where(kinds, Holding.currency == HOME_CURRENCY, Holding.customer_id.not_in(_lying()))
        .group_by(CustomerFact.owner_id)
        .add_columns(func.sum(Holding.amount_fen * Holding.count))
    )


def _contacts(first: date, until: date) -> Select[Any]:
    """Of each person one look at the index of their contacts."""
    made = (
        select(func.count())
        .select_from(Interaction)
        .where(Interaction.staff_id == Staff.id, Interaction.held_on >= first, Interaction.held_on <= until)
        .where(Interaction.result.not_in([one.value for one in NOT_REACHED]))
        .correlate(Staff)
        .scalar_subquery()
    )
    return select(Staff.id, made)


def _referrals(first: date, until: date) -> Select[Any]:
    """Begun at who came in the period."""
    introduced = exists().where(
        Relation.customer_id == CustomerFact.customer_id, Relation.kind == RelationKind.INTRODUCER.value
    )
    return (
        select(CustomerFact.owner_id)
        .where(CustomerFact.known_since >= first, CustomerFact.known_since <= until, introduced)
        .where(CustomerFact.customer_id.not_in(_lying()))
        .group_by(unindexed(CustomerFact.owner_id))
        .add_columns(func.count())
    )
