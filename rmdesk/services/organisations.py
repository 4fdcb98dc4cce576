"""Organisations: they only link people, as employer, or by a relation. One for each name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from rmdesk.models import Customer, Organisation, PhoneKind, Relation
from rmdesk.models.base import utc_now
from rmdesk.services import changes, phones, roles, rows, text, values
from rmdesk.services.customers import access, upkeep
from rmdesk.services.errors import Conflict, UserError
from rmdesk.services.names import fold, name_key
from rmdesk.services.roles import Permission, Reach

NAME_LONGEST = 200

# 统一社会信用代码, GB 32100-2015: 17 characters and a check character.
_CODE_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CODE_WEIGHTS = [pow(3, place, 31) for place in range(17)]


@dataclass(frozen=True, slots=True)
class OrganisationRow:
    """An organisation as lists show it; `people` counts the customers linked to it."""

    id: int
    uid: str
    version: int
    name: str
    credit_code: str | None
    industry: str | None
    phone: str | None
    address: str | None
    notes: str | None
    people: int
    is_deleted: bool


@dataclass(frozen=True, slots=True)
class Person:
    """A customer linked to an organisation; `link` is "employee" or the kind of relation."""

    customer_id: int
    customer_uid: str
    name: str
    link: str


def read_credit_code(value: object, what: str = "organisation.credit_code") -> str:
    """A unified social credit code; raises UserError `value.wrong_form`, `organisation.code_wrong`."""
    code = values.code(value, what, "0-9A-Z", 18, 18)
    if any(char not in _CODE_CHARACTERS for char in code):
        raise UserError("organisation.code_wrong")
    weighed = zip(code[:17], _CODE_WEIGHTS, strict=True)
    total = sum(_CODE_CHARACTERS.index(char) * weight for char, weight in weighed)
    if _CODE_CHARACTERS[(31 - total % 31) % 31] != code[17]:
        raise UserError("organisation.code_wrong")
    return code


CHECKS: dict[str, values.Check] = {
    "name": partial(text.line, longest=NAME_LONGEST),
    "credit_code": values.optional(read_credit_code),
    "industry": values.optional(partial(text.line, longest=200)),
    "phone": values.optional(lambda value, _what: phones.normalise(value, PhoneKind.WORK)),
    "address": values.optional(partial(text.line, longest=400)),
    "notes": values.optional(partial(text.paragraphs, longest=4000)),
}


def add_organisation(session: Session, given: Mapping[str, object]) -> Organisation:
    """A new organisation; raises NotAllowed, and UserError as the checks do, `organisation.name_taken`."""
    _require(session)
    checked = values.check_all(given, CHECKS, "organisation", required=("name",))
    _check_free(session, checked["name"])
    row = Organisation(**checked, name_key=name_key(checked["name"], of_person=False))
    session.add(row)
    session.flush()
    changes.describe(session, "organisation.added", subject=row)
    return row


def edit_organisation(session: Session, uid: str, given: Mapping[str, object], *, version: int) -> None:
    """Change fields of an organisation; raises as `add_organisation`, and Conflict, `row.gone`."""
    _require(session)
    row = _load_seen(session, uid, version)
    checked = values.check_all(given, CHECKS, "organisation")
    differing = {name: value for name, value in checked.items() if getattr(row, name) != value}
    if not differing:
        return
    if "name" in differing:
        _check_free(session, differing["name"])
        differing["name_key"] = name_key(differing["name"], of_person=False)
    for name, value in differing.items():
        setattr(row, name, value)
    session.flush()
    changes.describe(session, "organisation.edited", subject=row, fields=sorted(given))
    if "name" in differing:
        upkeep.touched(session, _employees(session, row.id), revalued=False)


def delete_organisation(session: Session, uid: str, *, version: int) -> None:
    """Put it into the recycle bin; whoever is linked to it keeps the link, hidden until it is restored."""
    _require(session, Reach.ALL)
    row = _load_seen(session, uid, version)
    row.deleted_at = utc_now()
    session.flush()
    changes.describe(session, "organisation.deleted", subject=row)
    upkeep.touched(session, _employees(session, row.id), revalued=False)


def restore_organisation(session: Session, uid: str, *, version: int) -> None:
    """Take it out of the recycle bin; raises UserError `organisation.name_taken`."""
    roles.require(session, Permission.RESTORE_DELETED, reach=Reach.ALL, accepting=())
    row = rows.load_seen(session, Organisation, uid, version)
    if row.deleted_at is None:
        return
    _check_free(session, row.name)
    row.deleted_at = None
    session.flush()
    changes.describe(session, "organisation.restored", subject=row)
    upkeep.touched(session, _employees(session, row.id), revalued=False)


def named(session: Session, name: str) -> Organisation:
    """The organisation of this (checked) name, added if there is none. Needs a writing session."""
    found = select(Organisation).where(Organisation.name == name, Organisation.deleted_at.is_(None))
    row = session.scalars(found).one_or_none()
    if row is None:
        row = Organisation(name=name, name_key=name_key(name, of_person=False))
        session.add(row)
        session.flush()
    return row


def find_organisations(
    session: Session, *, search: str = "", deleted: bool = False, sort: str = "name", descending: bool = False
) -> list[int]:
    """Ids of the organisations whose name holds `search`; `sort` one of name, industry."""
    _require(session)
    column = {"name": Organisation.name_key, "industry": Organisation.industry}[sort]
    lying = Organisation.deleted_at.is_not(None) if deleted else Organisation.deleted_at.is_(None)
    found = select(Organisation.id).where(lying)
    if search.strip():
        found = found.where(Organisation.name.contains(fold(search), autoescape=True))
    return list(
        session.scalars(found.order_by(column.desc() if descending else column.asc(), Organisation.id))
    )


def load_organisations(session: Session, ids: list[int]) -> list[OrganisationRow]:
    """The organisations with these ids, in that order; they are counted over customers one may see."""
    _require(session)
    wanted = access.visible(session)
    employed = (
        select(Customer.employer_id, func.count())
        .where(Customer.employer_id.in_(ids), wanted)
        .group_by(Customer.employer_id)
    )
    related = (
        select(Relation.organisation_id, func.count())
        .join(Customer, Customer.id == Relation.customer_id)
        .where(Relation.organisation_id.in_(ids), wanted)
        .group_by(Relation.organisation_id)
    )
    people = dict.fromkeys(ids, 0)
    for statement in (employed, related):
        for organisation_id, count in session.execute(statement):
            if organisation_id is not None:
                people[organisation_id] += count
    found = {one.id: one for one in session.scalars(select(Organisation).where(Organisation.id.in_(ids)))}
    return [
        OrganisationRow(
            one.id,
            one.uid,
            one.version,
            one.name,
            one.credit_code,
            one.industry,
            one.phone,
            one.address,
            one.notes,
            people[one.id],
            one.deleted_at is not None,
        )
        for one in (found[one_id] for one_id in ids if one_id in found)
    ]


def people_of(session: Session, organisation_id: int) -> list[Person]:
    """The customers one may see that are linked to an organisation, by name."""
    wanted = access.visible(session)
    employed = select(Customer).where(Customer.employer_id == organisation_id, wanted)
    people = [(one, "employee") for one in session.scalars(employed)]
    related = (
        select(Customer, Relation.kind)
        .join(Relation, Relation.customer_id == Customer.id)
        .where(Relation.organisation_id == organisation_id, wanted)
    )
    people += [(customer, kind) for customer, kind in session.execute(related)]
    people.sort(key=lambda one: (one[0].name_key, one[0].id))
    return [Person(one.id, one.uid, one.name, link) for one, link in people]


def suggest(session: Session, typed: str, *, limit: int = 12) -> list[str]:
    """Names of organisations that hold what was typed, for completing an employer."""
    _require(session)
    found = (
        select(Organisation.name)
        .where(Organisation.deleted_at.is_(None), Organisation.name.contains(typed.strip(), autoescape=True))
        .order_by(func.length(Organisation.name), Organisation.name_key)
        .limit(limit)
    )
    return list(session.scalars(found)) if typed.strip() else []


def _require(session: Session, reach: Reach = Reach.OWN) -> None:
    """Organisations are nobody's own: whoever sees customers in full may keep them."""
    roles.require(session, Permission.SEE_CUSTOMERS, reach=reach, accepting=())


def _load_seen(session: Session, uid: str, version: int) -> Organisation:
    row = rows.load_seen(session, Organisation, uid, version)
    if row.deleted_at is not None:
        raise Conflict("row.changed", table="organisation", uid=uid, seen=version, present=row.version)
    return row


def _check_free(session: Session, name: str) -> None:
    taken = select(Organisation.id).where(Organisation.name == name, Organisation.deleted_at.is_(None))
    if session.scalar(taken) is not None:
        raise UserError("organisation.name_taken", name=name)


def _employees(session: Session, organisation_id: int) -> list[int]:
    return list(session.scalars(select(Customer.id).where(Customer.employer_id == organisation_id)))
