"""The list of segments: names, whose they are, how many are in each."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rmdesk.services import segments
from rmdesk.services.segments import Kept
from rmdesk.ui import formats
from rmdesk.ui.columns import TagCell
from rmdesk.ui.table import CellKind, Column, QueryModel, QueryTable, Source
from rmdesk.ui.tokens import SPACE
from rmdesk.ui.widgets import EmptyState, Ground, SearchField

if TYPE_CHECKING:
    from rmdesk.ui.context import Context
    from rmdesk.ui.jobs import Job

WIDTH = 248
_COUNT_AFTER_MS = 300


class SegmentList(Ground):
    """`is_edited(uid)` says whether something was built of a segment that is not saved."""

    add_wanted = Signal()
    loaded = Signal(int)  # how many are listed

    def __init__(
        self, context: Context, is_edited: Callable[[str], bool], *, parent: QWidget | None = None
    ) -> None:
        super().__init__("surface", parent=parent)
        self._context, self._is_edited = context, is_edited
        self._counts: dict[str, int] = {}
        self._counting: Job | None = None
        self._wanted: str | None = None  # to be current as soon as it is listed
        self.setFixedWidth(WIDTH)
        self.model = QueryModel(
            [
                Column("name", self.tr("Segment"), lambda row: row.name, CellKind.NAME, 110, stretch=True),
                Column("state", "", self._state, CellKind.TAG, 70),
                Column(
                    "count",
                    self.tr("Count"),
                    lambda row: self._counts.get(row.uid),
                    CellKind.NUMBER,
                    52,
                    text=formats.count,
                ),
            ],
            Source(segments.find_segments, segments.load_segments, attrgetter("uid")),
            context.store,
            context.jobs,
            parent=self,
        )
        self.table = QueryTable(self.model, name=self.tr("Segments"))
        self.empty = EmptyState("", icon="users-round")
        self.table.set_empty(self.empty)
        self.search = SearchField(self.tr("Part of the name"))
        over = QHBoxLayout()
        over.setContentsMargins(SPACE.pane, 6, SPACE.medium, 6)
        over.addWidget(self.search)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(over)
        column.addWidget(self.table, 1)
        self._count_soon = QTimer(self, singleShot=True, interval=_COUNT_AFTER_MS)
        self._count_soon.timeout.connect(self._count_all)
        self.search.searched.connect(lambda words: self.model.set_filters(search=words or None))
        self.empty.acted.connect(self.add_wanted)
        self.model.loaded.connect(self._on_loaded)
        self.table.typed.connect(self._on_typed)
        self.setFocusProxy(self.table)

    def _state(self, row: Kept) -> TagCell | None:
        if self._is_edited(row.uid):
            return TagCell(self.tr("edited"), "caution")
        if row.fault is not None:
            return TagCell(self.tr("faulty"), "warning")
        return TagCell(self.tr("branch")) if row.shared else None

    @property
    def current(self) -> str | None:
        """The uid of the current segment."""
        uid: str | None = self.table.current_id
        return uid

    def reload(self) -> None:
        self.model.refresh()
        self.recount()

    def show_marks(self) -> None:
        """What is edited may be others now."""
        self.model.refresh()

    def go_to(self, uid: str) -> None:
        """Make a segment current, now or as soon as it is listed."""
        if not self.table.go_to(uid):
            self._wanted = uid
            self.search.clear()
            self.model.set_filters(search=None)
            self.model.refresh()

    def go_to_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_typed(self, letters: str) -> None:
        self.go_to_search()
        self.search.setText(letters)

    def _on_loaded(self) -> None:
        count = self.model.rowCount()
        if not count and self.model.filters:
            self.empty.set_text(self.tr("No segment has this in its name."), icon="search")
        elif not count:
            self.empty.set_text(
                self.tr("A segment is a saved combination of conditions. Plans, lists and exports use it."),
                action=self.tr("New segment"),
                icon="users-round",
            )
        if self._wanted is not None and self.table.go_to(self._wanted):
            self._wanted = None
        self.loaded.emit(count)

    # --- how many are in each ----------------------------------------------------------------------

    def recount(self) -> None:
        """The counts come behind the list: each is a look at the whole archive."""
        self._count_soon.start()

    def _count_all(self) -> None:
        if self._counting is not None:
            self._counting.cancel()
        self._counting = self._context.jobs.read(
            segments.count_each, done=self._on_counts, failed=lambda _error: None
        )

    def _on_counts(self, counts: dict[str, int]) -> None:
        self._counting = None
        if counts != self._counts:
            self._counts = counts
            self.model.refresh()
