"""Contacts and promises: interactions, visits, commitments, tasks, documents, notices."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from rmdesk.models.base import UtcMoment

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _add_interaction()
    _add_visit()
    _add_attachment()
    _add_commitment()
    _add_appointment()
    _add_follow_up()
    _add_task()
    _add_notice()
    _add_notice_recipient()


def _add_interaction() -> None:
    op.create_table(
        "interaction",
        *_business("interaction"),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("at_minute", sa.Integer()),
        sa.Column("duration_minutes", sa.Integer()),
        sa.Column("channel", sa.String(20), nullable=False),
        sa.Column("level", sa.String(20), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("result", sa.String(20), nullable=False),
        sa.Column("purpose", sa.String(200)),
        sa.Column("content", sa.String(4000)),
        sa.Column("need", sa.String(200)),
        sa.Column("need_amount_fen", sa.BigInteger()),
        sa.Column("need_on", sa.Date()),
        sa.Column("satisfaction", sa.String(20)),
        sa.Column("cost_fen", sa.BigInteger()),
        sa.Column("cost_for", sa.String(200)),
        sa.Column("cost_reason", sa.String(200)),
        sa.Column("source", sa.String(200)),
        sa.CheckConstraint("at_minute BETWEEN 0 AND 1439", name=op.f("ck_interaction_at_minute_of_a_day")),
        sa.CheckConstraint(
            "channel IN ('visit', 'call', 'sms', 'wechat', 'letter', 'email', 'branch_visit')",
            name=op.f("ck_interaction_channel_known"),
        ),
        sa.CheckConstraint("length(content) <= 4000", name=op.f("ck_interaction_content_length")),
        sa.CheckConstraint(
            "cost_fen BETWEEN 0 AND 100000000000000", name=op.f("ck_interaction_cost_possible")
        ),
        sa.CheckConstraint(
            "duration_minutes BETWEEN 1 AND 1440", name=op.f("ck_interaction_duration_possible")
        ),
        sa.CheckConstraint("kind IN ('daily', 'crisis', 'upgrade')", name=op.f("ck_interaction_kind_known")),
        sa.CheckConstraint(
            "level IN ('leader', 'technical', 'business')", name=op.f("ck_interaction_level_known")
        ),
        sa.CheckConstraint(
            "need_amount_fen BETWEEN 0 AND 100000000000000", name=op.f("ck_interaction_need_amount_possible")
        ),
        sa.CheckConstraint(
            "result IN ('reached', 'no_answer', 'message_left', 'sent', 'replied', 'refused')",
            name=op.f("ck_interaction_result_known"),
        ),
        sa.CheckConstraint(
            "satisfaction IN ('satisfied', 'neutral', 'dissatisfied')",
            name=op.f("ck_interaction_satisfaction_known"),
        ),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name="fk_interaction_customer_id"),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_interaction_staff_id"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_interaction_customer",
        "interaction",
        ["customer_id", "held_on", "at_minute", "result", "channel", "level"],
    )
    op.create_index("ix_interaction_staff_id_held_on", "interaction", ["staff_id", "held_on"])


def _add_visit() -> None:
    op.create_table(
        "visit",
        *_business("visit"),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("interaction_id", sa.Integer()),
        sa.Column("planned_on", sa.Date(), nullable=False),
        sa.Column("at_minute", sa.Integer()),
        sa.Column("place", sa.String(200)),
        sa.Column("purpose", sa.String(200)),
        sa.Column("to_prepare", sa.String(4000)),
        sa.Column("to_discuss", sa.String(4000)),
        sa.Column("to_see", sa.String(4000)),
        sa.Column("report", sa.String(4000)),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("decided_by_id", sa.Integer()),
        sa.Column("decided_at", UtcMoment()),
        sa.Column("decision_note", sa.String(200)),
        sa.CheckConstraint("at_minute BETWEEN 0 AND 1439", name=op.f("ck_visit_at_minute_of_a_day")),
        sa.CheckConstraint(
            "(decided_by_id IS NULL) = (decided_at IS NULL)", name=op.f("ck_visit_decided_by_somebody")
        ),
        sa.CheckConstraint(
            "state NOT IN ('approved', 'returned') OR decided_by_id IS NOT NULL",
            name=op.f("ck_visit_decision_has_a_judge"),
        ),
        sa.CheckConstraint(
            "state <> 'held' OR interaction_id IS NOT NULL", name=op.f("ck_visit_held_is_a_contact")
        ),
        sa.CheckConstraint("decided_by_id <> staff_id", name=op.f("ck_visit_judged_by_another")),
        sa.CheckConstraint(
            "state IN ('planned', 'submitted', 'approved', 'returned', 'held', 'cancelled')",
            name=op.f("ck_visit_state_known"),
        ),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name="fk_visit_customer_id"),
        sa.ForeignKeyConstraint(["decided_by_id"], ["staff.id"], name="fk_visit_decided_by_id"),
        sa.ForeignKeyConstraint(["interaction_id"], ["interaction.id"], name="fk_visit_interaction_id"),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_visit_staff_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_visit_customer_id_planned_on", "visit", ["customer_id", "planned_on"])
    op.create_index("ix_visit_interaction_id", "visit", ["interaction_id"])
    op.create_index("ix_visit_state_planned_on", "visit", ["state", "planned_on"])


def _add_attachment() -> None:
    op.create_table(
        "attachment",
        *_business("attachment"),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("interaction_id", sa.Integer()),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("media_type", sa.String(100), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("added_on", sa.Date(), nullable=False),
        sa.Column("note", sa.String(200)),
        sa.CheckConstraint("length(digest) = 64", name=op.f("ck_attachment_digest_length")),
        sa.CheckConstraint("length(trim(name)) > 0", name=op.f("ck_attachment_name_given")),
        sa.CheckConstraint("size BETWEEN 1 AND 20971520", name=op.f("ck_attachment_size_possible")),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name="fk_attachment_customer_id"),
        sa.ForeignKeyConstraint(["interaction_id"], ["interaction.id"], name="fk_attachment_interaction_id"),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_attachment_staff_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_attachment_customer_id", "attachment", ["customer_id"])
    op.create_index("ix_attachment_interaction_id", "attachment", ["interaction_id"])


def _add_commitment() -> None:
    op.create_table(
        "commitment",
        *_business("commitment"),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("interaction_id", sa.Integer()),
        sa.Column("promise", sa.String(1000), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("promised_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("decided_by_id", sa.Integer()),
        sa.Column("decided_at", UtcMoment()),
        sa.Column("decision_note", sa.String(200)),
        sa.Column("settled_on", sa.Date()),
        sa.Column("outcome", sa.String(1000)),
        sa.CheckConstraint(
            "kind NOT IN ('rate', 'fee', 'exception') OR state IN ('waiting', 'withdrawn')"
            " OR decided_by_id IS NOT NULL",
            name=op.f("ck_commitment_counts_once_approved"),
        ),
        sa.CheckConstraint(
            "(decided_by_id IS NULL) = (decided_at IS NULL)", name=op.f("ck_commitment_decided_by_somebody")
        ),
        sa.CheckConstraint("decided_by_id <> staff_id", name=op.f("ck_commitment_judged_by_another")),
        sa.CheckConstraint(
            "kind IN ('service', 'information', 'agreement', 'rate', 'fee', 'exception')",
            name=op.f("ck_commitment_kind_known"),
        ),
        sa.CheckConstraint("length(trim(promise)) > 0", name=op.f("ck_commitment_promise_given")),
        sa.CheckConstraint(
            "(state IN ('kept', 'broken', 'withdrawn')) = (settled_on IS NOT NULL)",
            name=op.f("ck_commitment_settled_on_a_day"),
        ),
        sa.CheckConstraint(
            "state IN ('waiting', 'open', 'kept', 'broken', 'withdrawn', 'refused')",
            name=op.f("ck_commitment_state_known"),
        ),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name="fk_commitment_customer_id"),
        sa.ForeignKeyConstraint(["decided_by_id"], ["staff.id"], name="fk_commitment_decided_by_id"),
        sa.ForeignKeyConstraint(["interaction_id"], ["interaction.id"], name="fk_commitment_interaction_id"),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_commitment_staff_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_commitment_customer_id", "commitment", ["customer_id", "state", "due_on"])
    op.create_index("ix_commitment_interaction_id", "commitment", ["interaction_id"])
    op.create_index("ix_commitment_state_due_on", "commitment", ["state", "due_on"])


def _add_appointment() -> None:
    op.create_table(
        "appointment",
        *_business("appointment"),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("interaction_id", sa.Integer()),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("at_minute", sa.Integer()),
        sa.Column("channel", sa.String(20), nullable=False),
        sa.Column("subject", sa.String(200)),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("settled_on", sa.Date()),
        sa.CheckConstraint("at_minute BETWEEN 0 AND 1439", name=op.f("ck_appointment_at_minute_of_a_day")),
        sa.CheckConstraint(
            "channel IN ('visit', 'call', 'sms', 'wechat', 'letter', 'email', 'branch_visit')",
            name=op.f("ck_appointment_channel_known"),
        ),
        sa.CheckConstraint(
            "state IN ('open', 'kept', 'missed', 'cancelled')", name=op.f("ck_appointment_state_known")
        ),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name="fk_appointment_customer_id"),
        sa.ForeignKeyConstraint(["interaction_id"], ["interaction.id"], name="fk_appointment_interaction_id"),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_appointment_staff_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_appointment_customer_id", "appointment", ["customer_id", "state", "due_on"])
    op.create_index("ix_appointment_interaction_id", "appointment", ["interaction_id"])
    op.create_index("ix_appointment_state_due_on", "appointment", ["state", "due_on"])


def _add_follow_up() -> None:
    op.create_table(
        "follow_up",
        *_business("follow_up"),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("interaction_id", sa.Integer()),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("channel", sa.String(20)),
        sa.Column("step", sa.String(1000), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("settled_on", sa.Date()),
        sa.CheckConstraint(
            "channel IN ('visit', 'call', 'sms', 'wechat', 'letter', 'email', 'branch_visit')",
            name=op.f("ck_follow_up_channel_known"),
        ),
        sa.CheckConstraint("state IN ('open', 'done', 'dropped')", name=op.f("ck_follow_up_state_known")),
        sa.CheckConstraint("length(trim(step)) > 0", name=op.f("ck_follow_up_step_given")),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name="fk_follow_up_customer_id"),
        sa.ForeignKeyConstraint(["interaction_id"], ["interaction.id"], name="fk_follow_up_interaction_id"),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_follow_up_staff_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_follow_up_customer_id", "follow_up", ["customer_id", "state", "due_on"])
    op.create_index("ix_follow_up_interaction_id", "follow_up", ["interaction_id"])
    op.create_index("ix_follow_up_state_due_on", "follow_up", ["state", "due_on"])


def _add_task() -> None:
    op.create_table(
        "task",
        *_business("task"),
        sa.Column("customer_id", sa.Integer()),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("interaction_id", sa.Integer()),
        sa.Column("assignee_id", sa.Integer()),
        sa.Column("department", sa.String(200)),
        sa.Column("work", sa.String(1000), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("done_on", sa.Date()),
        sa.Column("result", sa.String(1000)),
        sa.Column("reported_on", sa.Date()),
        sa.CheckConstraint(
            "(state IN ('done', 'reported')) = (done_on IS NOT NULL)", name=op.f("ck_task_done_on_a_day")
        ),
        sa.CheckConstraint("(assignee_id IS NULL) <> (department IS NULL)", name=op.f("ck_task_for_one")),
        sa.CheckConstraint(
            "(state = 'reported') = (reported_on IS NOT NULL)", name=op.f("ck_task_reported_on_a_day")
        ),
        sa.CheckConstraint(
            "state <> 'reported' OR customer_id IS NOT NULL", name=op.f("ck_task_reported_to_somebody")
        ),
        sa.CheckConstraint(
            "state IN ('open', 'done', 'reported', 'withdrawn')", name=op.f("ck_task_state_known")
        ),
        sa.CheckConstraint("length(trim(work)) > 0", name=op.f("ck_task_work_given")),
        sa.ForeignKeyConstraint(["assignee_id"], ["staff.id"], name="fk_task_assignee_id"),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name="fk_task_customer_id"),
        sa.ForeignKeyConstraint(["interaction_id"], ["interaction.id"], name="fk_task_interaction_id"),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_task_staff_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_task_assignee_id", "task", ["assignee_id", "state", "due_on"])
    op.create_index("ix_task_customer_id", "task", ["customer_id", "state", "due_on"])
    op.create_index("ix_task_interaction_id", "task", ["interaction_id"])
    op.create_index("ix_task_staff_id", "task", ["staff_id", "state", "due_on"])


def _add_notice() -> None:
    op.create_table(
        "notice",
        *_business("notice"),
        sa.Column("title", sa.String(200), nullable=False),
        sa.Column("content", sa.String(4000), nullable=False),
        sa.Column("source", sa.String(200)),
        sa.Column("channel", sa.String(20)),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("raised_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date()),
        sa.Column("closed_on", sa.Date()),
        sa.CheckConstraint(
            "channel IN ('visit', 'call', 'sms', 'wechat', 'letter', 'email', 'branch_visit')",
            name=op.f("ck_notice_channel_known"),
        ),
        sa.CheckConstraint("length(trim(title)) > 0", name=op.f("ck_notice_title_given")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_notice_staff_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_notice_raised_on", "notice", ["raised_on"])


def _add_notice_recipient() -> None:
    op.create_table(
        "notice_recipient",
        *_business("notice_recipient"),
        sa.Column("notice_id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("told_on", sa.Date()),
        sa.Column("told_by_id", sa.Integer()),
        sa.Column("interaction_id", sa.Integer()),
        sa.CheckConstraint(
            "(told_on IS NULL) = (told_by_id IS NULL)", name=op.f("ck_notice_recipient_told_by_somebody")
        ),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name="fk_notice_recipient_customer_id"),
        sa.ForeignKeyConstraint(
            ["interaction_id"], ["interaction.id"], name="fk_notice_recipient_interaction_id"
        ),
        sa.ForeignKeyConstraint(["notice_id"], ["notice.id"], name="fk_notice_recipient_notice_id"),
        sa.ForeignKeyConstraint(["told_by_id"], ["staff.id"], name="fk_notice_recipient_told_by_id"),
        sa.UniqueConstraint("notice_id", "customer_id", name="uq_notice_recipient_notice_id_customer_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_notice_recipient_customer_id", "notice_recipient", ["customer_id"])
    op.create_index("ix_notice_recipient_interaction_id", "notice_recipient", ["interaction_id"])
    op.create_index("ix_notice_recipient_notice_id_told_on", "notice_recipient", ["notice_id", "told_on"])


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
