"""What to import and how, as far as rmdesk can tell by itself: the beginning of every import."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from rmdesk.services import customers
from rmdesk.services.errors import UserError
from rmdesk.services.imports.mapping import Suggestion, suggest
from rmdesk.services.imports.mapping_files import NOTHING, Saved
from rmdesk.services.imports.parsing import Found
from rmdesk.services.imports.remembering import recall
from rmdesk.services.imports.running import Request
from rmdesk.services.imports.writing import Choices, Target
from rmdesk.services.names import fold


@dataclass(frozen=True, slots=True)
class Proposal:
    """`request` imports the file as proposed; `suggestions` say of each column why it is what it is."""

    request: Request
    suggestions: tuple[Suggestion, ...]

    def with_choices(self, **chosen: Any) -> Request:
        """The request with these choices of the person (see `Choices`); None leaves one as it is."""
        given = {name: value for name, value in chosen.items() if value is not None}
        return replace(self.request, choices=replace(self.request.choices, **given))


def propose(session: Session, target: Target, found: Found, saved: Saved | None = None) -> Proposal:
    """How to import an inspected file: by a saved mapping, else the one remembered of its shape, else what
    headings and values say.

    Raises UserError `import.unknown_manager` for a manager of the saved mapping who is nobody here.
    """
    remembered = recall(session, target, found)
    known = {**(remembered or NOTHING).columns, **(saved or NOTHING).columns}
    is_given, saved = saved is not None, saved or remembered
    suggestions = suggest(target, found, known)
    columns = {one.title: one.field for one in suggestions}
    choices = Choices()
    if saved is not None:
        managers = _uids(session, saved.managers, strict=is_given)
        choices = Choices(rule=saved.rule, basis=saved.basis, managers=managers)
    request = Request(
        Path(found.path),
        target,
        columns,
        choices,
        found.sheet or None,
        found.heading,
        found.form,
    )
    return Proposal(request, tuple(suggestions))


def suggest_manager(session: Session, name: str) -> str | None:
    """The uid of the one person whom a name in a file may mean: 王经理 is the only 王 here."""
    wanted = fold(name)
    people = customers.managers(session)
    exact = [one.uid for one in people if fold(one.name) == wanted]
    for title in ("客户经理", "理财经理", "经理", "老师", "主任", "行长", "总"):
        if not exact and wanted.endswith(title) and len(wanted) > len(title):
            exact = [one.uid for one in people if fold(one.name).startswith(wanted.removesuffix(title))]
    return exact[0] if len(exact) == 1 else None


def _uids(
    session: Session, managers: Mapping[str, str | None], *, strict: bool = True
) -> dict[str, str | None]:
    """By name in the file; without `strict`, people who manage nobody here any more are left out."""
    people = {fold(one.name): one.uid for one in customers.managers(session)}
    for person in managers.values():
        if strict and person is not None and fold(person) not in people:
            raise UserError("import.unknown_manager", name=person)
    return {
        name: None if person is None else people[fold(person)]
        for name, person in managers.items()
        if person is None or fold(person) in people
    }
