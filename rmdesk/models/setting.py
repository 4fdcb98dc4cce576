"""Settings of the branch: kept in the vault, the same for everybody who opens it."""

from __future__ import annotations

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from rmdesk.models.base import Base, Business


class Setting(Business, Base):
    """One setting; `value` is JSON. Which names exist and what they may hold: `services/settings.py`."""

    __tablename__ = "setting"

    name: Mapped[str] = mapped_column(String(80), unique=True)
    value: Mapped[str] = mapped_column(String)
