"""What customers hold, here and elsewhere, and what that sums up to: holdings, AUM figures, tiers.

Amounts are whole fen (0.01 yuan) of the stated currency. Holdings never change AUM: both are told by
other systems, and a difference is shown.
"""

from __future__ import annotations

import enum
from datetime import date

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, Integer, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from rmdesk.models.base import Base, Business
from rmdesk.models.customer import LINE_LONGEST, one_of

MOST_FEN = 10**14  # a trillion yuan: more is a mistake, and no sum of a customer's comes near 2^63
MOST_COUNT = 999
MOST_RATE = 10**6  # 100 %


class ProductKind(enum.StrEnum):
    """Kinds of product; how many a customer holds is their stickiness."""

    CURRENT_DEPOSIT = "current_deposit"
    TIME_DEPOSIT = "time_deposit"
    LARGE_CD = "large_cd"
    STRUCTURED_DEPOSIT = "structured_deposit"
    WEALTH = "wealth"
    FUND = "fund"
    INSURANCE = "insurance"
    GOVERNMENT_BOND = "government_bond"
    TRUST = "trust"
    GOLD = "gold"
    LOAN = "loan"
    CREDIT_CARD = "credit_card"
    OTHER = "other"


class AumBasis(enum.StrEnum):
    """What an AUM figure measures."""

    POINT = "point"
    MONTH_AVERAGE = "month_average"


class Holding(Business, Base):
    """A product held, here (`bank` empty) or at another bank.

    Known by its account or contract number, else by kind, product, bank, start and maturity; `count` is
    how many equal ones there are. `rate` in millionths (1.55 % = 15500). A loan's amount is positive.
    """

    __tablename__ = "holding"
    __table_args__ = (
        one_of("kind", ProductKind, "kind_known"),
        CheckConstraint(
            f"amount_fen BETWEEN -{MOST_FEN} AND {MOST_FEN}"
            f" AND amount_fen * count BETWEEN -{MOST_FEN} AND {MOST_FEN}",
            name="amount_possible",
        ),
        CheckConstraint(f"count BETWEEN 1 AND {MOST_COUNT}", name="count_possible"),
        CheckConstraint(f"rate BETWEEN -{MOST_RATE} AND {MOST_RATE}", name="rate_possible"),
        CheckConstraint("matures_on >= starts_on", name="matures_after_start"),
        CheckConstraint("length(currency) = 3", name="currency_code"),
        # What falls due is chosen and summed in these before any row is read.
        Index(
            "ix_holding_customer_id",
            "customer_id",
            "closed_on",
            "matures_on",
            "kind",
            "bank",
            "currency",
            "amount_fen",
            "count",
        ),
        Index(
            "ix_holding_customer_id_premium_due_on",
            "customer_id",
            "closed_on",
            "premium_due_on",
            sqlite_where=text("premium_due_on IS NOT NULL"),
        ),
        Index(
            "ix_holding_matures_on",
            "matures_on",
            "closed_on",
            "kind",
            "bank",
            "customer_id",
            "amount_fen",
            "count",
        ),
        Index(
            "ix_holding_premium_due_on",
            "premium_due_on",
            "closed_on",
            "customer_id",
            "amount_fen",
            "count",
            sqlite_where=text("premium_due_on IS NOT NULL"),
        ),
        Index("ix_holding_account", "account"),
        # What was sold in a period.
        Index(
            "ix_holding_starts_on",
            "starts_on",
            "kind",
            "currency",
            "customer_id",
            "amount_fen",
            "count",
            sqlite_where=text("bank = ''"),
        ),
    )

    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    bank: Mapped[str] = mapped_column(String(LINE_LONGEST), default="")
    kind: Mapped[str] = mapped_column(String(30))
    product: Mapped[str] = mapped_column(String(LINE_LONGEST), default="")
    account: Mapped[str | None] = mapped_column(String(40))
    amount_fen: Mapped[int] = mapped_column(BigInteger)
    currency: Mapped[str] = mapped_column(String(3), default="CNY")
    rate: Mapped[int | None] = mapped_column(Integer)
    starts_on: Mapped[date | None] = mapped_column()
    matures_on: Mapped[date | None] = mapped_column()
    premium_due_on: Mapped[date | None] = mapped_column()
    count: Mapped[int] = mapped_column(Integer, default=1)
    closed_on: Mapped[date | None] = mapped_column()
    source: Mapped[str | None] = mapped_column(String(LINE_LONGEST))


class AumFigure(Business, Base):
    """One figure of a customer's assets: as of a day, at that point or as the month's daily average."""

    __tablename__ = "aum_figure"
    __table_args__ = (
        one_of("basis", AumBasis, "basis_known"),
        CheckConstraint(f"amount_fen BETWEEN -{MOST_FEN} AND {MOST_FEN}", name="amount_possible"),
        UniqueConstraint("customer_id", "basis", "as_of"),
        # What everybody had on a day, for goals.
        Index("ix_aum_figure_as_of", "as_of", "basis", "customer_id", "amount_fen"),
    )

    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    basis: Mapped[str] = mapped_column(String(20))
    as_of: Mapped[date] = mapped_column()
    amount_fen: Mapped[int] = mapped_column(BigInteger)
    source: Mapped[str | None] = mapped_column(String(LINE_LONGEST))


class Tier(Business, Base):
    """A class of customers by assets, from `threshold_fen` up on its basis; `rank` 1 is the lowest."""

    __tablename__ = "tier"
    __table_args__ = (
        one_of("basis", AumBasis, "basis_known"),
        CheckConstraint(f"threshold_fen BETWEEN 0 AND {MOST_FEN}", name="threshold_possible"),
        CheckConstraint("length(trim(name)) > 0", name="name_given"),
    )

    name: Mapped[str] = mapped_column(String(40), unique=True)
    rank: Mapped[int] = mapped_column(Integer, unique=True)
    threshold_fen: Mapped[int] = mapped_column(BigInteger)
    basis: Mapped[str] = mapped_column(String(20), default=AumBasis.MONTH_AVERAGE.value)


class TierChange(Business, Base):
    """A customer's way through the tiers: which one from which day on; `tier_id` empty means none."""

    __tablename__ = "tier_change"
    __table_args__ = (
        Index("ix_tier_change_customer_id_since", "customer_id", "since"),
        Index("ix_tier_change_since", "since", "customer_id"),
    )

    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    tier_id: Mapped[int | None] = mapped_column(ForeignKey("tier.id"))
    since: Mapped[date] = mapped_column()
    amount_fen: Mapped[int | None] = mapped_column(BigInteger)  # the figure it followed from
