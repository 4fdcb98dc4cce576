"""What was acted upon of holdings is kept by its days; indexes tell of whom anything matures."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from rmdesk.models.migrations.building import key, partial_index

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    name = "acted_holding"
    # It is filled as all that follows from business rows is made anew behind the revisions.
    op.create_table(
        name,
        sa.Column("rule", sa.String(40), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("falls_on", sa.Date(), nullable=False),
        sa.Column("holding_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("customer_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(30), nullable=False),
        sa.Column("bank", sa.String(200), nullable=False),
        sa.Column("amount_fen", sa.BigInteger(), nullable=False),
        key(name, "customer_id", "customer"),
        sa.PrimaryKeyConstraint("rule", "due_on", "falls_on", "holding_id", "customer_id", name=f"pk_{name}"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_acted_holding_customer_id", name, ["customer_id"])
    partial_index(
        "ix_touchpoint_act_handed_to_id", "touchpoint_act", ["handed_to_id"], "handed_to_id IS NOT NULL"
    )
    op.drop_index("ix_customer_fact_owner_id", "customer_fact")
    op.create_index(
        "ix_customer_fact_owner_id",
        "customer_fact",
        [
            "owner_id",
            "is_lost",
            "tier_id",
            "known_since",
            "birth_key",
            "call_due_on",
            "meeting_due_on",
            "leaders_due_on",
            "risk_assessed_on",
            "no_greetings",
            "bereaved_on",
            "gender",
            "calling",
            "aum_fen",
            "next_maturity_on",
        ],
    )
    op.create_index(
        "ix_customer_fact_worth",
        "customer_fact",
        [
            "aum_fen",
            "customer_id",
            "is_lost",
            "known_since",
            "next_maturity_on",
            "birth_key",
            "call_due_on",
            "meeting_due_on",
            "leaders_due_on",
            "risk_assessed_on",
            "no_greetings",
            "bereaved_on",
        ],
    )
