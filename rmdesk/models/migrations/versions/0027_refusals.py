"""What people refused outlives them in the archive, under a code of their numbers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from rmdesk.models.migrations import building

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

_FLAGS = ("no_calls", "no_messages", "no_visits", "no_greetings", "no_marketing")


def upgrade() -> None:
    op.create_table(
        "refusal",
        *building.business("refusal"),
        sa.Column("mark", sa.String(64), nullable=False),
        sa.Column("kept_on", sa.Date(), nullable=False),
        *(sa.Column(name, sa.Boolean(), nullable=False) for name in _FLAGS),
        building.check("refusal", "mark_length", "length(mark) = 64"),
        building.unique("refusal", "mark"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_refusal_kept_on", "refusal", ["kept_on"])
