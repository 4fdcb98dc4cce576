"""A second person's agreement, by their password, where one may not do something alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from rmdesk import labels
from rmdesk.models import Role
from rmdesk.services import recycle_bin
from rmdesk.services.errors import UserError
from rmdesk.services.recycle_bin import Consent
from rmdesk.ui.messages import beside_field
from rmdesk.ui.tokens import SPACE
from rmdesk.ui.widgets import Form, Label, LineField, PasswordField

if TYPE_CHECKING:
    from rmdesk.ui.context import Context

_BOTH = (Role.ADMINISTRATOR, Role.BRANCH_HEAD)


class SecondPerson(QWidget):
    """Name and password of whoever has the role that the person at the desk lacks; empty if none."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.name, self.password = LineField(), PasswordField(name=self.tr("Password"))
        missing = [role for role in _BOTH if role not in context.actor.roles]
        self.is_needed = bool(missing)
        self._form = Form()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.large)
        if missing:
            wanted = labels.listed(labels.role(role) for role in missing)
            column.addWidget(Label(self.tr("A second person has to agree: {role}.").format(role=wanted)))
            self._form.add(self.tr("Name"), self.name, required=True)
            self._password_row = self._form.add(self.tr("Password"), self.password, required=True)
            column.addWidget(self._form)
        else:
            self.hide()

    def check(self) -> bool:
        return not self.is_needed or self._form.check()

    def ask(self, then: Callable[[Consent | None], None], refused: Callable[[], object]) -> None:
        """Check the password; `then` gets the agreement, None where none is needed. What is wrong stands
        beside the field.
        """
        if not self.is_needed:
            then(None)
            return
        vault, name, password = self._context.vault, self.name.text(), self.password.text()

        def failed(error: Exception) -> None:
            refused()
            if isinstance(error, UserError):
                self._password_row.set_error(beside_field(error))
                self.password.setFocus()

        self._context.jobs.background(
            self.tr("Checking the password"),
            lambda _progress: recycle_bin.prepare_consent(vault, name, password),
            done=then,
            failed=failed,
        )
