"""What is asked for of the care calendar: which days, whose customers; and the conditions that say so."""

from __future__ import annotations

import functools
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy import ColumnElement, bindparam, or_, select, union, union_all
from sqlalchemy.orm import Session, aliased

from rmdesk.models import Customer, CustomerFact
from rmdesk.services import roles
from rmdesk.services.actor import acting
from rmdesk.services.care.touchpoint import Kind
from rmdesk.services.errors import UserError
from rmdesk.services.queries import Query
from rmdesk.services.roles import Permission, Reach

LONGEST = 800  # days of one question

FACT = CustomerFact.__table__.c
_IN_BIN = aliased(Customer)
_OWNED, _STOOD_IN_FOR = aliased(Customer), aliased(Customer)
_FEW = 4000  # customers: looking at each of more takes longer than looking at all that falls due
_EACH = union_all(
    select(_OWNED.id).where(_OWNED.owner_id == bindparam("staff")),
    select(_STOOD_IN_FOR.id).where(_STOOD_IN_FOR.stand_in_id == bindparam("staff")),
).subquery()
_ONE_MORE = Query(select(_EACH.c.id).limit(1).offset(_FEW))


@dataclass(frozen=True, slots=True)
class Asked:
    """The days from `first` to `last`, both included, as seen on `today`.

    `manager_id` leaves the customers in that person's charge, None all that whoever acts may see; `tiers`
    are ids of tiers. `customers` leaves these only.
    """

    first: date
    last: date
    today: date
    manager_id: int | None = None
    kinds: frozenset[Kind] | None = None
    tiers: frozenset[int] | None = None
    customers: tuple[int, ...] | None = None

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise UserError("care.wrong_range")
        if (self.last - self.first).days >= LONGEST:
            raise UserError("care.range_too_long", most=LONGEST)

    @property
    def days(self) -> list[date]:
        return [self.first + timedelta(days=one) for one in range((self.last - self.first).days + 1)]

    def between(self, first: date, last: date) -> Asked:
        """The same of other days."""
        return replace(self, first=first, last=last)

    def of_manager(self, manager_id: int) -> Asked:
        """The same of the customers in somebody's charge."""
        return replace(self, manager_id=manager_id)

    def wants(self, kind: Kind) -> bool:
        return self.kinds is None or kind in self.kinds


def reached(session: Session, asked: Asked, without_tiers: Collection[int] = ()) -> list[ColumnElement[bool]]:
    """The conditions on the facts of customers: whom whoever acts may see, who is neither lost nor gone.

    `without_tiers` leaves out customers of tiers for which a rule is off. Raises NotAllowed.
    """
    me, reach = _who(session)
    tiers = None if asked.tiers is None else tuple(sorted(asked.tiers))
    found = list(_conditions(me, reach, asked.manager_id, tiers, tuple(sorted(without_tiers))))
    if asked.customers is not None:
        found.append(FACT.customer_id.in_(asked.customers))
    return found


def among(session: Session, asked: Asked) -> list[ColumnElement[bool]]:
    """What `reached` says of managers once more, as a list of ids that two indexes give.

    With it a query begins at the customers of one person; without it, at all that falls due in the branch.
    Of whoever has very many customers it says nothing. Raises NotAllowed.
    """
    me, reach = _who(session)
    if asked.customers is not None or (asked.manager_id is None and reach == Reach.ALL):
        return []
    if _ONE_MORE.read(session, staff=me if asked.manager_id is None else asked.manager_id):
        return []
    return [_ids(me, reach, asked.manager_id)]


def _who(session: Session) -> tuple[int, Reach]:
    reach = roles.require(session, Permission.SEE_CUSTOMERS, accepting=()).reach()
    return acting(session).staff_id, reach


# Made once for all rules and questions: making them takes longer than the database does for one manager.
@functools.lru_cache(maxsize=64)
def _conditions(
    me: int, reach: Reach, manager_id: int | None, tiers: tuple[int, ...] | None, without: tuple[int, ...]
) -> tuple[ColumnElement[bool], ...]:
    found: list[ColumnElement[bool]] = [FACT.is_lost.is_(False)]
    if reach < Reach.ALL:
        own = FACT.owner_id == me
        found.append(or_(own, FACT.stand_in_id == me) if reach == Reach.COVERED else own)
    if manager_id is not None:
        found.append(FACT.owner_id == manager_id)
    if tiers is not None:
        found.append(FACT.tier_id.in_(tiers))
    if without:
        found.append(or_(FACT.tier_id.is_(None), FACT.tier_id.not_in(without)))
    lying = select(_IN_BIN.id).where(_IN_BIN.deleted_at.is_not(None))
    found.append(FACT.customer_id.not_in(lying))
    return tuple(found)


@functools.lru_cache(maxsize=64)
def _ids(me: int, reach: Reach, manager_id: int | None) -> ColumnElement[bool]:
    owned = select(_OWNED.id)
    if manager_id is not None:
        return FACT.customer_id.in_(owned.where(_OWNED.owner_id == manager_id))
    owned = owned.where(_OWNED.owner_id == me)
    if reach < Reach.COVERED:
        return FACT.customer_id.in_(owned)
    covered = select(_STOOD_IN_FOR.id).where(_STOOD_IN_FOR.stand_in_id == me)
    return FACT.customer_id.in_(union(owned, covered))
