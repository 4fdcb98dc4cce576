"""A visit: what to prepare, to discuss and to see; sent for approval; and its report once it was held."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from rmdesk import choices, labels
from rmdesk.models import VisitState
from rmdesk.services import interactions, visits
from rmdesk.services.errors import UserError
from rmdesk.services.visits import VisitRow
from rmdesk.ui import formats
from rmdesk.ui.date_field import DateField
from rmdesk.ui.dialogs.form_dialog import FormDialog
from rmdesk.ui.interactions import wording
from rmdesk.ui.interactions.fields import PromiseKind, TextArea, checked, pick, refusal
from rmdesk.ui.interactions.quick_entry import StepField
from rmdesk.ui.messages import beside_field, sentence_of
from rmdesk.ui.tokens import SPACE
from rmdesk.ui.widgets import Button, FormRow, Label, LineField

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.models import Interaction
    from rmdesk.ui.context import Context
    from rmdesk.ui.workers import Progress

_WIDTH = 760
_THREE = 3  # things each: more than three nobody keeps in mind on the way


class PrepareVisit(FormDialog):
    """For a new visit `visit_uid` is None; `seen` is the version of a visit that the person knows, if it is
    not the present one. Saves the preparation; buttons of its own send, report, cancel.

    With `record` it opens at the report, and the contact is saved by it, as `interactions.add_interaction`
    would.
    """

    saved = Signal(str)  # the customer's uid

    def __init__(
        self,
        context: Context,
        customer_uid: str,
        customer: str,
        *,
        visit_uid: str | None = None,
        seen: int | None = None,
        record: Callable[..., Interaction] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        row = None
        if visit_uid is not None:
            with context.store.read() as session:
                row = visits.load_visit(session, visit_uid)
            if seen is not None:
                row = replace(row, version=seen)
        super().__init__(
            self.tr("Visit to {name}").format(name=customer),
            _standing(row),
            verb=self.tr("Save") if record is None else self.tr("Held: save the report"),
            parent=parent,
            width=_WIDTH,
        )
        self._context, self._customer_uid, self._row = context, customer_uid, row
        self._record = record
        self._reads: dict[str, Callable[[], Any]] = {}
        self.rows: dict[str, FormRow] = {}
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE.medium)
        self._grid.setVerticalSpacing(SPACE.small)
        for column in range(3):
            self._grid.setColumnStretch(column, 1)
        holder = QWidget()
        holder.setLayout(self._grid)
        self._build(row)
        self.body.addWidget(holder)
        self._build_more(row)
        if record is None:
            self.day.setFocus()
        else:
            self.held_button.hide()
            self.report.setFocus()
        self.comes_again(
            "prepare_visit",
            customer_uid=customer_uid,
            customer=customer,
            visit=None if row is None else [row.uid, row.version],
        )

    def _build(self, row: VisitRow | None) -> None:
        def known(name: str) -> str:
            return "" if row is None else getattr(row, name) or ""

        self.day = DateField("visit.planned_on", toward="future")
        self.day.setText("" if row is None else formats.full_day(row.planned_on))
        minute = None if row is None else row.at_minute
        self.time = LineField("" if minute is None else wording.clock(minute), placeholder="9:30")
        self.place, self.purpose = LineField(known("place")), LineField(known("purpose"))
        self._put(0, 0, "planned_on", self.day, self.day.read, required=True)
        self._put(0, 1, "at_minute", self.time, lambda: _check("at_minute", self.time.text()))
        self._put(0, 2, "place", self.place, lambda: _check("place", self.place.text()))
        self._put(1, 0, "purpose", self.purpose, lambda: _check("purpose", self.purpose.text()), span=3)
        self.things: dict[str, list[LineField]] = {}
        for column, name in enumerate(("to_prepare", "to_discuss", "to_see")):
            lines = known(name).split("\n")
            lines += [""] * (_THREE - len(lines))
            fields = self.things[name] = [LineField(one, name=labels.field("visit", name)) for one in lines]
            for place, field in enumerate(fields):
                words = labels.field("visit", name) if place == 0 else ""
                made = FormRow(words, field) if place == 0 else field
                self._grid.addWidget(made, 2 + place, column)
            self._reads[name] = partial(self._things, name)
        self.report = TextArea(known("report"), lines=4)
        self.report_row = FormRow(labels.field("visit", "report"), self.report)
        self._grid.addWidget(self.report_row, 2 + _THREE + 6, 0, 1, 3)
        self.felt = pick("interaction", "satisfaction", None, empty=self.tr("Not noticed"))
        self.felt_row = FormRow(labels.field("interaction", "satisfaction"), self.felt)
        step, promise = labels.field("follow_up", "step"), self.tr("New promise")
        self.step = StepField("follow_up.due_on", name=step, placeholder=self.tr("Sat: call back"))
        self.promise = StepField(
            "commitment.due_on", name=promise, placeholder=self.tr("Fri: send the offer"), needs_words=True
        )
        self.kind = PromiseKind(name=labels.field("commitment", "kind"))
        self.step_row = FormRow(step, self.step, check=self.step.refusal)
        self.promise_row = FormRow(promise, self.promise, check=self.promise.refusal)
        self.kind_row = FormRow(labels.field("commitment", "kind"), self.kind)
        self.promise.textChanged.connect(self._on_promise)
        for column, made in enumerate((self.felt_row, self.step_row, self.promise_row)):
            self._grid.addWidget(made, 2 + _THREE + 7, column, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self.kind_row, 2 + _THREE + 8, 2)
        self.kind_row.hide()
        self._first = {} if row is None else self._typed()

    def _build_more(self, row: VisitRow | None) -> None:
        """The buttons of what else may be done, and who may not change it any more."""
        ended = row is not None and row.state in (VisitState.HELD, VisitState.CANCELLED)
        self.send_button = Button(self.tr("Send for approval"))
        self.held_button = Button(self.tr("Held: save the report"))
        self.cancel_visit_button = Button(self.tr("Cancel the visit"))
        for place, (button, run, shown) in enumerate(
            (
                (self.cancel_visit_button, self._cancel, row is not None and not ended),
                (self.send_button, self._send, not ended and (row is None or row.state != "submitted")),
                (self.held_button, self._hold, row is not None and not ended),
            )
        ):
            button.clicked.connect(run)
            button.setVisible(shown)
            self._foot.insertWidget(place, button)
        self.report_row.setVisible(row is not None)
        for said in (self.felt_row, self.step_row, self.promise_row):
            said.setVisible(row is not None and not ended)
        if ended:
            self.verb_button.hide()
            self.cancel_button.setText(self.tr("Close"))
            for field in (self.day, self.time, self.place, self.purpose, self.report):
                field.setReadOnly(True)
            for fields in self.things.values():
                for field in fields:
                    field.setReadOnly(True)
        if row is not None and row.decision_note:
            note = self.tr("Comment: {note}").format(note=row.decision_note)
            self.body.insertWidget(0, Label(note, ink="secondary", wrap=True))

    def _on_promise(self) -> None:
        self.kind.follow(self.promise.words)
        self.kind_row.setVisible(bool(self.promise.words))

    def _put(
        self,
        line: int,
        column: int,
        name: str,
        field: QWidget,
        read: Callable[[], Any],
        *,
        span: int = 1,
        required: bool = False,
    ) -> None:
        row = FormRow(labels.field("visit", name), field, required=required, check=partial(refusal, read))
        self.rows[name], self._reads[name] = row, read
        self._grid.addWidget(row, line, column, 1, span, Qt.AlignmentFlag.AlignTop)

    def _things(self, name: str) -> Any:
        return _check(name, "\n".join(one.text().strip() for one in self.things[name] if one.text().strip()))

    def _typed(self) -> dict[str, Any]:
        return {name: read() for name, read in self._reads.items()}

    # --- saving ------------------------------------------------------------------------------------

    def submit(self) -> None:
        typed = self.report.toPlainText() + self.step.text() + self.promise.text()
        if self._record is not None or typed.strip():  # no report is lost by saving
            self._hold()
            return
        self._save(self.tr("Saving a visit"), lambda session, uid, version: None)

    def _send(self) -> None:
        if self._holds_report():
            return
        self._save(
            self.tr("Sending a visit for approval"),
            lambda session, uid, version: visits.submit_visit(session, uid, version=version),
        )

    def _cancel(self) -> None:
        if self._holds_report():
            return
        self._save(
            self.tr("Cancelling a visit"),
            lambda session, uid, version: visits.cancel_visit(session, uid, version=version),
        )

    def _holds_report(self) -> bool:
        """Whether a report was typed, which neither sending nor cancelling would keep: then say so."""
        typed = self.report.toPlainText() + self.step.text() + self.promise.text()
        if not typed.strip():
            return False
        self.report_row.set_error(
            self.tr("Only a visit that was held has a report. Save it as held, or clear it here first.")
        )
        self.report.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _hold(self) -> None:
        """Save the report and the contact that the visit was."""
        wrong = [row for row in (self.step_row, self.promise_row) if not row.check()]
        if wrong:
            wrong[0].field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        report, felt = self.report.toPlainText(), self.felt.currentData()
        follow_up, promise = self.step.follow_up(report), self.promise.read()
        commitment: dict[str, Any] | None = None
        if promise is not None:
            kind = self.kind.currentData()
            commitment = {"due_on": promise.due_on, "promise": promise.words, "kind": kind}

        # What it answers stands on the day that was planned: moved by the same save, it is there no more.
        stays = self._row is not None and self.day.text() == formats.full_day(self._row.planned_on)
        record = self._record if stays and self._record is not None else interactions.add_interaction

        def hold(session: Session, uid: str, version: int) -> None:
            given = {"satisfaction": felt}
            visits.hold_visit(
                session,
                uid,
                given,
                version=version,
                report=report,
                follow_up=follow_up,
                commitment=commitment,
                record=record,
            )

        self._save(self.tr("Saving a visit report"), hold)

    def _save(self, title: str, then: Callable[[Session, str, int], object]) -> None:
        """Save what was changed of the preparation, and what comes `then`, in one transaction."""
        if self.is_busy:
            return
        wrong = [row for row in self.rows.values() if not row.check()]
        if wrong:
            wrong[0].field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        try:
            given = self._typed()
        except UserError as error:  # one of the three lines
            self.tell(beside_field(error))
            return
        row = self._row
        changed = {name: value for name, value in given.items() if value != self._first.get(name)}

        def save(session: Session, _progress: Progress) -> None:
            if row is None:
                made = visits.add_visit(session, self._customer_uid, given)
                then(session, made.uid, made.version)
                return
            version = row.version
            if changed:
                visits.edit_visit(session, row.uid, changed, version=version)
                session.flush()
                version += 1
            then(session, row.uid, version)

        self.set_busy(True, self.tr("Saving…"))
        self._context.jobs.write(title, save, done=self._on_saved, failed=self._on_failed)

    def _on_saved(self, _nothing: object) -> None:
        self.saved.emit(self._customer_uid)
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        table, _, name = str(getattr(error, "params", {}).get("what", "")).partition(".")
        if isinstance(error, UserError) and table == "visit" and name == "report":
            self.report_row.set_error(beside_field(error))
            self.report.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.tell(sentence_of(error))


def _check(name: str, typed: str) -> Any:
    return checked(visits.CHECKS, "visit", name, typed)


def _standing(row: VisitRow | None) -> str:
    return "" if row is None else choices.word("visit", "state", row.state)
