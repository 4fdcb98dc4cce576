"""The daily log: one manager's one day, planned the working day before and answered for at its close."""

from __future__ import annotations

import enum
from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from rmdesk.models.base import UID_LENGTH, Base, Business, UtcMoment
from rmdesk.models.customer import LINE_LONGEST, TEXT_LONGEST, Channel, one_of
from rmdesk.models.interaction import at_minute

RESULT_LONGEST = 1000
TOLD_LONGEST = 4000  # JSON of a promise and some days


class LogState(enum.StrEnum):
    """Where a log stands as it is stored. One that is not there at all is missing; that is computed."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    COUNTERSIGNED = "countersigned"
    RETURNED = "returned"


class ItemSource(enum.StrEnum):
    """Where an item of the plan comes from: a touchpoint, the person's own, another day, news."""

    TOUCHPOINT = "touchpoint"
    FREE = "free"
    MOVED = "moved"
    NEWS = "news"


class Outcome(enum.StrEnum):
    """What became of an item."""

    OPEN = "open"
    DONE = "done"
    PARTLY = "partly"
    NOT_DONE = "not_done"
    MOVED = "moved"


class RemarkKind(enum.StrEnum):
    """What was written beside a log: by its manager once it was submitted, by whoever read it at any time."""

    ADDENDUM = "addendum"
    COMMENT = "comment"
    RETURNED = "returned"
    COUNTERSIGNED = "countersigned"


class NewsKind(enum.StrEnum):
    MARKET = "market"
    POLICY = "policy"
    PRODUCT = "product"


class DailyLog(Business, Base):
    """One manager's one day.

    `planned_at` is when the first item was put on the plan, by the record of the program: never before
    what it recorded last, whatever the clock of the computer said. `clock_at` is what that clock said
    where it stood behind the record. `submit_is_late` is about the first time it was submitted.
    """

    __tablename__ = "daily_log"
    __table_args__ = (
        one_of("state", LogState, "state_known"),
        CheckConstraint("NOT plan_is_late OR planned_at IS NOT NULL", name="planned_to_be_late"),
        CheckConstraint("(state = 'draft') = (submitted_at IS NULL)", name="draft_until_submitted"),
        CheckConstraint("NOT submit_is_late OR submitted_at IS NOT NULL", name="submitted_to_be_late"),
        CheckConstraint("(decided_by_id IS NULL) = (decided_at IS NULL)", name="decided_by_somebody"),
        CheckConstraint(
            "state NOT IN ('countersigned', 'returned') OR decided_by_id IS NOT NULL",
            name="decision_has_a_judge",
        ),
        CheckConstraint("decided_by_id <> staff_id", name="judged_by_another"),
        UniqueConstraint("staff_id", "day"),
        Index("ix_daily_log_day", "day", "staff_id"),
        Index("ix_daily_log_state_day", "state", "day"),
    )

    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    day: Mapped[date] = mapped_column()
    state: Mapped[str] = mapped_column(String(20), default=LogState.DRAFT.value)
    planned_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    plan_is_late: Mapped[bool] = mapped_column(default=False)
    clock_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    submitted_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    submit_is_late: Mapped[bool] = mapped_column(default=False)
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    decided_at: Mapped[datetime | None] = mapped_column(UtcMoment)


