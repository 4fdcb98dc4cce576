"""Makes a backup every half hour while something was changed, felt by nobody, and tells how it stands."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from rmdesk.services.errors import UserError
from rmdesk.ui.messages import sentence_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rmdesk.services.backups import Made
    from rmdesk.services.vault import Vault
    from rmdesk.ui.context import Context
    from rmdesk.ui.jobs import Job
    from rmdesk.ui.workers import Progress

log = logging.getLogger(__name__)
EVERY = 30 * 60 * 1000  # ms


def _make_if_due(vault: Vault, progress: Progress) -> Made | None:
    """On a background thread, which also loads what it takes: half an hour after the window stands."""
    from rmdesk.services import backups
    from rmdesk.services.backups.quiet import quietly

    return quietly(lambda report: backups.make_if_due(vault, progress=report), progress)


def standing(problems: Sequence[UserError]) -> tuple[str, bool]:
    """What to tell of a backup that was made with these problems, as `BackupWatch.stands` carries it."""
    is_made = all(one.code == "backup.second_folder" for one in problems)
    return " ".join(sentence_of(one) for one in problems), is_made


class BackupWatch(QObject):
    """`stands` carries "" once the newest backup is up to date, else a sentence about what went wrong; and
    whether a backup was made all the same, which only the second folder lacks.
    """

    stands = Signal(str, bool)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._job: Job | None = None
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.look)

    @property
    def is_idle(self) -> bool:
        return self._job is None

    def start(self) -> None:
        self._timer.start()

    @Slot()
    def look(self) -> None:
        """Make one now if one is due; nothing while one is being made."""
        if self._job is not None:
            return
        self._job = self._context.jobs.background(
            self.tr("Backing up"),
            partial(_make_if_due, self._context.vault),
            done=self._on_made,
            failed=self._on_failed,
        )
        self._job.ended.connect(self._on_ended)

    def _on_ended(self) -> None:
        self._job = None

    def _on_made(self, made: Made | None) -> None:
        self.stands.emit(*standing(() if made is None else made.problems))

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            log.error("a backup failed", exc_info=error)
        self.stands.emit(sentence_of(error), False)
