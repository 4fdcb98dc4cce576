"""An import from the file to the archive: one transaction, one change set, all or nothing.

A preview is the import itself, rolled back: its numbers are those the import will have.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import Customer, VaultState
from rmdesk.services import changes, collecting, customers, facts, refusals, roles, settings, tiers
from rmdesk.services.errors import UserError
from rmdesk.services.imports import mapping, mapping_files
from rmdesk.services.imports.feed import Feed
from rmdesk.services.imports.mapping_files import Saved
from rmdesk.services.imports.parsing import Found
from rmdesk.services.imports.reading import AS_TOLD, TextForm
from rmdesk.services.imports.report import Outcome, Report
from rmdesk.services.imports.writing import Choices, Row, Target, Writer
from rmdesk.services.progress import Progress, portion, steady
from rmdesk.services.roles import Permission
from rmdesk.services.store import Store, expect_many_rows

_WRITTEN = 0.9  # of an import's work, once its rows are in the archive; what follows from them is left
_FEW = 4  # where fewer than one in so many customers are touched, only their facts are made anew


@dataclass(frozen=True, slots=True)
class Request:
    """What to import and how. `columns` gives the field of each column by its title (`mapping.titles`),
    None for one to leave out; `heading` is the row of the heading, `form` how a text is read, where the
    person said so.
    """

    path: Path
    target: Target
    columns: Mapping[str, str | None]
    choices: Choices = field(default_factory=Choices)
    sheet: str | None = None
    heading: int | None = None
    form: TextForm = AS_TOLD


class _RolledBack(Exception):
    """Ends the transaction of a preview."""


def check(session: Session) -> None:
    """Raise unless whoever acts may import into this vault: NotAllowed, UserError `import.demonstration`."""
    roles.require(session, Permission.IMPORT, accepting=())
    if settings.get(session, "vault.disposable"):
        raise UserError("import.demonstration")


def preview(
    store: Store,
    request: Request,
    progress: Progress | None = None,
    *,
    feed: Feed | None = None,
    looked: Found | None = None,
) -> Report:
    """What an import would do; nothing is kept of it. As `run`."""
    report: Report | None = None
    try:
        with store.write() as session:
            report = _run(session, request, progress, is_preview=True, feed=feed, looked=looked)
            raise _RolledBack
    except _RolledBack:
        assert report is not None
        return report


def run(
    session: Session,
    request: Request,
    progress: Progress | None = None,
    *,
    feed: Feed | None = None,
    looked: Found | None = None,
) -> Report:
    """Import a file; the change set is `import.done`, and its number the report's `id`.

    `progress(done, total)` counts rows of the file, of which some are left until everything is done; what
    it raises ends the import. `feed` is the open file, if it is open already; `looked` what was found by
    reading it to its end before: how many rows it has is counted by lines otherwise. Raises NotAllowed,
    and UserError as reading and `mapping.plan_of` do.
    """
    return _run(session, request, progress, is_preview=False, feed=feed, looked=looked)


def _run(
    session: Session,
    request: Request,
    progress: Progress | None,
    *,
    is_preview: bool,
    feed: Feed | None,
    looked: Found | None,
) -> Report:
    check(session)
    if feed is not None:
        return _take(session, request, progress, feed, looked, is_preview=is_preview)
    waiting = None
    if progress is not None:
        progress, waiting = steady(progress)
    with Feed(request.path, request.sheet, request.heading, request.form, waiting=waiting) as opened:
        return _take(session, request, progress, opened, looked, is_preview=is_preview)


@collecting.seldom()
def _take(
    session: Session,
    request: Request,
    progress: Progress | None,
    feed: Feed,
    looked: Found | None,
    *,
    is_preview: bool,
) -> Report:
    begun = time.perf_counter()
    target, found = request.target, feed.found
    plan = mapping.plan_of(target, found, request.columns, request.heading)
    report = Report(target.name, is_preview=is_preview)
    report.columns = {
        title: plan.columns.get(column.index)
        for title, column in zip(mapping.titles(found.layout), found.layout.columns, strict=True)
    }
    choices = found.complete(request.choices)
    report.as_of = choices.as_of.isoformat() if choices.as_of else None
    changes.describe(session, "import.done", target=target.name, file=Path(found.path).name)
    expect_many_rows(session)
    writer = target.writer(session, choices, report)
    total = found.total_rows
    written = 1.0 if is_preview else _WRITTEN
    handed_over = written * writer.handed_over
    for rows, passed_over, last in feed.rows(target, plan):
        report.pass_over(passed_over)
        writer.write(_readable(rows, writer))
        total = of = max(found.total_rows, last)
        if looked is not None and looked.filled_rows and looked.last_row:
            total, of = looked.filled_rows, looked.last_row
        portion(progress, total, 0, handed_over)(last, of)
    writer.finish(portion(progress, total, handed_over, written))
    if not is_preview:
        _follow_up(session, writer)
        if report.has_changed:
            report.id = (session.scalar(select(VaultState.head_number)) or 0) + 1
            counts = {one.value: report.counts[one] for one in Outcome}
            changes.add_detail(session, **counts, closed=report.closed)
    portion(progress, total, 0, 1)(1, 1)
    report.settle()
    report.seconds = time.perf_counter() - begun
    return report


def saved_of(session: Session, request: Request) -> Saved:
    """How a request imports, with managers by their names."""
    names = {one.uid: one.name for one in customers.managers(session)}
    managers = {name: names.get(uid or "") for name, uid in request.choices.managers.items()}
    return Saved(request.columns, managers, request.choices.rule, request.choices.basis)


def save_mapping(session: Session, path: Path, request: Request) -> None:
    """Write how a request imports its file to another file, to be read by `mapping_files.read_file`."""
    mapping_files.save_file(path, request.target.name, saved_of(session, request))


def _readable(rows: list[Row], writer: Writer) -> list[Row]:
    """The rows that could be read; the others are told as rejected."""
    readable = []
    for row in rows:
        if row.values is None:
            writer.ended(row, Outcome.REJECTED)
        else:
            readable.append(row)
    return readable


def _follow_up(session: Session, writer: Writer) -> None:
    concerned = len(writer.touched) + sum(map(len, writer.made))
    last = session.scalar(select(Customer.id).order_by(Customer.id.desc()).limit(1)) or 0
    tiers.recompute(session, writer.touched)
    if concerned:
        refusals.recognise(session, writer.touched.union(*writer.made))
        few = sorted(writer.touched.union(*writer.made)) if concerned * _FEW < last else None
        facts.refresh(session, few)
