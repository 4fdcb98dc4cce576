"""People who sign in: adding, renaming, roles, passwords, disabling.

Whatever needs a password is in two steps, because Argon2id takes up to a second and a write
transaction must not wait for it: `prepare_password` (or `prepare_own_password`) makes a slot without
touching anything, then the use case puts it into the key file together with the change of the row.
"""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from rmdesk.models import Role, Staff, StaffNotice, StaffRole
from rmdesk.models.base import new_uid, utc_now
from rmdesk.services import changes, roles, rows, text
from rmdesk.services.actor import Actor, acting
from rmdesk.services.errors import NotAllowed, UserError
from rmdesk.services.roles import Permission

# Loaded by the functions that open or write key files: the process that reads a file for an import loads
# this module too and opens none, and the libraries behind them take 10 MB.
if TYPE_CHECKING:
    from rmdesk.services.vault import Cost, Finding, KeyFile, Slot, Vault

NAME_LONGEST = 60
ONE_USE_PASSWORD_RESET = "staff.password_reset"
ONE_USE_PASSWORD_USED = "staff.one_use_password_used"


# --- finding ---------------------------------------------------------------------------------------


def find_staff(
    session: Session,
    *,
    search: str = "",
    with_disabled: bool = True,
    sort: str = "name",
    descending: bool = False,
) -> list[int]:
    """Ids of people, those still here first; `search` is part of a name, `sort` one of name, disabled_at.

    Names and roles of colleagues are no secret within the branch; mobile numbers are masked when shown.
    """
    columns = {"name": Staff.name, "disabled_at": Staff.disabled_at}
    column = columns[sort]
    found: Select[tuple[int]] = select(Staff.id)
    if search.strip():
        found = found.where(
            Staff.name.contains(unicodedata.normalize("NFC", search.strip()), autoescape=True)
        )
    if not with_disabled:
        found = found.where(Staff.disabled_at.is_(None))
    order = column.desc() if descending else column.asc()
    return list(session.scalars(found.order_by(Staff.disabled_at.is_not(None), order, Staff.id)))


def load_staff(session: Session, ids: Sequence[int]) -> list[Staff]:
    """The people with these ids, in that order."""
    people = {one.id: one for one in session.scalars(select(Staff).where(Staff.id.in_(ids)))}
    return [people[one] for one in ids if one in people]


def list_staff(session: Session, *, with_disabled: bool = True) -> list[Staff]:
    return load_staff(session, find_staff(session, with_disabled=with_disabled))


def get_active(session: Session, name: str) -> Staff:
    """The active person of this name; raises UserError `staff.unknown`, NotAllowed `staff.is_disabled`."""
    people = _named(session, name)
    if not people:
        raise UserError("staff.unknown", name=name)
    if people[0].disabled_at is not None:
        raise NotAllowed("staff.is_disabled", name=people[0].name)
    return people[0]


def get_disabled(session: Session, name: str) -> Staff:
    """Who of this name was disabled last; raises UserError `staff.unknown`, `staff.not_disabled`."""
    people = _named(session, name)
    if not people:
        raise UserError("staff.unknown", name=name)
    if people[0].disabled_at is None:
        raise UserError("staff.not_disabled", name=people[0].name)
    return people[0]


def _named(session: Session, name: str) -> list[Staff]:
    """Everybody who has or had this name: the active person, then those disabled, the last one first."""
    kept = unicodedata.normalize("NFC", name).strip()
    newest = (Staff.disabled_at.is_not(None), Staff.disabled_at.desc(), Staff.id.desc())
    return list(session.scalars(select(Staff).where(Staff.name == kept).order_by(*newest)))


# --- passwords, made beforehand --------------------------------------------------------------------


def new_staff_uid() -> str:
    """The uid to prepare a new person's password with."""
    return new_uid()


def prepare_password(
    vault: Vault, name: str, staff_uid: str, password: str, *, one_use: bool, cost: Cost | None = None
) -> Slot:
    """The slot of a password chosen by somebody else. Slow; reads and writes nothing of the vault."""
    from rmdesk.services.vault import make_password_slot

    kept = text.line(name, "staff.name", longest=NAME_LONGEST)
    return make_password_slot(
        vault.keys,
        vault.uid,
        kept,
        staff_uid,
        password,
        one_use=one_use,
        cost=cost,
        epoch=vault.keyfile.current,
    )


def prepare_own_password(vault: Vault, old: str, new: str, *, cost: Cost | None = None) -> Slot:
    """The slot of one's own new password. Slow, twice over: the old one is tried first.

    Raises UserError `password.wrong` for the old one, `password.unchanged`, and what a new one may lack.
    """
    from rmdesk.services.vault import unlock

    own = vault.keyfile.of_staff(vault.slot.staff)
    if own is None:
        raise UserError("auth.no_password", name=vault.slot.name)
    unlock(vault.folder, own.name, old)
    if unicodedata.normalize("NFC", old) == unicodedata.normalize("NFC", new):
        raise UserError("password.unchanged")
    return prepare_password(vault, own.name, own.staff, new, one_use=False, cost=cost)


