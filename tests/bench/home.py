"""The supervisor's overview with twenty managers: all figures, what is late of one, the goals in force.

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

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from rmdesk.models import Staff
from rmdesk.services import accounts, overview
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
        count = len(overview.load(session, today).managers)
        one = overview.load(session, today).managers[-1].staff_id
    taken, floors = _timed(
        vault, rounds, lambda session: overview.load(session, today), lambda session: _floor(session, today)
    )
    title = f"the overview of {count} managers, all their figures"
    yield Figure(title, "ms", taken, floors, _WALKED, Limit(150))
    late, _ = _timed(vault, rounds, lambda session: overview.count_late(session, one, today))
    yield Figure("what is late of one manager, read after it", "ms", late)
    reached, _ = _timed(vault, rounds, lambda session: overview.load_goals(session, today))
    yield Figure("the goals in force, read after it", "ms", reached)


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
