"""Who may see and handle a case: its owner, the manager of its customer, who assists, and those above."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, or_, select, true
from sqlalchemy.orm import Session

from rmdesk.models import Complaint, Customer
from rmdesk.services import roles, rows
from rmdesk.services.actor import acting
from rmdesk.services.errors import NotAllowed
from rmdesk.services.roles import Limit, Permission, Reach, Scope


def require(session: Session) -> Scope:
    """Raises NotAllowed for who handles no complaints at all."""
    return roles.require(session, Permission.HANDLE_COMPLAINTS, accepting=(Limit.ASSIGNED,))


def require_more_than_assisting(session: Session) -> None:
    """Raises NotAllowed for who handles only the cases they were asked to help with."""
    roles.require(session, Permission.HANDLE_COMPLAINTS, accepting=())


def visible(session: Session) -> ColumnElement[bool]:
    """The condition on `Complaint` for the cases whoever acts may see."""
    scope, me = require(session), acting(session).staff_id
    if scope.reach() == Reach.ALL:
        return true()
    conditions: list[Any] = [Complaint.assistant_id == me]
    if scope.reach() > Reach.NONE:
        mine = select(Customer.id).where(or_(Customer.owner_id == me, Customer.stand_in_id == me))
        conditions += [Complaint.owner_id == me, Complaint.customer_id.in_(mine)]
    return or_(*conditions)


def load(session: Session, uid: str) -> Complaint:
    """Raises NotAllowed, UserError `row.gone`."""
    return _checked(session, rows.load(session, Complaint, uid))


def load_seen(session: Session, uid: str, version: int) -> Complaint:
    """Raises NotAllowed, Conflict, UserError `row.gone`."""
    return _checked(session, rows.load_seen(session, Complaint, uid, version))


def check(session: Session, row: Complaint) -> None:
    """Raises NotAllowed."""
    _checked(session, row)


def _checked(session: Session, row: Complaint) -> Complaint:
    there = select(Complaint.id).where(Complaint.id == row.id, visible(session))
    if session.scalar(there) is None:
        raise NotAllowed("role.not_permitted", permission=Permission.HANDLE_COMPLAINTS.value)
    return row
