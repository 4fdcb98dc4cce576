"""Which customers a person may see and change: the one condition that every query of customers uses.

By the table of roles: managers their own and those they cover as stand-in, supervisors and branch heads
all. Whoever may see a customer in full may also edit the record; deleting is for the owner and above.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from sqlalchemy import ColumnElement, and_, case, func, literal, or_, select
from sqlalchemy.orm import Session

from rmdesk.models import Customer, CustomerFact
from rmdesk.services import aliases, masks, roles, rows
from rmdesk.services.actor import acting
from rmdesk.services.errors import Conflict, NotAllowed, UserError
from rmdesk.services.roles import Limit, Permission, Reach

_CHUNK = 5000
_OTHER = aliases.kept(Customer)


def visible(session: Session, *accepting: Limit, deleted: bool = False) -> ColumnElement[bool]:
    """The condition on `Customer` that leaves what whoever acts may see; `deleted`: in the recycle bin.

    `accepting` are the limits that the caller keeps to, such as `Limit.CARD`. Raises NotAllowed.
    """
    lying = Customer.deleted_at.is_not(None) if deleted else Customer.deleted_at.is_(None)
    within = _within(session, Permission.SEE_CUSTOMERS, *accepting)
    return lying if within is None else and_(lying, within)


def seeing(session: Session) -> Callable[[int | None, int | None], bool]:
    """The same as a question about a customer's owner and stand-in, by their ids, once the row was read."""
    actor = acting(session)
    reach = roles.require(session, Permission.SEE_CUSTOMERS, accepting=()).reach()

    def sees(owner_id: int | None, stand_in_id: int | None) -> bool:
        if reach == Reach.ALL or owner_id == actor.staff_id:
            return True
        return reach == Reach.COVERED and stand_in_id == actor.staff_id

    return sees


def listed(session: Session, *, by_fact: bool) -> ColumnElement[bool]:
    """The same condition for long lists, on `CustomerFact` or on `Customer`: it looks at indexes only.

    That nobody in the list lies in the bin is asked of the few in the bin.
    """
    within = _within(session, Permission.SEE_CUSTOMERS)
    lying = select(_OTHER.id).where(_OTHER.deleted_at.is_not(None))
    if not by_fact:
        there = Customer.id.not_in(lying)
        return there if within is None else and_(within, there)
    there = CustomerFact.customer_id.not_in(lying)
    return there if within is None else and_(_of_facts(within), there)


