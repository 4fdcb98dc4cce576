"""Making a new vault, so that a crash at any moment leaves either no vault or a whole one."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from collections.abc import Callable
from datetime import UTC, datetime

from rmdesk.models import Role, Setting, Staff, StaffRole
from rmdesk.models.base import new_uid
from rmdesk.services import cadences, changes, files, text, tiers
from rmdesk.services.errors import UserError
from rmdesk.services.store import create_store
from rmdesk.services.vault import keyfile as keyfiles
from rmdesk.services.vault.anchor import AnchorFile
from rmdesk.services.vault.folder import VaultFolder
from rmdesk.services.vault.keyfile import KeyFile
from rmdesk.services.vault.keyring import Keyring
from rmdesk.services.vault.keys import Keys, derive_keys, new_master
from rmdesk.services.vault.opened import Vault
from rmdesk.services.vault.opening import open_held
from rmdesk.services.vault.process_lock import ProcessLock
from rmdesk.services.vault.recovery import make_code
from rmdesk.services.vault.sealing import Cost
from rmdesk.services.vault.slots import make_password_slot, make_recovery_slot
from rmdesk.services.vault.unlocking import Unlocked, at

LONGEST_BRANCH = 100


def create_vault(
    folder: VaultFolder | str | os.PathLike[str],
    *,
    branch: str,
    admin: str,
    password: str,
    cost: Cost | None = None,
    program: str = "window",
    keyring: Keyring | None = None,
    keep_code: Callable[[str], None] | None = None,
) -> tuple[Vault, str]:
    """Make a vault whose first person, administrator and branch head, signs in with `password`. Slow.

    Returns the open vault and its recovery code, which stands nowhere else. `keep_code` gets the code
    before the vault exists; if it raises, no vault does. Raises UserError `vault.exists` if the folder
    holds any part of a vault, `folder.…`, `text.…`, `password.…`, `vault.in_use`.

    Everything is made in a subfolder and moved to its place at the end, the key file last: what a
    crash leaves is recognised and put aside by the next try.
    """
    folder = at(folder)
    branch = text.line(branch, "branch.name", longest=LONGEST_BRANCH)
    folder.check_writable()
    if folder.holds_vault():
        raise UserError("vault.exists", path=str(folder.root))
    lock = ProcessLock(folder)
    lock.take(program)
    keyring = keyring or Keyring()
    try:
        # Somebody else may have been making one until now.
        if folder.holds_vault():
            raise UserError("vault.exists", path=str(folder.root))
        _put_aside_unfinished(folder)
        try:
            unlocked, code = _make_parts(folder, branch, admin, password, cost, keyring)
            if keep_code is not None:
                keep_code(code)
        except BaseException:
            shutil.rmtree(folder.unfinished, ignore_errors=True)
            raise
        _move_into_place(folder)
    except OSError as error:
        lock.release()
        raise UserError("vault.not_made", path=str(folder.root)) from error
    except BaseException:
        lock.release()
        raise
    return open_held(unlocked, lock, keyring=keyring), code


def _make_parts(
    folder: VaultFolder, branch: str, admin: str, password: str, cost: Cost | None, keyring: Keyring
) -> tuple[Unlocked, str]:
    parts = VaultFolder(folder.unfinished)
    parts.root.mkdir()
    master = new_master()
    keys, vault_uid, staff_uid, code = derive_keys(master), new_uid(), new_uid(), make_code()
    slot = make_password_slot(keys, vault_uid, admin, staff_uid, password, cost=cost)
    keyfile = KeyFile(
        vault=vault_uid,
        branch=branch,
        created=datetime.now(UTC).isoformat(timespec="seconds"),
        generation=1,
        slots=(slot, make_recovery_slot(keys, vault_uid, code)),
    )
    _make_database(parts, keys, keyfile, keyring)
    raw = keyfile.dump(keys)
    keyfiles.write(parts, raw)
    return Unlocked(folder, {keyfile.current: master}, slot, keyfiles.parse(raw)), code


def _make_database(parts: VaultFolder, keys: Keys, keyfile: KeyFile, keyring: Keyring) -> None:
    """The database with its first person; this computer's anchor is set at its first commits."""
    slot = keyfile.slots[0]
    anchor = AnchorFile(keyfile.vault, keys.anchor, keyring)
    anchor.start()
    with contextlib.closing(anchor):
        store = create_store(
            parts,
            keys,
            vault_uid=keyfile.vault,
            branch=keyfile.branch,
            key_generation=keyfile.generation,
            commit_hook=anchor.follow,
        )
        with contextlib.closing(store), store.write() as session:
            person = Staff(uid=slot.staff, name=slot.name)
            person.roles = [StaffRole(role=role.value) for role in (Role.ADMINISTRATOR, Role.BRANCH_HEAD)]
            session.add(person)
            session.add(Setting(name="branch.name", value=json.dumps(keyfile.branch, ensure_ascii=False)))
            session.flush()
            changes.describe(session, "vault.created", subject=person)
            tiers.ensure(session)
            cadences.ensure(session)


def _move_into_place(folder: VaultFolder) -> None:
    parts = VaultFolder(folder.unfinished)
    folder.attachments.mkdir(exist_ok=True)
    folder.backups.mkdir(exist_ok=True)
    os.replace(parts.database, folder.database)
    files.sync_folder(folder.root)
    os.replace(parts.keyfile, folder.keyfile)
    files.sync_folder(folder.root)
    shutil.rmtree(parts.root, ignore_errors=True)


def _put_aside_unfinished(folder: VaultFolder) -> None:
    """Clear the way after an interrupted try. A database that was already in its place is kept beside."""
    if not folder.unfinished.exists():
        return
    if folder.database.exists():
        stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
        os.replace(folder.database, folder.root / f"unfinished-{stamp}.db")
    shutil.rmtree(folder.unfinished)
