"""Complaints and objections: what a customer holds against the branch, and how it is put right."""

from __future__ import annotations

import enum
from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from rmdesk.models.base import Base, Business
from rmdesk.models.customer import LINE_LONGEST, TEXT_LONGEST, Channel, one_of

COMPLAINT_NUMBER_LONGEST = 20


class ComplaintNature(enum.StrEnum):
    """A complaint asks for redress; an objection only disagrees, with a charge or a statement."""

    COMPLAINT = "complaint"
    OBJECTION = "objection"


class ComplaintKind(enum.StrEnum):
    """What it is about."""

    WAITING = "waiting"
    SERVICE = "service"
    PRODUCT = "product"
    FEE = "fee"
    SYSTEM = "system"
    PRIVACY = "privacy"
    OTHER = "other"


class Seriousness(enum.StrEnum):
    """How soon it has to be answered: see `services/complaints/deadlines.py`."""

    MINOR = "minor"
    SERIOUS = "serious"
    GRAVE = "grave"


class ComplaintSource(enum.StrEnum):
    """Where it was heard."""

    DIRECT = "direct"
    CONTACT = "contact"
    SURVEY = "survey"
    FORWARDED = "forwarded"


class ComplaintState(enum.StrEnum):
    """Open until it is decided what is done; then the customer is told; closed once that is the end of it."""

    OPEN = "open"
    RESOLVED = "resolved"
    TOLD = "told"
    CLOSED = "closed"


class ImprovementFor(enum.StrEnum):
    """Who is told what should be done better."""

    PRODUCT = "product"
    OPERATIONS = "operations"
    SERVICE = "service"
    MARKETING = "marketing"


class Complaint(Business, Base):
    """One case. `owner_id` answers for it, `assistant_id` helps (the lobby manager); `person` names who is no
    customer. `due_on` is the next day by which something has to be done, `final_on` the one of the whole.
    """

    __tablename__ = "complaint"
    __table_args__ = (
        CheckConstraint("length(trim(content)) > 0", name="content_given"),
        CheckConstraint("customer_id IS NOT NULL OR person IS NOT NULL", name="of_somebody"),
        CheckConstraint("final_on >= raised_on", name="final_after_raised"),
        CheckConstraint("reopened >= 0", name="reopened_possible"),
        CheckConstraint("state = 'open' OR result IS NOT NULL", name="decided_with_result"),
        CheckConstraint("state NOT IN ('told', 'closed') OR told_on IS NOT NULL", name="closed_once_told"),
        CheckConstraint("(told_on IS NULL) = (told_channel IS NULL)", name="told_somehow"),
        one_of("nature", ComplaintNature, "nature_known"),
        one_of("kind", ComplaintKind, "kind_known"),
        one_of("seriousness", Seriousness, "seriousness_known"),
        one_of("source", ComplaintSource, "source_known"),
        one_of("state", ComplaintState, "state_known"),
        one_of("told_channel", Channel, "told_channel_known"),
        one_of("measure_for", ImprovementFor, "measure_for_known"),
        UniqueConstraint("number"),
        Index("ix_complaint_customer_id", "customer_id"),
        Index("ix_complaint_due_on", "due_on"),
    )

    number: Mapped[str] = mapped_column(String(COMPLAINT_NUMBER_LONGEST))
    customer_id: Mapped[int | None] = mapped_column(ForeignKey("customer.id"))
    person: Mapped[str | None] = mapped_column(String(LINE_LONGEST))
    nature: Mapped[str] = mapped_column(String(20), default=ComplaintNature.COMPLAINT.value)
    kind: Mapped[str] = mapped_column(String(20))
    seriousness: Mapped[str] = mapped_column(String(20), default=Seriousness.MINOR.value)
    source: Mapped[str] = mapped_column(String(20), default=ComplaintSource.DIRECT.value)
    survey_id: Mapped[int | None] = mapped_column(ForeignKey("survey.id"))
    content: Mapped[str] = mapped_column(String(TEXT_LONGEST))
    wish: Mapped[str | None] = mapped_column(String(TEXT_LONGEST))
    raised_on: Mapped[date] = mapped_column()
    due_on: Mapped[date] = mapped_column()
    final_on: Mapped[date] = mapped_column()
    owner_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    assistant_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    state: Mapped[str] = mapped_column(String(20), default=ComplaintState.OPEN.value)
    result: Mapped[str | None] = mapped_column(String(TEXT_LONGEST))
    resolved_on: Mapped[date | None] = mapped_column()
    told_on: Mapped[date | None] = mapped_column()
    told_channel: Mapped[str | None] = mapped_column(String(20))
    is_satisfied: Mapped[bool | None] = mapped_column()
    cause: Mapped[str | None] = mapped_column(String(TEXT_LONGEST))
    measure: Mapped[str | None] = mapped_column(String(TEXT_LONGEST))
    measure_for: Mapped[str | None] = mapped_column(String(20))
    measure_told_on: Mapped[date | None] = mapped_column()
    closed_on: Mapped[date | None] = mapped_column()
    reopened: Mapped[int] = mapped_column(Integer, default=0)


class ComplaintStep(Business, Base):
    """Something to be done about a case by a day, and when it was."""

    __tablename__ = "complaint_step"
    __table_args__ = (
        CheckConstraint("length(trim(what)) > 0", name="what_given"),
        Index("ix_complaint_step_complaint_id", "complaint_id"),
    )

    complaint_id: Mapped[int] = mapped_column(ForeignKey("complaint.id"))
    what: Mapped[str] = mapped_column(String(LINE_LONGEST))
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    due_on: Mapped[date] = mapped_column()
    done_on: Mapped[date | None] = mapped_column()
    note: Mapped[str | None] = mapped_column(String(TEXT_LONGEST))
