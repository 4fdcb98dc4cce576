"""One file on its way in: what was found in it, what the person decided, what came of it. No widgets."""

from __future__ import annotations

import enum
from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rmdesk.services import backups, customers, imports
from rmdesk.services.errors import UserError
from rmdesk.services.imports import (
    AS_TOLD,
    TARGETS,
    Choices,
    Mode,
    OnDuplicate,
    Proposal,
    Recognised,
    Request,
    TextForm,
)
from rmdesk.services.imports.reading.stamp import Stamp, check_same, stamp_of
from rmdesk.services.progress import Progress, steady

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.services.imports import Found, Report, Suggestion, Target
    from rmdesk.services.store import Store
    from rmdesk.services.vault import Vault


Offered = Callable[["Session"], "Collection[Target]"]  # what a file may hold; raises if none may be imported


class Step(enum.IntEnum):
    """The way of a file, in its order."""

    FILES = 0
    TABLE = 1
    COLUMNS = 2
    OPTIONS = 3
    PREVIEW = 4
    RESULT = 5


@dataclass(frozen=True)
class Opened:
    """What a look at a file gave: what stands there, what it is about, and a proposal for each target."""

    found: Found
    recognised: Recognised
    proposals: dict[str, Proposal]
    stamp: Stamp


@dataclass
class Draft:
    """`report` is the preview of what is chosen now, None once something was changed; `result` is final."""

    path: Path
    sheet: str | None = None
    heading: int | None = None
    form: TextForm = AS_TOLD
    opened: Opened | None = None
    error: UserError | None = None
    target: str | None = None
    columns: dict[str, str | None] = field(default_factory=dict)
    choices: Choices = field(default_factory=Choices)
    names: dict[str, int] = field(default_factory=dict)  # of managers who are nobody here: rows
    meant: dict[str, str | None] = field(default_factory=dict)  # whom those names may mean
    report: Report | None = None
    result: Report | None = None
    request: Request | None = None  # of the report
    is_stale: bool = False  # whether the archive changed since the report was made
    is_undone: bool = False  # whether the import was taken back since
    before: dict[str, Any] | None = None  # what was decided before a lock, until the file is read again

    @property
    def is_ready(self) -> bool:
        """Whether it can be imported as far as one sees."""
        return self.opened is not None and self.target is not None and self.result is None

    @property
    def about(self) -> Target:
        """What the file is about, once that is known."""
        assert self.opened is not None
        assert self.target is not None
        return self.opened.proposals[self.target].request.target

    @property
    def suggestions(self) -> tuple[Suggestion, ...]:
        if self.opened is None or self.target is None:
            return ()
        return self.opened.proposals[self.target].suggestions

    def take(self, opened: Opened) -> None:
        """A look at the file has ended. What was chosen for its columns before begins anew."""
        self.opened, self.error = opened, None
        known = self.target if self.target in opened.proposals else None
        self.set_target(known or opened.recognised.target)
        before, self.before = self.before, None
        if before is not None and self.target is not None and before["columns"].keys() == self.columns.keys():
            self._decide(before)

    @classmethod
    def of(cls, kept: dict[str, Any]) -> Draft:
        """What `kept` gave, to be read again."""
        path, form = Path(kept["path"]), TextForm(*kept["form"])
        return cls(path, kept["sheet"], kept["heading"], form, target=kept["target"], before=kept)

    def kept(self) -> dict[str, Any]:
        """Which file it is and what was decided about it, as JSON values."""
        if self.before is not None:
            return self.before
        chosen = self.choices
        return {
            "path": str(self.path),
            "sheet": self.sheet,
            "heading": self.heading,
            "form": [self.form.encoding, self.form.delimiter],
            "target": self.target,
            "columns": dict(self.columns),
            "rule": chosen.rule.value,
            "mode": chosen.mode.value,
            "as_of": None if chosen.as_of is None else chosen.as_of.isoformat(),
            "basis": chosen.basis,
            "managers": dict(chosen.managers),
        }

    def _decide(self, kept: dict[str, Any]) -> None:
        self.columns = dict(kept["columns"])
        self.choose(
            rule=OnDuplicate(kept["rule"]),
            mode=Mode(kept["mode"]),
            as_of=None if kept["as_of"] is None else date.fromisoformat(kept["as_of"]),
            basis=kept["basis"],
            managers=kept["managers"],
        )

    def set_target(self, name: str | None) -> None:
        """It is about this, or about nothing that can be imported."""
        self.target = name
        self.report = None
        if name is None or self.opened is None:
            self.columns = {}
            return
        proposed = self.opened.proposals[name].request
        self.columns = dict(proposed.columns)
        self.choices = proposed.choices

    def use(self, name: str, proposal: Proposal) -> None:
        """Take another proposal for a target in the place of the one there was."""
        assert self.opened is not None
        self.opened = replace(self.opened, proposals=self.opened.proposals | {name: proposal})
        if self.target == name:
            self.set_target(name)

    def assign(self, title: str, name: str | None) -> None:
        self.columns[title] = name
        self.report = None

    def choose(self, **choices: object) -> None:
        self.choices = replace(self.choices, **choices)  # type: ignore[arg-type]
        self.report = None

    def check(self) -> UserError | None:
        """What is wrong with the columns, if anything."""
        assert self.opened is not None
        try:
            imports.plan_of(self.about, self.opened.found, self.columns, self.heading)
        except UserError as error:
            return error
        return None

    @property
    def caution(self) -> str:
        """What is to be known of the columns though they may be imported."""
        return self.about.caution({name for name in self.columns.values() if name is not None})

    def make_request(self) -> Request:
        assert self.opened is not None
        sheet = self.opened.found.sheet or None
        columns = dict(self.columns)
        return Request(self.path, self.about, columns, self.choices, sheet, self.heading, self.form)

    def took_preview(self, request: Request, report: Report, meant: dict[str, str | None]) -> None:
        self.request, self.report = request, report
        chosen = self.choices.managers
        there = {name: rows for name, rows in self.names.items() if name in chosen or name in report.managers}
        self.names = there | report.managers  # each stays where it is in the list
        self.meant = meant | self.meant


