"""Indexes that hold all a calendar counts by: of the branch by the day, of a manager by the customer."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_MADE_ANEW = {
    "customer_fact": {
        **{
            f"ix_customer_fact_{name}": [name, "is_lost", "tier_id", "aum_fen"]
            for name in ("call_due_on", "meeting_due_on", "leaders_due_on")
        },
        "ix_customer_fact_birth_key": [
            "birth_key",
            "is_lost",
            "no_greetings",
            "bereaved_on",
            "known_since",
            "tier_id",
            "aum_fen",
        ],
        "ix_customer_fact_risk_assessed_on": [
            "risk_assessed_on",
            "is_lost",
            "known_since",
            "tier_id",
            "aum_fen",
        ],
    },
    "holding": {
        "ix_holding_customer_id": ["customer_id", "closed_on", "matures_on", "kind", "bank"],
        "ix_holding_matures_on": [
            "matures_on",
            "closed_on",
            "kind",
            "bank",
            "customer_id",
            "amount_fen",
            "count",
        ],
    },
    "important_date": {
        "ix_important_date_day": [
            "is_lunar",
            "month",
            "day",
            "is_leap_month",
            "year",
            "yearly",
            "customer_id",
        ],
    },
    "touchpoint_act": {
        "ix_touchpoint_act_due_on": ["rule", "due_on", "state", "customer_id", "subject"],
    },
    **{
        name: {f"ix_{name}_state_due_on": ["state", "due_on", "customer_id"]}
        for name in ("commitment", "appointment", "follow_up")
    },
}
_OF_A_MANAGER = [
    "owner_id",
    "is_lost",
    "tier_id",
    "known_since",
    "birth_key",
    "call_due_on",
    "meeting_due_on",
    "leaders_due_on",
    "risk_assessed_on",
    "no_greetings",
    "bereaved_on",
    "gender",
    "calling",
    "aum_fen",
]


def upgrade() -> None:
    for table, indexes in _MADE_ANEW.items():
        for name, columns in indexes.items():
            op.drop_index(name, table)
            op.create_index(name, table, columns)
    op.create_index("ix_customer_fact_owner_id", "customer_fact", _OF_A_MANAGER)
    op.create_index("ix_customer_fact_known_since", "customer_fact", ["known_since"])
    _partial("ix_customer_fact_stand_in_id", "customer_fact", ["stand_in_id"], "stand_in_id IS NOT NULL")
    _partial("ix_customer_fact_calling", "customer_fact", ["calling"], "calling IS NOT NULL")
    _partial("ix_customer_fact_lost", "customer_fact", ["customer_id"], "is_lost = 1")
    _partial("ix_customer_fact_ungreeted", "customer_fact", ["customer_id"], "no_greetings = 1")
    _partial("ix_customer_fact_bereaved_on", "customer_fact", ["bereaved_on"], "bereaved_on IS NOT NULL")
    _partial(
        "ix_holding_customer_id_premium_due_on",
        "holding",
        ["customer_id", "closed_on", "premium_due_on"],
        "premium_due_on IS NOT NULL",
    )


def _partial(name: str, table: str, columns: list[str], where: str) -> None:
    there = sa.text(where)
    op.create_index(name, table, columns, sqlite_where=there, postgresql_where=there)
