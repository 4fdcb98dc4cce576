"""By when complaints are seen to, step by step, and who hears of those that are late."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from rmdesk import choices, labels
from rmdesk.models import Seriousness
from rmdesk.services import settings
from rmdesk.ui.context import Context
from rmdesk.ui.interactions.fields import refusal
from rmdesk.ui.settings.vault_page import VaultPage
from rmdesk.ui.tokens import SPACE, TYPE
from rmdesk.ui.widgets import CheckBox, FormRow, Label, LineField, Section

_NARROW = 72  # px


class ComplaintsPage(VaultPage):
    """A line of working days for each seriousness; open cases keep the days they have."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.form.add_widget(
            Label(
                self.tr(
                    "Working days from the day a complaint was heard. What is open keeps its days; a case "
                    "that is taken down, made more serious or opened again follows these."
                ),
                ink="secondary",
                wrap=True,
            )
        )
        self.fields: dict[str, dict[str, LineField]] = {}
        self._lines: dict[str, FormRow] = {}
        for one in Seriousness:
            self._lines[one.value] = self._add_line(one.value)
        # What is wrong is told at its own line.
        self.add_setting(settings.COMPLAINT_DAYS, self._lines[Seriousness.GRAVE.value])
        for line in self._lines.values():
            line.field.setEnabled(self._lines[Seriousness.GRAVE.value].field.isEnabled())
        self.form.add_widget(Section(self.tr("When a complaint is late")))
        self.boxes = {code: CheckBox(labels.role(code)) for code in settings.ESCALATED_TO}
        whom = QWidget()
        row = QHBoxLayout(whom)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.large)
        for box in self.boxes.values():
            row.addWidget(box)
        self.after = LineField()
        self.after.setMaximumWidth(_NARROW)
        row.addWidget(Label(labels.what(f"{settings.COMPLAINT_ESCALATION}.after")))
        row.addWidget(self.after)
        row.addStretch(1)
        self._escalation = self.form.add(
            self.tr("Stands first in the day of"),
            whom,
            required=True,
            note=self.tr("0: at once. Whoever is in charge has it in their own day all the same."),
        )
        self.add_setting(settings.COMPLAINT_ESCALATION, self._escalation)

    def _add_line(self, seriousness: str) -> FormRow:
        fields = self.fields[seriousness] = {}
        line = QWidget()
        grid = QGridLayout(line)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE.large)
        grid.setVerticalSpacing(SPACE.tiny)
        for column, part in enumerate(settings.COMPLAINT_PARTS):
            words = labels.what(f"{settings.COMPLAINT_DAYS}.{part}")
            field = fields[part] = LineField(name=words)
            field.setMaximumWidth(_NARROW)
            field.textEdited.connect(lambda _typed, field=field: field.set_error(""))
            field.editingFinished.connect(partial(self._on_left, seriousness))
            label = Label(words, style=TYPE.secondary, ink="secondary", wrap=True)
            grid.addWidget(label, 0, column, Qt.AlignmentFlag.AlignBottom)
            grid.addWidget(field, 1, column, Qt.AlignmentFlag.AlignLeft)
            grid.setColumnStretch(column, 1)
        line.setFocusProxy(fields["call"])
        title = choices.word("complaint", "seriousness", seriousness)
        return self.form.add(title, line, check=lambda: self._wrong(seriousness))

    def _on_left(self, seriousness: str) -> None:
        self._lines[seriousness].check()

    def _wrong(self, seriousness: str) -> str:
        """What is wrong with a line; the field it is in is marked."""
        entered, told = self._entered_line(seriousness), ""
        for part, field in self.fields[seriousness].items():
            said = refusal(partial(settings.complaint_days, part, entered[part]))
            field.set_error(said)
            told = told or said
        if told:
            return told
        for part, field in self.fields[seriousness].items():
            if part in settings.COMPLAINT_STEPS and entered[part] > entered["final"]:
                told = refusal(partial(settings.check_complaint_order, entered))
                field.set_error(told)
                return told
        return ""

    def _entered_line(self, seriousness: str) -> dict[str, Any]:
        return {part: _number(field.text()) for part, field in self.fields[seriousness].items()}

    def entered(self) -> dict[str, Any]:
        return {
            settings.COMPLAINT_DAYS: {one: self._entered_line(one) for one in self.fields},
            settings.COMPLAINT_ESCALATION: {
                "roles": [code for code, box in self.boxes.items() if box.isChecked()],
                "after": _number(self.after.text()),
            },
        }

    def check(self) -> bool:
        wrong = [line for line in self._lines.values() if not line.check()]
        if wrong:
            marked = [one for fields in self.fields.values() for one in fields.values() if one.error]
            marked[0].setFocus()
            return False
        return super().check()

    def show_values(self, values: Mapping[str, Any]) -> None:
        for seriousness, fields in self.fields.items():
            for part, field in fields.items():
                field.setText(str(values[settings.COMPLAINT_DAYS][seriousness][part]))
                field.set_error("")
            self._lines[seriousness].set_error("")
        escalation = values[settings.COMPLAINT_ESCALATION]
        for code, box in self.boxes.items():
            box.setChecked(code in escalation["roles"])
        self.after.setText(str(escalation["after"]))


def _number(typed: str) -> int | str:
    """A number as the setting takes it; what is none stays as it was typed, and is refused."""
    typed = typed.strip()
    return int(typed) if typed.isdecimal() and len(typed) < 4 else typed