def look_into(store: Store, draft: Draft, offered: Offered, progress: Progress) -> Opened:
    """On a background thread: what stands in the file. Raises UserError as reading does."""
    path, sheet, heading, form = draft.path, draft.sheet, draft.heading, draft.form
    stamp = stamp_of(path)
    with imports.Feed(path, sheet, heading, form, to_the_end=True, waiting=lambda: progress(0, 0)) as feed:
        found = feed.found
    with store.read() as session:
        proposals = {one.name: imports.propose(session, one, found) for one in offered(session)}
    recognised = imports.recognise(found) if len(proposals) > 1 else Recognised(next(iter(proposals)))
    return Opened(found, recognised, proposals, stamp)


def of_archive(session: Session) -> Collection[Target]:
    """What is offered for files of the archive."""
    imports.check(session)
    return TARGETS


def preview(
    store: Store, request: Request, opened: Opened, progress: Progress
) -> tuple[Report, dict[str, str | None]]:
    """On a background thread: what an import would do, and whom unknown managers may mean."""
    check_same(request.path, opened.stamp)
    progress, waiting = steady(progress)
    with imports.Feed(request.path, request.sheet, request.heading, request.form, waiting=waiting) as feed:
        report = imports.preview(store, request, progress, feed=feed, looked=opened.found)
    with store.read() as session:
        return report, {name: imports.suggest_manager(session, name) for name in report.managers}


def back_up(vault: Vault, request: Request, opened: Opened, progress: Progress) -> None:
    """On a background thread: a backup of what is there before an import; it takes the write lane itself."""
    check_same(request.path, opened.stamp)
    backups.make_if_due(vault, backups.Kind.BEFORE_IMPORT, progress=lambda _done, _total: progress(0, 0))


def run(session: Session, request: Request, opened: Opened, progress: Progress) -> Report:
    """On the write lane: the import itself."""
    check_same(request.path, opened.stamp)
    return imports.run(session, request, progress, looked=opened.found)


def people_of(session: Session) -> list[tuple[str, str]]:
    """Uid and name of those who may be in charge of customers."""
    return [(one.uid, one.name) for one in customers.managers(session)]
