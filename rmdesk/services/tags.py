"""Tags: words the branch puts on customers. A tag is made by its first use."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from rmdesk.models import Customer, CustomerTag, Tag
from rmdesk.services import bulk, changes, roles, rows, segments, text, views
from rmdesk.services.customers import access, upkeep
from rmdesk.services.errors import UserError
from rmdesk.services.queries import Query
from rmdesk.services.roles import Permission

NAME_LONGEST = 40
_TRAIT = "tag"  # as conditions name it


@dataclass(frozen=True, slots=True)
class TagRow:
    """A tag as it is listed; `customers` are those one may see that bear it."""

    id: int
    uid: str
    version: int
    name: str
    customers: int


def list_tags(session: Session) -> list[Tag]:
    """Every tag by name."""
    return list(session.scalars(select(Tag).order_by(Tag.name)))


def find_tags(
    session: Session, *, search: str = "", sort: str = "name", descending: bool = False
) -> list[int]:
    """Ids of tags; `search` is part of a name, `sort` one of name, customers."""
    counts = _counts(session) if sort == "customers" else {}
    wanted = unicodedata.normalize("NFC", search.strip()).casefold()
    found = [one for one in list_tags(session) if wanted in one.name.casefold()]
    if sort == "customers":
        found.sort(key=lambda one: counts.get(one.id, 0), reverse=descending)
    elif descending:
        found.reverse()
    return [one.id for one in found]


def load_tags(session: Session, ids: Sequence[int]) -> list[TagRow]:
    """The tags with these ids, in that order."""
    counts = _counts(session)
    tags = {one.id: one for one in session.scalars(select(Tag).where(Tag.id.in_(ids)))}
    return [
        TagRow(one.id, one.uid, one.version, one.name, counts.get(one.id, 0))
        for one in map(tags.get, ids)
        if one is not None
    ]


_BORNE = Query(
    select(Tag.name)
    .join(CustomerTag, CustomerTag.tag_id == Tag.id)
    .where(CustomerTag.customer_id == bindparam("customer_id"))
    .order_by(Tag.name)
)


def tags_of(session: Session, customer_id: int) -> list[str]:
    """The names of a customer's tags, in order."""
    return [row.name for row in _BORNE.read(session, customer_id=customer_id)]


def add_tag(session: Session, customer_uid: str, name: str) -> None:
    """Put a tag on a customer. Nothing happens if they bear it already."""
    customer = access.load_editable(session, customer_uid)
    _put(session, [customer.id], name)
    session.flush()
    changes.describe(session, "customer.tagged", subject=customer)
    upkeep.touched(session, [customer.id], revalued=False)


def remove_tag(session: Session, customer_uid: str, name: str) -> None:
    """Take a tag off a customer. Nothing happens if they do not bear it."""
    customer = access.load_editable(session, customer_uid)
    _take(session, [customer.id], name)
    session.flush()
    changes.describe(session, "customer.untagged", subject=customer)
    upkeep.touched(session, [customer.id], revalued=False)


def tag_many(session: Session, ids: Collection[int], name: str, *, on: bool = True) -> int:
    """Put a tag on these customers, or take it off; returns on how many something changed.

    Raises NotAllowed if one of them may not be seen.
    """
    listed = access.check_all_visible(session, ids)
    changed = _put(session, listed, name) if on else _take(session, listed, name)
    if changed:
        changes.describe(session, "customer.tagged" if on else "customer.untagged", customers=len(changed))
        upkeep.touched(session, changed, revalued=False)
    return len(changed)


def rename_tag(session: Session, uid: str, name: str, *, version: int) -> None:
    """Give a tag another name, in the views that ask for it too; raises UserError `tag.name_taken`."""
    roles.require(session, Permission.SET_RULES)
    tag = rows.load_seen(session, Tag, uid, version)
    kept = text.line(name, "tag.name", longest=NAME_LONGEST)
    if kept == tag.name:
        return
    if _named(session, kept) is not None:
        raise UserError("tag.name_taken", name=kept)
    views.replace_word(session, _TRAIT, tag.name, kept)
    tag.name = kept
    session.flush()
    changes.describe(session, "tag.renamed", subject=tag)
    upkeep.touched(session, _bearers(session, tag.id), revalued=False)


def merge_tags(session: Session, uid: str, into: str, *, version: int) -> None:
    """Whoever bears a tag bears the one named `into` instead, and the former is no more.

    Views and segments that ask for it ask for the other. Raises UserError `tag.unknown`.
    """
    roles.require(session, Permission.SET_RULES)
    tag = rows.load_seen(session, Tag, uid, version)
    other = _named(session, into.strip())
    if other is None or other.id == tag.id:
        raise UserError("tag.unknown", name=into.strip()[:NAME_LONGEST])
    bearers = _bearers(session, tag.id)
    changes.describe(session, "tag.merged", subject=other, customers=len(bearers))
    _put(session, bearers, other.name)
    views.replace_word(session, _TRAIT, tag.name, other.name)
    segments.replace_named(session, _TRAIT, tag.uid, (other.uid, other.name))
    _drop(session, tag, bearers)


def delete_tag(session: Session, uid: str, *, version: int) -> None:
    """Remove a tag from everybody who bears it, and from the list; segments that ask for it say so."""
    roles.require(session, Permission.SET_RULES)
    tag = rows.load_seen(session, Tag, uid, version)
    bearers = _bearers(session, tag.id)
    changes.describe(session, "tag.deleted", subject=("tag", uid), customers=len(bearers))
    _drop(session, tag, bearers)


def _drop(session: Session, tag: Tag, bearers: list[int]) -> None:
    tag_id = tag.id  # deleting in bulk has every object read anew
    borne = select(CustomerTag.id).where(CustomerTag.tag_id == tag_id)
    bulk.delete(session, CustomerTag, session.scalars(borne).all())
    bulk.delete(session, Tag, [tag_id])
    upkeep.touched(session, bearers, revalued=False)


def _counts(session: Session) -> dict[int, int]:
    counted = (
        select(CustomerTag.tag_id, func.count())
        .join(Customer, Customer.id == CustomerTag.customer_id)
        .where(access.visible(session))
        .group_by(CustomerTag.tag_id)
    )
    return dict(session.execute(counted).all())


def _named(session: Session, name: str) -> Tag | None:
    return session.scalars(select(Tag).where(Tag.name == name)).one_or_none()


def _put(session: Session, ids: list[int], name: str) -> list[int]:
    kept = text.line(name, "tag.name", longest=NAME_LONGEST)
    tag = _named(session, kept)
    if tag is None:
        tag = Tag(name=kept)
        session.add(tag)
        session.flush()
    bearing = set(_bearers(session, tag.id))
    new = [one for one in ids if one not in bearing]
    bulk.insert(session, CustomerTag, [{"customer_id": one, "tag_id": tag.id} for one in new])
    return new


def _take(session: Session, ids: list[int], name: str) -> list[int]:
    tag_id = session.scalar(select(Tag.id).where(Tag.name == name))
    if tag_id is None:
        return []
    wanted = set(ids)
    found = select(CustomerTag.id, CustomerTag.customer_id).where(CustomerTag.tag_id == tag_id)
    borne = [(row_id, customer) for row_id, customer in session.execute(found) if customer in wanted]
    bulk.delete(session, CustomerTag, [row_id for row_id, _ in borne])
    return [customer for _, customer in borne]


def _bearers(session: Session, tag_id: int) -> list[int]:
    return list(session.scalars(select(CustomerTag.customer_id).where(CustomerTag.tag_id == tag_id)))
