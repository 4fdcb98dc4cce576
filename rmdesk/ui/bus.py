"""What was committed, said once, on the window's thread; and who reloads because of it."""

from __future__ import annotations

import queue
import time
from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from rmdesk.services.store import Commit, Store


class Bus(QObject):
    """Repeats each commit of the store on the window's thread, and that damage was met."""

    committed = Signal(object)  # services.store.Commit
    damage_met = Signal()

    _posted = Signal()
    _met = Signal()

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._inbox: queue.SimpleQueue[Commit] = queue.SimpleQueue()
        self._is_closed = False
        self._posted.connect(self._on_posted, Qt.ConnectionType.QueuedConnection)
        self._met.connect(self._on_met, Qt.ConnectionType.QueuedConnection)
        store.after_commit.append(self._on_commit)
        store.on_damage.append(self._met.emit)

    def watch(self, widget: QWidget, tables: Collection[str], reload: Callable[[], None]) -> Watcher:
        """Call `reload` after commits that touched one of `tables`: at once while `widget` is visible
        (bursts become one), else when it is shown next. Lasts as long as the widget.
        """
        return Watcher(self, widget, frozenset(tables), reload)

    def close(self) -> None:
        """Listen no more; commits not yet repeated are dropped."""
        self._store.after_commit.remove(self._on_commit)
        self._store.on_damage.clear()
        self._is_closed = True

    def _on_commit(self, commit: Commit) -> None:
        """On the committing thread."""
        self._inbox.put(commit)
        self._posted.emit()

    @Slot()
    def _on_posted(self) -> None:
        if not self._is_closed:  # what was posted before comes all the same
            self.committed.emit(self._inbox.get_nowait())

    @Slot()
    def _on_met(self) -> None:
        if not self._is_closed:
            self.damage_met.emit()


class Watcher(QObject):
    """See `Bus.watch`. Child of the widget it serves."""

    _PAUSE = 0.05  # seconds between two reloads: an import's many commits are not worth more repaints

    def __init__(self, bus: Bus, widget: QWidget, tables: frozenset[str], reload: Callable[[], None]) -> None:
        super().__init__(widget)
        self._widget = widget
        self._tables = tables
        self._reload = reload
        self.is_stale = False
        self._reloaded = float("-inf")
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._catch_up)
        bus.committed.connect(self._on_committed)
        widget.installEventFilter(self)

    def mark_stale(self) -> None:
        """Reload soon if visible, else when shown."""
        self.is_stale = True
        if self._widget.isVisible() and not self._timer.isActive():
            wait = self._PAUSE - (time.monotonic() - self._reloaded)
            self._timer.start(round(max(0.0, wait) * 1000))

    @Slot(object)
    def _on_committed(self, commit: Commit) -> None:
        if not self._tables.isdisjoint(commit.tables):
            self.mark_stale()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and self.is_stale:
            self._catch_up()
        return False

    def _catch_up(self) -> None:
        if self.is_stale and self._widget.isVisible():
            self.is_stale = False
            self._reload()
            self._reloaded = time.monotonic()
