"""The recycle bin: deleting customers, taking them back, and deleting for good.

A deleted customer keeps every row; nobody finds it but here. Deleting for good takes an administrator
and a branch head together, and takes the contents of the change records with it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Column, Table, func, select
from sqlalchemy.orm import Session

from rmdesk.models import (
    Base,
    Business,
    ChangeRecord,
    Customer,
    DailyLogItem,
    Organisation,
    Role,
    Staff,
    Tier,
)
from rmdesk.models.base import utc_now
from rmdesk.services import bulk, changes, masks, refusals, roles, rows
from rmdesk.services.actor import acting
from rmdesk.services.changes import codec
from rmdesk.services.customers import access, upkeep
from rmdesk.services.errors import NotAllowed, UserError
from rmdesk.services.roles import Limit, Permission
from rmdesk.services.vault import Vault, unlock

_CHUNK = 2000

# Who must stand beside whom, by the limit that says so in the table of roles.
_BESIDE = {Limit.JOINTLY_ADMINISTRATOR: Role.ADMINISTRATOR, Limit.JOINTLY_BRANCH_HEAD: Role.BRANCH_HEAD}


@dataclass(frozen=True, slots=True)
class Consent:
    """A second person who agreed, by their password."""

    staff_uid: str


@dataclass(frozen=True, slots=True)
class BinRow:
    """A deleted customer as the bin shows them; the name of another manager's customers is masked."""

    id: int
    uid: str
    version: int
    name: str
    number: str | None
    tier: str | None
    owner: str | None
    deleted_at: datetime
    deleted_by: str | None


def delete_customer(session: Session, uid: str, *, version: int) -> None:
    """Put a customer into the recycle bin, with everything beside them.

    For the manager in charge and those who see all. Relations of others to them stay, hidden until they
    are restored. Raises NotAllowed, Conflict, UserError `row.gone`, `customer.in_bin`.
    """
    customer = access.load_editable(session, uid, version)
    access.require_owner(session, customer, NotAllowed("customer.not_yours_to_delete"))
    customer.deleted_at = utc_now()
    session.flush()
    changes.describe(session, "customer.deleted", subject=customer)
    upkeep.touched(session, [customer.id], revalued=False)


def delete_many(session: Session, ids: Collection[int]) -> int:
    """The same for several; all or none. Returns how many."""
    listed = access.check_all_visible(session, ids)
    for start in range(0, len(listed), _CHUNK):
        chunk = Customer.id.in_(listed[start : start + _CHUNK])
        for owner in session.scalars(select(Customer.owner_id).where(chunk).distinct()):
            if owner != acting(session).staff_id:
                access.require_all(session, NotAllowed("customer.not_yours_to_delete"))
    now = utc_now()
    changes.describe(session, "customer.deleted", customers=len(listed))
    bulk.update(session, Customer, [{"id": one, "deleted_at": now} for one in listed], ["deleted_at"])
    upkeep.touched(session, listed, revalued=False)
    return len(listed)


def find_deleted(session: Session) -> list[int]:
    """Ids of the deleted customers that one may restore or delete for good, the last deleted first."""
    found = select(Customer.id).where(_within_bin(session))
    return list(session.scalars(found.order_by(Customer.deleted_at.desc(), Customer.id.desc())))


def load_deleted(session: Session, ids: Sequence[int]) -> list[BinRow]:
    """Those with these ids, in that order."""
    found = (
        select(Customer, Tier.name, Staff.name)
        .outerjoin(Tier, Tier.id == Customer.tier_id)
        .outerjoin(Staff, Staff.id == Customer.owner_id)
        .where(Customer.id.in_(ids), _within_bin(session))
    )
    people = {one.id: (one, tier, owner) for one, tier, owner in session.execute(found)}
    deleters = _deleters(session, [one.uid for one, _, _ in people.values()])
    listed = []
    for one in (one for one in ids if one in people):
        customer, tier, owner = people[one]
        assert customer.deleted_at is not None
        is_plain = customer.owner_id is None or access.is_ours(session, customer)
        listed.append(
            BinRow(
                customer.id,
                customer.uid,
                customer.version,
                customer.name if is_plain else masks.masked("name", customer.name),
                customer.number,
                tier,
                owner,
                customer.deleted_at,
                deleters.get(customer.uid),
            )
        )
    return listed


