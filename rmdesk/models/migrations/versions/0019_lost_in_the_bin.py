"""Of whom nothing is due is one list: who is lost, and who lies in the recycle bin."""

from __future__ import annotations

from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # The list and the counts follow: all facts are made anew behind the revisions.
    op.execute(
        "UPDATE customer_fact SET is_lost = 1"
        " WHERE customer_id IN (SELECT id FROM customer WHERE deleted_at IS NOT NULL)"
    )
