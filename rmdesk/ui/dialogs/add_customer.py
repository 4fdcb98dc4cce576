"""Adding a customer: the few things known at first; all else is filled in on the customer's page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rmdesk import choices, labels
from rmdesk.models import PhoneKind, Role
from rmdesk.models.customer import NAME_LONGEST
from rmdesk.services import customers, documents, duplicates, phones, roles, text
from rmdesk.services.duplicates import Namesake
from rmdesk.services.errors import UserError
from rmdesk.services.roles import Permission, Reach
from rmdesk.ui.dialogs.form_dialog import FormDialog
from rmdesk.ui.messages import beside_field, sentence_of
from rmdesk.ui.widgets import Combo, Form, LineField, Segments

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context
    from rmdesk.ui.widgets import FormRow
    from rmdesk.ui.workers import Progress

_UNKNOWN = "unknown"


class AddCustomer(FormDialog):
    """`added` carries the id of the new customer's row."""

    added = Signal(int)

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("New customer"),
            self.tr("A name is enough to begin with."),
            verb=self.tr("Add"),
            parent=parent,
        )
        self._context = context
        self.name = LineField()
        self.phone = LineField()
        self.document = LineField()
        self.gender = Segments(
            [
                (_UNKNOWN, self.tr("Unknown")),
                *((str(value), words) for value, words in choices.of_field("customer", "gender").items()),
            ],
            in_form=True,
        )
        self.owner = Combo(name=self.tr("Manager in charge"))
        self._fill_owners()
        self._form = form = Form()
        self._name_row = form.add(self.tr("Name"), self.name, required=True, check=self._check_name)
        self._phone_row = form.add(self.tr("Phone number"), self.phone, check=self._check_phone)
        self._document_row = form.add(
            self.tr("Resident identity number"), self.document, check=self._check_document
        )
        form.add(self.tr("Gender"), self.gender)
        self._owner_row = form.add(self.tr("Manager in charge"), self.owner)
        self._owner_row.setVisible(self.owner.count() > 0)
        self.phone.editingFinished.connect(self._look_for_phone)
        self.document.editingFinished.connect(self._look_for_document)
        self.phone.textEdited.connect(lambda _text: self._phone_row.set_caution(""))
        self.document.textEdited.connect(lambda _text: self._document_row.set_caution(""))
        self.body.addWidget(form)
        self.name.setFocus()
        self.comes_again("add_customer")

    def _fill_owners(self) -> None:
        """Whoever may see all customers chooses who is in charge; others add their own."""
        actor = self._context.actor
        if roles.allowed(actor, Permission.SEE_CUSTOMERS).reach() < Reach.ALL:
            return
        self.owner.add(self.tr("Nobody yet"), None)
        with self._context.store.read() as session:
            for person in customers.managers(session):
                self.owner.add(person.name, person.uid, avatar=person.name[:1])
        if Role.RELATIONSHIP_MANAGER in actor.roles:
            self.owner.choose(actor.staff_uid)

    @property
    def phone_caution(self) -> str:
        """Who has the same phone number, in words."""
        return self._phone_row.caution

    # --- checks ----------------------------------------------------------------------------------

    def _check_name(self) -> str:
        try:
            text.line(self.name.text(), "customer.name", longest=NAME_LONGEST)
        except UserError as error:
            return beside_field(error)
        return ""

    def _check_phone(self) -> str:
        try:
            self._read_phone()
        except UserError as error:
            return beside_field(error)
        return ""

    def _check_document(self) -> str:
        try:
            told = self._read_document()
        except UserError as error:
            return beside_field(error)
        if told is not None and self.gender.current == _UNKNOWN:
            self.gender.choose(told.gender)
        return ""

    def _read_phone(self) -> tuple[str, PhoneKind] | None:
        """The number and its kind: with an area code in front it is no mobile."""
        typed = self.phone.text().strip()
        if not typed:
            return None
        is_fixed = typed.startswith("0") and not typed.startswith("00")
        kind = PhoneKind.HOME if is_fixed else PhoneKind.MOBILE
        return phones.normalise(typed, kind), kind

    def _read_document(self) -> documents.ResidentId | None:
        typed = self.document.text().strip()
        return documents.read_resident_id(typed) if typed else None

    def _look_for_phone(self) -> None:
        if self._check_phone() == "" and (read := self._read_phone()):
            self._look(self._phone_row, lambda session: duplicates.having_phone(session, read[0]))

    def _look_for_document(self) -> None:
        if self._check_document() == "" and (told := self._read_document()):
            self._look(self._document_row, lambda session: duplicates.having_document(session, told.number))

    def _look(self, row: FormRow, find: Callable[[Session], list[Namesake]]) -> None:
        """Say who has the same, without standing in the way: two people may share a number."""
        with self._context.store.read() as session:
            found = find(session)
        row.set_caution(self._same_words(found))

    def _same_words(self, found: list[Namesake]) -> str:
        if not found:
            return ""
        names = labels.listed(
            self.tr("{name} ({owner})").format(name=one.name, owner=one.owner) if one.owner else one.name
            for one in found
        )
        return self.tr("In the archive already: {names}").format(names=names)

    # --- saving ----------------------------------------------------------------------------------

    def submit(self) -> None:
        if not self._form.check():
            return
        given: dict[str, object] = {"name": self.name.text()}
        if self.gender.current != _UNKNOWN:
            given["gender"] = self.gender.current
        if self.owner.count():
            given["owner"] = self.owner.currentData()
        phone, told = self._read_phone(), self._read_document()

        def add(session: Session, _progress: Progress) -> int:
            customer = customers.add_customer(session, given)
            uid, row_id = customer.uid, customer.id
            if phone:
                phones.add_phone(session, uid, *phone)
            if told is not None:
                documents.add_document(session, uid, told.number)
            return row_id

        self.set_busy(True, self.tr("Adding…"))
        self._context.jobs.write(
            self.tr("Adding a customer"), add, done=self._on_added, failed=self._on_failed
        )

    def _on_added(self, id: int) -> None:
        self.added.emit(id)
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        self.tell(sentence_of(error))
