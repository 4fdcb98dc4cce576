"""Which customers a list shows, in order: ids only, whatever there are of them.

The narrow rows of `CustomerFact` are what is walked, or the indexes of `Customer`; a customer's own wide row
only where a condition asks for it.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy import ColumnElement, Select, func, not_, or_, select
from sqlalchemy.orm import Session

from rmdesk.models import Customer, CustomerFact, Organisation, Staff, Tier
from rmdesk.services import roles
from rmdesk.services import search as index
from rmdesk.services.actor import acting
from rmdesk.services.archive.conditions import Condition, expression
from rmdesk.services.customers import access
from rmdesk.services.errors import UserError
from rmdesk.services.queries import QueryForEach, ids_in_order, listed
from rmdesk.services.roles import Permission

_FACT = CustomerFact.__table__.c
_PART = 10**6  # fen: sums of a million customers' parts above and below stay far from 2^63
_FEWEST_SUMMED = 5  # of other people's customers: the sum of fewer would tell too much of each
# What stands beside a customer, and the column that points to it.
_LINKS: dict[type[Any], Any] = {
    Tier: Customer.tier_id,
    Staff: Customer.owner_id,
    Organisation: Customer.employer_id,
}

# What a list may be sorted by: columns of the facts, of the customer, or of what these point to.
SORTS: dict[str, ColumnElement[Any]] = {
    "aum": _FACT.aum_fen,
    "change": _FACT.aum_change_permille,
    "last_contact": _FACT.last_contact_on,
    "next_maturity": _FACT.next_maturity_on,
    "holdings": _FACT.holdings_fen,
    "elsewhere": _FACT.elsewhere_fen,
    "product_kinds": _FACT.product_kinds,
    "completeness": _FACT.completeness,
    "name": Customer.__table__.c.name_key,
    "number": Customer.__table__.c.number,
    "strategy": sa.case({"intensive": 3, "active": 2, "passive": 1}, value=Customer.__table__.c.strategy),
    "stage": sa.case(
        {"identified": 1, "contacted": 2, "established": 3, "core": 4, "at_risk": 5, "lost": 6},
        value=Customer.__table__.c.stage,
    ),
    "grade": Customer.__table__.c.grade,
    "orientation": Customer.__table__.c.orientation,
    "gender": Customer.__table__.c.gender,
    "risk_tolerance": Customer.__table__.c.risk_tolerance,
    "tier": Tier.__table__.c.rank,
    "owner": Staff.__table__.c.name,
    "employer": Organisation.__table__.c.name_key,
}


BEST = "best"  # the order of a search: the best match first


def find_customers(
    session: Session,
    *,
    search: str = "",
    conditions: Sequence[Condition] = (),
    sort: str = "aum",
    descending: bool = True,
    today: date | None = None,
) -> array[int]:
    """Ids of the customers whoever acts may see, whom `search` finds and who satisfy all `conditions`.

    `sort` is one of SORTS, or BEST where something is searched for; where the sorted value is unknown,
    customers come last. Days in a condition count from `today`. Raises NotAllowed, UserError
    `archive.unknown_trait`, `archive.wrong_value`, `archive.unknown_sort`.
    """
    words = search.strip()
    if sort == BEST and not words:
        sort, descending = "aum", True
    if sort not in SORTS and sort != BEST:
        raise UserError("archive.unknown_sort", sort=str(sort)[:40])
    asked = [expression(session, one, today or date.today()) for one in conditions]
    if sort != BEST:
        return ids_in_order(session, statement(session, words, asked, sort, descending))
    best = index.find(session, words, limit=None)
    if asked:
        kept = set(ids_in_order(session, statement(session, words, asked)))
        best = [one for one in best if one in kept]
    return array("q", best)


def find_first(
    session: Session, *, search: str = "", conditions: Sequence[Condition] = (), **order: Any
) -> tuple[array[int], int]:
    """The first ids of what `find_customers` would find, and how many it would: what a window can be
    painted with. All of them, unless the best matches of very many are asked for.
    """
    if search.strip() and not conditions and order.get("sort") == BEST:
        best, total = index.find_first(session, search)
        return array("q", best), total
    found = find_customers(session, search=search, conditions=conditions, **order)
    return found, len(found)


def sum_aum(session: Session, ids: Sequence[int]) -> int | None:
    """The assets of these customers together, in fen; for those who may see the list of them.

    None where a few other people's customers are among them: their sum would tell what the list masks.
    """
    roles.require(session, Permission.SEE_CUSTOMERS, accepting=())
    if len(ids) < _FEWEST_SUMMED and _others_among(session, ids):
        return None
    # By the database, so that the window goes on meanwhile; in two parts, as its whole numbers end at 2^63.
    fen = _FACT.aum_fen
    parts = select(sa.func.sum(fen // _PART), sa.func.sum(fen % _PART))
    everybody = select(sa.func.count()).select_from(Customer).where(access.listed(session, by_fact=False))
    if len(ids) == session.scalar(everybody):
        parts = parts.where(access.listed(session, by_fact=True))
    else:
        listed = sa.func.json_each(str(list(ids))).table_valued("value")
        parts = parts.where(_FACT.customer_id.in_(select(listed.c.value)))
    whole, rest = session.execute(parts).one()
    return (whole or 0) * _PART + (rest or 0)


def _others_among(session: Session, ids: Sequence[int]) -> bool:
    """Whether somebody else's customers are among these few."""
    me = acting(session).staff_id
    ours = func.coalesce(or_(Customer.owner_id == me, Customer.stand_in_id == me), False)
    found = select(Customer.id).where(Customer.id.in_(list(ids)), not_(ours)).limit(1)
    return session.scalar(found) is not None


