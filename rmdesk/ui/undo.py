"""Undo: for ten seconds after each change a strip offers it; Ctrl+Z and Ctrl+Y walk the session's changes.

A lock does not end the walk: `UndoStack.take_up` reads it from the change records.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from shiboken6 import isValid

from rmdesk import labels
from rmdesk.services import undoing
from rmdesk.services.changes.undo import UNDONE
from rmdesk.ui import formats, theme
from rmdesk.ui.tokens import SIZE, SPACE, TYPE
from rmdesk.ui.widgets import Button, IconLabel, KeyCap, Label, Variant, key_words, paint

if TYPE_CHECKING:
    from rmdesk.services.changes import SetRow
    from rmdesk.services.store import Commit
    from rmdesk.ui.context import Context

SECONDS = 10.0
_STEP = 50  # ms between two steps of the line: smooth enough for a line that moves a hand's breadth a second
# Nobody asked for these; they come with what was asked for, and their place to be taken back is another.
_BY_THE_WAY = frozenset({"import.mapping_kept"})


class UndoStack(QObject):
    """The change sets this person made since they signed in, over locks, newest last, and those taken back.

    Taking back is a change set of its own, so doing again is taking that one back. A refusal (somebody
    changed the rows since) drops the change set from the walk: it would be refused again. What is still
    being saved is waited for: it is the newest change to whoever made it.
    """

    offered = Signal(str)  # a change that can be taken back was made: its words
    withdrawn = Signal()  # what was offered last cannot be taken back any more
    changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._staff_uid = context.actor.staff_uid
        self._done: list[tuple[int, str]] = []
        self._undone: list[tuple[int, str]] = []
        self._walking = False
        self._wanted: list[bool] = []  # steps that wait: back, or forth again
        self._meanwhile: list[Commit] = []
        context.bus.committed.connect(self._on_committed)
        context.jobs.ended.connect(self._go_on)

    def take_up(self) -> None:
        """Go on with what this person did before the lock they came back from, if they did."""
        self._context.jobs.read(
            lambda session: undoing.find_walk(session, self._staff_uid), done=self._on_walk_found
        )

    def _on_walk_found(self, found: tuple[list[SetRow], list[SetRow]]) -> None:
        if not isValid(self) or self._walking or not any(found):
            return
        known = {number for number, _words in (*self._done, *self._undone)}
        done, undone = (
            [
                (one.number, labels.kind(one.kind))
                for one in part
                if one.number not in known and one.kind not in _BY_THE_WAY
            ]
            for part in found
        )
        if not self._done:  # what was done since comes after it, and ends what could be done again
            self._undone = undone
        self._done = done + self._done
        self.changed.emit()

    @property
    def can_undo(self) -> bool:
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        return bool(self._undone)

    @Slot()
    def undo(self) -> None:
        """Take back the newest change."""
        self._want(back=True)

    @Slot()
    def redo(self) -> None:
        """Do again what was taken back last."""
        self._want(back=False)

    def _want(self, *, back: bool) -> None:
        self._wanted.append(back)
        for job in self._context.jobs.saving:
            job.progressed.connect(self._go_on)  # it takes longer: then it is not waited for
        self._go_on()

    @Slot()
    def _go_on(self) -> None:
        """Take the next step that is wanted, unless something is being saved."""
        if not self._wanted or self._walking or self._context.jobs.saving:
            return
        if self._wanted.pop(0):
            if self._done:
                self._walk(self._done, self._undone, self.tr("Undoing"))
        elif self._undone:
            self._walk(self._undone, self._done, self.tr("Redoing"))

    def _walk(self, come_from: list[tuple[int, str]], go_to: list[tuple[int, str]], title: str) -> None:
        number, words = come_from.pop()
        self._walking = True
        self.withdrawn.emit()
        self.changed.emit()

        def rest() -> None:
            """The step is over; what was saved beside it counts now."""
            if not isValid(self):  # the window was closed meanwhile
                return
            self._walking = False
            meanwhile, self._meanwhile = self._meanwhile, []
            for commit in meanwhile:
                if commit.kind == UNDONE:
                    go_to.append((commit.number, words))
                else:
                    self._on_committed(commit)
            self.changed.emit()

        job = self._context.jobs.write(
            title, lambda session, progress: undoing.undo(session, number, progress)
        )
        job.ended.connect(rest)

    @Slot(object)
    def _on_committed(self, commit: Commit) -> None:
        if not commit.undoable or commit.staff_uid != self._staff_uid or commit.kind in _BY_THE_WAY:
            return
        if self._walking:
            self._meanwhile.append(commit)
            return
        words = labels.kind(commit.kind)
        if commit.acts > 1:
            words = self.tr("{what} ({count})").format(what=words, count=formats.count(commit.acts))
        self._done.append((commit.number, words))
        self._undone.clear()
        self.offered.emit(words)
        self.changed.emit()


class UndoBar(QWidget):
    """The strip: what was done, Undo, its key, the seconds left, and a line at its foot that shortens.

    It takes room from the list above; it never covers a row.
    """

    undo_chosen = Signal()

    def __init__(self, *, seconds: float = SECONDS, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seconds = seconds
        self.setFixedHeight(SIZE.row)
        self._ends = 0.0
        self._timer = QTimer(self, interval=_STEP)
        self._timer.timeout.connect(self._on_step)
        self.sentence = Label()
        self.button = Button(self.tr("Undo"), variant=Variant.LINK, height=20)
        self.button.clicked.connect(self._on_undo)
        self._left = Label(style=TYPE.secondary, ink="secondary", tabular=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.pane, 0, SPACE.pane, 2)
        row.setSpacing(SPACE.medium)
        row.addWidget(IconLabel("undo-2", role="text"))
        row.addWidget(self.sentence, 1)
        row.addWidget(self.button)
        row.addWidget(KeyCap(key_words("Ctrl+Z")))
        row.addWidget(self._left)
        self.hide()

    @Slot(str)
    def offer(self, words: str) -> None:
        """Show the strip for its seconds."""
        self.sentence.setText(words)
        self.setAccessibleName(words)
        self._ends = time.monotonic() + self._seconds
        self._timer.start()
        self._on_step()
        self.show()

    @Slot()
    def withdraw(self) -> None:
        self._timer.stop()
        self.hide()

    @Slot()
    def _on_step(self) -> None:
        left = self._ends - time.monotonic()
        if left <= 0:
            self.withdraw()
            return
        words = self.tr("{seconds} s").format(seconds=int(left) + 1)
        if words != self._left.text():
            self._left.setText(words)
        self.update(0, self.height() - 2, self.width(), 2)

    @Slot()
    def _on_undo(self) -> None:
        self.withdraw()
        self.undo_chosen.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("selection"))
        share = max(0.0, min(1.0, (self._ends - time.monotonic()) / self._seconds))
        line = QRectF(0, self.height() - 2, self.width() * share, 2)
        painter.fillRect(paint.snapped(painter, line), theme.colour("accent"))
