"""What could be read of a damaged database and what is lost, table by table. It names no customer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from rmdesk import labels
from rmdesk.services.reports import blocks
from rmdesk.services.reports.blocks import Fact
from rmdesk.services.reports.definition import Report
from rmdesk.services.salvage import Salvaged, TableRead
from rmdesk.words import translate


@dataclass(frozen=True, slots=True)
class Data:
    """`newer` counts rows, by table, that the newest backup (of `backup_at`) lacks or has older."""

    source: str
    copy: str
    pages: int
    damaged_pages: int
    tables: tuple[TableRead, ...]
    unplaced: int
    detached: int
    dropped: int
    newest_at: datetime | None
    backup: str | None
    backup_at: datetime | None
    newer: tuple[tuple[str, int], ...]


_INNER = frozenset({"alembic_version", "origin", "vault_state"})  # of the vault itself


def _named(table: str) -> str:
    match table:
        case "change_set":
            return translate("salvage", "Audit trail: entries")
        case "change_record":
            return translate("salvage", "Audit trail: changes")
    return labels.table(table)


def title() -> str:
    return translate("salvage", "What was salvaged of a damaged vault")


def gather(_session: Session | None, *, found: Salvaged) -> Data:
    """It comes as a parameter: the vault it is about does not open."""
    return Data(
        str(found.source),
        found.copy.name.text,
        found.pages,
        found.damaged_pages,
        found.tables,
        found.unplaced,
        found.detached,
        found.dropped,
        found.newest_at,
        None if found.backup is None else found.backup.name.text,
        None if found.backup is None else found.backup.name.made_at,
        tuple(found.newer.items()),
    )


def story(data: Data) -> Iterable[blocks.Block]:
    yield blocks.Title(title())
    yield blocks.quiet(
        translate(
            "salvage",
            "The damaged file was only read. What could be read lies as an encrypted copy among the backups.",
        )
    )
    facts = [
        Fact(translate("salvage", "Damaged file"), data.source, wide=True),
        Fact(translate("salvage", "Copy"), data.copy, wide=True),
        Fact(translate("salvage", "Pages"), f"{data.pages:,}"),
        Fact(translate("salvage", "Damaged or missing"), f"{data.damaged_pages:,}"),
        Fact(translate("salvage", "Last change that can be read"), _moment(data.newest_at)),
        Fact(translate("salvage", "Newest backup"), _moment(data.backup_at)),
    ]
    yield blocks.Facts(facts)
    yield blocks.Heading(translate("salvage", "Records by kind"))
    newer = dict(data.newer)
    listed = [one for one in data.tables if (one.read or one.lost != 0) and one.name not in _INNER]
    yield blocks.Table(
        [
            blocks.Column(translate("salvage", "Kind"), 5),
            blocks.Column(translate("salvage", "Read"), 2, right=True),
            blocks.Column(translate("salvage", "Lost"), 2, right=True),
            blocks.Column(translate("salvage", "Damaged pages"), 2, right=True),
            blocks.Column(translate("salvage", "Not in the newest backup"), 3, right=True),
        ],
        [
            [
                _named(one.name),
                f"{one.read:,}",
                translate("salvage", "not known") if one.lost is None else f"{one.lost:,}",
                f"{one.lost_pages:,}" if one.lost_pages else "",
                f"{newer[one.name]:,}" if one.name in newer else "",
            ]
            for one in listed
        ],
        translate("salvage", "Nothing could be read."),
    )
    unplaced, dropped, detached = (f"{count:,}" for count in (data.unplaced, data.dropped, data.detached))
    if data.unplaced:
        yield blocks.Text(
            translate(
                "salvage",
                "Records on pages of which nobody can tell what they belong to: {count}.",
                count=unplaced,
            )
        )
    if data.dropped:
        yield blocks.Text(
            translate(
                "salvage", "Records left out because what they belong to is lost: {count}.", count=dropped
            )
        )
    if data.detached:
        yield blocks.Text(
            translate(
                "salvage", "Records that pointed to lost ones and no longer do: {count}.", count=detached
            )
        )


def _moment(at: datetime | None) -> str:
    return "" if at is None else at.astimezone().strftime("%Y-%m-%d %H:%M")


REPORT = Report(title, gather, story, traced=False)
