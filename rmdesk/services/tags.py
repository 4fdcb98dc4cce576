"""Tags: words the branch puts on customers. A tag is made by its first use."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from rmdesk.models import CustomerTag, Tag
from rmdesk.services import bulk, changes, text
from rmdesk.services.customers import access, upkeep
from rmdesk.services.queries import Query

NAME_LONGEST = 40


def list_tags(session: Session) -> list[Tag]:
    """Every tag by name."""
    return list(session.scalars(select(Tag).order_by(Tag.name)))


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
    put(session, [customer.id], name)
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
    changed = put(session, listed, name) if on else _take(session, listed, name)
    if changed:
        changes.describe(session, "customer.tagged" if on else "customer.untagged", customers=len(changed))
        upkeep.touched(session, changed, revalued=False)
    return len(changed)


def named(session: Session, name: str) -> Tag | None:
    """The tag of this name."""
    return session.scalars(select(Tag).where(Tag.name == name)).one_or_none()


def put(session: Session, ids: list[int], name: str) -> list[int]:
    """Put a tag on these customers; the ids of those who did not bear it. Facts are not renewed here."""
    kept = text.line(name, "tag.name", longest=NAME_LONGEST)
    tag = named(session, kept)
    if tag is None:
        tag = Tag(name=kept)
        session.add(tag)
        session.flush()
    bearing = set(bearers(session, tag.id))
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


def bearers(session: Session, tag_id: int) -> list[int]:
    """Ids of all customers with a tag, whether one may see them or not."""
    return list(session.scalars(select(CustomerTag.customer_id).where(CustomerTag.tag_id == tag_id)))
