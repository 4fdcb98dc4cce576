"""Branches grown to what a branch has after years, straight in the database: once for all benches of a run.

From an invented branch of the house (`branches.py`): of 100,000 customers 150,000 dates of their families
beside their birthdays, 1,000,000 contacts, 50,000 whom nobody has called for years, and one manager with
2,000 customers spread among all the others.
"""

from __future__ import annotations

import functools
import shutil
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import Role, Staff
from rmdesk.services import accounts, facts
from rmdesk.services.actor import Actor
from rmdesk.services.vault import Vault, open_vault, unlock
from tests.bench import branches
from tests.bench.grounds import ADMIN, PASSWORD, Grounds

OWN = 2000  # customers of the manager
_OF_100_000 = {"important_date": 150_000, "interaction": 1_000_000}
_LATE_OF_100_000 = 50_000
_YEARS_AGO = 800  # days


@functools.cache
def grown(grounds: Grounds, customers: int) -> Path:
    """The folder of the vault, closed. Whoever changes anything takes a copy."""
    made, _ = branches.filling(grounds, customers)
    folder = made.with_name(f"grown-{customers}")
    done = folder.with_suffix(".done")
    if not done.exists():
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(made, folder)
        with closing(open_vault(unlock(folder, ADMIN, PASSWORD))) as vault:
            accounts.sign_in(vault)
            with vault.store.write() as session:
                _grow(session, vault, customers)
            accounts.sign_out(vault)
        done.touch()
    return folder


def person(vault: Vault, role: Role, place: int = 0) -> Actor:
    with vault.store.read() as session:
        people = session.scalars(select(Staff).order_by(Staff.id)).all()
        return [Actor.of(one) for one in people if role in one.role_set][place]


def add_idle(vault: Vault, count: int) -> None:
    """Add customers of whom nothing ever falls due but festivals: no dates, holdings or contacts."""
    nothing = {
        **dict.fromkeys(("number", "birth_year", "birth_month", "birth_day", "risk_assessed_on"), "NULL"),
        **dict.fromkeys(("employer_id", "tier_id", "stand_in_id", "occupation", "calling"), "NULL"),
        **dict.fromkeys(("call_due_on", "meeting_due_on", "leaders_due_on", "birth_key"), "NULL"),
        **dict.fromkeys(("birth_is_lunar", "birth_is_leap_month"), "0"),
        **dict.fromkeys(("next_maturity_on", "next_premium_on"), "NULL"),
        "uid": "lower(hex(randomblob(16)))",
        "owner_id": str(person(vault, Role.RELATIONSHIP_MANAGER, 1).staff_id),
    }
    with vault.store.write() as session:
        connection = session.connection()
        _remember_pages(session)
        present = connection.exec_driver_sql("SELECT max(id) FROM customer").scalar_one()
        for start in range(0, count, present):
            values = nothing | {
                "id": f"id + {present + start}",
                "customer_id": f"customer_id + {present + start}",
            }
            some = min(present, count - start)
            for table, key in (
                ("customer", "id"),
                ("customer_fact", "customer_id"),
                ("lost_customer", "customer_id"),
            ):
                _copy(session, table, values, f"{key} <= {some}")
        connection.exec_driver_sql(
            "INSERT OR REPLACE INTO customer_count (tier_id, gender, calling, customers)"
            " SELECT coalesce(tier_id, 0), coalesce(gender, ''), coalesce(calling, ''), count(*)"
            " FROM customer_fact WHERE is_lost = 0 AND no_greetings = 0 GROUP BY 1, 2, 3"
        )


def _grow(session: Session, vault: Vault, customers: int) -> None:
    connection = session.connection()
    _remember_pages(session)
    manager = person(vault, Role.RELATIONSHIP_MANAGER)
    colleague = person(vault, Role.RELATIONSHIP_MANAGER, 1)
    connection.exec_driver_sql(
        "UPDATE customer SET owner_id = ?, stand_in_id = NULL WHERE owner_id = ? OR stand_in_id = ?",
        (colleague.staff_id, manager.staff_id, manager.staff_id),
    )
    connection.exec_driver_sql(
        "UPDATE customer SET owner_id = ? WHERE id % ? = 0", (manager.staff_id, max(1, customers // OWN))
    )
    long_ago = (date.today() - timedelta(days=_YEARS_AGO)).isoformat()
    connection.exec_driver_sql("UPDATE customer SET known_since = min(known_since, ?)", (long_ago,))
    for table, of_100_000 in _OF_100_000.items():
        wanted = of_100_000 * customers // 100_000
        while (present := _count(session, table)) < wanted:
            last = connection.exec_driver_sql(f"SELECT max(id) FROM {table}").scalar_one()
            others = f"customer_id * 7 % {customers} + 1"
            some = min(present, wanted - present)
            values = {
                "id": f"id + {last}",
                "uid": "lower(hex(randomblob(16)))",
                "held_on": f"date(held_on, '-{_YEARS_AGO} days')",
                # Families of others, on other days of the year.
                "customer_id": others if table == "important_date" else "customer_id",
                "month": "(month * 5 + id) % 12 + 1",
                "day": "(day * 3 + id) % 28 + 1",
                "is_leap_month": "0",
            }
            _copy(session, table, values, f"id IN (SELECT id FROM {table} LIMIT {some})")
    # Late they are once nobody has called them for years.
    connection.exec_driver_sql(
        f"UPDATE interaction SET held_on = date(held_on, '-{_YEARS_AGO} days') WHERE customer_id IN ("
        "SELECT customer_id FROM customer_fact WHERE is_lost = 0 AND call_due_on IS NOT NULL"
        " ORDER BY customer_id % 997 LIMIT ?)",
        (_LATE_OF_100_000 * customers // 100_000,),
    )
    facts.refresh(session)


def _remember_pages(session: Session) -> None:
    """Keep all pages of this connection: rows of many years go everywhere into the indexes."""
    session.connection().exec_driver_sql("PRAGMA cache_size = -1500000")


def _count(session: Session, table: str) -> int:
    count: int = session.connection().exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one()
    return count


def _copy(session: Session, table: str, values: dict[str, Any], which: str) -> None:
    """Insert rows of a table once more, with other expressions for some of its columns."""
    connection = session.connection()
    columns = [row[1] for row in connection.exec_driver_sql(f"PRAGMA table_info({table})")]
    copied = ", ".join(str(values.get(name, f'"{name}"')) for name in columns)
    named = ", ".join(f'"{name}"' for name in columns)
    connection.exec_driver_sql(f"INSERT INTO {table} ({named}) SELECT {copied} FROM {table} WHERE {which}")
