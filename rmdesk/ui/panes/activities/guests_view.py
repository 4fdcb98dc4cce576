"""The list of an activity: whom to invite, what they answered; marked ones are dealt with together."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout

from rmdesk import activity_labels, choices, labels
from rmdesk.models import GuestAnswer
from rmdesk.services import activities
from rmdesk.services.activities import ActivitySheet, GuestRow
from rmdesk.services.errors import UserError
from rmdesk.ui import ask, formats
from rmdesk.ui.messages import sentence_of
from rmdesk.ui.panes.activities import wording
from rmdesk.ui.panes.activities.view import View
from rmdesk.ui.table import CellKind, Column, QueryModel, QueryTable, Source
from rmdesk.ui.tokens import SPACE, TYPE
from rmdesk.ui.widgets import Button, Combo, EmptyState, Ground, Label, LineField, SearchField, Variant

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context

_DIGITS = {"1": GuestAnswer.YES, "2": GuestAnswer.PERHAPS, "3": GuestAnswer.NO}


class GuestsView(View):
    """1, 2 and 3 answer for the current row: comes, perhaps, does not; letters search."""

    customer_wanted = Signal(str)
    invite_wanted = Signal()
    send_wanted = Signal(list)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.rows: dict[int, GuestRow] = {}
        self._build_table()
        self.which = Combo(name=self.tr("Which guests"))
        for code, words in (
            ("all", self.tr("Everybody")),
            ("to_invite", self.tr("To be invited")),
            ("to_answer", self.tr("To answer")),
            ("yes", self.tr("Accepted")),
            ("came", self.tr("Came")),
            ("absent", self.tr("Did not come")),
            ("held_back", self.tr("Left in peace")),
        ):
            self.which.add(words, code)
        self.search = SearchField(self.tr("Name, pinyin, phone"))
        self.search.setFixedWidth(170)
        self.note = Label("", style=TYPE.secondary, ink="secondary")
        self.invite_button = Button(
            self.tr("Invite…"), icon="user-plus", variant=Variant.OUTLINED, key="Ctrl+I"
        )
        head = Ground("surface")
        over = QHBoxLayout(head)
        over.setContentsMargins(SPACE.pane, SPACE.small, SPACE.medium, SPACE.small)
        over.setSpacing(SPACE.small)
        over.addWidget(self.which)
        over.addWidget(self.search)
        over.addWidget(self.note, 1)
        over.addWidget(self.invite_button)
        self.companions = LineField("0")
        self.companions.setFixedWidth(44)
        self.companions.setAccessibleName(labels.field("activity_guest", "companions"))
        self.answers: dict[GuestAnswer, Button] = {}
        self.foot = Ground("surface")
        under = QHBoxLayout(self.foot)
        under.setContentsMargins(SPACE.pane, SPACE.small, SPACE.medium, SPACE.small)
        under.setSpacing(SPACE.small)
        for place, code in enumerate(GuestAnswer, 1):
            words = choices.word("activity_guest", "answer", code.value)
            button = self.answers[code] = Button(words, key=str(place))
            button.clicked.connect(partial(self.answer, code))
            under.addWidget(button)
        under.addWidget(
            Label(labels.field("activity_guest", "companions"), style=TYPE.secondary, ink="secondary")
        )
        under.addWidget(self.companions)
        under.addStretch(1)
        self.send_button = Button(self.tr("Sent to the marked…"), icon="mail")
        self.remove_button = Button(self.tr("Take off"), icon="user-x")
        under.addWidget(self.send_button)
        under.addWidget(self.remove_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.table, 1)
        column.addWidget(self.foot)
        self.setFocusProxy(self.table)
        self._connect()

    def _build_table(self) -> None:
        guest = partial(labels.field, "activity_guest")
        self.model = QueryModel(
            [
                Column(
                    "name", guest("customer_id"), wording.name, CellKind.NAME, 96, stretch=True, sort="name"
                ),
                Column("owner", self.tr("Manager"), attrgetter("owner"), CellKind.QUIET, 72, sort="owner"),
                Column("channel", self.tr("Way"), self._way, CellKind.QUIET, 64),
                Column(
                    "invite_on",
                    self.tr("Invite on"),
                    attrgetter("invite_on"),
                    width=116,
                    sort="invite_on",
                    text=formats.day,
                    tooltip=formats.full_day,
                ),
                Column("invitation", self.tr("Invitation"), wording.invitation, CellKind.TAG, 92),
                Column("answer", guest("answer"), wording.answer, CellKind.TAG, 104, sort="answer"),
                Column("companions", self.tr("Along"), _along, CellKind.NUMBER, 48),
                Column("came", self.tr("Came"), self._came, width=64, sort="came"),
                Column(
                    "note", guest("note"), attrgetter("note"), CellKind.QUIET, 80, gives_way=1, tooltip=str
                ),
            ],
            Source(activities.find_guests, self._load),
            self.context.store,
            self.context.jobs,
            sort="name",
            filters={"activity": None},
            markable=True,
            parent=self,
        )
        self.table = QueryTable(self.model, name=self.tr("Guests"))
        self.empty = EmptyState("", icon="users")
        self.table.set_empty(self.empty)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def _connect(self) -> None:
        self.which.activated.connect(lambda _place: self.model.set_filters(which=self.which.currentData()))
        self.search.searched.connect(lambda words: self.model.set_filters(search=words or None))
        self.invite_button.clicked.connect(self.invite_wanted)
        self.send_button.clicked.connect(self.send)
        self.remove_button.clicked.connect(self.take_off)
        self.table.typed.connect(self._on_typed)
        self.table.opened.connect(lambda _id: self._open_customer())
        self.table.customContextMenuRequested.connect(self._on_menu)
        self.table.current_changed.connect(lambda _id: self._on_current())
        self.model.loaded.connect(self._on_loaded)
        self.empty.acted.connect(self.invite_wanted)

    def _load(self, session: Session, ids: Sequence[int]) -> list[GuestRow]:
        found = activities.load_guests(session, ids)
        self.rows |= {one.id: one for one in found}
        return found

    def show_sheet(self, sheet: ActivitySheet | None) -> None:
        former, self.sheet = self.sheet, sheet
        if sheet is None:
            return
        if former is None or former.row.uid != sheet.row.uid:
            self.rows = {}
            self.model.set_filters(activity=sheet.row.uid)
        else:
            self.model.refresh()
        turnout, seats = sheet.row.turnout, sheet.row.capacity
        told = self.tr("{yes} accepted, {heads} people").format(yes=turnout.yes, heads=turnout.expected)
        if seats is not None:
            told += self.tr(" of {seats} seats").format(seats=formats.count(seats))
        self.note.setText(told)
        preparing = sheet.row.state in ("draft", "returned", "agreed", "open")
        self.invite_button.setVisible(sheet.may_help and preparing)
        is_open = sheet.may_help and sheet.row.state == "open"
        self.foot.setVisible(sheet.may_help and preparing)
        for button in (*self.answers.values(), self.send_button):
            button.setEnabled(is_open)

    def _on_loaded(self) -> None:
        may = not self.invite_button.isHidden()
        words = self.tr("Nobody is on this list yet.")
        if self.model.filters.get("search") or self.which.currentData() != "all":
            words, may = self.tr("Nobody is found by this."), False
        self.empty.set_text(words, action=self.tr("Invite…") if may else "", icon="users")

    @property
    def current(self) -> GuestRow | None:
        row: GuestRow | None = self.model.row_at(self.table.currentIndex().row())
        return row

    def _on_current(self) -> None:
        row = self.current
        self.companions.setText(str(0 if row is None else row.companions))

    def chosen(self) -> list[int]:
        """The marked ones, or the current one."""
        current = self.table.current_id
        return list(self.model.marked_ids()) or ([] if current is None else [current])

    def answer(self, code: GuestAnswer) -> None:
        """The current one answered; seats are exceeded only if that is meant."""
        row = self.current
        if row is None or self.sheet is None or not self.answers[code].isEnabled():
            return
        typed = self.companions.text().strip()
        along: Any = int(typed) if typed.isdecimal() and len(typed) < 4 else typed or 0
        self._answer(row, code, along, over=False)

    def _answer(self, row: GuestRow, code: GuestAnswer, along: Any, *, over: bool) -> None:
        def use_case(session: Session, _progress: Any) -> None:
            activities.answer(session, row.uid, code.value, companions=along, version=row.version, over=over)

        def failed(error: Exception) -> None:
            if isinstance(error, UserError) and error.code == "activity.full":
                ask.confirm(
                    self.window(),
                    title=self.tr("More than there are seats?"),
                    text=sentence_of(error),
                    verb=self.tr("Take them all the same"),
                    then=lambda: self._answer(row, code, along, over=True),
                )
                return
            self.refuse(error)

        self.context.jobs.write(
            self.tr("Saving an answer"), use_case, done=lambda _nothing: self._next(), failed=failed
        )

    def _next(self) -> None:
        self.changed.emit()

    def send(self) -> None:
        ids = self.chosen()
        if ids and self.send_button.isEnabled() and not self.foot.isHidden():
            self.send_wanted.emit(ids)

    def take_off(self) -> None:
        sheet, ids = self.sheet, self.chosen()
        if sheet is None or not ids or self.foot.isHidden():
            return
        self.write(
            self.tr("Taking customers off the list"),
            lambda session: activities.take_off(session, sheet.row.uid, ids),
            done=self._on_taken_off,
        )

    def _on_taken_off(self, count: int) -> None:
        if not count:
            words = self.tr("Who was invited already stays on the list.")
            ask.tell(self.window(), title=self.tr("Nobody was taken off"), text=words)

    def _on_typed(self, letters: str) -> None:
        if letters in _DIGITS and not self.foot.isHidden():
            self.answer(_DIGITS[letters])
            return
        self.search.setFocus()
        self.search.setText(letters)

    def _open_customer(self) -> None:
        row = self.current
        if row is not None and row.may_see:
            self.customer_wanted.emit(row.customer_uid)

    def _on_menu(self, at: QPoint) -> None:
        if self.current is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Open the customer"), self._open_customer)
        if not self.foot.isHidden():
            menu.addSeparator()
            for code, button in self.answers.items():
                if button.isEnabled():
                    menu.addAction(button.text(), partial(self.answer, code))
            menu.addAction(self.tr("Take off"), self.take_off)
        menu.popup(self.table.viewport().mapToGlobal(at))

    def _way(self, row: GuestRow) -> str:
        return "" if row.channel is None else choices.word("activity_contact", "channel", row.channel)

    def _came(self, row: GuestRow) -> str:
        one_day = self.sheet is None or self.sheet.row.first == self.sheet.row.last
        return activity_labels.arrived(row.came_on, row.came_minute, of_one_day=one_day)


def _along(row: GuestRow) -> int | None:
    return (row.came_with if row.came_on is not None else row.companions) or None
