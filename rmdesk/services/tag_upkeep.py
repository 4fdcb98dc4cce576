"""The branch's tags as a whole: listed with who bears them, renamed, put together, removed."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from rmdesk.models import Customer, CustomerTag, Tag
from rmdesk.services import bulk, changes, roles, rows, segments, tags, text, views
from rmdesk.services.customers import access, upkeep
from rmdesk.services.errors import UserError
from rmdesk.services.roles import Permission

_TRAIT = "tag"  # as conditions name it


@dataclass(frozen=True, slots=True)
class TagRow:
    """A tag as it is listed; `customers` are those one may see that bear it."""

    id: int
    uid: str
    version: int
    name: str
    customers: int


def find_tags(
    session: Session, *, search: str = "", sort: str = "name", descending: bool = False
) -> list[int]:
    """Ids of tags; `search` is part of a name, `sort` one of name, customers."""
    counts = _counts(session) if sort == "customers" else {}
    wanted = unicodedata.normalize("NFC", search.strip()).casefold()
    found = [one for one in tags.list_tags(session) if wanted in one.name.casefold()]
    if sort == "customers":
        found.sort(key=lambda one: counts.get(one.id, 0), reverse=descending)
    elif descending:
        found.reverse()
    return [one.id for one in found]


def load_tags(session: Session, ids: Sequence[int]) -> list[TagRow]:
    """The tags with these ids, in that order."""
    counts = _counts(session)
    found = {one.id: one for one in session.scalars(select(Tag).where(Tag.id.in_(ids)))}
    return [
        TagRow(one.id, one.uid, one.version, one.name, counts.get(one.id, 0))
        for one in map(found.get, ids)
        if one is not None
    ]


def rename_tag(session: Session, uid: str, name: str, *, version: int) -> None:
    """Give a tag another name, in the views that ask for it too; raises UserError `tag.name_taken`."""
    roles.require(session, Permission.SET_RULES)
    tag = rows.load_seen(session, Tag, uid, version)
    kept = text.line(name, "tag.name", longest=tags.NAME_LONGEST)
    if kept == tag.name:
        return
    if tags.named(session, kept) is not None:
        raise UserError("tag.name_taken", name=kept)
    views.replace_word(session, _TRAIT, tag.name, kept)
    tag.name = kept
    session.flush()
    changes.describe(session, "tag.renamed", subject=tag)
    upkeep.touched(session, tags.bearers(session, tag.id), revalued=False)


def merge_tags(session: Session, uid: str, into: str, *, version: int) -> None:
    """Whoever bears a tag bears the one named `into` instead, and the former is no more.

    Views and segments that ask for it ask for the other. Raises UserError `tag.unknown`.
    """
    roles.require(session, Permission.SET_RULES)
    tag = rows.load_seen(session, Tag, uid, version)
    other = tags.named(session, into.strip())
    if other is None or other.id == tag.id:
        raise UserError("tag.unknown", name=into.strip()[: tags.NAME_LONGEST])
    bearers = tags.bearers(session, tag.id)
    changes.describe(session, "tag.merged", subject=other, customers=len(bearers))
    tags.put(session, bearers, other.name)
    views.replace_word(session, _TRAIT, tag.name, other.name)
    segments.replace_named(session, _TRAIT, tag.uid, (other.uid, other.name))
    _drop(session, tag, bearers)


def delete_tag(session: Session, uid: str, *, version: int) -> None:
    """Remove a tag from everybody who bears it, and from the list; segments that ask for it say so."""
    roles.require(session, Permission.SET_RULES)
    tag = rows.load_seen(session, Tag, uid, version)
    bearers = tags.bearers(session, tag.id)
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
