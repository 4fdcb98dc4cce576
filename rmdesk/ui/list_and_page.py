"""A list with the page of its current row beside it: what the panes of this shape have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from rmdesk.services.errors import UserError
from rmdesk.ui.table import Column, QueryModel, QueryTable, Source
from rmdesk.ui.widgets import EmptyState, IconButton, ListAndDetail, SearchField

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context

_SEARCH_WIDTH = 220  # px
_READ_WITHIN = 0.05  # s


@dataclass(frozen=True, slots=True)
class Widths:
    """In px: what the page has until somebody moves the line, and the least of each."""

    page: int
    page_least: int
    list_least: int


@dataclass(frozen=True, slots=True)
class Reading:
    """How the page's record is read: `load` by the uid of its row, `find_ids` where a uid is gone to."""

    load: Callable[[Session, str], Any]
    find_ids: Callable[[Session, list[str]], Iterable[Any]]


class ListAndPage(ListAndDetail):
    """`shown` carries what the page is to show: the current row or, with a `reading`, the record that was
    read of it; None where nothing is listed. `listed`: the rows are there; how many.

    The owner puts `search` and `columns_button` into its head, fills `menu_wanted` and says in `empty` why
    nothing is there. `name` is under which columns and width are remembered.
    """

    shown = Signal(object)
    listed = Signal(int)
    menu_wanted = Signal(QMenu)  # of the current row; copying it is added behind

    def __init__(
        self,
        context: Context,
        name: str,
        title: str,
        columns: Sequence[Column],
        source: Source,
        page: QWidget,
        widths: Widths,
        *,
        sort: str,
        descending: bool = False,
        filters: dict[str, Any] | None = None,
        reading: Reading | None = None,
        look_for: str = "",
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        model = QueryModel(
            columns, source, context.store, context.jobs, sort=sort, descending=descending, filters=filters
        )
        table = QueryTable(model, name=title)
        super().__init__(
            table,
            page,
            width=context.config.remembered(f"{name}.detail", widths.page),
            list_least=widths.list_least,
            detail_least=widths.page_least,
            may_overlay=True,
            parent=parent,
        )
        model.setParent(self)
        self.model, self.table = model, table
        self.context, self.name, self.reading = context, name, reading
        self.empty = EmptyState("", icon=icon)
        self.search = SearchField(look_for)
        self.search.setFixedWidth(_SEARCH_WIDTH)
        self.columns_button = IconButton("columns-3", self.tr("Columns"))
        self._target: Any = None  # the id or uid of the row to go to once it is listed
        self._scroll: int | None = None  # and where the list stood, if it is come back to
        self.table.set_empty(self.empty)
        self.table.arrange(context.config.remembered(f"{name}.columns", {}))
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._on_menu)
        self.table.current_changed.connect(lambda _id: self.show_current())
        self.table.typed.connect(self._on_typed)
        self.model.loaded.connect(self._on_loaded)
        self.search.searched.connect(lambda words: self.model.set_filters(search=words or None))
        self.columns_button.clicked.connect(self._on_columns)

    @property
    def current(self) -> Any:
        """The row that is current, or None."""
        return self.model.row_at(self.table.currentIndex().row())

    def reload(self) -> None:
        self.model.refresh()

    def go_to(self, wanted: Any) -> None:
        """Make the row with this id current, or with this uid (a text), now or as soon as it is listed."""
        self._target, self._scroll = wanted, None
        self._go()

    def want(self, wanted: Any) -> None:
        """The same for a row that was just written: it is there when the list is read again."""
        self._target, self._scroll = wanted, None
        self.reload()

    def to_list(self) -> None:
        self.close_detail()
        self.setFocus()

    def show_current(self) -> None:
        """Tell what the page is to show; what is read meanwhile of a row that is no longer current is not."""
        row = self.current
        if row is None or self.reading is None:
            if row is not None or not self.model.rowCount():
                self.shown.emit(row)
            return
        load = self.reading.load

        def done(found: Any) -> None:
            now = self.current
            if now is not None and now.uid == row.uid:
                self.shown.emit(found)

        self.context.jobs.read(
            lambda session: load(session, row.uid), done=done, failed=self._on_gone, within=_READ_WITHIN
        )

    def save_state(self) -> dict[str, Any]:
        self.context.config.remember(f"{self.name}.columns", self.table.arrangement())
        self.context.config.remember(f"{self.name}.detail", self.detail_width)
        return {"current": self.table.current_id, "scroll": self.table.verticalScrollBar().value()}

    def restore_state(self, state: dict[str, Any]) -> None:
        if isinstance(state.get("current"), int):
            self._target, scroll = state["current"], state.get("scroll")
            self._scroll = scroll if isinstance(scroll, int) else None
            self._go()
            if self.model.is_loaded:
                self._target = self._scroll = None  # one that is gone is not waited for

    def setFocus(self, *_reason: object) -> None:  # noqa: N802 - Qt's name
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go(self) -> None:
        wanted = self._target
        if isinstance(wanted, str) and self.reading is not None:
            with self.context.store.read(for_window=True) as session:
                wanted = next(iter(self.reading.find_ids(session, [wanted])), None)
        # One that was removed meanwhile is not waited for.
        if wanted is None or self.table.go_to(wanted):
            if self._scroll is not None:
                self.table.scroll_to(self._scroll)
            self._target = self._scroll = None

    def _on_loaded(self) -> None:
        self._go()
        count = self.model.rowCount()
        if self.table.current_id is None and count:
            self.table.go_to(self.model.id_at(0))
        self.show_current()
        self.listed.emit(count)

    def _on_gone(self, error: Exception) -> None:
        """One that was removed meanwhile leaves the list by itself."""
        if not isinstance(error, UserError):
            raise error

    def _on_typed(self, letters: str) -> None:
        self.search.setFocus()
        self.search.setText(letters)

    def _on_columns(self) -> None:
        below = self.columns_button.mapToGlobal(QPoint(0, self.columns_button.height()))
        self.table.columns_menu().popup(below)

    def _on_menu(self, at: QPoint) -> None:
        if self.current is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.menu_wanted.emit(menu)
        menu.addSeparator()
        menu.addAction(self.tr("Copy the row"), self.table.copy)
        menu.popup(self.table.viewport().mapToGlobal(at))
