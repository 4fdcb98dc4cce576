"""Indexes that hold what goals count over the branch, and what segments add up of products."""

from __future__ import annotations

from alembic import op

from rmdesk.models.migrations.building import partial_index

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

_MADE_ANEW = {
    "customer_fact": {
        "ix_customer_fact_owner_id": [
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
            "aum_on",
            "last_contact_on",
        ],
    },
    "holding": {
        "ix_holding_customer_id": [
            "customer_id",
            "closed_on",
            "matures_on",
            "kind",
            "bank",
            "currency",
            "amount_fen",
            "count",
        ],
    },
}


def upgrade() -> None:
    for table, indexes in _MADE_ANEW.items():
        for name, columns in indexes.items():
            op.drop_index(name, table)
            op.create_index(name, table, columns)
    partial_index(
        "ix_holding_starts_on",
        "holding",
        ["starts_on", "kind", "currency", "customer_id", "amount_fen", "count"],
        "bank = ''",
    )
    op.create_index("ix_aum_figure_as_of", "aum_figure", ["as_of", "basis", "customer_id", "amount_fen"])
    op.create_index("ix_tier_change_since", "tier_change", ["since", "customer_id"])
