"""Verifying the audit trail: linear in its length (for information; it runs as a background job)."""

from __future__ import annotations

import hmac
import time
from collections.abc import Iterable
from contextlib import closing

from sqlalchemy import select

from rmdesk.models import Staff, StaffNotice
from rmdesk.models.base import utc_now
from rmdesk.services import accounts, bulk, changes
from rmdesk.services.store.connection import CACHE, Connector
from rmdesk.services.vault import Vault, open_vault
from tests.bench.figures import Figure, in_turn
from tests.bench.grounds import Grounds

_SET = 100  # records of one change set
_RAW = "reading the same rows, one HMAC each"


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
    with closing(Connector(vault.store.path, vault.keys.database).open(cache=CACHE)) as connection:
        for table in ("change_set", "change_record", "staff_notice"):
            for row in connection.execute(f"SELECT * FROM {table}"):
                hmac.digest(vault.keys.audit, repr(row).encode(), "sha256")
    return time.perf_counter() - begun
