"""A complaint or objection taken down, or what is known of one changed."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from rmdesk import labels
from rmdesk.models import ComplaintKind, ComplaintNature, ComplaintSource, Seriousness
from rmdesk.services import complaints
from rmdesk.services.complaints import ComplaintRecord
from rmdesk.ui import formats
from rmdesk.ui.customer_field import CustomerField
from rmdesk.ui.date_field import DateField
from rmdesk.ui.dialogs.form_dialog import FormDialog
from rmdesk.ui.interactions.fields import TextArea, checked, pick, refusal
from rmdesk.ui.tokens import SPACE
from rmdesk.ui.widgets import Combo, Form, FormRow, LineField

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context
    from rmdesk.ui.workers import Progress

_WIDTH = 660  # px
_TEXTS = ("content", "wish", "cause", "measure")
_LINES = {"content": 3}


class EditComplaint(FormDialog):
    """For a new one `record` is None; it may be of a customer and of a survey. `saved` carries its uid."""

    saved = Signal(str)

    def __init__(
        self,
        context: Context,
        record: ComplaintRecord | None = None,
        *,
        customer: tuple[str, str] | None = None,
        survey_uid: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            self.tr("New complaint")
            if record is None
            else self.tr("Complaint {number}").format(number=record.row.number),
            verb=self.tr("Take it down") if record is None else self.tr("Save"),
            parent=parent,
            width=_WIDTH,
        )
        self._context, self._record, self._survey_uid = context, record, survey_uid
        self.form = Form(spacing=SPACE.medium)
        self._make_fields(record)
        if customer is not None:
            self.customer.choose(*customer)
        self._build(is_new=record is None)
        self.body.addWidget(self.form)
        unused = (self.customer, self.person, *self.texts.values(), *self.picks.values())
        for field in unused:
            if field.parent() in (None, self):  # not asked for here: nothing may flash up beside the window
                field.setParent(self)
                field.hide()
        self._first = {} if record is None else self._given()
        first = self.texts["content"] if record is not None or customer is not None else self.customer
        first.setFocus()
        self.comes_again(
            "edit_complaint",
            complaint=None if record is None else [record.row.uid, record.row.version],
            customer=None if customer is None else list(customer),
            survey=survey_uid,
        )

    def _make_fields(self, record: ComplaintRecord | None) -> None:
        row = None if record is None else record.row
        self.customer = CustomerField(self._context, parent=self)
        self.person = LineField("" if record is None else record.person or "", parent=self)
        serious = row.seriousness if row else Seriousness.MINOR.value
        passed = None if record is None else record.measure_for
        self.picks: dict[str, Combo] = {
            "nature": pick("complaint", "nature", row.nature if row else ComplaintNature.COMPLAINT.value),
            "kind": pick("complaint", "kind", row.kind if row else ComplaintKind.SERVICE.value),
            "seriousness": pick("complaint", "seriousness", serious),
            "source": pick("complaint", "source", record.source if record else self._source()),
            "measure_for": pick("complaint", "measure_for", passed, empty=self.tr("nobody")),
        }
        said = {} if record is None else {name: getattr(record, name) for name in _TEXTS[1:]}
        said["content"] = "" if row is None else row.content
        self.texts = {name: TextArea(said.get(name) or "", lines=_LINES.get(name, 2)) for name in _TEXTS}
        self.raised = DateField("complaint.raised_on")
        self.raised.setText(formats.full_day(date.today() if row is None else row.raised_on))
        self.final = DateField("complaint.final_on", toward="future")
        self.final.setPlaceholderText(self.tr("By how serious it is"))
        if record is not None:
            self.final.setText(formats.full_day(record.row.final_on))
        with self._context.store.read() as session:
            people, helpers = complaints.owners(session), complaints.assistants(session)
        self.owner, self.assistant = Combo(), Combo()
        self.owner.add(self.tr("The manager in charge"), None)
        self.assistant.add(self.tr("nobody"), None)
        for uid, name in people:
            self.owner.add(name, uid)
        for uid, name in helpers:
            self.assistant.add(name, uid)
        if record is not None:
            self.owner.choose(record.owner_uid)
            self.assistant.choose(record.assistant_uid)

    def _source(self) -> str:
        return (ComplaintSource.DIRECT if self._survey_uid is None else ComplaintSource.SURVEY).value

    def _build(self, *, is_new: bool) -> None:
        def field(name: str) -> str:
            return labels.field("complaint", name)

        stranger = self._record is not None and self._record.row.customer_uid is None
        whose: list[FormRow] = []
        if is_new:
            check = partial(self.customer.refusal, required=False)
            whose.append(FormRow(field("customer_id"), self.customer, check=check))
            self.rows["customer"] = whose[0]
        if is_new or stranger:
            whose.append(FormRow(field("person"), self.person, check=self._wrong_person))
            self.rows["person"] = whose[-1]
        if whose:
            self._beside(*whose)
        self._beside(*(FormRow(field(name), self.picks[name]) for name in ("nature", "kind")))
        self._beside(*(FormRow(field(name), self.picks[name]) for name in ("seriousness", "source")))
        for name in ("content", "wish"):
            self.rows[name] = self.form.add(
                field(name), self.texts[name], required=name == "content", check=partial(self._wrong, name)
            )
        raised = FormRow(field("raised_on"), self.raised, check=lambda: refusal(self.raised.read))
        final = FormRow(field("final_on"), self.final, check=self._wrong_final)
        self.rows |= {"raised_on": raised, "final_on": final}
        self._beside(raised, final)
        self._beside(FormRow(field("owner_id"), self.owner), FormRow(field("assistant_id"), self.assistant))
        if not is_new:
            for name in ("cause", "measure"):
                self.rows[name] = self.form.add(
                    field(name), self.texts[name], check=partial(self._wrong, name)
                )
            self.form.add(field("measure_for"), self.picks["measure_for"])

    def _beside(self, *rows: FormRow) -> None:
        line = QWidget()
        room = QHBoxLayout(line)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(SPACE.medium)
        for one in rows:
            room.addWidget(one, 1, Qt.AlignmentFlag.AlignTop)
        self.form.add_widget(line)

    # --- reading -----------------------------------------------------------------------------------

    def _read(self, name: str) -> Any:
        return checked(complaints.CHECKS, "complaint", name, self.texts[name].toPlainText())

    def _wrong(self, name: str) -> str:
        return refusal(lambda: self._read(name))

    def _wrong_person(self) -> str:
        if self._record is None and not self.customer.customer_uid and not self.person.text().strip():
            return self.tr("Choose the customer, or write who it was.")
        return ""

    def _wrong_final(self) -> str:
        return "" if not self.final.text().strip() else refusal(self.final.read)

    def _given(self) -> dict[str, Any]:
        given: dict[str, Any] = {name: self._read(name) for name in _TEXTS}
        given |= {name: combo.currentData() for name, combo in self.picks.items()}
        given |= {"raised_on": self.raised.read(), "person": self.person.text().strip() or None}
        if self.final.text().strip():
            given["final_on"] = self.final.read()
        if self.owner.currentData() is not None:
            given["owner"] = self.owner.currentData()
        given["assistant"] = self.assistant.currentData()
        return given

    # --- saving ------------------------------------------------------------------------------------

    def submit(self) -> None:
        if not self.check():
            return
        record, given = self._record, self._given()
        customer_uid, survey_uid = self.customer.customer_uid or None, self._survey_uid

        def save(session: Session, _progress: Progress) -> str:
            if record is None:
                return complaints.add_complaint(
                    session, given, customer_uid=customer_uid, survey_uid=survey_uid
                ).uid
            nothing = object()
            changed = {name: one for name, one in given.items() if one != self._first.get(name, nothing)}
            if changed:
                complaints.edit_complaint(session, record.row.uid, changed, version=record.row.version)
            return record.row.uid

        self.set_busy(True, self.tr("Saving…"))
        self._context.jobs.write(
            self.tr("Saving a complaint"), save, done=self._on_saved, failed=self._on_failed
        )

    def _on_saved(self, uid: str) -> None:
        self.saved.emit(uid)
        self.accept()
