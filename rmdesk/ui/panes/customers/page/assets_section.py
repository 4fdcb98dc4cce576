"""A customer's figures of assets and the tiers they led to, newest first; figures entered by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from rmdesk import choices, labels
from rmdesk.models import AumBasis
from rmdesk.services import amounts, figures
from rmdesk.services.customers.record import CustomerRecord, FigureRow, TierStep
from rmdesk.ui import formats, icons
from rmdesk.ui.date_field import DateField
from rmdesk.ui.panes.customers.page import wording
from rmdesk.ui.panes.customers.page.cell_editor import PickCombo
from rmdesk.ui.panes.customers.page.desk import Desk, Edit
from rmdesk.ui.panes.customers.page.part_form import FormField, PartForm
from rmdesk.ui.panes.customers.page.rows import PaintedRows, RowWords
from rmdesk.ui.panes.customers.page.rows_section import RowsSection
from rmdesk.ui.panes.customers.page.saving import Target
from rmdesk.ui.tokens import SIZE, SPACE
from rmdesk.ui.widgets import LineField, paint
from rmdesk.words import translate


@dataclass(frozen=True)
class Step:
    """A figure, or a tier the customer came into."""

    on: date
    figure: FigureRow | None = None
    tier: TierStep | None = None


def steps(record: CustomerRecord) -> list[Step]:
    """Figures and tiers, newest first; a tier stands above the figure that led to it."""
    found = [Step(one.since, tier=one) for one in record.tier_history]
    found += [Step(one.as_of, figure=one) for one in reversed(record.figures)]
    return sorted(found, key=lambda one: one.on, reverse=True)


def present_tier(record: CustomerRecord) -> str:
    """Which tier the customer is in, and since when; nothing for none."""
    if record.tier is None or not record.tier_history:
        return record.tier or ""
    since = formats.day(record.tier_history[0].since)
    return translate("assets", "{tier} since {day}", tier=record.tier, day=since)


class StepRows(PaintedRows[Step]):
    """Rows of 24 px: the day, what was reached, the amount at the right."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, height=SIZE.holdings_row, parent=parent)
        self._day_width = 0

    def set_items(self, items: Sequence[Step]) -> None:
        self._day_width = max(
            (paint.text_width(formats.day(one.on), tabular=True) for one in items), default=0
        )
        super().set_items(items)

    @staticmethod
    def what(item: Step) -> str:
        if item.figure is not None:
            basis = choices.word("aum_figure", "basis", item.figure.basis)
            return "  ".join(one for one in (basis, item.figure.source or "") if one)
        tier = None if item.tier is None else item.tier.tier
        return translate("assets", "Tier: {tier}", tier=tier or translate("assets", "none"))

    @staticmethod
    def amount(item: Step) -> str:
        return "" if item.figure is None else wording.amount(item.figure.amount_fen)

    def words(self, item: Step) -> RowWords:
        exact = "" if item.figure is None else wording.exact_amount(item.figure.amount_fen)
        parts = (formats.day(item.on), self.what(item), exact)
        spoken = "  ".join(one for one in parts if one)
        return RowWords(spoken, spoken)

    def paint_row(self, painter: QPainter, rect: QRectF, item: Step) -> None:
        day = QRectF(rect.left(), rect.top(), self._day_width + 1, rect.height())
        paint.text(painter, day, formats.day(item.on), role="secondary", tabular=True)
        x = day.right() + SPACE.medium
        icon, role = ("trending-up", "secondary") if item.tier is None else ("stamp", "accent")
        icons.paint(painter, icon, role, x, rect.center().y() - SIZE.icon / 2)
        x += SIZE.icon + SPACE.small
        amount = self.amount(item)
        width = paint.text_width(amount, tabular=True) + 1.0
        box = QRectF(rect.right() - width, rect.top(), width, rect.height())
        paint.text(painter, box, amount, tabular=True, align=Qt.AlignmentFlag.AlignRight)
        paint.text(
            painter, QRectF(x, rect.top(), box.left() - SPACE.small - x, rect.height()), self.what(item)
        )


class AssetsSection(RowsSection):
    """Tiers follow from figures and are only shown; a figure is edited like any other row."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self.rows = StepRows(translate("assets", "Assets and tiers"))
        super().__init__(
            desk, self.rows, translate("figures", "Enter a figure of assets"), id="figures", parent=parent
        )
        self.rows.edit_wanted.connect(self._on_edit)
        self.rows.remove_wanted.connect(self._on_remove)

    def fill(self, record: CustomerRecord) -> None:
        self.rows.set_items(steps(record))

    def _on_edit(self, item: Step) -> None:
        if item.figure is not None:
            self.edit(item.figure.uid)

    def _on_remove(self, item: Step) -> None:
        if item.figure is not None:
            self._remove(item.figure)

    def _remove(self, row: FigureRow) -> None:
        self.do(
            translate("figures", "Removing a figure"),
            Target("aum_figure", row.uid, row.version),
            lambda session, version: figures.remove_figure(session, row.uid, version=version),
        )

    def edit_of(self, record: CustomerRecord, uid: str) -> Edit | None:
        row = next((one for one in record.figures if one.uid == uid), None)
        if row is None and uid != "new":
            return None

        def save(session: Any, version: int, given: dict[str, Any]) -> None:
            if row is not None:
                figures.edit_figure(session, row.uid, given, version=version)
                return
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
            None if row is None else Target("aum_figure", row.uid, row.version),
            lambda: self._make_form(record, row),
            save,
            lambda given: {name: wording.column("aum_figure", name, value) for name, value in given.items()},
        )

    def _make_form(self, record: CustomerRecord, row: FigureRow | None) -> PartForm:
        newest = max(record.figures, key=lambda one: one.as_of, default=None)
        amount = LineField()
        if row is not None and row.amount_fen.masked:  # whoever changes it types it anew
            amount.setPlaceholderText(wording.amount(row.amount_fen))
        elif row is not None:
            amount.setText(amounts.yuan(row.amount_fen.value))
        as_of = DateField("aum_figure.as_of", toward="past")
        as_of.setText(formats.full_day(date.today() if row is None else row.as_of))
        basis = PickCombo([(words, code) for code, words in choices.of_field("aum_figure", "basis").items()])
        model = row or newest
        basis.choose(AumBasis.MONTH_AVERAGE.value if model is None else model.basis)
        source = LineField("" if row is None else row.source or "")

        def label(name: str) -> str:
            return labels.field("aum_figure", name)

        fields = [
            FormField(
                "amount_fen",
                label("amount_fen"),
                amount,
                lambda: amounts.read(amount.text(), "aum_figure.amount_fen"),
                required=row is None or not row.amount_fen.masked,
            ),
            FormField("as_of", label("as_of"), as_of, as_of.read, required=True),
            FormField("basis", label("basis"), basis, basis.currentData),
            FormField("source", label("source"), source, source.text),
        ]
        if row is None:
            return PartForm(
                "aum_figure",
                translate("figures", "New figure of assets"),
                fields,
                verb=translate("figures", "Add"),
                is_new=True,
            )
        return PartForm(
            "aum_figure",
            translate("figures", "Figure of assets"),
            fields,
            verb=translate("figures", "Save"),
            is_new=False,
            actions=[(translate("figures", "Remove"), partial(self._remove, row))],
        )
