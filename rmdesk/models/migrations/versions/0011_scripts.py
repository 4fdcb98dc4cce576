"""The script library: what to say to customers, what to ask, what to answer, what never to promise."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "script",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("origin_id", sa.Integer(), nullable=False),
        sa.Column("part", sa.String(20), nullable=False),
        sa.Column("occasion", sa.String(40), nullable=False),
        sa.Column("language", sa.String(10), nullable=False),
        sa.Column("cue", sa.String(200)),
        sa.Column("text", sa.String(500), nullable=False),
        sa.Column("orientation", sa.String(20)),
        sa.Column("tier_uid", sa.String(32)),
        sa.Column("staff_id", sa.Integer()),
        sa.Column("replaces", sa.String(40)),
        sa.Column("is_off", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "part IN ('opening', 'question', 'objection', 'never')", name=op.f("ck_script_part_known")
        ),
        sa.CheckConstraint(
            "orientation IN ('product', 'consumption', 'service')", name=op.f("ck_script_orientation_known")
        ),
        sa.CheckConstraint("language IN ('zh_CN', 'en')", name=op.f("ck_script_language_known")),
        sa.CheckConstraint("length(trim(text)) > 0", name=op.f("ck_script_text_given")),
        sa.CheckConstraint(
            "(part = 'objection') = (cue IS NOT NULL)", name=op.f("ck_script_cue_of_objection")
        ),
        sa.CheckConstraint(
            "replaces IS NULL OR staff_id IS NULL", name=op.f("ck_script_replaced_by_the_branch")
        ),
        sa.PrimaryKeyConstraint("id", name="pk_script"),
        sa.UniqueConstraint("uid", name="uq_script_uid"),
        sa.UniqueConstraint("replaces", name="uq_script_replaces"),
        sa.ForeignKeyConstraint(["origin_id"], ["origin.id"], name="fk_script_origin_id"),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_script_staff_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_script_staff_id", "script", ["staff_id"])
