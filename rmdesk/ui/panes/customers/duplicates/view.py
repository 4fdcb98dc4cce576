"""The list of possible duplicates, the likeliest first, and the current pair beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from rmdesk.services import duplicates
from rmdesk.services.duplicates import Comparison, Pair, PairRow, Searched
from rmdesk.services.errors import UserError
from rmdesk.ui import formats
from rmdesk.ui.messages import sentence_of
from rmdesk.ui.pane import command
from rmdesk.ui.panes.customers.duplicates.comparison import ComparisonCard
from rmdesk.ui.panes.customers.side_view import SideView
from rmdesk.ui.table import CellKind, Column, QueryModel, QueryTable, Source
from rmdesk.ui.widgets import Button, EmptyState, Label, ListAndDetail, ProgressLine

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.services.store import Commit
    from rmdesk.ui.context import Context
    from rmdesk.ui.jobs import Job
    from rmdesk.ui.workers import Progress

_COMPARED = frozenset(("customer", "customer_phone", "identity_document"))  # by what two records are alike
_COMPARE_AFTER_MS = 60  # walking down the list compares nobody on the way


class DuplicatesView(SideView):
    """Searches when it is first shown, and whenever it is asked to; `merged` carries the survivor's id."""

    merged = Signal(int)
    export_wanted = Signal()

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Possible duplicates"), parent=parent)
        self._context = context
        self._pairs: list[Pair] = []
        self._postponed: set[Pair] = set()
        self._merged: dict[int, int] = {}  # since the search: whose record went into whose
        self._found: int | None = None  # how many the last search found; None before the first
        self._is_stale = False  # whether customers were changed since
        self._job: Job | None = None
        self._shown: Pair | None = None
        self._refusal = ""  # why the last attempt at this pair was refused
        self._build_table()
        self.card = ComparisonCard()
        self.card.show_pair(None, None)
        self.halves = ListAndDetail(
            self.table, self.card, width=560, list_least=380, detail_least=440, may_overlay=True
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.halves)
        self._stack.addWidget(self._build_waiting())
        self.search_button = Button(self.tr("Search again"), icon="refresh-cw")
        self.search_button.clicked.connect(self.search)
        self.export_button = Button(self.tr("Export…"), icon="upload", key="Ctrl+Shift+E")
        self.export_button.clicked.connect(self.export_wanted)
        self.head.add_right(self.search_button)
        self.head.add_right(self.export_button)
        self.column.addWidget(self._stack, 1)
        self.setFocusProxy(self.table)
        self._pause = QTimer(self, singleShot=True, interval=_COMPARE_AFTER_MS)
        self._pause.timeout.connect(self._compare)
        self._connect()
        context.bus.watch(self, ("customer", "distinct_pair"), self.reload)
        context.bus.committed.connect(self._on_committed)

    # --- parts -----------------------------------------------------------------------------------

    def _build_table(self) -> None:
        columns = [
            Column(
                "score",
                self.tr("Likelihood"),
                lambda row: row.pair.score,
                CellKind.NUMBER,
                76,
                text=formats.count,
            ),
            Column("a_name", self.tr("Record A"), lambda row: row.a.name, CellKind.NAME, 112),
            Column("b_name", self.tr("Record B"), lambda row: row.b.name, CellKind.NAME, 112),
            Column(
                "reason",
                self.tr("Why"),
                lambda row: duplicates.reason(row.pair.reasons),
                CellKind.QUIET,
                180,
                stretch=True,
            ),
            Column("a_number", self.tr("Number A"), lambda row: row.a.number, width=120, shown=False),
            Column("b_number", self.tr("Number B"), lambda row: row.b.number, width=120, shown=False),
            Column("a_phone", self.tr("Phone A"), lambda row: row.a.phone, width=108, shown=False),
            Column("b_phone", self.tr("Phone B"), lambda row: row.b.phone, width=108, shown=False),
        ]
        self.model = QueryModel(
            columns,
            Source(self._find, duplicates.load_pairs, attrgetter("pair")),
            self._context.store,
            self._context.jobs,
            parent=self,
        )
        self.table = QueryTable(self.model, name=self.tr("Possible duplicates"))
        self.empty = EmptyState("", icon="users-round")
        self.table.set_empty(self.empty)

    def _build_waiting(self) -> QWidget:
        """What is shown while the archive is searched."""
        self.stage = Label("", wrap=True)
        self.stage.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.bar = ProgressLine(width=320, name=self.tr("Progress of the search"))
        self.cancel_button = Button(self.tr("Cancel"), key="Esc")
        self.cancel_button.clicked.connect(self.cancel)
        waiting = QWidget()
        column = QVBoxLayout(waiting)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(self.stage)
        for widget in (self.bar, self.cancel_button):
            row = QHBoxLayout()
            row.addStretch(1)
            row.addWidget(widget)
            row.addStretch(1)
            column.addLayout(row)
        column.addStretch(3)
        return waiting

    def _connect(self) -> None:
        self.model.loaded.connect(self._on_loaded)
        self.table.current_changed.connect(lambda _pair: self._pause.start())
        self.table.opened.connect(lambda _pair: self._go_to_card())
        self.empty.acted.connect(self.search)
        self.card.merge_wanted.connect(self.merge)
        self.card.apart_wanted.connect(self.keep_apart)
        self.card.later_wanted.connect(self.postpone)
        self.card.left.connect(self._leave_card)
        for name, words, run, key in (
            ("merge customers", self.tr("Merge the two records"), self.merge, "Ctrl+Return"),
            ("keep customers apart", self.tr("They are different people"), self.keep_apart, "Ctrl+D"),
            ("decide later", self.tr("Decide on this pair later"), self.postpone, "Ctrl+J"),
            ("search duplicates again", self.tr("Search for duplicates again"), self.search, ""),
        ):
            command(self, name, words, run, key=key)

    # --- searching -------------------------------------------------------------------------------

    @property
    def is_searching(self) -> bool:
        return self._job is not None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._job is None and (self._found is None or (self._is_stale and not self.model.rowCount())):
            self.search()

    @Slot(object)
    def _on_committed(self, commit: Commit) -> None:
        """Customers changed elsewhere, by an import perhaps, were not compared as they are now."""
        if self._found is not None and not self.isVisible() and commit.tables & _COMPARED:
            self._is_stale = True
            self._on_loaded()

    def search(self) -> None:
        """Search the archive anew: read the rows, then compare them in a process of its own."""
        if self._job is not None:
            return
        self._stack.setCurrentIndex(1)
        self.cancel_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search_button.setEnabled(False)
        self.bar.set_share(None)
        self.stage.setText(self.tr("Reading the customers…"))
        store = self._context.store

        def gather(progress: Progress) -> Searched:
            with store.read() as session:
                return duplicates.gather(session, progress)

        self._follow(
            self._context.jobs.background(
                self.tr("Searching for duplicates"),
                gather,
                done=self._still(self._on_gathered),
                failed=self._still(self._on_not_found),
            )
        )

    def _still(self, call: Callable[[Any], None]) -> Callable[[Any], None]:
        """`call`, unless the window is gone by then."""
        return lambda value: call(value) if isValid(self) else None

    def _follow(self, job: Job) -> None:
        self._job = job
        job.progressed.connect(self._on_progress)
        job.cancelled.connect(self._on_cancelled)

    def _on_progress(self, done: int, total: int, _left: object) -> None:
        self.bar.set_share(done / total if total else None)

    def _on_gathered(self, searched: Searched) -> None:
        self.stage.setText(self.tr("Comparing the customers…"))
        self._follow(
            self._context.jobs.compute(
                self.tr("Searching for duplicates"),
                duplicates.search,
                searched.pieces,
                searched.apart,
                done=self._still(self._on_searched),
                failed=self._still(self._on_not_found),
            )
        )

    def _on_searched(self, found: tuple[list[Pair], int]) -> None:
        self._pairs, self._found = found
        self._is_stale = False
        self._postponed.clear()
        self._merged.clear()
        self._rest()

    def _on_not_found(self, error: Exception) -> None:
        self._rest()
        if isinstance(error, UserError):
            self.empty.set_text(sentence_of(error), action=self.tr("Search again"), icon="circle-alert")

    def _on_cancelled(self) -> None:
        self._found = self._found or 0
        self._rest()
        self.empty.set_text(
            self.tr("The search was cancelled."), action=self.tr("Search again"), icon="users-round"
        )

    def _rest(self) -> None:
        self._job = None
        self._stack.setCurrentIndex(0)
        self.search_button.setEnabled(True)
        self.empty.set_text(
            self.tr("No two records look like one customer."),
            action=self.tr("Search again"),
            icon="users-round",
        )
        self.model.refresh()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    # --- the list --------------------------------------------------------------------------------

    def _find(self, session: Session, **_order: Any) -> Sequence[Pair]:
        """The pairs of the last search that are still there, without those left for later."""
        pairs = duplicates.still_there(session, self._pairs, dict(self._merged))
        return [one for one in pairs if one not in self._postponed]

    def reload(self) -> None:
        if self._found is not None and self._job is None:
            self.model.refresh()

    def _on_loaded(self) -> None:
        count = self.model.rowCount()
        words = self.tr("{count} pairs").format(count=formats.count(count))
        if self._found is not None and self._found > len(self._pairs):
            found = formats.count(self._found)
            words = self.tr("the likeliest {count} of {found} pairs").format(
                count=formats.count(count), found=found
            )
        if self._is_stale:
            words += "    " + self.tr("customers were changed since the search")
        self.head.set_meta(words if self._found is not None else "")
        self.export_button.setEnabled(count > 0)
        if self.table.current_id is None and count:
            self.table.go_to(self.model.id_at(0))
        self._pause.start()

    @property
    def current(self) -> PairRow | None:
        """The pair whose row is current."""
        row: PairRow | None = self.model.row_at(self.table.currentIndex().row())
        return row

    # --- the pair --------------------------------------------------------------------------------

    def _compare(self) -> None:
        row = self.current
        self._shown = None if row is None else row.pair
        if row is None:
            self.card.show_pair(None, None)
            return
        uids = row.a.uid, row.b.uid
        self._context.jobs.read(
            lambda session: duplicates.compare(session, *uids),
            done=self._still(lambda found: self._on_compared(row, found)),
            failed=self._still(lambda error: self._on_not_compared(row, error)),
            within=0.05,
        )

    def _on_compared(self, row: PairRow, found: Comparison) -> None:
        if row.pair != self._shown:
            return
        if not self.card.shows(found):  # what was chosen stays while nothing of it changed
            self.card.show_pair(row, found)
        if self._refusal:
            self.card.tell(self._refusal)
            self._refusal = ""

    def _on_not_compared(self, row: PairRow, error: Exception) -> None:
        if row.pair == self._shown and isinstance(error, UserError):
            self.card.show_pair(None, None)
            self.card.tell(sentence_of(error))

    def _go_to_card(self) -> None:
        self._pause.stop()
        self._compare()
        self.halves.open_detail()
        self.card.go_to_first()

    def _leave_card(self) -> None:
        self.halves.close_detail()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def merge(self) -> None:
        """Merge the pair that is shown, as it was chosen."""
        found, row = self.card.comparison, self.current
        if found is None or row is None or row.pair != self._shown:
            return
        survivor = self.card.survivor
        gone = (row.pair.a, row.pair.b)[1 - survivor]
        stays, goes = found.records[survivor], found.records[1 - survivor]
        take, figures = self.card.taken, self.card.figures_chosen

        def merge(session: Session, _progress: Progress) -> int:
            versions = stays.version, goes.version
            return duplicates.merge(
                session, stays.uid, goes.uid, versions=versions, take=take, figures=figures
            ).id

        def on_merged(stays_id: int) -> None:
            self._merged[gone] = stays_id
            self.merged.emit(stays_id)

        self._write(self.tr("Merging two records"), merge, on_merged)

    def keep_apart(self) -> None:
        """Remember that the two are different people."""
        found = self.card.comparison
        if found is None:
            return
        a, b = found.records

        def apart(session: Session, _progress: Progress) -> None:
            duplicates.keep_apart(session, a.uid, b.uid)

        self._write(self.tr("Keeping two customers apart"), apart, None)

    def _write(self, title: str, work: Any, done: Any) -> None:
        self.card.setEnabled(False)

        def on_done(result: Any) -> None:
            self.card.setEnabled(True)
            self._leave_card()
            if done is not None:
                done(result)
            self.reload()

        def on_failed(error: Exception) -> None:
            self.card.setEnabled(True)
            if isinstance(error, UserError):
                # The present state of both is shown, and why it was refused.
                self._refusal = sentence_of(error)
                self._compare()

        self._context.jobs.write(title, work, done=self._still(on_done), failed=self._still(on_failed))

    def postpone(self) -> None:
        """Leave the pair out until the next search."""
        row = self.current
        if row is not None:
            self._postponed.add(row.pair)
            self._leave_card()
            self.model.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._job is not None:
            self.cancel()
        elif event.key() == Qt.Key.Key_Escape and self.halves.close_detail():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)
