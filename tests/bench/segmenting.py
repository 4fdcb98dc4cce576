"""Segments of five conditions over three groups in a large branch with years of contacts.

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
from rmdesk.services.actor import acting
from rmdesk.services.archive import load_customers
from rmdesk.services.vault import open_vault, unlock
from tests.bench.figures import Figure, Limit, in_turn
from tests.bench.grounds import ADMIN, PASSWORD, Grounds
from tests.bench.grown import grown, person

_RAW = "one statement of the driver, written by hand"


def _of(name: str, op: str, value: Any) -> dict[str, Any]:
    return {"field": name, "op": op, "value": value}


_TOP = _of("tier", "at_least", "金卡")
_SILENT = _of("last_contact", "not_within_last", 60)
_MATURING = _of("next_maturity", "within_next", 30)
_STRATEGY = _of("strategy", "one_of", ["intensive"])
_CALLED = _of("contacts", "at_least", {"count": 2, "days": 365, "channels": ["call"]})
_FUND = _of("holding", "holds", {"kinds": ["fund"], "amount": ["10万", None]})
_MALE = _of("gender", "one_of", ["male"])

_RAW_WHERE = {
    "of what is known of each": (
        "tier_id IN (SELECT id FROM tier WHERE rank >= 2)"
        " AND (last_contact_on < :silent OR last_contact_on IS NULL"
        " OR next_maturity_on BETWEEN :today AND :soon)"
        " AND coalesce(gender, '') <> 'male' AND customer_id NOT IN"
        " (SELECT id FROM customer WHERE strategy = 'intensive')"
    ),
    "of contacts and holdings": (
        "tier_id IN (SELECT id FROM tier WHERE rank >= 2)"
        " AND customer_id NOT IN (SELECT id FROM customer WHERE strategy = 'intensive')"
        " AND (aum_change_fen > 0 OR (SELECT count(*) FROM interaction AS one"
        " WHERE one.customer_id = fact.customer_id AND held_on BETWEEN :year AND :today"
        " AND result NOT IN ('no_answer', 'message_left') AND channel = 'call') >= 2"
        " OR (SELECT sum(amount_fen * count) FROM holding AS one WHERE one.customer_id = fact.customer_id"
        " AND closed_on IS NULL AND kind = 'fund' AND currency = 'CNY') >= 10000000)"
    ),
}

# Five conditions over three groups each: facts, columns of the customer and rows beside them.
SEGMENTS: dict[str, list[dict[str, Any]]] = {
    "of what is known of each": [_TOP, {"any": [_SILENT, _MATURING]}, {"none": [_STRATEGY, _MALE]}],
    "of contacts and holdings": [
        _TOP,
        {"any": [_of("aum_change", "at_least", "0.01"), _CALLED, _FUND]},
        {"none": [_STRATEGY]},
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
                        yield from _figures(session, title, whose, parts, grounds.rounds(15))


def _figures(
    session: Session, title: str, whose: str, parts: list[dict[str, Any]], rounds: int
) -> Iterable[Figure]:
    document = {"version": 1, "all": parts}
    expression = segments.read(session, document)
    cursor: Any = session.connection().connection.cursor()
    raw, values = _raw(session, title)
    counted = segments.count(session, expression)
    assert cursor.execute(raw, values).fetchone()[0] == counted

    def count() -> None:
        segments.count(session, segments.read(session, document))

    def floor() -> None:
        cursor.execute(raw, values).fetchone()

    def sample() -> None:
        load_customers(session, segments.find_members(session, expression)[:10])

    samples, floors = in_turn(rounds, _timed(count), _timed(floor))
    yield Figure(f"segment counted {title}, {whose}: {counted:,}", "ms", samples, floors, _RAW, Limit(80))
    samples, floors = in_turn(rounds, _timed(sample), _timed(floor))
    yield Figure(f"segment with a sample {title}, {whose}", "ms", samples, floors, _RAW)


def _raw(session: Session, title: str) -> tuple[str, dict[str, Any]]:
    today, me = date.today(), acting(session)
    mine = "" if Role.BRANCH_HEAD in me.roles else " AND (owner_id = :me OR stand_in_id = :me)"
    days = {"today": 0, "soon": 30, "silent": -60, "year": -365}
    values = {name: (today + timedelta(days=ahead)).isoformat() for name, ahead in days.items()}
    return (
        "SELECT count(*) FROM customer_fact AS fact WHERE customer_id NOT IN"
        f" (SELECT id FROM customer WHERE deleted_at IS NOT NULL) AND {_RAW_WHERE[title]}{mine}",
        {**values, "me": me.staff_id},
    )


def _timed(work: Callable[[], None]) -> Callable[[], float]:
    def taken() -> float:
        begun = time.thread_time()
        work()
        return (time.thread_time() - begun) * 1000

    return taken
