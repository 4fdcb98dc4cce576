"""What is done about the lines of a worklist: done, put off, skipped, handed over, called, noted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from types import ModuleType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtWidgets import QWidget

from rmdesk.models import Outcome
from rmdesk.services import care, tasks
from rmdesk.services.care import Key, Kind, Line, State
from rmdesk.services.errors import UserError
from rmdesk.services.working_days import WorkCalendar
from rmdesk.ui import ask, formats
from rmdesk.ui.panes.today import wording
from rmdesk.ui.panes.today.companion import read_only_words
from rmdesk.ui.panes.today.person_panel import PersonPanel
from rmdesk.ui.panes.today.work_model import WorkModel
from rmdesk.ui.panes.today.work_painter import Hint
from rmdesk.ui.panes.today.work_view import WorkView

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context
    from rmdesk.ui.dialogs.prepare_visit import PrepareVisit
    from rmdesk.ui.interactions.print_greetings import PrintGreetings
    from rmdesk.ui.popover import Popover
    from rmdesk.ui.workers import Progress

_AT_ONCE = 500  # touchpoints of one step of a long change
_ASK_FROM = 100
_MESSAGES = ("wechat", "sms", "letter", "email")
_GREETED = (Kind.BIRTHDAY, Kind.FAMILY_DATE, Kind.FESTIVAL)
_PURPOSE_LONGEST = 120


def entered_for(line: Line) -> dict[str, str]:
    """What is known already of the contact that answers a line."""
    sent = line.touchpoint.kind in _GREETED and line.channel in _MESSAGES
    return {
        "channel": line.channel,
        "result": "sent" if sent else "reached",
        "purpose": wording.reason(line)[:_PURPOSE_LONGEST],
    }


def report_visit(context: Context, line: Line, today: date, parent: QWidget) -> PrepareVisit | None:
    """Open the report of the visit that a line is about, which answers the line; None of another line.

    Raises as `visits.load_visit`.
    """
    if line.key.rule != "visit" or line.person is None:
        return None
    from rmdesk.ui.dialogs.prepare_visit import PrepareVisit

    dialog = PrepareVisit(
        context,
        line.person.uid,
        line.person.name,
        visit_uid=line.key.subject,
        record=partial(care.complete, keys=[line.key], today=today),
        parent=parent,
    )
    dialog.open()
    return dialog


def _asking() -> ModuleType:
    """What asks before something is done: loaded for the first question."""
    from rmdesk.ui.panes.today import asking

    return asking


class Deeds(QObject):
    """Acts on the marked lines of `view`, or on its current one; what is recorded goes through `panel`.

    Without `may_write` only reading is left. `day` and `work` are kept up to date by the pane.
    """

    opened = Signal(object)  # Line
    complaint_wanted = Signal(str)  # its uid
    panel_wanted = Signal()
    refused = Signal()  # what is listed is no longer true

    def __init__(
        self, context: Context, model: WorkModel, view: WorkView, panel: PersonPanel, *, may_write: bool
    ) -> None:
        super().__init__(view)
        self._context, self._model, self._view, self._panel = context, model, view, panel
        self.may_write = may_write
        self._printing: PrintGreetings | None = None
        self.day = date.today()
        self.work = WorkCalendar()

    @property
    def printing(self) -> PrintGreetings:
        """Loaded, with what makes reports, when something is first printed."""
        if self._printing is None:
            from rmdesk.ui.interactions.print_greetings import PrintGreetings

            self._printing = PrintGreetings(self._context, self._view)
        return self._printing

    def hints(self, line: Line | None) -> tuple[Hint, ...]:
        """The keys of a line, with why one of them does nothing now."""
        why = "" if self.may_write else read_only_words()
        if line is None:
            return ()
        if line.is_task:
            return (Hint("D", self.tr("Done"), "done", why), Hint("↵", self.tr("Open the task"), "open"))
        if line.is_case:
            return (Hint("O", self.tr("Open the complaint"), "case"),)
        if line.is_own_item:
            return (
                Hint("D", self.tr("Done"), "done", why),
                Hint("P", self.tr("Postpone"), "postpone", why),
                Hint("S", self.tr("Skip"), "skip", why),
            )
        if line.person is None:
            return (Hint("D", self.tr("Open the list"), "open"),)
        from rmdesk.services import greetings  # an empty day does without

        is_greeted = bool(greetings.occasions_of(line.touchpoint))
        speak = (
            Hint("T", self.tr("Call"), "call"),
            *((Hint("G", self.tr("Copy greeting"), "greet", why),) if is_greeted else ()),
            Hint("C", self.tr("Promise"), "promise", why),
            Hint("N", self.tr("Quick note"), "note", why),
        )
        if line.touchpoint.state is not State.OPEN:
            return speak
        return (
            Hint("D", self.tr("Done"), "done", why),
            *((Hint("O", self.tr("Complaint"), "case"),) if line.is_complaint else ()),
            Hint("P", self.tr("Postpone"), "postpone", why),
            Hint("S", self.tr("Skip"), "skip", why),
            *speak,
            Hint("Space", self.tr("Mark"), "mark"),
            Hint("H", self.tr("Hand over"), "hand_over", why),
            *((Hint("R", self.tr("Another greeting"), "reword", why),) if is_greeted else ()),
            *((Hint("L", self.tr("Print greeting"), "letter", why),) if is_greeted else ()),
        )

    def chosen(self) -> list[Line]:
        """The marked lines, else the current one, as far as they are open."""
        current = self._view.current
        lines = self._model.marked or ([current] if current is not None else [])
        return [one for one in lines if one.person is not None and one.touchpoint.state is State.OPEN]

    def prepare_visit(self) -> None:
        """Open the preparation of a new visit to whom the line is about."""
        line = self._view.current
        if line is not None and line.person is not None and self.may_write:
            from rmdesk.ui.dialogs.prepare_visit import PrepareVisit

            PrepareVisit(self._context, line.person.uid, line.person.name, parent=self._view.window()).open()

    def act(self, action: str) -> None:
        """Do what a key of the strip says."""
        line = self._view.current
        if line is not None and self._leads_to_case(line, action):
            self.complaint_wanted.emit(line.key.subject)
        elif line is not None and line.is_task and action == "done" and not self._model.marked:
            self._answer(line)
        elif line is not None and line.is_own_item and self.may_write and not self._model.marked:
            self._complete(line, action)
        elif line is not None and line.person is None and action in ("open", "done"):
            self.opened.emit(line)
        elif action == "call":
            self._when_shown(self._show_number)
        elif action == "mark":
            self._mark()
        elif not self.may_write:
            ask.tell(self._view, title=self.tr("Read only"), text=read_only_words())
        elif action in ("greet", "reword"):
            self._greet(action)
        elif action == "letter":
            self.print_greetings([one.key for one in self.chosen()])
        elif action in ("note", "promise"):
            self._when_shown(partial(self._focus_entry, action))
        elif self.chosen():
            run = {"postpone": self._postpone, "skip": self._skip, "hand_over": self._hand_over}
            run.get(action, self._done)()

    def _leads_to_case(self, line: Line, action: str) -> bool:
        """A complaint is seen to on its own page: what else can be said of it here is said by the customer's
        manager.
        """
        stands_alone = line.is_case or not self.may_write
        return line.is_complaint and (action == "case" or (action in ("done", "open") and stands_alone))

    def _greet(self, action: str) -> None:
        box, line = self._panel.greeting, self._view.current
        if box is None or line is None or line.person is None:
            return
        if action == "greet":
            box.greet(line, self.day)
        else:
            box.another()

    def print_greetings(self, keys: Sequence[Key]) -> None:
        """Greetings on paper; of the current line the text that is shown."""
        box, line = self._panel.greeting, self._view.current
        shown = box.greeting if box is not None and not box.isHidden() else None
        chosen = {line.key: shown.template} if line is not None and shown is not None else None
        if keys:
            self.printing.start(keys, self.day, chosen)

    def prepare(self, line: Line | None) -> None:
        """What a contact recorded now answers."""
        entry = self._panel.entry
        if entry is None:
            return
        if line is not None and line.person is not None and line.touchpoint.state is State.OPEN:
            entry.complete_with(partial(care.complete, keys=[line.key], today=self.day))
        else:
            entry.complete_with(None)

    # --- one ---------------------------------------------------------------------------------------

    def _answer(self, line: Line) -> None:
        """Ask what came of a task."""
        with self._context.store.read() as session:
            try:
                task = tasks.load_task(session, line.key.subject)
            except UserError as error:
                self._on_refused(error)
                return
        if self.may_write:
            from rmdesk.ui.dialogs.answer_task import AnswerTask

            AnswerTask(self._context, task, self._view.window()).open()
        else:
            ask.tell(self._view, title=self.tr("Read only"), text=read_only_words())

    def _when_shown(self, then: Callable[[], None]) -> None:
        line = self._view.current
        if line is not None and line.person is not None:
            self._panel.when_shown(line.person.uid, self.day, then)

    def _focus_entry(self, action: str) -> None:
        entry = self._panel.entry
        if entry is None:
            return
        self.panel_wanted.emit()
        if action == "promise":
            entry.promise.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            entry.focus_content()

    def _show_number(self) -> None:
        number, entry = self._panel.call(), self._panel.entry
        self.panel_wanted.emit()
        if entry is not None:
            entry.channel.choose("call")
            if number:
                entry.note.setText(self.tr("{number} copied").format(number=number))

    def _mark(self) -> None:
        row = self._view.currentIndex().row()
        line = self._model.line_at(row)
        if line is not None:
            self._model.mark([row], not self._model.is_marked(line.key))

    def _done(self) -> None:
        """One opens the record with what is known filled in, of a visit its report; several marked are done
        at once.
        """
        if self._model.marked:
            self.mark_done([line.key for line in self.chosen()])
            return
        try:
            reporting = report_visit(self._context, self.chosen()[0], self.day, self._view.window())
        except UserError as error:
            self._on_refused(error)
            return
        if reporting is None:
            self._when_shown(self._prefill)

    def _prefill(self) -> None:
        line, entry = self._view.current, self._panel.entry
        if line is None or entry is None:
            return
        entry.prefill(**entered_for(line))
        self._focus_entry("done")

    def _complete(self, line: Line, action: str) -> None:
        """Say what became of an item of the day's plan that is about no customer."""
        planned, today = line.planned, self.day
        if planned is None:
            return

        def complete(session: Session, outcome: Outcome, **given: Any) -> None:
            from rmdesk.services import daily_logs

            daily_logs.complete_item(session, planned.uid, outcome, version=planned.version, **given)

        if action == "postpone":
            self._ask(
                _asking().PostponeTo(1, today, self.work, parent=self._view),
                lambda session, to: complete(session, Outcome.MOVED, moved_to=to),
                self.tr("Postponing"),
            )
        elif action == "skip":
            with self._context.store.read() as session:
                recent = care.recent_reasons(session)
            self._ask(
                _asking().SkipBecause(1, recent, parent=self._view),
                lambda session, reason: complete(session, Outcome.NOT_DONE, result=reason),
                self.tr("Skipping"),
            )
        elif action in ("done", "open"):
            self._write(
                self.tr("Marking as done"), lambda session, _progress: complete(session, Outcome.DONE)
            )

    # --- many --------------------------------------------------------------------------------------

    def mark_done(self, keys: Sequence[Key], *, asking: bool = True) -> None:
        """Say that these were done, without a record of a contact; of very many it is asked first."""
        if asking and len(keys) >= _ASK_FROM:
            ask.confirm(
                self._view,
                title=self.tr("Mark {count} as done?").format(count=formats.count(len(keys))),
                text=self.tr("They count as done today. It is one change and can be undone."),
                verb=self.tr("Mark as done"),
                then=partial(self.mark_done, keys, asking=False),
            )
            return
        today = self.day

        def write(session: Session, progress: Progress) -> None:
            for start in range(0, len(keys), _AT_ONCE):
                if len(keys) > _AT_ONCE:
                    progress(start, len(keys))
                care.mark_done(session, keys[start : start + _AT_ONCE], today=today)

        self._write(self.tr("Marking as done"), write)

    def _write(self, title: str, write: Callable[[Session, Progress], object]) -> None:
        self._context.jobs.write(
            title, write, done=lambda _nothing: self._model.clear_marks(), failed=self._on_refused
        )

    def _on_refused(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        ask.tell_error(self._view, error)
        self.refused.emit()

    def _ask(self, popover: Popover, run: Callable[[Session, Any], object], title: str) -> None:
        popover.chosen.connect(  # type: ignore[attr-defined]
            lambda answer: self._write(title, lambda session, _progress: run(session, answer))
        )
        popover.open_below(self._view.viewport(), self._place())
        popover.setFocus(Qt.FocusReason.PopupFocusReason)

    def _place(self) -> QRect:
        """Where the words of the current row stand."""
        return self._view.visualRect(self._view.currentIndex()).adjusted(self._view.words_left, 0, 0, 0)

    def _postpone(self) -> None:
        keys, today = [line.key for line in self.chosen()], self.day
        self._ask(
            _asking().PostponeTo(len(keys), today, self.work, parent=self._view),
            lambda session, to: care.postpone(session, keys, to, today=today),
            self.tr("Postponing"),
        )

    def _skip(self) -> None:
        keys, today = [line.key for line in self.chosen()], self.day
        with self._context.store.read() as session:
            recent = care.recent_reasons(session)
        self._ask(
            _asking().SkipBecause(len(keys), recent, parent=self._view),
            lambda session, reason: care.skip(session, keys, reason, today=today),
            self.tr("Skipping"),
        )

    def _hand_over(self) -> None:
        keys, today = [line.key for line in self.chosen()], self.day
        with self._context.store.read() as session:
            people = care.colleagues_for(session, keys)
        if not people:
            ask.tell(
                self._view,
                title=self.tr("Nobody to hand it over to"),
                text=self.tr("No colleague who keeps records sees this customer."),
                to_do=self.tr("Name a stand-in in the customer's record, then hand it over."),
            )
            return
        self._ask(
            _asking().HandOverTo(len(keys), people, parent=self._view),
            lambda session, uid: care.hand_over(session, keys, uid, today=today),
            self.tr("Handing over"),
        )
