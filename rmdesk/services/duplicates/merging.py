"""Merging two records of one customer: compared field by field, then one of them takes over everything.

The other one goes to the recycle bin with what the survivor has already (the same phone, the same tag). All
of it is one change set, and undoing that restores both to the row.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Collection, Hashable, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Table, UniqueConstraint, func, select
from sqlalchemy.orm import Session

from rmdesk.models import (
    AumFigure,
    Business,
    Customer,
    CustomerAddress,
    CustomerPhone,
    DistinctPair,
    Holding,
    IdentityDocument,
    ImportantDate,
    Relation,
)
from rmdesk.models.base import utc_now
from rmdesk.services import bulk, changes, facts, relations
from rmdesk.services.changes import codec
from rmdesk.services.customers import access, upkeep, writing
from rmdesk.services.customers.fields import FIELDS, Field
from rmdesk.services.customers.record import CustomerRecord, Shown, get_customer
from rmdesk.services.errors import NotAllowed, UserError

Key = Callable[[Any], Hashable]

# Rows of both customers with the same key are one and the same thing: the survivor's stays, the other's stays
# behind. A table that is not listed loses nothing: all its rows move, but for those that a unique constraint
# forbids. None is like no other row.
SAME: dict[type[Business], Key] = {
    CustomerPhone: lambda row: row.number,
    CustomerAddress: lambda row: "".join(row.address.split()),
    IdentityDocument: lambda row: (row.kind, row.number),
    ImportantDate: lambda row: (row.kind, row.whose, row.month, row.day, row.is_lunar, row.is_leap_month),
    Holding: lambda row: (row.bank, row.account) if row.account else None,
}


class Figures(enum.StrEnum):
    """Which amount stays where both have a figure of the same basis and day."""

    SURVIVOR = "survivor"
    OTHER = "other"
    SUM = "sum"  # two customer numbers of one person, each with its own accounts


@dataclass(frozen=True, slots=True)
class Choice:
    """One field of both sides, masked by role; `proposed` is the place (0 or 1) of the better value."""

    field: Field
    values: tuple[Shown, Shown]
    differs: bool
    proposed: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two customers side by side; `survivor` is the place of the one proposed to stay.

    `colliding` counts the figures of assets that both have for the same basis and day with another amount.
    """

    records: tuple[CustomerRecord, CustomerRecord]
    choices: tuple[Choice, ...]
    survivor: int
    colliding: int


def compare(session: Session, uid: str, other_uid: str) -> Comparison:
    """Both customers and a sensible proposal. Raises NotAllowed, UserError `row.gone`, `customer.in_bin`."""
    pair = (access.load(session, uid), access.load(session, other_uid))
    _check(session, pair)
    records = (get_customer(session, uid), get_customer(session, other_uid))
    choices = tuple(
        Choice(
            field,
            (records[0].fields[field.name], records[1].fields[field.name]),
            _columns(pair[0], field) != _columns(pair[1], field),
            0,
        )
        for field in FIELDS
    )
    survivor = _better(records, pair)
    proposed = tuple(
        Choice(one.field, one.values, one.differs, _proposed(one.field, pair, survivor)) for one in choices
    )
    return Comparison(records, proposed, survivor, len(_colliding(session, pair[0].id, pair[1].id)))


def merge(
    session: Session,
    survivor_uid: str,
    other_uid: str,
    *,
    versions: tuple[int, int],
    take: Collection[str] = (),
    figures: str = Figures.SURVIVOR,
) -> Customer:
    """Let the survivor take over everything; the other goes to the recycle bin. Returns the survivor.

    `take` names the fields whose value is the other's, `versions` those that were seen of survivor and
    other. For the manager in charge of both, and for those who see all. Raises NotAllowed, Conflict,
    UserError `duplicates.oneself`, `row.gone`, `customer.in_bin`, `customer.stand_in_is_owner`.
    """
    survivor = access.load_editable(session, survivor_uid, versions[0])
    other = access.load_editable(session, other_uid, versions[1])
    _check(session, (survivor, other))
    wanted = _taken(survivor, other, take)
    writing.require_change(session, survivor, writing.differing_from(survivor, wanted))
    changes.describe(
        session, "customer.merged", subject=survivor, other=other.uid, fields=sorted(take), figures=figures
    )
    # The other one first: its customer number becomes free by it.
    other.deleted_at = utc_now()
    session.flush()
    for column, value in wanted.items():
        setattr(survivor, column, value)
    if survivor.owner_id is not None and survivor.owner_id == survivor.stand_in_id:
        raise UserError("customer.stand_in_is_owner")
    session.flush()
    ids = survivor.id, other.id
    _settle_figures(session, *ids, Figures(figures))
    from rmdesk.services.activities.merging import settle  # the first window does without

    settle(session, *ids)
    touched = _move_relations(session, *ids) | _move_pairs(session, *ids)
    for table in codec.business_tables().values():
        if table.name not in (Relation.__tablename__, DistinctPair.__tablename__):
            _move(session, table, *ids)
    upkeep.touched(session, [ids[0], *sorted(touched)])
    # Nothing follows from what stays behind; its tier is that of the day it was merged.
    facts.refresh(session, [ids[1]])
    return session.get_one(Customer, ids[0])


