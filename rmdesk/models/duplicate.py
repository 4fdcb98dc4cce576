"""What people said of possible duplicates."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from rmdesk.models.base import Base, Business


class DistinctPair(Business, Base):
    """Two customers whom somebody knows to be different people, the lower id first."""

    __tablename__ = "distinct_pair"
    __table_args__ = (
        CheckConstraint("customer_id < other_id", name="lower_first"),
        UniqueConstraint("customer_id", "other_id"),
        Index("ix_distinct_pair_other_id", "other_id"),
    )

    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    other_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
