"""The vault itself, its staff and settings, and the change records."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from rmdesk.models.base import UtcMoment

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "origin",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(32), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_origin"),
        sa.UniqueConstraint("uid", name="uq_origin_uid"),
    )
    op.create_table(
        "vault_state",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("vault_uid", sa.String(32), nullable=False),
        sa.Column("created_at", UtcMoment(), nullable=False),
        sa.Column("key_generation", sa.Integer(), nullable=False),
        sa.Column("head_number", sa.Integer(), nullable=False),
        sa.Column("head_digest", sa.LargeBinary(32), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_vault_state_one_row")),
        sa.PrimaryKeyConstraint("id", name="pk_vault_state"),
    )
    op.create_table(
        "change_set",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", UtcMoment(), nullable=False),
        sa.Column("staff_uid", sa.String(32)),
        sa.Column("kind", sa.String(60), nullable=False),
        sa.Column("subject_table", sa.String(40)),
        sa.Column("subject_uid", sa.String(32)),
        sa.Column("detail", sa.String()),
        sa.Column("records", sa.Integer(), nullable=False),
        sa.Column("undo_of", sa.Integer()),
        sa.Column("digest", sa.LargeBinary(32), nullable=False),
        sa.ForeignKeyConstraint(["undo_of"], ["change_set.number"], name="fk_change_set_undo_of"),
        sa.PrimaryKeyConstraint("number", name="pk_change_set"),
    )
    op.create_index("ix_change_set_staff_uid_number", "change_set", ["staff_uid", "number"])
    op.create_index("ix_change_set_subject_uid_number", "change_set", ["subject_uid", "number"])
    op.create_index("ix_change_set_kind_number", "change_set", ["kind", "number"])
    op.create_index("ix_change_set_at", "change_set", ["at"])
    op.create_index("ix_change_set_undo_of", "change_set", ["undo_of"])
    op.create_table(
        "change_record",
        sa.Column("set_number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("table_name", sa.String(40), nullable=False),
        sa.Column("row_uid", sa.String(32), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("change", sa.String(1), nullable=False),
        sa.Column("field", sa.String(40)),
        sa.Column("before", sa.String()),
        sa.Column("after", sa.String()),
        sa.Column("commitment", sa.LargeBinary(16), nullable=False),
        sa.Column("erased_by", sa.Integer()),
        sa.CheckConstraint("change IN ('c', 'u', 'd')", name=op.f("ck_change_record_change_known")),
        sa.ForeignKeyConstraint(["set_number"], ["change_set.number"], name="fk_change_record_set_number"),
        sa.PrimaryKeyConstraint("set_number", "position", name="pk_change_record"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_change_record_row_uid_set_number", "change_record", ["row_uid", "set_number"])
    op.create_table(
        "staff",
        *_business("staff"),
        sa.Column("name", sa.String(60), nullable=False),
        sa.Column("mobile", sa.String(20)),
        sa.Column("disabled_at", UtcMoment()),
        sa.CheckConstraint("length(trim(name)) > 0", name=op.f("ck_staff_name_given")),
        sqlite_autoincrement=True,
    )
    active = sa.text("disabled_at IS NULL")
    op.create_index(
        "uq_staff_active_name", "staff", ["name"], unique=True, sqlite_where=active, postgresql_where=active
    )
    op.create_table(
        "staff_role",
        *_business("staff_role"),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(30), nullable=False),
        sa.CheckConstraint(
            "role IN ('relationship_manager', 'supervisor', 'branch_head', 'lobby_manager', 'teller', "
            "'administrator', 'auditor')",
            name=op.f("ck_staff_role_role_known"),
        ),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_staff_role_staff_id"),
        sa.UniqueConstraint("staff_id", "role", name="uq_staff_role_staff_id_role"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_staff_role_staff_id", "staff_role", ["staff_id"])
    op.create_table(
        "staff_notice",
        *_business("staff_notice"),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(60), nullable=False),
        sa.Column("by_id", sa.Integer()),
        sa.Column("raised_at", UtcMoment(), nullable=False),
        sa.Column("read_at", UtcMoment()),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_staff_notice_staff_id"),
        sa.ForeignKeyConstraint(["by_id"], ["staff.id"], name="fk_staff_notice_by_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_staff_notice_staff_id", "staff_notice", ["staff_id"])
    op.create_table(
        "setting",
        *_business("setting"),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.UniqueConstraint("name", name="uq_setting_name"),
        sqlite_autoincrement=True,
    )


def _business(table: str) -> list[sa.schema.SchemaItem]:
    """What every business row has, as of this revision."""
    return [
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("origin_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
        sa.UniqueConstraint("uid", name=f"uq_{table}_uid"),
        sa.ForeignKeyConstraint(["origin_id"], ["origin.id"], name=f"fk_{table}_origin_id"),
    ]