def restore_customer(session: Session, uid: str, *, version: int) -> None:
    """Take a customer out of the bin; raises NotAllowed, Conflict, UserError `customer.number_taken`."""
    customer = rows.load_seen(session, Customer, uid, version)
    access.require(session, customer, Permission.RESTORE_DELETED)
    if customer.deleted_at is None:
        return
    taken = select(Customer.id).where(Customer.number == customer.number, Customer.deleted_at.is_(None))
    if customer.number is not None and session.scalar(taken) is not None:
        raise UserError("customer.number_taken", number=customer.number)
    customer.deleted_at = None
    session.flush()
    changes.describe(session, "customer.restored", subject=customer)
    upkeep.touched(session, [customer.id], revalued=False)


# --- for good --------------------------------------------------------------------------------------


def prepare_consent(vault: Vault, name: str, password: str) -> Consent:
    """The agreement of a second person, by their password. Slow; needs no session.

    Raises UserError as signing in does.
    """
    return Consent(unlock(vault.folder, name, password).slot.staff)


def purge_customers(session: Session, uids: Collection[str], consent: Consent | None = None) -> int:
    """Delete customers in the bin for good, with every row beside them and what the records hold of them.

    In submitted logs a line that names nobody stands for each of theirs.

    Takes an administrator and a branch head: whoever acts, and `consent` unless they are both. Raises
    NotAllowed, UserError `bin.second_person`, `bin.not_deleted`, `row.gone`.
    """
    require_both(session, consent)
    people = [rows.load(session, Customer, uid) for uid in dict.fromkeys(uids)]
    if any(one.deleted_at is None for one in people):
        raise UserError("bin.not_deleted")
    _describe(session, consent, len(people), kind="customer.purged")
    remove_for_good(session, people)
    return len(people)


def remove_for_good(session: Session, people: Sequence[Customer]) -> None:
    """Delete customers with every row beside them and what the records hold of them; asks for no role."""
    ids = [one.id for one in people]
    refusals.keep(session, ids)
    upkeep.leaving(session, ids)
    from rmdesk.services.daily_logs import leaving  # the first window does without

    lines = leaving.lines_of_nobody(session, ids)
    _purge(session, Customer, ids, [one.uid for one in people])
    bulk.insert(session, DailyLogItem, lines)


def remove_beside(session: Session, customer: Customer, *, spare: Collection[str]) -> None:
    """Delete the rows beside a customer, but for the tables spared, and what the records hold of them."""
    from rmdesk.services.daily_logs import leaving

    refusals.keep(session, [customer.id])
    lines = leaving.lines_of_nobody(session, [customer.id])
    session.flush()
    gone = _uids_deleted_before(session, Customer, [customer.id])
    for table, columns in pointing(codec.business_tables()[_name(Customer)]):
        for column in columns:
            if table.name not in spare:
                gone += _delete_pointing(session, table, column, [customer.id])
    changes.erase(session, gone)
    bulk.insert(session, DailyLogItem, lines)


def purge_organisations(session: Session, uids: Collection[str], consent: Consent | None = None) -> int:
    """The same for organisations; customers lose them as their employer."""
    require_both(session, consent)
    gone = [rows.load(session, Organisation, uid) for uid in dict.fromkeys(uids)]
    if any(one.deleted_at is None for one in gone):
        raise UserError("bin.not_deleted")
    _describe(session, consent, len(gone), kind="organisation.purged")
    ids = [one.id for one in gone]
    employed = session.scalars(select(Customer.id).where(Customer.employer_id.in_(ids))).all()
    bulk.update(session, Customer, [{"id": one, "employer_id": None} for one in employed], ["employer_id"])
    _purge(session, Organisation, ids, [one.uid for one in gone])
    upkeep.touched(session, employed, revalued=False)
    return len(gone)


def require_both(session: Session, consent: Consent | None) -> None:
    """Raise unless an administrator and a branch head agree: whoever acts, and `consent` if needed."""
    scope = roles.require(session, Permission.PURGE_DELETED)
    together = set(acting(session).roles)
    if consent is not None:
        person = rows.load(session, Staff, consent.staff_uid)
        if person.disabled_at is not None:
            raise NotAllowed("staff.is_disabled", name=person.name)
        together |= person.role_set
    needed = [{_BESIDE[limit] for limit in grant.limits if limit in _BESIDE} for grant in scope.grants]
    if not any(wanted <= together for wanted in needed):
        raise UserError("bin.second_person")


