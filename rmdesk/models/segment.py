"""Segments: conditions over the archive under a name, and who was in one on a day."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, Integer, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from rmdesk.models.base import Base, Business

SEGMENT_NAME_LONGEST = 60


class Segment(Business, Base):
    """Conditions in groups (`services/segments`) under a name; without an owner it is everybody's."""

    __tablename__ = "segment"
    __table_args__ = (
        CheckConstraint("length(trim(name)) > 0", name="name_given"),
        UniqueConstraint("owner_id", "name"),
        Index("uq_segment_shared", "name", unique=True, sqlite_where=text("owner_id IS NULL")),
    )

    name: Mapped[str] = mapped_column(String(SEGMENT_NAME_LONGEST))
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    expression: Mapped[str] = mapped_column(String)  # JSON


class SegmentSnapshot(Business, Base):
    """That a segment's membership was fixed on a day, by whom, and what the segment then was.

    `count` is how many members there were; those deleted for good since are no longer among the members.
    """

    __tablename__ = "segment_snapshot"
    __table_args__ = (
        CheckConstraint("count >= 0", name="count_possible"),
        UniqueConstraint("segment_id", "staff_id", "fixed_on"),
    )

    segment_id: Mapped[int] = mapped_column(ForeignKey("segment.id"))
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    fixed_on: Mapped[date] = mapped_column()
    expression: Mapped[str] = mapped_column(String)  # JSON
    count: Mapped[int] = mapped_column(Integer)


class SegmentMember(Business, Base):
    """A customer who was in a segment when its membership was fixed."""

    __tablename__ = "segment_member"
    __table_args__ = (
        UniqueConstraint("snapshot_id", "customer_id"),
        Index("ix_segment_member_customer_id", "customer_id"),
    )

    snapshot_id: Mapped[int] = mapped_column(ForeignKey("segment_snapshot.id"))
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
