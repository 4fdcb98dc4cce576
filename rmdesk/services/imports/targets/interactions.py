"""Contacts with customers that another system, or a notebook, has written down."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import Channel, ContactResult, Interaction, InteractionKind, Level
from rmdesk.models.customer import TEXT_LONGEST
from rmdesk.models.interaction import MOST_MINUTES
from rmdesk.services import bulk, typed_times
from rmdesk.services.errors import UserError
from rmdesk.services.imports import cells, choice_words, synonyms
from rmdesk.services.imports.fields import Hints, ImportField, Kind
from rmdesk.services.imports.report import Outcome, Problem, Report
from rmdesk.services.imports.targets import readers
from rmdesk.services.imports.targets.part_writing import PartWriter
from rmdesk.services.imports.writing import Choices, Managers, Row, Target, Writer

_CHUNK = 1000
_IDENTITY = ("customer_id", "held_on", "channel", "purpose", "content")
_COLUMNS = (
    "at_minute",
    "duration_minutes",
    "level",
    "kind",
    "result",
    "need",
    "need_amount_fen",
    "need_on",
    "satisfaction",
)
_DEFAULTS = {
    "level": Level.BUSINESS.value,
    "kind": InteractionKind.DAILY.value,
    "result": ContactResult.REACHED.value,
}


def _read_minute(cell: Any, _hints: Hints) -> int | None:
    """Minutes since midnight."""
    if cells.is_empty(cell):
        return None
    if isinstance(cell, datetime | time):
        return cell.hour * 60 + cell.minute
    text = unicodedata.normalize("NFKC", cells.as_text(cell)).strip().lower()
    text = re.sub(r"^([0-9]{1,2}:[0-9]{2}):[0-9]{2}$", r"\1", text)
    text = re.sub(r"^([0-9]{1,2})([0-9]{2})$", r"\1:\2", text)
    found = typed_times.match(text)
    if found is None or found.end < len(text):
        raise UserError("import.not_a_time")
    return found.minute


def _choice(field: str) -> ImportField:
    words = choice_words.INTERACTIONS.get(field)
    what = f"interaction.{field}"
    return ImportField(field, what, Kind.CHOICE, readers.choice("interaction", field, words))


class Interactions(Target):
    name = "interactions"
    fields = (
        *readers.who(),
        ImportField(
            "held_on",
            "interaction.held_on",
            Kind.DATE,
            readers.day_on("interaction.held_on", past=True),
            required=True,
        ),
        ImportField("at_minute", "interaction.at_minute", Kind.TEXT, _read_minute),
        ImportField(
            "duration_minutes",
            "interaction.duration_minutes",
            Kind.COUNT,
            readers.count("interaction.duration_minutes", 1, MOST_MINUTES),
        ),
        _choice("channel"),
        _choice("level"),
        _choice("kind"),
        _choice("result"),
        _choice("satisfaction"),
        ImportField("purpose", "interaction.purpose", Kind.TEXT, readers.line("interaction.purpose")),
        ImportField(
            "content",
            "interaction.content",
            Kind.TEXT,
            readers.paragraphs("interaction.content", TEXT_LONGEST),
        ),
        ImportField("need", "interaction.need", Kind.TEXT, readers.line("interaction.need")),
        ImportField(
            "need_amount_fen",
            "interaction.need_amount_fen",
            Kind.AMOUNT,
            readers.amount("interaction.need_amount_fen"),
        ),
        ImportField("need_on", "interaction.need_on", Kind.DATE, readers.day_on("interaction.need_on")),
        ImportField("staff", "interaction.staff_id", Kind.NAME, readers.line("interaction.staff_id")),
    )
    synonyms = synonyms.INTERACTIONS

    def check_columns(self, fields: Collection[str]) -> None:
        readers.check_who(fields)

    def complete(self, values: dict[str, Any], problems: list[Problem]) -> None:
        if values["held_on"] > date.today():
            raise UserError("date.in_future", what="interaction.held_on")
        if not {"content", "purpose", "need"} & values.keys():
            raise UserError("import.missing", what="interaction.content")
        values.setdefault("channel", Channel.CALL.value)
        if values.get("need_amount_fen", 0) < 0:
            del values["need_amount_fen"]

    def writer(self, session: Session, choices: Choices, report: Report) -> Writer:
        return _Writer(self, session, choices, report)


class _Writer(PartWriter):
    """A contact that is there already stays as it is, whatever the rule: nobody's record is rewritten."""

    def __init__(self, target: Target, session: Session, choices: Choices, report: Report) -> None:
        super().__init__(target, session, choices, report)
        self._managers = Managers(session, choices.managers)

    def take(self, rows: Sequence[tuple[Row, int]]) -> None:
        present = self._present({one for _, one in rows})
        new: list[dict[str, Any]] = []
        for row, one in rows:
            values = row.values or {}
            wanted = {name: values.get(name) for name in (*_IDENTITY, *_COLUMNS)}
            wanted |= {name: wanted[name] or value for name, value in _DEFAULTS.items()}
            wanted |= {"customer_id": one, "source": self.choices.source}
            key = tuple(wanted[name] for name in _IDENTITY)
            if key in present:
                self.ended(row, Outcome.UNCHANGED, values=values)
                continue
            present.add(key)
            new.append(wanted | {"staff_id": self._staff(values.get("staff"), one)})
            self.touched.add(one)
            self.ended(row, Outcome.IMPORTED, values=values)
        bulk.insert(self.session, Interaction, new)

    def _staff(self, name: str | None, customer_id: int) -> int:
        """Who had the contact: who is named, else the manager in charge, else whoever imports."""
        found = None if name is None else self._managers.find(name)
        if name is not None and found is None:
            self.report.managers[name] = self.report.managers.get(name, 0) + 1
        return found or self.owner_of(customer_id) or self.staff_id

    def _present(self, ids: set[int]) -> set[tuple[Any, ...]]:
        found: set[tuple[Any, ...]] = set()
        listed = sorted(ids)
        columns = [Interaction.__table__.c[name] for name in _IDENTITY]
        for start in range(0, len(listed), _CHUNK):
            some = select(*columns).where(columns[0].in_(listed[start : start + _CHUNK]))
            found.update(tuple(row) for row in self.session.execute(some))
        return found
