"""Bringing a whole vault back from a backup; what was there before is kept first."""

from __future__ import annotations

import contextlib
import hashlib
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from rmdesk.models import ChangeSet, Staff, VaultState
from rmdesk.services import changes, copies, files, roles
from rmdesk.services.actor import Actor
from rmdesk.services.backups import making
from rmdesk.services.backups.listing import (
    ATTACHMENTS,
    SEALED,
    Backup,
    attachments_in,
    find,
    read_verified,
)
from rmdesk.services.changes.commitments import Head
from rmdesk.services.errors import UserError
from rmdesk.services.progress import Progress
from rmdesk.services.roles import Permission
from rmdesk.services.store import faults, open_store
from rmdesk.services.store.connection import Connector
from rmdesk.services.vault import (
    KeyFile,
    Keyring,
    Keys,
    Unlocked,
    Vault,
    VaultFolder,
    load_keyfile,
)
from rmdesk.services.vault.anchor import AnchorFile
from rmdesk.services.vault.backup_names import Kind
from rmdesk.services.vault.process_lock import ProcessLock


@dataclass(frozen=True, slots=True)
class Difference:
    """How many rows of a table there were in a backup, and how many there are now."""

    table: str
    then: int
    now: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """What would be lost: tables whose number of rows differs, and the changes made since.

    `changes` is None if the backup is of another past: an older one was brought back since.
    """

    backup: Backup
    differences: tuple[Difference, ...]
    changes: int | None


@dataclass(frozen=True, slots=True)
class Restored:
    """What was brought back, and where the state before it is: a backup, or a folder if it was damaged."""

    backup: Backup
    kept: str
    problems: tuple[UserError, ...]


def compare(vault: Vault, backup: Backup) -> Comparison:
    """What has changed since a backup was made. Raises NotAllowed; as `read_verified` if it has no facts."""
    counts: dict[str, int]
    with vault.store.read() as session:
        roles.require(session, Permission.MANAGE_BACKUPS, accepting=())
        if backup.facts is None:
            contents = read_verified(backup, vault.uid)
            head, digest, counts = (
                contents.state.head_number,
                contents.state.head_digest,
                dict(contents.counts),
            )
        else:
            head, digest, counts = backup.facts.head, backup.facts.digest, dict(backup.facts.counts)
        changed = _changes_since(session, head, digest)
    with faults.told(vault.folder.database, writing=False):
        now = copies.count_rows(Connector(vault.folder.database, vault.keys.database))
    return Comparison(
        backup,
        tuple(
            Difference(table, counts.get(table, 0), now.get(table, 0))
            for table in sorted(counts.keys() | now.keys())
            if counts.get(table, 0) != now.get(table, 0)
        ),
        changed,
    )


def missing_in(vault: Vault, backup: Backup) -> int | None:
    """How many changes were made since a verified backup; None if it is of another past.

    Asks for no role: it is told where damage was met. Raises Damaged `db.damaged`.
    """
    assert backup.facts is not None
    with vault.store.read() as session:
        return _changes_since(session, backup.facts.head, backup.facts.digest)


def _changes_since(session: Session, head: int, digest: bytes) -> int | None:
    present = session.scalar(select(ChangeSet.digest).where(ChangeSet.number == head))
    since = select(func.count()).where(ChangeSet.number > head, ChangeSet.records > 0)
    return (session.scalar(since) or 0) if present == digest else None


def restore(vault: Vault, name: str, *, progress: Progress | None = None) -> Restored:
    """Put the backup of this name in place of the open vault, which is closed for good then.

    The present state becomes a backup first. That it was done stands in the audit trail of what was brought
    back; the key file stays, so that today's passwords hold. Raises NotAllowed, UserError
    `backup.unknown`, `backup.demonstration`, `backup.person_unknown` (who does it is not in it), Damaged as
    `read_verified`, and `disk.…`; the vault is then open and as it was.
    """
    with prepare_restore(vault, name, progress=progress) as prepared:
        return prepared.finish()


class Prepared(contextlib.ExitStack):
    """A backup ready to take the place of an open vault; left without `finish`, nothing is changed."""

    cause = "restored"  # why the window asks for the password again afterwards

    def __init__(self, vault: Vault, backup: Backup) -> None:
        super().__init__()
        self._vault, self._backup = vault, backup
        self._kept: making.Made | None = None
        self._path, self._head, self._problems = self.enter_context(
            _prepared(vault.folder, vault.keys, vault.keyfile, backup, vault.slot.staff)
        )

    def keep_present(self, progress: Progress | None = None) -> making.Made:
        """A backup of the present state; the one made here before, if nothing was written since."""
        facts = None if self._kept is None else self._kept.backup.facts
        if self._kept is None or facts is None or facts.head != self._vault.store.head().number:
            self._kept = making.make(self._vault, Kind.BEFORE_RESTORE, progress=progress)
        return self._kept

    def finish(self) -> Restored:
        """Replace the database, which closes the vault for good. Quick, unless somebody wrote meanwhile.

        Raises as `making.make`, and UserError `disk.…`.
        """
        kept = self.keep_present()
        self._vault.replace_database(self._path, self._head)
        self.close()
        return Restored(self._backup, kept.backup.name.text, (*self._problems, *kept.problems))


