"""A contact with all its fields: recorded anew, or one that is there changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from rmdesk import labels
from rmdesk.models.interaction import MOST_MINUTES
from rmdesk.services import changes, interactions, values, work
from rmdesk.services.errors import Conflict, UserError
from rmdesk.services.interactions import InteractionRow
from rmdesk.ui import formats
from rmdesk.ui.conflict_card import Clash, ConflictCard, Line
from rmdesk.ui.date_field import DateField
from rmdesk.ui.dialogs.form_dialog import FormDialog
from rmdesk.ui.interactions import wording
from rmdesk.ui.interactions.fields import (
    PromiseKind,
    TextArea,
    checked,
    money_line,
    pick,
    read_money,
    refusal,
)
from rmdesk.ui.interactions.quick_entry import Record, StepField
from rmdesk.ui.panes.customers.page import wording as page_wording
from rmdesk.ui.tokens import SPACE
from rmdesk.ui.widgets import Button, Combo, FormRow, LineField, Variant

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context
    from rmdesk.ui.workers import Progress

_WIDTH = 760
_FIELD_OF = {"interaction.cost_needs_reason": "cost_reason", "interaction.cost_for_nothing": "cost_fen"}


class RecordContact(FormDialog):
    """For a new contact `row` is None and `entered` what is known already, also what `QuickEntry.entered`
    has of a next step and a promise; `record` saves it in place of `interactions.add_interaction`, as the
    answer to what it was prepared for, unless it is only to be saved.

    `saved` carries the customer's uid.
    """

    saved = Signal(str)

    def __init__(
        self,
        context: Context,
        customer_uid: str,
        customer: str,
        *,
        row: InteractionRow | None = None,
        entered: Mapping[str, Any] | None = None,
        record: Record | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            self.tr("Contact with {name}").format(name=customer),
            verb=self.tr("Save") if record is None else self.tr("Save and complete"),
            parent=parent,
            width=_WIDTH,
        )
        self._context, self._customer_uid, self._row = context, customer_uid, row
        self._card: ConflictCard | None = None
        self._record = record or interactions.add_interaction
        if record is not None:
            only = Button(self.tr("Save only"), variant=Variant.NORMAL)
            only.clicked.connect(self._save_only)
            self._foot.insertWidget(self._foot.indexOf(self.verb_button), only)
        known = {name: getattr(row, name) for name in interactions.CHECKS if hasattr(row, name)} | dict(
            entered or {}
        )
        self._reads: dict[str, Any] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(SPACE.medium)
        self._grid.setVerticalSpacing(SPACE.small)
        for column in range(3):
            self._grid.setColumnStretch(column, 1)
        holder = QWidget()
        holder.setLayout(self._grid)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._build(known)
        self.body.addWidget(holder)
        if row is not None:
            remove = Button(self.tr("Remove"), variant=Variant.DANGER)
            remove.clicked.connect(self._remove)
            self._foot.insertWidget(0, remove)
        self.content.setFocus()
        self.comes_again(
            "record_contact",
            customer_uid=customer_uid,
            customer=customer,
            row=None if row is None else [row.uid, row.version],
        )

    def _build(self, known: Mapping[str, Any]) -> None:
        def line(name: str) -> LineField:
            return LineField(str(known.get(name) or ""))

        def check(name: str, field: LineField) -> Any:
            return partial(_line, name, field)

        self.channel = pick("interaction", "channel", known.get("channel") or "call")
        self.outcome = pick("interaction", "result", known.get("result") or "reached")
        self.satisfaction = pick(
            "interaction", "satisfaction", known.get("satisfaction"), empty=self.tr("Not noticed")
        )
        self._put(0, 0, "channel", self.channel, self.channel.currentData)
        self._put(0, 1, "result", self.outcome, self.outcome.currentData)
        self._put(0, 2, "satisfaction", self.satisfaction, self.satisfaction.currentData)
        self.day = DateField("interaction.held_on", toward="past")
        self.day.setText(formats.full_day(known.get("held_on") or date.today()))
        minute = known.get("at_minute")
        self.time = LineField("" if minute is None else wording.clock(minute), placeholder="9:30")
        self.minutes = line("duration_minutes")
        self._put(1, 0, "held_on", self.day, self.day.read, required=True)
        self._put(1, 1, "at_minute", self.time, check("at_minute", self.time))
        self._put(1, 2, "duration_minutes", self.minutes, lambda: _minutes(self.minutes))
        self.level = pick("interaction", "level", known.get("level") or "business")
        self.kind = pick("interaction", "kind", known.get("kind") or "daily")
        self.who = self._people(known.get("staff"))
        self._put(2, 0, "level", self.level, self.level.currentData)
        self._put(2, 1, "kind", self.kind, self.kind.currentData)
        self._put(2, 2, "staff", self.who, self.who.currentData, label="staff_id")
        self.purpose = line("purpose")
        self._put(3, 0, "purpose", self.purpose, check("purpose", self.purpose), span=3)
        self.content = TextArea(known.get("content") or "", lines=4)
        self._put(
            4,
            0,
            "content",
            self.content,
            lambda: checked(interactions.CHECKS, "interaction", "content", self.content.toPlainText()),
            span=3,
        )
        self.need = line("need")
        amount = known.get("need_amount_fen")
        self.need_amount = money_line(amount if isinstance(amount, int) else None)
        if isinstance(amount, str):
            self.need_amount.setPlaceholderText(amount)
        self.need_on = DateField("interaction.need_on", toward="future")
        if known.get("need_on") is not None:
            self.need_on.setText(formats.full_day(known["need_on"]))
        self._put(5, 0, "need", self.need, check("need", self.need))
        self._put(
            5,
            1,
            "need_amount_fen",
            self.need_amount,
            lambda: read_money(self.need_amount, "interaction.need_amount_fen"),
        )
        self._put(5, 2, "need_on", self.need_on, self.need_on.read)
        self.cost = money_line(known.get("cost_fen"))
        self.cost_for, self.cost_reason = line("cost_for"), line("cost_reason")
        self._put(6, 0, "cost_fen", self.cost, lambda: read_money(self.cost, "interaction.cost_fen"))
        self._put(6, 1, "cost_for", self.cost_for, check("cost_for", self.cost_for))
        self._put(6, 2, "cost_reason", self.cost_reason, check("cost_reason", self.cost_reason))
        self.step = StepField(
            "follow_up.due_on",
            name=labels.field("follow_up", "step"),
            placeholder=self.tr("Sat: call back"),
        )
        self.promise = StepField(
            "commitment.due_on", name=self.tr("New promise"), placeholder=self.tr("Fri: send the offer")
        )
        self.promise_kind = PromiseKind(name=labels.field("commitment", "kind"))
        self.step.setText(known.get("next_step", ""))
        self.promise.setText(known.get("promise", ""))
        self.promise_kind.start_over(known.get("promise_kind") or self.promise_kind.currentData())
        self.promise.textChanged.connect(lambda: self.promise_kind.follow(self.promise.words))
        if self._row is None:
            steps = (
                (self.step, labels.field("follow_up", "step"), self.step.refusal),
                (self.promise, self.tr("New promise"), self._promise_refusal),
                (self.promise_kind, labels.field("commitment", "kind"), None),
            )
            for column, (field, words, refused) in enumerate(steps):
                made = FormRow(words, field, check=refused)
                self.rows[f"next_{column}"] = made
                self._grid.addWidget(made, 7, column, Qt.AlignmentFlag.AlignTop)
        self._first = self._typed()

    def _put(
        self,
        line: int,
        column: int,
        name: str,
        field: QWidget,
        read: Any,
        *,
        label: str = "",
        span: int = 1,
        required: bool = False,
    ) -> None:
        row = FormRow(
            labels.field("interaction", label or name),
            field,
            required=required,
            check=partial(refusal, read),
        )
        self.rows[name], self._reads[name] = row, read
        self._grid.addWidget(row, line, column, 1, span, Qt.AlignmentFlag.AlignTop)

    def _people(self, chosen: str | None) -> Combo:
        combo = Combo()
        with self._context.store.read() as session:
            for uid, name in work.colleagues(session):
                combo.add(name, uid)
        combo.choose(self._context.actor.staff_uid)
        if chosen is not None and (place := combo.findText(chosen)) >= 0:
            combo.setCurrentIndex(place)
        return combo

    def _promise_refusal(self) -> str:
        wrong = self.promise.refusal()
        found = None if wrong else self.promise.read()
        if found is not None and not found.words:
            return self.tr("Say behind the day what was promised.")
        return wrong

    def _typed(self) -> dict[str, Any]:
        """What the fields hold, as far as they can be read."""
        found = {}
        for name, read in self._reads.items():
            try:
                found[name] = read()
            except UserError:
                found[name] = None
        return found

    # --- saving ------------------------------------------------------------------------------------

    def _save_only(self) -> None:
        if not self.is_busy:
            self._submit(interactions.add_interaction)

    def submit(self) -> None:
        self._submit(self._record)

    def _submit(self, add: Record) -> None:
        if not self.check():
            return
        row, uid = self._row, self._customer_uid
        given = self._typed()
        step, promise = self.step.read(), self.promise.read()
        follow_up = commitment = None
        if step is not None:
            words = (
                step.words or wording.first_line(given["content"]) or given["purpose"] or self.windowTitle()
            )
            follow_up = {"due_on": step.due_on, "step": " ".join(filter(None, (step.when, words)))}
        if promise is not None:
            commitment = {
                "due_on": promise.due_on,
                "promise": promise.words,
                "kind": self.promise_kind.currentData(),
            }
        if row is not None:
            given = {name: value for name, value in given.items() if value != self._first[name]}

        if row is not None:
            self._change(row, given)
            return

        def save(session: Session, _progress: Progress) -> None:
            add(session, uid, given, follow_up=follow_up, commitment=commitment)

        self.set_busy(True, self.tr("Saving…"))
        self._context.jobs.write(
            self.tr("Saving a contact"), save, done=self._on_saved, failed=self._on_failed
        )

    def _change(self, row: InteractionRow, given: Mapping[str, Any]) -> None:
        def save(session: Session, _progress: Progress) -> None:
            interactions.edit_interaction(session, row.uid, given, version=row.version)

        def failed(error: Exception) -> None:
            if isinstance(error, Conflict) and error.params.get("present") is not None:
                self.set_busy(False)
                self._show_clash(row, given)
            else:
                self._on_failed(error)

        self.set_busy(True, self.tr("Saving…"))
        self._context.jobs.write(self.tr("Saving a contact"), save, done=self._on_saved, failed=failed)

    def _show_clash(self, row: InteractionRow, given: Mapping[str, Any]) -> None:
        """Somebody else changed the contact meanwhile: field by field, theirs or what was entered here."""
        with self._context.store.read() as session:
            try:
                present = interactions.load_interaction(session, row.uid)
            except UserError as error:
                self._on_failed(error)
                return
            found = changes.since(session, "interaction", row.uid, row.version)
        changed = {"staff" if one.field == "staff_id" else one.field for one in found}
        names = dict.fromkeys([*given, *(name for name in self._reads if name in changed)])
        lines = tuple(
            Line(
                name,
                labels.field("interaction", "staff_id" if name == "staff" else name),
                _told(name, getattr(present, name)),
                _entered(self.rows[name].field) if name in given else None,
                name in changed,
            )
            for name in names
        )

        def settle(mine: frozenset[str]) -> None:
            if mine:
                self._change(present, {name: given[name] for name in mine})
            else:
                self._on_saved(None)

        self._card = ConflictCard(Clash(self._customer_uid, lines, settle))
        self._card.settled.connect(self._card.deleteLater)
        self.body.insertWidget(0, self._card)
        self._card.save.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def conflict(self) -> ConflictCard | None:
        """What somebody else changed meanwhile, if that is asked about."""
        return self._card

    def _remove(self) -> None:
        row = self._row
        if row is None or self.is_busy:
            return
        self.set_busy(True)
        self._context.jobs.write(
            self.tr("Removing a contact"),
            lambda session, _progress: interactions.remove_interaction(session, row.uid, version=row.version),
            done=self._on_saved,
            failed=self._on_failed,
        )

    def _on_saved(self, _nothing: object) -> None:
        self.saved.emit(self._customer_uid)
        self.accept()

    def row_of(self, error: UserError) -> str:
        table, _, name = str(error.params.get("what", "")).partition(".")
        return _FIELD_OF.get(error.code) or (name if table == "interaction" else "")


def _line(name: str, field: LineField) -> Any:
    return checked(interactions.CHECKS, "interaction", name, field.text())


def _told(name: str, found: Any) -> str:
    """A value as the fields of the dialog show it."""
    if name.endswith("_fen") and isinstance(found, int):
        return money_line(found).text()
    return page_wording.column("interaction", name, found)


def _entered(field: QWidget) -> str:
    """What stands in a field."""
    match field:
        case Combo():
            return field.currentText()
        case LineField():
            return field.text()
        case TextArea():
            return field.toPlainText()
    return ""


def _minutes(field: LineField) -> int | None:
    if values.is_empty(field.text()):
        return None
    typed = field.text().strip()
    number = int(typed) if typed.isdecimal() and len(typed) < 6 else -1
    return values.whole(number, "interaction.duration_minutes", 1, MOST_MINUTES)
