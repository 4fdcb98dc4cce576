"""Comparing the holdings of a file with those of the archive.

A holding is known by its account or contract, else by bank, kind, product, start and maturity. Of several
that are not told apart so, those of equal amounts belong together first, then the others in their order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import Customer, Holding
from rmdesk.services import bulk
from rmdesk.services.errors import UserError
from rmdesk.services.imports.report import CLOSING, Closing, Outcome, Report
from rmdesk.services.imports.rules import Mode, OnDuplicate, decide
from rmdesk.services.imports.targets.part_writing import PartWriter
from rmdesk.services.imports.writing import Choices, Row, Target
from rmdesk.services.progress import Progress

_CHUNK = 500  # customers at a time
_FIELDS = (
    "amount_fen",
    "currency",
    "rate",
    "starts_on",
    "matures_on",
    "premium_due_on",
    "closed_on",
    "kind",
    "product",
)
_NEW: dict[str, Any] = {"bank": "", "product": "", "currency": "CNY", "count": 1} | dict.fromkeys(
    ("account", "rate", "starts_on", "matures_on", "premium_due_on", "closed_on", "source")
)
_ALL = ("id", "uid", "customer_id", *_NEW, "kind", "amount_fen")

_Key = tuple[Any, ...]


@dataclass(slots=True)
class _Wanted:
    """Equal rows of a file: one holding, as often as there are rows of it (`lines`)."""

    values: dict[str, Any]
    lines: list[Row] = field(default_factory=list)

    @property
    def count(self) -> int:
        return sum((row.values or {}).get("count") or 1 for row in self.lines)


class HoldingWriter(PartWriter):
    """Which rows belong together is known when all are read: they wait until then."""

    handed_over = 0.3

    def __init__(self, target: Target, session: Session, choices: Choices, report: Report) -> None:
        super().__init__(target, session, choices, report)
        self._rows: dict[int, list[Row]] = defaultdict(list)
        self._is_complete = choices.mode is Mode.COMPLETE
        if self._is_complete:
            if choices.as_of is None:
                raise UserError("import.date_needed")
            if choices.as_of > date.today():
                raise UserError("date.in_future", what="holding.closed_on")
        # A complete list tells what there is on its day: nothing older is truer.
        self._rule = OnDuplicate.FILE if self._is_complete else choices.rule
        self._banks: set[str] = set()
        self._closing: list[int] = []

    def take(self, rows: Sequence[tuple[Row, int]]) -> None:
        for row, one in rows:
            self._rows[one].append(row)
            self._banks.add((row.values or {}).get("bank") or "")

    def finish(self, progress: Progress) -> None:
        ids = list(self._rows)
        for start in range(0, len(ids), _CHUNK):
            self._write(ids[start : start + _CHUNK])
            progress(start, len(ids))
        if self._is_complete:
            self._close_absent()
            self._tell_closed()

    def _write(self, ids: list[int]) -> None:
        present: dict[tuple[int, _Key], list[dict[str, Any]]] = defaultdict(list)
        for held in self._held(ids):
            present[held["customer_id"], _key(held)].append(held)
        if self._rule is OnDuplicate.NEWEST:
            self.learn_changes([held["uid"] for there in present.values() for held in there])
        new: list[dict[str, Any]] = []
        changed: list[dict[str, Any]] = []
        for one in ids:
            for key, wanted in self._wanted(self._rows.pop(one)).items():
                there = sorted(present.pop((one, key), ()), key=lambda held: held["closed_on"] is not None)
                self._compare(one, wanted, there, new, changed)
        if self._is_complete:
            unsure = self._unsure()
            for (one, _), there in present.items():
                changed += [self._closed(held) for held in there if one not in unsure and self._lacks(held)]
        bulk.insert(self.session, Holding, new)
        self._update(changed)

    def _wanted(self, rows: Iterable[Row]) -> dict[_Key, list[_Wanted]]:
        found: dict[_Key, dict[_Key, _Wanted]] = defaultdict(dict)
        for row in rows:
            given = row.values or {}
            values = _NEW | {name: value for name, value in given.items() if name in _ALL}
            values["amount_fen"] = given["amount"]
            same = tuple(values[name] for name in _FIELDS)
            found[_key(values)].setdefault(same, _Wanted(values)).lines.append(row)
        return {key: list(some.values()) for key, some in found.items()}

    def _compare(
        self,
        customer_id: int,
        wanted: list[_Wanted],
        there: list[dict[str, Any]],
        new: list[dict[str, Any]],
        changed: list[dict[str, Any]],
    ) -> None:
        pairs: list[tuple[_Wanted, dict[str, Any] | None]] = []
        left = list(there)
        for one in wanted:
            match = next((held for held in left if held["amount_fen"] == one.values["amount_fen"]), None)
            if match is not None:
                left.remove(match)
            pairs.append((one, match))
        for one, match in pairs:
            held = match if match is not None else left.pop(0) if left else None
            if held is None:
                self._add(customer_id, one, new)
            else:
                self._change(customer_id, one, held, changed)
        if self._is_complete:
            changed += [self._closed(held) for held in left if self._lacks(held)]

    def _add(self, customer_id: int, one: _Wanted, new: list[dict[str, Any]]) -> None:
        count = one.count if self._is_complete else (one.lines[0].values or {}).get("count") or 1
        new.append(
            one.values
            | {
                "customer_id": customer_id,
                "count": count,
                "source": one.values["source"] or self.choices.source,
            }
        )
        self.touched.add(customer_id)
        # Of an addition the same row once more says nothing new.
        for row in one.lines:
            again = not self._is_complete and row is not one.lines[0]
            self.ended(row, Outcome.UNCHANGED if again else Outcome.IMPORTED, values=row.values)

    def _change(
        self, customer_id: int, one: _Wanted, held: dict[str, Any], changed: list[dict[str, Any]]
    ) -> None:
        taken = {
            name: one.values[name]
            for name in _FIELDS
            if one.values[name] is not None and one.values[name] != held[name] and self._wins(name, one, held)
        }
        if self._is_complete:
            if held["count"] != one.count:
                taken["count"] = one.count
            if held["closed_on"] is not None and one.values["closed_on"] is None:
                taken["closed_on"] = None
        if taken:
            changed.append({"id": held["id"], "customer_id": customer_id} | taken)
            self.touched.add(customer_id)
        for row in one.lines:
            first = row is one.lines[0]
            outcome = Outcome.UPDATED if taken and first else Outcome.UNCHANGED
            fields = ["amount" if name == "amount_fen" else name for name in taken]
            self.ended(row, outcome, values=row.values, changed=fields)

    def _wins(self, name: str, one: _Wanted, held: dict[str, Any]) -> bool:
        return decide(
            self._rule,
            held[name],
            one.values[name],
            self.choices.file_on,
            lambda: self.changed_on(held["uid"], name),
        )

    def _lacks(self, held: dict[str, Any]) -> bool:
        """Whether a holding that a complete list does not have would stand in it."""
        assert self.choices.as_of is not None
        started = held["starts_on"] is None or held["starts_on"] <= self.choices.as_of
        return held["closed_on"] is None and held["bank"] in self._banks and started

    def _closed(self, held: dict[str, Any]) -> dict[str, Any]:
        self.report.closed += 1
        if len(self._closing) < CLOSING:
            self._closing.append(held["id"])
        self.touched.add(held["customer_id"])
        return {"id": held["id"], "closed_on": self.choices.as_of}

    def _close_absent(self) -> None:
        """Close what customers hold who are not in the list at all: here, and at the banks that it names."""
        mine = Customer.owner_id == self.staff_id
        seen = self.touched | self._owners.keys()
        found = (
            select(Holding.id, Holding.customer_id, Holding.starts_on, Holding.bank, Holding.closed_on)
            .join(Customer)
            .where(
                Holding.closed_on.is_(None),
                Holding.bank.in_(sorted(self._banks)),
                Customer.deleted_at.is_(None),
            )
        )
        if not self.sees_all:
            found = found.where(mine)
        passed = seen | self._unsure()
        closing = [
            self._closed(dict(held))
            for held in self.session.execute(found).mappings()
            if held["customer_id"] not in passed and self._lacks(dict(held))
        ]
        self._update(closing)

    def _tell_closed(self) -> None:
        found = (
            select(Customer.number, Customer.name, Holding.bank, Holding.product, Holding.amount_fen)
            .join(Holding, Holding.customer_id == Customer.id)
            .where(Holding.id.in_(self._closing))
            .order_by(Holding.amount_fen.desc())
        )
        for number, name, bank, product, amount in self.session.execute(found):
            self.report.closing.append(Closing(number or "", name, bank, product, amount))

    def _unsure(self) -> set[int]:
        """Customers of rejected rows: what they hold may be in a row that could not be read."""
        numbers = [one.no for one in self.report.rejected_rows if one.no]
        found: set[int] = set()
        for start in range(0, len(numbers), _CHUNK):
            some = select(Customer.id).where(Customer.number.in_(numbers[start : start + _CHUNK]))
            found.update(self.session.scalars(some))
        return found

    def _held(self, ids: list[int]) -> list[dict[str, Any]]:
        table = Holding.__table__
        columns = [table.c[name] for name in _ALL]
        found = select(*columns).where(table.c.customer_id.in_(ids)).order_by(table.c.id)
        return [dict(row) for row in self.session.execute(found).mappings()]

    def _update(self, changed: list[dict[str, Any]]) -> None:
        by_fields: dict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
        for one in changed:
            by_fields[tuple(sorted(one.keys() - {"id", "customer_id"}))].append(one)
        for names, rows in by_fields.items():
            bulk.update(self.session, Holding, rows, names)


def _key(values: dict[str, Any]) -> _Key:
    """What tells a customer's holdings apart, as `holdings.key`."""
    if values["account"] is not None:
        return (values["bank"], values["account"])
    return tuple(values[name] for name in ("bank", "kind", "product", "starts_on", "matures_on"))
