"""The one query-backed table model: ordered ids first, rows in pages as they come into view.

`find_ids` runs on a reading thread and the newest question wins, so typing into a search field never
waits for an earlier search. Pages are short reads on the window's thread. There is no fetchMore and no
proxy: the scroll bar is true and marking all marks all.
"""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from shiboken6 import isValid

from rmdesk.services.errors import UserError
from rmdesk.ui.columns import CellKind, Column
from rmdesk.ui.delegates import EXACT_ROLE, MARKED_ROLE, VALUE_ROLE

if TYPE_CHECKING:
    from rmdesk.services.store import Store
    from rmdesk.ui.jobs import Job, Jobs

Id = Hashable
Shown = tuple[str, Any]
AnyIndex = QModelIndex | QPersistentModelIndex

PAGE = 8  # rows kept together; of a screen those not there yet are read at once, and waited for
_QUICK = 0.012  # seconds the window waits for an answer, rather than be painted twice
_REST_AFTER_MS = 40  # what was painted comes first, and whoever types on never needs the rest
_SHOWN_MOST = 1000  # rows whose words are kept
_COPY_CHUNK = 500
_NOWHERE = QModelIndex()
# Made once: Qt asks for them at every repaint of every cell.
_CELL_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_BOX_FLAGS = _CELL_FLAGS | Qt.ItemFlag.ItemIsUserCheckable
_NOTHING_SHOWN = ("", None)
_MARK = Column("", "", lambda _row: None, CellKind.MARK, width=34)


@dataclass(frozen=True)
class Source:
    """Where the rows of a table come from: two functions of the services.

    `find_ids(session, sort=…, descending=…, **filters)` gives all ids in order, a list or (smaller) an
    array; without a sort key it is called without `sort` and `descending`. `load(session, ids)` gives the
    rows of some ids, in any order; a row deleted meanwhile may be missing. `id_of` finds a loaded row's id.
    `find_first`, with the arguments of `find_ids`, gives an array of the first ids and how many there are:
    they are painted at once, and the others asked for behind them.
    """

    find_ids: Callable[..., Sequence[Any]]
    load: Callable[..., Sequence[Any]]
    id_of: Callable[[Any], Any] = attrgetter("id")
    find_first: Callable[..., tuple[Sequence[Any], int]] | None = None


def _sequence(found: Sequence[Any]) -> Sequence[Any]:
    return found if isinstance(found, list | array) else list(found)


