"""An open vault."""

from __future__ import annotations

import contextlib
import dataclasses
import logging
from collections.abc import Callable
from pathlib import Path

from sqlalchemy.orm import Session

from rmdesk.models import VaultState
from rmdesk.services import changes, files
from rmdesk.services.changes.commitments import Head
from rmdesk.services.errors import UserError
from rmdesk.services.store import Store, faults
from rmdesk.services.vault import keyfile as keyfiles
from rmdesk.services.vault import rotating
from rmdesk.services.vault.anchor import AnchorFile
from rmdesk.services.vault.finding import Finding
from rmdesk.services.vault.folder import VaultFolder
from rmdesk.services.vault.keyfile import KeyFile, Slot
from rmdesk.services.vault.keys import Keys
from rmdesk.services.vault.process_lock import ProcessLock

_log = logging.getLogger(__name__)
_GENERATION_DIFFERS = ("keyfile.ahead", "keyfile.outdated_accepted")
_BEFORE = "key file before"  # in session.info


class Vault:
    """A vault that this process holds: its database, its keys, and the slot that opened it.

    `findings` is what must be said after opening; `record_findings` keeps in the audit trail those
    that belong there. Always `close` it: the lock, the anchor and the database's files wait for that.
    """

    def __init__(
        self,
        folder: VaultFolder,
        keys: Keys,
        keyfile: KeyFile,
        slot: Slot,
        store: Store,
        anchor: AnchorFile,
        lock: ProcessLock,
        findings: list[Finding],
        *,
        by_keyring: bool,
    ) -> None:
        self.folder = folder
        self.keys = keys
        self.keyfile = keyfile
        self.slot = slot
        self.store = store
        self.findings = findings
        self.by_keyring = by_keyring  # opened by the Windows session, without a password
        self._anchor = anchor
        self._lock = lock
        self._unrecorded = [finding for finding in findings if finding.recorded_as]
        self._copy_due = False
        store.after_commit.append(lambda _: self._refresh_copy())

    @property
    def uid(self) -> str:
        return self.keyfile.vault

    def write_slots(self, change: Callable[[KeyFile], KeyFile], session: Session) -> None:
        """Write the key file that `change` makes of the present one, together with this transaction.

        The key file goes first: killed before the commit, the next opening finds a key file newer than
        the database and accepts it. If the transaction fails, the former one is put back. Raises
        UserError `keyfile.not_written`.
        """
        if _BEFORE not in session.info:  # a second call goes back with the first
            session.info[_BEFORE] = former = (self.keyfile, self.slot)
            self.store.on_rollback(session, lambda: self._put_back(*former))
        state = session.get_one(VaultState, 1)
        generation = max(self.keyfile.generation, state.key_generation) + 1
        raw = dataclasses.replace(change(self.keyfile), generation=generation).dump(self.keys)
        state.key_generation = generation
        session.flush()
        try:
            keyfiles.write(self.folder, raw)
        except OSError as error:
            raise UserError("keyfile.not_written", path=str(self.folder.keyfile)) from error
        self.keyfile = keyfiles.parse(raw)
        self.slot = self.keyfile.of_staff(self.slot.staff) or self.slot
        self._copy_due = True

    def record_findings(self, session: Session) -> None:
        """Note in the audit trail what opening found, once."""
        for finding in self._unrecorded:
            if finding.recorded_as:
                changes.note(session, finding.recorded_as, **finding.params)
        if any(finding.code in _GENERATION_DIFFERS for finding in self._unrecorded):
            # Accepted and recorded: from here on key file and database agree again, for everybody.
            self.write_slots(lambda keyfile: keyfile, session)
        recorded, self._unrecorded = self._unrecorded, []
        self.store.on_rollback(session, lambda: self._unrecorded.extend(recorded))

    def close(self) -> None:
        """Close the database, keep the anchor, let the vault go. The second time nothing happens."""
        try:
            self.store.close()
        finally:
            try:
                self._anchor.close()
            finally:
                self._lock.release()

    def replace_database(self, prepared: Path, head: Head) -> None:
        """Close this vault for good and put the database at `prepared` in its place, whose newest commit is
        `head`: this computer remembers that one from then on. Raises UserError `disk.…`.
        """
        try:
            self.store.close()
            self.store.actor = None  # of whom nothing can be recorded here any more
            try:
                self.folder.put_database(prepared)
            except OSError as error:
                raise faults.file_error(error, self.folder.database) from error
            self._anchor.write(*head)
        finally:
            self.close()

    def replace_keys(self, prepared: Path, head: Head, next_keys: Keys) -> None:
        """Close this vault for good and put the database at `prepared` in its place, which is the present one
        under `next_keys` and whose newest commit is `head`.

        Killed anywhere in between, the next opening finds both keys in the key file and finishes. Raises
        UserError `disk.…`; the vault is then as it was, or is finished at the next opening.
        """
        begun = rotating.begun(self.keyfile, next_keys)
        try:
            self.store.close()
            self.store.actor = None
            try:
                rotating.write(self.folder, begun.dump(self.keys))
                self.folder.put_database(prepared)
                rotating.write(self.folder, rotating.finished(begun, next_keys).dump(next_keys))
            except OSError as error:
                raise faults.file_error(error, self.folder.database) from error
            former, self._anchor = self._anchor, self._anchor.under(next_keys.anchor)
            former.close()
            self._anchor.write(*head)
        finally:
            self.close()

    def _put_back(self, former: KeyFile, slot: Slot) -> None:
        self.keyfile, self.slot = former, slot
        raw = former.dump(self.keys)
        try:
            if self.folder.keyfile.read_bytes() != raw:
                files.replace_bytes(self.folder.keyfile, raw)
        except OSError:
            # The next opening accepts a key file that is ahead of the database.
            _log.warning("the former key file could not be put back")
        self._copy_due = True
        self._refresh_copy()

    def _refresh_copy(self) -> None:
        """Once committed, the backup copy is the key file itself: an older one would be refused."""
        if not self._copy_due:
            return
        self._copy_due = False
        with contextlib.suppress(OSError):  # the next opening does it again
            files.replace_bytes(self.folder.keyfile_backup, self.keyfile.dump(self.keys))
