"""What stands on the page while a job runs: what is done, how many, the time left, and Cancel."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from rmdesk.ui import formats
from rmdesk.ui.jobs import Job
from rmdesk.ui.panes.customers.imports.grid import Grid
from rmdesk.ui.tokens import SPACE, TYPE
from rmdesk.ui.widgets import Button, Label, ProgressLine

_BAR = 320


class Waiting(QWidget):
    """`cancel_wanted` is the button; the job's own progress fills the rest."""

    cancel_wanted = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Label("", style=TYPE.section)
        self.bar = ProgressLine(width=_BAR, name=self.tr("Progress of the import"))
        self.count = Label("", ink="secondary", tabular=True)
        self.note = Label("", ink="secondary", style=TYPE.secondary)
        self.cancel = Button(self.tr("Cancel"))
        self.cancel.clicked.connect(self.cancel_wanted)
        self._before: QWidget | None = None  # what had the keyboard
        column = QVBoxLayout(self)
        column.setSpacing(SPACE.medium)
        column.addStretch(2)
        for widget in (self.title, self.bar, self.count, self.note, self.cancel):
            row = QHBoxLayout()
            row.addStretch(1)
            row.addWidget(widget)
            row.addStretch(1)
            column.addLayout(row)
        column.addStretch(3)
        self.title.setAlignment(Qt.AlignmentFlag.AlignHCenter)

    def follow(self, job: Job, title: str, note: str) -> None:
        """Show this job until another one is followed, and hold the keyboard: a button that is disabled
        meanwhile would hand it on to anything in the window.
        """
        present = QApplication.focusWidget()
        grid = present
        while grid is not None and not isinstance(grid, Grid):
            grid = grid.parentWidget()
        if not self.has_keyboard:  # else the next part of the same work
            self._before = grid or present  # the list, where a cell's editor was about to go
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.title.setText(title)
        self.note.setText(note)
        self.bar.set_share(None)
        self.count.setText("")
        self.cancel.setEnabled(True)
        job.progressed.connect(self._on_progressed)

    def show_ending(self) -> None:
        """It was cancelled; the keyboard stays here until it has ended."""
        if self.cancel.hasFocus():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.cancel.setEnabled(False)

    @property
    def has_keyboard(self) -> bool:
        return self.hasFocus() or self.cancel.hasFocus()

    def give_back(self) -> bool:
        """Give the keyboard to what had it before; whether that is there yet."""
        before, self._before = self._before, None
        if before is None or not isValid(before) or not before.isVisible() or not before.isEnabled():
            return False
        before.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _on_progressed(self, done: int, total: int, left: float | None) -> None:
        self.bar.set_share(done / total if total else None)
        if not total:
            self.count.setText("")
            return
        words = self.tr("{percent}% of {total} rows").format(
            percent=done * 100 // total, total=formats.count(total)
        )
        if left is not None:
            words += "    " + formats.time_left(left)
        self.count.setText(words)
