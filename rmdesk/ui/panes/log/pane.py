"""The pane of the daily log: a day planned and answered for, weeks and months, the supervisor's reading."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from rmdesk.models import Outcome
from rmdesk.services import daily_logs, working_days
from rmdesk.services.daily_logs import DayLog, Proposal, Summary, Waiting
from rmdesk.services.errors import UserError
from rmdesk.ui import ask, formats
from rmdesk.ui.context import Context
from rmdesk.ui.day_watch import DayWatch
from rmdesk.ui.interactions.capture_line import KEY as LINE_KEY
from rmdesk.ui.panes import watched
from rmdesk.ui.panes.calendar.faces import month_title
from rmdesk.ui.panes.log import wording
from rmdesk.ui.panes.log.day_model import Entry
from rmdesk.ui.panes.log.deeds import Deeds
from rmdesk.ui.panes.log.going_out import GoingOut
from rmdesk.ui.panes.log.parts import MONTH, ONE_DAY, WEEK, LogParts
from rmdesk.ui.panes.log.readings import READING, WAITING
from rmdesk.ui.widgets import key_words

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.services.working_days import WorkCalendar
    from rmdesk.ui.jobs import Job

EVERYBODY = ""  # instead of a manager: the branch
_WATCHED = watched.CARE | {"daily_log_remark", "daily_log_news", "daily_log_news_customer"}
_WITHIN = 0.03  # seconds a quick answer is waited for


@dataclass(frozen=True, slots=True)
class _Read:
    """What one reading of the vault found for what is shown."""

    log: DayLog | None
    week: Summary | None
    proposals: list[Proposal]
    summary: Summary | None
    board: Summary | None
    waiting: list[Waiting]
    work: WorkCalendar


class LogPane(LogParts):
    """Alt+Left/Right goes back and on; Ctrl+Return submits one's own log, or countersigns what is read;
    Ctrl+P prints what is shown.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        actor = context.actor
        self.watch = DayWatch(self)
        self.day = self.watch.day
        self.view = ONE_DAY if self.may_write else READING
        self._keeps = True  # whether a log is expected of whoever looks
        self.staff_uid = actor.staff_uid
        self.planning = False  # proposals stand beside the plan
        self._goes_to_proposals = False  # once they are there: what is hidden takes no focus
        self.log: DayLog | None = None
        self.work: WorkCalendar | None = None
        self._job: Job | None = None
        self.deeds = Deeds(self)
        self.out = GoingOut(self)
        self.build(self.view)
        self._offer()
        self._connect()
        self._fill_people()
        self.show_view(self.view)

    # --- what it offers ----------------------------------------------------------------------------

    def _offer(self) -> None:
        for name, words, run, key, icon in (
            ("add item", self.tr("Add an item…"), self.deeds.add_item, "Ctrl+N", "plus"),
            ("plan day", self.tr("Plan the day"), self.toggle_planning, "Ctrl+Shift+P", "calendar-plus"),
            ("plan tomorrow", self.tr("Plan the next working day"), self.plan_next, "", "calendar-plus"),
            ("submit log", self.tr("Submit or countersign"), self.run_primary, "Ctrl+Return", "check"),
            ("send back log", self.tr("Send the log back…"), self.deeds.send_back, "", "undo-2"),
            ("log news", self.tr("News of the day…"), self.deeds.add_news, "", "megaphone"),
            ("remark log", self.tr("Write beside the log…"), self.deeds.write_remark, "", "pen-line"),
            ("print log", self.tr("Print…"), self.out.print, "Ctrl+P", "printer"),
            ("print morning page", self.tr("Print the morning page…"), self.out.print_morning, "", "printer"),
            ("earlier", self.tr("Earlier"), partial(self.step, -1), "Alt+Left", "chevron-left"),
            ("later", self.tr("Later"), partial(self.step, 1), "Alt+Right", "chevron-right"),
            ("today log", self.tr("Go to today"), self.go_today, "Alt+Home", "sun"),
        ):
            self.add_command(name, words, run, key=key, icon=icon)
        if self.may_judge:
            waiting = self.tr("Logs to countersign")
            self.add_command(
                "logs to countersign", waiting, self.show_waiting, key="Ctrl+Shift+5", icon="stamp"
            )
        for place, (view, button_words) in enumerate(self.view_words.items(), 1):
            key = f"Ctrl+Shift+{place}"
            self.add_command(f"view {view}", button_words, partial(self.show_view, view), key=key)
            self.views.button(view).setToolTip(f"{button_words}  {key_words(key)}")
        if self.may_write:
            self.add_command(
                "record line",
                self.tr("Record in one line"),
                self.record_line,
                key=LINE_KEY,
                icon="notebook-pen",
            )

    def _connect(self) -> None:
        self.back.clicked.connect(lambda: self.step(-1))
        self.on.clicked.connect(lambda: self.step(1))
        self.now.clicked.connect(self.go_today)
        self.views.chosen.connect(self.show_view)
        self.which.chosen.connect(self._on_which)
        self.people.activated.connect(lambda _place: self._on_person())
        self.line.left.connect(self._leave_line)
        self.line.recorded.connect(self._leave_line)
        self.strip.chosen.connect(self.go_to_day)
        self.print_button.clicked.connect(self.out.print)
        self.plan_button.clicked.connect(self.toggle_planning)
        self.add_button.clicked.connect(self.deeds.add_item)
        self.primary.clicked.connect(self.run_primary)
        self.return_button.clicked.connect(self.deeds.send_back)
        self.list.completed.connect(self.deeds.complete)
        self.list.move_wanted.connect(self.deeds.ask_where_to)
        self.list.edit_wanted.connect(self.deeds.edit_item)
        self.list.remove_wanted.connect(self.deeds.remove_item)
        self.list.opened.connect(self.customer_wanted)
        self.list.reordered.connect(self.deeds.reorder)
        self.list.dropped.connect(self.deeds.plan_dropped)
        self.list.menu_wanted.connect(self._on_menu)
        self.list.half_moved.connect(self.heads.set_half)
        self.empty.acted.connect(self.toggle_planning)
        self.proposals.taken.connect(self.deeds.plan)
        self.side.news_wanted.connect(self.deeds.add_news)
        self.side.news_opened.connect(self.deeds.open_news)
        self.side.remark_wanted.connect(self.deeds.write_remark)
        self.summary.manager_chosen.connect(self._on_manager_chosen)
        if self.readings is not None:
            self.readings.opened.connect(self.read_log)
            self.readings.marks_changed.connect(self._show_head)
        self.watch.turned.connect(self._on_day_turned)
        self.context.bus.watch(self, tuple(_WATCHED), self.reload)

    def _fill_people(self) -> None:
        with self.context.store.read() as session:
            keepers = daily_logs.list_keepers(session)
        self._keeps = self.staff_uid in dict(keepers)
        if self.may_write and not self._keeps:
            keepers.insert(0, (self.staff_uid, self.context.actor.name))
        for uid, name in keepers:
            self.people.add(name, uid, avatar=name[:1])
        if self.reads_all:
            self.people.add(self.tr("The whole branch"), EVERYBODY, icon="users")
        if not self.may_write and keepers:
            self.staff_uid = keepers[0][0]
        self.people.choose(self.staff_uid)

    # --- where one is ------------------------------------------------------------------------------

    @property
    def is_mine(self) -> bool:
        return self.staff_uid == self.context.actor.staff_uid

    @property
    def is_reading(self) -> bool:
        """Whether the supervisor's lists are shown, and nobody's log."""
        return self.view == READING

    @property
    def span(self) -> tuple[date, date]:
        """The days of the week or month that is shown."""
        if self.view == MONTH:
            first = self.day.replace(day=1)
            following = (first + timedelta(days=32)).replace(day=1)
            return first, following - timedelta(days=1)
        first = self.day - timedelta(days=self.day.weekday())
        return first, first + timedelta(days=6)

    def show_view(self, view: str) -> None:
        self.view = view
        self.views.choose(view)
        if view in (ONE_DAY, READING) and self.staff_uid == EVERYBODY:
            self.staff_uid = self.context.actor.staff_uid if self.may_write else self._first_person()
            self.people.choose(self.staff_uid)
        elif view in (WEEK, MONTH) and self.is_mine and self.reads_all and not self._keeps:
            self.staff_uid = EVERYBODY  # there is nothing of one's own to count
            self.people.choose(EVERYBODY)
        place = {ONE_DAY: 0, WEEK: 1, MONTH: 1, READING: 2}[view]
        focused = QApplication.focusWidget()
        was_inside = focused is not None and self._stack.isAncestorOf(focused)
        self._stack.setCurrentIndex(place)
        proxy: QWidget = self.list if place == 0 else self.summary.table
        if view == READING and self.readings is not None:
            proxy = self.readings
        self.setFocusProxy(proxy)
        if was_inside:  # what is hidden passes focus on to anything
            to = self.views.button(view) if place == 1 and self.staff_uid != EVERYBODY else proxy
            to.setFocus(Qt.FocusReason.OtherFocusReason)
        self.reload()

    def _first_person(self) -> str:
        found = [str(self.people.itemData(place)) for place in range(self.people.count())]
        return next((one for one in found if one), self.context.actor.staff_uid)

    def go_to_day(self, day: date) -> None:
        self.day = day
        self.planning = False
        self.reload()

    def go_today(self) -> None:
        self.go_to_day(date.today())

    def step(self, by: int) -> None:
        """A day, a week or a month back or on."""
        if self.view == MONTH:
            first = self.day.replace(day=1)
            there = first - timedelta(days=1) if by < 0 else first + timedelta(days=32)
            self.go_to_day(there.replace(day=1))
        else:
            self.go_to_day(self.day + timedelta(days=by * (7 if self.view == WEEK else 1)))

    def read_log(self, staff_uid: str, day: date) -> None:
        """Open somebody's log of a day."""
        self.staff_uid, self.day, self.planning = staff_uid, day, False
        self.people.choose(staff_uid)
        self.show_view(ONE_DAY)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_person(self) -> None:
        uid = self.people.currentData()
        self.staff_uid, self.planning = str(uid or EVERYBODY), False
        if self.staff_uid == EVERYBODY and self.view in (ONE_DAY, READING):
            self.show_view(MONTH)
        else:
            self.reload()

    def _on_manager_chosen(self, uid: str) -> None:
        self.staff_uid = uid
        self.people.choose(uid)
        self.reload()

    def show_waiting(self) -> None:
        """List what waits for a countersignature."""
        self.show_view(READING)
        self.which.choose(WAITING)
        self._on_which(WAITING)

    def show_place(self, place: Mapping[str, Any]) -> None:
        """`waiting`: what is to be countersigned; `of`: the uid of a manager whose logs are marked there."""
        if place.get("waiting"):
            self.show_waiting()
            if self.readings is not None and place.get("of"):
                self.readings.point_out(place["of"])

    def _on_which(self, which: str) -> None:
        if self.readings is not None:
            self.readings.show_list(which)
            self.readings.setFocus(Qt.FocusReason.OtherFocusReason)
            self._show_head()

    def _on_day_turned(self, day: date) -> None:
        if self.day == day - timedelta(days=1):
            self.day = day
        self.reload()

    # --- reading -----------------------------------------------------------------------------------

    def reload(self) -> None:
        view, day, uid, planning = self.view, self.day, self.staff_uid, self.planning
        first, last = self.span
        may_judge = self.may_judge

        def read(session: Session) -> _Read:
            work = working_days.load(session)
            log = week = summary = board = None
            proposals: list[Proposal] = []
            waiting: list[Waiting] = []
            if view == ONE_DAY:
                log = daily_logs.load_day(session, day, staff_uid=uid)
                week = daily_logs.summarise(session, first, last, staff_uid=uid)
                if planning and log.is_open:
                    proposals = daily_logs.propose(session, day)
            elif view == READING:
                board = daily_logs.summarise(session, day, work.next_working_day(day), branch=True)
                waiting = daily_logs.list_waiting(session) if may_judge else []
            else:
                is_branch = uid == EVERYBODY
                whose = None if is_branch else uid
                summary = daily_logs.summarise(session, first, last, staff_uid=whose, branch=is_branch)
            return _Read(log, week, proposals, summary, board, waiting, work)

        if self._job is not None:
            self._job.cancel()
        self._job = self.context.jobs.read(read, done=self._on_loaded, failed=self._on_failed, within=_WITHIN)

    def _on_loaded(self, found: _Read) -> None:
        self.work = found.work
        first, last = self.span
        working = frozenset(found.work.working_days(first, last))
        if found.log is not None and found.week is not None:
            self._show_day(found.log, found.week, found.proposals, working)
        elif found.summary is not None:
            self.log = None
            self.summary.show_summary(found.summary, working, branch=self.staff_uid == EVERYBODY)
        elif found.board is not None and self.readings is not None:
            self.log = None
            self.readings.show_readings(found.board, found.waiting)
        self._show_head()

    def _show_day(
        self, log: DayLog, week: Summary, proposals: list[Proposal], working: frozenset[date]
    ) -> None:
        self.log = log
        self.line.setVisible(self.may_write and log.is_mine and log.is_open and log.day == date.today())
        days = week.managers[0].days if week.managers else []
        self.strip.show_days(days, working, self.day)
        planning = self.planning and log.is_open
        self.proposals.setVisible(planning)
        self.proposals.show_proposals(proposals)
        self._show_empty(log)
        may_complete = log.is_open and log.day <= date.today()
        self.list.show_day(log, plan_only=planning, may_complete=may_complete)
        self.heads.show_day(log, planning=planning, proposed=len(proposals))
        self.side.show_day(log, week.counted, may_judge=self.may_judge)
        if self._goes_to_proposals and planning:
            self._goes_to_proposals = False
            self.proposals.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_empty(self, log: DayLog) -> None:
        if log.is_open and not self.planning:
            words = self.tr("Nothing is planned for this day. What is due is proposed; you choose.")
            self.empty.set_text(words, action=self.tr("Plan this day"), icon="notebook-pen")
        elif log.is_open:
            words = self.tr("Choose at the right what belongs on the plan: Enter, or drag it here.")
            self.empty.set_text(words, icon="calendar-plus")
        else:
            self.empty.set_text(self.tr("Nothing was planned or done on this day."), icon="notebook-pen")

    def _show_head(self) -> None:
        log = self.log if self.view == ONE_DAY else None
        first, last = self.span
        if self.view == MONTH:
            self.title.setText(month_title(self.day))
        elif self.view == WEEK:
            self.title.setText(f"{formats.day(first)} – {formats.day(last)}")
        else:
            self.title.setText(wording.day_title(self.day))
        self.state.setVisible(log is not None)
        self.late.setVisible(log is not None and log.plan_is_late)
        if log is not None:
            self.state.set_words(wording.standing(log.standing))
            self.state.set_tone(wording.standing_tone(log.standing), wording.standing_icon(log.standing))
            if log.plan_is_late:
                self.late.set_words(self.tr("Planned late"))
                self.late.setToolTip(wording.plan_facts(log))
        is_open = log is not None and log.is_open
        self.people.setVisible(self.reads_all and self.view != READING)
        self.which.setVisible(self.view == READING and self.may_judge)
        self.plan_button.setVisible(is_open)
        self.add_button.setVisible(is_open)
        self.plan_button.setText(self.tr("Completion") if self.planning else self.tr("Plan"))
        self._show_primary(log)

    def _show_primary(self, log: DayLog | None) -> None:
        judged = self.deeds.judged()
        waiting = self.readings.waiting_count if self.readings is not None else 0
        if self.view == READING and self.may_judge:
            words = self.tr("Countersign")
            if len(judged) > 1:
                words = self.tr("Countersign {count}").format(count=len(judged))
            self.primary.setText(words)
            self.which.button(WAITING).setText(
                self.tr("To countersign {count}").format(count=waiting)
                if waiting
                else self.tr("To countersign")
            )
            self.primary.setVisible(True)
            self.primary.setEnabled(bool(judged))
        elif log is not None and log.is_mine:
            self.primary.setText(self.tr("Submit the log"))
            self.primary.setVisible(log.is_open)
            self.primary.setEnabled(log.day <= date.today())
        else:
            self.primary.setText(self.tr("Countersign"))
            self.primary.setVisible(bool(judged))
            self.primary.setEnabled(bool(judged))
        self.return_button.setVisible(self.may_judge and len(judged) == 1)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        ask.tell_error(self, error)

    # --- planning ----------------------------------------------------------------------------------

    def toggle_planning(self) -> None:
        """Show what is proposed beside the plan, or the completion again."""
        if self.log is None or not self.log.is_open:
            return
        self.planning = not self.planning
        self._goes_to_proposals = self.planning
        self.reload()
        if not self.planning:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def plan_next(self) -> None:
        """Plan the next working day."""
        if self.work is None or not self.may_write:
            return
        self.staff_uid = self.context.actor.staff_uid
        self.people.choose(self.staff_uid)
        self.day, self.planning = self.work.next_working_day(date.today()), True
        self._goes_to_proposals = True
        self.show_view(ONE_DAY)

    def typed(self) -> dict[str, Any]:
        typed = self.line.field.text().strip()
        return {"line": typed} if typed else {}

    def retype(self, kept: dict[str, Any]) -> None:
        self.line.field.setText(kept.get("line", ""))

    def record_line(self) -> None:
        """Write down in one line what there was today: it is listed at once as what was not planned."""
        if self.line.isHidden() or self.view != ONE_DAY:
            self.staff_uid = self.context.actor.staff_uid
            self.people.choose(self.staff_uid)
            self.day, self.planning = date.today(), False
            self.line.show()
            self.show_view(ONE_DAY)
        self.line.take_focus()

    def _leave_line(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_menu(self, entry: Entry, at: QPoint) -> None:
        log, item = self.log, entry.item
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        person = item.person if item is not None else entry.contact.person if entry.contact else None
        if person is not None:
            menu.addAction(self.tr("Open the customer"), partial(self.customer_wanted.emit, person.uid))
        if item is not None and log is not None and log.is_open:
            if log.day <= date.today():
                for outcome in (Outcome.DONE, Outcome.PARTLY, Outcome.NOT_DONE, Outcome.MOVED):
                    words = wording.outcome(outcome)
                    menu.addAction(words, partial(self.list.choose, outcome))
                menu.addSeparator()
            menu.addAction(self.tr("Change…"), partial(self.deeds.edit_item, item))
            menu.addAction(self.tr("Move up") + "\tAlt+Up", partial(self.list.step, -1))
            menu.addAction(self.tr("Move down") + "\tAlt+Down", partial(self.list.step, 1))
            menu.addAction(self.tr("Take off the plan"), partial(self.deeds.remove_item, item))
        elif item is not None and log is not None and log.is_mine:
            menu.addAction(self.tr("Addendum…"), partial(self.deeds.write_remark, item.uid))
        menu.popup(at)

    # --- handing in, reading -----------------------------------------------------------------------

    def run_primary(self) -> None:
        """Submit one's own log, countersign what is read."""
        if not self.primary.isVisible() or not self.primary.isEnabled():
            return
        if self.deeds.judged():
            self.deeds.countersign()
        else:
            self.deeds.submit()

    # --- what the frame asks -----------------------------------------------------------------------

    def save_state(self) -> dict[str, Any]:
        day, today = self.day.isoformat(), date.today().isoformat()
        return {"view": self.view, "day": day, "planning": self.planning, "on": today}

    def restore_state(self, state: dict[str, Any]) -> None:
        if state.get("on") == date.today().isoformat():  # another morning begins with its own day
            day = state.get("day")
            try:
                self.day = date.fromisoformat(day) if isinstance(day, str) else self.day
            except ValueError:
                self.day = date.today()
            self.planning = state.get("planning") is True
        view = state.get("view")
        known = (ONE_DAY, WEEK, MONTH, *((READING,) if self.reads_all else ()))
        self.show_view(str(view) if view in known else self.view)
