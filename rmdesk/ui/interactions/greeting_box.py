"""The text to greet the customer of a line with: shown, another one asked for, copied and remembered."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from rmdesk.services.errors import UserError
from rmdesk.ui import ask, clipboard, formats
from rmdesk.ui.tokens import SIZE, SPACE, TYPE
from rmdesk.ui.widgets import Button, IconButton, IconLabel, KeyCap, Label, Variant

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.services.care import Line
    from rmdesk.services.greetings import Greeting, Proposed
    from rmdesk.ui.context import Context
    from rmdesk.ui.jobs import Job
    from rmdesk.ui.workers import Progress

_WITHIN = 0.03  # seconds a quick answer is waited for


_BESIDE = 320  # px that both need beside each other


class GreetingBox(QWidget):
    """`follow` fills it; it hides itself where a line asks for no text. Keys are the pane's: G, R."""

    shown = Signal()
    print_wanted = Signal()
    noted = Signal()  # that a text was copied is remembered

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._line: Line | None = None
        self._today = date.today()
        self._job: Job | None = None
        self._proposed: Proposed | None = None
        self._place = 0
        self._is_wanted = False  # to be copied once it is there
        self.title = Label(self.tr("Greeting"), style=TYPE.secondary, ink="secondary")
        self.words = Label("", wrap=True, selectable=True)
        self._sign = IconLabel("check", role="good", size=SIZE.icon_status, line=20)
        self.state = Label("", style=TYPE.secondary, ink="secondary", wrap=True)
        self.another_button = Button(self.tr("Another"), icon="refresh-cw", variant=Variant.LINK, height=20)
        self.another_button.clicked.connect(self.another)
        self.copy_button = Button(self.tr("Copy"), icon="copy", variant=Variant.LINK, height=20)
        self.copy_button.clicked.connect(self.copy)
        self.print_button = IconButton("printer", self.tr("Print the greeting"), key="L")
        self.print_button.clicked.connect(self.print_wanted)
        self._keys = {self.another_button: KeyCap("R"), self.copy_button: KeyCap("G")}
        told, foot = QHBoxLayout(), QHBoxLayout()
        told.setSpacing(SPACE.tiny)
        told.addWidget(self._sign)
        told.addWidget(self.state, 1)
        foot.setSpacing(SPACE.tiny)
        foot.addStretch(1)
        for button, key in self._keys.items():
            foot.addSpacing(SPACE.small)
            foot.addWidget(button)
            foot.addWidget(key)
        foot.addWidget(self.print_button)
        self._below = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._below.setSpacing(SPACE.tiny)
        self._below.addLayout(told, 1)
        self._below.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.pane, SPACE.small, SPACE.pane, 0)
        column.setSpacing(SPACE.tiny)
        column.addWidget(self.title)
        column.addWidget(self.words)
        column.addLayout(self._below)
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow panel what is told of the text stands above what may be done with it."""
        super().resizeEvent(event)
        beside = self.width() >= _BESIDE
        self._below.setDirection(
            QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        )

    @property
    def greeting(self) -> Greeting | None:
        """The text that is shown."""
        if self._proposed is None or not self._proposed.texts:
            return None
        return self._proposed.texts[self._place % len(self._proposed.texts)]

    @property
    def is_busy(self) -> bool:
        return self._job is not None and not self._job.is_over

    def follow(self, line: Line | None, today: date) -> None:
        """Show a text for this line; nothing for one of nobody or of very many."""
        if line is not None and self._line is not None and line.key == self._line.key:
            place = self._place
        else:
            place = 0
            self._forget()
        self._line, self._today = line, today
        if self._job is not None:
            self._job.cancel()
            self._job = None
        if line is None or line.person is None:
            self._show_nothing()
            return
        from rmdesk.services import greetings  # who has nobody to greet today does without

        if not greetings.occasions_of(line.touchpoint):
            self._show_nothing()
            return
        touchpoint, channel = line.touchpoint, line.channel
        self._job = self._context.jobs.read(
            lambda session: greetings.propose(session, touchpoint, today, channel=channel),
            done=lambda found: self._show(found, place),
            failed=lambda _error: self.hide(),  # they went away meanwhile: the list is read anew
            within=_WITHIN,
        )

    def _show_nothing(self) -> None:
        self._proposed = None
        self.hide()

    def _forget(self) -> None:
        """What was shown is of another line: it must be neither read nor copied for this one."""
        self._proposed = None
        self.words.setText("")
        self.state.setText("")
        for widget in (*self._keys, *self._keys.values(), self.print_button, self._sign):
            widget.hide()

    def _show(self, found: Proposed, place: int) -> None:
        self._proposed, self._place = found, place
        self._refresh()
        self.show()
        self.shown.emit()
        if self._is_wanted:
            self._is_wanted = False
            self.copy()

    def _refresh(self) -> None:
        found, greeting = self._proposed, self.greeting
        if found is None:
            return
        self.words.setText("" if greeting is None else greeting.text)
        self.words.setVisible(greeting is not None)
        for button, key in self._keys.items():
            several = len(found.texts) > 1 or button is self.copy_button
            button.setVisible(greeting is not None and several)
            key.setVisible(greeting is not None and several)
        self.print_button.setVisible(greeting is not None)
        self._sign.setVisible(greeting is not None and greeting.used_on is None)
        self.state.setText(self._state_words(found, greeting))

    def _state_words(self, found: Proposed, greeting: Greeting | None) -> str:
        if found.held is not None:
            from rmdesk import greeting_labels

            return greeting_labels.held(found.held)
        if greeting is None:
            return self.tr("Every text was used for this customer in the last two years: write a new one.")
        if greeting.used_on is not None:
            return self.tr("Sent on {day} by {name}").format(
                day=formats.day(greeting.used_on, today=self._today), name=found.used_by or ""
            )
        if found.used_on is not None:
            return self.tr("Another one was sent on {day}").format(
                day=formats.day(found.used_on, today=self._today)
            )
        if found.last_on is not None:
            return self.tr("Not the same as last time, not sent this year")
        return self.tr("Not sent before")

    def greet(self, line: Line, today: date) -> None:
        """Copy the text for a line, as soon as it is there."""
        if self._line is not None and self._line.key == line.key and not self.is_busy:
            self.copy()
        else:
            self._is_wanted = True
            self.follow(line, today)

    def another(self) -> None:
        """Show the next of the texts that fit."""
        if self._proposed is not None and len(self._proposed.texts) > 1:
            self._place += 1
            self._refresh()

    def copy(self) -> None:
        """Put the text on the clipboard, and remember that this customer got it."""
        found, greeting, line = self._proposed, self.greeting, self._line
        if found is None or greeting is None or line is None or line.person is None:
            return
        clipboard.copy(greeting.text)
        uid, today, channel = line.person.uid, self._today, line.channel
        from rmdesk.services import greetings

        def write(session: Session, _progress: Progress) -> None:
            greetings.note_used(session, uid, greeting, found, today=today, channel=channel)

        self._context.jobs.write(
            self.tr("Remembering the greeting"),
            write,
            done=lambda _nothing: self._on_noted(line),
            failed=self._on_refused,
        )

    def _on_noted(self, line: Line) -> None:
        if self._line is not None and self._line.key == line.key:
            self._place = 0
            self.follow(self._line, self._today)
        self.noted.emit()

    def _on_refused(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        ask.tell_error(self, error)
