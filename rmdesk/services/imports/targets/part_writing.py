"""Rows beside customers: finding whose each is, and whether whoever imports may add to it."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import Customer
from rmdesk.services.errors import UserError
from rmdesk.services.imports.finding import SEVERAL, Finder, Known
from rmdesk.services.imports.report import Report
from rmdesk.services.imports.writing import Choices, Row, Target, Writer
from rmdesk.services.names import fold

_CHUNK = 1000


class PartWriter(Writer):
    """Hands on the rows whose customer is known and within reach; tells of the others why not."""

    def __init__(self, target: Target, session: Session, choices: Choices, report: Report) -> None:
        super().__init__(target, session, choices, report)
        self.finder = Finder(session)
        self._owners: dict[int, int | None] = {}

    def write(self, rows: Sequence[Row]) -> None:
        known = [known_of(row.values or {}) for row in rows]
        self.finder.look(known)
        meant = [self.finder.find(one) for one in known]
        self._learn({one for one in meant if isinstance(one, int)})
        accepted = []
        for row, one in zip(rows, meant, strict=True):
            if one is SEVERAL:
                self.rejected(row, UserError("import.several_customers"))
            elif not isinstance(one, int):
                self.rejected(row, UserError("import.no_customer"))
            elif not self.is_mine(self._owners[one]):
                self.rejected(row, UserError("import.not_yours"))
            else:
                accepted.append((row, one))
        self.take(accepted)

    @abstractmethod
    def take(self, rows: Sequence[tuple[Row, int]]) -> None:
        """Bring rows of these customers in."""

    def owner_of(self, customer_id: int) -> int | None:
        """The manager in charge of a customer that was found."""
        return self._owners[customer_id]

    def _learn(self, ids: set[int]) -> None:
        missing = sorted(ids - self._owners.keys())
        for start in range(0, len(missing), _CHUNK):
            some = select(Customer.id, Customer.owner_id).where(
                Customer.id.in_(missing[start : start + _CHUNK])
            )
            self._owners |= dict(self.session.execute(some).all())


def known_of(values: dict[str, Any], prefix: str = "") -> Known:
    """Who is meant by the fields of `readers.who`."""
    document = values.get(f"{prefix}document")
    return Known(
        values.get(f"{prefix}number"),
        () if document is None else (document.number,),
        tuple(number for number, _ in values.get(f"{prefix}phones", ())),
        fold(values.get(f"{prefix}name") or ""),
    )
