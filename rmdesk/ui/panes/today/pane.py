"""The pane of today: whom to contact and why at the left, the person and the record of the contact beside."""

from __future__ import annotations

import time
from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from rmdesk.services import care, names, roles, working_days
from rmdesk.services.care import Asked, Key, Kind, Line, Part, Section, Worklist
from rmdesk.services.errors import UserError
from rmdesk.services.roles import Permission, Reach
from rmdesk.services.working_days import WorkCalendar
from rmdesk.ui import ask, formats
from rmdesk.ui.context import Context
from rmdesk.ui.day_watch import DayWatch
from rmdesk.ui.interactions.capture_line import KEY as LINE_KEY
from rmdesk.ui.interactions.capture_line import CaptureLine
from rmdesk.ui.pane import Pane
from rmdesk.ui.panes import watched
from rmdesk.ui.panes.today import wording
from rmdesk.ui.panes.today.companion import read_only_words
from rmdesk.ui.panes.today.deeds import Deeds
from rmdesk.ui.panes.today.filters import FilterButton, ManagerBox
from rmdesk.ui.panes.today.person_panel import PersonPanel
from rmdesk.ui.panes.today.work_model import WorkModel
from rmdesk.ui.panes.today.work_view import WorkView
from rmdesk.ui.tokens import SPACE, TYPE
from rmdesk.ui.widgets import (
    Button,
    EmptyState,
    Ground,
    IconButton,
    Label,
    ListAndDetail,
    PaneHead,
    ProgressLine,
    SearchField,
    Variant,
)

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.services.store import Commit
    from rmdesk.ui.dialogs.preview_report import PreviewReport
    from rmdesk.ui.jobs import Job

_PANEL_WIDTH, _PANEL_LEAST, _LIST_LEAST = 456, 400, 480
_PERSON_AFTER_MS = 80  # walking down the list does not read a record for each row
_VISIBLE_AFTER_MS = 50
# The next reload waits ten times as long as the last one took: the window must answer while somebody saves
# without end. But nobody waits long to see what they did.
_REST, _REST_MOST_MS = 10, 500
_WITHIN = 0.03  # seconds a quick answer is waited for
_STEP = 100  # lines of a section that come with each wish for more


