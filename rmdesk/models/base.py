"""What every table shares: constraint names, identity, origin and version."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ForeignKey, Integer, MetaData, String, Table, column, table, types
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column

NAMING = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

UID_LENGTH = 32

# Where the database keeps the largest id that each table of business rows ever gave out.
IDS_GIVEN = table("sqlite_sequence", column("name", String), column("seq", Integer))


def new_uid() -> str:
    """A UUIDv7 as 32 hexadecimal digits: rows made later sort later."""
    # Late: as it is loaded it asks for its own version, and what answers that is 2 MB.
    from uuid6 import uuid7

    return uuid7().hex


def new_uids(count: int) -> list[str]:
    """As many of them, ascending: the random part of one is counted up (RFC 9562, 6.2, method 2)."""
    from uuid6 import uuid7

    # Of the 62 random bits behind the variant the highest is free, for the count to run into.
    first = uuid7().int & ~(1 << 61)
    return [f"{number:032x}" for number in range(first, first + count)]


def utc_now() -> datetime:
    return datetime.now(UTC)


class UtcMoment(types.TypeDecorator[datetime]):
    """A moment in UTC, kept as sortable text with microseconds; reads back timezone-aware."""

    impl = String(27)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> str | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        return value.astimezone(UTC).isoformat(timespec="microseconds").removesuffix("+00:00") + "Z"

    def process_result_value(self, value: str | None, dialect: Any) -> datetime | None:
        if value is None:
            return None
        return datetime.fromisoformat(value)


class Base(DeclarativeBase):
    """Declarative base of all tables.

    An index of some rows only says which for SQLite. The revision that makes it says so for PostgreSQL
    too: said here, that dialect would be loaded at every start (3.5 MB).
    """

    metadata = MetaData(naming_convention=NAMING)


class Business:
    """Mixin of every row that belongs to the branch's business.

    `uid` is the row's identity across the computers of a branch, `origin_id` the vault it came from
    (1 = this one). `version` counts its changes: an edit states the version the person saw, and a
    mismatch is a `Conflict`. Each change of such a row is written to the change records by the
    session's flush (see `services/changes`); statements in bulk go through `services/bulk.py`.

    An `id` is never used again once its row is deleted: a recorded foreign key means the same row for
    ever. No foreign key to such a row may cascade, for the change records would not see it.
    """

    id: Mapped[int] = mapped_column(Integer, primary_key=True, sort_order=-4)
    uid: Mapped[str] = mapped_column(String(UID_LENGTH), unique=True, default=new_uid, sort_order=-3)
    version: Mapped[int] = mapped_column(Integer, default=1, sort_order=-2)

    @declared_attr
    def origin_id(cls) -> Mapped[int]:
        return mapped_column(ForeignKey("origin.id"), default=1, sort_order=-1)

    @classmethod
    def __table_cls__(cls, *args: Any, **options: Any) -> Table:
        return Table(*args, sqlite_autoincrement=True, **options)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:
        return {"version_id_col": cls.version}
