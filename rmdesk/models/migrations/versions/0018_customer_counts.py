"""How many customers a festival may concern, kept beside their facts: `services/facts.py` counts them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "customer_count",
        sa.Column("tier_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("gender", sa.String(length=10), nullable=False),
        sa.Column("calling", sa.String(length=40), nullable=False),
        sa.Column("customers", sa.Integer(), nullable=False),
        sa.CheckConstraint("customers >= 0", name="customers"),
        sa.PrimaryKeyConstraint("tier_id", "gender", "calling", name="pk_customer_count"),
    )
