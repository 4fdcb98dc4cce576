"""A wait during which nobody may work: what is being done, how far it is, and a way to break it off."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from rmdesk.ui import formats
from rmdesk.ui.jobs import Job
from rmdesk.ui.tokens import SPACE, TYPE
from rmdesk.ui.widgets import Button, Label, ProgressLine

_WIDTH = 400


class WaitAlone(QDialog):
    """Stands before a window that rests until the job is over. Esc and Cancel break the job off: the vault is
    then as it was. A job that finished leaves the window at rest, since the vault is about to be another.
    """

    def __init__(self, job: Job, window: QWidget) -> None:
        super().__init__(window)
        self._job, self._window = job, window
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(job.title)
        self.setFixedWidth(_WIDTH)
        self.bar = ProgressLine(name=job.title)
        self.left = Label("", style=TYPE.secondary, ink="secondary")
        self.cancel_button = Button(self.tr("Cancel"))
        self.cancel_button.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self.left, 1)
        foot.addWidget(self.cancel_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.huge, 20, SPACE.huge, 20)
        column.setSpacing(SPACE.large)
        column.addWidget(Label(job.title, style=TYPE.section, wrap=True))
        column.addWidget(self.bar)
        column.addLayout(foot)
        window.setEnabled(False)
        self.setEnabled(True)  # what stands over a window rests with it otherwise
        job.progressed.connect(self._show_progress)
        job.failed.connect(self._let_go)
        job.cancelled.connect(self._let_go)
        job.ended.connect(self.accept)
        self._show_progress()

    @Slot()
    def _show_progress(self) -> None:
        job = self._job
        self.bar.set_share(job.done / job.total if job.total > 0 else None)
        self.left.setText(formats.time_left(job.seconds_left))

    @Slot()
    def _let_go(self) -> None:
        self._window.setEnabled(True)

    def reject(self) -> None:
        """Ask once; the dialog closes when the job has ended."""
        if self.cancel_button.isEnabled():
            self.cancel_button.setEnabled(False)
            self.cancel_button.setText(self.tr("Cancelling…"))
            self._job.cancel()

    def closeEvent(self, event: QCloseEvent) -> None:
        if event.spontaneous() and not self._job.is_over:
            event.ignore()
            self.reject()
            return
        super().closeEvent(event)
