"""Mappings of imported files, by their shape."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "import_mapping",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("origin_id", sa.Integer(), nullable=False),
        sa.Column("target", sa.String(40), nullable=False),
        sa.Column("shape", sa.String(64), nullable=False),
        sa.Column("definition", sa.String(), nullable=False),
        sa.CheckConstraint("length(shape) = 64", name=op.f("ck_import_mapping_shape_length")),
        sa.PrimaryKeyConstraint("id", name="pk_import_mapping"),
        sa.UniqueConstraint("target", "shape", name="uq_import_mapping_target_shape"),
        sa.UniqueConstraint("uid", name="uq_import_mapping_uid"),
        sa.ForeignKeyConstraint(["origin_id"], ["origin.id"], name="fk_import_mapping_origin_id"),
        sqlite_autoincrement=True,
    )
