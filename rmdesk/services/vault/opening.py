"""Opening a vault: the lock, the database, and whether both are what this computer last saw."""

from __future__ import annotations

import contextlib
import shutil
from datetime import UTC, datetime
from typing import cast

from sqlalchemy import Table, select
from sqlalchemy.orm import Session

from rmdesk.models import ChangeSet, Role, Staff, StaffRole, VaultState
from rmdesk.services import files
from rmdesk.services.errors import Damaged, UserError
from rmdesk.services.store import Store, integrity, open_store
from rmdesk.services.store.connection import Connector
from rmdesk.services.vault import keyfile as keyfiles
from rmdesk.services.vault import rotating
from rmdesk.services.vault.anchor import Anchor, AnchorFile, Judgement, judge
from rmdesk.services.vault.finding import Finding
from rmdesk.services.vault.folder import VaultFolder
from rmdesk.services.vault.keyfile import RECOVERY, KeyFile, Loaded, Slot
from rmdesk.services.vault.keyring import Keyring
from rmdesk.services.vault.keys import Keys, derive_keys
from rmdesk.services.vault.opened import Vault
from rmdesk.services.vault.process_lock import ProcessLock
from rmdesk.services.vault.unlocking import Unlocked

# Every opening reads these two; as plain tables they do not wait for the mappers to be set up.
_STATE = cast(Table, VaultState.__table__)
_SETS = cast(Table, ChangeSet.__table__)


def open_vault(
    unlocked: Unlocked,
    *,
    program: str = "window",
    accept_rollback: bool = False,
    keyring: Keyring | None = None,
) -> Vault:
    """Open the database of an unlocked vault and hold it for this process.

    `program` tells others who holds it. A database older than this computer's anchor is refused unless
    `accept_rollback`. A damaged key file is put aside and its backup copy put in its place. What must be
    said though nothing stops anyone stands in `findings`.

    Raises UserError `vault.in_use`, `folder.read_only`, `auth.slot_gone`; Damaged `vault.rolled_back`
    (`missing` commits, `since`), `vault.forked` (`since`), `keyfile.outdated`; what `open_store` raises.
    The database is never made or replaced.
    """
    folder = unlocked.folder
    if not folder.root.is_dir():
        raise UserError("vault.none", path=str(folder.root))
    lock = ProcessLock(folder)
    lock.take(program)
    return open_held(unlocked, lock, accept_rollback=accept_rollback, keyring=keyring)


def open_held(
    unlocked: Unlocked,
    lock: ProcessLock,
    *,
    accept_rollback: bool = False,
    keyring: Keyring | None = None,
) -> Vault:
    """As `open_vault`, with the lock already taken; it is released if the vault cannot be opened."""
    folder = unlocked.folder
    with contextlib.ExitStack() as undo:
        undo.callback(lock.release)
        keys, loaded = unlocked.keys, _read_again(unlocked)
        anchor_file = AnchorFile(loaded.keyfile.vault, keys.anchor, keyring or Keyring())
        told = loaded.findings
        if unlocked.has_next and _is_rotated(unlocked):
            _mend(folder, loaded)
            keys = unlocked.keys_of(loaded.keyfile.current + 1)
            anchor_file = _finish_rotation(folder, loaded.keyfile, keys, anchor_file)
            loaded = keyfiles.load(folder)
        slot = _present_slot(loaded, unlocked)
        anchor = anchor_file.read()
        store = open_store(folder, keys, vault_uid=loaded.keyfile.vault, commit_hook=anchor_file.follow)
        undo.callback(store.close)
        findings = [*told, *_check_state(store, loaded, slot, anchor, accept_rollback)]
        undo.callback(anchor_file.close)
        if not anchor_file.start():
            findings.append(Finding("anchor.not_kept", {"path": str(anchor_file.path)}))
        _mend(folder, loaded)
        vault = Vault(
            folder,
            keys,
            loaded.keyfile,
            slot,
            store,
            anchor_file,
            lock,
            findings,
            by_keyring=unlocked.by_keyring,
        )
        undo.pop_all()
        return vault


def _is_rotated(unlocked: Unlocked) -> bool:
    """Whether the database is under the next master key already: killed before the key file said so."""
    place = Connector(unlocked.folder.database, unlocked.keys.database)
    following = unlocked.keys_of(unlocked.keyfile.current + 1)
    return not integrity.opens(place) and integrity.opens(place.under(following.database))