def id_of(session: Session, uid: str) -> int | None:
    """The id of a customer one may see, None for any other."""
    return session.scalar(select(Customer.id).where(Customer.uid == uid, access.visible(session)))


def ids_of(session: Session, uids: Sequence[str]) -> list[int]:
    """The ids of those of these customers whom one may see."""
    return [row.id for row in _IDS.read(session, uids=json.dumps(list(uids)))]


_IDS = QueryForEach(
    lambda session: select(Customer.id).where(Customer.uid.in_(listed("uids")), access.visible(session))
)


def statement(
    session: Session,
    words: str,
    asked: Sequence[tuple[bool, ColumnElement[bool]]],
    sort: str | None = None,
    descending: bool = False,
) -> Select[int]:
    """The query of the ids. `asked`: conditions as `conditions.expression` gives them.

    The table of the sorted column is what is walked; the other one's conditions give a set of ids.
    """
    column = SORTS[sort] if sort else None
    by_fact = column is not None and getattr(column, "table", None) is CustomerFact.__table__
    own, other = (_FACT.customer_id, Customer.id) if by_fact else (Customer.id, _FACT.customer_id)
    found = select(own)
    if words:  # whoever is found may be seen: the index asks for that itself
        found = found.where(own.in_(index.matching(session, words)))
    else:
        found = found.where(access.listed(session, by_fact=by_fact))
    found = found.where(*(one for is_fact, one in asked if is_fact == by_fact))
    elsewhere = [one for is_fact, one in asked if is_fact != by_fact]
    if elsewhere:
        found = found.where(own.in_(select(other).where(*elsewhere)))
    if column is None:
        return found
    for target, link in _LINKS.items():
        if getattr(column, "table", None) is target.__table__:
            found = found.outerjoin(target, target.id == link)
    if sort == "number" and not words:
        found = found.where(Customer.deleted_at.is_(None))  # what its index is of
    found = found.order_by((column.desc() if descending else column.asc()).nulls_last())
    # Ties in the direction of the column: so the index of assets is walked as it stands.
    return found.order_by(own.desc() if descending else own.asc()) if by_fact else found
