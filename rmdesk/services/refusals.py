"""That somebody wants no calls, messages, visits, greetings or offers outlives what is known of them.

Who leaves the archive for good and comes back (by an import, at the counter) would otherwise be called
against their word: 个人信息保护法, article 44; 消费者权益保护法, article 29. So of those who refused
something a code of each phone and document number stays, with what they refused and since when, nothing else;
whoever comes with such a number has refused again. As long as the branch sets (`retention.py`), never shorter
than the customer's own data. The code is keyed with the vault's identity: it tells nothing to somebody who
reads it alone, but whoever holds the vault's key could try all numbers.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from rmdesk.models import Customer, CustomerPhone, IdentityDocument, Refusal, VaultState
from rmdesk.services import bulk, changes

FLAGS = ("no_calls", "no_messages", "no_visits", "no_greetings", "no_marketing")
_CHUNK = 500


def keep(session: Session, ids: Sequence[int], today: date | None = None) -> int:
    """Keep what these customers refused, who are about to leave for good; how many codes are kept of them."""
    wishes = _wishes(session, ids)
    marks = _marks(session, list(wishes))
    there = {one.mark: one for one in _among(session, marks)}
    new = []
    for mark, customer in marks.items():
        flags = {name: getattr(wishes[customer], name) for name in FLAGS}
        if mark in there:  # two had the same number
            for name, refused in flags.items():
                setattr(there[mark], name, refused or getattr(there[mark], name))
        else:
            new.append({"mark": mark, "kept_on": today or date.today(), **flags})
    session.flush()
    bulk.insert(session, Refusal, new)
    return len(marks)


def count_of(session: Session, customer_id: int) -> int:
    """How many codes `keep` would keep of one customer."""
    return len(_marks(session, list(_wishes(session, [customer_id]))))


def recognise(session: Session, ids: Collection[int]) -> int:
    """Give those of these customers who are known to have refused something what they refused; it stands
    with them again, and no longer in the list. How many were recognised. One statement where nobody is known.
    """
    if session.scalar(select(Refusal.id).limit(1)) is None:
        return 0
    marks = _marks(session, sorted(ids))
    found = _among(session, marks)
    refused: dict[int, dict[str, Any]] = {}
    for one in found:
        flags = refused.setdefault(marks[one.mark], {"id": marks[one.mark]})
        flags |= {name: True for name in FLAGS if getattr(one, name)}
    for flags in refused.values():
        bulk.update(session, Customer, [flags], [name for name in flags if name != "id"])
    bulk.delete(session, Refusal, [one.id for one in found])
    if refused:
        changes.add_detail(session, refusals=len(refused))
    return len(refused)


def _wishes(session: Session, ids: Sequence[int]) -> dict[int, Customer]:
    """Those of these customers who refused anything."""
    found: dict[int, Customer] = {}
    for some in _chunks(ids):
        refusing = or_(*(getattr(Customer, name).is_(True) for name in FLAGS))
        asked = select(Customer).where(Customer.id.in_(some), refusing)
        found |= {one.id: one for one in session.scalars(asked)}
    return found


def _marks(session: Session, ids: Sequence[int]) -> dict[str, int]:
    """Whose each code is, of all phones and documents of these customers."""
    if not ids:
        return {}
    key = session.scalars(select(VaultState.vault_uid)).one().encode()
    found: dict[str, int] = {}
    for some in _chunks(ids):
        for table in (CustomerPhone, IdentityDocument):
            kind = table.__tablename__
            numbers = select(table.customer_id, table.number).where(table.customer_id.in_(some))
            for customer, number in session.execute(numbers):
                told = f"{kind}:{number}".encode()
                found[hmac.new(key, told, hashlib.sha256).hexdigest()] = customer
    return found


def _among(session: Session, marks: Iterable[str]) -> list[Refusal]:
    found: list[Refusal] = []
    for some in _chunks(list(marks)):
        found += session.scalars(select(Refusal).where(Refusal.mark.in_(some)))
    return found


def _chunks(listed: Sequence[Any]) -> Iterable[Sequence[Any]]:
    return (listed[start : start + _CHUNK] for start in range(0, len(listed), _CHUNK))
