"""Pairs of customers known to be different people."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "distinct_pair",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("origin_id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("other_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("customer_id < other_id", name=op.f("ck_distinct_pair_lower_first")),
        sa.PrimaryKeyConstraint("id", name="pk_distinct_pair"),
        sa.UniqueConstraint("uid", name="uq_distinct_pair_uid"),
        sa.UniqueConstraint("customer_id", "other_id", name="uq_distinct_pair_customer_id_other_id"),
        sa.ForeignKeyConstraint(["origin_id"], ["origin.id"], name="fk_distinct_pair_origin_id"),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name="fk_distinct_pair_customer_id"),
        sa.ForeignKeyConstraint(["other_id"], ["customer.id"], name="fk_distinct_pair_other_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_distinct_pair_other_id", "distinct_pair", ["other_id"])
