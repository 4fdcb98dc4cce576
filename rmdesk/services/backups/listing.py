"""Which backups there are, and whether each is still what it was."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from rmdesk.services import copies, files
from rmdesk.services.backups.facts import Facts, opened, sealed
from rmdesk.services.copies import Contents
from rmdesk.services.errors import Damaged, UserError
from rmdesk.services.store import faults, integrity
from rmdesk.services.store.connection import Connector
from rmdesk.services.vault import keyfile as keyfiles
from rmdesk.services.vault.backup_names import DATABASE, FACTS, KEYS, Kind, Name, read_name
from rmdesk.services.vault.keys import Keys

ATTACHMENTS = "attachments"  # the store of documents beside the backups, each there once for all of them
SEALED = ".sealed"


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup: its database at `path`, of `size` bytes. Without facts it was never found sound.

    `keys` are those of its time: after a rotation the present ones do not open it.
    """

    name: Name
    path: Path
    size: int
    facts: Facts | None
    keys: Keys = field(repr=False, compare=False)

    @property
    def is_verified(self) -> bool:
        """Whether it was reopened and found sound, and has the size that it had then."""
        return self.facts is not None and self.facts.size == self.size

    @property
    def is_whole(self) -> bool:
        """Whether it is a state that the vault was in, not what could be read of a damaged one."""
        return self.name.kind is not Kind.SALVAGED

    def beside(self, ending: str) -> Path:
        return self.path.with_suffix(ending)

    def count(self, table: str) -> int | None:
        """Rows of a table; None where it is not known."""
        return None if self.facts is None else self.facts.counts.get(table, 0)


def list_backups(place: Path, keys: Keys, vault_uid: str) -> list[Backup]:
    """The backups in a folder, the newest first; none if there is no such folder."""
    found = []
    try:
        paths = [path for path in place.iterdir() if path.suffix == DATABASE]
    except OSError:
        return []
    for path in paths:
        name = read_name(path.stem)
        if name is None:
            continue
        try:
            size = path.stat().st_size
            box = path.with_suffix(FACTS).read_bytes()
        except FileNotFoundError:
            box = b""
        except OSError as error:
            raise faults.file_error(error, path) from error
        found.append(Backup(name, path, size, *_read_facts(path, box, keys, vault_uid, name.text)))
    return sorted(found, key=lambda one: one.name.made_at, reverse=True)


def _read_facts(path: Path, box: bytes, keys: Keys, vault_uid: str, name: str) -> tuple[Facts | None, Keys]:
    """What is known of a backup, and the keys of its time; those of now if none of them opens it."""
    each = (keys, *keys.former)
    for one in each:
        if (facts := opened(box, one, vault_uid, name)) is not None:
            return facts, one
    if len(each) == 1:
        return None, keys
    return None, next((one for one in each if integrity.opens(Connector(path, one.database))), keys)


def find(place: Path, keys: Keys, vault_uid: str, name: str) -> Backup:
    """The backup of this name; raises UserError `backup.unknown`."""
    for one in list_backups(place, keys, vault_uid):
        if one.name.text == name.removesuffix(DATABASE):
            return one
    raise UserError("backup.unknown", name=name)


def newest_verified(place: Path, keys: Keys, vault_uid: str) -> Backup | None:
    """The newest one of a whole state."""
    found = list_backups(place, keys, vault_uid)
    return next((one for one in found if one.is_verified and one.is_whole), None)


def verify(backup: Backup, vault_uid: str) -> list[UserError]:
    """What is wrong with a backup now; nothing if it is sound. Slow: it reads everything of it.

    A sound one that has no facts yet, such as one before a migration, gets them.
    """
    try:
        contents = read_verified(backup, vault_uid)
    except UserError as error:
        return [error]
    problems = [*_key_file_problems(backup), *_attachment_problems(backup)]
    if backup.facts is None and not problems:
        facts = Facts.of(contents, backup.size, frozenset(attachments_in(backup.path, backup.keys)))
        try:
            box = sealed(facts, backup.keys, vault_uid, backup.name.text)
            files.replace_bytes(backup.beside(FACTS), box)
        except OSError as error:
            problems.append(faults.file_error(error, backup.path))
    return problems


def read_verified(backup: Backup, vault_uid: str, path: Path | None = None) -> Contents:
    """The contents of its database, every page of which was read; of the copy of it at `path`, if given.

    Raises Damaged `backup.damaged`, `backup.other_vault`, UserError `disk.…`.
    """
    path = path or backup.path
    name = backup.name.text
    contents = copies.sound_contents(Connector(path, backup.keys.database))
    if contents is None or (backup.facts is not None and not backup.facts.agrees_with(contents)):
        raise Damaged("backup.damaged", name=name)
    if contents.state.vault_uid != vault_uid:
        raise Damaged("backup.other_vault", name=name)
    return contents


def attachments_in(database: Path, keys: Keys) -> dict[str, str]:
    """The documents whose rows stand in a copy: the digest of each sealed file, by its uid."""
    return copies.read_attachments(Connector(database, keys.database))


def _key_file_problems(backup: Backup) -> list[UserError]:
    try:
        keyfiles.read_copy(backup.beside(KEYS)).verify(backup.keys)
    except UserError:
        return [Damaged("backup.keyfile_damaged", name=backup.name.text)]
    return []


def _attachment_problems(backup: Backup) -> list[UserError]:
    store = backup.path.parent / ATTACHMENTS
    wrong = 0
    for uid, digest in attachments_in(backup.path, backup.keys).items():
        try:
            with (store / f"{uid}{SEALED}").open("rb") as stream:
                wrong += hashlib.file_digest(stream, "sha256").hexdigest() != digest
        except OSError:
            wrong += 1
    return [Damaged("backup.attachments_damaged", name=backup.name.text, count=wrong)] if wrong else []
