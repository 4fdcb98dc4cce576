"""A backup of a large vault: the copy and its verification, and verifying it again."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from rmdesk.services import accounts, backups
from rmdesk.services.backups import Backup
from rmdesk.services.store.connection import Connector
from rmdesk.services.vault import Vault, open_vault, unlock
from tests.bench.figures import Figure, Limit, in_turn
from tests.bench.grounds import ADMIN, PASSWORD, Grounds
from tests.bench.grown import grown

_COPY = "copying the file and flushing it"
_PAGES = "each page against its seal, by one statement of the driver"


def run(grounds: Grounds) -> Iterable[Figure]:
    customers = 10_000 if grounds.quick else 100_000
    folder = grounds.folder / "backed-up"
    shutil.copytree(grown(grounds, customers), folder)
    with closing(open_vault(unlock(folder, ADMIN, PASSWORD))) as vault:
        accounts.sign_in(vault)
        backups.make(vault)  # the first of the day also checks the structure
        made: list[Backup] = []
        part = grounds.folder / "raw.db"
        samples, floor = in_turn(
            grounds.rounds(5), lambda: _make(vault, made), lambda: _copy_raw(folder / "vault.db", part)
        )
        name = f"backup of {customers:,} customers, {(folder / 'vault.db').stat().st_size / 1e9:.1f} GB"
        yield Figure(name, "s", samples, floor, _COPY, Limit(3))
        samples, floor = in_turn(
            grounds.rounds(3), lambda: _verify(vault, made[-1]), lambda: _check_raw(vault, made[-1])
        )
        yield Figure("verifying it thoroughly, with its structure", "s", samples, floor, _PAGES, Limit(3))


def _make(vault: Vault, made: list[Backup]) -> float:
    begun = time.perf_counter()
    made.append(backups.make(vault).backup)
    taken = time.perf_counter() - begun
    for old in made[:-1]:
        for ending in (".db", ".facts", ".keys"):
            old.beside(ending).unlink(missing_ok=True)
    del made[:-1]
    return taken


def _copy_raw(source: Path, target: Path) -> float:
    begun = time.perf_counter()
    shutil.copyfile(source, target)
    with target.open("r+b") as stream:
        os.fsync(stream.fileno())
    taken = time.perf_counter() - begun
    target.unlink()
    return taken


def _verify(vault: Vault, backup: Backup) -> float:
    begun = time.perf_counter()
    problems = backups.verify(backup, vault.uid)
    taken = time.perf_counter() - begun
    if problems:
        raise RuntimeError(f"the backup is not sound: {problems[0].code}")
    return taken


def _check_raw(vault: Vault, backup: Backup) -> float:
    connector = Connector(backup.path, vault.keys.database)
    with closing(connector.open(mode="ro", immutable=True, query_only=True)) as connection:
        begun = time.perf_counter()
        connection.execute("PRAGMA cipher_integrity_check").fetchall()
        return time.perf_counter() - begun
