"""What became of every row of a file, in numbers and, where something was wrong, row by row."""

from __future__ import annotations

import enum
import heapq
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import chain, islice
from typing import Any

from rmdesk import messages
from rmdesk.services.errors import UserError
from rmdesk.services.imports.layout import RowKind

SHOWN = 20  # first rows of a preview
CLOSING = 500  # holdings told of those that are closed
FLAWED = 300  # rows told of those with problems; a spreadsheet has all
_EXAMPLES = 6  # rows and values told of one kind of problem
PASSED_OVER = 200  # rows told of those that are none of the table's


class Outcome(enum.StrEnum):
    """How a row ends; each row that holds any cell ends in exactly one way."""

    IMPORTED = "imported"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    REJECTED = "rejected"
    SKIPPED = "skipped"  # title, heading, total, signature


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in a cell, or in a whole row (`field` is then ""); `value` as the file has it.

    `code` and `params` are those of a UserError.
    """

    field: str
    heading: str
    value: str
    code: str
    params: tuple[tuple[str, Any], ...] = ()

    @classmethod
    def of(cls, error: UserError, field: str = "", heading: str = "", value: str = "") -> Problem:
        return cls(field, heading, value, error.code, tuple(error.params.items()))

    @property
    def reason(self) -> str:
        """What is wrong, in the language of the program."""
        return messages.message(UserError(self.code, **dict(self.params))).happened


@dataclass(frozen=True, slots=True)
class Flawed:
    """A row that was rejected, or taken without some of its cells."""

    row: int
    no: str
    name: str
    problems: tuple[Problem, ...]

    @property
    def reason(self) -> str:
        return " ".join(one.reason for one in self.problems)


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A row that is none of the table's: a title, a heading, a total or a signature, and its words."""

    row: int
    kind: RowKind
    words: str


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount of assets as it will be kept: the field it comes from, what it is (`AumBasis`), its day."""

    field: str
    basis: str
    as_of: date
    amount_fen: int


@dataclass(frozen=True, slots=True)
class Shown:
    """One of the first rows as it will be: what becomes of it, and its values in words, by field, the
    figures of assets apart from them.
    """

    row: int
    outcome: Outcome
    values: dict[str, str]
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class ProblemKind:
    """One thing that is wrong in some rows: how many, the first of them, and what stands there."""

    field: str
    reason: str
    is_rejected: bool  # else the rows were taken without the cell
    rows: int
    first_rows: tuple[int, ...]
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Closing:
    """A holding that a complete list lacks, and whose it is."""

    number: str
    name: str
    bank: str
    product: str
    amount_fen: int


@dataclass(slots=True)
class Report:
    """The result of an import or of its preview; `id` is the change set that undo takes back."""

    target: str
    columns: dict[str, str | None] = field(default_factory=dict)  # heading: field
    counts: Counter[Outcome] = field(default_factory=Counter)
    warned: int = 0
    changed: Counter[str] = field(default_factory=Counter)  # of the updated rows, by field that changed
    rejected_rows: list[Flawed] = field(default_factory=list)
    warned_rows: list[Flawed] = field(default_factory=list)
    kinds: list[ProblemKind] = field(default_factory=list)  # the rejected first, then by how many
    flawed: list[Flawed] = field(default_factory=list)  # the first rejected and warned rows, as in the file
    shown: list[Shown] = field(default_factory=list)
    passed_over: list[PassedOver] = field(default_factory=list)  # the first ones
    managers: dict[str, int] = field(default_factory=dict)  # names that are nobody here: rows
    closed: int = 0  # holdings that a complete list lacks
    closing: list[Closing] = field(default_factory=list)  # the first of them
    as_of: str | None = None
    seconds: float = 0.0
    id: int | None = None
    is_preview: bool = False

    @property
    def file_rows(self) -> int:
        return self.counts.total()

    @property
    def has_changed(self) -> bool:
        """Whether the archive is other than before."""
        return bool(self.counts[Outcome.IMPORTED] or self.counts[Outcome.UPDATED] or self.closed)

    def count(self, outcome: Outcome, row: int, no: str, name: str, problems: tuple[Problem, ...]) -> None:
        """One row has ended."""
        self.counts[outcome] += 1
        if outcome is Outcome.REJECTED:
            self.rejected_rows.append(Flawed(row, no, name, problems))
        elif problems and outcome in (Outcome.IMPORTED, Outcome.UPDATED):
            self.warned_rows.append(Flawed(row, no, name, problems))
            self.warned += 1

    def pass_over(self, rows: list[PassedOver]) -> None:
        """Rows of the file that are none of the table's."""
        self.counts[Outcome.SKIPPED] += len(rows)
        self.passed_over += rows[: PASSED_OVER - len(self.passed_over)]

    def settle(self) -> None:
        """All rows have ended: bring the problems into `kinds` and `flawed`."""
        found: dict[tuple[str, str, str, bool], list[tuple[int, Problem]]] = {}
        for is_rejected, rows in ((True, self.rejected_rows), (False, self.warned_rows)):
            for flawed in rows:
                for one in flawed.problems:
                    key = (one.field, one.code, repr(one.params), is_rejected)
                    found.setdefault(key, []).append((flawed.row, one))
        self.kinds = [
            ProblemKind(
                name,
                listed[0][1].reason,
                is_rejected,
                len(listed),
                tuple(heapq.nsmallest(_EXAMPLES, (row for row, _one in listed))),
                tuple(islice(dict.fromkeys(one.value for _row, one in listed if one.value), _EXAMPLES)),
            )
            for (name, _code, _params, is_rejected), listed in found.items()
        ]
        self.kinds.sort(key=lambda one: (not one.is_rejected, -one.rows))
        every = chain(self.rejected_rows, self.warned_rows)
        self.flawed = heapq.nsmallest(FLAWED, every, key=lambda one: one.row)

    def as_json(self) -> dict[str, Any]:
        """As the command line answers it."""
        return {
            "id": self.id,
            "target": self.target,
            "dry_run": self.is_preview,
            "file_rows": self.file_rows,
            **{one.value: self.counts[one] for one in Outcome if one is not Outcome.SKIPPED},
            "warned": self.warned,
            "skipped": self.counts[Outcome.SKIPPED],
            "rejected_rows": [
                {"row": one.row, "no": one.no, "name": one.name, "reason": one.reason}
                for one in sorted(self.rejected_rows, key=lambda one: one.row)
            ],
            "warned_rows": list(self._warned_cells()),
            "columns": self.columns,
            "as_of": self.as_of,
            "closed": self.closed,
            "unknown_managers": self.managers,
            "updated_fields": dict(self.changed.most_common()),
            "seconds": round(self.seconds, 3),
        }

    def _warned_cells(self) -> Iterator[dict[str, Any]]:
        for row in sorted(self.warned_rows, key=lambda one: one.row):
            for one in row.problems:
                yield {
                    "row": row.row,
                    "no": row.no,
                    "field": one.field,
                    "value": one.value,
                    "reason": one.reason,
                }
