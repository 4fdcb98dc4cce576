"""Days that matter to a customer and their family."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from rmdesk import choices, labels
from rmdesk.models import DateKind
from rmdesk.services import dates, typed_days
from rmdesk.services.customers.record import CustomerRecord, DateRow
from rmdesk.services.days import Day
from rmdesk.ui import formats, icons
from rmdesk.ui.panes.customers.page import wording
from rmdesk.ui.panes.customers.page.cell_editor import DayField, PickCombo
from rmdesk.ui.panes.customers.page.desk import Desk, Edit
from rmdesk.ui.panes.customers.page.part_form import FormField, PartForm
from rmdesk.ui.panes.customers.page.rows import PaintedRows, RowWords
from rmdesk.ui.panes.customers.page.rows_section import RowsSection
from rmdesk.ui.panes.customers.page.saving import Target
from rmdesk.ui.tokens import SIZE, SPACE
from rmdesk.ui.widgets import CheckBox, LineField, paint
from rmdesk.words import translate

_ICONS = {
    DateKind.FAMILY_BIRTHDAY: ("cake", "kind.birthday"),
    DateKind.WEDDING: ("heart", "kind.family"),
    DateKind.EXAM: ("notebook-pen", "kind.follow_up"),
    DateKind.FOUNDING: ("building-2", "kind.activity"),
    DateKind.OTHER: ("calendar-days", "kind.cadence"),
}


class DateRows(PaintedRows[DateRow]):
    """Rows of 24 px: the day, its icon, whose it is and why."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, height=SIZE.holdings_row, parent=parent)
        self._day_width = 0

    def set_items(self, items: Any) -> None:
        self._day_width = max(
            (paint.text_width(formats.known_day(one.day), tabular=True) for one in items), default=0
        )
        super().set_items(items)

    @staticmethod
    def what(item: DateRow) -> str:
        return " ".join(one for one in (item.whose, wording.kind("important_date", item.kind)) if one)

    def words(self, item: DateRow) -> RowWords:
        parts = [
            formats.known_day(item.day),
            self.what(item),
            item.note or "",
            "" if item.yearly else self.once(),
        ]
        return RowWords("  ".join(one for one in parts if one), item.note or "")

    @staticmethod
    def once() -> str:
        return translate("dates", "once")

    def paint_row(self, painter: QPainter, rect: QRectF, item: DateRow) -> None:
        day = QRectF(rect.left(), rect.top(), self._day_width + 1, rect.height())
        paint.text(painter, day, formats.known_day(item.day), role="secondary", tabular=True)
        icon, role = _ICONS[DateKind(item.kind)]
        x = day.right() + SPACE.medium
        icons.paint(painter, icon, role, x, rect.center().y() - SIZE.icon / 2)
        x += SIZE.icon + SPACE.small
        words = self.what(item)
        width = min(paint.text_width(words) + 1.0, rect.right() - x)
        paint.text(painter, QRectF(x, rect.top(), width, rect.height()), words)
        rest = QRectF(x + width + SPACE.medium, rect.top(), 0, rect.height())
        rest.setRight(rect.right())
        note = "  ".join(one for one in (item.note or "", "" if item.yearly else self.once()) if one)
        if rest.width() > 20 and note:
            paint.text(painter, rest, note, role="secondary")


class DatesSection(RowsSection):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self.rows = DateRows(translate("dates", "Important days"))
        super().__init__(desk, self.rows, translate("dates", "Add a day"), id="dates", parent=parent)
        self.rows.edit_wanted.connect(lambda row: self.edit(row.uid))
        self.rows.remove_wanted.connect(self._on_remove)

    def fill(self, record: CustomerRecord) -> None:
        self.rows.set_items(record.dates)

    def _on_remove(self, row: DateRow) -> None:
        self.do(
            translate("dates", "Removing a day"),
            Target("important_date", row.uid, row.version),
            lambda session, version: dates.remove_date(session, row.uid, version=version),
        )

    def edit_of(self, record: CustomerRecord, uid: str) -> Edit | None:
        row = next((one for one in record.dates if one.uid == uid), None)
        if row is None and uid != "new":
            return None

        def save(session: Any, version: int, given: dict[str, Any]) -> None:
            if row is None:
                dates.add_date(session, record.uid, given)
            else:
                dates.edit_date(session, row.uid, given, version=version)

        return Edit(
            translate("dates", "Saving a day"),
            None if row is None else Target("important_date", row.uid, row.version),
            lambda: self._make_form(row),
            save,
            lambda given: {
                name: wording.column("important_date", name, value) for name, value in given.items()
            },
        )

    def _make_form(self, row: DateRow | None) -> PartForm:
        kind = PickCombo(
            [(words, code) for code, words in choices.of_field("important_date", "kind").items()]
        )
        kind.choose(DateKind.FAMILY_BIRTHDAY.value if row is None else row.kind)
        day = DayField("important_date.day", past=False)
        day.setText("" if row is None else formats.known_day(row.day))
        day.setPlaceholderText(typed_days.chinese(Day(8, 15, is_lunar=True)))
        whose = LineField("" if row is None else row.whose or "")
        note = LineField("" if row is None else row.note or "")
        yearly = CheckBox(translate("dates", "Every year"))
        yearly.setChecked(row is None or row.yearly)

        def label(name: str) -> str:
            return labels.field("important_date", name)

        fields = [
            FormField("day", label("day"), day, day.read, required=True),
            FormField("kind", label("kind"), kind, kind.currentData),
            FormField("whose", label("whose"), whose, lambda: _checked("whose", whose.text())),
            FormField("note", label("note"), note, lambda: _checked("note", note.text())),
            FormField("yearly", label("yearly"), yearly, yearly.isChecked, wide=True),
        ]
        if row is None:
            return PartForm(
                "important_date",
                translate("dates", "New day"),
                fields,
                verb=translate("dates", "Add"),
                is_new=True,
            )
        return PartForm(
            "important_date",
            DateRows.what(row),
            fields,
            verb=translate("dates", "Save"),
            is_new=False,
            actions=[(translate("dates", "Remove"), partial(self._on_remove, row))],
        )


def _checked(name: str, typed: str) -> Any:
    return dates.CHECKS[name](typed, f"important_date.{name}")
