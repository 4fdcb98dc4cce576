"""The care calendar: month, week, day, agenda; the day beside it; what matures in ninety days below it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from rmdesk.services import care, roles, working_days
from rmdesk.services.care import Asked, Key, Line, Maturing, OfManager, Part, Week
from rmdesk.services.errors import UserError
from rmdesk.services.roles import Permission, Reach
from rmdesk.services.working_days import WorkCalendar
from rmdesk.ui import ask, formats
from rmdesk.ui.context import Context
from rmdesk.ui.day_watch import DayWatch
from rmdesk.ui.pane import Pane
from rmdesk.ui.panes import watched
from rmdesk.ui.panes.calendar import pages, wording
from rmdesk.ui.panes.calendar.day_panel import DayPanel
from rmdesk.ui.panes.calendar.deeds import Deeds
from rmdesk.ui.panes.calendar.go_to_day import GoToDay
from rmdesk.ui.panes.calendar.going_out import GoingOut
from rmdesk.ui.panes.calendar.grid import Grid
from rmdesk.ui.panes.calendar.head import CalendarHead
from rmdesk.ui.panes.calendar.pages import Page
from rmdesk.ui.panes.calendar.reading import Answer, CellReader
from rmdesk.ui.panes.calendar.strip import Strip
from rmdesk.ui.panes.today import wording as lines

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.ui.jobs import Job

_SIDE, _SIDE_NARROW, _NARROW_BELOW = 320, 264, 1150
_ANY_WIDTH = 16_777_215  # Qt's own largest
_SLIM_BELOW = 560  # px of height: the bars become one line
_FEW_IN_AGENDA = 20  # lines of one kind on one day
_STEP = 100
_WITHIN = 0.03
_DAY_AFTER_MS = 60  # walking over the days does not read the list of each

Days = dict[date, tuple[Part, ...]]


class CalendarPane(Pane):
    """T goes to today, PageUp and PageDown turn pages, Ctrl+G goes to a typed day, Enter to the list."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.view = "month"
        self.watch = DayWatch(self)
        self.today = self.watch.day
        self.day = self.today
        self.maturing: Maturing | None = None
        self._work = WorkCalendar()
        self.opened: Week | OfManager | Key | None = None  # what the list shows in place of the day
        self._few = care.SHOWN
        self._asked_last = 0
        self._job: Job | None = None
        self._maturing_job: Job | None = None
        self._maturing_asked: Asked | None = None
        self.cells = CellReader(context.jobs)
        self.out = GoingOut(self)
        self._build()
        self._offer()
        self._connect()
        self.reload()

    # --- parts -------------------------------------------------------------------------------------

    def _build(self) -> None:
        may_write = roles.allowed(self.context.actor, Permission.WRITE_WORK).reach() > Reach.NONE
        self.grid = Grid(name=self.tr("Calendar"))
        self.panel = DayPanel(self.context, may_write=may_write)
        self.strip = Strip(name=self.tr("Maturing in 90 days"))
        self.list = self.panel.list
        self.grid.carried = self.list.carried
        self.deeds = Deeds(self.context, self.list, self.panel.greeting, may_write=may_write)
        self.head = CalendarHead(self.context, may_write=may_write)
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addWidget(self.grid, 1)
        left.addWidget(self.strip)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._left, 1)
        row.addWidget(self.panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(row, 1)

    def _offer(self) -> None:
        """What the palette and the keys can do here."""
        for name, words, run, key, icon in (
            (
                "new appointment",
                self.tr("New appointment…"),
                self.out.add_appointment,
                "Ctrl+N",
                "calendar-plus",
            ),
            ("go to today", self.tr("Go to today"), self.go_to_today, "", "sun"),
            ("go to a day", self.tr("Go to a day…"), self.ask_day, "Ctrl+G", "calendar-days"),
            ("previous page", self.tr("Previous page"), partial(self.turn, -1), "Alt+Left", "chevron-left"),
            ("next page", self.tr("Next page"), partial(self.turn, 1), "Alt+Right", "chevron-right"),
            (
                "filter calendar",
                self.tr("Filter…"),
                self.head.filter.open_menu,
                "Ctrl+Shift+F",
                "list-filter",
            ),
            ("print calendar", self.tr("Print…"), self.out.print, "Ctrl+P", "printer"),
            ("print maturities", self.tr("Print the maturities…"), self.out.print_maturities, "", "landmark"),
            ("export calendar", self.tr("Calendar file…"), self.out.export, "Ctrl+Shift+E", "upload"),
            ("maturities by manager", self.tr("Maturities by manager"), self.toggle_managers, "", "landmark"),
            ("done", self.tr("Done"), partial(self.deeds.act, "done"), "", "circle-check"),
            ("postpone", self.tr("Postpone…"), partial(self.deeds.act, "postpone"), "", "calendar-arrow-up"),
            ("skip", self.tr("Skip…"), partial(self.deeds.act, "skip"), "", "circle-slash"),
            ("copy greeting", self.tr("Copy the greeting"), partial(self.deeds.act, "greet"), "", "copy"),
            ("print greeting", self.tr("Print greeting…"), partial(self.deeds.act, "letter"), "", "printer"),
        ):
            action = self.add_command(name, words, run, key=key, icon=icon)
            if name == "maturities by manager":
                action.setCheckable(True)
        icons = ("calendar-days", "columns-3", "sun", "list-checks")
        for place, (view, icon) in enumerate(zip(pages.VIEWS, icons, strict=True), 1):
            self.add_command(
                f"view {view}",
                wording.view(view),
                partial(self.show_view, view),
                key=f"Ctrl+Shift+{place}",
                icon=icon,
            )

    def _connect(self) -> None:
        self._day_timer = QTimer(self, singleShot=True, interval=_DAY_AFTER_MS)
        self._day_timer.timeout.connect(self._read_list)
        self.watch.turned.connect(self._on_day_turned)
        self.head.back_button.clicked.connect(lambda: self.turn(-1))
        self.head.on_button.clicked.connect(lambda: self.turn(1))
        self.head.today_button.clicked.connect(self.go_to_today)
        self.head.page_button.clicked.connect(self.ask_day)
        self.head.views.chosen.connect(self.show_view)
        self.head.filter.changed.connect(self._on_filtered)
        if self.head.managers is not None:
            self.head.managers.changed.connect(self._on_filtered)
        self.panel.empty.acted.connect(self._show_all)
        self.head.print_button.clicked.connect(self.out.print)
        self.head.more.clicked.connect(self._on_more)
        self.head.add_button.clicked.connect(self.out.add_appointment)
        self.grid.selected.connect(self.go_to_day)
        self.grid.opened.connect(self._on_day_opened)
        self.grid.turned.connect(self.turn)
        self.grid.dropped.connect(lambda day: self.deeds.move(self.grid.carried.keys, day))
        self.grid.menu_wanted.connect(self._on_day_menu)
        self.list.opened.connect(self._on_line_opened)
        self.list.more_wanted.connect(self._on_more_lines)
        self.list.left.connect(self._on_left)
        self.list.menu_wanted.connect(self._on_line_menu)
        self.panel.back.connect(self.close_opened)
        self.strip.chosen.connect(self.open_maturities)
        self.deeds.refused.connect(self.reload)
        self.context.bus.watch(self, watched.CARE, self.reload)

    # --- what is asked -----------------------------------------------------------------------------

    @property
    def page(self) -> Page:
        return pages.page_of(self.view, self.day)

    def asked(self, first: date, last: date) -> Asked:
        """A question about days under the filters in force."""
        return self.head.asked(first, last, self.today)

    @property
    def is_loaded(self) -> bool:
        """Whether everything that was asked has been answered."""
        jobs = (self._job, self._maturing_job)
        waiting = any(job is not None and not job.is_over for job in jobs)
        return not waiting and not self.cells.is_busy and not self._day_timer.isActive()

    def reload(self) -> None:
        self.cells.forget()
        self._show_page()
        self._read_maturing()

    def _show_all(self) -> None:
        self.head.show_all()
        self.setFocus()  # its button is about to go
        self._on_filtered()

    def _on_filtered(self) -> None:
        self.head.keep_filters()
        self.reload()

    # --- showing -----------------------------------------------------------------------------------

    @property
    def has_grid(self) -> bool:
        return self.view in ("month", "week")

    def _show_page(self) -> None:
        page = self.page
        self._left.setVisible(self.has_grid)
        self.head.show_page(self.view, self.day, page, self.today)
        self._fit()
        if self.has_grid:
            month = self.day.month if self.view == "month" else 0
            self.grid.show_days(page.first, page.weeks, month, self.today)
            self.grid.select(self.day)
            ahead = [pages.page_of(self.view, pages.turned(self.view, self.day, by)) for by in (1, -1)]
            self.cells.read(
                self.asked(page.first, page.last),
                [self.asked(one.first, one.last) for one in ahead],
                self._on_cells,
                self._on_failed,
            )
        self._read_list()

    def _on_cells(self, answer: Answer) -> None:
        cells, work = answer
        self._take_work(work)
        self.grid.set_cells(cells, work)

    def _take_work(self, work: WorkCalendar) -> None:
        self._work = self.deeds.work = work
        self.deeds.day = self.today

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        ask.tell_error(self, error)

    def _read_list(self) -> None:
        """What stands beside the grid, or in its place."""
        self._day_timer.stop()
        if self._job is not None:
            self._job.cancel()
        # A former answer may be on its way already, too late to be cancelled.
        self._asked_last += 1
        number = self._asked_last
        opened, page, few = self.opened, self.page, self._few
        load: Callable[[Session], Any]
        show: Callable[[Any], None]
        if isinstance(opened, Week | OfManager):
            load, show = self._ask_maturities(opened, few)
        elif opened is not None:
            asked = self.asked(opened.due_on, opened.due_on)
            load = partial(care.load_members, asked=asked, key=opened, few=few)
            show = partial(self._show_members, opened)
        elif self.view == "agenda":
            asked = self.asked(page.first, page.last)
            load, show = partial(care.load_days, asked=asked, few=_FEW_IN_AGENDA), self._show_agenda
        else:
            asked = self.asked(self.day, self.day)
            load = partial(care.load_day, asked=asked, few=few)
            show = partial(self._show_day, self.day)

        def read(session: Session) -> tuple[Any, WorkCalendar]:
            return load(session), working_days.load(session)

        def arrived(answer: tuple[Any, WorkCalendar]) -> None:
            if number == self._asked_last:
                self._take_work(answer[1])
                show(answer[0])

        self._job = self.context.jobs.read(read, done=arrived, failed=self._on_failed, within=_WITHIN)

    def _show_day(self, day: date, parts: tuple[Part, ...]) -> None:
        self.panel.set_narrowed(self.head.is_narrowed)
        self.panel.show_day(day, parts, self.today, self._work)

    def _show_agenda(self, days: Days) -> None:
        page = self.page
        self.panel.set_narrowed(self.head.is_narrowed)
        heads = {day: lines.day_line(day, self._work) for day in days}
        self.panel.show_agenda(wording.span(page.first, page.last, self.today), days, heads, self.today)

    def _show_members(self, key: Key, found: tuple[Part, list[Key]]) -> None:
        part, _keys = found
        title = lines.reason(part.lines[0]) if part.lines else ""
        under = self.tr("{day}, {count} people").format(
            day=formats.day(key.due_on, today=self.today), count=formats.count(part.count)
        )
        self.panel.show_list(title, under, {key.due_on: (part,)} if part.count else {}, self.today)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give each part its room."""
        if self.has_grid:
            is_wide = self.width() >= _NARROW_BELOW
            self.panel.setFixedWidth(_SIDE if is_wide else _SIDE_NARROW)
            self.panel.set_drag_hint(is_wide)
            self.strip.set_slim(self.page.weeks > 5 or self.height() < _SLIM_BELOW)
        else:
            self.panel.setMinimumWidth(0)
            self.panel.setMaximumWidth(_ANY_WIDTH)
            self.panel.set_drag_hint(False)
        self.head.fit(self.width())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.watch.look()

    def _on_day_turned(self, day: date) -> None:
        was_today = self.day == self.today
        self.today = day
        if was_today:
            self.day = day
        self.reload()

    # --- going -------------------------------------------------------------------------------------

    def go_to_day(self, day: date) -> None:
        """Select a day, and show the page it stands on."""
        try:
            pages.check(day)
        except UserError as error:
            ask.tell_error(self, error)
            return
        page = self.page
        self.opened, self._few = None, care.SHOWN
        self.day = day
        if self.page == page and self.has_grid:
            self.grid.select(day)
            self._day_timer.start()
        else:
            self._show_page()

    def go_to_today(self) -> None:
        self.watch.look()
        self.go_to_day(self.today)

    def turn(self, by: int) -> None:
        """So many pages on, or back."""
        self.go_to_day(pages.turned(self.view, self.day, by))

    def show_view(self, view: str) -> None:
        """Show a month, a week, a day or the agenda from the selected day on."""
        self.view = view
        self.opened, self._few = None, care.SHOWN
        self._show_page()
        self.setFocus()

    def ask_day(self) -> GoToDay:
        """Ask for a day as people type it."""
        asking = GoToDay(self._work, parent=self)
        asking.chosen.connect(self.go_to_day)
        asking.open_below(self.head.page_button)
        asking.setFocus(Qt.FocusReason.PopupFocusReason)
        return asking

    # --- opening -----------------------------------------------------------------------------------

    def _on_day_opened(self, day: date) -> None:
        self.go_to_day(day)
        self._read_list()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_line_opened(self, line: Line) -> None:
        if line.person is not None:
            self.customer_wanted.emit(line.person.uid)
        else:
            self.opened, self._few = line.key, care.SHOWN
            self._read_list()

    def _on_more_lines(self) -> None:
        if self.view == "agenda" and self.opened is None:
            row = self.list.current_row
            if row is not None:
                self.day = row.day
                self.show_view("day")
            return
        self._few += _STEP
        self._read_list()

    def close_opened(self) -> None:
        """Come back from a festival or a week of maturities to the day."""
        if self.opened is not None:
            self.opened, self._few = None, care.SHOWN
            self._read_list()

    def _on_left(self) -> None:
        if self.opened is not None:
            self.close_opened()
        elif self.has_grid:
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- what matures ------------------------------------------------------------------------------

    def _read_maturing(self) -> None:
        if self._maturing_job is not None:
            self._maturing_job.cancel()
        asked = self.asked(self.today, self.today + timedelta(days=care.AHEAD - 1))
        self._maturing_asked = asked
        self._maturing_job = self.context.jobs.read(
            lambda session: (asked, care.load_maturing(session, asked)),
            done=lambda answer: self._on_maturing(*answer),
            failed=self._on_strip_failed,
        )

    def _on_strip_failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        # The page beside it says why nothing can be read.

    def _on_maturing(self, asked: Asked, maturing: Maturing) -> None:
        if asked == self._maturing_asked:
            self.maturing = maturing
            self.strip.show_maturing(maturing, self.today)

    def toggle_managers(self) -> None:
        """Bars of managers, or of weeks."""
        self.strip.set_by_manager(not self.strip.by_manager)

    def open_maturities(self, what: Week | OfManager) -> None:
        """List what a bar stands for, the largest amounts first."""
        self.opened, self._few = what, care.SHOWN
        self._read_list()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_maturities(
        self, what: Week | OfManager, few: int
    ) -> tuple[Callable[[Session], Any], Callable[[Any], None]]:
        if isinstance(what, Week):
            asked, nobodys, title = self.asked(what.first, what.last), False, self.tr("Maturing")
            span = wording.span(what.first, what.last, self.today)
        else:
            asked = self.asked(self.today, self.today + timedelta(days=care.AHEAD - 1))
            nobodys, title = what.manager_id is None, what.name or self.tr("Nobody's customers")
            if what.manager_id is not None:
                asked = asked.of_manager(what.manager_id)
            span = wording.span(asked.first, asked.last, self.today)

        def show(found: tuple[Part, list[Key]]) -> None:
            part, _keys = found
            under = self.tr("{days}, {count} products").format(days=span, count=formats.count(part.count))
            self.panel.show_list(title, under, {asked.first: (part,)} if part.count else {}, self.today)

        return partial(care.load_maturities, asked=asked, few=few, nobodys=nobodys), show

    # --- menus and dialogs -------------------------------------------------------------------------

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _add_commands(self, menu: QMenu, *names: str) -> None:
        menu.addActions([action for action in self.actions() if action.objectName() in names])

    def _on_more(self) -> None:
        menu = self._menu()
        self._add_commands(menu, "go to a day", "maturities by manager")
        menu.addSeparator()
        self._add_commands(menu, "print calendar", "print maturities", "export calendar")
        menu.popup(self.head.more.mapToGlobal(QPoint(0, self.head.more.height() + 2)))

    def _on_day_menu(self, day: date, at: QPoint) -> None:
        menu = self._menu()
        menu.addAction(self.tr("Open"), partial(self._on_day_opened, day))
        menu.addAction(self.tr("Show as a day"), partial(self.show_view, "day"))
        menu.addSeparator()
        self._add_commands(menu, "new appointment")
        menu.popup(at)

    def _on_line_menu(self, at: QPoint) -> None:
        line = self.list.current
        if line is None:
            return
        menu = self._menu()
        menu.addAction(self.tr("Open"), partial(self._on_line_opened, line))
        if line.person is not None:
            menu.addSeparator()
            self._add_commands(menu, "done", "postpone", "skip", "new appointment")
        menu.popup(at)

    # --- what the frame asks -----------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() == Qt.Key.Key_T:
            self.go_to_today()
        elif plain and event.key() == Qt.Key.Key_PageUp:
            self.turn(-1)
        elif plain and event.key() == Qt.Key.Key_PageDown:
            self.turn(1)
        elif plain and event.key() == Qt.Key.Key_Escape and self.opened is not None:
            self.close_opened()
        else:
            super().keyPressEvent(event)

    def save_state(self) -> dict[str, Any]:
        return {
            "view": self.view,
            "folded": self.list.folded,
            "managers": self.strip.by_manager,
        }

    def restore_state(self, state: dict[str, Any]) -> None:
        folded = state.get("folded")
        if isinstance(folded, list):
            self.list.fold_these([str(one) for one in folded])
        if state.get("managers") is True:
            self.toggle_managers()
        view = state.get("view")
        if view in pages.VIEWS and view != self.view:
            self.view = str(view)
            self._show_page()

    def setFocus(self) -> None:  # type: ignore[override]  # noqa: N802 - Qt's name
        (self.grid if self.has_grid else self.list).setFocus(Qt.FocusReason.OtherFocusReason)
