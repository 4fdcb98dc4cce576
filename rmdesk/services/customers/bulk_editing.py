"""One field of many customers at once: what would change, then the change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import Customer, Organisation, Staff
from rmdesk.services import bulk, changes
from rmdesk.services.actor import acting
from rmdesk.services.customers import access, upkeep
from rmdesk.services.customers.fields import BY_NAME, Field, Type
from rmdesk.services.customers.writing import checked
from rmdesk.services.errors import NotAllowed, UserError

_CHUNK = 5000
_MOST_SHOWN = 50  # different values in a preview


@dataclass(frozen=True, slots=True)
class Former:
    """A value that would be replaced, and how many customers hold it. Staff and employers stand by name."""

    value: Any
    customers: int


@dataclass(frozen=True, slots=True)
class Preview:
    """What a change in bulk would do: to how many of how many, and from what, the most frequent first."""

    chosen: int
    changing: int
    formers: tuple[Former, ...]


def preview_edit(session: Session, ids: Collection[int], name: str, value: object) -> Preview:
    """What `edit_many` would change; raises as it does. A new employer is made only then."""
    field, listed = _begin(session, ids, name)
    wanted = _wanted(session, field, value, add=False)
    column = getattr(Customer, field.columns[0])
    formers: Counter[Any] = Counter()
    for _, _, _, former in _present(session, listed, column):
        if wanted is _NEW or former != wanted:
            formers[former] += 1
    words = _words(session, field, formers)
    shown = [Former(words.get(one, one), count) for one, count in formers.most_common(_MOST_SHOWN)]
    return Preview(len(listed), formers.total(), tuple(shown))


def edit_many(session: Session, ids: Collection[int], name: str, value: object) -> int:
    """Set a field (one with `bulk`) of these customers; returns how many changed. All or none.

    Raises NotAllowed, UserError `row.gone`, `customer.in_bin`, `customer.not_in_bulk`,
    `customer.stand_in_is_owner`, and as the field's check does. KeyError for an unknown field.
    """
    field, listed = _begin(session, ids, name)
    column = field.columns[0]
    wanted = _wanted(session, field, value, add=True)
    set_to = {column: wanted}
    if column == "owner_id" and wanted is not None:
        set_to["owner_text"] = None
    changing: list[dict[str, Any]] = []
    for customer_id, owner, stand_in, former in _present(session, listed, getattr(Customer, column)):
        if former == wanted:
            continue
        other = stand_in if column == "owner_id" else owner
        if column in ("owner_id", "stand_in_id") and wanted is not None and other == wanted:
            raise UserError("customer.stand_in_is_owner")
        changing.append({"id": customer_id} | set_to)
    if changing:
        changes.describe(
            session,
            "customer.assigned" if field.type is Type.STAFF else "customer.bulk_edited",
            field=name,
            customers=len(changing),
        )
        bulk.update(session, Customer, changing, list(set_to))
        upkeep.touched(session, [row["id"] for row in changing], revalued=False)
    return len(changing)


_NEW = object()  # stands for an organisation that is not there yet


def _begin(session: Session, ids: Collection[int], name: str) -> tuple[Field, list[int]]:
    field = BY_NAME[name]
    if not field.bulk:
        raise UserError("customer.not_in_bulk", what=field.what)
    listed = access.check_all_visible(session, ids)
    if name == "owner":
        access.require_all(session, NotAllowed("customer.not_assignable"))
    elif name == "stand_in":
        _check_all_own(session, listed)
    return field, listed


def _wanted(session: Session, field: Field, value: object, *, add: bool) -> Any:
    """The value of the field's column."""
    if field.type is Type.ORGANISATION and not add:
        name = field.checked(value)
        if name is None:
            return None
        found = select(Organisation.id).where(Organisation.name == name, Organisation.deleted_at.is_(None))
        return session.scalar(found) or _NEW
    return checked(session, {field.name: value})[field.columns[0]]


def _check_all_own(session: Session, ids: list[int]) -> None:
    """A stand-in is named by the manager in charge, or by who may see all."""
    me = acting(session).staff_id
    for start in range(0, len(ids), _CHUNK):
        others = select(Customer.id).where(
            Customer.id.in_(ids[start : start + _CHUNK]), Customer.owner_id.is_distinct_from(me)
        )
        if session.scalar(others.limit(1)) is not None:
            access.require_all(session, NotAllowed("customer.stand_in_not_yours"))


def _present(session: Session, ids: list[int], column: Any) -> Iterator[tuple[int, Any, Any, Any]]:
    for start in range(0, len(ids), _CHUNK):
        some = Customer.id.in_(ids[start : start + _CHUNK])
        found = select(Customer.id, Customer.owner_id, Customer.stand_in_id, column).where(some)
        for row in session.execute(found):
            yield row[0], row[1], row[2], row[3]


def _words(session: Session, field: Field, formers: Collection[Any]) -> dict[Any, str]:
    """Names for the ids of staff and organisations."""
    model: type[Staff] | type[Organisation] | None = {
        Type.STAFF: Staff,
        Type.ORGANISATION: Organisation,
    }.get(field.type)  # type: ignore[assignment]
    if model is None:
        return {}
    ids = [one for one in formers if one is not None]
    words: dict[Any, str] = {}
    for start in range(0, len(ids), _CHUNK):
        found = select(model.id, model.name).where(model.id.in_(ids[start : start + _CHUNK]))
        words |= {row[0]: row[1] for row in session.execute(found)}
    return words
