"""Goals of the branch for a period, their targets by measure, and how these are split to managers."""

from __future__ import annotations

import enum
from datetime import date

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from rmdesk.models.base import Base, Business
from rmdesk.models.customer import one_of

GOAL_NAME_LONGEST = 60
MOST_TARGET = 10**14  # fen, or how many


class PeriodKind(enum.StrEnum):
    """What a goal is for. Campaigns may overlap, other periods of one kind may not."""

    YEAR = "year"
    QUARTER = "quarter"
    MONTH = "month"
    CAMPAIGN = "campaign"


class Measure(enum.StrEnum):
    """What a target counts."""

    QUALITY_CUSTOMERS = "quality_customers"  # in a tier or above, at the end
    AUM = "aum"  # assets of all customers, at the end
    PRODUCTS = "products"  # own products begun in the period, by amount
    CONTACTS = "contacts"  # that reached somebody
    REFERRALS = "referrals"  # customers who came by an introducer
    OWN = "own"  # whatever the branch counts itself; typed


class Goal(Business, Base):
    """A period the branch has targets for; a month made from a year or quarter has it as its parent."""

    __tablename__ = "goal"
    __table_args__ = (
        one_of("kind", PeriodKind, "kind_known"),
        CheckConstraint("last_on >= first_on", name="ends_after_start"),
        CheckConstraint("length(trim(name)) > 0", name="name_given"),
        UniqueConstraint("kind", "name"),
        Index("ix_goal_parent_id", "parent_id"),
    )

    kind: Mapped[str] = mapped_column(String(20))
    name: Mapped[str] = mapped_column(String(GOAL_NAME_LONGEST))  # of a campaign, else 2026, 2026-Q3, 2026-09
    first_on: Mapped[date] = mapped_column()
    last_on: Mapped[date] = mapped_column()
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("goal.id"))


class GoalTarget(Business, Base):
    """What is to be reached by one measure: fen of a measure of money, else how many.

    `tier_id`: the lowest tier that counts; `product`: the kind of product, none for all; `name` and `actual`
    are those of a measure of the branch's own.
    """

    __tablename__ = "goal_target"
    __table_args__ = (
        one_of("measure", Measure, "measure_known"),
        CheckConstraint(f"target BETWEEN 0 AND {MOST_TARGET}", name="target_possible"),
        CheckConstraint("(measure = 'quality_customers') = (tier_id IS NOT NULL)", name="tier_where_counted"),
        CheckConstraint("(measure = 'own') = (name IS NOT NULL)", name="name_of_own"),
        CheckConstraint("measure = 'own' OR actual IS NULL", name="only_own_is_typed"),
        CheckConstraint("measure = 'products' OR product IS NULL", name="product_where_counted"),
        Index("ix_goal_target_goal_id", "goal_id"),
        Index("ix_goal_target_tier_id", "tier_id"),
    )

    goal_id: Mapped[int] = mapped_column(ForeignKey("goal.id"))
    measure: Mapped[str] = mapped_column(String(30))
    tier_id: Mapped[int | None] = mapped_column(ForeignKey("tier.id"))
    product: Mapped[str | None] = mapped_column(String(30))
    name: Mapped[str | None] = mapped_column(String(GOAL_NAME_LONGEST))
    target: Mapped[int] = mapped_column(BigInteger)
    actual: Mapped[int | None] = mapped_column(BigInteger)


class GoalShare(Business, Base):
    """A manager's part of a target."""

    __tablename__ = "goal_share"
    __table_args__ = (
        CheckConstraint(f"amount BETWEEN 0 AND {MOST_TARGET}", name="amount_possible"),
        UniqueConstraint("target_id", "staff_id"),
        Index("ix_goal_share_staff_id", "staff_id"),
    )

    target_id: Mapped[int] = mapped_column(ForeignKey("goal_target.id"))
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    amount: Mapped[int] = mapped_column(BigInteger)
