"""One activity beside the list: what it is, what may be done with it, and its views."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from rmdesk import activity_labels, labels
from rmdesk.services import roles
from rmdesk.services.activities import ActivitySheet
from rmdesk.services.roles import Permission
from rmdesk.ui.panes.activities import wording
from rmdesk.ui.panes.activities.about_view import AboutView
from rmdesk.ui.panes.activities.after_view import AfterView
from rmdesk.ui.panes.activities.door_view import DoorView
from rmdesk.ui.panes.activities.guests_view import GuestsView
from rmdesk.ui.panes.activities.lines_view import QuestionsView, SheetView
from rmdesk.ui.panes.activities.view import View
from rmdesk.ui.tokens import SIZE, SPACE, TYPE
from rmdesk.ui.widgets import (
    Button,
    EmptyState,
    Flow,
    Ground,
    Hairline,
    Label,
    NoticeBar,
    Segments,
    Tag,
    Variant,
)

if TYPE_CHECKING:
    from rmdesk.ui.context import Context

ABOUT, SHEET, GUESTS, DOOR, QUESTIONS, AFTER = "about", "sheet", "guests", "door", "questions", "after"


class ActivityPage(Ground):
    """`wanted` carries a deed's name; `changed` asks for everything to be read again."""

    closed = Signal()
    changed = Signal()
    wanted = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__("surface")
        self.sheet: ActivitySheet | None = None
        self._may_judge = bool(roles.allowed(context.actor, Permission.APPROVE_WORK))
        self.about, self.lines, self.guests = AboutView(context), SheetView(context), GuestsView(context)
        self.door, self.questions, self.after = DoorView(context), QuestionsView(context), AfterView(context)
        self.views: dict[str, View] = {
            ABOUT: self.about,
            SHEET: self.lines,
            GUESTS: self.guests,
            DOOR: self.door,
            QUESTIONS: self.questions,
            AFTER: self.after,
        }
        self.names = {
            ABOUT: self.tr("About it"),
            SHEET: self.tr("Sheet and run"),
            GUESTS: self.tr("Invitations"),
            DOOR: self.tr("Check-in"),
            QUESTIONS: self.tr("Questions"),
            AFTER: self.tr("Afterwards"),
        }
        self.title = Label("", style=TYPE.section, wrap=True, selectable=True)
        self.state = Tag("")
        self.meta = Label("", style=TYPE.secondary, ink="secondary")
        self.note = NoticeBar("", tone="caution")
        self.buttons = self._build_buttons()
        self._row = Flow(line=SIZE.control + SPACE.small)
        for place, button in enumerate(self.buttons.values()):
            self._row.insert(place, button)
        self.which = Segments(list(self.names.items()), name=self.tr("Parts of the activity"))
        self.which.chosen.connect(self.show_view)
        self.stack = QStackedWidget()
        for view in self.views.values():
            self.stack.addWidget(view)
            view.changed.connect(self.changed)
        self.after.wanted.connect(self.wanted)
        self.nothing = EmptyState(self.tr("Choose an activity in the list."), icon="presentation")
        self._build_layout()
        self.show_sheet(None)

    def _build_buttons(self) -> dict[str, Button]:
        made = {}
        for name, words, icon, variant in (
            ("submit", self.tr("Submit"), "upload", Variant.PRIMARY),
            ("agree", self.tr("Agree"), "stamp", Variant.PRIMARY),
            ("open", self.tr("Begin to invite"), "mail", Variant.PRIMARY),
            ("hold", self.tr("It was held…"), "check", Variant.PRIMARY),
            ("evaluate", self.tr("Evaluate…"), "check", Variant.PRIMARY),
            ("return", self.tr("Return…"), "corner-down-left", Variant.OUTLINED),
            ("take_back", self.tr("Take back"), "undo-2", Variant.OUTLINED),
            ("edit", self.tr("Change…"), "pencil", Variant.NORMAL),
            ("print", self.tr("Print…"), "printer", Variant.NORMAL),
            ("copy", self.tr("Copy…"), "copy", Variant.NORMAL),
            ("hand_over", self.tr("Hand over…"), "user-check", Variant.NORMAL),
            ("cancel", self.tr("Call off…"), "ban", Variant.NORMAL),
            ("remove", self.tr("Remove"), "trash-2", Variant.NORMAL),
        ):
            button = made[name] = Button(words, icon=icon, variant=variant)
            button.clicked.connect(lambda _checked=False, name=name: self.wanted.emit(name))
        return made

    def _build_layout(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(SPACE.pane, SPACE.medium, SPACE.pane, SPACE.small)
        head.setSpacing(SPACE.small)
        head.addWidget(self.title)
        line = QHBoxLayout()
        line.setSpacing(SPACE.small)
        line.addWidget(self.state)
        line.addWidget(self.meta, 1)
        head.addLayout(line)
        head.addWidget(self._row)
        head.addWidget(self.which)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(self.note)
        whole.addWidget(Hairline())
        whole.addWidget(self.stack, 1)
        whole.addWidget(self.nothing, 1)

    def show_sheet(self, sheet: ActivitySheet | None) -> None:
        """Show this one; the views not looked at take it up when they are."""
        self.sheet = sheet
        for widget in (self.title, self.state, self.meta, self.which, self.stack, self._row):
            widget.setVisible(sheet is not None)
        self.nothing.setVisible(sheet is None)
        if sheet is None:
            self.note.hide()
            return
        row = sheet.row
        self.title.setText(row.name)
        cell = wording.standing(row)
        self.state.set_words(cell.text)
        self.state.set_tone(cell.tone)
        told = [activity_labels.when(row), row.place or "", row.owner]
        self.meta.setText(labels.listed(one for one in told if one))
        for name, button in self.buttons.items():
            button.setVisible(name in self._offered(sheet))
        self._row.arrange()
        self._show_note(sheet)
        self.view.show_sheet(sheet)

    def _offered(self, sheet: ActivitySheet) -> set[str]:
        row, found = sheet.row, {"print", "copy"}
        if sheet.may_judge:
            found |= {"agree", "return"}
        if self._may_judge and not row.is_own and row.state not in ("evaluated", "cancelled"):
            found |= {"hand_over"}
        if row.is_own and row.state in ("submitted", "agreed"):
            found |= {"take_back"}
        if row.is_own and row.state in ("submitted", "agreed", "open"):
            found |= {"cancel"}
        if not sheet.may_lead:
            return found
        found |= {"edit"}
        match row.state:
            case "draft" | "returned":
                found |= {"submit" if sheet.needs_agreement else "open", "remove"}
            case "agreed":
                found |= {"open"}
            case "open" if row.standing in ("running", "past"):
                found |= {"hold"}
            case "held":
                found |= {"evaluate"}
        return found

    def _show_note(self, sheet: ActivitySheet) -> None:
        words, tone, row = "", "caution", sheet.row
        if row.owner_left and row.state not in ("evaluated", "cancelled"):
            words = self.tr("{name} left. Hand the activity over.").format(name=row.owner)
        elif row.state == "returned" and sheet.decision_note:
            words = self.tr("{name} returned it: {note}").format(
                name=sheet.decided_by, note=sheet.decision_note
            )
        elif row.state == "cancelled":
            words, tone = self.tr("Called off: {why}").format(why=sheet.cancelled_for), "warning"
        elif row.standing == "past":
            words = self.tr("Its day is over: check in who came, then say that it was held, or call it off.")
        elif sheet.carried is not None and sheet.may_write:
            told = sheet.carried.next_steps or sheet.carried.lessons
            if told:
                words, tone = self.tr("From the last one: {told}").format(told=told), "info"
        self.note.set_text(words, tone=tone)
        self.note.setVisible(bool(words))

    @property
    def current(self) -> str:
        return self.which.current or ABOUT

    @property
    def view(self) -> View:
        return self.views[self.current]

    def show_view(self, name: str) -> None:
        if name not in self.views:
            return
        self.which.choose(name)
        self.stack.setCurrentWidget(self.views[name])
        if self.sheet is not None:
            self.views[name].show_sheet(self.sheet)
            if name == DOOR:
                self.door.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)
