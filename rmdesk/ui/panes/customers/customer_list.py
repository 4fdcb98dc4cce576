"""The list of customers: search, conditions, views, table, totals; the current one's page beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from rmdesk.services import archive, roles
from rmdesk.services.archive import Condition, CustomerRow
from rmdesk.services.roles import Permission
from rmdesk.ui import formats
from rmdesk.ui.panes.customers import columns, page
from rmdesk.ui.panes.customers.filter_row import FilterRow
from rmdesk.ui.panes.customers.view_box import ViewBox
from rmdesk.ui.popover import open_menu
from rmdesk.ui.table import QueryModel, QueryTable, Source
from rmdesk.ui.tokens import TYPE
from rmdesk.ui.warming import Warming
from rmdesk.ui.widgets import EmptyState, IconButton, Label, ListAndDetail, PaneHead, SearchField

if TYPE_CHECKING:
    from rmdesk.ui.context import Context
    from rmdesk.ui.jobs import Job
    from rmdesk.ui.panes.customers.page.page import CustomerPage

_PANE = "customers"
_PAGE_WIDTH = 420  # px, at first
_PAGE_AFTER_MS = 80  # walking down the list does not make a page for each row
_SUM_AFTER_MS = 120


class CustomerList(QWidget):
    """`add_wanted`, `import_wanted`: next steps of an empty archive; `menu_wanted` carries a place on
    the screen.
    """

    add_wanted = Signal()
    import_wanted = Signal()
    menu_wanted = Signal(QPoint)
    page_made = Signal(object)  # the CustomerPage, once

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._sum: int | None = None  # of what is listed, in fen; None until it is known, and if it is masked
        self._order: tuple[str | None, bool] | None = None  # the one to come back to after searching
        self._sum_asked: Job | None = None
        self._wanted: int | None = None  # to be made current when next it is listed
        self._scroll: int | None = None  # where the list stood then
        self._opens = False  # and to have its page opened then
        self._aside: tuple[int, str] | None = None  # whose page is shown though another row is current
        self._is_asked_anew = False
        self._build_table()
        self._build_head()
        self._build_layout()
        self._connect()
        self.views.choose_first()

    # --- parts -----------------------------------------------------------------------------------

    def _build_table(self) -> None:
        context = self._context
        self.model = QueryModel(
            columns.make(),
            Source(archive.find_customers, archive.load_customers, find_first=archive.find_first),
            context.store,
            context.jobs,
            sort="aum",
            descending=True,
            markable=True,
            parent=self,
        )
        self.table = QueryTable(self.model, name=self.tr("Customers"))
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.empty = EmptyState("", icon="book-user")
        self.table.set_empty(self.empty)
        self.empty.acted.connect(self._on_empty)
        self.empty.acted_otherwise.connect(self.import_wanted)

    def _build_head(self) -> None:
        self.head = PaneHead(self.tr("Customers"))
        self.views = ViewBox(self._context, _PANE, self.tr("All customers"), self.definition)
        self.head.add_left(self.views)
        self.search = SearchField(self.tr("Name, pinyin, last digits, employer"), pause=0)
        self.search.setMinimumWidth(160)
        self.search.setFixedWidth(300)
        self.search.installEventFilter(self)
        self.head.add_right(self.search)
        self.filters = FilterRow(self._context)
        self.totals = Label("", style=TYPE.secondary, ink="secondary")
        self._columns = IconButton("columns-3", self.tr("Columns"))
        self.filters.add_right(self.totals)
        self.filters.add_right(self._columns)

    def _build_layout(self) -> None:
        self._page: CustomerPage | None = None
        self._nobody = EmptyState(self.tr("Choose a customer in the list."), icon="book-user")
        self._nobody.hide()  # as long as it is not known whether there is anybody
        self._page_place = QWidget()
        place = QVBoxLayout(self._page_place)
        place.setContentsMargins(0, 0, 0, 0)
        place.addWidget(self._nobody)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filters)
        column.addWidget(self.table, 1)
        width = self._context.config.remembered("customers.detail", _PAGE_WIDTH)
        self.halves = ListAndDetail(
            left,
            self._page_place,
            width=width if isinstance(width, int) else _PAGE_WIDTH,
            list_least=420,
            detail_least=360,
            may_overlay=True,
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addWidget(self.halves, 1)

    def _connect(self) -> None:
        self._page_timer = QTimer(self, singleShot=True, interval=_PAGE_AFTER_MS)
        self._page_timer.timeout.connect(self._on_rest)
        self._warming = Warming(page.MODULES, self)
        self._warming.ended.connect(self.show_page)
        self._sum_timer = QTimer(self, singleShot=True, interval=_SUM_AFTER_MS)
        self._sum_timer.timeout.connect(self._ask_sum)
        self.search.searched.connect(self._on_searched)
        self.filters.changed.connect(self._on_conditions)
        self.views.chosen.connect(self._on_view)
        self._columns.clicked.connect(self.open_columns)
        self.model.loaded.connect(self._on_loaded)
        self.model.busy_changed.connect(self._on_busy)
        self.model.marks_changed.connect(lambda _count: self._show_totals())
        self.table.current_changed.connect(self._on_current)
        self.table.installEventFilter(self)
        self.table.opened.connect(lambda _id: self.open_page())
        self.table.typed.connect(self._on_typed)
        self.table.customContextMenuRequested.connect(
            lambda at: self.menu_wanted.emit(self.table.viewport().mapToGlobal(at))
        )

    # --- asking ----------------------------------------------------------------------------------

    def reload(self) -> None:
        self.filters.reload()
        self.model.refresh()

    def go_to_search(self) -> None:
        """Go to the search field, with what stands there ready to be typed over."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _on_searched(self, words: str) -> None:
        """While something is searched for the best match comes first, unless another order is chosen."""
        self._start_over()
        if words and self._order is None:
            self._order = (self.model.sort_key, self.model.is_descending)
            self.model.set_order(archive.BEST, False)
        elif not words and self._order is not None:
            if self.model.sort_key == archive.BEST:
                self.model.set_order(*self._order)
            self._order = None
        self.model.set_filters(search=words or None)

    def _start_over(self) -> None:
        """The list is asked anew: it begins at its top, and the page follows it again."""
        self.table.start_over()
        self._aside = None
        self._is_asked_anew = True

    def _on_conditions(self) -> None:
        self._start_over()
        self.model.set_filters(conditions=self.filters.conditions or None)

    def _on_typed(self, letters: str) -> None:
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search.setText(letters)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the search field: down goes into the list, Enter opens the best match, Esc leads back.

        Whoever comes to the table has the page of its current row again.
        """
        if watched is self.table and event.type() == QEvent.Type.FocusIn:
            self._follow_row()
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
                self.table.setFocus(Qt.FocusReason.OtherFocusReason)
                if key != Qt.Key.Key_Down or self.table.currentIndex().row() < 0:
                    self.table.keyPressEvent(event)
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.table.current_id is not None:
                self.search.search_now()
                self.open_page()
                return True
            if key == Qt.Key.Key_Escape and not self.search.text():
                self.table.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return super().eventFilter(watched, event)

    # --- views -----------------------------------------------------------------------------------

    def definition(self) -> Mapping[str, object]:
        """What a saved view keeps: conditions, columns, order."""
        return {"conditions": self.filters.stored(), "table": self.table.arrangement()}

    def _on_view(self, definition: Mapping[str, Any] | None) -> None:
        if definition is None:
            arrangement = self._context.config.remembered("customers.columns", {})
            self.filters.restore([])
        else:
            arrangement = definition.get("table") or {}
            self.filters.restore(definition.get("conditions") or [])
        self._start_over()
        self.table.arrange(arrangement)
        self.model.set_filters(conditions=self.filters.conditions or None)

    def open_columns(self) -> None:
        """Offer the columns to show."""
        at = self._columns.mapToGlobal(QPoint(0, self._columns.height()))
        open_menu(self.table.columns_menu(), at)

    # --- what is listed --------------------------------------------------------------------------

    @property
    def current(self) -> CustomerRow | None:
        """The customer whose row is current."""
        row: CustomerRow | None = self.model.row_at(self.table.currentIndex().row())
        return row

    @property
    def shown_uid(self) -> str | None:
        """Whose page is to be seen: that of the current row, or of somebody the list does not show."""
        if self._aside is not None:
            return self._aside[1]
        return None if self.current is None else self.current.uid

    def chosen_ids(self) -> list[int]:
        """The marked customers, or the one whose page is shown."""
        one = self.table.current_id if self._aside is None else self._aside[0]
        return self.model.marked_ids() or [id for id in (one,) if id is not None]

    def _on_current(self, _id: object) -> None:
        if self.isVisible():
            self._page_timer.start()

    def _on_loaded(self) -> None:
        self._stay_with_page()
        if self._wanted is not None and self._go(self._wanted):
            self._wanted = None
            self._scroll_back()
            if self._opens:
                self.open_page()
        if self.table.current_id is None and self.model.rowCount():
            self.table.go_to(self.model.id_at(0))
        self._show_empty()
        self._tell_page()
        self._sum = None
        self._show_totals()
        self._follow()

    def _follow_row(self) -> None:
        """From now on the page shown is that of the current row."""
        if self._aside is not None:
            self._aside = None
            self._page_timer.start()

    def _stay_with_page(self) -> None:
        """Who is being edited may have left the list by that; the page does not change under the hand."""
        record = None if self._page is None else self._page.record
        is_anew, self._is_asked_anew = self._is_asked_anew, False
        current = self.current
        if record is None or is_anew or (current is not None and current.uid == record.uid):
            return
        if self._aside is None and self.is_page_used:
            self._aside = record.id, record.uid
        if self._aside is not None:
            with self._context.store.read() as session:
                if archive.id_of(session, self._aside[1]) is None:
                    self._aside = None  # deleted, or another manager's by now

    def _follow(self) -> None:
        """Sum and page come a moment after the list; they are for eyes only."""
        if self.isVisible():
            self._sum_timer.start()
            self._page_timer.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow()

    def hideEvent(self, event: QHideEvent) -> None:
        self._sum_timer.stop()
        self._page_timer.stop()
        self._warming.stop()
        super().hideEvent(event)

    def _show_empty(self) -> None:
        if self.model.filters:
            self.empty.set_text(
                self.tr("No customer matches the search and the conditions."),
                action=self.tr("Show all customers"),
                icon="search",
            )
        else:
            may_import = bool(roles.allowed(self._context.actor, Permission.IMPORT))
            self.empty.set_text(
                self.tr("There are no customers yet. Add the first one; a name is enough."),
                action=self.tr("New customer"),
                icon="book-user",
                other=self.tr("Import files…") if may_import else "",
                other_icon="download",
            )

    def _tell_page(self) -> None:
        """Beside an empty list nobody is to be chosen, nor where somebody's page is on its way."""
        may_choose = self.model.rowCount() > 0
        if self._page is None:
            self._nobody.setVisible(may_choose and self.current is None)
        else:
            self._page.set_may_choose(may_choose)

    def _on_empty(self) -> None:
        if self.model.filters:
            self.show_all()
        else:
            self.add_wanted.emit()

    def show_employed(self, organisation: str) -> None:
        """List the people of an organisation."""
        self.search.clear()
        self.filters.restore([Condition("employer", organisation).stored()])
        self._on_conditions()

    def show_imported(self, number: int) -> None:
        """List the customers of an import."""
        self.search.clear()
        self.filters.restore([Condition("imported", (number,)).stored()])
        self._on_conditions()

    def show_segment(self, uid: str) -> None:
        """List the customers in a segment, or in what was fixed of one."""
        self.search.clear()
        self.filters.restore([Condition("segment", (uid,)).stored()])
        self._on_conditions()

    def show_conditions(self, conditions: Iterable[Condition]) -> None:
        """List those who satisfy these conditions."""
        self.search.clear()
        self.filters.restore([one.stored() for one in conditions])
        self._on_conditions()

    def offer_alike(self, menu: QMenu) -> None:
        """Add what narrows the list down to those who are as the current one is."""
        current = self.current
        if current is None:
            return
        for condition in self.filters.book.alike(current):
            words = self.tr("Only {condition}").format(condition=self.filters.book.words(condition))
            menu.addAction(words.replace("&", "&&"), partial(self.filters.set, condition))

    def show_all(self) -> None:
        """Take search and conditions away."""
        self.search.clear()
        self.filters.restore([])
        self._on_conditions()

    def go_to(self, id: int) -> None:
        """Make a customer current, now or as soon as they are listed."""
        if not self._go(id):
            self._wanted = id
            if self.model.filters:
                self.show_all()
            else:
                self.model.refresh()

    def _go(self, id: int) -> bool:
        """Make a customer current whom the list shows; the page follows. Whether it does."""
        if not self.table.go_to(id):
            return False
        self._aside = None
        self._page_timer.start()
        return True

    def go_to_uid(self, uid: str) -> None:
        """The same by uid, and show the page."""
        with self._context.store.read() as session:
            id = archive.id_of(session, uid)
        if id is None:
            return
        if not self._go(id):
            # Somebody the list does not show now: the page follows, the list stays.
            self._aside = id, uid
            self.show_page()

    def open_customer(self, uid: str) -> None:
        """Make a customer current and go to the page, now or as soon as they are listed."""
        with self._context.store.read() as session:
            id = archive.id_of(session, uid)
        if id is None:
            return
        self.go_to(id)
        if self._wanted is None:
            self.open_page()
        else:
            self._opens = True

    # --- totals ----------------------------------------------------------------------------------

    def _ask_sum(self) -> None:
        """The sum of a hundred thousand takes a moment, so it is not waited for."""
        if not self.model.is_whole:
            return  # it is asked for again when they have arrived
        ids = self.model.ids
        self._sum_asked = self._context.jobs.read(
            lambda session: archive.sum_aum(session, ids),
            done=lambda fen: self._on_sum(ids, fen),
            failed=lambda _error: None,  # the list itself says that nothing can be read
        )

    def _on_busy(self, busy: bool) -> None:
        """Nothing that was asked of the former list holds up the next one."""
        if busy:
            self._sum_timer.stop()
            if self._sum_asked is not None:
                self._sum_asked.cancel()
                self._sum_asked = None

    def _on_sum(self, ids: object, fen: int | None) -> None:
        if ids is self.model.ids:
            self._sum = fen
            self._show_totals()

    def _show_totals(self) -> None:
        """64 customers, 1.18亿 together; 2 marked."""
        count, marked = formats.count(self.model.rowCount()), self.model.marked_count
        one = self.model.rowCount() == 1
        words = self.tr("1 customer") if one else self.tr("{count} customers").format(count=count)
        tip = words
        if self._sum is not None and self.model.rowCount():
            together = self.tr("{customers}, {amount} together")
            tip = together.format(customers=words, amount=columns.exact_amount(self._sum))
            words = together.format(customers=words, amount=columns.amount(self._sum))
        if marked:
            words = self.tr("{all}; {marked} marked").format(all=words, marked=formats.count(marked))
        self.totals.setText(words)
        self.totals.setToolTip(tip)

    # --- the page --------------------------------------------------------------------------------

    @property
    def page(self) -> CustomerPage:
        """The page beside the list; made for the first customer who is shown."""
        if self._page is None:
            from rmdesk.ui.panes.customers.page.page import CustomerPage

            self._page = CustomerPage(self._context)
            self._tell_page()
            self.page_made.emit(self._page)
            self._page.changed.connect(self.reload)
            self._page.customer_chosen.connect(self.go_to_uid)
            layout = self._page_place.layout()
            assert layout is not None
            layout.replaceWidget(self._nobody, self._page)
            self._nobody.deleteLater()
        return self._page

    def _on_rest(self) -> None:
        if self._page is None and self.current is not None:
            self._warming.start()
        else:
            self.show_page()

    @property
    def is_page_used(self) -> bool:
        """Whether the focus is on the page beside the list."""
        page, focus = self._page, self.window().focusWidget()
        return page is not None and focus is not None and (focus is page or page.isAncestorOf(focus))

    def show_page(self) -> None:
        """Show the page of `shown_uid`."""
        self._page_timer.stop()
        uid = self.shown_uid
        if uid is not None or self._page is not None:
            self.page.set_aside(self._aside is not None)
            self.page.show_customer(uid)

    def open_page(self) -> None:
        """Go to the current customer's page with the keyboard."""
        self._opens, self._aside = False, None
        self.show_page()
        self.halves.open_detail()
        (self._page or self._page_place).setFocus(Qt.FocusReason.OtherFocusReason)

    def close_page(self) -> None:
        """Come back to the list; where the page lay over it, it goes."""
        self.halves.close_detail()
        self._follow_row()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- state -----------------------------------------------------------------------------------

    def save_state(self) -> dict[str, Any]:
        config = self._context.config
        if self.views.current is None:
            config.remember("customers.columns", self.table.arrangement())
        config.remember("customers.detail", self.halves.detail_width)
        view = self.views.current
        return {
            "current": self.table.current_id,
            "scroll": self.table.verticalScrollBar().value(),
            "view": None if view is None else view.uid,
            "conditions": self.filters.stored(words=False),
            "order": list(self._order or (self.model.sort_key, self.model.is_descending)),
        }

    def restore_state(self, state: dict[str, Any]) -> None:
        conditions, order = state.get("conditions"), state.get("order")
        if isinstance(conditions, list) and not self.views.has_first:
            self.views.choose(state.get("view"))
            self.filters.restore([one for one in conditions if isinstance(one, dict)])
            self._on_conditions()
        if isinstance(order, list) and len(order) == 2 and order[0] in archive.SORTS:
            self.model.sort_by(str(order[0]), bool(order[1]))
        wanted, scroll = state.get("current"), state.get("scroll")
        self._scroll = scroll if isinstance(scroll, int) else None
        if isinstance(wanted, int):
            if self.table.go_to(wanted):
                self._scroll_back()
            else:
                self._wanted = wanted

    def _scroll_back(self) -> None:
        """To where the list stood; the current row stays in sight, whatever came or went above it."""
        if self._scroll is not None:
            self.table.scroll_to(self._scroll)
            self._scroll = None
