"""Relations of a customer, and the days that matter to them."""

from __future__ import annotations

import enum

from sqlalchemy import CheckConstraint, ForeignKey, Index, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from rmdesk.models.base import Base, Business
from rmdesk.models.customer import LINE_LONGEST, day_checks, one_of


class RelationKind(enum.StrEnum):
    """What the other one is to the customer; read from the other side it has the inverse name.

    The two that end in `_of` say what the customer is to an organisation. The employer is no relation:
    it stands in the customer's row.
    """

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


# Each kind and what it is called from the other side. A kind that is its own inverse is left out.
INVERSE: dict[RelationKind, RelationKind] = {
    RelationKind.CHILD: RelationKind.PARENT,
    RelationKind.PARENT: RelationKind.CHILD,
    RelationKind.GRANDCHILD: RelationKind.GRANDPARENT,
    RelationKind.GRANDPARENT: RelationKind.GRANDCHILD,
    RelationKind.INTRODUCER: RelationKind.INTRODUCED,
    RelationKind.INTRODUCED: RelationKind.INTRODUCER,
}
OF_ORGANISATIONS = (RelationKind.LEGAL_REPRESENTATIVE_OF, RelationKind.KEY_PERSON_OF)
# Between two customers the row is kept with the kind of the other half, so that there is one row only.
KEPT_AS_INVERSE = (RelationKind.PARENT, RelationKind.GRANDPARENT, RelationKind.INTRODUCED)
_ONE_SIDED = (RelationKind.CHILD, RelationKind.GRANDCHILD, RelationKind.INTRODUCER)


def _listed(*kinds: RelationKind) -> str:
    return ", ".join(f"'{kind.value}'" for kind in kinds)


class Relation(Business, Base):
    """The other one is the customer's `kind`. One row serves both directions.

    The other one is a customer, an organisation, or somebody not in the archive, known by name. Between
    two customers there is one way only to write a relation down (`services/relations.py: canonical`): a
    child, grandchild or introducer is the other one; of an equal pair it is the one with the higher id.
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
        CheckConstraint(
            f"other_id IS NULL OR kind IN ({_listed(*_ONE_SIDED)})"
            f" OR (kind NOT IN ({_listed(*KEPT_AS_INVERSE)}) AND customer_id < other_id)",
            name="written_one_way",
        ),
        CheckConstraint(
            f"CASE WHEN kind IN ({_listed(*OF_ORGANISATIONS)}) THEN other_id IS NULL"
            " ELSE organisation_id IS NULL OR kind = 'other' END",
            name="kind_of_other",
        ),
        CheckConstraint("length(trim(other_name)) > 0", name="other_name_given"),
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
        Index("ix_important_date_customer_id", "customer_id", "is_lunar", "month", "day"),
        Index(
            "ix_important_date_day",
            "is_lunar",
            "month",
            "day",
            "is_leap_month",
            "year",
            "yearly",
            "customer_id",
        ),
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
