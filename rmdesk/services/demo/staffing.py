"""The people of the demonstration branch: three managers, a supervisor, a head, a lobby manager, a teller."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import Role, Setting, Staff, StaffRole
from rmdesk.services import changes, facts, roles, settings, staff
from rmdesk.services.demo import action_plans, calendar, logs, planned, salons, voices
from rmdesk.services.demo.filling import Progress, check_empty, fill
from rmdesk.services.errors import UsageError
from rmdesk.services.roles import Permission
from rmdesk.services.vault import Cost, Slot, Vault

MOST_CUSTOMERS = 10_000_000
FILLED = "demo.filled"

# Name, role, mobile. The numbers are well-formed and invented.
PEOPLE: tuple[tuple[str, Role, str], ...] = (
    ("林晓雯", Role.RELATIONSHIP_MANAGER, "13800138001"),
    ("陈立", Role.RELATIONSHIP_MANAGER, "13800138002"),
    ("苏敏", Role.RELATIONSHIP_MANAGER, "13800138003"),
    ("周建国", Role.SUPERVISOR, "13800138004"),
    ("方志远", Role.BRANCH_HEAD, "13800138008"),
    ("何佳怡", Role.LOBBY_MANAGER, "13800138005"),
    ("许婷", Role.TELLER, "13800138007"),
)


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody who is to be added, with the slot of their password."""

    name: str
    role: Role
    mobile: str
    slot: Slot


def check(session: Session, customers: int) -> None:
    """Raise what `add_branch` would refuse, before anything slow is done.

    NotAllowed; UserError `demo.not_empty`; UsageError `demo.customers_out_of_range`.
    """
    if not 0 <= customers <= MOST_CUSTOMERS:
        raise UsageError("demo.customers_out_of_range", most=MOST_CUSTOMERS)
    roles.require(session, Permission.MANAGE_STAFF)
    roles.require(session, Permission.DEMONSTRATION_DATA)
    check_empty(session)


def prepare_people(vault: Vault, taken: Collection[str], password: str) -> list[Newcomer]:
    """The branch's people with their password, which is their own, not for one use. Slow.

    Whose name is among `taken` gets a number behind it. The passwords are at the least cost: what they
    protect is invented.
    """
    found = []
    for name, role, mobile in PEOPLE:
        free = next(
            one for one in (name, *(f"{name}{number}" for number in range(2, 100))) if one not in taken
        )
        uid = staff.new_staff_uid()
        slot = staff.prepare_password(vault, free, uid, password, one_use=False, cost=Cost.FLOOR)
        found.append(Newcomer(free, role, mobile, slot))
    return found


def add_branch(
    session: Session,
    vault: Vault,
    people: Collection[Newcomer],
    *,
    customers: int,
    seed: int,
    today: date,
    contacts_each: int | None = None,
    progress: Progress | None = None,
) -> list[Staff]:
    """Add these people and this many invented customers, as one change set; returns the people.

    `contacts_each`: about so many contacts with every customer, for measurements.

    The vault is a demonstration from then on. Raises as `check` does, and what `progress(done, total)`
    raises: nothing is kept then.
    """
    check(session, customers)
    changes.describe(session, FILLED, customers=customers, seed=seed)
    added = [
        staff.add_staff(session, vault, one.name, {one.role}, one.slot, mobile=one.mobile) for one in people
    ]
    if session.scalar(select(Setting.id).where(Setting.name == "vault.demonstration")) is None:
        settings.fix(session, "vault.demonstration", True)
    add_customers(
        session,
        customers=customers,
        seed=seed,
        today=today,
        contacts_each=contacts_each,
        progress=progress,
    )
    for one in added:  # what was written in bulk let go of them
        session.refresh(one, ["name", "uid", "roles"])
    return added


def add_customers(
    session: Session,
    *,
    customers: int,
    seed: int,
    today: date,
    contacts_each: int | None = None,
    progress: Progress | None = None,
) -> None:
    """Add invented customers of whoever manages relationships here, and what follows from them."""
    changes.describe(session, FILLED, customers=customers, seed=seed)

    def having(*roles: Role) -> list[int]:
        found = select(Staff.id).join(StaffRole).where(Staff.disabled_at.is_(None))
        found = found.where(StaffRole.role.in_([role.value for role in roles])).distinct()
        return list(session.scalars(found.order_by(Staff.id)))

    fill(
        session,
        customers=customers,
        seed=seed,
        today=today,
        managers=having(Role.RELATIONSHIP_MANAGER),
        helpers=having(Role.TELLER, Role.LOBBY_MANAGER),
        contacts_each=contacts_each,
        progress=progress,
    )
    facts.refresh(session)
    calendar.invent(session, today, caught_up=contacts_each is None)
    planned.invent(session, today, having(Role.RELATIONSHIP_MANAGER))
    if contacts_each is None:
        voices.invent(session, today, having(Role.RELATIONSHIP_MANAGER), having(Role.LOBBY_MANAGER))
        salons.invent(session, today, having(Role.RELATIONSHIP_MANAGER))
        action_plans.invent(session, seed, today, having(Role.RELATIONSHIP_MANAGER))
        logs.invent(session, today)
