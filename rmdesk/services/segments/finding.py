"""Whom an expression takes in, of those whoever acts may see."""

from __future__ import annotations

from array import array
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session

from rmdesk.models import CustomerFact
from rmdesk.services.anniversaries import LeapDay
from rmdesk.services.care.finding import load_options
from rmdesk.services.customers import access
from rmdesk.services.queries import ids_in_order
from rmdesk.services.segments.compiling import Compiler
from rmdesk.services.segments.expression import Expression, parse, read
from rmdesk.services.segments.fields import FIELDS
from rmdesk.services.segments.named import Names

_FACT = CustomerFact.__table__.c


def condition(
    session: Session, expression: Expression, today: date | None = None, *, only: int | None = None
) -> ColumnElement[bool]:
    """The condition on `CustomerFact` of those in it on a day; who may be seen is asked beside it.

    `only`: the id of the one customer who is looked at.
    """
    ranked = Names(session).listed(FIELDS["tier"])
    leap_day = LeapDay(load_options(session)["birthday"]["leap_day"])
    return Compiler(today or date.today(), ranked, leap_day, only).condition(expression.root)


def statement(
    session: Session, expression: Expression, today: date | None = None, *columns: Any
) -> Select[Any]:
    """The one query of those in it whom whoever acts may see; of their ids unless `columns` are others."""
    found = condition(session, expression, today)
    return select(*(columns or (_FACT.customer_id,))).where(access.listed(session, by_fact=True), found)


def count(session: Session, expression: Expression, today: date | None = None) -> int:
    """How many there are. Raises NotAllowed."""
    return int(session.scalar(statement(session, expression, today, func.count())) or 0)


def find_members(session: Session, expression: Expression, today: date | None = None) -> array[int]:
    """Their ids, those with the largest assets first."""
    # Not by the index of assets: whoever walks it looks at every row in another place.
    assets = _FACT.aum_fen + 0
    found = statement(session, expression, today).order_by(
        assets.desc().nulls_last(), _FACT.customer_id.desc()
    )
    return ids_in_order(session, found)


def find_by_document(session: Session, document: str) -> array[int]:
    """The ids of those in an expression as it is kept, as `find_members`; for lists that are given texts."""
    return find_members(session, read(session, parse(document)))
