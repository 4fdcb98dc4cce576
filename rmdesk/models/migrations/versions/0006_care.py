"""The care calendar: intervals of contact, what was done about touchpoints, and facts it counts by."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import context, op

from rmdesk.models.base import new_uid

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

# Days between two contacts by rank from the top, for intensive, active and passive care; 0: none.
_INTERVALS = {
    "call": ((14, 30, 60), (30, 45, 90), (30, 60, 120), (60, 90, 180), (90, 0, 0)),
    "meeting": ((60, 90, 180), (90, 180, 365), (180, 365, 0), (365, 0, 0), (0, 0, 0)),
    "leaders_visit": ((180, 365, 0), (365, 0, 0), (0, 0, 0), (0, 0, 0), (0, 0, 0)),
}


def upgrade() -> None:
    op.add_column("customer", sa.Column("known_since", sa.Date()))
    step = op.create_table(
        "cadence_step",
        *_business("cadence_step"),
        sa.Column("tier_id", sa.Integer(), nullable=False),
        sa.Column("strategy", sa.String(20), nullable=False),
        sa.Column("contact", sa.String(20), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "contact IN ('call', 'meeting', 'leaders_visit')", name=op.f("ck_cadence_step_contact_known")
        ),
        sa.CheckConstraint("days BETWEEN 1 AND 1100", name=op.f("ck_cadence_step_days_possible")),
        sa.CheckConstraint(
            "strategy IN ('intensive', 'active', 'passive')", name=op.f("ck_cadence_step_strategy_known")
        ),
        sa.ForeignKeyConstraint(["tier_id"], ["tier.id"], name="fk_cadence_step_tier_id"),
        sa.UniqueConstraint(
            "tier_id", "strategy", "contact", name="uq_cadence_step_tier_id_strategy_contact"
        ),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "touchpoint_act",
        *_business("touchpoint_act"),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("rule", sa.String(40), nullable=False),
        sa.Column("subject", sa.String(40), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("moved_to", sa.Date()),
        sa.Column("reason", sa.String(200)),
        sa.Column("interaction_uid", sa.String(32)),
        sa.Column("handed_to_id", sa.Integer()),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("acted_on", sa.Date(), nullable=False),
        sa.CheckConstraint(
            "(state = 'postponed') = (moved_to IS NOT NULL)",
            name=op.f("ck_touchpoint_act_postponed_to_a_day"),
        ),
        sa.CheckConstraint(
            "state IN ('done', 'postponed', 'skipped')", name=op.f("ck_touchpoint_act_state_known")
        ),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name="fk_touchpoint_act_customer_id"),
        sa.ForeignKeyConstraint(["handed_to_id"], ["staff.id"], name="fk_touchpoint_act_handed_to_id"),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_touchpoint_act_staff_id"),
        sa.UniqueConstraint(
            "customer_id",
            "rule",
            "subject",
            "due_on",
            name="uq_touchpoint_act_customer_id_rule_subject_due_on",
        ),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_touchpoint_act_due_on", "touchpoint_act", ["due_on"])
    op.create_index(
        "ix_touchpoint_act_moved_to",
        "touchpoint_act",
        ["moved_to"],
        sqlite_where=sa.text("moved_to IS NOT NULL"),
        postgresql_where=sa.text("moved_to IS NOT NULL"),
    )
    _renew_facts()
    _add_intervals(step)


def _renew_facts() -> None:
    """The facts with what a calendar counts by; they are computed anew once all revisions have run."""
    op.drop_table("customer_fact")
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
        sa.Column("owner_id", sa.Integer()),
        sa.Column("stand_in_id", sa.Integer()),
        sa.Column("tier_id", sa.Integer()),
        sa.Column("gender", sa.String(10)),
        sa.Column("calling", sa.String(40)),
        sa.Column("is_lost", sa.Boolean(), nullable=False),
        sa.Column("no_greetings", sa.Boolean(), nullable=False),
        sa.Column("bereaved_on", sa.Date()),
        sa.Column("known_since", sa.Date()),
        sa.Column("risk_assessed_on", sa.Date()),
        sa.Column("birth_key", sa.Integer()),
        sa.Column("call_due_on", sa.Date()),
        sa.Column("meeting_due_on", sa.Date()),
        sa.Column("leaders_due_on", sa.Date()),
        sa.PrimaryKeyConstraint("customer_id", name="pk_customer_fact"),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name="fk_customer_fact_customer_id"),
        sa.ForeignKeyConstraint(["owner_id"], ["staff.id"], name="fk_customer_fact_owner_id"),
        sa.ForeignKeyConstraint(["stand_in_id"], ["staff.id"], name="fk_customer_fact_stand_in_id"),
        sa.ForeignKeyConstraint(["tier_id"], ["tier.id"], name="fk_customer_fact_tier_id"),
    )
    op.create_index("ix_customer_fact_aum_fen", "customer_fact", ["aum_fen"])
    op.create_index("ix_customer_fact_risk_assessed_on", "customer_fact", ["risk_assessed_on"])
    for name in ("birth_key", "call_due_on", "meeting_due_on", "leaders_due_on"):
        op.create_index(
            f"ix_customer_fact_{name}",
            "customer_fact",
            [name, "owner_id", "stand_in_id", "tier_id", "is_lost", "aum_fen"],
        )


def _add_intervals(step: sa.Table) -> None:
    """The intervals a branch begins with, for a vault that is there; a new one gets them when it is made."""
    tiers = op.get_bind().execute(sa.text("SELECT id FROM tier ORDER BY rank DESC")).scalars().all()
    rows = [
        {
            "uid": new_uid(),
            "version": 1,
            "origin_id": 1,
            "tier_id": tier,
            "strategy": strategy,
            "contact": contact,
            "days": days,
        }
        for contact, ranks in _INTERVALS.items()
        for place, tier in enumerate(tiers)
        for strategy, days in zip(
            ("intensive", "active", "passive"), ranks[min(place, len(ranks) - 1)], strict=True
        )
        if days
    ]
    context.config.attributes["insert"](step, rows)


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