# --- proposing -------------------------------------------------------------------------------------


def _check(session: Session, pair: tuple[Customer, Customer]) -> None:
    if pair[0].id == pair[1].id:
        raise UserError("duplicates.oneself")
    for one in pair:
        access.require_owner(session, one, NotAllowed("duplicates.not_yours"))


def _better(records: tuple[CustomerRecord, CustomerRecord], pair: tuple[Customer, Customer]) -> int:
    """Which one stays: the one with a customer number, then the more complete, then the older one."""

    def rank(place: int) -> tuple[bool, int, int]:
        return pair[place].number is not None, records[place].completeness.score, -pair[place].id

    return 0 if rank(0) >= rank(1) else 1


def _proposed(field: Field, pair: tuple[Customer, Customer], survivor: int) -> int:
    """The survivor's value, unless it has none; a wish such as no calls counts whoever wrote it down.

    Risk tolerance goes with the later assessment.
    """
    other = 1 - survivor
    if field.name in ("risk_tolerance", "risk_assessed_on"):
        days = [pair[place].risk_assessed_on for place in (survivor, other)]
        if days[1] is not None and (days[0] is None or days[1] > days[0]):
            return other
    if field.name == "birthday":
        known = [
            sum(value is not None for value in _columns(pair[place], field)) for place in (survivor, other)
        ]
        return other if known[1] > known[0] else survivor
    empty = (None, False)
    here, there = (_columns(pair[place], field)[0] for place in (survivor, other))
    return other if here in empty and there not in empty else survivor


def _columns(customer: Customer, field: Field) -> tuple[Any, ...]:
    return tuple(getattr(customer, name) for name in field.columns)


def _taken(survivor: Customer, other: Customer, take: Collection[str]) -> dict[str, Any]:
    """The columns that the survivor gets of the other; KeyError for a field there is not."""
    by_name = {field.name: field for field in FIELDS}
    wanted: dict[str, Any] = {}
    for name in take:
        field = by_name[name]
        if field.required and getattr(other, field.columns[0]) is None:
            continue
        wanted |= {column: getattr(other, column) for column in field.columns}
        if field.name == "name":
            wanted["name_key"] = other.name_key
    return wanted


# --- moving ----------------------------------------------------------------------------------------


def _move(session: Session, table: Table, to: int, from_: int) -> None:
    """Give the survivor the rows of a table that belong to the other one, but for those it has already."""
    customer = codec.business_tables()[Customer.__tablename__]
    columns = [key.parent for key in table.foreign_keys if key.column.table is customer]
    model: type[Any] = codec.model_of(str(table.name))
    for column in columns:
        theirs = session.scalars(select(model).where(column == from_).order_by(table.c.id)).all()
        if not theirs:
            continue
        own = session.scalars(select(model).where(column == to)).all()
        known = {key for row in own for key in same_keys(table, model, column, row)}
        moving = [row for row in theirs if not known & set(same_keys(table, model, column, row))]
        changed: list[dict[str, Any]] = [{"id": row.id, column.name: to} for row in moving]
        fields = [column.name]
        if "position" in table.c and changed:
            last = session.scalar(select(func.max(table.c.position)).where(column == to))
            fields.append("position")
            for place, one in enumerate(changed, 0 if last is None else int(last) + 1):
                one["position"] = place
        bulk.update(session, model, changed, fields)


