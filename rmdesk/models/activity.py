"""Activities: salons, lectures, visits and exhibitions; their sheet, run, cost, guests and what was asked."""

from __future__ import annotations

import enum
from datetime import date, datetime

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from rmdesk.models.base import Base, Business, UtcMoment
from rmdesk.models.customer import LINE_LONGEST, TEXT_LONGEST, Channel, one_of
from rmdesk.models.plan import APART_DAYS, MOST_COST

ACTIVITY_NAME_LONGEST = 60
GUEST_LONGEST = 60
MOST_GUESTS = 100_000  # a capacity no hall reaches
MOST_COMPANIONS = 50
MINUTES_OF_DAY = 24 * 60
MOST_NUMBER = 100_000  # of one thing on the sheet


class ActivityKind(enum.StrEnum):
    SALON = "salon"
    LECTURE = "lecture"
    VISIT = "visit"
    EXHIBITION = "exhibition"


class ActivityState(enum.StrEnum):
    """Where an activity stands. Open: people are invited and all is made ready, until it was held."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    AGREED = "agreed"
    OPEN = "open"
    HELD = "held"
    EVALUATED = "evaluated"
    CANCELLED = "cancelled"


class NeedKind(enum.StrEnum):
    """What stands on the sheet."""

    MATERIAL = "material"
    EQUIPMENT = "equipment"
    PERSON = "person"


class GuestAnswer(enum.StrEnum):
    YES = "yes"
    PERHAPS = "perhaps"
    NO = "no"


class ActivityPurpose(enum.StrEnum):
    """Why a customer is contacted about an activity."""

    INVITATION = "invitation"
    THANKS = "thanks"


class ActivityContactState(enum.StrEnum):
    """Where a contact stands: an invitation counts from when the activity is opened."""

    PLANNED = "planned"
    OPEN = "open"
    DONE = "done"
    SKIPPED = "skipped"
    DROPPED = "dropped"


class Activity(Business, Base):
    """One activity. `owner_id` leads it; `host` is who speaks or presents, perhaps from outside.

    Two contacts of one customer lie `apart_days` apart at least. `follows_id` is the activity it was copied
    from. What stands from `reached` on is its evaluation; `figures` what was counted then, JSON.
    """

    __tablename__ = "activity"
    __table_args__ = (
        one_of("kind", ActivityKind, "kind_known"),
        one_of("state", ActivityState, "state_known"),
        CheckConstraint("length(trim(name)) > 0", name="name_given"),
        CheckConstraint("last_on >= first_on", name="ends_after_start"),
        CheckConstraint(
            "last_on > first_on OR end_minute IS NULL OR start_minute IS NULL OR end_minute > start_minute",
            name="ends_later_that_day",
        ),
        CheckConstraint(f"start_minute BETWEEN 0 AND {MINUTES_OF_DAY - 1}", name="start_possible"),
        CheckConstraint(f"end_minute BETWEEN 0 AND {MINUTES_OF_DAY - 1}", name="end_possible"),
        CheckConstraint(f"capacity BETWEEN 1 AND {MOST_GUESTS}", name="capacity_possible"),
        CheckConstraint(f"apart_days BETWEEN {APART_DAYS[0]} AND {APART_DAYS[-1]}", name="apart_possible"),
        CheckConstraint("supervisor_id <> owner_id", name="agreed_by_another"),
        CheckConstraint("decided_by_id <> submitted_by_id", name="judged_by_another"),
        CheckConstraint("(decided_by_id IS NULL) = (decided_at IS NULL)", name="decided_by_somebody"),
        CheckConstraint("(submitted_by_id IS NULL) = (submitted_at IS NULL)", name="submitted_by_somebody"),
        CheckConstraint("state <> 'submitted' OR submitted_at IS NOT NULL", name="submitted_at_a_moment"),
        CheckConstraint(
            "state NOT IN ('agreed', 'returned') OR decided_by_id IS NOT NULL", name="decision_has_a_judge"
        ),
        CheckConstraint("(state = 'evaluated') = (closed_at IS NOT NULL)", name="closed_at_a_moment"),
        CheckConstraint("state <> 'cancelled' OR cancelled_for IS NOT NULL", name="cancelled_for_a_reason"),
        Index("ix_activity_first_on", "first_on"),
        Index("ix_activity_owner_id", "owner_id"),
        Index("ix_activity_supervisor_id", "supervisor_id"),
        Index("ix_activity_goal_id", "goal_id"),
        Index("ix_activity_plan_id", "plan_id"),
        Index("ix_activity_survey_id", "survey_id"),
        Index("ix_activity_follows_id", "follows_id"),
    )

    name: Mapped[str] = mapped_column(String(ACTIVITY_NAME_LONGEST))
    kind: Mapped[str] = mapped_column(String(20))
    owner_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    supervisor_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    goal_id: Mapped[int | None] = mapped_column(ForeignKey("goal.id"))
    plan_id: Mapped[int | None] = mapped_column(ForeignKey("plan.id"))
    survey_id: Mapped[int | None] = mapped_column(ForeignKey("survey.id"))
    follows_id: Mapped[int | None] = mapped_column(ForeignKey("activity.id"))
    theme: Mapped[str | None] = mapped_column(String(LINE_LONGEST))
    place: Mapped[str | None] = mapped_column(String(LINE_LONGEST))
    host: Mapped[str | None] = mapped_column(String(LINE_LONGEST))
    first_on: Mapped[date] = mapped_column()
    start_minute: Mapped[int | None] = mapped_column(Integer)
    last_on: Mapped[date] = mapped_column()
    end_minute: Mapped[int | None] = mapped_column(Integer)
    capacity: Mapped[int | None] = mapped_column(Integer)
    expected: Mapped[str | None] = mapped_column(String(TEXT_LONGEST))
    apart_days: Mapped[int] = mapped_column(Integer, default=7)
    state: Mapped[str] = mapped_column(String(20), default=ActivityState.DRAFT.value)
    submitted_by_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    submitted_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    decided_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    decision_note: Mapped[str | None] = mapped_column(String(TEXT_LONGEST))
    cancelled_for: Mapped[str | None] = mapped_column(String(LINE_LONGEST))
    closed_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    reached: Mapped[str | None] = mapped_column(String(TEXT_LONGEST))
    why: Mapped[str | None] = mapped_column(String(TEXT_LONGEST))
    lessons: Mapped[str | None] = mapped_column(String(TEXT_LONGEST))
    next_steps: Mapped[str | None] = mapped_column(String(TEXT_LONGEST))
    figures: Mapped[str | None] = mapped_column(String)  # JSON


class ActivityNeed(Business, Base):
    """A line of the sheet: material, equipment or a person, who sees to it and by when.

    Once the activity is open, a line with somebody is a task of theirs (`task_id`), which says then whether
    it is done; else `done_on` does.
    """

    __tablename__ = "activity_need"
    __table_args__ = (
        one_of("kind", NeedKind, "kind_known"),
        CheckConstraint("length(trim(what)) > 0", name="what_given"),
        CheckConstraint(f"number BETWEEN 1 AND {MOST_NUMBER}", name="number_possible"),
        Index("ix_activity_need_activity_id", "activity_id"),
        Index("ix_activity_need_task_id", "task_id"),
    )

    activity_id: Mapped[int] = mapped_column(ForeignKey("activity.id"))
    kind: Mapped[str] = mapped_column(String(20))
    what: Mapped[str] = mapped_column(String(LINE_LONGEST))
    number: Mapped[int | None] = mapped_column(Integer)
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    due_on: Mapped[date | None] = mapped_column()
    done_on: Mapped[date | None] = mapped_column()
    task_id: Mapped[int | None] = mapped_column(ForeignKey("task.id"))


class ActivityPoint(Business, Base):
    """A point of the run: on which day and when, what, who."""

    __tablename__ = "activity_point"
    __table_args__ = (
        CheckConstraint("length(trim(what)) > 0", name="what_given"),
        CheckConstraint(f"at_minute BETWEEN 0 AND {MINUTES_OF_DAY - 1}", name="minute_possible"),
        Index("ix_activity_point_activity_id", "activity_id"),
    )

    activity_id: Mapped[int] = mapped_column(ForeignKey("activity.id"))
    held_on: Mapped[date] = mapped_column()
    at_minute: Mapped[int] = mapped_column(Integer)
    what: Mapped[str] = mapped_column(String(LINE_LONGEST))
    who: Mapped[str | None] = mapped_column(String(LINE_LONGEST))


class ActivityCost(Business, Base):
    """A line of cost: what it is estimated to be, and what it was."""

    __tablename__ = "activity_cost"
    __table_args__ = (
        CheckConstraint("length(trim(what)) > 0", name="what_given"),
        CheckConstraint(f"estimate_fen BETWEEN 0 AND {MOST_COST}", name="estimate_possible"),
        CheckConstraint(f"spent_fen BETWEEN 0 AND {MOST_COST}", name="spent_possible"),
        Index("ix_activity_cost_activity_id", "activity_id"),
    )

    activity_id: Mapped[int] = mapped_column(ForeignKey("activity.id"))
    what: Mapped[str] = mapped_column(String(LINE_LONGEST))
    estimate_fen: Mapped[int | None] = mapped_column(BigInteger)
    spent_fen: Mapped[int | None] = mapped_column(BigInteger)


class ActivityGuest(Business, Base):
    """Somebody of the list: a customer (`guest` is empty), or by name a guest whom a customer brings.

    `companions` is how many more were announced, `came_with` how many came along. `interaction_id`: the
    contact that having come is, once the activity was held.
    """

    __tablename__ = "activity_guest"
    __table_args__ = (
        one_of("answer", GuestAnswer, "answer_known"),
        CheckConstraint(f"companions BETWEEN 0 AND {MOST_COMPANIONS}", name="companions_possible"),
        CheckConstraint(f"came_with BETWEEN 0 AND {MOST_COMPANIONS}", name="came_with_possible"),
        CheckConstraint("(came_on IS NULL) = (came_minute IS NULL)", name="came_at_a_time"),
        UniqueConstraint("activity_id", "customer_id", "guest"),
        Index("ix_activity_guest_customer_id", "customer_id"),
        Index("ix_activity_guest_interaction_id", "interaction_id"),
    )

    activity_id: Mapped[int] = mapped_column(ForeignKey("activity.id"))
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    guest: Mapped[str] = mapped_column(String(GUEST_LONGEST), default="")
    answer: Mapped[str | None] = mapped_column(String(20))
    answered_on: Mapped[date | None] = mapped_column()
    companions: Mapped[int] = mapped_column(Integer, default=0)
    came_on: Mapped[date | None] = mapped_column()
    came_minute: Mapped[int | None] = mapped_column(Integer)
    came_with: Mapped[int] = mapped_column(Integer, default=0)
    note: Mapped[str | None] = mapped_column(String(LINE_LONGEST))
    interaction_id: Mapped[int | None] = mapped_column(ForeignKey("interaction.id"))


class ActivityContact(Business, Base):
    """A dated contact about an activity with one customer: the invitation, or the thanks for having come.

    `moved_to` is where somebody put it off to.
    """

    __tablename__ = "activity_contact"
    __table_args__ = (
        one_of("purpose", ActivityPurpose, "purpose_known"),
        one_of("channel", Channel, "channel_known"),
        one_of("state", ActivityContactState, "state_known"),
        CheckConstraint(
            "(state IN ('done', 'skipped', 'dropped')) = (settled_on IS NOT NULL)", name="settled_on_a_day"
        ),
        UniqueConstraint("activity_id", "customer_id", "purpose"),
        # As the other rules of the calendar are found: of a customer, and all that is open by its day.
        Index("ix_activity_contact_customer_id", "customer_id", "state", "due_on"),
        Index("ix_activity_contact_state_due_on", "state", "due_on", "customer_id"),
        Index("ix_activity_contact_interaction_id", "interaction_id"),
    )

    activity_id: Mapped[int] = mapped_column(ForeignKey("activity.id"))
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    purpose: Mapped[str] = mapped_column(String(20))
    due_on: Mapped[date] = mapped_column()
    channel: Mapped[str] = mapped_column(String(20))
    state: Mapped[str] = mapped_column(String(20), default=ActivityContactState.PLANNED.value)
    moved_to: Mapped[date | None] = mapped_column()
    settled_on: Mapped[date | None] = mapped_column()
    interaction_id: Mapped[int | None] = mapped_column(ForeignKey("interaction.id"))


class ActivityQuestion(Business, Base):
    """What was asked on site, by whom, what was answered; an answer that was promised is a commitment."""

    __tablename__ = "activity_question"
    __table_args__ = (
        CheckConstraint("length(trim(question)) > 0", name="question_given"),
        Index("ix_activity_question_activity_id", "activity_id"),
        Index("ix_activity_question_customer_id", "customer_id"),
        Index("ix_activity_question_commitment_id", "commitment_id"),
    )

    activity_id: Mapped[int] = mapped_column(ForeignKey("activity.id"))
    customer_id: Mapped[int | None] = mapped_column(ForeignKey("customer.id"))
    question: Mapped[str] = mapped_column(String(TEXT_LONGEST))
    answer: Mapped[str | None] = mapped_column(String(TEXT_LONGEST))
    commitment_id: Mapped[int | None] = mapped_column(ForeignKey("commitment.id"))
