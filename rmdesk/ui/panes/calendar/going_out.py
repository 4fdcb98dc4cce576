"""What leaves the calendar: appointments that are made, pages on paper, files for other programs."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from rmdesk.services import care, roles
from rmdesk.services.care import OfManager, Week
from rmdesk.services.roles import Permission
from rmdesk.ui import ask, formats

if TYPE_CHECKING:
    from rmdesk.services.export import Exported
    from rmdesk.ui.dialogs.add_appointment import AddAppointment
    from rmdesk.ui.dialogs.export_calendar import ExportCalendar
    from rmdesk.ui.dialogs.preview_report import PreviewReport
    from rmdesk.ui.panes.calendar.pane import CalendarPane


class GoingOut(QObject):
    """Opens the dialogs of a calendar pane, with the days and filters it shows."""

    def __init__(self, pane: CalendarPane) -> None:
        super().__init__(pane)
        self._pane = pane

    def add_appointment(self) -> AddAppointment | None:
        from rmdesk.ui.dialogs.add_appointment import AddAppointment

        pane = self._pane
        if not pane.deeds.may_write:
            return None
        day = max(pane.day, pane.today)
        line = pane.list.current
        person = line.person if line is not None and pane.list.hasFocus() else None
        customer = (person.uid, person.name) if person is not None else None
        dialog = AddAppointment(pane.context, day, customer=customer, parent=pane.window())
        dialog.added.connect(pane.go_to_day)
        dialog.open()
        return dialog

    def print(self) -> PreviewReport:
        """What the page shows, on paper; it is recorded when it leaves."""
        pane = self._pane
        page = pane.page
        asked = pane.asked(page.first, page.last)
        if pane.view == "month":
            return self._preview("care_month", asked=asked, month=pane.day)
        return self._preview(
            "care_list",
            first=asked.first,
            last=asked.last,
            manager=asked.manager_id,
            tiers=asked.tiers,
            kinds=asked.kinds,
        )

    def print_maturities(self) -> PreviewReport:
        """What matures in the week that is listed, or in ninety days, by amount."""
        pane = self._pane
        opened = pane.opened
        if isinstance(opened, Week):
            asked = pane.asked(opened.first, opened.last)
        else:
            asked = pane.asked(pane.today, pane.today + timedelta(days=care.AHEAD - 1))
            if isinstance(opened, OfManager) and opened.manager_id is not None:
                asked = asked.of_manager(opened.manager_id)
        return self._preview(
            "maturity_list", first=asked.first, last=asked.last, manager=asked.manager_id, tiers=asked.tiers
        )

    def _preview(self, report: str, **parameters: Any) -> PreviewReport:
        from rmdesk.ui.dialogs.preview_report import preview_report

        pane = self._pane
        preview = preview_report(pane.context, report, parent=pane.window(), **parameters)
        preview.open()
        return preview

    def export(self) -> ExportCalendar | None:
        """What the page shows, as a file for other calendar programs."""
        from rmdesk.ui.dialogs.export_calendar import ExportCalendar

        pane = self._pane
        if not roles.allowed(pane.context.actor, Permission.EXPORT):
            ask.tell(pane, title=self.tr("Calendar file"), text=self.tr("Your role may not export."))
            return None
        page = pane.page
        dialog = ExportCalendar(pane.context, pane.asked(page.first, page.last), parent=pane.window())
        dialog.exported.connect(self._on_exported)
        dialog.open()
        return dialog

    def _on_exported(self, done: Exported) -> None:
        words = self.tr("{count} events saved as {path}").format(
            count=formats.count(done.rows), path=done.target
        )
        ask.tell(self._pane, title=self.tr("Calendar file"), text=words)
