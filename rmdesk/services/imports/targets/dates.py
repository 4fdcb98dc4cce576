"""Important days of customers and their families."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import DateKind, ImportantDate
from rmdesk.models.customer import LINE_LONGEST
from rmdesk.services import bulk
from rmdesk.services.errors import UserError
from rmdesk.services.imports import cells, choice_words, synonyms
from rmdesk.services.imports.fields import Hints, ImportField, Kind
from rmdesk.services.imports.report import Outcome, Problem, Report
from rmdesk.services.imports.rules import OnDuplicate
from rmdesk.services.imports.targets import readers
from rmdesk.services.imports.targets.part_writing import PartWriter
from rmdesk.services.imports.writing import Choices, Row, Target, Writer

_CHUNK = 1000
_IDENTITY = ("customer_id", "kind", "whose", "year", "month", "day", "is_lunar", "is_leap_month")


_read_word = readers.choice("important_date", "kind", choice_words.DATE_KINDS, within=True)


def _read_kind(cell: Any, hints: Hints) -> Any:
    """The kind; with one that is in no list what it is called (开户纪念), or the day would say nothing."""
    try:
        return _read_word(cell, hints)
    except UserError:
        return DateKind.OTHER.value, cells.read_text(cell, "important_date.note", longest=LINE_LONGEST)


class Dates(Target):
    name = "dates"
    fields = (
        *readers.who(),
        ImportField(
            "kind",
            "important_date.kind",
            Kind.CHOICE,
            _read_kind,
        ),
        ImportField(
            "day",
            "important_date.day",
            Kind.DAY,
            readers.day_of_year("important_date.day"),
            required=True,
        ),
        ImportField("whose", "important_date.whose", Kind.TEXT, readers.line("important_date.whose")),
        ImportField("yearly", "important_date.yearly", Kind.FLAG, readers.flag("important_date.yearly")),
        ImportField("note", "important_date.note", Kind.TEXT, readers.line("important_date.note")),
    )
    synonyms = synonyms.DATES

    def check_columns(self, fields: Collection[str]) -> None:
        readers.check_who(fields)

    def complete(self, values: dict[str, Any], problems: list[Problem]) -> None:
        kind = values.get("kind") or DateKind.OTHER.value
        if isinstance(kind, tuple):
            kind, called = kind
            values.setdefault("note", called)
        values["kind"] = kind

    def writer(self, session: Session, choices: Choices, report: Report) -> Writer:
        return _Writer(self, session, choices, report)


class _Writer(PartWriter):
    def take(self, rows: Sequence[tuple[Row, int]]) -> None:
        present = self._present({one for _, one in rows})
        new: list[dict[str, Any]] = []
        notes: dict[int, dict[str, Any]] = {}
        for row, one in rows:
            values = row.values or {}
            wanted = values["day"].columns() | {
                "customer_id": one,
                "kind": values["kind"],
                "whose": values.get("whose"),
                "yearly": values.get("yearly", True),
                "note": values.get("note"),
            }
            key = tuple(wanted[name] for name in _IDENTITY)
            outcome = Outcome.UNCHANGED
            if key not in present:
                present[key] = (0, wanted["note"])
                new.append(wanted)
                outcome = Outcome.IMPORTED
            else:
                row_id, note = present[key]
                if row_id and wanted["note"] not in (None, note) and self._wins(note):
                    notes[row_id] = {"id": row_id, "note": wanted["note"]}
                    present[key] = (row_id, wanted["note"])
                    outcome = Outcome.UPDATED
            if outcome is not Outcome.UNCHANGED:
                self.touched.add(one)
            self.ended(row, outcome, values=values)
        bulk.insert(self.session, ImportantDate, new)
        if notes:
            bulk.update(self.session, ImportantDate, notes.values(), ["note"])

    def _wins(self, note: str | None) -> bool:
        rule = self.choices.rule
        return rule in (OnDuplicate.FILE, OnDuplicate.NEWEST) or (note is None and rule is OnDuplicate.FILL)

    def _present(self, ids: set[int]) -> dict[tuple[Any, ...], tuple[int, str | None]]:
        found: dict[tuple[Any, ...], tuple[int, str | None]] = {}
        listed = sorted(ids)
        table = ImportantDate.__table__
        for start in range(0, len(listed), _CHUNK):
            some = select(table).where(table.c.customer_id.in_(listed[start : start + _CHUNK]))
            for row in self.session.execute(some).mappings():
                found[tuple(row[name] for name in _IDENTITY)] = (row["id"], row["note"])
        return found
