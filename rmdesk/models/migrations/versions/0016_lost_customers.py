"""Who is lost, in a table of their own; and indexes that count those of whom nothing was due at first."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

_FACT = "customer_fact"


def upgrade() -> None:
    op.create_table(
        "lost_customer",
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name="fk_lost_customer_customer_id"),
        sa.PrimaryKeyConstraint("customer_id", name="pk_lost_customer"),
    )
    op.execute(
        "INSERT INTO lost_customer (customer_id)"
        " SELECT customer_id FROM customer_fact WHERE is_lost ORDER BY customer_id"
    )
    for name in ("lost", "known_since", "bereaved_on"):
        op.drop_index(f"ix_customer_fact_{name}", _FACT)
    op.create_index(
        "ix_customer_fact_known_since", _FACT, ["known_since", "is_lost", "no_greetings", "bereaved_on"]
    )
    there = sa.text("bereaved_on IS NOT NULL")
    op.create_index(
        "ix_customer_fact_bereaved_on",
        _FACT,
        ["bereaved_on", "known_since", "is_lost", "no_greetings"],
        sqlite_where=there,
        postgresql_where=there,
    )
