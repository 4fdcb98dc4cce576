"""The facts of a customer tell of the next premium as of the next maturity: most have none for long."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

_BY_OWNER = (
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
    "next_premium_on",
)
_BY_WORTH = (
    "aum_fen",
    "customer_id",
    "is_lost",
    "known_since",
    "next_maturity_on",
    "next_premium_on",
    "birth_key",
    "call_due_on",
    "meeting_due_on",
    "leaders_due_on",
    "risk_assessed_on",
    "no_greetings",
    "bereaved_on",
)


def upgrade() -> None:
    # The days themselves follow: all facts are made anew behind the revisions.
    table = "customer_fact"
    op.add_column(table, sa.Column("next_premium_on", sa.Date()))
    for name, columns in (("ix_customer_fact_owner_id", _BY_OWNER), ("ix_customer_fact_worth", _BY_WORTH)):
        op.drop_index(name, table)
        op.create_index(name, table, list(columns))
