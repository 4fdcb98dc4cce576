"""Organisations: they only link people (employer, legal representative, key person)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from rmdesk.models.base import Base, Business, UtcMoment


class Organisation(Business, Base):
    """A company or office, one for each name. `deleted_at` is set while it lies in the recycle bin."""

    __tablename__ = "organisation"
    __table_args__ = (
        CheckConstraint("length(trim(name)) > 0 AND length(name) <= 200", name="name_length"),
        CheckConstraint("length(credit_code) = 18", name="credit_code_length"),
        Index(
            "uq_organisation_name",
            "name",
            unique=True,
            sqlite_where=text("deleted_at IS NULL"),
        ),
        Index("ix_organisation_name_key", "name_key"),
    )

    name: Mapped[str] = mapped_column(String(200))
    name_key: Mapped[str] = mapped_column(String(400))
    credit_code: Mapped[str | None] = mapped_column(String(18))  # 统一社会信用代码
    industry: Mapped[str | None] = mapped_column(String(200))
    phone: Mapped[str | None] = mapped_column(String(30))
    address: Mapped[str | None] = mapped_column(String(400))
    notes: Mapped[str | None] = mapped_column(String(4000))
    deleted_at: Mapped[datetime | None] = mapped_column(UtcMoment)
