"""Action plans of a manager: a tree of sub-plans, the dated contacts made of them, versions as agreed."""

from __future__ import annotations

import enum
from datetime import date, datetime

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from rmdesk.models.base import Base, Business, UtcMoment
from rmdesk.models.customer import LINE_LONGEST, TEXT_LONGEST, Channel, one_of

PLAN_NAME_LONGEST = 60
CHANNELS_LONGEST = 200  # JSON
MOST_COST = 10**13  # fen
MINUTES_A_DAY = range(10, 601)
APART_DAYS = range(0, 61)
TIMES = range(1, 32)
MINUTES = range(1, 481)


class PlanState(enum.StrEnum):
    """Where a plan stands as it is stored; that one is running, or over, its days tell."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    AGREED = "agreed"
    CLOSED = "closed"


class Per(enum.StrEnum):
    """What a frequency is counted over."""

    PLAN = "plan"
    QUARTER = "quarter"
    MONTH = "month"
    WEEK = "week"


class PlanItemState(enum.StrEnum):
    """Where a dated contact stands: it counts from when its plan was agreed until the plan is closed."""

    PLANNED = "planned"
    OPEN = "open"
    DONE = "done"
    SKIPPED = "skipped"
    DROPPED = "dropped"


class Plan(Business, Base):
    """A manager's plan for some days, agreed with somebody else.

    `revision` is the version that is being written or in force, `agreed_revision` the one agreed last (0:
    none yet). `minutes_a_day`: what the manager has for planned contacts on a working day; `apart_days`:
    so many days lie between two contacts of one customer at least. `follows_id` is the plan it was copied
    from. What stands from `reached` on is its evaluation; `figures` its progress then, JSON.
    """

    __tablename__ = "plan"
    __table_args__ = (
        one_of("state", PlanState, "state_known"),
        CheckConstraint("length(trim(name)) > 0", name="name_given"),
        CheckConstraint("last_on >= first_on", name="ends_after_start"),
        CheckConstraint(
            f"minutes_a_day BETWEEN {MINUTES_A_DAY[0]} AND {MINUTES_A_DAY[-1]}", name="minutes_possible"
        ),
        CheckConstraint(f"apart_days BETWEEN {APART_DAYS[0]} AND {APART_DAYS[-1]}", name="apart_possible"),
        CheckConstraint("supervisor_id <> owner_id", name="agreed_by_another"),
        CheckConstraint("decided_by_id <> submitted_by_id", name="judged_by_another"),
        CheckConstraint("(decided_by_id IS NULL) = (decided_at IS NULL)", name="decided_by_somebody"),
        CheckConstraint("(submitted_by_id IS NULL) = (submitted_at IS NULL)", name="submitted_by_somebody"),
        CheckConstraint("state <> 'submitted' OR submitted_at IS NOT NULL", name="submitted_at_a_moment"),
        CheckConstraint(
            "state NOT IN ('agreed', 'returned') OR decided_by_id IS NOT NULL", name="decision_has_a_judge"
        ),
        CheckConstraint("agreed_revision BETWEEN 0 AND revision", name="agreed_before_now"),
        CheckConstraint("state <> 'agreed' OR agreed_revision = revision", name="agreed_as_it_is"),
        CheckConstraint("(state = 'closed') = (closed_at IS NOT NULL)", name="closed_at_a_moment"),
        Index("ix_plan_owner_id", "owner_id", "first_on"),
        Index("ix_plan_supervisor_id", "supervisor_id"),
        Index("ix_plan_goal_id", "goal_id"),
        Index("ix_plan_follows_id", "follows_id"),
    )

    name: Mapped[str] = mapped_column(String(PLAN_NAME_LONGEST))
    owner_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    supervisor_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    goal_id: Mapped[int | None] = mapped_column(ForeignKey("goal.id"))
    follows_id: Mapped[int | None] = mapped_column(ForeignKey("plan.id"))
    first_on: Mapped[date] = mapped_column()
    last_on: Mapped[date] = mapped_column()
    theme: Mapped[str | None] = mapped_column(String(LINE_LONGEST))
    expected: Mapped[str | None] = mapped_column(String(TEXT_LONGEST))
    minutes_a_day: Mapped[int] = mapped_column(Integer, default=180)
    apart_days: Mapped[int] = mapped_column(Integer, default=7)
    state: Mapped[str] = mapped_column(String(20), default=PlanState.DRAFT.value)
    revision: Mapped[int] = mapped_column(Integer, default=1)
    agreed_revision: Mapped[int] = mapped_column(Integer, default=0)
    submitted_by_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    submitted_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    decided_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    decision_note: Mapped[str | None] = mapped_column(String(TEXT_LONGEST))
    closed_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    reached: Mapped[str | None] = mapped_column(String(TEXT_LONGEST))
    why: Mapped[str | None] = mapped_column(String(TEXT_LONGEST))
    lessons: Mapped[str | None] = mapped_column(String(TEXT_LONGEST))
    next_steps: Mapped[str | None] = mapped_column(String(TEXT_LONGEST))
    figures: Mapped[str | None] = mapped_column(String)  # JSON


class PlanNode(Business, Base):
    """A sub-plan: whom it is for, by which ways, how often. Sub-plans of it are about some of them.

    Whether a parent is there is asked at the end of a transaction: undo restores a branch in any order.
    `position` orders those below one parent, with gaps. Days that are not given are the parent's. `channels`
    is JSON: ways of contact with their shares in percent. Without `times` it only holds others together.
    """

    __tablename__ = "plan_node"
    __table_args__ = (
        one_of("per", Per, "per_known"),
        CheckConstraint("length(trim(name)) > 0", name="name_given"),
        CheckConstraint("last_on >= first_on", name="ends_after_start"),
        CheckConstraint(f"times BETWEEN {TIMES[0]} AND {TIMES[-1]}", name="times_possible"),
        CheckConstraint(f"minutes BETWEEN {MINUTES[0]} AND {MINUTES[-1]}", name="minutes_possible"),
        CheckConstraint(f"cost_fen BETWEEN 0 AND {MOST_COST}", name="cost_possible"),
        CheckConstraint("parent_id <> id", name="not_below_itself"),
        Index("ix_plan_node_plan_id", "plan_id"),
        Index("ix_plan_node_parent_id", "parent_id"),
        Index("ix_plan_node_segment_id", "segment_id"),
    )

    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id"))
    parent_id: Mapped[int | None] = mapped_column(
        ForeignKey("plan_node.id", deferrable=True, initially="DEFERRED")
    )
    position: Mapped[int] = mapped_column(Integer)
    name: Mapped[str] = mapped_column(String(PLAN_NAME_LONGEST))
    segment_id: Mapped[int | None] = mapped_column(ForeignKey("segment.id"))
    purpose: Mapped[str | None] = mapped_column(String(LINE_LONGEST))
    first_on: Mapped[date | None] = mapped_column()
    last_on: Mapped[date | None] = mapped_column()
    channels: Mapped[str | None] = mapped_column(String(CHANNELS_LONGEST))  # JSON
    times: Mapped[int | None] = mapped_column(Integer)
    per: Mapped[str] = mapped_column(String(20), default=Per.PLAN.value)
    minutes: Mapped[int | None] = mapped_column(Integer)
    expected: Mapped[str | None] = mapped_column(String(LINE_LONGEST))
    materials: Mapped[str | None] = mapped_column(String(LINE_LONGEST))
    people: Mapped[str | None] = mapped_column(String(LINE_LONGEST))
    cost_fen: Mapped[int | None] = mapped_column(BigInteger)


class PlanItem(Business, Base):
    """One dated contact of a plan with one customer.

    `slot_on` is the first day of the span its frequency put it in, `moved_to` where somebody put it off to.
    `by_hand`: somebody chose its day, so generating leaves it where it is.
    """

    __tablename__ = "plan_item"
    __table_args__ = (
        one_of("channel", Channel, "channel_known"),
        one_of("state", PlanItemState, "state_known"),
        CheckConstraint(f"minutes BETWEEN {MINUTES[0]} AND {MINUTES[-1]}", name="minutes_possible"),
        CheckConstraint(
            "(state IN ('done', 'skipped', 'dropped')) = (settled_on IS NOT NULL)", name="settled_on_a_day"
        ),
        # As the other rules of the calendar are found: of a customer, and all that is open by its day.
        Index("ix_plan_item_customer_id", "customer_id", "state", "due_on"),
        Index("ix_plan_item_state_due_on", "state", "due_on", "customer_id"),
        Index("ix_plan_item_interaction_id", "interaction_id"),
        # What progress counts is read from this index alone.
        Index(
            "ix_plan_item_plan_id",
            "plan_id",
            "node_id",
            "state",
            "due_on",
            "moved_to",
            "settled_on",
            "interaction_id",
        ),
        Index("ix_plan_item_node_id", "node_id"),
    )

    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id"))
    node_id: Mapped[int] = mapped_column(ForeignKey("plan_node.id"))
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    slot_on: Mapped[date] = mapped_column()
    due_on: Mapped[date] = mapped_column()
    channel: Mapped[str] = mapped_column(String(20))
    minutes: Mapped[int] = mapped_column(Integer)
    state: Mapped[str] = mapped_column(String(20), default=PlanItemState.PLANNED.value)
    moved_to: Mapped[date | None] = mapped_column()
    settled_on: Mapped[date | None] = mapped_column()
    interaction_id: Mapped[int | None] = mapped_column(ForeignKey("interaction.id"))
    by_hand: Mapped[bool] = mapped_column(default=False)


class PlanVersion(Business, Base):
    """A plan as it was agreed: the whole of it but single contacts, as JSON."""

    __tablename__ = "plan_version"
    __table_args__ = (UniqueConstraint("plan_id", "number"),)

    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id"))
    number: Mapped[int] = mapped_column(Integer)
    agreed_by_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    agreed_at: Mapped[datetime] = mapped_column(UtcMoment)
    document: Mapped[str] = mapped_column(String)  # JSON
