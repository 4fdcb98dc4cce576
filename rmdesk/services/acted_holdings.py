"""What was acted upon of that which falls due on holdings, kept by its days (`ActedHolding`).

It follows from acts, holdings and facts of a customer, and is made anew behind the facts
(`services/facts.py`). Of whom nothing is due, or was not yet on the day, nothing is kept.
"""

from __future__ import annotations

import functools
from collections.abc import Collection
from typing import Any, cast

from sqlalchemy import (
    ColumnElement,
    Connection,
    Dialect,
    Integer,
    Select,
    Table,
    bindparam,
    case,
    delete,
    insert,
    or_,
    select,
)

from rmdesk.models import ActedHolding, CustomerFact, Holding, TouchpointAct
from rmdesk.services.prepared import Prepared

PREMIUM = "premium"  # the rule by which a holding falls due on another day than that of its maturity

_ACTED = cast(Table, ActedHolding.__table__)
_ACT = TouchpointAct.__table__.c
_FACT = CustomerFact.__table__.c
_HELD = Holding.__table__.c
_IDS = bindparam("ids", expanding=True, type_=Integer)
_ONE = bindparam("one", 0, Integer)


def refresh_one(connection: Connection, customer_id: int) -> None:
    """Write anew what is kept of a customer, if anything differs."""
    computing, standing = _comparing(connection.dialect)
    if sorted(computing.rows(connection, one=customer_id)) != sorted(
        standing.rows(connection, one=customer_id)
    ):
        refresh(connection, [customer_id])


def refresh(connection: Connection, ids: Collection[int] | None) -> None:
    """The same of these customers, who are few enough for one statement, or of all (None)."""
    remove(connection, ids)
    found = _found() if ids is None else _found().where(_ACT.customer_id.in_(_IDS))
    inserting = insert(_ACTED).from_select([column.name for column in _ACTED.c], found)
    connection.execute(inserting, {} if ids is None else {"ids": list(ids)})


def remove(connection: Connection, ids: Collection[int] | None) -> None:
    if ids is None:
        connection.execute(delete(_ACTED))
    else:
        connection.execute(delete(_ACTED).where(_ACTED.c.customer_id.in_(_IDS)), {"ids": list(ids)})


def _found() -> Select[Any]:
    """What is to be kept, in the order of the table's columns."""
    falls_on: ColumnElement[Any] = case((_ACT.rule == PREMIUM, _HELD.premium_due_on), else_=_HELD.matures_on)
    values = {
        "rule": _ACT.rule,
        "due_on": _ACT.due_on,
        "falls_on": falls_on,
        "holding_id": _HELD.id,
        "customer_id": _HELD.customer_id,
        "kind": _HELD.kind,
        "bank": _HELD.bank,
        "amount_fen": _HELD.amount_fen * _HELD["count"],
    }
    return (
        select(*(values[column.name] for column in _ACTED.c))
        .join_from(TouchpointAct, Holding, _HELD.uid == _ACT.subject)
        .join(CustomerFact, _FACT.customer_id == _ACT.customer_id)
        .where(_HELD.customer_id == _ACT.customer_id, _HELD.closed_on.is_(None), falls_on.is_not(None))
        .where(_FACT.is_lost.is_(False), or_(_FACT.known_since.is_(None), _FACT.known_since <= _ACT.due_on))
    )


@functools.lru_cache(maxsize=8)
def _comparing(dialect: Dialect) -> tuple[Prepared, Prepared]:
    """What gives the rows of one customer: as they should be, as they stand."""
    standing = select(*_ACTED.c).where(_ACTED.c.customer_id == _ONE)
    return Prepared(_found().where(_ACT.customer_id == _ONE), dialect), Prepared(standing, dialect)
