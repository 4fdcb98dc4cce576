"""The narrow row beside each customer that lists sort and filter by, computed from all the others.

Few statements over any number of customers, so that a bulk load costs seconds. Foreign currencies are
not added up: there is no rate to count them by.
"""

from __future__ import annotations

import functools
from collections.abc import Collection, Iterable, Iterator
from enum import Enum, auto
from typing import Any, cast

from sqlalchemy import (
    ColumnElement,
    Connection,
    Dialect,
    Executable,
    Integer,
    Select,
    String,
    Subquery,
    Table,
    and_,
    bindparam,
    case,
    delete,
    exists,
    func,
    insert,
    literal,
    literal_column,
    null,
    or_,
    select,
    true,
    update,
)
from sqlalchemy import cast as sql_cast
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased
from sqlalchemy.types import NullType

from rmdesk.models import (
    AumBasis,
    AumFigure,
    Customer,
    CustomerCount,
    CustomerFact,
    CustomerPhone,
    Holding,
    LostCustomer,
    ProductKind,
    Stage,
    Tier,
)
from rmdesk.services import acted_holdings, callings, completeness, contacts, day_keys
from rmdesk.services.prepared import Prepared

DEBTS = (ProductKind.LOAN.value, ProductKind.CREDIT_CARD.value)  # owed, not owned
HOME_CURRENCY = "CNY"

_FACT = cast(Table, CustomerFact.__table__)
_LOST = cast(Table, LostCustomer.__table__)
_COUNT = cast(Table, CustomerCount.__table__)
_CHUNK = 2000

_IS_LOST = _FACT.c.is_lost.name
# What a customer is counted by: what stands in `CustomerCount`, and whether they are counted at all.
_COUNTED_BY = {
    "tier_id": func.coalesce(_FACT.c.tier_id, literal_column("0")),
    "gender": func.coalesce(_FACT.c.gender, literal_column("''")),
    "calling": func.coalesce(_FACT.c.calling, literal_column("''")),
}
_COUNTED = (_FACT.c.is_lost.is_(False), _FACT.c.no_greetings.is_(False))
_COUNTING = {_IS_LOST, _FACT.c.no_greetings.name, *_COUNTED_BY}
_FEW = 20  # customers whose facts are compared with what is there, one after the other

# The customers of a chunk, or the one customer, in statements that are not about all of them.
_IDS = bindparam("ids", expanding=True, type_=Integer)
_ID = bindparam("one", 0, Integer)


class _Whom(Enum):
    ALL = auto()
    SOME = auto()
    ONE = auto()


# The names of some facts, and what gives them for one customer: as they should be, as they stand.
_Comparing = tuple[list[str], Prepared, Prepared]


def refresh(session: Session, ids: Collection[int] | None = None) -> None:
    """Make the facts of these customers (None: of all) anew. Needs a writing session."""
    session.flush()
    if ids is not None and len(ids) <= _FEW:
        for one in ids:
            _refresh_one(session.connection(), one)
            acted_holdings.refresh_one(session.connection(), one)
    else:
        for statement in _remaking(_whom(ids)):
            _execute(session, statement, ids)
        for chunk in _chunks(ids):
            acted_holdings.refresh(session.connection(), chunk)
    _expire(session)


def refresh_contacts(session: Session, ids: Collection[int] | None = None) -> None:
    """Only the day of last contact and when the next ones are due: the rest does not depend on contacts."""
    session.flush()
    if ids is not None and len(ids) <= _FEW:
        connection = session.connection()
        for one in ids:
            _write_differing(connection, one, _comparing_contacts(connection.dialect))
    else:
        _execute(session, _renewing_contacts(_whom(ids)), ids)
    _expire(session)


def remove(session: Session, ids: Collection[int]) -> None:
    """Remove the facts of customers that are about to be deleted."""
    for statement in (*_uncounting(_Whom.SOME), *_removing(_Whom.SOME)):
        _execute(session, statement, ids)
    for chunk in _chunks(ids):
        acted_holdings.remove(session.connection(), chunk)
    _expire(session)


