"""What is done about the lines of the calendar: done with a record of the contact, put off, skipped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal

from rmdesk.services import care
from rmdesk.services.care import Key, Line, State
from rmdesk.services.errors import UserError
from rmdesk.services.working_days import WorkCalendar
from rmdesk.ui import ask
from rmdesk.ui.dialogs.record_contact import RecordContact
from rmdesk.ui.interactions.print_greetings import PrintGreetings
from rmdesk.ui.panes.calendar.line_list import LineList
from rmdesk.ui.panes.today.asking import PostponeTo, SkipBecause
from rmdesk.ui.panes.today.companion import read_only_words
from rmdesk.ui.panes.today.deeds import entered_for, report_visit

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context
    from rmdesk.ui.dialogs.prepare_visit import PrepareVisit
    from rmdesk.ui.interactions.greeting_box import GreetingBox
    from rmdesk.ui.popover import Popover
    from rmdesk.ui.workers import Progress


class Deeds(QObject):
    """Acts on the current line of `list`. `day` (the present one) and `work` are kept true by the pane."""

    refused = Signal()  # what is listed is no longer true

    def __init__(
        self, context: Context, list: LineList, greeting: GreetingBox | None, *, may_write: bool
    ) -> None:
        super().__init__(list)
        self._context, self._list, self._greeting = context, list, greeting
        self.may_write = may_write
        self.day = date.today()
        self.work = WorkCalendar()
        self.printing = PrintGreetings(context, list)
        list.acted.connect(self.act)
        if greeting is not None:
            greeting.print_wanted.connect(partial(self.act, "letter"))

    def act(self, action: str) -> None:
        """Do what a key asks for: done, postpone, skip, greet, reword, letter."""
        line = self._list.current
        if line is None:
            return
        if line.person is None:
            self._list.opened.emit(line)
        elif not self.may_write:
            ask.tell(self._list, title=self.tr("Read only"), text=read_only_words())
        elif action == "reword" and self._greeting is not None:
            self._greeting.another()
        elif action == "letter":
            shown = self._greeting.greeting if self._greeting is not None else None
            chosen = None if shown is None else {line.key: shown.template}
            self.printing.start([line.key], self.day, chosen)
        elif action == "greet" and self._greeting is not None:
            self._greeting.greet(line, self.day)
        elif line.touchpoint.state is State.OPEN:
            {"done": self.record, "postpone": self._postpone, "skip": self._skip}[action](line)

    def record(self, line: Line) -> RecordContact | PrepareVisit | None:
        """Open the record of the contact that answers a line, with what is known filled in; of a visit its
        report.
        """
        if line.person is None:
            return None
        try:
            if (reporting := report_visit(self._context, line, self.day, self._list.window())) is not None:
                return reporting
        except UserError as error:
            self._on_refused(error)
            return None
        dialog = RecordContact(
            self._context,
            line.person.uid,
            line.person.name,
            entered=entered_for(line),
            record=partial(care.complete, keys=[line.key], today=self.day),
            parent=self._list.window(),
        )
        dialog.open()
        return dialog

    def move(self, keys: Sequence[Key], to: date) -> None:
        """Put off to the day that they were dragged to."""
        today = self.day
        if keys and self.may_write:
            self._write(self.tr("Postponing"), lambda session: care.postpone(session, keys, to, today=today))

    def _write(self, title: str, run: Callable[[Session], object]) -> None:
        def write(session: Session, _progress: Progress) -> None:
            run(session)

        self._context.jobs.write(title, write, failed=self._on_refused)

    def _on_refused(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        ask.tell_error(self._list, error)
        self.refused.emit()

    def _ask(self, popover: Popover, run: Callable[[Session, Any], object], title: str) -> None:
        popover.chosen.connect(  # type: ignore[attr-defined]
            lambda answer: self._write(title, lambda session: run(session, answer))
        )
        popover.open_below(self._list.viewport(), self._list.current_rect())
        popover.setFocus(Qt.FocusReason.PopupFocusReason)

    def _postpone(self, line: Line) -> None:
        today = self.day
        self._ask(
            PostponeTo(1, today, self.work, parent=self._list),
            lambda session, to: care.postpone(session, [line.key], to, today=today),
            self.tr("Postponing"),
        )

    def _skip(self, line: Line) -> None:
        today = self.day
        with self._context.store.read() as session:
            recent = care.recent_reasons(session)
        self._ask(
            SkipBecause(1, recent, parent=self._list),
            lambda session, reason: care.skip(session, [line.key], reason, today=today),
            self.tr("Skipping"),
        )