class TodayPane(Pane):
    """Letters act on the current line while the list has focus; Ctrl+F searches, Enter opens the customer,
    Ctrl+P prints the morning page.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        write = roles.allowed(context.actor, Permission.WRITE_WORK).reach()
        self.may_write = write > Reach.NONE
        self.watch = DayWatch(self)
        self.day = self.watch.day
        self.worklist: Worklist | None = None
        self._few = care.SHOWN
        self._opened: Key | None = None  # the collective touchpoint whose people are listed
        self._members: list[Key] = []
        self._job: Job | None = None
        self._is_stale = True
        self._took = 0.0  # seconds of the window's time, for the last reload
        self._build()
        self._offer()
        self._connect()

    # --- parts -------------------------------------------------------------------------------------

    def _build(self) -> None:
        context = self.context
        self.model = WorkModel(self)
        self.view = WorkView(self.model, name=self.tr("Today"))
        self.empty = EmptyState("", icon="sun")
        self.view.set_empty(self.empty)
        self.empty.hide()
        self.panel = PersonPanel(context, may_write=self.may_write)
        self.deeds = Deeds(context, self.model, self.view, self.panel, may_write=self.may_write)
        self.head = PaneHead(self.tr("Today"))
        self.progress = ProgressLine(width=96, name=self.tr("Done of today"))
        self.progress_words = Label("", style=TYPE.secondary, ink="secondary", tabular=True)
        self.head.add_left(self.progress, gives_way=True)
        self.head.add_left(self.progress_words, gives_way=True)
        self.search = SearchField(self.tr("Name, pinyin, reason"))
        self.search.setFixedWidth(212)
        self.search.installEventFilter(self)
        self.head.add_right(self.search)
        reach = roles.allowed(context.actor, Permission.SEE_CUSTOMERS).reach()
        self.managers = ManagerBox(context) if reach >= Reach.ALL else None
        if self.managers is not None:
            self.head.add_right(self.managers)
        self.filter = FilterButton(context, offered=tuple(Kind))
        self.head.add_right(self.filter)
        self.print_button = IconButton(
            "printer", self.tr("Print the morning page"), variant=Variant.NORMAL, key="Ctrl+P"
        )
        self.head.add_right(self.print_button)
        self.record_button = Button(
            self.tr("Record a contact"), icon="plus", variant=Variant.PRIMARY, key="Ctrl+N"
        )
        self.record_button.setEnabled(self.may_write)
        if not self.may_write:
            self.record_button.setToolTip(read_only_words())
        self.head.add_right(self.record_button)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.line = CaptureLine(context)
        if not self.may_write:
            self.line.hide()
        column.addWidget(self.line)
        column.addWidget(self._build_members_bar())
        column.addWidget(self.view, 1)
        width = context.config.remembered("today.detail", _PANEL_WIDTH)
        self.halves = ListAndDetail(
            left,
            self.panel,
            width=width if isinstance(width, int) else _PANEL_WIDTH,
            list_least=_LIST_LEAST,
            detail_least=_PANEL_LEAST,
            may_overlay=True,
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addWidget(self.halves, 1)

    def _build_members_bar(self) -> QWidget:
        """Above the people of a festival: back, whose day it is, all done."""
        self.bar = Ground("sunken")
        self.bar_back = IconButton("arrow-left", self.tr("Back to today"), key="Esc")
        self.bar_words = Label("", style=TYPE.strong)
        self.bar_done = Button(self.tr("All done"), icon="check", height=24)
        self.bar_print = Button(self.tr("Print greetings…"), icon="printer", height=24)
        row = QHBoxLayout(self.bar)
        row.setContentsMargins(SPACE.small, SPACE.tiny, SPACE.pane, SPACE.tiny)
        row.setSpacing(SPACE.small)
        row.addWidget(self.bar_back)
        row.addWidget(self.bar_words)
        row.addStretch(1)
        row.addWidget(self.bar_print)
        row.addWidget(self.bar_done)
        self.bar_print.setEnabled(self.may_write)
        self.bar_done.setEnabled(self.may_write)
        self.bar_done.setToolTip("" if self.may_write else read_only_words())
        self.bar.hide()
        return self.bar

    def _offer(self) -> None:
        """What the palette and the keys can do here."""
        for name, words, run, key, icon in (
            ("record contact", self.tr("Record a contact"), self.record, "Ctrl+N", "plus"),
            ("find today", self.tr("Find in today's list"), self.go_to_search, "Ctrl+F", "search"),
            ("done", self.tr("Done"), partial(self.deeds.act, "done"), "", "circle-check"),
            ("postpone", self.tr("Postpone…"), partial(self.deeds.act, "postpone"), "", "calendar-arrow-up"),
            ("skip", self.tr("Skip…"), partial(self.deeds.act, "skip"), "", "circle-slash"),
            ("copy greeting", self.tr("Copy the greeting"), partial(self.deeds.act, "greet"), "", "copy"),
            ("other greeting", self.tr("Another greeting"), partial(self.deeds.act, "reword"), "", "repeat"),
            ("print greetings", self.tr("Print greetings…"), self.print_greetings, "", "printer"),
            ("hand over", self.tr("Hand over…"), partial(self.deeds.act, "hand_over"), "", "user-round"),
            ("prepare visit", self.tr("Prepare a visit…"), self.deeds.prepare_visit, "", "footprints"),
            ("print today", self.tr("Print the morning page…"), self.print, "Ctrl+P", "printer"),
            ("filter today", self.tr("Filter…"), self.filter.open_menu, "Ctrl+Shift+F", "list-filter"),
        ):
            self.add_command(name, words, run, key=key, icon=icon)
        if self.may_write:
            self.add_command(
                "record line",
                self.tr("Record in one line"),
                self.line.take_focus,
                key=LINE_KEY,
                icon="notebook-pen",
            )

    def _connect(self) -> None:
        self._person_timer = QTimer(self, singleShot=True, interval=_PERSON_AFTER_MS)
        self._person_timer.timeout.connect(self._show_person)
        self._reload_timer = QTimer(self, singleShot=True)
        self._reload_timer.timeout.connect(self.reload)
        self.watch.turned.connect(self._on_day_turned)
        self.search.searched.connect(self._on_searched)
        self.filter.changed.connect(self.reload)
        if self.managers is not None:
            self.managers.changed.connect(self.reload)
        self.print_button.clicked.connect(self.print)
        self.record_button.clicked.connect(self.record)
        self.line.left.connect(self.setFocus)
        self.line.recorded.connect(self.setFocus)
        self.bar_back.clicked.connect(self.close_members)
        self.bar_done.clicked.connect(self._all_done)
        self.bar_print.clicked.connect(self.print_greetings)
        self.view.acted.connect(self.deeds.act)
        self.deeds.opened.connect(self._on_opened)
        self.deeds.complaint_wanted.connect(self._to_complaint)
        self.deeds.panel_wanted.connect(self.halves.open_detail)
        self.deeds.refused.connect(self.reload)
        self.view.opened.connect(self._on_opened)
        self.view.current_changed.connect(self._on_current)
        self.view.more_wanted.connect(self._on_more)
        self.view.typed.connect(self._on_typed)
        self.view.menu_wanted.connect(self._on_menu)
        self.empty.acted.connect(self._on_empty)
        self.panel.page_wanted.connect(self._on_page_wanted)
        self.panel.refused.connect(self._tell)
        if self.panel.greeting is not None:
            self.panel.greeting.print_wanted.connect(partial(self.deeds.act, "letter"))
        if self.panel.entry is not None:
            self.panel.entry.saved.connect(self._on_recorded)
            self.panel.entry.form_wanted.connect(self._open_form)
        self.context.bus.committed.connect(self._on_committed)

    def show_place(self, place: Mapping[str, Any]) -> None:
        """`manager`: the id of whose list it is to be, None for all."""
        if self.managers is not None and "manager" in place:
            self.filter.clear()
            self.close_members()
            self.managers.choose_all()
            self.managers.restore(place["manager"])
            self.reload()

    # --- reading -----------------------------------------------------------------------------------

    @property
    def asked(self) -> Asked:
        """What the list is asked for now."""
        kinds, chosen = self.filter.kinds, self.filter.tiers
        manager = self.managers.manager_id if self.managers is not None else None
        return Asked(self.day, self.day, self.day, manager_id=manager, kinds=kinds, tiers=chosen)

    def reload(self) -> None:
        began = time.perf_counter()
        self._is_stale = False
        self.day = date.today()
        asked, few, opened = self.asked, self._few, self._opened

        def read(session: Session) -> tuple[Worklist, WorkCalendar, tuple[Part, list[Key]] | None]:
            found = care.load_worklist(session, asked, few=few)
            people = care.load_members(session, asked, opened, few=few) if opened is not None else None
            return found, working_days.load(session), people

        if self._job is not None:
            self._job.cancel()
        self._job = self.context.jobs.read(
            read, done=lambda answer: self._on_loaded(*answer), failed=self._on_failed, within=_WITHIN
        )
        self._took = time.perf_counter() - began

    def _on_loaded(
        self, worklist: Worklist, work_calendar: WorkCalendar, people: tuple[Part, list[Key]] | None
    ) -> None:
        self.worklist = worklist
        self.deeds.day, self.deeds.work = worklist.day, work_calendar
        if people is not None and people[0].count:
            self._show_members(*people)
        else:
            self._opened = None
            self.bar.hide()
            self.model.set_parts(worklist.day, worklist.parts)
        self.head.set_meta(wording.day_line(worklist.day, work_calendar))
        self._show_progress(worklist)
        self._show_empty()
        if self.search.text().strip():
            self._on_searched(self.search.text().strip())
        self._on_current(self.view.current)

    def _on_failed(self, error: Exception) -> None:
        self._tell(str(error) if not isinstance(error, UserError) else "")
        if isinstance(error, UserError):
            ask.tell_error(self, error)

    def _show_progress(self, worklist: Worklist) -> None:
        done, whole = worklist.done_count, worklist.done_count + worklist.open_count
        self.progress.setVisible(bool(whole))
        self.progress.set_share(done / whole if whole else 0.0)
        words = self.tr("{done} of {whole} done").format(done=formats.count(done), whole=formats.count(whole))
        self.progress_words.setText(words if whole else "")
        self.head.fit_facts()

    def _show_empty(self) -> None:
        worklist = self.worklist
        if worklist is None or self.model.rowCount():
            return
        if self.model.is_narrowed:
            self.empty.set_text(
                self.tr("Nothing of today matches the search."),
                action=self.tr("Show all of today"),
                icon="search",
            )
        elif not worklist.customers:
            self.empty.set_text(
                self.tr(
                    "There are no customers yet. Once they are in the archive, whom to contact stands here."
                ),
                action=self.tr("Go to the customers"),
                icon="sun",
            )
        elif self.filter.is_active or (self.managers is not None and self.managers.manager_id is not None):
            self.empty.set_text(
                self.tr("Nothing is due for what is filtered."),
                action=self.tr("Show all of today"),
                icon="sun",
            )
        else:
            self.empty.set_text(
                self.tr("Nothing is due today, and nothing is late."),
                action=self.tr("Go to the customers"),
                icon="sun",
            )

    def _on_empty(self) -> None:
        filtered = self.filter.is_active or (
            self.managers is not None and self.managers.manager_id is not None
        )
        if self.model.is_narrowed:
            self.search.clear()
        elif filtered and self.worklist is not None and self.worklist.customers:
            self.filter.clear()
            if self.managers is not None:
                self.managers.choose_all()
            self.reload()
        else:
            self.pane_wanted.emit("customers")

    def _on_committed(self, commit: Commit) -> None:
        """What was changed shows at once; while the pane is hidden, when it is shown."""
        if not watched.CARE.isdisjoint(commit.tables):
            self._is_stale = True
            if self.isVisible() and not self._reload_timer.isActive():
                rest = min(round(self._took * _REST * 1000), _REST_MOST_MS)
                self._reload_timer.start(max(_VISIBLE_AFTER_MS, rest))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale or self.day != date.today():
            self._reload_timer.stop()
            self.reload()

    def _on_day_turned(self, _day: date) -> None:
        if self.worklist is not None:
            self._few = care.SHOWN
            self.reload()

    # --- the current line --------------------------------------------------------------------------

    def _on_current(self, line: Line | None) -> None:
        self.view.set_hints(self.deeds.hints(line))
        self.deeds.prepare(line)
        if self.isVisible():
            self._person_timer.start()
        else:
            self._show_person()

    def _show_person(self) -> None:
        self._person_timer.stop()
        line = self.view.current
        person = line.person if line is not None else None
        self.panel.follow(None if person is None else person.uid, self.day)
        if self.panel.greeting is not None:
            self.panel.greeting.follow(line, self.day)
        uid = None if person is None else person.uid
        self.panel.what_to_say.follow(uid, None if line is None else line.touchpoint, self.day)

    def record(self) -> None:
        """Write down a contact with the current customer."""
        self.deeds.act("note")

    def _tell(self, words: str) -> None:
        if words:
            ask.tell(self, title=self.tr("Today"), text=words)

    def _on_recorded(self, _uid: str) -> None:
        self.halves.close_detail()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_form(self, entered: dict[str, Any]) -> None:
        from rmdesk.ui.dialogs.record_contact import RecordContact

        shown = self.panel.companion
        if shown is None or self.panel.entry is None:
            return
        dialog = RecordContact(
            self.context,
            shown.record.uid,
            shown.record.name,
            entered=entered,
            record=self.panel.entry.completing,
            parent=self,
        )
        dialog.saved.connect(self.panel.entry.forget)
        dialog.open()

    # --- opening -----------------------------------------------------------------------------------

    def _on_opened(self, line: Line) -> None:
        if line.is_task:
            self.row_wanted.emit("tasks", line.touchpoint.values[-1])
        elif line.is_case:
            self._to_complaint(line.key.subject)
        elif line.is_own_item:
            self.pane_wanted.emit("log")
        elif line.person is None:
            self._opened, self._few = line.key, care.SHOWN
            self.reload()
        else:
            self.customer_wanted.emit(line.person.uid)

    def _to_complaint(self, uid: str) -> None:
        self.place_wanted.emit("surveys", {"complaint": uid})

    def _on_page_wanted(self) -> None:
        line = self.view.current
        if line is not None and line.person is not None:
            self.customer_wanted.emit(line.person.uid)

    def _show_members(self, part: Part, keys: list[Key]) -> None:
        self._members = keys
        first = part.lines[0] if part.lines else None
        named = wording.reason(first) if first is not None else ""
        count = formats.count(part.count)
        self.bar_words.setText(self.tr("{festival}: {count} people").format(festival=named, count=count))
        self.bar.show()
        self.model.set_parts(self.day, (part,))

    def close_members(self) -> None:
        """Come back from the people of a festival to the day."""
        if self._opened is not None:
            self._opened, self._few = None, care.SHOWN
            self.reload()

    def print_greetings(self) -> None:
        """Greetings on paper: of the marked lines, of all people of a festival, or of the current one."""
        if self._opened is not None and not self.model.marked:
            self.deeds.print_greetings(list(self._members))
        else:
            self.deeds.act("letter")

    def print(self) -> PreviewReport | None:
        """The morning page of the manager whose list is shown."""
        from rmdesk.ui.dialogs.preview_report import preview_report

        manager = self.managers.manager_uid if self.managers is not None else None
        if manager is None and self.managers is not None:
            self._tell(self.tr("Choose a manager above the list: a morning page is about one."))
            return None
        preview = preview_report(
            self.context, "morning_page", parent=self.window(), manager=manager, day=self.day
        )
        preview.open()
        return preview

    def _all_done(self) -> None:
        self.deeds.mark_done(list(self._members))

    def _on_more(self) -> None:
        self._few += _STEP
        self.reload()

    def _on_menu(self, at: QPoint) -> None:
        line = self.view.current
        if line is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Open"), partial(self._on_opened, line))
        menu.addSeparator()
        for hint in self.view.hints:
            action = menu.addAction(f"{hint.words}\t{hint.key}", partial(self.deeds.act, hint.action))
            action.setEnabled(not hint.why)
            action.setToolTip(hint.why)
        menu.setToolTipsVisible(True)
        menu.popup(at)

    # --- searching ---------------------------------------------------------------------------------

    def go_to_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _on_typed(self, letters: str) -> None:
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search.setText(letters)

    def _on_searched(self, words: str) -> None:
        if not words:
            self.model.show_only(None)
            self._show_empty()
            return
        lines, folded = self.model.lines, names.fold(words)
        by_reason = {one.key for one in lines if folded in names.fold(wording.reason(one))}
        self.context.jobs.read(
            lambda session: care.matching(session, lines, words),
            done=lambda keys: self._on_found(words, keys | by_reason),
            failed=lambda _error: self._on_found(words, by_reason),
            within=_WITHIN,
        )

    def _on_found(self, words: str, keys: set[Key]) -> None:
        if words == self.search.text().strip():
            self.model.show_only(keys)
            self._show_empty()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the search field: down and Enter go into the list, Esc empties it and leads back."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.search.search_now()
                self.view.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
            if key == Qt.Key.Key_Escape and not self.search.text():
                self.view.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _is_in_panel(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.panel.isAncestorOf(focused)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif not self.view.hasFocus() and self._is_in_panel():
            self.halves.close_detail()
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._opened is not None:
            self.close_members()
        elif self.model.is_narrowed:
            self.search.clear()
        else:
            super().keyPressEvent(event)

    # --- what the frame asks -----------------------------------------------------------------------

    def save_state(self) -> dict[str, Any]:
        self.context.config.remember("today.detail", self.halves.detail_width)
        return {"folded": self.model.folded}

    def typed(self) -> dict[str, Any]:
        entries = {} if self.panel.entry is None else self.panel.entry.typed()
        found = {"entries": entries, "line": self.line.field.text().strip()}
        return {name: typed for name, typed in found.items() if typed}

    def retype(self, kept: dict[str, Any]) -> None:
        if self.panel.entry is not None:
            self.panel.entry.retype(kept.get("entries", {}))
        self.line.field.setText(kept.get("line", ""))

    def restore_state(self, state: dict[str, Any]) -> None:
        folded = state.get("folded")
        if isinstance(folded, list):
            known = {one.value: one for one in Section}
            self.model.fold_these([known[one] for one in folded if one in known])

    def setFocus(self) -> None:  # type: ignore[override]  # noqa: N802 - Qt's name
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
