"""Action plans: the tree of sub-plans, dated contacts, versions as agreed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from rmdesk.models.migrations.building import business, check, key, one_of, unique

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

_CHANNELS = ("visit", "call", "sms", "wechat", "letter", "email", "branch_visit")


def upgrade() -> None:
    _plan()
    _node()
    _item()
    name = "plan_version"
    op.create_table(
        name,
        *business(name),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("agreed_by_id", sa.Integer(), nullable=False),
        sa.Column("agreed_at", sa.String(27), nullable=False),
        sa.Column("document", sa.String(), nullable=False),
        key(name, "plan_id", "plan"),
        key(name, "agreed_by_id", "staff"),
        unique(name, "plan_id", "number"),
        sqlite_autoincrement=True,
    )


def _plan() -> None:
    name = "plan"
    op.create_table(
        name,
        *business(name),
        sa.Column("name", sa.String(60), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("supervisor_id", sa.Integer()),
        sa.Column("goal_id", sa.Integer()),
        sa.Column("follows_id", sa.Integer()),
        sa.Column("first_on", sa.Date(), nullable=False),
        sa.Column("last_on", sa.Date(), nullable=False),
        sa.Column("theme", sa.String(200)),
        sa.Column("expected", sa.String(4000)),
        sa.Column("minutes_a_day", sa.Integer(), nullable=False),
        sa.Column("apart_days", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("agreed_revision", sa.Integer(), nullable=False),
        sa.Column("submitted_by_id", sa.Integer()),
        sa.Column("submitted_at", sa.String(27)),
        sa.Column("decided_by_id", sa.Integer()),
        sa.Column("decided_at", sa.String(27)),
        sa.Column("decision_note", sa.String(4000)),
        sa.Column("closed_at", sa.String(27)),
        sa.Column("reached", sa.String(4000)),
        sa.Column("why", sa.String(4000)),
        sa.Column("lessons", sa.String(4000)),
        sa.Column("next_steps", sa.String(4000)),
        sa.Column("figures", sa.String()),
        one_of(name, "state", "draft", "submitted", "returned", "agreed", "closed"),
        check(name, "name_given", "length(trim(name)) > 0"),
        check(name, "ends_after_start", "last_on >= first_on"),
        check(name, "minutes_possible", "minutes_a_day BETWEEN 10 AND 600"),
        check(name, "apart_possible", "apart_days BETWEEN 0 AND 60"),
        check(name, "agreed_by_another", "supervisor_id <> owner_id"),
        check(name, "judged_by_another", "decided_by_id <> submitted_by_id"),
        check(name, "decided_by_somebody", "(decided_by_id IS NULL) = (decided_at IS NULL)"),
        check(name, "submitted_by_somebody", "(submitted_by_id IS NULL) = (submitted_at IS NULL)"),
        check(name, "submitted_at_a_moment", "state <> 'submitted' OR submitted_at IS NOT NULL"),
        check(
            name, "decision_has_a_judge", "state NOT IN ('agreed', 'returned') OR decided_by_id IS NOT NULL"
        ),
        check(name, "agreed_before_now", "agreed_revision BETWEEN 0 AND revision"),
        check(name, "agreed_as_it_is", "state <> 'agreed' OR agreed_revision = revision"),
        check(name, "closed_at_a_moment", "(state = 'closed') = (closed_at IS NOT NULL)"),
        key(name, "owner_id", "staff"),
        key(name, "supervisor_id", "staff"),
        key(name, "goal_id", "goal"),
        key(name, "follows_id", "plan"),
        key(name, "submitted_by_id", "staff"),
        key(name, "decided_by_id", "staff"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_plan_owner_id", name, ["owner_id", "first_on"])
    op.create_index("ix_plan_supervisor_id", name, ["supervisor_id"])
    op.create_index("ix_plan_goal_id", name, ["goal_id"])
    op.create_index("ix_plan_follows_id", name, ["follows_id"])


def _node() -> None:
    name = "plan_node"
    op.create_table(
        name,
        *business(name),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("parent_id", sa.Integer()),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(60), nullable=False),
        sa.Column("segment_id", sa.Integer()),
        sa.Column("purpose", sa.String(200)),
        sa.Column("first_on", sa.Date()),
        sa.Column("last_on", sa.Date()),
        sa.Column("channels", sa.String(200)),
        sa.Column("times", sa.Integer()),
        sa.Column("per", sa.String(20), nullable=False),
        sa.Column("minutes", sa.Integer()),
        sa.Column("expected", sa.String(200)),
        sa.Column("materials", sa.String(200)),
        sa.Column("people", sa.String(200)),
        sa.Column("cost_fen", sa.BigInteger()),
        one_of(name, "per", "plan", "quarter", "month", "week"),
        check(name, "name_given", "length(trim(name)) > 0"),
        check(name, "ends_after_start", "last_on >= first_on"),
        check(name, "times_possible", "times BETWEEN 1 AND 31"),
        check(name, "minutes_possible", "minutes BETWEEN 1 AND 480"),
        check(name, "cost_possible", "cost_fen BETWEEN 0 AND 10000000000000"),
        check(name, "not_below_itself", "parent_id <> id"),
        key(name, "plan_id", "plan"),
        sa.ForeignKeyConstraint(
            ["parent_id"],
            ["plan_node.id"],
            name=f"fk_{name}_parent_id",
            deferrable=True,
            initially="DEFERRED",
        ),
        key(name, "segment_id", "segment"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_plan_node_plan_id", name, ["plan_id"])
    op.create_index("ix_plan_node_parent_id", name, ["parent_id"])
    op.create_index("ix_plan_node_segment_id", name, ["segment_id"])


def _item() -> None:
    name = "plan_item"
    op.create_table(
        name,
        *business(name),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("node_id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("slot_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("channel", sa.String(20), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("moved_to", sa.Date()),
        sa.Column("settled_on", sa.Date()),
        sa.Column("interaction_id", sa.Integer()),
        sa.Column("by_hand", sa.Boolean(), nullable=False),
        one_of(name, "channel", *_CHANNELS),
        one_of(name, "state", "planned", "open", "done", "skipped", "dropped"),
        check(name, "minutes_possible", "minutes BETWEEN 1 AND 480"),
        check(
            name,
            "settled_on_a_day",
            "(state IN ('done', 'skipped', 'dropped')) = (settled_on IS NOT NULL)",
        ),
        key(name, "plan_id", "plan"),
        key(name, "node_id", "plan_node"),
        key(name, "customer_id", "customer"),
        key(name, "interaction_id", "interaction"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_plan_item_customer_id", name, ["customer_id", "state", "due_on"])
    op.create_index("ix_plan_item_state_due_on", name, ["state", "due_on", "customer_id"])
    op.create_index("ix_plan_item_interaction_id", name, ["interaction_id"])
    counted = ["plan_id", "node_id", "state", "due_on", "moved_to", "settled_on", "interaction_id"]
    op.create_index("ix_plan_item_plan_id", name, counted)
    op.create_index("ix_plan_item_node_id", name, ["node_id"])
