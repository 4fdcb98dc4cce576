"""The supervisor's overview with twenty managers: all figures, the goals in force, what is late of everybody;
then what is late of each, which the window asks for one after the other; and the goals of each period.

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
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from rmdesk.models import Staff
from rmdesk.services import accounts, goals, overview
from rmdesk.services.actor import Actor
from rmdesk.services.vault import Vault, open_vault, unlock
from tests.bench.figures import Figure, Limit
from tests.bench.grounds import ADMIN, PASSWORD, Grounds
from tests.bench.grown import grown

_MANAGERS = 20
_WALKED = "one statement of the driver that groups the facts by manager"


def run(grounds: Grounds) -> Iterable[Figure]:
    customers = 3000 if grounds.quick else 100_000
    with tempfile.TemporaryDirectory(prefix="rmdesk-bench-home-") as made:
        folder = Path(made) / "vault"
        shutil.copytree(grown(grounds, customers), folder)
        if hasattr(os, "sync"):
            os.sync()
        with closing(open_vault(unlock(folder, ADMIN, PASSWORD))) as vault:
            accounts.sign_in(vault)
            _spread(vault)
            with vault.store.read() as session:
                people = session.scalars(select(Staff).order_by(Staff.id)).all()
                vault.store.actor = Actor.of(next(one for one in people if "supervisor" in one.role_set))
            yield from _measured(vault, grounds.rounds(11))


def _spread(vault: Vault) -> None:
    """Give the customers to twenty managers: the bench's own copy, so without records."""
    with vault.store.write() as session:
        found = session.connection().exec_driver_sql("SELECT * FROM staff WHERE id = 2")
        names, row = list(found.keys()), found.one()
        some = dict(zip(names, row, strict=True))
        there = session.scalars(select(Staff.id)).all()
        ids = list(there)
        for number in range(len(ids), _MANAGERS):
            id = max(ids) + 1
            ids.append(id)
            made = some | {"id": id, "uid": f"{id:032x}", "name": f"{some['name']} {number}"}
            columns = ", ".join(names)
            values = ", ".join(f":{one}" for one in names)
            session.connection().execute(text(f"INSERT INTO staff ({columns}) VALUES ({values})"), made)
        for table, key in (("customer", "id"), ("customer_fact", "customer_id")):
            session.connection().execute(
                text(f"UPDATE {table} SET owner_id = :first + {key} % :many, stand_in_id = NULL"),
                {"first": ids[0], "many": _MANAGERS},
            )


def _measured(vault: Vault, rounds: int) -> Iterable[Figure]:
    today = date.today()
    with vault.store.read() as session:
        people = overview.load(session, today).managers
        periods = {one.name: one.uid for one in goals.list_goals(session) if one.first <= today <= one.last}
        assert periods
        assert all(sheet.targets for sheet in overview.load_goals(session, today))

    def home(session: Session) -> None:
        overview.load(session, today)
        overview.load_goals(session, today)
        overview.count_late(session, None, today)

    def floor(session: Session) -> None:
        _floor(session, today)

    taken, floors = _timed(vault, rounds, home, floor)
    title = f"the overview of {len(people)} managers, with the goals in force and what is late of all"
    yield Figure(title, "ms", taken, floors, _WALKED, Limit(150))
    taken, floors = _timed(vault, rounds, lambda session: overview.load(session, today), floor)
    yield Figure("of it the figures of all managers", "ms", taken, floors, _WALKED)
    reached, _ = _timed(vault, rounds, lambda session: overview.load_goals(session, today))
    yield Figure("of it the goals in force", "ms", reached)
    late, _ = _timed(vault, rounds, lambda session: overview.count_late(session, None, today))
    yield Figure("of it what is late of all", "ms", late)

    def each(session: Session) -> None:
        for one in people:
            overview.count_late(session, one.staff_id, today)

    late, _ = _timed(vault, max(3, rounds // 3), each)
    yield Figure(f"what is late of each of {len(people)} managers, read after it", "ms", late)
    for name, uid in periods.items():
        reached, _ = _timed(vault, rounds, partial(goals.load_goal, uid=uid, today=today))
        yield Figure(f"the goal {name} with all it counts", "ms", reached)


def _timed(
    vault: Vault,
    rounds: int,
    work: Callable[[Session], object],
    floor: Callable[[Session], object] | None = None,
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    taken, floors = [], []
    for _ in range(rounds):
        for kept, one in ((taken, work), (floors, floor)):
            if one is not None:
                with vault.store.read() as session:
                    begun = time.thread_time()
                    one(session)
                    kept.append((time.thread_time() - begun) * 1000)
    return tuple(taken), tuple(floors)


def _floor(session: Session, today: date) -> Any:
    since = (today - timedelta(days=overview.DAYS)).isoformat()
    return (
        session.connection()
        .exec_driver_sql(
            "SELECT owner_id, count(*), sum(last_contact_on IS NULL OR last_contact_on <= ?)"
            " FROM customer_fact WHERE is_lost = 0 GROUP BY owner_id",
            (since,),
        )
        .fetchall()
    )
