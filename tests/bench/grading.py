"""The stars that are called for in a large branch, and who moves between tiers, with years of contacts.

In processor time of the thread, since by the clock a busy machine tells of the others.
"""

from __future__ import annotations

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
from rmdesk.services import accounts, grades, tier_moves
from rmdesk.services.actor import acting
from rmdesk.services.vault import open_vault, unlock
from tests.bench.figures import Figure, in_turn
from tests.bench.grounds import ADMIN, PASSWORD, Grounds
from tests.bench.grown import grown, person

_RAW = "one statement of the driver that counts contacts, purchases and relations of each"


def run(grounds: Grounds) -> Iterable[Figure]:
    customers = 3000 if grounds.quick else 100_000
    with tempfile.TemporaryDirectory(prefix="rmdesk-bench-grades-") as made:
        folder = Path(made) / "vault"
        shutil.copytree(grown(grounds, customers), folder)
        with closing(open_vault(unlock(folder, ADMIN, PASSWORD))) as vault:
            accounts.sign_in(vault)
            for whose, role in (("the branch", Role.BRANCH_HEAD), ("a manager", Role.RELATIONSHIP_MANAGER)):
                vault.store.actor = person(vault, role)
                with vault.store.read() as session:
                    yield from _figures(session, whose, grounds.rounds(5))


def _figures(session: Session, whose: str, rounds: int) -> Iterable[Figure]:
    today = date.today()
    proposed = len(grades.propose(session, today))
    taken, floors = in_turn(
        rounds, _timed(lambda: grades.propose(session, today)), _timed(lambda: _raw(session, today))
    )
    yield Figure(f"stars called for, {whose}: {proposed:,} to confirm", "ms", taken, floors, _RAW)
    moves = len(tier_moves.load_moves(session, today))
    taken, _ = in_turn(rounds, _timed(lambda: tier_moves.load_moves(session, today)), _timed(lambda: None))
    yield Figure(f"moves between tiers, {whose}: {moves:,}", "ms", taken)


def _raw(session: Session, today: date) -> Any:
    me = acting(session)
    mine = "" if Role.BRANCH_HEAD in me.roles else " AND (owner_id = :me OR stand_in_id = :me)"
    values = {"today": today.isoformat(), "since": (today - timedelta(days=grades.DAYS)).isoformat()}
    cursor: Any = session.connection().connection.cursor()
    return cursor.execute(
        "SELECT customer_id, tier_id, aum_fen,"
        " (SELECT count(*) FROM interaction AS one WHERE one.customer_id = fact.customer_id"
        "  AND held_on > :since AND held_on <= :today AND result NOT IN ('no_answer', 'message_left')),"
        " (SELECT count(*) FROM holding AS one WHERE one.customer_id = fact.customer_id AND bank = ''"
        "  AND kind NOT IN ('loan', 'credit_card') AND starts_on > :since AND starts_on <= :today),"
        " (SELECT count(*) FROM relation AS one WHERE one.other_id = fact.customer_id),"
        " (SELECT count(*) FROM relation AS one WHERE one.customer_id = fact.customer_id)"
        f" FROM customer_fact AS fact WHERE is_lost = 0{mine} ORDER BY customer_id",
        {**values, "me": me.staff_id},
    ).fetchall()


def _timed(work: Callable[[], object]) -> Callable[[], float]:
    def taken() -> float:
        begun = time.thread_time()
        work()
        return (time.thread_time() - begun) * 1000

    return taken
