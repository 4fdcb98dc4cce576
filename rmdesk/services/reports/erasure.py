"""The certificate of a deletion at a person's own request. It names no customer but by number."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy.orm import Session

from rmdesk import labels
from rmdesk.services.erasure import Erased
from rmdesk.services.reports import blocks
from rmdesk.services.reports.blocks import Fact
from rmdesk.services.reports.definition import Report
from rmdesk.words import translate


def title() -> str:
    return translate("erasure", "Certificate of deletion of personal data")


def gather(_session: Session | None, *, erased: Erased) -> Erased:
    """It comes as a parameter: what it tells of is gone."""
    return erased


def story(data: Erased) -> Iterable[blocks.Block]:
    yield blocks.Title(title())
    yield blocks.quiet(
        translate(
            "erasure",
            "At the person's own request (个人信息保护法, article 47), in this branch's rmdesk. "
            "Backups hold it until they are thinned out, at most two years.",
        )
    )
    yield blocks.Facts(
        [
            Fact(translate("erasure", "Customer number"), data.number or "—"),
            Fact(translate("erasure", "Deleted"), data.at.astimezone().strftime("%Y-%m-%d %H:%M")),
            Fact(translate("erasure", "By"), data.by),
            Fact(translate("erasure", "Agreed to by"), data.agreed or data.by),
        ]
    )
    yield blocks.Heading(translate("erasure", "Deleted for good"))
    yield _table(
        [(translate("erasure", "Name and everything that describes the person"), 1), *_named(data.deleted)]
    )
    yield blocks.Heading(translate("erasure", "Kept under the customer number alone"))
    if data.kept:
        yield _table(_named(data.kept))
        yield blocks.Text(
            translate(
                "erasure",
                "Kept because the bank must keep records of dealings (反洗钱法, article 34); at most "
                "{years} years from now. They are not used for anything else.",
                years=data.years,
            )
        )
    else:
        yield blocks.Text(translate("erasure", "Nothing."))
    if data.refused:
        yield blocks.Text(
            translate(
                "erasure",
                "That they did not want to be contacted is kept for {years} years, known by a code of their "
                "phone and document numbers only, so that nobody calls or writes to them against their word "
                "(个人信息保护法, article 44; 消费者权益保护法, article 29).",
                years=data.refusal_years,
            )
        )
    yield blocks.Space(10)
    yield blocks.Signatures(
        [
            translate("erasure", "Branch head"),
            translate("erasure", "Administrator"),
            translate("erasure", "Date"),
        ]
    )


def _named(counts: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    return [(labels.table(name), count) for name, count in counts]


def _table(rows: Iterable[tuple[str, int]]) -> blocks.Table:
    return blocks.Table(
        [
            blocks.Column(translate("erasure", "What"), 5),
            blocks.Column(translate("erasure", "Records"), 2, right=True),
        ],
        [[name, f"{count:,}"] for name, count in rows],
        translate("erasure", "Nothing."),
    )


REPORT = Report(title, gather, story, traced=False)
