"""The demonstration's own vault: invented staff with some history, and their customers.

Its password is no secret: everything in such a vault is invented, and the vault says of itself that it
is a demonstration.
"""

from __future__ import annotations

import shutil
from datetime import date

from sqlalchemy import select

from rmdesk.models import ChangeSet, Role
from rmdesk.services import accounts, settings, staff
from rmdesk.services.demo import staffing
from rmdesk.services.errors import Damaged, UserError
from rmdesk.services.vault import (
    Cost,
    Keyring,
    Unlocked,
    Vault,
    VaultFolder,
    create_vault,
    open_vault,
    unlock,
)

BRANCH = "滨江支行（示范）"
HEAD = "方志远"  # branch head and administrator; the demonstration signs in as him
PASSWORD = "rmdesk-demonstration"
CUSTOMERS = 2000
SEED = 20260910

# Name, roles, mobile. The numbers are well-formed and invented.
_PEOPLE: tuple[tuple[str, frozenset[Role], str | None], ...] = (
    ("林晓雯", frozenset({Role.RELATIONSHIP_MANAGER}), "13800138001"),
    ("陈立", frozenset({Role.RELATIONSHIP_MANAGER}), "13800138002"),
    ("苏敏", frozenset({Role.LOBBY_MANAGER}), "13800138003"),
    ("周建国", frozenset({Role.SUPERVISOR}), "13800138004"),
    ("何佳", frozenset({Role.LOBBY_MANAGER}), "13800138005"),
    ("许婷", frozenset({Role.TELLER}), None),
    ("马志强", frozenset({Role.AUDITOR}), None),
    ("吴刚", frozenset({Role.RELATIONSHIP_MANAGER}), "13800138006"),
)


def open_demo(
    folder: VaultFolder,
    *,
    fresh: bool = False,
    customers: int = CUSTOMERS,
    program: str = "window",
    keyring: Keyring | None = None,
) -> Vault:
    """The demonstration vault in `folder`, made if absent, not yet signed in to. Slow.

    It is made with this many `customers`. `fresh` makes it anew; only a demonstration vault is ever
    removed for that. Raises UserError `demo.other_vault` if the folder holds another vault, and what
    opening and creating raise.
    """
    if folder.holds_vault():
        unlocked = _unlocked(folder)
        try:
            vault = _open_existing(unlocked, program, keyring)
        except Damaged:
            if not fresh:
                raise
        else:
            if not fresh:
                return _completed(vault, customers)
            vault.close()
        _remove(folder)
    return build_demo(folder, customers=customers, program=program, keyring=keyring)


def build_demo(
    folder: VaultFolder,
    *,
    customers: int = CUSTOMERS,
    program: str = "window",
    keyring: Keyring | None = None,
) -> Vault:
    """Make the demonstration vault and its history; returns it open, nobody signed in. Slow."""
    vault, _ = create_vault(
        folder,
        branch=BRANCH,
        admin=HEAD,
        password=PASSWORD,
        cost=Cost.FLOOR,
        program=program,
        keyring=keyring,
    )
    try:
        accounts.sign_in(vault)
        _add_staff(vault)
        _add_customers(vault, customers)
        accounts.sign_out(vault)
    except BaseException:
        vault.close()
        raise
    return vault


def _completed(vault: Vault, customers: int) -> Vault:
    """A demonstration that an earlier version made, with what has come to it since."""
    with vault.store.read() as session:
        filled = select(ChangeSet.number).where(ChangeSet.kind == staffing.FILLED).limit(1)
        if session.scalar(filled) is not None:
            return vault
    try:
        accounts.sign_in(vault)
        _add_customers(vault, customers)
        accounts.sign_out(vault)
    except BaseException:
        vault.close()
        raise
    return vault


def _add_customers(vault: Vault, customers: int) -> None:
    with vault.store.write() as session:
        staffing.add_customers(session, customers=customers, seed=SEED, today=date.today())


def _unlocked(folder: VaultFolder) -> Unlocked:
    try:
        return unlock(folder, HEAD, PASSWORD)
    except UserError as error:
        if error.code not in ("auth.unknown_name", "password.wrong"):
            raise
        raise UserError("demo.other_vault", path=str(folder.root)) from error


def _open_existing(unlocked: Unlocked, program: str, keyring: Keyring | None) -> Vault:
    # An older copy of invented people harms nobody.
    vault = open_vault(unlocked, program=program, accept_rollback=True, keyring=keyring)
    with vault.store.read() as session:
        is_demo = settings.get(session, "vault.demonstration")
    if not is_demo:
        vault.close()
        raise UserError("demo.other_vault", path=str(unlocked.folder.root))
    return vault


def _remove(folder: VaultFolder) -> None:
    for part in folder.root.iterdir():
        if part in (folder.lock, folder.holder):
            continue
        if part.is_dir() and not part.is_symlink():
            shutil.rmtree(part)
        else:
            part.unlink()


def _add_staff(vault: Vault) -> None:
    with vault.store.write() as session:
        settings.fix(session, "vault.demonstration", True)
        settings.fix(session, "vault.disposable", True)
    with vault.store.write() as session:
        settings.set(session, "lock.idle_seconds", 600, version=0)
    # One key pair and one run of Argon2id a person, at the least cost: the passwords protect nothing.
    for name, given, mobile in _PEOPLE:
        uid = staff.new_staff_uid()
        slot = staff.prepare_password(vault, name, uid, PASSWORD, one_use=False, cost=Cost.FLOOR)
        with vault.store.write() as session:
            staff.add_staff(session, vault, name, given, slot, mobile=mobile)
    with vault.store.write() as session:
        person = staff.get_active(session, "苏敏")
        staff.set_roles(session, person.uid, {Role.RELATIONSHIP_MANAGER}, version=person.version)
    with vault.store.write() as session:
        person = staff.get_active(session, "何佳")
        staff.rename_staff(session, vault, person.uid, "何佳怡", version=person.version)
    with vault.store.write() as session:
        person = staff.get_active(session, "许婷")
        staff.set_mobile(session, person.uid, "13800138007", version=person.version)
    with vault.store.write() as session:
        person = staff.get_active(session, "吴刚")
        staff.disable_staff(session, vault, person.uid, version=person.version)
    # Who looks around signs in as the head: he looks after customers himself, so that his day is not empty.
    with vault.store.write() as session:
        head = staff.get_active(session, HEAD)
        staff.set_roles(session, head.uid, {*head.role_set, Role.RELATIONSHIP_MANAGER}, version=head.version)
    _reset(vault, "马志强")


def _reset(vault: Vault, name: str) -> None:
    with vault.store.read() as session:
        uid = staff.get_active(session, name).uid
    slot = staff.prepare_password(vault, name, uid, PASSWORD, one_use=True, cost=Cost.FLOOR)
    with vault.store.write() as session:
        staff.reset_password(session, vault, uid, slot)
