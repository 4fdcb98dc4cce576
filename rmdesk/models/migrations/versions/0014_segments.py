"""Segments: conditions under a name, and who was in one on a day."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "segment",
        *_business("segment"),
        sa.Column("name", sa.String(60), nullable=False),
        sa.Column("owner_id", sa.Integer()),
        sa.Column("expression", sa.String(), nullable=False),
        sa.CheckConstraint("length(trim(name)) > 0", name=op.f("ck_segment_name_given")),
        sa.ForeignKeyConstraint(["owner_id"], ["staff.id"], name="fk_segment_owner_id"),
        sa.UniqueConstraint("owner_id", "name", name="uq_segment_owner_id_name"),
        sqlite_autoincrement=True,
    )
    there = sa.text("owner_id IS NULL")
    op.create_index(
        "uq_segment_shared", "segment", ["name"], unique=True, sqlite_where=there, postgresql_where=there
    )
    op.create_table(
        "segment_snapshot",
        *_business("segment_snapshot"),
        sa.Column("segment_id", sa.Integer(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("fixed_on", sa.Date(), nullable=False),
        sa.Column("expression", sa.String(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.CheckConstraint("count >= 0", name=op.f("ck_segment_snapshot_count_possible")),
        sa.ForeignKeyConstraint(["segment_id"], ["segment.id"], name="fk_segment_snapshot_segment_id"),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_segment_snapshot_staff_id"),
        sa.UniqueConstraint(
            "segment_id", "staff_id", "fixed_on", name="uq_segment_snapshot_segment_id_staff_id_fixed_on"
        ),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "segment_member",
        *_business("segment_member"),
        sa.Column("snapshot_id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["snapshot_id"], ["segment_snapshot.id"], name="fk_segment_member_snapshot_id"
        ),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name="fk_segment_member_customer_id"),
        sa.UniqueConstraint("snapshot_id", "customer_id", name="uq_segment_member_snapshot_id_customer_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_segment_member_customer_id", "segment_member", ["customer_id"])


def _business(table: str) -> tuple[sa.schema.SchemaItem, ...]:
    """What every business row has."""
    return (
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("origin_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
        sa.UniqueConstraint("uid", name=f"uq_{table}_uid"),
        sa.ForeignKeyConstraint(["origin_id"], ["origin.id"], name=f"fk_{table}_origin_id"),
    )
