"""Reading the audit trail: who may, whose entries, and the names to show with them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from rmdesk.models import Customer, Role, Staff, StaffRole, VaultState
from rmdesk.services import archive, changes, roles, search
from rmdesk.services.actor import acting
from rmdesk.services.changes import codec
from rmdesk.services.customers.beside import pointing, rows_beside
from rmdesk.services.roles import Limit, Permission, Reach, Scope


def require_reading(session: Session) -> Scope:
    """Raise NotAllowed("role.not_permitted") unless whoever acts may read the audit trail."""
    return roles.require(session, Permission.READ_AUDIT, accepting=(Limit.OWN_PEOPLE,))


def readable_people(session: Session) -> frozenset[str] | None:
    """The uids of the people whose entries may be read; None means everybody's.

    A supervisor's own people are the relationship managers, past ones too, and the supervisor.
    """
    if require_reading(session).reach() == Reach.ALL:
        return None
    managers = (
        select(Staff.uid).join(StaffRole).where(StaffRole.role == Role.RELATIONSHIP_MANAGER.value).distinct()
    )
    return frozenset(session.scalars(managers)) | {acting(session).staff_uid}


def find_entries(
    session: Session,
    *,
    staff_uid: str | None = None,
    kinds: Collection[str] = (),
    subject_uid: str | None = None,
    customer_uid: str | None = None,
    from_: datetime | None = None,
    to: datetime | None = None,
    order: str = "number",
    descending: bool = True,
) -> list[int]:
    """Numbers of the entries that match and may be read, as `changes.find_numbers` gives them.

    `customer_uid`: those that changed a customer or what stands or stood beside them, or were about it.
    """
    people = readable_people(session)
    if people is not None and staff_uid is not None:
        people &= {staff_uid}
    wanted = people if people is not None else (None if staff_uid is None else {staff_uid})
    return changes.find_numbers(
        session,
        staff_uids=wanted,
        kinds=kinds,
        subject_uid=subject_uid,
        row_uids=None if customer_uid is None else _rows_of(session, customer_uid),
        from_=from_,
        to=to,
        order=order,
        descending=descending,
    )


def _rows_of(session: Session, customer_uid: str) -> set[str]:
    id = session.scalar(select(Customer.id).where(Customer.uid == customer_uid))
    if id is None:  # deleted for good: what is left is told by the uid
        return {customer_uid}
    beside = {one.row.uid for one in rows_beside(session, id)}
    return {customer_uid} | beside | changes.deleted_pointing(session, id, pointing())


@dataclass(frozen=True, slots=True)
class CustomerFound:
    """A customer whose entries may be asked for.

    `name` is "" for who may not see customers, else as masked as in the archive.
    """

    uid: str
    number: str
    name: str


def find_customers(session: Session, words: str, *, limit: int) -> list[CustomerFound]:
    """Customers by the whole number, those in the recycle bin too, or by whatever the archive finds them by.

    Raises NotAllowed("role.not_permitted").
    """
    require_reading(session)
    wanted = words.strip()
    if not wanted:
        return []
    numbered = session.execute(
        select(Customer.id, Customer.uid, Customer.number).where(Customer.number == wanted).limit(limit)
    ).all()
    names: dict[int, archive.CustomerRow] = {}
    if roles.allowed(acting(session), Permission.SEE_CUSTOMERS).reach() > Reach.NONE:
        ids = [*(row.id for row in numbered), *search.find(session, wanted, limit=limit)]
        names = {row.id: row for row in archive.load_customers(session, list(dict.fromkeys(ids)))}
    found = {row.uid: CustomerFound(row.uid, row.number, "") for row in numbered}
    found |= {row.uid: CustomerFound(row.uid, row.number or "", row.name) for row in names.values()}
    return list(found.values())[:limit]


def load_entries(session: Session, numbers: Sequence[int]) -> list[changes.SetRow]:
    """The entries with these numbers, in that order; those that may not be read are left out."""
    people = readable_people(session)
    found = [one for one in changes.load_sets(session, numbers) if people is None or one.staff_uid in people]
    customers = customers_of(session, ((one.subject_table, one.subject_uid) for one in found))
    return [replace(one, customer=customers.get(one.subject_uid or "", "")) for one in found]


def customers_of(session: Session, rows: Iterable[tuple[str | None, str | None]]) -> dict[str, str]:
    """The numbers of the customers to whom rows, given by table and uid, belong; by the uid of the row."""
    about: dict[str, set[str]] = {}
    for row_table, uid in rows:
        if row_table and uid:
            about.setdefault(row_table, set()).add(uid)
    found: dict[str, str] = {}
    beside = pointing()
    for name, uids in about.items():
        table = codec.business_tables().get(name)
        if table is None or (name not in beside and name != Customer.__tablename__):
            continue
        id = table.c[beside[name][0]] if name in beside else table.c.id
        # Through an alias, since the table may be that of the customers.
        whose = aliased(Customer)
        statement = select(table.c.uid, whose.number).join_from(table, whose, whose.id == id)
        some = table.c.uid.in_(sorted(uids)) & whose.number.is_not(None)
        found.update((row.uid, row.number) for row in session.execute(statement.where(some)))
    return found


def head(session: Session) -> changes.Head:
    """The newest change set of all: its number and digest."""
    return changes.Head(*session.execute(select(VaultState.head_number, VaultState.head_digest)).one())
