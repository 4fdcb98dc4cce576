"""The line that finds words on the pages of a PDF: how many hits, the one shown, on to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from shiboken6 import isValid

from rmdesk.ui import formats
from rmdesk.ui.pdf_view import Hit, PdfView
from rmdesk.ui.tokens import SPACE, TYPE
from rmdesk.ui.widgets import Ground, IconButton, Label, LineField

if TYPE_CHECKING:
    from rmdesk.ui.jobs import Job, Jobs

_PAUSE = 200  # ms after the last key


class FindBar(Ground):
    """Finds as one types, marks every hit in `view` and goes to one. Enter goes on, Shift+Enter back."""

    def __init__(self, jobs: Jobs, view: PdfView, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent=parent)
        self._jobs, self._view = jobs, view
        self._job: Job | None = None
        self._asked = ""
        self.hits: tuple[Hit, ...] = ()
        self.current = -1
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._search)
        self.field = LineField(placeholder=self.tr("Find on the pages"))
        self.field.setMaximumWidth(320)
        self.field.textEdited.connect(lambda _text: self._timer.start())
        self._count = Label("", style=TYPE.secondary, ink="secondary", tabular=True)
        back = IconButton("chevron-up", self.tr("Previous hit"), key="Shift+Return")
        on = IconButton("chevron-down", self.tr("Next hit"), key="Return")
        away = IconButton("x", self.tr("Close the search"), key="Esc")
        back.clicked.connect(lambda: self.go_on(-1))
        on.clicked.connect(lambda: self.go_on(1))
        away.clicked.connect(self.leave)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.pane, SPACE.tiny, SPACE.pane, SPACE.tiny)
        row.setSpacing(SPACE.small)
        row.addWidget(self.field, 1)
        for widget in (back, on, self._count):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(away)
        self.hide()

    def open(self) -> None:
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def leave(self) -> None:
        """Close, and take the marks away."""
        self._timer.stop()
        self._cancel()
        self._asked = ""
        self._mark((), "")
        if self.isVisible():
            self.hide()
            self._view.setFocus()

    def go_on(self, step: int) -> None:
        """To the next hit, or the former one; after the last comes the first."""
        if self._timer.isActive() or self._asked != self.field.text().strip():
            self._search()
        elif self.hits:
            self._go_to((self.current + step) % len(self.hits))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.go_on(-1 if back else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _search(self) -> None:
        self._timer.stop()
        self._cancel()
        self._asked = asked = self.field.text().strip()
        pdf = self._view.pdf
        if not asked or pdf is None:
            self._mark((), "")
            return

        def found(hits: tuple[Hit, ...]) -> None:
            if isValid(self) and pdf is self._view.pdf and asked == self._asked:
                self._job = None
                self._mark(hits, self.tr("Not on these pages"))

        self._job = self._jobs.background(
            self.tr("Searching the pages"), lambda progress: pdf.find(asked, progress), done=found
        )

    def _mark(self, hits: tuple[Hit, ...], none: str) -> None:
        self.hits, self.current = hits, -1
        self._view.show_hits(hits, -1)
        if hits:
            seen = self._view.page - 1
            self._go_to(next((place for place, hit in enumerate(hits) if hit.page >= seen), 0))
        else:
            self._count.setText(none)

    def _go_to(self, place: int) -> None:
        self.current = place
        self._view.show_hits(self.hits, place)
        self._count.setText(
            self.tr("{number} of {count}").format(
                number=formats.count(place + 1), count=formats.count(len(self.hits))
            )
        )

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None
