"""Salvaging a damaged database: its readable rows become an encrypted copy among the backups.

Nothing is written to what is damaged. The copy opens like a backup: it can be looked into beside the vault,
single customers brought back from it, or all of it; who may do so is asked as ever. What the pages that are
gone held is missing in it, in the audit trail too, whose verification says where.
"""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select

from rmdesk.models import ChangeSet
from rmdesk.services import backups, changes, facts, search
from rmdesk.services.backups import Backup
from rmdesk.services.changes.commitments import genesis
from rmdesk.services.progress import Progress
from rmdesk.services.salvage import comparing
from rmdesk.services.store import create_store, faults, open_store
from rmdesk.services.store.connection import Connector
from rmdesk.services.store.salvage.building import Build, TableRead
from rmdesk.services.store.salvage.mending import Owner
from rmdesk.services.store.salvage.reading import opened, read_schema
from rmdesk.services.vault import KeyFile, Keys, Unlocked, VaultFolder
from rmdesk.services.vault.process_lock import ProcessLock


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What was salvaged: the copy, what was read of each table, and what of it the newest backup lacks.

    `unplaced` rows stood on pages that could be of several tables; `detached` rows pointed to others that are
    gone, and no longer do; `dropped` could not be without them. `newest_at` is when the last readable change
    was made. `newer` counts, by table, rows that `backup` lacks or has in an older version.
    """

    copy: Backup
    source: Path
    pages: int
    damaged_pages: int
    tables: tuple[TableRead, ...]
    unplaced: int
    detached: int
    dropped: int
    newest_at: datetime | None
    backup: Backup | None
    newer: dict[str, int]

    @property
    def read(self) -> int:
        return sum(one.read for one in self.tables)

    @property
    def lost(self) -> int:
        """How many rows are known to be lost; more may be where a table has `lost` None."""
        return sum(one.lost or 0 for one in self.tables) + self.unplaced

    @property
    def of_customers(self) -> TableRead | None:
        return next((one for one in self.tables if one.name == "customer"), None)

    @property
    def is_complete(self) -> bool:
        """Whether nothing is missing in the copy: only pages were hurt from which no row is read."""
        return not self.unplaced and not self.dropped and all(one.lost == 0 for one in self.tables)


def salvage(
    folder: VaultFolder,
    keys: Keys,
    keyfile: KeyFile,
    source: Path | None = None,
    *,
    progress: Progress | None = None,
) -> Salvaged:
    """Read what can be read of a database of this vault: its own, or a damaged one that was kept at `source`.

    Slow. The caller sees to it that nobody writes to it meanwhile. `progress` counts pages. Raises Damaged
    `salvage.nothing` (no page of it can be read by this vault's keys), UserError `disk.…`; nothing is left
    then.
    """
    path = source or folder.database
    place = VaultFolder(folder.salvaging)
    known = backups.list_backups(folder.backups, keys, keyfile.vault)
    try:
        with _told(path):
            shutil.rmtree(place.root, ignore_errors=True)
            place.root.mkdir()
            place.keyfile.write_bytes(folder.keyfile.read_bytes())
        masters = [keys.database, *(one.database for one in keys.former)]
        others = [one.path for one in known] + [folder.database]
        with _told(path), faults.told(place.database), opened(path, masters, others) as (damaged, key):
            start = genesis(keys.audit, keyfile.vault)
            owner = Owner(keyfile.vault, keyfile.branch, keyfile.generation, start)
            work = Build(damaged, Connector(place.database, keys.database), owner, progress)
            if not damaged.has_whole_schema or damaged.revision is None:
                work.take_schema(_schemas(known, key, place, keys, keyfile))
            tables = work.build()
        newest_at = _finish(place, keys, keyfile, work)
        copy = backups.keep_salvaged(folder, keys, keyfile, Connector(place.database, keys.database))
        backup = next((one for one in known if one.is_verified and one.is_whole), None)
        newer = {} if backup is None else comparing.newer_rows(copy, backup)
        return Salvaged(
            copy,
            path,
            damaged.size,
            work.damaged_pages,
            tuple(tables),
            work.unplaced,
            work.mended.detached,
            work.mended.dropped,
            newest_at,
            backup,
            newer,
        )
    finally:
        shutil.rmtree(place.root, ignore_errors=True)


def salvage_closed(
    unlocked: Unlocked,
    source: Path | None = None,
    *,
    program: str = "window",
    progress: Progress | None = None,
) -> Salvaged:
    """The same of a vault that nobody has open, nor opens meanwhile. Raises UserError `vault.in_use` too.

    Whoever opened the key file may do it: nobody could be asked for a role, and nothing readable leaves.
    """
    lock = ProcessLock(unlocked.folder)
    lock.take(program)
    try:
        return salvage(unlocked.folder, unlocked.keys, unlocked.keyfile, source, progress=progress)
    finally:
        lock.release()


def _schemas(
    known: Sequence[Backup], key: bytes, place: VaultFolder, keys: Keys, keyfile: KeyFile
) -> list[tuple[int, list[Any]]]:
    """Schemas of sound databases: of backups under the same key, the newest first, then this program's."""
    found = [
        schema
        for one in known
        if one.is_verified and one.is_whole and one.keys.database == key
        if (schema := read_schema(Connector(one.path, key))) is not None
    ]
    empty = VaultFolder(place.root / "empty")
    empty.root.mkdir()
    store = create_store(
        empty, keys, vault_uid=keyfile.vault, branch=keyfile.branch, key_generation=keyfile.generation
    )
    store.checkpoint()
    store.close()
    own = read_schema(Connector(empty.database, keys.database))
    if own is not None:
        # Where its tables begin says nothing of another file.
        found.append((own[0], [(kind, name, table, 0, sql) for kind, name, table, _root, sql in own[1]]))
    return found


def _finish(place: VaultFolder, keys: Keys, keyfile: KeyFile, work: Build) -> datetime | None:
    """Bring the copy to this version and make anew what follows from its rows; when it was changed last."""
    store = open_store(place, keys, vault_uid=keyfile.vault)
    with contextlib.closing(store):
        with store.read() as session:
            newest = session.scalar(select(ChangeSet.at).order_by(ChangeSet.number.desc()).limit(1))
        with store.write() as session:
            search.rebuild(session)
            facts.refresh(session)
            changes.note(
                session, "vault.salvaged", pages=work.damaged_pages, rows=work.mended.dropped + work.unplaced
            )
        store.checkpoint()
    shutil.rmtree(place.backups, ignore_errors=True)  # the copy before bringing it to this version
    return newest


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise faults.file_error(error, path) from error