class DailyLogItem(Business, Base):
    """One line of a log: what was planned, and what became of it.

    `rule`, `subject` and `due_on` say which touchpoint of the customer it is (`services/care`). `is_extra`:
    it was added once the plan was due, and does not count as planned. `told_of` is what `purpose` was made
    of (`services/daily_logs/purposes.py`), until somebody rewrites it. `result` is the sentence of what
    came of it, the reason where it was not done; `interaction_id` the contact that answered it.
    """

    __tablename__ = "daily_log_item"
    __table_args__ = (
        one_of("channel", Channel, "channel_known"),
        one_of("source", ItemSource, "source_known"),
        one_of("outcome", Outcome, "outcome_known"),
        at_minute(),
        CheckConstraint("length(trim(purpose)) > 0", name="purpose_given"),
        CheckConstraint(
            "(rule IS NULL) = (due_on IS NULL) AND (rule IS NULL) = (subject IS NULL)", name="key_whole"
        ),
        CheckConstraint("rule IS NULL OR customer_id IS NOT NULL", name="touchpoint_of_a_customer"),
        CheckConstraint("(outcome = 'open') = (completed_at IS NULL)", name="completed_at_a_moment"),
        CheckConstraint("(outcome = 'moved') = (moved_to IS NOT NULL)", name="moved_to_a_day"),
        CheckConstraint("outcome <> 'not_done' OR length(trim(result)) > 0", name="not_done_for_a_reason"),
        UniqueConstraint("log_id", "customer_id", "rule", "subject", "due_on"),
        # What a month counts is read from this index alone.
        Index("ix_daily_log_item_log_id", "log_id", "outcome", "is_extra"),
        Index("ix_daily_log_item_customer_id", "customer_id", "due_on"),
        Index("ix_daily_log_item_interaction_id", "interaction_id"),
    )

    log_id: Mapped[int] = mapped_column(ForeignKey("daily_log.id"))
    position: Mapped[int] = mapped_column(Integer)
    at_minute: Mapped[int | None] = mapped_column(Integer)
    customer_id: Mapped[int | None] = mapped_column(ForeignKey("customer.id"))
    purpose: Mapped[str] = mapped_column(String(LINE_LONGEST))
    told_of: Mapped[str | None] = mapped_column(String(TOLD_LONGEST))
    channel: Mapped[str | None] = mapped_column(String(20))
    source: Mapped[str] = mapped_column(String(20), default=ItemSource.FREE.value)
    rule: Mapped[str | None] = mapped_column(String(40))
    subject: Mapped[str | None] = mapped_column(String(40))
    due_on: Mapped[date | None] = mapped_column()
    is_extra: Mapped[bool] = mapped_column(default=False)
    added_at: Mapped[datetime] = mapped_column(UtcMoment)
    outcome: Mapped[str] = mapped_column(String(20), default=Outcome.OPEN.value)
    result: Mapped[str | None] = mapped_column(String(RESULT_LONGEST))
    moved_to: Mapped[date | None] = mapped_column()
    interaction_id: Mapped[int | None] = mapped_column(ForeignKey("interaction.id"))
    completed_at: Mapped[datetime | None] = mapped_column(UtcMoment)


class DailyLogRemark(Business, Base):
    """Something written beside a log; it is added to, never changed. `item_uid`: about this line of it."""

    __tablename__ = "daily_log_remark"
    __table_args__ = (
        one_of("kind", RemarkKind, "kind_known"),
        CheckConstraint("kind = 'countersigned' OR length(trim(text)) > 0", name="text_given"),
        Index("ix_daily_log_remark_log_id", "log_id"),
    )

    log_id: Mapped[int] = mapped_column(ForeignKey("daily_log.id"))
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    kind: Mapped[str] = mapped_column(String(20))
    text: Mapped[str | None] = mapped_column(String(TEXT_LONGEST))
    item_uid: Mapped[str | None] = mapped_column(String(UID_LENGTH))
    said_at: Mapped[datetime] = mapped_column(UtcMoment)


class DailyLogNews(Business, Base):
    """News of the day: what happened, what it means, and how the customers it touches were found."""

    __tablename__ = "daily_log_news"
    __table_args__ = (
        one_of("kind", NewsKind, "kind_known"),
        CheckConstraint("length(trim(headline)) > 0", name="headline_given"),
        Index("ix_daily_log_news_log_id", "log_id"),
    )

    log_id: Mapped[int] = mapped_column(ForeignKey("daily_log.id"))
    kind: Mapped[str] = mapped_column(String(20))
    headline: Mapped[str] = mapped_column(String(LINE_LONGEST))
    meaning: Mapped[str | None] = mapped_column(String(TEXT_LONGEST))
    found_by: Mapped[str | None] = mapped_column(String(LINE_LONGEST))
    added_at: Mapped[datetime] = mapped_column(UtcMoment)


class DailyLogNewsCustomer(Business, Base):
    """A customer whom news touches, once; `planned_on` is the day their contact was planned for."""

    __tablename__ = "daily_log_news_customer"
    __table_args__ = (
        UniqueConstraint("news_id", "customer_id"),
        Index("ix_daily_log_news_customer_customer_id", "customer_id"),
    )

    news_id: Mapped[int] = mapped_column(ForeignKey("daily_log_news.id"))
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    planned_on: Mapped[date | None] = mapped_column()
