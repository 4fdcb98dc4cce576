"""Adding and changing customers."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import Customer, Role, Staff
from rmdesk.services import changes, days, organisations, roles, rows
from rmdesk.services.actor import acting
from rmdesk.services.customers import access, upkeep
from rmdesk.services.customers.fields import BY_NAME, FIELDS, Type
from rmdesk.services.errors import NotAllowed, UserError
from rmdesk.services.names import name_key
from rmdesk.services.roles import Permission, Reach

# Who may be in charge of customers.
_MANAGING = frozenset({Role.RELATIONSHIP_MANAGER, Role.SUPERVISOR, Role.BRANCH_HEAD})
_CARE = frozenset({"owner", "stand_in"})


def add_customer(session: Session, given: Mapping[str, object]) -> Customer:
    """A new customer with these fields (`fields.FIELDS`); one who manages customers gets their own.

    Raises NotAllowed, and UserError as the fields' checks do, `customer.number_taken`,
    `customer.stand_in_is_owner`, `customer.manager_unfit`. KeyError for a field that does not exist.
    """
    scope = roles.require(session, Permission.SEE_CUSTOMERS, accepting=())
    actor = acting(session)
    wanted = {name: value for name, value in given.items() if name != "stage" or value is not None}
    if scope.reach() < Reach.ALL and wanted.setdefault("owner", actor.staff_uid) != actor.staff_uid:
        raise NotAllowed("customer.added_for_other")
    columns = checked(session, wanted)
    if columns.get("name") is None:
        raise UserError("text.empty", what="customer.name")
    customer = Customer(**columns)
    _check_managers(customer)
    _check_number(session, customer)
    session.add(customer)
    session.flush()
    changes.describe(session, "customer.added", subject=customer)
    upkeep.touched(session, [customer.id], revalued=False)
    session.refresh(customer)
    return customer


def edit_customer(session: Session, uid: str, given: Mapping[str, object], *, version: int) -> Customer:
    """Change fields of a customer. Nothing happens if they hold that already.

    Handing a customer to another manager is for those who may see all; the stand-in is for the manager
    in charge, too. Raises as `add_customer`, and Conflict, UserError `row.gone`, `customer.in_bin`.
    """
    customer = access.load_editable(session, uid, version)
    differing = differing_from(customer, checked(session, given, customer))
    require_change(session, customer, differing)
    if not differing:
        return customer
    for column, value in differing.items():
        setattr(customer, column, value)
    with session.no_autoflush:
        _check_managers(customer)
        if "number" in differing:
            _check_number(session, customer)
    session.flush()
    assigned = set(given) <= _CARE
    changes.describe(
        session,
        "customer.assigned" if assigned else "customer.edited",
        subject=customer,
        fields=sorted(given),
    )
    upkeep.touched(session, [customer.id], revalued=False)
    return customer


def checked(
    session: Session, given: Mapping[str, object], customer: Customer | None = None
) -> dict[str, Any]:
    """The columns of the given fields, each value checked; KeyError for a field that does not exist.

    An employer of a new name is added to the organisations; staff must be fit to manage customers,
    unless they are in charge of `customer` already.
    """
    columns: dict[str, Any] = {}
    for name, value in given.items():
        field = BY_NAME[name]
        found = field.checked(value)
        match field.type:
            case Type.DAY:
                columns |= days.columns(found, "birth_")
            case Type.STAFF:
                present = None if customer is None else getattr(customer, field.columns[0])
                columns[field.columns[0]] = None if found is None else _manager(session, found, present)
            case Type.ORGANISATION:
                columns[field.columns[0]] = None if found is None else organisations.named(session, found).id
            case _:
                columns[name] = found
    if columns.get("name") is not None:
        columns["name_key"] = name_key(columns["name"])
    if columns.get("owner_id") is not None:
        columns.setdefault("owner_text", None)  # the name in a file, of one who is nobody here
    return columns


def differing_from(customer: Customer, columns: Mapping[str, Any]) -> dict[str, Any]:
    """Those of `columns` that the customer does not hold already."""
    return {name: value for name, value in columns.items() if getattr(customer, name) != value}


def require_change(session: Session, customer: Customer, columns: Collection[str]) -> None:
    """Raise NotAllowed unless whoever acts may give this customer another manager or stand-in, if asked."""
    if "owner_id" in columns:
        access.require_all(session, NotAllowed("customer.not_assignable"))
    elif "stand_in_id" in columns:
        access.require_owner(session, customer, NotAllowed("customer.stand_in_not_yours"))


def managers(session: Session) -> list[Staff]:
    """The people who may be in charge of customers, by name."""
    active = select(Staff).where(Staff.disabled_at.is_(None)).order_by(Staff.name)
    return [one for one in session.scalars(active) if one.role_set & _MANAGING]


def _manager(session: Session, uid: str, present: int | None) -> int:
    person = rows.load(session, Staff, uid)
    fit = person.disabled_at is None and person.role_set & _MANAGING
    if not fit and person.id != present:
        raise UserError("customer.manager_unfit", name=person.name)
    return person.id


def _check_managers(customer: Customer) -> None:
    if customer.owner_id is not None and customer.owner_id == customer.stand_in_id:
        raise UserError("customer.stand_in_is_owner")


def _check_number(session: Session, customer: Customer) -> None:
    if customer.number is not None:
        taken = select(Customer.id).where(
            Customer.number == customer.number,
            Customer.deleted_at.is_(None),
            Customer.id != (customer.id or 0),
        )
        if session.scalar(taken) is not None:
            raise UserError("customer.number_taken", number=customer.number)


def initial_values() -> dict[str, Any]:
    """Every field empty: what a form for a new customer begins with."""
    return {field.name: False if field.type is Type.FLAG else None for field in FIELDS}
