"""What the care calendar keeps: how often customers are contacted, and what became of touchpoints.

A touchpoint itself is computed (`services/care`). A row here says that somebody acted upon one.
"""

from __future__ import annotations

import enum
from datetime import date

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, Integer, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from rmdesk.models.base import Base, Business
from rmdesk.models.customer import LINE_LONGEST, Strategy, one_of

LONGEST_INTERVAL = 1100  # days: three years


class ContactKind(enum.StrEnum):
    """Kinds of contact that are to come round at an interval of their own."""

    CALL = "call"
    MEETING = "meeting"
    LEADERS_VISIT = "leaders_visit"


class ActState(enum.StrEnum):
    """What became of a touchpoint that somebody acted upon."""

    DONE = "done"
    POSTPONED = "postponed"
    SKIPPED = "skipped"


class CadenceStep(Business, Base):
    """Customers of this tier and strategy have this kind of contact every `days` days; no row: never."""

    __tablename__ = "cadence_step"
    __table_args__ = (
        one_of("strategy", Strategy, "strategy_known"),
        one_of("contact", ContactKind, "contact_known"),
        CheckConstraint(f"days BETWEEN 1 AND {LONGEST_INTERVAL}", name="days_possible"),
        UniqueConstraint("tier_id", "strategy", "contact"),
    )

    tier_id: Mapped[int] = mapped_column(ForeignKey("tier.id"))
    strategy: Mapped[str] = mapped_column(String(20))
    contact: Mapped[str] = mapped_column(String(20))
    days: Mapped[int] = mapped_column(Integer)


class TouchpointAct(Business, Base):
    """What was done about one touchpoint, which is known by rule, customer, subject and due day.

    `subject` is the uid of the row that it follows from, or the code of a festival; "" where rule and day
    say it all. A postponed one stands on `moved_to`; `interaction_uid` is the contact that answered it;
    `handed_to_id` whom it was given to.
    """

    __tablename__ = "touchpoint_act"
    __table_args__ = (
        one_of("state", ActState, "state_known"),
        CheckConstraint("(state = 'postponed') = (moved_to IS NOT NULL)", name="postponed_to_a_day"),
        UniqueConstraint("customer_id", "rule", "subject", "due_on"),
        Index("ix_touchpoint_act_due_on", "rule", "due_on", "state", "customer_id", "subject"),
        Index("ix_touchpoint_act_acted_on", "acted_on"),
        Index("ix_touchpoint_act_moved_to", "moved_to", sqlite_where=text("moved_to IS NOT NULL")),
        Index(
            "ix_touchpoint_act_handed_to_id", "handed_to_id", sqlite_where=text("handed_to_id IS NOT NULL")
        ),
    )

    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    rule: Mapped[str] = mapped_column(String(40))
    subject: Mapped[str] = mapped_column(String(40), default="")
    due_on: Mapped[date] = mapped_column()
    state: Mapped[str] = mapped_column(String(20))
    moved_to: Mapped[date | None] = mapped_column()
    reason: Mapped[str | None] = mapped_column(String(LINE_LONGEST))
    interaction_uid: Mapped[str | None] = mapped_column(String(32))
    handed_to_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    acted_on: Mapped[date] = mapped_column()


class ActedHolding(Base):
    """What was acted upon of that which would be due on an open holding, with all that it is counted by.

    It can be made anew at any time (`services/acted_holdings.py`), so it has no change records. What is due
    is counted by indexes of the days; for each act its holding would have to be looked up, anywhere in the
    file. In the order of the days it is asked for.
    """

    __tablename__ = "acted_holding"
    __table_args__ = (
        Index("ix_acted_holding_customer_id", "customer_id"),
        {"sqlite_with_rowid": False},
    )

    rule: Mapped[str] = mapped_column(String(40), primary_key=True)
    due_on: Mapped[date] = mapped_column(primary_key=True)
    falls_on: Mapped[date] = mapped_column(primary_key=True)
    # Both, since what goes from one customer to another is written of the one before the other.
    holding_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"), primary_key=True, autoincrement=False)
    kind: Mapped[str] = mapped_column(String(30))
    bank: Mapped[str] = mapped_column(String(LINE_LONGEST))
    amount_fen: Mapped[int] = mapped_column(BigInteger)  # of all pieces