def same_keys(table: Table, model: type[Business], column: Column[Any], row: Any) -> Iterable[Hashable]:
    """What no two rows of one customer may share."""
    if model in SAME:
        key = SAME[model](row)
        if key is not None:
            yield "same", key
    unique = [one.columns for one in table.constraints if isinstance(one, UniqueConstraint)]
    unique += [one.columns for one in table.indexes if one.unique]
    for columns in unique:
        if column.name in columns:
            values = tuple(getattr(row, other.name) for other in columns if other.name != column.name)
            if None not in values:
                yield tuple(other.name for other in columns), values


def _colliding(session: Session, to: int, from_: int) -> list[tuple[AumFigure, AumFigure]]:
    """The figures that both have for one basis and day, of different amounts: survivor's and other's."""
    own = {
        (one.basis, one.as_of): one
        for one in session.scalars(select(AumFigure).where(AumFigure.customer_id == to))
    }
    theirs = session.scalars(select(AumFigure).where(AumFigure.customer_id == from_))
    pairs = [(own[one.basis, one.as_of], one) for one in theirs if (one.basis, one.as_of) in own]
    return [(here, there) for here, there in pairs if here.amount_fen != there.amount_fen]


def _settle_figures(session: Session, to: int, from_: int, figures: Figures) -> None:
    """Where both have a figure, the survivor's gets the amount that was chosen; the other's stays behind."""
    if figures is Figures.SURVIVOR:
        return
    changed = []
    for here, there in _colliding(session, to, from_):
        amount = there.amount_fen + (here.amount_fen if figures is Figures.SUM else 0)
        changed.append({"id": here.id, "amount_fen": amount})
    bulk.update(session, AumFigure, changed, ["amount_fen"])


def _move_relations(session: Session, to: int, from_: int) -> set[int]:
    """Relations of the other become the survivor's, in the one way to write them; returns who they are with.

    One between the two, and one that the survivor has already, stays behind.
    """
    both = (Relation.customer_id == from_) | (Relation.other_id == from_)
    present = {tuple(row) for row in session.execute(_relation_keys(to))}
    changed: list[dict[str, Any]] = []
    touched: set[int] = set()
    for row in session.scalars(select(Relation).where(both).order_by(Relation.id)):
        if to in (row.customer_id, row.other_id):
            continue
        customer_id, kind, other_id = row.customer_id, row.kind, row.other_id
        if other_id is None:
            customer_id = to
        else:
            with_ = other_id if customer_id == from_ else customer_id
            # Read from the survivor's side, then written down anew: which id is lower may be another.
            seen = kind if customer_id == from_ else relations.inverse(kind)
            customer_id, kind, other_id = relations.canonical(to, seen, with_)
        key = (customer_id, kind, other_id, row.organisation_id, row.other_name)
        if key in present:
            continue
        present.add(key)
        touched |= {one for one in (customer_id, other_id) if one is not None} - {to}
        changed.append({"id": row.id, "customer_id": customer_id, "kind": kind, "other_id": other_id})
    bulk.update(session, Relation, changed, ["customer_id", "kind", "other_id"])
    return touched


def _relation_keys(customer_id: int) -> Any:
    return select(
        Relation.customer_id, Relation.kind, Relation.other_id, Relation.organisation_id, Relation.other_name
    ).where((Relation.customer_id == customer_id) | (Relation.other_id == customer_id))


def _move_pairs(session: Session, to: int, from_: int) -> set[int]:
    """Who was told apart from the other one is told apart from the survivor."""
    both = (DistinctPair.customer_id == from_) | (DistinctPair.other_id == from_)
    own = (DistinctPair.customer_id == to) | (DistinctPair.other_id == to)
    known = select(DistinctPair.customer_id, DistinctPair.other_id).where(own)
    present = {tuple(row) for row in session.execute(known)}
    changed = []
    for row in session.scalars(select(DistinctPair).where(both).order_by(DistinctPair.id)):
        third = row.other_id if row.customer_id == from_ else row.customer_id
        pair = (min(to, third), max(to, third))
        if third != to and pair not in present:
            present.add(pair)
            changed.append({"id": row.id, "customer_id": pair[0], "other_id": pair[1]})
    bulk.update(session, DistinctPair, changed, ["customer_id", "other_id"])
    return set()