class QueryModel(QAbstractTableModel):
    """A table of what `source` finds. Nothing is read before the first `refresh`, `set_filters` or `sort`."""

    loaded = Signal()  # new ids have arrived (they may be the same); again when the rest of them has
    failed = Signal(object)  # a UserError of reading
    busy_changed = Signal(bool)
    marks_changed = Signal(int)  # how many rows are marked now

    def __init__(
        self,
        columns: Sequence[Column],
        source: Source,
        store: Store,
        jobs: Jobs,
        *,
        sort: str | None = None,
        descending: bool = False,
        filters: Mapping[str, Any] | None = None,
        markable: bool = False,
        pages_kept: int = 160,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns: tuple[Column, ...] = (_MARK, *columns) if markable else tuple(columns)
        self._source, self._store, self._jobs = source, store, jobs
        self._sort, self._descending = sort, descending
        self._filters: dict[str, Any] = dict(filters or {})
        self._ids: Sequence[Any] = []
        self._known = 0  # how many of the ids have arrived; the others only have a place
        self._shown: dict[int, list[Shown | None]] = {}
        self._pages: OrderedDict[int, list[Any]] = OrderedDict()
        self._pages_kept = pages_kept
        self._marks: set[Any] = set()
        self._asked: Job | None = None
        self._rest_asked: Job | None = None
        self._rest_timer = QTimer(self, singleShot=True, interval=_REST_AFTER_MS)
        self._rest_timer.timeout.connect(self._ask_rest)
        self._marks_all = False  # asked for before all ids were there
        self._question = 0
        self._ever_loaded = False

    # --- asking ------------------------------------------------------------------------------------

    @property
    def sort_key(self) -> str | None:
        return self._sort

    @property
    def is_descending(self) -> bool:
        return self._descending

    @property
    def filters(self) -> Mapping[str, Any]:
        return dict(self._filters)

    @property
    def is_busy(self) -> bool:
        return self._asked is not None

    @property
    def is_loaded(self) -> bool:
        """Whether ids have ever arrived."""
        return self._ever_loaded

    @property
    def is_whole(self) -> bool:
        """Whether the ids of all rows have arrived."""
        return self._known == len(self._ids)

    def set_filters(self, **filters: Any) -> None:
        """Replace the named filters (None takes one away) and ask again."""
        wanted = {key: value for key, value in (self._filters | filters).items() if value is not None}
        if wanted != self._filters or not self._ever_loaded:
            self._filters = wanted
            self.refresh()

    def sort_by(self, key: str | None, descending: bool) -> None:
        if (key, descending) != (self._sort, self._descending) or not self._ever_loaded:
            self.set_order(key, descending)
            self.refresh()

    def set_order(self, key: str | None, descending: bool) -> None:
        """Sort so from the next question on."""
        if (key, descending) != (self._sort, self._descending):
            self._sort, self._descending = key, descending
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        key = self.columns[column].sort if 0 <= column < len(self.columns) else None
        if key is not None:
            self.sort_by(key, order == Qt.SortOrder.DescendingOrder)

    def refresh(self) -> None:
        """Ask for the ids again; what is shown stays until they arrive."""
        if self._asked is not None:
            self._asked.cancel()
        else:
            self.busy_changed.emit(True)
        self._let_go_of_rest()
        # An earlier question that is already running ends unheard: only this one's answer is taken.
        self._question += 1
        question = self._question
        find_ids, find_first, arguments = self._source.find_ids, self._source.find_first, self._arguments()

        def read(session: Any) -> tuple[Sequence[Any], int]:
            if find_first is not None:
                return find_first(session, **arguments)
            found = _sequence(find_ids(session, **arguments))
            return found, len(found)

        asked = self._jobs.read(
            read,
            done=lambda found: self._on_found(question, *found),
            failed=lambda error: self._on_failed(question, error),
            within=_QUICK,
        )
        self._asked = None if asked.is_over else asked

    def _arguments(self) -> dict[str, Any]:
        if self._sort is None:
            return dict(self._filters)
        return self._filters | {"sort": self._sort, "descending": self._descending}

    def _ask_rest(self) -> None:
        question, find_ids, arguments = self._question, self._source.find_ids, self._arguments()
        self._rest_asked = self._jobs.read(
            lambda session: _sequence(find_ids(session, **arguments)),
            done=lambda ids: self._on_rest(question, ids),
            failed=lambda error: self._on_failed(question, error),
        )

    def _let_go_of_rest(self) -> None:
        self._rest_timer.stop()
        self._marks_all = False
        if self._rest_asked is not None:
            self._rest_asked.cancel()
            self._rest_asked = None

    def _is_current(self, question: int) -> bool:
        return question == self._question and isValid(self)  # the table may be gone when the answer comes

    def _on_found(self, question: int, ids: Sequence[Any], total: int) -> None:
        if not self._is_current(question):
            return
        self._asked = None
        self._ever_loaded = True
        self._pages.clear()
        self._shown.clear()
        known = len(ids)
        if known < total:
            ids = array("q", ids) + array("q", (0,)) * (total - known)
            self._rest_timer.start()
        if ids == self._ids and known == self._known:
            if ids:
                self.dataChanged.emit(self.index(0, 0), self.index(len(ids) - 1, len(self.columns) - 1))
        else:
            self.beginResetModel()
            self._ids, self._known = ids, known
            self.endResetModel()
        if self._marks and self.is_whole:  # what is not listed is not marked
            self._set_marks(self._marks.intersection(ids))
        self.busy_changed.emit(False)
        self.loaded.emit()

    def _on_rest(self, question: int, ids: Sequence[Any]) -> None:
        """Fill the places of the ids that had not arrived; what is painted stays as it is."""
        if not self._is_current(question):
            return
        self._rest_asked = None
        known = self._known
        wants_all, self._marks_all = self._marks_all, False
        if len(ids) != len(self._ids) or list(ids[:known]) != list(self._ids[:known]):  # changed meanwhile
            self._on_found(question, ids, len(ids))
        else:
            self._ids, self._known = ids, len(ids)
            for number in [one for one in self._pages if (one + 1) * PAGE > known]:
                del self._pages[number]
            for row in [one for one in self._shown if one >= known]:
                del self._shown[row]
            last = self.index(len(ids) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(known, 0), last)
            self._set_marks(self._marks.intersection(ids))
            self.loaded.emit()
        if wants_all:
            self.mark_all()

    def _on_failed(self, question: int, error: Exception) -> None:
        if self._is_current(question):
            self._asked = self._rest_asked = None
            self.busy_changed.emit(False)
            self.failed.emit(error)

    # --- rows --------------------------------------------------------------------------------------

    @property
    def ids(self) -> Sequence[Any]:
        """All ids in the order shown; not to be altered."""
        return self._ids

    def id_at(self, row: int) -> Any:
        """The id shown in this row; None outside, or if it has not arrived."""
        return self._ids[row] if 0 <= row < self._known else None

    def row_of(self, id: Any) -> int:
        """The row of an id, -1 if it is not listed."""
        try:
            return self._ids.index(id)
        except (ValueError, TypeError):  # an array of numbers holds nothing else
            return -1

    def row_at(self, row: int) -> Any:
        """The row as the source loads it; None outside, not there yet, or if it was deleted meanwhile."""
        if not 0 <= row < self._known:
            return None
        number, place = divmod(row, PAGE)
        page = self._pages.get(number)
        if page is None:
            self._load_pages([number])
            page = self._pages[number]
        else:
            self._pages.move_to_end(number)
        return page[place]

    def read_ahead(self, first: int, last: int) -> None:
        """Have these rows ready: they are about to be painted, and one question for all takes least."""
        last = min(last, self._known - 1)
        wanted = range(max(first, 0) // PAGE, last // PAGE + 1)
        missing = [number for number in wanted if number not in self._pages]
        if missing:
            self._load_pages(missing)

    def _load_pages(self, numbers: Sequence[int]) -> None:
        # Empty rows stand there first: if reading fails, painting must not try again at every repaint.
        pages = {one: self._ids[one * PAGE : min((one + 1) * PAGE, self._known)] for one in numbers}
        self._pages.update({number: [None] * len(ids) for number, ids in pages.items()})
        wanted = [id for ids in pages.values() for id in ids]
        try:
            with self._store.read() as session:
                found = {self._source.id_of(row): row for row in self._source.load(session, wanted)}
        except UserError as error:
            told = error
            QTimer.singleShot(0, self, lambda: self.failed.emit(told))
            return
        for number, ids in pages.items():
            self._pages[number][:] = [found.get(id) for id in ids]
        while len(self._pages) > max(self._pages_kept, len(numbers)):
            self._pages.popitem(last=False)

    def shown(self, row: int, column: int) -> Shown:
        """The words and the value of a cell, made once for each row that is read."""
        cells = self._shown.get(row)
        if cells is None:
            if len(self._shown) >= _SHOWN_MOST:
                self._shown.clear()
            cells = self._shown[row] = [None] * len(self.columns)
        found = cells[column]
        if found is None:
            read = self.row_at(row)
            if read is None:
                return _NOTHING_SHOWN
            shown_column = self.columns[column]
            value = shown_column.value(read)
            found = cells[column] = (shown_column.shown_text(value), value)
        return found

    def read_texts(
        self, ids: Sequence[Any], columns: Sequence[int], done: Callable[[list[list[str]]], None]
    ) -> None:
        """Give `done` the shown words of many rows, read beside the window, a few hundred at a time."""
        lines: list[list[str]] = []
        wanted = [self.columns[column] for column in columns]
        load, id_of = self._source.load, self._source.id_of

        def ask(start: int) -> None:
            chunk = list(ids[start : start + _COPY_CHUNK])
            if not chunk:
                done(lines)
                return
            self._jobs.read(
                lambda session: list(load(session, chunk)),
                done=lambda rows: take(start, chunk, rows),
                failed=self.failed.emit,
            )

        def take(start: int, chunk: list[Any], rows: list[Any]) -> None:
            if not isValid(self):
                return
            by_id = {id_of(row): row for row in rows}
            for id in chunk:
                if id in by_id:
                    lines.append([column.shown_text(column.value(by_id[id])) for column in wanted])
            ask(start + _COPY_CHUNK)

        ask(0)

    # --- marks -------------------------------------------------------------------------------------

    @property
    def marked_count(self) -> int:
        return len(self._marks)

    def marked_ids(self) -> list[Any]:
        """The marked ids in the order shown."""
        return [id for id in self._ids if id in self._marks] if self._marks else []

    def is_marked(self, row: int) -> bool:
        return bool(self._marks) and self.id_at(row) in self._marks

    def mark(self, rows: Iterable[int], on: bool = True) -> None:
        ids = {self._ids[row] for row in rows if 0 <= row < self._known}
        self._set_marks(self._marks | ids if on else self._marks - ids)

    def mark_all(self) -> None:
        """Mark every row; as soon as all have arrived."""
        if self.is_whole:
            self._set_marks(set(self._ids))
        else:
            self._marks_all = True

    def clear_marks(self) -> None:
        self._set_marks(set())

    def _set_marks(self, marks: set[Any]) -> None:
        if marks == self._marks:
            return
        self._marks = marks
        if self._ids:
            last = self.index(len(self._ids) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last, [Qt.ItemDataRole.CheckStateRole, MARKED_ROLE])
        self.marks_changed.emit(len(marks))

    # --- Qt's side ---------------------------------------------------------------------------------

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        is_box = self.columns[index.column()].kind is CellKind.MARK
        return _BOX_FLAGS if is_box else _CELL_FLAGS

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == MARKED_ROLE:
            return self.is_marked(index.row())
        column = self.columns[index.column()]
        if column.kind is CellKind.MARK:
            if role == Qt.ItemDataRole.CheckStateRole:
                return Qt.CheckState.Checked if self.is_marked(index.row()) else Qt.CheckState.Unchecked
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return column.alignment
        if role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            VALUE_ROLE,
            EXACT_ROLE,
        ):
            return None
        if self.row_at(index.row()) is None:
            return None
        words, value = self.shown(index.row(), index.column())
        if role == VALUE_ROLE:
            return value
        if role == EXACT_ROLE:
            return None if column.tooltip is None or value is None else column.tooltip(value)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.title}: {words}"
        return words

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        self.mark([index.row()], Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.columns[section].alignment
        return None
