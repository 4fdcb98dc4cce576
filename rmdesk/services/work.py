"""Who may record and read the work with customers: contacts, promises, visits, tasks.

By the table of roles: who keeps records keeps their own, for any customer they may see in full; the rows
of a customer's own manager and stand-in are theirs too, whoever entered them. Whoever reads the work of
a customer may see the customer in full.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import Business, Customer, Staff
from rmdesk.services import changes, days, roles, rows, values
from rmdesk.services.actor import acting
from rmdesk.services.customers import access
from rmdesk.services.errors import NotAllowed, UserError
from rmdesk.services.roles import Permission

Row = TypeVar("Row", bound=Business)
_Told = TypeVar("_Told")


def load_for_writing(session: Session, customer_uid: str) -> Customer:
    """The customer of a new row; raises NotAllowed, UserError `row.gone`, `customer.in_bin`."""
    roles.require(session, Permission.WRITE_WORK, accepting=())
    return access.load(session, customer_uid)


def load_for_reading(session: Session, customer_uid: str) -> Customer:
    """The customer whose work is read; raises as `load_for_writing`."""
    roles.require(session, Permission.READ_WORK, accepting=())
    return access.load(session, customer_uid)


def load_seen(session: Session, model: type[Row], uid: str, version: int) -> tuple[Row, Customer]:
    """A row to change and its customer; raises Conflict, NotAllowed, `row.gone`, `customer.in_bin`."""
    row = rows.load_seen(session, model, uid, version)
    customer = session.get_one(Customer, row.customer_id)  # type: ignore[attr-defined]
    roles.require(session, Permission.WRITE_WORK, accepting=())
    access.require(session, customer)
    if not (is_own(session, row) or access.is_ours(session, customer)):
        raise NotAllowed("role.not_permitted", permission=Permission.WRITE_WORK.value)
    if customer.deleted_at is not None:
        raise UserError("customer.in_bin")
    return row, customer


def load_to_judge(session: Session, model: type[Row], uid: str, version: int) -> tuple[Row, Customer]:
    """A row to approve or refuse: for those who may, never one's own; raises as `load_seen`."""
    row = rows.load_seen(session, model, uid, version)
    customer = session.get_one(Customer, row.customer_id)  # type: ignore[attr-defined]
    roles.require(session, Permission.APPROVE_WORK)
    access.require(session, customer)
    if is_own(session, row):
        raise NotAllowed("work.own", permission=Permission.APPROVE_WORK.value)
    if customer.deleted_at is not None:
        raise UserError("customer.in_bin")
    return row, customer


def is_own(session: Session, row: Business) -> bool:
    return bool(row.staff_id == acting(session).staff_id)  # type: ignore[attr-defined]


def person(session: Session, uid: object, what: str) -> Staff:
    """An active person by uid; raises UserError `value.not_a_choice`."""
    found = session.scalars(select(Staff).where(Staff.uid == str(uid))).one_or_none()
    if found is None or found.disabled_at is not None:
        raise UserError("value.not_a_choice", what=what)
    return found


def staff_id(session: Session, given: dict[str, Any], what: str) -> None:
    """Put the id of the person under `staff` (a uid) in the place of it; of whoever acts if none is given."""
    uid = given.pop("staff", None)
    given["staff_id"] = acting(session).staff_id if uid is None else person(session, uid, what).id


def edit(session: Session, customer: Customer, row: Business, changed: dict[str, Any], *, kind: str) -> bool:
    """Set checked values; returns whether anything differed. Described as `kind`, about the customer."""
    differing = {name: value for name, value in changed.items() if getattr(row, name) != value}
    if not differing:
        return False
    for name, value in differing.items():
        setattr(row, name, value)
    session.flush()
    changes.describe(session, kind, subject=customer, row=row.uid, fields=sorted(differing))
    return True


def add(session: Session, customer: Customer, row: Row, *, kind: str) -> Row:
    """Keep a new row of checked values. Described as `kind`, about the customer."""
    session.add(row)
    session.flush()
    changes.describe(session, kind, subject=customer, row=row.uid)
    return row


def change(
    session: Session,
    model: type[Row],
    uid: str,
    given: Mapping[str, object],
    checks: Mapping[str, values.Check],
    *,
    version: int,
    kind: str,
) -> None:
    """Set what `checks` let through; raises as `load_seen` and as they do."""
    row, customer = load_seen(session, model, uid, version)
    table = _table(model)
    checked = values.check_all(given, checks, table)
    if "staff" in checked:
        staff_id(session, checked, f"{table}.staff_id")
    edit(session, customer, row, checked, kind=kind)


def settle(
    session: Session,
    model: type[Row],
    uid: str,
    state: enum.StrEnum | str,
    states: type[enum.StrEnum],
    *,
    version: int,
    on: date | None,
    kind: str,
) -> None:
    """Say how something that was agreed ended, on a day (today), or that it is `open` again."""
    row, customer = load_seen(session, model, uid, version)
    table = _table(model)
    chosen = values.choice(state, f"{table}.state", states)
    day = days.check_date(on or date.today(), f"{table}.settled_on", past=True)
    settled = {"state": chosen, "settled_on": None if chosen == "open" else day}
    edit(session, customer, row, settled, kind=kind)


def _table(model: Any) -> str:
    return str(model.__tablename__)


def remove(session: Session, customer: Customer, row: Business, *, kind: str) -> None:
    """Remove a row; described as `kind`, about the customer."""
    uid = row.uid
    session.delete(row)
    session.flush()
    changes.describe(session, kind, subject=customer, row=uid)


def find_to_judge(session: Session, model: type[Row], state: str, *order: Any) -> list[int]:
    """Ids of the rows in a state that wait for whoever acts to judge them, never their own, in this order."""
    roles.require(session, Permission.APPROVE_WORK)
    row: Any = model
    found = select(row.id).join(Customer, Customer.id == row.customer_id)
    waiting = found.where(
        row.state == state, row.staff_id != acting(session).staff_id, access.visible(session)
    )
    return list(session.scalars(waiting.order_by(*order, row.id)))


def load_listed(
    session: Session, model: type[Row], ids: Sequence[int], told: Callable[[Any, Customer, str], _Told]
) -> list[_Told]:
    """Those with these ids whose customers one may see, in that order, each told with customer and staff."""
    row: Any = model
    found = (
        select(row, Customer, Staff.name)
        .join(Customer, Customer.id == row.customer_id)
        .join(Staff, Staff.id == row.staff_id)
        .where(row.id.in_(ids), access.visible(session))
    )
    listed = {one.id: told(one, customer, name) for one, customer, name in session.execute(found)}
    return [listed[one] for one in ids if one in listed]


def colleagues(session: Session) -> list[tuple[str, str]]:
    """Uid and name of every active person, by name: who may have had a contact."""
    roles.require(session, Permission.WRITE_WORK, accepting=())
    found = select(Staff.uid, Staff.name).where(Staff.disabled_at.is_(None)).order_by(Staff.name)
    return [(uid, name) for uid, name in session.execute(found)]
