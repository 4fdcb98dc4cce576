"""Exchanging the master key: somebody left, a suspicion, or a year has gone by.

The database is copied to a file under the next key by the backup API and verified there; `PRAGMA rekey` is
not used, which a full disk can leave in a file that no key opens. Documents and backups stay as they were
sealed: the former master keys stay in everybody's slot and open them.
"""

from __future__ import annotations

import contextlib
import shutil
from dataclasses import dataclass

from rmdesk.services import backups, copies, key_age, roles
from rmdesk.services.backups import Kind, Made
from rmdesk.services.changes.commitments import Head
from rmdesk.services.errors import UserError
from rmdesk.services.progress import Progress, portion
from rmdesk.services.roles import Permission
from rmdesk.services.store import faults, open_store
from rmdesk.services.store.connection import Connector
from rmdesk.services.vault import Vault, VaultFolder, derive_keys
from rmdesk.services.vault.keys import new_master

_PARTS = 1000  # of which progress tells


@dataclass(frozen=True, slots=True)
class Rotated:
    """`kept` is the backup of the state before, under the former key; `problems` must be told too."""

    kept: str
    problems: tuple[UserError, ...]


class PreparedRotation:
    """The database under the next key, ready to take the place of the open one; left without `finish`,
    nothing is changed. `close` removes it. `keys` are the next ones, under which the database at `place` is.
    """

    cause = "rotated"  # why the window asks for the password again afterwards

    def __init__(self, vault: Vault, progress: Progress | None) -> None:
        self._vault = vault
        self.place = VaultFolder(vault.folder.restoring)
        self.keys = derive_keys(new_master(), [one.master for one in (vault.keys, *vault.keys.former)])
        self._kept: Made = backups.make(
            vault, Kind.BEFORE_ROTATION, progress=portion(progress, _PARTS, 0, 0.5)
        )
        try:
            self._copied, self._head = self._copy(portion(progress, _PARTS, 0.5, 1))
            if progress is not None:  # the last moment to break it off
                progress(_PARTS, _PARTS)
        except BaseException:
            self.close()
            raise

    def _copy(self, progress: Progress | None) -> tuple[Head, Head]:
        """Copy the present state: its newest change set, and that of the copy."""
        vault, place = self._vault, self.place
        with faults.told(vault.folder.database):
            try:
                shutil.rmtree(place.root, ignore_errors=True)
                place.root.mkdir()
                place.keyfile.write_bytes(vault.folder.keyfile.read_bytes())
            except OSError as error:
                raise faults.file_error(error, place.database) from error
        here = Connector(vault.folder.database, vault.keys.database)
        copies.copy_database(here, place.database, key=self.keys.database, progress=progress)
        with contextlib.closing(open_store(place, self.keys, vault_uid=vault.uid)) as store:
            copied = store.head()
            store.actor = vault.store.actor
            with store.write() as session:
                key_age.note_rotation(session, epoch=vault.keyfile.current + 1)
            head = store.head()
            store.checkpoint()
        return copied, head

    def finish(self) -> Rotated:
        """Put it in place, which closes the vault for good. Quick, unless somebody wrote meanwhile.

        Raises UserError `disk.…`, and as copying does.
        """
        if self._vault.store.head() != self._copied:
            self._copied, self._head = self._copy(None)
        self._vault.replace_keys(self.place.database, self._head, self.keys)
        self.close()
        return Rotated(self._kept.backup.name.text, self._kept.problems)

    def close(self) -> None:
        """May be called twice."""
        shutil.rmtree(self.place.root, ignore_errors=True)


def prepare_rotation(vault: Vault, *, progress: Progress | None = None) -> PreparedRotation:
    """All of a rotation that takes long; the vault stays open. A backup of the state before comes first.

    Raises NotAllowed, UserError `backup.demonstration`, `disk.…`, and as copying does; nothing is changed.
    """
    with vault.store.read() as session:
        roles.require(session, Permission.ROTATE_KEYS, accepting=())
    return PreparedRotation(vault, progress)


def rotate(vault: Vault, *, progress: Progress | None = None) -> Rotated:
    """Exchange the master key of the open vault, which is closed for good then.

    Passwords and the recovery code stay as they are. Backups made before are opened with them too, and with
    those of their own time. Killed at any moment, the vault opens under one of the two keys, with everything
    in it. Raises as `prepare_rotation`.
    """
    with contextlib.closing(prepare_rotation(vault, progress=progress)) as prepared:
        return prepared.finish()
