"""Relations of a customer: one row each, read from both sides with the right name; households."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any

from sqlalchemy import Select, bindparam, func, or_, select
from sqlalchemy.orm import Session

from rmdesk.models import Customer, Organisation, Relation, RelationKind
from rmdesk.models.customer import LINE_LONGEST, NAME_LONGEST
from rmdesk.models.relation import INVERSE, KEPT_AS_INVERSE, OF_ORGANISATIONS
from rmdesk.services import changes, masks, names, organisations, rows, text, values
from rmdesk.services.customers import access, upkeep
from rmdesk.services.errors import UserError
from rmdesk.services.queries import Query, QueryForEach, listed

# Who of a family lives, or decides about money, together; in-laws follow over two steps.
HOUSEHOLD = (RelationKind.SPOUSE, RelationKind.CHILD, RelationKind.PARENT)
_MOST_MEMBERS = 60

_note = values.optional(partial(text.line, longest=LINE_LONGEST))


@dataclass(frozen=True, slots=True)
class RelationRow:
    """A relation as seen from one customer: what the other one is to them.

    The other one is a customer (`customer_uid`, None if one may not see them: then the name is masked),
    an organisation (`organisation_uid`) or somebody known by name only.
    """

    uid: str
    version: int
    kind: str
    name: str
    customer_uid: str | None
    organisation_uid: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of a household; `kind` is what they are to whom it was asked for, None over further steps."""

    customer_id: int
    customer_uid: str | None
    name: str
    kind: str | None


def inverse(kind: str) -> str:
    """What the customer is to the other one, if the other one is the customer's `kind`."""
    known = RelationKind(kind)
    return INVERSE.get(known, known).value


def canonical(customer_id: int, kind: str, other_id: int) -> tuple[int, str, int]:
    """The one way in which a relation between two customers is kept, as the database demands it."""
    known = RelationKind(kind)
    if known in KEPT_AS_INVERSE:
        return other_id, INVERSE[known].value, customer_id
    if known not in INVERSE and customer_id > other_id:
        return other_id, known.value, customer_id
    return customer_id, known.value, other_id


def add_relation(
    session: Session,
    customer_uid: str,
    kind: str,
    *,
    other_uid: str | None = None,
    organisation: str | None = None,
    name: str | None = None,
    note: str | None = None,
) -> Relation:
    """Say that another customer, an organisation (by name) or somebody by name is the customer's `kind`.

    Raises UserError `relation.one_other` unless exactly one of the three is given,
    `relation.to_oneself` (also by the customer's own name), `relation.there_already`,
    `relation.kind_not_fitting`.
    """
    customer = access.load_editable(session, customer_uid)
    known = RelationKind(values.choice(kind, "relation.kind", RelationKind))
    if sum(not values.is_empty(one) for one in (other_uid, organisation, name)) != 1:
        raise UserError("relation.one_other")
    row = Relation(customer_id=customer.id, kind=known.value, note=_note(note, "relation.note"))
    touched = [customer.id]
    if not values.is_empty(other_uid):
        other = access.load(session, str(other_uid))
        if other.id == customer.id:
            raise UserError("relation.to_oneself")
        row.customer_id, row.kind, row.other_id = canonical(customer.id, known, other.id)
        touched.append(other.id)
    elif not values.is_empty(organisation):
        checked = organisations.CHECKS["name"](organisation, "organisation.name")
        row.organisation_id = organisations.named(session, checked).id
    else:
        row.other_name = text.line(name, "relation.other_name", longest=NAME_LONGEST)
        if names.fold(row.other_name) == names.fold(customer.name):
            raise UserError("relation.to_oneself")
    _check_kind(row)
    _check_new(session, row)
    session.add(row)
    session.flush()
    changes.describe(session, "relation.added", subject=customer, row=row.uid)
    upkeep.touched(session, touched, revalued=False)
    session.refresh(row)
    return row


def edit_relation(
    session: Session, customer_uid: str, uid: str, kind: str, note: str | None, *, version: int
) -> None:
    """Change what the other one is to this customer, and the note."""
    customer = access.load_editable(session, customer_uid)
    row = _load_seen(session, customer, uid, version)
    wanted = RelationKind(values.choice(kind, "relation.kind", RelationKind))
    row.note = _note(note, "relation.note")
    if row.other_id is not None:
        other = row.other_id if row.customer_id == customer.id else row.customer_id
        placed = canonical(customer.id, wanted, other)
        if placed != (row.customer_id, row.kind, row.other_id):
            row.customer_id, row.kind, row.other_id = placed
            _check_kind(row)
            _check_new(session, row)
    elif row.kind != wanted:
        row.kind = wanted.value
        _check_kind(row)
        _check_new(session, row)
    session.flush()
    changes.describe(session, "relation.edited", subject=customer, row=uid)


def remove_relation(session: Session, customer_uid: str, uid: str, *, version: int) -> None:
    customer = access.load_editable(session, customer_uid)
    session.delete(_load_seen(session, customer, uid, version))
    session.flush()
    changes.describe(session, "relation.removed", subject=customer, row=uid)