def _whom(ids: Collection[int] | None) -> _Whom:
    return _Whom.ALL if ids is None else _Whom.SOME


def _refresh_one(connection: Connection, customer_id: int) -> None:
    if not _write_differing(connection, customer_id, _comparing(connection.dialect)):
        _execute_all(connection, _remaking(_Whom.SOME), [customer_id])


def _write_differing(connection: Connection, customer_id: int, comparing: _Comparing) -> bool:
    """Write only what differs: most edits change nothing here, and each index that rests is a page less.

    Returns whether there are facts of this customer at all.
    """
    names, computing, standing = comparing
    computed = computing.rows(connection, one=customer_id)
    present = standing.rows(connection, one=customer_id)
    if not present or not computed:
        return False
    changed = {name: new for name, new, old in zip(names, computed[0], present[0], strict=True) if new != old}
    is_counted = not _COUNTING.isdisjoint(changed)
    if is_counted:
        _execute_all(connection, _uncounting(_Whom.SOME), [customer_id])
    if changed:
        _writing(connection.dialect, tuple(changed)).execute(connection, one=customer_id, **changed)
    if _IS_LOST in changed:
        _execute_all(connection, _losing(_Whom.SOME), [customer_id])
    if is_counted:
        _execute_all(connection, _counting(_Whom.SOME), [customer_id])
    return True


def _execute_all(connection: Connection, statements: Iterable[Executable], ids: list[int]) -> None:
    for statement in statements:
        connection.execute(statement, {"ids": ids})


def _execute(session: Session, statement: Executable, ids: Collection[int] | None) -> None:
    """Execute a statement made for all customers (None), or for these."""
    connection = session.connection()
    for chunk in _chunks(ids):
        connection.execute(statement, {} if chunk is None else {"ids": chunk})


def _chunks(ids: Collection[int] | None) -> Iterator[list[int] | None]:
    """So many customers as one statement is about; None for all."""
    if ids is None:
        yield None
        return
    listed = list(dict.fromkeys(ids))  # nobody is counted twice
    for start in range(0, len(listed), _CHUNK):
        yield listed[start : start + _CHUNK]


def _expire(session: Session) -> None:
    for one in list(session.identity_map.values()):
        if isinstance(one, CustomerFact):
            session.expire(one)


# Made once, for putting these statements together takes far longer than running them for one customer.


@functools.cache
def _remaking(whom: _Whom) -> tuple[Executable, ...]:
    """Statements that make facts anew, of all customers or of those of a chunk."""
    # What stands in `aum_change_fen` so far is the earlier figure: read once, used twice.
    earlier = _FACT.c.aum_change_fen
    changing = (
        update(_FACT)
        .where(earlier.is_not(None), _within(_FACT.c.customer_id, whom))
        .values(_change(_FACT.c.aum_fen, earlier))
    )
    found = _facts(whom)
    inserting = insert(_FACT).from_select([column.name for column in found.selected_columns], found)
    return (
        *_uncounting(whom),
        *_removing(whom),
        inserting,
        changing,
        *_losing(whom),
        *_counting(whom),
    )


