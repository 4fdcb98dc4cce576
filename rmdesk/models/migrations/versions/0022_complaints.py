"""Complaints and objections, and the steps by which they are put right."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from rmdesk.models.migrations.building import business, check, key, one_of, unique

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

_CHANNELS = ("visit", "call", "sms", "wechat", "letter", "email", "branch_visit")


def upgrade() -> None:
    name = "complaint"
    op.create_table(
        name,
        *business(name),
        sa.Column("number", sa.String(20), nullable=False),
        sa.Column("customer_id", sa.Integer()),
        sa.Column("person", sa.String(200)),
        sa.Column("nature", sa.String(20), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("seriousness", sa.String(20), nullable=False),
        sa.Column("source", sa.String(20), nullable=False),
        sa.Column("survey_id", sa.Integer()),
        sa.Column("content", sa.String(4000), nullable=False),
        sa.Column("wish", sa.String(4000)),
        sa.Column("raised_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("final_on", sa.Date(), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("assistant_id", sa.Integer()),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("result", sa.String(4000)),
        sa.Column("resolved_on", sa.Date()),
        sa.Column("told_on", sa.Date()),
        sa.Column("told_channel", sa.String(20)),
        sa.Column("is_satisfied", sa.Boolean()),
        sa.Column("cause", sa.String(4000)),
        sa.Column("measure", sa.String(4000)),
        sa.Column("measure_for", sa.String(20)),
        sa.Column("measure_told_on", sa.Date()),
        sa.Column("closed_on", sa.Date()),
        sa.Column("reopened", sa.Integer(), nullable=False),
        check(name, "content_given", "length(trim(content)) > 0"),
        check(name, "of_somebody", "customer_id IS NOT NULL OR person IS NOT NULL"),
        check(name, "final_after_raised", "final_on >= raised_on"),
        check(name, "reopened_possible", "reopened >= 0"),
        check(name, "decided_with_result", "state = 'open' OR result IS NOT NULL"),
        check(name, "closed_once_told", "state NOT IN ('told', 'closed') OR told_on IS NOT NULL"),
        check(name, "told_somehow", "(told_on IS NULL) = (told_channel IS NULL)"),
        one_of(name, "nature", "complaint", "objection"),
        one_of(name, "kind", "waiting", "service", "product", "fee", "system", "privacy", "other"),
        one_of(name, "seriousness", "minor", "serious", "grave"),
        one_of(name, "source", "direct", "contact", "survey", "forwarded"),
        one_of(name, "state", "open", "resolved", "told", "closed"),
        one_of(name, "told_channel", *_CHANNELS),
        one_of(name, "measure_for", "product", "operations", "service", "marketing"),
        key(name, "customer_id", "customer"),
        key(name, "survey_id", "survey"),
        key(name, "owner_id", "staff"),
        key(name, "assistant_id", "staff"),
        unique(name, "number"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_complaint_customer_id", name, ["customer_id"])
    op.create_index("ix_complaint_due_on", name, ["due_on"])
    name = "complaint_step"
    op.create_table(
        name,
        *business(name),
        sa.Column("complaint_id", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(200), nullable=False),
        sa.Column("staff_id", sa.Integer()),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("done_on", sa.Date()),
        sa.Column("note", sa.String(4000)),
        check(name, "what_given", "length(trim(what)) > 0"),
        key(name, "complaint_id", "complaint"),
        key(name, "staff_id", "staff"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_complaint_step_complaint_id", name, ["complaint_id"])
