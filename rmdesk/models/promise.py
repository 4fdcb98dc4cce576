"""What is owed to customers: commitments, appointments, follow-ups, tasks for colleagues, notices."""

from __future__ import annotations

import enum
from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from rmdesk.models.base import Base, Business, UtcMoment
from rmdesk.models.customer import LINE_LONGEST, TEXT_LONGEST, Channel, one_of
from rmdesk.models.interaction import at_minute

PROMISE_LONGEST = 1000


class CommitmentKind(enum.StrEnum):
    """What is promised; a rate, a fee or an exception is not the manager's to promise alone."""

    SERVICE = "service"
    INFORMATION = "information"
    AGREEMENT = "agreement"
    RATE = "rate"
    FEE = "fee"
    EXCEPTION = "exception"


NEEDING_APPROVAL = (CommitmentKind.RATE, CommitmentKind.FEE, CommitmentKind.EXCEPTION)


class CommitmentState(enum.StrEnum):
    """Where a promise stands. It counts while it is open; one that waits for approval does not yet."""

    WAITING = "waiting"
    OPEN = "open"
    KEPT = "kept"
    BROKEN = "broken"
    WITHDRAWN = "withdrawn"
    REFUSED = "refused"


class FollowUpState(enum.StrEnum):
    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


class AppointmentState(enum.StrEnum):
    OPEN = "open"
    KEPT = "kept"
    MISSED = "missed"
    CANCELLED = "cancelled"


class TaskState(enum.StrEnum):
    """Where a task stands: done by whoever has it, reported back to the customer by whoever gave it."""

    OPEN = "open"
    DONE = "done"
    REPORTED = "reported"
    WITHDRAWN = "withdrawn"


def _given(column: str) -> CheckConstraint:
    return CheckConstraint(f"length(trim({column})) > 0", name=f"{column}_given")


def _listed(*values: enum.StrEnum) -> str:
    return ", ".join(f"'{value.value}'" for value in values)


class Commitment(Business, Base):
    """Something promised to a customer by a day.

    A promise on rate, fee or exception waits until somebody else approved it; the database keeps it from
    being open, kept or broken before.
    """

    __tablename__ = "commitment"
    __table_args__ = (
        one_of("kind", CommitmentKind, "kind_known"),
        one_of("state", CommitmentState, "state_known"),
        _given("promise"),
        CheckConstraint("(decided_by_id IS NULL) = (decided_at IS NULL)", name="decided_by_somebody"),
        CheckConstraint("decided_by_id <> staff_id", name="judged_by_another"),
        CheckConstraint(
            f"kind NOT IN ({_listed(*NEEDING_APPROVAL)}) OR state IN ('waiting', 'withdrawn')"
            " OR decided_by_id IS NOT NULL",
            name="counts_once_approved",
        ),
        CheckConstraint(
            "(state IN ('kept', 'broken', 'withdrawn')) = (settled_on IS NOT NULL)", name="settled_on_a_day"
        ),
        Index("ix_commitment_customer_id", "customer_id", "state", "due_on"),
        Index("ix_commitment_state_due_on", "state", "due_on", "customer_id"),
        Index("ix_commitment_interaction_id", "interaction_id"),
    )

    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))  # who promised
    interaction_id: Mapped[int | None] = mapped_column(ForeignKey("interaction.id"))
    promise: Mapped[str] = mapped_column(String(PROMISE_LONGEST))
    kind: Mapped[str] = mapped_column(String(20), default=CommitmentKind.SERVICE.value)
    promised_on: Mapped[date] = mapped_column()
    due_on: Mapped[date] = mapped_column()
    state: Mapped[str] = mapped_column(String(20), default=CommitmentState.OPEN.value)
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    decided_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    decision_note: Mapped[str | None] = mapped_column(String(LINE_LONGEST))
    settled_on: Mapped[date | None] = mapped_column()
    outcome: Mapped[str | None] = mapped_column(String(PROMISE_LONGEST))


class Appointment(Business, Base):
    """A meeting or call agreed with a customer."""

    __tablename__ = "appointment"
    __table_args__ = (
        one_of("channel", Channel, "channel_known"),
        one_of("state", AppointmentState, "state_known"),
        at_minute(),
        Index("ix_appointment_customer_id", "customer_id", "state", "due_on"),
        Index("ix_appointment_state_due_on", "state", "due_on", "customer_id"),
        Index("ix_appointment_interaction_id", "interaction_id"),
    )

    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    interaction_id: Mapped[int | None] = mapped_column(ForeignKey("interaction.id"))
    due_on: Mapped[date] = mapped_column()
    at_minute: Mapped[int | None] = mapped_column(Integer)
    channel: Mapped[str] = mapped_column(String(20), default=Channel.BRANCH_VISIT.value)
    subject: Mapped[str | None] = mapped_column(String(LINE_LONGEST))
    state: Mapped[str] = mapped_column(String(20), default=AppointmentState.OPEN.value)
    settled_on: Mapped[date | None] = mapped_column()


