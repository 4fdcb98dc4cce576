"""Whom to invite to an activity: a segment or single customers, by which way, on which days; shown before."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from rmdesk import activity_labels, labels
from rmdesk.services import activities, archive, segments, working_days
from rmdesk.services.activities import ActivitySheet, Invitations
from rmdesk.services.errors import UserError
from rmdesk.ui import formats
from rmdesk.ui.customer_field import CustomerField
from rmdesk.ui.date_field import DateField
from rmdesk.ui.dialogs.form_dialog import FormDialog
from rmdesk.ui.interactions.fields import pick, refusal
from rmdesk.ui.messages import sentence_of
from rmdesk.ui.table import CellKind, Column, QueryModel, QueryTable, Source
from rmdesk.ui.tokens import SPACE
from rmdesk.ui.widgets import Button, Combo, EmptyState, FormRow, Label, LineField

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context
    from rmdesk.ui.workers import Progress

_TABLE_HEIGHT = 150
_PAUSE = 250  # ms after the last letter until it is counted anew


class InviteGuests(FormDialog):
    """What would come of it is counted as the fields change; `saved` tells that they stand on the list."""

    saved = Signal()

    def __init__(self, context: Context, sheet: ActivitySheet, *, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Invite to “{name}”").format(name=sheet.row.name),
            self.tr(
                "Each invitation stands in Today of the customer's manager on its day, around other contacts."
            )
            + ("" if sheet.row.state == "open" else " " + self.tr("They fall due once inviting is begun.")),
            verb=self.tr("Put on the list"),
            width=620,
            parent=parent,
        )
        self._context, self._sheet = context, sheet
        self._picked: dict[int, str] = {}  # single customers, by id
        self._left: dict[int, str] = {}  # who is left out, and why
        self._asked = 0
        self.found: Invitations | None = None
        with context.store.read() as session:
            work = working_days.load(session)
            listed = segments.list_segments(session)
        self.segment = Combo()
        self.segment.add(self.tr("no segment, only those below"), None)
        for one in listed:
            self.segment.add(one.name, one.uid)
        self.customer = CustomerField(context)
        self.add_button = Button(self.tr("Add"), icon="plus")
        self.picked_words = Label("", ink="secondary", wrap=True)
        self.channel = pick("activity_contact", "channel", None, empty=self.tr("as each likes it"))
        self.first = DateField("activity_contact.first_on", toward="future", working=work)
        self.last = DateField("activity_contact.last_on", toward="future", working=work)
        self.apart = LineField(str(sheet.apart_days))
        self.told = Label("", wrap=True)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self.count)
        self._build()
        self._connect()
        self.verb_button.setEnabled(False)
        self.segment.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        single = QWidget()
        line = QHBoxLayout(single)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE.small)
        line.addWidget(self.customer, 1)
        line.addWidget(self.add_button)
        single.setFocusProxy(self.customer)
        self.rows = {
            "segment": FormRow(labels.field("plan_node", "segment_id"), self.segment),
            "customer": FormRow(self.tr("Single customers"), single),
            "channel": FormRow(labels.field("activity_contact", "channel"), self.channel),
            "apart_days": FormRow(labels.field("activity", "apart_days"), self.apart),
            "first_on": FormRow(
                labels.what("activity_contact.first_on"), self.first, check=lambda: _refusal(self.first)
            ),
            "last_on": FormRow(
                labels.what("activity_contact.last_on"), self.last, check=lambda: _refusal(self.last)
            ),
        }
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE.medium)
        grid.setVerticalSpacing(SPACE.medium)
        for place, name in enumerate(self.rows):
            grid.addWidget(self.rows[name], place // 2, place % 2, Qt.AlignmentFlag.AlignTop)
        self.model = QueryModel(
            [
                Column("name", self.tr("Left out"), lambda row: row.name, CellKind.NAME, 100, stretch=True),
                Column("why", self.tr("Because"), lambda row: self._left.get(row.id, ""), width=300),
            ],
            Source(lambda _session: list(self._left), archive.load_customers, attrgetter("id")),
            self._context.store,
            self._context.jobs,
            parent=self,
        )
        self.table = QueryTable(self.model, name=self.tr("Left out"))
        self.table.set_empty(EmptyState(self.tr("Nobody is left out."), icon="circle-check"))
        self.table.setFixedHeight(_TABLE_HEIGHT)
        self.table.hide()
        self.picked_words.hide()
        self.body.setSpacing(SPACE.medium)
        self.body.addLayout(grid)
        self.body.addWidget(self.picked_words)
        self.body.addWidget(self.told)
        self.body.addWidget(self.table)

    def _connect(self) -> None:
        for box in (self.segment, self.channel):
            box.activated.connect(lambda _place: self.count())
        for field in (self.first, self.last, self.apart):
            field.textChanged.connect(lambda _text: self._timer.start())
        self.add_button.clicked.connect(self.add_customer)
        self.customer.returnPressed.connect(self.add_customer)

    def add_customer(self) -> None:
        """Whom the field found is invited as well."""
        if self.customer.refusal(required=True) or not self.customer.customer_uid:
            self.rows["customer"].set_error(self.customer.refusal(required=True))
            return
        with self._context.store.read() as session:
            id_ = archive.id_of(session, self.customer.customer_uid)
        if id_ is not None:
            self._picked[id_] = self.customer.text().strip()
        self.customer.clear()
        self.customer.choose("", "")
        self.rows["customer"].set_error("")
        self.picked_words.setText(labels.listed(self._picked.values()))
        self.picked_words.setVisible(bool(self._picked))
        self.count()

    def _options(self) -> dict[str, Any]:
        """Raises UserError for a day that is none."""
        typed = self.apart.text().strip()
        return {
            "channel": self.channel.currentData(),
            "first": self.first.read() if self.first.text().strip() else None,
            "last": self.last.read() if self.last.text().strip() else None,
            "apart_days": int(typed) if typed.isdecimal() and len(typed) < 4 else None,
        }

    def _ids(self, session: Session) -> list[int]:
        uid = self.segment.currentData()
        members = [] if uid is None else activities.members_of(session, uid)
        return list(dict.fromkeys([*self._picked, *members]))

    def count(self) -> None:
        """Say what would come of it; of what is asked several times the last answer counts."""
        self.found = None
        self.verb_button.setEnabled(False)
        self._asked += 1
        number = self._asked
        if self.segment.currentData() is None and not self._picked:
            self._show_nothing("")
            return
        try:
            options = self._options()
        except UserError as error:
            self._show_nothing(sentence_of(error))
            return
        self.told.setText(self.tr("Counting…"))
        uid = self._sheet.row.uid
        self._context.jobs.read(
            lambda session: activities.propose_invitations(session, uid, self._ids(session), **options),
            done=lambda found: self._on_counted(number, found),
            failed=lambda error: self._on_refused(number, error),
        )

    def _show_nothing(self, words: str) -> None:
        self.told.setText(words)
        self._left = {}
        self.table.hide()

    def _on_refused(self, number: int, error: Exception) -> None:
        if number == self._asked:
            self._show_nothing(sentence_of(error))

    def _on_counted(self, number: int, found: Invitations) -> None:
        if number != self._asked:
            return
        self.found = found
        days = [day for day, count in found.by_day if count]
        most = max((count for _day, count in found.by_day), default=0)
        if found.placed:
            told = self.tr("{count} are invited from {first} to {last}, {most} a day at most.").format(
                count=formats.count(len(found.placed)),
                first=formats.day(days[0]),
                last=formats.day(days[-1]),
                most=formats.count(most),
            )
        else:
            told = self.tr("Nobody would be invited.")
        if found.already:
            told += " " + self.tr("{count} stand on the list already.").format(
                count=formats.count(found.already)
            )
        if found.left_out:
            told += " " + self.tr("{count} are left out.").format(count=formats.count(len(found.left_out)))
        seats = self._sheet.row.capacity
        if seats is not None:
            told += " " + self.tr("There are {seats} seats.").format(seats=formats.count(seats))
        self.told.setText(told)
        self._left = {id_: activity_labels.why(why) for id_, why in found.left_out}
        self.table.setVisible(bool(self._left))
        self.model.refresh()
        self.verb_button.setEnabled(bool(found.placed))
        self.adjustSize()

    def submit(self) -> None:
        if self.customer.text().strip():
            self.add_customer()
            return
        if self.found is None or not self.check():
            return
        uid, options, ids = self._sheet.row.uid, self._options(), self._ids

        def save(session: Session, _progress: Progress) -> int:
            return len(activities.invite(session, uid, ids(session), **options).placed)

        self.set_busy(True, self.tr("Saving…"))
        self._context.jobs.write(
            self.tr("Putting customers on the list"), save, done=self._on_saved, failed=self._on_failed
        )

    def _on_saved(self, _count: int) -> None:
        self.saved.emit()
        self.accept()


def _refusal(field: DateField) -> str:
    return refusal(field.read) if field.text().strip() else ""
