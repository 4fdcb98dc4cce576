"""What is asked before something is put off, skipped or handed over: one field under the row."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from rmdesk import labels
from rmdesk.services import text
from rmdesk.services.care.acting import REASON_LONGEST
from rmdesk.services.errors import UserError
from rmdesk.services.working_days import WorkCalendar
from rmdesk.ui import formats
from rmdesk.ui.date_field import DateField
from rmdesk.ui.messages import beside_field
from rmdesk.ui.panes.today import wording
from rmdesk.ui.popover import Popover
from rmdesk.ui.tokens import SPACE, TYPE
from rmdesk.ui.widgets import Button, Combo, Label, LineField, Variant

_WIDTH = 320
_FAR = 180  # days ahead: typed without a year it may be a day gone by that was meant


class _Asking(Popover):
    def __init__(self, title: str, *, verb: str, parent: QWidget) -> None:
        super().__init__(title, verb=verb, parent=parent)
        self.setMinimumWidth(_WIDTH)
        self.trouble = Label("", style=TYPE.secondary, ink="warning", wrap=True)
        self.trouble.hide()

    def _hush(self, field: LineField) -> None:
        """What was wrong with what stood in the field is no longer said once that is another."""
        field.set_error("")
        self.trouble.hide()
        self.adjustSize()

    def _tell(self, field: LineField, error: UserError) -> None:
        field.set_error(beside_field(error))
        self._warn(beside_field(error))

    def _warn(self, words: str) -> None:
        self.trouble.setText(words)
        self.trouble.show()
        self.adjustSize()


class PostponeTo(_Asking):
    """Asks for a day as people type it; nothing typed is the next working day. `chosen` carries it.

    A day of rest, or one far ahead, is told once, and taken if it is entered again.
    """

    chosen = Signal(object)  # date

    def __init__(self, count: int, today: date, work: WorkCalendar, *, parent: QWidget) -> None:
        title = self.tr("Postpone to") if count == 1 else self.tr("Postpone {count} to").format(count=count)
        super().__init__(title, verb=self.tr("Postpone"), parent=parent)
        self._today, self._next, self._work = today, work.next_working_day(today), work
        self._told_of: date | None = None
        self.field = DateField(
            "touchpoint_act.moved_to",
            name=labels.field("touchpoint_act", "moved_to"),
            toward="future",
            working=work,
        )
        self.field.setPlaceholderText(
            self.tr("{day}, or: tomorrow, Wed, 9.12").format(day=self._told(self._next))
        )
        self.field.textChanged.connect(lambda: self._hush(self.field))
        self.body.addWidget(self.field)
        self.body.addWidget(self.trouble)
        offers = QHBoxLayout()
        offers.setSpacing(SPACE.tiny)
        sunday = today + timedelta(days=6 - today.weekday())
        after = [self._next, work.next_working_day(self._next), work.next_working_day(sunday)]
        for day in sorted(set(after)):  # a day of rest is typed by whoever means it
            button = Button(self._told(day), height=24)
            button.clicked.connect(partial(self._take, day))
            offers.addWidget(button)
        offers.addStretch(1)
        self.body.addLayout(offers)
        self.setFocusProxy(self.field)

    def _told(self, day: date) -> str:
        return f"{formats.day(day, today=self._today)} {wording.weekday(day)}"

    def _unlikely(self, day: date) -> str:
        """What is to be told of a day before it is taken; "" of most."""
        if (ahead := (day - self._today).days) > _FAR:
            far = self.tr("{day} is {count} days ahead. Enter again if it is meant.")
            return far.format(day=formats.full_day(day), count=ahead)
        if not self._work.is_working_day(day):
            rest = self.tr("{day} is a day of rest. Enter again if it is meant.")
            return rest.format(day=self._told(day))
        return ""

    def _take(self, day: date) -> None:
        self.chosen.emit(day)
        self.close()

    def is_right(self) -> bool:
        try:
            day = self.field.read() or self._next
            if day < self._today:
                raise UserError("care.postponed_to_past")
        except UserError as error:
            self._tell(self.field, error)
            return False
        if day != self._told_of and (told := self._unlikely(day)):
            self._told_of = day
            self._warn(told)
            return False
        self.chosen.emit(day)
        return True


class SkipBecause(_Asking):
    """Asks for the reason; those given lately are offered. `chosen` carries it."""

    chosen = Signal(str)

    def __init__(self, count: int, recent: Sequence[str], *, parent: QWidget) -> None:
        title = (
            self.tr("Skip, because") if count == 1 else self.tr("Skip {count}, because").format(count=count)
        )
        super().__init__(title, verb=self.tr("Skip"), parent=parent)
        self.field = LineField(name=labels.field("touchpoint_act", "reason"))
        self.field.setPlaceholderText(self.tr("Reason, for whoever reads it later"))
        self.field.textChanged.connect(lambda: self._hush(self.field))
        self.body.addWidget(self.field)
        self.body.addWidget(self.trouble)
        for reason in recent:
            button = Button(
                reason if len(reason) <= 40 else f"{reason[:39]}…", height=24, variant=Variant.FLAT
            )
            button.clicked.connect(partial(self._take, reason))
            self.body.addWidget(button)
        self.setFocusProxy(self.field)

    def _take(self, reason: str) -> None:
        self.chosen.emit(reason)
        self.close()

    def is_right(self) -> bool:
        try:
            reason = text.line(self.field.text(), "touchpoint_act.reason", longest=REASON_LONGEST)
        except UserError as error:
            self._tell(self.field, error)
            return False
        self.chosen.emit(reason)
        return True


class HandOverTo(_Asking):
    """Asks for the colleague. `chosen` carries the uid."""

    chosen = Signal(str)

    def __init__(self, count: int, colleagues: Sequence[tuple[str, str]], *, parent: QWidget) -> None:
        title = self.tr("Hand over to") if count == 1 else self.tr("Hand {count} over to").format(count=count)
        super().__init__(title, verb=self.tr("Hand over"), parent=parent)
        self.people = Combo(name=labels.field("touchpoint_act", "handed_to_id"))
        for uid, name in colleagues:
            self.people.add(name, uid)
        self.body.addWidget(self.people)
        self.setFocusProxy(self.people)

    def is_right(self) -> bool:
        if self.people.currentData() is None:
            return False
        self.chosen.emit(str(self.people.currentData()))
        return True
