"""What an import keeps in files of its own: mappings, and rows to correct."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from rmdesk.services import files, imports
from rmdesk.services.errors import UserError
from rmdesk.services.imports import Proposal
from rmdesk.ui import ask, formats
from rmdesk.words import translate

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context
    from rmdesk.ui.panes.customers.imports.draft import Draft
    from rmdesk.ui.panes.customers.imports.view import ImportView
    from rmdesk.ui.workers import Progress


class Saved:
    """Saves and reads for the current file of `view`; each that asks for a file has one that is told it."""

    def __init__(self, context: Context, view: ImportView) -> None:
        self._context, self._view = context, view

    def load_mapping(self) -> None:
        """Ask for a saved mapping and use it."""
        title = translate("importing", "Use a saved mapping")
        chosen, _ = QFileDialog.getOpenFileName(self._view, title, self._view.folder, _mappings())
        if chosen:
            self.use_mapping(Path(chosen))

    def use_mapping(self, path: Path) -> None:
        draft = self._view.draft
        if draft is None or draft.opened is None or draft.target is None:
            return
        target, found = draft.about, draft.opened.found

        def done(proposal: Proposal) -> None:
            self._take(draft, target.name, proposal)
            told = translate(
                "importing", "Columns, managers and rule are those of {name} now.", name=path.name
            )
            self._view.columns_page.tell(told)

        self._context.jobs.read(
            lambda session: imports.propose(session, target, found, imports.read_mapping(path, target)),
            done=done,
            failed=self._tell,
        )

    def save_mapping(self) -> None:
        """Ask where columns, managers and rule are to be saved."""
        suggested = str(Path(self._view.folder) / "mapping.json")
        title = translate("importing", "Save the mapping")
        chosen, _ = QFileDialog.getSaveFileName(self._view, title, suggested, _mappings())
        if chosen:
            self.save_mapping_to(Path(chosen))

    def save_mapping_to(self, path: Path) -> None:
        draft = self._view.draft
        if draft is None or draft.target is None:
            return
        request, target = draft.make_request(), files.with_ending(path, ".json")

        def done(_nothing: None) -> None:
            told = translate(
                "importing",
                "Columns, managers and rule were saved as {path}. Other vaults can use them as well.",
                path=target,
            )
            self._view.columns_page.tell(told)

        self._context.jobs.read(
            lambda session: imports.save_mapping(session, target, request), done=done, failed=self._tell
        )

    def forget_mapping(self) -> None:
        """Have headings and values speak again, for this file and those of its shape."""
        draft = self._view.draft
        if draft is None or draft.opened is None or draft.target is None:
            return
        target, found = draft.about, draft.opened.found

        def forget(session: Session, _progress: Progress) -> Proposal:
            imports.forget(session, target, found)
            return imports.propose(session, target, found)

        self._context.jobs.write(
            translate("importing", "Forgetting a mapping"),
            forget,
            done=lambda proposal: self._take(draft, target.name, proposal),
            failed=self._tell,
        )

    def _take(self, draft: Draft, name: str, proposal: Proposal) -> None:
        draft.use(name, proposal)
        self._view.renew()

    def save_rejects(self) -> None:
        """Ask where rejected and warned rows are to be saved."""
        draft = self._view.draft
        if draft is None:
            return
        name = translate("importing", "{name} to correct.xlsx", name=draft.path.stem)
        chosen, _ = QFileDialog.getSaveFileName(
            self._view,
            translate("importing", "Save rows with problems"),
            str(draft.path.with_name(name)),
            translate("importing", "Workbooks") + " (*.xlsx)",
        )
        if chosen:
            self.save_rejects_to(Path(chosen))

    def save_rejects_to(self, path: Path) -> None:
        """Write rejected and warned rows, each with its reason, to be corrected and imported again."""
        draft = self._view.draft
        if draft is None or draft.result is None or draft.request is None:
            return
        request, report = draft.request, draft.result
        target = files.with_ending(path, ".xlsx")

        def done(count: int) -> None:
            told = translate(
                "importing",
                "{count} rows were saved to {name}, with their reasons. Correct them there, then import it.",
                count=formats.count(count),
                name=target.name,
            )
            self._view.result_page.tell(told, "good")

        self._context.jobs.background(
            translate("importing", "Saving rows with problems"),
            lambda _progress: imports.write_rejects(target, request, report),
            done=done,
            failed=self._tell,
        )

    def _tell(self, error: Exception) -> None:
        if isinstance(error, UserError):
            ask.tell_error(self._view, error)


def _mappings() -> str:
    return translate("importing", "Mappings") + " (*.json)"
