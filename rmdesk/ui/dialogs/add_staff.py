"""Adding a person: name, roles, mobile, and a one-use password to hand over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rmdesk.models import Role
from rmdesk.services import staff, text
from rmdesk.services.errors import UserError
from rmdesk.services.staff import NAME_LONGEST
from rmdesk.ui.dialogs.form_dialog import FormDialog
from rmdesk.ui.dialogs.one_use_password import HandOver, OneUsePassword
from rmdesk.ui.messages import beside_field, refusal_of, sentence_of
from rmdesk.ui.panes.staff.role_boxes import RoleBoxes
from rmdesk.ui.tokens import SPACE
from rmdesk.ui.widgets import Form, LineField

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.services.vault import Slot
    from rmdesk.ui.context import Context
    from rmdesk.ui.workers import Progress

_NAME_CODES = ("staff.name_taken", "staff.name_missing", "staff.name_unusable", "text.")


class AddStaff(FormDialog):
    """`added` carries the id of the new person's row."""

    added = Signal(int)

    def __init__(self, context: Context, manager_label: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Add a person"),
            self.tr("They sign in with their name and the password you hand them."),
            verb=self.tr("Add"),
            parent=parent,
        )
        self._context = context
        self._added: int | None = None
        self._hand_over: HandOver | None = None
        self.name = LineField()
        self.mobile = LineField()
        self.roles = RoleBoxes(manager_label, chosen=(Role.RELATIONSHIP_MANAGER,))
        self.password = OneUsePassword(self.name.text)
        form = Form()
        self._name_row = form.add(self.tr("Name"), self.name, required=True, check=self._check_name)
        self._mobile_row = form.add(self.tr("Mobile"), self.mobile, check=self._check_mobile)
        self._roles_row = form.add(self.tr("Roles"), self.roles, required=True, check=self.roles.trouble)
        self._form = form
        self._fields = QWidget()
        column = QVBoxLayout(self._fields)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.large)
        column.addWidget(form)
        column.addWidget(self.password)
        self.body.addWidget(self._fields)
        self.name.setFocus()
        self.comes_again("add_staff", fields=form)  # never the password

    @property
    def handed_over(self) -> str:
        """The password as it is shown afterwards; "" before."""
        return self._hand_over.shown.text() if self._hand_over else ""

    def submit(self) -> None:
        if self._added is not None:
            self.accept()
            return
        password_right = self.password.check()
        if not (self._form.check() and password_right):
            return
        vault, name, password = self._context.vault, self.name.text(), self.password.password
        self.set_busy(True, self.tr("Adding…"))
        self._context.jobs.background(
            self.tr("Preparing the password"),
            lambda _progress: staff.prepare_password(
                vault, name, staff.new_staff_uid(), password, one_use=True
            ),
            done=self._on_prepared,
            failed=self._on_failed,
        )

    def _on_prepared(self, slot: Slot) -> None:
        vault, roles, mobile = self._context.vault, self.roles.chosen, self.mobile.text()

        def add(session: Session, _progress: Progress) -> int:
            return staff.add_staff(session, vault, slot.name, roles, slot, mobile=mobile).id

        self._context.jobs.write(
            self.tr("Adding {name}").format(name=slot.name), add, done=self._on_added, failed=self._on_failed
        )

    def _on_added(self, id: int) -> None:
        self._added = id
        self.settle()  # the password is shown this once
        self._fields.hide()
        self._hand_over = HandOver(self.name.text().strip(), self.password.password)
        self.body.addWidget(self._hand_over)
        self.set_busy(False)
        self.verb_button.setText(self.tr("Done"))
        self.verb_button.setFocus()
        self.cancel_button.hide()
        self.adjustSize()
        self.added.emit(id)

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        if isinstance(error, UserError) and error.code.startswith(_NAME_CODES):
            self._name_row.set_error(beside_field(error))
            self.name.setFocus()
        elif isinstance(error, UserError) and error.code == "staff.mobile_wrong":
            self._mobile_row.set_error(beside_field(error))
            self.mobile.setFocus()
        elif isinstance(error, UserError) and error.code.startswith("password."):
            self.password.refuse(beside_field(error))
        else:
            self.tell(sentence_of(error))

    def _check_name(self) -> str:
        return refusal_of(text.line, self.name.text(), "staff.name", longest=NAME_LONGEST)

    def _check_mobile(self) -> str:
        return refusal_of(staff.read_mobile, self.mobile.text())
