"""Indexes by which a day's list is read: what falls due, which assessments expire, what was done on a day."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_ASSESSED = ["risk_assessed_on", "owner_id", "stand_in_id", "tier_id", "is_lost", "aum_fen", "known_since"]


def upgrade() -> None:
    op.drop_index("ix_holding_matures_on", "holding")
    op.create_index(
        "ix_holding_matures_on", "holding", ["matures_on", "closed_on", "kind", "bank", "customer_id"]
    )
    there = sa.text("premium_due_on IS NOT NULL")
    op.create_index(
        "ix_holding_premium_due_on",
        "holding",
        ["premium_due_on", "closed_on", "customer_id"],
        sqlite_where=there,
        postgresql_where=there,
    )
    op.drop_index("ix_customer_fact_risk_assessed_on", "customer_fact")
    op.create_index("ix_customer_fact_risk_assessed_on", "customer_fact", _ASSESSED)
    op.create_index("ix_touchpoint_act_acted_on", "touchpoint_act", ["acted_on"])
