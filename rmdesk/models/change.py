"""The one change record behind audit trail, timeline, conflicts and undo."""

from __future__ import annotations

import enum
from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, Integer, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from rmdesk.models.base import UID_LENGTH, Base, UtcMoment


class Change(enum.StrEnum):
    """What happened to a row."""

    CREATED = "c"
    UPDATED = "u"
    DELETED = "d"


class ChangeSet(Base):
    """One transaction that changed something, or one act that counts (sign-in, reveal, print, export).

    `number` counts without gaps from 1 and is the commit number. `kind` is a code such as
    `staff.added`; `detail` is JSON without personal data (uids, counts, field names). `subject_*`
    names the row it is mainly about. `digest` is an HMAC over the set, its records' commitments and
    the digest before it.
    """

    __tablename__ = "change_set"
    __table_args__ = (
        Index("ix_change_set_staff_uid_number", "staff_uid", "number"),
        Index("ix_change_set_subject_uid_number", "subject_uid", "number"),
        Index("ix_change_set_kind_number", "kind", "number"),
        Index("ix_change_set_at", "at"),
    )

    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    at: Mapped[datetime] = mapped_column(UtcMoment)
    staff_uid: Mapped[str | None] = mapped_column(String(UID_LENGTH))
    kind: Mapped[str] = mapped_column(String(60))
    subject_table: Mapped[str | None] = mapped_column(String(40))
    subject_uid: Mapped[str | None] = mapped_column(String(UID_LENGTH))
    detail: Mapped[str | None] = mapped_column(String)
    records: Mapped[int] = mapped_column(Integer)
    undo_of: Mapped[int | None] = mapped_column(ForeignKey("change_set.number"), index=True)
    digest: Mapped[bytes] = mapped_column(LargeBinary(32))


class ChangeRecord(Base):
    """One changed field of one row (or the creation or deletion of the row).

    Positions count from 1. `field` is NULL for a creation (the values stand in the row; `after` is a
    keyed hash of them) and for a deletion (`before` is the whole row as a JSON object).
    `before`/`after` of an update are JSON values, `null` for an empty field. `row_version` is the
    row's version afterwards; that of a deleted row is the one it had. `commitment` is a keyed hash of
    everything above it, so that contents may be erased lawfully (`erased_by` = number of the change
    set that did it) without breaking the chain.
    """

    __tablename__ = "change_record"
    __table_args__ = (
        CheckConstraint("change IN ('c', 'u', 'd')", name="change_known"),
        Index("ix_change_record_row_uid_set_number", "row_uid", "set_number"),
        # Kept in the order of the primary key: the chain is read from one end to the other.
        {"sqlite_with_rowid": False},
    )

    set_number: Mapped[int] = mapped_column(
        ForeignKey("change_set.number"), primary_key=True, autoincrement=False
    )
    position: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    table_name: Mapped[str] = mapped_column(String(40))
    row_uid: Mapped[str] = mapped_column(String(UID_LENGTH))
    row_version: Mapped[int] = mapped_column(Integer)
    change: Mapped[str] = mapped_column(String(1))
    field: Mapped[str | None] = mapped_column(String(40))
    before: Mapped[str | None] = mapped_column(String)
    after: Mapped[str | None] = mapped_column(String)
    commitment: Mapped[bytes] = mapped_column(LargeBinary(16))
    erased_by: Mapped[int | None] = mapped_column(Integer)
