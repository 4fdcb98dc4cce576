"""Surveys: questionnaires, who is asked, what was answered, themes, measures and reports."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from rmdesk.models.migrations.building import business, check, key, one_of, partial_index, unique

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _survey()
    _version()
    _invitation()
    _response()
    _themes()
    _measure()
    _report()


def _survey() -> None:
    name = "survey"
    op.create_table(
        name,
        *business(name),
        sa.Column("number", sa.String(20), nullable=False),
        sa.Column("title", sa.String(200), nullable=False),
        sa.Column("purpose", sa.String(4000)),
        sa.Column("content", sa.String(4000)),
        sa.Column("method", sa.String(20), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("is_anonymous", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("former_id", sa.Integer()),
        sa.Column("expression", sa.String()),
        sa.Column("sampling", sa.String(20), nullable=False),
        sa.Column("sample_size", sa.Integer()),
        sa.Column("seed", sa.Integer()),
        sa.Column("drawn_on", sa.Date()),
        sa.Column("population", sa.Integer()),
        check(name, "title_given", "length(trim(title)) > 0"),
        check(name, "period_forward", "starts_on <= ends_on"),
        check(name, "sample_size_possible", "sample_size > 0"),
        check(name, "sample_size_where_drawn", "(sampling = 'everybody') = (sample_size IS NULL)"),
        check(name, "population_possible", "population >= 0"),
        one_of(name, "state", "draft", "open", "closed", "reported"),
        one_of(name, "method", "paper", "interview", "phone", "online", "event"),
        one_of(name, "sampling", "everybody", "random", "stratified"),
        unique(name, "number"),
        key(name, "staff_id", "staff"),
        key(name, "former_id", "survey"),
        sqlite_autoincrement=True,
    )


def _version() -> None:
    name = "survey_version"
    op.create_table(
        name,
        *business(name),
        sa.Column("survey_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("questionnaire", sa.String(), nullable=False),
        check(name, "number_possible", "number > 0"),
        unique(name, "survey_id", "number"),
        key(name, "survey_id", "survey"),
        sqlite_autoincrement=True,
    )


def _invitation() -> None:
    name = "survey_invitation"
    op.create_table(
        name,
        *business(name),
        sa.Column("survey_id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("form_number", sa.Integer()),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("settled_on", sa.Date()),
        one_of(name, "state", "pending", "answered", "refused", "unreached"),
        check(name, "form_number_possible", "form_number > 0"),
        unique(name, "survey_id", "customer_id"),
        unique(name, "survey_id", "form_number"),
        key(name, "survey_id", "survey"),
        key(name, "customer_id", "customer"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_survey_invitation_customer_id", name, ["customer_id"])


def _response() -> None:
    name = "survey_response"
    op.create_table(
        name,
        *business(name),
        sa.Column("survey_id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("is_anonymous", sa.Boolean(), nullable=False),
        sa.Column("customer_id", sa.Integer()),
        sa.Column("form_number", sa.String(20)),
        sa.Column("answered_on", sa.Date()),
        sa.Column("staff_id", sa.Integer()),
        sa.Column("tier_id", sa.Integer()),
        sa.Column("answers", sa.String(), nullable=False),
        check(
            name,
            "anonymous_is_nobody",
            "is_anonymous = 0 OR (customer_id IS NULL AND form_number IS NULL AND answered_on IS NULL)",
        ),
        unique(name, "survey_id", "form_number"),
        unique(name, "survey_id", "customer_id"),
        key(name, "survey_id", "survey"),
        key(name, "version_id", "survey_version"),
        key(name, "customer_id", "customer"),
        key(name, "staff_id", "staff"),
        key(name, "tier_id", "tier"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_survey_response_version_id", name, ["version_id"])
    partial_index("ix_survey_response_customer_id", name, ["customer_id"], "customer_id IS NOT NULL")


def _themes() -> None:
    name = "survey_theme"
    op.create_table(
        name,
        *business(name),
        sa.Column("survey_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(40), nullable=False),
        check(name, "name_given", "length(trim(name)) > 0"),
        unique(name, "survey_id", "name"),
        key(name, "survey_id", "survey"),
        sqlite_autoincrement=True,
    )
    name = "survey_mark"
    op.create_table(
        name,
        *business(name),
        sa.Column("response_id", sa.Integer(), nullable=False),
        sa.Column("question", sa.String(24), nullable=False),
        sa.Column("theme_id", sa.Integer()),
        unique(name, "response_id", "question", "theme_id"),
        key(name, "response_id", "survey_response"),
        key(name, "theme_id", "survey_theme"),
        sqlite_autoincrement=True,
    )
    partial_index(
        "uq_survey_mark_quoted", name, ["response_id", "question"], "theme_id IS NULL", is_unique=True
    )
    op.create_index("ix_survey_mark_theme_id", name, ["theme_id"])


def _measure() -> None:
    name = "survey_measure"
    op.create_table(
        name,
        *business(name),
        sa.Column("survey_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(4000), nullable=False),
        sa.Column("who", sa.String(200)),
        sa.Column("due_on", sa.Date()),
        check(name, "what_given", "length(trim(what)) > 0"),
        key(name, "survey_id", "survey"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_survey_measure_survey_id", name, ["survey_id"])


def _report() -> None:
    name = "survey_report"
    op.create_table(
        name,
        *business(name),
        sa.Column("survey_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("texts", sa.String(), nullable=False),
        sa.Column("signed_on", sa.Date()),
        sa.Column("signed_by_id", sa.Integer()),
        sa.Column("sent_to", sa.String(200)),
        sa.Column("sent_on", sa.Date()),
        sa.Column("content", sa.String()),
        check(name, "signed_by_somebody", "(signed_on IS NULL) = (signed_by_id IS NULL)"),
        check(name, "kept_as_signed", "(signed_on IS NULL) = (content IS NULL)"),
        check(name, "number_possible", "number > 0"),
        unique(name, "survey_id", "number"),
        key(name, "survey_id", "survey"),
        key(name, "signed_by_id", "staff"),
        sqlite_autoincrement=True,
    )
