"""The import: its steps, the files on their way, and the jobs that read, preview and write."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from rmdesk.services import imports
from rmdesk.services.errors import UserError
from rmdesk.services.imports import Outcome, Report, TextForm
from rmdesk.ui import formats
from rmdesk.ui.messages import sentence_of
from rmdesk.ui.pane import command
from rmdesk.ui.panes.customers.imports import draft as work
from rmdesk.ui.panes.customers.imports import past_view, wording
from rmdesk.ui.panes.customers.imports.draft import Draft, Step
from rmdesk.ui.panes.customers.imports.frame import ImportFrame
from rmdesk.ui.panes.customers.imports.looking import Looking
from rmdesk.ui.panes.customers.imports.saved import Saved
from rmdesk.ui.panes.customers.imports.waiting import Waiting

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.services.imports import Request
    from rmdesk.ui.context import Context
    from rmdesk.ui.jobs import Job


_WATCHED = (
    *("customer", "holding", "aum_figure", "relation", "important_date", "interaction"),
    *("survey", "survey_version", "survey_response"),
)


class ImportView(ImportFrame):
    """Esc goes back to the customers and keeps everything; Ctrl+Enter goes on, Alt+Left a step back.

    `people_wanted` carries the number of an import whose customers are to be listed, `past_wanted` asks
    for the list of imports.
    """

    people_wanted = Signal(int)
    past_wanted = Signal()

    def __init__(
        self, context: Context, offered: work.Offered = work.of_archive, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._context, self._offered = context, offered
        self.drafts: list[Draft] = []
        self.draft: Draft | None = None  # the current one
        self._added: list[Draft] = []  # those that came last, of which the first becomes it
        self.step = Step.FILES
        self._wanted: Step | None = None  # where a person was before a lock, until the files are read again
        self._job: Job | None = None
        self.folder = ""
        self._people: list[tuple[str, str]] = []
        self._refusal: UserError | None = None
        self.is_checked = False  # whether it is known that files may be imported here
        self.saved = Saved(context, self)
        self._looking = Looking(context, offered, self)
        self._looking.ended.connect(self._on_looked)
        self._connect()
        self._check()

    # --- parts -----------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.steps.chosen.connect(lambda place: self.go_to(Step(place)))
        self.past.clicked.connect(self.past_wanted)
        self.back_button.clicked.connect(self.go_back)
        self.next_button.clicked.connect(self.go_on)
        command(self, "import next", self.tr("Import: next step"), self.go_on, key="Ctrl+Return")
        command(self, "import back", self.tr("Import: step back"), self.go_back, key="Alt+Left")
        command(self, "choose files", self.tr("Choose files to import…"), self.choose_files, key="Ctrl+O")
        files = self.files_page
        files.add_wanted.connect(self.choose_files)
        files.chosen.connect(self._on_chosen)
        files.opened.connect(self._on_opened)
        files.removed.connect(self.remove)
        files.target_chosen.connect(self._on_target)
        files.sheet_chosen.connect(lambda draft, sheet: self._reread(draft, sheet, None, draft.form))
        self.table_page.reread.connect(
            lambda sheet, heading, form: self._reread(self.draft, sheet, heading, form)
        )
        self.columns_page.changed.connect(self._show_state)
        self.columns_page.load_wanted.connect(self.saved.load_mapping)
        self.columns_page.save_wanted.connect(self.saved.save_mapping)
        self.columns_page.forget_wanted.connect(self.saved.forget_mapping)
        self.options_page.changed.connect(self._show_state)
        self.preview_page.again_wanted.connect(self._preview)
        self.preview_page.look_wanted.connect(self._look_again)
        self.preview_page.cancel_wanted.connect(self.cancel)
        self.preview_page.part.manager_chosen.connect(self._on_manager)
        result = self.result_page
        result.cancel_wanted.connect(self.cancel)
        result.save_wanted.connect(self.saved.save_rejects)
        result.undo_wanted.connect(self.undo)
        result.people_wanted.connect(self._on_people)
        self._context.bus.watch(self, _WATCHED, self._on_written)

    def _check(self) -> None:
        """Ask whether files may be imported here at all; if not, that is all this page says."""

        def check(session: Session) -> list[tuple[str, str]]:
            self._offered(session)
            return work.people_of(session)

        self._context.jobs.read(check, done=self._on_allowed, failed=self._on_refused)
        self.renew()

    def _on_allowed(self, people: list[tuple[str, str]]) -> None:
        self._people = people
        self._refusal = None
        self.is_checked = True
        self.renew()

    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._refusal = error
            self.is_checked = True
            self.renew()

    # --- over a lock -----------------------------------------------------------------------------

    def typed(self) -> dict[str, Any]:
        """The files that are not imported yet, what was decided about them, and the step, as JSON values."""
        waiting = [one for one in self.drafts if one.result is None]
        if not waiting:
            return {}
        step = self.step if self._wanted is None else self._wanted
        current = waiting.index(self.draft) if self.draft in waiting else None
        return {
            "files": [one.kept() for one in waiting],
            "current": current,
            "step": Step.FILES if current is None else min(step, Step.PREVIEW),
        }

    def retype(self, kept: dict[str, Any]) -> None:
        """Put back what `typed` gave: the files are read again."""
        self.drafts = [Draft.of(one) for one in kept["files"]]
        self.draft = self.drafts[kept["current"] or 0]
        self._wanted = Step(kept["step"])
        self.renew()
        self._looking.go_on(self.drafts)

    # --- files -----------------------------------------------------------------------------------

    def choose_files(self) -> None:
        """Ask for files and add them."""
        if self._refusal is not None:
            return
        folder = self.folder or QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        chosen, _ = QFileDialog.getOpenFileNames(
            self,
            self.tr("Choose files to import"),
            folder,
            self.tr("Tables") + " (*.xlsx *.xlsm *.xls *.csv *.tsv *.txt);;" + self.tr("All files") + " (*)",
        )
        self.add_files([Path(one) for one in chosen])

    def add_files(self, paths: Sequence[Path]) -> None:
        """Take these files in, those that are there already once only; each is looked into in turn."""
        if self._refusal is not None:
            return
        there = {one.path for one in self.drafts if one.result is None}
        self._added = [Draft(path) for path in dict.fromkeys(paths) if path not in there]
        self.drafts += self._added
        if paths:
            self.folder = str(paths[-1].parent)
            if not self._is_busy:
                self.step = Step.FILES
        if self.draft is None and self.drafts:
            self.draft = self.drafts[0]
        self.renew()
        self._looking.go_on(self.drafts)

    def remove(self, draft: Draft) -> None:
        """Leave a file out."""
        self.drafts.remove(draft)
        if draft is self.draft:
            self.draft = self.drafts[0] if self.drafts else None
        self.renew()
        self.files_page.focus_current()

    def _on_looked(self) -> None:
        """Those that others belong to come first: holdings need the customers they are of."""
        order = {name: place for place, name in enumerate(imports.BY_NAME)}
        self.drafts.sort(key=lambda one: order.get(one.target or "", len(order)))
        is_all_read = all(one.opened or one.error for one in self.drafts)
        if self.step is Step.FILES and is_all_read and self._wanted is None:
            ready = [one for one in self.drafts if one.is_ready]
            added = (one for one in ready if any(one is new for new in self._added))
            self.draft = next(chain(added, ready), self.draft)
        self.renew()
        self._looking.go_on(self.drafts)
        if is_all_read and self._wanted is not None:
            self.go_to(self._wanted)

    def _reread(self, draft: Draft | None, sheet: str, heading: int | None, form: TextForm) -> None:
        """Look into a file anew: another sheet, heading, encoding or delimiter."""
        if draft is None:
            return
        draft.sheet, draft.heading, draft.form = sheet or None, heading, form
        draft.opened = draft.error = draft.report = None
        self.renew()
        self._looking.go_on(self.drafts)

    def _look_again(self) -> None:
        if self.draft is not None:
            self.step = Step.TABLE
            self._reread(self.draft, self.draft.sheet or "", self.draft.heading, self.draft.form)

    def _on_chosen(self, draft: Draft) -> None:
        if draft is not self.draft:
            self.draft = draft
            self.renew()

    def _on_opened(self, draft: Draft) -> None:
        self.draft = draft
        self.go_on()

    def _on_target(self, draft: Draft, name: object) -> None:
        draft.set_target(name if isinstance(name, str) else None)
        self.renew()

    # --- steps -----------------------------------------------------------------------------------

    @property
    def _is_busy(self) -> bool:
        """Whether a preview is being made or an import written."""
        return self._job is not None and not self._job.is_over

    def may_go_to(self, step: Step) -> bool:
        """Whether a step is open to the current file."""
        draft = self.draft
        if self._is_busy or self._refusal is not None:
            return step is self.step
        if step is Step.FILES:
            return True
        if draft is None or draft.opened is None or draft.target is None:
            return False
        if draft.result is not None:
            return step is Step.RESULT
        if step is Step.RESULT:
            return False
        if step is Step.PREVIEW:
            return draft.check() is None and not self.options_page_error()
        return step is not Step.OPTIONS or draft.check() is None

    def options_page_error(self) -> str:
        """What is wrong with the options, once they were shown."""
        return self.options_page.error() if self.step is Step.OPTIONS else ""

    def go_to(self, step: Step) -> None:
        """Show a step of the current file, if one may."""
        self._wanted = None
        if not self.may_go_to(step):
            return
        self.step = Step(step)
        self.renew()
        self._focus()
        draft = self.draft
        if step is Step.PREVIEW and draft is not None and (draft.report is None or draft.is_stale):
            self._preview()

    def go_back(self) -> None:
        """One step back; on the first one, to the customers."""
        if self._is_busy:
            return
        if self.step is Step.FILES:
            self.left.emit()
        elif self.step is Step.RESULT:
            self.go_to(Step.FILES)
        else:
            self.go_to(Step(self.step - 1))

    def go_on(self) -> None:
        """The next step: the primary action."""
        draft = self.draft
        if self._is_busy or self._refusal is not None:
            return
        if self.step is Step.FILES:
            if draft is None or not self.drafts:
                self.choose_files()
            elif draft.result is not None:
                self.go_to(Step.RESULT)
            else:
                self.go_to(Step.TABLE)
        elif self.step is Step.OPTIONS and self.options_page.error():
            self.options_page.show_error()
        elif self.step is Step.PREVIEW:
            self.run()
        elif self.step is Step.RESULT:
            self._next_file()
        else:
            self.go_to(Step(self.step + 1))

    def _next_file(self) -> None:
        waiting = [one for one in self.drafts if one.is_ready]
        if waiting:
            self.draft = waiting[0]
            self.step = Step.TABLE
            self.renew()
            self._focus()
        else:
            self.drafts = [one for one in self.drafts if one.result is None]
            self.draft = self.drafts[0] if self.drafts else None
            self.step = Step.FILES
            self.renew()
            self.left.emit()

    def reload(self) -> None:
        """Come back to where one was."""
        self._check()

    def setFocus(self, *_reason: object) -> None:  # noqa: N802 - Qt's name
        self._focus()

    def _focus(self) -> None:
        match self.step:
            case Step.FILES:
                self.files_page.focus_current()
            case Step.TABLE:
                self.table_page.grid.setFocus(Qt.FocusReason.OtherFocusReason)
            case Step.COLUMNS:
                self.columns_page.grid.setFocus(Qt.FocusReason.OtherFocusReason)
            case Step.OPTIONS:
                self.options_page.focus_first()
            case _:
                self.next_button.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- showing ---------------------------------------------------------------------------------

    def renew(self) -> None:
        """Bring the page in line with the current file and step."""
        draft = self.draft
        if self._refusal is not None:
            self.refused.set_text(sentence_of(self._refusal), icon="ban")
            self.stack.setCurrentWidget(self.refused)
            self._show_state()
            return
        if draft is None or draft.error is not None:
            self.step = Step.FILES
        if self.step is Step.FILES:
            self.files_page.show_drafts(self.drafts, draft)
        elif draft is not None and draft.opened is not None and draft.target is not None:
            self._show_page(draft)
        self.stack.setCurrentIndex(self.step)
        self._show_state()

    def _show_page(self, draft: Draft) -> None:
        if self.step is Step.TABLE:
            self.table_page.show_draft(draft)
        elif self.step is Step.COLUMNS:
            self.columns_page.show_draft(draft)
        elif self.step is Step.OPTIONS:
            self.options_page.show_draft(draft)
        elif self.step is Step.PREVIEW and draft.report is not None:
            self.preview_page.show_report(draft, draft.report, self._people)
        elif self.step is Step.RESULT and draft.result is not None:
            self.result_page.show_result(draft, draft.result, self._people)
            self._look_at_results()

    def _show_state(self) -> None:
        """The head, the steps and the buttons."""
        draft = self.draft
        self.steps.show_state(self.step, [self.may_go_to(step) for step in Step])
        meta = ""
        if draft is not None and self.step is not Step.FILES:
            meta = draft.path.name
            if draft.target is not None:
                meta += f"    {wording.target(draft.target)}"
            if len(self.drafts) > 1:
                meta += "    " + self.tr("file {number} of {count}").format(
                    number=self.drafts.index(draft) + 1, count=len(self.drafts)
                )
        self.head.set_meta(meta)
        self.back_button.setVisible(self.step is not Step.FILES)
        self.back_button.setEnabled(not self._is_busy)
        words, may = self._next()
        self.next_button.setText(words)
        self.next_button.setEnabled(may and not self._is_busy)
        self.next_button.setVisible(bool(words))
        self.next_button.updateGeometry()

    def _next(self) -> tuple[str, bool]:
        """What the primary action is called, and whether it can be taken."""
        draft = self.draft
        if self._refusal is not None or (self.step is Step.FILES and not self.drafts):
            return "", False
        if self.step is Step.FILES:
            if draft is not None and draft.result is not None:
                return self.tr("Show the result"), True
            return self.tr("Next"), draft is not None and draft.is_ready
        if self.step is Step.COLUMNS:
            return self.tr("Next"), draft is not None and draft.opened is not None and draft.check() is None
        if self.step is Step.PREVIEW:
            report = None if draft is None else draft.report
            if report is None:
                return self.tr("Import"), False
            rows = report.counts[Outcome.IMPORTED] + report.counts[Outcome.UPDATED]
            if not rows and not report.closed:
                return self.tr("Finish"), True
            if report.closed:
                words = self.tr("Import {count} rows, close {closed}")
                return words.format(count=formats.count(rows), closed=formats.count(report.closed)), True
            return self.tr("Import {count} rows").format(count=formats.count(rows)), True
        if self.step is Step.RESULT:
            more = any(one.is_ready for one in self.drafts)
            return (self.tr("Next file") if more else self.tr("Done")), True
        return self.tr("Next"), draft is not None and draft.opened is not None

    # --- jobs ------------------------------------------------------------------------------------

    def _on_manager(self, name: str, uid: object) -> None:
        """A name of the file is somebody here, or stays text."""
        draft = self.draft
        if draft is None:
            return
        draft.choose(managers=dict(draft.choices.managers) | {name: uid})
        self._preview()

    def _preview(self) -> None:
        """Make the preview of the current file."""
        draft = self.draft
        if draft is None or draft.opened is None or self._is_busy:
            return
        draft.is_stale = False
        request, opened, store = draft.make_request(), draft.opened, self._context.store
        self._job = self._context.jobs.background(
            self.tr("Preview of an import"),
            lambda progress: work.preview(store, request, opened, progress),
            done=lambda found: self._on_previewed(draft, request, *found),
            failed=self._on_preview_failed,
        )
        self._job.cancelled.connect(self._on_preview_cancelled)
        self.preview_page.show_waiting()
        self.preview_page.waiting.follow(
            self._job,
            self.tr("What the import would do is being tried out"),
            self.tr("Nothing is written. You can go on working elsewhere meanwhile."),
        )
        self._show_state()

    def _on_previewed(
        self, draft: Draft, request: Request, report: Report, meant: dict[str, str | None]
    ) -> None:
        self._job = None
        draft.took_preview(request, report, meant)
        self._end_waiting(self.preview_page.waiting)

    def _on_preview_failed(self, error: Exception) -> None:
        self._job = None
        if isinstance(error, UserError):
            self.preview_page.show_error(error)
        self._show_state()

    def _on_preview_cancelled(self) -> None:
        self._job = None
        self.preview_page.show_cancelled()
        self._show_state()

    def cancel(self) -> None:
        """End what is running; nothing of it is kept."""
        if self._job is not None:
            self.preview_page.waiting.show_ending()
            self.result_page.waiting.show_ending()
            self._job.cancel()

    def run(self) -> None:
        """Import what the preview shows, after a backup of what is there."""
        draft = self.draft
        if draft is None or draft.opened is None or draft.report is None or draft.request is None:
            return
        request, opened, vault = draft.request, draft.opened, self._context.vault
        job = self._context.jobs.background(
            self.tr("Backup before an import"),
            lambda progress: work.back_up(vault, request, opened, progress),
            done=lambda _none: self._write(draft, request, opened),
            failed=self._on_run_failed,
        )
        self.step = Step.RESULT
        self.stack.setCurrentIndex(self.step)
        self.result_page.show_waiting()
        self._wait_for(job)
        self.renew()

    def _write(self, draft: Draft, request: Request, opened: work.Opened) -> None:
        jobs = self._context.jobs
        # First what was decided about such files: the import is then the newest change, the one to undo.
        jobs.write(
            self.tr("Remembering the mapping"),
            lambda session, _progress: imports.remember(session, opened.found, request),
        )
        job = jobs.write(
            self.tr("Importing: {target}").format(target=wording.target(request.target.name)),
            lambda session, progress: work.run(session, request, opened, progress),
            done=lambda report: self._on_done(draft, report),
            failed=self._on_run_failed,
        )
        self._wait_for(job)

    def _wait_for(self, job: Job) -> None:
        """Follow a part of an import that is being run."""
        self._job = job
        job.cancelled.connect(self._on_run_cancelled)
        self.result_page.waiting.follow(
            job,
            self.tr("Being imported"),
            self.tr("Until it is complete nothing is kept. You can go on working elsewhere meanwhile."),
        )

    def _on_done(self, draft: Draft, report: Report) -> None:
        self._job = None
        draft.result = report
        self._end_waiting(self.result_page.waiting)

    def _end_waiting(self, waiting: Waiting) -> None:
        """Show what came of a job; the keyboard goes on unless the person is elsewhere meanwhile."""
        waited = waiting.has_keyboard
        self.renew()
        if waited and not waiting.give_back():
            self._focus()

    def _on_run_failed(self, error: Exception) -> None:
        self._job = None
        self.step = Step.PREVIEW
        self._end_waiting(self.result_page.waiting)
        if isinstance(error, UserError):
            self.preview_page.show_error(error)

    def _on_run_cancelled(self) -> None:
        self._job = None
        self.step = Step.PREVIEW
        self._end_waiting(self.result_page.waiting)
        self.preview_page.show_not_imported()

    # --- afterwards ------------------------------------------------------------------------------

    def undo(self) -> None:
        """Take the import back."""
        draft = self.draft
        if draft is None or draft.result is None or draft.result.id is None:
            return
        if self.result_page.undo.hasFocus():  # a disabled button would hand the keyboard on to anything
            self._focus()
        self.result_page.undo.setEnabled(False)

        def done(_rows: int) -> None:
            self.result_page.show_taken_back()

        job = past_view.take_back(self._context, self, draft.result.id, done)
        job.failed.connect(lambda _error: self.result_page.undo.setEnabled(True))

    def _on_written(self) -> None:
        """The archive changed, by another file or elsewhere: previews count anew when they are looked at."""
        for one in self.drafts:
            one.is_stale = one.report is not None
        if self.step is Step.PREVIEW and self.draft is not None and self.draft.is_stale:
            self._preview()
        self._look_at_results()

    def _look_at_results(self) -> None:
        """Perhaps an import was taken back elsewhere."""
        known = {
            one.result.id: one for one in self.drafts if one.result is not None and one.result.id is not None
        }

        def show(done: Sequence[imports.Done]) -> None:
            for one in done:
                known[one.id].is_undone = one.is_undone
            if self.step is Step.FILES:
                self.renew()
            elif self.step is Step.RESULT and self.draft is not None and self.draft.is_undone:
                self.result_page.show_taken_back()

        if known:
            self._context.jobs.read(lambda session: imports.load_imports(session, list(known)), done=show)

    def _on_people(self) -> None:
        if self.draft is not None and self.draft.result is not None and self.draft.result.id is not None:
            self.people_wanted.emit(self.draft.result.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._is_busy:
            self.cancel()
            return
        super().keyPressEvent(event)