# --- use cases -------------------------------------------------------------------------------------


def add_staff(
    session: Session,
    vault: Vault,
    name: str,
    roles_given: Iterable[Role],
    slot: Slot,
    *,
    mobile: str | None = None,
) -> Staff:
    """A new person, who signs in with the password of `slot` (prepared for a `new_staff_uid`)."""
    roles.require(session, Permission.MANAGE_STAFF)
    chosen = _some(roles_given)
    person = Staff(uid=slot.staff, name=_free_name(session, name), mobile=read_mobile(mobile))
    person.roles = [StaffRole(role=role.value) for role in chosen]
    _check_slot(slot, person)
    session.add(person)
    session.flush()
    changes.describe(session, "staff.added", subject=person, roles=sorted(chosen))
    vault.write_slots(lambda keyfile: keyfile.with_slot(slot), session)
    return person


def rename_staff(session: Session, vault: Vault, uid: str, name: str, *, version: int) -> None:
    """Change a sign-in name, in the key file too. Nothing happens if it is that already."""
    roles.require(session, Permission.MANAGE_STAFF)
    person = _editable(session, uid, version)
    kept = text.line(name, "staff.name", longest=NAME_LONGEST)
    if kept == person.name:
        return
    person.name = _free_name(session, kept)
    session.flush()
    changes.describe(session, "staff.renamed", subject=person)

    def renamed(keyfile: KeyFile) -> KeyFile:
        slot = keyfile.of_staff(uid)
        if slot is None:
            return keyfile
        return keyfile.with_slot(dataclasses.replace(slot, name=kept).vouched(vault.keys, vault.uid))

    vault.write_slots(renamed, session)


def set_mobile(session: Session, uid: str, mobile: str | None, *, version: int) -> None:
    """Set a person's mobile number; None or "" removes it."""
    roles.require(session, Permission.MANAGE_STAFF)
    person = _editable(session, uid, version)
    number = read_mobile(mobile)
    if number == person.mobile:
        return
    person.mobile = number
    session.flush()
    changes.describe(session, "staff.mobile_set", subject=person)


def set_roles(session: Session, uid: str, roles_given: Iterable[Role], *, version: int) -> None:
    """Give a person exactly these roles. They apply from the person's next sign-in."""
    roles.require(session, Permission.MANAGE_STAFF)
    person = _editable(session, uid, version)
    chosen = _some(roles_given)
    former = person.role_set
    if chosen == former:
        return
    if Role.ADMINISTRATOR in former - chosen:
        _keep_an_administrator(session, person)
    person.roles = [row for row in person.roles if Role(row.role) in chosen] + [
        StaffRole(role=role.value) for role in sorted(chosen - former)
    ]
    # The roles are rows of their own; whoever saw the person with the former ones must notice.
    person.version += 1
    session.flush()
    changes.describe(
        session,
        "staff.roles_set",
        subject=person,
        given=sorted(chosen - former),
        taken=sorted(former - chosen),
    )


def disable_staff(session: Session, vault: Vault, uid: str, *, version: int) -> Finding:
    """Take a person's sign-in away; their work stays. Returns the proposal to renew the master key.

    A person who once unlocked the vault may have kept a copy of it and of its key file.
    """
    from rmdesk.services.vault import Finding

    roles.require(session, Permission.MANAGE_STAFF)
    person = _editable(session, uid, version)
    if person.uid == acting(session).staff_uid:
        raise NotAllowed("staff.not_oneself")
    if Role.ADMINISTRATOR in person.role_set:
        _keep_an_administrator(session, person)
    person.disabled_at = utc_now()
    session.flush()
    changes.describe(session, "staff.disabled", subject=person)
    vault.write_slots(lambda keyfile: keyfile.without_staff(uid), session)
    return Finding("staff.rotation_proposed", {"name": person.name})


def enable_staff(session: Session, vault: Vault, uid: str, slot: Slot, *, version: int) -> None:
    """Let a disabled person sign in again, with the one-use password of `slot`."""
    roles.require(session, Permission.MANAGE_STAFF)
    person = rows.load_seen(session, Staff, uid, version)
    if person.disabled_at is None:
        raise UserError("staff.not_disabled", name=person.name)
    person.name = _free_name(session, person.name)
    person.disabled_at = None
    _check_slot(slot, person)
    session.flush()
    changes.describe(session, "staff.enabled", subject=person)
    vault.write_slots(lambda keyfile: keyfile.with_slot(slot), session)


