"""Goals: periods, targets by measure, and the managers' parts of them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from rmdesk.models.migrations.building import business, check, key, one_of, unique

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

_MEASURES = ("quality_customers", "aum", "products", "contacts", "referrals", "own")


def upgrade() -> None:
    name = "goal"
    op.create_table(
        name,
        *business(name),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("name", sa.String(60), nullable=False),
        sa.Column("first_on", sa.Date(), nullable=False),
        sa.Column("last_on", sa.Date(), nullable=False),
        sa.Column("parent_id", sa.Integer()),
        one_of(name, "kind", "year", "quarter", "month", "campaign"),
        check(name, "ends_after_start", "last_on >= first_on"),
        check(name, "name_given", "length(trim(name)) > 0"),
        key(name, "parent_id", "goal"),
        unique(name, "kind", "name"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_goal_parent_id", name, ["parent_id"])
    name = "goal_target"
    op.create_table(
        name,
        *business(name),
        sa.Column("goal_id", sa.Integer(), nullable=False),
        sa.Column("measure", sa.String(30), nullable=False),
        sa.Column("tier_id", sa.Integer()),
        sa.Column("product", sa.String(30)),
        sa.Column("name", sa.String(60)),
        sa.Column("target", sa.BigInteger(), nullable=False),
        sa.Column("actual", sa.BigInteger()),
        one_of(name, "measure", *_MEASURES),
        check(name, "target_possible", "target BETWEEN 0 AND 100000000000000"),
        check(name, "tier_where_counted", "(measure = 'quality_customers') = (tier_id IS NOT NULL)"),
        check(name, "name_of_own", "(measure = 'own') = (name IS NOT NULL)"),
        check(name, "only_own_is_typed", "measure = 'own' OR actual IS NULL"),
        check(name, "product_where_counted", "measure = 'products' OR product IS NULL"),
        key(name, "goal_id", "goal"),
        key(name, "tier_id", "tier"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_goal_target_goal_id", name, ["goal_id"])
    op.create_index("ix_goal_target_tier_id", name, ["tier_id"])
    name = "goal_share"
    op.create_table(
        name,
        *business(name),
        sa.Column("target_id", sa.Integer(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        check(name, "amount_possible", "amount BETWEEN 0 AND 100000000000000"),
        key(name, "target_id", "goal_target"),
        key(name, "staff_id", "staff"),
        unique(name, "target_id", "staff_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_goal_share_staff_id", name, ["staff_id"])
