"""The daily log; and what a month counts of contacts, read from an index alone."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_CHANNEL = "channel IN ('visit', 'call', 'sms', 'wechat', 'letter', 'email', 'branch_visit')"


def upgrade() -> None:
    _log()
    _item()
    _remark()
    _news()
    op.drop_index("ix_interaction_staff_id_held_on", "interaction")
    op.create_index(
        "ix_interaction_staff_id_held_on",
        "interaction",
        ["staff_id", "held_on", "channel", "result", "duration_minutes"],
    )


def _log() -> None:
    name = "daily_log"
    op.create_table(
        name,
        *_business(name),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("planned_at", sa.String(27)),
        sa.Column("plan_is_late", sa.Boolean(), nullable=False),
        sa.Column("clock_at", sa.String(27)),
        sa.Column("submitted_at", sa.String(27)),
        sa.Column("submit_is_late", sa.Boolean(), nullable=False),
        sa.Column("decided_by_id", sa.Integer()),
        sa.Column("decided_at", sa.String(27)),
        _check(name, "state_known", "state IN ('draft', 'submitted', 'countersigned', 'returned')"),
        _check(name, "planned_to_be_late", "NOT plan_is_late OR planned_at IS NOT NULL"),
        _check(name, "draft_until_submitted", "(state = 'draft') = (submitted_at IS NULL)"),
        _check(name, "submitted_to_be_late", "NOT submit_is_late OR submitted_at IS NOT NULL"),
        _check(name, "decided_by_somebody", "(decided_by_id IS NULL) = (decided_at IS NULL)"),
        _check(
            name,
            "decision_has_a_judge",
            "state NOT IN ('countersigned', 'returned') OR decided_by_id IS NOT NULL",
        ),
        _check(name, "judged_by_another", "decided_by_id <> staff_id"),
        sa.UniqueConstraint("staff_id", "day", name="uq_daily_log_staff_id_day"),
        _key(name, "staff_id", "staff"),
        _key(name, "decided_by_id", "staff"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_daily_log_day", name, ["day", "staff_id"])
    op.create_index("ix_daily_log_state_day", name, ["state", "day"])


def _item() -> None:
    name = "daily_log_item"
    op.create_table(
        name,
        *_business(name),
        sa.Column("log_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("at_minute", sa.Integer()),
        sa.Column("customer_id", sa.Integer()),
        sa.Column("purpose", sa.String(200), nullable=False),
        sa.Column("channel", sa.String(20)),
        sa.Column("source", sa.String(20), nullable=False),
        sa.Column("rule", sa.String(40)),
        sa.Column("subject", sa.String(40)),
        sa.Column("due_on", sa.Date()),
        sa.Column("is_extra", sa.Boolean(), nullable=False),
        sa.Column("added_at", sa.String(27), nullable=False),
        sa.Column("outcome", sa.String(20), nullable=False),
        sa.Column("result", sa.String(1000)),
        sa.Column("moved_to", sa.Date()),
        sa.Column("interaction_id", sa.Integer()),
        sa.Column("completed_at", sa.String(27)),
        _check(name, "channel_known", _CHANNEL),
        _check(name, "source_known", "source IN ('touchpoint', 'free', 'moved', 'news')"),
        _check(name, "outcome_known", "outcome IN ('open', 'done', 'partly', 'not_done', 'moved')"),
        _check(name, "at_minute_of_a_day", "at_minute BETWEEN 0 AND 1439"),
        _check(name, "purpose_given", "length(trim(purpose)) > 0"),
        _check(name, "key_whole", "(rule IS NULL) = (due_on IS NULL) AND (rule IS NULL) = (subject IS NULL)"),
        _check(name, "touchpoint_of_a_customer", "rule IS NULL OR customer_id IS NOT NULL"),
        _check(name, "completed_at_a_moment", "(outcome = 'open') = (completed_at IS NULL)"),
        _check(name, "moved_to_a_day", "(outcome = 'moved') = (moved_to IS NOT NULL)"),
        _check(name, "not_done_for_a_reason", "outcome <> 'not_done' OR length(trim(result)) > 0"),
        sa.UniqueConstraint(
            "log_id",
            "customer_id",
            "rule",
            "subject",
            "due_on",
            name="uq_daily_log_item_log_id_customer_id_rule_subject_due_on",
        ),
        _key(name, "log_id", "daily_log"),
        _key(name, "customer_id", "customer"),
        _key(name, "interaction_id", "interaction"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_daily_log_item_log_id", name, ["log_id", "outcome", "is_extra"])
    op.create_index("ix_daily_log_item_customer_id", name, ["customer_id", "due_on"])
    op.create_index("ix_daily_log_item_interaction_id", name, ["interaction_id"])


def _remark() -> None:
    name = "daily_log_remark"
    op.create_table(
        name,
        *_business(name),
        sa.Column("log_id", sa.Integer(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("text", sa.String(4000)),
        sa.Column("item_uid", sa.String(32)),
        sa.Column("said_at", sa.String(27), nullable=False),
        _check(name, "kind_known", "kind IN ('addendum', 'comment', 'returned', 'countersigned')"),
        _check(name, "text_given", "kind = 'countersigned' OR length(trim(text)) > 0"),
        _key(name, "log_id", "daily_log"),
        _key(name, "staff_id", "staff"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_daily_log_remark_log_id", name, ["log_id"])


def _news() -> None:
    name = "daily_log_news"
    op.create_table(
        name,
        *_business(name),
        sa.Column("log_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("headline", sa.String(200), nullable=False),
        sa.Column("meaning", sa.String(4000)),
        sa.Column("found_by", sa.String(200)),
        sa.Column("added_at", sa.String(27), nullable=False),
        _check(name, "kind_known", "kind IN ('market', 'policy', 'product')"),
        _check(name, "headline_given", "length(trim(headline)) > 0"),
        _key(name, "log_id", "daily_log"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_daily_log_news_log_id", name, ["log_id"])
    name = "daily_log_news_customer"
    op.create_table(
        name,
        *_business(name),
        sa.Column("news_id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("planned_on", sa.Date()),
        sa.UniqueConstraint("news_id", "customer_id", name="uq_daily_log_news_customer_news_id_customer_id"),
        _key(name, "news_id", "daily_log_news"),
        _key(name, "customer_id", "customer"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_daily_log_news_customer_customer_id", name, ["customer_id"])


def _check(table: str, name: str, condition: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=op.f(f"ck_{table}_{name}"))


def _key(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=f"fk_{table}_{column}")


def _business(table: str) -> list[sa.schema.SchemaItem]:
    """What every business row has, as of this revision."""
    return [
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("origin_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
        sa.UniqueConstraint("uid", name=f"uq_{table}_uid"),
        sa.ForeignKeyConstraint(["origin_id"], ["origin.id"], name=f"fk_{table}_origin_id"),
    ]
