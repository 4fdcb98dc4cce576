"""The archive: customers, organisations, relations, what customers hold, tiers, tags, saved views."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import context, op

from rmdesk.models.base import UtcMoment, new_uid

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "organisation",
        *_business("organisation"),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("name_key", sa.String(400), nullable=False),
        sa.Column("credit_code", sa.String(18)),
        sa.Column("industry", sa.String(200)),
        sa.Column("phone", sa.String(30)),
        sa.Column("address", sa.String(400)),
        sa.Column("notes", sa.String(4000)),
        sa.Column("deleted_at", UtcMoment()),
        sa.CheckConstraint("length(credit_code) = 18", name=op.f("ck_organisation_credit_code_length")),
        sa.CheckConstraint(
            "length(trim(name)) > 0 AND length(name) <= 200", name=op.f("ck_organisation_name_length")
        ),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_organisation_name_key", "organisation", ["name_key"])
    op.create_index(
        "uq_organisation_name",
        "organisation",
        ["name"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "tag",
        *_business("tag"),
        sa.Column("name", sa.String(40), nullable=False),
        sa.CheckConstraint("length(trim(name)) > 0", name=op.f("ck_tag_name_given")),
        sa.UniqueConstraint("name", name="uq_tag_name"),
        sqlite_autoincrement=True,
    )
    tier = op.create_table(
        "tier",
        *_business("tier"),
        sa.Column("name", sa.String(40), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("threshold_fen", sa.BigInteger(), nullable=False),
        sa.Column("basis", sa.String(20), nullable=False),
        sa.CheckConstraint("basis IN ('point', 'month_average')", name=op.f("ck_tier_basis_known")),
        sa.CheckConstraint("length(trim(name)) > 0", name=op.f("ck_tier_name_given")),
        sa.CheckConstraint(
            "threshold_fen BETWEEN 0 AND 100000000000000", name=op.f("ck_tier_threshold_possible")
        ),
        sa.UniqueConstraint("name", name="uq_tier_name"),
        sa.UniqueConstraint("rank", name="uq_tier_rank"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "customer",
        *_business("customer"),
        sa.Column("number", sa.String(40)),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("name_key", sa.String(400), nullable=False),
        sa.Column("gender", sa.String(10)),
        sa.Column("birth_year", sa.Integer()),
        sa.Column("birth_month", sa.Integer()),
        sa.Column("birth_day", sa.Integer()),
        sa.Column("birth_is_lunar", sa.Boolean(), nullable=False),
        sa.Column("birth_is_leap_month", sa.Boolean(), nullable=False),
        sa.Column("occupation", sa.String(200)),
        sa.Column("position", sa.String(200)),
        sa.Column("employer_id", sa.Integer()),
        sa.Column("education", sa.String(200)),
        sa.Column("income_band", sa.Integer()),
        sa.Column("wechat", sa.String(200)),
        sa.Column("email", sa.String(200)),
        sa.Column("district", sa.String(200)),
        sa.Column("family", sa.String(4000)),
        sa.Column("interests", sa.String(4000)),
        sa.Column("taboos", sa.String(4000)),
        sa.Column("notes", sa.String(4000)),
        sa.Column("activity", sa.Integer()),
        sa.Column("price_sensitivity", sa.Integer()),
        sa.Column("risk_tolerance", sa.Integer()),
        sa.Column("risk_assessed_on", sa.Date()),
        sa.Column("product_preference", sa.String(4000)),
        sa.Column("habits", sa.String(4000)),
        sa.Column("preferred_channel", sa.String(20)),
        sa.Column("preferred_time", sa.String(200)),
        sa.Column("no_calls", sa.Boolean(), nullable=False),
        sa.Column("no_messages", sa.Boolean(), nullable=False),
        sa.Column("no_visits", sa.Boolean(), nullable=False),
        sa.Column("no_greetings", sa.Boolean(), nullable=False),
        sa.Column("no_marketing", sa.Boolean(), nullable=False),
        sa.Column("bereaved_on", sa.Date()),
        sa.Column("e_channels", sa.String(200)),
        sa.Column("cares_most", sa.String(4000)),
        sa.Column("cares_least", sa.String(4000)),
        sa.Column("wants_training", sa.Boolean(), nullable=False),
        sa.Column("wants_salons", sa.Boolean(), nullable=False),
        sa.Column("wants_planning", sa.Boolean(), nullable=False),
        sa.Column("timeliness", sa.String(200)),
        sa.Column("owner_id", sa.Integer()),
        sa.Column("stand_in_id", sa.Integer()),
        sa.Column("owner_text", sa.String(200)),
        sa.Column("tier_id", sa.Integer()),
        sa.Column("grade", sa.Integer()),
        sa.Column("strategy", sa.String(20)),
        sa.Column("orientation", sa.String(20)),
        sa.Column("stage", sa.String(20), nullable=False),
        sa.Column("deleted_at", UtcMoment()),
        sa.CheckConstraint("gender IN ('male', 'female')", name=op.f("ck_customer_gender_known")),
        sa.CheckConstraint(
            "orientation IN ('product', 'consumption', 'service')", name=op.f("ck_customer_orientation_known")
        ),
        sa.CheckConstraint(
            "preferred_channel IN ('visit', 'call', 'sms', 'wechat', 'letter', 'email', 'branch_visit')",
            name=op.f("ck_customer_preferred_channel_known"),
        ),
        sa.CheckConstraint(
            "stage IN ('identified', 'contacted', 'established', 'core', 'at_risk', 'lost')",
            name=op.f("ck_customer_stage_known"),
        ),
        sa.CheckConstraint(
            "strategy IN ('intensive', 'active', 'passive')", name=op.f("ck_customer_strategy_known")
        ),
        sa.CheckConstraint(
            "(birth_month IS NULL) = (birth_day IS NULL)", name=op.f("ck_customer_birth_month_with_day")
        ),
        sa.CheckConstraint(
            "NOT birth_is_leap_month OR birth_is_lunar", name=op.f("ck_customer_birth_leap_is_lunar")
        ),
        sa.CheckConstraint("activity BETWEEN 1 AND 3", name=op.f("ck_customer_activity_range")),
        sa.CheckConstraint(
            "birth_day BETWEEN 1 AND CASE WHEN birth_is_lunar THEN 30 WHEN birth_month IN (4, 6, 9, 11)"
            " THEN 30 WHEN birth_month = 2 THEN 29 ELSE 31 END",
            name=op.f("ck_customer_birth_day_possible"),
        ),
        sa.CheckConstraint("birth_month BETWEEN 1 AND 12", name=op.f("ck_customer_birth_month_possible")),
        sa.CheckConstraint("birth_year BETWEEN 1850 AND 2200", name=op.f("ck_customer_birth_year_possible")),
        sa.CheckConstraint("grade BETWEEN 1 AND 5", name=op.f("ck_customer_grade_range")),
        sa.CheckConstraint("income_band BETWEEN 1 AND 6", name=op.f("ck_customer_income_band_range")),
        sa.CheckConstraint(
            "length(trim(name)) > 0 AND length(name) <= 200", name=op.f("ck_customer_name_length")
        ),
        sa.CheckConstraint("length(trim(number)) > 0", name=op.f("ck_customer_number_given")),
        sa.CheckConstraint("owner_id <> stand_in_id", name=op.f("ck_customer_stand_in_is_another")),
        sa.CheckConstraint(
            "price_sensitivity BETWEEN 1 AND 3", name=op.f("ck_customer_price_sensitivity_range")
        ),
        sa.CheckConstraint("risk_tolerance BETWEEN 1 AND 5", name=op.f("ck_customer_risk_tolerance_range")),
        sa.ForeignKeyConstraint(["employer_id"], ["organisation.id"], name="fk_customer_employer_id"),
        sa.ForeignKeyConstraint(["owner_id"], ["staff.id"], name="fk_customer_owner_id"),
        sa.ForeignKeyConstraint(["stand_in_id"], ["staff.id"], name="fk_customer_stand_in_id"),
        sa.ForeignKeyConstraint(["tier_id"], ["tier.id"], name="fk_customer_tier_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_customer_birth", "customer", ["birth_is_lunar", "birth_month", "birth_day"])
    lying = sa.text("deleted_at IS NOT NULL")
    op.create_index(
        "ix_customer_deleted_at", "customer", ["deleted_at"], sqlite_where=lying, postgresql_where=lying
    )
    op.create_index("ix_customer_employer_id", "customer", ["employer_id"])
    op.create_index(
        "ix_customer_list",
        "customer",
        [
            "owner_id",
            "stand_in_id",
            "tier_id",
            "employer_id",
            "stage",
            "grade",
            "strategy",
            "orientation",
            "gender",
            "risk_tolerance",
        ],
    )
    op.create_index("ix_customer_name_key", "customer", ["name_key"])
    op.create_index(op.f("ix_customer_stand_in_id"), "customer", ["stand_in_id"])
    op.create_index(op.f("ix_customer_tier_id"), "customer", ["tier_id"])
    op.create_index(
        "uq_customer_number",
        "customer",
        ["number"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "saved_view",
        *_business("saved_view"),
        sa.Column("pane", sa.String(40), nullable=False),
        sa.Column("name", sa.String(60), nullable=False),
        sa.Column("owner_id", sa.Integer()),
        sa.Column("definition", sa.String(), nullable=False),
        sa.CheckConstraint("length(trim(name)) > 0", name=op.f("ck_saved_view_name_given")),
        sa.ForeignKeyConstraint(["owner_id"], ["staff.id"], name="fk_saved_view_owner_id"),
        sa.UniqueConstraint("pane", "owner_id", "name", name="uq_saved_view_pane_owner_id_name"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "uq_saved_view_shared",
        "saved_view",
        ["pane", "name"],
        unique=True,
        sqlite_where=sa.text("owner_id IS NULL"),
        postgresql_where=sa.text("owner_id IS NULL"),
    )
    op.create_table(
        "aum_figure",
        *_business("aum_figure"),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("basis", sa.String(20), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("amount_fen", sa.BigInteger(), nullable=False),
        sa.Column("source", sa.String(200)),
        sa.CheckConstraint("basis IN ('point', 'month_average')", name=op.f("ck_aum_figure_basis_known")),
        sa.CheckConstraint(
            "amount_fen BETWEEN -100000000000000 AND 100000000000000",
            name=op.f("ck_aum_figure_amount_possible"),
        ),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name="fk_aum_figure_customer_id"),
        sa.UniqueConstraint("customer_id", "basis", "as_of", name="uq_aum_figure_customer_id_basis_as_of"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "customer_address",
        *_business("customer_address"),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("address", sa.String(400), nullable=False),
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('home', 'work', 'mail', 'other')", name=op.f("ck_customer_address_kind_known")
        ),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name="fk_customer_address_customer_id"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_customer_address_customer_id_position", "customer_address", ["customer_id", "position"]
    )
    op.create_table(
        "customer_fact",
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("aum_fen", sa.Integer()),
        sa.Column("aum_on", sa.Date()),
        sa.Column("aum_change_fen", sa.Integer()),
        sa.Column("aum_change_permille", sa.Integer()),
        sa.Column("holdings_fen", sa.Integer(), nullable=False),
        sa.Column("elsewhere_fen", sa.Integer(), nullable=False),
        sa.Column("product_kinds", sa.Integer(), nullable=False),
        sa.Column("next_maturity_on", sa.Date()),
        sa.Column("last_contact_on", sa.Date()),
        sa.Column("completeness", sa.Integer(), nullable=False),
        sa.Column("first_phone", sa.String(30)),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name="fk_customer_fact_customer_id"),
        sa.PrimaryKeyConstraint("customer_id", name="pk_customer_fact"),
    )
    op.create_index("ix_customer_fact_aum_fen", "customer_fact", ["aum_fen"])
    op.create_table(
        "customer_phone",
        *_business("customer_phone"),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(30), nullable=False),
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('mobile', 'home', 'work', 'other')", name=op.f("ck_customer_phone_kind_known")
        ),
        sa.CheckConstraint("length(number) BETWEEN 3 AND 30", name=op.f("ck_customer_phone_number_length")),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name="fk_customer_phone_customer_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_customer_phone_customer_id_position", "customer_phone", ["customer_id", "position"])
    op.create_index("ix_customer_phone_number", "customer_phone", ["number"])
    op.create_table(
        "customer_tag",
        *_business("customer_tag"),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("tag_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name="fk_customer_tag_customer_id"),
        sa.ForeignKeyConstraint(["tag_id"], ["tag.id"], name="fk_customer_tag_tag_id"),
        sa.UniqueConstraint("customer_id", "tag_id", name="uq_customer_tag_customer_id_tag_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_customer_tag_tag_id", "customer_tag", ["tag_id"])
    op.create_table(
        "holding",
        *_business("holding"),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("bank", sa.String(200), nullable=False),
        sa.Column("kind", sa.String(30), nullable=False),
        sa.Column("product", sa.String(200), nullable=False),
        sa.Column("account", sa.String(40)),
        sa.Column("amount_fen", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(3), nullable=False),
        sa.Column("rate", sa.Integer()),
        sa.Column("starts_on", sa.Date()),
        sa.Column("matures_on", sa.Date()),
        sa.Column("premium_due_on", sa.Date()),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("closed_on", sa.Date()),
        sa.Column("source", sa.String(200)),
        sa.CheckConstraint(
            "kind IN ('current_deposit', 'time_deposit', 'large_cd', 'structured_deposit', 'wealth',"
            " 'fund', 'insurance', 'government_bond', 'trust', 'gold', 'loan', 'credit_card', 'other')",
            name=op.f("ck_holding_kind_known"),
        ),
        sa.CheckConstraint(
            "amount_fen BETWEEN -100000000000000 AND 100000000000000 AND amount_fen * count BETWEEN"
            " -100000000000000 AND 100000000000000",
            name=op.f("ck_holding_amount_possible"),
        ),
        sa.CheckConstraint("count BETWEEN 1 AND 999", name=op.f("ck_holding_count_possible")),
        sa.CheckConstraint("length(currency) = 3", name=op.f("ck_holding_currency_code")),
        sa.CheckConstraint("matures_on >= starts_on", name=op.f("ck_holding_matures_after_start")),
        sa.CheckConstraint("rate BETWEEN -1000000 AND 1000000", name=op.f("ck_holding_rate_possible")),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name="fk_holding_customer_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_holding_account", "holding", ["account"])
    op.create_index("ix_holding_customer_id", "holding", ["customer_id"])
    op.create_index("ix_holding_matures_on", "holding", ["matures_on"])
    op.create_table(
        "identity_document",
        *_business("identity_document"),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("number", sa.String(40), nullable=False),
        sa.Column("expires_on", sa.Date()),
        sa.CheckConstraint(
            "kind IN ('resident_id', 'temporary_id', 'household_book', 'passport', 'hk_macao_permit',"
            " 'taiwan_permit', 'foreign_resident', 'military_id', 'other')",
            name=op.f("ck_identity_document_kind_known"),
        ),
        sa.CheckConstraint(
            "length(number) BETWEEN 1 AND 40", name=op.f("ck_identity_document_number_length")
        ),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name="fk_identity_document_customer_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_identity_document_customer_id", "identity_document", ["customer_id"])
    op.create_index("ix_identity_document_number", "identity_document", ["number"])
    op.create_table(
        "important_date",
        *_business("important_date"),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("whose", sa.String(200)),
        sa.Column("year", sa.Integer()),
        sa.Column("month", sa.Integer(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("is_lunar", sa.Boolean(), nullable=False),
        sa.Column("is_leap_month", sa.Boolean(), nullable=False),
        sa.Column("yearly", sa.Boolean(), nullable=False),
        sa.Column("note", sa.String(200)),
        sa.CheckConstraint(
            "kind IN ('family_birthday', 'wedding', 'exam', 'founding', 'other')",
            name=op.f("ck_important_date_kind_known"),
        ),
        sa.CheckConstraint("(month IS NULL) = (day IS NULL)", name=op.f("ck_important_date_month_with_day")),
        sa.CheckConstraint("NOT is_leap_month OR is_lunar", name=op.f("ck_important_date_leap_is_lunar")),
        sa.CheckConstraint(
            "day BETWEEN 1 AND CASE WHEN is_lunar THEN 30 WHEN month IN (4, 6, 9, 11) THEN 30 WHEN month"
            " = 2 THEN 29 ELSE 31 END",
            name=op.f("ck_important_date_day_possible"),
        ),
        sa.CheckConstraint("month BETWEEN 1 AND 12", name=op.f("ck_important_date_month_possible")),
        sa.CheckConstraint("month IS NOT NULL", name=op.f("ck_important_date_month_given")),
        sa.CheckConstraint("year BETWEEN 1850 AND 2200", name=op.f("ck_important_date_year_possible")),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name="fk_important_date_customer_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_important_date_customer_id", "important_date", ["customer_id"])
    op.create_index("ix_important_date_day", "important_date", ["is_lunar", "month", "day"])
    op.create_table(
        "relation",
        *_business("relation"),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(30), nullable=False),
        sa.Column("other_id", sa.Integer()),
        sa.Column("organisation_id", sa.Integer()),
        sa.Column("other_name", sa.String(200)),
        sa.Column("note", sa.String(200)),
        sa.CheckConstraint(
            "CASE WHEN kind IN ('legal_representative_of', 'key_person_of') THEN other_id IS NULL ELSE"
            " organisation_id IS NULL OR kind = 'other' END",
            name=op.f("ck_relation_kind_of_other"),
        ),
        sa.CheckConstraint(
            "kind IN ('spouse', 'child', 'parent', 'sibling', 'grandchild', 'grandparent', 'relative',"
            " 'friend', 'colleague', 'introducer', 'introduced', 'legal_representative_of',"
            " 'key_person_of', 'other')",
            name=op.f("ck_relation_kind_known"),
        ),
        sa.CheckConstraint(
            "other_id IS NULL OR kind IN ('child', 'grandchild', 'introducer') OR (kind NOT IN ('parent',"
            " 'grandparent', 'introduced') AND customer_id < other_id)",
            name=op.f("ck_relation_written_one_way"),
        ),
        sa.CheckConstraint(
            "CASE WHEN other_id IS NULL THEN 0 ELSE 1 END + CASE WHEN organisation_id IS NULL THEN 0 ELSE"
            " 1 END + CASE WHEN other_name IS NULL THEN 0 ELSE 1 END = 1",
            name=op.f("ck_relation_one_other"),
        ),
        sa.CheckConstraint("customer_id <> other_id", name=op.f("ck_relation_not_oneself")),
        sa.CheckConstraint("length(trim(other_name)) > 0", name=op.f("ck_relation_other_name_given")),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name="fk_relation_customer_id"),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name="fk_relation_organisation_id"),
        sa.ForeignKeyConstraint(["other_id"], ["customer.id"], name="fk_relation_other_id"),
        sa.UniqueConstraint(
            "customer_id", "kind", "organisation_id", name="uq_relation_customer_id_kind_organisation_id"
        ),
        sa.UniqueConstraint("customer_id", "kind", "other_id", name="uq_relation_customer_id_kind_other_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_relation_organisation_id", "relation", ["organisation_id"])
    op.create_index("ix_relation_other_id", "relation", ["other_id"])
    op.create_table(
        "tier_change",
        *_business("tier_change"),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("tier_id", sa.Integer()),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("amount_fen", sa.BigInteger()),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name="fk_tier_change_customer_id"),
        sa.ForeignKeyConstraint(["tier_id"], ["tier.id"], name="fk_tier_change_tier_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_tier_change_customer_id_since", "tier_change", ["customer_id", "since"])
    # The terms that customers are found by, not their values: see services/search.
    op.execute(
        "CREATE VIRTUAL TABLE customer_search USING fts5"
        "(words, content='', contentless_delete=1, tokenize='ascii')"
    )
    _add_tiers(tier)


def _add_tiers(tier: sa.Table) -> None:
    """The tiers a branch begins with, for a vault that is there; a new one gets them when it is made."""
    if op.get_bind().execute(sa.text("SELECT count(*) FROM origin")).scalar_one() == 0:
        return
    steps = (("普通", 0), ("金卡", 50), ("白金", 200), ("钻石", 500), ("私行", 1000))
    rows = [
        {
            "uid": new_uid(),
            "version": 1,
            "origin_id": 1,
            "name": name,
            "rank": rank,
            "threshold_fen": wan * 1_000_000,
            "basis": "month_average",
        }
        for rank, (name, wan) in enumerate(steps, 1)
    ]
    context.config.attributes["insert"](tier, rows)


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
