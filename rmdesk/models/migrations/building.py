"""What revisions make tables of. What stands here is what business rows had when it was written: a revision
that needs something else writes it out itself, so that what an old one makes never changes.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op


def business(table: str) -> tuple[sa.schema.SchemaItem, ...]:
    """The columns and constraints of every business row."""
    return (
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("origin_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
        sa.UniqueConstraint("uid", name=f"uq_{table}_uid"),
        key(table, "origin_id", "origin"),
    )


def key(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=f"fk_{table}_{column}")


def check(table: str, name: str, condition: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=op.f(f"ck_{table}_{name}"))


def one_of(table: str, column: str, *values: str) -> sa.CheckConstraint:
    listed = ", ".join(f"'{value}'" for value in values)
    return check(table, f"{column}_known", f"{column} IN ({listed})")


def unique(table: str, *columns: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint(*columns, name=f"uq_{table}_{'_'.join(columns)}")


def partial_index(name: str, table: str, columns: list[str], where: str, *, is_unique: bool = False) -> None:
    """An index of the rows that satisfy `where`, in either database."""
    rows = sa.text(where)
    op.create_index(name, table, columns, unique=is_unique, sqlite_where=rows, postgresql_where=rows)
