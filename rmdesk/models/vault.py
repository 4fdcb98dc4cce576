"""What the vault knows of itself and of the vaults its rows came from."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, Integer, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from rmdesk.models.base import UID_LENGTH, Base, UtcMoment


class Origin(Base):
    """A vault that rows come from; row 1 is this vault itself."""

    __tablename__ = "origin"

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    uid: Mapped[str] = mapped_column(String(UID_LENGTH), unique=True)
    name: Mapped[str] = mapped_column(String(200))


class VaultState(Base):
    """The one row that ties the database to its key file and its chain of change records.

    `key_generation` is the generation of the key file last written with this database: a key file
    with a lower one is an old copy. `head_number` and `head_digest` repeat the newest change set,
    so that cutting off the chain's end is noticed.
    """

    __tablename__ = "vault_state"
    __table_args__ = (CheckConstraint("id = 1", name="one_row"),)

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    vault_uid: Mapped[str] = mapped_column(String(UID_LENGTH))
    created_at: Mapped[datetime] = mapped_column(UtcMoment)
    key_generation: Mapped[int] = mapped_column(Integer)
    head_number: Mapped[int] = mapped_column(Integer)
    head_digest: Mapped[bytes] = mapped_column(LargeBinary(32))
