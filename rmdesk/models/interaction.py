"""Contacts with customers: what was said, the visits among them, and documents kept beside them."""

from __future__ import annotations

import enum
from datetime import date, datetime

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from rmdesk.models.base import Base, Business, UtcMoment
from rmdesk.models.customer import LINE_LONGEST, TEXT_LONGEST, Channel, one_of
from rmdesk.models.money import MOST_FEN

MOST_MINUTES = 1440
LARGEST_ATTACHMENT = 20 * 1024 * 1024  # bytes; a scan of many pages has five


class Level(enum.StrEnum):
    """On which level a contact is: leaders with leaders, specialists, or the manager in charge."""

    LEADER = "leader"
    TECHNICAL = "technical"
    BUSINESS = "business"


class InteractionKind(enum.StrEnum):
    """What a contact is for: keeping in touch, something that went wrong, a step up."""

    DAILY = "daily"
    CRISIS = "crisis"
    UPGRADE = "upgrade"


class ContactResult(enum.StrEnum):
    """What became of the attempt."""

    REACHED = "reached"
    NO_ANSWER = "no_answer"
    MESSAGE_LEFT = "message_left"
    SENT = "sent"
    REPLIED = "replied"
    REFUSED = "refused"


# Attempts that reached nobody: they are no contact, and no cadence begins anew with them.
NOT_REACHED = (ContactResult.NO_ANSWER, ContactResult.MESSAGE_LEFT)


class Satisfaction(enum.StrEnum):
    """How the customer seemed to feel."""

    SATISFIED = "satisfied"
    NEUTRAL = "neutral"
    DISSATISFIED = "dissatisfied"


class VisitState(enum.StrEnum):
    """Where a visit stands, from its preparation to its report."""

    PLANNED = "planned"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    RETURNED = "returned"
    HELD = "held"
    CANCELLED = "cancelled"


def at_minute(column: str = "at_minute") -> CheckConstraint:
    """The constraint of a time of day, in minutes since midnight."""
    return CheckConstraint(f"{column} BETWEEN 0 AND {MOST_MINUTES - 1}", name=f"{column}_of_a_day")


class Interaction(Business, Base):
    """One contact with a customer, or the attempt at one.

    `staff_id` is who had it. `need` is what the customer is expected to want, of `need_amount_fen` by
    `need_on`. `cost_fen` is what a gift or a meal (`cost_for`) cost; above the branch's limit it has a
    `cost_reason`. The next step stands in the follow-up, commitment or appointment that came of it.
    """

    __tablename__ = "interaction"
    __table_args__ = (
        one_of("channel", Channel, "channel_known"),
        one_of("level", Level, "level_known"),
        one_of("kind", InteractionKind, "kind_known"),
        one_of("result", ContactResult, "result_known"),
        one_of("satisfaction", Satisfaction, "satisfaction_known"),
        at_minute(),
        CheckConstraint(f"duration_minutes BETWEEN 1 AND {MOST_MINUTES}", name="duration_possible"),
        CheckConstraint(f"need_amount_fen BETWEEN 0 AND {MOST_FEN}", name="need_amount_possible"),
        CheckConstraint(f"cost_fen BETWEEN 0 AND {MOST_FEN}", name="cost_possible"),
        CheckConstraint(f"length(content) <= {TEXT_LONGEST}", name="content_length"),
        # The last contact of a kind, and a customer's list, are read from this index alone.
        Index("ix_interaction_customer", "customer_id", "held_on", "at_minute", "result", "channel", "level"),
        # What a month counts of a manager's contacts, too.
        Index(
            "ix_interaction_staff_id_held_on", "staff_id", "held_on", "channel", "result", "duration_minutes"
        ),
    )

    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    held_on: Mapped[date] = mapped_column()
    at_minute: Mapped[int | None] = mapped_column(Integer)
    duration_minutes: Mapped[int | None] = mapped_column(Integer)
    channel: Mapped[str] = mapped_column(String(20))
    level: Mapped[str] = mapped_column(String(20), default=Level.BUSINESS.value)
    kind: Mapped[str] = mapped_column(String(20), default=InteractionKind.DAILY.value)
    result: Mapped[str] = mapped_column(String(20), default=ContactResult.REACHED.value)
    purpose: Mapped[str | None] = mapped_column(String(LINE_LONGEST))
    content: Mapped[str | None] = mapped_column(String(TEXT_LONGEST))
    need: Mapped[str | None] = mapped_column(String(LINE_LONGEST))
    need_amount_fen: Mapped[int | None] = mapped_column(BigInteger)
    need_on: Mapped[date | None] = mapped_column()
    satisfaction: Mapped[str | None] = mapped_column(String(20))
    cost_fen: Mapped[int | None] = mapped_column(BigInteger)
    cost_for: Mapped[str | None] = mapped_column(String(LINE_LONGEST))
    cost_reason: Mapped[str | None] = mapped_column(String(LINE_LONGEST))
    source: Mapped[str | None] = mapped_column(String(LINE_LONGEST))  # the file it came from


