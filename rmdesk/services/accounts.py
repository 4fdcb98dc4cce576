"""Signing in and out of an open vault, and getting back in with the recovery code.

These functions own their transactions: they stand between the vault and the use cases.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import ChangeSet, Role, Staff, StaffRole
from rmdesk.models.base import utc_now
from rmdesk.services import changes, reading, staff, windows_sign_in
from rmdesk.services.actor import Actor
from rmdesk.services.errors import NotAllowed
from rmdesk.services.vault import (
    Cost,
    Finding,
    Vault,
    VaultFolder,
    make_code,
    make_recovery_slot,
    open_vault,
    unlock_with_recovery,
)

RECOVERY_USED = "vault.recovered"
_CLOCK_BEHIND = timedelta(days=1)  # time zones apart, no right clock is so far behind what was recorded
_CLOCK_AHEAD = timedelta(days=366)  # without a single entry: it may be so, but seldom is


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to tell the person; `by` is the name of who caused it, as it is now."""

    uid: str
    code: str
    by: str | None
    raised_at: datetime


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Who is in, what they must be told (until `staff.read_notices`), whether they must choose a password."""

    actor: Actor
    notices: tuple[Notice, ...]
    must_change_password: bool


def sign_in(vault: Vault, *, now: datetime | None = None) -> SignedIn:
    """Make the person of the slot that opened the vault the one who acts, and record it. `now` is what the
    clock says; if that does not fit what was recorded last, a finding of the vault says so.

    Raises NotAllowed `auth.disabled`, `auth.unknown_person`, `keyring.not_allowed`; the vault is then
    still nobody's.
    """
    with vault.store.read() as session:
        person = session.scalars(select(Staff).where(Staff.uid == vault.slot.staff)).one_or_none()
        if person is None:
            # A crash between the two halves of adding someone leaves a slot without a person.
            raise NotAllowed("auth.unknown_person", name=vault.slot.name)
        if person.disabled_at is not None:
            raise NotAllowed("auth.disabled", name=person.name)
        if vault.by_keyring:
            windows_sign_in.check_allowed(session)
        actor = Actor.of(person)
        newest = session.scalar(select(ChangeSet.at).order_by(ChangeSet.number.desc()).limit(1))
    vault.findings += clock_findings(newest, now or utc_now())
    vault.store.actor = actor
    one_use = vault.slot.one_use
    try:
        with vault.store.write() as session:
            person = session.get_one(Staff, actor.staff_id)
            vault.record_findings(session)
            changes.note(session, "auth.signed_in", subject=person, one_use=one_use)
            # Told at the next sign-in: whoever uses the password now knows it, the owner may not.
            notices = load_notices(session, actor.staff_id)
            if one_use:
                staff.raise_notice(session, person, staff.ONE_USE_PASSWORD_USED, by=actor)
    except BaseException:
        vault.store.actor = None
        raise
    return SignedIn(actor, notices, one_use)


def clock_findings(newest: datetime | None, now: datetime) -> list[Finding]:
    """What is to be said of a clock that does not fit what was recorded last: touchpoints, plans and logs
    go by the day it says.
    """
    if newest is None:
        return []
    days = {"last": newest.astimezone().date().isoformat(), "today": now.astimezone().date().isoformat()}
    if newest - now > _CLOCK_BEHIND:
        return [Finding("clock.behind", days)]
    return [Finding("clock.ahead", days)] if now - newest > _CLOCK_AHEAD else []


def enter(vault: Vault, *, recovery_sheets: int = 0) -> SignedIn:
    """As `sign_in`, but a vault that could not be entered is closed.

    `recovery_sheets` counts how often the recovery code was printed or saved before anyone had signed in.
    """
    try:
        signed_in = sign_in(vault)
        if recovery_sheets:
            with vault.store.write() as session:
                reading.note_print(session, "recovery_sheet", rows=1, pages=recovery_sheets)
    except BaseException:
        vault.close()
        raise
    return signed_in


def load_notices(session: Session, staff_id: int) -> tuple[Notice, ...]:
    """What a person has still to be told, oldest first."""
    unread = staff.find_unread_notices(session, staff_id)
    names = {
        one.id: one.name for one in staff.load_staff(session, [row.by_id for row in unread if row.by_id])
    }
    return tuple(
        Notice(row.uid, row.code, names.get(row.by_id) if row.by_id else None, row.raised_at)
        for row in unread
    )


def sign_out(vault: Vault, *, locked: bool = False) -> None:
    """Record that the person left (or that the window locked); nobody acts any more."""
    actor = vault.store.actor
    if actor is None:
        return
    with vault.store.write() as session:
        person = session.get_one(Staff, actor.staff_id)
        changes.note(session, "auth.locked" if locked else "auth.signed_out", subject=person)
    vault.store.actor = None


def recover(
    folder: VaultFolder,
    code: str,
    name: str,
    new_password: str,
    *,
    cost: Cost | None = None,
    program: str = "window",
    accept_rollback: bool = False,
    keep_code: Callable[[str], None] | None = None,
) -> tuple[Vault, str]:
    """Open the vault with the recovery code, give `name` a new password and make a new recovery code. Slow.

    The code used is worth nothing afterwards, so `keep_code` gets the new one before anything is
    changed; if it raises, nothing is. The person and every administrator are told. Returns the open
    vault, ready for `sign_in`, and the new code. Raises UserError `staff.unknown`, NotAllowed
    `staff.is_disabled`, and whatever unlocking and opening raise; the vault is then closed again.
    """
    vault = open_vault(unlock_with_recovery(folder, code), program=program, accept_rollback=accept_rollback)
    try:
        with vault.store.read() as session:
            actor = Actor.of(staff.get_active(session, name))
        slot = staff.prepare_password(
            vault, actor.name, actor.staff_uid, new_password, one_use=False, cost=cost
        )
        new_code = make_code()
        recovery = make_recovery_slot(vault.keys, vault.uid, new_code, epoch=vault.keyfile.current)
        vault.store.actor = actor
        with vault.store.write() as session:
            person = session.get_one(Staff, actor.staff_id)
            for told in _administrators_and(session, person):
                staff.raise_notice(session, told, RECOVERY_USED, by=actor)
            changes.describe(session, "vault.recovered", subject=person)
            if keep_code is not None:
                keep_code(new_code)
            vault.write_slots(lambda keyfile: keyfile.with_slot(slot).with_slot(recovery), session)
        vault.store.actor = None
        vault.slot = slot
    except BaseException:
        vault.close()
        raise
    return vault, new_code


def _administrators_and(session: Session, person: Staff) -> list[Staff]:
    administrators = session.scalars(
        select(Staff)
        .join(StaffRole)
        .where(StaffRole.role == Role.ADMINISTRATOR.value, Staff.disabled_at.is_(None))
    )
    return list({one.id: one for one in (person, *administrators)}.values())
