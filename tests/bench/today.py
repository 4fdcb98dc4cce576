"""The worklist of a day in a large branch with a long backlog, and two hundred of its lines marked done.

In processor time of the thread, since by the clock a busy machine tells of the others.
"""

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

from sqlalchemy.orm import Session

from rmdesk.models import Role
from rmdesk.services import accounts, care, undoing
from rmdesk.services.actor import Actor
from rmdesk.services.care import Asked, Section
from rmdesk.services.vault import Vault, open_vault, unlock
from tests.bench.figures import Figure, Limit, in_turn
from tests.bench.grounds import ADMIN, PASSWORD, Grounds
from tests.bench.grown import grown, person

_MARKED = 200
_BACKLOG = 50_000  # of 100,000 customers
_RAW = "the statements that count it and find the first hundred, by the driver"
_RAW_WRITE = "as many rows inserted by the driver, BEGIN IMMEDIATE to COMMIT"


def run(grounds: Grounds) -> Iterable[Figure]:
    customers = 3000 if grounds.quick else 100_000
    with tempfile.TemporaryDirectory(prefix="rmdesk-bench-today-") as made:
        folder = Path(made) / "vault"
        shutil.copytree(grown(grounds, customers), folder)
        if hasattr(os, "sync"):
            os.sync()  # or the first write that is flushed would wait for the copy
        with closing(open_vault(unlock(folder, ADMIN, PASSWORD))) as vault:
            accounts.sign_in(vault)
            head, manager = person(vault, Role.BRANCH_HEAD), person(vault, Role.RELATIONSHIP_MANAGER)
            for whose, actor in (("the branch", head), ("a manager", manager)):
                vault.store.actor = actor
                samples, floor, late = _reading(vault, actor, grounds.rounds(40))
                name = f"today of {whose}, {customers:,} customers, {late:,} late"
                yield Figure(name, "ms", samples, floor, _RAW, Limit(50))
            vault.store.actor = manager
            marked, floor = _marking(vault, grounds.rounds(10))
            yield Figure(f"marking {_MARKED} done", "ms", marked, floor, _RAW_WRITE, Limit(300))
            vault.store.actor = head
            _call_late(vault, _BACKLOG * customers // 100_000)
            samples, floor, late = _reading(vault, head, grounds.rounds(40))
            name = f"today of the branch with a backlog, {customers:,} customers, {late:,} late"
            yield Figure(name, "ms", samples, floor, _RAW, Limit(50))


def _reading(vault: Vault, actor: Actor, rounds: int) -> tuple[tuple[float, ...], tuple[float, ...], int]:
    today = date.today()
    asked = Asked(today, today, today)
    with vault.store.read(for_window=True) as session:
        worklist = care.load_worklist(session, asked)
        for_all = Role.BRANCH_HEAD in actor.roles
        statements = list(_floor(actor, for_all=for_all))

        def read() -> None:
            care.load_worklist(session, asked)

        def raw() -> None:
            cursor = _cursor(session)
            for statement, values in statements:
                cursor.execute(statement, values).fetchall()

        raw()
        samples, floor = in_turn(rounds, lambda: _timed(read), lambda: _timed(raw))
    return samples, floor, worklist.overdue_count


def _call_late(vault: Vault, wanted: int) -> None:
    """Have so many calls late, each due on some day of two years, whatever the branch's intervals say."""
    late = "is_lost = 0 AND call_due_on IS NOT NULL"
    with vault.store.write() as session:
        cursor = _cursor(session)
        ((present,),) = cursor.execute(f"SELECT count(*) FROM customer_fact WHERE {late}").fetchall()
        cursor.execute(
            "UPDATE customer_fact SET call_due_on = date(?, '-' || (customer_id * 7 % 730 + 4) || ' days')"
            " WHERE customer_id IN (SELECT customer_id FROM customer_fact WHERE is_lost = 0"
            " AND call_due_on IS NULL ORDER BY customer_id * 31 % 997 LIMIT ?)",
            (date.today().isoformat(), max(0, wanted - present)),
        )


def _cursor(session: Session) -> Any:
    return session.connection().connection.cursor()


def _floor(actor: Actor, *, for_all: bool) -> Iterable[tuple[str, dict[str, Any]]]:
    """What is late, counted and the best of it; what is due; birthdays of eight days."""
    today = date.today()
    values = {"me": actor.staff_id, "day": today.isoformat()}
    mine = "" if for_all else " AND (owner_id = :me OR stand_in_id = :me)"
    for column in ("call_due_on", "meeting_due_on", "leaders_due_on"):
        late = f"FROM customer_fact WHERE {column} <= :day AND is_lost = 0{mine}"
        yield f"SELECT count(*) {late}", values
        yield f"SELECT customer_id, aum_fen {late} ORDER BY aum_fen DESC LIMIT 100", values
    for table in ("commitment", "follow_up", "appointment"):
        due = (
            f"FROM {table} AS one JOIN customer_fact AS fact USING (customer_id)"
            f" WHERE one.state = 'open' AND one.due_on <= :day AND is_lost = 0{mine}"
        )
        yield f"SELECT one.customer_id, one.due_on, aum_fen {due} ORDER BY aum_fen DESC", values
    days = [today + timedelta(days=ahead) for ahead in range(-3, 8)]
    keys = ", ".join(str(day.month * 100 + day.day) for day in days)
    yield f"SELECT customer_id, aum_fen FROM customer_fact WHERE birth_key IN ({keys}){mine}", values
    yield (
        "SELECT one.customer_id, one.amount_fen, aum_fen FROM holding AS one"
        " JOIN customer_fact AS fact USING (customer_id)"
        f" WHERE one.matures_on BETWEEN date(:day, '-30 days') AND date(:day, '30 days'){mine}",
        values,
    )


def _marking(vault: Vault, rounds: int) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Each time the first two hundred of the backlog, taken back before the next."""
    today = date.today()
    with vault.store.read(for_window=True) as session:
        found = care.load_worklist(session, Asked(today, today, today), few=_MARKED)
        parts = {part.section: part for part in found.parts}
        keys = [line.key for line in parts[Section.OVERDUE].lines][:_MARKED]

    def mark() -> float:
        begun = time.thread_time()
        with vault.store.write() as session:
            care.mark_done(session, keys, today=today)
        taken = (time.thread_time() - begun) * 1000
        with vault.store.write() as session:
            undoing.undo(session, vault.store.head().number)
        return taken

    def raw() -> float:
        rows = [
            (f"{number:032x}", key.customer_id, key.rule, key.subject, key.due_on.isoformat())
            for number, key in enumerate(keys)
        ]
        begun = time.thread_time()
        with vault.store.write() as session:
            cursor = _cursor(session)
            cursor.executemany(
                "INSERT INTO touchpoint_act (uid, version, origin_id, customer_id, rule, subject, due_on,"
                " state, staff_id, acted_on) VALUES (?, 1, 1, ?, ?, ?, ?, 'done', 1, '2026-01-01')",
                rows,
            )
        taken = (time.thread_time() - begun) * 1000
        with vault.store.write() as session:
            _cursor(session).execute("DELETE FROM touchpoint_act WHERE acted_on = '2026-01-01'")
        return taken

    return in_turn(rounds, mark, raw)


def _timed(work: Callable[[], object]) -> float:
    begun = time.thread_time()
    work()
    return (time.thread_time() - begun) * 1000
