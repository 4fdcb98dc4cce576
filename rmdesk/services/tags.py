"""Tags: words the branch puts on customers. A tag is made by its first use."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from rmdesk.models import Customer, CustomerTag, Tag
from rmdesk.services import bulk, changes, roles, rows, text
from rmdesk.services.customers import access, upkeep
from rmdesk.services.errors import UserError
from rmdesk.services.queries import Query
from rmdesk.services.roles import Permission

NAME_LONGEST = 40
_CHUNK = 5000


def list_tags(session: Session) -> list[tuple[Tag, int]]:
    """Every tag by name, with the number of customers one may see that bear it."""
    counted = (
        select(CustomerTag.tag_id, func.count())
        .join(Customer, Customer.id == CustomerTag.customer_id)
        .where(access.visible(session))
        .group_by(CustomerTag.tag_id)
    )
    counts: dict[int, int] = dict(session.execute(counted).all())
    return [(tag, counts.get(tag.id, 0)) for tag in session.scalars(select(Tag).order_by(Tag.name))]


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
    """Give a tag another name; raises UserError `tag.name_taken`."""
    roles.require(session, Permission.SET_RULES)
    tag = rows.load_seen(session, Tag, uid, version)
    kept = text.line(name, "tag.name", longest=NAME_LONGEST)
    if kept == tag.name:
        return
    if session.scalar(select(Tag.id).where(Tag.name == kept)) is not None:
        raise UserError("tag.name_taken", name=kept)
    tag.name = kept
    session.flush()
    changes.describe(session, "tag.renamed", subject=tag)
    upkeep.touched(session, _bearers(session, tag.id), revalued=False)


def delete_tag(session: Session, uid: str, *, version: int) -> None:
    """Remove a tag from everybody who bears it, and from the list."""
    roles.require(session, Permission.SET_RULES)
    tag = rows.load_seen(session, Tag, uid, version)
    tag_id = tag.id  # deleting in bulk has every object read anew
    bearers = _bearers(session, tag_id)
    changes.describe(session, "tag.deleted", subject=("tag", uid), customers=len(bearers))
    bulk.delete(
        session,
        CustomerTag,
        session.scalars(select(CustomerTag.id).where(CustomerTag.tag_id == tag_id)).all(),
    )
    bulk.delete(session, Tag, [tag_id])
    upkeep.touched(session, bearers, revalued=False)


def _put(session: Session, ids: list[int], name: str) -> list[int]:
    kept = text.line(name, "tag.name", longest=NAME_LONGEST)
    tag = session.scalars(select(Tag).where(Tag.name == kept)).one_or_none()
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