def reset_password(session: Session, vault: Vault, uid: str, slot: Slot) -> None:
    """Give a person the one-use password of `slot`; they are told who did it and when."""
    roles.require(session, Permission.MANAGE_STAFF)
    actor = acting(session)
    person = rows.load(session, Staff, uid)
    if person.uid == actor.staff_uid:
        raise NotAllowed("staff.not_own_reset")
    _check_active(person)
    _check_slot(slot, person)
    raise_notice(session, person, ONE_USE_PASSWORD_RESET, by=actor)
    changes.describe(session, "staff.password_reset", subject=person)
    vault.write_slots(lambda keyfile: keyfile.with_slot(slot), session)


def change_password(session: Session, vault: Vault, slot: Slot) -> None:
    """Put one's own new password (`prepare_own_password`) in place of the old one."""
    person = rows.load(session, Staff, acting(session).staff_uid)
    _check_slot(slot, person)
    changes.note(session, "staff.password_changed", subject=person)
    vault.write_slots(lambda keyfile: keyfile.with_slot(slot), session)


# --- notices ---------------------------------------------------------------------------------------


def raise_notice(session: Session, person: Staff, code: str, *, by: Actor | None) -> None:
    """Tell a person something at their sign-ins until they have read it; once is enough."""
    unread = select(StaffNotice.id).where(
        StaffNotice.staff_id == person.id, StaffNotice.code == code, StaffNotice.read_at.is_(None)
    )
    if code != ONE_USE_PASSWORD_RESET and session.scalar(unread.limit(1)) is not None:
        return
    session.add(
        StaffNotice(
            staff_id=person.id, code=code, by_id=None if by is None else by.staff_id, raised_at=utc_now()
        )
    )


def find_unread_notices(session: Session, staff_id: int) -> list[StaffNotice]:
    """What a person has still to be told, oldest first."""
    unread = select(StaffNotice).where(StaffNotice.staff_id == staff_id, StaffNotice.read_at.is_(None))
    return list(session.scalars(unread.order_by(StaffNotice.id)))


def read_notices(session: Session, uids: Iterable[str]) -> None:
    """Mark one's own notices as read."""
    actor = acting(session)
    wanted = frozenset(uids)
    read = [one for one in find_unread_notices(session, actor.staff_id) if one.uid in wanted]
    for notice in read:
        notice.read_at = utc_now()
    if read:
        session.flush()
        changes.describe(session, "staff.notices_read", subject=rows.load(session, Staff, actor.staff_uid))


# --- checks ----------------------------------------------------------------------------------------


def _some(roles_given: Iterable[Role]) -> frozenset[Role]:
    chosen = frozenset(Role(role) for role in roles_given)
    if not chosen:
        raise UserError("staff.no_role")
    return chosen


def _free_name(session: Session, name: str) -> str:
    kept = text.line(name, "staff.name", longest=NAME_LONGEST)
    taken = select(Staff.id).where(Staff.name == kept, Staff.disabled_at.is_(None))
    if session.scalar(taken) is not None:
        raise UserError("staff.name_taken", name=kept)
    return kept


def read_mobile(typed: str | None) -> str | None:
    """A Chinese mobile number as eleven digits; full-width digits, separators and +86 are understood."""
    digits = re.sub(r"[\s()-]", "", unicodedata.normalize("NFKC", typed or ""))
    digits = re.sub(r"^(?:\+|00)86", "", digits)
    if digits and not re.fullmatch(r"1[3-9][0-9]{9}", digits):
        raise UserError("staff.mobile_wrong")
    return digits or None


def _editable(session: Session, uid: str, version: int) -> Staff:
    person = rows.load_seen(session, Staff, uid, version)
    _check_active(person)
    return person


def _check_active(person: Staff) -> None:
    if person.disabled_at is not None:
        raise UserError("staff.is_disabled", name=person.name)


def _check_slot(slot: Slot, person: Staff) -> None:
    """A slot opens the vault for exactly the person it was prepared for."""
    if slot.staff != person.uid or slot.name != person.name:
        raise UserError("staff.changed_meanwhile", name=person.name)


def _keep_an_administrator(session: Session, person: Staff) -> None:
    if not _administrators(session, besides=person.id):
        raise UserError("staff.last_administrator", name=person.name)


def check_administrator_left(session: Session) -> None:
    """Raise UserError("staff.no_administrator") if nobody could manage staff any more."""
    session.flush()
    if not _administrators(session, besides=0):
        raise UserError("staff.no_administrator")


def _administrators(session: Session, *, besides: int) -> int:
    administrators = (
        select(func.count())
        .select_from(Staff)
        .join(StaffRole)
        .where(StaffRole.role == Role.ADMINISTRATOR.value, Staff.disabled_at.is_(None), Staff.id != besides)
    )
    return session.scalar(administrators) or 0
