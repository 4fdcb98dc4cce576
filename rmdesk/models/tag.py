"""Tags on customers, and saved views of the archive."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from rmdesk.models.base import Base, Business


class Tag(Business, Base):
    """A word that the branch puts on customers."""

    __tablename__ = "tag"
    __table_args__ = (CheckConstraint("length(trim(name)) > 0", name="name_given"),)

    name: Mapped[str] = mapped_column(String(40), unique=True)


class CustomerTag(Business, Base):
    __tablename__ = "customer_tag"
    __table_args__ = (
        UniqueConstraint("customer_id", "tag_id"),
        Index("ix_customer_tag_tag_id", "tag_id"),
    )

    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    tag_id: Mapped[int] = mapped_column(ForeignKey("tag.id"))


class SavedView(Business, Base):
    """Filters, sort order and columns of a list under a name; without an owner it is everybody's."""

    __tablename__ = "saved_view"
    __table_args__ = (
        CheckConstraint("length(trim(name)) > 0", name="name_given"),
        UniqueConstraint("pane", "owner_id", "name"),
        Index(
            "uq_saved_view_shared",
            "pane",
            "name",
            unique=True,
            sqlite_where=text("owner_id IS NULL"),
        ),
    )

    pane: Mapped[str] = mapped_column(String(40))
    name: Mapped[str] = mapped_column(String(60))
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    definition: Mapped[str] = mapped_column(String)  # JSON