def _of_facts(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    return CustomerFact.customer_id.in_(select(Customer.id).where(condition))


def restorable(session: Session) -> ColumnElement[bool]:
    """The condition on `Customer` of what lies in the recycle bin and may be restored."""
    within = _within(session, Permission.RESTORE_DELETED)
    lying = Customer.deleted_at.is_not(None)
    return lying if within is None else and_(lying, within)


def exportable(session: Session) -> ColumnElement[bool]:
    """The condition on `Customer` of whom whoever acts may export, masked or with a reason."""
    within = _within(session, Permission.EXPORT, Limit.MASKED, Limit.WITH_REASON)
    present = Customer.deleted_at.is_(None)
    return present if within is None else and_(present, within)


def _within(session: Session, permission: Permission, *accepting: Limit) -> ColumnElement[bool] | None:
    actor = acting(session)
    reach = roles.require(session, permission, accepting=accepting).reach(*accepting)
    own = Customer.owner_id == actor.staff_id
    if reach == Reach.ALL:
        return None
    if reach == Reach.COVERED:
        return or_(own, Customer.stand_in_id == actor.staff_id)
    return own


def needed_reach(session: Session, customer: Customer) -> Reach:
    """How far a permission must reach to take in this customer, for whoever acts."""
    me = acting(session).staff_id
    if customer.owner_id == me:
        return Reach.OWN
    return Reach.COVERED if customer.stand_in_id == me else Reach.ALL


def is_ours(session: Session, customer: Customer) -> bool:
    """Whether whoever acts is the customer's manager or stand-in."""
    return needed_reach(session, customer) < Reach.ALL


def listed_name(session: Session, customer: Customer) -> str:
    """The name as lists show it: masked where another manager is in charge, and to who sees no customer."""
    if is_ours(session, customer):
        return customer.name
    sees = roles.allowed(acting(session), Permission.SEE_CUSTOMERS).reach() > Reach.NONE
    if customer.owner_id is None and sees:
        return customer.name
    return masks.masked("name", customer.name)


def require(session: Session, customer: Customer, permission: Permission = Permission.SEE_CUSTOMERS) -> None:
    """Raise NotAllowed unless `permission` takes in this customer without limits."""
    roles.require(session, permission, reach=needed_reach(session, customer), accepting=())


def require_owner(session: Session, customer: Customer, refusal: NotAllowed) -> None:
    """Raise `refusal` unless whoever acts is the manager in charge or may see all customers.

    A stand-in sees the customer, so it says what it is that they may not do.
    """
    if needed_reach(session, customer) == Reach.OWN:
        roles.require(session, Permission.SEE_CUSTOMERS, accepting=())
    else:
        require_all(session, refusal)


def require_all(session: Session, refusal: NotAllowed) -> None:
    """Raise `refusal` unless whoever acts may see all customers."""
    if roles.allowed(acting(session), Permission.SEE_CUSTOMERS).reach() < Reach.ALL:
        raise refusal


def load(session: Session, uid: str) -> Customer:
    """A customer that may be seen; raises UserError `row.gone`, `customer.in_bin`, NotAllowed."""
    customer = rows.load(session, Customer, uid)
    require(session, customer)
    if customer.deleted_at is not None:
        raise UserError("customer.in_bin")
    return customer


def load_editable(session: Session, uid: str, version: int | None = None) -> Customer:
    """A customer to change; raises as `load`, and Conflict unless it is in the `version` that was seen."""
    customer = load(session, uid)
    if version is not None and customer.version != version:
        raise Conflict("row.changed", table="customer", uid=uid, seen=version, present=customer.version)
    return customer


def find(session: Session, number_or_uid: str) -> Customer:
    """The customer of this customer number, or with this uid; raises UserError `customer.unknown`.

    One outside the reach of whoever acts is unknown too: nobody learns of a customer by trying numbers.
    """
    wanted = number_or_uid.strip()
    seen = visible(session)
    # One after the other: asked for either, SQLite would rather walk through all customers of the manager.
    for here in (Customer.uid == wanted.lower(), Customer.number == wanted):
        customer = session.scalars(select(Customer).where(here, seen)).one_or_none()
        if customer is not None:
            return customer
    raise UserError("customer.unknown", number=wanted[:40])


def check_all_visible(session: Session, ids: Collection[int]) -> list[int]:
    """These ids, each once; raises NotAllowed if one may not be seen, UserError `customer.in_bin`.

    `row.gone` if there is no such customer.
    """
    listed = list(dict.fromkeys(ids))
    present, lying = check_within(session, listed, Permission.SEE_CUSTOMERS)
    if present < len(listed):
        raise UserError("row.gone", table="customer")
    if lying:
        raise UserError("customer.in_bin")
    return listed


def check_within(session: Session, ids: Sequence[int], permission: Permission) -> tuple[int, int]:
    """Raise NotAllowed unless `permission` takes in all these customers, also those in the recycle bin.

    Returns how many there are, and how many of them lie in the bin.
    """
    within = _within(session, permission)
    allowed = literal(True) if within is None else within
    counts = [
        session.execute(
            select(
                func.count(),
                func.count(case((allowed, 1))),
                func.count(case((Customer.deleted_at.is_not(None), 1))),
            ).where(Customer.id.in_(ids[start : start + _CHUNK]))
        ).one()
        for start in range(0, len(ids), _CHUNK)
    ]
    present, seen, lying = (sum(count[place] for count in counts) for place in range(3))
    if seen < present:
        raise NotAllowed("role.not_permitted", permission=permission.value)
    return present, lying
