"""What one line would record, field by field: checked, corrected, ticked, then accepted as one change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from rmdesk import capture_labels
from rmdesk.services import capture, working_days
from rmdesk.services.capture import Candidate, Proposal, Written
from rmdesk.services.customers import access
from rmdesk.services.errors import UserError
from rmdesk.ui.customer_field import CustomerField
from rmdesk.ui.dialogs.form_dialog import FormDialog
from rmdesk.ui.interactions.capture_block import CaptureBlock
from rmdesk.ui.messages import beside_field, sentence_of
from rmdesk.ui.tokens import SPACE
from rmdesk.ui.widgets import Combo, FormRow, Ground, Label, LineField

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context
    from rmdesk.ui.workers import Progress

_WIDTH = 640
_TALLEST = 430  # px of the records; more scroll
_OTHER, _NEW = "other", "new"


class ReviewCapture(FormDialog):
    """Enter accepts, Esc leaves with nothing written. `accepted_line` carries what was written."""

    accepted_line = Signal(object)  # list[Written]

    def __init__(
        self, context: Context, typed: str, proposals: Sequence[Proposal], parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Record this?"), verb=self.tr("Record"), parent=parent, width=_WIDTH)
        self._context, self._proposals = context, tuple(proposals)
        first = self._proposals[0]
        with context.store.read(for_window=True) as session:
            work = working_days.load(session)
        line = Label(typed, ink="secondary", wrap=True)
        line.setAccessibleName(self.tr("The line"))
        self.body.addWidget(line)
        self._build_whom(first)
        self.blocks = [CaptureBlock(one.draft, work, today=first.typed_on) for one in self._proposals]
        held = Ground("window")
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, SPACE.small, 0)
        column.setSpacing(SPACE.large)
        for block in self.blocks:
            column.addWidget(block)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setProperty("ground", "window")  # behind the scroll bar as well
        area.setWidget(held)
        area.setFixedHeight(min(_TALLEST, held.sizeHint().height() + SPACE.small))
        self.body.addWidget(area)
        if self.who.currentData() in (None, _OTHER):
            self.who.setFocus()
        else:
            self.verb_button.setFocus()

    def _build_whom(self, first: Proposal) -> None:
        """Who is meant: the candidates, somebody else, or somebody new."""
        self.who = Combo()
        if first.customer is None and first.name is None:
            self.who.add(self.tr("Choose the customer…"), None)
        for one in first.candidates:
            self.who.add(one.name, one.uid, hint=one.number)
        if first.phone is not None or first.name is not None:
            name = first.name or ""
            self.who.add(self.tr("New customer: {name}").format(name=name), _NEW)
        self.who.add(self.tr("Somebody else…"), _OTHER)
        if first.customer is not None:
            self.who.choose(first.customer.uid)
        elif first.phone is not None:
            self.who.choose(_NEW)
        self.who_row = FormRow(capture_labels.field("customer_no"), self.who)
        if "customer_no" in first.draft.unsure:
            self.who_row.set_caution(
                self.tr("The line may mean several customers: please check")
                if len(first.candidates) > 1
                else self.tr("Nobody in the archive is named: please check")
                if not first.candidates
                else self.tr("A guess: please check")
            )
        self.body.addWidget(self.who_row)
        self.other = CustomerField(self._context)
        self.body.addWidget(self.other)
        self.name = LineField(first.name or "")
        self.phone = LineField(first.phone or "")
        self.new_rows = (
            FormRow(capture_labels.field("name"), self.name, required=True),
            FormRow(capture_labels.field("phone"), self.phone, required=True),
        )
        if "phone" in first.draft.unsure:
            self.new_rows[1].set_caution(self.tr("A customer has this number already"))
        self.new_box = QWidget()
        beside = QHBoxLayout(self.new_box)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(SPACE.medium)
        for row in self.new_rows:
            beside.addWidget(row, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self.new_box)
        self.who.activated.connect(self._on_whom)
        self._show_whom()

    def _on_whom(self) -> None:
        self.who_row.set_caution("")
        self._show_whom()
        if self.who.currentData() == _OTHER:
            self.other.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_whom(self) -> None:
        chosen = self.who.currentData()
        self.other.setVisible(chosen == _OTHER)
        self.new_box.setVisible(chosen == _NEW)

    def submit(self) -> None:
        wanted = [place for place, block in enumerate(self.blocks) if block.is_wanted]
        for place in wanted:
            wrong = self.blocks[place].first_wrong()
            if wrong is not None:
                wrong.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        chosen = self.who.currentData()
        uid = self.other.customer_uid if chosen == _OTHER else chosen
        if not uid:
            self.who_row.set_error(self.tr("Choose whose it is."))
            (self.other if chosen == _OTHER else self.who).setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if chosen == _NEW and not all(row.check() for row in self.new_rows):
            return
        drafts = [replace(self._proposals[place], draft=self.blocks[place].read()) for place in wanted]
        if chosen == _NEW:
            name, phone = self.name.text().strip(), self.phone.text().strip()
            drafts = [replace(one, customer=None, name=name, phone=phone) for one in drafts]
        known = {one.uid: one for proposal in self._proposals for one in proposal.candidates}

        def save(session: Session, _progress: Progress) -> list[Written]:
            proposals = drafts
            if chosen != _NEW:
                whose = known.get(uid) or _candidate(session, uid)
                proposals = [one.with_customer(whose) for one in drafts]
            return capture.accept(session, proposals)

        self.set_busy(True, self.tr("Saving…"))
        self._context.jobs.write(
            self.tr("Recording a line"), save, done=self._on_saved, failed=self._on_failed
        )

    def _on_saved(self, written: list[Written]) -> None:
        self.accepted_line.emit(written)
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        if isinstance(error, UserError) and error.code == "interaction.cost_needs_reason":
            for block in self.blocks:
                if "cost" in block.rows:
                    block.ask_for_reason(beside_field(error))
                    return
        self.tell(sentence_of(error))


def _candidate(session: Session, uid: str) -> Candidate:
    row = access.load(session, uid)
    return Candidate(row.id, row.uid, row.number or row.uid, row.name, access.is_ours(session, row))
