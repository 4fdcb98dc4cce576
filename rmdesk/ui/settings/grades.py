"""What the stars of a relationship are weighed by."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from rmdesk import labels
from rmdesk.services import grades, values
from rmdesk.services.settings import GRADE_PARTS, GRADE_WEIGHTS
from rmdesk.ui.context import Context
from rmdesk.ui.interactions.fields import refusal
from rmdesk.ui.settings.vault_page import VaultPage
from rmdesk.ui.widgets import FormRow, LineField


class GradesPage(VaultPage):
    """Three weights that are 100 % together; the next proposals are counted by them, no star changes here."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        notes = {
            "frequency": self.tr(
                "Contacts and purchases of the last twelve months: five stars from {count} on."
            ).format(count=grades.DEALINGS[-1]),
            "amount": self.tr("The customer's place among the tiers: five stars in the highest."),
            "influence": self.tr(
                "Whom they referred, and whom they are related to: five stars from {count} on."
            ).format(count=grades.INFLUENCE[-1]),
        }
        self.fields: dict[str, LineField] = {}
        self._parts: list[FormRow] = []
        for name in GRADE_PARTS:
            field = self.fields[name] = LineField()
            field.set_hint("%")
            field.setMaximumWidth(160)
            row = self.form.add(
                labels.what(f"{GRADE_WEIGHTS}.{name}"),
                field,
                required=True,
                note=notes[name],
                check=partial(refusal, partial(self._weight, name)),
            )
            self._parts.append(row)
        # What is wrong with all three together is told at the last.
        self.add_setting(GRADE_WEIGHTS, self._parts[-1])
        for field in self.fields.values():
            field.setEnabled(self.fields[GRADE_PARTS[-1]].isEnabled())

    def _weight(self, name: str) -> int:
        typed = self.fields[name].text().strip()
        given = int(typed) if typed.isdecimal() and len(typed) < 4 else typed
        return values.whole(given, f"{GRADE_WEIGHTS}.{name}", 0, 100)

    def entered(self) -> dict[str, Any]:
        typed = {name: field.text().strip() for name, field in self.fields.items()}
        return {
            GRADE_WEIGHTS: {
                name: int(one) if one.isdecimal() and len(one) < 4 else one for name, one in typed.items()
            }
        }

    def check(self) -> bool:
        rows = [row.check() for row in self._parts]
        return all(rows) and super().check()

    def show_values(self, values: Mapping[str, Any]) -> None:
        for name, weight in values[GRADE_WEIGHTS].items():
            self.fields[name].setText(str(weight))
