"""What the pages share whose settings are kept in the vault: versions, saving, and what goes wrong."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout

from rmdesk.services import roles, settings
from rmdesk.services.errors import Conflict, UserError
from rmdesk.services.settings import Stored
from rmdesk.ui.context import Context
from rmdesk.ui.messages import beside_field
from rmdesk.ui.settings.page import SettingsPage, imposed_note
from rmdesk.ui.tokens import SPACE
from rmdesk.ui.widgets import Form, FormRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class VaultPage(SettingsPage):
    """A page over some of `settings.DEFINITIONS`. Subclasses say what is entered and how it is shown."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._stored: Mapping[str, Stored] = {}
        self._rows: dict[str, FormRow] = {}
        self.form = Form(spacing=SPACE.huge)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(SPACE.huge)
        self.body.addWidget(self.trouble)
        self.body.addWidget(self.form)

    def add_setting(self, name: str, row: FormRow) -> None:
        """`row` is where setting `name` is entered; it rests for those who may not change it."""
        self._rows[name] = row
        permission = settings.DEFINITIONS[name].permission
        if permission is None or not roles.allowed(self.context.actor, permission):
            row.field.setEnabled(False)
            row.set_note(self.tr("Your roles do not permit changing this."))
        by = settings.imposed_by(name)
        if by is not None:
            row.field.setEnabled(False)
            row.set_note(imposed_note(by))

    def entered(self) -> dict[str, Any]:
        """What stands in the fields, by setting; what cannot be understood as it was typed."""
        raise NotImplementedError

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Put values into the fields."""
        raise NotImplementedError

    def store(self, session: Session, name: str, value: Any, version: int) -> None:
        """How one setting is changed; by default like any other."""
        settings.set(session, name, value, version=version)

    def load(self) -> None:
        with self.context.store.read() as session:
            self._stored = settings.load(session)
        self.show_values({name: self._stored[name].value for name in self._rows})
        for row in self._rows.values():
            row.set_error("")
        self.trouble.hide()

    def changed(self) -> dict[str, Any]:
        """What was entered and is not in force."""
        return {
            name: value
            for name, value in self.entered().items()
            if self._rows[name].field.isEnabled() and value != self._stored[name].value
        }

    @property
    def is_changed(self) -> bool:
        return bool(self._stored) and bool(self.changed())

    def check(self) -> bool:
        right = True
        for name, value in self.changed().items():
            try:
                settings.DEFINITIONS[name].check(value)
            except UserError as error:
                self._rows[name].set_error(beside_field(error))
                right = False
        return right

    def save(self) -> None:
        wanted, stored = self.changed(), self._stored
        if not wanted:
            return

        def write(session: Session) -> None:
            for name, value in wanted.items():
                self.store(session, name, value, stored[name].version)

        self.keep(self.tr("Saving the settings"), write)

    def meet_conflict(self, error: Conflict) -> str:
        entered = self.entered()
        self.load()
        self.show_values({**entered})
        return self.tr("Somebody else changed these settings meanwhile. Save again to put yours in force.")
