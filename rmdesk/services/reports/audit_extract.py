"""An extract of the audit trail: who did what when, with the head that proves where it ended."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from rmdesk import labels
from rmdesk.services import audit, changes, people
from rmdesk.services.reports import blocks
from rmdesk.services.reports.definition import Report
from rmdesk.words import translate


@dataclass(frozen=True)
class Line:
    """One change set: its number, moment (UTC), person, kind, and the row it was about by table and name."""

    number: int
    at: datetime
    person: str
    kind: str
    table: str | None
    subject: str
    records: int


@dataclass(frozen=True)
class Extract:
    """The lines asked for, and the newest change set of the whole trail, as proof of its length."""

    lines: tuple[Line, ...]
    head: changes.Head

    def __len__(self) -> int:
        return len(self.lines)


def title() -> str:
    return translate("reports", "Extract of the audit trail")


def gather(session: Session, *, numbers: Sequence[int]) -> Extract:
    """The change sets with these numbers. Raises NotAllowed("role.not_permitted")."""
    names = people.names_by_uid(session)
    return Extract(
        tuple(
            Line(
                one.number,
                one.at,
                names.get(one.staff_uid or "", ""),
                one.kind,
                one.subject_table,
                names.get(one.subject_uid or "", "") if one.subject_table == "staff" else one.customer,
                one.records,
            )
            for one in audit.load_entries(session, numbers)
        ),
        audit.head(session),
    )


def story(data: Extract) -> Iterable[blocks.Block]:
    rows = [
        [
            str(line.number),
            f"{line.at.astimezone():%Y-%m-%d %H:%M:%S}",
            line.person,
            labels.kind(line.kind),
            "  ".join(
                part for part in (labels.table(line.table) if line.table else "", line.subject) if part
            ),
            str(line.records) if line.records else "",
        ]
        for line in data.lines
    ]
    yield blocks.Title(title())
    yield blocks.quiet(
        translate(
            "reports",
            "{count} entries. Audit trail up to entry {number}: {digest}",
            count=len(rows),
            number=data.head.number,
            digest=changes.printed(data.head),
        )
    )
    yield blocks.Table(
        [
            blocks.Column(translate("reports", "No."), 2, right=True),
            blocks.Column(translate("reports", "When"), 5),
            blocks.Column(translate("reports", "Who"), 3),
            blocks.Column(translate("reports", "What"), 6),
            blocks.Column(translate("reports", "About"), 5),
            blocks.Column(translate("reports", "Changes"), 2, right=True),
        ],
        rows,
        translate("reports", "There are no entries."),
    )


REPORT = Report(title, gather, story, traced=False)