def _describe(session: Session, consent: Consent | None, count: int, *, kind: str) -> None:
    changes.describe(session, kind, rows=count, consent=None if consent is None else consent.staff_uid)


def _purge(session: Session, model: type[Business], ids: list[int], uids: list[str]) -> None:
    """Delete rows and all that belong to them; the contents of their records go too."""
    session.flush()
    gone = [*uids, *_uids_deleted_before(session, model, ids)]
    for table, columns in pointing(codec.business_tables()[_name(model)]):
        for column in columns:
            gone += _delete_pointing(session, table, column, ids)
    bulk.delete(session, model, ids)
    changes.erase(session, gone)


def _delete_pointing(session: Session, table: Table, column: Column[Any], ids: list[int]) -> list[str]:
    """Delete the rows whose column is one of these, and what cannot be without them; returns their uids."""
    child = codec.model_of(str(table.name))
    gone: list[str] = []
    for start in range(0, len(ids), _CHUNK):
        chunk = select(table.c.id, table.c.uid).where(column.in_(ids[start : start + _CHUNK]))
        found = session.execute(chunk).all()
        if not found:
            continue
        rows = [row.id for row in found]
        for other, pointers in pointing(table):
            for pointer in pointers:
                if not pointer.nullable:
                    gone += _delete_pointing(session, other, pointer, rows)
        bulk.delete(session, child, rows)
        gone += [row.uid for row in found]
    return gone


def pointing(target: Table) -> list[tuple[Table, list[Column[Any]]]]:
    """The tables of business rows that point to rows of `target`, with the columns that do.

    Those that point to others of them come first, as they have to go first.
    """
    found = []
    recorded = codec.business_tables()
    for table in reversed(Base.metadata.sorted_tables):
        if table.name not in recorded:
            continue
        columns = [key.parent for key in table.foreign_keys if key.column.table is target]
        if columns and table.name != Customer.__tablename__:
            found.append((table, columns))
    return found


def _uids_deleted_before(session: Session, model: type[Business], ids: list[int]) -> list[str]:
    """Rows that belonged to these and were removed earlier: their records hold all they held."""
    uids: list[str] = []
    for table, columns in pointing(codec.business_tables()[_name(model)]):
        removed = select(ChangeRecord.row_uid, ChangeRecord.before).where(
            ChangeRecord.table_name == table.name,
            ChangeRecord.change == "d",
            ChangeRecord.before.is_not(None),
        )
        wanted = set(map(str, ids))
        for uid, before in session.execute(removed):
            row = codec.row_from_text(before or "{}")
            if any(row.get(column.name) in wanted for column in columns):
                uids.append(uid)
    return uids


def _within_bin(session: Session) -> Any:
    """What one may restore; whoever may delete for good sees all of the bin."""
    if roles.allowed(acting(session), Permission.PURGE_DELETED):
        return Customer.deleted_at.is_not(None)
    return access.restorable(session)


def _deleters(session: Session, uids: list[str]) -> dict[str, str]:
    """Names of those who deleted these customers, by the newest record of it."""
    numbers = (
        select(func.max(ChangeRecord.set_number))
        .where(ChangeRecord.row_uid.in_(uids), ChangeRecord.field == "deleted_at")
        .group_by(ChangeRecord.row_uid)
    )
    found = select(ChangeRecord.row_uid, ChangeRecord.set_number).where(
        ChangeRecord.row_uid.in_(uids),
        ChangeRecord.field == "deleted_at",
        ChangeRecord.set_number.in_(numbers),
    )
    number_of: dict[str, int] = dict(session.execute(found).all())
    by = {one.number: one.staff_uid for one in changes.load_sets(session, list(number_of.values()))}
    names = {one.uid: one.name for one in session.scalars(select(Staff).where(Staff.uid.in_(by.values())))}
    return {
        uid: names[who]
        for uid, number in number_of.items()
        if (who := by.get(number)) is not None and who in names
    }


def _name(model: type[Business]) -> str:
    return str(model.__tablename__)  # type: ignore[attr-defined]
