"""What somebody refused who is not in the archive any more."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from rmdesk.models.base import Base, Business


class Refusal(Business, Base):
    """Of whoever has the phone or the document that `mark` is a code of (see `services/refusals.py`); nothing
    else is known of them. `kept_on` is the day on which they left the archive.
    """

    __tablename__ = "refusal"
    __table_args__ = (
        CheckConstraint("length(mark) = 64", name="mark_length"),
        Index("ix_refusal_kept_on", "kept_on"),
    )

    mark: Mapped[str] = mapped_column(String(64), unique=True)
    kept_on: Mapped[date] = mapped_column()
    no_calls: Mapped[bool] = mapped_column(default=False)
    no_messages: Mapped[bool] = mapped_column(default=False)
    no_visits: Mapped[bool] = mapped_column(default=False)
    no_greetings: Mapped[bool] = mapped_column(default=False)
    no_marketing: Mapped[bool] = mapped_column(default=False)
