"""Activities: their sheet, run, cost, guests, contacts and questions."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from rmdesk.models.migrations.building import business, check, key, one_of, unique

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

_CHANNELS = ("visit", "call", "sms", "wechat", "letter", "email", "branch_visit")


def upgrade() -> None:
    name = "activity"
    op.create_table(
        name,
        *business(name),
        sa.Column("name", sa.String(60), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("supervisor_id", sa.Integer()),
        sa.Column("goal_id", sa.Integer()),
        sa.Column("plan_id", sa.Integer()),
        sa.Column("survey_id", sa.Integer()),
        sa.Column("follows_id", sa.Integer()),
        sa.Column("theme", sa.String(200)),
        sa.Column("place", sa.String(200)),
        sa.Column("host", sa.String(200)),
        sa.Column("first_on", sa.Date(), nullable=False),
        sa.Column("start_minute", sa.Integer()),
        sa.Column("last_on", sa.Date(), nullable=False),
        sa.Column("end_minute", sa.Integer()),
        sa.Column("capacity", sa.Integer()),
        sa.Column("expected", sa.String(4000)),
        sa.Column("apart_days", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("submitted_by_id", sa.Integer()),
        sa.Column("submitted_at", sa.String(27)),
        sa.Column("decided_by_id", sa.Integer()),
        sa.Column("decided_at", sa.String(27)),
        sa.Column("decision_note", sa.String(4000)),
        sa.Column("cancelled_for", sa.String(200)),
        sa.Column("closed_at", sa.String(27)),
        sa.Column("reached", sa.String(4000)),
        sa.Column("why", sa.String(4000)),
        sa.Column("lessons", sa.String(4000)),
        sa.Column("next_steps", sa.String(4000)),
        sa.Column("figures", sa.String()),
        check(name, "agreed_by_another", "supervisor_id <> owner_id"),
        check(
            name,
            "ends_later_that_day",
            "last_on > first_on OR end_minute IS NULL OR start_minute IS NULL OR end_minute > start_minute",
        ),
        check(name, "submitted_by_somebody", "(submitted_by_id IS NULL) = (submitted_at IS NULL)"),
        check(name, "capacity_possible", "capacity BETWEEN 1 AND 100000"),
        check(name, "closed_at_a_moment", "(state = 'evaluated') = (closed_at IS NOT NULL)"),
        check(name, "name_given", "length(trim(name)) > 0"),
        check(name, "judged_by_another", "decided_by_id <> submitted_by_id"),
        one_of(name, "kind", "salon", "lecture", "visit", "exhibition"),
        check(name, "start_possible", "start_minute BETWEEN 0 AND 1439"),
        check(name, "submitted_at_a_moment", "state <> 'submitted' OR submitted_at IS NOT NULL"),
        check(name, "apart_possible", "apart_days BETWEEN 0 AND 60"),
        check(name, "cancelled_for_a_reason", "state <> 'cancelled' OR cancelled_for IS NOT NULL"),
        check(name, "ends_after_start", "last_on >= first_on"),
        one_of(
            name,
            "state",
            "draft",
            "submitted",
            "returned",
            "agreed",
            "open",
            "held",
            "evaluated",
            "cancelled",
        ),
        check(name, "decided_by_somebody", "(decided_by_id IS NULL) = (decided_at IS NULL)"),
        check(name, "end_possible", "end_minute BETWEEN 0 AND 1439"),
        check(
            name, "decision_has_a_judge", "state NOT IN ('agreed', 'returned') OR decided_by_id IS NOT NULL"
        ),
        key(name, "owner_id", "staff"),
        key(name, "supervisor_id", "staff"),
        key(name, "goal_id", "goal"),
        key(name, "plan_id", "plan"),
        key(name, "survey_id", "survey"),
        key(name, "follows_id", "activity"),
        key(name, "submitted_by_id", "staff"),
        key(name, "decided_by_id", "staff"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_activity_first_on", name, ["first_on"])
    op.create_index("ix_activity_follows_id", name, ["follows_id"])
    op.create_index("ix_activity_goal_id", name, ["goal_id"])
    op.create_index("ix_activity_owner_id", name, ["owner_id"])
    op.create_index("ix_activity_plan_id", name, ["plan_id"])
    op.create_index("ix_activity_supervisor_id", name, ["supervisor_id"])
    op.create_index("ix_activity_survey_id", name, ["survey_id"])
    name = "activity_need"
    op.create_table(
        name,
        *business(name),
        sa.Column("activity_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("what", sa.String(200), nullable=False),
        sa.Column("number", sa.Integer()),
        sa.Column("staff_id", sa.Integer()),
        sa.Column("due_on", sa.Date()),
        sa.Column("done_on", sa.Date()),
        sa.Column("task_id", sa.Integer()),
        check(name, "number_possible", "number BETWEEN 1 AND 100000"),
        one_of(name, "kind", "material", "equipment", "person"),
        check(name, "what_given", "length(trim(what)) > 0"),
        key(name, "activity_id", "activity"),
        key(name, "staff_id", "staff"),
        key(name, "task_id", "task"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_activity_need_activity_id", name, ["activity_id"])
    op.create_index("ix_activity_need_task_id", name, ["task_id"])
    name = "activity_point"
    op.create_table(
        name,
        *business(name),
        sa.Column("activity_id", sa.Integer(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("at_minute", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(200), nullable=False),
        sa.Column("who", sa.String(200)),
        check(name, "what_given", "length(trim(what)) > 0"),
        check(name, "minute_possible", "at_minute BETWEEN 0 AND 1439"),
        key(name, "activity_id", "activity"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_activity_point_activity_id", name, ["activity_id"])
    name = "activity_cost"
    op.create_table(
        name,
        *business(name),
        sa.Column("activity_id", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(200), nullable=False),
        sa.Column("estimate_fen", sa.BigInteger()),
        sa.Column("spent_fen", sa.BigInteger()),
        check(name, "estimate_possible", "estimate_fen BETWEEN 0 AND 10000000000000"),
        check(name, "what_given", "length(trim(what)) > 0"),
        check(name, "spent_possible", "spent_fen BETWEEN 0 AND 10000000000000"),
        key(name, "activity_id", "activity"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_activity_cost_activity_id", name, ["activity_id"])
    name = "activity_guest"
    op.create_table(
        name,
        *business(name),
        sa.Column("activity_id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("guest", sa.String(60), nullable=False),
        sa.Column("answer", sa.String(20)),
        sa.Column("answered_on", sa.Date()),
        sa.Column("companions", sa.Integer(), nullable=False),
        sa.Column("came_on", sa.Date()),
        sa.Column("came_minute", sa.Integer()),
        sa.Column("came_with", sa.Integer(), nullable=False),
        sa.Column("note", sa.String(200)),
        sa.Column("interaction_id", sa.Integer()),
        check(name, "came_at_a_time", "(came_on IS NULL) = (came_minute IS NULL)"),
        one_of(name, "answer", "yes", "perhaps", "no"),
        check(name, "came_with_possible", "came_with BETWEEN 0 AND 50"),
        check(name, "companions_possible", "companions BETWEEN 0 AND 50"),
        key(name, "activity_id", "activity"),
        key(name, "customer_id", "customer"),
        key(name, "interaction_id", "interaction"),
        unique(name, "activity_id", "customer_id", "guest"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_activity_guest_customer_id", name, ["customer_id"])
    op.create_index("ix_activity_guest_interaction_id", name, ["interaction_id"])
    name = "activity_contact"
    op.create_table(
        name,
        *business(name),
        sa.Column("activity_id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("purpose", sa.String(20), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("channel", sa.String(20), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("moved_to", sa.Date()),
        sa.Column("settled_on", sa.Date()),
        sa.Column("interaction_id", sa.Integer()),
        one_of(name, "purpose", "invitation", "thanks"),
        check(
            name, "settled_on_a_day", "(state IN ('done', 'skipped', 'dropped')) = (settled_on IS NOT NULL)"
        ),
        one_of(name, "channel", *_CHANNELS),
        one_of(name, "state", "planned", "open", "done", "skipped", "dropped"),
        key(name, "activity_id", "activity"),
        key(name, "customer_id", "customer"),
        key(name, "interaction_id", "interaction"),
        unique(name, "activity_id", "customer_id", "purpose"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_activity_contact_customer_id", name, ["customer_id", "state", "due_on"])
    op.create_index("ix_activity_contact_interaction_id", name, ["interaction_id"])
    op.create_index("ix_activity_contact_state_due_on", name, ["state", "due_on", "customer_id"])
    name = "activity_question"
    op.create_table(
        name,
        *business(name),
        sa.Column("activity_id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer()),
        sa.Column("question", sa.String(4000), nullable=False),
        sa.Column("answer", sa.String(4000)),
        sa.Column("commitment_id", sa.Integer()),
        check(name, "question_given", "length(trim(question)) > 0"),
        key(name, "activity_id", "activity"),
        key(name, "customer_id", "customer"),
        key(name, "commitment_id", "commitment"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_activity_question_activity_id", name, ["activity_id"])
    op.create_index("ix_activity_question_commitment_id", name, ["commitment_id"])
    op.create_index("ix_activity_question_customer_id", name, ["customer_id"])
