"""How files of a shape are imported, as somebody confirmed it."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from rmdesk.models.base import Base, Business


class ImportMapping(Business, Base):
    """What the columns of files of one shape are. `shape` is a digest of their titles in order (see
    `services/imports/remembering.py`), `definition` the mapping as JSON.
    """

    __tablename__ = "import_mapping"
    __table_args__ = (
        CheckConstraint("length(shape) = 64", name="shape_length"),
        UniqueConstraint("target", "shape"),
    )

    target: Mapped[str] = mapped_column(String(40))
    shape: Mapped[str] = mapped_column(String(64))
    definition: Mapped[str] = mapped_column(String)