def _change(amount: ColumnElement[Any], earlier: ColumnElement[Any]) -> dict[str, ColumnElement[Any]]:
    change = amount - earlier
    permille = case((earlier > 0, change * 1000 // earlier), else_=null())
    return {"aum_change_fen": change, "aum_change_permille": permille}


@functools.cache
def _renewing_contacts(whom: _Whom) -> Executable:
    changed = {
        name: select(value).where(Customer.id == _FACT.c.customer_id).scalar_subquery()
        for name, value in _of_contacts().items()
    }
    return update(_FACT).where(_within(_FACT.c.customer_id, whom)).values(changed)


def _of_contacts() -> dict[str, ColumnElement[Any]]:
    """The facts that follow from contacts alone, beside `Customer`."""
    return {"last_contact_on": contacts.last_contact(Customer.id)} | contacts.next_contacts()


@functools.cache
def _removing(whom: _Whom) -> tuple[Executable, ...]:
    return tuple(delete(table).where(_within(table.c.customer_id, whom)) for table in (_LOST, _FACT))


@functools.cache
def _losing(whom: _Whom) -> tuple[Executable, ...]:
    """Statements that list anew who is lost, by their facts."""
    lost = select(_FACT.c.customer_id).where(_FACT.c.is_lost.is_(True), _within(_FACT.c.customer_id, whom))
    return (
        delete(_LOST).where(_within(_LOST.c.customer_id, whom)),
        insert(_LOST).from_select([_LOST.c.customer_id.name], lost),
    )


@functools.cache
def _uncounting(whom: _Whom) -> tuple[Executable, ...]:
    """Statements that no longer count these customers, whose facts are those by which they were counted."""
    if whom is _Whom.ALL:
        return (delete(_COUNT),)
    some = _grouped(whom)
    return (_count_changed(some, _COUNT.c.customers - some.c.customers),)


@functools.cache
def _counting(whom: _Whom) -> tuple[Executable, ...]:
    """Statements that count these customers, by their facts."""
    some = _grouped(whom)
    names = [column.name for column in some.c]
    if whom is _Whom.ALL:
        return (insert(_COUNT).from_select(names, select(some)),)
    *groups, _customers = some.c
    known = exists().where(*_same_group(some))
    beginning = insert(_COUNT).from_select(names, select(*groups, literal(0)).where(~known))
    return beginning, _count_changed(some, _COUNT.c.customers + some.c.customers)


def _grouped(whom: _Whom) -> Subquery:
    by = [value.label(name) for name, value in _COUNTED_BY.items()]
    found = select(*by, func.count().label("customers"))
    return found.where(*_COUNTED, _within(_FACT.c.customer_id, whom)).group_by(*by).subquery("some")


def _count_changed(some: Subquery, customers: ColumnElement[int]) -> Executable:
    return update(_COUNT).where(*_same_group(some)).values(customers=customers)


def _same_group(some: Subquery) -> list[ColumnElement[bool]]:
    return [_COUNT.c[name] == some.c[name] for name in _COUNTED_BY]


@functools.lru_cache(maxsize=8)
def _comparing(dialect: Dialect) -> _Comparing:
    """The names of the facts, and what gives them for one customer: as they should be, as they stand."""
    found = _facts(_Whom.ONE).subquery()
    computed = {column.name: column for column in found.c} | _change(found.c.aum_fen, found.c.aum_change_fen)
    return _compared(select(*computed.values()), list(computed), dialect)


@functools.lru_cache(maxsize=8)
def _comparing_contacts(dialect: Dialect) -> _Comparing:
    """The same for those that follow from contacts."""
    computed = _of_contacts()
    return _compared(
        select(*computed.values()).where(_within(Customer.id, _Whom.ONE)), list(computed), dialect
    )


def _compared(computing: Select[Any], names: list[str], dialect: Dialect) -> _Comparing:
    standing = select(*(_FACT.c[name] for name in names)).where(_within(_FACT.c.customer_id, _Whom.ONE))
    return names, Prepared(computing, dialect), Prepared(standing, dialect)


@functools.lru_cache(maxsize=64)
def _writing(dialect: Dialect, names: tuple[str, ...]) -> Prepared:
    writing = update(_FACT).where(_within(_FACT.c.customer_id, _Whom.ONE))
    return Prepared(writing.values({name: bindparam(name, None, NullType()) for name in names}), dialect)


def _facts(whom: _Whom) -> Select[Any]:
    """The facts as they follow from all other rows; `aum_change_fen` is the earlier figure yet."""
    point, average = _newest_day(AumBasis.POINT, whom), _newest_day(AumBasis.MONTH_AVERAGE, whom)
    by_point = and_(
        point.c.as_of.is_not(None), (Tier.basis == AumBasis.POINT.value) | average.c.as_of.is_(None)
    )
    basis = case((by_point, AumBasis.POINT.value), else_=AumBasis.MONTH_AVERAGE.value)
    as_of = case((by_point, point.c.as_of), else_=average.c.as_of)
    figure, former = aliased(AumFigure), aliased(AumFigure)
    amount = (
        select(figure.amount_fen)
        .where(figure.customer_id == Customer.id, figure.basis == basis, figure.as_of == as_of)
        .scalar_subquery()
    )
    # The last figure of an earlier month, by the month's text: "2026-02-28" stands before "2026-03".
    earlier = (
        select(former.amount_fen)
        .where(
            former.customer_id == Customer.id,
            former.basis == basis,
            sql_cast(former.as_of, String) < func.substr(sql_cast(as_of, String), 1, 7),
        )
        .order_by(former.as_of.desc())
        .limit(1)
        .scalar_subquery()
    )
    held = _held(whom)
    phone = (
        select(CustomerPhone.number)
        .where(CustomerPhone.customer_id == Customer.id)
        .order_by(CustomerPhone.position, CustomerPhone.id)
        .limit(1)
        .scalar_subquery()
    )
    columns: dict[str, ColumnElement[Any] | InstrumentedAttribute[Any]] = {
        "customer_id": Customer.id,
        "aum_fen": amount,
        "aum_on": as_of,
        "aum_change_fen": earlier,
        "holdings_fen": func.coalesce(held.c.own, 0),
        "elsewhere_fen": func.coalesce(held.c.elsewhere, 0),
        "product_kinds": func.coalesce(held.c.kinds, 0),
        "next_maturity_on": held.c.matures_on,
        "next_premium_on": held.c.premium_due_on,
        "completeness": completeness.score(),
        "first_phone": phone,
        "owner_id": Customer.owner_id,
        "stand_in_id": Customer.stand_in_id,
        "tier_id": Customer.tier_id,
        "gender": Customer.gender,
        "calling": callings.calling(Customer.occupation),
        "is_lost": or_(Customer.stage == Stage.LOST.value, Customer.deleted_at.is_not(None)),
        "no_greetings": Customer.no_greetings,
        "bereaved_on": Customer.bereaved_on,
        "known_since": Customer.known_since,
        "birth_key": day_keys.key_column(
            Customer.birth_month, Customer.birth_day, Customer.birth_is_lunar, Customer.birth_is_leap_month
        ),
        "risk_assessed_on": Customer.risk_assessed_on,
        **_of_contacts(),
    }
    return (
        select(*(column.label(name) for name, column in columns.items()))
        .outerjoin(Tier, Tier.id == Customer.tier_id)
        .outerjoin(point, point.c.customer_id == Customer.id)
        .outerjoin(average, average.c.customer_id == Customer.id)
        .outerjoin(held, held.c.customer_id == Customer.id)
        .where(_within(Customer.id, whom))
    )


def _newest_day(basis: AumBasis, whom: _Whom) -> Subquery:
    return (
        select(AumFigure.customer_id, func.max(AumFigure.as_of).label("as_of"))
        .where(AumFigure.basis == basis.value, _within(AumFigure.customer_id, whom))
        .group_by(AumFigure.customer_id)
        .subquery(f"newest_{basis.value}")
    )


def _held(whom: _Whom) -> Subquery:
    """Sums over what is held now: own and elsewhere, kinds of own products, the next days of two kinds."""
    worth = case(
        (
            Holding.kind.not_in(DEBTS) & (Holding.currency == HOME_CURRENCY),
            Holding.amount_fen * Holding.count,
        ),
        else_=0,
    )
    own = Holding.bank == ""
    return (
        select(
            Holding.customer_id,
            func.sum(case((own, worth), else_=0)).label("own"),
            func.sum(case((own, 0), else_=worth)).label("elsewhere"),
            func.count(case((own, Holding.kind)).distinct()).label("kinds"),
            func.min(Holding.matures_on).label("matures_on"),
            func.min(Holding.premium_due_on).label("premium_due_on"),
        )
        .where(Holding.closed_on.is_(None), _within(Holding.customer_id, whom))
        .group_by(Holding.customer_id)
        .subquery("held")
    )


def _within(column: ColumnElement[int] | InstrumentedAttribute[int], whom: _Whom) -> ColumnElement[bool]:
    match whom:
        case _Whom.ALL:
            return true()
        case _Whom.SOME:
            return column.in_(_IDS)
        case _Whom.ONE:
            return column == _ID