def prepare_restore(vault: Vault, name: str, *, progress: Progress | None = None) -> Prepared:
    """All of `restore` that takes long, the backup of the present state with it; the vault stays open.

    Raises as `restore`.
    """
    with vault.store.read() as session:
        roles.require(session, Permission.MANAGE_BACKUPS, accepting=())
    backup = find(vault.folder.backups, vault.keys, vault.uid, name)
    prepared = Prepared(vault, backup)
    try:
        prepared.keep_present(progress)
        if progress is not None:  # the last moment to break it off
            progress(1, 1)
    except BaseException:
        prepared.close()
        raise
    return prepared


def restore_damaged(
    unlocked: Unlocked, name: str, *, program: str = "window", keyring: Keyring | None = None
) -> Restored:
    """Put the backup of this name in place of a database that does not open.

    The damaged files are moved into a dated folder beside it. Whoever opened the key file may do it: nobody
    could be asked for a role. Raises UserError `vault.in_use`, `backup.unknown`, Damaged as
    `read_verified`, and `disk.…`; nothing is then changed.
    """
    folder = unlocked.folder
    lock = ProcessLock(folder)
    lock.take(program)
    try:
        keys, keyfile = unlocked.keys, load_keyfile(folder).keyfile
        keyfile.verify(keys)
        backup = find(folder.backups, keys, keyfile.vault, name)
        with _prepared(folder, keys, keyfile, backup, unlocked.slot.staff, may_be_unknown=True) as made:
            path, head, problems = made
            aside = folder.root / f"damaged-{datetime.now(UTC).strftime('%Y%m%dT%H%M%S%fZ')}"
            with _told(folder):
                _move_aside(folder, aside)
                folder.put_database(path)
            anchor = AnchorFile(keyfile.vault, keys.anchor, keyring or Keyring())
            anchor.read()
            anchor.write(*head)
            anchor.close()
        return Restored(backup, aside.name, tuple(problems))
    finally:
        lock.release()


@contextlib.contextmanager
def _prepared(
    folder: VaultFolder,
    keys: Keys,
    keyfile: KeyFile,
    backup: Backup,
    staff_uid: str,
    *,
    may_be_unknown: bool = False,
) -> Iterator[tuple[Path, Head, list[UserError]]]:
    """A copy of the backup, checked, brought to this version, with the record of its restoring; and its head.

    Of what is wrong with its documents a list. The copy is removed at the end if nobody moved it.
    """
    place = VaultFolder(folder.restoring)
    try:
        with _told(folder):
            shutil.rmtree(place.root, ignore_errors=True)
            place.root.mkdir()
            copied = place.root / "copied.db"
            shutil.copyfile(backup.path, copied)
            place.keyfile.write_bytes(folder.keyfile.read_bytes())
        read_verified(backup, keyfile.vault, copied)
        if backup.keys.master == keys.master:
            copied.replace(place.database)
        else:  # of before a rotation of the master key
            former = Connector(copied, backup.keys.database)
            copies.copy_database(former, place.database, key=keys.database)
        store = open_store(place, keys, vault_uid=keyfile.vault)
        with contextlib.closing(store):
            with store.read() as session:
                person = session.scalars(select(Staff).where(Staff.uid == staff_uid)).one_or_none()
                known = person is not None and person.disabled_at is None
                store.actor = Actor.of(person) if person is not None else None
            if not known and not may_be_unknown:
                raise UserError("backup.person_unknown", name=backup.name.text)
            with store.write() as session:
                state = session.get_one(VaultState, 1)
                state.key_generation = keyfile.generation  # the key file stays
                changes.note(session, "vault.restored", backup=backup.name.text, head=state.head_number)
            head = store.head()
            store.checkpoint()
        with _told(folder):
            problems = bring_documents(folder, backup, attachments_in(place.database, keys))
        yield place.database, head, problems
    finally:
        shutil.rmtree(place.root, ignore_errors=True)


def bring_documents(folder: VaultFolder, backup: Backup, digests: Mapping[str, str]) -> list[UserError]:
    """Put back the documents that the vault lacks or holds damaged, by the digests of their rows.

    Raises OSError. Those that the backup lacks too are told.
    """
    missing = 0
    for uid, digest in digests.items():
        target = folder.attachments / f"{uid}{SEALED}"
        if target.exists() and hashlib.sha256(target.read_bytes()).hexdigest() == digest:
            continue
        try:
            content = (backup.path.parent / ATTACHMENTS / target.name).read_bytes()
        except FileNotFoundError:
            missing += 1
            continue
        if hashlib.sha256(content).hexdigest() != digest:
            missing += 1
            continue
        files.replace_bytes(target, content)
    return [UserError("backup.attachments_missing", count=missing)] if missing else []


def _move_aside(folder: VaultFolder, aside: Path) -> None:
    """Keep the files of a damaged database, the journal with it; killed in between, all are still there."""
    aside.mkdir()
    for path in (*folder.journal_files(), folder.database):
        if path.exists():
            path.replace(aside / path.name)
    files.sync_folder(aside)


@contextlib.contextmanager
def _told(folder: VaultFolder) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise faults.file_error(error, folder.database) from error
