"""At the door: who stands there is found by their name and checked in by Enter; others come by a button."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from rmdesk import activity_labels, labels
from rmdesk.services import activities
from rmdesk.services.activities import ActivitySheet, GuestRow
from rmdesk.services.errors import UserError
from rmdesk.ui import formats
from rmdesk.ui.messages import sentence_of
from rmdesk.ui.panes.activities import wording
from rmdesk.ui.panes.activities.view import View
from rmdesk.ui.table import CellKind, Column, QueryModel, QueryTable, Source
from rmdesk.ui.tokens import SPACE, TYPE
from rmdesk.ui.widgets import Button, EmptyState, Ground, Label, LineField, NoticeBar, SearchField, Segments

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context

_ABSENT, _CAME = "absent", "came"


class DoorView(View):
    """What is typed finds among those who are still to come; Enter checks the found one in, and the field is
    free for the next. The arrows choose among several. `walk_in_wanted` and `guest_wanted` carry what was
    typed.
    """

    walk_in_wanted = Signal(str)
    guest_wanted = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.rows: dict[int, GuestRow] = {}
        self.which = Segments(
            [(_ABSENT, self.tr("To come")), (_CAME, self.tr("Here"))],
            name=self.tr("Whom to show"),
            current=_ABSENT,
        )
        self.search = SearchField(self.tr("Name, pinyin or initials, then Enter"), pause=0)
        self.search.setMinimumWidth(260)
        self.along = LineField("")
        self.along.setFixedWidth(44)
        self.along.setAccessibleName(labels.field("activity_guest", "came_with"))
        self.walk_in_button = Button(self.tr("Uninvited…"), icon="user-plus", key="Ctrl+J")
        self.guest_button = Button(self.tr("Guest of a customer…"), icon="users", key="Ctrl+G")
        self.back_button = Button(self.tr("Take back"), icon="undo-2")
        self.count = Label("", style=TYPE.section, tabular=True)
        self.said = NoticeBar("", tone="info")
        self.said.hide()
        self._build_table()
        head = Ground("surface")
        over = QHBoxLayout(head)
        over.setContentsMargins(SPACE.pane, SPACE.small, SPACE.medium, SPACE.small)
        over.setSpacing(SPACE.small)
        over.addWidget(self.search, 1)
        over.addWidget(Label(self.tr("with"), style=TYPE.secondary, ink="secondary"))
        over.addWidget(self.along)
        over.addWidget(self.which)
        over.addWidget(self.count)
        foot = Ground("surface")
        under = QHBoxLayout(foot)
        under.setContentsMargins(SPACE.pane, SPACE.small, SPACE.medium, SPACE.small)
        under.setSpacing(SPACE.small)
        under.addWidget(self.walk_in_button)
        under.addWidget(self.guest_button)
        under.addStretch(1)
        under.addWidget(self.back_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.said)
        column.addWidget(self.table, 1)
        column.addWidget(foot)
        self.foot = foot
        self.setFocusProxy(self.search)
        self._connect()

    def _build_table(self) -> None:
        self.model = QueryModel(
            [
                Column("name", self.tr("Name"), wording.name, CellKind.NAME, 140, stretch=True, sort="name"),
                Column("phone", self.tr("Phone"), attrgetter("phone"), CellKind.QUIET, 110),
                Column("owner", self.tr("Manager"), attrgetter("owner"), CellKind.QUIET, 80, sort="owner"),
                Column("answer", labels.field("activity_guest", "answer"), wording.answer, CellKind.TAG, 108),
                Column("along", self.tr("Along"), _along, CellKind.NUMBER, 56),
                Column("came", self.tr("Came"), self._came, width=72, sort="came"),
            ],
            Source(activities.find_guests, self._load),
            self.context.store,
            self.context.jobs,
            sort="name",
            filters={"activity": None, "which": _ABSENT},
            parent=self,
        )
        self.table = QueryTable(self.model, name=self.tr("Guests at the door"))
        self.empty = EmptyState("", icon="users")
        self.table.set_empty(self.empty)

    def _connect(self) -> None:
        self.which.chosen.connect(self._on_which)
        self.search.searched.connect(lambda words: self.model.set_filters(search=words or None))
        self.search.installEventFilter(self)
        self.along.returnPressed.connect(self.enter)
        self.walk_in_button.clicked.connect(lambda: self._ask(self.walk_in_wanted))
        self.guest_button.clicked.connect(lambda: self._ask(self.guest_wanted))
        self.back_button.clicked.connect(self.take_back)
        self.table.opened.connect(lambda _id: self._check_in_current())
        self.table.current_changed.connect(lambda _id: self._on_current())
        self.table.typed.connect(self._on_typed)
        self.model.loaded.connect(self._on_loaded)

    def _load(self, session: Session, ids: Sequence[int]) -> list[GuestRow]:
        return activities.load_guests(session, ids)

    @property
    def may_check_in(self) -> bool:
        sheet = self.sheet
        return sheet is not None and sheet.may_help and sheet.row.state in ("open", "held")

    def show_sheet(self, sheet: ActivitySheet | None) -> None:
        former, self.sheet = self.sheet, sheet
        if sheet is None:
            return
        if former is None or former.row.uid != sheet.row.uid:
            self.said.hide()
            self.model.set_filters(activity=sheet.row.uid)
        else:
            self.model.refresh()
        turnout = sheet.row.turnout
        seats = "" if sheet.row.capacity is None else f"/{formats.count(sheet.row.capacity)}"
        self.count.setText(self.tr("{heads}{seats} here").format(heads=turnout.heads, seats=seats))
        for widget in (self.search, self.along, self.walk_in_button, self.guest_button, self.back_button):
            widget.setEnabled(self.may_check_in)

    def _on_loaded(self) -> None:
        if self.table.current_id is None and self.model.rowCount():
            self.table.go_to(self.model.id_at(0))
        if self.search.text().strip():
            words = self.tr("Nobody of the list is called so. Who stands on no list comes by “Uninvited”.")
        elif self.which.current == _CAME:
            words = self.tr("Nobody is here yet.")
        else:
            words = self.tr("Nobody is to come any more.")
        self.empty.set_text(words, icon="users")
        self._on_current()

    @property
    def current(self) -> GuestRow | None:
        row: GuestRow | None = self.model.row_at(self.table.currentIndex().row())
        return row

    def _on_current(self) -> None:
        row = self.current
        if not self.along.hasFocus():
            self.along.setText("" if row is None or row.is_guest else str(row.companions))
        self.back_button.setEnabled(self.may_check_in and row is not None and row.came_on is not None)

    def _on_which(self, name: str) -> None:
        self.model.set_filters(which=name)
        self.search.setFocus()

    def enter(self) -> None:
        """Check in whom what is typed means: the one who is found, or of several the current one."""
        sheet, words = self.sheet, self.search.text().strip()
        if sheet is None or not self.may_check_in:
            return
        if not words:
            self._check_in_current()
            return
        with self.context.store.read(for_window=True) as session:
            ids = activities.find_guests(session, activity=sheet.row.uid, which=_ABSENT, search=words)
            found = activities.load_guests(session, ids[:2])
            here = (
                []
                if ids
                else activities.find_guests(session, activity=sheet.row.uid, which=_CAME, search=words)
            )
            came = activities.load_guests(session, here[:1])
        if len(ids) == 1:
            self._check_in(found[0])
        elif ids:
            self._check_in_current(among=ids)
        elif came:
            self._say(self.tr("{name} is here already.").format(name=wording.name(came[0])), "caution")
        else:
            self._say(self.tr("Nobody of the list is called “{words}”.").format(words=words), "caution")

    def _check_in_current(self, among: Sequence[int] = ()) -> None:
        row = self.current
        if row is None or (among and row.id not in among):
            return
        if row.came_on is None:
            self._check_in(row)

    def _check_in(self, row: GuestRow) -> None:
        typed = self.along.text().strip()
        is_current = self.current is not None and self.current.id == row.id
        along: Any = int(typed) if is_current and typed.isdecimal() and len(typed) < 4 else None

        def use_case(session: Session, _progress: Any) -> None:
            activities.check_in(session, row.uid, companions=None if row.is_guest else along)

        def done(_nothing: Any) -> None:
            told = self.tr("{name} is checked in.").format(name=wording.name(row))
            with_ = row.companions if along is None else along
            if with_ and not row.is_guest:
                told += " " + self.tr("With them came {count}.").format(count=with_)
            self.next_one(told)

        self.context.jobs.write(self.tr("Checking in"), use_case, done=done, failed=self._on_refused)

    def next_one(self, told: str) -> None:
        """Somebody came: the field is free for the next."""
        self._say(told, "good")
        self.search.clear()
        self.model.set_filters(search=None)
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def take_back(self) -> None:
        row = self.current
        if row is None or row.came_on is None or not self.may_check_in:
            return
        self.context.jobs.write(
            self.tr("Taking a check-in back"),
            lambda session, _progress: activities.take_back_check_in(session, row.uid),
            done=lambda _nothing: self.next_one(self.tr("The check-in was taken back.")),
            failed=self._on_refused,
        )

    def _on_refused(self, error: Exception) -> None:
        """Said above the list: a box would hold up who waits."""
        if isinstance(error, UserError):
            self._say(sentence_of(error), "warning")
        self.changed.emit()

    def _say(self, words: str, tone: str) -> None:
        self.said.set_text(words, tone=tone)
        self.said.show()

    def _ask(self, signal: Any) -> None:
        if self.may_check_in:
            signal.emit(self.search.text().strip())

    def _on_typed(self, letters: str) -> None:
        self.search.setFocus()
        self.search.setText(letters)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows move in the list while the keys are in the field; Enter checks in."""
        if watched is self.search and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = event.key()
            if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                row = self.table.currentIndex().row() + (1 if key == Qt.Key.Key_Down else -1)
                if 0 <= row < self.model.rowCount():
                    self.table.go_to(self.model.id_at(row))
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.enter()
                return True
        return bool(super().eventFilter(watched, event))

    def _came(self, row: GuestRow) -> str:
        one_day = self.sheet is None or self.sheet.row.first == self.sheet.row.last
        return activity_labels.arrived(row.came_on, row.came_minute, of_one_day=one_day)


def _along(row: GuestRow) -> int | None:
    return (row.came_with if row.came_on is not None else row.companions) or None