class Visit(Business, Base):
    """A visit as it is prepared and reported: up to three lines each of what to bring, discuss and see.

    It may be sent for approval. Once held it has a report and the interaction that was written of it.
    """

    __tablename__ = "visit"
    __table_args__ = (
        one_of("state", VisitState, "state_known"),
        at_minute(),
        CheckConstraint("(decided_by_id IS NULL) = (decided_at IS NULL)", name="decided_by_somebody"),
        CheckConstraint("state <> 'held' OR interaction_id IS NOT NULL", name="held_is_a_contact"),
        CheckConstraint(
            "state NOT IN ('approved', 'returned') OR decided_by_id IS NOT NULL", name="decision_has_a_judge"
        ),
        CheckConstraint("decided_by_id <> staff_id", name="judged_by_another"),
        Index("ix_visit_customer_id_planned_on", "customer_id", "planned_on"),
        Index("ix_visit_state_planned_on", "state", "planned_on"),
        Index("ix_visit_interaction_id", "interaction_id"),
    )

    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    interaction_id: Mapped[int | None] = mapped_column(ForeignKey("interaction.id"))
    planned_on: Mapped[date] = mapped_column()
    at_minute: Mapped[int | None] = mapped_column(Integer)
    place: Mapped[str | None] = mapped_column(String(LINE_LONGEST))
    purpose: Mapped[str | None] = mapped_column(String(LINE_LONGEST))
    to_prepare: Mapped[str | None] = mapped_column(String(TEXT_LONGEST))
    to_discuss: Mapped[str | None] = mapped_column(String(TEXT_LONGEST))
    to_see: Mapped[str | None] = mapped_column(String(TEXT_LONGEST))
    report: Mapped[str | None] = mapped_column(String(TEXT_LONGEST))
    state: Mapped[str] = mapped_column(String(20), default=VisitState.PLANNED.value)
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    decided_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    decision_note: Mapped[str | None] = mapped_column(String(LINE_LONGEST))


class Attachment(Business, Base):
    """A document of a customer: what it is called; its bytes lie encrypted beside the database.

    `digest` is the SHA-256 of the encrypted file, so that damage is noticed without the key.
    """

    __tablename__ = "attachment"
    __table_args__ = (
        CheckConstraint("length(trim(name)) > 0", name="name_given"),
        CheckConstraint(f"size BETWEEN 1 AND {LARGEST_ATTACHMENT}", name="size_possible"),
        CheckConstraint("length(digest) = 64", name="digest_length"),
        Index("ix_attachment_customer_id", "customer_id"),
        Index("ix_attachment_interaction_id", "interaction_id"),
    )

    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    interaction_id: Mapped[int | None] = mapped_column(ForeignKey("interaction.id"))
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    name: Mapped[str] = mapped_column(String(LINE_LONGEST))
    media_type: Mapped[str] = mapped_column(String(100))
    size: Mapped[int] = mapped_column(Integer)
    digest: Mapped[str] = mapped_column(String(64))
    added_on: Mapped[date] = mapped_column()
    note: Mapped[str | None] = mapped_column(String(LINE_LONGEST))
