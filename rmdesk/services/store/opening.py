"""Making the database of a new vault, and opening an existing one only if it is what it should be."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlcipher3 import dbapi2

from rmdesk.models import Origin, VaultState
from rmdesk.models.base import utc_now
from rmdesk.models.migrations import CURRENT, Chain
from rmdesk.services.changes.commitments import genesis
from rmdesk.services.changes.record import Recorder
from rmdesk.services.errors import Damaged, UserError
from rmdesk.services.store import faults, integrity, journal
from rmdesk.services.store.connection import APPLICATION_ID, PLAIN_HEADER, Connector
from rmdesk.services.store.lanes import CommitHook, Store

if TYPE_CHECKING:
    from rmdesk.services.vault.folder import VaultFolder
    from rmdesk.services.vault.keys import Keys

_SMALLEST = 512  # bytes; SQLite takes a shorter file for a new, empty database


def create_store(
    folder: VaultFolder,
    keys: Keys,
    *,
    vault_uid: str,
    branch: str,
    key_generation: int,
    commit_hook: CommitHook | None = None,
    chain: Chain = CURRENT,
) -> Store:
    """Make the database of a new vault, with no person in it yet.

    Raises UserError `db.exists`, `disk.full`, `disk.read_only`, `disk.io`; no file is left then.
    """
    path = folder.database
    if path.exists() or journal.path_beside(path).exists():
        raise UserError("db.exists", path=str(path))
    connector = Connector(path, keys.database)
    try:
        with faults.told(path):
            _build(connector, keys, vault_uid, branch, key_generation, chain)
        with open(path, "rb") as stream:
            if stream.read(len(PLAIN_HEADER)) == PLAIN_HEADER:
                raise RuntimeError("the database that was made is not encrypted")
    except BaseException:
        for left in (path, journal.path_beside(path), path.with_name(path.name + "-shm")):
            left.unlink(missing_ok=True)
        raise
    return Store(connector, keys.audit, commit_hook)


def _build(
    connector: Connector, keys: Keys, vault_uid: str, branch: str, key_generation: int, chain: Chain
) -> None:
    from rmdesk.services.store import migrating

    with contextlib.closing(connector.open(mode="rwc")) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    start = genesis(keys.audit, vault_uid)
    with migrating.schema_session(connector, Recorder(keys.audit, None)) as session:
        migrating.upgrade(session, chain)
        session.add(Origin(id=1, uid=vault_uid, name=branch))
        session.add(
            VaultState(
                id=1,
                vault_uid=vault_uid,
                created_at=utc_now(),
                key_generation=key_generation,
                head_number=start.number,
                head_digest=start.digest,
            )
        )


def open_store(
    folder: VaultFolder,
    keys: Keys,
    *,
    vault_uid: str,
    commit_hook: CommitHook | None = None,
    chain: Chain = CURRENT,
) -> Store:
    """Open the database of a vault, and bring an older one to this program's revision (a copy first).

    Nothing is made or changed unless everything fits. Raises Damaged `db.missing`, `db.empty`, `db.plain`
    (not encrypted), `db.damaged`, `db.torn` (parts of it are of different moments), `db.foreign_journal` (a
    -wal file of another database or another time lies beside it), `db.foreign_application`,
    `db.other_vault`; UserError `db.newer` (`found`, `known`) for one that a newer program wrote, and
    `disk.…`, `copy.not_sound`.
    """
    path = folder.database
    _check_file(path)
    connector = Connector(path, keys.database)
    migrated = None
    with faults.told(path):
        if journal.holds_something(path):
            journal.check(connector)
        version = _check_contents(connector, vault_uid, chain)
        if version < chain.newest:
            from rmdesk.services.store import migrating

            migrated = migrating.migrate(folder, connector, keys.audit, chain, version)
    store = Store(connector, keys.audit, commit_hook)
    if migrated is not None:
        store.call_commit_hook(migrated)
    return store


def _check_file(path: Path) -> None:
    try:
        with open(path, "rb") as stream:
            start = stream.read(_SMALLEST)
    except FileNotFoundError as error:
        raise Damaged("db.missing", path=str(path)) from error
    except OSError as error:
        raise faults.file_error(error, path) from error
    if len(start) < _SMALLEST:
        raise Damaged("db.empty", path=str(path))
    if start.startswith(PLAIN_HEADER):
        raise Damaged("db.plain", path=str(path))


def _check_contents(connector: Connector, vault_uid: str, chain: Chain) -> int:
    """The revision of a database that is ours and of this vault."""
    name = str(connector.path)
    with contextlib.closing(connector.open(query_only=True)) as connection:
        application = _pragma(connection, "application_id")
        if application != APPLICATION_ID:
            raise Damaged("db.foreign_application", path=name)
        version = integrity.read_revision(connection)
        if version > chain.newest:
            raise UserError("db.newer", path=name, found=version, known=chain.newest)
        try:
            state = integrity.read_state(connection)
        except TypeError as error:  # the row is not there
            raise Damaged("db.damaged", path=name) from error
        except dbapi2.OperationalError as error:
            if faults.error_code(error) != dbapi2.SQLITE_ERROR:
                raise
            raise Damaged("db.damaged", path=name) from error  # the table is not there
        if state.vault_uid != vault_uid:
            raise Damaged("db.other_vault", path=name)
        if state.newest is not None and state.newest[0] > state.head_number:
            # Both were written by one transaction: what was flushed of the file is of different moments, and
            # nothing could be saved, since the next entry's number is taken.
            raise Damaged("db.torn", path=name)
        return version


def _pragma(connection: Any, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])
