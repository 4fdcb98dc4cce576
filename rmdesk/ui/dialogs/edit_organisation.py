"""An organisation: adding one, or changing what is known of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rmdesk import labels
from rmdesk.services import organisations
from rmdesk.services.errors import UserError
from rmdesk.services.organisations import OrganisationRow
from rmdesk.ui.dialogs.form_dialog import FormDialog
from rmdesk.ui.messages import beside_field
from rmdesk.ui.widgets import Form, LineField

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context
    from rmdesk.ui.workers import Progress

_FIELDS = ("name", "credit_code", "industry", "phone", "address", "notes")


class EditOrganisation(FormDialog):
    """For a new organisation `row` is None. `saved` carries the id of its row."""

    saved = Signal(int)

    def __init__(
        self, context: Context, row: OrganisationRow | None = None, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            self.tr("New organisation") if row is None else row.name,
            verb=self.tr("Add") if row is None else self.tr("Save"),
            parent=parent,
        )
        self._context, self._row = context, row
        self._form = form = Form()
        self.fields: dict[str, LineField] = {}
        for name in _FIELDS:
            field = self.fields[name] = LineField("" if row is None else getattr(row, name) or "")
            self.rows[name] = form.add(
                labels.field("organisation", name),
                field,
                required=name == "name",
                check=partial(self._check, name),
            )
        self.body.addWidget(form)
        self.fields["name"].setFocus()
        self.comes_again("edit_organisation", row=None if row is None else [row.id, row.version])

    def _check(self, name: str) -> str:
        try:
            organisations.CHECKS[name](self.fields[name].text(), f"organisation.{name}")
        except UserError as error:
            return beside_field(error)
        return ""

    def submit(self) -> None:
        if not self._form.check():
            return
        row = self._row
        given: dict[str, object] = {
            name: field.text() for name, field in self.fields.items() if row is None or field.isModified()
        }

        def save(session: Session, _progress: Progress) -> int:
            if row is None:
                return organisations.add_organisation(session, given).id
            organisations.edit_organisation(session, row.uid, given, version=row.version)
            return row.id

        self.set_busy(True, self.tr("Saving…"))
        self._context.jobs.write(
            self.tr("Saving an organisation"), save, done=self._on_saved, failed=self._on_failed
        )

    def _on_saved(self, id: int) -> None:
        self.saved.emit(id)
        self.accept()

    def row_of(self, error: UserError) -> str:
        return "name" if error.code == "organisation.name_taken" else ""
