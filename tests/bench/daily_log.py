"""Opening a day of the daily log, and the month of a branch of twenty managers, beside a million contacts."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import Role, Staff
from rmdesk.models.base import new_uids
from rmdesk.services import accounts, daily_logs
from rmdesk.services.actor import Actor
from rmdesk.services.vault import Vault, open_vault, unlock
from tests.bench import branches
from tests.bench.figures import Figure, Limit, in_turn
from tests.bench.grounds import ADMIN, PASSWORD, Grounds

_CONTACTS, _MANAGERS, _DAYS, _ITEMS = 1_000_000, 20, 31, 12
_RAW_DAY = "its rows, its contacts and their customers, by the driver"
_RAW_MONTH = "the three statements that count it, by the driver"


def run(grounds: Grounds) -> Iterable[Figure]:
    customers = 3000 if grounds.quick else 100_000
    contacts = _CONTACTS * customers // 100_000
    with tempfile.TemporaryDirectory(prefix="rmdesk-bench-log-") as made:
        folder = Path(made) / "vault"
        shutil.copytree(branches.filling(grounds, customers)[0], folder)
        if hasattr(os, "sync"):
            os.sync()
        with closing(open_vault(unlock(folder, ADMIN, PASSWORD))) as vault:
            accounts.sign_in(vault)
            managers = _enlarge(vault, contacts)
            today = date.today()
            with vault.store.read() as session:
                people = session.scalars(select(Staff).where(Staff.id.in_(managers[:1]))).all()
                manager = Actor.of(people[0])
                head = next(
                    Actor.of(one)
                    for one in session.scalars(select(Staff))
                    if Role.BRANCH_HEAD in one.role_set
                )
            day = today - timedelta(days=1)
            vault.store.actor = manager
            with vault.store.read(for_window=True) as session:
                read = _timed(lambda: daily_logs.load_day(session, day))
                samples, floor = in_turn(grounds.rounds(40), read, _timed(_raw_day(session, manager, day)))
            name = f"opening a day, {contacts:,} contacts"
            yield Figure(name, "ms", samples, floor, _RAW_DAY, Limit(30))
            vault.store.actor = head
            first = today - timedelta(days=_DAYS - 1)
            with vault.store.read(for_window=True) as session:
                count = daily_logs.summarise(session, first, today, branch=True).counted.contacts
                read = _timed(lambda: daily_logs.summarise(session, first, today, branch=True))
                raw = _timed(_raw_month(session, managers, first, today))
                samples, floor = in_turn(grounds.rounds(20), read, raw)
            name = f"month of {_MANAGERS} managers, {count:,} contacts in it"
            yield Figure(name, "ms", samples, floor, _RAW_MONTH, Limit(300))


def _timed(work: Callable[[], object]) -> Callable[[], float]:
    def timed() -> float:
        begun = time.perf_counter()
        work()
        return (time.perf_counter() - begun) * 1000

    return timed


def _enlarge(vault: Vault, contacts: int) -> list[int]:
    """Twenty managers with a month of logs, and years of contacts that are spread over them."""
    today = date.today()
    with vault.store.write() as session:
        connection = session.connection()
        execute = connection.exec_driver_sql
        present = execute("SELECT id FROM staff WHERE disabled_at IS NULL ORDER BY id").fetchall()
        managers = [int(row[0]) for row in present]
        for number, uid in enumerate(new_uids(_MANAGERS - len(managers))):
            row = (uid, f"客户经理{number}")
            execute("INSERT INTO staff (uid, version, origin_id, name) VALUES (?, 1, 1, ?)", row)
            managers.append(int(execute("SELECT last_insert_rowid()").scalar_one()))
        for uid, staff_id in zip(new_uids(len(managers)), managers, strict=True):
            role = "INSERT OR IGNORE INTO staff_role (uid, version, origin_id, staff_id, role)"
            execute(f"{role} VALUES (?, 1, 1, ?, 'relationship_manager')", (uid, staff_id))
        _spread(execute, managers, contacts)
        for table in ("news_customer", "news", "remark", "item"):  # what the branch was filled with
            execute(f"DELETE FROM daily_log_{table}")
        execute("DELETE FROM daily_log")
        customers = [int(row[0]) for row in execute("SELECT id FROM customer LIMIT 400").fetchall()]
        for staff_id in managers:
            for back in range(_DAYS):
                _add_log(execute, staff_id, today - timedelta(days=back), customers)
    return managers


def _spread(execute: Callable[..., Any], managers: list[int], contacts: int) -> None:
    columns = [row[1] for row in execute("PRAGMA table_info(interaction)").fetchall() if row[1] != "id"]
    made = {"uid": "lower(hex(randomblob(16)))", "held_on": "date('now', '-' || (id % 1000) || ' days')"}
    copied = ", ".join(made.get(name, name) for name in columns)
    present = int(execute("SELECT count(*) FROM interaction").scalar_one())
    while present < contacts:
        count = min(present, contacts - present)
        named = ", ".join(columns)
        execute(f"INSERT INTO interaction ({named}) SELECT {copied} FROM interaction LIMIT {count}")
        present += count
    places = " ".join(f"WHEN {place} THEN {staff_id}" for place, staff_id in enumerate(managers))
    execute(f"UPDATE interaction SET staff_id = CASE id % {len(managers)} {places} END")


def _add_log(execute: Callable[..., Any], staff_id: int, day: date, customers: list[int]) -> None:
    at = f"{day.isoformat()}T00:30:00.000000Z"
    uid, *uids = new_uids(_ITEMS + 1)
    execute(
        "INSERT INTO daily_log (uid, version, origin_id, staff_id, day, state, planned_at, plan_is_late,"
        " submit_is_late) VALUES (?, 1, 1, ?, ?, 'draft', ?, 0, 0)",
        (uid, staff_id, day.isoformat(), at),
    )
    log_id = int(execute("SELECT last_insert_rowid()").scalar_one())
    for place, item in enumerate(uids):
        customer = customers[(place + day.toordinal() * _ITEMS) % len(customers)]
        is_done = place % 4 != 0
        execute(
            "INSERT INTO daily_log_item (uid, version, origin_id, log_id, position, customer_id, purpose,"
            " channel, source, is_extra, added_at, outcome, completed_at)"
            " VALUES (?, 1, 1, ?, ?, ?, '续存方案', 'call', 'free', 0, ?, ?, ?)",
            (item, log_id, place, customer, at, "done" if is_done else "open", at if is_done else None),
        )


def _raw_day(session: Session, manager: Actor, day: date) -> Callable[[], object]:
    cursor: Any = session.connection().connection.cursor()
    log = f"SELECT id FROM daily_log WHERE staff_id = {manager.staff_id} AND day = '{day}'"
    statements = [
        f"SELECT * FROM daily_log WHERE staff_id = {manager.staff_id} AND day = '{day}'",
        f"SELECT * FROM daily_log_item WHERE log_id = ({log}) ORDER BY position",
        f"SELECT * FROM interaction WHERE staff_id = {manager.staff_id} AND held_on = '{day}'",
        "SELECT id, uid, number, name FROM customer WHERE id IN"
        f" (SELECT customer_id FROM daily_log_item WHERE log_id = ({log})"
        f" UNION SELECT customer_id FROM interaction WHERE staff_id = {manager.staff_id}"
        f" AND held_on = '{day}')",
    ]

    def read() -> None:
        for statement in statements:
            cursor.execute(statement).fetchall()

    return read


def _raw_month(session: Session, managers: list[int], first: date, last: date) -> Callable[[], object]:
    cursor: Any = session.connection().connection.cursor()
    whose = f"staff_id IN ({', '.join(map(str, managers))})"
    days = f"BETWEEN '{first}' AND '{last}'"
    statements = [
        f"SELECT * FROM daily_log WHERE day {days} AND {whose}",
        "SELECT staff_id, day, outcome, is_extra, count(*) FROM daily_log JOIN daily_log_item AS item"
        f" ON item.log_id = daily_log.id WHERE day {days} AND {whose} GROUP BY 1, 2, 3, 4",
        "SELECT staff_id, held_on, channel, count(*), sum(duration_minutes) FROM interaction"
        f" WHERE {whose} AND held_on {days} GROUP BY 1, 2, 3",
    ]

    def read() -> None:
        for statement in statements:
            cursor.execute(statement).fetchall()

    return read
