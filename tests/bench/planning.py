"""Action plans: a month's contacts made for 2,000 customers, and the progress of a plan with 20,000.

In processor time of the thread, since by the clock a busy machine tells of the others.
"""

from __future__ import annotations

import calendar
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

from rmdesk.models import CustomerFact, Plan, PlanItem, PlanNode
from rmdesk.services import accounts, bulk, changes, plans, undoing
from rmdesk.services.actor import Actor
from rmdesk.services.vault import Vault, open_vault, unlock
from tests.bench.figures import Figure, Limit
from tests.bench.grounds import ADMIN, PASSWORD, Grounds
from tests.bench.grown import OWN, grown

_MANY = 20_000
_INSERTED = "the same rows by the driver, without records or spreading"
_COUNTED = "one statement of the driver that groups the same rows"
_NODES = 5


def run(grounds: Grounds) -> Iterable[Figure]:
    customers = 3000 if grounds.quick else 100_000
    many = 2000 if grounds.quick else _MANY
    with tempfile.TemporaryDirectory(prefix="rmdesk-bench-planning-") as made:
        folder = Path(made) / "vault"
        shutil.copytree(grown(grounds, customers), folder)
        if hasattr(os, "sync"):
            os.sync()
        with closing(open_vault(unlock(folder, ADMIN, PASSWORD))) as vault:
            accounts.sign_in(vault)
            vault.store.actor = _manager(vault)
            yield from _generated(vault, grounds.rounds(5))
            yield from _followed(vault, many, grounds.rounds(15))


def _manager(vault: Vault) -> Actor:
    """Whoever has about 2,000 customers."""
    from sqlalchemy import func

    from rmdesk.models import Staff

    counted = func.count()
    with vault.store.read() as session:
        found = session.execute(
            select(CustomerFact.owner_id, counted)
            .where(CustomerFact.owner_id.is_not(None))
            .group_by(CustomerFact.owner_id)
            .order_by(func.abs(counted - OWN))
        ).first()
        assert found is not None
        return Actor.of(session.get_one(Staff, found[0]))


def _next_month() -> tuple[date, date]:
    today = date.today()
    first = (today.replace(day=28) + timedelta(days=4)).replace(day=1)
    return first, first.replace(day=calendar.monthrange(first.year, first.month)[1])


def _generated(vault: Vault, rounds: int) -> Iterable[Figure]:
    first, last = _next_month()
    with vault.store.write() as session:
        given = {"name": "下月维护", "first_on": first, "last_on": last, "minutes_a_day": 600}
        plan = plans.add_plan(session, given)
        plans.add_node(session, plan.uid, {"name": "全部", "times": 1, "minutes": 5})
        uid = plan.uid
    made, proposed, undone, floors = [], [], [], []
    placed = 0
    for _ in range(rounds):
        with vault.store.read() as session:
            begun = time.thread_time()
            plans.propose_items(session, uid)
            proposed.append((time.thread_time() - begun) * 1000)
        with vault.store.write() as session:
            version = session.scalars(select(Plan.version).where(Plan.uid == uid)).one()
            begun = time.thread_time()
            placed = len(plans.generate_items(session, uid, version=version).placed)
        made.append((time.thread_time() - begun) * 1000)
        floors.append(_insert_bare(vault, placed))
        with vault.store.read() as session:
            [number] = changes.find_numbers(session)[:1]
        with vault.store.write() as session:
            begun = time.thread_time()
            undoing.undo(session, number)
        undone.append((time.thread_time() - begun) * 1000)
    title = f"a month's contacts made for {OWN:,} customers: {placed:,} placed"
    yield Figure(title, "ms", tuple(made), tuple(floors), _INSERTED, Limit(1000))
    yield Figure("the same proposed, nothing kept", "ms", tuple(proposed))
    yield Figure("the same taken back", "ms", tuple(undone), tuple(floors), _INSERTED)


def _insert_bare(vault: Vault, count: int) -> float:
    """Processor time of inserting as many rows and rolling back, in ms."""
    with vault.store.read() as session:
        row = session.connection().exec_driver_sql("SELECT * FROM plan_item LIMIT 1")
        names, first = list(row.keys()), row.one()
    values = dict(zip(names, first, strict=True))
    statement = f"INSERT INTO plan_item ({', '.join(names)}) VALUES ({', '.join(':' + one for one in names)})"
    rows = [values | {"id": 10_000_000 + one, "uid": f"{one:032x}"} for one in range(count)]
    taken = 0.0
    try:
        with vault.store.write() as session:
            cursor: Any = session.connection().connection.cursor()
            begun = time.thread_time()
            cursor.executemany(statement, rows)
            taken = (time.thread_time() - begun) * 1000
            raise _RolledBack
    except _RolledBack:
        return taken


class _RolledBack(Exception):
    pass


def _followed(vault: Vault, many: int, rounds: int) -> Iterable[Figure]:
    with vault.store.write() as session:
        uid, plan_id = _large(session, vault, many)
    found: list[float] = []
    floors: list[float] = []
    for _ in range(rounds):
        with vault.store.read(for_window=True) as session:
            cursor: Any = session.connection().connection.cursor()
            found.append(_timed(lambda session=session: plans.load_progress(session, uid)))
            floors.append(
                _timed(
                    lambda cursor=cursor: cursor.execute(
                        "SELECT node_id, state, due_on, moved_to, settled_on, count(*) FROM plan_item"
                        " WHERE plan_id = ? GROUP BY 1, 2, 3, 4, 5",
                        (plan_id,),
                    ).fetchall()
                )
            )
    title = f"progress of a plan with {many:,} contacts"
    yield Figure(title, "ms", tuple(found), tuple(floors), _COUNTED, Limit(50))


def _large(session: Session, vault: Vault, many: int) -> tuple[str, int]:
    """A plan of a year, agreed, two thirds of it done."""
    today = date.today()
    first = today - timedelta(days=240)
    given = {"name": "全年维护", "first_on": first, "last_on": first + timedelta(days=364)}
    plan = plans.add_plan(session, given)
    nodes = [plans.add_node(session, plan.uid, {"name": f"子计划 {one}"}) for one in range(_NODES)]
    owner = vault.store.actor
    assert owner is not None
    mine = select(CustomerFact.customer_id).where(CustomerFact.owner_id == owner.staff_id)
    people = session.scalars(mine).all()
    contacts = session.connection().exec_driver_sql("SELECT id FROM interaction LIMIT 20000").scalars().all()

    def row(number: int) -> dict[str, Any]:
        day = first + timedelta(days=number * 365 // many)
        done = day <= today and number % 10
        return {
            "plan_id": plan.id,
            "node_id": nodes[number % _NODES].id,
            "customer_id": people[number % len(people)],
            "slot_on": day,
            "due_on": day,
            "channel": "call",
            "minutes": 10,
            "state": "done" if done else "open",
            "settled_on": day + timedelta(days=number % 4) if done else None,
            "interaction_id": contacts[number % len(contacts)] if done else None,
        }

    bulk.insert(session, PlanItem, map(row, range(many)))
    assert session.get(PlanNode, nodes[0].id) is not None
    return plan.uid, plan.id


def _timed(work: Callable[[], object]) -> float:
    begun = time.thread_time()
    work()
    return (time.thread_time() - begun) * 1000
