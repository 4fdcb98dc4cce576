"""Texts of greetings, and which of them a customer got."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_CHANNEL = "channel IN ('visit', 'call', 'sms', 'wechat', 'letter', 'email', 'branch_visit')"


def upgrade() -> None:
    op.create_table(
        "greeting_template",
        *_business("greeting_template"),
        sa.Column("occasion", sa.String(40), nullable=False),
        sa.Column("language", sa.String(10), nullable=False),
        sa.Column("text", sa.String(500), nullable=False),
        sa.Column("relation", sa.String(20)),
        sa.Column("channel", sa.String(20)),
        sa.Column("tier_uid", sa.String(32)),
        sa.Column("staff_id", sa.Integer()),
        sa.Column("replaces", sa.String(40)),
        sa.Column("is_off", sa.Boolean(), nullable=False),
        sa.CheckConstraint(_CHANNEL, name=op.f("ck_greeting_template_channel_known")),
        sa.CheckConstraint(
            "relation IN ('spouse', 'child', 'parent')", name=op.f("ck_greeting_template_relation_known")
        ),
        sa.CheckConstraint("language IN ('zh_CN', 'en')", name=op.f("ck_greeting_template_language_known")),
        sa.CheckConstraint("length(trim(text)) > 0", name=op.f("ck_greeting_template_text_given")),
        sa.CheckConstraint(
            "replaces IS NULL OR staff_id IS NULL", name=op.f("ck_greeting_template_replaced_by_the_branch")
        ),
        sa.UniqueConstraint("replaces", name="uq_greeting_template_replaces"),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_greeting_template_staff_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_greeting_template_staff_id", "greeting_template", ["staff_id"])
    op.create_table(
        "greeting_use",
        *_business("greeting_use"),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("occasion", sa.String(40), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("template", sa.String(40), nullable=False),
        sa.Column("text", sa.String(1000), nullable=False),
        sa.Column("channel", sa.String(20)),
        sa.Column("used_on", sa.Date(), nullable=False),
        sa.CheckConstraint(_CHANNEL, name=op.f("ck_greeting_use_channel_known")),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name="fk_greeting_use_customer_id"),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_greeting_use_staff_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_greeting_use_customer_id_used_on", "greeting_use", ["customer_id", "used_on"])


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
