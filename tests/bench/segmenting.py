"""Segments of five conditions over three groups in a large branch with years of contacts: counted, and listed.

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
from rmdesk.services import accounts, segments
from rmdesk.services.vault import open_vault, unlock
from tests.bench.figures import Figure, Limit, in_turn
from tests.bench.grounds import ADMIN, PASSWORD, Grounds
from tests.bench.grown import grown, person

_RAW = "one statement of the driver, written by hand"


def _of(name: str, op: str, value: Any) -> dict[str, Any]:
    return {"field": name, "op": op, "value": value}


_TOP = _of("tier", "at_least", "白金")
_SILENT = _of("last_contact", "not_within_last", 60)
_MATURING = _of("next_maturity", "within_next", 30)
_STRATEGY = _of("strategy", "one_of", ["intensive", "active"])
_CALLED = _of("contacts", "at_least", {"count": 2, "days": 365, "channels": ["call"]})
_TAGGED = _of("gender", "one_of", ["male"])

# Five conditions over three groups each: facts, columns of the customer and rows beside them.
SEGMENTS: dict[str, list[dict[str, Any]]] = {
    "of what is known of each": [_TOP, {"any": [_SILENT, _MATURING]}, {"none": [_STRATEGY, _TAGGED]}],
    "of contacts and holdings": [
        _TOP,
        {"any": [_CALLED, _of("holding", "holds", {"kinds": ["fund"], "amount": ["10万", None]})]},
        {"none": [_STRATEGY, _of("important_date", "within_next", {"days": 30})]},
    ],
}


def run(grounds: Grounds) -> Iterable[Figure]:
    customers = 3000 if grounds.quick else 100_000
    with tempfile.TemporaryDirectory(prefix="rmdesk-bench-segments-") as made:
        folder = Path(made) / "vault"
        shutil.copytree(grown(grounds, customers), folder)
        if hasattr(os, "sync"):
            os.sync()
        with closing(open_vault(unlock(folder, ADMIN, PASSWORD))) as vault:
            accounts.sign_in(vault)
            for whose, role in (("the branch", Role.BRANCH_HEAD), ("a manager", Role.RELATIONSHIP_MANAGER)):
                vault.store.actor = person(vault, role)
                for title, parts in SEGMENTS.items():
                    with vault.store.read(for_window=True) as session:
                        yield from _figures(session, f"{title}, {whose}", parts, grounds.rounds(15))


def _figures(session: Session, title: str, parts: list[dict[str, Any]], rounds: int) -> Iterable[Figure]:
    document = {"version": 1, "all": parts}
    expression = segments.read(session, document)
    cursor: Any = session.connection().connection.cursor()
    raw, values = _raw(session, document)
    counted = segments.count(session, expression)
    assert cursor.execute(raw, values).fetchone()[0] == counted

    def count() -> None:
        segments.count(session, segments.read(session, document))

    def floor() -> None:
        cursor.execute(raw, values).fetchone()

    samples, floors = in_turn(rounds, _timed(count), _timed(floor))
    yield Figure(f"segment counted {title} ({counted:,})", "ms", samples, floors, _RAW, Limit(80))
    samples, floors = in_turn(rounds, _timed(lambda: segments.sample(session, expression)), _timed(floor))
    yield Figure(f"segment with a sample {title}", "ms", samples, floors, _RAW)


def _timed(work: Callable[[], None]) -> Callable[[], float]:
    def taken() -> float:
        begun = time.thread_time()
        work()
        return (time.thread_time() - begun) * 1000

    return taken
