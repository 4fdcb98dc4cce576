"""The field for a date, as people type it."""

from __future__ import annotations

from typing import Any

from rmdesk.services import typed_days
from rmdesk.services.errors import UserError
from rmdesk.services.working_days import WorkCalendar
from rmdesk.ui import formats
from rmdesk.ui.widgets import LineField


class DateField(LineField):
    """A date as people type it; what it was understood as stands right inside the field."""

    def __init__(
        self,
        what: str,
        *,
        name: str = "",
        toward: typed_days.Toward = "past",
        working: WorkCalendar | None = None,
    ) -> None:
        super().__init__(name=name)
        self._what, self._toward, self._working = what, toward, working
        self.textChanged.connect(self._show_understood)

    def read(self) -> Any:
        """The date, None if nothing is typed; raises UserError."""
        typed = self.text().strip()
        if not typed:
            return None
        return typed_days.read_date(typed, self._what, toward=self._toward, working=self._working)

    def _show_understood(self) -> None:
        try:
            found = self.read()
        except UserError:
            found = None
        words = "" if found is None else formats.full_day(found)
        self.set_hint("" if words == self.text().strip() else words)
