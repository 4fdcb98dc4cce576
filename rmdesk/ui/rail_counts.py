"""The numbers on the rail: read without the panes, after the first sight and when they may have changed."""

from __future__ import annotations

import time
from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from rmdesk.ui.day_watch import DayWatch

if TYPE_CHECKING:
    from rmdesk.services.store import Commit
    from rmdesk.ui.context import Context
    from rmdesk.ui.jobs import Job
    from rmdesk.ui.panes import Count, PaneSpec
    from rmdesk.ui.rail import Rail

_AFTER_MS = 200  # a burst of commits is counted once
# The next reading waits ten times as long as the last one took: somebody may be saving without end.
_REST, _REST_MOST_MS = 10, 3000


class RailCounts(QObject):
    """Keeps the number of every pane that has one; a pane that is not open is not made for it.

    `told` carries a pane's notice, once a day on each computer.
    """

    told = Signal(str)

    def __init__(self, context: Context, rail: Rail, specs: Iterable[PaneSpec], parent: QObject) -> None:
        super().__init__(parent)
        self._numbers = [_Number(context, rail, spec, self) for spec in specs if spec.count is not None]
        self._watch = DayWatch(self)
        self._watch.turned.connect(self.read)

    @Slot()
    def read(self) -> None:
        """Read all numbers; from the first time on they follow what is committed."""
        for number in self._numbers:
            number.read()


class _Number(QObject):
    """The number of one pane."""

    def __init__(self, context: Context, rail: Rail, spec: PaneSpec, counts: RailCounts) -> None:
        super().__init__(counts)
        self._context = context
        self._item = rail.items()[spec.id]
        self._spec = spec
        self._counts = counts
        self._job: Job | None = None
        self._is_read = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.read)
        self._took = 0.0
        context.bus.committed.connect(self._on_committed)

    def read(self) -> None:
        if self._spec.count is None:
            return
        self._is_read = True
        self._timer.stop()
        if self._job is not None:
            self._job.cancel()
        began = time.perf_counter()
        self._job = self._context.jobs.read(self._spec.count, done=partial(self._on_read, began))

    def _on_read(self, began: float, found: Count) -> None:
        self._took = time.perf_counter() - began
        self._item.set_count(found.number, urgent=found.is_urgent)
        if found.notice:
            self._tell(found)

    def _tell(self, found: Count) -> None:
        config, about = self._context.config, f"{self._spec.id}.told"
        day = found.day.isoformat()
        if config.remembered(about) != day:
            config.remember(about, day)
            self._counts.told.emit(found.notice)

    @Slot(object)
    def _on_committed(self, commit: Commit) -> None:
        changed = not self._spec.counted.isdisjoint(commit.tables)
        if changed and self._is_read and not self._timer.isActive():
            rest = min(round(self._took * _REST * 1000), _REST_MOST_MS)
            self._timer.start(max(_AFTER_MS, rest))
