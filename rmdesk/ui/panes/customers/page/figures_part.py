"""Entering a figure of a customer's assets by hand, where no file of another system brought it."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from rmdesk import choices, labels
from rmdesk.models import AumBasis
from rmdesk.services import amounts, figures
from rmdesk.services.customers.record import CustomerRecord
from rmdesk.ui import formats
from rmdesk.ui.panes.customers.page.cell_editor import PickCombo
from rmdesk.ui.panes.customers.page.desk import Desk, Edit
from rmdesk.ui.panes.customers.page.part_form import FormField, PartForm
from rmdesk.ui.panes.customers.page.rows_section import RowsSection
from rmdesk.ui.panes.customers.value_editor import DateField
from rmdesk.ui.widgets import LineField
from rmdesk.words import translate


class FiguresPart(RowsSection):
    """Only a form, there while it is open; the line in the head of the page shows the figures."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(
            desk, QWidget(), translate("figures", "Enter a figure of assets"), id="figures", parent=parent
        )
        self.form_opened.connect(self.setVisible)
        self.hide()

    def fill(self, record: CustomerRecord) -> None:
        """There are no rows."""

    def edit_of(self, record: CustomerRecord, uid: str) -> Edit | None:
        def save(session: Any, _version: int, given: dict[str, Any]) -> None:
            figures.add_figure(
                session,
                record.uid,
                given["amount_fen"],
                given["as_of"],
                given["basis"],
                source=given["source"],
            )

        return Edit(
            translate("figures", "Saving a figure"),
            None,
            lambda: _make_form(record),
            save,
            lambda _given: {},
        )


def _make_form(record: CustomerRecord) -> PartForm:
    newest = max(record.figures, key=lambda one: one.as_of, default=None)
    amount = LineField()
    as_of = DateField("aum_figure.as_of", toward="past")
    as_of.setText(formats.full_day(date.today()))
    basis = PickCombo([(words, code) for code, words in choices.of_field("aum_figure", "basis").items()])
    basis.choose(AumBasis.MONTH_AVERAGE.value if newest is None else newest.basis)
    source = LineField()

    def label(name: str) -> str:
        return labels.field("aum_figure", name)

    return PartForm(
        "aum_figure",
        translate("figures", "New figure of assets"),
        [
            FormField(
                "amount_fen",
                label("amount_fen"),
                amount,
                lambda: amounts.read(amount.text(), "aum_figure.amount_fen"),
                required=True,
            ),
            FormField("as_of", label("as_of"), as_of, as_of.read, required=True),
            FormField("basis", label("basis"), basis, basis.currentData),
            FormField("source", label("source"), source, source.text),
        ],
        verb=translate("figures", "Add"),
        is_new=True,
    )
