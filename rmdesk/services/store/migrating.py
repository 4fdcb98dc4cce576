"""Bringing a database to the newest revision: in one transaction, after a verified copy of an old one."""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import Table, insert
from sqlalchemy.orm import Session

from rmdesk.models import Base
from rmdesk.models.migrations import CURRENT, Chain
from rmdesk.services import copies
from rmdesk.services.changes import codec
from rmdesk.services.changes.commitments import Head
from rmdesk.services.changes.record import RecordedSession, Recorder, note, recorder_of
from rmdesk.services.store.connection import Connector, make_engine

if TYPE_CHECKING:
    from rmdesk.services.vault.folder import VaultFolder

MIGRATED = "vault.migrated"


def migrate(folder: VaultFolder, connector: Connector, audit_key: bytes, chain: Chain, version: int) -> Head:
    """Copy an existing vault of revision `version`, then bring it to the newest; returns the new head.

    Killed or failed at any point, the vault is as it was. A revision that changes values of business
    rows does so through `services/bulk.py` with the session in `config.attributes["session"]`, and adds
    some by `config.attributes["insert"]`, so that the change records stay true. Raises what copying
    raises, and the errors of the revisions.
    """
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%fZ")
    copies.copy_vault(folder, connector, folder.backups / f"before-migration-{version}-{stamp}.db")
    recorder = Recorder(audit_key, None)
    with schema_session(connector, recorder) as session:
        note(session, MIGRATED, found=version, made=chain.newest)
        upgrade(session, chain)
        if chain == CURRENT:
            _derive(session)
        session.flush()
        written = recorder.write(session.connection())
    assert written is not None
    return written.head


@contextlib.contextmanager
def schema_session(connector: Connector, recorder: Recorder) -> Iterator[Session]:
    """A session in which tables may be rebuilt: references are checked by `upgrade`, not at each statement.

    Committed at the end.
    """
    opening = functools.partial(connector.open, foreign_keys=False)
    engine = make_engine(opening, "BEGIN IMMEDIATE", connections=1)
    try:
        with RecordedSession(engine, recorder) as session, session.begin():
            yield session
    finally:
        engine.dispose()


def upgrade(session: Session, chain: Chain) -> None:
    """Run the missing revisions inside the session's transaction, and state the new number."""
    # Late: only a new or an old vault needs it, and importing it takes longer than opening a vault.
    from alembic import command
    from alembic.config import Config

    connection = session.connection()
    config = Config()
    config.set_main_option("script_location", str(chain.folder).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes.update(
        {
            "connection": connection,
            "session": session,
            "insert": functools.partial(_insert, session),
            "metadata": Base.metadata,
        }
    )
    command.upgrade(config, "head")
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if broken is not None:
        raise RuntimeError(f"the migration left {broken[0]} pointing to missing rows of {broken[2]}")
    connection.exec_driver_sql(f"PRAGMA user_version = {chain.newest}")


def _insert(session: Session, table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
    """Insert and record business rows of a table as it was at a revision; every column but `id` is given."""
    recorder = recorder_of(session)
    for row in rows:
        made = session.connection().execute(insert(table), row).inserted_primary_key
        assert made is not None
        values = codec.encode_whole_row(table, {**row, codec.ID: made[0]})
        recorder.created(table.name, row["uid"], row["version"], values)


def _derive(session: Session) -> None:
    """Make anew what is computed from business rows: a revision need not know how."""
    from rmdesk.services import facts  # late: it is the rules of the branch, which opening does not need

    facts.refresh(session)
