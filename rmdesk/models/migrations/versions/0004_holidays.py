"""The branch's own tables of public holidays."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "holiday",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("origin_id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(40), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("is_working", sa.Boolean(), nullable=False),
        sa.CheckConstraint("length(trim(name)) > 0", name=op.f("ck_holiday_name_given")),
        sa.CheckConstraint("starts_on <= ends_on", name=op.f("ck_holiday_ends_after_start")),
        sa.PrimaryKeyConstraint("id", name="pk_holiday"),
        sa.UniqueConstraint("uid", name="uq_holiday_uid"),
        sa.ForeignKeyConstraint(["origin_id"], ["origin.id"], name="fk_holiday_origin_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_holiday_year_starts_on", "holiday", ["year", "starts_on"])
