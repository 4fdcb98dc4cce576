"""Days of a customer's family are found in the index alone; premiums that fall due are summed in theirs."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_index("ix_important_date_customer_id", "important_date")
    op.create_index(
        "ix_important_date_customer_id", "important_date", ["customer_id", "is_lunar", "month", "day"]
    )
    op.drop_index("ix_holding_premium_due_on", "holding")
    there = sa.text("premium_due_on IS NOT NULL")
    op.create_index(
        "ix_holding_premium_due_on",
        "holding",
        ["premium_due_on", "closed_on", "customer_id", "amount_fen", "count"],
        sqlite_where=there,
        postgresql_where=there,
    )
