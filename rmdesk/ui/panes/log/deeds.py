"""What is done about a log from its pane: planned, put in order, completed, moved, submitted, judged."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from rmdesk.models import LogState, Outcome
from rmdesk.services import daily_logs
from rmdesk.services.daily_logs import Item, News, Proposal
from rmdesk.services.errors import UserError
from rmdesk.ui import ask
from rmdesk.ui.panes.log import wording
from rmdesk.ui.panes.log.readings import READING
from rmdesk.ui.panes.today.asking import PostponeTo

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.ui.panes.log.pane import LogPane
    from rmdesk.ui.workers import Progress


class Deeds(QObject):
    """Acts on what `pane` shows; whatever was saved or refused, the pane reads anew."""

    def __init__(self, pane: LogPane) -> None:
        super().__init__(pane)
        self._pane = pane

    def plan(self, proposals: list[Proposal], *, on_rest_day: bool = False, before: str = "") -> None:
        """Put what is proposed on the plan; `before` is the uid of the item it shall stand before."""
        day = self._pane.day
        keys = [one.key for one in proposals]
        uids = [] if self._pane.log is None else [one.uid for one in self._pane.log.items]

        def write(session: Session, _progress: Progress) -> None:
            added = daily_logs.plan_touchpoints(session, day, keys, on_rest_day=on_rest_day)
            if before in uids:
                place = uids.index(before)
                new = [one.uid for one in added]
                daily_logs.reorder(session, day, [*uids[:place], *new, *uids[place:]])

        again = partial(self.plan, proposals, on_rest_day=True, before=before)
        self._write(self.tr("Planning"), write, on_rest_day=again)

    def plan_dropped(self, places: list[int], row: int) -> None:
        found = [
            self._pane.proposals.proposals[one] for one in places if one < len(self._pane.proposals.proposals)
        ]
        items = [] if self._pane.log is None else self._pane.log.items
        if found:
            self.plan(found, before=items[row].uid if row < len(items) else "")

    def add_item(self) -> QWidget | None:
        """An entry of one's own; a day of rest is asked about first."""
        if self._pane.log is None or not self._pane.log.is_open:
            return None
        if not self._pane.log.is_working_day and not self._pane.log.items:
            self._ask_rest_day(self._open_item)
            return None
        return self._open_item()

    def _open_item(self, item: Item | None = None) -> QWidget:
        from rmdesk.ui.dialogs.plan_item import PlanItem

        dialog = PlanItem(self._pane.context, self._pane.day, item, parent=self._pane)
        dialog.open()
        return dialog

    def edit_item(self, item: Item) -> None:
        self._open_item(item)

    def remove_item(self, item: Item) -> None:
        self._write(
            self.tr("Taking an item off the plan"),
            lambda session, _progress: daily_logs.remove_item(session, item.uid, version=item.version),
        )

    def reorder(self, uids: list[str]) -> None:
        day = self._pane.day
        self._write(
            self.tr("Putting the plan in order"),
            lambda session, _progress: daily_logs.reorder(session, day, uids),
        )

    # --- completion --------------------------------------------------------------------------------

    def complete(self, item: Item, outcome: str, words: str) -> None:
        """Save what became of an item, and go on to the next that waits at once: what is pressed
        meanwhile is about that one."""
        self._pane.list.go_to_next_open()
        self._write(
            self.tr("Saving the completion"),
            lambda session, _progress: daily_logs.complete_item(
                session, item.uid, outcome, version=item.version, result=words or None
            ),
            then=partial(self._pane.list.completion.forget, item.uid),
        )

    def ask_where_to(self, item: Item) -> None:
        """Ask for the day an item is moved to."""
        if self._pane.work is None:
            return
        popover = PostponeTo(1, date.today(), self._pane.work, parent=self._pane.list)
        popover.chosen.connect(lambda to: self.move_item(item, to))
        box = self._pane.list.visualRect(self._pane.list.currentIndex()).adjusted(
            self._pane.list.half, 0, 0, 0
        )
        popover.open_below(self._pane.list.viewport(), box)
        popover.setFocus(Qt.FocusReason.PopupFocusReason)

    def move_item(self, item: Item, to: date) -> None:
        said = (
            self._pane.list.completion.sentence.text().strip()
            if self._pane.list.completion.item is item
            else ""
        )

        def write(session: Session, _progress: Progress) -> None:
            daily_logs.complete_item(
                session,
                item.uid,
                Outcome.MOVED,
                version=item.version,
                moved_to=to,
                on_rest_day=True,  # asked by the field it was typed into
                result=said or None,
            )

        self._pane.list.go_to_next_open()
        self._write(
            self.tr("Moving an item"), write, then=partial(self._pane.list.completion.forget, item.uid)
        )

    # --- handing in, reading ---

    def submit(self) -> None:
        day = self._pane.day
        self._write(self.tr("Submitting the log"), lambda session, _progress: daily_logs.submit(session, day))

    def judged(self) -> list[tuple[str, int, str]]:
        """What would be countersigned now: uid, version, whose and when."""
        if not self._pane.may_judge:
            return []
        if self._pane.view == READING and self._pane.readings is not None:
            return [
                (one.uid, one.version, f"{one.staff}  {wording.day_title(one.day)}")
                for one in self._pane.readings.chosen()
            ]
        log = self._pane.log
        if log is None or log.is_mine or log.standing != LogState.SUBMITTED or log.uid is None:
            return []
        return [(log.uid, log.version, f"{log.staff}  {wording.day_title(log.day)}")]

    def countersign(self) -> QWidget | None:
        """Countersign with or without words; several at once are one change."""
        from rmdesk.ui.dialogs.remark_on_log import RemarkOnLog

        judged = self.judged()
        if not judged:
            return None
        logs = [(uid, version) for uid, version, _told in judged]
        told = judged[0][2] if len(judged) == 1 else self.tr("{count} logs").format(count=len(judged))
        dialog = RemarkOnLog(
            self._pane.context,
            self.tr("Countersign"),
            told,
            lambda session, words: daily_logs.countersign(session, logs, comment=words),
            verb=self.tr("Countersign"),
            field=self.tr("Comment, if any"),
            required=False,
            parent=self._pane,
        )
        dialog.open()
        return dialog

    def send_back(self) -> QWidget | None:
        from rmdesk.ui.dialogs.remark_on_log import RemarkOnLog

        judged = self.judged()
        if len(judged) != 1:
            return None
        uid, version, told = judged[0]
        dialog = RemarkOnLog(
            self._pane.context,
            self.tr("Send this log back?"),
            told,
            lambda session, words: daily_logs.send_back(session, uid, words, version=version),
            verb=self.tr("Send back"),
            field=self.tr("What is missing"),
            parent=self._pane,
        )
        dialog.open()
        return dialog

    def write_remark(self, item_uid: str | None = None) -> QWidget | None:
        """An addendum to one's own log, a comment on somebody else's."""
        from rmdesk.ui.dialogs.remark_on_log import RemarkOnLog

        log = self._pane.log
        if log is None or log.uid is None or (log.is_mine and log.is_open):
            return None
        uid = log.uid
        save: Callable[[Session, str], object]
        if log.is_mine:
            title = verb = self.tr("Add to this log")
            field = self.tr("Addendum")
            save = lambda session, words: daily_logs.add_addendum(session, uid, words, item_uid=item_uid)  # noqa: E731
        elif self._pane.may_judge:
            title, verb = self.tr("Comment on this log"), self.tr("Comment")
            field = verb
            save = lambda session, words: daily_logs.comment_on(session, uid, words)  # noqa: E731
        else:
            return None
        told = f"{log.staff}  {wording.day_title(log.day)}"
        dialog = RemarkOnLog(self._pane.context, title, told, save, verb=verb, field=field, parent=self._pane)
        dialog.open()
        return dialog

    def add_news(self) -> QWidget | None:
        from rmdesk.ui.dialogs.add_log_news import AddLogNews

        if self._pane.log is None or not self._pane.log.is_open:
            return None
        dialog = AddLogNews(self._pane.context, self._pane.day, parent=self._pane)
        dialog.open()
        return dialog

    def open_news(self, news: News) -> QWidget:
        from rmdesk.ui.dialogs.plan_news_contacts import PlanNewsContacts

        log, day = self._pane.log, max(self._pane.day, date.today())
        if log is not None and not log.is_open and log.day == day and self._pane.work is not None:
            day = self._pane.work.next_working_day(day)
        dialog = PlanNewsContacts(self._pane.context, news, day, parent=self._pane)
        dialog.open()
        return dialog

    # --- saving ------------------------------------------------------------------------------------

    def _write(
        self,
        title: str,
        work: Callable[[Session, Progress], object],
        *,
        then: Callable[[], object] | None = None,
        on_rest_day: Callable[[], object] | None = None,
    ) -> None:
        def done(_result: object) -> None:
            self._pane.reload()
            if then is not None:
                then()

        def failed(error: Exception) -> None:
            if not isinstance(error, UserError):
                raise error
            if error.code == "log.rest_day" and on_rest_day is not None:
                self._ask_rest_day(on_rest_day)
            else:
                ask.tell_error(self._pane, error)
                self._pane.reload()

        self._pane.context.jobs.write(title, work, done=done, failed=failed)

    def _ask_rest_day(self, then: Callable[[], object]) -> None:
        ask.confirm(
            self._pane,
            title=self.tr("Plan a day of rest?"),
            text=self.tr("{day} is no working day.").format(day=wording.day_title(self._pane.day)),
            verb=self.tr("Plan it"),
            then=then,
        )
