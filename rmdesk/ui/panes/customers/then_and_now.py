"""A customer as a backup holds them beside today's record, and which of the two values of a field to take."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rmdesk import labels
from rmdesk.services.backups import ThenAndNow
from rmdesk.services.customers.fields import FIELDS
from rmdesk.ui import formats
from rmdesk.ui.panes.customers.duplicates.choice_row import ChoiceRow, GroupHead
from rmdesk.ui.panes.customers.page import wording
from rmdesk.ui.panes.customers.side_by_side import SideBySide
from rmdesk.ui.widgets import Button, Variant

_THEN = 0  # the place of the former value in a row


class ThenAndNowCard(SideBySide):
    """`wanted` asks to bring the customer back."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self.button = Button(
            self.tr("Bring back"), icon="history", variant=Variant.PRIMARY, key="Ctrl+Return"
        )
        super().__init__((self.button,), parent=parent)
        self.found: ThenAndNow | None = None
        self.button.clicked.connect(self.wanted)
        self.show_nobody()

    def show_nobody(self) -> None:
        self.found = None
        self.lay("", "")

    def show_customer(self, found: ThenAndNow) -> None:
        """Show one customer; of each field that differs the former value is proposed."""
        self.found = found
        self.lay(found.then.name, self._said(found), self._lines(found))
        self.set_enabled(not found.is_same)

    def _lines(self, found: ThenAndNow) -> Iterator[QWidget]:
        if found.choices:
            yield GroupHead(self.tr("Then · now"), formats.count(len(found.choices)))
        for one in found.choices:
            values = (wording.value(one.field, one.then), wording.value(one.field, one.now))
            row = ChoiceRow(wording.field_label(one.field), values, chosen=_THEN)
            self.rows[one.field.name] = row
            yield row
        if found.missing:
            total = formats.count(sum(found.missing.values()))
            yield GroupHead(self.tr("Comes back"), total)
        for table, count in found.missing.items():
            yield ChoiceRow(labels.table(table), (formats.count(count), ""), chosen=None)
        title = self.tr("As it was in the backup")
        if found.now is not None:
            title = self.tr("Then · now")
        yield GroupHead(title, "")
        for field in FIELDS:
            then, now = (
                "" if one is None else wording.value(field, one.fields[field.name])
                for one in (found.then, found.now)
            )
            if then and field.name not in self.rows:
                yield ChoiceRow(wording.field_label(field), (then, now), chosen=None)

    def _said(self, found: ThenAndNow) -> str:
        if found.now is None:
            return self.tr("Not in the archive any more. Everything shown here comes back.")
        if found.is_same:
            return self.tr("Nothing of this customer differs from today.")
        return self.tr(
            "Choose the value to keep of each field. What was added or changed since then beside the "
            "customer stays."
        )

    @property
    def taken(self) -> set[str]:
        """The fields whose former value is wanted."""
        return {name for name, row in self.rows.items() if row.chosen == _THEN}

    def go_to_first(self) -> None:
        first = next(iter(self.rows.values()), None)
        (first or self.button).setFocus(Qt.FocusReason.OtherFocusReason)
