"""Verifying the audit trail: linear in its length, and that of a branch with a million records."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterable
from contextlib import closing

from sqlalchemy import func, select

from rmdesk.models import ChangeRecord, Staff, StaffNotice
from rmdesk.models.base import utc_now
from rmdesk.services import accounts, bulk, changes
from rmdesk.services.changes import codec
from rmdesk.services.changes.commitments import keyed
from rmdesk.services.store.connection import CACHE, Connector
from rmdesk.services.vault import Vault, open_vault, unlock
from tests.bench import branches
from tests.bench.figures import Figure, Limit, in_turn
from tests.bench.grounds import ADMIN, PASSWORD, Grounds

_SET = 100  # records of one change set
_CUSTOMERS = 38_500  # a million records
_RAW = "reading the same rows and records once, one HMAC each"


def run(grounds: Grounds) -> Iterable[Figure]:
    sizes = (1_000, 10_000) if grounds.quick else (10_000, 100_000)
    with closing(open_vault(grounds.copy_of_vault("verified"))) as vault:
        accounts.sign_in(vault)
        filled = 0
        for size in sizes:
            _fill(vault, size - filled)
            filled = size
            samples, floor = in_turn(grounds.rounds(3), lambda: _verify(vault), lambda: _raw(vault))
            yield Figure(f"verifying {size:,} change records", "s", samples, floor, _RAW)
    yield _of_a_branch(grounds)


def _of_a_branch(grounds: Grounds) -> Figure:
    """The records of customers, holdings, figures and contacts, of which 25 or so belong to each customer."""
    folder = grounds.folder / "branch"
    shutil.copytree(branches.filling(grounds, 1_000 if grounds.quick else _CUSTOMERS)[0], folder)
    with closing(open_vault(unlock(folder, ADMIN, PASSWORD))) as vault:
        accounts.sign_in(vault)
        with vault.store.read() as session:
            records = session.scalar(select(func.count()).select_from(ChangeRecord)) or 0
        samples, floor = in_turn(grounds.rounds(3), lambda: _verify(vault), lambda: _raw(vault))
        limit = Limit(10 * max(1.0, records / 1_000_000))
        return Figure(f"verifying a branch of {records:,} records", "s", samples, floor, _RAW, limit)


def _fill(vault: Vault, size: int) -> None:
    with vault.store.read() as session:
        person = session.scalar(select(Staff.id))
    notice = {"staff_id": person, "code": "vault.recovered", "by_id": person, "raised_at": utc_now()}
    for _ in range(size // _SET):
        with vault.store.write() as session:
            bulk.insert(session, StaffNotice, [dict(notice) for _ in range(_SET)])
            changes.describe(session, "bench.filled")


def _verify(vault: Vault) -> float:
    begun = time.perf_counter()
    with vault.store.read() as session:
        verdict = changes.verify(session, vault.keys.audit)
    taken = time.perf_counter() - begun
    if not verdict.sound:
        raise RuntimeError(f"the trail is not sound: {verdict.problems[:3]}")
    return taken


def _raw(vault: Vault) -> float:
    begun = time.perf_counter()
    seal = keyed(vault.keys.audit)
    with closing(Connector(vault.store.path, vault.keys.database).open(cache=CACHE)) as connection:
        for table in ("change_set", "change_record", *codec.business_tables()):
            for row in connection.execute(f"SELECT * FROM {table}"):
                seal(repr(row).encode())
    return time.perf_counter() - begun
