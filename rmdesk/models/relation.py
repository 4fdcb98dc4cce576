"""Relations of a customer, and the days that matter to them."""

from __future__ import annotations

import enum

from sqlalchemy import CheckConstraint, ForeignKey, Index, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from rmdesk.models.base import Base, Business
from rmdesk.models.customer import LINE_LONGEST, day_checks, one_of


class RelationKind(enum.StrEnum):
    """What the other one is to the customer; read from the other side it has the inverse name."""

    SPOUSE = "spouse"
    CHILD = "child"
    PARENT = "parent"
    SIBLING = "sibling"
    GRANDCHILD = "grandchild"
    GRANDPARENT = "grandparent"
    RELATIVE = "relative"
    FRIEND = "friend"
    COLLEAGUE = "colleague"
    INTRODUCER = "introducer"
    INTRODUCED = "introduced"
    EMPLOYER = "employer"
    LEGAL_REPRESENTATIVE_OF = "legal_representative_of"
    KEY_PERSON_OF = "key_person_of"
    OTHER = "other"


class DateKind(enum.StrEnum):
    """Why a day matters."""

    FAMILY_BIRTHDAY = "family_birthday"
    WEDDING = "wedding"
    EXAM = "exam"
    FOUNDING = "founding"
    OTHER = "other"


class Relation(Business, Base):
    """The other one is the customer's `kind`. One row serves both directions.

    The other one is a customer, an organisation, or somebody not in the archive, known by name.
    """

    __tablename__ = "relation"
    __table_args__ = (
        one_of("kind", RelationKind, "kind_known"),
        CheckConstraint("customer_id <> other_id", name="not_oneself"),
        CheckConstraint(
            "CASE WHEN other_id IS NULL THEN 0 ELSE 1 END"
            " + CASE WHEN organisation_id IS NULL THEN 0 ELSE 1 END"
            " + CASE WHEN other_name IS NULL THEN 0 ELSE 1 END = 1",
            name="one_other",
        ),
        UniqueConstraint("customer_id", "kind", "other_id"),
        UniqueConstraint("customer_id", "kind", "organisation_id"),
        Index("ix_relation_other_id", "other_id"),
        Index("ix_relation_organisation_id", "organisation_id"),
    )

    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    kind: Mapped[str] = mapped_column(String(30))
    other_id: Mapped[int | None] = mapped_column(ForeignKey("customer.id"))
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"))
    other_name: Mapped[str | None] = mapped_column(String(LINE_LONGEST))
    note: Mapped[str | None] = mapped_column(String(LINE_LONGEST))


class ImportantDate(Business, Base):
    """A day in the life of a customer or their family, solar or lunar; the year may be unknown."""

    __tablename__ = "important_date"
    __table_args__ = (
        one_of("kind", DateKind, "kind_known"),
        *day_checks(),
        CheckConstraint("month IS NOT NULL", name="month_given"),
        Index("ix_important_date_customer_id", "customer_id"),
        Index("ix_important_date_day", "is_lunar", "month", "day"),
    )

    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    kind: Mapped[str] = mapped_column(String(20))
    whose: Mapped[str | None] = mapped_column(String(LINE_LONGEST))  # e.g. 女儿 李思远
    year: Mapped[int | None] = mapped_column(Integer)
    month: Mapped[int] = mapped_column(Integer)
    day: Mapped[int] = mapped_column(Integer)
    is_lunar: Mapped[bool] = mapped_column(default=False)
    is_leap_month: Mapped[bool] = mapped_column(default=False)
    yearly: Mapped[bool] = mapped_column(default=True)
    note: Mapped[str | None] = mapped_column(String(LINE_LONGEST))
