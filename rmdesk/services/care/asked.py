"""What is asked for of the care calendar: which days, whose customers; and the conditions that say so."""

from __future__ import annotations

import functools
import json
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum, auto
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, FromClause, Select, literal_column, or_, select, union_all
from sqlalchemy.orm import Session

from rmdesk.models import CustomerFact, LostCustomer
from rmdesk.services import roles
from rmdesk.services.actor import acting
from rmdesk.services.care.touchpoint import Kind
from rmdesk.services.errors import UserError
from rmdesk.services.queries import given, listed
from rmdesk.services.roles import Permission, Reach

LONGEST = 800  # days of one question

FACTS: FromClause = CustomerFact.__table__
FACT = CustomerFact.__table__.c
# What the index of a manager's customers holds (`CustomerFact`): the rows themselves are not looked at.
_OF_ONE_MANAGER = (
    "customer_id",
    "tier_id",
    "is_lost",
    "known_since",
    "birth_key",
    "no_greetings",
    "bereaved_on",
    "risk_assessed_on",
    "call_due_on",
    "meeting_due_on",
    "leaders_due_on",
    "gender",
    "calling",
    "aum_fen",
    "next_maturity_on",
    "next_premium_on",
)


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
    """The conditions on the facts of customers: whom whoever acts may see, who is not lost.

    `without_tiers` leaves out customers of tiers for which a rule is off. Raises NotAllowed.
    """
    me, reach = _who(session)
    tiers = None if asked.tiers is None else tuple(sorted(asked.tiers))
    found = list(_conditions(me, reach, asked.manager_id, tiers, tuple(sorted(without_tiers))))
    if asked.customers is not None:
        found.append(FACT.customer_id.in_(asked.customers))
    return found


class _Begun(Enum):
    """Where a statement begins: at everybody, or at the customers of one manager."""

    ANYWHERE = auto()
    OWNED = auto()
    COVERED = auto()  # owned, and those of others whom whoever acts stands in for
    STOOD_IN_FOR = auto()  # of one other manager
    RICHEST = auto()  # at those of everybody who are worth most, one after the other in their order


class Shape(NamedTuple):
    """All of a question that changes the text of a statement: statements are made once for each."""

    begun: _Begun
    reach: Reach
    of_manager: bool
    of_tiers: bool
    without_tiers: bool
    of_customers: bool

    @property
    def begins_at_customers(self) -> bool:
        return self.begun is not _Begun.ANYWHERE

    @property
    def begins_at_richest(self) -> bool:
        return self.begun is _Begun.RICHEST

    @property
    def is_everybody(self) -> bool:
        narrowed = self.of_manager or self.of_tiers or self.without_tiers or self.of_customers
        return self.reach == Reach.ALL and not narrowed

    @property
    def is_everybody_of_tiers(self) -> bool:
        """Whether nothing but the tier tells who is meant."""
        return self._replace(of_tiers=False, without_tiers=False).is_everybody

    def of_the_richest(self) -> Shape:
        return self._replace(begun=_Begun.RICHEST)

    def facts(self) -> FromClause:
        """The facts of customers for the FROM of a statement."""
        return _facts(self.begun)

    def conditions(self, fact: FromClause) -> list[ColumnElement[bool]]:
        """The conditions on these facts: who is not lost, and whom the question is about."""
        column = fact.c
        found: list[ColumnElement[bool]] = [column.is_lost.is_(False)]
        if self.begun is _Begun.ANYWHERE:
            mine = column.owner_id == given("me") if self.reach < Reach.ALL else None
            if mine is not None:
                is_covered = self.reach == Reach.COVERED
                found.append(or_(mine, column.stand_in_id == given("me")) if is_covered else mine)
            if self.of_manager:
                found.append(column.owner_id == given("manager"))
        found += self.tiers(column.tier_id)
        if self.of_customers:
            found.append(column.customer_id.in_(listed("customers")))
        return found

    def tiers(self, tier_id: ColumnElement[Any]) -> list[ColumnElement[bool]]:
        """The conditions on the tier of a customer."""
        found: list[ColumnElement[bool]] = []
        if self.of_tiers:
            found.append(tier_id.in_(listed("tiers")))
        if self.without_tiers:
            found.append(or_(tier_id.is_(None), tier_id.not_in(listed("without_tiers"))))
        return found


def there(customer: ColumnElement[Any], *, ungreeted: bool = False) -> list[ColumnElement[bool]]:
    """The conditions on the id of a customer that leave out who is lost, and `ungreeted`: who wants no
    greetings.

    Of everybody, it is these few who are looked up, and not whom a question is about.
    """
    found: list[ColumnElement[bool]] = [customer.not_in(select(LostCustomer.customer_id))]
    return [*found, customer.not_in(unwilling())] if ungreeted else found


def unwilling() -> Select[int]:
    """The ids of those few who want no greetings."""
    yes: ColumnElement[Any] = literal_column("1")  # as the index of these few says it
    return select(FACT.customer_id).where(FACT.no_greetings == yes).correlate(None)


class Whose(NamedTuple):
    """Whom a question is about: the shape of its statements, and the values of their parameters."""

    shape: Shape
    values: dict[str, Any]


def whose(session: Session, asked: Asked, without_tiers: Collection[int] = ()) -> Whose:
    """The same as `reached`, for statements that are made once. Raises NotAllowed."""
    me, reach = _who(session)
    manager = asked.manager_id
    begun = _Begun.ANYWHERE
    if asked.customers is None:
        if reach == Reach.ALL:
            begun = _Begun.ANYWHERE if manager is None else _Begun.OWNED
        elif manager is None or manager == me:
            begun = _Begun.COVERED if reach == Reach.COVERED and manager is None else _Begun.OWNED
        elif reach == Reach.COVERED:
            begun = _Begun.STOOD_IN_FOR
    shape = Shape(
        begun,
        reach,
        manager is not None,
        asked.tiers is not None,
        bool(without_tiers),
        asked.customers is not None,
    )
    values = {
        "me": me,
        "manager": me if manager is None else manager,
        "tiers": json.dumps(sorted(asked.tiers or ())),
        "without_tiers": json.dumps(sorted(without_tiers)),
        "customers": json.dumps(asked.customers or ()),
    }
    return Whose(shape, values)


@functools.cache
def _facts(begun: _Begun) -> FromClause:
    if begun is _Begun.ANYWHERE:
        return FACTS
    if begun is _Begun.RICHEST:
        return FACTS.alias("fact")
    columns = [FACT[name] for name in _OF_ONE_MANAGER]
    owned = select(*columns).where(FACT.owner_id == given("manager"))
    covered = select(*columns).where(FACT.stand_in_id == given("me"))
    match begun:
        case _Begun.OWNED:
            return owned.subquery("fact")
        case _Begun.STOOD_IN_FOR:
            return covered.where(FACT.owner_id == given("manager")).subquery("fact")
    others = or_(FACT.owner_id.is_(None), FACT.owner_id != given("manager"))
    return union_all(owned, covered.where(others)).subquery("fact")


def _who(session: Session) -> tuple[int, Reach]:
    reach = roles.require(session, Permission.SEE_CUSTOMERS, accepting=()).reach()
    return acting(session).staff_id, reach


# Made once for all questions: making them takes longer than the database does for one manager.
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
    return tuple(found)
