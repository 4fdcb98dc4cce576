"""Making a backup: a verified copy with its key file, its facts and its documents; old ones thin out."""

from __future__ import annotations

import contextlib
import hashlib
import logging
import os
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import Attachment, ChangeSet
from rmdesk.services import changes, copies, files, roles, settings
from rmdesk.services.backups.facts import Facts, sealed
from rmdesk.services.backups.listing import (
    ATTACHMENTS,
    SEALED,
    Backup,
    attachments_in,
    find,
    list_backups,
    newest_verified,
)
from rmdesk.services.backups.thinning import superfluous
from rmdesk.services.copies import Contents
from rmdesk.services.errors import Damaged, UserError
from rmdesk.services.progress import Progress
from rmdesk.services.roles import Permission
from rmdesk.services.store import faults
from rmdesk.services.store.connection import Connector
from rmdesk.services.vault import KeyFile, Keys, Vault, VaultFolder
from rmdesk.services.vault.backup_names import DATABASE, FACTS, KEYS, Kind, name_at, read_name

_log = logging.getLogger(__name__)
_PART = ".part"
_GB = 10**9
_one_at_a_time = threading.Lock()


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that was made and verified, and what must be told all the same."""

    backup: Backup
    problems: tuple[UserError, ...]


def make(
    vault: Vault,
    kind: Kind = Kind.REGULAR,
    *,
    thorough: bool = False,
    progress: Progress | None = None,
    now: datetime | None = None,
) -> Made:
    """Make a verified backup in the vault's folder and a copy of it in the second one, if that is set.

    Every page is held against its seal; what stands in them as tables and indexes is checked too if it is to
    be `thorough`, and once a day. `progress` counts pages of the database. What goes wrong with documents or
    the second folder stands in `problems` and stops nothing. Raises UserError `backup.demonstration`, and as
    `copies.copy_database`; no backup is then made and none removed.
    """
    with _one_at_a_time:
        with vault.store.read() as session:
            _refuse_demonstration(session)
            second = settings.get(session, "backup.folder")
            most = settings.get(session, "backup.most_gb") * _GB
            rows = session.execute(select(Attachment.uid, Attachment.digest))
            digests: dict[str, str] = {row.uid: row.digest for row in rows}
        place = vault.folder.backups
        with _told(place):
            kept, problems = _keep_attachments(vault.folder.attachments, place / ATTACHMENTS, digests)
        name = _free_name(place, kind, now or datetime.now(UTC))

        def before_naming(part: Path, contents: Contents) -> None:
            facts = Facts.of(contents, part.stat().st_size, frozenset(kept))
            box = sealed(facts, vault.keys, vault.uid, name)
            files.replace_bytes(place / f"{name}{FACTS}", box)

        target = place / f"{name}{DATABASE}"
        connector = Connector(vault.folder.database, vault.keys.database)
        try:
            with vault.store.still_file() as still:
                copies.copy_vault(
                    vault.folder,
                    connector,
                    target,
                    still=still,
                    structure=thorough or _is_first_of_day(vault, now),
                    progress=progress,
                    before_naming=before_naming,
                )
        except BaseException:
            _remove_files(target)
            raise
        backup = find(place, vault.keys, vault.uid, name)
        today = (now or datetime.now(UTC)).astimezone().date()
        _thin(vault, place, today, most)
        if second:
            try:
                _copy_to_second(vault, backup, Path(second), today, most)
            except UserError as error:
                problems.append(UserError("backup.second_folder", path=second, reason=error.code))
                _log.warning("the second folder for backups could not be written: %s", error.code)
        return Made(backup, tuple(problems))


def keep_salvaged(folder: VaultFolder, keys: Keys, keyfile: KeyFile, made: Connector) -> Backup:
    """Have what was salvaged of a damaged database among the backups; `made` is no longer written to.

    Raises as `copies.copy_database`.
    """
    with _one_at_a_time:
        place = folder.backups
        digests = attachments_in(made.path, keys)
        with _told(place):
            kept, _wrong = _keep_attachments(folder.attachments, place / ATTACHMENTS, digests)
        name = _free_name(place, Kind.SALVAGED, datetime.now(UTC))

        def before_naming(part: Path, contents: Contents) -> None:
            facts = Facts.of(contents, part.stat().st_size, frozenset(kept))
            files.replace_bytes(place / f"{name}{FACTS}", sealed(facts, keys, keyfile.vault, name))

        copies.copy_vault(folder, made, place / f"{name}{DATABASE}", before_naming=before_naming)
        return find(place, keys, keyfile.vault, name)


def make_by_hand(vault: Vault, *, progress: Progress | None = None) -> Made:
    """A backup that somebody asked for; it is recorded. Raises NotAllowed, and as `make`."""
    with vault.store.read() as session:
        roles.require(session, Permission.MANAGE_BACKUPS, accepting=())
    made = make(vault, thorough=True, progress=progress)
    with vault.store.write() as session:
        changes.note(session, "vault.backed_up", backup=made.backup.name.text)
    return made


def make_if_due(vault: Vault, kind: Kind = Kind.REGULAR, *, progress: Progress | None = None) -> Made | None:
    """A backup, unless nothing was changed since the newest verified one. None too in a demonstration."""
    return make(vault, kind, progress=progress) if is_due(vault) else None


def is_due(vault: Vault) -> bool:
    """Whether business rows were changed since the newest verified backup; signing in changes none."""
    with vault.store.read() as session:
        if settings.get(session, "vault.disposable"):
            return False
        last = newest_verified(vault.folder.backups, vault.keys, vault.uid)
        if last is None or last.facts is None:
            return True
        digest = session.scalar(select(ChangeSet.digest).where(ChangeSet.number == last.facts.head))
        if digest != last.facts.digest:  # of another past: an older backup was brought back since
            return True
        since = select(ChangeSet.number).where(ChangeSet.number > last.facts.head, ChangeSet.records > 0)
        return session.scalar(since.limit(1)) is not None


def _is_first_of_day(vault: Vault, now: datetime | None) -> bool:
    today = (now or datetime.now(UTC)).astimezone().date()
    newest = newest_verified(vault.folder.backups, vault.keys, vault.uid)
    return newest is None or newest.name.made_at.astimezone().date() != today


def _refuse_demonstration(session: Session) -> None:
    if settings.get(session, "vault.disposable"):
        raise UserError("backup.demonstration")


def _free_name(place: Path, kind: Kind, at: datetime) -> str:
    while True:
        name = name_at(kind, at).text
        if not (place / f"{name}{DATABASE}").exists():
            return name
        at += timedelta(microseconds=1)


def _keep_attachments(source: Path, store: Path, digests: dict[str, str]) -> tuple[set[str], list[UserError]]:
    """Copy the documents that the store lacks; the uids of all that are kept, and what is wrong.

    A document never changes, so that one of the same size need not be read again. Those whose row was
    removed are kept as well: the removal can be undone.
    """
    kept: set[str] = set()
    wrong = 0
    there = sorted(source.glob(f"*{SEALED}")) if source.is_dir() else []
    for path in there:
        copy = store / path.name
        if not (copy.exists() and copy.stat().st_size == path.stat().st_size):
            content = path.read_bytes()
            wanted = digests.get(path.stem)
            if wanted is not None and hashlib.sha256(content).hexdigest() != wanted:
                wrong += 1
                continue
            files.replace_bytes(copy, content)
        kept.add(path.stem)
    missing = wrong + len(digests.keys() - {path.stem for path in there})
    return kept, [Damaged("backup.attachments_not_kept", count=missing)] if missing else []


# --- the second folder ---------------------------------------------------------------------------


def second_place(folder: Path, vault_uid: str) -> Path:
    """Where the backups of this vault lie in a second folder, which may be that of several vaults."""
    return folder / f"rmdesk-{vault_uid[:8]}"


def _copy_to_second(vault: Vault, backup: Backup, folder: Path, today: date, most: int) -> None:
    with _told(folder):
        if not folder.is_dir():  # a disk that is not there: never made on the disk below its place
            raise UserError("disk.io", path=str(folder))
        place = second_place(folder, vault.uid)
        place.mkdir(exist_ok=True)
        source = backup.path.parent / ATTACHMENTS
        for path in source.glob(f"*{SEALED}") if source.is_dir() else ():
            _copy_file(path, place / ATTACHMENTS / path.name)
        try:
            for ending in (KEYS, FACTS, DATABASE):  # the database last: with it, it is a backup
                _copy_file(backup.beside(ending), place / f"{backup.name.text}{ending}")
        except BaseException:
            _remove_files(place / f"{backup.name.text}{DATABASE}")
            raise
    _thin(vault, place, today, most)


def _copy_file(source: Path, target: Path) -> None:
    """Copy a file that never changes, unless it is there; it gets its name only once it was read back."""
    if target.exists() and target.stat().st_size == source.stat().st_size:
        return
    target.parent.mkdir(exist_ok=True)
    part = target.with_name(target.name + _PART)
    try:
        with source.open("rb") as reading, part.open("wb") as writing:
            shutil.copyfileobj(reading, writing, 2**20)
            writing.flush()
            os.fsync(writing.fileno())
        if _digest(part) != _digest(source):
            raise Damaged("copy.not_sound", path=str(target))
        os.replace(part, target)
        files.sync_folder(target.parent)
    finally:
        part.unlink(missing_ok=True)


def _digest(path: Path) -> bytes:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").digest()


# --- growing old ---------------------------------------------------------------------------------


def _thin(vault: Vault, place: Path, today: date, most: int) -> None:
    """Remove what need not be kept. That it cannot be removed now is no reason to have no backup."""
    with contextlib.suppress(OSError):
        backups = list_backups(place, vault.keys, vault.uid)
        gone = superfluous(backups, today, most)
        for one in gone:
            _remove_files(one.path)
        _sweep(vault, place, [one for one in backups if one not in gone])


def _sweep(vault: Vault, place: Path, kept: list[Backup]) -> None:
    """Remove what lies beside no backup, and the documents that neither a backup nor the vault needs."""
    names = {one.name.text for one in kept}
    for path in place.iterdir():
        if path.suffix in (KEYS, FACTS) and path.stem not in names and read_name(path.stem) is not None:
            path.unlink()
    if any(one.facts is None for one in kept):
        return  # what such a one needs is not known
    needed = {uid for one in kept if one.facts is not None for uid in one.facts.attachments}
    for path in (place / ATTACHMENTS).glob(f"*{SEALED}"):
        if path.stem not in needed and not (vault.folder.attachments / path.name).exists():
            path.unlink()


def _remove_files(database: Path) -> None:
    """The database first: what is left beside it is then no backup any more. One that is held stays whole."""
    with contextlib.suppress(OSError):
        for ending in (DATABASE, FACTS, KEYS):
            database.with_suffix(ending).unlink(missing_ok=True)


@contextlib.contextmanager
def _told(place: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise faults.file_error(error, place) from error
