"""Relations between customers, and of customers to organisations and to people known by name."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import PhoneKind, Relation, RelationKind
from rmdesk.models.customer import NAME_LONGEST
from rmdesk.models.relation import OF_ORGANISATIONS
from rmdesk.services import bulk, relations
from rmdesk.services.errors import UserError
from rmdesk.services.imports import cells, choice_words, synonyms
from rmdesk.services.imports.fields import ImportField, Kind
from rmdesk.services.imports.finding import SEVERAL, Finder
from rmdesk.services.imports.report import Outcome, Problem, Report
from rmdesk.services.imports.rules import OnDuplicate
from rmdesk.services.imports.targets import readers
from rmdesk.services.imports.targets.organisations import Organisations
from rmdesk.services.imports.targets.part_writing import PartWriter, known_of
from rmdesk.services.imports.writing import Choices, Row, Target, Writer

_OTHER = "relation.other_name"


class Relations(Target):
    name = "relations"
    fields = (
        *readers.who(),
        ImportField(
            "kind",
            "relation.kind",
            Kind.CHOICE,
            readers.choice("relation", "kind", choice_words.RELATION_KINDS),
            required=True,
        ),
        ImportField("other_number", "relation.other_id", Kind.CODE, readers.number("relation.other_id")),
        ImportField("other_name", _OTHER, Kind.NAME, readers.line(_OTHER, NAME_LONGEST)),
        ImportField(
            "other_document",
            "identity_document.number",
            Kind.DOCUMENT,
            lambda cell, _hints: cells.read_document(None, cell),
        ),
        ImportField(
            "other_phones",
            "customer_phone.number",
            Kind.PHONES,
            readers.phones("customer_phone.number", PhoneKind.MOBILE),
            many=True,
        ),
        ImportField("organisation", "relation.organisation_id", Kind.TEXT, readers.line("organisation.name")),
        ImportField("note", "relation.note", Kind.TEXT, readers.line("relation.note")),
    )
    synonyms = synonyms.RELATIONS

    def check_columns(self, fields: Collection[str]) -> None:
        readers.check_who(fields)
        if not {"other_number", "other_name", "other_document", "organisation"} & set(fields):
            raise UserError("import.column_missing", what=_OTHER)

    def complete(self, values: dict[str, Any], problems: list[Problem]) -> None:
        kind = values["kind"]
        if kind in OF_ORGANISATIONS and "organisation" not in values and "other_name" in values:
            values["organisation"] = values.pop("other_name")
        if not {"other_number", "other_name", "other_document", "organisation"} & values.keys():
            raise UserError("import.missing", what=_OTHER)
        if "organisation" in values and kind not in OF_ORGANISATIONS:
            values["kind"] = RelationKind.OTHER.value

    def writer(self, session: Session, choices: Choices, report: Report) -> Writer:
        return _Writer(self, session, choices, report)


class _Writer(PartWriter):
    def __init__(self, target: Target, session: Session, choices: Choices, report: Report) -> None:
        super().__init__(target, session, choices, report)
        self._others = Finder(session)
        self._organisations = Organisations(self)

    def take(self, rows: Sequence[tuple[Row, int]]) -> None:
        known = [known_of(row.values or {}, "other_") for row, _ in rows]
        self._others.look(known)
        self._organisations.ensure((row.values or {}).get("organisation") for row, _ in rows)
        planned: list[tuple[Row, dict[str, Any]]] = []
        for (row, one), who in zip(rows, known, strict=True):
            try:
                planned.append((row, self._relation(row.values or {}, one, self._others.find(who))))
            except UserError as error:
                self.rejected(row, error)
        present = self._present({one["customer_id"] for _, one in planned})
        new: list[dict[str, Any]] = []
        notes: list[dict[str, Any]] = []
        for row, wanted in planned:
            key = _key(wanted)
            outcome = Outcome.UNCHANGED
            if key not in present:
                present[key] = (0, wanted["note"])
                new.append(wanted)
                outcome = Outcome.IMPORTED
            else:
                row_id, note = present[key]
                if row_id and wanted["note"] not in (None, note) and self._wins(note):
                    notes.append({"id": row_id, "note": wanted["note"]})
                    present[key] = (row_id, wanted["note"])
                    outcome = Outcome.UPDATED
            self.ended(row, outcome, values=row.values)
        bulk.insert(self.session, Relation, new)
        for wanted in new:
            self.touched |= {wanted["customer_id"], wanted["other_id"] or wanted["customer_id"]}
        if notes:
            bulk.update(self.session, Relation, list({one["id"]: one for one in notes}.values()), ["note"])

    def _wins(self, note: str | None) -> bool:
        rule = self.choices.rule
        return rule in (OnDuplicate.FILE, OnDuplicate.NEWEST) or (note is None and rule is OnDuplicate.FILL)

    def _relation(self, values: dict[str, Any], customer_id: int, other: Any) -> dict[str, Any]:
        kind = values["kind"]
        row = {"customer_id": customer_id, "kind": kind, "other_id": None, "organisation_id": None}
        row |= {"other_name": None, "note": values.get("note")}
        if "organisation" in values:
            return row | {"organisation_id": self._organisations.id_of(values["organisation"])}
        if other is SEVERAL:
            raise UserError("import.several_customers")
        if other is None:
            if "other_name" not in values:
                raise UserError("import.no_customer")
            return row | {"other_name": values["other_name"]}
        if other == customer_id:
            raise UserError("relation.to_oneself")
        if kind in OF_ORGANISATIONS:
            raise UserError("relation.kind_not_fitting")
        first, placed, second = relations.canonical(customer_id, kind, other)
        return row | {"customer_id": first, "kind": placed, "other_id": second}

    def _present(self, ids: set[int]) -> dict[tuple[Any, ...], tuple[int, str | None]]:
        found: dict[tuple[Any, ...], tuple[int, str | None]] = {}
        listed = sorted(ids)
        table = Relation.__table__
        for start in range(0, len(listed), 1000):
            some = select(table).where(table.c.customer_id.in_(listed[start : start + 1000]))
            for row in self.session.execute(some).mappings():
                found[_key(row)] = (row["id"], row["note"])
        return found


def _key(row: Any) -> tuple[Any, ...]:
    return tuple(row[name] for name in ("customer_id", "kind", "other_id", "organisation_id", "other_name"))
