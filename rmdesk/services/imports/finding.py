"""Which customer of the archive a row of a file means: by number, else document, else phone and name."""

from __future__ import annotations

import enum
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import Customer, CustomerPhone, IdentityDocument
from rmdesk.services.names import fold

_CHUNK = 1000  # values in one statement

_T = TypeVar("_T")


class Known(NamedTuple):
    """What a row tells of who its customer is, each as the archive keeps it; the name as it is compared."""

    number: str | None = None
    documents: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    folded: str = ""


class Several(enum.Enum):
    """The answer that more than one customer is meant."""

    SEVERAL = enum.auto()


SEVERAL = Several.SEVERAL


class Finder:
    """Finds the customers of some rows at once: `look` up all of them, then `find` each.

    Customers in the recycle bin are not found.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._by_number: dict[str, int] = {}
        self._by_document: dict[str, set[int]] = {}
        self._by_phone: dict[str, dict[int, str]] = {}
        self._documents: dict[int, set[str]] = {}

    def look(self, rows: Sequence[Known]) -> None:
        """Read whom these rows may mean, as the archive is now."""
        self._by_number = {}
        self._by_document, self._by_phone = defaultdict(set), defaultdict(dict)
        self._documents = defaultdict(set)
        there = Customer.deleted_at.is_(None)
        run = self._session.execute
        for some in _chunks(one.number for one in rows if one.number):
            found = select(Customer.number, Customer.id).where(Customer.number.in_(some), there)
            self._by_number.update((str(number), row_id) for number, row_id in run(found))
        for some in _chunks(number for one in rows for number in one.documents):
            owned = (
                select(IdentityDocument.number, IdentityDocument.customer_id)
                .join(Customer)
                .where(IdentityDocument.number.in_(some), there)
            )
            for number, row_id in run(owned):
                self._by_document[number].add(row_id)
        for some in _chunks(number for one in rows for number in one.phones):
            called = (
                select(CustomerPhone.number, Customer.id, Customer.name)
                .join(Customer)
                .where(CustomerPhone.number.in_(some), there)
            )
            for number, row_id, name in run(called):
                self._by_phone[number][row_id] = name
        if any(one.documents for one in rows):
            ids = {row_id for people in self._by_phone.values() for row_id in people}
            for some_ids in _chunks(ids):
                held = select(IdentityDocument.customer_id, IdentityDocument.number).where(
                    IdentityDocument.customer_id.in_(some_ids)
                )
                for row_id, number in run(held):
                    self._documents[row_id].add(number)

    def find(self, row: Known) -> int | Several | None:
        """The customer's id, None if nobody is meant."""
        if row.number and row.number in self._by_number:
            return self._by_number[row.number]
        people = {one for number in row.documents for one in self._by_document.get(number, ())}
        if not people and row.folded:
            people = {
                one
                for number in row.phones
                for one, name in self._by_phone.get(number, {}).items()
                if fold(name) == row.folded and not self._is_another(row, one)
            }
        if len(people) > 1:
            return SEVERAL
        return next(iter(people), None)

    def _is_another(self, row: Known, customer_id: int) -> bool:
        """Whether documents tell apart two people of one name and phone, such as a father and a son."""
        held = self._documents.get(customer_id, set())
        return bool(held and row.documents) and not held & set(row.documents)


def _chunks(values: Iterable[_T]) -> Iterator[list[_T]]:
    listed = list(dict.fromkeys(values))
    for start in range(0, len(listed), _CHUNK):
        yield listed[start : start + _CHUNK]
