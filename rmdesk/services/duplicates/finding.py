"""Duplicates across the archive: the rows they are searched among, the pairs as lists show them, verdicts.

The search itself (`searching`) runs in a process of its own. Managers search among their own customers,
supervisors and branch heads among all: whoever finds a pair may merge it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.orm import Session

from rmdesk.models import Customer, CustomerPhone, DistinctPair, IdentityDocument
from rmdesk.services import archive, changes, roles
from rmdesk.services.actor import acting
from rmdesk.services.archive import CustomerRow
from rmdesk.services.customers import access
from rmdesk.services.duplicates.likeness import Pair, Person
from rmdesk.services.duplicates.searching import pack
from rmdesk.services.errors import NotAllowed, UserError
from rmdesk.services.roles import Permission, Reach

Progress = Callable[[int, int], None]

_CHUNK = 1000


@dataclass(frozen=True, slots=True)
class Searched:
    """What `searching.search` needs: the rows in pieces, and who are known to be different people."""

    pieces: list[bytes]
    apart: list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class PairRow:
    """A pair as lists show it, each side masked as in the list of customers."""

    pair: Pair
    a: CustomerRow
    b: CustomerRow


def mergeable(session: Session) -> ColumnElement[bool]:
    """The condition on `Customer` of whom whoever acts may merge."""
    reach = roles.require(session, Permission.SEE_CUSTOMERS, accepting=()).reach()
    present = Customer.deleted_at.is_(None)
    if reach == Reach.ALL:
        return present
    return and_(present, Customer.owner_id == acting(session).staff_id)


def gather(session: Session, progress: Progress) -> Searched:
    """The rows that are searched among. Raises NotAllowed."""
    within = mergeable(session)
    ids = list(session.scalars(select(Customer.id).where(within).order_by(Customer.id)))
    pieces = []
    for start in range(0, len(ids), _CHUNK):
        progress(start, len(ids))
        pieces.append(pack(list(_people(session, ids[start : start + _CHUNK]))))
    apart = select(DistinctPair.customer_id, DistinctPair.other_id)
    return Searched(pieces, [(a, b) for a, b in session.execute(apart)])


def load_pairs(session: Session, pairs: Sequence[Pair]) -> list[PairRow]:
    """These pairs, without those of which one is gone or may no longer be merged."""
    wanted = list({one for pair in pairs for one in (pair.a, pair.b)})
    allowed: set[int] = set()
    rows: dict[int, CustomerRow] = {}
    within = mergeable(session)
    for start in range(0, len(wanted), _CHUNK):
        chunk = wanted[start : start + _CHUNK]
        allowed |= set(session.scalars(select(Customer.id).where(Customer.id.in_(chunk), within)))
        rows |= {row.id: row for row in archive.load_customers(session, chunk)}
    return [
        PairRow(pair, rows[pair.a], rows[pair.b])
        for pair in pairs
        if pair.a in allowed and pair.b in allowed and pair.a in rows and pair.b in rows
    ]


def still_there(
    session: Session, pairs: Sequence[Pair], merged: Mapping[int, int] | None = None
) -> list[Pair]:
    """Those of the pairs that may still be merged: nobody merged, deleted or told them apart meanwhile.

    `merged` says into whom somebody of the pairs was merged since the search. Where they are gone, the
    survivor takes their place, so that of three records of one person the third is still found; once such
    a merge is undone, the pair is as it was. No two customers are listed twice.
    """
    into = merged or {}
    wanted = {one for pair in pairs for one in (pair.a, pair.b)} | set(into.values())
    allowed = set(session.scalars(select(Customer.id).where(mergeable(session)))) & wanted
    apart = {(a, b) for a, b in session.execute(select(DistinctPair.customer_id, DistinctPair.other_id))}
    found: dict[tuple[int, int], Pair] = {}
    for pair in pairs:
        a, b = sorted(_who_is_there(one, allowed, into) for one in (pair.a, pair.b))
        if a != b and a in allowed and b in allowed and (a, b) not in apart:
            found.setdefault((a, b), replace(pair, a=a, b=b))
    return list(found.values())


def _who_is_there(one: int, allowed: Collection[int], into: Mapping[int, int]) -> int:
    """This customer, or whoever took them over; it ends also where undoing lay between merges to and fro."""
    passed: set[int] = set()
    while one not in allowed and one in into and one not in passed:
        passed.add(one)
        one = into[one]
    return one


def keep_apart(session: Session, uid: str, other_uid: str) -> None:
    """Remember that two customers are different people; such a pair is not proposed again.

    Nothing happens if that is known. Raises NotAllowed, UserError `row.gone`, `customer.in_bin`,
    `duplicates.oneself`.
    """
    a, b = access.load_editable(session, uid), access.load_editable(session, other_uid)
    if a.id == b.id:
        raise UserError("duplicates.oneself")
    for one in (a, b):
        access.require_owner(session, one, NotAllowed("duplicates.not_yours"))
    first, second = sorted((a, b), key=lambda one: one.id)
    there = select(DistinctPair.id).where(
        DistinctPair.customer_id == first.id, DistinctPair.other_id == second.id
    )
    if session.scalar(there) is not None:
        return
    session.add(DistinctPair(customer_id=first.id, other_id=second.id))
    session.flush()
    changes.describe(session, "customer.kept_apart", subject=first, other=second.uid)


def _people(session: Session, ids: list[int]) -> Iterator[Person]:
    phones: dict[int, list[str]] = defaultdict(list)
    documents: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for customer_id, number in session.execute(
        select(CustomerPhone.customer_id, CustomerPhone.number).where(CustomerPhone.customer_id.in_(ids))
    ):
        phones[customer_id].append(number)
    for customer_id, kind, number in session.execute(
        select(IdentityDocument.customer_id, IdentityDocument.kind, IdentityDocument.number).where(
            IdentityDocument.customer_id.in_(ids)
        )
    ):
        documents[customer_id].append((kind, number))
    fields: Any = select(
        Customer.id,
        Customer.name,
        Customer.birth_month,
        Customer.birth_day,
        Customer.birth_is_lunar,
        Customer.birth_is_leap_month,
        Customer.birth_year,
        Customer.gender,
        Customer.employer_id,
    ).where(Customer.id.in_(ids))
    for id, name, month, day, lunar, leap, year, gender, employer in session.execute(fields):
        birthday = None if month is None else (month, day, bool(lunar), bool(leap))
        yield Person(id, name, birthday, year, gender, employer, tuple(phones[id]), tuple(documents[id]))
