"""What is done with an activity: its way to the end, its lines, inviting, the door, lists on paper."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from rmdesk.services import activities
from rmdesk.services.activities import ActivitySheet, NeedRow
from rmdesk.ui.context import Context

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.ui.dialogs.form_dialog import FormDialog
    from rmdesk.ui.panes.activities.activities_part import ActivitiesPart

_REMOVALS: dict[str, Callable[..., None]] = {
    "need": activities.remove_need,
    "point": activities.remove_point,
    "cost": activities.remove_cost,
    "question": activities.remove_question,
}


class ActivityDeeds(QObject):
    """The deeds by the names of the page's buttons; only what those offer is done."""

    def __init__(self, context: Context, part: ActivitiesPart) -> None:
        super().__init__(part)
        self.context, self._part = context, part
        self._run: dict[str, Callable[[ActivitySheet], Any]] = {
            "edit": self.edit,
            "submit": partial(self._of, self.tr("Submitting an activity"), activities.submit_activity),
            "take_back": partial(self._of, self.tr("Taking an activity back"), activities.take_back_activity),
            "agree": partial(self._of, self.tr("Agreeing to an activity"), activities.agree_activity),
            "open": partial(self._of, self.tr("Opening an activity"), activities.open_activity),
            "remove": partial(self._of, self.tr("Removing an activity"), activities.remove_activity),
            "return": self.return_activity,
            "cancel": self.cancel,
            "hold": self.hold,
            "thank": self.thank,
            "evaluate": self.evaluate,
            "copy": self.copy,
            "hand_over": self.hand_over,
            "print": self.print_menu,
        }

    @property
    def sheet(self) -> ActivitySheet | None:
        return self._part.sheet

    def do(self, name: str) -> Any:
        """Do with the activity on the page what a button of it says, if it is offered."""
        page, sheet = self._part.page, self.sheet
        button = page.buttons.get(name) or page.after.buttons.get(name)
        if sheet is not None and button is not None and not button.isHidden():
            return self._run[name](sheet)
        return None

    def _of(self, title: str, use_case: Callable[..., Any], sheet: ActivitySheet) -> None:
        uid, version = sheet.row.uid, sheet.row.version
        self._part.page.view.write(title, lambda session: use_case(session, uid, version=version))

    def _opened(self, dialog: Any) -> Any:
        dialog.saved.connect(self._part.reload)
        dialog.open()
        return dialog

    # --- the activity ----------------------------------------------------------------------------------

    def add(self) -> FormDialog:
        return self._open_form(None)

    def edit(self, sheet: ActivitySheet) -> FormDialog:
        return self._open_form(sheet)

    def copy(self, sheet: ActivitySheet) -> FormDialog:
        return self._open_form(sheet, copying=True)

    def open_form(self, about: Mapping[str, Any]) -> FormDialog:
        """The form again, as it stood before a lock."""
        uid = about.get("activity")
        if uid is None:
            return self.add()
        with self.context.store.read() as session:
            sheet = activities.load_activity(session, uid)
        return self._open_form(sheet, copying=bool(about.get("copying")))

    def _open_form(self, sheet: ActivitySheet | None, *, copying: bool = False) -> FormDialog:
        from rmdesk.ui.dialogs.edit_activity import EditActivity

        dialog = EditActivity(self.context, sheet, copying=copying, parent=self._part)
        dialog.saved.connect(self._part.go_to)
        dialog.open()
        return dialog

    def return_activity(self, sheet: ActivitySheet) -> FormDialog:
        return self._remark(
            self.tr("Return this activity?"),
            self.tr("{name} goes on writing it and submits it again.").format(name=sheet.row.owner),
            lambda session, words: activities.return_activity(
                session, sheet.row.uid, words, version=sheet.row.version
            ),
            verb=self.tr("Return"),
            field=self.tr("What is to be changed"),
        )

    def cancel(self, sheet: ActivitySheet) -> FormDialog:
        asked = sheet.row.turnout.asked - sheet.row.turnout.no
        words = self.tr("Invitations that were not made are dropped, tasks are taken back.")
        if asked > 0:
            words += " " + self.tr(
                "{count} who were invited and did not decline stand in Today to be told on the next "
                "working day."
            ).format(count=asked)
        return self._remark(
            self.tr("Call “{name}” off?").format(name=sheet.row.name),
            words,
            lambda session, reason: activities.cancel_activity(
                session, sheet.row.uid, reason, version=sheet.row.version
            ),
            verb=self.tr("Call it off"),
            field=self.tr("Why"),
        )

    def _remark(
        self,
        title: str,
        sentence: str,
        save: Callable[[Session, str], object],
        *,
        verb: str,
        field: str,
    ) -> FormDialog:
        from rmdesk.ui.dialogs.remark_on_log import RemarkOnLog

        return self._opened(
            RemarkOnLog(self.context, title, sentence, save, verb=verb, field=field, parent=self._part)
        )

    def hold(self, sheet: ActivitySheet) -> FormDialog:
        from rmdesk.ui.dialogs.hold_activity import HoldActivity

        return self._opened(HoldActivity(self.context, sheet, parent=self._part))

    def thank(self, sheet: ActivitySheet) -> FormDialog:
        from rmdesk.ui.dialogs.hold_activity import HoldActivity

        return self._opened(HoldActivity(self.context, sheet, only_thank=True, parent=self._part))

    def evaluate(self, sheet: ActivitySheet) -> FormDialog:
        from rmdesk.ui.dialogs.evaluate_activity import EvaluateActivity

        return self._opened(EvaluateActivity(self.context, sheet, parent=self._part))

    def open_evaluation(self, uid: str) -> FormDialog:
        """The form again, as it stood before a lock."""
        with self.context.store.read() as session:
            sheet = activities.load_activity(session, uid)
        return self.evaluate(sheet)

    def hand_over(self, sheet: ActivitySheet) -> FormDialog:
        from rmdesk.ui.dialogs.hand_over_activity import HandOverActivity

        return self._opened(HandOverActivity(self.context, sheet, parent=self._part))

    def survey(self, uid: str) -> None:
        """Open the survey for feedback, or begin it."""
        sheet = self.sheet
        if uid:
            self._part.place_wanted.emit("surveys", {"survey": uid})
        elif sheet is not None:
            self._of(self.tr("Beginning a survey"), activities.ask_for_feedback, sheet)

    # --- lines -----------------------------------------------------------------------------------------

    def edit_line(self, kind: str, row: Any) -> FormDialog | None:
        """A new line, or this one to be changed."""
        from rmdesk.ui.dialogs.edit_activity_line import LINES

        sheet = self.sheet
        if sheet is None:
            return None
        return self._opened(LINES[kind](self.context, sheet, row, parent=self._part))

    def remove_line(self, kind: str, row: Any) -> None:
        remove = _REMOVALS[kind]
        self._part.page.view.write(
            self.tr("Removing a line"), lambda session: remove(session, row.uid, version=row.version)
        )

    def tick(self, row: NeedRow) -> None:
        done = row.done_on is None
        self._part.page.view.write(
            self.tr("Ticking a line"),
            lambda session: activities.tick_need(session, row.uid, done=done, version=row.version),
        )

    # --- guests ----------------------------------------------------------------------------------------

    def invite(self) -> FormDialog | None:
        from rmdesk.ui.dialogs.invite_guests import InviteGuests

        sheet = self.sheet
        if (
            sheet is None
            or not sheet.may_help
            or sheet.row.state not in ("draft", "returned", "agreed", "open")
        ):
            return None
        self._part.show_view("guests")
        return self._opened(InviteGuests(self.context, sheet, parent=self._part))

    def send(self, ids: list[int]) -> FormDialog | None:
        from rmdesk.ui.dialogs.send_invitations import SendInvitations

        sheet = self.sheet
        if sheet is None:
            return None
        dialog = self._opened(SendInvitations(self.context, sheet, ids, parent=self._part))
        dialog.accepted.connect(self._part.page.guests.model.clear_marks)
        return dialog

    def walk_in(self, typed: str) -> FormDialog | None:
        return self._at_door(typed, bringing=False)

    def bring_guest(self, typed: str) -> FormDialog | None:
        return self._at_door(typed, bringing=True)

    def _at_door(self, typed: str, *, bringing: bool) -> FormDialog | None:
        from rmdesk.ui.dialogs.walk_in import WalkIn

        sheet, door = self.sheet, self._part.page.door
        if sheet is None or not door.may_check_in:
            return None
        dialog = WalkIn(self.context, sheet, typed, bringing=bringing, parent=self._part)
        dialog.came.connect(door.next_one)
        dialog.open()
        return dialog

    # --- paper -----------------------------------------------------------------------------------------

    def print_menu(self, sheet: ActivitySheet) -> QMenu:
        """Which of its lists is to be printed."""
        menu = QMenu(self._part)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for report, words in (
            ("activity_sheet", self.tr("Planning sheet")),
            ("activity_invitations", self.tr("Invitation list")),
            ("activity_check_in", self.tr("Check-in list")),
            ("activity_evaluation", self.tr("Evaluation")),
        ):
            action = menu.addAction(words, partial(self.print_report, report))
            action.setEnabled(report != "activity_evaluation" or sheet.evaluation is not None)
        button = self._part.page.buttons["print"]
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))
        return menu

    def print_report(self, report: str) -> Any:
        from rmdesk.ui.dialogs.preview_report import preview_report

        sheet = self.sheet
        if sheet is None:
            return None
        preview = preview_report(self.context, report, parent=self._part, activity=sheet.row.uid)
        preview.open()
        return preview