class FollowUp(Business, Base):
    """The next step with a customer, on a day."""

    __tablename__ = "follow_up"
    __table_args__ = (
        one_of("channel", Channel, "channel_known"),
        one_of("state", FollowUpState, "state_known"),
        _given("step"),
        Index("ix_follow_up_customer_id", "customer_id", "state", "due_on"),
        Index("ix_follow_up_state_due_on", "state", "due_on", "customer_id"),
        Index("ix_follow_up_interaction_id", "interaction_id"),
    )

    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    interaction_id: Mapped[int | None] = mapped_column(ForeignKey("interaction.id"))
    due_on: Mapped[date] = mapped_column()
    channel: Mapped[str | None] = mapped_column(String(20))
    step: Mapped[str] = mapped_column(String(PROMISE_LONGEST))
    state: Mapped[str] = mapped_column(String(20), default=FollowUpState.OPEN.value)
    settled_on: Mapped[date | None] = mapped_column()


class Task(Business, Base):
    """Work for a colleague or a department, for a customer or for nobody in particular.

    `staff_id` is who gave it; it is done with a `result`, and reported back to the customer afterwards.
    """

    __tablename__ = "task"
    __table_args__ = (
        one_of("state", TaskState, "state_known"),
        _given("work"),
        CheckConstraint("(assignee_id IS NULL) <> (department IS NULL)", name="for_one"),
        CheckConstraint("(state IN ('done', 'reported')) = (done_on IS NOT NULL)", name="done_on_a_day"),
        CheckConstraint("(state = 'reported') = (reported_on IS NOT NULL)", name="reported_on_a_day"),
        CheckConstraint("state <> 'reported' OR customer_id IS NOT NULL", name="reported_to_somebody"),
        Index("ix_task_customer_id", "customer_id", "state", "due_on"),
        Index("ix_task_assignee_id", "assignee_id", "state", "due_on"),
        Index("ix_task_staff_id", "staff_id", "state", "due_on"),
        Index("ix_task_interaction_id", "interaction_id"),
    )

    customer_id: Mapped[int | None] = mapped_column(ForeignKey("customer.id"))
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    interaction_id: Mapped[int | None] = mapped_column(ForeignKey("interaction.id"))
    assignee_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    department: Mapped[str | None] = mapped_column(String(LINE_LONGEST))
    work: Mapped[str] = mapped_column(String(PROMISE_LONGEST))
    due_on: Mapped[date] = mapped_column()
    state: Mapped[str] = mapped_column(String(20), default=TaskState.OPEN.value)
    done_on: Mapped[date | None] = mapped_column()
    result: Mapped[str | None] = mapped_column(String(PROMISE_LONGEST))
    reported_on: Mapped[date | None] = mapped_column()


class Notice(Business, Base):
    """Something worth telling several customers: a change of product, rate or rule, a market move."""

    __tablename__ = "notice"
    __table_args__ = (
        _given("title"),
        one_of("channel", Channel, "channel_known"),
        Index("ix_notice_raised_on", "raised_on"),
    )

    title: Mapped[str] = mapped_column(String(LINE_LONGEST))
    content: Mapped[str] = mapped_column(String(TEXT_LONGEST))
    source: Mapped[str | None] = mapped_column(String(LINE_LONGEST))
    channel: Mapped[str | None] = mapped_column(String(20))  # the one it is meant for
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    raised_on: Mapped[date] = mapped_column()
    due_on: Mapped[date | None] = mapped_column()
    closed_on: Mapped[date | None] = mapped_column()


class NoticeRecipient(Business, Base):
    """A customer whom a notice concerns, once; `told_on` with the contact in which they were told."""

    __tablename__ = "notice_recipient"
    __table_args__ = (
        UniqueConstraint("notice_id", "customer_id"),
        CheckConstraint("(told_on IS NULL) = (told_by_id IS NULL)", name="told_by_somebody"),
        Index("ix_notice_recipient_customer_id", "customer_id"),
        Index("ix_notice_recipient_notice_id_told_on", "notice_id", "told_on"),
        Index("ix_notice_recipient_interaction_id", "interaction_id"),
    )

    notice_id: Mapped[int] = mapped_column(ForeignKey("notice.id"))
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    told_on: Mapped[date | None] = mapped_column()
    told_by_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    interaction_id: Mapped[int | None] = mapped_column(ForeignKey("interaction.id"))
