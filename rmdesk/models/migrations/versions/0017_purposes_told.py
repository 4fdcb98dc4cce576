"""What the purpose of a planned touchpoint was made of, so that it is told in any language."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("daily_log_item", sa.Column("told_of", sa.String(4000)))
