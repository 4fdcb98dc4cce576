"""Public holidays as the State Council arranges them, where the branch keeps its own table of a year."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, Index, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from rmdesk.models.base import Base, Business


class Holiday(Business, Base):
    """A line of a year's arrangement: days off, or rest days that are worked in exchange (`is_working`).

    The arrangement of `year` may begin in the last days of the year before.
    """

    __tablename__ = "holiday"
    __table_args__ = (
        CheckConstraint("length(trim(name)) > 0", name="name_given"),
        CheckConstraint("starts_on <= ends_on", name="ends_after_start"),
        Index("ix_holiday_year_starts_on", "year", "starts_on"),
    )

    year: Mapped[int] = mapped_column(Integer)
    name: Mapped[str] = mapped_column(String(40))
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    is_working: Mapped[bool] = mapped_column(default=False)