def _finish_rotation(folder: VaultFolder, begun: KeyFile, next_keys: Keys, former: AnchorFile) -> AnchorFile:
    """Let the next master key be the present one; what this computer remembers goes under it too."""
    remembered = former.read()
    try:
        rotating.write(folder, rotating.finished(begun, next_keys).dump(next_keys))
    except OSError as error:
        raise UserError("keyfile.not_written", path=str(folder.keyfile)) from error
    anchor_file = former.under(next_keys.anchor)
    if remembered is not None:
        anchor_file.write(remembered.number, remembered.digest)
    return anchor_file


def _read_again(unlocked: Unlocked) -> Loaded:
    """The key file as it is now that nobody else can change it; its seals are verified."""
    loaded = keyfiles.load(unlocked.folder)
    if loaded.keyfile != unlocked.keyfile:
        loaded.keyfile.verify(derive_keys(unlocked.master))
    return loaded


def _present_slot(loaded: Loaded, unlocked: Unlocked) -> Slot:
    """The slot that was opened, unless somebody removed or replaced it since."""
    for slot in loaded.keyfile.slots:
        if slot.id == unlocked.slot.id:
            return slot
    raise UserError("auth.slot_gone", name=unlocked.slot.name)


def _check_state(
    store: Store, loaded: Loaded, slot: Slot, anchor: Anchor | None, accept_rollback: bool
) -> list[Finding]:
    """Whether the database belongs to this key file and follows what this computer saw of it."""
    with store.read() as session:
        generation, head = session.execute(select(_STATE.c.key_generation, _STATE.c.head_number)).one()
        return [
            *_check_generation(session, generation, loaded, slot),
            *_check_anchor(session, head, anchor, accept_rollback),
        ]


def _check_generation(session: Session, stored: int, loaded: Loaded, slot: Slot) -> list[Finding]:
    """An old copy of the key file brings back old passwords: only an administrator goes on with it."""
    present = loaded.keyfile.generation
    if present > stored:  # killed between the key file and the commit that belongs to it
        return [Finding("keyfile.ahead", recorded_as="vault.keyfile_ahead")]
    if present == stored:
        return []
    administrator = (
        select(StaffRole.id)
        .join(Staff)
        .where(
            Staff.uid == slot.staff,
            Staff.disabled_at.is_(None),
            StaffRole.role == Role.ADMINISTRATOR.value,
        )
    )
    params = {"behind": stored - present}
    if slot.type != RECOVERY and session.scalars(administrator).first() is None:
        raise Damaged("keyfile.outdated", **params)
    return [Finding("keyfile.outdated_accepted", params, recorded_as="vault.old_keyfile_accepted")]


def _check_anchor(session: Session, head: int, anchor: Anchor | None, accept_rollback: bool) -> list[Finding]:
    if anchor is None:
        return [Finding("anchor.absent", recorded_as="vault.opened_on_new_computer")]

    def digest_at(number: int) -> bytes | None:
        digest: bytes | None = session.scalar(select(_SETS.c.digest).where(_SETS.c.number == number))
        return digest

    judgement = judge(anchor, head, digest_at)
    if judgement is Judgement.SOUND:
        return []
    since = anchor.at.isoformat(timespec="seconds")
    code, params = "vault.rolled_back", {"missing": anchor.number - head, "since": since}
    if judgement is Judgement.FORKED:  # work went on in the older copy: how much is missing cannot be told
        code, params = "vault.forked", {"since": since}
    if not accept_rollback:
        raise Damaged(code, **params)
    return [Finding(f"{code}_accepted", params, recorded_as="vault.rollback_accepted")]


def _mend(folder: VaultFolder, loaded: Loaded) -> None:
    """Leave key file and backup copy whole and equal; a damaged key file is kept under a dated name."""
    # Only for the next time: a full disk must not keep anyone from opening now.
    with contextlib.suppress(OSError):
        if folder.unfinished.exists():  # killed right after the vault was made
            shutil.rmtree(folder.unfinished)
        # Killed while a backup was made ready, or the vault under its next key: nobody wants that any more.
        shutil.rmtree(folder.restoring, ignore_errors=True)
        if loaded.from_backup:
            if folder.keyfile.exists():
                stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
                folder.keyfile.replace(folder.root / f"vault.keys.damaged-{stamp}")
            files.replace_bytes(folder.keyfile, loaded.raw)
        elif not folder.keyfile_backup.exists() or folder.keyfile_backup.read_bytes() != loaded.raw:
            files.replace_bytes(folder.keyfile_backup, loaded.raw)
