"""Looking into the files that were chosen, one after the other, beside the window."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from rmdesk.services.errors import UserError
from rmdesk.ui.panes.customers.imports import draft as work

if TYPE_CHECKING:
    from rmdesk.ui.context import Context
    from rmdesk.ui.panes.customers.imports.draft import Draft, Offered, Opened


class Looking(QObject):
    """`ended` says that one file was looked into: it has what was found, or why it cannot be read."""

    ended = Signal()

    def __init__(self, context: Context, offered: Offered, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._offered = context, offered
        self._current: Draft | None = None

    def go_on(self, drafts: Sequence[Draft]) -> None:
        """Look into the next one that nobody looked into yet; one at a time leaves the machine some air."""
        waiting = [one for one in drafts if one.opened is None and one.error is None]
        if self._current is not None or not waiting:
            return
        draft = self._current = waiting[0]
        job = self._context.jobs.background(
            self.tr("Reading a file"),
            partial(work.look_into, self._context.store, draft, self._offered),
            done=partial(self._on_read, draft),
            failed=partial(self._on_unreadable, draft),
        )
        job.cancelled.connect(lambda: self._on_unreadable(draft, UserError("import.cancelled")))

    def _on_read(self, draft: Draft, opened: Opened) -> None:
        draft.take(opened)
        self._end()

    def _on_unreadable(self, draft: Draft, error: Exception) -> None:
        if isinstance(error, UserError):
            draft.error = error
            draft.opened = None
        self._end()

    def _end(self) -> None:
        self._current = None
        if isValid(self):
            self.ended.emit()
