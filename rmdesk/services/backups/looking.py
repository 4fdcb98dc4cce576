"""A backup opened to be read beside the vault: nothing is written to it, and nothing beside it."""

from __future__ import annotations

import contextlib
import dataclasses
import functools
import shutil
from collections.abc import Iterator

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from rmdesk.models import Staff
from rmdesk.models.migrations import CURRENT
from rmdesk.services.actor import Actor
from rmdesk.services.backups.listing import Backup
from rmdesk.services.errors import Damaged
from rmdesk.services.store import faults, integrity, open_store
from rmdesk.services.store.connection import CACHE, Connector, make_engine
from rmdesk.services.vault import VaultFolder

_NOBODY = -1  # the id, in a backup, of a person who was added after it
_AT_ONCE = 3  # the window and the threads that find and compare


class Look:
    """An open backup. `read` gives sessions of whoever looks, on any thread; `close` lets its file go."""

    def __init__(
        self, backup: Backup, folder: VaultFolder, engine: Engine, actor: Actor, place: VaultFolder | None
    ) -> None:
        self.backup, self.folder = backup, folder
        self._engine, self._actor, self._place = engine, actor, place

    @contextlib.contextmanager
    def read(self) -> Iterator[Session]:
        """What stood there then, by the roles of today. Raises Damaged `db.damaged`, UserError `disk.io`."""
        with faults.told(self.backup.path, writing=False):
            with Session(self._engine, autoflush=False, expire_on_commit=False) as session:
                session.info["actor"] = self._actor
                yield session

    def close(self) -> None:
        """May be called twice."""
        self._engine.dispose()
        if self._place is not None:
            shutil.rmtree(self._place.root, ignore_errors=True)


def look_into(folder: VaultFolder, vault_uid: str, backup: Backup, actor: Actor) -> Look:
    """Open a backup of a vault for whoever looks. Slow if an older version made it: a copy is migrated then.

    Who may see which customers is asked as in the vault. Raises Damaged `backup.damaged`,
    `backup.other_vault`, UserError `db.newer`, `disk.…`.
    """
    connector = Connector(backup.path, backup.keys.database)
    name = backup.name.text
    with faults.told(backup.path, writing=False):
        try:
            with contextlib.closing(connector.open(mode="ro", immutable=True, query_only=True)) as connection:
                revision = integrity.read_revision(connection)
                state = integrity.read_state(connection)
        except TypeError as error:  # the vault's own row is not there
            raise Damaged("backup.damaged", name=name) from error
    if state.vault_uid != vault_uid:
        raise Damaged("backup.other_vault", name=name)
    place = None
    if revision != CURRENT.newest:
        place = _brought_up_to_date(folder, vault_uid, backup)
        connector = connector.at(place.database)
    reading = functools.partial(
        connector.open, mode="ro", immutable=True, query_only=True, foreign_keys=False, cache=CACHE
    )
    engine = make_engine(reading, "BEGIN", connections=_AT_ONCE)
    look = Look(backup, folder, engine, actor, place)
    try:
        with look.read() as session:
            there = session.scalar(select(Staff.id).where(Staff.uid == actor.staff_uid))
    except BaseException:
        look.close()
        raise
    look._actor = dataclasses.replace(actor, staff_id=_NOBODY if there is None else there)
    return look


def _brought_up_to_date(folder: VaultFolder, vault_uid: str, backup: Backup) -> VaultFolder:
    """A copy of the backup in a place of its own, as this version keeps a vault."""
    place = VaultFolder(folder.looking)
    try:
        with faults.told(backup.path):
            try:
                shutil.rmtree(place.root, ignore_errors=True)
                place.root.mkdir()
                shutil.copyfile(backup.path, place.database)
                place.keyfile.write_bytes(folder.keyfile.read_bytes())
            except OSError as error:
                raise faults.file_error(error, place.database) from error
        with contextlib.closing(open_store(place, backup.keys, vault_uid=vault_uid)) as store:
            store.checkpoint()
        shutil.rmtree(place.backups, ignore_errors=True)  # the copy before bringing it to this version
    except BaseException:
        shutil.rmtree(place.root, ignore_errors=True)
        raise
    return place
