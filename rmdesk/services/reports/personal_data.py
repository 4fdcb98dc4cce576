"""All that is kept about one person, for that person: 个人信息保护法, article 45, right of access and copy.

Nothing is chosen or summed up: every recorded row that is theirs or points to them, field by field, with
exact values, and how often the records of changes speak of them.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Table, func, select
from sqlalchemy.orm import Session

from rmdesk import choices, labels
from rmdesk.models import ChangeRecord, ChangeSet, Customer, SurveyResponse, SurveyVersion
from rmdesk.services import roles
from rmdesk.services.actor import acting
from rmdesk.services.changes import codec
from rmdesk.services.customers import access
from rmdesk.services.customers.beside import rows_beside
from rmdesk.services.reports import blocks, told
from rmdesk.services.reports.blocks import Fact
from rmdesk.services.reports.definition import Report
from rmdesk.services.reports.parameters import Parameter, Type
from rmdesk.services.roles import Permission, Reach
from rmdesk.services.surveys import answers, questionnaire
from rmdesk.services.surveys.questionnaire import Aspect
from rmdesk.words import language, translate

# What the program works with beside what a field says: sort keys and digests tell nothing of the person.
_INNER = frozenset({"id", "uid", "version", "origin_id", "position", "name_key", "digest"})
_LONG = 24  # characters: a longer text takes a line of its own


@dataclass(frozen=True, slots=True)
class Kept:
    """One row: its table, and what stands in each field that is not empty."""

    table: str
    fields: tuple[tuple[str, Any], ...]


@dataclass(frozen=True, slots=True)
class PersonalData:
    """Everything of one person. `records` counts change records of their rows, from the first to the last;
    `readings` how often somebody saw exact values or printed them.
    """

    uid: str
    name: str
    number: str | None
    rows: tuple[Kept, ...]
    records: int
    first_at: datetime | None
    last_at: datetime | None
    readings: int

    def __len__(self) -> int:
        return len(self.rows)


def title() -> str:
    return translate("personal data", "All that is kept about a person")


def gather(session: Session, *, customer: str) -> PersonalData:
    """Everything kept about the customer with this uid, exact: whoever shows it calls `reading.note_record`.

    Raises NotAllowed unless whoever acts may reveal all of it, UserError `customer.unknown`.
    """
    person = access.find(session, customer)
    roles.require(session, Permission.REVEAL, reach=access.needed_reach(session, person), accepting=())
    customers = codec.business_tables()[Customer.__tablename__]
    uids = [person.uid]
    rows = [_kept(session, customers, person)]
    for one in rows_beside(session, person.id):
        uids.append(one.row.uid)
        rows.append(_kept(session, one.table, one.row, one.column))
        if str(one.table.name) == SurveyResponse.__tablename__:
            rows[-1] = _answered(session, rows[-1], one.row.version_id)
    recorded = select(func.count(), func.min(ChangeRecord.set_number), func.max(ChangeRecord.set_number))
    count, first, last = session.execute(recorded.where(ChangeRecord.row_uid.in_(uids))).one()
    moments: dict[int, datetime] = dict(
        session.execute(
            select(ChangeSet.number, ChangeSet.at).where(ChangeSet.number.in_([first, last]))
        ).all()
    )
    read = select(func.count()).where(
        ChangeSet.subject_uid == person.uid,
        ChangeSet.kind.in_(("data.read", "data.printed", "field.revealed")),
    )
    return PersonalData(
        person.uid,
        person.name,
        person.number,
        tuple(rows),
        count,
        moments.get(first),
        moments.get(last),
        session.scalar(read) or 0,
    )


def _kept(session: Session, table: Table, row: Any, pointing: str = "") -> Kept:
    """A row without the column by which it points to the person."""
    fields = []
    for column in table.columns:
        name = str(column.name)
        value = getattr(row, name)
        if name in _INNER or name == pointing or value is None or value in ("", False):
            continue
        if column.foreign_keys:
            value = _named(session, table, name, value)
        fields.append((name, value))
    return Kept(str(table.name), tuple(fields))


def _answered(session: Session, kept: Kept, version_id: int) -> Kept:
    """A form with its questions and answers in words. What it says of the manager is for those who run
    surveys: for others there stands that it was asked.
    """
    form = questionnaire.parse(
        session.execute(
            select(SurveyVersion.questionnaire).where(SurveyVersion.id == version_id)
        ).scalar_one()
    )
    sees_managers = roles.allowed(acting(session), Permission.RUN_SURVEYS).reach() >= Reach.ALL
    fields = [(name, value) for name, value in kept.fields if name != "answers"]
    given = json.loads(dict(kept.fields).get("answers") or "{}")
    for key, value in given.items():
        question = form.by_key[
            key.partition(".")[0]
        ]  # behind the point is an option that has words beside it
        words = answers.in_words(question, value) if key == question.key else str(value)
        if question.aspect is Aspect.MANAGER and not sees_managers:
            words = translate("personal data", "Printed by those who run surveys")
        fields.append((question.text.in_(language()), words))
    return Kept(kept.table, tuple(fields))


def _named(session: Session, table: Table, column: str, id: int) -> str:
    """What a row that is pointed to is called; for one without a name its kind."""
    (key,) = table.c[column].foreign_keys
    target = key.column.table
    for name in ("name", "title"):
        if name in target.c:
            return str(session.scalar(select(target.c[name]).where(target.c.id == id)) or "")
    return labels.table(str(target.name))


def story(data: PersonalData) -> Iterable[blocks.Block]:
    yield blocks.Title(data.name, data.number or "")
    yield blocks.quiet(
        translate(
            "personal data",
            "Every record that is kept about this person in this branch's rmdesk, with exact values.",
        )
    )
    for table, rows in itertools.groupby(data.rows, key=lambda row: row.table):
        listed = list(rows)
        count = translate("personal data", "{count} in all", count=len(listed)) if len(listed) > 1 else ""
        yield blocks.Heading(labels.table(table), count)
        for row in listed:
            yield from _row(row)
    yield blocks.Heading(translate("personal data", "Record of changes and of who looked"))
    yield blocks.Facts(
        [
            Fact(translate("personal data", "Changes recorded"), f"{data.records:,}"),
            Fact(translate("personal data", "First"), _moment(data.first_at)),
            Fact(translate("personal data", "Last"), _moment(data.last_at)),
            Fact(translate("personal data", "Exact values read or printed"), f"{data.readings:,}"),
        ]
    )


def _row(row: Kept) -> Iterator[blocks.Block]:
    facts = []
    for name, value in row.fields:
        words = _words(row.table, name, value)
        facts.append(Fact(labels.field(row.table, name), words, wide=len(words) > _LONG))
    yield blocks.Facts(sorted(facts, key=lambda fact: fact.wide))


def _words(table: str, name: str, value: Any) -> str:
    match value:
        case True:
            return translate("reports", "Yes")
        case datetime():
            return _moment(value)
        case date():
            return told.day(value)
        case int() if name.endswith("_fen"):
            return told.amount(value)
        case int() if name.endswith("_minute"):
            return told.minute(value)
    if value in choices.of_field(table, name):
        return choices.word(table, name, value)
    return str(value)


def _moment(at: datetime | None) -> str:
    return "" if at is None else at.astimezone().strftime("%Y-%m-%d %H:%M")


# Offered only where the customer is, since showing it reveals what is masked elsewhere.
REPORT = Report(
    title,
    gather,
    story,
    parameters=(Parameter("customer", Type.CUSTOMER),),
    about=lambda data: str(data.uid),
)
