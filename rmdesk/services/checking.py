"""Whether everything of a vault is sound, found out without changing anything of it.

SQLite cannot look into a database that is in WAL mode without writing beside it, and a check must
also be possible where nothing can be written. So an encrypted copy in a temporary folder is what gets
opened, checkpointed, brought up to this version and read.
"""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import ChangeSet, VaultState
from rmdesk.services import changes
from rmdesk.services.errors import Damaged, UserError
from rmdesk.services.store import open_store
from rmdesk.services.vault import Keyring, Unlocked, VaultFolder, load_keyfile
from rmdesk.services.vault.anchor import Anchor, AnchorFile, Judgement, judge
from rmdesk.services.vault.process_lock import ProcessLock


@dataclass(frozen=True, slots=True)
class Report:
    """What a check looked at, and what is wrong; `anchored` is False on a computer new to the vault."""

    people: int
    sets: int
    records: int
    head: int
    anchored: bool
    attachments: int
    problems: tuple[UserError, ...]


def check(unlocked: Unlocked, *, program: str, keyring: Keyring | None = None) -> Report:
    """Check key file, database, change records, anchor and attachments folder.

    Raises UserError `vault.in_use`, `check.no_room`, and Damaged if the database does not open at all.
    """
    folder = unlocked.folder
    keys = unlocked.keys
    problems: list[UserError] = list(_keyfile_problems(folder))
    with tempfile.TemporaryDirectory(prefix="rmdesk-check-") as place:
        copy = VaultFolder(Path(place))
        with _held(folder, program):
            _copy_database(folder, copy)
            anchor = AnchorFile(unlocked.keyfile.vault, keys.anchor, keyring or Keyring()).read()
        with _told_of(folder):
            store = open_store(copy, keys, vault_uid=unlocked.keyfile.vault, commit_hook=_ignore)
            with contextlib.closing(store):
                problems += [Damaged("db.damaged", path=str(folder.database)) for _ in store.integrity()[:1]]
                with store.read() as session:
                    problems += _state_problems(session, unlocked, anchor)
                    verdict = changes.verify(session, keys.audit)
    broken = changes.broken(verdict)
    if broken is not None:
        problems.append(broken)
    return Report(
        people=len(unlocked.keyfile.names()),
        sets=verdict.sets,
        records=verdict.records,
        head=verdict.head.number,
        anchored=anchor is not None,
        attachments=_count(folder.attachments),
        problems=tuple(problems),
    )


def _ignore(number: int, digest: bytes) -> None:
    """A commit on the copy (its migration) moves no anchor."""


def _keyfile_problems(folder: VaultFolder) -> Iterator[UserError]:
    if load_keyfile(folder).from_backup:
        yield Damaged("keyfile.damaged_with_copy", path=str(folder.keyfile))
        return
    try:
        copy = folder.keyfile_backup.read_bytes()
    except OSError:
        copy = b""
    if copy != folder.keyfile.read_bytes():
        yield Damaged("keyfile.copy_differs", path=str(folder.keyfile_backup))


@contextlib.contextmanager
def _held(folder: VaultFolder, program: str) -> Iterator[None]:
    """Nobody writes meanwhile. Where nothing can be written at all, nobody can."""
    lock = ProcessLock(folder)
    try:
        lock.take(program)
    except UserError as error:
        if error.code != "folder.read_only":
            raise
    try:
        yield
    finally:
        lock.release()


@contextlib.contextmanager
def _told_of(folder: VaultFolder) -> Iterator[None]:
    """What is wrong with the copy is told of the vault it was made of."""
    try:
        yield
    except UserError as error:
        if "path" in error.params:
            error.params["path"] = str(folder.root / Path(error.params["path"]).name)
        raise


def _copy_database(folder: VaultFolder, copy: VaultFolder) -> None:
    wal = folder.database.with_name(folder.database.name + "-wal")
    try:
        if folder.database.exists():
            shutil.copyfile(folder.database, copy.database)
        if wal.exists():
            shutil.copyfile(wal, copy.database.with_name(wal.name))
    except OSError as error:
        raise UserError("check.no_room", path=str(copy.root)) from error


def _state_problems(session: Session, unlocked: Unlocked, anchor: Anchor | None) -> Iterator[UserError]:
    state = session.get_one(VaultState, 1)
    if unlocked.keyfile.generation < state.key_generation:
        yield Damaged("keyfile.outdated", behind=state.key_generation - unlocked.keyfile.generation)
    if anchor is None:
        return

    def digest_at(number: int) -> bytes | None:
        return session.scalar(select(ChangeSet.digest).where(ChangeSet.number == number))

    judgement = judge(anchor, state.head_number, digest_at)
    since = anchor.at.astimezone().strftime("%Y-%m-%d %H:%M")
    if judgement is Judgement.BEHIND:
        yield Damaged("vault.rolled_back", since=since, missing=anchor.number - state.head_number)
    elif judgement is Judgement.FORKED:
        yield Damaged("vault.forked", since=since)


def _count(folder: Path) -> int:
    return sum(1 for one in folder.rglob("*") if one.is_file()) if folder.is_dir() else 0
