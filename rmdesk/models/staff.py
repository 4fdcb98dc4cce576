"""Staff: the people who sign in, their roles, and what they must be told."""

from __future__ import annotations

import enum
from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from rmdesk.models.base import Base, Business, UtcMoment


class Role(enum.StrEnum):
    """What a person is in the branch; one person may have several."""

    RELATIONSHIP_MANAGER = "relationship_manager"
    SUPERVISOR = "supervisor"
    BRANCH_HEAD = "branch_head"
    LOBBY_MANAGER = "lobby_manager"
    TELLER = "teller"
    ADMINISTRATOR = "administrator"
    AUDITOR = "auditor"


class Staff(Business, Base):
    """A person who signs in. Never deleted: a person who leaves is disabled."""

    __tablename__ = "staff"
    __table_args__ = (
        CheckConstraint("length(trim(name)) > 0", name="name_given"),
        # Two active people cannot share a sign-in name; someone who left may have had it.
        Index(
            "uq_staff_active_name",
            "name",
            unique=True,
            sqlite_where=text("disabled_at IS NULL"),
        ),
    )

    name: Mapped[str] = mapped_column(String(60))
    mobile: Mapped[str | None] = mapped_column(String(20))
    disabled_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    roles: Mapped[list[StaffRole]] = relationship(
        back_populates="staff", cascade="all, delete-orphan", lazy="selectin"
    )

    @property
    def role_set(self) -> frozenset[Role]:
        return frozenset(Role(row.role) for row in self.roles)


class StaffRole(Business, Base):
    """One role of one person."""

    __tablename__ = "staff_role"
    __table_args__ = (
        UniqueConstraint("staff_id", "role"),
        CheckConstraint(
            "role IN ({})".format(", ".join(f"'{role.value}'" for role in Role)), name="role_known"
        ),
    )

    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"), index=True)
    role: Mapped[str] = mapped_column(String(30))
    staff: Mapped[Staff] = relationship(back_populates="roles")


class StaffNotice(Business, Base):
    """Something a person must be told at their next sign-in (for instance that their password was reset).

    `code` names the sentence (see `rmdesk/messages.py`), `by_id` the person who caused it.
    """

    __tablename__ = "staff_notice"

    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"), index=True)
    code: Mapped[str] = mapped_column(String(60))
    by_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    raised_at: Mapped[datetime] = mapped_column(UtcMoment)
    read_at: Mapped[datetime | None] = mapped_column(UtcMoment)
