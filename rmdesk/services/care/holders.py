"""Whose a touchpoint is that was handed over: the colleague's who was given it, while they can act upon it.

It is no longer of whoever gave it, until that colleague has left or no longer sees the customer.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from sqlalchemy import ColumnElement, or_, select, tuple_
from sqlalchemy.orm import Session

from rmdesk.models import ActState, CustomerFact, Staff, TouchpointAct
from rmdesk.services import roles
from rmdesk.services.actor import Actor, acting
from rmdesk.services.care.asked import FACT, Asked
from rmdesk.services.care.touchpoint import Key
from rmdesk.services.queries import Query
from rmdesk.services.roles import Permission, Reach

_ACT = TouchpointAct.__table__.c
_ANY_GIVEN = Query(select(_ACT.id).where(_ACT.handed_to_id.is_not(None)).limit(1))


class Giving(NamedTuple):
    """Who gave it to whom, as it is told: one name only, of the other of the two."""

    handed_to: str | None = None
    handed_by: str | None = None


class Holders:
    """Those who were given something, as one question needs them."""

    def __init__(self, session: Session, asked: Asked) -> None:
        self._asked, self._me = asked, acting(session).staff_id
        sees_all = roles.allowed(acting(session), Permission.SEE_CUSTOMERS).reach() == Reach.ALL
        # Without a manager, those who see everybody ask about the branch; others about what is theirs.
        self._only = asked.manager_id if sees_all or asked.manager_id is not None else self._me
        self._people: dict[int, Actor] = {}
        self._names: dict[int, str] = {}
        if _ANY_GIVEN.read(session):
            given = select(_ACT.handed_to_id).where(_ACT.handed_to_id.is_not(None)).distinct()
            people = session.scalars(select(Staff).where(Staff.id.in_(given))).all()
            self._people = {one.id: Actor.of(one) for one in people if one.disabled_at is None}
            self._names = dict(session.execute(select(Staff.id, Staff.name)).all())

    def condition(self) -> list[ColumnElement[bool]]:
        """What may concern the manager asked about: their customers', and what was given to them."""
        manager = self._asked.manager_id
        return [] if manager is None else [or_(FACT.owner_id == manager, _ACT.handed_to_id == manager)]

    def giving(
        self, given_to: int | None, given_by: int, owner_id: int | None, stand_in_id: int | None
    ) -> Giving | None:
        """What is to be told of an act upon a customer of these; None if it is not of whom is asked about."""
        taker = self._people.get(given_to or 0)
        if taker is None or not may_take(taker, owner_id, stand_in_id):
            return Giving() if self._asked.manager_id in (None, owner_id) else None
        if self._only is not None and self._only != taker.staff_id:
            return None
        if taker.staff_id == self._me:
            return Giving(handed_by=self._names.get(given_by))
        return Giving(handed_to=self._names.get(taker.staff_id))


def may_take(actor: Actor, owner_id: int | None, stand_in_id: int | None) -> bool:
    """Whether somebody keeps records and sees a customer of these."""
    if roles.allowed(actor, Permission.WRITE_WORK).reach() == Reach.NONE:
        return False
    match roles.allowed(actor, Permission.SEE_CUSTOMERS).reach():
        case Reach.ALL:
            return True
        case Reach.COVERED:
            return actor.staff_id in (owner_id, stand_in_id)
        case Reach.OWN:
            return actor.staff_id == owner_id
    return False


def given_away(session: Session, asked: Asked, keys: Collection[Key]) -> set[Key]:
    """Those of these touchpoints that whoever acts handed over to somebody whose they are now."""
    if not keys:
        return set()
    found = (
        select(TouchpointAct, FACT.owner_id, FACT.stand_in_id)
        .join(CustomerFact, FACT.customer_id == _ACT.customer_id)
        .where(_ACT.state == ActState.POSTPONED.value, _ACT.handed_to_id.is_not(None))
        .where(tuple_(_ACT.customer_id, _ACT.due_on).in_({(key.customer_id, key.due_on) for key in keys}))
    )
    rows = session.execute(found).all()
    if not rows:
        return set()
    holders = Holders(session, asked)
    given = {
        Key(act.rule, act.customer_id, act.subject, act.due_on): holders.giving(
            act.handed_to_id, act.staff_id, owner_id, stand_in_id
        )
        for act, owner_id, stand_in_id in rows
    }
    return {key for key, giving in given.items() if key in keys and (giving is None or giving.handed_to)}