def relations_of(session: Session, customer: Customer) -> list[RelationRow]:
    """A customer's relations from their side; those to anybody in the recycle bin are hidden."""
    found = _OF_CUSTOMER.read(session, customer_id=customer.id)
    others = _customers(session, [_other(row, customer.id) for row in found])
    organisation_ids = [row.organisation_id for row in found if row.organisation_id is not None]
    named = {}
    if organisation_ids:
        named = {one.id: one for one in _ORGANISATIONS.read(session, ids=str(organisation_ids))}
    listed = []
    for row in found:
        kind = row.kind if row.customer_id == customer.id else inverse(row.kind)
        if row.organisation_id is not None:
            organisation = named[row.organisation_id]
            if organisation.deleted_at is None:
                listed.append(
                    RelationRow(
                        row.uid, row.version, kind, organisation.name, None, organisation.uid, row.note
                    )
                )
        elif row.other_id is None:
            listed.append(RelationRow(row.uid, row.version, kind, row.other_name or "", None, None, row.note))
        else:
            other = others[_other(row, customer.id) or 0]
            if other.deleted_at is None:
                name = other.name if other.may_see else masks.masked("name", other.name)
                uid = other.uid if other.may_see else None
                listed.append(RelationRow(row.uid, row.version, kind, name, uid, None, row.note))
    order = list(RelationKind)
    return sorted(listed, key=lambda one: order.index(RelationKind(one.kind)))


_OF_CUSTOMER = Query(
    select(*Relation.__table__.c)
    .where(
        or_(Relation.customer_id == bindparam("customer_id"), Relation.other_id == bindparam("customer_id"))
    )
    .order_by(Relation.id)
)
_ORGANISATIONS = Query(
    select(Organisation.id, Organisation.uid, Organisation.name, Organisation.deleted_at).where(
        Organisation.id.in_(listed("ids"))
    )
)


def household(session: Session, customer_id: int) -> list[Member]:
    """The customers bound to one by marriage and descent, themselves first; at most sixty."""
    kinds: dict[int, str] = {}
    reached = [customer_id]
    for start in reached:
        if len(reached) >= _MOST_MEMBERS:
            break
        for row in _OF_CUSTOMER.read(session, customer_id=start):
            if row.other_id is None or row.kind not in HOUSEHOLD:
                continue
            other = _other(row, start) or 0
            if start == customer_id:
                kinds[other] = row.kind if row.customer_id == start else inverse(row.kind)
            if other not in reached:
                reached.append(other)
    people = _customers(session, reached)
    members = []
    for one in reached:
        person = people[one]
        if person.deleted_at is None:
            name = person.name if person.may_see else masks.masked("name", person.name)
            members.append(Member(one, person.uid if person.may_see else None, name, kinds.get(one)))
    return members


def _other(row: Any, customer_id: int) -> int | None:
    other: int | None = row.other_id if row.customer_id == customer_id else row.customer_id
    return other


def _seen(session: Session) -> Select[*tuple[Any, ...]]:
    may_see = func.coalesce(access.visible(session), False).label("may_see")
    told = (Customer.id, Customer.uid, Customer.name, Customer.deleted_at)
    return select(*told, may_see).where(Customer.id.in_(listed("ids")))


_SEEN = QueryForEach(_seen)


def _customers(session: Session, ids: list[int | None] | list[int]) -> dict[int, Any]:
    """By id what a relation shows of customers, and whether one may see them (`may_see`)."""
    wanted = [one for one in ids if one is not None]
    return {one.id: one for one in _SEEN.read(session, ids=str(wanted))} if wanted else {}


def _load_seen(session: Session, customer: Customer, uid: str, version: int) -> Relation:
    row = rows.load_seen(session, Relation, uid, version)
    if customer.id not in (row.customer_id, row.other_id):
        raise UserError("row.gone", table="relation")
    return row


def _check_kind(row: Relation) -> None:
    """Only a person is somebody's spouse, only an organisation has a legal representative."""
    of_organisation = row.kind in OF_ORGANISATIONS
    if row.organisation_id is not None and not of_organisation and row.kind != RelationKind.OTHER:
        raise UserError("relation.kind_not_fitting")
    if row.other_id is not None and of_organisation:
        raise UserError("relation.kind_not_fitting")


def _check_new(session: Session, row: Relation) -> None:
    with session.no_autoflush:
        there = select(Relation.id).where(
            Relation.customer_id == row.customer_id,
            Relation.kind == row.kind,
            Relation.id != (row.id or 0),
        )
        if row.other_id is not None:
            there = there.where(Relation.other_id == row.other_id)
        elif row.organisation_id is not None:
            there = there.where(Relation.organisation_id == row.organisation_id)
        else:
            there = there.where(Relation.other_name == row.other_name)
        if session.scalar(there) is not None:
            raise UserError("relation.there_already")
